"""`kiosk doctor`: what this machine has and lacks, in plain sentences, each with what to do. Needs no display."""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from kiosk import __version__
from kiosk.core.content.problems import Severity
from kiosk.core.content.snapshot import SnapshotStore
from kiosk.core.language import Translate, translator
from kiosk.core.settings import Machine, read_machine
from kiosk.core.staff.health import Finding, State
from kiosk.core.true_size import LEAST_KEY_MM, USUAL_DISTANCE_MM, VISUAL_ANGLE, TrueSize
from kiosk.ops.buses import leave_out_silent_buses
from kiosk.ops.clocks import clinic_day
from kiosk.ops.places import content_folder, data_folder, settings_file
from kiosk.ops.printer import PrinterState, printer_state
from kiosk.ops.runtime import bad_pair, has_display

if TYPE_CHECKING:
    from kiosk.core.content.folder import NotAContentFolder, Reading

LEAST_FREE_MB = 500
"""Three copies of a content of usual size, and a log."""
LARGE_MM = 400
"""Of a screen's shorter side: people stand farther off."""
_HEADINGS = {State.WRONG: "Does not work", State.LOOK: "To look at", State.GOOD: "Good"}


class Machinery(Struct, frozen=True):
    """What is looked at. `screen` is the size in pixels, None: not known."""

    settings: Path
    data: Path
    screen: tuple[int, int] | None = None


def doctor(options: argparse.Namespace) -> int:
    """Print every finding; return 1 where something does not work, else 0."""
    machine, _ = read_machine(options.settings or settings_file())
    root = options.content or (Path(machine.content) if machine.content else content_folder())
    data = options.data or data_folder()
    machinery = Machinery(options.settings or settings_file(), data, _screen_size())
    words = translator("en")
    reading = _read(root.absolute())
    findings = (
        *health_of(machinery, words),
        _sound(words),
        _listen(reading, words),
        _content(root.absolute(), reading, words),
        _copy(root.absolute(), data, words),
    )
    sys.stdout.write(as_text(findings))
    return int(any(finding.state is State.WRONG for finding in findings))


def as_text(findings: tuple[Finding, ...]) -> str:
    """What does not work first; a blank line between the groups."""
    parts = []
    for state, heading in _HEADINGS.items():
        found = [finding for finding in findings if finding.state is state]
        if found:
            parts.append("\n".join([f"{heading} ({len(found)})", *(f"  {finding}" for finding in found)]))
    return "\n\n".join(parts) + "\n"


def health_of(machinery: Machinery, _: Translate) -> tuple[Finding, ...]:
    """What the desk says too; everything but the content, which it shows anyway, and the sound, which it tests."""
    machine, problems = read_machine(machinery.settings)
    return (
        _program(_),
        _display(_),
        _fonts(_),
        _settings(machinery.settings, tuple(map(str, problems)), _),
        _pin(machine, _),
        _true_size(machine, machinery.screen, _),
        *_data(machinery.data, _),
        _printer(machine, _),
    )


def _program(_: Translate) -> Finding:
    what, python = _("Program"), platform.python_version()
    try:
        pyside = version("PySide6-Essentials")
    except PackageNotFoundError:
        import PySide6  # noqa: PLC0415, TID251 - the version only: a bundle has no package lists

        pyside = PySide6.__version__
    numbers = tuple(int(part) for part in pyside.split(".")[:3])
    if reason := bad_pair(sys.version_info[:3], numbers):
        return Finding(what, State.WRONG, reason)
    found = _(
        "Kiosk {kiosk}, Python {python}, Qt for Python {qt}.", kiosk=__version__, python=python, qt=pyside
    )
    return Finding(what, State.GOOD, found)


def _display(_: Translate) -> Finding:
    what = _("Display")
    if has_display():
        return Finding(what, State.GOOD, _("There is one."))
    return Finding(
        what, State.LOOK, _("There is none here."), _("Start the kiosk from the machine's own screen.")
    )


def _fonts(_: Translate) -> Finding:
    what = _("Type and icons")
    wanted = {
        "fontpkg_atkinson_hyperlegible": "files/AtkinsonHyperlegible-Regular.ttf",
        "fontpkg_noto_sans": "files/NotoSans[wdth,wght].ttf",
        "fontpkg_noto_sans_arabic": "files/NotoSansArabic[wdth,wght].ttf",
        "qtawesome": "fonts/phosphor-1.3.0.ttf",
    }
    for package, file in wanted.items():
        spec = find_spec(package)
        folders = list(spec.submodule_search_locations or []) if spec else []
        if not any((Path(folder) / file).is_file() for folder in folders):
            found = _("{file} is missing: the screens look different.", file=Path(file).name)
            return Finding(what, State.WRONG, found, _("Unpack the program again."))
    return Finding(what, State.GOOD, _("They are here."))


