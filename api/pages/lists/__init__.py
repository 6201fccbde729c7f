"""The pages that are browsed: speakers, outlets, articles, unnamed sources, statistics, disagreements, corrections.

Each shows a part of a list of the API, and leads to all of it as CSV and JSON. Charts are drawn here too.
"""
