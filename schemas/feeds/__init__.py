"""Feeds: what feed readers subscribe to, one file a format."""
