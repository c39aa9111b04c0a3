"""One table opened: what its seats do, who knows what, what is to be decided, and a sentence for every moment."""

from __future__ import annotations

from typing import get_args

import pytest
from msgspec.structs import replace

from sandgame.frames.console import MomentKind, MomentSeen
from sandgame.present.chips import chip_id
from sandgame.present.drill import answerable, back_to, case_picture, table_picture
from sandgame.present.drill_board import secrets, table_board
from sandgame.present.drill_log import log, sentence
from sandgame.text.speech import LANGUAGES, Language
from tests.kit import console as made

NOTES = {"seat_taken": "stand_in", "measure_adopted": "service_map", "voted": "shared_goal", "signal_shown": "stuck",
         "rolled_back": "plan"}  # fmt: skip


@pytest.mark.parametrize("kind", get_args(MomentKind))
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_moment_has_a_sentence(language: Language, kind: MomentKind) -> None:
    known = made.seen(language)
    moment = MomentSeen(1, 0, 3, "negotiate", kind, made.SALES, made.MAKING, made.FRIDGE, 1, 5, True, False,
                        NOTES.get(kind, ""))  # fmt: skip
    text = sentence(known, moment)
    assert text
    assert "None" not in text


def test_the_log_is_of_this_week_and_holds_key_moments_until_all_is_asked_for() -> None:
    known, table = made.seen(), made.table_seen()
    key = [row.text for row in log(known, table, all_of_it=False)]
    every = [row.text for row in log(known, table, all_of_it=True)]
    assert "对讲师说：检验排不开" in every
    assert "对讲师说：检验排不开" not in key
    assert any("没分享大订单" in text for text in key)


def test_seats_say_what_they_do_and_for_whom_they_wait() -> None:
    picture = table_picture(made.seen(), made.table_seen())
    lines = {seat.name: (seat.line, seat.tag) for seat in picture.seats}
    assert lines["销售"] == ("等生产答复", "")
    assert lines["生产"] == ("销售在等它答复", "")
    assert lines["研发"][0] == "已完成"
    assert lines["物流"] == ("已完成", "电脑代班")
    assert (picture.index, picture.kept) == ("38%", "74%")


def test_a_line_to_decide_shows_both_sides_the_truth_and_that_nothing_is_forced() -> None:
    case = case_picture(made.seen(), made.table_seen(), made.ESCALATION)
    assert case.what == "整机：销售要 10，生产肯给 6"
    assert [position.text for position in case.positions] == [
        "超市第 5 周要，少一台罚 2 万",
        "第 5 周检修，只敢答应 6",
    ]
    assert [ruling.text for ruling in case.rulings] == ["给 6", "给 8", "给 10"]
    assert "34" in case.truth
    assert "12" in case.truth
    assert "不强加" in case.free


def test_what_nobody_was_told_stands_first_among_the_secrets() -> None:
    found = secrets(made.seen(), made.table_seen())
    assert "还没告诉任何人" in found[0]
    assert "已告诉销售" in found[1]


def test_the_board_holds_all_hours_and_all_chips() -> None:
    table = made.table_seen()
    board = table_board(made.seen(), table, (3, 0))
    assert {island.line for island in board.islands} >= {"工时 4 / 28 空", "工时 2 / 37 空"}
    assert {chip.id for chip in board.chips} == {chip_id(chip) for chip in made.CHIPS}
    assert board.selected_chip == chip_id(made.CHIPS[3])
    assert all(chip.ribbon for chip in board.chips)


def test_only_who_is_next_can_be_answered_for() -> None:
    table = made.table_seen()
    assert [chip.sheet for chip in answerable(table, made.MAKING)] == [3]
    assert answerable(table, made.SALES) == ()
    assert [chip.sheet for chip in answerable(table, made.DESIGN)] == [2]


def test_the_start_of_this_phase_is_the_first_way_back() -> None:
    ways = back_to(made.seen(), made.table_seen())
    assert [way.text for way in ways] == ["第 3 周 · 协商", "第 3 周 · 简报", "第 2 周 · 互评"]


def test_what_lay_there_from_the_beginning_bears_no_time_of_before_the_class() -> None:
    known, table = made.seen(), made.table_seen()
    first = replace(table.moments[0], at=0, round=table.round, key=True)
    (row, *_) = log(known, replace(table, moments=(first,)), all_of_it=True)
    assert row.time == "开场"
