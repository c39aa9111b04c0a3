"""A commitment as a chip on its ribbon, a sheet of several lines, the pill "+n", and the name of a service."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from sandgame.paint.badge import draw_badge
from sandgame.paint.icons import draw_icon
from sandgame.paint.lettering import CENTRE, put_line, put_line_at
from sandgame.paint.look import Look
from sandgame.paint.tokens import icon_for, size
from sandgame.present.pictures import ChipPicture, State

_BADGE = 28.0
_TEXT_AT = 41.0
_DISC = 16.0
_DOT = " · "
_TOLD = 3
"""Amounts on a pill; more are counted."""


@dataclass(frozen=True, slots=True)
class StateLook:
    """How a state is told: its icon, and the token of its colour."""

    icon: str
    token: str


STATES: dict[State, StateLook] = {
    "open": StateLook("open", "text_secondary"),
    "agreed": StateLook("agreed", "info"),
    "in_plan": StateLook("kept", "positive"),
    "risk": StateLook("risk", "caution"),
    "kept": StateLook("kept", "positive"),
    "broken": StateLook("broken", "negative"),
}
# on a chip's small disc the bare sign reads better than a sign in a ring
_DISC_ICON: dict[State, str] = {
    "open": "circle-help",
    "agreed": "link",
    "in_plan": "blocks",
    "risk": "triangle-alert",
    "kept": "check",
    "broken": "x",
}


def state_icon(state: State) -> str:
    return icon_for(STATES[state].icon)


def state_colour(state: State, look: Look) -> QColor:
    return look.named(STATES[state].token)


def chip_size(picture: ChipPicture, look: Look) -> QSizeF:
    """The chip's face without lip; wider than the token only if a text needs it."""
    if not picture.due:
        return QSizeF(_TEXT_AT + look.width(picture.units, "title", 700) + 12, look.scaled(size("chipHeight")))
    # the disc lies on the rim, its middle 12.5 px from the right end
    units = look.width(picture.units, "label", 700) + _DISC / 2 + 12.5 + 2
    due = look.width(picture.due, "caption") + 14
    least = size("sheetChipWidth") if picture.sheet else size("chipWidth")
    back = size("sheetChipBack") if picture.sheet else 0
    return QSizeF(max(least, _TEXT_AT + max(units, due)) + back, look.scaled(size("chipHeight")) + back)


def label_size(text: str, look: Look) -> QSizeF:
    return QSizeF(look.width(text, "caption") + 16, look.scaled(20))


def more_size(text: str, look: Look) -> QSizeF:
    return QSizeF(look.width(text, "caption", 600) + 20, look.scaled(20))


@dataclass(frozen=True, slots=True)
class Pill:
    """Stands for chips that have no room."""

    text: str
    role: str = "caption"

    def size(self, look: Look) -> QSizeF:
        if self.role == "caption":
            return more_size(self.text, look)
        return QSizeF(look.width(self.text, self.role, 700) + 22, look.line(self.role) + 4)


def pills_of(chips: Sequence[ChipPicture]) -> tuple[Pill, ...]:
    """For all chips of a ribbon: what says most first, what needs the least room last. On a board that is read from a
    metre the amounts themselves: a bare count there is taken for an amount."""
    if any(chip.due for chip in chips):
        return (Pill(f"+{len(chips)}"),)
    amounts = [chip.units for chip in chips]
    told = _DOT.join(amounts[:_TOLD]) + (f" +{len(amounts) - _TOLD}" if len(amounts) > _TOLD else "")
    least = amounts[0] + (f" +{len(amounts) - 1}" if len(amounts) > 1 else "")
    return tuple(dict.fromkeys((*(Pill(told, role) for role in ("title", "label", "caption")), Pill(least))))


def more_text(hidden: Sequence[ChipPicture]) -> str:
    """Below chips that are shown: the amount of a single other one, else how many there are."""
    return hidden[0].units if len(hidden) == 1 and not hidden[0].due else f"+{len(hidden)}"


