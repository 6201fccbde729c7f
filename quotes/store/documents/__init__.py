"""Documents in the store: written, found, read, reread and counted.

A reading goes in here with all that belongs to it, in one transaction. Quotes and speakers are read in their own rooms.
What may be written is decided in collection/.
"""
