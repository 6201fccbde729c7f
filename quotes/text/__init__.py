"""Views of an article's text that several stages look at: tokens with their word classes, sentences, runs of names.

The letters of word classes are spelt out here and nowhere else; other folders use their names. Whatever decides
something belongs to a stage.
"""
