"""What is said when something goes wrong outside a game: what happened, what still holds, what to do."""

from __future__ import annotations

from dataclasses import dataclass

from sandgame.frames.fault import FaultError
from sandgame.text.speech import Speech


@dataclass(frozen=True, slots=True)
class TroublePage:
    """A calm page in place of what could not be shown."""

    title: str
    line: str
    place: str
    retry: str
    back: str


def trouble_page(speech: Speech, fault: Exception) -> TroublePage:
    """Of anything but a `FaultError` no more is known than that it happened."""
    known = isinstance(fault, FaultError)
    code = fault.fault.value.replace("_", "-") if isinstance(fault, FaultError) else "other"
    place = fault.place if isinstance(fault, FaultError) else type(fault).__name__
    return TroublePage(
        title=speech.say(f"trouble-{code}"),
        line=speech.say(f"trouble-{code}-do"),
        place=speech.say("trouble-place", place=place) if known and place else "",
        retry=speech.say("game-retry"),
        back=speech.say("game-back"),
    )
