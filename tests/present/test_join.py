"""The way into a class in words: every trouble says what to do, seats name departments only, the check helps."""

import pytest

from sandgame.frames.classroom import JoinReason, WeekOfStandIn
from sandgame.frames.line import Cause, Diagnosis, JoinFailed, NoWay, Step
from sandgame.present.class_seats import Choosing, seat_list
from sandgame.present.class_waiting import notice, waiting_room
from sandgame.present.doctor import HELPS, doctor_page
from sandgame.present.join import join_page, no_way, said_no, shown_code, typed_address
from sandgame.present.line import banner, clock_picture, stand_in_note
from sandgame.rules.ids import SeatId
from sandgame.text.speech import LANGUAGES, Language, Speech
from tests.kit.lesson import CODE, findings, lobby, welcome


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_keeps_a_laptop_out_says_what_happened_and_what_to_do(language: Language) -> None:
    speech = Speech(language)
    told = [no_way(speech, JoinFailed(why)) for why in NoWay] + [said_no(speech, reason) for reason in JoinReason]
    assert all(each.title and each.do and each.title != each.do for each in told)
    assert len({each.title for each in told}) == len(told)


def test_where_the_host_itself_said_no_its_reason_is_told() -> None:
    speech = Speech("en")
    refused = JoinFailed(NoWay.REFUSED, JoinReason.OTHER_VERSION, 2)
    assert no_way(speech, refused) == said_no(speech, JoinReason.OTHER_VERSION)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("cause", Cause)
def test_every_cause_is_said_with_what_helps_best_first(language: Language, cause: Cause) -> None:
    page = doctor_page(Speech(language), Diagnosis(findings("ok", "failed"), cause), CODE)
    assert page.line
    assert len(page.helps) == len(HELPS[cause]) >= 1
    assert page.line in page.report


def test_the_wire_is_whole_up_to_where_it_is_stuck() -> None:
    say = Speech("en")
    shut = Diagnosis(
        findings("ok", "ok", "failed", facts={Step.PORT: (("port", "47800"), ("answer", "refused"))}), Cause.FIREWALL
    )
    wire = doctor_page(say, shut, CODE).wire
    assert wire.links == ("ok", "failed")
    assert wire.cut == "refused on port 47800"
    unheard = Diagnosis(findings("ok", "failed"), Cause.NOT_HEARD)
    assert doctor_page(say, unheard, CODE).wire.links == ("ok", "failed")
    offline = Diagnosis(findings("failed"), Cause.NO_NETWORK)
    assert doctor_page(say, offline, CODE).wire.links == ("failed", "waiting")


def test_of_the_steps_that_were_not_reached_only_the_next_is_shown() -> None:
    page = doctor_page(Speech("en"), Diagnosis(findings("ok", "ok", "failed"), Cause.FIREWALL), CODE)
    assert [row.state for row in page.rows] == ["ok", "ok", "failed", "waiting"]


def test_who_has_a_seat_is_not_told_that_the_class_is_full() -> None:
    full = Diagnosis(findings(*["ok"] * 6, "failed"), Cause.CLASS_FULL)
    page = doctor_page(Speech("en"), full, CODE, in_use=True)
    assert not page.helps
    assert all(row.state == "ok" for row in page.rows)


def test_the_report_holds_addresses_and_times_and_no_code_of_the_class() -> None:
    facts = {Step.NETWORK: (("networks", "10.20.4.37/24"),), Step.CODE: (("code", CODE),)}
    found = Diagnosis(findings(*["ok"] * 6, facts=facts), Cause.CLASS_FULL, (("code", CODE),))
    report = doctor_page(Speech("en"), found, CODE).report
    assert "networks=10.20.4.37/24" in report
    assert CODE not in report


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("192.168.1.20:47800", "192.168.1.20:47800"),
        (" 192.168.1.20：47800 ", "192.168.1.20:47800"),
        ("192.168.1.20 : 047800", "192.168.1.20:47800"),
        ("10.0.0.7", "10.0.0.7"),
        ("10.0.0.300", None),
        ("10.0.0.7:70000", None),
        ("the big screen", None),
    ],
)
def test_an_address_is_read_as_people_type_it(typed: str, meant: str | None) -> None:
    assert typed_address(typed) == meant


def test_a_code_stands_as_on_the_big_screen() -> None:
    assert shown_code("K7P4QX") == "K7P–4QX"


# seats


def test_a_taken_seat_is_named_by_its_department_only() -> None:
    page = seat_list(Speech("en"), Choosing(welcome(), lobby((1, 2), names={2: "Min Wang", 3: "Lei Chen"})))
    texts = [text for table in page.tables for seat in table.seats for text in (seat.name, seat.line, seat.spoken)]
    assert not any("Min Wang" in text for text in texts)
    assert any("Lei Chen" in text for text in texts)


def test_who_wants_to_sit_anywhere_fills_the_table_that_is_fullest_and_takes_nobodys_place() -> None:
    choice = Choosing(welcome(), lobby((2, 1), (2, 2), (1, 1), names={})).anywhere()
    assert choice.table == 2
    meant = Choosing(welcome(), lobby((1, 1), names={2: "Min Wang"}, tables=1)).anywhere()
    assert meant.seat == SeatId(3)


