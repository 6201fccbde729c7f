"""The mechanisms of HTTP, each in one file: authentication, sessions, limits, compression, pagination, problems.

They serve resources, pages and cards alike. What a route answers is in those folders, and what a quote means is not
known here.
"""
