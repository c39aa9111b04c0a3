"""Saying a text: by key, in a language, with its figures."""

from pathlib import Path

import pytest

from sandgame.text.dates import day_and_time
from sandgame.text.speech import Speech


@pytest.fixture
def own_texts(tmp_path: Path) -> Path:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "try.ftl").write_text(
        '# a comment\ntry-plain = Good morning\ntry-named = Week { $week } of {$weeks}\ntry-and = {" "}and{" "}\n'
        "try-many = { $count ->\n    [one] { $count } week\n   *[other] { $count } weeks\n }\ntry-after = Still here\n",
        encoding="utf-8",
    )
    return tmp_path


def test_a_text_is_said_by_its_key(own_texts: Path) -> None:
    speech = Speech("en", own_texts)
    assert speech.say("try-plain") == "Good morning"
    assert speech.say("try-after") == "Still here"
    assert speech.keys("try") == ("try-plain", "try-named", "try-and", "try-many", "try-after")


def test_arguments_are_filled_in_without_marks_around_them(own_texts: Path) -> None:
    assert Speech("en", own_texts).say("try-named", week=3, weeks="8") == "Week 3 of 8"
    assert Speech("en", own_texts).say("try-and") == " and "


def test_a_count_inflects_its_text_and_is_written_in_groups(own_texts: Path) -> None:
    speech = Speech("en", own_texts)
    said = [speech.say("try-many", count=count) for count in (1, 2, 1240, -4)]
    assert said == ["1 week", "2 weeks", "1,240 weeks", "\u22124 weeks"]


def test_a_missing_key_or_argument_is_an_error(own_texts: Path) -> None:
    speech = Speech("en", own_texts)
    for key in ("try-nothing", "nowhere-title", "try-named", "try-many"):
        with pytest.raises(LookupError):
            speech.say(key)


def test_a_key_that_stands_twice_is_an_error(own_texts: Path) -> None:
    (own_texts / "en" / "two.ftl").write_text("two-a = A\ntwo-a = B\n", encoding="utf-8")
    with pytest.raises(LookupError, match="twice"):
        Speech("en", own_texts).say("two-a")


def test_a_day_is_written_as_people_write_it() -> None:
    assert day_and_time("2026-11-21T14:05:00", Speech("zh")) == "11月21日 14:05"
    assert day_and_time("2026-11-21T14:05:00", Speech("en")) == "21 Nov, 14:05"
