"""Hours as blocks: solid, hatched set-up, hollow left-over, dashed missing, neutral, stock; bars for their inputs."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from sandgame.paint.look import Look
from sandgame.paint.tokens import radius, size
from sandgame.present.pictures import BlockPicture, HoursPicture, UnitPicture

UNIT_GAP = 4.0
BAR_DROP = 6.0
BAR_HEIGHT = 3.0
_ROW_GAP = 8.0


@dataclass(frozen=True, slots=True)
class PlacedUnit:
    """One group of blocks: a box for each block, and the box of the bar below."""

    unit: UnitPicture
    blocks: tuple[QRectF, ...]
    bar: QRectF


def place_units(picture: HoursPicture, width: float) -> list[PlacedUnit]:
    """Blocks from left to right; a group that does not fit goes to the next row."""
    pitch, wide, high = size("hourPitch"), size("hourWidth"), size("hourHeight")
    with_bars = any(unit.under is not None for unit in picture.units)
    row_height = high + _ROW_GAP + (BAR_DROP + BAR_HEIGHT if with_bars else 0)
    left, top = 0.0, 0.0
    placed = []
    for unit in picture.units:
        extent = (len(unit.blocks) - 1) * pitch + wide
        if left > 0 and left + extent > width:
            left, top = 0.0, top + row_height
        boxes = tuple(QRectF(left + number * pitch, top, wide, high) for number in range(len(unit.blocks)))
        placed.append(PlacedUnit(unit, boxes, QRectF(left, top + high + BAR_DROP, extent, BAR_HEIGHT)))
        left += len(unit.blocks) * pitch + UNIT_GAP
    return placed


@lru_cache(maxsize=512)
def hours_size(picture: HoursPicture, width: float) -> QSizeF:
    """The room that a row of blocks takes when broken to a width; layouts ask for the same again and again."""
    placed = place_units(picture, width)
    if not placed:
        return QSizeF(0, size("hourHeight"))
    right = max((each.blocks[-1].right() for each in placed if each.blocks), default=0.0)
    bottom = max(each.bar.bottom() if each.unit.under is not None else each.bar.top() - BAR_DROP for each in placed)
    return QSizeF(right, bottom)


def draw_hours(painter: QPainter, picture: HoursPicture, box: QRectF, look: Look) -> None:
    """Draws the groups into a box, from its top left corner."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    for each in place_units(picture, box.width()):
        for block, place in zip(each.unit.blocks, each.blocks, strict=True):
            draw_block(painter, block, place, look)
        if each.unit.under is not None:
            under = each.unit.under
            ink = look.colour.text_secondary if under == "stock" else look.department(under).base
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            painter.drawRoundedRect(each.bar, BAR_HEIGHT / 2, BAR_HEIGHT / 2)
    painter.restore()


def draw_block(painter: QPainter, block: BlockPicture, box: QRectF, look: Look) -> None:
    """One block of any size; the lip keeps its 3.5 px unless the block is low."""
    who = look.department(block.slot)
    match block.look:
        case "hollow":
            _draw_frame(painter, box, QPen(who.base, 1.5), who.soft)
        case "missing":
            pen = QPen(who.base if block.slot else look.colour.text_tertiary, 1.3)
            pen.setDashPattern([2.4, 1.8])
            _draw_frame(painter, box, pen, None)
        case "neutral":
            _draw_solid(painter, box, look.colour.hour_neutral, look.colour.hour_neutral_lip)
        case "stock":
            _draw_solid(painter, box, look.colour.hour_neutral, look.colour.hour_neutral_lip)
            _draw_frame(painter, box, QPen(look.colour.company, 1.5), None)
        case _:
            _draw_solid(painter, box, who.base, who.lip)
    if block.look == "setup":
        _draw_hatch(painter, box, who.on)


def _corner(box: QRectF) -> float:
    return min(radius("token"), box.width() / 4)


def _draw_solid(painter: QPainter, box: QRectF, base: QColor, lip: QColor) -> None:
    corner = _corner(box)
    drop = min(size("hourLip"), box.height() / 4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(lip)
    painter.drawRoundedRect(box, corner, corner)
    painter.setBrush(base)
    painter.drawRoundedRect(box.adjusted(0, 0, 0, -drop), corner, corner)


def _draw_frame(painter: QPainter, box: QRectF, pen: QPen, fill: QColor | None) -> None:
    painter.setPen(pen)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    inset = pen.widthF() / 2
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), _corner(box), _corner(box))


def _draw_hatch(painter: QPainter, box: QRectF, ink: QColor) -> None:
    soft = QColor(ink)
    soft.setAlphaF(0.75)
    painter.save()
    clip = QPainterPath()
    clip.addRoundedRect(box, 2, 2)
    painter.setClipPath(clip, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(soft, 1.4))
    middle = box.center()
    reach = box.width() / 2 - 1.8
    for shift in (-2.6, 2.6):
        painter.drawLine(
            QPointF(middle.x() - reach + max(0, shift) * 0.6, middle.y() + reach * 0.8 + shift - 1),
            QPointF(middle.x() + reach + min(0, shift) * 0.6, middle.y() - reach * 0.8 + shift - 1),
        )
    painter.restore()


def draw_tray(painter: QPainter, box: QRectF, look: Look) -> None:
    """The sand tray that blocks lie in."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    corner = radius("hourTray")
    painter.setPen(QPen(look.colour.sand_border, 1))
    painter.setBrush(look.colour.sand_mid)
    inner = box.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(inner, corner, corner)
    shade = QPainterPath()
    shade.addRoundedRect(inner, corner, corner)
    lower = QPainterPath()
    lower.addRoundedRect(inner.adjusted(0, 4, 0, 4), corner, corner)
    dark = QColor(look.colour.rake)
    dark.setAlphaF(0.5)
    painter.fillPath(shade.subtracted(lower), dark)
