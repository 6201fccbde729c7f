"""Feeds: what feed readers subscribe to, one file a format.

contract.py says what every feed holds, and a new format is a new file. Which quotes are in a feed is decided by whoever
asks for it.
"""
