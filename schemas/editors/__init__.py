"""What is told of those who decide: the names of their keys, and the notes that they leave.

Whoever writes answers says whether they are told. The schemas of quotes and decisions ask here, each time they write.
"""
