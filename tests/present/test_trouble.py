"""Every trouble has its page: what happened, what still holds, what to do; no codes."""

import pytest

from sandgame.frames.fault import Fault, FaultError
from sandgame.present.trouble import trouble_page
from sandgame.text.speech import LANGUAGES, Language, Speech


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fault_has_a_page_of_its_own(language: Language) -> None:
    pages = [trouble_page(Speech(language), FaultError(fault, "/data")) for fault in Fault]
    assert len({page.title for page in pages}) == len(pages)
    for page in pages:
        assert page.line
        assert "/data" in page.place


def test_what_nobody_foresaw_is_said_calmly_too() -> None:
    page = trouble_page(Speech("en"), ZeroDivisionError("division by zero"))
    assert "division" not in page.title + page.line + page.place
