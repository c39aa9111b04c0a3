"""The bundled pictures and fonts are whole, licensed, and hold every sign the words need."""

import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from sandgame import resource_folder
from tests.house.tree import ROOT

ASSETS = resource_folder("assets")
TOKENS = json.loads((ASSETS / "tokens.json").read_text(encoding="utf-8"))
CHINESE = ["NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf"]
LATIN = ["Inter-Regular.ttf", "Inter-SemiBold.ttf", "Inter-Bold.ttf"]


def signs(font: str) -> set[str]:
    return {chr(number) for number in TTFont(ASSETS / "fonts" / font).getBestCmap()}


def words() -> list[Path]:
    return [*ROOT.glob("assets/i18n/*/*.ftl"), *ROOT.glob("scenarios/*/words.*.txt")]


def test_every_icon_that_is_named_is_there() -> None:
    named = set(TOKENS["icon"]["map"].values())
    named |= {slot["icon"] for slots in TOKENS["department"].values() for slot in slots}
    for case in ROOT.glob("scenarios/*/scenario.yaml"):
        named |= set(re.findall(r"\bicon: *([\w-]+)", case.read_text(encoding="utf-8")))
    assert named - {path.stem for path in (ASSETS / "icons").glob("*.svg")} == set()


def test_an_icon_takes_the_colour_of_its_place() -> None:
    for path in (ASSETS / "icons").glob("*.svg"):
        picture = ET.parse(path).getroot()
        assert (picture.get("stroke"), picture.get("viewBox")) == ("currentColor", "0 0 24 24"), path.name


@pytest.mark.parametrize("font", CHINESE)
def test_chinese_fonts_hold_every_sign_of_every_word(font: str) -> None:
    held = signs(font)
    for path in words():
        lacking = {sign for sign in path.read_text(encoding="utf-8") if sign.isprintable()} - held
        assert not lacking, path.relative_to(ROOT)


@pytest.mark.parametrize("font", CHINESE)
def test_chinese_fonts_hold_the_rarer_characters_of_names(font: str) -> None:
    assert set("镕喆珺堃昇玥璟祎翀赟𬭎𬍛") <= signs(font)


@pytest.mark.parametrize("font", LATIN)
def test_latin_fonts_hold_figures_of_one_width(font: str) -> None:
    file = TTFont(ASSETS / "fonts" / font)
    assert "tnum" in {record.FeatureTag for record in file["GSUB"].table.FeatureList.FeatureRecord}
    assert set("0123456789−–—×→±%€£¥") <= signs(font)


@pytest.mark.parametrize("file", ["fonts/OFL-Inter.txt", "fonts/OFL-NotoSansSC.txt", "icons/LICENSE.txt"])
def test_a_licence_lies_beside_what_is_by_others(file: str) -> None:
    assert len((ASSETS / file).read_text(encoding="utf-8")) > 1000


def test_fonts_are_asked_for_by_the_names_they_bear() -> None:
    borne = {TTFont(ASSETS / "fonts" / font)["name"].getBestFamilyName() for font in [*CHINESE, *LATIN]}
    asked = {family for families in TOKENS["font"]["families"].values() for family in families}
    assert asked <= borne
