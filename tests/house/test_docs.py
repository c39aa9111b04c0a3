"""The rules on paper are those of the program: every code, name and number of them stands in both languages."""

import importlib
import pkgutil
import re
from collections.abc import Callable, Iterator
from typing import Any, get_args

import pytest
from msgspec import Meta
from msgspec.structs import replace

from sandgame import rules
from sandgame.rules import figures, ids, intents, pool
from sandgame.rules.ids import SeatId
from sandgame.rules.reason import Reason
from sandgame.rules.room_intents import Player
from sandgame.rules.scenario import MEASURE_NAMES, RULE_NAMES, Benchmarks, Effect, ExtraName, MetricKind
from sandgame.rules.state import Record
from sandgame.scenario.form import NEVER, ScenarioForm
from tests.house.tree import ROOT
from tests.kit.tables import DESIGN, MAKING, PARTS, SALES, SPEC, Table, workshop

DOCS = {language: ROOT / "docs" / f"rules.{language}.md" for language in ("zh", "en")}
languages = pytest.mark.parametrize("language", DOCS)


def text(language: str) -> str:
    return DOCS[language].read_text(encoding="utf-8")


def rows(language: str) -> dict[str, list[str]]:
    """The rows of all tables whose first cell is a name in code, by that name."""
    found: dict[str, list[str]] = {}
    for line in text(language).splitlines():
        if line.startswith("| `"):
            first, *cells = (cell.strip() for cell in line.strip("|").split(" | "))
            for name in re.findall(r"`([^`]+)`", first):
                found[name] = [cell.strip(" |") for cell in cells]
    return found


@languages
def test_every_refusal_is_told_with_what_to_do(language: str) -> None:
    told = rows(language)
    for code in Reason:
        assert code.value in told, code
        assert len(told[code.value]) == 2, code
        assert all(told[code.value]), code


def tables(language: str) -> list[list[str]]:
    """The names in code in the first cells of each table."""
    found: list[list[str]] = [[]]
    for line in text(language).splitlines():
        if line.startswith("| `"):
            found[-1] += re.findall(r"`([^`]+)`", line.split(" | ")[0])
        elif found[-1]:
            found.append([])
    return found


NAMES: dict[str, tuple[str, ...]] = {
    "rules": RULE_NAMES,
    "metrics": get_args(MetricKind),
    "measures": MEASURE_NAMES,
    "effects of cards": tuple(effect.__struct_config__.tag for effect in get_args(Effect)),
    "extras": get_args(ExtraName),
    "signs": get_args(intents.Sign),
    "limits": get_args(intents.Limit),
    "players": get_args(Player),
}
"""What a case, a facilitator or a log calls by a name: each kind has a table of its own."""


@languages
@pytest.mark.parametrize("kind", NAMES)
def test_every_kind_of_name_has_a_table_that_tells_them_all(language: str, kind: str) -> None:
    assert sorted(NAMES[kind]) in [sorted(table) for table in tables(language)]


@languages
@pytest.mark.parametrize("measure", MEASURE_NAMES)
def test_every_measure_is_told_with_its_effect(language: str, measure: str) -> None:
    told = re.findall(rf"^\| `{measure}` (.+?) \| (.+?) \|$", text(language), re.MULTILINE)
    assert len(told) == 1
    assert all(len(cell) > 1 for cell in told[0])


def constants() -> Iterator[tuple[str, str]]:
    """Every public number of the rules by its name."""
    for module in pkgutil.iter_modules(rules.__path__, "sandgame.rules."):
        for name, value in vars(importlib.import_module(module.name)).items():
            if not name.isupper() or name.startswith("_") or name in ("TABLE", "ROOM"):
                continue
            if isinstance(value, int):
                yield name, str(value)
            elif isinstance(value, dict):
                yield from ((f"{name}.{key}", str(number)) for key, number in value.items() if isinstance(number, int))


def bounds(annotated: Any) -> Meta:
    return next(part for part in get_args(annotated) if isinstance(part, Meta))


def fatigue() -> str:
    table = Table().until("plan")
    table.done(MAKING, intents.SubmitPlan, plan=intents.Plan(overtime=5))
    table.until("negotiate", 2)
    assert table.state.fatigue[MAKING] == 3
    return "1/2"


