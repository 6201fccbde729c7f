"""Views of the text that several steps look at: words with their classes, sentences, runs of names, masked copies."""
