"""Quotes as citations, to be copied: plain words, styles of references, and records for programs.

One file is one style, made from the facts in facts.py and listed in catalogue.py. How a citation is shown on a page is
not known here.
"""
