"""Signs that none of the kiosk's fonts can draw (standards VIS-13): the machine's own may, or there is an empty box."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kiosk.core.content.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.core.content.problems import Problem
    from kiosk.core.content.review.written import Written

DRAWN = """
    20-7e a0-377 37a-37f 384-38a 38c 38e-3a1 3a3-3e1 3f0-52f 600-6ff 750-77f 870-88e 890-891 898-97f
    10fb 1ab0-1ac0 1ac5 1ac7-1ace 1c80-1c88 1d00-1df9 1dfb-1f15 1f18-1f1d 1f20-1f45 1f48-1f4d 1f50-1f57
    1f59 1f5b 1f5d 1f5f-1f7d 1f80-1fb4 1fb6-1fc4 1fc6-1fd3 1fd6-1fdb 1fdd-1fef 1ff2-1ff4 1ff6-1ffe
    2000-2064 2066-2071 2074-208e 2090-209c 20a0-20c0 20f0 2100-215f 2183-2184 2189 2202 220f 2211-2212
    2215 2219-221a 221e 222b 2248 2260 2264-2265 25ca 25cc 2c60-2c7f 2de0-2e5d a640-a69f a700-a7ca
    a7d0-a7d1 a7d3 a7d5-a7d9 a7f2-a7ff a8ff a92e ab30-ab6b fb00-fb06 fb50-fbc2 fbd3-fd8f fd92-fdc7 fdcf
    fdf0-fe00 fe20-fe2f fe70-fe74 fe76-fefc feff fffc-fffd 10780-10785 10787-107b0 107b2-107ba
    10efd-10eff 1df00-1df1e
""".split()  # noqa: SIM905 - shorter, and a test writes it
"""What Atkinson Hyperlegible, Noto Sans and Noto Sans Arabic have; tests/ui/test_letters.py proves it equal."""
MOST_NAMED = 6
_UNSEEN = "\t\n\ufe0e\ufe0f"


def _class(ranges: Iterable[str]) -> str:
    ends = (tuple(int(end, 16) for end in part.split("-")) for part in ranges)
    return "".join(f"{re.escape(chr(each[0]))}-{re.escape(chr(each[-1]))}" for each in ends)


_STRANGE = re.compile(f"[^{_class(DRAWN)}{_UNSEEN}]")


def strange_signs(written: Written) -> Iterable[Problem]:
    """One problem a slide, at the first of them."""
    found: dict[str, int] = {}
    for passage in written.passages:
        for sign in _STRANGE.findall(passage.text):
            found.setdefault(sign, passage.line)
    if found:
        named = " ".join(list(found)[:MOST_NAMED]) + (" …" if len(found) > MOST_NAMED else "")
        yield written.note(
            next(iter(found.values())),
            f"these signs may not be shown: {named}.",
            "The kiosk has no letters for them: patients may see empty boxes.",
            "Write them in other signs, or put them into a picture.",
            Severity.WARNING,
        )
