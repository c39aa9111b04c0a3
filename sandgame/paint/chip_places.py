"""Where chips and the names of services lie on a board: on their ribbon, over no island and over no other chip."""

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainterPath

_Edges = tuple[float, float, float, float]
_Point = tuple[float, float]

CHIP_LIP = 4.0
STACK_GAP = 14.0
STACK_LIMIT = 3
LABEL_HEIGHT = 20.0
_FROM_ISLAND = 3.0
_FROM_CHIP = 4.0
_TOUCH = 7.0
_PARTS = tuple(0.5 + (number + 1) // 2 * (0.027 if number % 2 else -0.027) for number in range(31))
"""Parts of a ribbon where a spot is looked for, from its middle outwards."""


@dataclass(frozen=True, slots=True)
class Stack:
    """What one ribbon carries: chips from top to bottom, the pill "+n" for those without room, and its name."""

    ribbon: int
    chips: tuple[tuple[int, QSizeF], ...]
    more: QSizeF | None = None
    label: QSizeF | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """Boxes of chips (by chip), of "+n" pills and names (by ribbon); `hidden`: the n of each pill."""

    chips: dict[int, QRectF] = field(default_factory=dict)
    more: dict[int, QRectF] = field(default_factory=dict)
    labels: dict[int, QRectF] = field(default_factory=dict)
    hidden: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Try:
    cost: float
    chips: tuple[QRectF, ...]
    more: QRectF | None
    label: QRectF | None

    def boxes(self) -> list[QRectF]:
        """What it takes up: chips with the lip below them, pills as they are."""
        return [*(_solid(box) for box in self.chips), *(box for box in (self.more, self.label) if box is not None)]


def _solid(box: QRectF) -> QRectF:
    return box.adjusted(0, 0, 0, CHIP_LIP)


def _centred(size: QSizeF, middle: float, top: float) -> QRectF:
    return QRectF(QPointF(middle - size.width() / 2, top), size)


def _arrange(stack: Stack, centre: QPointF, label_above: bool) -> _Try:
    """The boxes of a stack around a point."""
    sizes = [size for _, size in stack.chips]
    whole = sum(size.height() for size in sizes) + STACK_GAP * max(0, len(sizes) - 1)
    top = centre.y() - whole / 2
    chips = []
    for size in sizes:
        chips.append(_centred(size, centre.x(), top))
        top += size.height() + STACK_GAP
    under = (chips[-1].bottom() + CHIP_LIP + 1) if chips else centre.y() - LABEL_HEIGHT / 2
    more = None
    if stack.more is not None:
        more = _centred(stack.more, centre.x(), under)
        under = more.bottom() + 2
    label = None
    if stack.label is not None:
        over = (chips[0].top() if chips else centre.y()) - stack.label.height() - 2
        label = _centred(stack.label, centre.x(), over if label_above else under)
    return _Try(0, tuple(chips), more, label)


def _middle(path: QPainterPath, size: QSizeF) -> tuple[float, float]:
    """Where a pill stands in the middle of a ribbon: its middle, and its top."""
    point = path.pointAtPercent(0.5)
    return point.x(), point.y() - size.height() / 2


# thousands of boxes are tried for one board, and plain numbers are many times faster to compare than Qt's


def _edges(box: QRectF, wider: float = 0.0) -> _Edges:
    return box.left() - wider, box.top() - wider, box.right() + wider, box.bottom() + wider


def _meet(one: _Edges, other: _Edges) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _covers(boxes: Sequence[_Edges], points: Sequence[_Point]) -> int:
    found = 0
    for x, y in points:
        for left, top, right, low in boxes:
            if left <= x <= right and top <= y <= low:
                found += 1
                break
    return found


def _away(point: QPointF, line: Sequence[_Point]) -> float:
    left, top = point.x(), point.y()
    return min(math.hypot(x - left, y - top) for x, y in line)


def _samples(path: QPainterPath, count: int = 40) -> list[_Point]:
    points = (path.pointAtPercent(number / count) for number in range(count + 1))
    return [(point.x(), point.y()) for point in points]


class _Tries:
    """What all ways to lay a board's stacks down share: points along its ribbons, and spots that were looked for before
    with the same things lying about. Ways differ in few stacks only."""

    def __init__(self, ribbons: Mapping[int, QPainterPath]) -> None:
        self.dots = {number: _samples(path) for number, path in ribbons.items()}
        self.reach = {number: _edges(path.boundingRect(), 1) for number, path in ribbons.items()}
        self.spots = {number: [path.pointAtPercent(part) for part in _PARTS] for number, path in ribbons.items()}
        self.known: dict[tuple[object, ...], _Try | None] = {}


class _Ground:
    """What is taken already while stacks are laid down one after the other."""

    def __init__(self, bounds: QRectF, islands: Sequence[QRectF], tries: _Tries) -> None:
        self.bounds = _edges(bounds, -6)
        self.taken: list[QRectF] = []
        self.tries = tries
        self.reach = tries.reach
        self._closed = [_edges(box, _FROM_ISLAND) for box in islands]
        self._counted = 0

    def key(self) -> tuple[tuple[float, ...], ...]:
        return tuple((box.x(), box.y(), box.width(), box.height()) for box in self.taken)

    def fits(self, boxes: Sequence[QRectF]) -> bool:
        self._closed += [_edges(box, _FROM_CHIP) for box in self.taken[self._counted :]]
        self._counted = len(self.taken)
        return all(self._holds(_edges(box)) for box in boxes)

    def _holds(self, box: _Edges) -> bool:
        left, top, right, low = self.bounds
        if box[0] < left or box[1] < top or box[2] > right or box[3] > low:
            return False
        return not any(_meet(box, other) for other in self._closed)

    def is_nearest(self, box: QRectF, ribbon: int, own: Sequence[QRectF]) -> bool:
        """Whether what stands there would be taken for this ribbon's: it lies closest, or what it carries touches."""
        if any(box.adjusted(-2, -_TOUCH, 2, _TOUCH).intersects(each) for each in own):
            return True
        mine, lines = _away(box.center(), self.tries.dots[ribbon]), self.tries.dots.items()
        return all(mine < _away(box.center(), line) for other, line in lines if other != ribbon)

    def crowding(self, boxes: Sequence[QRectF], ribbon: int) -> tuple[int, float]:
        """How much of other ribbons the boxes would lie on; and what hiding that and this one's arrow costs."""
        others, every, dots = 0, [_edges(box) for box in boxes], self.tries.dots
        for number, reach in self.reach.items():
            near = [box for box in every if number != ribbon and _meet(box, reach)]
            others += _covers(near, dots[number]) if near else 0
        return others, 2.0 * others + 3.0 * _covers(every, dots[ribbon][33:38])


def _along(stack: Stack, ground: _Ground, *, alone: bool) -> _Try | None:
    """The best spot on the ribbon itself; `alone`: where it lies on no other ribbon."""
    has = (len(stack.chips), stack.more is not None, stack.label is not None)
    key = (stack.ribbon, has, alone, ground.key())
    if key not in ground.tries.known:
        ground.tries.known[key] = _look_along(stack, ground, alone=alone)
    return ground.tries.known[key]


def _look_along(stack: Stack, ground: _Ground, *, alone: bool) -> _Try | None:
    best: _Try | None = None
    for part, point in zip(_PARTS, ground.tries.spots[stack.ribbon], strict=True):
        if best is not None and abs(part - 0.5) * 60 >= best.cost:
            break
        for above in (False, True) if stack.label is not None and stack.chips else (False,):
            cost = abs(part - 0.5) * 60 + (3 if above else 0)
            if best is not None and cost >= best.cost:
                continue
            tried = _arrange(stack, point, above)
            boxes = tried.boxes()
            if not ground.fits(boxes):
                continue
            others, price = ground.crowding(boxes, stack.ribbon)
            if alone and others:
                continue
            cost += price
            if best is None or cost < best.cost:
                best = _Try(cost, tried.chips, tried.more, tried.label)
    return best


def _beside(size: QSizeF, stack: Stack, ground: _Ground, own: Sequence[QRectF]) -> QRectF | None:
    """The best spot for a name by itself: on its ribbon, else close above or below it, never nearer to another one.

    `own`: what lies on its ribbon already.
    """
    best: tuple[float, QRectF] | None = None
    for part, point in zip(_PARTS, ground.tries.spots[stack.ribbon], strict=True):
        for aside in (0, -18, 18, -34, 38):
            cost = abs(part - 0.5) * 40 + abs(aside) / 2
            if best is not None and cost >= best[0]:
                continue
            box = QRectF(QPointF(point.x() - size.width() / 2, point.y() - size.height() / 2 + aside), size)
            if ground.fits([box]) and ground.is_nearest(box, stack.ribbon, own):
                cost += ground.crowding([box], stack.ribbon)[1]
                if best is None or cost < best[0]:
                    best = (cost, box)
    return best[1] if best else None


def place_chips(
    stacks: Sequence[Stack], ribbons: Mapping[int, QPainterPath], islands: Sequence[QRectF], bounds: QRectF
) -> Placed:
    """Lays down every stack on its own ribbon; where all its chips find no room, the rest are told by a pill "+n".

    All ribbons show as many chips as fit everywhere: better one of each with its name than three of one.
    """
    best: _Laying | None = None
    tries = _Tries(ribbons)
    first: set[int] = set()
    for limit, named in [(limit, named) for limit in range(STACK_LIMIT, 0, -1) for named in (True, False)]:
        laid = _Laying(stacks, ribbons, _Ground(bounds, islands, tries), limit, named, first)
        first |= laid.forced
        if best is None or laid.rank() > best.rank():
            best = laid
        if laid.is_whole:
            break
    assert best is not None
    return best.placed


class _Laying:
    """One way to lay a board's stacks down, with at most `limit` chips on a ribbon; the fullest first.

    `named`: names stand at their stacks; else they look for a place when all chips have theirs. `first`: ribbons that
    found no room at all when it was their turn.
    """

    def __init__(
        self,
        stacks: Sequence[Stack],
        ribbons: Mapping[int, QPainterPath],
        ground: _Ground,
        limit: int,
        named: bool,
        first: Collection[int] = (),
    ) -> None:
        self.ribbons, self.ground, self.limit, self.named = ribbons, ground, limit, named
        self.placed = Placed()
        self.shown = self.settled = 0
        self.forced: set[int] = set()
        with_chips = sorted(
            (each for each in stacks if each.chips),
            key=lambda each: (each.ribbon not in first, -len(each.chips), each.ribbon),
        )
        for stack in with_chips:
            self._lay(stack)
        for stack in sorted(stacks, key=lambda each: each.ribbon):
            if stack.label is not None and stack.ribbon not in self.placed.labels:
                self._name(stack, stack.label)
        names = sum(stack.label is not None for stack in stacks)
        counted = sum(min(len(stack.chips), limit) for stack in with_chips)
        whole = self.settled == len(with_chips) and len(self.placed.chips) == counted
        self.is_whole = whole and len(self.placed.labels) == names

    def rank(self) -> tuple[int, int, int, int, int]:
        """The fewest that lie on something; the most ribbons that show a chip, those off all others, with their names;
        then the most chips."""
        return -len(self.forced), self.shown, self.settled, len(self.placed.labels), len(self.placed.chips)

    def _lay(self, stack: Stack) -> None:
        """As many of its chips as find room where they lie on no other ribbon; else one anywhere on its own."""
        for count in range(min(self.limit, len(stack.chips)), 0, -1):
            if self._lay_some(stack, count, alone=True):
                self.shown += 1
                self.settled += 1
                return
        if self._lay_some(stack, 1, alone=False):
            self.shown += 1
        elif stack.more is not None:
            # not even one: the pill alone says how many there are
            path = self.ribbons[stack.ribbon]
            pill = _along(Stack(stack.ribbon, (), None, stack.more), self.ground, alone=False)
            # where there is no room for anything it lies on what is there: nothing that is promised goes untold
            box = pill.label if pill is not None else None
            if box is None:
                self.forced.add(stack.ribbon)
                box = _centred(stack.more, *_middle(path, stack.more))
            self._take(Stack(stack.ribbon, ()), _Try(0, (), box, None), len(stack.chips))

    def _lay_some(self, stack: Stack, count: int, *, alone: bool) -> bool:
        shown = stack.chips[:count]
        more = stack.more if count < len(stack.chips) else None
        for label in (stack.label, None) if self.named and stack.label is not None else (None,):
            part = Stack(stack.ribbon, shown, more, label)
            chosen = _along(part, self.ground, alone=alone)
            if chosen is not None:
                self._take(part, chosen, len(stack.chips) - count)
                return True
        return False

    def _take(self, stack: Stack, chosen: _Try, hidden: int) -> None:
        self.ground.taken += chosen.boxes()
        self.placed.chips.update({number: box for (number, _), box in zip(stack.chips, chosen.chips, strict=True)})
        if chosen.more is not None:
            self.placed.more[stack.ribbon] = chosen.more
            self.placed.hidden[stack.ribbon] = hidden
        if chosen.label is not None:
            self.placed.labels[stack.ribbon] = chosen.label

    def _name(self, stack: Stack, size: QSizeF) -> None:
        own = [self.placed.chips[number] for number, _ in stack.chips if number in self.placed.chips]
        own += [self.placed.more[stack.ribbon]] if stack.ribbon in self.placed.more else []
        box = _beside(size, stack, self.ground, own)
        if box is not None:
            self.ground.taken.append(box)
            self.placed.labels[stack.ribbon] = box