def test_a_seat_that_somebody_took_meanwhile_is_not_chosen_any_more() -> None:
    choice = Choosing(welcome(), lobby()).on(1, SeatId(3))
    assert choice.spots() == ((1, SeatId(3)),)
    assert choice.at(lobby((1, 3))).spots() == ()
    assert choice.at(lobby((1, 4))).spots() == ((1, SeatId(3)),)


def test_a_laptop_for_a_whole_table_takes_all_that_is_free_there() -> None:
    choice = Choosing(welcome(whole=True), lobby((2, 1))).on(2, SeatId(4))
    assert [seat for _, seat in choice.spots()] == [2, 3, 4, 5, 6]
    page = seat_list(Speech("en"), choice)
    assert not page.people
    assert page.can_go


def test_where_nothing_is_free_the_list_says_what_to_do() -> None:
    everything = tuple((1, seat) for seat in range(1, 7))
    page = seat_list(Speech("en"), Choosing(welcome(), lobby(*everything, tables=1)))
    assert page.full
    assert page.full_do
    assert not page.can_go
    assert not page.any_text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_notice_says_what_why_who_and_how_long(language: Language) -> None:
    page = notice(Speech(language))
    assert len(page.items) == 4
    assert all(bold and plain for _, bold, plain in page.items)


def test_the_notice_does_not_deny_the_names_that_the_page_before_it_showed() -> None:
    said = " ".join(plain for _, _, plain in notice(Speech("en")).items)
    assert "No names" not in said
    assert "names on the seat list" in said


def test_who_waits_reads_for_whom_a_seat_is_kept() -> None:
    names = {2: "Min Wang", 4: "Lei Chen"}
    page = waiting_room(Speech("en"), welcome(), lobby((1, 4), names=names), 1, (SeatId(4),), scored=True)
    assert [mate.line for mate in page.mates][:4] == ["Free", "For Min Wang", "Free", "Taken"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_code_that_no_class_has_leads_on_to_the_boxes_for_a_seat_code(language: Language) -> None:
    say = Speech(language)
    button = join_page(say).by_seat
    for why in (NoWay.NOT_HEARD, NoWay.WRONG_CODE):
        assert button in no_way(say, JoinFailed(why)).do
    helps = doctor_page(say, Diagnosis(findings("ok", "failed"), Cause.WRONG_CODE), CODE).helps
    assert any(button in each.line for each in helps)


def test_who_waits_reads_the_department_and_what_comes() -> None:
    page = waiting_room(Speech("en"), welcome(), lobby((1, 4)), 1, (SeatId(4),), scored=False)
    assert "Production" in page.title
    assert page.role
    assert page.unscored
    assert [mate.mine for mate in page.mates] == [False, False, False, True, False, False]


# the line and the clock


@pytest.mark.parametrize(
    ("seconds", "text", "tone"),
    [(198.0, "03:18", "calm"), (30.2, "00:31", "calm"), (30.0, "00:30", "warn"), (11.0, "00:11", "warn"),
     (10.0, "00:10", "urgent"), (0.4, "00:01", "urgent")],
)  # fmt: skip
def test_the_clock_presses_from_30_and_from_10_seconds(seconds: float, text: str, tone: str) -> None:
    clock = clock_picture(Speech("en"), seconds, paused=False, waiting=False)
    assert clock is not None
    assert (clock.text, clock.tone) == (text, tone)


def test_a_clock_that_stands_still_says_why() -> None:
    say = Speech("en")
    paused = clock_picture(say, 90.0, paused=True, waiting=False)
    waiting = clock_picture(say, 90.0, paused=True, waiting=True)
    over = clock_picture(say, 0.0, paused=False, waiting=False)
    assert paused is not None and waiting is not None and over is not None  # noqa: PT018
    assert {paused.tone, waiting.tone} == {"paused"}
    assert len({paused.text, waiting.text, over.text}) == 3
    assert clock_picture(say, None, paused=False, waiting=False) is None


def test_the_banner_counts_the_seconds_of_grace_and_then_no_more() -> None:
    say = Speech("en")
    held = banner(say, tries=3, retry=4.0, grace=61.0, whole=90.0)
    assert "61" in held.grace
    assert "3" in held.title
    late = banner(say, tries=9, retry=8.0, grace=0.0, whole=90.0)
    assert not late.grace
    assert late.line != held.line


def test_the_stand_in_tells_by_week_what_it_did() -> None:
    weeks = (WeekOfStandIn(2, 3, 2, 1, 0, 1, 0, 0, 0, True), WeekOfStandIn(3, 0, 0, 0, 0, 0, 0, 0, 0, False))
    note = stand_in_note(Speech("en"), weeks)
    assert [week for week, _ in note.weeks] == ["Week 2", "Week 3"]
    assert len(note.weeks[0][1]) == 3
    assert len(note.weeks[1][1]) == 1
