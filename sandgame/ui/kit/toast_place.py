"""Where a note lies: over its page's sand if it can, on nothing that is read, clicked or written in."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from sandgame.paint.board_places import body
from sandgame.ui.kit.board_widget import BoardWidget

Weighted = tuple[QRect, int]

_STEP = 8
_MARGIN = 12
_CLEAR = 4
_GROUND = (400, 160)
"""What takes the keyboard and is larger than this is a ground to lie on, such as the board, not a control."""
_CONTROL, _FLOATS, _TEXT, _ISLAND, _NAME = 200, 60, 30, 6, 3
"""How bad it is to cover a point of each, where all cannot be spared."""


def place_note(size: QSize, ground: QRect, taken: list[Weighted]) -> QRect:
    """The lowest free place on the ground, in its middle before its sides; if there is none, where it covers least."""
    best: tuple[int, QRect] | None = None
    inner = ground.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
    lefts = (ground.center().x() - size.width() // 2, inner.left(), inner.right() + 1 - size.width())
    last = max(inner.top(), inner.bottom() + 1 - size.height())
    for top in range(last, inner.top() - 1, -_STEP):
        for left in lefts:
            tried = QRect(QPoint(left, top), size)
            cost = _cost(tried.adjusted(-_CLEAR, -_CLEAR, _CLEAR, _CLEAR), taken)
            if not cost:
                return tried
            if best is None or cost < best[0]:
                best = (cost, tried)
    assert best is not None
    return best[1]


def _cost(box: QRect, taken: list[Weighted]) -> int:
    found = 0
    for each, weight in taken:
        common = box.intersected(each)
        if not common.isEmpty():
            found += weight * common.width() * common.height()
    return found


def taken_in(window: QWidget, *note: QWidget) -> list[Weighted]:
    """All that a note, made of these, had better not cover in this window."""
    taken = [(box, _CONTROL) for box in controls_shown(window)]
    for each in window.findChildren(QWidget):
        if not each.isVisible() or any(each is part or part.isAncestorOf(each) for part in note):
            continue
        if isinstance(each, BoardWidget):
            taken += _on_board(each, window)
        elif each.property("floats"):
            taken.append((_shown(each, window), _FLOATS))
        elif not each.findChild(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            taken.append((_shown(each, window), _TEXT))
    return taken


def _on_board(board: BoardWidget, window: QWidget) -> Iterator[Weighted]:
    plan, placed = board.plan(), board.plan().placed
    grounds = (
        (map(body, plan.islands.values()), _ISLAND),
        (placed.chips.values(), _ISLAND),
        (placed.more.values(), _NAME),
        (placed.labels.values(), _NAME),
        (plan.ghosts.values(), _NAME),
    )
    seen = board.visibleRegion().boundingRect()
    for boxes, weight in grounds:
        for box in boxes:
            on_sand = QRect((box.topLeft() * board.zoom()).toPoint(), (box.size() * board.zoom()).toSize())
            common = on_sand.intersected(seen)
            yield QRect(board.mapTo(window, common.topLeft()), common.size()), weight


def _shown(widget: QWidget, window: QWidget) -> QRect:
    seen = widget.visibleRegion().boundingRect()
    return QRect(widget.mapTo(window, seen.topLeft()), seen.size())


def ground_of(zone: QWidget, window: QWidget) -> QRect:
    """The sand of a zone, if enough of it is in sight; else the zone itself."""
    boards = [_shown(each, window) for each in zone.findChildren(BoardWidget) if each.isVisible()]
    wide = [box for box in boards if box.width() >= _GROUND[0] and box.height() >= _GROUND[1]]
    return max(wide, key=lambda box: box.width() * box.height()) if wide else _shown(zone, window)


def controls_shown(window: QWidget, *, off: bool = False) -> list[QRect]:
    """Where something lies that can be clicked or written in now; with what is still `off` too."""
    found = []
    for each in window.findChildren(QWidget):
        takes = each.focusPolicy() & Qt.FocusPolicy.TabFocus
        usable = off or each.isEnabled()
        if not takes or not each.isVisible() or not usable or isinstance(each, QAbstractScrollArea):
            continue
        if each.width() < _GROUND[0] or each.height() < _GROUND[1]:
            found.append(_shown(each, window))
    return found
