"""Role questions: four metrics and four limits, nothing told before the answer, one plain sentence after it."""

from msgspec.structs import replace

from sandgame.present.role_questions import (
    AnswerDraft,
    answer_of,
    chosen_answer,
    is_dealt_with,
    questions_page,
)
from sandgame.present.scene import Scene
from sandgame.rules.ids import Phase
from sandgame.rules.room_events import RoleAnswered
from sandgame.rules.scenario import MetricKind
from sandgame.rules.sections import RoleQuestion
from sandgame.text.speech import Language
from tests.kit.views import ENGINEERING, PRODUCTION, production, scene

OPTIONS: tuple[MetricKind, ...] = ("own_work", "setups", "utilisation", "bad_units")
ANSWER = RoleAnswered(
    seat=PRODUCTION, about=ENGINEERING, metric="setups", limit="hours", metric_right=False, limit_right=True
)


def asked(*, answered: bool = False, phase: Phase = "brief", language: Language = "zh") -> Scene:
    question = RoleQuestion(ENGINEERING, None, OPTIONS)
    if answered:
        question = RoleQuestion(ENGINEERING, ANSWER, OPTIONS, ("own_work",), "hours")
    view = production(phase=phase)
    return scene(replace(view, beside=replace(view.beside, question=question)), language)


def test_there_are_four_options_and_none_is_told_apart_before_the_answer() -> None:
    page = questions_page(asked(), AnswerDraft())
    assert page is not None
    for card in page.cards:
        assert [option.state for option in card.options] == ["open"] * 4
        assert card.verdict == ""
        assert card.fact == ""


def test_they_stand_in_brief_only() -> None:
    assert questions_page(asked(phase="negotiate"), AnswerDraft()) is None
    assert questions_page(scene(production(phase="brief")), AnswerDraft()) is None


def test_the_answer_goes_out_when_both_are_chosen() -> None:
    half = chosen_answer(AnswerDraft(), "metric", "own_work")
    assert answer_of(asked(), half) is None
    whole = chosen_answer(half, "limit", "inputs")
    intent = answer_of(asked(), whole)
    assert intent is not None
    assert (intent.about, intent.metric, intent.limit) == (ENGINEERING, "own_work", "inputs")


def test_not_to_know_is_an_answer_that_the_game_is_not_told() -> None:
    draft = chosen_answer(chosen_answer(AnswerDraft(), "metric", "own_work"), "limit", "unknown")
    assert answer_of(asked(), draft) is None
    assert is_dealt_with(asked(), draft)
    page = questions_page(asked(), draft)
    assert page is not None
    assert "研发" in page.cards[1].fact


def test_what_is_no_choice_is_passed_over() -> None:
    assert chosen_answer(AnswerDraft(), "metric", "luck") == AnswerDraft()
    assert chosen_answer(AnswerDraft(), "limit", None) == AnswerDraft()


def test_after_the_answer_the_right_one_is_marked_and_mine_is_named() -> None:
    page = questions_page(asked(answered=True, language="en"), AnswerDraft())
    assert page is not None
    metric, limit = page.cards
    assert [option.state for option in metric.options] == ["right", "wrong", "other", "other"]
    assert (metric.verdict, metric.right) == ("Not quite", False)
    assert metric.options[1].told == "your answer"
    assert "Its own project" in metric.fact
    assert (limit.verdict, limit.right) == ("Right", True)
    assert limit.options[0].state == "right"
