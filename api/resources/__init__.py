"""The API under /v1, the feeds, oEmbed and the state of the service: one file a resource.

A view is a few lines: load, call, dump. Answers for people's eyes are in pages/, and rules in quotes/collection/.
"""
