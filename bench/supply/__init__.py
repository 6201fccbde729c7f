"""What the project ships of others: its list of parts, their licences, and the hashes by which they are installed."""
