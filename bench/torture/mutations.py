"""Inputs made from samples by seeded mutation: cut, doubled, swapped, spliced, and sprinkled with awkward signs."""

from __future__ import annotations

import random
from pathlib import Path

ROOT = Path(__file__).parents[2]
SIGNS = ("“", "”", '"', "‘", "’", "«", "»", "„", "‚", "\n", "\n\n", "\r\n", " ", "\u00a0", "\u200b", "\u2028",
         "\x00", "\ufeff", "\u202e", "\u0301", "\ud83d", "é", "日本", "𝒜", "—", "…", ":", ",", ".", "?", "(", "[",
         "@reed", "'s", "said", "told", "he", "Mr.", "X", "https://x.com/a/status/1", "pic.twitter.com/a",
         "May 5, 2019", "&shy;", "&#0;")
TAGS = ("<p>", "</p>", "<div>", "</div>", "<blockquote>", "</blockquote>", "<q>", "</q>", "<cite>", "</cite>", "<br>",
        "<script>", "</script>", "<!--", "-->", "<table><tr><td>", "</td></tr></table>", "<li>", "<h1>", "</h1>",
        "<a href='x'>",
        "<blockquote class='twitter-tweet'>",
        "<blockquote class='instagram-media' data-instgrm-permalink='https://www.instagram.com/p/a/'>",
        "<blockquote class='tiktok-embed' cite='https://www.tiktok.com/@ona/video/7'>", "<iframe src='https://t.me/ona/7'></iframe>",
        "&mdash; Ona Brandt (@ona) <a href='https://twitter.com/ona/status/123456'>May 5, 2019</a>", "<article>",
        "</article>",
        "<meta property='og:title' content='“A”'>", "<svg>", "<template>", "<plaintext>", "<![CDATA[", "\x00")
TWEET = ("<blockquote class='twitter-tweet'><p lang='en'>The weir {n} holds. <a href='https://t.co/a'>pic.twitter.com/a</a>"
         "</p>&mdash; Ona Brandt (@ona{n}) <a href='https://twitter.com/ona{n}/status/{n}23456'>May 5, 2019</a>"
         "</blockquote>")
BLUESKY = ("<blockquote class='bluesky-embed' data-bluesky-uri='at://did:plc:a/app.bsky.feed.post/3k{n}'><p>The tide "
           "{n} is in.</p>&mdash; Piet (<a href='https://bsky.app/profile/piet.example'>@piet.example</a>)</blockquote>")


def samples() -> tuple[list[str], list[str]]:
    """Texts and pages to begin with: the samples, the corpus of small articles, and pages with posts inside posts."""
    texts = [file.read_text(encoding="utf-8")[:6000] for file in sorted((ROOT / "samples").glob("*.txt"))]
    for file in sorted((ROOT / "tests" / "corpus").glob("*.txt")):
        content = file.read_text(encoding="utf-8")
        texts += [content[at : at + 1500] for at in range(0, len(content), 1500)]
    pages = [file.read_text(encoding="utf-8")[:12_000] for file in sorted((ROOT / "samples").glob("*.html"))]
    for number, post in enumerate((TWEET, BLUESKY) * 3):
        inner = post.format(n=number)
        outer = (TWEET if number % 2 else BLUESKY).format(n=number + 10).replace("</p>", f"{inner}</p>", 1)
        pages.append(f"<html><body><article><h1>A page</h1><p>“It holds,” said Ona Brandt.</p>{outer}{inner}"
                     f"<p>Piet Calloway, the harbour master, wrote: “No.”</p></article></body></html>")
    return texts, pages


def mutated(chance: random.Random, seeds: list[str], signs: tuple[str, ...], longest: int = 4000) -> str:
    """One more input, made from one or two others."""
    made = chance.choice(seeds)
    at = chance.randrange(max(1, len(made) - 200)) if len(made) > longest else 0
    made = made[at : at + longest]
    for _ in range(chance.choice((0, 1, 1, 2, 3, 5, 8))):
        place, length = chance.randrange(len(made) + 1), chance.choice((1, 1, 2, 5, 20, 80))
        match chance.randrange(6):
            case 0:
                made = made[:place] + made[place + length :]
            case 1:
                made = made[:place] + made[place : place + length] * 2 + made[place + length :]
            case 2:
                made = made[:place] + chance.choice(signs) * chance.choice((1, 1, 2, 9)) + made[place:]
            case 3:
                other = chance.choice(seeds)
                start = chance.randrange(len(other) + 1)
                made = made[:place] + other[start : start + 10 * length] + made[place:]
            case 4:
                made = made[:place] + made[place : place + length][::-1] + made[place + length :]
            case _:
                sign = chance.choice(signs)
                made = made.replace(chance.choice("“”\"',.<>\n "), sign, chance.randrange(1, 5))
    return made[:longest]


def mutated_bytes(chance: random.Random, seed: bytes) -> bytes:
    """Bytes changed, cut, doubled."""
    made = bytearray(seed)
    for _ in range(chance.randrange(1, 6)):
        place, length = chance.randrange(len(made) + 1), chance.choice((1, 2, 8, 64, 512))
        match chance.randrange(4):
            case 0:
                del made[place : place + length]
            case 1:
                made[place : place + length] = chance.randbytes(length)
            case 2:
                made[place:place] = made[place : place + length]
            case _:
                del made[place:]
        if not made:
            break
    return bytes(made)
