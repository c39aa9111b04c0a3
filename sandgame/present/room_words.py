"""What whoever runs the room said, as this laptop says it: ready words in its own language, others as typed."""

from __future__ import annotations

from sandgame.rules.room_intents import ReadyWords
from sandgame.rules.sections import ToldByRoom
from sandgame.text.speech import Speech

_KEYS = {
    "remind": "console-remind",
    "remind_unanswered": "console-remind-unanswered",
    "trial": "console-trial-told",
    "trial_end": "console-trial-end-told",
}
_REMINDS = ("remind", "remind_unanswered")


def ready_text(speech: Speech, ready: ReadyWords) -> str:
    phase = speech.say(f"game-phase-{ready.phase}")
    return speech.say(_KEYS[ready.words], phase=phase, count=ready.count)


def told_text(speech: Speech, told: ToldByRoom) -> str:
    return told.text if told.ready is None else ready_text(speech, told.ready)


def is_reminder(told: ToldByRoom) -> bool:
    """To a table that is late: it means the present phase and no more."""
    return told.ready is not None and told.ready.words in _REMINDS


def room_line(speech: Speech, told: ToldByRoom) -> str:
    """In a line of its own, where nothing else says who speaks: ready words say it themselves."""
    text = told_text(speech, told)
    return text if told.ready is not None else speech.say("line-room", text=text)
