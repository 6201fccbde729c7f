"""Search: what a question means (a name, a topic, an outlet, days), and the quotes that it finds.

How a question is taken apart and understood is pure, over frozen records. What the store knows of its words, and the
walk from the first meaning to one that finds something, stand beside that.
"""
