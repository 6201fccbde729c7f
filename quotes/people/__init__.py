"""Whom a mention means: what quotes/identity.py asks to make one figure of the names, roles and pronouns of a text."""
