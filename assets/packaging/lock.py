"""`python3 dev.py lock`: every package of a set-up, with its version and the hashes of its files, into one file.

uv asks the package index of this machine for the files of all systems and Pythons at once. It gets a .venv of its own
for that, so a lock can be written where no set-up works any more.
"""

import re
import subprocess
import sys
import tempfile
import tomllib
import venv
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
LOCK = ROOT / "assets" / "requirements.lock"
OLDEST_PYTHON = "3.11"
HEAD = """\
# Every package of a set-up and of the bundle, with the hashes of its files for all systems.
# `python3 dev.py lock` writes this from the pins in pyproject.toml; each section comes on top of those before it.
"""


def pins_of(project: dict[str, Any]) -> dict[str, list[str]]:
    """What pyproject.toml asks for, by section."""
    extras = project["optional-dependencies"]
    return {"run": project["dependencies"], "build": extras["build"], "test": extras["dev"]}


def blocks_of(text: str) -> dict[str, str]:
    """Each requirement of a compiled list, by its name."""
    blocks = re.findall(r"^[^\s#].*(?:\n[ \t]+.*)*", text, re.MULTILINE)
    return {re.split(r"[^\w.-]", block)[0]: block for block in blocks}


def sectioned(names: dict[str, list[str]], blocks: dict[str, str]) -> str:
    """The text of the lock: a requirement stands in the first section that needs it."""
    parts, seen = [HEAD], set[str]()
    for section, needed in names.items():
        new = [name for name in sorted(needed) if name not in seen]
        seen.update(new)
        parts.append("\n".join((f"\n# [{section}]", *(blocks[name] for name in new), "")))
    return "".join(parts)


def write_lock() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pins = pins_of(project)
    with tempfile.TemporaryDirectory(prefix="kiosk-lock-") as name:
        place = Path(name)
        venv.create(place / "venv", with_pip=True)
        tools = place / "venv" / ("Scripts" if sys.platform == "win32" else "bin")
        pip = [str(tools / "python"), "-m", "pip", "install", "-q", "--disable-pip-version-check", "uv"]
        subprocess.run(pip, check=True)  # noqa: S603
        chosen = place / "all.txt"
        wanted: list[str] = []
        names: dict[str, list[str]] = {}
        chosen.write_text(
            _compiled(tools, [pin for section in pins.values() for pin in section]), encoding="utf-8"
        )
        for section, more in pins.items():
            wanted += more
            names[section] = [*blocks_of(_compiled(tools, wanted, "-c", str(chosen)))]
        text = sectioned(names, blocks_of(chosen.read_text(encoding="utf-8")))
    LOCK.write_text(text, encoding="utf-8", newline="\n")
    print(f"{LOCK} ({len(blocks_of(text))} packages)")


def _compiled(tools: Path, wanted: list[str], *more: str) -> str:
    options = ["--universal", "--generate-hashes", "--no-header", "--no-annotate", "--quiet"]
    command = [str(tools / "uv"), "pip", "compile", *options, "--python-version", OLDEST_PYTHON, *more, "-"]
    done = subprocess.run(command, input="\n".join(wanted), stdout=subprocess.PIPE, text=True, check=True)  # noqa: S603
    return done.stdout


if __name__ == "__main__":
    write_lock()
