"""What the big screen may say: only what the whole class may see."""

import dataclasses
from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from sandgame.frames.classroom import Pace, TableRow
from sandgame.present.projector import (
    WISHES,
    BoardSheet,
    LobbySheet,
    PhaseSheet,
    Sheet,
    Wish,
    projector_sheet,
)
from sandgame.rules.ids import SeatId
from sandgame.text.speech import Language, Speech
from tests.kit.led import case_told, lobby_told, row

ZH = Speech("zh")
SECRET = "Ann Example"


def seconds(table: TableRow) -> float | None:
    return table.seconds


def sheet(
    *rows: TableRow, wish: Wish = "auto", state: str = "playing", language: Language = "zh", pace: Pace = "each"
) -> Sheet:
    told = case_told(max(1, len(rows)))
    lobby = lobby_told(max(1, len(rows)), state=state, name=lambda _t, _s: SECRET, pace=pace)  # type: ignore[arg-type]
    return projector_sheet(Speech(language), told, lobby, {each.table: each for each in rows}, seconds, wish)


def words(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from words(getattr(value, field.name))
    elif isinstance(value, tuple):
        for each in value:
            yield from words(each)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("wish", WISHES)
def test_no_name_and_no_card_of_the_deck_is_ever_on_it(wish: Wish, language: Language) -> None:
    deck = {text for card in case_told().deck for text in (card.title.zh, card.title.en, card.effect.zh)}
    shown = list(words(sheet(row(1), row(2, "plan"), wish=wish, language=language)))
    assert not [text for text in shown if SECRET in text or any(secret in text for secret in deck if secret)]


def test_before_week_1_it_shows_how_to_join_whatever_is_wished() -> None:
    assert isinstance(sheet(row(1), state="lobby"), LobbySheet)
    assert isinstance(sheet(row(1), state="lobby", wish="board"), LobbySheet)


def test_tables_at_the_same_place_share_one_clock() -> None:
    shown = sheet(row(1, seconds=100), row(2, seconds=99.2))
    assert isinstance(shown, PhaseSheet)
    assert (shown.phase, shown.clock, shown.tables) == ("协商", "01:40", ())
    assert shown.done == "4 / 12 个有人座已完成"


def test_tables_at_different_places_are_listed_in_table_order() -> None:
    shown = sheet(row(1, "plan"), row(2, "negotiate"))
    assert isinstance(shown, PhaseSheet)
    assert [table.title for table in shown.tables] == ["第 1 桌", "第 2 桌"]
    assert shown.clock == ""


def test_seats_are_counted_as_on_the_console_bots_keep_nobody_waiting() -> None:
    shown = sheet(row(1), replace(row(2, done=()), bots=(SeatId(2), SeatId(3), SeatId(4), SeatId(5), SeatId(6))))
    assert isinstance(shown, PhaseSheet)
    assert shown.done == "2 / 7 个有人座已完成"


def test_a_table_taken_back_does_not_part_the_others_and_is_named_beside_them() -> None:
    back = replace(row(2, "plan", 2), own_clock=True)
    shown = sheet(row(1), back, row(3), pace="step")
    assert isinstance(shown, PhaseSheet)
    assert (shown.phase, shown.tables) == ("协商", ())
    assert shown.aside == "第 2 桌单独计时，其他桌不用等"
    assert "12" in shown.done


def test_who_waits_for_the_others_is_not_shown_as_paused() -> None:
    early = replace(row(2, "review", paused=True), waiting=True)
    shown = sheet(row(1, "deliver"), early, pace="step")
    assert isinstance(shown, PhaseSheet)
    assert [table.clock for table in shown.tables] == ["03:30", "等其他桌"]
    assert shown.phase == "各桌还没到齐"
    assert not any("不用等" in line for line in shown.do)
    free = sheet(row(1, "deliver"), row(2, "review"))
    assert isinstance(free, PhaseSheet)
    assert any("不用等" in line for line in free.do)


@pytest.mark.parametrize(("left", "tone"), [(31.0, "plain"), (30.0, "soon"), (10.0, "now")])
def test_the_last_seconds_look_as_on_the_laptops(left: float, tone: str) -> None:
    shown = sheet(row(1, seconds=left))
    assert isinstance(shown, PhaseSheet)
    assert shown.tone == tone


def test_a_pause_says_so_and_stops_asking() -> None:
    shown = sheet(row(1, paused=True))
    assert isinstance(shown, PhaseSheet)
    assert shown.phase == "暂停"
    assert shown.done == ""


def test_a_class_held_by_its_clock_is_not_paused() -> None:
    shown = sheet(*(replace(row(table, paused=True), waiting=True) for table in (1, 2)))
    assert isinstance(shown, PhaseSheet)
    assert shown.phase == "协商"
    assert shown.clock == ""
    assert "上一步的时间一到就开始" in shown.do[0]


def test_the_board_is_off_until_it_is_asked_for_and_stands_in_table_order() -> None:
    rows = row(1, index=(5,)), row(2, index=(5, 44))
    assert isinstance(sheet(*rows), PhaseSheet)
    shown = sheet(*rows, wish="board")
    assert isinstance(shown, BoardSheet)
    assert [(each.title, each.text) for each in shown.rows] == [("第 1 桌", "5%"), ("第 2 桌", "5%")]


@pytest.mark.parametrize(("best", "said"), [(100, False), (104, True)])
def test_where_a_best_is_beaten_the_board_shows_by_how_much_and_says_why(best: int, said: bool) -> None:
    shown = sheet(row(1, index=(5,)), row(2, index=(best,)), wish="board")
    assert isinstance(shown, BoardSheet)
    assert shown.rows[1].text == f"{best}%"
    assert ("超过 100%" in shown.line) is said


def test_a_table_without_a_result_stands_on_the_board_too() -> None:
    shown = sheet(row(1, index=(5,)), row(2, index=()), wish="board")
    assert isinstance(shown, BoardSheet)
    assert [(each.text, each.value) for each in shown.rows] == [("5%", 5), ("—", None)]


@pytest.mark.parametrize("wish", ["auto", "lobby", "board"])
def test_whatever_it_showed_the_end_of_the_class_is_said(wish: Wish) -> None:
    rows = {1: row(1)}
    shown = projector_sheet(ZH, case_told(1), lobby_told(1, state="over"), rows, lambda r: r.seconds, wish)
    assert isinstance(shown, BoardSheet | PhaseSheet)
    assert "结束" in (shown.over if isinstance(shown, BoardSheet) else shown.phase)


def test_without_figures_the_board_says_when_they_come() -> None:
    shown = sheet(row(1, index=()), wish="board")
    assert isinstance(shown, BoardSheet)
    assert shown.none


def test_black_is_nothing() -> None:
    assert sheet(row(1), wish="black") is None


def test_every_phase_says_what_to_do_now() -> None:
    for phase in ("brief", "negotiate", "plan", "deliver", "review"):
        shown = sheet(replace(row(1, phase), rules=("pool", "why_failed", "vote")))
        assert isinstance(shown, PhaseSheet)
        assert len(shown.do) == 3


def test_after_shortening_the_weeks_are_those_that_are_played_now() -> None:
    shown = sheet(replace(row(1), length=3), replace(row(2), length=3), replace(row(3), length=5, own_clock=True))
    assert isinstance(shown, PhaseSheet)
    assert shown.week.endswith("共 3 周")


def test_tables_are_compared_after_the_last_week_that_all_have() -> None:
    shown = sheet(replace(row(1), index=(-4, 12)), replace(row(2), index=(7,)), row(3), wish="board")
    assert isinstance(shown, BoardSheet)
    assert [each.value for each in shown.rows] == [-4, 7, row(3).index[0] if row(3).index else None]
    assert "都算到第 1 周" in shown.line


def test_after_the_debrief_it_says_goodbye() -> None:
    told, lobby = case_told(1), lobby_told(1, state="over")
    shown = projector_sheet(ZH, told, lobby, {1: row(1, "over")}, seconds, "auto", closed=True)
    assert isinstance(shown, PhaseSheet)
    assert shown.phase == "这场课上完了"


def test_nothing_is_asked_for_that_the_case_has_not_opened() -> None:
    early, late = sheet(row(1, "negotiate")), sheet(replace(row(1, "negotiate"), rules=("pool",)))
    assert isinstance(early, PhaseSheet)
    assert isinstance(late, PhaseSheet)
    assert "公共工时一起分好" in late.do
    assert "公共工时一起分好" not in early.do
