"""Who is who over documents: the dev articles kept as one collection, held against the names that people wrote down.

No kept speaker may carry the full names or aliases of two people, and each of the ten people who are quoted most must
stand under one speaker.
"""

from __future__ import annotations

import json
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bench.corpora import test_data
from bench.verify import ingest
from quotes.records.speaker import Speaker
from quotes.store.contract.store import PageRequest, SpeakerFilter, Store
from quotes.store.store_opener import open_store
from quotes.text.personal_names import fold_words

DEV, NAMES = "bench/polnear-dev.jsonl", "bench/polnear-dev.names.jsonl"
MOST_QUOTED = 10

Words = tuple[str, ...]


@dataclass
class Person:
    """One person of the names file: all names that articles give, how often quoted, and in which articles."""

    names: set[Words] = field(default_factory=set)
    quoted: int = 0


def main() -> None:
    """Keep the articles, and hold the speakers against the names file."""
    data = test_data(DEV, NAMES)
    people = merged(named(data / NAMES))
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{folder}/quotes.db")
        ingest(store, data / DEV)
        report(list(speakers(store)), people)
        store.close()


def named(path: Path) -> Iterator[Person]:
    """The people of the names file, one for each attribution."""
    for line in path.read_text("utf-8").splitlines():
        for one in json.loads(line)["names"].values():
            if one["kind"] == "person":
                yield Person({fold_words(name) for name in (one["name"], *one["aliases"])}, 1)


def merged(found: Iterable[Person]) -> list[Person]:
    """The same people, each once: those who share a name, or its first and last word, are one.

    The file writes Paul Ryan in one article and Paul D. Ryan in another.
    """
    people: list[Person] = []
    for person in found:
        same = [known for known in people if ends(known) & ends(person)]
        whole = Person(set().union(person.names, *(known.names for known in same)),
                       person.quoted + sum(known.quoted for known in same))
        people = [known for known in people if known not in same] + [whole]
    return sorted(people, key=lambda person: -person.quoted)


def ends(person: Person) -> set[Words]:
    """The names of a person without what stands between first and last word."""
    return {(*name[:1], *name[-1:]) if len(name) > 1 else name for name in person.names}


def speakers(store: Store) -> Iterator[Speaker]:
    """All persons of the collection."""
    page = store.speakers(SpeakerFilter(kind="person"), PageRequest(100))
    yield from page.items
    while page.next:
        page = store.speakers(SpeakerFilter(kind="person"), PageRequest(100, page.next))
        yield from page.items


def report(kept: list[Speaker], people: list[Person]) -> None:
    """Print whether speakers mix people up, and under how many speakers the most quoted people stand."""
    carried: dict[str, list[Person]] = defaultdict(list)
    bearing: Counter[int] = Counter()
    for speaker in kept:
        names = {fold_words(name) for name in (speaker.name, *speaker.aliases)}
        for number, person in enumerate(people):
            if names & person.names:
                carried[speaker.id].append(person)
                bearing[number] += 1
    mixed = [speaker for speaker in kept if len(carried[speaker.id]) > 1]
    print(f"{len(kept)} persons kept, {len(people)} in the names file")
    print(f"Speakers who carry names of two people: {len(mixed)} (wanted 0)", *(one.name for one in mixed))
    whole = [number for number in range(MOST_QUOTED) if bearing[number] == 1]
    print(f"Of the {MOST_QUOTED} most quoted, those who stand under one speaker: {len(whole)} (wanted {MOST_QUOTED})")
    for number, person in enumerate(people[:MOST_QUOTED]):
        name = " ".join(max(person.names, key=len))
        print(f"    {name:24} quoted {person.quoted:3}, under {bearing[number]} speaker(s)")


if __name__ == "__main__":
    main()
