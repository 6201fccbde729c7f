"""What a store can do, in the terms of the domain: the protocols that every engine keeps, and their records.

Collection, API and command line know a store by this folder alone. Nothing here knows of tables. A new ability of the
store begins here.
"""
