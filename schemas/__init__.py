"""The one JSON shape of everything, in marshmallow: what is let in, and what goes out.

API, command line and exports write by these schemas, and a schema of a record has the record's fields. Requests, rows
and files are not known here.
"""
