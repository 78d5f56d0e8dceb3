"""A whole session as a process: nothing of it is written anywhere, and no way into a network is opened.

standards.md PRV-02, PRV-03, PRV-04. strace sees each socket of the kiosk and of the processes that it starts.
"""

from __future__ import annotations

import json
import re
import signal
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

from kiosk.core.content.folder import read_content
from kiosk.core.content.snapshot import SnapshotStore
from kiosk.core.session.events import PartsCounted
from kiosk.core.session.screens import Finish
from kiosk.core.session.session import Session
from kiosk.core.views.announcement import name_of
from kiosk.core.views.rail import KeyName
from kiosk.core.views.view import view_of
from kiosk.ui.fonts import load_fonts
from kiosk.ui.pictures import Pictures
from kiosk.ui.widgets.target import Target
from kiosk.ui.window import Drawn, KioskWindow
from tests.catalogs import A_DAY
from tests.e2e.machine import RunningKiosk, VirtualScreen, wait_until
from tests.e2e.world import Home, may_trace

SHIPPED = Path(__file__).parents[2] / "content"
MAY_CHANGE = re.compile(
    r"data/(insights(/\d{4}-\d\d\.json)?|status\.json|runs\.json|kiosk\.lock|logs/.*|trace\.txt)"
)


pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="Xvfb, xdotool and strace are Linux programs"),
    pytest.mark.skipif(not may_trace(), reason="this machine lets nobody trace a process"),
]


