"""Did X say this? A wording compared with those that are kept: found, altered, clipped, another speaker, not found.

Comparing two wordings word by word is here, whoever asks. Candidates come from the store. Nothing is ever called false:
only what is in the collection is known.
"""
