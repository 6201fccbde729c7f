"""Which stretches between marks are found, in tables of short texts; what is found stands beside each."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.documents.passages import find_passages
from quotes.extraction.quotations import find_quotations, only
from quotes.languages import load
from quotes.records.document import Block, BlockKind, Document
from quotes.records.quotation import Quotation
from quotes.text.tokens import tokenizer

ENGLISH = load("en")


def find(text: str, *blocks: tuple[BlockKind, str]) -> tuple[Quotation, ...]:
    """The quotations of a text; blocks are given by kind and words."""
    placed = tuple(Block(kind, text.index(words), text.index(words) + len(words)) for kind, words in blocks)
    tokens = tokenizer(ENGLISH).tokens(text)
    return find_quotations(text, tokens, find_passages(Document(text, blocks=placed)))


def words(text: str) -> list[str]:
    """The words of each quotation."""
    return [text[q.start : q.end] for q in find(text)]


STYLES = [
    ("“We open at nine,” she said.", ["We open at nine,"]),
    ('"We open at nine," she said.', ["We open at nine,"]),
    ("«We open at nine», she said.", ["We open at nine"]),
    ("« We open at nine », she said.", ["We open at nine"]),
    ("«\u00a0We open at nine\u00a0», she said.", ["We open at nine"]),
    ("„We open at nine“, she said.", ["We open at nine"]),
    ("„We open at nine”, she said.", ["We open at nine"]),
    ("‟We open at nine,” she said.", ["We open at nine,"]),
    ("「We open at nine」 she said.", ["We open at nine"]),
    ("『We open at nine』 she said.", ["We open at nine"]),
    ("“We open at nine,” she said. “Come in.”", ["We open at nine,", "Come in."]),
    ('"We open at nine," she said. "Come in."', ["We open at nine,", "Come in."]),
    ("“We open at nine,” she said, “or ten.” “Why?” he asked.", ["We open at nine,", "or ten.", "Why?"]),
    ("She said:“We open at nine.”", ["We open at nine."]),
    ("“We open at nine,”she said.", ["We open at nine,"]),
    ('("We open at nine," she said.)', ["We open at nine,"]),
    ('"(We open at nine)," she said.', ["(We open at nine),"]),
    ('He wrote—"We open at nine"—and left.', ["We open at nine"]),
    ('"One.""Two."', ["One.", "Two."]),
    ("“ We open at nine ,” she said.", ["We open at nine ,"]),
    ("»We open at nine«, she said. »Come in.«", ["We open at nine", "Come in."]),
]

TYPEWRITTEN = [
    ("''We open at nine,'' she said.", ["We open at nine,"]),
    ("``We open at nine,'' she said.", ["We open at nine,"]),
    ("She called it ''fine'' (''so to say'') and left.", ["fine", "so to say"]),
    ("''We open at nine,'' she said.\n\n''We close at ten.\n\n''Come in.''",
     ["We open at nine,", "We close at ten.\n\n''Come in."]),
    ("''He told us, 'Come in,' and left,'' she said.", ["He told us, 'Come in,' and left,", "Come in,"]),
    ("''He told us, 'Come in.'''", ["He told us, 'Come in.'", "Come in."]),
    ("''We open at nine,'' she said. \"Come in.\"", ["We open at nine,", "Come in."]),
    ("''We open at nine\n\nShe left.", ["We open at nine"]),
    ("A board 5'' wide and 9'' long lay there.", []),
    ("They were the Joneses'' dogs.", []),
    ("'' and ''", []),
    ("x = ``y``", []),
]


@pytest.mark.parametrize("text, found", TYPEWRITTEN)
def test_two_single_marks_are_a_double_one_where_the_text_types_them_so(text: str, found: list[str]):
    assert words(text) == found


def test_typed_marks_are_outer_marks_whole():
    text = "She said ''no'' to it."
    (quotation,) = find(text)
    assert text[quotation.outer_start : quotation.outer_end] == "''no''"
    assert quotation.kind == "mixed"


MIXED_UP = [
    ('“We open at nine," she said.', ["We open at nine,"]),
    ('"We open at nine,” she said.', ["We open at nine,"]),
    ("“We open at nine,“ she said. “Come in.”", ["We open at nine,", "Come in."]),
    ("“We open at nine,” she said. \"Come in.\" «Soon», he said.", ["We open at nine,", "Come in.", "Soon"]),
    ("“We‘re open,” she said. “It shouldn‘t rain.”", ["We‘re open,", "It shouldn‘t rain."]),
]


@pytest.mark.parametrize("text, found", STYLES + MIXED_UP)
def test_every_style_of_double_marks_is_read(text: str, found: list[str]):
    assert words(text) == found


NOTHING = [
    "",
    "   \n\n  ",
    "We open at nine, she said.",
    "It’s the Reeds’ shop, and it isn’t the ’90s.",
    "It's the Reeds' shop, and it isn't the '90s.",
    "Shouldn‘t we go?",
    "He is 6' 2\" tall.",
    'A 12" pipe was laid beside a 14" pipe.',
    "We open at nine,” she said.",
    "» First point\n» Second point\n» Third point",
    "“”",
    '""',
    "“ ”",
    "“…” she said.",
    '"',
    "“",
    "”\n”\n”",
]


@pytest.mark.parametrize("text", NOTHING)
def test_where_no_quotation_stands_none_is_found(text: str):
    assert words(text) == []


BESIDE_STRAY_MARKS = [
    ('A 12" pipe was laid. "We open at nine," she said.', ["We open at nine,"]),
    ('"We open at nine," she said beside the 12" pipe.', ["We open at nine,"]),
    ("“We open at nine,” she said.”", ["We open at nine,"]),
    ("late,” she wrote.\n\n“We open at nine,” she said.", ["We open at nine,"]),
    ('"We open at nine," she said. "', ["We open at nine,"]),
    ('"A 12" pipe is too small," she said.', ['A 12" pipe is too small,']),
    ('"A 12" pipe and a 14" pipe," she said. "No."', ['A 12" pipe and a 14" pipe,', "No."]),
    ('She was "born in 1912" and left. "Go," he said.', ["born in 1912", "Go,"]),
    ('She wore "number 12" and he "number 14" then.', ["number 12", "number 14"]),
    ('<a id="12">Come in.</a> "Go," he said.', ["12", "Go,"]),
    ("» First point\n«Go», he said.", ["Go"]),
]


@pytest.mark.parametrize("text, found", BESIDE_STRAY_MARKS)
def test_a_stray_mark_spoils_no_quotation_beside_it(text: str, found: list[str]):
    assert words(text) == found


PARAGRAPHS = [
    ("“We open at nine.\n\n“We close at six,” she said.", [("We open at nine.\n\n“We close at six,", True)]),
    ('"We open at nine.\n\n"We close at six," she said.', [('We open at nine.\n\n"We close at six,', True)]),
    ("“One.\n“Two.\n“Three,” she said.", [("One.\n“Two.\n“Three,", True)]),
    ("“One.\n\n\n\n“Two,” she said. “Three.”", [("One.\n\n\n\n“Two,", True), ("Three.", True)]),
    ("“One.”\n\n“Two,” she said.", [("One.", True), ("Two,", True)]),
    ("“One.\n\nShe left. “Two,” she said.", [("One.", False), ("Two,", True)]),
    ("She said “one and\n\nThen rain came. “Two,” she said.", [("one and", False), ("Two,", True)]),
    ("“One.\n\n“Two.", [("One.\n\n“Two.", False)]),
    ("“We open at nine", [("We open at nine", False)]),
    ("“We open at nine\n\nRain came.", [("We open at nine", False)]),
    ('A "small" word "and one more', [("small", True), ("and one more", False)]),
]


@pytest.mark.parametrize("text, found", PARAGRAPHS)
def test_a_quotation_ends_with_its_paragraph_unless_the_next_one_opens_anew(text: str, found: list[tuple[str, bool]]):
    assert [(text[q.start : q.end], q.closed) for q in find(text)] == found


NESTED = [
    ("“He told me ‘no’ twice,” she said.", [(None, "He told me ‘no’ twice,"), (0, "no")]),
    ("“He told me “no” twice,” she said.", [(None, "He told me “no” twice,"), (0, "no")]),
    ("“‘We open at nine,’ she told me,” he said.",
     [(None, "‘We open at nine,’ she told me,"), (0, "We open at nine,")]),
    ("“A.” “B ‘c d’ and ‘e f.’”", [(None, "A."), (None, "B ‘c d’ and ‘e f.’"), (1, "c d"), (1, "e f.")]),
    ("“It’s the ’90s ‘all over’ again,” she said.", [(None, "It’s the ’90s ‘all over’ again,"), (0, "all over")]),
    ("“It’s the Reeds’ shop, isn’t it?” she said.", [(None, "It’s the Reeds’ shop, isn’t it?")]),
    ("“We ‘open at nine,” she said.", [(None, "We ‘open at nine,")]),
    ('"He told me "no" twice," she said.', [(None, 'He told me "no" twice,'), (0, "no")]),
    ("\"He told me 'no' twice,\" she said.", [(None, "He told me 'no' twice,"), (0, "no")]),
    ("\"It's the Reeds' shop, isn't it?\" she said.", [(None, "It's the Reeds' shop, isn't it?")]),
    ("\"'Twas the Reeds' shop,\" she said.", [(None, "'Twas the Reeds' shop,")]),
    ("「He told me 『no』 twice」 she said.", [(None, "He told me 『no』 twice"), (0, "no")]),
    ('"One. She left. "Two," she said. "Three."', [(None, "One. She left."), (None, "Two,"), (None, "Three.")]),
]


@pytest.mark.parametrize("text, found", NESTED)
def test_a_quotation_inside_another_points_at_it(text: str, found: list[tuple[int | None, str]]):
    assert [(q.parent, text[q.start : q.end]) for q in find(text)] == found


KINDS = [
    ("“We open at nine,” she said.", "direct"),
    ("She said, “we open at nine.”", "direct"),
    ("She said: “we open at nine.”", "direct"),
    ("“we open at nine,” she said.", "direct"),
    ("She said it was “a fine day” for a walk.", "mixed"),
    ("She called it a “mess” on Monday.", "mixed"),
    ("She called it a “Mess” on Monday.", "mixed"),
    ("She called the town’s “old bridge” a danger.", "mixed"),
    ("She said “We open at nine” to them all.", "direct"),
    ("She said “No.”", "direct"),
]


@pytest.mark.parametrize("text, kind", KINDS)
def test_a_part_of_the_writers_sentence_is_mixed(text: str, kind: str):
    assert [q.kind for q in find(text)] == [kind]


BLOCK = "We open at nine."


@pytest.mark.parametrize("text, kind, found", [
    (f"She wrote:\n\n{BLOCK}\n\nThen she left.", "quote", [("block", BLOCK, 12, 28)]),
    (f"She wrote:\n\n{BLOCK}\n\nThen she left.", "paragraph", []),
    (f"She wrote:\n\n{BLOCK}\n\nThen she left.", "caption", []),
    (f"{BLOCK}\n\n“Yes,” she said.", "quote", [("block", BLOCK, 0, 16), ("direct", "Yes,", 18, 24)]),
])
def test_a_block_that_the_page_sets_apart_is_one(text: str, kind: BlockKind, found: list[tuple[str, str, int, int]]):
    assert [(q.kind, text[q.start : q.end], q.outer_start, q.outer_end) for q in find(text, (kind, BLOCK))] == found


def test_marks_inside_a_block_are_read_instead_of_the_block():
    text = "She wrote:\n\n“We open at nine.”\n\nThen she left."
    assert [(q.kind, text[q.start : q.end]) for q in find(text, ("quote", "“We open at nine.”"))] == [("direct", BLOCK)]


def test_a_credit_is_no_quotation():
    text = f"She wrote:\n\n{BLOCK}\n\n— Ann Reed, mayor"
    found = find(text, ("quote", BLOCK), ("credit", "— Ann Reed, mayor"))
    assert [text[q.start : q.end] for q in found] == [BLOCK]


def test_outer_bounds_take_the_marks_in():
    text = "She said, “ We open at nine. ” and left."
    (found,) = find(text)
    assert (text[found.start : found.end], text[found.outer_start : found.outer_end]) == (BLOCK, f"“ {BLOCK} ”")


@pytest.mark.parametrize("wanted, parents, flags", [
    ([True, True, True, True], [None, 0, None, 2], [True, True, True, True]),
    ([False, True, True, True], [None, 0], [False, False, True, True]),
    ([True, False, True, True], [None, None, 1], [True, False, True, True]),
    ([False, False, False, False], [], [False, False, False, False]),
])
def test_what_is_inside_goes_with_what_is_around_it(wanted: list[bool], parents: list[int | None], flags: list[bool]):
    found = find("“A ‘b c’ d.” “E ‘f g’ h.”")
    kept, stayed = only(found, wanted)
    assert ([q.parent for q in kept], stayed) == (parents, flags)


MARKED = st.text(st.sampled_from(list("“”„‟«»「」『』\"‘’'\n .,:—ab1é")), max_size=80)


@given(MARKED)
def test_whatever_the_marks_the_stretches_keep_order(text: str):
    found = find(text)
    for quotation in found:
        assert 0 <= quotation.outer_start <= quotation.start < quotation.end <= quotation.outer_end <= len(text)
        assert not text[quotation.start].isspace()
        assert not text[quotation.end - 1].isspace()
    for number, quotation in enumerate(found):
        if quotation.parent is not None:
            around = found[quotation.parent]
            assert quotation.parent < number
            assert around.start <= quotation.outer_start <= quotation.outer_end <= around.end
    outer = [q for q in found if q.parent is None]
    assert all(one.outer_end <= other.outer_start for one, other in pairwise(outer))
