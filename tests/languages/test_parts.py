"""A language comes in parts: each is described and read, and one that is missing takes away no more than its own."""

from __future__ import annotations

import ast
import re
from dataclasses import fields, replace
from importlib import import_module
from pathlib import Path

import pytest

from quotes.collection.linking.identity_evidence import Traits, apart
from quotes.collection.verification.differences import compare
from quotes.collection.verification.wording import take_apart
from quotes.languages import SHIPPED, Languages, load
from quotes.languages.contract import Identity, Language, Names, Part
from quotes.reading.pipeline import read_document
from quotes.reading.warnings import FOUND_HERE
from quotes.records.document import Article
from quotes.records.reading import Reading

QUOTES = Path(__file__).parents[2] / "quotes"
MADE_UP = Languages("tests.languages")
ENGLISH = load("en")
OPTIONAL = tuple(name for name in ENGLISH.parts if name != "vocabulary")
VIA = {"cues": ["Facebook"], "platforms": ["CNN"]}  # what is left of what passed words on, by the part that is missing
FOLDERS = [(package, code) for package, shelf in (("quotes.languages", SHIPPED), ("tests.languages", MADE_UP))
           for code in shelf]

INVENTED = """Ul bruka esta nel Norda.

“Ula bruka vila opna mondag,” tolda Mira Velt.

“Shen waita dal wintra,” tolda ul mayra.

“Henis marka ne esta nu,” tolda Torun Asp. “Kvan ul bruka opna,” hen askida.
"""
ARTICLE = """<html lang="en"><head><title>Bridge closes</title></head><body><article><h1>Bridge closes</h1>
<p>MILLBROOK — The old bridge will close on Monday, Mayor Ann Reed told CNN, calling the delay “a shame for us all.”</p>
<p>“We have waited long enough,” said Reed, who took office in May. “The ice will not wait,” she added.</p>
<blockquote class="twitter-tweet"><p>The pier stays open.</p>— Harbour Board (@harbourboard)
<a href="https://twitter.com/harbourboard/status/1234567890123456789">May 5, 2024</a></blockquote>
<p>“My customers come over that bridge,” Tom Birch, a baker, wrote on Facebook. An official who asked not to be named
said the novel “Over Water” had “nothing to do with it at all,” and the union agreed. The Harbor Workers Union had said
“we will not strike” in a letter.</p></article></body></html>"""


def without(part: str) -> Language:
    """English with one part taken out."""
    return replace(ENGLISH, **{part: type(ENGLISH.parts[part])()})


def missing(reading: Reading) -> list[str]:
    """The parts that a reading says its language lacks."""
    return [code for warned in reading.warnings if (code := warned.code).startswith("language_")]


def speakers(reading: Reading) -> dict[str, str]:
    """The speaker's name by the words of each quotation that has one."""
    return {(quote.text or "").rstrip(",."): quote.speaker.name for quote in reading.quotes if quote.speaker}


# -- a language of few parts -------------------------------------------------------------------------------------------

def test_an_article_in_a_language_of_three_parts_is_read():
    reading = read_document(Article(text=INVENTED, language="qaa"), languages=MADE_UP)
    found = speakers(reading)
    assert found["Ula bruka vila opna mondag"] == "Mira Velt" and found["Henis marka ne esta nu"] == "Torun Asp"
    assert found["Shen waita dal wintra"] in ("ul mayra", "Mira Velt")  # the mayor, who may be she
    assert found["Kvan ul bruka opna"] in ("hen", "Torun Asp")
    assert missing(reading) == [f"language_{part}" for part in MADE_UP["qaa"].missing]
    assert set(MADE_UP["qaa"].missing) == {"names", "sources", "platforms", "comparison", "identity", "stance"}


def test_one_more_part_gives_what_it_is_for():
    named = replace(MADE_UP["qaa"], names=Names(given_names={"Mira": 1.0, "Torun": 0.0}))
    reading = read_document(Article(text=INVENTED, language="qaa"), languages={"qaa": named})
    assert speakers(reading)["Kvan ul bruka opna"] == "Torun Asp"
    assert "language_names" not in missing(reading)


