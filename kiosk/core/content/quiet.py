"""When a folder that somebody copies into may be read: once it has kept still (reliability.md, section 2)."""

from __future__ import annotations

from kiosk.core.content.fingerprint import Fingerprint

LOCAL_SECONDS, NETWORK_SECONDS = 2.0, 10.0
ARRIVING_SECONDS = 60.0
"""A half-copied file that has not grown for so long was left behind by a copy that broke off."""
RESTLESS_SECONDS = 600.0
"""A folder that has not kept still for so long is told to staff."""
LOCAL_PATIENCE, NETWORK_PATIENCE = 6.0, 20.0
"""How long what would no longer be shown may still arrive: the first of several files is not the last."""


class Quiet:
    """Is told what the folder looks like, and when, in seconds of a clock that never goes back."""

    def __init__(self) -> None:
        self.is_network = False
        self._seen: Fingerprint | None = None
        self._changed_at = self._restless_since = 0.0
        self._looks = 0

    def see(self, seen: Fingerprint, at: float) -> None:
        if seen == self._seen:
            self._looks += 1
            if self.is_quiet(at):
                self._restless_since = at
            return
        if self._seen is None:
            self._restless_since = at
        self._seen, self._changed_at, self._looks = seen, at, 1

    def is_quiet(self, at: float) -> bool:
        """Whether it may be read now: two looks agree, and nothing has changed for long enough."""
        if self._seen is None:
            return False
        if self._seen.has_manifest:
            return True
        still = at - self._changed_at
        if self._seen.arriving and still < ARRIVING_SECONDS:
            return False
        return self._looks > 1 and still >= (NETWORK_SECONDS if self.is_network else LOCAL_SECONDS)

    def is_patient(self, at: float) -> bool:
        """Whether what is missing may still be on its way."""
        return at - self._changed_at < (NETWORK_PATIENCE if self.is_network else LOCAL_PATIENCE)

    def is_restless(self, at: float) -> bool:
        """Whether the folder has changed again and again for ten minutes."""
        return self._seen is not None and at - self._restless_since >= RESTLESS_SECONDS
