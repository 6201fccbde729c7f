"""The API of what is browsed over the whole collection: outlets, disagreements, decisions."""
