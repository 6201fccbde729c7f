"""What a store can do, in the terms of the domain: the protocols that every engine keeps, and their records.

Collection, API and command line know a store by this folder alone, so that a new ability of the store begins here.
Tables and queries are not known here.
"""
