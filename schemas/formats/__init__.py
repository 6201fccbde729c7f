"""The formats in which quotes leave the collection beside JSON, one file each.

contract.py says what a format is, catalogue.py lists them. A new format is a new file and a line there. Which format a
request wants is content negotiation, in api/http/.
"""
