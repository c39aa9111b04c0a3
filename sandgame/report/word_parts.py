"""What a Word file is packed from beside its text: styles, feet, pictures and the lists of what belongs to what."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document as Paper

INK, PALE, LINE = "1A2530", "46525E", "DADEDB"
EAST, WEST = "Microsoft YaHei", "Segoe UI"
"""Fonts that stand on the reader's own machine: Word embeds none."""
SIZES = {"Normal": 10.5, "Heading 1": 20.0, "Heading 2": 13.0, "Heading 3": 11.0}
ABOVE = {"Normal": 0, "Heading 1": 3, "Heading 2": 9, "Heading 3": 7}
OWN: dict[str, tuple[float, str, int, float]] = {
    "Note": (9.0, PALE, 0, 3),
    "Cell": (9.0, INK, 0, 0),
    "Big": (20.0, INK, 0, 0),
    "Finding": (10.0, INK, 480, 5),
    "Moment": (9.5, INK, 1400, 4),
    "Evidence": (9.5, INK, 800, 1.5),
    "Line": (9.5, INK, 210, 2),
    "Boxed": (12.0, INK, 0, 2),
    "Foot": (8.0, PALE, 0, 0),
    "Gap": (2.0, INK, 0, 0),
}
"""Size in pt, colour, how far the text hangs behind its mark in twentieths of a pt, and the space below it in pt."""
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_UNSPEAKABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def plain(text: str) -> str:
    """As XML takes it; what it cannot hold is left out."""
    return escape(_UNSPEAKABLE.sub("", text))


def package(body: str, feet: list[str], pictures: list[bytes], about: Mapping[str, str]) -> dict[str, bytes]:
    """All entries by name; a foot is referred to as `foot1`, a picture as `picture1`."""
    names = [f"foot{number}" for number in range(1, len(feet) + 1)]
    shown = [f"picture{number}" for number in range(1, len(pictures) + 1)]
    parts = {
        "[Content_Types].xml": _kinds(names),
        "_rels/.rels": _relations(
            ("document", "OFFICE_DOCUMENT", "word/document.xml"), ("about", "CORE_PROPERTIES", "docProps/core.xml")
        ),
        "docProps/core.xml": _about(about),
        "word/document.xml": rooted("document", f"<w:body>{body}</w:body>"),
        "word/styles.xml": styles(about["language"]),
        "word/settings.xml": settings(),
        "word/_rels/document.xml.rels": _relations(
            ("styles", "STYLES", "styles.xml"),
            ("settings", "SETTINGS", "settings.xml"),
            *((name, "FOOTER", f"{name}.xml") for name in names),
            *((name, "IMAGE", f"media/{name}.png") for name in shown),
        ),
        **{f"word/{name}.xml": foot for name, foot in zip(names, feet, strict=True)},
    }
    drawn = {f"word/media/{name}.png": picture for name, picture in zip(shown, pictures, strict=True)}
    return {name: text.encode("utf-8") for name, text in parts.items()} | drawn


def rooted(name: str, inside: str) -> str:
    """A part of its own: what its marks mean stands on its first one."""
    from docx.oxml.ns import nsmap

    spaces = " ".join(f'xmlns:{each}="{nsmap[each]}"' for each in ("w", "r", "wp", "a", "pic"))
    return f"{HEAD}<w:{name} {spaces}>{inside}</w:{name}>"


def _kinds(feet: list[str]) -> str:
    from docx.opc.constants import CONTENT_TYPE as KIND
    from docx.opc.constants import NAMESPACE

    own = {
        "docProps/core": KIND.OPC_CORE_PROPERTIES,
        "word/document": KIND.WML_DOCUMENT_MAIN,
        "word/styles": KIND.WML_STYLES,
        "word/settings": KIND.WML_SETTINGS,
        **{f"word/{name}": KIND.WML_FOOTER for name in feet},
    }
    ends = {"png": KIND.PNG, "rels": KIND.OPC_RELATIONSHIPS, "xml": KIND.XML}
    listed = "".join(f'<Default Extension="{end}" ContentType="{kind}"/>' for end, kind in ends.items())
    listed += "".join(f'<Override PartName="/{name}.xml" ContentType="{kind}"/>' for name, kind in own.items())
    return f'{HEAD}<Types xmlns="{NAMESPACE.OPC_CONTENT_TYPES}">{listed}</Types>'


