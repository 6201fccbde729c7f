"""Stage 1: what came in, as bytes, HTML or text, becomes a Document.

It finds the article's text and its blocks, its title, outlet, date and language, and the posts embedded in its markup.
What is said in that text, and by whom, is not looked at here.
"""
