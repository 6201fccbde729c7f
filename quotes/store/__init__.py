"""Where readings are kept: tables, queries and transactions, behind one contract.

Each room is one concept; engine/ is all that knows a database. The store writes what it is told and decides nothing.
Rules belong to collection/.
"""
