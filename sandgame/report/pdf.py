"""A document as PDF, by typst: tagged, our fonts alone, the same bytes each time; any warning of typst fails it."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

from sandgame import resource_folder
from sandgame.present.pictures import BadgePicture
from sandgame.report.document import (
    Block,
    Box,
    Cell,
    Chart,
    Contents,
    Document,
    Figures,
    Grid,
    Heading,
    Pair,
    Points,
    Text,
)

if TYPE_CHECKING:
    import typst

    from sandgame.report.document import Page

COVER = (794, 200)
"""The band of sand over the first page, px."""


class UnsoundPaperError(Exception):
    """The typesetter warned: a letter without a font, or a picture that is none. Better no page than a bad one."""


def pdf(document: Document) -> bytes:
    return _compiled(document, "pdf")[0]


def pictures(document: Document, dots: float = 96.0) -> list[bytes]:
    """Every page as PNG, to be looked at."""
    return _compiled(document, "png", dots)


def _compiled(document: Document, form: Literal["pdf", "png"], dots: float | None = None) -> list[bytes]:
    from sandgame.report.svg import make_ready

    make_ready()
    made, warnings = _typesetter().compile_with_warnings(
        format=form,
        ppi=dots,
        sys_inputs={"data": json.dumps(plain(document), ensure_ascii=False)},
        pdf_standards=["ua-1"] if form == "pdf" else [],
    )
    if warnings:
        raise UnsoundPaperError("; ".join(warning.message for warning in warnings))
    assert made is not None
    return made if isinstance(made, list) else [made]


@lru_cache(maxsize=1)
def _typesetter() -> typst.Compiler:
    """Its fonts are read once; those of the system are not looked at, so that a page is the same everywhere."""
    import typst

    folder = resource_folder("assets")
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder / "fonts")])
    template = folder / "report"
    return typst.Compiler(str(template / "report.typ"), root=str(template), font_paths=fonts)


def plain(document: Document) -> dict[str, Any]:
    """The tree as the template reads it; drawings become SVG, each badge stands once."""
    badges: dict[str, str] = {}
    covered = any(page.cover is not None for page in document.pages)
    return {
        "title": document.title,
        "language": document.language,
        "foot": document.foot,
        "brand": document.brand,
        # as numbers it takes its time: only where it is shown
        "logo": list(document.logo) if covered else [],
        "pages": [_page(page, badges) for page in document.pages],
        "badges": badges,
    }


def _page(page: Page, badges: dict[str, str]) -> dict[str, Any]:
    from sandgame.report.svg import svg

    cover = page.cover
    shown = None
    if cover is not None:
        drawn = svg(cover.draw, *COVER)
        shown = {"kicker": cover.kicker, "title": cover.title, "line": cover.line, "svg": drawn}
    return {
        "key": page.key,
        "foot": page.foot,
        "kicker": page.kicker,
        "title": page.title,
        "aside": list(page.aside),
        "dense": page.dense,
        "cover": shown,
        "blocks": [_block(block, badges) for block in page.blocks],
    }


def _block(block: Block, badges: dict[str, str]) -> dict[str, Any]:
    from sandgame.report.svg import svg

    match block:
        case Heading():
            return {"kind": "heading", "text": block.text, "level": block.level, "note": block.note}
        case Text():
            return {"kind": "text", "text": block.text, "role": block.role}
        case Figures():
            items = [{"label": one.label, "value": one.value, "note": one.note} for one in block.items]
            return {"kind": "figures", "items": items}
        case Chart():
            drawn = svg(block.draw, block.width, block.height)
            return {"kind": "chart", "svg": drawn, "width": block.width, "alt": block.alt}
        case Grid():
            return _grid(block, badges)
        case Points():
            points = [{"mark": one.mark, "title": one.title, "text": one.text} for one in block.items]
            return {"kind": "points", "style": block.style, "items": points}
        case Box():
            return {"kind": "box", "label": block.label, "text": block.text}
        case Pair():
            left, right = ([_block(each, badges) for each in side] for side in (block.left, block.right))
            return {"kind": "pair", "left": left, "right": right}
        case Contents():
            return {"kind": "contents", "title": block.title, "items": [list(item) for item in block.items]}


def _grid(grid: Grid, badges: dict[str, str]) -> dict[str, Any]:
    columns = [{"title": one.title, "share": one.share, "number": one.number} for one in grid.columns]
    rows = [[_cell(cell, badges) for cell in row] for row in grid.rows]
    return {"kind": "grid", "columns": columns, "rows": rows}


def _cell(cell: Cell, badges: dict[str, str]) -> dict[str, Any]:
    keys = [_badge(badge, badges) for badge in cell.badges]
    return {"text": cell.text, "bold": cell.bold, "badges": keys, "beside": cell.beside}


def _badge(badge: BadgePicture, badges: dict[str, str]) -> str:
    from sandgame.report.svg import badge_svg

    key = f"{badge.slot}-{badge.icon}"
    if key not in badges:
        badges[key] = badge_svg(badge)
    return key