def _relations(*found: tuple[str, str, str]) -> str:
    """Name, kind and place of each."""
    from docx.opc.constants import NAMESPACE
    from docx.opc.constants import RELATIONSHIP_TYPE as KIND

    listed = "".join(
        f'<Relationship Id="{name}" Type="{getattr(KIND, kind)}" Target="{place}"/>' for name, kind, place in found
    )
    return f'{HEAD}<Relationships xmlns="{NAMESPACE.OPC_RELATIONSHIPS}">{listed}</Relationships>'


def _about(about: Mapping[str, str]) -> str:
    from docx.oxml.ns import nsmap

    spaces = " ".join(f'xmlns:{each}="{nsmap[each]}"' for each in ("cp", "dc", "dcterms", "xsi"))
    day = f' xsi:type="dcterms:W3CDTF">{about["started"]}Z</dcterms:'
    return (
        f"{HEAD}<cp:coreProperties {spaces}>"
        f"<dc:title>{plain(about['title'])}</dc:title><dc:creator>{plain(about['brand'])}</dc:creator>"
        f"<dc:language>{about['language']}</dc:language>"
        f"<dcterms:created{day}created><dcterms:modified{day}modified></cp:coreProperties>"
    )


@lru_cache(maxsize=1)
def settings() -> str:
    """Mode 15 is that of all Words since 2013: with the template's own the title bar would call the file an old one."""
    import docx as word
    from docx.oxml.ns import qn

    found: Any = word.Document().settings.element
    for setting in found.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")
    for spoken in found.iter(qn("w:themeFontLang")):
        spoken.set(qn("w:eastAsia"), "zh-CN")
    return HEAD + str(found.xml)


@lru_cache(maxsize=2)
def styles(language: str) -> str:
    """Word's own headings in our sizes, and ours; the rest of the library's template is left out."""
    import docx as word
    from docx.enum.style import WD_STYLE_TYPE

    paper = word.Document()
    for name, size in SIZES.items():
        _set(paper.styles[name], size, INK, ABOVE[name], 3)
    for name, (size, colour, hanging, below) in OWN.items():
        style: Any = paper.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = paper.styles["Normal"]
        _set(style, size, colour, 0, below, hanging)
    _speak(paper, language)
    _kept_only(paper, {*SIZES, *OWN, "Default Paragraph Font", "Normal Table", "No List"})
    return HEAD + str(paper.styles.element.xml)


def _set(style: Any, size: float, colour: str, above: int, below: float, hanging: int = 0) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor, Twips

    style.font.name, style.font.size = WEST, Pt(size)
    style.font.color.rgb = RGBColor.from_string(colour)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for kind, family in (("ascii", WEST), ("hAnsi", WEST), ("eastAsia", EAST)):
        fonts.set(qn(f"w:{kind}"), family)
    lines = style.paragraph_format
    lines.space_before, lines.space_after, lines.line_spacing = Pt(above), Pt(below), 1.0
    if hanging:
        lines.left_indent, lines.first_line_indent = Twips(hanging), Twips(-hanging)
        lines.tab_stops.add_tab_stop(Twips(hanging))
        lines.keep_together = True


def _speak(paper: Paper, language: str) -> None:
    from docx.oxml.ns import qn

    shape = paper.styles["Normal"].element.get_or_add_rPr()
    spoken = shape.makeelement(qn("w:lang"), {})
    spoken.set(qn("w:val"), "en-GB")
    spoken.set(qn("w:eastAsia"), "zh-CN" if language == "zh" else "en-GB")
    shape.append(spoken)


def _kept_only(paper: Paper, names: set[str]) -> None:
    from docx.oxml.ns import qn

    found: Any = paper.styles.element
    wanted = {name.lower() for name in names}
    for style in list(found.findall(qn("w:style"))):
        if style.find(qn("w:name")).get(qn("w:val")).lower() not in wanted:
            found.remove(style)
            continue
        # the twins of our headings for single words are gone with the others
        for link in style.findall(qn("w:link")):
            style.remove(link)
