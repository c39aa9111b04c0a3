"""What the gallery says of each case, and which it puts first."""

import msgspec
import pytest

from sandgame.frames.cast import Texts
from sandgame.frames.lobby import SessionCard
from sandgame.present.gallery import gallery_page, recommended, some_weeks
from sandgame.rules.ids import SeatId
from sandgame.text.speech import LANGUAGES, Language, Speech
from tests.kit.shelf import CASES, shipped

FIRST, STARTER = (shipped(case).card() for case in CASES)
ON_OFFER = (STARTER, FIRST)
DONE = SessionCard(
    "s1", 1, FIRST.case, Texts("", ""), Texts("", ""), "2026-11-20T14:05:00", SeatId(1), 2, 2, "over"
)  # fmt: skip


def test_the_teaching_case_comes_first_until_it_was_played_to_its_end() -> None:
    page = gallery_page(Speech("zh"), ON_OFFER, ())
    assert [(tile.case, tile.tag) for tile in page.tiles] == [(FIRST.case, "先从这里开始"), (STARTER.case, "")]
    assert recommended(ON_OFFER, (msgspec.structs.replace(DONE, state="playing"),)) is FIRST


def test_after_the_teaching_case_the_starter_comes_first() -> None:
    page = gallery_page(Speech("zh"), ON_OFFER, (DONE,))
    assert [(tile.case, tile.tag) for tile in page.tiles] == [(STARTER.case, "先从这里开始"), (FIRST.case, "入门")]


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
