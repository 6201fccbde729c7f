"""Pages on which people who are signed in correct speakers and articles: each change is shown before it is made.

No other page changes what is kept, but for the review. Every page here takes one form twice: sent first, it shows what would change; sent again with `sure`, it is done.
"""
