"""Whether XML from outside may be read at all: no DOCTYPE, so no entities, and no more than a presentation has."""

from __future__ import annotations

from xml.parsers import expat

MOST_ELEMENTS = 400_000
"""In all parts of one presentation together: 200 full slides have a tenth of it."""
_DEEPEST = 80
# expat raises the last two for an encoding that it does not know, or of more than one byte a letter.
_UNREADABLE = (expat.ExpatError, LookupError, ValueError)


class NotSound(Exception):  # noqa: N818 - carries what was found
    """`found` is the sentence of a problem; empty: the XML is broken."""

    def __init__(self, found: str = "") -> None:
        super().__init__(found)
        self.found = found


class SoundCheck:
    """Counts over all parts that it is given."""

    def __init__(self) -> None:
        self._count = self._depth = 0

    def look_at(self, data: bytes) -> None:
        """Raises NotSound, nothing else."""
        self._depth = 0
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        parser.StartDoctypeDeclHandler = _refuse_doctype
        try:
            parser.Parse(data, True)  # noqa: FBT003 - takes no keyword
        except _UNREADABLE as fault:
            raise NotSound from fault

    def _begin(self, _name: str, _attributes: object) -> None:
        self._count += 1
        self._depth += 1
        if self._depth > _DEEPEST or self._count > MOST_ELEMENTS:
            raise NotSound("this presentation has too many parts.")

    def _end(self, _name: str) -> None:
        self._depth -= 1


def _refuse_doctype(*_: object) -> None:
    raise NotSound("this presentation holds a DOCTYPE, which no office program writes.")
