"""Signs on the board, who plays a seat, and what the service map opens."""

import pytest
from msgspec.structs import replace

from sandgame.present.board import board
from sandgame.present.pictures import IslandPicture
from sandgame.present.scene import Scene
from sandgame.present.signs import signs
from sandgame.rules.board import Link
from sandgame.rules.sections import PlayedBy, SignalSeen, View
from sandgame.text.speech import Language
from tests.kit.views import CUSTOM, DRAWING, ENGINEERING, LAMP, PRODUCTION, SALES, SPEC, production, sales, scene


def with_room(view: View, **changes: object) -> View:
    return replace(view, room=replace(view.room, **changes))


def island(shown: Scene, seat: int) -> IslandPicture:
    return next(each for each in board(shown).islands if each.id == seat)


@pytest.mark.parametrize(("language", "doubt"), [("zh", "不一定是实情"), ("en", "may be false")])
def test_a_sign_stands_on_its_island_and_is_said_to_be_in_doubt(language: Language, doubt: str) -> None:
    shown = scene(with_room(production(), signals=(SignalSeen(SALES, "stuck"),)), language)
    assert island(shown, SALES).sign == "stuck"
    assert doubt in island(shown, SALES).tip
    assert doubt in island(shown, SALES).spoken
    assert island(shown, ENGINEERING).sign is None


def test_of_my_own_sign_nothing_is_in_doubt() -> None:
    shown = scene(with_room(production(), signals=(SignalSeen(PRODUCTION, "loaded"),)))
    picture = signs(shown)
    assert picture is not None
    assert picture.mine == "loaded"
    assert "不一定" not in island(shown, PRODUCTION).tip


def test_when_the_game_is_over_no_sign_is_offered() -> None:
    view = production()
    assert signs(scene(replace(view, table=replace(view.table, phase="over")))) is None


def test_bots_and_stand_ins_are_marked_and_people_are_not() -> None:
    played = (PlayedBy(SALES, "stand_in"), PlayedBy(ENGINEERING, "bot"))
    shown = scene(with_room(production(), played_by=played))
    assert "代班" in island(shown, SALES).tip
    assert island(shown, ENGINEERING).played
    assert not island(shown, PRODUCTION).played


def mapped(view: View) -> View:
    links = (
        Link(SPEC, SALES, (ENGINEERING,), ()),
        Link(DRAWING, ENGINEERING, (PRODUCTION,), (SPEC,)),
        Link(LAMP, PRODUCTION, (SALES,), ()),
        Link(CUSTOM, PRODUCTION, (SALES,), (DRAWING,)),
    )
    return replace(view, board=replace(view.board, strangers=(ENGINEERING,), network=links))


def test_without_the_service_map_a_stranger_is_a_ghost() -> None:
    view = sales()
    shown = board(scene(replace(view, board=replace(view.board, strangers=(ENGINEERING,)))))
    assert [ghost.id for ghost in shown.ghosts] == [ENGINEERING]
    assert not any(ribbon.far for ribbon in shown.ribbons)


def test_the_service_map_turns_ghosts_into_islands_and_names_what_flows_between_others() -> None:
    shown = board(scene(mapped(sales()), "en"))
    assert shown.ghosts == ()
    far = [ribbon for ribbon in shown.ribbons if ribbon.far]
    assert [(ribbon.provider, ribbon.customer) for ribbon in far] == [(ENGINEERING, PRODUCTION)]
    assert far[0].spoken == "Engineering gives Production: Drawing"
    engineering = next(each for each in shown.islands if each.id == ENGINEERING)
    assert "Engineering gives Production: Drawing" in engineering.tip
    assert "Engineering gives Production: Drawing" in engineering.spoken
