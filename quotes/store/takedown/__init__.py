"""Takedowns and objections in the store: rows, index entries and traces deleted, down to the bytes of the file.

What only a deleted document told of a speaker is forgotten too. Who may ask for it, and what an objection covers, is
settled in collection/takedown/.
"""
