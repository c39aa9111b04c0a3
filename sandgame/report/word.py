"""The same document for Word: real headings, tables and notes that a facilitator can edit; drawings as pictures."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

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
    Page,
    Pair,
    Points,
    Text,
)
from sandgame.report.packing import steady

if TYPE_CHECKING:
    from docx.document import Document as Paper

PX = 9525
"""English metric units in a px at 96 dpi."""
MM = 36_000
COVER = (654, 165)
EAST, WEST = "Microsoft YaHei", "Segoe UI"
"""Fonts that stand on the reader's own machine: Word embeds none."""
INK, PALE = "1A2530", "46525E"
BODY = 10.5
"""Size of the plain text, pt."""


def docx(document: Document, started: str) -> bytes:
    import docx as word

    from sandgame.report.svg import make_ready

    make_ready()
    paper = word.Document()
    _styles(paper, document.language)
    about = paper.core_properties
    about.title, about.author, about.comments, about.language = document.title, document.brand, "", document.language
    about.created = about.modified = datetime.fromisoformat(started[:19])
    for number, page in enumerate(document.pages):
        section = paper.sections[0] if number == 0 else paper.add_section()
        _foot(section, page, document)
        _page(paper, page, document)
    made = BytesIO()
    paper.save(made)
    return steady(made.getvalue())


def _styles(paper: Paper, language: str) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Emu, Pt, RGBColor

    section = paper.sections[0]
    section.page_width, section.page_height = Emu(210 * MM), Emu(297 * MM)
    section.left_margin, section.right_margin = Emu(19 * MM), Emu(18 * MM)
    section.top_margin, section.bottom_margin, section.footer_distance = Emu(17 * MM), Emu(22 * MM), Emu(12 * MM)
    sizes = {"Normal": BODY, "Heading 1": 20.0, "Heading 2": 13.0, "Heading 3": 11.0, "Title": 28.0}
    for name, size in sizes.items():
        style: Any = paper.styles[name]
        style.font.name, style.font.size = WEST, Pt(size)
        style.font.color.rgb = RGBColor.from_string(INK)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        for kind, family in (("ascii", WEST), ("hAnsi", WEST), ("eastAsia", EAST)):
            fonts.set(qn(f"w:{kind}"), family)
        style.paragraph_format.space_after = Pt(4)
    normal: Any = paper.styles["Normal"]
    spoken = normal.element.get_or_add_rPr().makeelement(qn("w:lang"), {})
    spoken.set(qn("w:val"), "en-GB")
    spoken.set(qn("w:eastAsia"), "zh-CN" if language == "zh" else "en-GB")
    normal.element.get_or_add_rPr().append(spoken)


def _foot(section: Any, page: Page, document: Document) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    section.footer.is_linked_to_previous = False
    line = section.footer.paragraphs[0]
    label = f"{page.foot} · {document.brand}" if document.brand else page.foot
    _run(line, f"{label}    {document.foot}    ", size=8, colour=PALE)
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    line._p.append(field)  # noqa: SLF001 python-docx has no fields of its own


def _page(paper: Paper, page: Page, document: Document) -> None:
    if page.cover is not None:
        from sandgame.report.svg import png

        _picture(paper, png(page.cover.draw, *COVER), COVER[0], page.cover.title)
        if document.logo:
            _picture(paper, document.logo, 150, document.brand or "logo")
        _say(paper, page.cover.kicker, colour=PALE)
        _heading(paper, page.cover.title, 1)
        _say(paper, page.cover.line)
    else:
        if page.kicker:
            _say(paper, page.kicker, size=9, colour=PALE)
        _heading(paper, page.title, 1)
        if page.aside:
            _say(paper, " · ".join(page.aside), size=9, colour=PALE)
    _blocks(paper, page.blocks)


def _blocks(paper: Paper, blocks: Iterable[Block]) -> None:
    for block in blocks:
        _block(paper, block)


