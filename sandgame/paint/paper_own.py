"""One's own page on paper: rows with their scales, the evidence of all six, KPI beside company, links; leaf by leaf."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from sandgame.paint.band import REFERENCE, SILO, draw_band, draw_diamond, place_on
from sandgame.paint.easel import Easel
from sandgame.paint.leaves import Leaves, size_of
from sandgame.paint.lettering import CENTRE, RIGHT
from sandgame.paint.look import Look
from sandgame.present.debrief_own import OwnLink, OwnPage, OwnPaper, OwnRow
from sandgame.present.debrief_page import Evidence
from sandgame.text.numbers import whole

_LEFT, _RIGHT, _TOP, _BOTTOM = 72.0, 68.0, 60.0, 74.0
_BODY, _SMALL, _HEADING, _TITLE = 13.6, 11.2, 18.0, 27.0
_LINE = 23.0
_SCALE, _NAME = 172.0, 150.0
Draw = Callable[[Easel, QRectF], None]


@dataclass(frozen=True, slots=True)
class Block:
    """What is never broken. `holds`: it stays on the leaf of the next one."""

    high: float
    draw: Draw
    holds: bool = False


def own_leaves(page: OwnPage, look: Look, leaf: Callable[[int, int], str]) -> Leaves:
    """`leaf` says the number of a leaf and how many there are."""
    paper = page.paper
    assert paper is not None
    wide, high = size_of("A4")
    ruler = Easel(QPainter(), look, paper=True)
    leaves = list(_leaves(list(_blocks(ruler, page, paper, wide - _LEFT - _RIGHT)), high - _TOP - _BOTTOM))
    pages = tuple(_page(paper, blocks, leaf(number, len(leaves))) for number, blocks in enumerate(leaves, start=1))
    return Leaves(paper.file, "A4", False, pages)


def _leaves(blocks: Sequence[Block], room: float) -> Iterator[list[Block]]:
    """A leaf is full when the next block, with those that it holds, has no room."""
    leaf: list[Block] = []
    used = 0.0
    for number, block in enumerate(blocks):
        last = number
        while blocks[last].holds and last + 1 < len(blocks):
            last += 1
        if leaf and used + sum(each.high for each in blocks[number : last + 1]) > room:
            yield leaf
            leaf, used = [], 0.0
        leaf.append(block)
        used += block.high
    yield leaf


def _page(paper: OwnPaper, blocks: Sequence[Block], leaf: str) -> Callable[[Easel], None]:
    def draw(easel: Easel) -> None:
        wide, high = size_of("A4")
        top = _TOP
        for block in blocks:
            block.draw(easel, QRectF(_LEFT, top, wide - _LEFT - _RIGHT, block.high))
            top += block.high
        ink = easel.look.colour.text_secondary
        easel.rule(_LEFT, wide - _RIGHT, high - 58, wide=1)
        easel.line(paper.case, _LEFT, high - 44, 10.8, ink, 400)
        easel.line(leaf, wide - _RIGHT, high - 44, 10.8, ink, 400, RIGHT)
        easel.line(paper.foot, _LEFT, high - 28, 10.8, ink, 400)

    return draw


# -- the blocks


def _blocks(ruler: Easel, page: OwnPage, paper: OwnPaper, wide: float) -> Iterator[Block]:
    yield _head(page)
    yield _heading(page.rows_title)
    yield _scale_head(page)
    for row in page.rows:
        yield _row(ruler, page, row, wide)
    yield _words(ruler, page.rows_note, wide, _SMALL, quiet=True)
    if page.gap is not None:
        gap = page.gap
        text = f"**{gap.title}** {gap.name} · {gap.self_text} → {gap.fact} · {gap.band_text}"
        yield _words(ruler, text, wide, _BODY)
    yield _heading(page.kpi_title)
    yield from _kpi(ruler, page, wide)
    yield _heading(page.links_title)
    yield _links_head(page)
    for link in page.links:
        yield _link(link, holds=link is not page.links[-1])
    yield Block(14, lambda _easel, _box: None)
    yield _suggestion(ruler, page, wide)
    yield _words(ruler, page.closing, wide, _SMALL, quiet=True)
    yield _heading(paper.evidence)
    found = [row for row in page.rows if row.gains or row.losses]
    for row in found:
        yield from _evidence(ruler, page, row, wide)
    if not found:
        yield _words(ruler, paper.no_evidence, wide, _BODY)


def _heading(text: str) -> Block:
    def draw(easel: Easel, box: QRectF) -> None:
        easel.line(text, box.left(), box.bottom() - 16, _HEADING, easel.look.colour.text)
        easel.rule(box.left(), box.right(), box.bottom() - 2, easel.look.colour.text, 1.2)

    return Block(50, draw, holds=True)


def _words(ruler: Easel, text: str, wide: float, px: float, *, quiet: bool = False) -> Block:
    def draw(easel: Easel, box: QRectF) -> None:
        ink = easel.look.colour.text_secondary if quiet else easel.look.colour.text
        easel.paragraph(text, box.left(), box.top() + 7, box.width(), px, ink)

    return Block(ruler.high(text, wide, px) + 14, draw)


def _head(page: OwnPage) -> Block:
    def draw(easel: Easel, box: QRectF) -> None:
        colour = easel.look.colour
        easel.badge(page.badge, box.left(), box.top() + 20, 34)
        easel.fitted(page.title, box.left() + 46, box.top() + 20, _TITLE, box.width() - 46, colour.text)
        easel.line(page.line, box.left() + 46, box.top() + 48, 12, colour.text_secondary, 400)

    return Block(60, draw)


def _scale_of(box: QRectF, middle: float) -> QRectF:
    return QRectF(box.right() - _SCALE, middle - 11, _SCALE, 22)


def _scale_head(page: OwnPage) -> Block:
    def draw(easel: Easel, box: QRectF) -> None:
        ink = easel.look.colour.benchmark
        scale = _scale_of(box, box.center().y())
        for text, at in ((page.silo, SILO), (page.reference, REFERENCE)):
            half = easel.width(text, _SMALL, 600) / 2
            middle = min(scale.left() + scale.width() * at, box.right() - half)
            easel.line(text, middle, box.center().y(), _SMALL, ink, 600, CENTRE)
        if page.self_legend:
            draw_diamond(easel.painter, easel.look, QPointF(box.left() + 8, box.center().y()), 6)
            easel.line(page.self_legend, box.left() + 22, box.center().y(), _SMALL, easel.look.colour.text, 400)

    return Block(24, draw, holds=True)


def _row(ruler: Easel, page: OwnPage, row: OwnRow, wide: float) -> Block:
    room = wide - _NAME - _SCALE - 18
    texts = [(fact.text, fact.band_text) for fact in row.facts] or [(row.empty, "")]
    highs = [
        max(_LINE, ruler.high(text, room, _BODY), ruler.high(told, _SCALE, _SMALL) if told else 0) + 3
        for text, told in texts
    ]

    def draw(easel: Easel, box: QRectF) -> None:
        colour = easel.look.colour
        easel.fitted(row.name, box.left(), box.top() + 5 + _LINE / 2, _BODY, _NAME - 10, colour.text)
        top = box.top() + 5
        shown = False
        # the own view stands there also where no scale says where it lies
        bare = row.self_view is not None and all(fact.band is None for fact in row.facts)
        for number, ((text, told), high) in enumerate(zip(texts, highs, strict=True)):
            easel.paragraph(text, box.left() + _NAME, top, room, _BODY, colour.text)
            if row.facts:
                fact = row.facts[number]
                scale = _scale_of(box, top + _LINE / 2)
                if fact.band is not None:
                    draw_band(easel.painter, easel.look, fact.band, easel.look.department(page.badge.slot).base, scale)
                    if row.self_view is not None and not shown:
                        draw_diamond(easel.painter, easel.look, place_on(scale, row.self_view), 6.5)
                        shown = True
                else:
                    taken = 0.0
                    if bare and not shown:
                        taken, shown = _own_view(easel, row, scale), True
                    why = fact.short if taken else told
                    easel.paragraph(why, scale.left() + taken, top + 4, _SCALE - taken, _SMALL, colour.text_secondary)
            elif bare:
                _own_view(easel, row, _scale_of(box, top + _LINE / 2))
            top += high
        easel.rule(box.left(), box.right(), box.bottom() - 1, wide=1)

    return Block(sum(highs) + 10, draw)


def _own_view(easel: Easel, row: OwnRow, scale: QRectF) -> float:
    text = whole(row.self_view or 0)
    draw_diamond(easel.painter, easel.look, QPointF(scale.left() + 8, scale.center().y()), 6)
    return 30 + easel.line(text, scale.left() + 20, scale.center().y(), _SMALL, easel.look.colour.text)


def _figure(name: str, text: str) -> Block:
    def draw(easel: Easel, box: QRectF) -> None:
        colour = easel.look.colour
        easel.line(name, box.left(), box.center().y(), _BODY, colour.text_secondary, 400)
        easel.line(text, box.right(), box.center().y(), 17, colour.text, 700, RIGHT)

    return Block(28, draw, holds=True)


def _kpi(ruler: Easel, page: OwnPage, wide: float) -> Iterator[Block]:
    def bar(share: int, mark: int | None, slot: int | None) -> Block:
        def draw(easel: Easel, box: QRectF) -> None:
            colour = easel.look.colour
            track = QRectF(box.left(), box.top() + 2, box.width(), 9)
            easel.box(track, colour.surface_sunken, 4)
            wide = track.width() * min(max(share, 0), 100) / 100
            ink = colour.company if slot is None else easel.look.department(slot).base
            easel.box(QRectF(track.left(), track.top(), wide, 9), ink, 4)
            if mark is not None:
                at = track.left() + track.width() * min(max(mark, 0), 100) / 100
                easel.painter.setPen(QPen(colour.benchmark, 2.4))
                easel.painter.drawLine(round(at), round(track.top() - 3), round(at), round(track.bottom() + 3))

        return Block(20, draw)

    yield _figure(page.kpi_name, str(page.kpi))
    yield bar(page.kpi, None, page.badge.slot)
    if page.value is not None:
        yield _figure(page.value.name, page.value.text)
        yield bar(page.value.value, page.value.mark, None)
        if page.value.mark_text:
            yield _words(ruler, page.value.mark_text, wide, _SMALL, quiet=True)
    yield _figure(page.bonus_title, page.bonus)
    yield _words(ruler, page.bonus_shared or " ", wide, _SMALL, quiet=True)


_COLUMNS = (190.0, 95.0, 0.0)
"""How far the right ends of the three figures of a link lie from the right edge."""


def _links_head(page: OwnPage) -> Block:
    def draw(easel: Easel, box: QRectF) -> None:
        for text, back in zip(page.links_heads, _COLUMNS, strict=True):
            ink = easel.look.colour.text_secondary
            easel.line(text, box.right() - back, box.center().y(), _SMALL, ink, 400, RIGHT)

    return Block(22, draw, holds=True)


def _link(link: OwnLink, *, holds: bool) -> Block:
    def draw(easel: Easel, box: QRectF) -> None:
        colour, middle = easel.look.colour, box.center().y()
        easel.badge(link.provider, box.left(), middle, 18)
        easel.line("→", box.left() + 24, middle, _BODY, colour.text_secondary, 400)
        easel.badge(link.customer, box.left() + 42, middle, 18)
        easel.line(link.name, box.left() + 72, middle, _BODY, colour.text, 600)
        for text, back in zip(link.cells, _COLUMNS, strict=True):
            easel.line(text, box.right() - back, middle, _BODY, colour.text, 700, RIGHT)
        easel.rule(box.left(), box.right(), box.bottom() - 1, wide=1)

    return Block(27, draw, holds)


def _suggestion(ruler: Easel, page: OwnPage, wide: float) -> Block:
    high = ruler.high(page.suggestion, wide - 36, _BODY)

    def draw(easel: Easel, box: QRectF) -> None:
        colour = easel.look.colour
        sand = box.adjusted(0, 0, 0, -6)
        easel.box(sand, colour.ask, 10)
        easel.line(page.try_title, box.left() + 18, box.top() + 22, _BODY, colour.on_ask)
        easel.paragraph(page.suggestion, box.left() + 18, box.top() + 36, box.width() - 36, _BODY, colour.on_ask)

    return Block(high + 54, draw)


def _evidence(ruler: Easel, page: OwnPage, row: OwnRow, wide: float) -> Iterator[Block]:
    def name(easel: Easel, box: QRectF) -> None:
        easel.line(row.name, box.left(), box.center().y() + 4, _BODY, easel.look.colour.text)

    yield Block(32, name, holds=True)
    for gain, pieces in ((True, row.gains), (False, row.losses)):
        for piece in pieces:
            note = page.note(piece)
            yield _piece(ruler, piece, wide, gain=gain, holds=bool(note))
            if note:
                yield _note(ruler, note, wide)


def _note(ruler: Easel, text: str, wide: float) -> Block:
    """What its own seat wrote beside a piece."""

    def draw(easel: Easel, box: QRectF) -> None:
        colour = easel.look.colour
        easel.icon("notebook-pen", box.left() + 22, box.top() + 9, 12, colour.text_secondary)
        easel.paragraph(text, box.left() + 42, box.top(), box.width() - 172, 12, colour.text_secondary)

    return Block(ruler.high(text, wide - 172, 12) + 6, draw)


def _piece(ruler: Easel, piece: Evidence, wide: float, *, gain: bool, holds: bool) -> Block:
    room = wide - 150

    def draw(easel: Easel, box: QRectF) -> None:
        colour = easel.look.colour
        ink = colour.positive if gain else colour.caution
        middle = box.top() + 3 + _LINE / 2
        easel.icon("arrow-up" if gain else "arrow-down", box.left(), middle, 13, ink)
        easel.paragraph(piece.text, box.left() + 22, box.top() + 3, room, 13, colour.text)
        easel.line(piece.week, box.right() - 60, middle, _SMALL, colour.text_secondary, 400, RIGHT)
        easel.line(piece.effect, box.right(), middle, 13, ink, 700, RIGHT)

    return Block(max(_LINE, ruler.high(piece.text, room, 13)) + 6, draw, holds)
