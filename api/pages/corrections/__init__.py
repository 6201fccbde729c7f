"""Pages on which people who are signed in correct speakers and articles: each change is shown before it is made.

Each of their forms is sent twice: first it shows what would change, and with `sure` it is done. The review in api/pages
is not among them: it asks one question at a time and needs no preview.
"""
