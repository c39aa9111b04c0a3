"""Where chips and the names of services lie on a board: on their ribbon, over no island and over no other chip."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainterPath

from sandgame.paint.edges import Edges, edges, is_inside, meets, moved

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
    alone: tuple[QSizeF, ...] = ()
    """Sizes of the pill that stands for all chips where not even one has room: what says most first."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Boxes of chips (by chip), of "+n" pills and names (by ribbon); `hidden`: the n of each pill."""

    chips: dict[int, QRectF] = field(default_factory=dict)
    more: dict[int, QRectF] = field(default_factory=dict)
    labels: dict[int, QRectF] = field(default_factory=dict)
    hidden: dict[int, int] = field(default_factory=dict)
    alone: dict[int, int] = field(default_factory=dict)
    """By ribbon, which of its sizes the pill has that stands there alone."""


@dataclass(frozen=True, slots=True)
class _Try:
    chips: tuple[QRectF, ...]
    more: QRectF | None
    label: QRectF | None = None

    def boxes(self) -> list[Edges]:
        """What it takes up: chips with the lip below them, pills as they are."""
        pills = (box for box in (self.more, self.label) if box is not None)
        return [edges(box) for box in (*map(_solid, self.chips), *pills)]


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
    return _Try(tuple(chips), more, label)


def _middle(path: QPainterPath, size: QSizeF) -> tuple[float, float]:
    """Where a pill stands in the middle of a ribbon: its middle, and its top."""
    point = path.pointAtPercent(0.5)
    return point.x(), point.y() - size.height() / 2


def _covers(boxes: Sequence[Edges], points: Sequence[_Point]) -> int:
    """How many of the points, which come from left to right, lie in boxes that do not meet."""
    found = 0
    for left, top, right, low in boxes:
        for _, y in points[bisect_left(points, (left,)) : bisect_right(points, (right, math.inf))]:
            if top <= y <= low:
                found += 1
    return found


def _away(point: _Point, line: Sequence[_Point]) -> float:
    """The square of the least distance."""
    left, top = point
    return min((x - left) ** 2 + (y - top) ** 2 for x, y in line)


def _point(path: QPainterPath, part: float) -> _Point:
    point = path.pointAtPercent(part)
    return point.x(), point.y()


class _Lines:
    """The ribbons of a board as points: all along each of them, and where something that lies on it may stand."""

    def __init__(self, ribbons: Mapping[int, QPainterPath]) -> None:
        self.dots = {number: [_point(path, dot / 40) for dot in range(41)] for number, path in ribbons.items()}
        self.reach = {number: edges(path.boundingRect(), 1) for number, path in ribbons.items()}
        self.spots = {number: [_point(path, part) for part in _PARTS] for number, path in ribbons.items()}


class _Ground:
    """What is taken already while stacks are laid down one after the other."""

    def __init__(self, bounds: QRectF, islands: Sequence[QRectF], lines: _Lines) -> None:
        self.bounds = edges(bounds, -6)
        self.lines = lines
        self.closed = [edges(box, _FROM_ISLAND) for box in islands]

    def take(self, boxes: Sequence[Edges]) -> None:
        gap = _FROM_CHIP
        self.closed += [(left - gap, top - gap, right + gap, low + gap) for left, top, right, low in boxes]

    def is_nearest(self, box: Edges, ribbon: int, own: Sequence[Edges]) -> bool:
        """Whether what stands there would be taken for this ribbon's: it lies closest, or what it carries touches."""
        left, top, right, low = box
        if meets((left - 2, top - _TOUCH, right + 2, low + _TOUCH), own):
            return True
        middle = ((left + right) / 2, (top + low) / 2)
        mine, lines = _away(middle, self.lines.dots[ribbon]), self.lines.dots.items()
        return all(mine < _away(middle, line) for other, line in lines if other != ribbon)


class _Strip:
    """All that counts for shapes that look for their place on one ribbon: where it runs, and what else lies there."""

    def __init__(self, ground: _Ground, ribbon: int, shapes: Iterable[Edges]) -> None:
        lefts, tops, rights, lows = zip((0.0, 0.0, 0.0, 0.0), *shapes, strict=True)
        left, top, right, low = ground.lines.reach[ribbon]
        whole = (left + min(lefts), top + min(tops), right + max(rights), low + max(lows))
        lines = ground.lines.dots
        self.spots = ground.lines.spots[ribbon]
        self.bounds = ground.bounds
        self._closed = [box for box in ground.closed if meets(box, (whole,))]
        others = [dot for number, line in lines.items() if number != ribbon for dot in line]
        self._others = sorted((x, y) for x, y in others if whole[1] <= y <= whole[3])
        self._arrow = sorted(lines[ribbon][33:38])

    def fits(self, box: Edges) -> bool:
        return is_inside(box, self.bounds) and not meets(box, self._closed)

    def hides_others(self, boxes: Sequence[Edges]) -> int:
        """How much of other ribbons lies below."""
        return _covers(boxes, self._others)

    def crowding(self, boxes: Sequence[Edges]) -> float:
        """What it costs to hide parts of other ribbons and this one's arrow."""
        return 2.0 * self.hides_others(boxes) + 3.0 * _covers(boxes, self._arrow)