def _settings(file: Path, problems: tuple[str, ...], _: Translate) -> Finding:
    what = _("Settings file")
    if problems:
        return Finding(what, State.LOOK, f"{file}.", " ".join(problems))
    if not file.exists():
        found = _("There is none, so the usual settings are used.")
        return Finding(what, State.GOOD, found, _("If you need one, it is {file}.", file=file))
    return Finding(what, State.GOOD, _("{file} is understood.", file=file))


def _pin(machine: Machine, _: Translate) -> Finding:
    from kiosk.core.staff.pin import is_hash  # noqa: PLC0415 - hashing is for the gate alone

    what = _("Staff PIN")
    if not machine.pin:
        found = _("None is set: the desk cannot be opened by touch, and Ctrl+Q on a keyboard ends the kiosk.")
        return Finding(what, State.LOOK, found, _("Set one with: kiosk pin"))
    if not is_hash(machine.pin):
        found = _("It is damaged: nobody can open the staff desk.")
        return Finding(what, State.WRONG, found, _("Set it again with: kiosk pin"))
    return Finding(what, State.GOOD, _("It is set."))


def _true_size(machine: Machine, screen: tuple[int, int] | None, _: Translate) -> Finding:
    what, scale = _("True size"), machine.px_per_mm
    if not scale:
        found = _("Not set: keys and letters are sized as on a screen of 21.5 inches.")
        mend = _(
            "At the staff desk, under Machine, choose True size and hold a bank card against the screen."
        )
        return Finding(what, State.LOOK, found, mend)
    if screen is None:
        found = _("A millimetre has {scale} pixels.", scale=f"{scale:.2f}")
        return Finding(what, State.GOOD, found)
    found = _(
        "The screen is {wide} cm wide and {high} cm high.",
        wide=f"{screen[0] / scale / 10:.1f}",
        high=f"{screen[1] / scale / 10:.1f}",
    )
    size = TrueSize.of(min(screen), scale, machine.viewing_distance_mm)
    return _sized(size, machine.viewing_distance_mm, what, found, _)


def _sized(size: TrueSize, distance: int, what: str, found: str, _: Translate) -> Finding:
    """What a calibrated screen has room for, in millimetres."""
    keys, text = f"{size.key_mm:.0f}", f"{size.capital_mm:.1f}"
    wanted = VISUAL_ANGLE * max(distance, USUAL_DISTANCE_MM)
    if size.key_mm < LEAST_KEY_MM - 0.1:
        said = _(
            "It is too small: its keys are {keys} mm high, and under 20 mm they are hard to hit.", keys=keys
        )
        mend = _("If that is not so, set True size again; else a larger screen is needed.")
    elif size.is_small:
        said = _(
            "It is small: keys are {keys} mm high, capital letters {text} mm, and pages have more parts.",
            keys=keys,
            text=text,
        )
        mend = _("If that is not so, set True size again; a larger screen is easier to read.")
    elif size.largest_mm < wanted - 0.1:
        said = _(
            "Keys are {keys} mm high and capital letters {text} mm; from {far} cm, {wanted} mm are needed.",
            keys=keys,
            text=text,
            far=f"{distance / 10:.0f}",
            wanted=f"{wanted:.1f}",
        )
        mend = _("This screen has no room for that: let people stand nearer, or use a larger screen.")
    elif size.shorter > LARGE_MM * size.measured and size.farther == 1:
        said = _(
            "Keys are {keys} mm high and capital letters {text} mm, for people 60 cm away.",
            keys=keys,
            text=text,
        )
        mend = _("If they stand farther from a screen so large, write viewing_distance_mm into machine.toml.")
        return Finding(what, State.GOOD, f"{found} {said}", mend)
    else:
        said = _("Keys are {keys} mm high and capital letters {text} mm.", keys=keys, text=text)
        return Finding(what, State.GOOD, f"{found} {said}")
    return Finding(what, State.LOOK, f"{found} {said}", mend)


def _data(data: Path, _: Translate) -> Iterator[Finding]:
    what = _("The kiosk's own folder")
    try:
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=data) as file:
            file.write(b"kiosk")
    except OSError as reason:
        found = _(
            "{folder} cannot be written: {reason}. New content is not kept.",
            folder=data,
            reason=reason.strerror or reason,
        )
        yield Finding(what, State.WRONG, found, _("Allow the kiosk's user to write there."))
        return
    yield Finding(what, State.GOOD, _("{folder} can be written.", folder=data))
    free = shutil.disk_usage(data).free // 1_000_000
    what, found = _("Disk"), _("{megabytes} MB are free.", megabytes=f"{free:,}")
    if free < LEAST_FREE_MB:
        yield Finding(what, State.LOOK, found, _("New content may not fit: make room."))
    else:
        yield Finding(what, State.GOOD, found)


