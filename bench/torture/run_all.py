"""Every torture module, one after the other, each in a few minutes at most: `make torture`.

A module is started as `python -m bench.torture.NAME`, prints its figures and ends with 1 if a promise was broken. Each
is stopped after its share of the time, and told as not finished, which is no success.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Sequence

# The module, what it is told, and after how many seconds it is stopped: ten minutes together.
MODULES: tuple[tuple[str, tuple[str, ...], int], ...] = (
    ("crash", ("--rounds", "6"), 100),
    ("damage", ("--files", "24"), 100),
    ("failing_disk", ("--every", "5"), 90),
    ("full_disk", (), 30),
    ("killed_migrations", ("--rounds", "6"), 50),
    ("load", ("--seconds", "60"), 80),
    ("writers", ("--rounds", "0"), 70),
    ("fuzz", ("--seconds", "35"), 80),
)


def main(arguments: Sequence[str]) -> int:
    """Run all of them, or those that are named; 1 if any broke a promise or did not end in its time."""
    failed = []
    for name, told, most in MODULES:
        if arguments and name not in arguments:
            continue
        began = time.monotonic()
        print(f"== {name}", flush=True)
        try:
            status = subprocess.run([sys.executable, "-m", f"bench.torture.{name}", *told], check=False,
                                    timeout=most).returncode
        except subprocess.TimeoutExpired:
            print(f"not finished after {most} s")
            status = 1
        print(f"   {'broken' if status else 'held'}, {time.monotonic() - began:.0f} s", flush=True)
        failed += [name] if status else []
    print(f"Broken or not finished: {', '.join(failed)}." if failed else "All promises held.")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
