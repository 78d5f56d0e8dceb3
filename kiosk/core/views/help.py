"""Get help now: urgent signs and the emergency number. Built in, so that it can never be missing."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from kiosk.core.bidi import isolated
from kiosk.core.content.model import Block, BlockStyle, HelpPage, Image, Run, SlideWords
from kiosk.core.language import Translate
from kiosk.core.session.events import ClosePressed, PartPressed
from kiosk.core.session.screens import Attract, HelpOpen
from kiosk.core.session.session import Session
from kiosk.core.views.rail import Key, KeyName, Rail, easier_key, help_key, home_key, part_label


class Sign(StrEnum):
    """The drawing beside a built-in sign, also where the clinic's own page has one in the same words."""

    BLADDER = "bladder"
    NUMB = "numb"
    LEGS = "legs"
    FEVER = "fever"


class UrgentSign(Struct, frozen=True):
    runs: tuple[Run, ...]
    sign: Sign | None = None


class CallStep(Struct, frozen=True):
    """One of two things to do: where you are, what to do there. A number is set as large as it goes."""

    where: str
    what: str
    is_number: bool = False


class HelpView(Struct, frozen=True):
    """`more` follows on further parts, turned by `part_key`."""

    title: str
    lead: str
    signs: tuple[UrgentSign, ...]
    more: tuple[Block, ...]
    calls: tuple[CallStep, CallStep]
    urge: str
    image: Image | None
    alt: str
    part: int
    parts: int
    part_label: str
    part_key: Key
    rail: Rail


def help_view(session: Session, screen: HelpOpen, _: Translate) -> HelpView:
    emergency = session.catalog.clinic.emergency
    page = help_words(session.catalog.help_page, session.preferences.language, _)
    number = isolated(emergency) if emergency else _("your local emergency number")
    where = CallStep(_("Here in the clinic"), _("Tell the front desk."))
    if emergency:
        call = CallStep(_("Anywhere else, call"), emergency, is_number=True)
    else:
        call = CallStep(_("Anywhere else"), _("Call your local emergency number."))
    is_last = session.parts > 1 and screen.part == session.parts
    leading: tuple[Key, ...] = (help_key(_, is_open=True),)
    if not isinstance(screen.below, Attract):
        leading += (easier_key(_), home_key(session, _))
    return HelpView(
        title=page.title,
        lead=page.lead,
        signs=page.signs,
        more=tuple(with_number(block, number) for block in page.more),
        calls=(where, call),
        urge=page.urge,
        image=page.image,
        alt=page.alt,
        part=screen.part,
        parts=session.parts,
        part_label=part_label(session, screen.part, _),
        part_key=Key(KeyName.MORE_TEXT, _("First signs") if is_last else _("More signs"), PartPressed()),
        rail=Rail(leading=leading, go=Key(KeyName.CLOSE, _("Close"), ClosePressed())),
    )


def help_words(page: HelpPage | None, language: str, _: Translate) -> HelpWords:
    """The clinic's own words, or the built-in ones."""
    built_in = _built_in_page(_)
    return _clinic_page(page, language, built_in) or _clinic_page(page, _.language, built_in) or built_in


class HelpWords(Struct, frozen=True):
    """What the page says, before `{emergency}` is filled in."""

    title: str
    lead: str
    signs: tuple[UrgentSign, ...]
    more: tuple[Block, ...]
    urge: str
    image: Image | None = None
    alt: str = ""


def _clinic_page(page: HelpPage | None, language: str, built_in: HelpWords) -> HelpWords | None:
    """The clinic's page in this language; in no other one: the built-in page is better understood."""
    if page is None or language not in page.words:
        return None
    words = page.words[language]
    drawings = {_strong(sign.runs): sign.sign for sign in built_in.signs}
    lead, found, rest = _sorted_by_use(words)
    signs = tuple(replace(sign, sign=drawings.get(_strong(sign.runs))) for sign in found)
    return HelpWords(words.title, lead, signs, rest + words.more, words.message, page.image, words.alt)


def _strong(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs if run.strong)


def _sorted_by_use(words: SlideWords) -> tuple[str, tuple[UrgentSign, ...], tuple[Block, ...]]:
    is_item = [block.style in {BlockStyle.BULLET, BlockStyle.NUMBER} for block in words.body]
    first = is_item.index(True) if any(is_item) else len(words.body)
    last = first
    while last < len(words.body) and is_item[last]:
        last += 1
    lead = " ".join(block.text for block in words.body[:first])
    signs = tuple(UrgentSign(block.runs) for block in words.body[first:last])
    return lead, signs, words.body[last:]


def _built_in_page(_: Translate) -> HelpWords:
    # The cauda equina signs and fever: standards.md 4.3 (NHS, Healthify NZ, a UK CES card).
    signs = (
        _sign(_("You cannot pee,"), _("or cannot hold your pee or poop"), Sign.BLADDER),
        _sign(_("You are numb"), _("around your bottom or private parts"), Sign.NUMB),
        _sign(_("Both legs"), _("are weak, numb or in pain"), Sign.LEGS),
        _sign(_("You have a fever"), _("or feel very ill with the pain"), Sign.FEVER),
    )
    now = (
        _("You leak, or find it hard to pee."),
        _("You cannot feel when you need to pee or poop."),
        _("Paper feels odd when you wipe."),
        _("Your inner thighs are numb."),
        _("Sex feels different, or numb."),
        _("One calf is swollen, warm and sore. It may be a blood clot."),
    )
    today = (
        _("Pain after a bad fall or injury"),
        _("Pain and weak bones"),
        _("Pain and cancer, now or before"),
        _("Pain and unplanned weight loss"),
        _("Pain if you use steroids or inject drugs"),
        _("Pain at night that never eases"),
        _("A weaker leg, or a foot that drags"),
    )
    return HelpWords(
        title=_("Get help now"),
        lead=_("if you have any of these:"),
        signs=signs,
        more=(
            _bold(_("These cannot wait either:")),
            *_items(now),
            Block((Run(_("Not in the clinic? Call {emergency}.")),)),
            _bold(_("Tell us today about:")),
            *_items(today),
        ),
        urge=_("Do not wait for your turn."),
    )


def _sign(strong: str, rest: str, sign: Sign) -> UrgentSign:
    return UrgentSign((Run(strong, strong=True), Run(f" {rest}")), sign)


def _bold(text: str) -> Block:
    return Block((Run(text, strong=True),))


def _items(texts: tuple[str, ...]) -> tuple[Block, ...]:
    return tuple(Block((Run(text),), BlockStyle.BULLET) for text in texts)


def with_number(block: Block, number: str) -> Block:
    """Fill in `{emergency}`."""
    return replace(
        block, runs=tuple(replace(run, text=run.text.replace("{emergency}", number)) for run in block.runs)
    )
