"""Speakers in the store: names, accounts, profiles, and the keys that linking finds them by.

What is written here was decided before: which speaker is which in collection/linking/, edits in collection/decisions/.
Merging two speakers is in decisions/.
"""
