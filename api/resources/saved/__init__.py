"""Saved searches: kept for the holder of a key, each with its digest and its feed."""
