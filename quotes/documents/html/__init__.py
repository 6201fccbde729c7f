"""A page of HTML, read: its article's body, its blocks, its metadata, and the posts in its markup.

page.py joins the parts; each of the others does one thing to a page. Markup is looked at nowhere else, apart from the
platforms of social posts. Text that came in as text does not pass through here.
"""
