"""Where readings are kept: tables, queries and transactions, behind one contract.

Each folder or file is one concept, and engine/ is all that knows a database. The store writes what it is told; rules
belong to collection/.
"""
