"""Entities: which of an article's capitalised words name people, bodies, places and works, and where each name ends.

Every form of a name is judged once an article, by its words and by all places where it stands, with learned weights.
Whom a name means belongs to quotes.coreference; how the weights are learned to quotes.model.
"""
