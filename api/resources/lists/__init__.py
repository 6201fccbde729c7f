"""The API of what is browsed over the whole collection: outlets, disagreements, decisions.

Each view answers a part of one list. The pages of the same lists are in pages/lists/.
"""
