"""Linking: which kept speaker a reading's speaker is, by names, descriptions, accounts and what people decided.

How names of persons and organizations are compared over documents is here. Who is meant inside one article is
coreference. What people decide about speakers is in decisions/.
"""
