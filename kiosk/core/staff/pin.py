"""The staff PIN: which ones are good enough, and how one is kept without being readable.

Six digits can be tried out by whoever has the hash, whatever the hash is: the file must be readable by the kiosk
alone. What protects the touch screen is `Guesses`.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets

from kiosk.core.language import Translate

LEAST, MOST = 6, 12
"""Digits. Product rule: at least 6."""
_N, _R, _P = 2**15, 8, 1
"""scrypt's cost: 32 MB and about 90 ms, the parameters that RFC 7914 and OWASP's cheat sheet start from."""
_MEMORY = 64 * 1024 * 1024
_SALT_BYTES = 16
_RUNS = "01234567890 09876543210"
_HIGHEST_N = 2**17


def refusal(pin: str, _: Translate) -> str:
    """Why this PIN is not good enough, as a sentence; empty: it is."""
    if not pin.isascii() or not pin.isdecimal():
        return _("A PIN has digits alone: there are only digits on the screen.")
    if len(pin) < LEAST:
        return _("This is too short: a PIN has at least {least} digits.", least=LEAST)
    if len(pin) > MOST:
        return _("This is too long: a PIN has at most {most} digits.", most=MOST)
    if len(set(pin)) < 3:
        return _("This is too easy to guess: use at least three different digits.")
    if pin in _RUNS:
        return _("This is too easy to guess: the digits follow each other.")
    if any(pin == pin[:size] * (len(pin) // size) for size in range(1, len(pin) // 2 + 1)):
        return _("This is too easy to guess: the same digits are repeated.")
    return ""


def hash_of(pin: str, salt: bytes = b"") -> str:
    """Return the PIN as machine.toml keeps it: `scrypt$N$r$p$salt$hash`, both in base64. Takes about 90 ms."""
    salt = salt or secrets.token_bytes(_SALT_BYTES)
    return "$".join(
        ("scrypt", str(_N), str(_R), str(_P), _text(salt), _text(_derived(pin, salt, _N, _R, _P)))
    )


def is_hash(kept: str) -> bool:
    """Whether this was written by `hash_of`, so that a PIN can fit it."""
    return _parts(kept) is not None


def fits(pin: str, kept: str) -> bool:
    """Whether this is the PIN; never for a hash that is damaged. Takes the same time for each wrong one."""
    parts = _parts(kept)
    if parts is None:
        return False
    n, r, p, salt, wanted = parts
    return hmac.compare_digest(_derived(pin, salt, n, r, p), wanted)


def _derived(pin: str, salt: bytes, n: int, r: int, p: int) -> bytes:
    return hashlib.scrypt(pin.encode(), salt=salt, n=n, r=r, p=p, maxmem=_MEMORY, dklen=32)


def _parts(kept: str) -> tuple[int, int, int, bytes, bytes] | None:
    try:
        name, *numbers, salt, wanted = kept.split("$")
        n, r, p = (int(number) for number in numbers)
        found = n, r, p, base64.b64decode(salt, validate=True), base64.b64decode(wanted, validate=True)
    except ValueError:
        return None
    is_sound = name == "scrypt" and 2 <= n <= _HIGHEST_N and n & (n - 1) == 0 and 1 <= r <= 16 and 1 <= p <= 4
    needs = 128 * n * r + 128 * r * p
    return found if is_sound and needs < _MEMORY and found[3] and len(found[4]) == 32 else None


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")
