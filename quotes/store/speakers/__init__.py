"""Speakers in the store: names, accounts, profiles, and the keys that linking finds them by.

Which speaker is which is decided in collection/linking/. Counts that speakers carry are kept right here. Merging two is
in decisions/.
"""
