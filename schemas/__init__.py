"""The one JSON shape of everything, in marshmallow: what is let in, and what goes out.

API, command line and exports write by these schemas and no other way. A schema of a record has the record's fields. No
request, row or file is known here.
"""
