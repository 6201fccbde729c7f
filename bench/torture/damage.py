"""Damaged files: is it noticed when the service starts, while it serves, or is the damage harmless?

`python -m bench.torture.damage --files 24`. Each file is one with pages or ranges overwritten, or cut short, in two
turns: damaged before the start, and damaged under a service that runs. Harmless is what changes no answer. The promise:
no answer is wrong, and no write is acknowledged after damage was noticed, nor in a file that a check calls damaged at
the start.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from bench.torture.service import NO_ANSWER, Place, Service, article, asked, begin, good_place

PAGE = 4096
ASKED = ("/v1/quotes?limit=100", "/v1/documents?limit=100", "/v1/speakers", "/v1/search?q=weir+spring", "/v1/outlets",
         *(f"/v1/documents/d{number}" for number in range(1, 61, 4)), *(f"/v1/quotes/q{n}" for n in range(1, 121, 9)),
         "/v1/verify?text=The+weir+7+will+hold+until+spring")
ARTICLES = 60
Answers = dict[str, tuple[int, Any]]
Damage = Callable[[bytearray, random.Random, dict[str, int]], None]


def _page(table: str, with_what: bytes | None) -> Damage:
    """The first page of a table overwritten: by a byte, or by chance."""
    def damage(content: bytearray, chance: random.Random, roots: dict[str, int]) -> None:
        start = (roots[table] - 1) * PAGE
        content[start : start + PAGE] = chance.randbytes(PAGE) if with_what is None else with_what * PAGE

    return damage


def _range(length: int, with_what: bytes | None) -> Damage:
    def damage(content: bytearray, chance: random.Random, roots: dict[str, int]) -> None:
        start = chance.randrange(PAGE, len(content) - length)
        content[start : start + length] = chance.randbytes(length) if with_what is None else with_what * length

    return damage


def _header(content: bytearray, chance: random.Random, roots: dict[str, int]) -> None:
    content[:100] = chance.randbytes(100)


def _cut(part: float) -> Damage:
    def damage(content: bytearray, chance: random.Random, roots: dict[str, int]) -> None:
        del content[int(len(content) * part) :]

    return damage


def _swapped(content: bytearray, chance: random.Random, roots: dict[str, int]) -> None:
    one, other = (roots[name] - 1 for name in ("quote", "body"))
    first = bytes(content[one * PAGE : (one + 1) * PAGE])
    content[one * PAGE : (one + 1) * PAGE] = content[other * PAGE : (other + 1) * PAGE]
    content[other * PAGE : (other + 1) * PAGE] = first


TABLES = ("quote", "body", "document", "speaker", "quote_words_data", "speaker_link", "name_word",
          "document_words_data")
KINDS: tuple[tuple[str, Damage], ...] = (
    *((f"first page of {table}, zeros", _page(table, b"\0")) for table in TABLES[:5]),
    *((f"first page of {table}, chance", _page(table, None)) for table in TABLES),
    ("a range of 64 bytes, chance", _range(64, None)), ("a range of 512 bytes, zeros", _range(512, b"\0")),
    ("a range of 4096 bytes, chance", _range(4096, None)), ("a range of 20000 bytes, zeros", _range(20_000, b"\0")),
    ("a range of 20000 bytes, chance", _range(20_000, None)), ("header, chance", _header),
    ("cut at half", _cut(0.5)), ("cut at nine tenths", _cut(0.9)), ("cut at 100 bytes", _cut(0.0003)),
    ("two pages swapped", _swapped), ("a range of 4096 bytes, zeros", _range(4096, b"\0")),
)


def answers(service: Service) -> Answers:
    """What a service says to all that is asked."""
    found: Answers = {}
    for address in ASKED:
        try:
            found[address] = service.ask("GET", address)[:2]
        except NO_ANSWER:
            found[address] = (0, None)
    return found


def wrong(found: Answers, right: Answers) -> list[str]:
    """Addresses whose answer is neither the right one nor a refusal in words."""
    return [f"{answer[0]} {str(answer[1])[:80]} for {address}" for address, answer in found.items()
            if answer != right[address] and not (answer[0] == 503 and answer[1] and "damaged" in answer[1]["type"])]


def tried(place: Place, number: int, damage: Damage, right: Answers, running: bool) -> tuple[str, list[str]]:
    """One file: what became of it, and what was wrong."""
    roots: dict[str, int] = dict(asked(place.database, "SELECT name, rootpage FROM sqlite_master"))
    content = bytearray(place.database.read_bytes())
    damage(content, random.Random(number), roots)
    if not running:
        place.database.write_bytes(content)
    service = begin(place)
    if isinstance(service, str):
        said = [] if "quotes restore" in service else [f"refused without saying why: {service[:80]}"]
        return "noticed at start", said
    try:
        if running:
            with place.database.open("rb+") as file:
                file.write(content)
                file.truncate(len(content))
        found = answers(service)
        said = wrong(found, right)
        noticed = any(status == 503 for status, _ in found.values())
        sent = [service.ask("POST", "/v1/documents", article(1000 + one))[0] for one in range(3)]
        if noticed and any(status in (200, 201) for status in sent):
            said.append("a write was acknowledged after damage was noticed")
        noticed = noticed or 503 in sent
        return ("noticed in use" if noticed else "harmless to all that was asked"), said
    finally:
        service.kill()


def main(arguments: Sequence[str]) -> int:
    """Damage files and print what became of each; 1 if an answer was wrong or a write acknowledged."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=24)
    chosen = parser.parse_args(arguments)
    broken, outcomes = 0, Counter[tuple[str, str]]()
    with tempfile.TemporaryDirectory() as folder:
        with good_place(Path(folder) / "good", ARTICLES) as (good, service):
            right = answers(service)
        for running in (False, True):
            for number in range(chosen.files):
                name, damage = KINDS[number % len(KINDS)]
                place = Place(Path(folder) / f"{int(running)}-{number}", key=good.key)
                shutil.copytree(good.folder, place.folder)
                outcome, said = tried(place, number, damage, right, running)
                outcomes["under the service" if running else "before the start", outcome] += 1
                broken += bool(said)
                print(f"  {'under it' if running else 'before'}: {name}: {outcome}{'; WRONG: ' if said else ''}"
                      f"{'; '.join(said[:3])}", flush=True)
    for (when, outcome), count in sorted(outcomes.items()):
        print(f"damaged {when}: {count} {outcome}")
    print(f"{broken} files with a wrong answer or an acknowledged write")
    return int(bool(broken))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
