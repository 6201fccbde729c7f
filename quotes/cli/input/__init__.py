"""What goes into commands: files, archives, corpora, and options that several commands share.

Bytes become articles here, up to a limit, each with its place for messages. What an article says is read by the
pipeline.
"""
