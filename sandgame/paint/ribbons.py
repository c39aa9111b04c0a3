"""The paths of services between islands: which sides they use, where they touch the rim, how they bend."""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from sandgame.paint.board_places import body

Rim = Literal["left", "right", "top", "bottom"]

GROOVE = 22.0
_SIDE_GAP = 36.0
_APART = (88.0, 180.0)
_TWO_APART = 100.0
"""How far twins bow apart: two of them always so far that a chip with its "+n" and its name finds room on each."""
_MOST_BOW = 0.62
_RIM = 16.0
"""So far from the rim of the board the middle of a bowed ribbon stays: its name finds room there."""
_UPRIGHT = ("left", "right")
_NORMAL = {"left": (-1, 0), "right": (1, 0), "top": (0, -1), "bottom": (0, 1)}


@dataclass(frozen=True, slots=True)
class Link:
    """A ribbon to lay: who provides, who receives."""

    id: int
    provider: int
    customer: int


@dataclass(frozen=True, slots=True)
class End:
    """One end of a ribbon: the island it touches, the side of it, and the island at its other end."""

    ribbon: int
    island: int
    other: int
    rim: Rim


def _gap(one: tuple[float, float], two: tuple[float, float]) -> float:
    return max(one[0], two[0]) - min(one[1], two[1])


def rims(start: QRectF, end: QRectF, two_way: bool) -> tuple[Rim, Rim]:
    """The sides that a ribbon leaves from and comes in at."""
    across = _gap((start.left(), start.right()), (end.left(), end.right()))
    to_right = start.center().x() < end.center().x()
    downwards = start.center().y() < end.center().y()
    if across < _SIDE_GAP:
        return ("bottom", "top") if downwards else ("top", "bottom")
    leave: Rim = "right" if to_right else "left"
    if two_way and _well_above(*((start, end) if downwards else (end, start))):
        return leave, "top" if downwards else "bottom"
    return leave, "left" if to_right else "right"


def _well_above(upper: QRectF, lower: QRectF) -> bool:
    """Whether a ribbon can bend from the side of one into the top or the bottom of the other."""
    below_rim = body(upper).bottom() + 16 < lower.top() + lower.height() / 4
    return below_rim and upper.center().y() + 16 < lower.top()


def _ends(links: Sequence[Link], places: Mapping[int, QRectF]) -> list[tuple[End, End]]:
    pairs = {(link.provider, link.customer) for link in links}
    ends = []
    for link in links:
        two_way = (link.customer, link.provider) in pairs
        leave, arrive = rims(places[link.provider], places[link.customer], two_way)
        ends.append(
            (End(link.id, link.provider, link.customer, leave), End(link.id, link.customer, link.provider, arrive))
        )
    return ends


def spread_anchors(count: int, length: float) -> list[float]:
    """Places of `count` ribbons along a side: over its middle half, wider only if grooves would cover each other."""
    if count == 1:
        return [length / 2]
    room = max(length / 2, min((count - 1) * (GROOVE + 1), length - 16))
    return [length / 2 - room / 2 + room * number / (count - 1) for number in range(count)]


def anchors(ends: Sequence[End], places: Mapping[int, QRectF]) -> dict[tuple[int, int], QPointF]:
    """Where each (ribbon, island) touches the rim: ordered by the other end, so that ribbons do not cross there."""
    by_side: dict[tuple[int, Rim], list[End]] = defaultdict(list)
    for end in ends:
        by_side[(end.island, end.rim)].append(end)
    points = {}
    for (island, rim), group in by_side.items():
        face = places[island]
        upright = rim in ("left", "right")

        def key(end: End, upright: bool = upright) -> tuple[float, int]:
            middle = places[end.other].center()
            return (middle.y() if upright else middle.x(), end.ribbon)

        spots = spread_anchors(len(group), face.height() if upright else face.width())
        for end, spot in zip(sorted(group, key=key), spots, strict=True):
            points[(end.ribbon, island)] = _on_rim(face, rim, spot)
    return points


def _on_rim(face: QRectF, rim: Rim, spot: float) -> QPointF:
    if rim in ("left", "right"):
        return QPointF(face.left() if rim == "left" else face.right(), face.top() + spot)
    return QPointF(face.left() + spot, face.top() if rim == "top" else body(face).bottom())


def _bend(start: QPointF, end: QPointF, leave: Rim, arrive: Rim, bow: float = 0.0) -> QPainterPath:
    """`bow`: how far its pulls lie below where they would; three quarters of that at its middle."""
    across, down = abs(end.x() - start.x()), abs(end.y() - start.y())
    corner = (leave in ("left", "right")) != (arrive in ("left", "right"))
    part = 0.7 if corner else 0.5

    def pull(point: QPointF, rim: Rim) -> QPointF:
        way = part * (across if rim in ("left", "right") else down)
        normal = _NORMAL[rim]
        return QPointF(point.x() + normal[0] * way, point.y() + normal[1] * way + bow)

    path = QPainterPath(start)
    path.cubicTo(pull(start, leave), pull(end, arrive), end)
    return path


