"""Documents in the store: written, found, read, reread and counted.

A reading goes in here with all that belongs to it, in one transaction. Whether it is new is decided in
collection/ingestion.py, and quotes and speakers are read in their own folders.
"""
