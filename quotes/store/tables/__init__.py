"""The tables, and the bridge between their rows and the records.

Every column is declared here once, with how its value is packed. How a database comes to have these tables is in
migrations/, and queries stand in the folders of their concepts.
"""
