"""The commands, one file each, under the names that people type.

A command reads its options, makes one call, and writes the answer. Reading files and drawing tables is done in input/
and output/. A new command is a new file and a line in program.py.
"""