def tree(folder: Path) -> dict[str, bytes]:
    """Every file's bytes, and b"" for a folder, by name."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        found[name] = path.read_bytes() if path.is_file() else b""
    return found


class Hand:
    """Touches keys where they are: the same session is drawn here too, and goes the same way."""

    def __init__(self, kiosk: RunningKiosk, screen: VirtualScreen, folder: Path, *, insights: bool) -> None:
        load_fonts()
        store = SnapshotStore(folder)
        catalog = read_content(SHIPPED, today=A_DAY, keep=store.keep).catalog
        self._session = replace(Session.at_start(catalog, A_DAY), asks_face=insights)
        self._kiosk, self._screen = kiosk, screen
        self._window = KioskWindow(Pictures(store.pictures))
        self._window.resize(1280, 720)

    def touch(self, name: KeyName, label: str = "") -> None:
        """The key of this name; where it is not on this part, turn until it is."""
        drawn = self._drawn()
        keys = [*drawn.page.findChildren(Target), *drawn.rail.findChildren(Target)]
        key = next((each for each in keys if each.key.name is name and label in each.key.label), None)
        if key is None:
            drawn.discard()
            assert name is not KeyName.MORE_TEXT, "nowhere on this page"
            self.touch(KeyName.MORE_TEXT)
            self.touch(name, label)
            return
        part = drawn.page if drawn.page.isAncestorOf(key) else drawn.rail
        place = key.mapTo(part, key.face.center().toPoint())
        top = 0 if part is drawn.page else 720 - drawn.rail.height()
        self._session = self._session.after(key.key.event)
        drawn.discard()
        self._screen.click(place.x(), top + place.y())
        self._kiosk.wait_for(name_of(view_of(self._session)))

    def _drawn(self) -> Drawn:
        drawn = self._window.draw(view_of(self._session), self._session)
        counted = self._session.after(PartsCounted(drawn.page.parts))
        if counted is self._session:
            return drawn
        drawn.discard()
        self._session = counted
        return self._window.draw(view_of(counted), counted)

    @property
    def is_at_finish(self) -> bool:
        return isinstance(self._session.screen, Finish)

    @property
    def is_asked(self) -> bool:
        return self._session.asks_face

    def end(self) -> None:
        self._window._pictures.finish()
        self._window.may_close = True
        self._window.close()


def have_a_session(hand: Hand) -> None:
    """Other sizes, colours, languages, help, every slide, a question, and an answer where it is asked for."""
    hand.touch(KeyName.BEGIN)
    hand.touch(KeyName.EASIER)
    hand.touch(KeyName.CONTRAST)
    hand.touch(KeyName.TEXT_SIZE, "Large")
    hand.touch(KeyName.LANGUAGE, "Español")
    hand.touch(KeyName.DONE)
    hand.touch(KeyName.NEXT)
    hand.touch(KeyName.EASIER)
    hand.touch(KeyName.LANGUAGE, "English")
    hand.touch(KeyName.TEXT_SIZE, "Normal")
    hand.touch(KeyName.DONE)
    hand.touch(KeyName.HELP)
    hand.touch(KeyName.CLOSE)
    while not hand.is_at_finish:
        hand.touch(KeyName.NEXT)
    if hand.is_asked:
        hand.touch(KeyName.HELPED_A_LITTLE)
    hand.touch(KeyName.QUESTIONS)
    hand.touch(KeyName.QUESTION)
    hand.touch(KeyName.DONE)
    hand.touch(KeyName.START_OVER)


def words_of_the_session() -> set[str]:
    """Names by which a slide or a topic could be known."""
    topic = read_content(SHIPPED, today=A_DAY).catalog.topics[0]
    titles = {words.title for slide in topic.slides for words in slide.words.values()}
    return {topic.key, *topic.titles.values(), *titles, *(slide.key for slide in topic.slides)}


def ways_into_a_network(trace: str) -> list[str]:
    """Sockets that the kiosk has opened, and the processes that it is made of.

    The system's speech service, which libspeechd starts, is another program: it looks for a voice at one of this
    machine's own ports.
    """
    programs: dict[str, str] = {}
    found = []
    for line in trace.splitlines():
        process, _, call = line.partition(" ")
        if started := re.match(r'\s*execve\("([^"]+)".* = 0$', call):
            programs[process] = started[1]
        is_ours = programs.get(process, sys.executable) == sys.executable
        if is_ours and re.match(r"\s*socket\((?!AF_UNIX|AF_LOCAL|AF_NETLINK)", call):
            found.append(line)
    return found


def test_a_socket_into_a_network_would_be_seen() -> None:
    ours = f'7 execve("{sys.executable}", ["-m"], 0x7f /* 3 vars */) = 0'
    service = '8 execve("/usr/bin/speech-dispatcher", ["--spawn"], 0x7f /* 3 vars */) = 0'
    theirs, local = "8 socket(AF_INET, SOCK_STREAM, 0) = 3", "7 socket(AF_UNIX, SOCK_STREAM, 0) = 3"
    mine, of_a_thread = "7 socket(AF_INET, SOCK_STREAM, 0) = 3", "9 socket(AF_INET6, SOCK_DGRAM, 0) = 4"
    assert ways_into_a_network(f"{ours}\n{service}\n{theirs}\n{local}") == []
    assert ways_into_a_network(f"{ours}\n{service}\n{mine}\n{of_a_thread}") == [mine, of_a_thread]


def run_a_session(home: Home, *, insights: bool) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """What lay there before the session, and after the kiosk has ended."""
    with (
        VirtualScreen() as screen,
        RunningKiosk(screen, *home.places, log=home.log, program=home.program) as kiosk,
    ):
        kiosk.wait_for("Kiosk")
        wait_until(home.has_come_to_rest, "the kiosk to be at rest")
        before = tree(home.folder)
        hand = Hand(kiosk, screen, home.folder.with_name("drawn"), insights=insights)
        have_a_session(hand)
        hand.end()
        kiosk.process.send_signal(signal.SIGTERM)
        kiosk.process.wait(10)
        return before, tree(home.folder)


@pytest.mark.parametrize("insights", [False, True], ids=["insights off", "insights on"])
def test_a_whole_session_leaves_nothing_but_counts_and_opens_no_network(
    qapp: object, tmp_path: Path, *, insights: bool
) -> None:
    home = Home(tmp_path, insights=insights)
    before, after = run_a_session(home, insights=insights)
    changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    assert {name for name in changed if not MAY_CHANGE.fullmatch(name)} == set()
    told = {name: after.get(name, b"").decode() for name in changed if not name.startswith("data/insights")}
    told["log.txt"] = home.log.read_text()
    for name, text in told.items():
        found = {word for word in words_of_the_session() if re.search(rf"\b{re.escape(word)}\b", text)}
        assert found == set(), name

    months = [name for name in after if name.startswith("data/insights/")]
    assert len(months) == insights
    for name in months:
        assert re.fullmatch(r"data/insights/\d{4}-\d\d\.json", name)
        text = after[name].decode()
        assert not re.search(r"\d\d:\d\d|\d{9,}", text), "a time finer than a day"
        (counts,) = json.loads(text)["days"].values()
        assert counts == {
            "did it help": {"a little": 1},
            "help opened": {"": 1},
            "language": {"en": 1},
            "question ticked": counts["question ticked"],
            "read to the end": {"sciatica-massage": 1},
            "sessions": {"": 1},
            "topic opened": {"sciatica-massage": 1},
        }
        assert list(counts["question ticked"].values()) == [1]

    trace = home.trace.read_text()
    assert all(f'"{command}"' in trace for command in ("import", "speak")), (
        "the kiosk's own processes are traced"
    )
    assert "AF_UNIX" in trace, "sockets are traced"
    assert ways_into_a_network(trace) == []
