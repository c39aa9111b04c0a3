"""What the gallery says of each case, and which it puts first."""

import msgspec
import pytest

from sandgame.frames.cast import Texts
from sandgame.frames.lobby import SessionCard
from sandgame.present.gallery import gallery_page, some_weeks
from sandgame.rules.ids import SeatId
from sandgame.text.speech import LANGUAGES, Language, Speech
from tests.kit.shelf import CASES, shipped

FIRST, STARTER = (shipped(case).card() for case in CASES)
ON_OFFER = (FIRST, STARTER)
DONE = SessionCard(
    "s1", 1, FIRST.case, Texts("", ""), Texts("", ""), "2026-11-20T14:05:00", SeatId(1), 2, 2, "mixed", 0, "over"
)  # fmt: skip


def test_the_teaching_case_is_marked_until_it_was_played_to_its_end() -> None:
    for sessions in ((), (msgspec.structs.replace(DONE, state="playing"),)):
        page = gallery_page(Speech("zh"), ON_OFFER, sessions)
        assert page.first == FIRST.case
        assert [(tile.case, tile.tag, tile.played) for tile in page.tiles] == [
            (FIRST.case, "先从这里开始", ""),
            (STARTER.case, "", ""),
        ]


def test_what_was_played_keeps_its_place_with_a_tick_and_the_next_one_is_marked() -> None:
    page = gallery_page(Speech("zh"), ON_OFFER, (DONE,))
    assert page.first == STARTER.case
    assert [(tile.case, tile.tag, tile.played) for tile in page.tiles] == [
        (FIRST.case, "", "已走过"),
        (STARTER.case, "下一个走这里", ""),
    ]


def test_when_all_was_played_nothing_is_marked() -> None:
    all_done = (DONE, msgspec.structs.replace(DONE, case=STARTER.case))
    page = gallery_page(Speech("en"), ON_OFFER, all_done)
    assert page.first == ""
    assert [(tile.tag, tile.played) for tile in page.tiles] == [("", "Played"), ("", "Played")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_case_that_cannot_be_read_is_named_calmly_beside_the_others(language: Language) -> None:
    page = gallery_page(Speech(language), ON_OFFER, (), ("night-market",))
    assert len(page.tiles) == 2
    assert "night-market" in page.note
    assert gallery_page(Speech(language), ON_OFFER, ()).note == ""


def test_a_map_shows_departments_and_nothing_of_what_runs_between_them() -> None:
    for tile in gallery_page(Speech("en"), ON_OFFER, ()).tiles:
        assert len(tile.board.islands) == len(tile.who)
        assert tile.board.ribbons == ()
        assert tile.board.chips == ()
        assert {island.place for island in tile.board.islands} != {None}


def test_a_case_says_its_size_in_three_words() -> None:
    tiles = {tile.case: tile for tile in gallery_page(Speech("zh"), ON_OFFER, ()).tiles}
    assert tiles[FIRST.case].facts == ("2 个部门", "2 周", "约 10 分钟")
    assert tiles[STARTER.case].facts[1] == "3 或 4 周"


@pytest.mark.parametrize(("lengths", "said"), [((4,), "4"), ((3, 4), "3 or 4"), ((8, 5, 6), "5, 6 or 8")])
def test_lengths_are_listed_as_one_speaks(lengths: tuple[int, ...], said: str) -> None:
    assert some_weeks(Speech("en"), lengths) == said


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_shelf_says_what_to_do(language: Language) -> None:
    page = gallery_page(Speech(language), (), ())
    assert page.tiles == ()
    assert page.none
    assert page.none_line


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_case_tells_how_its_rules_come_and_names_none_of_them(language: Language) -> None:
    weekly, whole, few = (gallery_page(Speech(language), (shipped(case).card(),), ()).tiles[0]
                          for case in ("factory-class", "factory", "first-steps"))  # fmt: skip
    assert len({weekly.opens, whole.opens, few.opens}) == 3
    assert all(week in weekly.opens for week in "234")
    assert (len(weekly.facts), len(whole.facts), len(few.facts)) == (4, 4, 3)


def test_each_length_has_its_own_time_plan() -> None:
    lengths = gallery_page(Speech("zh"), ON_OFFER, ()).tiles[1].lengths
    assert [each.weeks for each in lengths] == [3, 4]
    assert [each.time.rows[-1].times[-1] for each in lengths] == ["20:00", "25:00"]


@pytest.mark.parametrize(("language", "words"), [("zh", "一桌一机"), ("en", "One laptop")])
def test_who_came_for_a_whole_table_reads_so(language: Language, words: str) -> None:
    assert gallery_page(Speech(language), ON_OFFER, (), at_table=True).sub.startswith(words)
