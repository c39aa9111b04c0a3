"""Where islands and ghosts lie on a board: pure geometry, from sizes to rectangles."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF

from sandgame.paint.edges import edges, is_inside, meets
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
    return not meets(edges(box, clear), [edges(other) for other in taken if not other.isEmpty()])


def _spread(count: int, first: float, last: float) -> list[float]:
    if count == 1:
        return [(first + last) / 2]
    return [first + (last - first) * number / (count - 1) for number in range(count)]


LOW = 400.0
"""Boards lower than this lay their islands out in one row as far as they can."""
_OUTER_GAP = 64.0


def _levels(seats: Sequence[Seat], height: float, *, under_note: bool) -> list[float]:
    """Tops of the islands of a column; several on a low board use its whole height, but for the board's note."""
    tallest = max(seat.size.height() for seat in seats)
    top, bottom = (59.0, 69.0) if height >= LOW else (26.0 if under_note else 14.0, 18.0)
    if height - bottom - tallest - top < (len(seats) - 1) * (tallest + LIP + 2):
        top, bottom = 3.0, 3.0 + LIP
    return _spread(len(seats), top, height - bottom - tallest)


def _column(seats: Sequence[Seat], levels: Sequence[float], edge: float, to_left: bool) -> dict[int, QRectF]:
    """Islands one below the other, their outer rim on `edge`."""
    return {
        seat.id: QRectF(QPointF(edge if to_left else edge - seat.size.width(), level), seat.size)
        for seat, level in zip(seats, levels, strict=True)
    }


def _side_places(seats: Sequence[Seat], width: float, height: float, to_left: bool) -> dict[int, QRectF]:
    if not seats:
        return {}
    edge = EDGE if to_left else width - EDGE + 2
    tallest = max(seat.size.height() for seat in seats)
    if len(seats) <= _COLUMN_LIMIT:
        levels = _levels(seats, height, under_note=to_left)
        if len(seats) == 1 and height >= LOW:
            # alone on its side it still stands where its kind stands
            rim = _levels([seats[0], seats[0]], height, under_note=to_left)
            levels = {"both": rim[:1], "external": rim[1:]}.get(seats[0].side, levels)
        elif len(seats) == 1:
            levels = [(height - tallest) / 2 - LIP]
        return _column(seats, levels, edge, to_left)
    # more than three: the first and the last stand further in, above and below the own island
    top, bottom = (59.0, 69.0) if height >= LOW else (34.0, 43.0)
    last = height - bottom - tallest
    inner, outer = (seats[0], seats[-1]), seats[1:-1]
    reach = max(seat.size.width() for seat in outer) + 18
    inner_edge = edge + reach if to_left else edge - reach
    far = (12.0, height - 18.0 - tallest) if height < LOW else (top - 22, last + 22)
    low, high = (far[0] + tallest / 2, far[1] - tallest / 2) if len(outer) <= 3 else (16.0, height - 24.0 - tallest)
    return _column(inner, far, inner_edge, to_left) | _column(outer, _spread(len(outer), low, high), edge, to_left)


_RIGHT_ORDER: Mapping[Side, int] = {"both": 0, "customer": 1, "external": 2}


def partner_places(seats: Sequence[Seat], width: float, height: float) -> dict[int, QRectF]:
    """A trainee's board: own island in the middle, suppliers left, customers right, both-way partners top right.

    A single partner that is both stands on the left, so that no half of the board lies empty.
    """
    partners = [seat for seat in seats if seat.side not in ("own", "external")]
    alone = len(partners) == 1 and partners[0].side == "both"
    left = partners if alone else [seat for seat in partners if seat.side == "supplier"]
    right = [seat for seat in seats if seat.side in _RIGHT_ORDER and seat not in left]
    right.sort(key=lambda seat: _RIGHT_ORDER[seat.side])
    places = _side_places(right, width, height, False)
    if alone:
        level = (height - left[0].size.height()) / 2 - LIP
        places |= _column(left, [level], EDGE, True)
    else:
        places |= _side_places(left, width, height, True)
    for seat in seats:
        if seat.side == "own":
            corner = QPointF(_own_left(seat, left, right, width), (height - seat.size.height()) / 2 - LIP)
            places[seat.id] = QRectF(corner, seat.size)
    return places


def _own_left(own: Seat, left: Sequence[Seat], right: Sequence[Seat], width: float) -> float:
    """The own island leaves the middle only to give the ways to its partners more room."""
    middle = (width - own.size.width()) / 2
    if max(len(left), len(right)) > _COLUMN_LIMIT:
        return middle
    first = EDGE + max((seat.size.width() for seat in left), default=0)
    last = width - EDGE + 2 - max((seat.size.width() for seat in right), default=0) - own.size.width()
    if not left and right:
        return first + (last - first) * 0.3
    if left and not right:
        return first + (last - first) * 0.7
    if left and all(seat.side == "external" for seat in right):
        # nothing lies on the way to the outer customer
        return max(first, min(last - _OUTER_GAP, middle + (last - middle) * 0.6))
    return (first + last) / 2


