"""Searches that the holder of a key keeps, and what is new in each.

What one asks for stands in its query string, which is read and put into words here. What is kept and when it counts as
seen is decided by the collection.
"""
