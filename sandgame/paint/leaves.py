"""Leaves of paper: the painters of the screen onto a PDF that keeps its letters, or onto a printer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from sandgame.paint.easel import Easel
from sandgame.paint.look import Look

Paper = Literal["A4", "A5"]
_MM: dict[Paper, tuple[float, float]] = {"A4": (210.0, 297.0), "A5": (148.0, 210.0)}
_SIZES = {"A4": QPageSize.PageSizeId.A4, "A5": QPageSize.PageSizeId.A5}
_PX = 96 / 25.4
_DOTS = 1200


@dataclass(frozen=True, slots=True)
class Leaves:
    """`pages` draw one leaf each, in px of 96 to the inch. `name` is what a file of it is called, without its end."""

    name: str
    paper: Paper
    landscape: bool
    pages: tuple[Callable[[Easel], None], ...]

    @property
    def size(self) -> tuple[float, float]:
        return size_of(self.paper, landscape=self.landscape)


def size_of(paper: Paper, *, landscape: bool = False) -> tuple[float, float]:
    """Width and height in px."""
    short, long = _MM[paper]
    return (long * _PX, short * _PX) if landscape else (short * _PX, long * _PX)


def layout_of(leaves: Leaves, paper: Paper | None = None) -> QPageLayout:
    """To the edge: the leaves keep their own margins."""
    way = QPageLayout.Orientation.Landscape if leaves.landscape else QPageLayout.Orientation.Portrait
    return QPageLayout(QPageSize(_SIZES[paper or leaves.paper]), way, QMarginsF())


def put_leaves(device: QPagedPaintDevice, leaves: Leaves, look: Look) -> bool:
    """As large as the device's paper has room; False where it cannot be drawn on."""
    painter = QPainter()
    if not painter.begin(device):
        return False
    wide, high = leaves.size
    scale = min(device.width() / wide, device.height() / high)
    try:
        for number, page in enumerate(leaves.pages):
            if number and not device.newPage():
                return False
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate((device.width() - wide * scale) / 2, (device.height() - high * scale) / 2)
            painter.scale(scale, scale)
            page(Easel(painter, look, paper=True))
            painter.restore()
    finally:
        painter.end()
    return True


def pdf_of(leaves: Leaves, look: Look) -> bytes:
    """Fonts embedded, every letter a letter."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS)
    writer.setPageLayout(layout_of(leaves))
    writer.setTitle(leaves.name)
    put_leaves(writer, leaves, look)
    buffer.close()
    return bytes(data.data())
