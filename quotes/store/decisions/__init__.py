"""People's decisions in the store: what was decided, what it changed, and what undoing it needs.

Merges and splits move rows here, and counters tell two editors of one record from each other. What may be decided is
settled in collection/decisions/.
"""
