"""The page of the six principles: only what has a place stands on a scale, ties of a vote all show."""

from typing import Literal

from msgspec.structs import replace

from sandgame.frames.debrief import GatheredTold, TableDebrief
from sandgame.frames.marks import PRINCIPLES, Principle
from sandgame.present.debrief_profile import ENOUGH, has_place, occasions, profile_body, team
from sandgame.present.debrief_scene import DebriefScene
from sandgame.text.speech import Speech
from tests.kit.debriefs import debriefed


def scene(language: Literal["zh", "en"] = "en") -> DebriefScene:
    made = debriefed()
    return DebriefScene.of(Speech(language), made.cast, made.words)


def with_few() -> TableDebrief:
    """No principle has a place."""
    shown = debriefed().debrief
    few = tuple(replace(mark, level="events", band=None) for mark in shown.marks.marks)
    return replace(shown, marks=replace(shown.marks, marks=few))


def votes(plus: tuple[Principle, ...], delta: tuple[Principle, ...]) -> GatheredTold:
    return GatheredTold(1, (), (), (), plus, delta, (), (), 0, (), 0, 2)


def test_without_a_place_nothing_is_drawn_and_nothing_moved() -> None:
    body = profile_body(scene(), with_few(), None)
    assert body.placed == ()
    assert body.profile.rows == ()
    named = [principle for group in body.unplaced for principle, _ in group.names]
    assert sorted(named) == sorted(PRINCIPLES)
    assert {piece.effect for piece in (*body.gains, *body.losses)} <= {""}


def test_each_principle_stands_on_the_scale_or_by_name_with_its_occasions() -> None:
    shown = debriefed().debrief
    body = profile_body(scene(), shown, None)
    marks = team(shown)
    assert body.placed == tuple(each for each in PRINCIPLES if has_place(marks.get(each)))
    for group in body.unplaced:
        for principle, text in group.names:
            assert not has_place(marks.get(principle))
            assert not occasions(marks.get(principle)) or str(occasions(marks.get(principle))) in text
    assert all("points" in piece.effect for piece in (*body.gains, *body.losses))
    assert ENOUGH


def test_occasions_are_counted_as_on_the_departments_own_pages() -> None:
    made = debriefed()
    for principle, mark in team(made.debrief).items():
        own = sum(
            len(fact.pieces)
            for page in made.own
            for fact in page.facts
            if fact.pieces and fact.pieces[0].indicator in {gauge.indicator for gauge in mark.gauges}
        )
        assert occasions(mark) == own, principle


def test_a_vote_that_is_tied_shows_all_that_were_chosen_as_often() -> None:
    body = profile_body(scene(), debriefed().debrief, votes(("trust", "needs"), ("goals", "goals", "trust")))
    plus, delta = body.choices
    assert "Respect and trust" in plus
    assert "Clear needs" in plus
    assert "1 vote each" in plus
    assert "Common goals" in delta
    assert "Respect and trust" not in delta


def test_a_principle_that_is_chosen_shows_its_own_evidence() -> None:
    for principle in PRINCIPLES:
        body = profile_body(scene(), debriefed().debrief, None, principle)
        assert body.chosen == principle
        assert body.side_title == Speech("en").say(f"score-principle-{principle}")
