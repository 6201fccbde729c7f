"""Schemathesis against the running service: every check, random requests and stateful links, two seeds.

`python -m bench.torture.run --examples 100 --seeds 1 2`. What may fail, and why, stands in schemathesis.toml.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.server import QUOTES, running, without_settings

ROOT = Path(__file__).parent.parent.parent
WORKERS = "1"  # with two threads Python 3.11 now and then fails to parse its own sources (AST recursion depth)


def main(arguments: Sequence[str]) -> int:
    """Run every seed; 0 if nothing failed that may not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--examples", type=int, default=100)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2])
    asked = parser.parse_args(arguments)
    failed = 0
    for seed in asked.seeds:
        with served() as (address, key):
            failed += bool(run(address, key, asked.examples, seed))
    return 1 if failed else 0


def run(address: str, key: str, examples: int, seed: int) -> int:
    """One run; its exit status. What an earlier run found is not sent again: a seed alone decides.

    Told is how many requests were sent; all that schemathesis has to say only where something failed.
    """
    shutil.rmtree(ROOT / ".schemathesis", ignore_errors=True)
    command = [sys.executable, "-m", "schemathesis.cli", "--config-file", ROOT / "bench/torture/schemathesis.toml",
               "run", f"{address}/openapi.json", "--checks", "all", "--max-examples", str(examples),
               "--seed", str(seed), "--workers", WORKERS, "--header", f"Authorization: Bearer {key}",
               "--no-shrink"]
    ran = subprocess.run(command, cwd=ROOT, check=False, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if ran.returncode:
        print(ran.stdout, flush=True)
    sent = re.search(r"(\d+) generated", ran.stdout)
    failed = "some failed, see above" if ran.returncode else "none failed"
    print(f"Seed {seed}: {sent[1] if sent else 'no'} requests, {failed}.", flush=True)
    return ran.returncode or int(sent is None)


@contextmanager
def served() -> Iterator[tuple[str, str]]:
    """A service of our own on loopback with the samples in it, and a key for everything."""
    with tempfile.TemporaryDirectory() as folder:
        settings = {"QUOTES_DATABASE": f"sqlite:///{folder}/quotes.db", "QUOTES_RATE_LIMIT": "off",
                    "QUOTES_LOG_LEVEL": "error"}
        env = {**without_settings(), **settings}
        subprocess.run([QUOTES, "ingest", ROOT / "samples"], env=env, check=True)
        key = subprocess.run([QUOTES, "keys", "add", "torture", "--scope", "admin"], env=env, check=True, text=True,
                             stdout=subprocess.PIPE).stdout.strip()
        with running(settings, log=None) as server:
            yield server.address, key


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
