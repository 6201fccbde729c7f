"""Many inputs made from samples by seeded mutation, and what must hold of every one of them.

`python -m bench.torture.fuzz --documents 100000 --small 900000`, or `--seconds 60`. Texts, pages and archives are read,
JSON, queries and cursors sent to the service in this process, names taken apart. Nothing is raised but InvalidInput,
every answer is below 500, and of every reading: words stand where they are said to stand, no two stretches cross, what
is inside another lies in it, confidences from 0 to 1. One seed gives the same inputs on every machine.
"""

from __future__ import annotations

import argparse
import io
import json
import multiprocessing
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote as percent

from bench.torture.mutations import SIGNS, TAGS, mutated, mutated_bytes, samples

LONGEST_READING = 10.0  # seconds: the budget of one document
EXAMPLES, MOST_KINDS = 3, 10  # how much of what was wrong is printed
QUERIES = ["weir spring", "“no better”", "Ona Brandt -spring", "since May 2024 @ona", "wei*", "Gazette 2023", "a OR b"]
NAMES = ["Ona Brandt", "Sir Piet van der Calloway III", "O’Neill-Żak, Jr.", "María José de la Cruz", "李 明", "@ona"]
BODIES = [json.dumps({"text": "“No,” said Ona Brandt.", "url": "https://gazette.example/1", "title": "A"}),
          json.dumps({"html": "<p>“No,” said Ona.</p>", "published_at": "2024-05-01"}), "[[[[", '{"text": NaN}']
Told = Callable[[str, str, object], None]


def documents(chance: random.Random, folder: Path, told: Told) -> Iterator[str]:
    """Read one document after the other; the kind of each."""
    from quotes.cli.input.web_archives import captures
    from quotes.reading.pipeline import read_document
    from quotes.records.document import Article
    from quotes.records.errors import InvalidInput
    from tests.reliability.invariants import broken

    texts, pages = samples()
    read_document(Article(html=pages[0]))  # what is loaded once counts for no document
    archive = _archive(pages[0])
    while True:
        kind = chance.choices(("text", "html", "warc"), (5, 5, 1))[0]
        given: Any = mutated(chance, texts, SIGNS) if kind == "text" else mutated(chance, pages, SIGNS + TAGS, 8000)
        began = time.process_time()
        try:
            if kind == "warc":
                given = mutated_bytes(chance, archive)
                place = folder / "fuzz.warc"
                place.write_bytes(given)
                for _ in captures(str(place), 1_000_000):
                    pass
            else:
                reading = read_document(Article(**{kind: given}))
                for fault in broken(reading):
                    told(kind, fault, given)
        except InvalidInput:
            pass
        except Exception as error:
            told(kind, f"raised {type(error).__name__}: {str(error)[:80]}", given)
        if time.process_time() - began > LONGEST_READING:
            told(kind, f"took {time.process_time() - began:.1f} s", given)
        yield kind


def _archive(page: str) -> bytes:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    written = io.BytesIO()
    writer = WARCWriter(written, gzip=False)
    for number in range(2):
        headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
        writer.write_record(writer.create_warc_record(f"https://gazette.example/{number}", "response",
                                                      payload=io.BytesIO(page.encode()[:3000]), http_headers=headers))
    return written.getvalue()


def small(chance: random.Random, folder: Path, told: Told) -> Iterator[str]:
    """Queries, cursors, JSON and names, one after the other; the kind of each."""
    from quotes.api.app import create_app
    from quotes.records.errors import InvalidInput
    from quotes.records.search_query import matches, parse
    from quotes.schemas.cursor import BadCursor, read_cursor
    from quotes.settings import read_settings
    from quotes.text.personal_names import fold_words

    client = create_app(read_settings({"QUOTES_DATABASE": f"sqlite:///{folder}/fuzz.db", "QUOTES_RATE_LIMIT": "off",
                                       "QUOTES_LOG_LEVEL": "error"})).test_client()
    cursor = [percent(found) for found in ("v1.quotes.abc", "eyJhIjoxfQ", "MTIzfDQ1Ng==")]
    while True:
        kind = chance.choices(("query", "names", "cursor", "query over HTTP", "cursor over HTTP", "json"),
                              (40, 40, 40, 1, 1, 1))[0]
        given = mutated(chance, {"q": QUERIES, "n": NAMES, "c": cursor, "j": BODIES}[kind[0]], SIGNS, 300)
        try:
            if kind == "query":
                matches(parse(given), "The weir will hold until spring")
            elif kind == "names":
                fold_words(given)
            elif kind == "cursor":
                read_cursor("quotes", given)
            else:
                status = _status(client, kind, given)
                if status >= 500:
                    told(kind, f"answered {status}", given)
        except (InvalidInput, BadCursor):
            pass
        except Exception as error:
            told(kind, f"raised {type(error).__name__}: {str(error)[:80]}", given)
        yield kind


def _status(client: Any, kind: str, given: str) -> int:
    written = percent(given, errors="surrogatepass")
    if kind == "json":
        body = given.encode(errors="surrogatepass")
        return int(client.post("/v1/extract", data=body, content_type="application/json").status_code)
    return int(client.get(f"/v1/search?q={written}" if kind[0] == "q" else f"/v1/quotes?cursor={written}").status_code)


def work(asked: tuple[str, int, int, float]) -> tuple[Counter[str], list[tuple[str, str, str]]]:
    """One process's part: how many of each kind, and what was wrong with which input."""
    import logging

    logging.disable(logging.CRITICAL)
    what, seed, most, seconds = asked
    done, wrong = Counter[str](), list[tuple[str, str, str]]()
    until = time.monotonic() + seconds
    with tempfile.TemporaryDirectory() as folder:
        inputs = (documents if what == "documents" else small)(
            random.Random(seed), Path(folder), lambda kind, fault, given: wrong.append((kind, fault, repr(given))))
        while sum(done.values()) < most and time.monotonic() < until:
            done[next(inputs)] += 1
    return done, wrong


def main(arguments: Sequence[str]) -> int:
    """Read and send, print the figures and what was wrong; 1 if anything was."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=10**9)
    parser.add_argument("--small", type=int, default=10**9)
    parser.add_argument("--seconds", type=float, default=None, help="of each part; without it and without numbers: 45")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    chosen = parser.parse_args(arguments)
    numbers = chosen.documents < 10**9 or chosen.small < 10**9
    seconds = chosen.seconds or (10**9 if numbers else 45)
    done, wrong = Counter[str](), list[tuple[str, str, str]]()
    with multiprocessing.Pool(chosen.jobs) as pool:
        for what, most in (("documents", chosen.documents), ("small", chosen.small)):
            parts = [(what, chosen.seed * 1000 + one, -(-most // chosen.jobs), seconds) for one in range(chosen.jobs)]
            for part, found in pool.imap_unordered(work, parts):
                done += part
                wrong += found
    kinds = Counter((kind, fault.split(" lies")[0] if "(" in fault else fault) for kind, fault, _ in wrong)
    print(f"seed {chosen.seed}: {sum(done.values())} inputs: "
          + ", ".join(f"{count} {kind}" for kind, count in sorted(done.items())))
    shown = Counter[tuple[str, str]]()
    for kind, fault, given in wrong:
        shown[kind, fault] += 1
        if shown[kind, fault] <= EXAMPLES and len(shown) <= MOST_KINDS:
            print(f"  WRONG, {kind}: {fault}: {given[:300]}")
    print(f"{len(wrong)} broken invariants, failures or inputs over budget ({len(kinds)} kinds)")
    return int(bool(wrong) or not done)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
