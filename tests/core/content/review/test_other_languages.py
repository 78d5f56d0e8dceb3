"""The rules that are not about English, in Spanish and in Arabic; those of English keep out of them."""

from __future__ import annotations

import pytest

from kiosk.core.content.review.slide import review_slide
from kiosk.core.content.review.written import count_of_words, sentences_in
from tests.core.content.review.drafts import PHOTO, found, on_slide, written

ES_LONG = "Muévase " + "un poco cada día " * 6 + "sin prisa."
AR_LONG = "تحرّك " + "قليلًا كل يوم مهما كان " * 5 + "ببطء."


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("عِرْقُ النَّسا أَلَمٌ", 3),
        ("عرق النسا ألم", 3),
        ("¿Qué es la ciática?", 4),
        ("हिन्दी में लिखा है", 4),
        ("d’abord, l’autre", 2),  # noqa: RUF001 - French apostrophes
    ],
)
def test_signs_on_letters_are_parts_of_their_words(text: str, count: int) -> None:
    assert count_of_words(text) == count


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("¿Le duele? ¡Díganos! Gracias.", ["¿Le duele?", "¡Díganos!", "Gracias."]),
        ("Pregunte a la Dra. Ruiz. Ella sabe.", ["Pregunte a la Dra. Ruiz.", "Ella sabe."]),
        ("Si Ud. quiere, p. ej. hoy. Venga.", ["Si Ud. quiere, p. ej. hoy.", "Venga."]),
        ("هل تشعر بألم؟ أخبرنا؛ نحن هنا. شكرًا.", ["هل تشعر بألم؟", "أخبرنا؛ نحن هنا.", "شكرًا."]),
        ("اسأل د. أحمد، فهو يعرف. ثم عد.", ["اسأل د. أحمد، فهو يعرف.", "ثم عد."]),
    ],
)
def test_a_sentence_ends_at_the_marks_of_its_script(text: str, sentences: list[str]) -> None:
    assert sentences_in(text) == sentences


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("es", ES_LONG, "a sentence has 27 words."),
        ("ar", AR_LONG, "a sentence has 27 words."),
        ("es", "una palabra " * 25, "this slide has 50 words."),
        ("ar", "كلمة واحدة " * 25, "this slide has 50 words."),
        ("es", "> " + "uno " * 13, "the key message has 13 words."),
        ("ar", "> " + "كلمة " * 13, "the key message has 13 words."),
        ("es", "- uno\n" * 8, "this list has 8 items."),
        ("ar", "- واحد\n" * 8, "this list has 8 items."),
        ("es", "Es MUCHO dolor.", '"MUCHO" is written in capitals.'),
        ("es", "Ayuda al 30 por ciento.", '"30 por ciento" stands alone.'),
        ("ar", "يساعد 30 في المئة منهم.", '"30 في المئة" stands alone.'),
        ("ar", "يساعد ٣٠٪ منهم.", '"٣٠٪" stands alone.'),
    ],
)
def test_each_rule_that_is_not_about_english_is_kept(language: str, text: str, said: str) -> None:
    """Issue 9, part 5."""
    problems, _ = review_slide(written(on_slide(text), language))
    assert said in found(problems)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Ayuda al 50 %, la mitad."),
        ("es", "Ayuda al 30 %: a 3 de cada 10 personas."),
        ("ar", "يساعد 50%، أي نصف الناس."),
        ("ar", "يساعد 30%، أي 3 من كل 10 أشخاص."),
    ],
)
def test_a_percentage_that_is_told_in_people_passes_in_each_language(language: str, text: str) -> None:
    problems, _ = review_slide(written(on_slide(text), language))
    assert not [each for each in found(problems) if "stands alone" in each]


@pytest.mark.parametrize("language", ["es", "ar"])
def test_a_picture_needs_its_words_in_each_language(language: str) -> None:
    problems, _ = review_slide(written("# Uno\n\n![](a.png)\n\nDos.\n", language, image=PHOTO))
    assert "the picture has no text that says what it shows." in found(problems)
    problems, _ = review_slide(written("# Uno\n\n![Una mano](a.png)\n\nDos.\n", language, image=PHOTO))
    assert "the picture has no caption." in found(problems)


@pytest.mark.parametrize("language", ["es", "ar"])
def test_rules_of_english_keep_out_of_other_languages(language: str) -> None:
    """Words that are the same by chance say nothing: "cure", "idea" and "renal" are Spanish too."""
    text = "Massage cures the underlying cause of inflammation. The renal lesion was examined by the surgeon."
    problems, noticed = review_slide(written(on_slide(text), language))
    assert found(problems) == []
    assert (noticed.length.words, noticed.passive.count, noticed.medical) == (0, 0, ())


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "El masaje cura la ciática."),
        ("es", "El masaje va a curar su espalda."),
        ("es", "Elimina todas las toxinas del cuerpo."),
        ("es", "Le garantizamos alivio."),
        ("es", "Es totalmente seguro."),
        ("es", "Es un tratamiento sin efectos secundarios."),
        ("es", "Puede dejar de tomar sus medicinas."),
        ("ar", "التدليك يشفي عرق النسا."),
        ("ar", "سيُشفيك التدليك."),
        ("ar", "يطرد التدليك السموم من الجسم."),
        ("ar", "النتيجة مضمونة."),
        ("ar", "علاج بدون أي آثار جانبية."),
        ("ar", "هو آمن تمامًا."),
        ("ar", "توقف عن تناول الدواء."),
    ],
)
def test_the_plainest_promises_are_found_in_translations_too(language: str, text: str) -> None:
    problems, _ = review_slide(written(on_slide(text), language))
    (said,) = found(problems)
    assert said.endswith(("is a promise.", "tells patients to change their medicine."))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "El masaje no cura la ciática."),
        ("es", "La ciática casi siempre se cura sola."),
        ("es", "No deje de tomar sus medicinas sin hablar con nosotros."),
        ("es", "El masaje no elimina toxinas."),
        ("es", "¿Cura el masaje la ciática?"),
        ("es", "No es totalmente seguro para todos."),
        ("es", "Nadie puede garantizar el alivio."),
        ("ar", "التدليك لا يشفي عرق النسا."),
        ("ar", "لا تتوقف عن تناول الدواء قبل أن تسألنا."),
        ("ar", "لا يطرد التدليك السموم."),
        ("ar", "هل يشفي التدليك عرق النسا؟"),
        ("ar", "النتيجة غير مضمونة."),
        ("ar", "هو ليس آمنًا تمامًا للجميع."),
    ],
)
def test_what_is_denied_or_asked_is_no_promise(language: str, text: str) -> None:
    problems, _ = review_slide(written(on_slide(text), language))
    assert found(problems) == []
