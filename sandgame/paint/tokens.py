"""The design tokens of assets/tokens.json, read once, handed out typed: palettes, departments, sizes, type, motion."""

import json
import re
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, Literal

from PySide6.QtGui import QColor

from sandgame import resource_folder

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")


@dataclass(frozen=True, slots=True)
class Department:
    """One slot's look. `base` carries icons only; text in a department's colour uses `ink`."""

    slot: int
    shape: str
    icon: str
    base: QColor
    on: QColor
    lip: QColor
    soft: QColor
    ink: QColor


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of one scheme, by their names in tokens.json."""

    window: QColor
    surface: QColor
    surface_subtle: QColor
    surface_sunken: QColor
    divider: QColor
    control_border: QColor
    text: QColor
    text_secondary: QColor
    text_tertiary: QColor
    on_phase_active: QColor
    top_bar: QColor
    phase_track: QColor
    phase_active: QColor
    on_top_bar: QColor
    on_top_bar_secondary: QColor
    primary: QColor
    on_primary: QColor
    focus: QColor
    positive: QColor
    positive_bg: QColor
    negative: QColor
    negative_bg: QColor
    caution: QColor
    caution_bg: QColor
    info: QColor
    info_bg: QColor
    sand_top: QColor
    sand_bottom: QColor
    sand_mid: QColor
    rake: QColor
    sand_border: QColor
    tile_shadow: QColor
    neutral_lip: QColor
    tile_border: QColor
    company: QColor
    on_phase_alert: QColor
    hour_neutral: QColor
    hour_neutral_lip: QColor
    benchmark: QColor
    ruler_track: QColor
    ruler_reach: QColor
    loss_unknown_bar: QColor
    ask: QColor
    on_ask: QColor
    on_ask_secondary: QColor


@dataclass(frozen=True, slots=True)
class Palette:
    """One scheme: its colours and its eight departments; slot 0 is the company, in ink."""

    scheme: Scheme
    colour: Colours
    departments: tuple[Department, ...]

    def department(self, slot: int) -> Department:
        return self.departments[slot]

    def named(self, token: str) -> QColor:
        """The colour of a token by its python name, such as "text_secondary"."""
        colour = getattr(self.colour, token)
        assert isinstance(colour, QColor)
        return colour


@dataclass(frozen=True, slots=True)
class TypeRole:
    """A kind of text: size and line height in px at text size 100 %, weight, letter spacing."""

    px: float
    line: float
    weight: int = 400
    spacing: float = 0.0


@dataclass(frozen=True, slots=True)
class Motion:
    """How long things move, in ms; all but flow are 0 when motion is reduced."""

    flow: int
    flow_stagger: int
    balance: int


def colour_of(value: str) -> QColor:
    """`#RRGGBB`, `#AARRGGBB` or `rgba(r,g,b,.a)`."""
    parts = re.fullmatch(r"rgba\((\d+),\s*(\d+),\s*(\d+),\s*([\d.]+)\)", value)
    if parts is None:
        return QColor(value)
    red, green, blue = (int(parts[n]) for n in (1, 2, 3))
    return QColor(red, green, blue, round(float(parts[4]) * 255))


def _camel(name: str) -> str:
    head, *rest = name.split("_")
    return head + "".join(word.capitalize() for word in rest)


@cache
def raw_tokens() -> dict[str, Any]:
    """All of tokens.json as plain data."""
    text = (resource_folder("assets") / "tokens.json").read_text(encoding="utf-8")
    data = json.loads(text)
    assert isinstance(data, dict)
    return data


def _department(data: dict[str, Any]) -> Department:
    colours = {key: QColor(data[key]) for key in ("base", "on", "lip", "soft", "ink")}
    return Department(slot=data["slot"], shape=data["shape"], icon=data["icon"], **colours)


def _company(colour: Colours, icon: str) -> Department:
    return Department(
        slot=0,
        shape="circle",
        icon=icon,
        base=colour.company,
        on=colour.surface,
        lip=colour.company.darker(150),
        soft=colour.surface_sunken,
        ink=colour.text,
    )


@cache
def palette(scheme: Scheme) -> Palette:
    data = raw_tokens()
    given = data["color"][scheme]
    colour = Colours(**{field.name: colour_of(given[_camel(field.name)]) for field in fields(Colours)})
    departments = tuple(_department(entry) for entry in data["department"][scheme])
    return Palette(scheme, colour, (_company(colour, data["icon"]["map"]["company"]), *departments))


@cache
def type_role(name: str) -> TypeRole:
    given = raw_tokens()["type"][name]
    return TypeRole(given["px"], given["line"], given.get("weight", 400), given.get("letterSpacing", 0.0))


@cache
def size(name: str) -> float:
    """A length of tokens.json, px."""
    value = raw_tokens()["size"][name]
    assert isinstance(value, int | float)
    return value


@cache
def radius(name: str) -> float:
    value = raw_tokens()["radius"][name]
    assert isinstance(value, int | float)
    return value


@cache
def timing(name: str) -> int:
    """A time of tokens.json, in the unit that its name ends with."""
    value = raw_tokens()["timing"][name]
    assert isinstance(value, int)
    return value


@cache
def motion() -> Motion:
    given = raw_tokens()["motion"]
    return Motion(**{field.name: given[_camel(field.name)] for field in fields(Motion)})


@cache
def icon_for(use: str) -> str:
    """The icon file's name for a use, such as "iPromised" -> "arrow-up-right"."""
    name = raw_tokens()["icon"]["map"][use]
    assert isinstance(name, str)
    return name
