"""Usage: what was counted in the last weeks, as plain bars, each with a sentence that says what they mean."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.core.content.model import Topic
from kiosk.core.content.showing import question_of, title_of, words_of
from kiosk.core.insights.counts import KEPT_MONTHS
from kiosk.core.insights.usage import FEWEST, WEEKS, Usage
from kiosk.core.insights.visit import name_of_question, name_of_slide
from kiosk.core.language import Translate
from kiosk.core.own_names import own_name
from kiosk.core.session.face import Face
from kiosk.core.session.session import Session
from kiosk.core.views.charts import Bar, Chart
from kiosk.core.views.desk import Mark, Panel, Row, Said

NEARLY_ALL, THREE_IN_FOUR, HALF, ONE_IN_FOUR = 0.9, 0.63, 0.4, 0.2
MOST_TOPICS, MOST_PAGES, MOST_QUESTIONS = 3, 6, 5


def usage_panels(session: Session, usage: Usage | None, _: Translate) -> tuple[Panel, ...]:
    title = Said(_("Usage"))
    if usage is None:
        return (Panel(title, _("Looking…")),)
    if not usage.is_on:
        return (Panel(title, _("Nothing is counted on this kiosk."), rows=_how_to_begin(_)),)
    lost = (
        _("The last counts could not be written and are lost. Ask IT for the log.") if usage.is_lost else ""
    )
    if not usage.sessions:
        return (Panel(title, _("Fewer than {count} sessions so far: too few to show.", count=FEWEST), lost),)
    lead = _("The last {count} weeks, without today. Numbers are rounded down to fives.", count=WEEKS)
    topics = sorted(session.catalog.topics, key=lambda topic: -usage.topics.get(topic.key, 0))[:MOST_TOPICS]
    stops = tuple(chart for topic in topics if (chart := _stops(session, topic, usage, _)))
    asked = (
        _topics(session, usage, _),
        _languages(session, usage, _),
        _questions(session, usage, _),
        _help(usage, _),
        _faces(usage, _),
    )
    return (
        Panel(title, lead, lost, charts=(_weeks(usage, _), *stops), is_wide=True),
        Panel(
            Said(_("What patients use")),
            _("Only counts are kept, for {count} months.", count=KEPT_MONTHS),
            charts=tuple(chart for chart in asked if chart),
        ),
    )


def _how_to_begin(_: Translate) -> tuple[Row, ...]:
    return (
        Row(
            Said(_("To count, ask IT")),
            Mark.ADVICE,
            lines=(
                _("IT writes insights = true in machine.toml and starts the kiosk again."),
                _("It then counts sessions a day, never who or when, and asks at the end if it helped."),
            ),
        ),
    )


def _amount(count: int, _: Translate) -> str:
    return _.number(count) if count else _("fewer than {count}", count=FEWEST)


def _bars(counts: Sequence[tuple[str, int]], _: Translate) -> tuple[Bar, ...]:
    longest = max(count for _label, count in counts) or 1
    return tuple(Bar(label, _amount(count, _), count / longest) for label, count in counts)


def _count(labelled: tuple[str, int]) -> int:
    return labelled[1]


def _weeks(usage: Usage, _: Translate) -> Chart:
    longest = max((week.sessions for week in usage.weeks), default=0) or 1
    bars = [
        Bar("{day}", _amount(week.sessions, _), week.sessions / longest, day=week.monday)
        for week in usage.weeks[:-1]
    ]
    this, last = usage.weeks[-1], usage.weeks[-2]
    bars.append(Bar(_("This week"), _amount(this.sessions, _), this.sessions / longest))
    total = _("At least {count} sessions in all.", count=usage.sessions)
    recent = (
        _("At least {count} of them last week.", count=last.sessions)
        if last.sessions
        else _("Fewer than {count} of them last week.", count=FEWEST)
    )
    return Chart(_("Sessions each week, from Monday"), f"{total} {recent}", tuple(bars))


def _stops(session: Session, topic: Topic, usage: Usage, _: Translate) -> Chart | None:
    language = session.preferences.language
    counts = {place: usage.stopped.get(name_of_slide(topic, place), 0) for place in range(len(topic.slides))}
    finished = usage.finished.get(topic.key, 0)
    total = sum(counts.values()) + finished
    if not total:
        return None
    most = sorted((place for place in counts if counts[place]), key=lambda place: -counts[place])[:MOST_PAGES]
    titles = {place: words_of(topic.slides[place], topic, language).title for place in sorted(most)}
    places = [
        (_("Page {number}: {title}", number=place + 1, title=title), counts[place])
        for place, title in titles.items()
    ]
    rest = [count for place, count in counts.items() if place not in most]
    note = _("Every other page: fewer than {count}.", count=FEWEST) if rest and not any(rest) else ""
    at = max(most, key=lambda place: counts[place]) if most else 0
    meaning = _finishing(finished / total, _)
    if most and counts[at] > finished:
        meaning = _stopping(counts[at] / total, at + 1, _)
    title = _("Where patients stop")
    if len(session.catalog.topics) > 1:
        title = _("Where patients stop: {topic}", topic=title_of(topic, language))
    return Chart(title, meaning, _bars([*places, (_("Read to the end"), finished)], _), note)


def _stopping(share: float, page: int, _: Translate) -> str:
    if share >= NEARLY_ALL:
        return _("Nearly all patients stop at page {page}.", page=page)
    if share >= THREE_IN_FOUR:
        return _("About three in four patients stop at page {page}.", page=page)
    if share >= HALF:
        return _("About half of the patients stop at page {page}.", page=page)
    if share >= ONE_IN_FOUR:
        return _("About one in four patients stops at page {page}.", page=page)
    return _("Patients stop at many pages, most often at page {page}.", page=page)


def _finishing(share: float, _: Translate) -> str:
    if share >= NEARLY_ALL:
        return _("Nearly all patients read to the end.")
    if share >= THREE_IN_FOUR:
        return _("About three in four patients read to the end.")
    if share >= HALF:
        return _("About half of the patients read to the end.")
    if share >= ONE_IN_FOUR:
        return _("About one in four patients reads to the end.")
    return _("Few patients read to the end; the others stop at many pages.")


def _topics(session: Session, usage: Usage, _: Translate) -> Chart | None:
    topics = session.catalog.topics
    if len(topics) < 2:
        return None
    language = session.preferences.language
    counts = [(title_of(topic, language), usage.topics.get(topic.key, 0)) for topic in topics]
    first, most = max(counts, key=_count)
    meaning = _("Opened most: {topic}.", topic=first) if most else _too_few(_)
    return Chart(_("Topics opened"), meaning, _bars(counts, _))


def _languages(session: Session, usage: Usage, _: Translate) -> Chart | None:
    offered = session.catalog.clinic.languages
    if len(offered) < 2:
        return None
    counts = [(own_name(tag, offered), usage.languages.get(tag, 0)) for tag in offered]
    first, most = max(counts, key=_count)
    meaning = _too_few(_)
    if most:
        meaning = _("Read most in {language}.", language=first)
        if most >= NEARLY_ALL * usage.sessions:
            meaning = _("Nearly all read in {language}.", language=first)
    return Chart(_("Languages"), meaning, _bars(counts, _))


def _questions(session: Session, usage: Usage, _: Translate) -> Chart | None:
    language = session.preferences.language
    found = [
        (question_of(topic.slides[slide], topic, language, index)[0], count)
        for topic in session.catalog.topics
        for slide in range(len(topic.slides))
        for index in range(len(topic.slides[slide].words[topic.language].questions))
        if (count := usage.questions.get(name_of_question(topic, slide, index), 0))
    ]
    most = sorted(found, key=_count, reverse=True)[:MOST_QUESTIONS]
    if not most:
        return Chart(_("Questions ticked"), _too_few(_))
    meaning = _("This is what patients most want to ask. A page could answer it.")
    return Chart(_("Questions ticked"), meaning, _bars(most, _))


def _help(usage: Usage, _: Translate) -> Chart:
    meaning = _("It was opened fewer than {count} times.", count=FEWEST)
    if usage.helped:
        meaning = _("It was opened at least {count} times. Is it clear whom to ask?", count=usage.helped)
    return Chart(_("Get help now"), meaning)


def _faces(usage: Usage, _: Translate) -> Chart:
    labels = {Face.YES: _("Yes"), Face.A_LITTLE: _("A little"), Face.NO: _("No")}
    counts = {face: usage.faces.get(face.value, 0) for face in Face}
    total, title = sum(counts.values()), _("Did this help you?")
    if not total:
        return Chart(title, _too_few(_))
    meaning = _("The answers differ.")
    if counts[Face.YES] >= HALF * total:
        meaning = _("Many of those who answer say that it helped.")
    elif counts[Face.NO] >= HALF * total:
        meaning = _("Many of those who answer say that it did not help.")
    return Chart(title, meaning, _bars([(labels[face], counts[face]) for face in Face], _))


def _too_few(_: Translate) -> str:
    return _("Fewer than {count} so far.", count=FEWEST)
