"""One's own page agrees with the table's page and with what whoever sat there remembers."""

import pytest
from msgspec.structs import replace

from sandgame.frames.debrief import OwnDebrief, PageTurned, TableDebriefTold
from sandgame.frames.marks import PRINCIPLES, LeftOut
from sandgame.present.debrief_known import DebriefKnown
from sandgame.present.debrief_own import FACTS_OF, OwnPage, own_page
from sandgame.present.debrief_profile import has_place, team
from sandgame.present.debrief_scene import DebriefScene
from sandgame.text.speech import LANGUAGES, Language, Speech
from tests.kit.debriefs import debriefed


def scene(language: Language = "en") -> DebriefScene:
    made = debriefed()
    return DebriefScene.of(Speech(language), made.cast, made.words)


def page(own: OwnDebrief, language: Language = "en") -> OwnPage:
    return own_page(scene(language), own)


def few(own: OwnDebrief) -> OwnDebrief:
    """As of a game with so few occasions that no fact has a place."""
    return replace(own, facts=tuple(replace(fact, band=None) for fact in own.facts))


def effects(shown: OwnPage) -> set[str]:
    return {piece.effect for row in shown.rows for piece in (*row.gains, *row.losses)}


def test_a_principle_has_a_place_on_ones_own_page_only_if_the_table_has_one() -> None:
    made = debriefed()
    marks = team(made.debrief)
    for own in made.own:
        assert own.placed == tuple(each for each in PRINCIPLES if has_place(marks.get(each)))


def test_without_a_place_no_piece_has_moved_any_points() -> None:
    for own in debriefed().own:
        assert effects(page(few(own))) <= {""}
        assert effects(page(replace(own, placed=()))) <= {""}


def test_a_piece_says_points_only_in_a_row_that_shows_a_place() -> None:
    for own in debriefed().own:
        for row in page(own).rows:
            placed = any(fact.band is not None for fact in row.facts)
            told = [piece.effect for piece in (*row.gains, *row.losses)]
            assert placed or not any(told)
            assert not any(told) or (row.gains_title, row.losses_title) == ("Evidence for", "Evidence against")


def test_a_fact_near_neither_end_is_drawn_nowhere_for_its_margin_is_not_known() -> None:
    own = debriefed().own[3]
    unsure = replace(own, facts=tuple(replace(fact, band="between") for fact in own.facts))
    shown = page(unsure)
    assert {fact.band for row in shown.rows for fact in row.facts} == {None}
    assert {fact.band_text for row in shown.rows for fact in row.facts} == {"cannot tell"}
    assert shown.gap is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_that_count_neither_way_are_named_beside_the_facts(language: Language) -> None:
    own = next(one for one in debriefed().own if any(fact.fact == "answered" for fact in one.facts))
    own = replace(own, marks=replace(own.marks, left_out=()))
    fact = next(fact for fact in own.facts if fact.fact == "answered")
    asked = sum(link.asked for link in own.links if link.provider == own.seat)
    facts = tuple(each for each in own.facts if each is not fact)
    all_counted = replace(own, facts=(*facts, replace(fact, n=asked)))
    one_less = replace(own, facts=(*facts, replace(fact, n=asked - 1)))
    said = Speech(language).say("debrief-own-rows-answered", count=1)
    assert said not in page(all_counted, language).rows_note
    assert said in page(one_less, language).rows_note


def test_weeks_that_are_no_weeks_of_conflict_are_named_where_others_are() -> None:
    own = next(one for one in debriefed().own if any(fact.fact == "for_company" for fact in one.facts))
    own = replace(own, marks=replace(own.marks, left_out=()))
    fact = next(fact for fact in own.facts if fact.fact == "for_company")
    told = sorted({piece.round for piece in fact.pieces})
    missing = [week for week in range(1, own.rounds + 1) if week not in told]
    note = page(own).rows_note
    assert ("Weeks without a conflict" in note) == bool(missing)
    assert all(str(week) in note for week in missing)
    bots = tuple(LeftOut(own.seat, week, False) for week in missing)
    assert "without a conflict" not in page(replace(own, marks=replace(own.marks, left_out=bots))).rows_note
    assert "for_company" in FACTS_OF["goals"]


def known(own: tuple[OwnDebrief, ...]) -> DebriefScene:
    """On a laptop that holds these seats, while names are hidden."""
    made = debriefed()
    told = TableDebriefTold(made.debrief, own, made.cast, made.words)
    turned = PageTurned("guess", 1, 1, True, 3, (0, 0), ("guess",), True)
    found = DebriefKnown(Speech("en")).took(told).took(turned).scene
    assert found is not None
    return found


def test_while_names_are_hidden_a_laptop_knows_its_own_department_and_no_other() -> None:
    own = debriefed().own[3]
    seen, all_ = known((own,)), scene()
    assert seen.name(own.seat) == all_.name(own.seat)
    assert seen.badge(own.seat) == all_.badge(own.seat)
    others = [seat for seat in seen.seats if seat != own.seat]
    assert {seen.name(seat).split()[0] for seat in others} == {"Department"}


def test_a_laptop_of_several_departments_names_none_while_names_are_hidden() -> None:
    made = debriefed()
    seen = known(made.own[:2])
    assert {seen.name(seat).split()[0] for seat in seen.seats} == {"Department"}
