"""Jobs as rows: taken in, worked on under a lease, and cleared away.

What a kind of job does is not known here. They are worked on in collection/jobs/.
"""
