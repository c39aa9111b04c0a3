"""A laptop's line to a class: what is sent, what is sent again, and what is said when it is cut."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest

from sandgame.frames.class_wire import Asked
from sandgame.frames.classroom import (
    AskTable,
    ClockTold,
    JoinReason,
    Lead,
    LeaveSeat,
    LobbySeat,
    LobbyTable,
    LobbyTold,
    Refused,
    ReturnToSeat,
    SeatGiven,
    StartClass,
    TableAnswered,
    TakeSeat,
    WatchTable,
    Welcome,
)
from sandgame.frames.line import JoinFailed, LineBack, LineLost, NoWay
from sandgame.frames.seat import Answered, Submit
from sandgame.host.thread import Loop
from sandgame.net.client import NoWayError
from sandgame.net.held import HeldSeats
from sandgame.net.laptop import Laptop
from sandgame.rules.ids import SeatId
from sandgame.rules.intents import FinishPhase
from sandgame.rules.reason import Reason
from sandgame.rules.room_intents import PausePlay
from tests.kit.lines import HandLine, HandWay
from tests.kit.listening import Listening

ONE, TWO = SeatId(1), SeatId(2)
TOKEN, OTHER = "a" * 32, "b" * 32
DONE = FinishPhase(round=1, phase="brief")
F = TypeVar("F")


class Story:
    """A laptop with two lines one after the other, and whoever sits there listening."""

    def __init__(self, folder: Path, *tries: HandLine | NoWayError, pace: float = 0.0) -> None:
        self.loop = Loop()
        self.one, self.two = HandLine(), HandLine()
        self.way = HandWay(*(tries or (self.one, self.two)))
        self.seats = HeldSeats(folder)
        self.heard = Listening()
        self.laptop = Laptop(self.loop, self.way, self.seats, pace=pace)

    def begin(self) -> Story:
        self.laptop.listen(self.heard)
        return self

    def say(self, line: HandLine, *frames: object) -> None:
        self.loop.ask(lambda: line.say(*frames))  # type: ignore[arg-type]

    def sent(self, line: HandLine) -> Asked:
        """The next frame."""

        async def next_one() -> Asked:
            async with asyncio.timeout(30):
                return await line.sent.get()

        return self.loop.run(next_one())

    def nothing_sent(self, line: HandLine) -> bool:
        self.loop.ask(lambda: None)
        return line.sent.empty()

    def seated(self, *seats: tuple[SeatId, str]) -> Story:
        self.begin()
        for seat, token in seats:
            self.say(self.one, SeatGiven(1, seat, token))
            self.heard.wait(SeatGiven, SeatGiven(1, seat, token).__eq__)
        return self

    def back(self, *seats: tuple[SeatId, str]) -> None:
        """The line is cut; on the next one the seats are held again."""
        self.say(self.one, None)
        for seat, token in seats:
            assert self.sent(self.two) == ReturnToSeat(token)
            self.say(self.two, SeatGiven(1, seat, token))
        self.heard.wait(LineBack)

    def end(self) -> None:
        self.laptop.close()
        self.loop.stop()


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    made = Story(tmp_path)
    yield made
    made.end()


def test_a_laptop_is_welcomed_first_and_asked_for_seats_goes_out_then(story: Story) -> None:
    story.begin().laptop.ask(TakeSeat(1, ONE))
    assert story.sent(story.one) == TakeSeat(1, ONE)
    assert isinstance(story.heard.told[0], Welcome)


def test_one_intent_of_a_seat_is_under_way_at_a_time(story: Story) -> None:
    story.seated((ONE, TOKEN), (TWO, OTHER))
    first, second = (story.laptop.submit(DONE, ONE) for _ in range(2))
    third = story.laptop.submit(DONE, TWO)
    assert [story.sent(story.one).id for _ in range(2)] == [first, third]  # type: ignore[union-attr]
    assert story.nothing_sent(story.one)
    story.say(story.one, Answered(ONE, first, None, stored=True))
    assert story.sent(story.one) == Submit(ONE, second, DONE)


def test_only_what_was_under_way_is_sent_again_and_by_the_same_id(story: Story) -> None:
    story.seated((ONE, TOKEN))
    first, second = (story.laptop.submit(DONE, ONE) for _ in range(2))
    assert story.sent(story.one) == Submit(ONE, first, DONE)
    story.back((ONE, TOKEN))
    assert story.sent(story.two) == Submit(ONE, first, DONE)
    assert story.nothing_sent(story.two)
    assert story.heard.all(Answered) == [Answered(ONE, second, None, stored=False)]
    story.say(story.two, Answered(ONE, first, None, stored=True))
    assert story.heard.wait(Answered, lambda told: told.id == first).stored


def test_what_was_under_way_in_a_seat_that_somebody_else_has_now_is_not_sent(story: Story) -> None:
    story.seated((ONE, TOKEN))
    name = story.laptop.submit(DONE, ONE)
    story.sent(story.one)
    story.say(story.one, None)
    assert story.sent(story.two) == ReturnToSeat(TOKEN)
    story.say(story.two, SeatGiven(1, TWO, TOKEN))
    answer = story.heard.wait(Answered)
    assert (answer.id, answer.refusal and answer.refusal.reason) == (name, Reason.NOT_YOUR_SEAT)
    assert story.nothing_sent(story.two)


def test_nothing_waits_to_go_out_by_itself_while_the_line_is_cut(tmp_path: Path) -> None:
    story = Story(tmp_path, HandLine(), pace=1000.0)
    line = story.way._tries[0]
    assert isinstance(line, HandLine)
    story.begin()
    story.heard.wait(Welcome)
    story.say(line, None)
    story.heard.wait(LineLost)
    name = story.laptop.submit(DONE, ONE)
    assert story.heard.wait(Answered) == Answered(ONE, name, None, stored=False)
    story.laptop.ask(StartClass())
    assert story.heard.wait(Refused) == Refused(JoinReason.NOT_STORED)
    story.end()


def test_the_tries_are_one_two_four_eight_seconds_apart_and_go_on(tmp_path: Path) -> None:
    line = HandLine()
    story = Story(tmp_path, line).begin()
    story.say(line, None)
    story.heard.wait(LineLost, lambda told: told.tries == 5)
    story.end()
    lost = story.heard.all(LineLost)[:6]
    assert [told.retry for told in lost] == [1, 2, 4, 8, 8, 8]
    assert [told.tries for told in lost] == [0, 1, 2, 3, 4, 5]


def test_whoever_does_not_want_to_wait_tries_at_once(tmp_path: Path) -> None:
    first, second = HandLine(), HandLine()
    story = Story(tmp_path, first, second, pace=1000.0).begin()
    story.say(first, None)
    story.heard.wait(LineLost)
    story.laptop.retry()
    story.heard.wait(LineBack)
    story.end()


def test_the_seat_waits_a_third_of_the_phase_and_never_longer_than_ninety_seconds(tmp_path: Path) -> None:
    for seconds, least, most in ((120.0, 30, 40), (600.0, 80, 90), (None, 80, 90)):
        line = HandLine()
        story = Story(tmp_path, line, pace=1000.0).begin()
        story.say(line, ClockTold(1, 1, "plan", seconds, running=True))
        story.say(line, ClockTold(1, 1, "plan", seconds and seconds / 2, running=True), None)
        assert least < story.heard.wait(LineLost).grace <= most
        story.end()


def test_a_laptop_with_two_seats_comes_back_to_both(story: Story) -> None:
    story.seated((ONE, TOKEN), (TWO, OTHER)).back((ONE, TOKEN), (TWO, OTHER))
    after = story.heard.told[story.heard.told.index(LineBack()) :]
    assert [told.seat for told in after if isinstance(told, SeatGiven)] == [1, 2]


def test_a_seat_is_held_in_a_file_of_its_owner_until_it_is_given_up(story: Story, tmp_path: Path) -> None:
    story.seated((ONE, TOKEN))
    held = HeldSeats(tmp_path).all()
    assert [(seat.session, seat.seat, seat.token, seat.title_en, seat.name_zh) for seat in held] == [
        ("a-session", 1, TOKEN, "Trial", "甲")
    ]
    assert (tmp_path / "seats.json").stat().st_mode & 0o777 == 0o600
    story.laptop.ask(LeaveSeat(ONE))
    assert story.sent(story.one) == LeaveSeat(ONE)
    assert HeldSeats(tmp_path).all() == ()


def test_a_seat_of_yesterday_is_held_no_more(story: Story, tmp_path: Path) -> None:
    story.seated((ONE, TOKEN))
    late = HeldSeats(tmp_path, lambda: story.seats.now() + 13 * 3600)
    assert late.all() == ()


def test_of_a_class_that_was_ended_the_seat_leads_to_its_debrief_even_if_its_window_dies(
    story: Story, tmp_path: Path
) -> None:
    story.seated((ONE, TOKEN))
    story.say(story.one, LobbyTold("over", "each", ()))
    story.heard.wait(LobbyTold)
    assert [(held.token, held.over) for held in HeldSeats(tmp_path).all()] == [(TOKEN, True)]
    known = len(story.heard.told)
    story.say(story.one, None)
    assert story.sent(story.two) == ReturnToSeat(TOKEN)
    story.say(story.two, SeatGiven(1, ONE, TOKEN))
    story.heard.wait(SeatGiven, since=known)
    assert [(held.token, held.over) for held in HeldSeats(tmp_path).all()] == [(TOKEN, True)]


def test_of_a_class_that_never_began_no_seat_is_kept(story: Story, tmp_path: Path) -> None:
    story.seated((ONE, TOKEN))
    story.say(story.one, LobbyTold("lobby", "each", ()), LobbyTold("over", "each", ()))
    story.heard.wait(LobbyTold, lambda lobby: lobby.state == "over")
    assert HeldSeats(tmp_path).all() == ()


def test_a_file_that_cannot_be_read_holds_nothing(tmp_path: Path) -> None:
    (tmp_path / "seats.json").write_bytes(b'[{"session": "\xff')
    assert HeldSeats(tmp_path).all() == ()


def test_a_token_that_the_host_does_not_know_is_forgotten(story: Story, tmp_path: Path) -> None:
    story.seated((ONE, TOKEN))
    story.say(story.one, None)
    assert story.sent(story.two) == ReturnToSeat(TOKEN)
    story.say(story.two, Refused(JoinReason.UNKNOWN_TOKEN))
    story.heard.wait(LineBack)
    assert story.heard.wait(Refused).reason == JoinReason.UNKNOWN_TOKEN
    assert HeldSeats(tmp_path).all() == ()


def test_whoever_took_up_the_seat_elsewhere_keeps_it(story: Story, tmp_path: Path) -> None:
    story.seated((ONE, TOKEN))
    story.say(story.one, Refused(JoinReason.SEATED_ELSEWHERE, closing=True), None)
    story.heard.wait(Refused)
    story.end()
    assert story.way.tried == 1
    assert story.heard.all(LineLost) == []
    assert HeldSeats(tmp_path).all() == ()


def test_a_host_of_another_version_is_not_tried_again(tmp_path: Path) -> None:
    line = HandLine()
    refused = NoWayError(NoWay.REFUSED, Refused(JoinReason.OTHER_VERSION, limit=9, closing=True))
    story = Story(tmp_path, line, NoWayError(NoWay.SHUT), refused).begin()
    story.say(line, None)
    assert story.heard.wait(JoinFailed) == JoinFailed(NoWay.REFUSED, JoinReason.OTHER_VERSION, 9)
    story.end()
    assert story.way.tried == 3


def test_a_class_that_cannot_be_joined_says_why_and_nothing_else(tmp_path: Path) -> None:
    story = Story(tmp_path, NoWayError(NoWay.NOT_HEARD)).begin()
    assert story.heard.wait(JoinFailed) == JoinFailed(NoWay.NOT_HEARD)
    story.end()
    assert story.heard.told == [JoinFailed(NoWay.NOT_HEARD)]


def test_after_the_end_a_cut_line_is_mended_without_a_word(story: Story) -> None:
    lobby = LobbyTold("over", "each", (LobbyTable(1, (LobbySeat(ONE, "here"),)),))
    story.seated((ONE, TOKEN))
    story.say(story.one, lobby, None)
    assert story.sent(story.two) == ReturnToSeat(TOKEN)
    known = len(story.heard.told)
    story.say(story.two, SeatGiven(1, ONE, TOKEN), lobby)
    story.heard.wait(LobbyTold, since=known)
    assert not story.heard.all(LineLost)
    assert not story.heard.all(LineBack)
    story.end()
    assert story.way.over


def test_the_facilitator_sees_on_after_the_line_was_cut(tmp_path: Path) -> None:
    one, two = HandLine(), HandLine()
    story = Story(tmp_path, one, two)
    story.way._greeting = (Lead(TOKEN),)
    story.begin()
    pause = PausePlay(round=1, phase="brief")
    asks = [AskTable(table, f"name-{table}-000", pause) for table in (0, 1, 2)]
    story.laptop.ask(WatchTable(2))
    for frame in asks:
        story.laptop.ask(frame)
    assert [story.sent(one) for _ in range(5)] == [Lead(TOKEN), WatchTable(2), *asks]
    tables = tuple(LobbyTable(number, ()) for number in (1, 2))
    answers = [TableAnswered(1, "name-1-000", None, stored=True), TableAnswered(1, "name-0-000", None, stored=True)]
    story.say(one, LobbyTold("playing", "each", tables), *answers, None)
    # what one of two tables has not answered yet, and what the second was asked alone
    assert [story.sent(two) for _ in range(4)] == [Lead(TOKEN), WatchTable(2), asks[0], asks[2]]
    story.end()


def test_what_is_asked_last_still_goes_out(story: Story) -> None:
    story.seated((ONE, TOKEN))
    story.laptop.ask(LeaveSeat(ONE))
    story.laptop.close()
    assert story.one.sent.get_nowait() == LeaveSeat(ONE)


def test_nothing_is_told_to_who_has_hung_up(story: Story) -> None:
    story.seated((ONE, TOKEN))
    story.laptop.close()
    told = len(story.heard.told)
    story.laptop.submit(DONE, ONE)
    story.laptop.ask(StartClass())
    story.laptop.retry()
    assert len(story.heard.told) == told
