"""A page of the debrief, drawn at 1920×1080: head, title as the finding, body, and the one box that asks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPointF, QRectF

from sandgame.paint.debrief_charts import centred, enlarged
from sandgame.paint.debrief_class import draw_class
from sandgame.paint.debrief_link import draw_failed, draw_link
from sandgame.paint.debrief_moment import draw_moment
from sandgame.paint.debrief_moments import draw_moments
from sandgame.paint.debrief_network import draw_network
from sandgame.paint.debrief_profile import draw_profile, profile_height, row_box
from sandgame.paint.debrief_room import draw_half_time, draw_opening, draw_take_away, draw_waiting, draw_words
from sandgame.paint.debrief_value import draw_kpi, draw_value
from sandgame.paint.easel import HIGH, LEAST, WIDE, Easel
from sandgame.paint.lettering import RIGHT
from sandgame.present.debrief_page import (
    ClassBody,
    DebriefPicture,
    Evidence,
    FailedBody,
    HalfTimeBody,
    KpiBody,
    LinkBody,
    MomentsBody,
    NetworkBody,
    OpeningBody,
    ProfileBody,
    TakeAwayBody,
    Unplaced,
    ValueBody,
    Waiting,
    WordsBody,
)

HEAD, EDGE = 76.0, 48.0
_ASK = 116.0
_BESIDE = (NetworkBody, ClassBody)
"""Bodies whose question stands beside them."""


def draw_debrief(easel: Easel, page: DebriefPicture) -> None:
    easel.painter.fillRect(QRectF(0, 0, WIDE, HIGH), easel.ground)
    _head(easel, page)
    top = _title(easel, page)
    box = QRectF(EDGE, top, WIDE - 2 * EDGE, HIGH - 32 - top)
    if page.ask is not None and not isinstance(page.body, _BESIDE):
        _ask(easel, page, QRectF(box.left(), box.bottom() - _ASK, box.width(), _ASK))
        box.setBottom(box.bottom() - _ASK - 26)
    _body(easel, page, box)
    if page.moment is not None:
        draw_moment(easel, page.moment, HEAD, EDGE)


def _head(easel: Easel, page: DebriefPicture) -> None:
    """The mark stands at its left end; whoever shows the page puts it there."""
    colour = easel.look.colour
    easel.painter.fillRect(QRectF(0, 0, WIDE, HEAD), colour.top_bar)
    wide = easel.line(page.crumb, EDGE + 54, HEAD / 2, 24, colour.on_top_bar)
    if page.chip:
        left = EDGE + 54 + wide + 30
        room = easel.width(page.chip, LEAST, 400) + 40
        easel.box(QRectF(left, HEAD / 2 - 21, room, 42), colour.phase_track, 21, colour.on_top_bar_secondary)
        easel.line(page.chip, left + 20, HEAD / 2, LEAST, colour.on_top_bar_secondary, 400)
    at = WIDE - EDGE - 20.0 * page.of - 24
    for number in range(1, page.of + 1):
        now = number == page.place
        if now:
            easel.box(QRectF(at, HEAD / 2 - 6, 34, 12), colour.phase_active, 6)
        else:
            easel.disc(QPointF(at + 6, HEAD / 2), 6, colour.control_border)
        at += 44 if now else 20


def _title(easel: Easel, page: DebriefPicture) -> float:
    """The finding with its figure in sand, the tag of a model's figure, a line; gives where the body begins."""
    colour = easel.look.colour
    tag = easel.width(page.estimate, 24, 400) + 66 if page.estimate else 0.0
    figure = easel.width(page.figure, 54) + 44 if page.figure else 0.0
    room = WIDE - 2 * EDGE - tag - figure - 60
    size = easel.fitting(page.title, 54, room)
    middle = HEAD + 64
    wide = easel.line(page.title, EDGE, middle, max(36.0, size), colour.text)
    if page.figure:
        box = QRectF(EDGE + wide + 24, middle - 36, figure, 72)
        easel.box(box, colour.ask, 14)
        easel.line(page.figure, box.left() + 22, middle, 54, colour.on_ask)
    if page.estimate:
        box = QRectF(WIDE - EDGE - tag, middle - 20, tag, 40)
        easel.box(box, colour.surface_sunken, 20)
        easel.icon("calculator", box.left() + 16, middle, 24, colour.text_secondary)
        easel.line(page.estimate, box.left() + 50, middle, 24, colour.text_secondary, 400)
    if page.line:
        easel.fitted(page.line, EDGE, middle + 56, 27, WIDE - 2 * EDGE, colour.text_secondary, 400)
        return middle + 96
    return middle + 62


