"""A moment opened from a figure: what happened, when, and who, from everything that the debrief holds of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sandgame.frames.debrief import PromiseShown, TableDebrief
from sandgame.frames.marks import Marks
from sandgame.present.debrief_page import Log
from sandgame.present.debrief_scene import DebriefScene
from sandgame.present.pictures import BadgePicture
from sandgame.text.numbers import whole

MOST = 12


@dataclass(frozen=True, slots=True)
class MomentLine:
    week: str
    provider: BadgePicture
    customer: BadgePicture
    text: str
    log: str


@dataclass(frozen=True, slots=True)
class MomentPicture:
    title: str
    line: str
    rows: tuple[MomentLine, ...]
    empty: str
    more: str


def moment(
    scene: DebriefScene, debrief: TableDebrief | None, marks: Marks | None, log: Sequence[int], said: str
) -> MomentPicture:
    """Promises and pieces of evidence that share a number of the log with the figure, by week."""
    numbers = set(log)
    rows: dict[str, tuple[int, MomentLine]] = {}
    for promise in debrief.promises if debrief is not None else ():
        if numbers & set(promise.log):
            text = promise_sentence(scene, promise)
            badges = (scene.badge(promise.provider), scene.badge(promise.customer))
            line = MomentLine(scene.week(promise.due), *badges, text, log_text(scene, promise.log))
            rows.setdefault(text, (promise.due, line))
    for known in (marks, debrief.marks if debrief is not None else None):
        pieces = [piece for mark in known.marks for piece in mark.pieces] if known is not None else []
        for piece in pieces:
            if numbers & set(piece.log):
                text = scene.piece(piece)
                badges = (scene.badge(piece.provider), scene.badge(piece.customer))
                line = MomentLine(scene.week(piece.round), *badges, text, log_text(scene, piece.log))
                rows.setdefault(text, (piece.round, line))
    found = [line for _, line in sorted(rows.values(), key=lambda row: row[0])]
    more = scene.say("debrief-moment-more", count=len(found) - MOST) if len(found) > MOST else ""
    return MomentPicture(
        said,
        scene.say("debrief-moment-log", log=log_text(scene, log)),
        tuple(found[:MOST]),
        "" if found else scene.say("debrief-moment-empty"),
        more,
    )


def log_text(scene: DebriefScene, log: Log | Sequence[int]) -> str:
    shown = scene.say("shell-list-comma").join(f"#{whole(number)}" for number in list(log)[:8])
    return shown + ("…" if len(log) > 8 else "")


def promise_sentence(scene: DebriefScene, promise: PromiseShown) -> str:
    became = promise.state if promise.state in ("kept", "late", "overdue", "broken", "released", "replaced") else "open"
    warned = scene.say("debrief-moment-warned", week=promise.warned) if promise.warned else ""
    return scene.say(
        "debrief-moment-promise",
        provider=scene.name(promise.provider),
        customer=scene.name(promise.customer),
        service=scene.service(promise.service),
        units=scene.units(promise.service, promise.units),
        made=promise.made,
        due=promise.due,
        became=scene.say(f"debrief-became-{became}"),
        warned=warned,
    )
