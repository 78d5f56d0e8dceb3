"""What each screen says, as tables."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from kiosk.core.content.model import (
    Block,
    BlockStyle,
    Catalog,
    Clinic,
    Cue,
    Image,
    Kind,
    Recording,
    Run,
    Slide,
    SlideWords,
)
from kiosk.core.language import translator
from kiosk.core.session.events import VoicesFound
from kiosk.core.session.hearing import Hearing
from kiosk.core.session.preferences import Preferences
from kiosk.core.session.questions import VisitQuestion
from kiosk.core.session.screens import (
    Attract,
    EasierOpen,
    Finish,
    HelpOpen,
    Home,
    MoreOpen,
    Overview,
    PictureOpen,
    QuestionsOpen,
    Screen,
    SlideOpen,
    StillThere,
)
from kiosk.core.session.session import Session
from kiosk.core.speech.script import script_of
from kiosk.core.speech.sentence import About, Clip, Sentence, sentences_in
from kiosk.core.views.view import view_of
from tests.catalogs import A_DAY, asking, catalog, in_spanish, slide, topic

FIRST = SlideOpen("backs", 0)
PICTURE = Image("a.png", 4, 3)
WORDS = SlideWords(
    "Easier movement",
    (Block((Run("You may move "), Run("with less", strong=True), Run(" stiffness. For a while."))),),
    message="Move a little, often. It helps.",
    more=(Block((Run("Longer."),)), Block((Run("First."),), BlockStyle.NUMBER, 1)),
    alt="A woman bends. She smiles.",
    caption="Small movements come first",
)
PICTURED = Slide("01-easier", {"en": WORDS}, PICTURE, Kind.LIMITS)
ONE = catalog(replace(topic(), slides=(PICTURED, *topic().slides[1:])))
TWO = catalog(topic("backs"), topic("knees", 2))
RAIL = ["Listen.", "Get help now. Help key.", "Make it easier.", "Start over."]


CODE = [
    "Take it with you",
    "Scan this with your phone's camera.",
    "It needs no network.",
    "It holds your questions and what to remember.",
    "It holds your questions.",
    "It holds what to remember.",
]
"""Which of the last three is said depends on which one stands on the page."""


def session_at(screen: Screen, content: Catalog = ONE, language: str = "en") -> Session:
    session = Session.at_start(content, A_DAY).after(VoicesFound(("en", "es", "ar")))
    return replace(session, screen=screen, preferences=Preferences(language))


def said(screen: Screen, content: Catalog = ONE) -> list[str]:
    return [sentence.text for sentence in script_of(view_of(session_at(screen, content)), "en")]


SCREENS: list[tuple[Catalog, Screen, list[str]]] = [
    (ONE, Attract(), ["Backs", "Touch to begin. Select key.", "Listen.", "Get help now. Help key."]),
    (
        TWO,
        Home(),
        [
            "What would you like to know?",
            "Backs. 3 pages.",
            "Knees. 2 pages.",
            "Part 1 of 1",
            "More topics.",
            *RAIL[:3],
            "Start over.",
        ],
    ),
    (
        ONE,
        FIRST,
        [
            "Draft, not yet reviewed by a clinician",
            "Backs",
            "Easier movement",
            "Page 1 of 3.",
            "You may move with less stiffness.",
            "For a while.",
            "Move a little, often.",
            "It helps.",
            "A woman bends.",
            "She smiles.",
            "Small movements come first",
            "Tell me more.",
            "1 of 3. All pages.",
            *RAIL,
            "Back. Left key.",
            "Next. Right key.",
        ],
    ),
    (
        ONE,
        MoreOpen("backs", 0),
        [
            "Draft, not yet reviewed by a clinician",
            "Easier movement",
            "Longer.",
            "1. First.",
            "A woman bends.",
            "She smiles.",
            "Part 1 of 1",
            "More text.",
            *RAIL,
            "Close. Select key.",
        ],
    ),
    (
        ONE,
        PictureOpen("backs", 0),
        ["Easier movement", "A woman bends.", "She smiles.", *RAIL, "Close. Select key."],
    ),
    (
        ONE,
        Overview("backs", 1),
        [
            "Backs",
            "Touch a picture to go there",
            "Page 1: Easier movement.",
            "Page 2: Slide 2. You are here.",
            "Page 3: Slide 3.",
            "Finish.",
            "Part 1 of 1",
            "More pages.",
            *RAIL,
            "Back to page 2. Select key.",
        ],
    ),
    (
        ONE,
        Finish("backs"),
        [
            "Remember",
            "Thank you.",
            "Take these with you:",
            "Move a little, often.",
            "It helps.",
            "Message 2.",
            "Message 3.",
            "Draft, not yet reviewed by a clinician",
            *CODE,
            "Or take a photo of this page.",
            "Part 1 of 1",
            "More.",
            *RAIL[:3],
            "Back. Left key.",
            "Start over. Select key.",
        ],
    ),
    (
        ONE,
        StillThere(below=FIRST),
        [
            "Still there?",
            "Touch anywhere to stay on this page.",
            "If not, this starts over for the next person.",
            "Nothing about you is kept.",
            "You have 30 seconds.",
            "I am still here. Select key.",
            *RAIL[:2],
        ],
    ),
    (
        Catalog(),
        Attract(),
        [
            "This information is being updated.",
            "Please ask at reception.",
            "A closed curtain behind a reception desk, with a green plant and a small bell.",
            *RAIL[:2],
        ],
    ),
]


@pytest.mark.parametrize(("content", "screen", "sentences"), SCREENS)
def test_each_screen_says_all_that_stands_on_it_in_the_order_of_the_page(
    content: Catalog, screen: Screen, sentences: list[str]
) -> None:
    """standards.md SPK-02 and SPK-05; SPK-12: the picture too; OPR-11: keys with their state."""
    assert said(screen, content) == sentences


def test_questions_are_said_with_their_state_and_how_many_are_on_the_list() -> None:
    """standards.md OPR-11."""
    content = catalog(asking())
    ticked = (VisitQuestion("backs", 0, 1),)
    session = replace(session_at(QuestionsOpen(below=FIRST), content), questions=ticked)
    sentences = [sentence.text for sentence in script_of(view_of(session), "en")]
    assert sentences[:8] == [
        "Questions to ask",
        "Touch the ones you want.",
        "They are on your list at the end.",
        "Backs 1a? Not chosen.",
        "Backs 1b? Chosen.",
        "Backs 1c? Not chosen.",
        "1 on your list",
        "Part 1 of 1",
    ]
    slide_says = [sentence.text for sentence in script_of(view_of(replace(session, screen=FIRST)), "en")]
    assert "Questions to ask. 1 on your list." in slide_says


def test_whoever_wants_a_ninth_question_is_told_why_not_before_all_else() -> None:
    content = catalog(asking("backs", 3, each=5))
    ticked = tuple(VisitQuestion("backs", place, index) for place in (0, 1) for index in range(4))
    sheet = QuestionsOpen(below=FIRST, is_full=True)
    session = replace(session_at(sheet, content), questions=ticked)
    sentences = [sentence.text for sentence in script_of(view_of(session), "en")]
    assert sentences[1:3] == ["Eight are enough for one visit.", "Touch a chosen one to take it off first."]
    others = sentences[sentences.index("Also on your list") + 1 :][:4]
    assert others == [f"Backs 2{letter}? Chosen." for letter in "abcd"]


def test_a_question_is_said_in_the_language_of_its_words_with_its_state() -> None:
    """standards.md SPK-11: the slide has no Spanish words."""
    session = session_at(QuestionsOpen(below=FIRST), catalog(asking()), "es")
    spoken = {sentence.text: sentence.language for sentence in script_of(view_of(session), "es")}
    assert spoken["Backs 1a? Not chosen."] == "en"


HOLDS_FIRST = (
    "It holds your first question. The others are only on this list.",
    "It holds your first {count} questions. The others are only on this list.",
)
ON_YOUR_LIST = ("{count} on your list", "{count} on your list")


def test_finish_says_each_question_in_both_languages_then_what_to_remember_and_how_to_take_it_along() -> None:
    content = replace(catalog(in_spanish(asking())), clinic=Clinic(languages=("en", "es")))
    ticked = (VisitQuestion("backs", 1, 0), VisitQuestion("backs", 0, 0))
    session = replace(session_at(Finish("backs"), content, "es"), questions=ticked)
    script, _ = script_of(view_of(session), "es", catalog=content), translator("es")
    assert [(sentence.text, sentence.language) for sentence in script][1:6] == [
        (_("Show this to your clinician."), "es"),
        ("¿Backs 2a?", "es"),
        ("Backs 2a?", "en"),
        ("¿Backs 1a?", "es"),
        ("Backs 1a?", "en"),
    ]
    texts = [sentence.text for sentence in script]
    assert texts.index(_("Remember")) > texts.index("Backs 1a?")
    (held,) = sentences_in(_.plural(*HOLDS_FIRST, 1))[:1]
    assert texts.index(held) < texts.index(_("Or take a photo of this list."))
    assert f"{_('Add more questions')}. {_.plural(*ON_YOUR_LIST, 2)}." in texts


def test_choices_are_said_with_their_state() -> None:
    """standards.md OPR-11."""
    assert {
        "High contrast: Off.",
        "Calm motion: Off.",
        "Text size Normal, chosen.",
        "Volume 2 of 4. Louder.",
    } <= set(said(EasierOpen(below=FIRST)))


def test_help_says_every_sign_and_both_things_to_do() -> None:
    found = " ".join(said(HelpOpen(below=FIRST)))
    for words in ("You cannot pee", "Both legs", "Tell the front desk.", "Do not wait for your turn."):
        assert words in found


def test_the_question_names_no_topic_and_nothing_else_is_said_with_it() -> None:
    """standards.md SPK-14: the first utterance holds no word of a topic."""
    session = replace(session_at(FIRST), hearing=Hearing(is_asking=True, is_speaking=True))
    sentences = [sentence.text for sentence in script_of(view_of(session), "en")]
    assert sentences[0] == "Read aloud on the speaker?"
    assert len(sentences) == 2
    spoken = " ".join(sentences).lower()
    assert not any(word in spoken for word in ("back", "movement", "massage", "sciatica", "slide"))


def test_each_sentence_is_in_the_language_of_its_text() -> None:
    """standards.md SPK-11: a slide without a translation is said in its own language, the keys in the patient's."""
    view = view_of(session_at(FIRST, language="es"))
    by_text = {sentence.text: sentence.language for sentence in script_of(view, "es")}
    assert by_text["You may move with less stiffness."] == "en"
    assert by_text["A woman bends."] == "en"
    assert by_text["Siguiente. Tecla derecha."] == "es"


