"""The service over HTTP, in Flask: resources for programs, pages for people, cards for other sites.

Views read a request by a schema, make one call into the domain, and write the answer by a schema. HTTP's own mechanisms
are in http/. Nothing here knows of tables or of how articles are read.
"""
