"""The topic that ships says the same in Arabic: as hedged, nothing added, plain, and clean to set and to read aloud."""

from __future__ import annotations

import re
import unicodedata
from itertools import chain
from pathlib import Path

import pytest

from kiosk.core.content.folder import read_content
from kiosk.core.content.model import Block, BlockStyle, Evidence, Kind, Slide, SlideWords, Topic, Translation
from tests.catalogs import A_DAY

SHIPPED = Path(__file__).parents[1] / "content"
CATALOG = read_content(SHIPPED, today=A_DAY).catalog
TOPIC: Topic = CATALOG.topics[0]
BENEFITS = TOPIC.slides[1:9]
FILES = sorted(SHIPPED.rglob("*.ar.md"))
ASK_TITLE, HELP_TITLE = "السؤال قبل البدء", "اطلب المساعدة الآن"

# Without their vowel marks, as `bare` gives them.
HEDGE = r"\b[وف]?(?:قد|ربما|يمكن\w*|بعض|معظم|غالبا|كثيرا ما|كثير|عادة|احتمال)\b"
SHORT = r"لفترة قصيرة|لبعض الوقت|لا يدوم|أثناء التدليك"
DENIAL = r"\b[وف]?(?:لا|لم|ليس|ليست|لست|عدم|دون|بلا|ممنوع|غير|هل)\b"
ENGLISH_HEDGE = (
    r"\b(?:may|can be considered|some people|many people|most people|(?<!how )(?<!up )(?<!, )often|usually)\b"
)
ENGLISH_DENIAL = r"\b(?:not(?! long)|(?<!say )no|cannot|never|none|neither)\b"

# standards.md CLI-03 and 4.3, a row a group.
URGENT_SIGNS = (
    ("كلتا الساقين", "ضعف أو خدر أو ألم"),
    ("حول المؤخرة", "الأعضاء التناسلية", "الداخلية من الفخذين", "بالورق عند المسح"),
    ("لا تستطيع التبول", "صعوبة في التبول", "حبس البول", "تسرب البول", "عدم الإحساس بالحاجة إلى التبول"),
    ("حبس البول أو البراز", "التبول أو التبرز"),
    ("عند الجماع",),
    ("متورمة ودافئة ومؤلمة من الخلف، تحت الركبة", "جلطة دم"),
)
ALSO_TODAY: tuple[str, ...] = (
    "حمى (حرارة مرتفعة)",
    "بمرض شديد",
    "سرطان",
    "نقص في الوزن دون قصد",
    "سقوط شديد أو إصابة",
    "ضعف العظام",
    "الستيرويدات",
    "حقن المخدرات",
    "في الليل لا يخف أبدا",
    "ساق صارت أضعف",
    "قدم تنجر",
)
# Section 4.4.
ASK_FIRST: tuple[str, ...] = (
    "سيولة الدم",
    "نزيف أو كدمات",
    "جلطة دم",
    "كسر",
    "ضعف العظام",
    "حروق",
    "السرطان",
    "جروح مفتوحة",
    "عدوى في الجلد",
    "عملية جراحية",
    "الحرارة",
    "الحمل",
    "خدر (تنميل) في الجلد",
    "لا يعرف سببه",
)

# standards.md 4.5. What massage is said to do stands after a hedge, what it must not be said to do after a denial.
PROMISES = (
    r"\bالسموم",  # noqa: RUF001 - Arabic letters
    r"\bيمنع (?:ذلك|النوب|عودة)",
    r"\bيخفف (?:الضغط|التورم)",
    r"\bيحرك القرص",
    r"التهاب|الدورة الدموية|الأكسجين",
    r"\b(?:يعالج|علاج فعال)",
    r"يشفي|\bتشفي|شفاء|يتعافى",
    r"\b(?:يضمن|مضمون|نعدك)",
    r"\bأفضل من|\bبدلا من|\bيغني\b|\bيحل محل",  # noqa: RUF001 - Arabic letters
    r"\bوقف(?:ها)?\b",  # noqa: RUF001 - Arabic letters
    r"آثار جانبية|\bالخطر\b",  # noqa: RUF001 - Arabic letters
    r"\b(?:دائمة?|نهائي\w*|طويلا)\b",
)
DOES = r"(?:يخفف|يزيل|يفيد|يقلل|يحسن|يساعد|يهدئ|يدفئ|يريح)\w*"
UNHEDGED = rf"(?<!قد )(?<!هل )(?<!لا )(?<!أن )\b{DOES} التدليك|\bالتدليك {DOES}"  # noqa: RUF001 - Arabic letters
MASCULINE = (
    r"اسأل|اسألنا|تحرك|استمر في|أخبرنا|اطلب|ابدأ|جرب|انظر|اقرأ|اتصل|تذكر|لا تنتظر|تشعر|تحتاج|تسمع|تتناول"
)


