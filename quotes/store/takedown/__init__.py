"""Takedowns and objections in the store: rows, index entries and traces deleted, down to the bytes of the file.

What only a deleted document told of a speaker is forgotten too. Objections hold for whatever is written later. Who may
ask for it is no matter of the store.
"""
