"""A page of HTML, read: its article's body, its blocks, its metadata, and the posts in its markup.

page.py joins the parts, each of which does one thing to a page. What came in as text does not pass through here, and
what the markup of a platform looks like is in platforms/.
"""
