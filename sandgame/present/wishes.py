"""What customers asked me to change, my answer by a week, and what I or others have promised to change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sandgame.present.phrases import badge
from sandgame.present.pictures import BadgePicture, Tone
from sandgame.present.review_draft import LONG_FORM
from sandgame.present.scene import Scene
from sandgame.rules.events import ChangePromised
from sandgame.rules.ids import SeatId
from sandgame.rules.intents import PromiseChange
from sandgame.rules.sections import AskedChange

WishKey = tuple[SeatId, int]
"""Who asked, and in which week."""


@dataclass(frozen=True, slots=True)
class WishPicture:
    """`first` to `last` are the weeks I can promise; none are left when `last` is below `first`."""

    key: WishKey
    badge: BadgePicture
    head: str
    words: str
    first: int
    last: int
    by: int
    note: str
    spoken: str


@dataclass(frozen=True, slots=True)
class ChangePicture:
    """One "will do": mine to a customer, or a provider's to me."""

    badge: BadgePicture
    text: str
    due: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class WishesPicture:
    title: str
    count: str
    wishes: tuple[WishPicture, ...]
    label: str
    week: str
    button: str
    changes_title: str
    changes: tuple[ChangePicture, ...]


def wishes(scene: Scene, weeks: Mapping[WishKey, int]) -> WishesPicture | None:
    """None while nobody has asked and nothing is promised."""
    say, section = scene.speech.say, scene.view.review
    asked = tuple(_wish(scene, each, weeks) for each in section.asked_of_me)
    changes = tuple(_change(scene, each) for each in section.will_do if each.by >= scene.view.table.round)
    if not asked and not changes:
        return None
    return WishesPicture(
        title=say("review-wishes"),
        count=str(len(asked)) if asked else "",
        wishes=asked,
        label=say("review-will-do"),
        week=say("game-week-short", week="{}"),
        button=say("review-will-do-go"),
        changes_title=say("review-changes") if changes else "",
        changes=changes,
    )


def change_intent(scene: Scene, key: WishKey, by: int) -> PromiseChange:
    table = scene.view.table
    return PromiseChange(round=table.round, phase=table.phase, customer=key[0], asked=key[1], by=by)


def _wish(scene: Scene, asked: AskedChange, weeks: Mapping[WishKey, int]) -> WishPicture:
    say, table = scene.speech.say, scene.view.table
    name = scene.name(asked.customer)
    first, last = table.round + 1, table.length
    words = say("review-quote", text=asked.comment) if asked.comment else say("review-wish-wordless")
    head = _head(scene, asked)
    note = say("review-will-do-note", department=name) if first <= last else say("review-will-do-late")
    key = (asked.customer, asked.round)
    by = min(max(weeks.get(key, first), first), max(first, last))
    return WishPicture(
        key, badge(scene, asked.customer), head, words, first, last, by, note, f"{head}: {words}"
    )  # fmt: skip


def _head(scene: Scene, asked: AskedChange) -> str:
    """Who, when, and the item with its lowest mark."""
    say = scene.speech.say
    found = [
        each.rating
        for each in scene.view.review.received
        if each.round == asked.round and each.rating.customer == asked.customer
    ]
    parts = [scene.name(asked.customer), say("game-week", week=asked.round)]
    if found:
        marks = [(int(value), item) for item in LONG_FORM if (value := getattr(found[-1], item)) is not None]
        lowest, item = min(marks, key=lambda mark: mark[0])
        parts.append(f"{say(f'review-{item}')} {lowest}")
    return " · ".join(parts)


def _change(scene: Scene, change: ChangePromised) -> ChangePicture:
    say = scene.speech.say
    mine = change.provider == scene.seat
    other = SeatId(change.customer if mine else change.provider)
    key = "review-change-mine" if mine else "review-change-theirs"
    text = say(key, department=scene.name(other), week=change.asked)
    is_due = change.by == scene.view.table.round
    due = say("review-change-due") if is_due else say("review-change-by", week=change.by)
    return ChangePicture(badge(scene, other), text, due, "caution" if is_due else "info")
