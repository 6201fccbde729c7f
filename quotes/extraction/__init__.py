"""Stage 2: what stands in a document's text: quotations, social posts, and mentions of those who could be speaking.

Each is found with its place and bound to nothing else; quotation marks are paired here and nowhere else. Who said a
quotation is decided in attribution/, and whom a mention means in coreference/.
"""
