"""Every change of the tables since the first, numbered, each applied once.

A migration keeps its own copies of the tables as they then were and never changes. The runner applies what is missing
when a store is opened. Today's tables are in tables/.
"""
