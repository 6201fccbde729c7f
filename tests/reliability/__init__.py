"""Promises that hold when something goes wrong, one module a promise; what takes minutes is in bench/torture."""
