"""The command `quotes`: its commands, what goes into them, what comes out, and the server they start.

Commands call the pipeline, the collection and the store's contract, and show the outcome. They hold no rule of their
own. What HTTP needs is in api/.
"""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line and leave with its exit status."""
    from quotes.cli.program import run

    sys.exit(run(sys.argv[1:]))
