"""What the C library does with memory, asked in a process of its own: what is set stays set."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
COUNT_HEAPS = """
import ctypes, re, sys, threading
from kiosk.ops.memory import keep_little_free_memory

libc = ctypes.CDLL(None)
if sys.argv[1] == "tamed":
    keep_little_free_memory()
is_over, threads = threading.Event(), threading.Barrier(5)

def allocate():
    libc.malloc(1000)
    threads.wait()
    is_over.wait()

for _ in range(4):
    threading.Thread(target=allocate).start()
threads.wait()
libc.fopen.restype = ctypes.c_void_p
out = ctypes.c_void_p(libc.fopen(b"/dev/stdout", b"w"))
libc.malloc_info(0, out)
libc.fclose(out)
is_over.set()
"""


def heaps(mode: str) -> int:
    """How many heaps a process has whose four threads have allocated something."""
    command = [sys.executable, "-c", COUNT_HEAPS, mode]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout  # noqa: S603
    return said.count("<heap nr=")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="glibc's malloc")
def test_all_threads_share_one_heap() -> None:
    assert heaps("as it is") == 5
    assert heaps("tamed") == 1
