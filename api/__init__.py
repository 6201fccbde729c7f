"""The service over HTTP, in Flask: resources for programs, pages for people, cards for other sites.

A view reads a request by a schema, makes one call into the domain, and writes the answer by a schema. HTTP's own
mechanisms are in http/, and no table or stage is known here.
"""
