"""What must go: articles taken down for good, and the quotes of people who object.

Both hold for what is kept and for what comes later, and both are decisions on record. What is merely wrong is
corrected, in decisions/.
"""
