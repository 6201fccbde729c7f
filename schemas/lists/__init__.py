"""What is browsed: outlets and disagreements as the API writes them, and what the pages of lists are asked for.

It knows the filters and the records beside it. Numbers are in statistics, quotes in feeds and formats elsewhere.
"""
