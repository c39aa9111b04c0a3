"""One link, drawn: three voices on the largest promise that failed; its weeks, its funnel, and both sides."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPen

from sandgame.paint.debrief_charts import centred, enlarged
from sandgame.paint.easel import LEAST, Easel
from sandgame.paint.island import draw_place, draw_rings, place_size
from sandgame.paint.lettering import CENTRE, RIGHT
from sandgame.paint.sand import draw_sand
from sandgame.paint.tokens import colour_of, raw_tokens
from sandgame.present.debrief_page import (
    FailedBody,
    FunnelStep,
    IslandOnMap,
    LinkBody,
    SideCard,
    Voice,
    WeekPill,
)
from sandgame.present.pictures import IslandPicture

_FACTOR = 1.62
_EDGE = 32.0
_GAP = 28.0
_FUNNEL_DARK = ("#1D2F3C", "#2B5468", "#3E7186", "#5A8FA3")


def draw_failed(easel: Easel, body: FailedBody, box: QRectF) -> None:
    """As high as what was said needs, in the middle of what is left."""
    colour = easel.look.colour
    said = 330.0 if any(voice.line for voice in body.voices[:2]) else 250.0
    owed = 78.0 + _OWED * len(body.owed) if body.owed else 0.0
    spare = max(0.0, box.height() - 150 - 2 * _GAP - said - owed)
    said += min(80.0, spare / 2)
    head = QRectF(box.left(), box.top() + min(40.0, spare / 6), box.width(), 150)
    easel.box(head, colour.surface, 18, colour.divider)
    wide = easel.pair(body.provider, body.customer, head.left() + 30, head.center().y(), 64)
    left = head.left() + 30 + wide + 36
    easel.fitted(body.deal, left, head.top() + 50, 34, head.right() - 30 - left, colour.text)
    facts = " · ".join(text for text in (body.came, body.warned, body.money) if text)
    easel.fitted(facts, left, head.top() + 102, 28, head.right() - 30 - left, colour.text_secondary, 400)
    easel.opens(head, body.log, f"{body.deal}. {facts}")
    wide = (box.width() - _GAP * (len(body.voices) - 1)) / len(body.voices)
    top = head.bottom() + _GAP
    for number, voice in enumerate(body.voices):
        _voice(easel, voice, QRectF(box.left() + number * (wide + _GAP), top, wide, said))
    if body.owed:
        _owed(easel, body, QRectF(box.left(), top + said + _GAP, box.width(), owed))


_OWED = 46.0


def _owed(easel: Easel, body: FailedBody, box: QRectF) -> None:
    colour = easel.look.colour
    easel.box(box, colour.surface_sunken, 18)
    easel.line(body.owed_title, box.left() + 34, box.top() + 36, 28, colour.text_secondary, 600)
    for number, line in enumerate(body.owed):
        spot = QRectF(box.left() + 34, box.top() + 64 + _OWED * number, box.width() - 68, _OWED)
        easel.fitted(line.text, spot.left(), spot.center().y(), 30, spot.width(), colour.text, 600)
        easel.opens(spot, line.log, line.text)


def _voice(easel: Easel, voice: Voice, box: QRectF) -> None:
    look = easel.look
    colour = look.colour
    if voice.badge is None:
        easel.box(box, colour.surface_sunken, 18, colour.control_border)
        easel.icon(voice.icon, box.left() + 34, box.top() + 64, 52, colour.text)
    else:
        easel.card(box, look.department(voice.badge.slot).base)
        easel.badge(voice.badge, box.left() + 34, box.top() + 64, 56)
    easel.fitted(voice.head, box.left() + 110, box.top() + 64, 32, box.width() - 140, colour.text_secondary, 600)
    easel.within(voice.said, QRectF(box.left() + 34, box.top() + 126, box.width() - 68, 110), 46, colour.text, 700)
    if voice.line:
        ink = look.named({"positive": "positive", "caution": "caution"}.get(voice.tone, "text_secondary"))
        easel.icon(voice.icon, box.left() + 34, box.bottom() - 60, 34, ink)
        easel.fitted(voice.line, box.left() + 84, box.bottom() - 60, 28, box.width() - 110, ink, 600)


# -- the weeks of a link


def draw_link(easel: Easel, body: LinkBody, box: QRectF) -> None:
    colour = easel.look.colour
    ribbon = QRectF(box.left(), box.top(), box.width(), 212)
    _ribbon(easel, body, ribbon)
    top = ribbon.bottom() + 20
    half = box.width() * 0.47
    easel.line(body.funnel_title, box.left(), top + 18, 30, colour.text)
    _funnel(easel, body.funnel, QRectF(box.left(), top + 48, half - 40, box.bottom() - top - 48))
    left = box.left() + half
    easel.line(body.sides_title, left, top + 18, 30, colour.text)
    ask = QRectF(left, box.bottom() - 78, box.right() - left, 78)
    wide, high = (box.right() - left - _GAP) / 2, ask.top() - 16 - top - 48
    px = min(_side_px(easel, side, wide, high) for side in body.sides)
    for number, side in enumerate(body.sides):
        _side(easel, side, QRectF(left + number * (wide + _GAP), top + 48, wide, high), px)
    easel.box(ask, colour.ask, 18)
    centred(easel, body.ask, ask.adjusted(28, 8, -28, -8), 28, colour.on_ask, 700)


def _ribbon(easel: Easel, body: LinkBody, box: QRectF) -> None:
    look, painter = easel.look, easel.painter
    outline = QPainterPath()
    outline.addRoundedRect(box, 14, 14)
    painter.save()
    painter.setClipPath(outline)
    with enlarged(painter, box, _FACTOR) as area:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        draw_sand(painter, area, look)
        # so that the rings around both lie on the sand
        ends = [(body.provider, _EDGE), (body.customer, area.width() - _EDGE)]
        faces = []
        for place, (island, edge) in enumerate(ends):
            size = place_size(_island(island), look)
            left = edge if place == 0 else edge - size.width()
            faces.append(QRectF(left, area.center().y() - size.height() / 2 - 4, size.width(), size.height()))
        for (island, _), face in zip(ends, faces, strict=True):
            draw_rings(painter, face, look)
            draw_place(painter, _island(island), face, look, own=False)
        start, end = (faces[0].right() * _FACTOR, faces[1].left() * _FACTOR)
    painter.restore()
    painter.setPen(QPen(look.colour.sand_border, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 14, 14)
    _pills(easel, body, box, box.left() + start + 16, box.left() + end - 16)


def _island(island: IslandOnMap) -> IslandPicture:
    return IslandPicture(island.seat, island.name, island.badge)


def _pills(easel: Easel, body: LinkBody, box: QRectF, left: float, right: float) -> None:
    look, middle = easel.look, box.center().y() - 26
    ink = look.department(body.provider.badge.slot).base
    easel.painter.setPen(QPen(ink, 5))
    easel.painter.drawLine(QPointF(left, middle), QPointF(right, middle))
    for turn in (-9, 9):
        easel.painter.drawLine(QPointF(right - 14, middle + turn), QPointF(right, middle))
    pitch = (right - left - 24) / max(1, len(body.weeks))
    wide = min(176.0, pitch - 8)
    for number, week in enumerate(body.weeks):
        at = left + 8 + pitch * (number + 0.5)
        _week(easel, week, QRectF(at - wide / 2, middle - 34, wide, 68), ink)
        easel.line(week.week, at, middle + 58, LEAST, look.colour.text_secondary, 400, CENTRE)
        if easel.width(week.low, LEAST, 600) <= pitch:
            easel.line(week.low, at, middle + 88, LEAST, look.colour.text, 600, CENTRE)


def _week(easel: Easel, week: WeekPill, box: QRectF, ink: QColor) -> None:
    colour, painter = easel.look.colour, easel.painter
    none = week.state == "none"
    painter.setBrush(colour.sand_mid if none else colour.surface)
    painter.setPen(QPen(ink, 3, Qt.PenStyle.DashLine if none else Qt.PenStyle.SolidLine))
    painter.drawRoundedRect(box, 34, 34)
    if none:
        # what the dashes say needs no words where there is no room
        if easel.width(week.text, LEAST, 400) <= box.width() - 20:
            easel.line(week.text, box.center().x(), box.center().y(), LEAST, colour.text_secondary, 400, CENTRE)
        return
    kept = week.state == "kept"
    mark = colour.positive if kept else colour.negative
    easel.disc(QPointF(box.left() + 30, box.center().y()), 20, mark)
    easel.icon("check" if kept else "x", box.left() + 18, box.center().y(), 24, colour.surface)
    px = easel.fitting(week.text, 30, box.width() - 66)
    easel.line(week.text, box.left() + 58, box.center().y(), max(LEAST, px), colour.text)
    easel.opens(box, week.log, f"{week.week} {week.text}")


def _funnel(easel: Easel, steps: tuple[FunnelStep, ...], box: QRectF) -> None:
    """Bars from zero, one under the other; what fell out stands between them."""
    colour = easel.look.colour
    inks = [colour_of(each) for each in raw_tokens()["color"].get("funnel", _FUNNEL_DARK)]
    gap = 42.0
    high = min(100.0, (box.height() - gap * (len(steps) - 1)) / len(steps))
    wide = box.width() * 0.55
    most = max(1, steps[0].count)
    for number, step in enumerate(steps):
        top = box.top() + number * (high + gap)
        easel.box(QRectF(box.left(), top, wide, high), colour.surface_sunken, 10)
        part = wide * step.count / most
        if step.count:
            easel.box(QRectF(box.left(), top, max(12.0, part), high), inks[number], 10)
        inside = part > easel.width(step.text, 44) + 50
        easel.line(step.text, box.left() + 28 if inside else box.left() + max(12.0, part) + 18, top + high / 2, 44,
                   QColor("#FFFFFF") if inside else colour.text)  # fmt: skip
        left = box.left() + wide + 28
        easel.line(step.head, left, top + high / 2 - 20, 32, colour.text)
        room = box.right() - left
        easel.fitted(step.line, left, top + high / 2 + 22, 24, room, colour.text_secondary, 400)
        if step.lost:
            easel.line(step.lost, box.left() + wide, top + high + gap / 2, 24, colour.caution, 600, RIGHT)


_SIDE_HEAD = 82.0


def _side_px(easel: Easel, side: SideCard, wide: float, high: float) -> float:
    """At which all of it has room."""
    room = high - _SIDE_HEAD - 6
    return next((px for px in (25.0, 24.0, 23.0) if sum(_rows_of(easel, side, wide - 52, px)) <= room), LEAST)


def _side(easel: Easel, side: SideCard, box: QRectF, px: float) -> None:
    look = easel.look
    colour = look.colour
    easel.card(box, look.department(side.badge.slot).base)
    easel.badge(side.badge, box.left() + 26, box.top() + 48, 46)
    easel.fitted(side.name, box.left() + 88, box.top() + 48, 30, box.width() - 110, colour.text)
    top, wide = box.top() + _SIDE_HEAD, box.width() - 52
    highs = _rows_of(easel, side, wide, px)
    spare = max(0.0, box.bottom() - top - 6 - sum(highs)) / max(1, len(highs))
    for (head, text), high in zip(side.rows, highs, strict=True):
        easel.rule(box.left() + 26, box.right() - 26, top)
        easel.line(head, box.left() + 26, top + 20, LEAST, colour.text_secondary, 400)
        easel.paragraph(text, box.left() + 26, top + 34, wide, px, colour.text, 600)
        top += high + spare


def _rows_of(easel: Easel, side: SideCard, wide: float, px: float) -> list[float]:
    """As high as each row has to be."""
    return [38 + easel.high(text, wide, px, 600) for _, text in side.rows]