def test_each_languages_key_on_attract_speaks_that_language() -> None:
    content = replace(ONE, clinic=replace(ONE.clinic, languages=("en", "es", "ar")))
    script = script_of(view_of(session_at(Attract(), content)), "en")
    said = {sentence.text: sentence.language for sentence in script}
    assert said["Touch to begin. Select key."] == "en"
    assert said["Toque para empezar."] == "es"
    assert said["المس للبدء."] == "ar"


def recorded(cues: tuple[Cue, ...]) -> list[Sentence]:
    words = replace(WORDS, recording=Recording("hash.wav", 4.0, cues))
    content = catalog(replace(topic(), slides=(replace(PICTURED, words={"en": words}),)))
    return [sentence for sentence in script_of(view_of(session_at(FIRST, content)), "en") if sentence.clip]


def test_a_recording_says_the_body_a_marked_sentence_at_a_time() -> None:
    """standards.md SPK-17; a pause between two sentences belongs to the first."""
    found = recorded((Cue(0.2, 1.5, "You may move with less stiffness."), Cue(2.0, 3.0, "For a while.")))
    assert [(sentence.text, sentence.about, sentence.clip) for sentence in found] == [
        ("You may move with less stiffness.", About.TEXT, Clip("hash.wav", 0.2, 2.0)),
        ("For a while.", About.TEXT, Clip("hash.wav", 2.0, None)),
    ]


def test_a_recording_without_marks_marks_the_whole_text() -> None:
    (only,) = recorded(())
    assert (only.about, only.clip) == (About.BODY, Clip("hash.wav"))
    assert only.text == "You may move with less stiffness. For a while."


def test_words_that_are_not_on_the_slide_are_said_and_not_marked() -> None:
    found = recorded((Cue(0.0, 1.0, "Hello, I am Anna."), Cue(1.0, 3.0, "For a while.")))
    assert [sentence.about for sentence in found] == [About.NOTHING, About.TEXT]


def test_the_slides_of_the_shared_catalog_have_no_recording() -> None:
    assert slide(1).words["en"].recording is None