def arabic(slide: Slide) -> SlideWords:
    return slide.words["ar"]


def help_words() -> SlideWords:
    assert CATALOG.help_page
    return CATALOG.help_page.words["ar"]


def bare(text: str) -> str:
    """The text without vowel marks and with plain spaces."""
    return re.sub("[\u064b-\u0652]", "", text).replace("\u00a0", " ")


def text_of(blocks: tuple[Block, ...]) -> str:
    return bare(" ".join(block.text for block in blocks))


def texts(words: SlideWords) -> list[str]:
    blocks = [block.text for block in (*words.body, *words.more)]
    return [words.title, *blocks, words.message, words.caption, *words.questions, words.alt]


def sentences(words: SlideWords) -> list[str]:
    return [part for text in texts(words) for part in re.split(r"(?<=[.!؟:])\s+", bare(text)) if part]


def face_of(words: SlideWords) -> str:
    return f"{text_of(words.body)} {bare(words.message)}"


def shape(blocks: tuple[Block, ...]) -> list[tuple[BlockStyle, int, int]]:
    return [(block.style, block.number, sum(run.strong for run in block.runs)) for block in blocks]


def numbers(words: SlideWords) -> list[str]:
    return sorted(re.findall(r"\d+", " ".join(texts(words)).replace(",", "")))


def promised(sentence: str) -> list[str]:
    """What it promises without a denial, a question or a doubt before it."""
    found = [match for promise in PROMISES for match in re.finditer(promise, sentence)]
    found += re.finditer(UNHEDGED, sentence)
    return [match[0] for match in found if not re.search(DENIAL, sentence[: match.start()])]


each_slide = pytest.mark.parametrize("slide", TOPIC.slides, ids=lambda slide: slide.key)
each_benefit = pytest.mark.parametrize("slide", BENEFITS, ids=lambda slide: slide.key)
PAGES = [(slide.key, slide.words) for slide in TOPIC.slides]
PAGES += [("get-help-now", CATALOG.help_page.words if CATALOG.help_page else {})]
each_page = pytest.mark.parametrize("page", [page for _, page in PAGES], ids=[key for key, _ in PAGES])


@each_page
def test_every_page_is_told_in_arabic_part_for_part(page: dict[str, SlideWords]) -> None:
    """product.md: the n-th question is the original's n-th; bold, lists and headings stand where they stood."""
    english, words = page["en"], page["ar"]
    assert shape(words.body) == shape(english.body)
    assert shape(words.more) == shape(english.more)
    assert len(words.questions) == len(english.questions)
    assert [bool(text) for text in texts(words)] == [bool(text) for text in texts(english)]
    assert all(re.search("[\u0621-\u064a]", text) for text in texts(words) if text)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_translation_shows_the_originals_picture_and_gives_no_facts_of_its_own(file: Path) -> None:
    original = file.with_name(file.name.replace(".ar.md", ".md"))
    picture = re.compile(r"\]\((\S+) ")
    text = file.read_text(encoding="utf-8")
    assert picture.findall(text) == picture.findall(original.read_text(encoding="utf-8")) != []
    assert "+++" not in text


@each_slide
def test_a_slides_face_is_short_and_plain(slide: Slide) -> None:
    """standards.md LIT-03, LIT-04; product.md: 40 words, title 8, key message 12."""
    words = arabic(slide)
    assert len(face_of(words).split()) <= 40
    assert len(words.title.split()) <= 8
    assert len(words.message.split()) <= 12
    assert 2 <= len(words.caption.split()) <= 15
    assert max(len(sentence.split()) for sentence in sentences(words)) <= 20


def test_the_sentences_of_the_topic_are_short() -> None:
    """standards.md LIT-03."""
    every = list(chain(*(sentences(arabic(slide)) for slide in TOPIC.slides)))
    assert sum(len(sentence.split()) for sentence in every) / len(every) <= 12


@each_page
def test_the_numbers_are_the_originals(page: dict[str, SlideWords]) -> None:
    assert numbers(page["ar"]) == numbers(page["en"])


