"""What holds of every reading, whatever came in."""

from __future__ import annotations

from quotes.records.reading import Reading


def broken(reading: Reading) -> list[str]:
    """Everything about a reading that must not be: places, nesting, confidence."""
    length = len(reading.document.text)
    found: list[str] = []
    places: dict[str | None, tuple[int, int]] = {}
    for quote in reading.quotes:
        if not 0 <= quote.start <= quote.end <= length:
            found.append(f"{quote.id} lies outside of the text")
        if quote.text is not None and reading.document.text[quote.start : quote.end] != quote.text:
            found.append(f"{quote.id} is not what stands there")
        if not 0 <= quote.confidence <= 1:
            found.append(f"{quote.id} has the confidence {quote.confidence}")
        # A post that quotes another one is followed by it in the text of a page; everything else lies in its parent.
        inside = quote.parent is not None and quote.kind != "post"
        if inside and not _holds(places.get(quote.parent), (quote.start, quote.end)):
            found.append(f"{quote.id} lies outside of its parent {quote.parent}")
        places[quote.id] = (quote.start, quote.end)
    return found + _crossing(sorted(places.values(), key=lambda place: (place[0], -place[1]))) + _embeds(reading)


def _holds(outer: tuple[int, int] | None, inner: tuple[int, int]) -> bool:
    return outer is not None and outer[0] <= inner[0] and inner[1] <= outer[1]


def _crossing(places: list[tuple[int, int]]) -> list[str]:
    """Stretches that overlap without one holding the other."""
    found, around = list[str](), list[tuple[int, int]]()
    for start, end in places:
        while around and around[-1][1] <= start:
            around.pop()
        if around and end > around[-1][1]:
            found.append(f"{around[-1]} and {(start, end)} cross")
        around.append((start, end))
    return found


def _embeds(reading: Reading) -> list[str]:
    """Posts taken out of a page that do not lie inside the text, or not behind the post that quotes them."""
    posts, length = reading.document.embeds, len(reading.document.text)
    found = [f"post {number} lies outside of the text" for number, post in enumerate(posts)
             if not 0 <= post.outer_start <= post.start <= post.end <= post.outer_end <= length]
    for number, post in enumerate(posts):
        if post.parent is None:
            continue
        if not 0 <= post.parent < number:
            found.append(f"post {number} has the parent {post.parent}, which is none before it")
        elif post.outer_start < posts[post.parent].outer_end:
            found.append(f"post {number} begins inside of post {post.parent}, which it follows")
    return found
