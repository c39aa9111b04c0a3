"""Signs: how departments say they are, without a word, and what the seat itself shows. A sign may be false."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from sandgame.present.pictures import Sign
from sandgame.present.scene import Scene
from sandgame.rules.ids import SeatId

SIGNS: tuple[Sign, ...] = get_args(Sign)


@dataclass(frozen=True, slots=True)
class SignsPicture:
    """The control in the board's corner: its label, the four signs by name, and the one that is shown."""

    label: str
    names: tuple[str, ...]
    tip: str
    mine: Sign | None


def signs(scene: Scene) -> SignsPicture | None:
    """None when there is nobody left to show one to."""
    if scene.view.table.phase == "over":
        return None
    say = scene.speech.say
    names = tuple(sign_name(scene, sign) for sign in SIGNS)
    return SignsPicture(say("sign-mine"), names, say("sign-mine-tip"), shown_signs(scene).get(scene.seat))


def sign_name(scene: Scene, sign: Sign) -> str:
    return scene.speech.say(f"sign-{sign}")


def shown_signs(scene: Scene) -> Mapping[SeatId, Sign]:
    """Who shows which sign now."""
    return {seen.seat: seen.sign for seen in scene.view.room.signals}


def sign_tip(scene: Scene, seat: SeatId, sign: Sign) -> str:
    """What a flag on an island says; of one's own nothing is in doubt."""
    key = "sign-tip-mine" if seat == scene.seat else "sign-tip"
    return scene.speech.say(key, department=scene.name(seat), sign=sign_name(scene, sign))
