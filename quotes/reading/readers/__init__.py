"""Readings within a budget: each long article in a process of its own, which can be limited, ended and replaced.

A pattern that is being matched cannot be interrupted, and holds the interpreter's lock. A process can be ended.
"""
