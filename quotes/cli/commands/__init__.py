"""The commands, one file each, under the names that people type.

A command reads its options, makes one call and writes the answer; a new one is a new file and a name in program.py.
Reading files is done in input/, and drawing tables in output/.
"""
