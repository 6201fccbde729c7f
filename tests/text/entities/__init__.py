"""Tests of quotes.text.entities."""
