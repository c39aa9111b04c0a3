"""The board: from a picture to places (`lay_out`), and from places to strokes (`draw_board`), on screen or paper."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from sandgame.paint.board_places import (
    EDGE,
    FAR_ROW,
    LEAST_LEVEL,
    LIP,
    LOW,
    Seat,
    between,
    body,
    far_places,
    foot_level,
    ghost_places,
    grid_places,
    is_free,
    partner_places,
    seat_places,
)
from sandgame.paint.callout import TALL_FROM, callout_box, draw_callout, room_above
from sandgame.paint.chip import (
    Pill,
    chip_size,
    draw_chip,
    draw_label,
    draw_more,
    label_size,
    more_size,
    more_text,
    pills_of,
)
from sandgame.paint.chip_places import Placed, Stack, place_chips
from sandgame.paint.icons import draw_icon
from sandgame.paint.island import (
    company_box,
    draw_company,
    draw_far_island,
    draw_ghost,
    draw_holder,
    draw_partner,
    draw_place,
    draw_rings,
    draw_seat,
    far_size,
    ghost_size,
    partner_size,
    place_size,
    played_box,
    seat_size,
    sign_box,
)
from sandgame.paint.lettering import CENTRE, put_line, put_line_at
from sandgame.paint.look import Look
from sandgame.paint.ribbons import Link, far_paths, ribbon_paths
from sandgame.paint.sand import draw_sand, sand_pixmap
from sandgame.paint.tokens import radius
from sandgame.present.pictures import (
    BoardPicture,
    ChipPicture,
    CompanyPicture,
    IslandPicture,
    RibbonPicture,
    TravellerPicture,
)

FOCUS_WIDTH = 2.5
FOCUS_GAP = 5.0
_GROOVES = ((22.0, "rake"), (19.6, "sand_mid"), (13.0, "rake"), (10.6, "sand_mid"))


@dataclass(frozen=True, slots=True, eq=False)
class BoardPlan:
    """Where everything of a board lies, in the board's own px."""

    picture: BoardPicture
    size: QSizeF
    islands: dict[int, QRectF] = field(default_factory=dict)
    ghosts: dict[int, QRectF] = field(default_factory=dict)
    ribbons: dict[int, QPainterPath] = field(default_factory=dict)
    placed: Placed = field(default_factory=Placed)

    def chip_at(self, point: QPointF) -> int | None:
        return next((number for number, box in self.placed.chips.items() if box.contains(point)), None)

    def island_at(self, point: QPointF) -> int | None:
        return next((number for number, box in self.islands.items() if body(box).contains(point)), None)

    def tip_at(self, point: QPointF) -> str:
        """What there is to say about what lies here: chip, island with its flag and mark, ribbon."""
        chip, island, ribbon = self.chip_at(point), self._marked_at(point), self.ribbon_at(point)
        if chip is not None:
            return next(each.tip for each in self.picture.chips if each.id == chip)
        if island is not None:
            return next(each.tip for each in self.picture.islands if each.id == island)
        return next((each.spoken for each in self.picture.ribbons if each.id == ribbon), "")

    def _marked_at(self, point: QPointF) -> int | None:
        marks = {number: (body(box), sign_box(box), played_box(box)) for number, box in self.islands.items()}
        return next((n for n, boxes in marks.items() if any(box.contains(point) for box in boxes)), None)

    def ribbon_at(self, point: QPointF, reach: float = 12.0) -> int | None:
        near = QRectF(point.x() - reach, point.y() - reach, reach * 2, reach * 2)
        return next((number for number, path in self.ribbons.items() if _passes(path, near)), None)


def _passes(path: QPainterPath, near: QRectF) -> bool:
    return path.boundingRect().adjusted(-1, -1, 1, 1).intersects(near) and any(
        near.contains(path.pointAtPercent(step / 60)) for step in range(61)
    )


