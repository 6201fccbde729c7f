"""What the reading of a page is made of, beside quotes/html.py, which joins it."""
