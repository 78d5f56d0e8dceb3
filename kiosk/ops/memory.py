"""How the C library keeps memory that is free again."""

from __future__ import annotations

import sys

_MMAP_THRESHOLD = -3  # M_MMAP_THRESHOLD of glibc's malloc.h
LARGE_BLOCK = 1024 * 1024
"""Bytes. A page's picture is larger, everything else is smaller."""


def return_large_blocks() -> None:
    """Give pictures back to the system when they are let go. Changes nothing outside glibc.

    glibc raises this limit to the largest block that was ever freed, up to 32 MB (mallopt(3)). From then on pictures
    lie among small blocks, which hold their room: months of turning pages would scatter them.
    """
    if not sys.platform.startswith("linux"):
        return
    import ctypes  # noqa: PLC0415 - after the first screen is shown

    try:
        ctypes.CDLL(None).mallopt(_MMAP_THRESHOLD, LARGE_BLOCK)
    except (OSError, AttributeError):
        return
