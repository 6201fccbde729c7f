"""Every change of the tables since the first, numbered, each applied once when a store is opened.

A migration keeps its own copies of the tables as they then were and never changes. Today's tables are in tables/.
"""
