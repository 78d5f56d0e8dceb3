"""Staff copy, rename and delete in any order, the kiosk crashes, a patient reads: always whole content."""

from __future__ import annotations

import hashlib
import io
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from PIL import Image

from kiosk.core.content.model import Catalog
from kiosk.core.content.snapshot_file import picture_names
from kiosk.core.session.events import Begun, NextPressed, WentIdle
from kiosk.core.session.session import Session
from kiosk.ops.builtin import write_builtin
from tests.catalogs import A_DAY
from tests.faults.faulty_files import FaultyFiles, PowerGone
from tests.ops.receptionist import Receptionist, put_topic

TOPICS = ("backs", "knees")
END = "The end."


def photo(number: int) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (40 + number, 30), (number % 256, 90, 90)).save(file, "PNG")
    return file.getvalue()


class AnyOrder(RuleBasedStateMachine):
    """A text that is half there ends without its last words, a picture that is half there has no end."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="any-order-"))
        put_topic(self.folder / "ours", title=END)
        write_builtin(self.folder / "ours", self.folder / "builtin")
        self.number = 0
        self.halves: dict[Path, tuple[Path, bytes]] = {}
        self.desk = Receptionist(self.folder / "clinic", self.folder / "builtin")
        for topic in TOPICS:
            self._finish(topic)
        self.desk.wait()
        self.session = Session.at_start(self.desk.content.catalog or Catalog(), A_DAY)

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            shutil.rmtree(self.folder)

    @rule(topic=st.sampled_from(TOPICS))
    def write_part_under_another_name(self, topic: str) -> None:
        """As rsync and Syncthing do."""
        self.number += 1
        whole = self._text()
        final = self.desk.root / topic / "01-slide.md"
        part = final.with_name(f".{final.name}.Ab3dE{self.number % 10}")
        self._write(part, whole[: len(whole) // 2])
        self.halves[part] = final, whole

    @rule(topic=st.sampled_from(TOPICS))
    def write_part_in_place(self, topic: str) -> None:
        """As robocopy does."""
        self.number += 1
        whole = photo(self.number)
        final = self.desk.root / topic / "photo.png"
        self._write(final, whole[: len(whole) // 2])
        self.halves[final] = final, whole

    @precondition(lambda self: self.halves)
    @rule()
    def finish_and_rename_in(self) -> None:
        part, (final, whole) = self.halves.popitem()
        self._write(part, whole)
        part.replace(final)

    @rule(topic=st.sampled_from(TOPICS))
    def finish(self, topic: str) -> None:
        self._finish(topic)

    @rule(topic=st.sampled_from(TOPICS))
    def delete(self, topic: str) -> None:
        shutil.rmtree(self.desk.root / topic, ignore_errors=True)

    @rule()
    def swap_the_root(self) -> None:
        other = self.folder / "other"
        self.number += 1
        for topic in TOPICS:
            self._finish(topic, other)
        shutil.rmtree(self.desk.root, ignore_errors=True)
        other.rename(self.desk.root)

    @rule()
    def pull_the_stick(self) -> None:
        shutil.rmtree(self.desk.root, ignore_errors=True)

    @rule(seconds=st.integers(1, 12))
    def time_passes(self, seconds: int) -> None:
        self.desk.wait(seconds)
        self._hear()

    @rule(operation=st.integers(1, 150))
    def crash(self, operation: int) -> None:
        faults = FaultyFiles(operation, is_fatal=True)
        with faults.installed(), suppress(PowerGone):
            self.desk.wait(8)
        self.restart()

    @rule()
    def restart(self) -> None:
        self.desk.start()
        self.session = Session.at_start(self.desk.first or Catalog(), A_DAY)

    @rule(back=st.integers(0, 5))
    def staff_go_back(self, back: int) -> None:
        kept = self.desk.content.kept
        if back < len(kept):
            self.desk.content.go_back(kept[back].name)
        else:
            self.desk.content.follow()
        self.time_passes(2)

    @rule()
    def tap(self) -> None:
        self.session = self.session.after(Begun()).after(NextPressed())

    @rule()
    def leave(self) -> None:
        self.session = self.session.after(WentIdle()).after(WentIdle()).after(WentIdle())

    @invariant()
    def what_is_shown_is_whole_and_never_nothing(self) -> None:
        if not hasattr(self, "session"):
            return
        for catalog in (self.session.catalog, self.session.waiting or self.session.catalog):
            assert catalog.topics
            for topic in catalog.topics:
                assert all(slide.is_picture_only or END in str(slide.words) for slide in topic.slides)
            for name in picture_names(catalog):
                folder = next(each for each in self.desk.content.picture_folders if (each / name).exists())
                assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == name.partition(".")[0]

    def _hear(self) -> None:
        for event in self.desk.events:
            self.session = self.session.after(event)
        self.desk.events.clear()

    def _finish(self, topic: str, root: Path | None = None) -> None:
        self.number += 1
        folder = (root or self.desk.root) / topic
        self._write(folder / "photo.png", photo(self.number))
        self._write(folder / "01-slide.md", self._text())

    def _text(self) -> bytes:
        return f"# Slide {self.number}\n\n![A photo](photo.png)\n\nSome text.\n\n{END}\n".encode()

    def _write(self, path: Path, data: bytes) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


_PLAIN = settings(deadline=None, suppress_health_check=list(HealthCheck))


def test_whatever_the_order_what_is_shown_is_whole() -> None:
    run_state_machine_as_test(AnyOrder, settings=settings(_PLAIN, max_examples=20, stateful_step_count=25))


@pytest.mark.long
def test_in_a_thousand_orders_what_is_shown_is_whole() -> None:
    run_state_machine_as_test(AnyOrder, settings=settings(_PLAIN, max_examples=1000, stateful_step_count=50))
