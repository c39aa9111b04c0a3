"""What the console says: who needs somebody, the sums, the deck, and nothing secret on a shared screen."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest

from sandgame.frames.classroom import AwaySeat, CardsTold, MarkCount, ReceiptTold
from sandgame.present.console import bar, is_paused, left_early, next_question, strip
from sandgame.present.console_alerts import PATIENCE, alerts
from sandgame.present.console_cards import by_need, card
from sandgame.present.console_class import ClassSeen
from sandgame.present.console_deck import Receiver, events, measures
from sandgame.present.console_queue import queue
from sandgame.present.console_receipt import Said, receipt
from sandgame.present.console_watch import watched_rows
from sandgame.present.pictures import Tone
from sandgame.rules.ids import Phase
from sandgame.text.speech import LANGUAGES, Language
from tests.kit import console as made
from tests.kit.shelf import shipped


def found(known: ClassSeen, gone: float = 150.0) -> list[tuple[str, int]]:
    return [(each.kind, each.table) for each in alerts(known, made.times(known, gone))]


def test_what_presses_most_stands_first() -> None:
    known = made.seen("zh", None, made.call(4))
    assert found(known) == [
        ("escalated", 3),
        ("call", 4),
        ("away", 6),
        ("idle", 5),
    ]
    late = [("unanswered", 2), ("unanswered", 5)]
    assert [each for each in found(known, gone=200.0) if each[0] == "unanswered"] == late


@pytest.mark.parametrize("gone", [30.0, 89.0, 140.0])
def test_nobody_is_called_idle_before_two_fifths_of_the_phase(gone: float) -> None:
    assert ("idle", 5) not in found(made.seen(), gone=gone)
    assert ("idle", 5) in found(made.seen(), gone=145.0)


def test_patience_is_longer_in_week_one_and_does_not_need_a_clock() -> None:
    idle, unanswered = PATIENCE["idle"], PATIENCE["unanswered"]
    assert (idle.seconds(360.0, 2), idle.seconds(120.0, 2), idle.seconds(None, 2)) == (144.0, 90.0, 180.0)
    assert (unanswered.seconds(360.0, 2), unanswered.seconds(None, 2)) == (180.0, 240.0)
    assert idle.seconds(360.0, 1) > idle.seconds(360.0, 2)


def test_what_is_waited_for_stands_last_and_is_no_longer_pressing() -> None:
    known = made.seen()
    every = alerts(known, made.times(known))
    away = next(each for each in every if each.kind == "away")
    after = alerts(known, made.times(known), (), {away.key})
    assert (after[-1].key, after[-1].quiet) == (away.key, True)
    shown = card(known, known.rows[6], after, shared=False)
    assert (shown.tone, "采购断线" in shown.alert) == ("plain", True)
    assert queue(known, after, shared=False).count == str(len(every) - 1)


def test_where_everything_is_said_aloud_nothing_waits_for_an_answer() -> None:
    known = made.seen("zh", None, talk="open")
    assert not [kind for kind, _ in found(known) if kind == "unanswered"]
    assert [name for name, _, _ in card(known, known.rows[2], (), shared=False).facts] == ["兑现"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_a_shared_screen_no_table_has_results(language: Language) -> None:
    known = made.seen(language)
    table = known.rows[2]
    open_, shut = (card(known, table, (), shared=shared) for shared in (False, True))
    assert "%" in open_.figure
    assert (shut.figure, shut.path) == (known.speech.say("shell-none"), ())
    assert [name for name, _, _ in shut.facts] == [known.speech.say("console-hidden")]
    assert "%" not in shut.spoken
    whole, put_away = (strip(known, made.times(known), shared=shared) for shared in (False, True))
    assert "%" in whole.ends
    assert "%" not in put_away.ends + put_away.median


def test_who_is_off_line_and_stood_in_for_needs_nobody() -> None:
    away = made.row(1, away=(AwaySeat(made.BUYING, 90, True),), bots=(made.BUYING,))
    assert found(made.seen("zh", [away])) == []


def test_what_was_seen_to_does_not_come_again() -> None:
    known = made.seen()
    every = alerts(known, made.times(known))
    assert alerts(known, made.times(known), {each.key for each in every}) == ()


def test_a_table_that_others_wait_for_is_late() -> None:
    rows = [made.row(1, phase="plan", waiting=True, paused=True), made.row(2, done=(made.SALES,))]
    assert ("late", 2) in found(made.seen("zh", rows))


def test_a_paused_table_is_not_slow() -> None:
    rows = [made.moved(made.rows()[4], paused=True)]
    assert found(made.seen("zh", rows)) == []


def test_before_play_and_after_it_nothing_needs_anybody() -> None:
    over = made.seen("zh", [made.row(1, phase="over", stuck=(made.STUCK,))])
    assert found(over) == []


# the head


@pytest.mark.parametrize(
    ("phase", "week", "text"),
    [("brief", 3, "进入协商"), ("deliver", 3, "进入互评"), ("review", 3, "进入第 4 周"), ("review", 6, "结束这一场")],
)
def test_the_next_step_is_called_by_its_name(phase: Phase, week: int, text: str) -> None:
    known = made.seen("zh", [made.row(1, phase=phase, week=week)])
    assert bar(known, made.times(known)).next == text


def test_the_head_follows_the_slowest_table() -> None:
    rows = [made.row(1, phase="plan"), made.row(2), made.row(3, phase="brief", own_clock=True)]
    known = made.seen("zh", rows)
    now = [step.text for step in bar(known, made.times(known)).steps if step.state == "now"]
    assert now == ["协商"]


def test_moving_on_asks_while_seats_work_and_names_their_tables() -> None:
    known = made.seen()
    question = next_question(known)
    assert question is not None
    assert "16" in question.lines[0]
    assert "第 4 桌" not in question.lines[0]
    done = made.moved(made.rows()[3], bots=())
    assert next_question(made.seen("zh", [done])) is None


@pytest.mark.parametrize(
    ("phase", "week", "text", "left"),
    [("negotiate", 3, "现在开始协商", (3, "brief")), ("brief", 3, "现在开始第 3 周", (2, "review"))],
)
def test_a_class_held_by_its_clock_is_offered_to_begin_where_it_stands(
    phase: Phase, week: int, text: str, left: tuple[int, Phase]
) -> None:
    rows = [made.row(table, phase=phase, week=week, waiting=True, paused=True) for table in (1, 2)]
    rows.append(made.row(3, phase="brief", week=1, own_clock=True))
    known = made.seen("zh", rows, made.lobby(3, pace="clock"))
    assert (bar(known, made.times(known)).next, left_early(known)) == (text, left)
    assert bar(known, made.times(known), 1).next == text
    head = bar(known, made.times(known)).clock
    assert head is not None
    assert head.text == card(known, known.rows[1], (), shared=False).tag == "等时间到"
    assert bar(known, made.times(known), 3).next == "这一桌进入协商"
    assert left_early(known, 3) is None


def test_a_table_that_waits_for_the_others_is_not_sent_on_ahead_of_them() -> None:
    rows = [made.row(1, waiting=True, paused=True), made.row(2, phase="brief")]
    known = made.seen("zh", rows, made.lobby(2, pace="step"))
    assert not bar(known, made.times(known), 1).can_next
    assert bar(known, made.times(known), 2).can_next
    assert bar(known, made.times(known)).next == "进入协商"


def test_waiting_for_others_is_no_pause() -> None:
    rows = [made.row(1, paused=True), made.row(2, paused=True, waiting=True)]
    assert is_paused(made.seen("zh", rows))
    assert not is_paused(made.seen("zh", [made.row(1), rows[1]]))


def test_the_strip_sums_the_class() -> None:
    known = made.seen()
    picture = strip(known, made.times(known))
    assert (picture.done, picture.done_of) == ("30", "/ 46 个有人座")
    assert (picture.median, picture.ends) == ("30%", "51% · −8%")
    assert picture.gone_text == "协商进行到 2:30 / 6:00"
    assert picture.slowest == "最慢：第 5 桌"


def test_the_sum_is_of_the_tables_in_the_phase_of_the_head_which_it_names() -> None:
    known = made.seen("zh", [made.row(1, phase="plan"), made.row(2, done=(made.SALES,), bots=(made.SALES,))])
    picture = strip(known, made.times(known))
    assert (picture.done_title, picture.done, picture.done_of) == ("协商已完成", "0", "/ 5 个有人座")
    assert picture.gone_text.startswith("第 2 桌协商")
    assert card(known, known.rows[2], (), shared=False).done == "0 / 5 已完成 · 代班 1"


def test_a_table_elsewhere_shows_its_phase_and_time_also_while_it_is_paused() -> None:
    known = made.seen("zh", [made.row(1, phase="plan"), made.row(2), made.row(3, phase="plan", paused=True)])
    tags = [card(known, row, (), made.times(known), shared=False).tag for row in known.rows.values()]
    assert tags == ["计划 3:30", "", "计划 · 已暂停"]
    assert "1/3 桌已暂停" in bar(known, made.times(known)).week_text


@pytest.mark.parametrize(
    ("language", "median", "weeks"),
    [
        ("zh", "第 1 周后的中位数", ["第 2 周后", "第 1 周后"]),
        ("en", "Median after week 1", ["after week 2", "after week 1"]),
    ],
)
def test_tables_at_different_weeks_are_compared_by_the_same_number_of_weeks(
    language: Language, median: str, weeks: list[str]
) -> None:
    rows = [made.row(1, index=(20, 90)), made.row(2, week=2, index=(10,)), made.row(3, week=1, index=())]
    known = made.seen(language, rows)
    picture = strip(known, made.times(known))
    assert (picture.median_title, picture.median) == (median, "15%")
    assert picture.ends == "20% · 10%"
    cards = [card(known, row, (), shared=False) for row in rows]
    assert [(each.figure, each.figure_of) for each in cards] == [
        ("90%", weeks[0]), ("10%", weeks[1]), (cards[2].figure, ""),
    ]  # fmt: skip
    assert f"90% {weeks[0]}" in cards[0].spoken


def test_tables_at_the_same_week_need_no_word_of_it() -> None:
    known = made.seen("zh", [made.row(1, index=(20, 90)), made.row(2, index=(10, 120))])
    assert strip(known, made.times(known)).ends == "120% · 90%"
    assert [card(known, row, (), shared=False).figure_of for row in known.rows.values()] == ["", ""]


def test_without_a_clock_only_the_time_gone_is_told() -> None:
    known = made.seen("zh", [made.row(1, seconds=None, running=False)])
    assert strip(known, {}).gone is None


# cards and queue


def test_cards_that_need_somebody_come_first() -> None:
    known = made.seen()
    every = alerts(known, made.times(known))
    cards = [card(known, row, every, shared=False) for row in known.rows.values()]
    assert [each.table for each in by_need(cards, every)] == [3, 6, 5, 1, 2, 4, 7, 8]


def test_a_case_without_benchmarks_shows_its_money() -> None:
    known = made.seen("zh", [made.row(1, index=())])
    assert card(known, known.rows[1], (), shared=False).figure == "420"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_shared_screen_tells_nothing_of_seats(language: Language) -> None:
    known = made.seen(language, None, made.call(2, text=made.HIDDEN))
    every = alerts(known, made.times(known))
    cards = [card(known, row, every, shared=True) for row in known.rows.values()]
    assert all(not each.map.ways for each in cards)
    said = repr((cards, queue(known, every, shared=True).items and [
        (item.title, item.line, item.acts) for item in queue(known, every, shared=True).items
    ]))  # fmt: skip
    assert made.HIDDEN not in said
    assert known.what(made.FRIDGE, 10) not in said
    assert "open" not in [act for item in queue(known, every, shared=True).items for act, _ in item.acts]


def test_ways_once_used_stay_raked_on_every_map() -> None:
    known = made.seen("zh", [made.row(1), made.row(2, links=())])
    ways = card(known, known.rows[2], (), shared=False).map.ways
    assert {way.state for way in ways} == {"idle"}
    assert len(ways) == 6


def test_an_alert_has_a_tone_of_its_own() -> None:
    known = made.seen()
    every = alerts(known, made.times(known))
    tones: dict[int, Tone] = {row.table: card(known, row, every, shared=False).tone for row in known.rows.values()}
    assert (tones[1], tones[3], tones[5]) == ("positive", "negative", "caution")


# deck, measures, words to all


def test_a_card_says_why_it_cannot_be_dealt() -> None:
    first, second = events(made.seen("zh", [made.row(1)]))
    assert first.tables == (1,)
    assert "第 4 周" in second.why_not
    assert events(made.seen("zh", [made.row(1, phase="plan")]))[1].why_not == ""
    apart = made.seen("zh", [made.row(1), made.row(2, phase="plan")])
    assert (events(apart)[1].why_not, "第 4 周" in events(apart, 1)[1].why_not) == ("", True)
    dealt = made.seen("zh", [made.row(1), made.row(2)]).with_dealt(1, 1, 4)
    assert events(dealt)[0].tables == (2,)
    assert events(dealt)[0].dealt == "已发：从第 4 周起，第 1 桌"


def test_the_deck_of_a_shipped_case_says_from_which_week_each_card_may_come() -> None:
    assert [each.first for each in shipped("factory-class").cards()] == [2, 2, 2, 2, 3]


def test_a_card_may_be_dealt_again_after_going_back() -> None:
    known = made.seen("zh", [made.row(1)]).with_dealt(1, 1, 4)
    assert events(known)[0].why_not
    assert not events(known.without_dealt(1))[0].why_not


def test_measures_are_switched_on_in_a_review() -> None:
    assert all(each.why_not for each in measures(made.seen("zh", [made.row(1)])))
    known = made.seen("zh", [made.row(1, phase="review")])
    assert [each.tables for each in measures(known)] == [(1,), (1,), ()]
    held = known.took(made.table_seen(1, "review"))
    assert [each.tables for each in measures(held, 1)] == [(1,), (), ()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_receipt_counts_laptops_and_names_the_seats_without(language: Language) -> None:
    known = made.seen(language)
    said = Said(Receiver(), 8)
    under_way = receipt(known, said.answered(dict.fromkeys(range(1, 4), True)))
    assert (under_way.state, "3/8" in under_way.text) == ("sending", True)
    failed = receipt(known, said.answered(dict.fromkeys(range(1, 8), True) | {8: False}))
    assert (failed.state, known.table_name(8) in failed.text) == ("failed", True)
    taken = said.answered(dict.fromkeys(range(1, 9), True))
    for table in range(1, 9):
        came = known.seats[1:] if table == 2 else known.seats
        taken = taken.received(ReceiptTold(table, "said", known.seats, came))
    some = receipt(known, taken)
    assert some.state == "coming"
    assert "47/48" in some.text
    assert known.table_name(2) in some.text
    assert known.name(made.SALES) in some.text
    whole = receipt(known, taken.received(ReceiptTold(2, "said", known.seats, known.seats)))
    assert (whole.state, "48/48" in whole.text) == ("there", True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_receipt_of_one_table_or_one_seat_says_whose_it_is(language: Language) -> None:
    known = made.seen(language)
    table = Said(Receiver(2), 1).answered({2: True}).received(ReceiptTold(2, "said", known.seats, known.seats[:5]))
    assert "5/6" in receipt(known, table).text
    assert known.name(made.LOGISTICS) in receipt(known, table).text
    many = table.received(ReceiptTold(2, "said", known.seats, ()))
    assert known.name(made.LOGISTICS) not in receipt(known, many).text, "three are named, the others counted"
    seat = Said(Receiver(2, made.SALES), 1).answered({2: True})
    waits = receipt(known, seat.received(ReceiptTold(2, "said", (made.SALES,), ())))
    there = receipt(known, seat.received(ReceiptTold(2, "said", (made.SALES,), (made.SALES,))))
    assert (waits.state, there.state) == ("coming", "there")
    assert waits.text != there.text
    nobody = receipt(known, seat.received(ReceiptTold(2, "said", (), ())))
    assert nobody.text not in (waits.text, there.text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_observers_marked_is_said_by_table_and_without_a_name(language: Language) -> None:
    counts = (MarkCount("needs", 0, 1, 2, 0), MarkCount("warned", 0, 0, 0, 0))
    known = made.seen(language).took(CardsTold(3, 3, counts, ("They asked first",)))
    first, note = watched_rows(known)
    assert known.table_name(3) in first.title
    assert "3" in first.title
    (line,) = first.lines
    assert known.speech.say("observer-needs") in line
    assert line.index("2") < line.index("1"), "what was clearly seen comes first"
    assert "They asked first" in note.lines[0]
    assert "They asked first" in note.mark
    assert watched_rows(known.took(CardsTold(3, 0, (), ()))) == ()


def test_every_phase_has_a_next_step() -> None:
    for phase in (phase for phase in get_args(Phase) if phase != "over"):
        known = made.seen("en", [made.row(1, phase=phase)])
        assert bar(known, made.times(known)).next


def test_a_card_says_from_which_week_it_holds_before_it_is_dealt_and_after() -> None:
    known = made.seen("zh", [made.row(1, week=4), made.row(2, week=4, phase="plan")])
    first, second = events(known)
    assert first.weeks == {1: 4, 2: 5}
    assert second.now == "现在可以发，从第 4 周起", "it had to wait for its week, and that it need not any more is said"
    dealt = known.with_dealt(1, 1, 4).with_dealt(2, 1, 5)
    assert events(dealt)[0].dealt == "已发：从第 4 周起，第 1 桌，从第 5 周起，第 2 桌"


def test_a_class_that_has_ended_counts_tables_and_calls_nothing_fine() -> None:
    known = made.seen("zh", [made.row(1, phase="over"), made.row(2, done=())])
    over = replace(known, state="over")
    picture = strip(over, {})
    assert (picture.done_title, picture.done, picture.done_of) == ("走完全程", "1", "/ 2 桌")
    stopped = card(over, over.rows[2], (), shared=False)
    assert (stopped.done, stopped.alert) == ("停在第 3 周协商", "已经结束")
    asked = queue(over, (), shared=False, ready=False)
    assert (asked.act, asked.can_act) == ("正在准备复盘…", False)
    assert queue(over, (), shared=False).act == "开始复盘"


def test_a_seat_that_was_cut_off_and_seen_to_is_not_called_fine() -> None:
    known = made.seen("zh", [made.row(1, away=(AwaySeat(made.SALES, 30, late=False),))])
    assert "断线" in card(known, known.rows[1], (), shared=False).alert


def test_a_table_on_its_own_clock_says_so() -> None:
    known = made.seen("zh", [made.row(1, own_clock=True), made.row(2)])
    assert "单独计时" in card(known, known.rows[1], (), shared=False).alert


def test_the_slowest_table_is_the_one_that_is_furthest_behind_whatever_its_clock() -> None:
    rows = [made.row(1, phase="brief", week=2), made.row(2, phase="negotiate", week=1, own_clock=True)]
    known = made.seen("zh", rows)
    assert strip(known, made.times(known)).slowest == "最慢：第 2 桌"
    done = made.row(2, phase="plan", bots=(made.SALES,), done=tuple(made.seen().seats[1:]))
    level = made.seen("zh", [made.moved(done, table=1), done])
    assert strip(level, made.times(level)).slowest == "", "nobody waits for the computer"


def test_weeks_are_those_the_tables_play_now() -> None:
    known = made.seen("zh", [made.row(1, length=3), made.row(2, length=3), made.row(3, length=5, own_clock=True)])
    assert bar(known, made.times(known)).weeks == 3
    assert bar(known, made.times(known), 3).weeks == 5
