"""Pages for people, one file each, beside their templates.

They make the same calls as the API, and words that several pages say are in labels.py. What other sites embed is in
cards/.
"""
