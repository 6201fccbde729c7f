"""Threads of a server take few of the addresses that a process may have."""

from __future__ import annotations

import subprocess
import sys

import pytest

THREADS, MOST = 24, 400_000_000  # bytes; with stacks and heaps as they come it would be 1,200,000,000
TAKEN = f"""
import threading
from pathlib import Path
from quotes.cli.server.thread_memory import bound
def size(): return int(Path("/proc/self/statm").read_text().split()[0]) * 4096
bound()
before, go = size(), threading.Event()
threads = [threading.Thread(target=lambda: (bytearray(200_000), go.wait())) for _ in range({THREADS})]
[thread.start() for thread in threads]
print(size() - before)
go.set()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_threads_share_heaps_and_have_small_stacks():
    taken = subprocess.run([sys.executable, "-c", TAKEN], capture_output=True, text=True, check=True)
    assert int(taken.stdout) < MOST
