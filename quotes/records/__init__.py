"""The records that every layer speaks in: frozen, later ones pointing back at earlier ones, never forward.

An Article comes in and becomes a Document; the stages find Passages, Quotations, Posts and Mentions in it; a Reading
gathers them as Quotes with their Speakers. Offsets count code points of `Document.text`, end exclusive. Errors and
stretches of text are here too; what reads, decides or stores is not.
"""
