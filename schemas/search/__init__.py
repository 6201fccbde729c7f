"""The search: a question, how it was taken, what it found, what that can be narrowed to, and suggestions.

The lists and filters that the search shares with the rest stand beside this folder. How a question is understood is the
collection's.
"""