def test_what_no_language_is_known_for_has_one_warning_only():
    codes = [warned.code for warned in read_document(Article(text=INVENTED, language="qaa")).warnings]
    assert "language" in codes
    assert not [code for code in codes if code.startswith("language_")]


def test_languages_are_found_by_their_folders():
    assert "en" in SHIPPED
    assert SHIPPED["en"] is ENGLISH
    assert set(MADE_UP) == {"qaa"}
    assert MADE_UP.get("en") is None


# -- English with a part taken out -------------------------------------------------------------------------------------

def test_english_has_every_part():
    assert ENGLISH.missing == ()
    assert missing(read_document(Article(html=ARTICLE))) == []


@pytest.mark.parametrize("part", OPTIONAL)
def test_an_article_is_read_without_a_part_and_says_so(part: str):
    reading = read_document(Article(html=ARTICLE), languages={"en": without(part)})
    assert missing(reading) == [f"language_{part}"]
    assert len({warned.message for warned in reading.warnings}) == len(reading.warnings)
    assert FOUND_HERE.issuperset(missing(reading))
    found = speakers(reading)
    assert found["a shame for us all"] == found["We have waited long enough"] == "Ann Reed"
    if part != "references":
        assert found["The ice will not wait"] == "Ann Reed"
    assert found["My customers come over that bridge"] == "Tom Birch"
    assert [quote.via.name for quote in reading.quotes if quote.via] == VIA.get(part, ["CNN", "Facebook"])
    assert [quote.text for quote in reading.quotes if quote.post] == ["The pier stays open."]


@pytest.mark.parametrize("part", OPTIONAL)
def test_wordings_are_compared_without_a_part(part: str):
    language = without(part)
    same = take_apart("The ice will not wait for two of us", language)
    kept = take_apart("“The ice will not wait, for two of us.”", language)
    denied = take_apart("The ice will wait for 2 of us", language)
    whole, other = compare(same, kept, language), compare(denied, kept, language)
    assert whole and not whole.changed and whole.similarity == 1.0
    assert other and other.similarity < 1.0
    assert ("negation" in other.changed) == (part != "comparison")


def test_people_are_told_apart_without_words_for_it():
    one, other = Traits(fields=frozenset(["sport"])), Traits(fields=frozenset(["politics"]))
    assert apart(one, other, ENGLISH)
    assert apart(one, other, without("identity")) is None


# -- what every language keeps to --------------------------------------------------------------------------------------

@pytest.mark.parametrize("part", ENGLISH.parts.values(), ids=lambda part: type(part).__name__)
def test_a_part_describes_every_list(part: Part):
    described = set(re.findall(r"`(\w+)`", type(part).__doc__ or ""))
    assert described == {one.name for one in fields(part)}


def test_every_list_is_read():
    """A part is read as `language.names.titles`, or from a variable or attribute that has the part's name.

    The patterns of stances name their lists in words, as the lists of a pattern are named.
    """
    patterns = (QUOTES / "attribution" / "stance_patterns.py").read_text(encoding="utf-8")
    read = {("stance", name) for name in re.findall(r"['\"<](\w+)['\">]", patterns)}
    for path in QUOTES.rglob("*.py"):
        if "languages" in path.relative_to(QUOTES).parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Attribute | ast.Name):
                owner = node.value.attr if isinstance(node.value, ast.Attribute) else node.value.id
                read.add((owner.removeprefix("_"), node.attr))
    given = {(name, one.name) for name, part in ENGLISH.parts.items() for one in fields(part)}
    assert given - read == set()


@pytest.mark.parametrize("package, code", FOLDERS)
def test_a_language_has_one_file_for_each_part(package: str, code: str):
    folder = Path(import_module(f"{package}.{code}").__path__[0])
    language = Languages(package)[code]
    assert language.code == code
    for name, part in language.parts.items():
        assert (folder / f"{name}.py").exists() == (not part.is_empty), name
        if not part.is_empty:
            assert type(import_module(f"{package}.{code}.{name}").part()) is type(part)


def test_an_empty_part_is_one_that_is_missing():
    assert replace(ENGLISH, identity=Identity(common_surnames=frozenset(["smith"]))).missing == ()
    assert replace(ENGLISH, identity=Identity()).missing == ("identity",)
