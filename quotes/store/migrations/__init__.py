"""Changes of the database, applied once each, in order of their numbers."""
