"""The shipped topic in Spanish says what the English says: nothing promised, dropped or softened on the way."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain
from pathlib import Path

import pytest

from kiosk.core.content.folder import read_content
from kiosk.core.content.model import Block, Kind, Slide, SlideWords, Topic
from kiosk.core.content.review.length import ADVISED_WORDS, MESSAGE_WORDS, SENTENCE_WORDS, TITLE_WORDS
from kiosk.core.content.review.written import count_of_words, sentences_in
from tests.catalogs import A_DAY

SHIPPED = Path(__file__).parents[1] / "content"
CATALOG = read_content(SHIPPED, today=A_DAY).catalog
TOPIC: Topic = CATALOG.topics[0]
BENEFITS = [slide for slide in TOPIC.slides if slide.kind is Kind.BENEFIT]

HEDGE = re.compile(r"\b(?:pued[ae]n?|podría|quizás|algunas personas|suele)\b", re.IGNORECASE)
SHORT = re.compile(
    r"\bpor (?:poco tiempo|un rato)\b|\bsuele ser corto\b|\bquizás no dure\b|\bmientras dura\b", re.IGNORECASE
)
NO_STUDIES = "No encontramos buenos estudios de esto en la ciática."
NOT_INSTEAD = "Esto no reemplaza los consejos de su equipo de salud."
PLEASE_ASK_FIRST = "Pregunte antes de empezar"
GET_HELP = "Pida ayuda ya"

# standards.md CLI-04, section 4.5, as tests/claims.py has them in English.
CLAIMS = {
    "flushes out toxins": r"toxina|desintoxica|depura",
    "keeps it from coming back": r"\bprev(?:iene|enir)|\bevita(?:r|n)? (?:que|las? reca)|\blo impid|\bno vuelv",
    "takes pressure off the nerve": r"presión al nervio|descompri|\blibera|\bpinza",
    "puts the disc back": r"\bmueve[n]? \w+ disco|\bacomoda|\ben su lugar\b",
    "lowers inflammation": r"inflama|\b(?:baj|quit|reduc|disminuy)\w+ la hinchazón",
    "treats the cause": r"\b(?:trata|arregla|corrige|quita|ataca) (?:la causa|el nervio)|\bde raíz\b",
    "is better than drugs": r"\bmejor que (?:las? |los? )?(?:medic|pastilla)|\ben (?:vez|lugar) de\b",
    "lets you stop a medicine": r"\bdej\w+ (?:de tomar|una medicina|su medicina|las para)|\bsin medicinas\b",
    "improves circulation": r"\bmejora\w* la circulación|oxígeno|endorfina|nutrient",
    "has no side effects": r"efectos? secundario|\blibre de riesgo|\b(?:muy|siempre|totalmente) segur",
    "gives lasting relief": r"\balivio (?:duradero|permanente)|\blargo plazo|\bpara siempre\b|\bdefinitiv",
    "cures or heals": r"\bcur(?:a|an|ar|ará)\b|\bsan(?:a|ar|ará|ando)\b|\bgarantiza|\bpromet",
    "is recommended": r"\brecomiend|\brecomendad",
    "helps, without a hedge": (
        r"\bmasaje(?! puede\b)(?: no)? (?:alivia|calma|reduce|quita|ayuda|baja|mejora|relaja|suelta|calienta)\b"
    ),
}
_CLAIM = re.compile("|".join(CLAIMS.values()), re.IGNORECASE)
_DENIAL = re.compile(r"\b(?:no|ni|ningún|nunca|sin|si)\b(?:\W+\w+){0,9}\W*$", re.IGNORECASE)

# CLI-03, standards.md 4.3: each group is one sign, in everyday words.
URGENT_SIGNS = {
    "both legs": ("las dos piernas", "débiles o adormecidas", "le duelen"),
    "saddle": (
        "adormecida la zona de las nalgas",
        "genitales",
        "adentro de los muslos",
        "el papel se siente raro",
    ),
    "bladder": ("no puede orinar", "le cuesta orinar", "no aguanta la orina", "se le escapa la orina"),
    "bowel": ("el excremento", "no siente cuándo tiene que orinar o evacuar"),
    "sexual": ("en el sexo siente distinto", "menos o nada"),
    "infection": ("fiebre", "muy mal"),
    "clot": ("pantorrilla está hinchada, caliente y adolorida", "coágulo de sangre"),
}
ALSO_TODAY: tuple[str, ...] = (
    "caída",
    "lesión",
    "huesos débiles",
    "cáncer, ahora o antes",
    "pérdida de peso sin querer",
    "esteroides",
)
ALSO_TODAY += ("se inyecta drogas", "de noche que nunca se calma", "pierna más débil", "un pie que arrastra")
# Section 4.4.
ASK_FIRST: tuple[str, ...] = (
    "contra los coágulos",
    "anticoagulantes",
    "moretones",
    "ha tenido un coágulo",
    "hueso roto",
    "lesión nueva",
)
ASK_FIRST += (
    "huesos débiles",
    "quemaduras",
    "cáncer",
    "heridas abiertas",
    "infección de la piel",
    "cirugía",
    "fiebre",
)
ASK_FIRST += ("embarazada", "piel adormecida", "no sabe por qué")


def spanish(slide: Slide) -> SlideWords:
    return slide.words["es"]


def help_words(language: str) -> SlideWords:
    page = CATALOG.help_page
    assert page
    return page.words[language]


def text_of(blocks: tuple[Block, ...]) -> str:
    return " ".join(block.text for block in blocks)


def face_of(words: SlideWords) -> str:
    return f"{text_of(words.body)} {words.message}"


def every_text(words: SlideWords) -> str:
    parts = (words.title, words.alt, words.caption, *words.questions, words.message)
    return " ".join((*parts, text_of(words.body), text_of(words.more)))


def sentences(words: SlideWords) -> list[str]:
    blocks = [block.text for block in (*words.body, *words.more)]
    return [part for text in (*blocks, words.message, *words.questions) for part in sentences_in(text)]


def shape(blocks: tuple[Block, ...]) -> list[tuple[str, bool]]:
    """Paragraph, heading or item, and whether it has words in bold."""
    return [(block.style, any(run.strong for run in block.runs)) for block in blocks]


def numbers_in(text: str) -> Counter[str]:
    """All digits that stand together; 3,000 and 3000 are one number."""
    return Counter(re.findall(r"\d+", re.sub(r"(?<=\d)[,.](?=\d{3})", "", text)))


def denied_or_absent(sentence: str) -> bool:
    return all(_DENIAL.search(sentence[: claim.start()]) for claim in _CLAIM.finditer(sentence))


each_slide = pytest.mark.parametrize("slide", TOPIC.slides, ids=lambda slide: slide.key)
each_benefit = pytest.mark.parametrize("slide", BENEFITS, ids=lambda slide: slide.key)


def test_all_slides_and_the_help_page_are_in_spanish() -> None:
    assert [slide.key for slide in TOPIC.slides if "es" not in slide.words] == []
    assert help_words("es").title == GET_HELP
    assert TOPIC.titles["es"] == "El masaje y la ciática"
    assert "puede y no puede" in TOPIC.purposes["es"]


def test_nobody_is_named_as_translator_or_reviewer() -> None:
    """standards.md LNG-02: a person fills these in."""
    translation = TOPIC.translations["es"]
    assert (translation.translated_by, translation.reviewed_by) == ("", "")


@each_slide
def test_a_translation_has_the_parts_of_its_original(slide: Slide) -> None:
    original, words = slide.words["en"], spanish(slide)
    assert shape(words.body) == shape(original.body)
    assert shape(words.more) == shape(original.more)
    assert len(words.questions) == len(original.questions)
    assert bool(words.message) == bool(original.message)
    assert words.alt.endswith(".")
    assert 2 <= len(words.caption.split()) <= 15
    assert words.caption not in {words.alt, words.title, words.message.rstrip(".")}


@each_slide
def test_a_question_stays_a_question(slide: Slide) -> None:
    assert [text for text in spanish(slide).questions if not re.fullmatch(r"¿[^¿?]+\?", text)] == []
    for text in sentences(spanish(slide)):
        assert text.count("¿") == text.count("?"), text


@each_slide
def test_no_text_was_left_in_english(slide: Slide) -> None:
    original, words = slide.words["en"], spanish(slide)
    pairs = zip((*original.body, *original.more), (*words.body, *words.more), strict=True)
    assert [new.text for old, new in pairs if old.text == new.text] == []
    assert not re.search(r"\b(?:the|you|your|with|massage|pain)\b", every_text(words), re.IGNORECASE)


@each_slide
def test_numbers_and_years_are_those_of_the_original(slide: Slide) -> None:
    assert numbers_in(every_text(spanish(slide))) == numbers_in(every_text(slide.words["en"]))


@each_slide
def test_a_number_stays_with_what_it_counts(slide: Slide) -> None:
    text = every_text(spanish(slide))
    assert not re.search(r"[\"']|--|\.\.\.", text)
    assert re.findall(r"\b(?!(?:19|20)\d\d)\d+ [a-z]+", text) == []


@each_slide
def test_a_slides_face_is_short(slide: Slide) -> None:
    """product.md: advice from 50 words; title 8, key message 12, standards.md LIT-03."""
    words = spanish(slide)
    assert count_of_words(face_of(words)) < ADVISED_WORDS
    assert count_of_words(words.title) <= TITLE_WORDS
    assert count_of_words(words.message) <= MESSAGE_WORDS
    counts = [count_of_words(sentence) for sentence in sentences(words)]
    assert max(counts) <= SENTENCE_WORDS


def test_sentences_are_twelve_words_long_on_average_or_shorter() -> None:
    """standards.md LIT-03."""
    counts = [count_of_words(text) for slide in TOPIC.slides for text in sentences(spanish(slide))]
    assert sum(counts) / len(counts) <= 12


@each_benefit
def test_a_benefits_face_hedges_and_says_that_it_does_not_last(slide: Slide) -> None:
    """standards.md CLI-05."""
    assert HEDGE.search(face_of(spanish(slide)))
    assert SHORT.search(face_of(spanish(slide)))


@each_slide
@pytest.mark.parametrize(
    ("english", "own"),
    [
        (r"\b(?:may|might|could|(?<!we )can|some people|often short|usually)\b", HEDGE),
        (r"\bfor a (?:short time|while)\b|\boften short\b|\bmay not last\b|\bwhile it lasts\b", SHORT),
    ],
    ids=["it is not certain", "it does not last"],
)
def test_block_by_block_nothing_is_said_with_less_reserve(
    slide: Slide, english: str, own: re.Pattern[str]
) -> None:
    original, words = slide.words["en"], spanish(slide)
    old = (original.message, *(block.text for block in (*original.body, *original.more)))
    new = (words.message, *(block.text for block in (*words.body, *words.more)))
    assert [
        text
        for before, text in zip(old, new, strict=True)
        if len(own.findall(text)) < len(re.findall(english, before, re.IGNORECASE))
    ] == []


@each_benefit
def test_a_benefit_says_where_no_study_is(slide: Slide) -> None:
    says_none = "We found no good studies of this in sciatica." in text_of(slide.words["en"].more)
    assert (NO_STUDIES in text_of(spanish(slide).more)) == says_none


@each_slide
def test_no_slide_makes_a_claim_that_was_removed(slide: Slide) -> None:
    """standards.md CLI-04, CLI-07, section 4.5: only its denial may stand."""
    words = spanish(slide)
    texts = (words.title, words.caption, *sentences(words))
    assert [text for text in texts if not denied_or_absent(text)] == []


@pytest.mark.parametrize(
    "promise",
    [
        "El masaje elimina toxinas.",
        "El masaje previene las recaídas.",
        "Le quita presión al nervio.",
        "Baja la hinchazón del nervio.",
        "El masaje arregla la causa de la ciática.",
        "Es mejor que las medicinas.",
        "Puede dejar de tomar su pastilla.",
        "Mejora la circulación.",
        "Está libre de riesgo.",
        "Da un alivio duradero.",
        "El masaje cura la ciática.",
        "El masaje alivia el dolor.",
    ],
)
def test_a_promise_is_found_and_its_denial_is_not(promise: str) -> None:
    assert not denied_or_absent(promise)
    assert denied_or_absent(f"No es verdad: {promise}")


@each_slide
def test_a_denial_stays_a_denial(slide: Slide) -> None:
    """Block by block: no "not" of the English is lost."""
    original, words = slide.words["en"], spanish(slide)
    pairs = zip((*original.body, *original.more), (*words.body, *words.more), strict=True)
    english = re.compile(r"\b(?:not(?! long ago)|no|cannot|never|none|neither)\b", re.IGNORECASE)
    own = re.compile(r"\b(?:no|ni|ningún|ninguno|nunca|sin)\b", re.IGNORECASE)
    assert [new.text for old, new in pairs if english.search(old.text) and not own.search(new.text)] == []


def test_that_guidelines_disagree_is_told_in_both_directions() -> None:
    """standards.md F1, F3."""
    words = spanish(next(slide for slide in TOPIC.slides if slide.kind is Kind.LIMITS))
    assert "No hay acuerdo entre especialistas. Una guía permite" in face_of(words)
    assert "Otra aconseja no usarlo" in face_of(words)
    assert "Les dice que no usen masaje con personas que tienen ciática" in text_of(words.more)


@each_slide
def test_what_a_slide_refers_to_is_called_by_its_own_title(slide: Slide) -> None:
    risk = next(slide for slide in TOPIC.slides if slide.kind is Kind.RISK)
    titles = {spanish(risk).title: risk.words["en"].title, help_words("es").title: help_words("en").title}
    assert titles == {PLEASE_ASK_FIRST: "Ask before you start", GET_HELP: "Get help now"}
    bold = [
        run.text for block in spanish(slide).body + spanish(slide).more for run in block.runs if run.strong
    ]
    named = [text for text in bold if not text.startswith("¿")]
    english = slide.words["en"]
    theirs = [run.text for block in english.body + english.more for run in block.runs if run.strong]
    assert [titles[text] for text in named] == [text for text in theirs if not text.endswith("?")]


@each_slide
def test_the_patient_is_spoken_to_with_respect(slide: Slide) -> None:
    """Usted, never tú or vos."""
    informal = r"\b(?:tú|tu|tus|te|ti|contigo|vos|puedes|tienes|estás|sientes|eres|pregúntanos|dinos)\b"
    assert not re.search(informal, every_text(spanish(slide)), re.IGNORECASE)


def test_risks_and_summary_say_who_asks_first_and_that_care_is_not_replaced() -> None:
    """standards.md CLI-06, section 4.4."""
    for kind in (Kind.RISK, Kind.SUMMARY):
        text = every_text(spanish(next(slide for slide in TOPIC.slides if slide.kind is kind)))
        assert NOT_INSTEAD in text
    risk = every_text(spanish(next(slide for slide in TOPIC.slides if slide.kind is Kind.RISK)))
    assert [sign for sign in ASK_FIRST if sign not in risk] == []


def test_the_help_page_has_every_urgent_sign_and_the_number() -> None:
    """standards.md CLI-02, CLI-03, section 4.3."""
    words = help_words("es")
    text = f"{text_of(words.body)} {text_of(words.more)}".lower()
    assert [sign for sign in chain(*URGENT_SIGNS.values(), ALSO_TODAY) if sign not in text] == []
    assert text.count("{emergency}") == 1
    assert words.body[1].text.startswith("No puede orinar")
    assert words.body[2].text.startswith("Tiene adormecida")


def test_the_help_page_has_the_parts_of_its_original() -> None:
    original, words = help_words("en"), help_words("es")
    assert shape(words.body) == shape(original.body)
    assert shape(words.more) == shape(original.more)
    assert words.message
    assert words.alt.endswith(".")


def test_the_summary_repeats_the_signs_of_the_help_page() -> None:
    summary = text_of(spanish(next(slide for slide in TOPIC.slides if slide.kind is Kind.SUMMARY)).more)
    for sign in (
        "no puede orinar",
        "no aguanta la orina o el excremento",
        "las nalgas o los genitales",
        "fiebre",
    ):
        assert sign in summary
    assert re.search(r"debilidad, adormecimiento o dolor en las dos piernas", summary)
