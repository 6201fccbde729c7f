"""Whether people are people, and pronouns go to the right one, wherever a name comes from: floors that only rise.

The names and the little articles lie in the folder that QUOTES_TEST_DATA names, with the script that judges readings of
them; a second set of our own is in test_names_of_the_world.py.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from quotes.reading.pipeline import read_document
from quotes.records.document import Article
from quotes.schemas.reading import dump_reading

# The share of a region's articles whose speaker is right, under the full name and as a person.
FLOORS = {
    "anglo": 1.0, "celtic": 0.96, "nordic, german": 1.0, "romance": 1.0, "slavic": 1.0, "turkic, arab, persian": 1.0,
    "south asia": 0.98, "east asia": 0.83, "africa": 1.0,
}


@pytest.mark.skipif("QUOTES_TEST_DATA" not in os.environ,
                    reason="QUOTES_TEST_DATA names the folder with the names of nine regions")
def test_every_region_is_read_no_worse_than_it_was(tmp_path: Path):
    script = Path(os.environ["QUOTES_TEST_DATA"]) / "cases" / "regions.py"
    given = subprocess.run([sys.executable, script, "--corpus"], capture_output=True, text=True, check=True).stdout
    with (tmp_path / "read.jsonl").open("w", encoding="utf-8") as out:
        for row in map(json.loads, given.splitlines()):
            reading = read_document(Article(text=row["text"], language="en"))
            out.write(json.dumps({"id": row["id"], **dump_reading(reading)}) + "\n")
    ran = subprocess.run([sys.executable, script, tmp_path / "read.jsonl"], capture_output=True, text=True, check=True)
    right = dict(re.findall(r"^(.+?) +right (\d\.\d+) of 54", ran.stdout, re.MULTILINE))
    assert {region: float(right[region]) for region in FLOORS if float(right[region]) < FLOORS[region]} == {}
    assert ran.stdout.rstrip().endswith("wrong and certain 0"), ran.stdout
