"""Help says what there is, and nothing of a rule that is not open yet."""

import pytest

from sandgame.present.help import InUse, help_page
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
    assert after - before == {"改条件", "公共工时", "加班", "疲劳"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_only_my_kpi_counts_nothing_speaks_of_the_index_or_of_fatigue(language: Language) -> None:
    speech = Speech(language)
    page = help_page(speech, InUse(company=False))
    said = " ".join(f"{term.name} {term.tip}" for term in page.terms)
    assert speech.say("term-index") not in said
    for term in ("overtime", "fatigue"):
        assert speech.say(f"term-{term}").lower() not in said.lower()