def lay_out(picture: BoardPicture, size: QSizeF, look: Look, reserved: Sequence[QRectF] = ()) -> BoardPlan:
    """Places everything; `reserved` are boxes of controls on the board, which stay clear of ghosts and chips."""
    islands = _island_places(picture, size, look, reserved)
    solid = [body(box) for box in islands.values()]
    solid += [sign_box(islands[island.id]) for island in picture.islands if island.sign and island.id in islands]
    solid += [played_box(islands[island.id]) for island in picture.islands if island.played and island.id in islands]
    if picture.company is not None:
        solid.append(company_box(picture.company, QRectF(QPointF(), size).center(), look))
    reached = [ribbon for ribbon in picture.ribbons if ribbon.provider in islands and ribbon.customer in islands]
    known = [ribbon for ribbon in reached if not ribbon.far]
    paths = ribbon_paths(
        [Link(ribbon.id, ribbon.provider, ribbon.customer) for ribbon in known], islands, size.height()
    )
    far = [Link(ribbon.id, ribbon.provider, ribbon.customer) for ribbon in reached if ribbon.far]
    ghosts = ghost_places(
        [(ghost.id, ghost_size(ghost, look)) for ghost in picture.ghosts],
        size.width(),
        size.height(),
        [*solid, *reserved, *_note_boxes(picture, islands, look), *_along(paths.values())],
    )
    stacks = _stacks(picture, known, look)
    taken = [*solid, *ghosts.values(), *reserved]
    if picture.callout is not None and picture.callout.island in islands:
        taken.append(callout_box(picture.callout, islands, size, look))
    placed = place_chips(stacks, paths, taken, QRectF(QPointF(), size))
    return BoardPlan(picture, size, islands, ghosts, paths | far_paths(far, islands, size.height()), placed)


def _island_places(
    picture: BoardPicture, size: QSizeF, look: Look, reserved: Sequence[QRectF] = ()
) -> dict[int, QRectF]:
    wide, high = size.width(), size.height()
    if picture.layout == "seats" and all(island.place is None for island in picture.islands):
        return seat_places([island.id for island in picture.islands], seat_size(picture.islands, look), wide, high)
    if picture.layout == "partners":
        return _partner_islands(picture, size, look, reserved)
    each = seat_size(picture.islands, look) if picture.layout == "seats" else None
    sizes = {island.id: each or place_size(island, look) for island in picture.islands}
    centres = {island.id: island.place or (500, 500) for island in picture.islands}
    return grid_places(sizes, centres, wide, high)


def _along(paths: Iterable[QPainterPath]) -> list[QRectF]:
    """Boxes as wide as the grooves all along the ribbons: no ghost lies on what flows."""
    points = [path.pointAtPercent(step / 24) for path in paths for step in range(25)]
    half = _GROOVES[0][0] / 2
    return [QRectF(point.x() - half, point.y() - half, 2 * half, 2 * half) for point in points]


def _partner_islands(picture: BoardPicture, size: QSizeF, look: Look, reserved: Sequence[QRectF]) -> dict[int, QRectF]:
    """Partners round the own island, those that are far in a row below, both clear of the controls in the corners."""
    far = [(island.id, far_size(island, look)) for island in picture.islands if island.far]
    wide, foot = size.width(), foot_level(size.height(), reserved)
    row = FAR_ROW if far and foot >= FAR_ROW + LEAST_LEVEL else 0
    high = foot - row
    tall = high >= TALL_FROM
    seats = [
        Seat(island.id, island.side, partner_size(island, look, tall and bool(island.hours)))
        for island in picture.islands
        if not island.far
    ]
    near = partner_places(seats, wide, high)
    callout = picture.callout
    if callout is not None and callout.island == picture.own and callout.island in near and high < LOW:
        # on a low board its box has to find room above it
        face = near[callout.island]
        face.moveTop(max(face.top(), min(room_above(callout, look), high - face.height() - LIP - 4)))
    if not far:
        return near
    if row:
        return near | far_places(far, (EDGE, wide - EDGE), foot - (52.0 if foot >= LOW else 10.0))
    return near | far_places(far, between(reserved, wide), size.height() - 14)


