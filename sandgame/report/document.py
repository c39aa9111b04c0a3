"""The content of a report as one plain tree; PDF and Word are two ways of putting the same tree on paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sandgame.present.pictures import BadgePicture

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter

Draw = Callable[["QPainter", "QRectF"], None]
WIDE = 654
"""Width between the margins of A4, in px at 96 dpi: charts are drawn in the very size in which they stand on paper."""


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    level: int = 2
    note: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """`note` is smaller and paler."""

    text: str
    role: Literal["body", "note"] = "body"


@dataclass(frozen=True, slots=True)
class Figure:
    label: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Figures:
    """Large figures side by side."""

    items: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing, px; `alt` says in words what it shows."""

    draw: Draw
    height: int
    alt: str
    width: int = WIDE


@dataclass(frozen=True, slots=True)
class Column:
    """`share` of the width; numbers stand at the right."""

    title: str
    share: int = 1
    number: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """`badges` stand before the text, an arrow between two; `beside` follows it, smaller and paler."""

    text: str
    bold: bool = False
    badges: tuple[BadgePicture, ...] = ()
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; cells that run short are empty."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """A finding or a moment: `mark` its number or its week."""

    mark: str
    title: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Points:
    """`style`: numbered findings, moments by week, pieces of evidence, or plain lines."""

    items: tuple[Point, ...]
    style: Literal["finding", "moment", "evidence", "line"] = "finding"


@dataclass(frozen=True, slots=True)
class Box:
    """On sand: a label and what it is about."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two columns side by side; on a narrow medium one under the other."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """Where what stands: a name, and the pages (by their keys) on which it begins and ends."""

    title: str
    items: tuple[tuple[str, str, str], ...]


Block = Heading | Text | Figures | Chart | Grid | Points | Box | Pair | Contents


@dataclass(frozen=True, slots=True)
class Cover:
    kicker: str
    title: str
    line: str
    draw: Draw


@dataclass(frozen=True, slots=True)
class Page:
    """Begins on a new sheet and may run over; `foot` says what it is. A page without a cover begins with its title.

    `dense`: set closer, where much has to stand on one sheet.
    """

    key: str
    foot: str
    blocks: tuple[Block, ...]
    kicker: str = ""
    title: str = ""
    aside: tuple[str, ...] = ()
    cover: Cover | None = None
    dense: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """`foot` stands at the right of every foot, before the page number; `brand` beside what it is."""

    name: str
    language: Literal["zh", "en"]
    title: str
    foot: str
    pages: tuple[Page, ...]
    brand: str = ""
    logo: bytes = b""


def words_of(document: Document) -> Iterator[str]:
    """Every text of a document, in order: what is said on paper, without the drawings' own letters."""
    yield from (document.title, document.foot, document.brand)
    for page in document.pages:
        yield from (page.foot, page.kicker, page.title, *page.aside)
        if page.cover is not None:
            yield from (page.cover.kicker, page.cover.title, page.cover.line)
        for block in page.blocks:
            yield from words_in(block)


def words_in(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield from (block.text, block.note)
        case Text():
            yield block.text
        case Figures():
            yield from (text for item in block.items for text in (item.label, item.value, item.note))
        case Chart():
            yield block.alt
        case Grid():
            yield from (column.title for column in block.columns)
            yield from (text for row in block.rows for cell in row for text in (cell.text, cell.beside))
        case Points():
            yield from (text for point in block.items for text in (point.mark, point.title, point.text))
        case Box():
            yield from (block.label, block.text)
        case Pair():
            yield from (text for each in (*block.left, *block.right) for text in words_in(each))
        case Contents():
            yield from (block.title, *(name for name, _, _ in block.items))
