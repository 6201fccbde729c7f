"""How much a caller may ask for, and for how long: rates, look-ups at once, time for a question, each in one file.

Each request has a kind, which says what it weighs and in which queue of the server it waits. What is over a limit is
answered as a problem that says when to come again.
"""
