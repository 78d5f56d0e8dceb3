"""The wall between deciding and drawing, held by a machine."""

from __future__ import annotations

import pkgutil
import subprocess
import sys

import kiosk.core


def test_the_core_loads_no_qt_in_a_fresh_interpreter() -> None:
    names = [module.name for module in pkgutil.walk_packages(kiosk.core.__path__, "kiosk.core.")]
    assert len(names) > 20
    code = (
        f"import importlib, sys\n[importlib.import_module(name) for name in {names!r}]\n"
        "print(sorted(name for name in sys.modules if name.startswith(('PySide6', 'shiboken6', 'qtpy', 'qtawesome'))))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == "[]"


def test_check_needs_no_qt() -> None:
    code = (
        "import sys\nfrom kiosk.cli import main\nmain(['check', 'no such folder'])\n"
        "print(any(name.startswith('PySide6') for name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == "False"
