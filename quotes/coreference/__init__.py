"""Stage 4: whom a mention means: the person, body, document or unnamed source, under the fullest name printed.

Names, pronouns, roles and handles of one article are brought together here, and no name is made up. Who a person is
across articles is linking, in collection/linking/.
"""