def _block(paper: Paper, block: Block) -> None:
    match block:
        case Heading():
            line = _heading(paper, block.text, block.level)
            if block.note:
                _run(line, f"   {block.note}", size=9, colour=PALE, bold=False)
        case Text():
            _say(paper, block.text, size=9 if block.role == "note" else BODY)
        case Figures():
            _figures(paper, block)
        case Chart():
            from sandgame.report.svg import png

            _picture(paper, png(block.draw, block.width, block.height), block.width, block.alt)
        case Grid():
            _grid(paper, block)
        case Points():
            _points(paper, block)
        case Box():
            _box(paper, block)
        case Pair():
            _blocks(paper, (*block.left, *block.right))
        case Contents():
            # page numbers are Word's own: here only what there is
            _say(paper, " · ".join((block.title, *(name for name, _, _ in block.items))), size=9, colour=PALE)


def _heading(paper: Any, text: str, level: int) -> Any:
    """As `add_heading`, without its search for the default style of each kind."""
    line = paper.add_paragraph(text)
    line._p.style = f"Heading{level}"  # noqa: SLF001 the style's id
    return line


def _say(paper: Any, text: str, *, size: float = BODY, colour: str = INK) -> None:
    _run(paper.add_paragraph(), text, size=size, colour=colour)


def _run(line: Any, text: str, *, size: float = BODY, colour: str = INK, bold: bool | None = None) -> None:
    """Only what differs from the style is written: every property costs."""
    from docx.shared import Pt, RGBColor

    if not text:
        return
    run = line.add_run(text)
    if size != BODY:
        run.font.size = Pt(size)
    if bold is not None:
        run.font.bold = bold
    if colour != INK:
        run.font.color.rgb = RGBColor.from_string(colour)


def _picture(paper: Any, picture: bytes, width: int, alt: str) -> None:
    from docx.shared import Emu

    shape = paper.add_picture(BytesIO(picture), width=Emu(width * PX))
    shape._inline.docPr.set("descr", alt)  # noqa: SLF001 python-docx has no way to say it


def _figures(paper: Paper, figures: Figures) -> None:
    table = paper.add_table(rows=1, cols=len(figures.items))
    for cell, item in zip(table.rows[0].cells, figures.items, strict=True):
        line = cell.paragraphs[0]
        _run(line, item.label, size=9, colour=PALE)
        _run(cell.add_paragraph(), item.value, size=22, bold=True)
        _run(cell.add_paragraph(), item.note, size=8.5, colour=PALE)


def _grid(paper: Paper, grid: Grid) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Emu

    table = paper.add_table(rows=1, cols=len(grid.columns))
    _ruled(table)
    total = sum(column.share for column in grid.columns)
    widths = [Emu(round(173 * MM * column.share / total)) for column in grid.columns]
    rows = [tuple(Cell(column.title) for column in grid.columns), *grid.rows]
    for number, row in enumerate(rows):
        cells = table.rows[0].cells if number == 0 else table.add_row().cells
        for cell, found, column, width in zip(cells, row, grid.columns, widths, strict=False):
            cell.width = width
            line = cell.paragraphs[0]
            if column.number:
                line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            _run(line, found.text, size=9, colour=PALE if number == 0 else INK, bold=found.bold or None)
            _run(line, f"  {found.beside}" if found.beside else "", size=8, colour=PALE)
    _repeated(table.rows[0])


def _ruled(table: Any) -> None:
    """Thin lines under the rows, as on paper."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    borders = OxmlElement("w:tblBorders")
    for edge in ("bottom", "insideH"):
        line = OxmlElement(f"w:{edge}")
        for name, value in (("val", "single"), ("sz", "4"), ("color", "DADEDB")):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    # the order is the schema's: Word calls a file damaged that keeps another
    table._tbl.tblPr.find(qn("w:tblW")).addnext(borders)  # noqa: SLF001 python-docx has no borders of its own


def _repeated(row: Any) -> None:
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 the same


def _points(paper: Paper, points: Points) -> None:
    for point in points.items:
        line = paper.add_paragraph()
        _run(line, f"{point.mark}  ", size=9, colour=PALE)
        _run(line, point.title, size=10, bold=points.style in ("finding", "moment") or None)
        if point.text:
            _run(line, f"  {point.text}", size=9, colour=PALE)


def _box(paper: Paper, box: Box) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    cell = paper.add_table(rows=1, cols=1).rows[0].cells[0]
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("fill", "F2EBDC")):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 python-docx has no shading
    _run(cell.paragraphs[0], box.label, size=9, colour=PALE)
    _run(cell.add_paragraph(), box.text, size=12, bold=True)
