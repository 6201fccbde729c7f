"""Benchmarks: one command each, prints a table. They need the folder that QUOTES_TEST_DATA names."""
