"""The command `quotes`: its commands, what goes into them, what comes out, and the server that one of them starts.

A command calls the pipeline, the collection or the store's contract, and shows the outcome. Rules belong to those, and
what HTTP needs belongs to api/.
"""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line and leave with its exit status."""
    from quotes.cli.program import run

    sys.exit(run(sys.argv[1:]))