FAR_ROW = 56.0
"""What the row of departments known by the service map takes of a board's height."""
LEAST_LEVEL = 146.0
"""Two islands one below the other find room in this height."""


def foot_level(height: float, reserved: Sequence[QRectF]) -> float:
    """Where the islands have to end: a low board keeps them above the controls in its lower corners, if it can."""
    controls = [box for box in reserved if box.center().y() > height / 2]
    if height >= LOW or not controls:
        return height
    foot = min(box.top() for box in controls)
    return foot if foot >= LEAST_LEVEL else height


def between(reserved: Sequence[QRectF], width: float) -> tuple[float, float]:
    """From where to where the foot of a board is free of the controls in its corners."""
    left = max((box.right() for box in reserved if box.center().x() < width / 2), default=0.0)
    right = min((box.left() for box in reserved if box.center().x() > width / 2), default=width)
    return left + 14, right - 14


def far_places(sizes: Sequence[tuple[int, QSizeF]], span: tuple[float, float], foot: float) -> dict[int, QRectF]:
    """A row that ends at the foot, evenly spread over the span; those that do not fit are left out."""
    fitting = list(sizes)
    while fitting and _row_gap(fitting, span) < _CLEAR:
        fitting.pop()
    if not fitting:
        return {}
    gap = min(_row_gap(fitting, span), 60.0)
    whole = sum(size.width() for _, size in fitting) + gap * (len(fitting) - 1)
    left = (span[0] + span[1] - whole) / 2
    places: dict[int, QRectF] = {}
    for number, size in fitting:
        places[number] = QRectF(QPointF(left, foot - size.height()), size)
        left += size.width() + gap
    return places


def _row_gap(sizes: Sequence[tuple[int, QSizeF]], span: tuple[float, float]) -> float:
    room = span[1] - span[0] - sum(size.width() for _, size in sizes)
    return room / max(1, len(sizes) - 1) if len(sizes) > 1 or room < 0 else _CLEAR


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
    wide, high = size.width(), size.height()
    inside = (8.0, 8.0, width - 8, height - 8)
    closed = [edges(box, _CLEAR) for box in taken if not box.isEmpty()]
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
            left, top = wish.x() + aside - wide / 2, wish.y() - row * step - high / 2
            box = (left, top, left + wide, top + high)
            if is_inside(box, inside) and not meets(box, closed):
                found = (far, QRectF(QPointF(left, top), size))
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


_SEAT_MARGIN, _SEAT_GAP = 46.0, 12.0
_SEAT_TOP, _SEAT_BOTTOM = 42.0, 34.0
"""What the note above and the words below the islands take of a narrow board."""


def seat_places(numbers: Sequence[int], size: QSizeF, width: float, height: float) -> dict[int, QRectF]:
    """Seat choice: islands above and below the company in the middle, from seven on also beside it.

    Where a row is too long for the board, they stand in as many rows as they need.
    """
    beside = numbers[-2:] if len(numbers) >= 7 else numbers[:0]
    round_it = numbers[: len(numbers) - len(beside)]
    above = round_it[: math.ceil(len(round_it) / 2)]
    below = round_it[len(above) :]
    fit = int((width - 2 * _SEAT_GAP + _SEAT_GAP) // (size.width() + _SEAT_GAP))
    if len(above) > fit:
        return _seat_rows(numbers, max(1, fit), size, width, height)
    places = _seat_row(above, size, width, height * 0.19, -min(height * 0.09, 64))
    places |= _seat_row(below, size, width, height * 0.68, min(height * 0.08, 56))
    for number, left in zip(beside, (46.0, width - 46 - size.width()), strict=False):
        places[number] = QRectF(QPointF(left, (height - size.height()) / 2), size)
    return places


def _seat_rows(numbers: Sequence[int], across: int, size: QSizeF, width: float, height: float) -> dict[int, QRectF]:
    rows = [numbers[start : start + across] for start in range(0, len(numbers), across)]
    tops = _spread(len(rows), _SEAT_TOP, height - _SEAT_BOTTOM - LIP - size.height())
    places: dict[int, QRectF] = {}
    for row, top in zip(rows, tops, strict=True):
        places |= _seat_row(row, size, width, top, 0)
    return places


def _seat_row(numbers: Sequence[int], size: QSizeF, width: float, level: float, bulge: float) -> dict[int, QRectF]:
    free = width - len(numbers) * size.width() - (len(numbers) - 1) * _SEAT_GAP
    margin = max(_SEAT_GAP, min(_SEAT_MARGIN, free / 2))
    lefts = _spread(len(numbers), margin, width - margin - size.width()) if numbers else []
    places = {}
    for place, (number, left) in enumerate(zip(numbers, lefts, strict=True)):
        middle = len(numbers) % 2 == 1 and place == len(numbers) // 2
        places[number] = QRectF(QPointF(left, level + (bulge if middle else 0)), size)
    return places
