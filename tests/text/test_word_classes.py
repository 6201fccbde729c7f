"""The names of classes and of parts of names, and patterns put together from them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from types import ModuleType

import pytest
import regex

from quotes.attribution.clue_sentences import LETTERS
from quotes.languages import load
from quotes.text import name_parts, word_classes
from quotes.text.name_parts import word_kinds
from quotes.text.patterns import (
    ANYTHING,
    END,
    START,
    Part,
    any_number,
    any_of,
    fewest,
    followed_by,
    named,
    none_of,
    not_followed_by,
    one_of,
    optional,
    pattern,
    preceded_by,
    repeated,
    sequence,
    some,
    up_to,
)
from quotes.text.tokens import MARKS, tokenizer
from quotes.text.word_classes import (
    ADVERB,
    AMPERSAND,
    AUXILIARY,
    CLOSING_BRACKET,
    COMMA,
    CUES,
    DASH,
    LINE,
    MODIFIERS,
    NAME,
    NUMBER,
    OPENING_BRACKET,
    QUOTATION,
    ROLE,
    ROLE_OR_VERB,
    SIGN,
    SPEECH_VERB,
    STOP,
    WEAK_SPEECH_VERB,
)
from tests.seen import names, see

ENGLISH = load("en")
ODD = """“No,” said Ann Reed (D-Va.), 52; “we – of AT&T’s board – won’t.” He believes: that’s all…
REED: “Yes!” According to two aides who asked him, the report says their letter came when it rained, saying “no”. * ‘a’
The Times reports: “X” and they say reports are out. His claim said so. One left. The mayor told him. Quickly."""
SAMPLE_WORDS = (
    "Mr.", "Senator", "House", "Dean", "Ann", "Virginia", "J.", "Jr.", "van", "Bank", "Ohio", "Canadian", "NATO",
    "Water", "Zorbane", "of", "the",
)


def names_of(module: ModuleType) -> dict[str, str]:
    """Every name of a module that stands for one letter."""
    return {name: value for name, value in vars(module).items()
            if name.isupper() and isinstance(value, str) and len(value) == 1}


@pytest.mark.parametrize("module", [word_classes, name_parts])
def test_every_letter_has_one_name(module: ModuleType):
    own = {name: value for name, value in names_of(module).items()
           if module is word_classes or names_of(word_classes).get(name) != value}
    assert [letter for letter, n in Counter(own.values()).items() if n > 1] == []


def test_the_two_alphabets_share_no_name():
    parts = {name for name in vars(name_parts)
             if name.isupper() and vars(word_classes).get(name) != vars(name_parts)[name]}
    assert parts.isdisjoint(vars(word_classes))


def test_groups_hold_every_class_once_and_only_classes():
    groups = [value for name, value in vars(word_classes).items() if name.isupper() and len(value) > 1]
    assert [group for group in groups if len(set(group)) != len(group)] == []
    assert set("".join(groups)) <= set(names_of(word_classes).values())


def test_every_class_of_the_language_and_of_marks_has_a_name():
    assert set(ENGLISH.vocabulary.classes.values()) | set(MARKS.values()) <= set(names_of(word_classes).values())


def test_every_letter_of_a_view_has_a_name_and_every_name_is_met():
    seen = see(ODD)
    met = set(tokenizer(ENGLISH).tokens(ODD).classes + seen.scene.view)
    assert met <= set(names_of(word_classes).values())
    of_words, of_marks = set(ENGLISH.vocabulary.classes.values()), set(MARKS.values())
    missing = set(names_of(word_classes).values()) - met - of_words - of_marks
    assert missing <= set(word_classes.MENTIONS)  # not every form of mention stands in so short a text


def test_every_class_but_the_undecided_one_has_words_for_readers():
    assert set(LETTERS) == set(names_of(word_classes).values()) - {ROLE_OR_VERB}


def test_every_kind_of_word_has_a_name():
    kinds = word_kinds(ENGLISH)
    met = {kinds[word] for word in SAMPLE_WORDS}
    known = {value for name, value in names_of(name_parts).items() if names_of(word_classes).get(name) != value}
    assert met == known - {name_parts.AND_SIGN}


def test_runs_are_told_by_parts_of_names():
    tokens = tokenizer(ENGLISH).tokens("He met Senator Ann Zorbane of the Water Bank & Co. in Ohio.")
    known = set(names_of(name_parts).values())
    assert set("".join(run.letters for run in names(tokens))) <= known


# What is put together, what it gives, what it matches as a whole, what it does not.
COMPOSED: list[tuple[Part, str, list[str], list[str]]] = [
    (any_of(NAME), "X", ["X"], ["", "H", "XX"]),
    (any_of(STOP), r"\.", ["."], ["X"]),
    (any_of(NAME, ROLE), "[XH]", ["X", "H"], ["", "XH"]),
    (any_of(CUES), "[CcG]", ["C", "c", "G"], ["v"]),
    (any_of(CUES, STOP), r"[CcG\.]", ["C", "."], ["v"]),
    (any_of(DASH, NUMBER, AMPERSAND, SIGN), r"[\-\#\&\*]", ["-", "#", "&", "*"], ["+", "'", ","]),
    (any_of(OPENING_BRACKET, CLOSING_BRACKET), r"[\(\)]", ["(", ")"], ["Q"]),
    (any_of(NAME, DASH, ROLE), r"[X\-H]", ["X", "-", "H"], ["Y", "Z"]),
    (none_of(STOP, LINE), r"[^\.¶]", ["X", "Q"], [".", "¶", ""]),
    (none_of(NAME), "[^X]", ["H"], ["X"]),
    (one_of(NAME, ROLE), "[XH]", ["X", "H"], ["XH"]),
    (one_of(sequence(NAME, ROLE)), "XH", ["XH"], ["X", "H"]),
    (one_of(sequence(NAME, ROLE), COMMA), "(?:XH|,)", ["XH", ","], ["X", "X,"]),
    (sequence(NAME), "X", ["X"], [""]),
    (sequence(NAME, CUES, STOP), r"X[CcG]\.", ["XC.", "XG."], ["X.", "XCX"]),
    (optional(NAME), "X?", ["", "X"], ["XX"]),
    (optional(CUES), "[CcG]?", ["", "C"], ["CG"]),
    (optional(sequence(COMMA, NAME)), "(?:,X)?", ["", ",X"], [",", "X"]),
    (optional(sequence(COMMA, NAME), ROLE), "(?:,X|H)?", ["", ",X", "H"], [",H"]),
    (any_number(MODIFIERS), "[RA]*", ["", "RAR"], ["X"]),
    (some(NAME), "X+", ["X", "XXX"], ["", "XH"]),
    (up_to(2, ADVERB, AUXILIARY), "[RA]{0,2}", ["", "R", "AR"], ["RAR"]),
    (up_to(2, MODIFIERS), "[RA]{0,2}", ["", "R", "AR"], ["RAR"]),
    (repeated(1, 3, OPENING_BRACKET), r"\({1,3}", ["(", "((("], ["", "(((("]),
    (repeated(1, 2, sequence(NAME, COMMA)), "(?:X,){1,2}", ["X,", "X,X,"], ["X", "XX"]),
    (repeated(1, 2, repeated(1, 2, NAME)), "(?:X{1,2}){1,2}", ["X", "XXXX"], ["", "XXXXX"]),
    (sequence(fewest(some(NAME)), NAME), "X+?X", ["XX"], ["X"]),
    (sequence(NAME, followed_by(ROLE), ANYTHING), "X(?=H).", ["XH"], ["XX"]),
    (sequence(NAME, followed_by(END, sequence(ROLE, STOP)), up_to(2, ANYTHING)), r"X(?=$|H\.).{0,2}", ["X", "XH."],
     ["XH", "XHX"]),
    (sequence(NAME, not_followed_by(ROLE, DASH), ANYTHING), r"X(?![H\-]).", ["XX"], ["XH", "X-"]),
    (sequence(ANYTHING, preceded_by(NAME, ROLE), STOP), r".(?<=[XH])\.", ["X.", "H."], ["C."]),
    (named("verb", CUES), "(?P<verb>[CcG])", ["C"], ["X"]),
    (named("said", NAME, one_of(CUES, sequence(COMMA, CUES))), "(?P<said>X(?:[CcG]|,[CcG]))", ["XC", "X,C"], ["X,"]),
    (optional(named("verb", CUES)), "(?P<verb>[CcG])?", ["", "C"], ["CC"]),
    (sequence(one_of(START, any_of(LINE, QUOTATION)), NAME), "(?:^|[¶Q])X", ["X", "¶X", "QX"], ["HX"]),
]


@pytest.mark.parametrize("part, text, fitting, other", COMPOSED, ids=lambda value: getattr(value, "text", ""))
def test_parts_are_put_together(part: Part, text: str, fitting: list[str], other: list[str]):
    assert part.text == text
    compiled = pattern(part)
    assert [letters for letters in fitting if not compiled.fullmatch(letters)] == []
    assert [letters for letters in other if compiled.fullmatch(letters)] == []


def test_a_pattern_is_its_parts_one_after_another():
    says = pattern(up_to(2, MODIFIERS), named("verb", SPEECH_VERB, optional(COMMA)))
    assert isinstance(says, regex.Pattern)
    match = says.match("1xRAC,Q", 2)
    assert match is not None and match.span("verb") == (4, 6)


@pytest.mark.parametrize("make", [
    lambda: any_of(), lambda: any_of(""), lambda: none_of(), lambda: one_of(), lambda: sequence(), lambda: pattern(),
    lambda: optional(), lambda: any_number(), lambda: some(), lambda: up_to(2), lambda: repeated(1, 2),
    lambda: followed_by(), lambda: not_followed_by(), lambda: preceded_by(), lambda: named("group"),
    lambda: up_to(0, NAME), lambda: repeated(3, 2, NAME), lambda: repeated(-1, 2, NAME),
    lambda: fewest(any_of(NAME)), lambda: fewest(fewest(some(NAME))),
    lambda: sequence(NAME, ""), lambda: one_of(sequence(NAME, ROLE), ""),
])
def test_what_means_nothing_is_refused(make: Callable[[], object]):
    with pytest.raises(ValueError, match=r"needs|count"):
        make()


def test_every_letter_is_matched_as_itself_only():
    letters = [*names_of(word_classes).values(), "^", "]"]
    for letter in names_of(word_classes).values():
        for compiled in (pattern(letter), pattern(any_of(letter, WEAK_SPEECH_VERB))):
            assert {other for other in letters if compiled.fullmatch(other)} - {WEAK_SPEECH_VERB} == {
                letter} - {WEAK_SPEECH_VERB}
