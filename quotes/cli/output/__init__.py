"""What comes out of commands: tables for people, JSON for programs, lines on standard error.

Text is made safe for terminals here. The shapes of JSON are those of schemas/, and nothing is decided here.
"""