def _along(stack: Stack, ground: _Ground, *, alone: bool) -> _Try | None:
    """The best spot on the ribbon itself, with the name if there is room for it too; `alone`: where it lies on no
    other ribbon."""
    sides = (False, True) if stack.label is not None and stack.chips else (False,)
    shapes = [_arrange(stack, QPointF(), above).boxes() for above in sides]
    strip = _Strip(ground, stack.ribbon, [box for shape in shapes for box in shape])
    named = stack.label is not None
    core = shapes[0][: len(shapes[0]) - named]
    spots = []
    for part, spot in zip(_PARTS, strip.spots, strict=True):
        boxes = [moved(box, *spot) for box in core]
        if all(map(strip.fits, boxes)) and not (alone and strip.hides_others(boxes)):
            spots.append((abs(part - 0.5) * 60, spot))
    found = _best_of(shapes, spots, strip, alone=alone, named=named)
    if found is not None:
        return _arrange(stack, QPointF(*found[0]), found[1])
    if named and stack.chips:
        found = _best_of([core], spots, strip, alone=alone, named=False)
    return _arrange(replace(stack, label=None), QPointF(*found[0]), False) if found is not None else None


def _best_of(
    shapes: Sequence[list[Edges]], spots: Sequence[tuple[float, _Point]], strip: _Strip, *, alone: bool, named: bool
) -> tuple[_Point, bool] | None:
    """The best of the spots where all but the name, the last box of each shape, has room; and whether in the second
    shape."""
    best: tuple[float, _Point, bool] | None = None
    for far, spot in spots:
        for above, shape in enumerate(shapes):
            cost = far + 3 * above
            if best is not None and cost >= best[0]:
                continue
            boxes = [moved(box, *spot) for box in shape]
            if named and (not strip.fits(boxes[-1]) or (alone and strip.hides_others(boxes[-1:]))):
                continue
            cost += strip.crowding(boxes)
            if best is None or cost < best[0]:
                best = (cost, spot, bool(above))
    return best[1:] if best is not None else None


def _beside(size: QSizeF, stack: Stack, ground: _Ground, own: Sequence[QRectF]) -> QRectF | None:
    """The best spot for a name by itself: on its ribbon, else close above or below it, never nearer to another one.

    `own`: what lies on its ribbon already.
    """
    shape = edges(QRectF(QPointF(-size.width() / 2, -size.height() / 2), size))
    shapes = [(abs(aside) / 2, moved(shape, 0, aside)) for aside in (0, -18, 18, -34, 38)]
    strip = _Strip(ground, stack.ribbon, [shape for _, shape in shapes])
    carried = [edges(box) for box in own]
    best: tuple[float, Edges] | None = None
    for part, spot in zip(_PARTS, strip.spots, strict=True):
        for aside, each in shapes:
            cost = abs(part - 0.5) * 40 + aside
            if best is not None and cost >= best[0]:
                continue
            box = moved(each, *spot)
            if strip.fits(box) and ground.is_nearest(box, stack.ribbon, carried):
                cost += strip.crowding([box])
                if best is None or cost < best[0]:
                    best = (cost, box)
    return QRectF(QPointF(best[1][0], best[1][1]), size) if best else None


def place_chips(
    stacks: Sequence[Stack], ribbons: Mapping[int, QPainterPath], islands: Sequence[QRectF], bounds: QRectF
) -> Placed:
    """Lays down every stack on its own ribbon; where all its chips find no room, the rest are told by a pill "+n".

    All ribbons show as many chips as fit everywhere: better one of each with its name than three of one.
    """
    best: _Laying | None = None
    lines = _Lines(ribbons)
    first: set[int] = set()
    for limit, named in [(limit, named) for limit in range(STACK_LIMIT, 0, -1) for named in (True, False)]:
        laid = _Laying(stacks, ribbons, _Ground(bounds, islands, lines), limit, named, first)
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
            # not even one: the pill alone tells of them all
            self._lay_pill(stack, stack.alone or (stack.more,))

    def _lay_pill(self, stack: Stack, sizes: Sequence[QSizeF]) -> None:
        """In the first size that has room. Where none has, the last lies on what is there: nothing that is promised
        goes untold."""
        path = self.ribbons[stack.ribbon]
        box, which = None, len(sizes) - 1
        for number, size in enumerate(sizes):
            pill = _along(Stack(stack.ribbon, (), None, size), self.ground, alone=False)
            if pill is not None and pill.label is not None:
                box, which = pill.label, number
                break
        if box is None:
            self.forced.add(stack.ribbon)
            box = _centred(sizes[-1], *_middle(path, sizes[-1]))
        self._take(Stack(stack.ribbon, ()), _Try((), box), len(stack.chips))
        self.placed.alone[stack.ribbon] = which

    def _lay_some(self, stack: Stack, count: int, *, alone: bool) -> bool:
        more = stack.more if count < len(stack.chips) else None
        part = Stack(stack.ribbon, stack.chips[:count], more, stack.label if self.named else None)
        chosen = _along(part, self.ground, alone=alone)
        if chosen is None:
            return False
        self._take(part, chosen, len(stack.chips) - count)
        return True

    def _take(self, stack: Stack, chosen: _Try, hidden: int) -> None:
        self.ground.take(chosen.boxes())
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
            self.ground.take([edges(box)])
            self.placed.labels[stack.ribbon] = box
