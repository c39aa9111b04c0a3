"""All texts, in both languages: complete, used rightly, and in the words that were agreed on."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

from sandgame.rules.reason import Reason
from sandgame.text.speech import LANGUAGES, Language, Speech
from tests.house.tree import ROOT, modules

I18N = ROOT / "assets" / "i18n"
AREAS = sorted(path.stem for path in (I18N / "zh").glob("*.ftl"))

# The words that the glossary rules out, with what stands in their place.
NOT_IN_CHINESE = {
    "轮": "周", "局": "场", "情景": "案例", "情报": "简报", "排产": "计划", "讲评": "复盘", "价值捕获": "协同成效",
    "公司指数": "协同成效", "天花板": "事后最好", "机器人": "电脑", "守约": "兑现", "失约": "未兑现", "还价": "改条件",
    "上报讲师": "请总经理裁决", "随口": "口头", "见面": "面谈", "回合": "第 t 次", "误解": "可能做错",
    "本职专项": "部门专项", "共享资源池": "公共工时", "申报": "申请", "等候厅": "签到", "操盘": "控场",
    "掂量": "本周两难", "不知道": "没传到", "没管好": "看到没做",
    "责任归因": "没做到的原因", "谢意": "感谢卡", "稼动率": "工时利用率",
}  # fmt: skip
FINE = {"结局", "局部", "布局", "局面", "邮局", "轮到", "轮流", "我不知道"}
NOT_IN_ENGLISH = {
    r"rounds?": "week", r"scenarios?": "case", r"robots?": "bot", r"player": "department",
}  # fmt: skip
HALF_WIDTH = re.compile(r"[\u4e00-\u9fff][,;:!?()]|[,;:!?()][\u4e00-\u9fff]|[\u4e00-\u9fff]\.")


def texts(language: Language) -> Iterator[tuple[str, str]]:
    """Key and pattern as it stands in the file, arguments and all."""
    for area in AREAS:
        for entry in entries(I18N / language / f"{area}.ftl"):
            yield entry.id.name, ftl_text(entry)


@cache
def entries(path: Path) -> list[ftl.Message]:
    found = FluentParser(with_spans=True).parse(path.read_text(encoding="utf-8")).body
    assert not [item.content for item in found if isinstance(item, ftl.Junk)], path
    return [item for item in found if isinstance(item, ftl.Message)]


def ftl_text(entry: ftl.Message) -> str:
    assert entry.value is not None
    return " ".join(part.value for part in walk(entry.value) if isinstance(part, ftl.TextElement | ftl.StringLiteral))


def walk(node: object) -> Iterator[ftl.BaseNode]:
    if isinstance(node, list):
        for item in node:
            yield from walk(item)
    elif isinstance(node, ftl.BaseNode):
        yield node
        for name, value in vars(node).items():
            if name != "span":
                yield from walk(value)


def arguments(entry: ftl.Message) -> set[str]:
    return {part.id.name for part in walk(entry) if isinstance(part, ftl.VariableReference)}


class Named(NamedTuple):
    """Keys in the code: whole ones, and (True) the beginnings of those made up while running."""

    said: list[tuple[Path, str, bool]]
    """With the module that says it."""
    anywhere: set[tuple[str, bool]]


@cache
def named() -> Named:
    """Of all modules, each parsed once."""
    found = Named([], set())
    for module in modules():
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.expr):
                found.anywhere.update(keys_in(node))
            if (
                isinstance(node, ast.Call)
                and node.args
                and getattr(node.func, "attr", getattr(node.func, "id", "")) == "say"
            ):
                found.said.extend((module, *key) for key in keys_in(node.args[0]))
    return found


def keys_in(node: ast.expr) -> Iterator[tuple[str, bool]]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value, False
    elif isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
        yield str(node.values[0].value), True
    elif isinstance(node, ast.IfExp):
        yield from keys_in(node.body)
        yield from keys_in(node.orelse)


UNIT_NAMED_ONCE = {
    "negotiate-orders", "negotiate-order-line", "negotiate-order-chosen", "negotiate-option-price",
    "negotiate-coming-option", "plan-order-note-money", "plan-order-all", "plan-order-late", "plan-order-part",
}  # fmt: skip
"""English names the unit of money at the head of a panel, Chinese at each amount."""


@pytest.mark.parametrize("area", AREAS)
def test_both_languages_have_the_same_keys_with_the_same_arguments(area: str) -> None:
    zh, en = ({e.id.name: arguments(e) for e in entries(I18N / language / f"{area}.ftl")} for language in LANGUAGES)
    for key in UNIT_NAMED_ONCE & zh.keys() & en.keys():
        zh[key] -= {"money"}
        en[key] -= {"money"}
    assert zh == en


def test_both_languages_have_the_same_areas() -> None:
    assert [path.stem for path in sorted((I18N / "en").glob("*.ftl"))] == AREAS


@pytest.mark.parametrize("area", AREAS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_key_begins_with_its_area_and_is_found_by_it(area: str, language: Language) -> None:
    keys = [entry.id.name for entry in entries(I18N / language / f"{area}.ftl")]
    assert [key for key in keys if key.partition("-")[0] != area] == []
    assert tuple(keys) == Speech(language).keys(area)


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_hold_words_arguments_and_choices_and_nothing_more_clever(language: Language) -> None:
    clever = ftl.MessageReference | ftl.TermReference | ftl.FunctionReference
    for area in AREAS:
        for entry in entries(I18N / language / f"{area}.ftl"):
            assert not entry.attributes, entry.id.name
            assert not [part for part in walk(entry.value) if isinstance(part, clever)], entry.id.name


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_said_as_fluent_says_it(language: Language) -> None:
    from fluent.runtime import FluentBundle, FluentResource

    speech, bundle = Speech(language), FluentBundle([language], use_isolating=False)
    for area in AREAS:
        bundle.add_resource(FluentResource((I18N / language / f"{area}.ftl").read_text(encoding="utf-8")))
        for entry in entries(I18N / language / f"{area}.ftl"):
            figures = dict.fromkeys(arguments(entry), 3)
            pattern = bundle.get_message(entry.id.name).value
            assert pattern is not None
            expected, errors = bundle.format_pattern(pattern, figures)
            assert not errors
            assert speech.say(entry.id.name, **figures) == expected


def test_every_key_that_the_code_names_has_a_text() -> None:
    known = {key for key, _ in texts("en")}
    for module, key, open_ended in named().said:
        found = any(name.startswith(key) for name in known) if open_ended else key in known
        assert found, f"{module.name} says {key!r}"


def test_every_refusal_has_a_sentence() -> None:
    codes = [f"reason-{code.value.replace('_', '-')}" for code in Reason]
    assert list(Speech("zh").keys("reason")) == codes


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_shouted(language: Language) -> None:
    assert [key for key, text in texts(language) if "!" in text or "！" in text] == []


def test_chinese_keeps_to_the_glossary() -> None:
    for key, text in texts("zh"):
        rest = text
        for word in FINE:
            rest = rest.replace(word, "")
        assert [f"{key}: {word}, say {better}" for word, better in NOT_IN_CHINESE.items() if word in rest] == []


def test_english_keeps_to_the_glossary() -> None:
    for key, text in texts("en"):
        found = [word for word in NOT_IN_ENGLISH if re.search(rf"\b{word}\b", text, re.IGNORECASE)]
        assert [f"{key}: say {NOT_IN_ENGLISH[word]}" for word in found] == []


def test_chinese_has_full_width_punctuation() -> None:
    assert [(key, text) for key, text in texts("zh") if HALF_WIDTH.search(text)] == []


SAID_BY_CODE = {"reason", "fault", "trouble", "term", "game", "help", "score"}
"""Areas whose keys are made from codes and names of the rules."""


def test_no_text_stays_behind_that_nobody_says() -> None:
    """A key may stand in a table and be said from there: any string of the code counts."""
    whole = {key for key, open_ended in named().anywhere if not open_ended}
    begun = tuple({key for key, open_ended in named().anywhere if open_ended and "-" in key})
    keys = {key for key, _ in texts("en") if key.partition("-")[0] not in SAID_BY_CODE}
    assert sorted(key for key in keys - whole if not key.startswith(begun)) == []
