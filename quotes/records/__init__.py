"""The records that every layer speaks in: frozen, later ones pointing back at earlier ones, never forward.

An Article becomes a Document, in which the stages find Quotations, Posts and Mentions, and a Reading gathers them as
Quotes with their Speakers; errors, stretches of text and search queries are here too. What reads, decides or stores is
not.
"""
