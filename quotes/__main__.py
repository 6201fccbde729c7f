"""`python -m quotes`: the command line, also where its script is not on the path."""

from __future__ import annotations

import sys

from quotes.cli.program import run

if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
