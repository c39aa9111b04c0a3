"""Where chips and the names of services lie on a board: on their ribbon, over no island and over no other chip."""

import math
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
_FROM_CHIP = 6.0


@dataclass(frozen=True, slots=True)
class Stack:
    """What one ribbon carries: chips from top to bottom, the pill "+n" for more, and its name."""

    ribbon: int
    chips: tuple[tuple[int, QSizeF], ...]
    more: QSizeF | None = None
    label: QSizeF | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """Boxes of chips (by chip), of "+n" pills and names (by ribbon)."""

    chips: dict[int, QRectF] = field(default_factory=dict)
    more: dict[int, QRectF] = field(default_factory=dict)
    labels: dict[int, QRectF] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Try:
    cost: float
    chips: tuple[QRectF, ...]
    more: QRectF | None
    label: QRectF | None

    def boxes(self) -> list[QRectF]:
        return [box for box in (*self.chips, self.more, self.label) if box is not None]


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
    under = (chips[-1].bottom() + CHIP_LIP + 3) if chips else centre.y() - LABEL_HEIGHT / 2
    more = None
    if stack.more is not None:
        more = _centred(stack.more, centre.x(), under)
        under = more.bottom() + 2
    label = None
    if stack.label is not None:
        over = (chips[0].top() if chips else centre.y()) - stack.label.height() - 2
        label = _centred(stack.label, centre.x(), over if label_above else under)
    return _Try(0, tuple(chips), more, label)


def _covers(boxes: Sequence[QRectF], points: Sequence[QPointF]) -> int:
    return sum(1 for point in points if any(box.contains(point) for box in boxes))


def _samples(path: QPainterPath, count: int = 24) -> list[QPointF]:
    return [path.pointAtPercent(number / count) for number in range(count + 1)]


class _Ground:
    """What is taken already while stacks are laid down one after the other."""

    def __init__(self, bounds: QRectF, islands: Sequence[QRectF], ribbons: Mapping[int, QPainterPath]) -> None:
        self.bounds = bounds.adjusted(6, 6, -6, -6)
        self.islands = list(islands)
        self.taken: list[QRectF] = []
        self.lines = {number: _samples(path) for number, path in ribbons.items()}

    def fits(self, boxes: Sequence[QRectF]) -> bool:
        return all(self._holds(_solid(box)) for box in boxes)

    def _holds(self, box: QRectF) -> bool:
        clear = is_free(box, self.islands, _FROM_ISLAND) and is_free(box, self.taken, _FROM_CHIP)
        return clear and self.bounds.contains(box)

    def crowding(self, boxes: Sequence[QRectF], ribbon: int) -> float:
        """How much of other ribbons, and of this one's arrow, the boxes would hide."""
        others = sum(_covers(boxes, points) for number, points in self.lines.items() if number != ribbon)
        return 2.0 * others + 4.0 * _covers(boxes, self.lines[ribbon][20:23])


def _along(stack: Stack, path: QPainterPath, ground: _Ground) -> _Try | None:
    """The best spot on the ribbon itself."""
    best: _Try | None = None
    for number in range(31):
        part = 0.5 + (number + 1) // 2 * (0.02 if number % 2 else -0.02)
        for above in (False, True) if stack.label is not None else (False,):
            tried = _arrange(stack, path.pointAtPercent(part), above)
            boxes = tried.boxes()
            cost = abs(part - 0.5) * 60 + (3 if above else 0)
            if (best is not None and cost >= best.cost) or not ground.fits(boxes):
                continue
            cost += ground.crowding(boxes, stack.ribbon)
            if best is None or cost < best.cost:
                best = _Try(cost, tried.chips, tried.more, tried.label)
    return best


def _anywhere(stack: Stack, path: QPainterPath, ground: _Ground, step: float = 8) -> _Try | None:
    """The free spot nearest to the ribbon's middle, for boards so full that none on the ribbon is left."""
    wish = path.pointAtPercent(0.5)
    best: tuple[float, _Try] | None = None
    for row in range(math.ceil(ground.bounds.height() / step)):
        for column in range(math.ceil(ground.bounds.width() / step)):
            point = QPointF(ground.bounds.left() + column * step, ground.bounds.top() + row * step)
            far = math.hypot(point.x() - wish.x(), point.y() - wish.y())
            if best is not None and far >= best[0]:
                continue
            tried = _arrange(stack, point, False)
            if ground.fits(tried.boxes()):
                best = (far, tried)
    return best[1] if best else None


def _attempts(stack: Stack) -> list[Stack]:
    """The stack as it is, then without its name: a name may be missing, a chip may not."""
    bare = Stack(stack.ribbon, stack.chips, stack.more)
    return [stack, bare] if stack.label is not None and stack.chips else [stack]


def place_chips(
    stacks: Sequence[Stack], ribbons: Mapping[int, QPainterPath], islands: Sequence[QRectF], bounds: QRectF
) -> Placed:
    """Lays down every stack; the fullest first, since they have the fewest places."""
    ground = _Ground(bounds, islands, ribbons)
    placed = Placed()
    for stack in sorted(stacks, key=lambda each: (-len(each.chips), each.ribbon)):
        if not _place(stack, ribbons[stack.ribbon], ground, placed, anywhere=len(stack.chips) == 1):
            # no room for the stack as a whole: its chips one by one, the last with what stands below the stack
            for chip in stack.chips[:-1]:
                _place(Stack(stack.ribbon, (chip,)), ribbons[stack.ribbon], ground, placed, anywhere=True)
            last = Stack(stack.ribbon, stack.chips[-1:], stack.more, stack.label)
            _place(last, ribbons[stack.ribbon], ground, placed, anywhere=True)
    return placed


def _place(stack: Stack, path: QPainterPath, ground: _Ground, placed: Placed, *, anywhere: bool) -> bool:
    chosen: _Try | None = None
    for attempt in _attempts(stack):
        chosen = _along(attempt, path, ground)
        if chosen is not None:
            break
    if chosen is None and anywhere and stack.chips:
        chosen = _anywhere(_attempts(stack)[-1], path, ground)
    if chosen is None:
        return False
    ground.taken += [_solid(box) for box in chosen.boxes()]
    placed.chips.update({number: box for (number, _), box in zip(stack.chips, chosen.chips, strict=True)})
    if chosen.more is not None:
        placed.more[stack.ribbon] = chosen.more
    if chosen.label is not None:
        placed.labels[stack.ribbon] = chosen.label
    return True
