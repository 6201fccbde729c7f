"""The API of what people decide: about a quote, a speaker, or all of one article.

All routes belong to one blueprint, and every decision can be undone. Objections and takedowns are beside this folder.
"""
