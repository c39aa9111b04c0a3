"""The tokens as paint sees them, and the type set from them."""

import json
import re

import pytest
from PySide6.QtGui import QColor, QFontMetricsF

from sandgame import resource_folder
from sandgame.paint.fonts import families, font, load_fonts
from sandgame.paint.icons import icon_pixmap
from sandgame.paint.lettering import Paragraph
from sandgame.paint.look import Look
from sandgame.paint.tokens import SCHEMES, Scheme, colour_of, icon_for, palette, raw_tokens, type_role
from sandgame.paint.typeset import lay_text, line_layout, natural_width, plain

APP_ROLES = ["caption", "body", "bodyLarge", "label", "title", "heading", "number", "numberLarge", "timer"]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_colour_of_the_tokens_has_its_place_in_the_palette(scheme: Scheme) -> None:
    for token, value in raw_tokens()["color"][scheme].items():
        name = re.sub(r"([A-Z])", r"_\1", token).lower()
        assert palette(scheme).named(name) == colour_of(value), token


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_department_is_found_by_its_slot_and_slot_zero_is_the_company(scheme: Scheme) -> None:
    assert [palette(scheme).department(slot).slot for slot in range(9)] == list(range(9))
    assert palette(scheme).department(0).base == palette(scheme).colour.company


def test_a_colour_may_have_an_opacity() -> None:
    assert colour_of("rgba(74,58,24,.13)") == QColor(74, 58, 24, 33)


def test_every_icon_that_the_tokens_name_is_there() -> None:
    folder = resource_folder("assets") / "icons"
    uses = raw_tokens()["icon"]["map"]
    assert not [use for use in uses if not (folder / f"{icon_for(use)}.svg").is_file()]


@pytest.mark.usefixtures("qapp")
def test_an_icon_is_drawn_in_the_colour_asked_for_and_only_once() -> None:
    red = icon_pixmap("house", 24, QColor("#C01010"))
    assert red is icon_pixmap("house", 24, QColor("#C01010"))
    picture = red.toImage()
    inside = [picture.pixelColor(x, y) for x in range(24) for y in range(24)]
    assert {ink.name() for ink in inside if ink.alpha() == 255} == {"#c01010"}


@pytest.mark.usefixtures("qapp")
def test_no_text_of_the_program_is_smaller_than_12_px() -> None:
    load_fonts()
    assert min(font(role, "zh").pixelSize() for role in APP_ROLES) >= 12


@pytest.mark.usefixtures("qapp")
def test_chinese_comes_first_in_chinese_and_inter_first_in_english() -> None:
    assert {"Inter", "Noto Sans SC"} <= set(load_fonts())
    assert families("zh")[0] == "Noto Sans SC"
    assert families("en")[0] == "Inter"


@pytest.mark.usefixtures("qapp")
def test_digits_are_all_equally_wide_so_that_a_clock_does_not_tremble() -> None:
    load_fonts()
    for weight in (400, 600, 700):
        measure = QFontMetricsF(font("timer", "en", weight=weight))
        assert len({round(measure.horizontalAdvance(digit), 2) for digit in "0123456789"}) == 1


@pytest.mark.usefixtures("qapp")
def test_figures_in_a_chinese_line_are_as_wide_as_those_that_stand_alone() -> None:
    load_fonts()
    look = Look(language="zh")
    apart = look.width("工时 ", "body") + look.width("37", "body")
    assert look.width("工时 37", "body") == pytest.approx(apart, abs=0.6)


@pytest.mark.usefixtures("qapp")
def test_larger_text_is_wider_and_its_lines_higher() -> None:
    load_fonts()
    small, large = Look(), Look(text_percent=130)
    assert large.width("部门专项", "body") > small.width("部门专项", "body")
    assert large.line("body") > small.line("body") == type_role("body").line


@pytest.mark.usefixtures("qapp")
def test_lines_of_a_paragraph_stand_equally_far_apart_whatever_is_in_them() -> None:
    load_fonts()
    look = Look(language="zh")
    for text in ("样机样机样机样机样机", "样机 ×1 Prototype 12345", "**样机** 一二三四五六七"):
        words = Paragraph(text, look, "body")
        assert words.height(60) % look.line("body") == 0
        assert words.height(60) > words.height(1000) == look.line("body")


@pytest.mark.parametrize("end", ["过？", "人）", "0。", "过"])
@pytest.mark.usefixtures("qapp")
def test_no_character_stands_alone_in_its_line(end: str) -> None:
    load_fonts()
    before = "谁是你的客户却从没听你说"
    made, look = type_role("body"), Look()
    font_ = look.font_for(before, "body")
    wide = natural_width(line_layout(before, "body", "zh", 100, None)) + 2
    layout = lay_text(before + end, font_, "zh", wide, made.line)
    last = layout.lineAt(layout.lineCount() - 1)
    assert layout.lineCount() == 2
    assert len(layout.text()[last.textStart() :].rstrip("？）。")) >= 2


def test_marks_of_emphasis_are_not_read_out() -> None:
    assert plain("有 1 项：**样机 ×1** 要 **预警**") == "有 1 项：样机 ×1 要 预警"


@pytest.mark.usefixtures("qapp")
def test_a_line_never_breaks() -> None:
    load_fonts()
    layout = line_layout("一行\n仍是一行", "body", "zh", 100, None)
    assert layout.lineCount() == 1
    assert natural_width(layout) > 0


def test_the_tokens_file_is_plain_json() -> None:
    assert json.loads((resource_folder("assets") / "tokens.json").read_text(encoding="utf-8")) == raw_tokens()