def _ask(easel: Easel, page: DebriefPicture, box: QRectF) -> None:
    ask, colour = page.ask, easel.look.colour
    assert ask is not None
    easel.box(box, colour.ask, 24)
    easel.disc(QPointF(box.left() + 68, box.center().y()), 36, colour.top_bar)
    easel.icon("circle-help", box.left() + 46, box.center().y(), 44, colour.on_top_bar)
    left = box.left() + 132
    room = box.right() - 36 - left
    beside = easel.width(ask.note, 27, 400) if ask.note else 0.0
    if ask.count:
        wide = max(easel.line(ask.count, box.right() - 36, box.center().y() - 18, 50, colour.on_ask, 700, RIGHT),
                   easel.line(ask.count_line, box.right() - 36, box.center().y() + 32, 24, colour.on_ask_secondary,
                              400, RIGHT))  # fmt: skip
        room -= wide + 40
    question = easel.fitting(ask.question, 36, room - beside - 50)
    if question >= 30 and not ask.count:
        easel.line(ask.question, left, box.center().y(), question, colour.on_ask)
        easel.line(ask.note, box.right() - 36, box.center().y(), 27, colour.on_ask_secondary, 400, RIGHT)
    else:
        easel.fitted(ask.question, left, box.center().y() - (22 if ask.note else 0), 34, room, colour.on_ask)
        easel.fitted(ask.note, left, box.center().y() + 28, 26, room, colour.on_ask_secondary, 400)


def _ask_beside(easel: Easel, page: DebriefPicture, box: QRectF) -> None:
    ask, colour = page.ask, easel.look.colour
    assert ask is not None
    easel.box(box, colour.ask, 24)
    easel.line(ask.lead, box.left() + 28, box.top() + 38, 25, colour.on_ask_secondary, 400)
    centred(easel, ask.question, QRectF(box.left() + 28, box.top() + 60, box.width() - 56, 104), 32, colour.on_ask, 700)


def _body(easel: Easel, page: DebriefPicture, box: QRectF) -> None:
    body = page.body
    room = 196.0 if page.ask is not None else 0.0
    if isinstance(body, NetworkBody):
        draw_network(easel, body, box, room)
    elif isinstance(body, ClassBody):
        draw_class(easel, body, box, room)
    else:
        draw = _DRAWN.get(type(body))
        assert draw is not None
        draw(easel, body, box)
    if page.ask is not None and isinstance(body, _BESIDE):
        wide = 500.0
        _ask_beside(easel, page, QRectF(box.right() - wide, box.bottom() - 176, wide, 176))


_ROWS = 2.3
"""How much the six principles are enlarged."""


def draw_profile_page(easel: Easel, body: ProfileBody, box: QRectF) -> None:
    """The principles that have a place with their margins, the others by name, beside them what spoke for and against
    one of them."""
    colour = easel.look.colour
    left = QRectF(box.left(), box.top(), box.width() * 0.53, box.height())
    top = _placed(easel, body, left) if body.placed else left.top()
    for group in body.unplaced:
        top = _unplaced(easel, group, body.chosen or "", QRectF(left.left(), top, left.width(), 0)) + 14
    for text in body.choices:
        easel.icon("vote", left.left(), top + 24, 32, colour.text_secondary)
        easel.fitted(text, left.left() + 48, top + 24, 30, left.width() - 48, colour.text, 600)
        top += 52
    easel.fitted(body.choose, left.left(), box.bottom() - 16, 24, left.width(), colour.text_secondary, 400)
    right = QRectF(left.right() + 60, box.top(), box.right() - left.right() - 60, box.height() - 44)
    easel.line(body.side_title, right.left(), right.top() + 20, 34, colour.text)
    half = (right.height() - 60) / 2
    _evidence(easel, body, body.for_title, body.gains, right.adjusted(0, 52, 0, -half - 8), gain=True)
    _evidence(easel, body, body.against_title, body.losses, right.adjusted(0, 60 + half, 0, 0), gain=False)
    easel.fitted(body.note, right.left(), box.bottom() - 16, 24, right.width(), colour.text_secondary, 400)


