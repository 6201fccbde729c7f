"""Citations to be copied: whole, honest about doubt, right for posts, and nothing in them that does anything."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quotes.api.citations.authors import authors
from quotes.api.citations.catalogue import STYLES, citations
from quotes.records.document import Document
from quotes.records.evidence import Stance, Via
from quotes.records.post import PostDetails
from quotes.records.speaker import QuotedSpeaker
from tests.api.cards.samples import GAZETTE, MASTER, SHORT
from tests.api.markup import Markup

PAGE = "https://quotes.example/quotes/q1"
LINK = "https://gazette.example/wall#:~:text=The%20wall%20will%20hold%2C"
LINKED = replace(SHORT, link=LINK, document=replace(GAZETTE, byline="By Ana Pell and Jo van Dale"))
BARE = replace(SHORT, document=None)
UNDATED = replace(LINKED, document=Document("", title="Will it hold?", publisher="Shore Gazette"))
STATUS = "https://twitter.com/harbour_watch/status/1"
POST = replace(
    SHORT, kind="post", text="High water at four, bring boots.",
    speaker=QuotedSpeaker("s3", "Harbour Watch", "organization"), link=LINK,
    post=PostDetails("twitter", "harbour_watch", "Harbour Watch", "1", STATUS, "2025-03-04T18:00:00Z"))
OWN = replace(POST, speaker=MASTER, post=replace(POST.post, handle="mirela", url=None))
WORDLESS = replace(POST, text=None)
LOST = replace(POST, speaker=None, post=PostDetails("bluesky", "tide.example", printed_date="last May"), document=None,
               link=None)
HOSTILE = '</b><script>alert(1)</script> [x](javascript:1) `*_ " } \\end{x} % & $#~^\nER  - \r\nTY  - BOOK | @misc{x,'


def cited(quote, name):
    return next(one.words for one in citations(quote, PAGE) if one.name == name)


@pytest.mark.parametrize("quote, words", [
    (LINKED, f"“The wall will hold” — Mirela Oduya, the harbour master. Shore Gazette, Vote on the sea wall, 5 March "
             f"2025, {LINK}"),
    (BARE, f"“The wall will hold” — Mirela Oduya, the harbour master. {PAGE}"),
    (replace(BARE, speaker=None), f"“The wall will hold” — Speaker unknown. {PAGE}"),
    (replace(BARE, verdict="unsure", via=Via("CNN")),
     f"“The wall will hold” — Mirela Oduya, the harbour master, speaker unsure, by way of CNN. {PAGE}"),
    (replace(BARE, verdict="likely", stance=Stance("denied")),
     f"“The wall will hold” — Mirela Oduya, the harbour master, speaker likely, not certain, denied. {PAGE}"),
    (replace(BARE, link="javascript:alert(1)"), f"“The wall will hold” — Mirela Oduya, the harbour master. {PAGE}"),
    (POST, "“High water at four, bring boots.” — Harbour Watch (@harbour_watch). X (Twitter), 4 March 2025; shown in "
           f"Shore Gazette, Vote on the sea wall, 5 March 2025, {STATUS}"),
    (LOST, f"“High water at four, bring boots.” — @tide.example. Bluesky, last May, {PAGE}"),
    (WORDLESS, "[a post without words] — Harbour Watch (@harbour_watch). X (Twitter), 4 March 2025; shown in Shore "
               f"Gazette, Vote on the sea wall, 5 March 2025, {STATUS}"),
])
def test_plain(quote, words):
    assert cited(quote, "Plain") == words


def test_markdown():
    assert cited(replace(LINKED, text="One *two*\n\nthree"), "Markdown").splitlines() == [
        "> “One \\*two\\*", ">", "> three”", ">",
        f"> — Mirela Oduya, the harbour master. [Shore Gazette, Vote on the sea wall, 5 March 2025](<{LINK}>)"]


def test_html_is_what_it_says():
    assert type(cited(LINKED, "HTML")) is str, "else a page would take it for its own markup"
    markup = Markup(cited(replace(LINKED, text="One\ntwo"), "HTML"))
    assert [tag for tag, _ in markup.elements] == ["figure", "blockquote", "p", "br", "figcaption", "a"]
    assert markup.all("a")[0]["href"] == LINK


@pytest.mark.parametrize("quote, words", [
    (LINKED, "Mirela Oduya, quoted in Ana Pell and Jo van Dale, “Vote on the sea wall,” Shore Gazette, March 5, 2025, "
             f"{LINK}."),
    (UNDATED, f"Mirela Oduya, quoted in “Will it hold?,” Shore Gazette, {LINK}."),
    (BARE, f"Mirela Oduya, quoted at {PAGE}."),
    (replace(LINKED, verdict="unsure", document=replace(GAZETTE, title="The “wall” vote")),
     f"Mirela Oduya (speaker unsure), quoted in “The ‘wall’ vote,” Shore Gazette, March 5, 2025, {LINK}."),
    (POST, f"Harbour Watch (@harbour_watch), “High water at four, bring boots,” X (Twitter), March 4, 2025, {STATUS}."),
    (OWN, "Mirela Oduya (@mirela), “High water at four, bring boots,” X (Twitter), March 4, 2025, shown in “Vote on "
          f"the sea wall,” Shore Gazette, March 5, 2025, {LINK}."),
    (WORDLESS, f"Harbour Watch (@harbour_watch), post on X (Twitter), March 4, 2025, {STATUS}."),
])
def test_chicago(quote, words):
    assert cited(quote, "Chicago") == words


@pytest.mark.parametrize("quote, lines", [
    (LINKED, [f"Pell, A., & van Dale, J. (2025, March 5). Vote on the sea wall. Shore Gazette. {LINK}",
              "In the text: (Mirela Oduya, as cited in Pell & van Dale, 2025)"]),
    (UNDATED, [f"Will it hold? (n.d.). Shore Gazette. {LINK}",
               "In the text: (Mirela Oduya, as cited in “Will it hold?,” n.d.)"]),
    (POST, [f"Harbour Watch [@harbour_watch]. (2025, March 4). High water at four, bring boots. [Post]. X (Twitter). "
            f"{STATUS}", "In the text: (Harbour Watch, 2025)"]),
    (OWN, [f"Oduya, M. [@mirela]. (2025, March 4). High water at four, bring boots. [Post]. X (Twitter). {LINK}",
           "In the text: (Oduya, 2025)"]),
    (replace(POST, text="word " * 21, verdict="unsure"), [
        f"Harbour Watch [@harbour_watch]. (2025, March 4). {'word ' * 19}word… [Post]. X (Twitter). {STATUS}",
        "In the text: (Harbour Watch, speaker unsure, 2025)"]),
    (LOST, [f"@tide.example. (n.d.). High water at four, bring boots. [Post]. Bluesky. {PAGE}",
            "In the text: (@tide.example, n.d.)"]),
])
def test_apa(quote, lines):
    assert cited(quote, "APA").splitlines() == lines


@pytest.mark.parametrize("quote, lines", [
    (LINKED, ["@article{quote-q1,", "  author = {Pell, Ana and van Dale, Jo},", "  title = {{Vote on the sea wall}},",
              "  journal = {Shore Gazette},", "  year = 2025,", "  month = mar,", "  day = 5,", f"  url = {{{LINK}}},",
              "  note = {Quoted: Mirela Oduya, the harbour master: “The wall will hold”},", "}"]),
    (POST, ["@misc{quote-q1,", "  author = {{Harbour Watch}},", "  title = {{High water at four, bring boots.}},",
            "  howpublished = {Post by @harbour\\_watch on X (Twitter)},", "  year = 2025,", "  month = mar,",
            "  day = 4,", f"  url = {{{STATUS}}},",
            "  note = {Shown in Shore Gazette, Vote on the sea wall, 5 March 2025},", "}"]),
    (BARE, ["@misc{quote-q1,", f"  url = {{{PAGE}}},",
            "  note = {Quoted: Mirela Oduya, the harbour master: “The wall will hold”},", "}"]),
])
def test_bibtex(quote, lines):
    assert cited(quote, "BibTeX").splitlines() == lines


@pytest.mark.parametrize("quote, lines", [
    (LINKED, ["TY  - NEWS", "AU  - Pell, Ana", "AU  - van Dale, Jo", "TI  - Vote on the sea wall",
              "T2  - Shore Gazette", "PY  - 2025", "DA  - 2025/03/05/",
              "N1  - Quoted: Mirela Oduya, the harbour master: “The wall will hold”", f"UR  - {LINK}",
              "ID  - quote-q1", "ER  - "]),
    (OWN, ["TY  - ICOMM", "AU  - Oduya, Mirela", "TI  - High water at four, bring boots.", "T2  - X (Twitter)",
           "PY  - 2025", "DA  - 2025/03/04/",
           "N1  - Posted by @mirela; shown in Shore Gazette, Vote on the sea wall, 5 March 2025", f"UR  - {LINK}",
           "ID  - quote-q1", "ER  - "]),
])
def test_ris(quote, lines):
    assert cited(quote, "RIS").split("\n") == lines


EVIL = replace(SHORT, text=HOSTILE, speaker=QuotedSpeaker("s1", HOSTILE, "person", HOSTILE), via=Via(HOSTILE),
               document=replace(GAZETTE, title=HOSTILE, publisher=HOSTILE, byline=HOSTILE), link="https://x.example/{}}")
EVIL_POST = replace(
    EVIL, kind="post", post=PostDetails("twitter", HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, None, HOSTILE))


@pytest.mark.parametrize("quote", [EVIL, EVIL_POST])
def test_hostile_words_stay_words(quote):
    tags = [tag for tag, _ in Markup(cited(quote, "HTML")).elements]
    assert set(tags) == {"figure", "blockquote", "p", "br", "figcaption", "a"}
    markdown = cited(quote, "Markdown")
    assert "<script" not in markdown.replace("\\<", "") and "](javascript" not in markdown.replace("\\]", "")
    bibtex = cited(quote, "BibTeX")
    assert bibtex.count("{") == bibtex.count("}") and _depths(bibtex)
    assert not [line for line in bibtex.splitlines()[1:-1] if not line.startswith("  ")]
    bare = bibtex.replace("\\%", "").replace("\\&", "").replace("\\$", "").replace("\\#", "")
    assert not set("$&#").intersection("".join(line for line in bare.splitlines() if not line.startswith("  url")))
    lines = cited(quote, "RIS").split("\n")
    assert [line[:6] for line in lines].count("TY  - ") == 1 and [line[:6] for line in lines].count("ER  - ") == 1
    assert all(line[2:6] == "  - " for line in lines)


def _depths(entry: str) -> bool:
    """Whether only the last brace of an entry closes it."""
    depth, depths = 0, []
    for character in entry:
        depth += (character == "{") - (character == "}")
        depths.append(depth)
    inside = depths[entry.index("{") : len(entry) - 1]
    return depth == 0 and min(inside) >= 1


@pytest.mark.parametrize("quote", [SHORT, POST, OWN, WORDLESS, LOST, BARE, UNDATED, EVIL, EVIL_POST])
def test_every_style_cites_every_kind(quote):
    found = citations(quote, PAGE)
    assert [one.name for one in found] == [name for name, _ in STYLES]
    assert all(one.words.strip() for one in found)
    assert quote in (EVIL, EVIL_POST) or not [one for one in found if ", ," in one.words or "(, " in one.words]


@pytest.mark.parametrize("byline, names", [
    ("R. Pell", ["Pell, R."]), ("By Ana Pell", ["Pell, A."]), ("Ana Pell and Jo Dale", ["Pell, A.", "Dale, J."]),
    ("Ana Pell, Political Editor", ["Pell, A."]), ("Jean-Luc Roy", ["Roy, J.-L."]),
    ("Ana de la Cruz", ["de la Cruz, A."]), ("ana pell", ["ana pell"]), ("Ana 3 Pell", ["Ana 3 Pell"]),
    ("Martin Oak Jr.", ["Oak Jr., M."]), ("Shore Press", ["Shore Press"]), ("Reuters", ["Reuters"]),
    ("Associated Press", ["Associated Press"]), ("BBC News", ["BBC News"]), ("", []), ("山田 花子", ["山田 花子"]),
    ("Our staff in the harbour", ["Our staff in the harbour"]),
    ("Ana Pell, Jo Dale & Lu Oak", ["Pell, A.", "Dale, J.", "Oak, L."]),
])
def test_bylines_are_taken_apart_where_they_are_names(byline, names):
    assert [one.initials for one in authors(byline)] == names
