"""How much memory, and how much of the addresses that a process may have, threads take for themselves.

The C library gives every thread that asks for memory a heap of its own, of 64 MB of addresses, and a stack of 8 MB:
under a limit of 1.2 GB, two dozen threads would leave too little for work.
"""

from __future__ import annotations

import ctypes
import threading

STACK = 2 * 2**20  # bytes; what goes deep is read by processes apart, or iterates
HEAPS = 4
M_ARENA_MAX = -8  # malloc.h of the GNU C library


def bound() -> None:
    """Let the threads that this process and those forked from it will start share few heaps, and have small stacks."""
    threading.stack_size(STACK)
    library = ctypes.CDLL(None)
    if hasattr(library, "gnu_get_libc_version"):  # others have no such heaps
        library.mallopt(M_ARENA_MAX, HEAPS)
