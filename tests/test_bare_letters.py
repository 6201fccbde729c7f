"""Outside quotes/text the letters of classes are never written out: names and composed patterns stand for them.

The rule is read from the syntax tree of every module that has to do with classes, which is one that imports from
quotes.text or has something called a view. There no string may consist of nothing but letters of the two alphabets and
what patterns are made of, and no pattern may be compiled but from a plain literal.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from quotes.text import name_parts, word_classes

ROOT = Path(__file__).parent.parent
TEXT = "quotes.text"
LETTERLESS = frozenset({"quotes.text.personal_names", "quotes.text.entities.recognizer",
                        "quotes.text.invisible"})  # names and characters, and no classes
HOME = ROOT / "quotes" / "text"
SOURCES = sorted(path for path in (ROOT / "quotes").rglob("*.py") if HOME not in path.parents)

VIEWS = frozenset({"view", "_view"})
COMPILERS = frozenset({"compile", "template", "match", "fullmatch", "search", "finditer", "findall", "split", "sub",
                       "subn", "splititer"})
LETTERS = frozenset(value for module in (word_classes, name_parts) for name, value in vars(module).items()
                    if name.isupper() and isinstance(value, str) and len(value) == 1)
SYNTAX = frozenset("[]{}()|?*+^$<>=!.,:-0123456789\\")
NAMED_GROUP = re.compile(r"\(\?P[<=>]\w+[>)]?")
ESCAPE = re.compile(r"\\[bBAZdDwWsS]")

# The expression around a literal that looks like letters of classes and is none, and what it is.
EXEMPT = {
    "word.lower().rstrip('.')": "the dot of an abbreviation",
    "form[0].replace('.', '')": "the dots of initials",
    "word.partition('-')": "the hyphen inside a word",
    "given.partition('-')": "the hyphen inside a name",
    "'-' in name.surname": "the hyphen inside a name",
    "self.words[i] == '.'": "the mark itself",
    "(',', '.', '\\n', '')": "characters of the text",
    "after in ',.;:)?!'": "characters of the text",
    "(',', ':', 'as', 'to', 'the', 'a')": "words and marks",
    "('with', 'to', 'on', 'by')": "words",
    "tokens.words[link].lower() != 'to'": "a word",
    "('no', 'one', 'two', 'three', 'four', 'five', 'six', 'several')": "words",
    "kind == 'p'": "a kind of pronoun (Language.pronouns)",
    "'p' in kinds": "a kind of pronoun (Language.pronouns)",
    "name.replace('-', '')": "the hyphen inside a name",
    "{'Person': 'person', 'Organization': 'organization', 'Location': 'place', 'Facility': 'place', 'NORP': 'people', "
    "'Misc': 'work', 'Product': 'work'}": "tags of an entity corpus",
    "('s', 't', 're', 've', 'll', 'd', 'm')": "endings after an apostrophe",
    "('O', 'D', 'L')": "what names begin with before an apostrophe",
    "path.suffix == '.gz'": "a file's ending",
    "tags[after][:2] == 'I-'": "tags of an entity corpus",
    "(',', ':')": "marks of JSON",
    "(',', '?', '!')": "marks that end a quotation",
    "match.group().rstrip('.')": "the dot of an abbreviation",
    "without_accents(word).lower().rstrip('.')": "the dot of an abbreviation",
}


def is_bare(value: str) -> bool:
    """Whether a string holds letters of classes and otherwise only what patterns are made of."""
    rest = ESCAPE.sub("", NAMED_GROUP.sub("(", value))
    return set(rest) <= LETTERS | SYNTAX and not LETTERS.isdisjoint(rest)


def is_concerned(tree: ast.AST) -> bool:
    """Whether a module has to do with classes of tokens."""
    for node in ast.walk(tree):
        if (isinstance(node, ast.ImportFrom) and f"{node.module}.".startswith(f"{TEXT}.")
                and node.module not in LETTERLESS):
            return True
        if isinstance(node, ast.ImportFrom) and node.module == "quotes" and "text" in {a.name for a in node.names}:
            return True
        if isinstance(node, ast.Import) and any(f"{alias.name}.".startswith(f"{TEXT}.") for alias in node.names):
            return True
        if {getattr(node, field, None) for field in ("attr", "arg", "id")} & VIEWS:
            return True
    return False


def is_text(parent: ast.AST) -> bool:
    """Whether a string is a docstring, or a piece of one that is put together."""
    if isinstance(parent, ast.Expr):
        return True
    return isinstance(parent, ast.JoinedStr) and any(isinstance(piece, ast.FormattedValue) for piece in parent.values)


def compiles(node: ast.AST) -> bool:
    """Whether a node is a call that takes a pattern as its first argument: regex.compile(…), re.search(…)."""
    return (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in COMPILERS
            and isinstance(node.func.value, ast.Name) and node.func.value.id in ("re", "regex"))


def faults(source: str, exempt: Mapping[str, str] = EXEMPT) -> Iterator[str]:
    """The letters that one source writes out, and the patterns that cannot be judged."""
    tree = ast.parse(source)
    if not is_concerned(tree):
        return
    for parent in ast.walk(tree):
        for node in ast.iter_child_nodes(parent):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                if is_bare(node.value) and not is_text(parent) and ast.unparse(parent) not in exempt:
                    yield f"line {node.lineno}: name the classes in {ast.unparse(parent)[:200]}"
            elif isinstance(node, ast.Call) and compiles(node) and not isinstance(node.args[0], ast.Constant):
                yield f"line {node.lineno}: compose this by quotes.text.patterns: {ast.unparse(node)}"
        if isinstance(parent, ast.ImportFrom) and parent.module in ("re", "regex"):
            yield f"line {parent.lineno}: import the module instead: {ast.unparse(parent)}"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_module_writes_letters_of_classes_out(path: Path):
    assert list(faults(path.read_text(encoding="utf-8"))) == []


def test_every_exemption_is_used():
    found = "\n".join(fault for path in SOURCES for fault in faults(path.read_text(encoding="utf-8"), {}))
    assert [around for around in EXEMPT if around not in found] == []


CLASSES = "from quotes.text.word_classes import CUES\n"
REFUSED = [
    # a comparison, a membership, a table
    CLASSES + "def f(view, i): return view[i] == 'Q'",
    CLASSES + "def f(view, i): return view[i] in 'RA'",
    CLASSES + "def f(view, i): return view[i : i + 1] in ('o', 'I')",
    CLASSES + "EDGES = frozenset('.¶')",
    CLASSES + "EDGES = CUES + '¶'",
    CLASSES + "KINDS = {'1': 'name'}",
    CLASSES + "def f(run): return run.letters == 'A'",
    CLASSES + "def f(run, letters='LWN'): return run.letters in letters",
    CLASSES + "def f(view, i):\n    match view[i]:\n        case 'X':\n            return 1",
    # a method of str
    CLASSES + "def f(view): return view.find('¶')",
    CLASSES + "def f(view): return view.count('.', 0, 9)",
    CLASSES + "def f(view): return view.strip('RA,')",
    CLASSES + "def f(view): return view.startswith(('Q', 'q'))",
    CLASSES + "def f(view): return f'{view}{\"X\"}'",
    # a pattern
    CLASSES + "import regex\nSAYS = regex.compile(r'[RA]{0,2}[Cc]')",
    CLASSES + "import regex\nSAYS = regex.compile(r'(?P<verb>[Cc])(?=[^.¶]+$)')",
    CLASSES + "import regex\nSAYS = regex.compile(r'\\b(?:X|H)\\Z')",
    CLASSES + "import regex\nSAYS = regex.compile(rf'[{CUES}]{{0,2}}')",
    CLASSES + "import regex\nSAYS = regex.compile('[' + CUES + ']')",
    CLASSES + "import re\ndef f(view): return re.search(CUES, view)",
    CLASSES + "from regex import compile",
    # every way to have to do with classes
    "from quotes.text import word_classes\nEDGES = '.¶'",
    "from quotes import text\nEDGES = '.¶'",
    "import quotes.text.word_classes\nEDGES = '.¶'",
    "from quotes.text.tokens import Tokens\nEDGES = '.¶'",
    "def f(scene, i): return scene.view[i] == 'Q'",
    "def f(view, i): return view[i] == 'Q'",
    "class A:\n    def f(self): return self._view[0] == 'Q'",
]
ALLOWED = [
    CLASSES + "def f(view, i): return view[i] in CUES",
    CLASSES + "def f(view, i): return view[i : i + 1] == ''",
    CLASSES + "from quotes.text.patterns import pattern, up_to\nSAYS = pattern(up_to(2, CUES), CUES)",
    CLASSES + "import regex\nMARKS = regex.compile(r'[“”]\\s+\\w')",
    CLASSES + "import re\ndef f(text): return re.findall(r'\\w+', text)",
    CLASSES + "def f(text): return ' '.join(text.split())",
    CLASSES + "def f(kind): return kind == 'person'",
    CLASSES + "def f(n):\n    'QQ'\n    return f'{n}. '",
    CLASSES + "def f(n): return f'({n})'",
    "EDGES = '.¶'",  # has nothing to do with classes
    "import regex\nSAYS = regex.compile('[RA]')",
]


@pytest.mark.parametrize("source", REFUSED)
def test_letters_that_are_written_out_are_noticed(source: str):
    assert list(faults(source))


@pytest.mark.parametrize("source", ALLOWED)
def test_names_and_other_strings_pass(source: str):
    assert list(faults(source)) == []


@pytest.mark.parametrize("name", sorted(name for name, value in vars(word_classes).items()
                                        if name.isupper() and isinstance(value, str)))
def test_every_class_and_group_written_out_is_noticed(name: str):
    assert list(faults(f"{CLASSES}A = {vars(word_classes)[name]!r}"))
