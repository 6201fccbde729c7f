"""The mechanisms of HTTP, each in one file: authentication, sessions, limits, compression, pagination, problems.

They serve resources, pages and cards alike. A view uses them and is in none of them. Nothing here knows what a quote
means.
"""
