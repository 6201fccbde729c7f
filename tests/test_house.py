"""House rules that a test can hold: few entries a folder, nouns for names, one noun a concept, what a folder is."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest

ROOT = Path(__file__).parent.parent
TOPS = ("quotes", "api", "schemas")
GLOSSARY = ROOT / "docs" / "reference" / "glossary.md"
MOST_AT_THE_ROOT, MOST_IN_A_FOLDER = 13, 24  # beside the place at the root of quotes/ that is kept for archives
NOT_COUNTED = frozenset({"__init__", "__main__", "py", "__pycache__", "spark"})  # py.typed
SENTENCE_END = re.compile(r"[.?!]”?(?=\s|$)")
# Whose files have to be named by the glossary's nouns: what is one concept on every floor. The stages, the languages
# and the command line have their own parts, and commands are named by what people type.
FLOORS = ("api/description", "api/resources", "api/pages", "api/http", "schemas", "quotes/collection", "quotes/store")
# What is named by the variant that it is: a format, an engine.
VARIANTS = ("schemas/feeds", "schemas/formats", "quotes/store/engine", "quotes/store/migrations")
TYPED = ("quotes/cli/commands/", "quotes/store/migrations/")  # named by what people type, and never named anew
# Words in -ing and -ed that are nouns, or stand before the noun of a term: any other is a participle.
NOUNS = frozenset({"reading", "meaning", "rereading", "linking", "training", "wording", "spelling", "nesting",
                   "drawing", "setting", "warning", "feed", "jsonfeed", "oembed"})
TERMS = frozenset({"embedded_posts", "entered_accounts", "marked_segments", "pasted_text", "derived_fields",
                   "prepared_statements", "capitalised_runs", "masked_view", "standing_decisions", "trusted_proxies",
                   "unnamed_sources"})


def modules() -> list[PurePosixPath]:
    """Every module, by its path from the root."""
    return sorted(PurePosixPath(path.relative_to(ROOT)) for top in TOPS for path in (ROOT / top).rglob("*.py"))


def folders() -> list[PurePosixPath]:
    """Every folder with modules."""
    return sorted({module.parent for module in modules()})


def singular(word: str) -> str:
    """A noun in the singular, as far as comparing names needs it."""
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith(("sses", "ches")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "statistics", "metrics")) else word


def words_of(name: str) -> tuple[str, ...]:
    """The words of a file's name or of a term, in the singular."""
    return tuple(singular(word) for word in re.split(r"[ _-]", name.lower()))


def rows() -> Iterator[list[str]]:
    """The glossary's rows: term, meaning, and the words that stand for it no more."""
    for line in GLOSSARY.read_text(encoding="utf-8").splitlines():
        if line.startswith("| ") and not line.startswith(("| term", "| ---")):
            yield [cell.strip() for cell in line.strip("|").split(" |")]


CONCEPTS = frozenset(words_of(row[0]) for row in rows())
REPLACED = {words_of(word): row[0] for row in rows() for word in re.split(r", ?", row[2]) if word}


def holds(name: tuple[str, ...], term: tuple[str, ...]) -> bool:
    """Whether the words of a name hold those of a term, side by side."""
    return any(name[at : at + len(term)] == term for at in range(len(name) - len(term) + 1))


def faults(module: str) -> list[str]:
    """What is wrong with the name of one module."""
    path = PurePosixPath(module)
    words, found = words_of(path.stem), []
    if module.startswith(TYPED):
        return found
    if any(word.endswith(("ing", "ed")) and word not in NOUNS for word in words) and path.stem not in TERMS:
        found.append(f"{module}: a file is named by a noun of the field, not by a participle")
    found += [f"{module}: the noun for this is “{noun}”" for other, noun in REPLACED.items() if words == other]
    concerned = module.startswith(tuple(f"{floor}/" for floor in FLOORS)) and not module.startswith(VARIANTS)
    if concerned and not any(holds(words, term) for term in CONCEPTS):
        found.append(f"{module}: name it by a noun of the glossary, or put the noun there")
    return found


NAMED = [str(module) for module in modules() if module.stem != "__init__"]


@pytest.mark.parametrize("module", NAMED)
def test_a_file_is_named_by_its_concepts_noun(module: str):
    assert faults(module) == []


@pytest.mark.parametrize("module", [
    "api/http/signing.py", "api/http/limiting.py", "api/pages/speaking.py", "api/resources/taking.py",
    "quotes/store/unlearning.py", "quotes/store/takedown/removal.py", "quotes/collection/keeping.py",
    "quotes/collection/linking/calling.py", "schemas/listing.py", "schemas/removal.py", "schemas/thing.py",
    "quotes/attribution/deciding.py", "quotes/coreference/cast.py", "api/http/packing.py", "quotes/making.py",
])
def test_a_name_that_breaks_the_rules_is_noticed(module: str):
    assert faults(module)


def test_the_way_of_an_article_is_seen_at_the_root():
    entries = {path.name.partition(".")[0] for path in (ROOT / "quotes").iterdir()} - NOT_COUNTED
    assert len(entries) <= MOST_AT_THE_ROOT, sorted(entries)


@pytest.mark.parametrize("folder", folders(), ids=str)
def test_no_folder_has_too_many_modules(folder: PurePosixPath):
    inside = [module for module in modules() if module.parent == folder and module.stem != "__init__"]
    assert len(inside) <= MOST_IN_A_FOLDER


def sentences(docstring: str) -> int:
    """How many sentences say what a folder is: those of the first line and of the paragraph after it."""
    return len(SENTENCE_END.findall("\n\n".join(docstring.split("\n\n")[:2])))


@pytest.mark.parametrize("folder", [folder for folder in folders() if str(folder) != "quotes"], ids=str)
def test_a_folder_says_in_three_sentences_what_belongs_in_it(folder: PurePosixPath):
    source = (ROOT / folder / "__init__.py").read_text(encoding="utf-8")
    assert sentences(ast.get_docstring(ast.parse(source)) or "") == 3


def test_sentences_are_counted():
    assert sentences("One.\n\nTwo, in page.py. Three?\n\nFour.") == 3
    assert sentences("One line alone.") == 1


def mirrored() -> Iterator[str]:
    """The folders of tests that mirror folders of the packages."""
    for folder in folders():
        yield str(folder.relative_to("quotes")) if folder.parts[0] == "quotes" else str(folder)


def test_tests_mirror_the_packages():
    there = set(mirrored()) | {"", ".", "languages/en"}
    own = {"bench", "browser", "corpus", "docs", "languages/qaa", "api/cards/golden",
           "reliability", "security"}  # of tests alone
    folders_of_tests = {str(PurePosixPath(path.parent.relative_to(ROOT / "tests")))
                        for path in (ROOT / "tests").rglob("*.py")}
    assert folders_of_tests - there - own == set()
