"""Quote cards: one quote for other sites, as a page in a frame, as SVG and as PNG.

Text is shaped, broken into lines and drawn here, and themes are one file each. How content systems find a card is
oEmbed, in resources/.
"""
