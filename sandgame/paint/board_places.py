"""Where islands and ghosts lie on a board: pure geometry, from sizes to rectangles."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF

from sandgame.present.pictures import Side

LIP = 6.0
EDGE = 25.0
_CLEAR = 10.0
_COLUMN_LIMIT = 3


@dataclass(frozen=True, slots=True)
class Seat:
    """What the layout needs to know of an island."""

    id: int
    side: Side
    size: QSizeF


def body(face: QRectF) -> QRectF:
    """An island's face with the lip below it."""
    return face.adjusted(0, 0, 0, LIP)


def is_free(box: QRectF, taken: Iterable[QRectF], clear: float = _CLEAR) -> bool:
    wide = box.adjusted(-clear, -clear, clear, clear)
    return not any(wide.intersects(other) for other in taken)


def _spread(count: int, first: float, last: float) -> list[float]:
    if count == 1:
        return [(first + last) / 2]
    return [first + (last - first) * number / (count - 1) for number in range(count)]


def _margins(height: float) -> tuple[float, float]:
    """Room above the first and below the last island of a column."""
    return (59.0, 69.0) if height >= 400 else (34.0, 43.0)


def _column(seats: Sequence[Seat], levels: Sequence[float], edge: float, to_left: bool) -> dict[int, QRectF]:
    """Islands one below the other, their outer rim on `edge`."""
    return {
        seat.id: QRectF(QPointF(edge if to_left else edge - seat.size.width(), level), seat.size)
        for seat, level in zip(seats, levels, strict=True)
    }


def _side_places(seats: Sequence[Seat], width: float, height: float, to_left: bool) -> dict[int, QRectF]:
    if not seats:
        return {}
    top, bottom = _margins(height)
    edge = EDGE if to_left else width - EDGE + 2
    tallest = max(seat.size.height() for seat in seats)
    last = height - bottom - tallest
    if len(seats) == 1 and seats[0].side in ("both", "external"):
        return _column(seats, [top if seats[0].side == "both" else last], edge, to_left)
    if len(seats) <= _COLUMN_LIMIT:
        return _column(seats, _spread(len(seats), top, last), edge, to_left)
    # more than three: the first and the last stand further in, above and below the own island
    inner, outer = (seats[0], seats[-1]), seats[1:-1]
    reach = max(seat.size.width() for seat in outer) + 18
    inner_edge = edge + reach if to_left else edge - reach
    rim = (12.0, height - 18.0 - tallest) if height < 400 else (top - 22, last + 22)
    low, high = (rim[0] + tallest / 2, rim[1] - tallest / 2) if len(outer) <= 3 else (16.0, height - 24.0 - tallest)
    return _column(inner, rim, inner_edge, to_left) | _column(outer, _spread(len(outer), low, high), edge, to_left)


_RIGHT_ORDER: Mapping[Side, int] = {"both": 0, "customer": 1, "external": 2}


def partner_places(seats: Sequence[Seat], width: float, height: float) -> dict[int, QRectF]:
    """A trainee's board: own island in the middle, suppliers left, customers right, both-way partners top right."""
    left = [seat for seat in seats if seat.side == "supplier"]
    right = sorted((seat for seat in seats if seat.side in _RIGHT_ORDER), key=lambda seat: _RIGHT_ORDER[seat.side])
    places = _side_places(left, width, height, True) | _side_places(right, width, height, False)
    for seat in seats:
        if seat.side == "own":
            corner = QPointF((width - seat.size.width()) / 2, (height - seat.size.height()) / 2 - LIP)
            places[seat.id] = QRectF(corner, seat.size)
    return places


def ghost_places(
    sizes: Sequence[tuple[int, QSizeF]], width: float, height: float, taken: Sequence[QRectF]
) -> dict[int, QRectF]:
    """Ghosts go bottom centre, then outwards and upwards; one that finds no room is left out."""
    used = list(taken)
    places: dict[int, QRectF] = {}
    for number, size in sizes:
        box = _nearest_free(size, QPointF(width / 2, height - 48 - size.height() / 2), width, height, used)
        if box is not None:
            places[number] = box
            used.append(box)
    return places


def _nearest_free(
    size: QSizeF, wish: QPointF, width: float, height: float, taken: Sequence[QRectF], step: float = 8
) -> QRectF | None:
    """The free box of this size nearest to the wish, upwards and to both sides."""
    found: tuple[float, QRectF] | None = None
    for row in range(math.ceil(wish.y() / step)):
        up = row * step * 1.5
        if found is not None and up >= found[0]:
            break
        for column in range(math.ceil(width / step)):
            aside = _fan(column) * step
            far = math.hypot(aside, up)
            if found is not None and far >= found[0]:
                break
            box = QRectF(QPointF(), size)
            box.moveCenter(QPointF(wish.x() + aside, wish.y() - row * step))
            inside = box.left() >= 8 and box.top() >= 8 and box.right() <= width - 8 and box.bottom() <= height - 8
            if inside and is_free(box, taken):
                found = (far, box)
    return found[1] if found else None


def _fan(number: int) -> int:
    """0, 1, -1, 2, -2 ..."""
    return (number + 1) // 2 * (1 if number % 2 else -1)


def grid_places(
    sizes: Mapping[int, QSizeF], centres: Mapping[int, tuple[int, int]], width: float, height: float
) -> dict[int, QRectF]:
    """Boards laid out by the scenario: centres on a grid of 0..1000, kept inside the board."""
    places = {}
    for number, size in sizes.items():
        across, down = centres[number]
        left = across * width / 1000 - size.width() / 2
        top = down * height / 1000 - size.height() / 2
        left = min(max(left, 8), max(8, width - size.width() - 8))
        top = min(max(top, 8), max(8, height - size.height() - LIP - 8))
        places[number] = QRectF(QPointF(left, top), size)
    return places


def seat_places(numbers: Sequence[int], size: QSizeF, width: float, height: float) -> dict[int, QRectF]:
    """Seat choice: islands above and below the company in the middle, from seven on also beside it."""
    beside = numbers[-2:] if len(numbers) >= 7 else numbers[:0]
    round_it = numbers[: len(numbers) - len(beside)]
    above = round_it[: math.ceil(len(round_it) / 2)]
    below = round_it[len(above) :]
    places = _seat_row(above, size, width, height * 0.19, -min(height * 0.09, 64))
    places |= _seat_row(below, size, width, height * 0.68, min(height * 0.08, 56))
    for number, left in zip(beside, (46.0, width - 46 - size.width()), strict=False):
        places[number] = QRectF(QPointF(left, (height - size.height()) / 2), size)
    return places


def _seat_row(numbers: Sequence[int], size: QSizeF, width: float, level: float, bulge: float) -> dict[int, QRectF]:
    lefts = _spread(len(numbers), 46, width - 46 - size.width()) if numbers else []
    places = {}
    for place, (number, left) in enumerate(zip(numbers, lefts, strict=True)):
        middle = len(numbers) % 2 == 1 and place == len(numbers) // 2
        places[number] = QRectF(QPointF(left, level + (bulge if middle else 0)), size)
    return places