def relief() -> str:
    """Fatigue without thanks less fatigue with them."""
    left: list[int] = []
    for thanks in (False, True):
        table = Table(workshop(flawless=True)).until("negotiate")
        table.promise(DESIGN, SPEC, 1, 1)
        table.until("plan")
        plan = intents.Plan(overtime=2, make=(intents.MakeLine(SPEC, 1),), ship=(intents.ShipLine(1, 1),))  # type: ignore[arg-type]
        table.done(SALES, intents.SubmitPlan, plan=plan)
        table.until("review")
        if thanks:
            table.done(DESIGN, intents.ThankProvider, provider=SALES)
        table.until("brief", 2)
        left.append(table.state.fatigue[SALES])
    return str(left[0] - left[1])


def pool_lost() -> str:
    claims = replace(pool.new_pool(), claims={SeatId(1): 8, SeatId(2): 8})
    lost = [pool.divide(claims, hours, 1, 2)[2] for hours in (8, 5)]
    assert lost == [2, 2]
    return "1/4"


def index_bounds() -> str:
    marks = Benchmarks(100, 0, (0,), (0,))
    low, high = (figures.index_so_far(marks, result, 1) for result in (-9999, 9999))
    return f"−{-low}–{high}"


def weeks() -> str:
    lengths = ScenarioForm.model_json_schema()["properties"]["lengths"]["items"]
    assert bounds(ids.Round).le == lengths["maximum"]
    return f"{lengths['minimum']}–{lengths['maximum']}"


def defect_unit() -> str:
    """PARTS have a defect of 20 percent: so many of them make one bad."""
    table = Table().until("plan")
    defect = table.state.scenario.service(PARTS).defect
    table.done(SeatId(3), intents.SubmitPlan, plan=intents.Plan(make=(intents.MakeLine(PARTS, 5),)))
    table.until("review")
    assert table.state.delivered is not None
    assert [(made.units, made.bad) for made in table.state.delivered.made] == [(5, 1)]
    return str(5 * defect)


def misfit_unit() -> str:
    """SPEC has a complexity of 50: so many of them at clarity 50 make one worthless."""
    table = Table().until("negotiate")
    table.promise(DESIGN, SPEC, 4, 1)
    table.until("review")
    assert table.state.delivered is not None
    assert [(line.units, line.misfit) for line in table.state.delivered.shipped] == [(4, 1)]
    return str(4 * table.state.scenario.service(SPEC).complexity * 50)


WORKED_OUT: dict[str, Callable[[], str]] = {
    "loan_cost": lambda: str(4 - pool.gain(4)),
    "pool_lost": pool_lost,
    "fatigue": fatigue,
    "thanks_relief": relief,
    "rating": lambda: f"{bounds(intents.Rating).ge}–{bounds(intents.Rating).le}",
    "satisfaction_at_start": lambda: str(figures.satisfaction(Record())),
    "kept_at_start": lambda: str(figures.share_of("kept", ())),
    "defect_unit": defect_unit,
    "misfit_unit": misfit_unit,
    "index_bounds": index_bounds,
    "weeks": weeks,
    "note": lambda: str(bounds(ids.Note).max_length),
    "never": lambda: str(NEVER),
}
"""Numbers without a name in the program: each is worked out by it."""


@languages
def test_every_number_of_the_rules_is_told_as_it_is(language: str) -> None:
    told = {name: cells[0] for name, cells in rows(language).items() if len(cells) == 2}
    named = dict(constants())
    assert len(named) > 8
    for name, number in named.items():
        assert told.get(name) == number, name


@languages
@pytest.mark.parametrize("name", WORKED_OUT)
def test_every_number_without_a_name_is_told_as_it_works(language: str, name: str) -> None:
    assert rows(language)[name][0] == WORKED_OUT[name]()


def test_both_languages_have_the_same_sections_and_tables() -> None:
    shape = {language: re.findall(r"^## (\d+)\.", text(language), re.MULTILINE) for language in DOCS}
    assert shape["zh"] == shape["en"] == [str(n) for n in range(1, len(shape["en"]) + 1)]
    assert list(rows("zh")) == list(rows("en"))


def test_chinese_is_set_in_full_width() -> None:
    prose = re.sub(r"`[^`]*`", "", text("zh"))
    assert not re.findall(r"[\u4e00-\u9fff] ?[,;:!?()]|[,;:!?()] ?[\u4e00-\u9fff]", prose)
