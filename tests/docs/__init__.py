"""The documents that people read, held to the code."""
