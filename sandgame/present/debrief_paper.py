"""The words of a seat's take-away card on paper."""

from __future__ import annotations

from dataclasses import dataclass

from sandgame.frames.debrief import TakeAway
from sandgame.present.debrief_scene import DebriefScene
from sandgame.present.pictures import BadgePicture
from sandgame.rules.ids import SeatId


@dataclass(frozen=True, slots=True)
class TakeHalf:
    """A request or a promise; an empty text leaves lines to write on."""

    head: str
    text: str
    check_head: str
    check: str


@dataclass(frozen=True, slots=True)
class TakePaper:
    file: str
    title: str
    badge: BadgePicture
    name: str
    case: str
    halves: tuple[TakeHalf, TakeHalf]
    rule_head: str
    rule: str
    when: str
    boxes: tuple[str, str]
    foot: str


def take_paper(scene: DebriefScene, seat: SeatId, card: TakeAway, rules: tuple[str, ...], table: int) -> TakePaper:
    """`rules` are those that others at the table wrote; the own one comes first. `table` 0: without a class."""
    say, name = scene.say, scene.name(seat)
    check = say("debrief-take-verified")
    return TakePaper(
        file=say("paper-take-file", name=name),
        title=say("debrief-take-title"),
        badge=scene.badge(seat),
        name=name,
        case=_case(scene, table),
        halves=(
            TakeHalf(say("debrief-take-request"), card.request, check, card.request_check),
            TakeHalf(say("debrief-take-promise"), card.promise, check, card.promise_check),
        ),
        rule_head=say("debrief-take-rule"),
        rule=card.rule or " · ".join(rules),
        when=say("paper-take-when"),
        boxes=(say("paper-take-done"), say("paper-take-kept")),
        foot=say("paper-foot-take"),
    )


def _case(scene: DebriefScene, table: int) -> str:
    case = scene.pick(scene.cast.title)
    return scene.say("paper-foot-case", case=case, table=table) if table else case
