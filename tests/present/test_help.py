"""Help says what there is, and nothing of a rule that is not open yet."""

from typing import get_args

import pytest

from sandgame.present.help import InUse, help_page
from sandgame.rules.scenario import MEASURE_NAMES, RULE_NAMES, ExtraName
from sandgame.text.speech import LANGUAGES, Language, Speech


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_tells_the_week_the_keys_and_the_terms(language: Language) -> None:
    page = help_page(Speech(language))
    assert len(page.how) == 5
    assert {line.mark for line in page.keys} >= {"F9", "F6", "F1", "F11", "Esc"}
    assert len({term.name for term in page.terms}) == len(page.terms)
    assert all(term.tip for term in page.terms)


def test_terms_of_rules_come_when_the_rules_are_open() -> None:
    before = {term.name for term in help_page(Speech("zh")).terms}
    after = {term.name for term in help_page(Speech("zh"), InUse(("counter", "pool", "overtime"))).terms}
    assert after - before == {"改条件", "公共工时", "申请", "加班", "疲劳"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_measure_and_extra_has_its_term_once_it_is_there(language: Language) -> None:
    speech = Speech(language)
    none = {term.name for term in help_page(speech).terms}
    for rule in RULE_NAMES:
        assert {term.name for term in help_page(speech, InUse((rule,))).terms} - none, rule
    for measure in MEASURE_NAMES:
        named = {term.name for term in help_page(speech, InUse(measures=(measure,))).terms} - none
        assert speech.say("term-measure") in named
        assert len(named) == 2, measure
    extras: tuple[ExtraName, ...] = get_args(ExtraName)
    for extra in extras:
        assert {term.name for term in help_page(speech, InUse(extras=(extra,))).terms} - none, extra


def test_at_an_open_table_the_desk_is_no_term_and_at_the_desk_the_open_table_is_none() -> None:
    desk, opened = ({term.name for term in help_page(Speech("zh"), InUse(desk=desk)).terms} for desk in (True, False))
    assert desk - opened == {"走单", "没有答复"}
    assert opened - desk == {"开口谈"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_only_my_kpi_counts_nothing_speaks_of_the_index_or_of_fatigue(language: Language) -> None:
    speech = Speech(language)
    page = help_page(speech, InUse(company=False))
    said = " ".join(f"{term.name} {term.tip}" for term in page.terms)
    assert speech.say("term-index") not in said
    for term in ("overtime", "fatigue"):
        assert speech.say(f"term-{term}").lower() not in said.lower()
