"""Saving a report: what is chosen, the line of what will be written, and a sentence for all that may be in its way."""

from dataclasses import replace

import pytest

from sandgame.frames.fault import Fault
from sandgame.frames.saving import Hindrance, NotSaved
from sandgame.present.report_save import Reportable, SaveChoice, going, hindrance
from sandgame.text.speech import LANGUAGES, Language, Speech

ABOUT = Reportable("a-session", "Before the peak: a/b?", 2041, 8)


def choice(language: Language) -> SaveChoice:
    return SaveChoice.first(Speech(language), ABOUT, "/documents", {})


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_time_it_is_in_the_language_of_the_screen_in_a_folder_of_its_own(language: Language) -> None:
    made = choice(language)
    assert made.wish().languages == (language,)
    assert made.inner.endswith("2041")
    assert not set(made.inner) & set('<>:"/\\|?*')


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_line_names_what_will_be_written_and_no_more(language: Language) -> None:
    made, speech = choice(language), Speech(language)
    line = made.line(speech)
    assert all(word in line for word in ("8", "PDF", "Word", "Excel"))
    assert "JSON" not in line
    only = replace(made, parts=(), formats=("pdf", "json"))
    assert "PDF" not in only.line(speech), "of nothing there is no paper"
    assert only.wish().formats == ("json",)


def test_what_was_kept_is_what_is_chosen() -> None:
    made = replace(choice("zh"), place="/there", languages="both", formats=("json",), parts=(), name="名", closing="谢")
    again = SaveChoice.first(Speech("zh"), ABOUT, "/documents", made.kept())
    assert again == made
    broken = SaveChoice.first(Speech("zh"), ABOUT, "/documents", {"languages": "fr", "formats": "pdf mp3"})
    assert (broken.languages, broken.formats) == ("zh", ("pdf",))


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_is_in_the_way_is_said_in_words(language: Language) -> None:
    speech, made = Speech(language), choice(language)
    said = [hindrance(speech, NotSaved(why, "the-place"), made) for why in Hindrance if why != Hindrance.DATA]
    said += [hindrance(speech, NotSaved(Hindrance.DATA, "the-place", fault), made) for fault in Fault]
    assert len(set(said)) == len(said)
    assert all(len(text) > 12 for text in said)
    assert going(speech, None).part is None
