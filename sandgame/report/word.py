"""The same document for Word: real headings, tables and notes that a facilitator can edit; drawings as pictures.

Its text is written as XML at once: a class has over a hundred such files, and each property costs a library its time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sandgame.report.document import (
    Block,
    Box,
    Cell,
    Chart,
    Contents,
    Document,
    Draw,
    Figures,
    Grid,
    Heading,
    Page,
    Pair,
    Points,
    Text,
)
from sandgame.report.packing import packed_up
from sandgame.report.word_parts import INK, LINE, PALE, package, plain, rooted

PX = 9525
"""English metric units in a px at 96 dpi."""
WIDE = 9808
"""Between the margins, in twentieths of a pt."""
HALVES = (5050, 4758)
COVER = (654, 165)
SHEET = (
    '<w:type w:val="nextPage"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="964" w:right="1020" w:bottom="1134" w:left="1077" w:header="567" w:footer="567" w:gutter="0"/>'
)
GAP = '<w:p><w:pPr><w:pStyle w:val="Gap"/></w:pPr></w:p>'
TABLES = Figures | Grid | Box | Pair
ROLES = {"body": "Normal", "note": "Note"}
STYLES = {"finding": "Finding", "moment": "Moment", "evidence": "Evidence", "line": "Line"}


def docx(document: Document, started: str) -> bytes:
    from sandgame.report.svg import make_ready

    make_ready()
    file = _File(document)
    body = "".join(file.page(page, last=page is document.pages[-1]) for page in document.pages)
    about = {"title": document.title, "brand": document.brand, "language": document.language, "started": started[:19]}
    return packed_up(package(body, file.feet, file.pictures, about))


class _File:
    """A file as it grows: the text goes out, feet and pictures stay here."""

    def __init__(self, document: Document) -> None:
        self.feet: list[str] = []
        self.pictures: list[bytes] = []
        self._document = document

    def page(self, page: Page, *, last: bool) -> str:
        """With the section that holds its foot."""
        parts = [*(self._covered(page) if page.cover is not None else self._headed(page))]
        if isinstance(page.blocks[0], TABLES):
            parts.append(GAP)
        sheet = f'<w:sectPr><w:footerReference w:type="default" r:id="{self._foot(page)}"/>{SHEET}</w:sectPr>'
        text = "".join((*parts, self._blocks(page.blocks, closed=last)))
        return text + (sheet if last else f'<w:p><w:pPr><w:pStyle w:val="Gap"/>{sheet}</w:pPr></w:p>')

    def _foot(self, page: Page) -> str:
        """What it is and the page at the right; under it the case and what it is for."""
        document = self._document
        label = f"{page.foot} · {document.brand}" if document.brand else page.foot
        number = '<w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        tab = f'<w:tabs><w:tab w:val="right" w:pos="{WIDE}"/></w:tabs>'
        first = f'<w:p><w:pPr><w:pStyle w:val="Foot"/>{tab}</w:pPr>{run(label)}<w:r><w:tab/></w:r>{number}</w:p>'
        made = rooted("ftr", first + said(document.foot, "Foot"))
        if made not in self.feet:
            self.feet.append(made)
        return f"foot{self.feet.index(made) + 1}"

    def _covered(self, page: Page) -> Iterable[str]:
        cover, document = page.cover, self._document
        assert cover is not None
        yield self._drawn(cover.draw, *COVER, cover.title)
        if document.logo:
            yield self._picture(document.logo, *_fitting(document.logo), document.brand or "logo")
        yield said(cover.kicker, "Note")
        yield said(cover.title, "Heading1")
        yield said(cover.line, "Normal")

    def _headed(self, page: Page) -> Iterable[str]:
        if page.kicker:
            yield said(page.kicker, "Note")
        yield said(page.title, "Heading1")
        if page.aside:
            yield said(" · ".join(page.aside), "Note")

    def _blocks(self, blocks: Sequence[Block], *, closed: bool = True) -> str:
        """Two tables that touch are one to Word, and a file or a cell that ends with one is damaged."""
        made = []
        for before, block, following in zip((None, *blocks), blocks, (*blocks[1:], None), strict=False):
            apart = closed if following is None else isinstance(following, TABLES)
            if isinstance(block, Text) and isinstance(before, Heading) and following is not None:
                # a note between a heading and what it is the heading of stays with both
                made.append(paragraph(run(block.text), ROLES[block.role], "<w:keepNext/>"))
            else:
                made.append(self._block(block) + (GAP if isinstance(block, TABLES) and apart else ""))
        return "".join(made)

    def _block(self, block: Block) -> str:
        match block:
            case Heading():
                note = run(f"   {block.note}", size=9, colour=PALE, bold=False) if block.note else ""
                return paragraph(run(block.text) + note, f"Heading{block.level}")
            case Text():
                return said(block.text, ROLES[block.role])
            case Figures():
                return _figures(block)
            case Chart():
                return self._drawn(block.draw, block.width, block.height, block.alt)
            case Grid():
                return _grid(block)
            case Points():
                return "".join(_point(point.mark, point.title, point.text, block.style) for point in block.items)
            case Box():
                label = said(block.label, "Note") if block.label else ""
                return GAP + table(
                    (WIDE,), [(label + paragraph(run(block.text, bold=True), "Boxed"),)], fill="F2EBDC", room=120
                )
            case Pair():
                return table(HALVES, [(self._blocks(block.left), self._blocks(block.right))])
            case Contents():
                # page numbers are Word's own: here only what there is
                return said(" · ".join((block.title, *(name for name, _, _ in block.items))), "Note")

    def _drawn(self, draw: Draw, width: int, height: int, alt: str) -> str:
        from sandgame.report.svg import png

        return self._picture(png(draw, width, height), width, height, alt)

    def _picture(self, content: bytes, width: int, height: int, alt: str) -> str:
        from docx.oxml.ns import nsmap

        self.pictures.append(content)
        number, box = len(self.pictures), f'cx="{width * PX}" cy="{height * PX}"'
        name = f'id="{number}" name="picture{number}"'
        return (
            '<w:p><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent {box}/><wp:docPr {name} descr="{plain(alt)}"/><wp:cNvGraphicFramePr>'
            '<a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic><a:graphicData '
            f'uri="{nsmap["pic"]}"><pic:pic>'
            f'<pic:nvPicPr><pic:cNvPr {name}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="picture'
            f'{number}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
            f'<a:ext {box}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
            "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
        )


def _fitting(logo: bytes) -> tuple[int, int]:
    """A logo's size on paper, px: 150 wide."""
    from sandgame.report.svg import size_of

    wide, high = size_of(logo)
    return 150, max(1, 150 * high // max(1, wide))


def run(text: str, *, size: float = 0, colour: str = INK, bold: bool | None = None) -> str:
    """Only what differs from the style is written."""
    if not text:
        return ""
    look = "" if bold is None else f'<w:b w:val="{int(bold)}"/>'
    look += f'<w:color w:val="{colour}"/>' if colour != INK else ""
    look += f'<w:sz w:val="{round(2 * size)}"/><w:szCs w:val="{round(2 * size)}"/>' if size else ""
    shape = f"<w:rPr>{look}</w:rPr>" if look else ""
    broken = plain(text).replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    return f'<w:r>{shape}<w:t xml:space="preserve">{broken}</w:t></w:r>'


def paragraph(runs: str, style: str, more: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{runs}</w:p>'


def said(text: str, style: str) -> str:
    return paragraph(run(text), style)


def _point(mark: str, title: str, text: str, style: str) -> str:
    """The text under a finding or a moment, behind a piece of evidence."""
    strong = style in ("finding", "moment") and bool(text)
    more = ("<w:r><w:br/></w:r>" if strong else run("  ")) + run(text, size=9, colour=PALE) if text else ""
    runs = f"{run(mark, size=9, colour=PALE)}<w:r><w:tab/></w:r>{run(title, bold=strong or None)}{more}"
    return paragraph(runs, STYLES[style])


def _figures(figures: Figures) -> str:
    width = WIDE // len(figures.items)
    cells = tuple(
        said(item.label, "Note") + paragraph(run(item.value, bold=True), "Big") + said(item.note, "Note")
        for item in figures.items
    )
    return table((width,) * len(cells), [cells], top=INK)


def _grid(grid: Grid) -> str:
    total = sum(column.share for column in grid.columns)
    widths = tuple(WIDE * column.share // total for column in grid.columns)
    rights = tuple(column.number for column in grid.columns)
    head = tuple(
        _cell(Cell(column.title), right=right, head=True) for column, right in zip(grid.columns, rights, strict=True)
    )
    rows = [
        tuple(_cell(cell, right=right) for cell, right in zip((*row, *_EMPTY), rights, strict=False))
        for row in grid.rows
    ]
    return table(widths, [head, *rows], ruled=True)


_EMPTY = (Cell(""),) * 12


def _cell(cell: Cell, *, right: bool, head: bool = False) -> str:
    # a head stays with the row below it
    more = ("<w:keepNext/>" if head else "") + ('<w:jc w:val="right"/>' if right else "")
    runs = run(cell.text, colour=PALE if head else INK, bold=cell.bold or None)
    return paragraph(runs + run(f"  {cell.beside}" if cell.beside else "", size=8, colour=PALE), "Cell", more)


def table(
    widths: Sequence[int],
    rows: Sequence[Sequence[str]],
    *,
    ruled: bool = False,
    top: str = "",
    fill: str = "",
    room: int = 20,
) -> str:
    """`ruled`: thin lines under the rows, the first a head that is repeated; `top` the colour of a thick line above."""
    edges = [("top", 18, top)] if top else [("bottom", 4, LINE), ("insideH", 4, LINE)] if ruled else []
    lines = "".join(f'<w:{edge} w:val="single" w:sz="{size}" w:color="{colour}"/>' for edge, size, colour in edges)
    room_round = "".join(
        f'<w:{edge} w:w="{wide}" w:type="dxa"/>'
        for edge, wide in (("top", room), ("left", 0 if not fill else 300), ("bottom", room), ("right", 180))
    )
    # the order is the schema's: Word calls a file damaged that keeps another
    shape = (
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{lines}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{room_round}</w:tblCellMar>'
    )
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    made = []
    for number, row in enumerate(rows):
        kind = "<w:cantSplit/>" + ("<w:tblHeader/>" if ruled and number == 0 else "")
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>{cell}</w:tc>'
            for width, cell in zip(widths, row, strict=True)
        )
        made.append(f"<w:tr><w:trPr>{kind}</w:trPr>{cells}</w:tr>")
    return f"<w:tbl><w:tblPr>{shape}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{''.join(made)}</w:tbl>"