def draw_chip(painter: QPainter, picture: ChipPicture, box: QRectF, look: Look) -> None:
    """Draws a chip into the box that `chip_size` asked for."""
    who = look.department(picture.badge.slot)
    if picture.sheet:
        back = size("sheetChipBack")
        front = box.adjusted(0, 0, -back, -back)
        _draw_dashed(painter, front.translated(back, back), who.base, look)
        _draw_dashed(painter, front, who.base, look)
    elif picture.state == "open":
        front = box
        _draw_dashed(painter, front, who.base, look)
    else:
        front = box
        _draw_solid(painter, front, who.base, who.lip, look)
    middle = front.center().y()
    draw_badge(painter, picture.badge, QRectF(front.left() + 6.5, middle - _BADGE / 2, _BADGE, _BADGE), look)
    left = front.left() + _TEXT_AT
    if not picture.due:
        # only how many: larger, and without a sign on the rim
        put_line_at(painter, picture.units, left, middle, look, "title", look.colour.text, 700)
        return
    put_line_at(painter, picture.units, left, middle - look.scaled(7), look, "label", look.colour.text, 700)
    put_line_at(painter, picture.due, left, middle + look.scaled(9.5), look, "caption", look.colour.text_secondary)
    _draw_disc(painter, picture, QPointF(front.right() - 12.5, front.top() + 13.5), look)


def _draw_solid(painter: QPainter, face: QRectF, base: QColor, lip: QColor, look: Look) -> None:
    corner = face.height() / 2
    painter.setPen(Qt.PenStyle.NoPen)
    for drop, colour in ((6, look.colour.tile_shadow), (size("chipLip"), lip)):
        painter.setBrush(colour)
        painter.drawRoundedRect(face.translated(0, drop).adjusted(-1, 0, 1, 1), corner + 1, corner + 1)
    painter.setBrush(look.colour.surface)
    painter.setPen(QPen(base, 2))
    painter.drawRoundedRect(face, corner, corner)


def _draw_dashed(painter: QPainter, face: QRectF, base: QColor, look: Look) -> None:
    pen = QPen(base, 2)
    pen.setDashPattern([2.6, 1.9])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(look.colour.sand_top)
    corner = face.height() / 2
    painter.drawRoundedRect(face, corner, corner)


def _draw_disc(painter: QPainter, picture: ChipPicture, middle: QPointF, look: Look) -> None:
    if picture.draft:
        _draw_sign(painter, icon_for("draft"), look.named("text_secondary"), middle, look)
    else:
        draw_state_disc(painter, picture.state, middle, look)


def draw_state_disc(painter: QPainter, state: State, middle: QPointF, look: Look) -> None:
    """The small round sign of a state, 16 px across."""
    _draw_sign(painter, _DISC_ICON[state], state_colour(state, look), middle, look)


def _draw_sign(painter: QPainter, name: str, ground: QColor, middle: QPointF, look: Look) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawEllipse(middle, _DISC / 2, _DISC / 2)
    half = 5.5
    spot = QRectF(middle.x() - half, middle.y() - half, half * 2, half * 2)
    draw_icon(painter, name, spot, look.colour.surface, stroke=3)


def draw_label(painter: QPainter, text: str, box: QRectF, look: Look) -> None:
    """The name of a service, on a pill of sand."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour.sand_mid)
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    put_line(painter, text, box, look, "caption", look.colour.text_secondary, align=CENTRE)


def draw_more(painter: QPainter, pill: Pill, box: QRectF, look: Look) -> None:
    """What else lies on a ribbon."""
    painter.setPen(QPen(look.colour.control_border, 1))
    painter.setBrush(look.colour.surface)
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    weight = 600 if pill.role == "caption" else 700
    put_line(painter, pill.text, box, look, pill.role, look.colour.text, align=CENTRE, weight=weight)
