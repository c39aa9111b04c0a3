"""The take-away card on a leaf: a request and a promise side by side, below them the rule; lines where it is empty."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from sandgame.paint.easel import Easel
from sandgame.paint.leaves import Leaves, Paper, size_of
from sandgame.paint.lettering import RIGHT
from sandgame.paint.look import Look
from sandgame.present.debrief_paper import TakeHalf, TakePaper

_EDGE, _TOP, _GAP, _PAD = 42.0, 38.0, 16.0, 18.0
_HEAD, _FOOT, _RULE_HEAD = 84.0, 56.0, 26.0
_LARGE, _LEAST = 21.0, 11.7
"""Sizes of the texts that people wrote, px at 96 to the inch."""
_CHECK = 0.92
"""How large the text is that says how it is verified, beside the other."""
_HALF_HEADS = 98.0
"""Heads and gaps of a half."""
_BLANK = 3
"""Lines to write on where nothing is written."""


def take_leaves(paper: TakePaper, look: Look) -> Leaves:
    """On A5, with long texts on A4."""
    size: Paper = "A5" if _px(paper, look, "A5") is not None else "A4"
    px = _px(paper, look, size) or _LEAST
    return Leaves(paper.file, size, True, (lambda easel: _draw(easel, paper, size, px),))


def _px(paper: TakePaper, look: Look, size: Paper) -> float | None:
    """The largest letters with which all has room; None if there are none."""
    wide, high = size_of(size, landscape=True)
    ruler = Easel(QPainter(), look, paper=True)
    column = (wide - 2 * _EDGE - _GAP) / 2 - 2 * _PAD
    room = high - 2 * _TOP - _HEAD - _FOOT - _GAP + 8
    px = _LARGE * (1.3 if size == "A4" else 1.0)
    while px >= _LEAST:
        halves = max(_half_high(ruler, half, column, px) for half in paper.halves)
        if halves + _rule_high(ruler, paper, wide - 2 * _EDGE, px) <= room:
            return px
        px -= 0.4
    return None


def _text_high(easel: Easel, text: str, wide: float, px: float, weight: int = 400) -> float:
    return easel.high(text, wide, px, weight) if text else _BLANK * px * 1.9


def _half_high(easel: Easel, half: TakeHalf, wide: float, px: float) -> float:
    text, check = _text_high(easel, half.text, wide, px), _text_high(easel, half.check, wide, px * _CHECK)
    return text + check + _HALF_HEADS + _PAD


def _rule_high(easel: Easel, paper: TakePaper, wide: float, px: float) -> float:
    text = easel.high(paper.rule, wide - 100, px, 700) if paper.rule else px * 2
    return _RULE_HEAD + text + 26


def _draw(easel: Easel, paper: TakePaper, size: Paper, px: float) -> None:
    wide, high = size_of(size, landscape=True)
    colour, who = easel.look.colour, easel.look.department(paper.badge.slot)
    left, right = _EDGE, wide - _EDGE
    easel.fitted(paper.title, left, _TOP + 20, 27, right - left - 160, colour.text)
    easel.badge(paper.badge, left, _TOP + 58, 26)
    name = easel.line(paper.name, left + 36, _TOP + 58, 16, colour.text)
    easel.line(paper.case, left + 36 + name + 14, _TOP + 58, 12, colour.text_secondary, 400)
    rule_high = _rule_high(easel, paper, right - left, px)
    rule = QRectF(left, high - _TOP - _FOOT - rule_high + 8, right - left, rule_high)
    top = _TOP + _HEAD
    column = (right - left - _GAP) / 2
    for number, half in enumerate(paper.halves):
        box = QRectF(left + number * (column + _GAP), top, column, rule.top() - _GAP - top)
        easel.card(box, who.base)
        _draw_half(easel, half, box, px)
    _draw_rule(easel, paper, rule, px)
    _draw_foot(easel, paper, left, right, high - _TOP - 8)


def _draw_half(easel: Easel, half: TakeHalf, box: QRectF, px: float) -> None:
    colour = easel.look.colour
    left, wide = box.left() + _PAD, box.width() - 2 * _PAD
    top = box.top() + _PAD + 6
    easel.line(half.head, left, top + 10, 15, colour.text)
    top = _write(easel, half.text, left, top + 30, wide, px) + 14
    easel.rule(left, left + wide, top, wide=1)
    easel.icon("clipboard-check", left, top + 20, 15, colour.text_secondary)
    easel.line(half.check_head, left + 22, top + 20, 12.5, colour.text_secondary, 600)
    _write(easel, half.check, left, top + 36, wide, px * _CHECK)


def _write(easel: Easel, text: str, left: float, top: float, wide: float, px: float) -> float:
    """What was written, or lines to write on; gives where it ends."""
    colour = easel.look.colour
    if text:
        return top + easel.paragraph(text, left, top, wide, px, colour.text)
    pitch = px * 1.9
    for number in range(1, _BLANK + 1):
        easel.rule(left, left + wide, top + number * pitch - 6, colour.control_border, 1)
    return top + _BLANK * pitch


def _draw_rule(easel: Easel, paper: TakePaper, box: QRectF, px: float) -> None:
    colour = easel.look.colour
    easel.box(box, colour.ask, 12)
    easel.disc(QRectF(box.left() + 18, box.center().y() - 18, 36, 36).center(), 18, colour.top_bar)
    easel.icon("flag", box.left() + 27, box.center().y(), 18, colour.on_top_bar)
    left = box.left() + 72
    easel.line(paper.rule_head, left, box.top() + 20, 12.5, colour.on_ask_secondary, 400)
    if paper.rule:
        easel.paragraph(paper.rule, left, box.top() + _RULE_HEAD + 6, box.width() - 100, px, colour.on_ask, 700)
    else:
        easel.rule(left, box.right() - 28, box.bottom() - 16, colour.on_ask_secondary, 1)


def _draw_foot(easel: Easel, paper: TakePaper, left: float, right: float, middle: float) -> None:
    colour = easel.look.colour
    at = left + easel.line(paper.when, left, middle - 18, 12, colour.text_secondary, 600) + 12
    for text in paper.boxes:
        painter = easel.painter
        painter.setPen(QPen(colour.text_secondary, 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(at, middle - 24, 12, 12))
        at += 18 + easel.line(text, at + 18, middle - 18, 12, colour.text, 400) + 18
    easel.line(paper.foot, right, middle + 4, 10.8, colour.text_secondary, 400, RIGHT)