def _printer(machine: Machine, _: Translate) -> Finding:
    what = _("Printer")
    if not machine.printer:
        return Finding(what, State.GOOD, _("None is set, so there is no Print key."))
    match printer_state(machine.printer):
        case PrinterState.READY:
            return Finding(what, State.GOOD, _('"{name}" was found.', name=machine.printer))
        case PrinterState.STOPPED:
            found = _('"{name}" was found, but it does not print now.', name=machine.printer)
            return Finding(what, State.LOOK, found, _("Look at the printer: paper, ink, cover, cable."))
        case PrinterState.ABSENT:
            found = _('"{name}" is set, but this machine has no printer of that name.', name=machine.printer)
            mend = _("Set it up in the system, or correct its name in machine.toml.")
            return Finding(what, State.WRONG, found, mend)


def _sound(_: Translate) -> Finding:
    what, mend = _("Sound"), _("If patients are to listen, connect a loudspeaker; the kiosk works without.")
    os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia.*=false")
    os.environ.setdefault("PIPEWIRE_DEBUG", "0")  # its library complains on Debian 13 where no service runs
    try:
        # Audio needs an application; what its libraries say of themselves is not for who reads this.
        from PySide6.QtCore import QCoreApplication, qInstallMessageHandler  # noqa: PLC0415, TID251
        from PySide6.QtMultimedia import QMediaDevices  # noqa: PLC0415, TID251
    except ImportError as reason:
        found = _("There is none: {reason}.", reason=reason)
        return Finding(what, State.LOOK, found, mend)
    before = qInstallMessageHandler(lambda *_message: None)
    application = QCoreApplication.instance() or QCoreApplication([])
    device = QMediaDevices.defaultAudioOutput()
    del application
    qInstallMessageHandler(before)
    if device.isNull():
        return Finding(what, State.LOOK, _("No loudspeaker was found."), mend)
    found = _("{device} was found.", device=device.description())
    return Finding(what, State.GOOD, found, _("Test it at the staff desk."))


def _screen_size() -> tuple[int, int] | None:
    """The first screen's size in pixels, where there is one."""
    if not has_display():
        return None
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415, TID251 - only where there is a display

    leave_out_silent_buses()
    application = QGuiApplication.instance() or QGuiApplication([])
    size = QGuiApplication.primaryScreen().size()
    del application
    return (size.width(), size.height()) if not size.isEmpty() else None


def _read(root: Path) -> Reading | NotAContentFolder:
    from kiosk.core.content.folder import NotAContentFolder, read_content  # noqa: PLC0415 - reads pictures

    try:
        return read_content(root, today=clinic_day())
    except NotAContentFolder as reason:
        return reason


def _listen(reading: Reading | NotAContentFolder, _: Translate) -> Finding:
    from kiosk.ops.reading_aloud import ask_for_voices, finding_of  # noqa: PLC0415 - for this finding alone
    from kiosk.ui.speaker import speak_command  # noqa: PLC0415

    offered = () if isinstance(reading, Exception) else reading.catalog.clinic.languages
    return finding_of(ask_for_voices(speak_command()), offered, _)


def _content(root: Path, reading: Reading | NotAContentFolder, _: Translate) -> Finding:
    what = _("Content folder")
    if isinstance(reading, Exception):
        return Finding(what, State.WRONG, str(reading))
    slides = sum(len(topic.slides) for topic in reading.catalog.topics)
    hidden = sum(problem.severity is Severity.NOT_SHOWN for problem in reading.problems)
    topics = _.plural("{count} topic", "{count} topics", len(reading.catalog.topics))
    pages = _.plural("{count} page", "{count} pages", slides)
    found = _("{folder} has {topics} and {pages}.", folder=root, topics=topics, pages=pages)
    if not slides:
        return Finding(what, State.WRONG, found, _("Nothing in it can be shown. Read why with: kiosk check"))
    if hidden:
        missing = _.plural("{count} thing is not shown.", "{count} things are not shown.", hidden)
        return Finding(what, State.LOOK, found, f"{missing} {_('Read why with: kiosk check')}")
    return Finding(what, State.GOOD, found)


def _copy(root: Path, data: Path, _: Translate) -> Finding:
    what, snapshot = _("Last good copy"), SnapshotStore(data).newest(str(root))
    if snapshot is None:
        found = _("There is none of this folder yet.")
        return Finding(what, State.LOOK, found, _("The kiosk makes it at its first start."))
    pages = _.plural("{count} page", "{count} pages", snapshot.kept.slides)
    at = snapshot.kept.at.astimezone()
    found = _("{pages}, kept {when}.", pages=pages, when=f"{at:%Y-%m-%d %H:%M}")
    return Finding(what, State.GOOD, found)