def _stacks(picture: BoardPicture, ribbons: Sequence[RibbonPicture], look: Look) -> list[Stack]:
    carried: dict[int, list[ChipPicture]] = {ribbon.id: [] for ribbon in ribbons}
    for chip in picture.chips:
        if chip.ribbon in carried:
            carried[chip.ribbon].append(chip)
    stacks = []
    for ribbon in ribbons:
        chips = carried[ribbon.id]
        stack = Stack(
            ribbon.id,
            tuple((chip.id, chip_size(chip, look)) for chip in chips),
            max((more_size(text, look) for text in (f"+{len(chips)}", more_text(chips[-1:]))), key=QSizeF.width)
            if chips
            else None,
            label_size(ribbon.label, look) if ribbon.label else None,
            tuple(pill.size(look) for pill in pills_of(chips)) if chips else (),
        )
        if stack.chips or stack.label:
            stacks.append(stack)
    return stacks


@dataclass(frozen=True, slots=True)
class Marks:
    """What is marked besides what the picture has selected: the ribbon that the pointer is on, and all with a ring."""

    hover_ribbon: int | None = None
    rings: frozenset[tuple[str, int]] = frozenset()
    """Each is ("island" or "chip", its id)."""


def selected(picture: BoardPicture) -> frozenset[tuple[str, int]]:
    """What the picture itself puts a ring around."""
    chips = (("chip", number) for number in (picture.selected_chip, *picture.marked_chips))
    chosen = (("island", picture.selected_island), *chips)
    return frozenset((kind, number) for kind, number in chosen if number is not None)


def draw_board(
    painter: QPainter, plan: BoardPlan, look: Look, marks: Marks | None = None, scale: float | None = None
) -> None:
    """Draws a laid out board. With `scale` (device pixel ratio) the sand comes from the cache, without it as lines."""
    marks = marks or Marks()
    draw_ground(painter, plan, look, marks.hover_ribbon, scale)
    draw_above(painter, plan, look, marks)


def draw_ground(
    painter: QPainter, plan: BoardPlan, look: Look, hover_ribbon: int | None = None, scale: float | None = None
) -> None:
    """All that lies still whatever is marked."""
    box = QRectF(QPointF(), plan.size)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _draw_sand(painter, box, look, scale)
    painter.setClipRect(box)
    picture = plan.picture
    for number, face in plan.islands.items():
        if _island(picture, number).side != "external":
            draw_rings(painter, face, look)
    for face in plan.ghosts.values():
        draw_rings(painter, face, look, ghost=True)
    if picture.company is not None and _has_room(picture.company, plan, look):
        draw_company(painter, picture.company, box.center(), look)
    for ribbon in picture.ribbons:
        if ribbon.far and ribbon.id in plan.ribbons:
            draw_far(painter, ribbon, plan.ribbons[ribbon.id], look, ribbon.id == hover_ribbon)
    for ribbon in picture.ribbons:
        if ribbon.id in plan.ribbons and not ribbon.far:
            draw_ribbon(painter, ribbon, plan.ribbons[ribbon.id], look, ribbon.id == hover_ribbon)
    _draw_tiles(painter, plan, look)
    _draw_carried(painter, plan, look)
    draw_travellers(painter, picture.travellers, plan, look)
    _draw_words(painter, plan, look)
    painter.restore()


def draw_above(painter: QPainter, plan: BoardPlan, look: Look, marks: Marks) -> None:
    """What is marked, and what no ring covers."""
    picture = plan.picture
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(QRectF(QPointF(), plan.size), Qt.ClipOperation.IntersectClip)
    _draw_marks(painter, plan, look, marks)
    for island in picture.islands:
        if island.holder is not None and picture.layout == "seats":
            draw_holder(painter, island.holder, plan.islands[island.id], look)
    if picture.callout is not None and picture.callout.island in plan.islands:
        draw_callout(painter, picture.callout, plan.islands, plan.size, look)
    painter.restore()


