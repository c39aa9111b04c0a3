"""Who serves whom, drawn: islands on the sand, a ribbon a link, on it a pill with what was felt and what was kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from sandgame.paint.board_places import body as body_of
from sandgame.paint.board_places import grid_places
from sandgame.paint.debrief_charts import enlarged
from sandgame.paint.easel import LEAST, Easel, Spot
from sandgame.paint.island import draw_place, draw_rings, place_size
from sandgame.paint.lettering import CENTRE, put_line_at
from sandgame.paint.look import Look
from sandgame.paint.ribbons import Link, ribbon_paths
from sandgame.paint.sand import draw_sand
from sandgame.present.debrief_page import EdgeOnMap, IslandOnMap, Line, LinkRowPicture, NetworkBody, Tone
from sandgame.present.pictures import IslandPicture

_FACTOR = 1.62
_PILL = 48.0
_SIDE = 500.0
_INKS: dict[Tone, str] = {"negative": "negative", "caution": "caution", "primary": "primary", "positive": "positive",
                          "plain": "text_secondary"}  # fmt: skip


def ink_of(look: Look, tone: Tone) -> QColor:
    return look.named(_INKS[tone])


def draw_network(easel: Easel, body: NetworkBody, box: QRectF, ask_room: float) -> None:
    """The map at the left, beside it what to guess, or where to look first; `ask_room` stays free below that."""
    area = QRectF(box.left(), box.top(), box.width() - _SIDE - 40, box.height())
    draw_map(easel, body.islands, body.edges, area)
    side = QRectF(area.right() + 40, box.top(), _SIDE, box.height() - ask_room)
    _side(easel, body, side)


def draw_map(easel: Easel, islands: Sequence[IslandOnMap], edges: Sequence[EdgeOnMap], box: QRectF) -> None:
    look, painter = easel.look, easel.painter
    clip = QPainterPath()
    clip.addRoundedRect(box, 22, 22)
    painter.save()
    painter.setClipPath(clip)
    with enlarged(painter, box, _FACTOR) as area:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        draw_sand(painter, area, look)
        places = _places(islands, area, look)
        links = [Link(number, edge.provider, edge.customer) for number, edge in enumerate(edges)]
        paths = ribbon_paths(links, places, area.height())
        for face in places.values():
            draw_rings(painter, face, look)
        _grooves(painter, paths, look)
        for number, edge in enumerate(edges):
            _edge(painter, paths[number], ink_of(look, edge.tone))
        for island in islands:
            draw_place(painter, _island(island), places[island.seat], look, own=False)
        pills = _pills(edges, paths, list(places.values()), area, look)
        for number, pill in pills.items():
            _pill(painter, edges[number], pill, look)
            _note(easel, edges[number], pill, box)
    painter.restore()
    painter.setPen(QPen(look.colour.sand_border, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 22, 22)


def _note(easel: Easel, edge: EdgeOnMap, pill: QRectF, box: QRectF) -> None:
    shown = QRectF(
        box.left() + pill.left() * _FACTOR, box.top() + pill.top() * _FACTOR,
        pill.width() * _FACTOR, pill.height() * _FACTOR,
    )  # fmt: skip
    if edge.log:
        easel.spots.append(Spot(shown, edge.log, edge.spoken))


def _island(island: IslandOnMap) -> IslandPicture:
    return IslandPicture(island.seat, island.name, island.badge, place=island.place)


def _places(islands: Sequence[IslandOnMap], area: QRectF, look: Look) -> dict[int, QRectF]:
    sizes = {each.seat: place_size(_island(each), look) for each in islands}
    widest = max((size.width() for size in sizes.values()), default=142.0)
    same = {seat: QSizeF(widest, size.height()) for seat, size in sizes.items()}
    centres = {each.seat: each.place for each in islands}
    return grid_places(same, centres, area.width(), area.height())


def _grooves(painter: QPainter, paths: Mapping[int, QPainterPath], look: Look) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for wide, token in ((20.0, "rake"), (17.6, "sand_mid")):
        pen = QPen(look.named(token), wide)
        painter.setPen(pen)
        for path in paths.values():
            painter.drawPath(path)


def _edge(painter: QPainter, path: QPainterPath, ink: QColor) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink, 3))
    painter.drawPath(path)
    tip = path.pointAtPercent(0.985)
    back = QLineF(tip, path.pointAtPercent(0.93))
    for turn in (28, -28):
        wing = QLineF(back)
        wing.setLength(9)
        wing.setAngle(back.angle() + turn)
        painter.drawLine(wing)


# pills


def _pills(
    edges: Sequence[EdgeOnMap], paths: Mapping[int, QPainterPath], islands: list[QRectF], area: QRectF, look: Look
) -> dict[int, QRectF]:
    """One width for all; each on its ribbon, stepping along it, then sideways, until it touches nothing."""
    told = [(number, edge) for number, edge in enumerate(edges) if edge.top]
    if not told:
        return {}
    widest = max(max(look.width(edge.top, "title", 700), look.width(edge.low, "bodyLarge")) for _, edge in told)
    wide = widest + 62
    taken = [body_of(face).adjusted(-6, -6, 6, 6) for face in islands]
    found: dict[int, QRectF] = {}
    for number, _ in told:
        found[number] = _free(paths[number], wide, taken, area)
        taken.append(found[number].adjusted(-5, -5, 5, 5))
    return found


def _free(path: QPainterPath, wide: float, taken: list[QRectF], area: QRectF) -> QRectF:
    steps = sorted((step / 40 for step in range(4, 37)), key=lambda part: abs(part - 0.5))
    tries = [(part, aside) for aside in (0.0, 0.25, -0.25, 0.5, -0.5) for part in steps]
    boxes = [_at(path.pointAtPercent(part), wide, aside, area) for part, aside in tries]
    free = next((box for box in boxes if not any(box.intersects(other) for other in taken)), None)
    return free or min(boxes, key=lambda box: sum(_common(box, other) for other in taken))


def _common(one: QRectF, two: QRectF) -> float:
    both = one.intersected(two)
    return both.width() * both.height()


def _at(point: QPointF, wide: float, aside: float, area: QRectF) -> QRectF:
    left = min(max(point.x() - wide / 2 + aside * wide, area.left() + 6), area.right() - wide - 6)
    top = min(max(point.y() - _PILL / 2, area.top() + 6), area.bottom() - _PILL - 6)
    return QRectF(left, top, wide, _PILL)


def _pill(painter: QPainter, edge: EdgeOnMap, box: QRectF, look: Look) -> None:
    colour, ink = look.colour, ink_of(look, edge.tone)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour.tile_shadow)
    painter.drawRoundedRect(box.translated(0, 2), _PILL / 2, _PILL / 2)
    painter.setBrush(colour.surface)
    painter.setPen(QPen(ink, 2))
    painter.drawRoundedRect(box, _PILL / 2, _PILL / 2)
    ring = QRectF(box.left() + 9, box.center().y() - 14, 28, 28)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour.surface_sunken, 5.5))
    painter.drawEllipse(ring)
    if edge.gauge:
        painter.setPen(QPen(ink, 5.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawArc(ring, 90 * 16, -round(360 * 16 * edge.gauge / 1000))
    left = box.left() + 46
    put_line_at(painter, edge.top, left, box.center().y() - 9, look, "title",
                colour.text if edge.tone in ("primary", "plain") else ink, 700)  # fmt: skip
    put_line_at(painter, edge.low, left, box.center().y() + 11, look, "bodyLarge", colour.text_secondary)


# beside the map


def _side(easel: Easel, body: NetworkBody, box: QRectF) -> None:
    colour, top = easel.look.colour, box.top()
    if body.legend:
        top = _legend(easel, body.legend, box, top)
    if body.side_title:
        easel.line(body.side_title, box.left(), top + 20, 32, colour.text)
        top += 52
    for step, each in enumerate(body.steps, start=1):
        top += _step(easel, each, step, QRectF(box.left(), top, box.width(), 130))
    for row in body.rows:
        top += link_row(easel, row, QRectF(box.left(), top, box.width(), 128))
    if body.rows:
        easel.rule(box.left(), box.right(), top)
    top += 16
    for line in body.guessed:
        easel.icon(line.icon, box.left(), top + 22, 32, colour.text_secondary)
        room = QRectF(box.left() + 48, top, box.width() - 48, max(40.0, box.bottom() - top))
        top += easel.within(line.text, room, 28, colour.text, 600) + 14


def _legend(easel: Easel, legend: tuple[tuple[Tone, str], ...], box: QRectF, top: float) -> float:
    left = box.left()
    for tone, text in legend:
        wide = easel.width(text, LEAST, 400) + 56
        if left + wide > box.right() + 8 and left > box.left():
            left, top = box.left(), top + 34
        easel.rule(left, left + 36, top + 14, ink_of(easel.look, tone), 6)
        easel.line(text, left + 46, top + 14, LEAST, easel.look.colour.text_secondary, 400)
        left += wide + 10
    return top + 44


def _step(easel: Easel, line: Line, number: int, box: QRectF) -> float:
    colour = easel.look.colour
    easel.disc(QPointF(box.left() + 30, box.top() + 40), 30, colour.top_bar)
    easel.line(str(number), box.left() + 30, box.top() + 40, 32, colour.on_top_bar, 700, CENTRE)
    high = easel.high(line.text, box.width() - 84, 34, 600)
    easel.paragraph(
        line.text, box.left() + 84, box.top() + 40 - min(high, 90) / 2, box.width() - 84, 34, colour.text, 600
    )
    return max(96.0, high + 30)


def link_row(easel: Easel, row: LinkRowPicture, box: QRectF) -> float:
    """Who serves whom, the head, one plain fact, what was thought of it; gives the height."""
    colour = easel.look.colour
    easel.rule(box.left(), box.right(), box.top())
    wide = easel.pair(row.provider, row.customer, box.left(), box.top() + 46, 44)
    left = box.left() + wide + 20
    head = easel.fitting(row.head, 28, box.right() - left)
    easel.line(row.head, left, box.top() + 36, max(LEAST, head), colour.text)
    high, room = 0.0, box.right() - left
    for text, ink, weight in ((row.line, colour.text_secondary, 400), (row.guess, colour.text, 600)):
        if text:
            high += easel.within(text, QRectF(left, box.top() + 58 + high, room, 66), 25, ink, weight)
    said = " · ".join(text for text in (row.line, row.guess) if text)
    easel.opens(QRectF(box.left(), box.top() + 4, box.width(), 60 + high), row.log, f"{row.head}: {said}")
    return max(104.0, 72 + high)
