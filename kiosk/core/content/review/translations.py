"""What is not told in every language that the kiosk offers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.core.content.problems import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kiosk.core.content.model import Topic


def missing_translations(
    topic: Topic, file: str, lines: Mapping[str, int], offered: Sequence[str], deck: str = ""
) -> Iterable[Problem]:
    """`offered` are the clinic's languages; without any, those in which the topic has slides.

    A title that is only the folder's name is not missed in other languages. `deck` is the name of the presentation
    that the slides are from.
    """
    texts = [slide for slide in topic.slides if not slide.is_picture_only]
    languages = offered or sorted({tag for slide in texts for tag in slide.words})
    shown = f'They are shown in "{topic.language}", with a small note.'
    for language in languages:
        missing = [slide.key for slide in texts if language not in slide.words]
        if missing:
            yield Problem(
                file,
                0,
                Severity.ADVICE,
                f'{_missing(missing, len(texts))} in "{language}".',
                shown if len(missing) > 1 else shown.replace("They are", "It is"),
                f'Add "{deck or missing[0]}.{language}{".pptx" if deck else ".md"}", '
                "in the words of a person who knows both languages.",
            )
        if lines.get("title") and language not in topic.titles and len(missing) < len(texts):
            yield Problem(
                file,
                lines.get("title", 0),
                Severity.ADVICE,
                f'the topic\'s title is not in "{language}".',
                f'It is shown in "{topic.language}".',
                f'Add {language} = "…" under [title].',
            )


def _missing(missing: Sequence[str], count: int) -> str:
    if len(missing) == count:
        return "no slide of this topic is" if count > 1 else "this topic is not"
    if len(missing) == 1:
        return f'the slide "{missing[0]}" is not'
    return f'{len(missing)} of {count} slides, such as "{missing[0]}", are not'
