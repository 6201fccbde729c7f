"""A disk that is really full: reads go on, writes are refused in words, and with room all goes on by itself.

`python -m bench.torture.full_disk`. It mounts a small tmpfs; where that is not allowed it says so and passes.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from bench.torture.service import Place, article, asked, halves, served

SIZE = "4m"
MOST = 2000  # articles that are sent until the disk is full


def main(arguments: Sequence[str]) -> int:
    """Fill the disk, look, make room, look again; 1 if a promise was broken."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", folder]
        mounted = subprocess.run(command, check=False, text=True, capture_output=True)
        if mounted.returncode:
            print(f"skipped: no tmpfs can be mounted here ({mounted.stderr.strip()})")
            return 0
        try:
            return _filled(Path(folder))
        finally:
            subprocess.run(["umount", folder], check=True)


def _filled(folder: Path) -> int:
    place, sent, kept = Place(folder), Counter[str](), set[int]()
    place.make_key()
    filler = folder / "filler"
    with served(place) as service:
        for number in range(MOST):
            if number == 20:
                filler.write_bytes(bytes(_room(folder) // 4096 * 4096 - 300_000))
            status, body, _ = service.ask("POST", "/v1/documents", article(number))
            sent[f"{status} {(body or {}).get('type', '')}".strip()] += 1
            kept.update({number} if status < 300 else ())
            if number > 20 and status == 503:
                break
        full = [service.ask("GET", path)[0] for path in ("/readyz", "/healthz", "/v1/quotes", "/v1/documents/d1")]
        filler.unlink()
        again = [service.ask("GET", "/readyz")[0], service.ask("POST", "/v1/documents", article(MOST + 1))[0]]
        service.stop()
    there = {int(url.rpartition("/")[2]) for (url,) in asked(place.database, "SELECT url FROM document")}
    whole = place.run("check", "--full").returncode == 0
    print(f"a full disk of {SIZE}: {dict(sent)}; while full /readyz, /healthz, quotes, document: {full}; with room "
          f"/readyz, a new article: {again}; {len(kept - there)} of {len(kept)} lost, {halves(place.database)} half, "
          f"{'whole' if whole else 'NOT WHOLE'}")
    right = full[1:] == [200, 200, 200] and full[0] == 503 and again == [200, 201] and whole
    return int(not right or bool(kept - there))


def _room(folder: Path) -> int:
    return shutil.disk_usage(folder).free


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