@each_page
def test_what_is_hedged_or_denied_in_english_is_so_in_arabic(page: dict[str, SlideWords]) -> None:
    """standards.md CLI-05: as often in each text, so that no "may" and no "not" is lost on the way."""
    lost = [
        ours
        for theirs, ours in zip(texts(page["en"])[:-1], texts(page["ar"])[:-1], strict=True)
        for mark, own in ((ENGLISH_HEDGE, HEDGE), (ENGLISH_DENIAL, DENIAL))
        if len(re.findall(mark, theirs, re.IGNORECASE)) > len(re.findall(own, bare(ours)))
    ]
    assert lost == []


@each_benefit
def test_a_benefits_face_hedges_and_says_that_it_does_not_last(slide: Slide) -> None:
    """standards.md CLI-05."""
    face = face_of(arabic(slide))
    assert re.search(r"\b(?:[وف]?قد|بعض الناس)\b", face)
    assert re.search(SHORT, face)


@each_benefit
def test_a_benefit_says_where_no_study_is(slide: Slide) -> None:
    says_none = "لم نجد دراسات جيدة عن هذا في عرق النسا." in text_of(arabic(slide).more)
    assert says_none == (slide.evidence is Evidence.NONE_YET)


def test_the_eight_benefits_begin_differently() -> None:
    assert len({" ".join(text_of(arabic(slide).body).split()[:5]) for slide in BENEFITS}) == 8


@each_page
def test_nothing_is_promised(page: dict[str, SlideWords]) -> None:
    """standards.md CLI-04, CLI-07, section 4.5: only its denial may stand."""
    assert [promised(sentence) for sentence in sentences(page["ar"]) if promised(sentence)] == []


@pytest.mark.parametrize(
    "promise",
    [
        "التدليك يخفف الألم.",
        "يخفف التدليك ألم الظهر.",
        "التدليك يزيل السموم من الجسم.",
        "التدليك يمنع عودة الألم.",
        "قد يخفف الضغط عن العصب.",
        "التدليك يشفي عرق النسا.",
        "هذه راحة دائمة.",
        "يمكنك وقف دوائك.",
        "التدليك أفضل من الدواء.",
        "قد يقلل التدليك الالتهاب.",
    ],
)
def test_a_promise_would_be_found(promise: str) -> None:
    assert promised(promise)


def test_a_key_message_is_hedged_or_advice_or_an_open_question() -> None:
    """product.md: true when read alone, because the lobby screen shows it without its slide."""
    alone = rf"{HEDGE}|لا نعرف|سؤالنا|يسعدنا|جزء واحد فقط|^المهم|يرجى"
    messages = [arabic(slide).message for slide in TOPIC.slides if arabic(slide).message]
    assert [message for message in messages if not re.search(alone, bare(message))] == []


def test_the_first_slide_says_what_sciatica_is_and_what_massage_can_and_cannot_do() -> None:
    """standards.md LIT-05, LIT-10. The name is marked there: unmarked it reads as "sweat" and "women"."""
    words = arabic(TOPIC.slides[0])
    assert "عِرق النَّسا" in words.title
    assert words.body[0].text.startswith("عِرق النَّسا ألم في العصب")
    assert any("قد يخفف" in text and "لا يشفي" in text for text in sentences(words))
    assert ASK_TITLE in face_of(words)


@pytest.mark.parametrize(
    ("word", "meaning", "keys"),
    [
        ("القرص", "وسادة لينة بين عظمتين", ("01", "02")),
        ("السموم", "مواد تسمم الجسم", ("03",)),
        ("النوبة", "تعني أن الألم يعود", ("06",)),
        ("التفكير في", "يعني أنه يمكن تجربته", ("07",)),
        ("سيولة الدم", "تمنع تجلط الدم", ("11",)),
    ],
)
def test_a_hard_word_is_explained_on_the_slide_that_uses_it(
    word: str, meaning: str, keys: tuple[str, ...]
) -> None:
    """standards.md LIT-10."""
    for key in keys:
        words = arabic(next(slide for slide in TOPIC.slides if slide.key.startswith(key)))
        assert word in f"{face_of(words)} {text_of(words.more)}"
        assert meaning in f"{face_of(words)} {text_of(words.more)}"


