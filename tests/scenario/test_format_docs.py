"""What authors are told of the format is what the gate holds them to, in both languages."""

import re
from pathlib import Path
from typing import get_args, get_origin

import pytest
from pydantic.fields import FieldInfo

from sandgame.rules.scenario import MetricKind
from sandgame.scenario import form
from sandgame.scenario.draft import choices, plain, span
from sandgame.scenario.wording import LANGUAGES, wanted
from tests.house.tree import ROOT
from tests.scenario.desk import equipped, passed

FORMS: list[type[form.Form]] = [
    form.ScenarioForm, form.DepartmentForm, form.MetricForm, form.DepartmentBotsForm, form.ServiceForm, form.AidForm,
    form.OrderForm, form.OptionForm, form.IncidentForm, form.OpensForm, form.MeasuresForm, form.MeasureForm,
    form.CardForm, form.EffectForm, form.HoursEffectForm, form.CostEffectForm, form.OrderEffectForm,
    form.CardOptionForm, form.VariantsForm, form.BotsForm, form.BenchmarksForm, form.LengthForm,
    form.AnchorsForm,
]  # fmt: skip
NEEDED = {"zh": "必填", "en": "needed"}
ENTRIES = {"zh": "项", "en": " entries"}


def page(language: str) -> str:
    return (ROOT / "docs" / f"scenario-format.{language}.md").read_text(encoding="utf-8")


def rows(language: str, columns: int) -> list[list[str]]:
    """The rows of all tables of so many columns, in their order on the page."""
    lines = (line.strip("|").split("|") for line in page(language).splitlines() if line.startswith("| `"))
    return [[cell.strip() for cell in line] for line in lines if len(line) == columns]


def may_be(field: FieldInfo, language: str) -> str:
    kind, limits = plain(field.annotation, field.metadata)
    if kind is bool:
        return "true, false"
    if get_origin(kind) in {list, dict}:
        entries = span(limits)
        least = "0" if entries.startswith("–") else ""
        return "" if entries in {"", "–"} else f"{least}{entries}{ENTRIES[language]}"
    return ", ".join(choices(kind, limits)).replace("-", "−")


def left_out(field: FieldInfo, language: str) -> str:
    if field.is_required():
        return NEEDED[language]
    told = isinstance(field.default, str | int) or (isinstance(field.default, list) and field.default)
    return str(field.default).lower() if told else "–"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_is_explained_with_its_range_and_default(language: str) -> None:
    fields = [(name, field) for each in FORMS for name, field in each.written().items()]
    told = [row[:3] for row in rows(language, 4)]
    assert told == [[f"`{name}`", may_be(field, language), left_out(field, language)] for name, field in fields]


def test_the_english_page_says_what_editors_show() -> None:
    meant = [field.description for each in FORMS for field in each.model_fields.values()]
    assert [row[3] for row in rows("en", 4)] == meant


def test_the_chinese_page_explains_in_chinese() -> None:
    assert [row[0] for row in rows("zh", 4) if not re.search(r"[\u4e00-\u9fff].*。$", row[3])] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_of_measures_and_cards_is_a_good_one(language: str, tmp_path: Path) -> None:
    example = page(language).partition("```yaml\n")[2].partition("```")[0]
    package = passed(equipped(tmp_path, example, ["rush"]))
    assert [offer.measure for offer in package.scenario.measures] == ["service_map", "cross_training", "shared_goal"]
    assert len(package.scenario.deck) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_metric_and_every_kind_of_text_is_explained(language: str) -> None:
    first = [row[0].strip("`") for row in rows(language, 2)]
    assert [name for name in first if name in get_args(MetricKind)] == list(get_args(MetricKind))
    keys = wanted(["SAL"], ["SP"], ["o1"], ["upkeep"], ["rush"], weeks=2)
    told = page(language)
    for key in keys.must | keys.may:
        # the page takes week 1 for the news and week 2 for a trade-off of its own
        key = key.replace("brief.2", "brief.1").replace("SAL.1", "SAL.2")
        last = key.rpartition(".")[2]
        assert f"`{key}`" in told or f"`.{last}`" in told, key
