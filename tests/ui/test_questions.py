"""Questions for the visit, by touch and by six keys: on a slide, on Finish, over the ninth, in both directions."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kiosk.app import Kiosk
from kiosk.core.content.model import Catalog, Kind
from kiosk.core.session.events import PartPressed, QuestionPressed, QuestionsPressed, WentIdle
from kiosk.core.session.preferences import Preferences, TextSize
from kiosk.core.session.questions import VisitQuestion
from kiosk.core.session.screens import Attract, Finish, Overview, QuestionsOpen, Screen, SlideOpen
from kiosk.core.views.rail import KeyName
from kiosk.ui.theme import Role
from kiosk.ui.widgets.code import CodeLabel
from kiosk.ui.widgets.key import KeyButton
from kiosk.ui.widgets.number import NumberMark
from kiosk.ui.widgets.prose import Prose
from kiosk.ui.widgets.tick_row import TickRow
from tests.catalogs import asking, catalog, in_spanish
from tests.ui.conftest import LANDSCAPE, StartKiosk
from tests.ui.ears import listen
from tests.ui.hands import has, press, screen, target, touch, words_on

TOPIC = "sciatica-massage"
PAIN = SlideOpen(TOPIC, 1)
FIRST_QUESTION = "Could massage ease my kind of pain?"
SIZES = [LANDSCAPE, QSize(1080, 1920), QSize(1024, 600)]
by_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width()}x{size.height()}")
by_text = pytest.mark.parametrize("text_size", [TextSize.NORMAL, TextSize.LARGEST])


def opened(
    start_kiosk: StartKiosk,
    place: Screen = PAIN,
    size: QSize = LANDSCAPE,
    content: Catalog | None = None,
    preferences: Preferences | None = None,
) -> Kiosk:
    kiosk = start_kiosk(content, size=size)
    preferences = replace(preferences or Preferences(), calm_motion=True)
    kiosk.session = replace(kiosk.session, screen=place, preferences=preferences)
    kiosk.show()
    return kiosk


def rows(kiosk: Kiosk) -> list[TickRow]:
    return kiosk.window.page.findChildren(TickRow)


def tick(qtbot: QtBot, kiosk: Kiosk, words: str) -> None:
    """Touch a question, on whichever part it stands."""
    for _ in range(kiosk.session.parts):
        if any(words in row.text() for row in rows(kiosk)):
            touch(qtbot, kiosk, KeyName.QUESTION, words)
            return
        touch(qtbot, kiosk, KeyName.MORE_TEXT)
    raise LookupError(words)


@by_size
@by_text
def test_a_question_ticked_on_a_slide_stands_large_on_finish(
    start_kiosk: StartKiosk, qtbot: QtBot, size: QSize, text_size: TextSize
) -> None:
    kiosk = opened(start_kiosk, size=size, preferences=Preferences(text_size=text_size))
    touch(qtbot, kiosk, KeyName.QUESTIONS)
    assert screen(kiosk) == QuestionsOpen(below=PAIN)
    tick(qtbot, kiosk, "make")  # "What should I do if massage makes it worse?"
    tick(qtbot, kiosk, FIRST_QUESTION)
    touch(qtbot, kiosk, KeyName.DONE)
    assert screen(kiosk) == PAIN
    assert target(kiosk, KeyName.QUESTIONS).accessibleName() == "Questions to ask. 2 on your list"
    kiosk.session = replace(kiosk.session, screen=Finish(TOPIC))
    kiosk.show()
    assert "Show this to your clinician." in words_on(kiosk)
    said = ""
    for _ in range(kiosk.session.parts):
        said += words_on(kiosk)
        kiosk.happen(PartPressed())
    assert said.index("makes it worse?") < said.index(FIRST_QUESTION) < said.index("Keep moving")
    large = [
        label.typeset
        for label in kiosk.window.page.findChildren(Prose)
        if "worse" in label.typeset.block.text
    ]
    assert all(text._role is Role.MESSAGE_DENSE for text in large)
    assert len(large) == 1


@by_size
@by_text
def test_a_tick_moves_no_row_from_under_the_finger(
    start_kiosk: StartKiosk, qtbot: QtBot, size: QSize, text_size: TextSize
) -> None:
    """Not the first, nor the eighth, which brings more rows, nor the ninth, which brings a sentence."""
    content = catalog(asking("backs", 3, each=12))
    kiosk = opened(start_kiosk, SlideOpen("backs", 1), size, content, Preferences(text_size=text_size))
    for index in range(8):
        kiosk.session = replace(
            kiosk.session, questions=tuple(VisitQuestion("backs", 0, each) for each in range(index))
        )
        kiosk.session = replace(kiosk.session, screen=QuestionsOpen(below=SlideOpen("backs", 1)), parts=1)
        kiosk.show()
        before = {row.text(): row.geometry() for row in rows(kiosk)}
        touch(qtbot, kiosk, KeyName.QUESTION, "Backs 2a?")
        assert {row.text(): row.geometry() for row in rows(kiosk)} == before
    touch(qtbot, kiosk, KeyName.QUESTION, "Backs 2a?")
    kiosk.happen(QuestionPressed(VisitQuestion("backs", 1, 7)))
    touch(qtbot, kiosk, KeyName.QUESTION, "Backs 2a?")
    assert screen(kiosk) == QuestionsOpen(below=SlideOpen("backs", 1), is_full=True)
    assert {row.text(): row.geometry() for row in rows(kiosk)} == before
    assert "Eight are enough for one visit." in words_on(kiosk)


def test_whoever_wants_a_ninth_can_take_one_of_another_slide_off_where_they_are(
    start_kiosk: StartKiosk, qtbot: QtBot
) -> None:
    content = catalog(asking("backs", 3, each=8))
    kiosk = opened(start_kiosk, SlideOpen("backs", 1), content=content)
    eight = tuple(VisitQuestion("backs", 0, index) for index in range(8))
    kiosk.session = replace(kiosk.session, questions=eight)
    touch(qtbot, kiosk, KeyName.QUESTIONS)
    touch(qtbot, kiosk, KeyName.QUESTION, "Backs 2a?")
    assert kiosk.session.questions == eight
    tick(qtbot, kiosk, "Backs 1c?")
    assert len(kiosk.session.questions) == 7
    assert "Eight are enough" not in words_on(kiosk)
    tick(qtbot, kiosk, "Backs 2a?")
    assert kiosk.session.questions[-1] == VisitQuestion("backs", 1, 0)


def test_six_keys_tick_a_question_and_the_focus_stays_on_it(start_kiosk: StartKiosk, qtbot: QtBot) -> None:
    """standards.md OPR-04."""
    kiosk = opened(start_kiosk)
    for _ in range(len(kiosk.window.targets())):
        press(qtbot, kiosk, Qt.Key.Key_Down)
        if kiosk.window.focusWidget() is target(kiosk, KeyName.QUESTIONS):
            break
    press(qtbot, kiosk, Qt.Key.Key_Return)
    assert screen(kiosk) == QuestionsOpen(below=PAIN)
    press(qtbot, kiosk, Qt.Key.Key_Down, Qt.Key.Key_Down)
    press(qtbot, kiosk, Qt.Key.Key_Return)
    assert list(kiosk.session.questions) == [VisitQuestion(TOPIC, 1, 1)]
    focused = kiosk.window.focusWidget()
    assert isinstance(focused, TickRow)
    assert focused.isChecked()
    press(qtbot, kiosk, Qt.Key.Key_Return)
    assert list(kiosk.session.questions) == []
    press(qtbot, kiosk, Qt.Key.Key_Escape)
    assert screen(kiosk) == PAIN


def test_rows_come_in_reading_order_and_say_that_they_are_check_boxes(start_kiosk: StartKiosk) -> None:
    """standards.md OPR-11: state for who cannot see it."""
    kiosk = opened(start_kiosk)
    kiosk.happen(QuestionsPressed())
    kiosk.happen(QuestionPressed(VisitQuestion(TOPIC, 1, 1)))
    found = [each for each in kiosk.window.targets() if isinstance(each, TickRow)]
    assert [each.key.event for each in found] == [
        QuestionPressed(VisitQuestion(TOPIC, 1, index)) for index in range(3)
    ]
    assert all(each.isCheckable() for each in found)
    assert [each.isChecked() for each in found] == [False, True, False]
    assert found[0].accessibleName() == f"{FIRST_QUESTION} Not chosen."


def test_a_tick_is_heard_by_who_listens(start_kiosk: StartKiosk, qtbot: QtBot) -> None:
    """standards.md SPK-02: of what has changed, and nothing else again."""
    kiosk = opened(start_kiosk)
    ears = listen(kiosk)
    hearing = replace(kiosk.session.hearing, is_on=True, is_agreed=True, is_speaking=True)
    kiosk.session = replace(kiosk.session, hearing=hearing)
    touch(qtbot, kiosk, KeyName.QUESTIONS)
    ears.hear_all()
    before = len(ears.heard)
    touch(qtbot, kiosk, KeyName.QUESTION, FIRST_QUESTION)
    ears.hear_all()
    assert ears.heard[before:] == [f"{FIRST_QUESTION} Chosen.", "1 on your list"]


@by_size
def test_questions_of_other_slides_are_added_on_finish_and_finish_comes_back(
    start_kiosk: StartKiosk, qtbot: QtBot, size: QSize
) -> None:
    kiosk = opened(start_kiosk, Finish(TOPIC), size)
    assert "Keep moving" in words_on(kiosk)
    while not has(kiosk, KeyName.QUESTIONS):
        touch(qtbot, kiosk, KeyName.MORE_TEXT)
    touch(qtbot, kiosk, KeyName.QUESTIONS, "Choose questions to ask")
    assert screen(kiosk) == QuestionsOpen(below=Finish(TOPIC))
    shown = "\n".join(label.text() for label in kiosk.window.page.findChildren(QLabel))
    assert "Pain relief" in shown
    tick(qtbot, kiosk, FIRST_QUESTION)
    tick(qtbot, kiosk, "What can I do when pain wakes me?")
    touch(qtbot, kiosk, KeyName.DONE)
    assert screen(kiosk) == Finish(TOPIC)
    assert "What can I do when pain wakes me?" in words_on(kiosk)
    assert len(kiosk.window.page.findChildren(NumberMark)) == 2


def test_finish_is_two_touches_away_from_any_slide(start_kiosk: StartKiosk, qtbot: QtBot) -> None:
    kiosk = opened(start_kiosk)
    touch(qtbot, kiosk, KeyName.STEPS, "2 of 14")
    assert isinstance(screen(kiosk), Overview)
    touch(qtbot, kiosk, KeyName.FINISH)
    assert screen(kiosk) == Finish(TOPIC)
    assert "Finish" not in [each.text() for each in kiosk.window.targets()]


def test_start_over_leaves_nothing_and_neither_does_an_idle_kiosk(
    start_kiosk: StartKiosk, qtbot: QtBot
) -> None:
    """standards.md TIM-05, PRV-02."""
    for leave in ("start over", "idle"):
        kiosk = opened(start_kiosk)
        touch(qtbot, kiosk, KeyName.QUESTIONS)
        tick(qtbot, kiosk, FIRST_QUESTION)
        touch(qtbot, kiosk, KeyName.DONE)
        if leave == "idle":
            kiosk.happen(WentIdle())
            kiosk.happen(WentIdle())
            touch(qtbot, kiosk, KeyName.TAKE_BACK)
            assert screen(kiosk) == PAIN
            assert target(kiosk, KeyName.QUESTIONS).accessibleName() == "Questions to ask"
        else:
            touch(qtbot, kiosk, KeyName.START_OVER)
            assert screen(kiosk) == Attract()
        assert kiosk.session.questions == ()
        assert FIRST_QUESTION not in words_on(kiosk)


def test_how_many_there_are_can_be_seen_on_the_key(start_kiosk: StartKiosk) -> None:
    kiosk = opened(start_kiosk)
    pictures = []
    for count in range(3):
        ticked = tuple(VisitQuestion(TOPIC, 1, index) for index in range(count))
        kiosk.session = replace(kiosk.session, questions=ticked)
        kiosk.show()
        key = target(kiosk, KeyName.QUESTIONS)
        assert isinstance(key, KeyButton)
        assert key.text_overflow() <= 0
        pictures.append(key.grab().toImage())
    assert pictures[0] != pictures[1] != pictures[2]
    teal = kiosk.window.shown.style.palette.teal

    def count_of(number: int) -> int:
        width, height = pictures[number].width(), pictures[number].height()
        return sum(
            pictures[number].pixelColor(x, y) == teal for x in range(0, width, 2) for y in range(0, height, 2)
        )

    assert count_of(0) == 0
    assert count_of(1) > 100


@by_size
def test_the_sheet_and_finish_are_mirrored_for_a_script_that_runs_right_to_left(
    start_kiosk: StartKiosk, size: QSize, shipped: Catalog
) -> None:
    """standards.md LNG-04: the same words in the same sizes, at the other side."""
    slides = tuple(
        replace(each, words={**each.words, "ar": each.words["en"]}) for each in shipped.topics[0].slides
    )
    clinic = replace(shipped.clinic, languages=("fr",))  # in which no question stands beneath
    content = replace(shipped, clinic=clinic, topics=(replace(shipped.topics[0], slides=slides),))
    kiosk = opened(start_kiosk, QuestionsOpen(below=PAIN), size, content)
    kiosk.session = replace(kiosk.session, questions=(VisitQuestion(TOPIC, 1, 0),))
    places = []
    for place in (QuestionsOpen(below=PAIN), Finish(TOPIC)):
        for language in ("en", "ar"):
            preferences = Preferences(language, calm_motion=True)
            kiosk.session = replace(kiosk.session, screen=place, preferences=preferences, parts=1)
            kiosk.show()
            kinds = (TickRow, NumberMark, CodeLabel)
            places.append(
                [each.geometry() for kind in kinds for each in kiosk.window.page.findChildren(kind)]
            )
    width = kiosk.window.page.width()
    for english, arabic in (places[:2], places[2:]):
        assert english
        for left, right in zip(english, arabic, strict=True):
            assert right.x() == width - left.x() - left.width()  # Arabic lines are higher, so y is another


@by_size
@by_text
def test_the_clinics_words_stand_beneath_the_patients_smaller(
    start_kiosk: StartKiosk, size: QSize, text_size: TextSize
) -> None:
    content = catalog(in_spanish(asking()))
    preferences = Preferences("es", text_size=text_size)
    kiosk = opened(start_kiosk, Finish("backs"), size, content, preferences)
    kiosk.session = replace(kiosk.session, questions=(VisitQuestion("backs", 0, 0),))
    kiosk.show()
    found = {label.text(): label for label in kiosk.window.page.findChildren(Prose)}
    theirs, ours = found["¿Backs 1a?"], found["Backs 1a?"]
    assert ours.y() >= theirs.geometry().bottom()
    assert ours.x() == theirs.x()
    assert ours.typeset.line_height < theirs.typeset.line_height


@by_size
@by_text
def test_what_a_patient_is_to_say_is_larger_than_what_there_is_to_read_and_nothing_to_touch(
    start_kiosk: StartKiosk, size: QSize, text_size: TextSize, shipped: Catalog
) -> None:
    """A teach-back: `kind = "check"`."""
    last = len(shipped.topics[0].slides) - 1
    assert shipped.topics[0].slides[last].kind is Kind.CHECK
    kiosk = opened(start_kiosk, SlideOpen(TOPIC, last), size, preferences=Preferences(text_size=text_size))
    prompts: dict[str, Prose] = {}
    body = 0
    for part in range(1, kiosk.session.parts + 1):
        kiosk.session = kiosk.session.on_part(part)
        kiosk.show()
        for label in kiosk.window.page.findChildren(Prose):
            text = label.typeset.block.text
            if text.endswith("?") and label.typeset._role in {Role.MESSAGE, Role.MESSAGE_DENSE}:
                prompts[text] = label
            if text == "Tell your nurse:":
                body = label.typeset._font().pixelSize()
        assert not {KeyName.QUESTION, KeyName.QUESTIONS} & {each.key.name for each in kiosk.window.targets()}
    asked = {"What can massage do for me?", "What can it not do?", "What will I do today?"}
    assert asked | {"When should I get help at once?"} == set(prompts)
    if text_size is TextSize.NORMAL:
        assert all(label.typeset._font().pixelSize() > 1.1 * body for label in prompts.values())
    assert all(label.typeset._font().bold() for label in prompts.values())