def _has_room(company: CompanyPicture, plan: BoardPlan, look: Look) -> bool:
    """In a seat choice on little sand the islands need the middle too; the company's name stands above it anyhow."""
    if plan.picture.layout != "seats":
        return True
    middle = company_box(company, QRectF(QPointF(), plan.size).center(), look)
    return is_free(middle, (body(face) for face in plan.islands.values()))


def _island(picture: BoardPicture, number: int) -> IslandPicture:
    return next(island for island in picture.islands if island.id == number)


def _draw_sand(painter: QPainter, box: QRectF, look: Look, scale: float | None) -> None:
    if scale is None:
        draw_sand(painter, box, look)
    else:
        painter.drawPixmap(QPointF(), sand_pixmap(math.ceil(box.width()), math.ceil(box.height()), scale, look))


def draw_ribbon(painter: QPainter, ribbon: RibbonPicture, path: QPainterPath, look: Look, hover: bool = False) -> None:
    """The raked grooves of a service; over them its line in the provider's colour, when there is something on it."""
    grow = 4.0 if hover else 0.0
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for width, token in _GROOVES:
        painter.setPen(_pen(look.named(token), width + grow, Qt.PenCapStyle.FlatCap))
        painter.drawPath(path)
    ink = look.colour.company if ribbon.dotted else look.department(ribbon.slot).base
    if ribbon.live or ribbon.dotted:
        pen = _pen(ink, 3, Qt.PenCapStyle.FlatCap)
        if ribbon.dotted:
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setDashPattern([0.01, 2.2])
        painter.setPen(pen)
        painter.drawPath(path)
        _draw_arrow(painter, path, ink, 3)
    else:
        _draw_arrow(painter, path, look.colour.rake, 3)


