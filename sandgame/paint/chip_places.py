"""Where chips and the names of services lie on a board: on their ribbon, over no island and over no other chip."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainterPath

from sandgame.paint.board_places import is_free

CHIP_LIP = 4.0
STACK_GAP = 14.0
STACK_LIMIT = 3
LABEL_HEIGHT = 20.0
_FROM_ISLAND = 3.0
_FROM_CHIP = 4.0


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


def _covers(boxes: Sequence[QRectF], points: Sequence[QPointF]) -> int:
    return sum(1 for point in points if any(box.contains(point) for box in boxes))


def _samples(path: QPainterPath, count: int = 40) -> list[QPointF]:
    return [path.pointAtPercent(number / count) for number in range(count + 1)]


class _Ground:
    """What is taken already while stacks are laid down one after the other."""

    def __init__(self, bounds: QRectF, islands: Sequence[QRectF], ribbons: Mapping[int, QPainterPath]) -> None:
        self.bounds = bounds.adjusted(6, 6, -6, -6)
        self.islands = list(islands)
        self.taken: list[QRectF] = []
        self.lines = {number: _samples(path) for number, path in ribbons.items()}
        self.reach = {number: path.boundingRect().adjusted(-1, -1, 1, 1) for number, path in ribbons.items()}

    def fits(self, boxes: Sequence[QRectF]) -> bool:
        return all(self._holds(box) for box in boxes)

    def _holds(self, box: QRectF) -> bool:
        if not self.bounds.contains(box):
            return False
        return is_free(box, self.islands, _FROM_ISLAND) and is_free(box, self.taken, _FROM_CHIP)

    def crowding(self, boxes: Sequence[QRectF], ribbon: int) -> tuple[int, float]:
        """How much of other ribbons the boxes would lie on; and what hiding that and this one's arrow costs."""
        others = 0
        for number, reach in self.reach.items():
            near = [box for box in boxes if number != ribbon and box.intersects(reach)]
            others += _covers(near, self.lines[number]) if near else 0
        return others, 2.0 * others + 3.0 * _covers(boxes, self.lines[ribbon][33:38])


def _along(stack: Stack, path: QPainterPath, ground: _Ground, *, alone: bool) -> _Try | None:
    """The best spot on the ribbon itself; `alone`: where it lies on no other ribbon."""
    best: _Try | None = None
    for number in range(31):
        part = 0.5 + (number + 1) // 2 * (0.027 if number % 2 else -0.027)
        for above in (False, True) if stack.label is not None and stack.chips else (False,):
            tried = _arrange(stack, path.pointAtPercent(part), above)
            boxes = tried.boxes()
            cost = abs(part - 0.5) * 60 + (3 if above else 0)
            if (best is not None and cost >= best.cost) or not ground.fits(boxes):
                continue
            others, price = ground.crowding(boxes, stack.ribbon)
            if alone and others:
                continue
            cost += price
            if best is None or cost < best.cost:
                best = _Try(cost, tried.chips, tried.more, tried.label)
    return best


def _beside(size: QSizeF, stack: Stack, path: QPainterPath, ground: _Ground) -> QRectF | None:
    """The best spot for a name by itself: on its ribbon, else close above or below it."""
    best: tuple[float, QRectF] | None = None
    for number in range(31):
        part = 0.5 + (number + 1) // 2 * (0.027 if number % 2 else -0.027)
        for aside in (0, -18, 18, -34, 38):
            point = path.pointAtPercent(part)
            box = QRectF(QPointF(point.x() - size.width() / 2, point.y() - size.height() / 2 + aside), size)
            cost = abs(part - 0.5) * 40 + abs(aside) / 2
            if (best is None or cost < best[0]) and ground.fits([box]):
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
    for limit, named in [(limit, named) for limit in range(STACK_LIMIT, 0, -1) for named in (True, False)]:
        laid = _Laying(stacks, ribbons, _Ground(bounds, islands, ribbons), limit, named)
        if best is None or laid.rank() > best.rank():
            best = laid
        if laid.is_whole:
            break
    assert best is not None
    return best.placed


class _Laying:
    """One way to lay a board's stacks down, with at most `limit` chips on a ribbon; the fullest first.

    `named`: names stand at their stacks; else they look for a place when all chips have theirs.
    """

    def __init__(
        self,
        stacks: Sequence[Stack],
        ribbons: Mapping[int, QPainterPath],
        ground: _Ground,
        limit: int,
        named: bool,
    ) -> None:
        self.ribbons, self.ground, self.limit, self.named = ribbons, ground, limit, named
        self.placed = Placed()
        self.shown = self.settled = 0
        with_chips = sorted((each for each in stacks if each.chips), key=lambda each: (-len(each.chips), each.ribbon))
        for stack in with_chips:
            self._lay(stack)
        for stack in sorted(stacks, key=lambda each: each.ribbon):
            if stack.label is not None and stack.ribbon not in self.placed.labels:
                self._name(stack, stack.label)
        names = sum(stack.label is not None for stack in stacks)
        counted = sum(min(len(stack.chips), limit) for stack in with_chips)
        whole = self.settled == len(with_chips) and len(self.placed.chips) == counted
        self.is_whole = whole and len(self.placed.labels) == names

    def rank(self) -> tuple[int, int, int, int]:
        """The most ribbons that show a chip, those off all others, with their names; then the most chips."""
        return self.shown, self.settled, len(self.placed.labels), len(self.placed.chips)

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
            pill = _along(Stack(stack.ribbon, (), None, stack.more), path, self.ground, alone=False)
            # where there is no room for anything it lies on what is there: nothing that is promised goes untold
            box = pill.label if pill is not None else _centred(stack.more, *_middle(path, stack.more))
            self._take(Stack(stack.ribbon, ()), _Try(0, (), box, None), len(stack.chips))

    def _lay_some(self, stack: Stack, count: int, *, alone: bool) -> bool:
        shown = stack.chips[:count]
        more = stack.more if count < len(stack.chips) else None
        for label in (stack.label, None) if self.named and stack.label is not None else (None,):
            part = Stack(stack.ribbon, shown, more, label)
            chosen = _along(part, self.ribbons[stack.ribbon], self.ground, alone=alone)
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
        box = _beside(size, stack, self.ribbons[stack.ribbon], self.ground)
        if box is not None:
            self.ground.taken.append(box)
            self.placed.labels[stack.ribbon] = box
