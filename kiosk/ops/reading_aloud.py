"""Why *Listen* is there, or is not: what the desk and `kiosk doctor` tell staff."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from threading import Timer

from kiosk.core.language import Translate
from kiosk.core.session.listening import has_voice
from kiosk.core.speech.messages import ANSWER_SECONDS, NO_ANSWER, Absent, Ready, from_speaker
from kiosk.core.staff.health import Finding, State


def finding_of(answer: Ready | Absent | None, offered: Sequence[str], _: Translate) -> Finding:
    """Say how it is with *Listen*, and which of the languages that the clinic offers cannot be heard.

    `answer` is what the speaker said of itself last; None: it is still being asked.
    """
    what = _("Listen")
    match answer:
        case None:
            found, mend = _("The machine is still being asked for its voices."), _("Look again in a moment.")
            return Finding(what, State.LOOK, found, mend)
        case Absent(reason):
            found = _("It is hidden, because nothing can be read aloud: {reason}.", reason=reason.rstrip("."))
            mend = _("The kiosk tries again every five minutes. Ask IT to see to the voices of this machine.")
            return Finding(what, State.LOOK, found, mend)
        case Ready(_engine, languages):
            missing = [tag for tag in offered if not has_voice(languages, tag)]
            if not missing:
                return Finding(what, State.GOOD, _("There is a voice for every language that is offered."))
            found = _(
                "It is hidden in these languages, for which there is no voice: {languages}.",
                languages=", ".join(missing),
            )
            mend = _("Install a voice for each, or ask IT to.")
            return Finding(what, State.LOOK, found, mend)


def ask_for_voices(command: Sequence[str]) -> Ready | Absent:
    """Start the speaker's process, hear what it can say, and end it; as the kiosk does, with 3 s to answer."""
    try:
        speaker = subprocess.Popen(  # noqa: S603 - this program itself
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "QT_LOGGING_RULES": "qt.multimedia.*=false"},
        )
    except OSError as reason:
        return Absent(str(reason))
    limit = Timer(ANSWER_SECONDS, speaker.kill)
    limit.start()
    try:
        return _answer_of(speaker)
    finally:
        limit.cancel()
        speaker.kill()
        speaker.communicate()


def _answer_of(speaker: subprocess.Popen[bytes]) -> Ready | Absent:
    for line in speaker.stdout or ():
        answer = from_speaker(line)
        if isinstance(answer, Ready | Absent):
            return answer
    return Absent(NO_ANSWER)
