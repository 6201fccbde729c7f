"""The database engine: connections, transactions, full-text index, prepared statements, backups.

What is true of SQLite alone stands here, so that another engine is other files. Queries in terms that every engine
knows stand in the folders of their concepts.
"""
