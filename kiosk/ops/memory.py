"""How the C library keeps memory that is free again."""

from __future__ import annotations

import sys

_MMAP_THRESHOLD, _ARENA_MAX = -3, -8  # M_MMAP_THRESHOLD and M_ARENA_MAX of glibc's malloc.h
LARGE_BLOCK = 1024 * 1024
"""Bytes. A page's picture is larger, everything else is smaller."""


def keep_little_free_memory() -> None:
    """Give pictures back to the system when they are let go, and have all threads share one heap. glibc alone.

    glibc raises the first limit to the largest block that was ever freed, up to 32 MB (mallopt(3)). From then on
    pictures lie among small blocks, which hold their room: months of turning pages would scatter them.

    It also gives threads heaps of their own, up to eight a processor: what is free in one is of no use to another. The
    kiosk's threads come and go, and seldom allocate at the same time. Those that have a heap already keep it.
    """
    if not sys.platform.startswith("linux"):
        return
    import ctypes  # noqa: PLC0415 - after the first screen is shown

    try:
        adjust = ctypes.CDLL(None).mallopt
    except (OSError, AttributeError):
        return
    adjust(_MMAP_THRESHOLD, LARGE_BLOCK)
    adjust(_ARENA_MAX, 1)
