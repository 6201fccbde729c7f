"""Quotes as citations, to be copied: one file a style, all made from the same facts and listed in catalogue.py."""
