"""Who said what, and where is it written: quotations and social posts of news articles, linked to their speakers."""
