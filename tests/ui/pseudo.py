"""A language that does not exist: English, about 40 % longer, so that a layout that only fits English shows."""

from __future__ import annotations

import gettext

from msgspec.structs import replace

from kiosk.core.content.model import Block, Catalog, Run, Slide, SlideWords, Topic

TAG = "en-x-long"


def longer(text: str) -> str:
    """Repeat words of the text until it is 40 % longer; one word grows instead."""
    words = text.split(" ")
    if len(words) == 1:
        return text + "e" * round(len(text) * 0.4) if text.isalpha() else text
    grown, target = text, len(text) * 1.4
    for word in words * 2:
        if len(grown) + len(word) + 1 > target or "{" in word:
            break
        grown += f" {word}"
    return grown


class PseudoTranslations(gettext.NullTranslations):
    def gettext(self, message: str) -> str:
        return longer(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return longer(msgid1 if n == 1 else msgid2)


def in_pseudo(catalog: Catalog) -> Catalog:
    """The catalog with a translation of everything into the pseudo-language, which is offered first."""
    clinic = replace(catalog.clinic, languages=(TAG, "en"))
    return replace(catalog, clinic=clinic, topics=tuple(_topic(topic) for topic in catalog.topics))


def _topic(topic: Topic) -> Topic:
    titles = {**topic.titles, TAG: longer(topic.titles[topic.language])}
    return replace(
        topic, titles=titles, slides=tuple(_slide(slide, topic.language) for slide in topic.slides)
    )


def _slide(slide: Slide, language: str) -> Slide:
    words = slide.words[language]
    grown = SlideWords(
        title=longer(words.title),
        body=tuple(_block(block) for block in words.body),
        message=longer(words.message) if words.message else "",
        questions=tuple(longer(question) for question in words.questions),
        more=tuple(_block(block) for block in words.more),
        alt=words.alt,
        caption=longer(words.caption) if words.caption else "",
    )
    return replace(slide, words={**slide.words, TAG: grown})


def _block(block: Block) -> Block:
    return replace(block, runs=(Run(longer(block.text)),))