def _placed(easel: Easel, body: ProfileBody, box: QRectF) -> float:
    """Gives where it ends."""
    high = profile_height(body.profile, easel.look)
    room = box.height() - 120 - sum(_GROUP for _ in body.unplaced)
    factor = min(_ROWS, room / high)
    for number, principle in enumerate(body.placed):
        area = row_box(QRectF(0, 0, box.width() / factor, high), number, easel.look)
        shown = QRectF(box.left(), box.top() + area.top() * factor, box.width(), area.height() * factor)
        if principle == body.chosen:
            easel.box(shown.adjusted(-12, 3, 12, -3), easel.look.colour.surface_sunken, 10)
        easel.chooses(shown, principle, f"{body.profile.rows[number].name} {body.profile.rows[number].text}")
    with enlarged(easel.painter, box, factor) as area:
        draw_profile(easel.painter, body.profile, QRectF(0, 0, area.width(), high), easel.look)
    return box.top() + high * factor + 30


_GROUP = 104.0
"""Room for a reason and two rows of names."""


def _unplaced(easel: Easel, group: Unplaced, chosen: str, box: QRectF) -> float:
    """Why they have no place, and their names in rows; gives where it ends."""
    colour = easel.look.colour
    easel.fitted(group.why, box.left(), box.top() + 18, 26, box.width(), colour.text_secondary, 400)
    left, middle = box.left(), box.top() + 62
    for principle, text in group.names:
        wide = easel.width(text, 28, 600)
        if left > box.left() and left + wide > box.right():
            left, middle = box.left(), middle + 46
        spot = QRectF(left - 10, middle - 22, wide + 20, 44)
        if principle == chosen:
            easel.box(spot, colour.surface_sunken, 10)
        easel.line(text, left, middle, 28, colour.text, 600)
        easel.chooses(spot, principle, text)
        left += wide + 40
    return middle + 28


def _evidence(
    easel: Easel, body: ProfileBody, title: str, pieces: tuple[Evidence, ...], box: QRectF, *, gain: bool
) -> None:
    colour = easel.look.colour
    ink = colour.positive if gain else colour.caution
    easel.rule(box.left(), box.right(), box.top())
    easel.icon("arrow-up" if gain else "arrow-down", box.left(), box.top() + 30, 28, ink)
    easel.line(title, box.left() + 40, box.top() + 30, 28, ink)
    if not pieces:
        easel.fitted(body.empty, box.left(), box.top() + 84, 26, box.width(), colour.text_secondary, 400)
        return
    pitch = (box.height() - 56) / len(pieces)
    for number, piece in enumerate(pieces):
        top = box.top() + 56 + pitch * number
        wide = easel.line(piece.effect, box.right(), top + 20, 30, ink, 700, RIGHT)
        room = QRectF(box.left(), top + 2, box.width() - (wide + 30 if wide else 0), pitch - 8)
        easel.within(f"{piece.week} · {piece.text}", room, 29, colour.text)
        easel.opens(QRectF(box.left(), top, box.width(), pitch - 6), piece.log, piece.text)


_DRAWN: dict[type, Callable[[Easel, Any, QRectF], None]] = {
    ProfileBody: draw_profile_page,
    ValueBody: draw_value,
    KpiBody: draw_kpi,
    MomentsBody: draw_moments,
    LinkBody: draw_link,
    FailedBody: draw_failed,
    OpeningBody: draw_opening,
    WordsBody: draw_words,
    TakeAwayBody: draw_take_away,
    HalfTimeBody: draw_half_time,
    Waiting: draw_waiting,
}
