"""Shared by all tests: a machine without a display will do, and nothing may be left running."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator

import pytest
from hypothesis import settings

settings.register_profile("kiosk", deadline=None)  # a busy machine is no fault
settings.load_profile("kiosk")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# No test has a service of speech started for it, which would go on running; the one that wants one makes its own.
os.environ.setdefault("SPEECHD_ADDRESS", "unix_socket:/dev/null/none")
# QtMultimedia warns where pipewire is missing, as on a machine of a CI.
os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia.*=false")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> object:
    """Tests that share what takes long run on one worker: the groups of xdist 3.8 do nothing in pytest 9.2."""
    from xdist.scheduler import LoadScopeScheduling  # type: ignore[import-untyped]  # noqa: PLC0415

    class WhatIsSharedOnOneWorker(LoadScopeScheduling):  # type: ignore[misc]
        def _split_scope(self, nodeid: str) -> str:
            if "/test_bundle" in nodeid:
                return "the bundle"
            if "/test_screen_reader" in nodeid:
                return f"one walk over all screens: {nodeid.partition('[')[2]}"
            return nodeid

    return WhatIsSharedOnOneWorker(config, log)


@pytest.fixture(scope="session", autouse=True)
def _one_application(qapp: object) -> None:
    """A command that is run within the tests finds this one, and makes none that widgets could not use."""


@pytest.fixture(autouse=True)
def _nothing_left_running() -> Iterator[None]:
    """A test that leaves a thread or an active timer behind fails."""
    threads = set(threading.enumerate())
    yield
    left = [thread for thread in threading.enumerate() if thread not in threads and not thread.daemon]
    assert left == []
    assert _active_timers() == []


def _active_timers() -> list[str]:
    import sys  # noqa: PLC0415

    if "PySide6.QtWidgets" not in sys.modules:
        return []
    from PySide6.QtCore import QTimer  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    if QApplication.instance() is None:
        return []
    return [
        timer.objectName() or repr(timer)
        for widget in QApplication.topLevelWidgets()
        if widget.isVisible()
        for timer in widget.findChildren(QTimer)
        if timer.isActive()
    ]
