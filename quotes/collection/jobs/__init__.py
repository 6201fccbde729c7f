"""Jobs: begun by the holder of a key, worked on beside all requests, one item after the other.

What a kind does with an item stands with that kind. Threads and processes are not known here.
"""
