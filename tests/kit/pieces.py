"""What must be told apart without colour, each drawn alone: departments, a chip's states, signs, who has a seat."""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from sandgame.paint.badge import badge_path, draw_badge
from sandgame.paint.chip import chip_size, draw_chip
from sandgame.paint.island import draw_holder, draw_played, draw_sign
from sandgame.paint.look import Look
from sandgame.paint.tokens import palette, raw_tokens
from sandgame.present.pictures import BadgePicture, ChipPicture, HolderPicture, Sign, State

SIDE = 36
CHIP_STATES: tuple[State, ...] = ("open", "agreed", "risk", "kept", "broken")
"""Those that lie on a board; "in plan" is said in the ledger, in words."""
SIGNS: tuple[Sign, ...] = get_args(Sign)
HOLDERS = {
    "me": HolderPicture("我", "user", mine=True),
    "bot": HolderPicture("电脑", "bot"),
    "group": HolderPicture("A 组", "users"),
}


def _drawn(look: Look, wide: float, high: float, draw: Callable[[QPainter, QRectF], object]) -> QImage:
    """On the sand, where all of this lies."""
    image = QImage(round(wide) + 8, round(high) + 12, QImage.Format.Format_RGB32)
    image.fill(look.colour.sand_mid)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw(painter, QRectF(4, 4, wide, high))
    painter.end()
    return image


def departments(look: Look) -> dict[str, QImage]:
    """All eight, with the icons of the tokens."""
    given = raw_tokens()["department"][look.scheme]
    return {str(each["example"]): _badge(look, BadgePicture(each["slot"], each["icon"])) for each in given}


def _badge(look: Look, badge: BadgePicture) -> QImage:
    return _drawn(look, SIDE, SIDE, lambda painter, box: draw_badge(painter, badge, box, look))


def outlines(look: Look) -> dict[str, QImage]:
    """The outlines alone, all in ink."""
    return {each.shape: _outline(look, each.shape) for each in palette(look.scheme).departments[1:]}


def _outline(look: Look, shape: str) -> QImage:
    ink = look.colour.text
    return _drawn(look, SIDE, SIDE, lambda painter, box: painter.fillPath(badge_path(shape, box), ink))


def chips(look: Look, slot: int = 4) -> dict[str, QImage]:
    """One promise in every state, and a sheet and a draft of one."""
    badge = BadgePicture(slot, "factory")
    kinds: dict[str, ChipPicture] = {state: ChipPicture(1, 1, badge, "×8", "3", state) for state in CHIP_STATES}
    kinds["sheet"] = ChipPicture(1, 1, badge, "×8", "3", "open", sheet=True)
    kinds["draft"] = ChipPicture(1, 1, badge, "×8", "3", "open", sheet=True, draft=True)
    sizes = [chip_size(picture, look) for picture in kinds.values()]
    room = max(size.width() for size in sizes), max(size.height() for size in sizes)
    return {name: _chip(look, picture, room) for name, picture in kinds.items()}


def _chip(look: Look, picture: ChipPicture, room: tuple[float, float]) -> QImage:
    own = chip_size(picture, look)
    return _drawn(look, *room, lambda painter, box: draw_chip(painter, picture, QRectF(box.topLeft(), own), look))


def signs(look: Look) -> dict[str, QImage]:
    """What a department shows on its island's rim."""
    return {sign: _sign(look, sign) for sign in SIGNS}


def _sign(look: Look, sign: Sign) -> QImage:
    return _drawn(look, 26, 26, lambda painter, box: draw_sign(painter, sign, box, look))


def players(look: Look) -> dict[str, QImage]:
    """Who sits on an island of a board: a person (no mark) or a bot."""
    return {
        "person": _drawn(look, 20, 20, lambda _painter, _box: None),
        "bot": _drawn(look, 20, 20, lambda painter, box: draw_played(painter, "bot", box, look)),
    }


def holders(look: Look) -> dict[str, QImage]:
    """Who has chosen a seat: the tag on its rim."""
    return {name: _holder(look, holder) for name, holder in HOLDERS.items()}


def _holder(look: Look, holder: HolderPicture) -> QImage:
    return _drawn(look, 100, 40, lambda painter, box: draw_holder(painter, holder, box.adjusted(0, 16, -8, 0), look))


KINDS: dict[str, Callable[[Look], dict[str, QImage]]] = {
    "departments": departments,
    "outlines": outlines,
    "chips": chips,
    "signs": signs,
    "players": players,
    "holders": holders,
}
