"""Pages for people, and what they show: one file a page, beside its template.

They make the same calls as the API. Words that several pages say are in labels.py. What other sites embed is in
cards/.
"""
