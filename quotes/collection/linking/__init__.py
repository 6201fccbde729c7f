"""Linking: which kept speaker a reading's speaker is, by names, descriptions, accounts and what people decided.

How the names of persons and organizations are compared over documents stands here. Who is meant inside one article is
coreference, and what people decide about speakers is in decisions/.
"""
