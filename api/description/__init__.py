"""The API's description (OpenAPI): made from the resources and schemas, with examples, and shown at /docs.

What a route or a field means is said where it is declared, in resources/ and schemas/. Documents that people
write are in docs/.
"""
