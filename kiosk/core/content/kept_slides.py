"""The slides of a topic as they lie in a snapshot: each is decoded when it is first asked for.

A start reads no slide that nobody looks at: 10,000 of them would take 50 ms of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import overload

import msgspec
from msgspec import Struct

from kiosk.core.content.model import Slide

_decoder = msgspec.msgpack.Decoder(Slide)


class Blob(Struct, frozen=True, eq=False, weakref=True):
    """The bytes of the snapshot `name`, with its slides. While they live, somebody may show its pictures."""

    name: str
    data: bytes


class KeptSlides(Sequence[Slide]):
    """`begin` is the place in the blob of the first slide, `lengths` the bytes of each."""

    def __init__(self, blob: Blob, begin: int, lengths: Sequence[int]) -> None:
        self._blob = blob
        self._ends = tuple(accumulate(lengths, initial=begin))
        self._read: list[Slide | None] = [None] * len(lengths)

    def __len__(self) -> int:
        return len(self._read)

    @overload
    def __getitem__(self, place: int) -> Slide: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Slide, ...]: ...
    def __getitem__(self, place: int | slice) -> Slide | tuple[Slide, ...]:
        if isinstance(place, slice):
            return tuple(self[each] for each in range(*place.indices(len(self))))
        number = range(len(self._read))[place]
        slide = self._read[number]
        if slide is None:
            slide = _decoder.decode(memoryview(self._blob.data)[self._ends[number] : self._ends[number + 1]])
            self._read[number] = slide
        return slide

    def __iter__(self) -> Iterator[Slide]:
        return (self[number] for number in range(len(self)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash((id(self._blob), self._ends))


def lengths_of(slides: Sequence[Slide], encode: msgspec.msgpack.Encoder) -> tuple[list[int], bytes]:
    """The slides as bytes, one after another, and the length of each."""
    parts = [encode.encode(slide) for slide in slides]
    ends = accumulate(map(len, parts), initial=0)
    return [after - before for before, after in pairwise(ends)], b"".join(parts)