def draw_far(painter: QPainter, ribbon: RibbonPicture, path: QPainterPath, look: Look, hover: bool = False) -> None:
    """What flows between two others: one narrow groove with a pale line."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for width, token in ((9.0, "rake"), (6.6, "sand_mid")):
        painter.setPen(_pen(look.named(token), width + (3 if hover else 0), Qt.PenCapStyle.FlatCap))
        painter.drawPath(path)
    ink = QColor(look.department(ribbon.slot).base)
    ink.setAlphaF(0.9 if hover else 0.5)
    painter.setPen(_pen(ink, 1.6, Qt.PenCapStyle.FlatCap))
    painter.drawPath(path)
    _draw_arrow(painter, path, ink, 1.8, 9)


def _pen(ink: QColor, width: float, cap: Qt.PenCapStyle) -> QPen:
    return QPen(ink, width, Qt.PenStyle.SolidLine, cap, Qt.PenJoinStyle.RoundJoin)


def _draw_arrow(painter: QPainter, path: QPainterPath, ink: QColor, width: float, arm_length: float = 13) -> None:
    part = 0.9
    tip = path.pointAtPercent(part)
    angle = math.radians(-path.angleAtPercent(part))
    painter.setPen(_pen(ink, width, Qt.PenCapStyle.RoundCap))
    for turn in (math.radians(152), math.radians(-152)):
        arm = QPointF(math.cos(angle + turn), math.sin(angle + turn)) * arm_length
        painter.drawLine(tip, tip + arm)


def _draw_tiles(painter: QPainter, plan: BoardPlan, look: Look) -> None:
    picture = plan.picture
    for number, face in plan.islands.items():
        island = _island(picture, number)
        own = number == picture.own
        if island.far:
            draw_far_island(painter, island, face, look)
        elif picture.layout == "partners":
            draw_partner(painter, island, face, look)
        elif picture.layout == "seats":
            draw_seat(painter, island, face, look, own)
        else:
            draw_place(painter, island, face, look, own)
    for ghost in picture.ghosts:
        if ghost.id in plan.ghosts:
            draw_ghost(painter, ghost, plan.ghosts[ghost.id], look)


def _draw_carried(painter: QPainter, plan: BoardPlan, look: Look) -> None:
    names = {ribbon.id: ribbon.label for ribbon in plan.picture.ribbons}
    for number, box in plan.placed.labels.items():
        draw_label(painter, names[number], box, look)
    for number, box in plan.placed.more.items():
        draw_more(painter, _pill(plan, number), box, look)
    for chip in plan.picture.chips:
        if chip.id in plan.placed.chips:
            draw_chip(painter, chip, plan.placed.chips[chip.id], look)


def _pill(plan: BoardPlan, ribbon: int) -> Pill:
    """Of a ribbon with chips that have no room."""
    chips = [chip for chip in plan.picture.chips if chip.ribbon == ribbon]
    if ribbon in plan.placed.alone:
        return pills_of(chips)[plan.placed.alone[ribbon]]
    return Pill(more_text([chip for chip in chips if chip.id not in plan.placed.chips]))


def draw_travellers(painter: QPainter, travellers: Sequence[TravellerPicture], plan: BoardPlan, look: Look) -> None:
    """Blocks on their ribbons; also used alone, over a still board, while they move."""
    for traveller in travellers:
        path = plan.ribbons.get(traveller.ribbon)
        if path is None:
            continue
        who = look.department(traveller.slot)
        middle = path.pointAtPercent(min(1000, max(0, traveller.at)) / 1000)
        side = max(12.0, look.width(traveller.count, "caption", 700) + 6) if traveller.count else 12.0
        face = QRectF(middle.x() - side / 2, middle.y() - 6, side, 12 if not traveller.count else 16)
        painter.setPen(Qt.PenStyle.NoPen)
        for drop, colour in ((3.0, who.lip), (0.0, who.base)):
            painter.setBrush(colour)
            painter.drawRoundedRect(face.translated(0, drop), 3, 3)
        if traveller.count:
            put_line(painter, traveller.count, face, look, "caption", who.on, align=CENTRE, weight=700)


def _note_boxes(picture: BoardPicture, islands: Mapping[int, QRectF], look: Look) -> list[QRectF]:
    """Where the note at the top left stands; nowhere if an island needs the place."""
    note = QRectF(15, 12, look.width(picture.note, "caption") + (20 if picture.note_icon else 0), 13)
    near = note.adjusted(-8, -8, 8, 8)  # flags and marks stand on the rims
    stands = picture.note and not any(face.intersects(near) for face in islands.values())
    return [note] if stands else []


def _draw_words(painter: QPainter, plan: BoardPlan, look: Look) -> None:
    """The note at the top left, where neither island nor chip needs the place, and the line at the foot."""
    picture, box, left = plan.picture, QRectF(QPointF(), plan.size), 15.0
    placed = plan.placed
    laid = [*placed.chips.values(), *placed.more.values(), *placed.labels.values()]
    notes = _note_boxes(picture, plan.islands, look)
    if notes and not any(each.intersects(notes[0]) for each in laid):
        if picture.note_icon:
            draw_icon(painter, picture.note_icon, QRectF(left, 12, 14, 14), look.colour.text_secondary)
            left += 20
        put_line_at(painter, picture.note, left, 19, look, "caption", look.colour.text_secondary)
    if picture.foot:
        foot = QRectF(0, box.height() - look.line("caption") - 10, box.width(), look.line("caption"))
        put_line(painter, picture.foot, foot, look, "caption", look.colour.text_secondary, align=CENTRE)


def draw_focus(painter: QPainter, box: QRectF, corner: float, look: Look) -> None:
    """The focus outline around a shape: 2.5 px, 5 px outside."""
    grow = FOCUS_GAP
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.colour.focus, FOCUS_WIDTH))
    painter.drawRoundedRect(box.adjusted(-grow, -grow, grow, grow), corner + grow, corner + grow)


def _draw_marks(painter: QPainter, plan: BoardPlan, look: Look, marks: Marks) -> None:
    for kind, number in sorted(selected(plan.picture) | marks.rings):
        if kind == "island" and number in plan.islands:
            draw_focus(painter, body(plan.islands[number]), radius("island"), look)
        elif kind == "chip" and number in plan.placed.chips:
            box = plan.placed.chips[number]
            draw_focus(painter, box.adjusted(0, 0, 0, 2), box.height() / 2, look)