def ribbon_paths(links: Sequence[Link], places: Mapping[int, QRectF], height: float = 0.0) -> dict[int, QPainterPath]:
    """The path of every ribbon, from provider to customer; the higher the board, the farther twins bow apart."""
    pairs = _ends(links, places)
    touch = anchors([end for pair in pairs for end in pair], places)
    spots = {leave.ribbon: (touch[(leave.ribbon, leave.island)], touch[(arrive.ribbon, arrive.island)])
             for leave, arrive in pairs}  # fmt: skip
    bows = _bows(pairs, spots, height)
    return {
        leave.ribbon: _bend(*spots[leave.ribbon], leave.rim, arrive.rim, bows.get(leave.ribbon, 0.0))
        for leave, arrive in pairs
    }


def _bows(
    pairs: Sequence[tuple[End, End]], spots: Mapping[int, tuple[QPointF, QPointF]], height: float
) -> dict[int, float]:
    """Ribbons side by side between the same two islands bow apart, so that each has room for what lies on it.

    Where another neighbour's ribbons come in beside them, they bow away from those alone.
    """
    beside: dict[frozenset[tuple[int, Rim]], list[int]] = defaultdict(list)
    for leave, arrive in pairs:
        if leave.rim in _UPRIGHT and arrive.rim in _UPRIGHT:
            beside[frozenset({(leave.island, leave.rim), (arrive.island, arrive.rim)})].append(leave.ribbon)
    bows = {}
    least, most = _APART
    wide = (height - 70) / 2.2
    levels = {ribbon: (start.y() + end.y()) / 2 for ribbon, (start, end) in spots.items()}
    for sides, group in beside.items():
        ranked = sorted(group, key=lambda each: (levels[each], each))
        apart = min(max(wide, _TWO_APART if len(group) == 2 else least), most)
        others = [levels[each] for rims, more in beside.items() if rims != sides and rims & sides for each in more]
        centre = sum(levels[each] for each in group) / len(group)
        below, above = any(level > centre for level in others), any(level < centre for level in others)
        for place, ribbon in enumerate(ranked):
            held = _held(place, len(ranked), above=above, below=below)
            if held is None:
                wish = centre + apart * (place - (len(group) - 1) / 2)
                bows[ribbon] = min(max((wish - levels[ribbon]) / 0.75, -_MOST_BOW * apart), _MOST_BOW * apart)
            else:
                wish = min(max(levels[ribbon] + 0.75 * _MOST_BOW * apart * held, _RIM), max(height - _RIM, _RIM))
                bows[ribbon] = (wish - levels[ribbon]) / 0.75 if held else 0.0
    return bows


def _held(place: int, count: int, *, above: bool, below: bool) -> float | None:
    """What part of the widest bow a ribbon takes that has others above or below its group; None without any."""
    if above and below:
        return 0.0
    if below:
        return (place - (count - 1)) / max(1, count - 1)
    return place / max(1, count - 1) if above else None


_RIMS: tuple[Rim, ...] = ("left", "right", "top", "bottom")


def far_paths(links: Sequence[Link], places: Mapping[int, QRectF], height: float) -> dict[int, QPainterPath]:
    """Ribbons between two others: each takes the shortest way that lies under the fewest islands."""
    paths = {}
    for link in links:
        start, end = places[link.provider], places[link.customer]
        others = [body(box) for box in places.values()]
        ways = [_far_bend(start, end, leave, arrive) for leave in _RIMS for arrive in _RIMS]
        paths[link.id] = min(ways, key=lambda path: _price(path, others, height))
    return paths


def _far_bend(start: QRectF, end: QRectF, leave: Rim, arrive: Rim) -> QPainterPath:
    first, last = (_on_rim(face, rim, _length(face, rim) / 2) for face, rim in ((start, leave), (end, arrive)))
    pull = max(30.0, 0.38 * math.hypot(last.x() - first.x(), last.y() - first.y()))
    path = QPainterPath(first)
    path.cubicTo(first + QPointF(*_NORMAL[leave]) * pull, last + QPointF(*_NORMAL[arrive]) * pull, last)
    return path


def _length(face: QRectF, rim: Rim) -> float:
    return face.height() if rim in ("left", "right") else face.width()


def _price(path: QPainterPath, islands: Sequence[QRectF], height: float) -> float:
    """Its length, and much more for what would lie under islands or beyond the board."""
    points = [path.pointAtPercent(step / 40) for step in range(1, 40)]
    hidden = sum(any(box.contains(point) for box in islands) or not 6 < point.y() < height - 6 for point in points)
    return path.length() + 60 * hidden