def test_risks_and_summary_say_who_asks_first_and_that_care_is_not_replaced() -> None:
    """standards.md CLI-06, section 4.4."""
    for kind in (Kind.RISK, Kind.SUMMARY):
        text = bare(" ".join(texts(arabic(next(slide for slide in TOPIC.slides if slide.kind is kind)))))
        assert "هذا لا يغني عن نصيحة فريق رعايتك الصحية." in text
        assert "في هذه الحالات:" in text
    risk = arabic(next(slide for slide in TOPIC.slides if slide.kind is Kind.RISK))
    text = f"{face_of(risk)} {text_of(risk.more)}".replace("،", "")
    assert [sign for sign in ASK_FIRST if sign not in text] == []


def test_the_help_page_has_every_urgent_sign_and_the_worst_first() -> None:
    """standards.md CLI-02, CLI-03, section 4.3."""
    words = help_words()
    text = f"{text_of(words.body)} {text_of(words.more)}"
    assert [sign for sign in chain(*URGENT_SIGNS, ALSO_TODAY) if sign not in text] == []
    assert words.body[1].text.startswith("لا تستطيع التبوّل")
    assert words.body[2].text.startswith("لديك خدر (تنميل)")


def test_the_help_page_keeps_the_number_apart_from_the_letters_around_it() -> None:
    """A prefix joined to the number would move it to the other side of the line, or change how it is read."""
    lines = [block.text for block in help_words().more if "emergency" in block.text]
    assert len(lines) == 1
    assert lines[0].endswith(" {emergency}.")


def test_the_summary_repeats_the_first_signs_of_the_help_page() -> None:
    text = text_of(arabic(next(slide for slide in TOPIC.slides if slide.kind is Kind.SUMMARY)).more)
    signs = ("لا يمكنك التبول", "حبس البول أو البراز", "الأعضاء التناسلية", "كلتا الساقين", "الحرارة")
    assert [sign for sign in signs if sign not in text] == []


def test_pages_are_called_by_their_titles() -> None:
    """What stands in bold is a page that can be opened, or the question about the swollen calf."""
    titles = {arabic(slide).title for slide in TOPIC.slides} | {help_words().title}
    assert {ASK_TITLE, HELP_TITLE} <= titles
    bold = {
        run.text
        for slide in TOPIC.slides
        for block in (*arabic(slide).body, *arabic(slide).more)
        for run in block.runs
        if run.strong and not run.text.endswith("؟")
    }
    assert bold == {ASK_TITLE, HELP_TITLE}


@each_page
def test_nobody_is_addressed_as_a_man_only(page: dict[str, SlideWords]) -> None:
    """But for the name of the page of urgent signs: it is that of its key, which is a short order."""
    said = [
        re.findall(rf"\b(?:{MASCULINE})\b", bare(text).replace(HELP_TITLE, "")) for text in texts(page["ar"])
    ]
    assert list(chain(*said)) == []


@each_page
def test_marks_and_digits_are_those_of_the_language(page: dict[str, SlideWords]) -> None:
    """Digits are Western in the files: the program turns them where the clinic asks for it."""
    for text in texts(page["ar"]):
        assert not re.search(r"[?,;\"'%]|--|\.\.\.", text)
        assert not re.search("[\u0660-\u0669\u06f0-\u06f9\u066a-\u066c]", text)
        assert not re.search(r"\s[،؛؟.:!]|[،؛؟](?=\w)|  ", text)
        assert re.findall(r"\b(?!(?:19|20)\d\d)\d+ (?!إلى\b)\w+", text) == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_file_holds_plain_letters_only(file: Path) -> None:
    """No stretched or ready-shaped letters, and no unseen marks: voices trip over them, search does not find them."""
    text = file.read_text(encoding="utf-8")
    odd = [
        f"U+{ord(sign):04X}"
        for sign in text
        if sign == "\u0640" or unicodedata.category(sign) == "Cf" or _is_ready_shaped(sign)
    ]
    assert odd == []
    assert unicodedata.is_normalized("NFC", text)


def _is_ready_shaped(sign: str) -> bool:
    """Whether it is a letter in one of its shapes, or several in one sign, as old fonts needed them."""
    return unicodedata.name(sign, "").startswith("ARABIC") and unicodedata.decomposition(sign).startswith("<")


def test_nobody_is_named_as_a_translator_or_reviewer() -> None:
    assert TOPIC.translations["ar"] == Translation("", "")
    assert TOPIC.titles["ar"] == "التدليك وعرق النسا"
    assert "ما يمكن" in TOPIC.purposes["ar"]
    assert "وما لا يمكن" in TOPIC.purposes["ar"]
