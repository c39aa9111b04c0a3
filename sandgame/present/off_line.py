"""While the line is down: what waits to be sent by hand, and what the stand-in would do in this seat, and when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Literal

from sandgame.present.line import shown_seconds
from sandgame.present.scene import Scene
from sandgame.rules.ids import ROOM, TABLE, SeatId, SheetId

UnsentKind = Literal["answer", "ask", "message"]
_KEEPS = ("promises", "requests")
_LONGEST = 40
_TO_ALL = {TABLE: "messages-table", ROOM: "messages-room"}


@dataclass(frozen=True, slots=True)
class UnsentPicture:
    """One thing that is written and not sent; `number` is its sheet, or the department it is for."""

    kind: UnsentKind
    number: int
    title: str
    line: str
    spoken: str


@dataclass(frozen=True, slots=True)
class UnsentList:
    title: str
    line: str
    go: str
    cards: tuple[UnsentPicture, ...]


@dataclass(frozen=True, slots=True)
class StandInPlan:
    """`does` and `leaves` are what the stand-in would and would not do; `why` is why nothing can be sent now."""

    title: str
    line: str
    does: tuple[str, ...]
    leaves: str
    why: str


def stand_in_plan(scene: Scene, grace: float) -> StandInPlan:
    """`grace` seconds are left in which the seat waits; 0: it may sit in at any time."""
    say, left = scene.speech.say, shown_seconds(grace)
    return StandInPlan(
        say("line-if", seconds=left) if left else say("line-if-over"),
        say("line-if-line"),
        tuple(say(f"line-if-{each}") for each in _KEEPS),
        say("line-if-not"),
        say("line-if-why"),
    )


def unsent_list(scene: Scene, draft: Mapping[str, Any] | None, *, online: bool) -> UnsentList | None:
    """What a page has drafted and not sent; None where there is nothing."""
    cards = tuple(_cards(scene, draft or {}))
    if not cards:
        return None
    say = scene.speech.say
    return UnsentList(
        say("line-unsent-title", count=len(cards)),
        say("line-unsent-look" if online else "line-unsent-wait"),
        say("line-unsent-go" if online else "line-unsent-edit"),
        cards,
    )


def _cards(scene: Scene, draft: Mapping[str, Any]) -> list[UnsentPicture]:
    """A draft of another shape, kept by an older program, is passed over."""
    made: list[UnsentPicture] = []
    for of in (_answers, _asks, _messages):
        with suppress(TypeError, ValueError, LookupError):
            made += of(scene, draft)
    return made


def _answers(scene: Scene, draft: Mapping[str, Any]) -> list[UnsentPicture]:
    by_sheet: dict[SheetId, list[str]] = {}
    for sheet, _line, kind, *_rest in draft.get("answers", {}).get("lines", ()):
        by_sheet.setdefault(SheetId(int(sheet)), []).append(str(kind))
    threads = {each.sheet: each for each in scene.view.threads.sheets}
    made = []
    for sheet, kinds in by_sheet.items():
        thread = threads[sheet]
        other = thread.customer if thread.provider == scene.seat else thread.provider
        title = scene.speech.say("line-unsent-answer", department=scene.name(other))
        made.append(_card(scene, "answer", sheet, title, _kinds(scene, kinds)))
    return made


def _kinds(scene: Scene, kinds: Sequence[str]) -> str:
    say = scene.speech.say
    parts = [
        say(f"line-unsent-{kind}", count=count)
        for kind in ("accept", "counter", "decline")
        if (count := kinds.count(kind))
    ]
    return say("game-list-comma").join(parts)


def _asks(scene: Scene, draft: Mapping[str, Any]) -> list[UnsentPicture]:
    made = []
    for provider, _channel, _note, lines, *_rest in draft.get("asks", {}).get("asks", ()):
        count = sum(1 for line in lines if line[3])
        if count:
            seat = SeatId(int(provider))
            title = scene.speech.say("line-unsent-ask", department=scene.name(seat))
            made.append(_card(scene, "ask", seat, title, scene.speech.say("line-unsent-lines", count=count)))
    return made


def _messages(scene: Scene, draft: Mapping[str, Any]) -> list[UnsentPicture]:
    made = []
    for seat, text in draft.get("messages", {}).get("texts", {}).items():
        to = SeatId(int(seat))
        short = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
        name = scene.speech.say(_TO_ALL[to]) if to in _TO_ALL else scene.name(to)
        title = scene.speech.say("line-unsent-message", department=name)
        made.append(_card(scene, "message", to, title, scene.speech.say("line-unsent-text", text=short)))
    return made


def _card(scene: Scene, kind: UnsentKind, number: int, title: str, line: str) -> UnsentPicture:
    return UnsentPicture(kind, number, title, line, scene.speech.say("game-list-comma").join((title, line)))
