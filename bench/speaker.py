"""The page of somebody who said very much, beside GET /v1/quotes for them: `make bench-speaker`."""

from __future__ import annotations

import gc
import sys
from dataclasses import replace
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time

from flask.testing import FlaskClient

from quotes.api.app import create_app
from quotes.collection.ingestion import keep
from quotes.records.document import Document
from quotes.records.quote import Quote
from quotes.records.reading import Reading
from quotes.records.speaker import QuotedSpeaker, Speaker
from quotes.settings import read_settings
from quotes.store.store_opener import open_store

QUOTES, A_DOCUMENT, ROUNDS = 100_000, 100, 40
WHO = Speaker("s1", "Ona Brandt", "person", "a lighthouse keeper")


def reading(number: int) -> Reading:
    """One of many articles in which the same person is quoted over and over."""
    words = [f"Reason number {number} of {at}, said once and for all." for at in range(A_DOCUMENT)]
    text = "\n".join(f"“{one}” said Ona Brandt." for one in words)
    day = f"{2000 + number // 336}-{1 + number // 28 % 12:02}-{1 + number % 28:02}"
    who = QuotedSpeaker("s1", WHO.name, WHO.kind, WHO.description, "Ona Brandt")
    quotes, at = [], 0
    for one in words:
        start = text.index(one, at)
        at = start + len(one)
        quotes.append(Quote(f"q{len(quotes) + 1}", "direct", one, start, at, "certain", 0.9, speaker=who))
    document = Document(text, title=f"Article {number}", url=f"https://gazette.example/{number}",
                        publisher="Shore Gazette", published_at=day, language="en", engine="bench")
    return replace(Reading(document, tuple(quotes), (WHO,)))


def milliseconds(client: FlaskClient, address: str) -> float:
    """The median processor time of an answer."""
    times = []
    for _ in range(ROUNDS):
        start = process_time()
        response = client.get(address)
        times.append(process_time() - start)
        if response.status_code != 200:
            raise SystemExit(f"{address} answered {response.status_code}")
    return median(times) * 1000


def main() -> None:
    """Print the times; the exit status says whether the page keeps to three times the list's."""
    with TemporaryDirectory() as folder:
        database = f"sqlite:///{folder}/quotes.db"
        store = open_store(database)
        with store.writing():
            for number in range(QUOTES // A_DOCUMENT):
                keep(store, reading(number))
        store.close()
        client = create_app(read_settings({"QUOTES_DATABASE": database, "QUOTES_RATE_LIMIT": "off"})).test_client()
        gc.disable()
        api = milliseconds(client, "/v1/quotes?speaker=s1")
        page = milliseconds(client, "/speakers/s1")
        line = milliseconds(client, "/speakers/s1/timeline.svg")
    sys.stdout.write(f"{QUOTES} quotes of one speaker, milliseconds of processor time, medians of {ROUNDS}\n"
                     f"GET /v1/quotes?speaker=s1  {api:6.1f}\nGET /speakers/s1           {page:6.1f}\n"
                     f"its timeline               {line:6.1f}\nratio {page / api:.2f}, at most 3\n")
    sys.exit(page > 3 * api)


if __name__ == "__main__":
    main()
