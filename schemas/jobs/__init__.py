"""Jobs as the API answers them.

How far one is, and lists of them, are written here. What a kind answers for each item is a schema beside this folder.
"""
