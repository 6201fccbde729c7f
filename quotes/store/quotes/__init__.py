"""Quotes in the store: filtered, paged, searched, and found by their wording.

Lists keep their order while others write, and a search ends within its time limit. What decisions do to quotes is in
decisions/.
"""
