"""The lobby in words, and who of a name list gets which seat."""

from pathlib import Path

import pytest

from sandgame.frames.classroom import ChairState, JoinReason, MoveSeat, Reserved
from sandgame.present.lobby import lobby_page, news, refused, shuffle_question, start_question
from sandgame.present.lobby_names import deal, preview, roster_fault, shuffled
from sandgame.report.roster import Person, RosterError, RosterFault, read_pasted, read_roster
from sandgame.rules.ids import SeatId
from sandgame.text.speech import Language, Speech
from tests.kit.led import ADDRESS, PORT, case_told, lobby_told

ZH, EN = Speech("zh"), Speech("en")


def nobody(_table: int, _seat: int) -> ChairState:
    return "free"


def first_only(_table: int, seat: int) -> ChairState:
    return "here" if seat == 1 else "free"


def test_who_is_missing_is_named_by_table_and_the_question_before_week_1_says_how_many() -> None:
    page = lobby_page(
        ZH, case_told(3), lobby_told(3, chair=lambda t, s: "free" if (t, s) in ((2, 1), (3, 6)) else "here")
    )
    assert page.foot.startswith("第 2、3 桌还差 2 人")
    question = start_question(ZH, page)
    assert question is not None
    assert "2 人" in question.title
    assert (page.seated, page.seats) == ("16", "/ 18 人就座")


def test_when_all_are_here_nothing_is_asked() -> None:
    page = lobby_page(ZH, case_told(2), lobby_told(2))
    assert start_question(ZH, page) is None
    assert page.missing == 0


def test_code_and_address_stand_as_people_type_them() -> None:
    page = lobby_page(EN, case_told(1), lobby_told(1))
    assert page.code == "K7P–4QX"
    assert page.address == f"{ADDRESS} : {PORT}"


def test_free_seats_are_a_bots_once_play_began() -> None:
    playing = lobby_page(ZH, case_told(1), lobby_told(1, state="playing", chair=first_only))
    assert [spot.state for spot in playing.tables[0].spots] == ["here"] + ["bot"] * 5


def test_a_seat_kept_for_somebody_is_no_empty_one_and_who_has_not_come_is_named() -> None:
    lobby = lobby_told(1, chair=first_only, name=lambda _t, s: {2: "Ann", 3: "Bob"}.get(s, ""))
    page = lobby_page(ZH, case_told(1), lobby)
    assert [spot.state for spot in page.tables[0].spots] == ["here", "kept", "kept", "free", "free", "free"]
    assert "Ann、Bob" in page.absent
    assert "1 人" in page.absent, "who sat down elsewhere may be one of them"
    assert lobby_page(ZH, case_told(1), lobby_told(1, name=lambda _t, _s: "Ann")).absent == ""


def test_who_comes_goes_and_changes_seats_is_said() -> None:
    told = case_told(1)
    nobody_here, one = lobby_told(1, chair=nobody), lobby_told(1, chair=first_only)
    other = lobby_told(1, chair=lambda _t, s: "here" if s == 2 else "free")
    away = lobby_told(1, chair=lambda _t, s: "away" if s == 1 else "free")
    assert news(ZH, told, nobody_here, one) == ("第 1 桌·销售坐下了",)
    assert news(EN, told, one, nobody_here) == ("Table 1 · Sales left the seat",)
    assert news(ZH, told, one, other) == ("从第 1 桌·销售换到了第 1 桌·研发",)
    assert news(ZH, told, one, away) == ("第 1 桌·销售断线了",)
    assert news(ZH, told, away, one) == ("第 1 桌·销售又连上了",)
    assert news(ZH, told, one, one) == ()


def test_tables_are_dealt_anew_only_after_a_question_if_somebody_sits() -> None:
    told = case_told(2)
    asked = shuffle_question(ZH, lobby_page(ZH, told, lobby_told(2)))
    assert asked is not None
    assert "12" in asked.lines[0]
    named = lobby_page(ZH, told, lobby_told(2, chair=nobody, name=lambda t, s: f"{t}{s}"))
    assert shuffle_question(ZH, named) is None
    assert named.may_shuffle


def test_one_laptop_a_table_is_not_shuffled() -> None:
    assert not lobby_page(ZH, case_told(2, laptops="table"), lobby_told(2)).may_shuffle


def test_a_shuffle_keeps_everybody_and_moves_nobody_onto_an_empty_seat() -> None:
    lobby = lobby_told(3, chair=first_only)
    moves = shuffled(lobby, lambda _last: 0)
    assert moves == (MoveSeat(3, SeatId(1), 1, SeatId(1)), MoveSeat(2, SeatId(1), 1, SeatId(1)))


def test_wishes_come_first_and_the_rest_in_the_order_of_the_list() -> None:
    people = [Person("A"), Person("B", 2), Person("C", 2, "销售"), Person("D", 0, "物流部")]
    dealt = deal(people, case_told(2), lobby_told(2, chair=nobody))
    seats = {each.name: (each.table, int(each.seat)) for each in dealt.names}
    assert seats == {"A": (1, 1), "B": (2, 1), "D": (1, 6), "C": (1, 2)}
    assert dealt.strange == ("C",)


def test_who_is_too_many_is_named() -> None:
    dealt = deal([Person(f"P{n}") for n in range(8)], case_told(1), lobby_told(1, chair=nobody))
    assert len(dealt.names) == 6
    assert dealt.over == ("P6", "P7")
    assert "P6、P7" in preview(ZH, case_told(1), dealt, 8).over


def test_who_sits_already_keeps_seat_and_name_and_is_not_dealt_twice() -> None:
    lobby = lobby_told(1, chair=first_only, name=lambda _t, s: "Ann" if s == 1 else "")
    dealt = deal([Person("Bob"), Person("Ann")], case_told(1), lobby)
    assert dealt.names == (Reserved(1, SeatId(1), "Ann"), Reserved(1, SeatId(2), "Bob"))


def test_a_department_that_is_not_here_is_said_and_the_person_still_gets_a_seat() -> None:
    dealt = deal([Person("A", 1, "法务")], case_told(1), lobby_told(1, chair=nobody))
    assert dealt.strange == ("A",)
    assert [each.name for each in dealt.names] == ["A"]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("fault", list(RosterFault))
def test_every_fault_of_a_list_is_said_with_its_line(language: Language, fault: RosterFault) -> None:
    said = roster_fault(Speech(language), fault.value, 7, "x")
    assert "7" in said
    assert roster_fault(Speech(language), fault.value, 0, "x") in said


def test_a_file_that_is_none_is_said_by_its_name(tmp_path: Path) -> None:
    file = tmp_path / "people.xlsx"
    file.write_bytes(b"no sheet")
    with pytest.raises(RosterError) as raised:
        read_roster(file)
    assert "people.xlsx" in roster_fault(EN, raised.value.fault.value, raised.value.line, raised.value.found)


def test_a_pasted_line_without_a_name_is_found_by_its_number() -> None:
    with pytest.raises(RosterError) as raised:
        read_pasted("A,1,\n,2,销售")
    assert roster_fault(ZH, raised.value.fault.value, raised.value.line, "") == "第 2 行：缺名字。"


@pytest.mark.parametrize("reason", list(JoinReason))
def test_whatever_the_host_refuses_is_said(reason: JoinReason) -> None:
    assert refused(ZH, reason)
    assert refused(EN, reason)
