"""Did X say this? A wording compared with those that are kept: found, altered, clipped, somebody else's, not found.

Two wordings are compared word by word here, whoever asks, and candidates come from the store.
"""
