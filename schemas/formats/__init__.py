"""The formats in which quotes leave the collection beside JSON, one file each.

contract.py says what a format is, and a new one is a new file and a name in catalogue.py. Which format a request wants
is content negotiation, in api/http/.
"""
