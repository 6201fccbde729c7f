"""What comes out of commands: tables for people, JSON for programs, lines on standard error.

The shapes of JSON are those of schemas/. Nothing is decided here. Text is made safe for terminals here.
"""
