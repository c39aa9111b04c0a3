"""What is answered in a debrief while there is no line goes out with the next one, also after the window was closed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from sandgame.frames.classroom import ReturnToSeat, SeatGiven
from sandgame.frames.debrief import HalfTimeTold, KeepDebrief, OwnSaid, Survey, TakeAway
from sandgame.frames.line import LineLost
from sandgame.net.held import HeldSeats
from sandgame.net.laptop import Laptop
from sandgame.rules.ids import SeatId
from tests.kit.lines import HandLine, HandWay
from tests.kit.listening import Listening
from tests.net.test_laptop import ONE, OTHER, TOKEN, TWO, Story

CARD = KeepDebrief(ONE, take_away=TakeAway("numbers by Monday"))
SURVEY = KeepDebrief(ONE, survey=Survey("0123456789abcdef" * 2, "b2", (6, 5)))


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    made = Story(tmp_path, HandLine(), pace=1000.0)
    made.one = made.way._tries[0]  # type: ignore[assignment]
    yield made
    made.end()


def cut(story: Story, *frames: KeepDebrief) -> None:
    """What is answered then waits with the seat."""
    story.say(story.one, None)
    story.heard.wait(LineLost)
    for frame in frames:
        story.laptop.ask(frame)
    story.loop.ask(lambda: None)


def test_it_goes_out_with_the_next_line_and_is_not_refused(story: Story) -> None:
    story.seated((ONE, TOKEN))
    cut(story, CARD, SURVEY)
    assert len(story.heard.told) == 3, "the welcome, the seat and that the line is cut: nothing is said to be lost"
    story.way._tries.append(story.two)
    story.laptop.retry()
    assert story.sent(story.two) == ReturnToSeat(TOKEN)
    story.say(story.two, SeatGiven(1, ONE, TOKEN))
    assert [story.sent(story.two) for _ in range(2)] == [CARD, SURVEY]


def test_it_waits_while_the_window_is_closed_and_goes_out_once(story: Story, tmp_path: Path) -> None:
    story.seated((ONE, TOKEN), (TWO, OTHER))
    cut(story, CARD)
    story.laptop.close()
    held = HeldSeats(tmp_path).of(story.one.welcome.session)
    assert {each.seat: each.waiting for each in held} == {ONE: (CARD,), TWO: ()}
    line, heard = HandLine(), Listening()
    back = Laptop(story.loop, HandWay(line), HeldSeats(tmp_path), held)
    back.listen(heard)
    for each in held:
        assert story.sent(line) == ReturnToSeat(each.token)
        story.say(line, SeatGiven(1, each.seat, each.token))
    assert story.sent(line) == CARD
    assert [each.waiting for each in HeldSeats(tmp_path).all()] == [(), ()]
    back.close()


def test_what_the_host_told_before_it_had_come_is_told_with_it(story: Story) -> None:
    story.seated((ONE, TOKEN), (TWO, OTHER))
    cut(story, CARD, SURVEY)
    story.way._tries.append(story.two)
    story.laptop.retry()
    for seat, token in ((ONE, TOKEN), (TWO, OTHER)):
        assert story.sent(story.two) == ReturnToSeat(token)
        story.say(story.two, SeatGiven(1, seat, token))
    assert [story.sent(story.two) for _ in range(2)] == [CARD, SURVEY]
    before = OwnSaid(ONE, show=True, word="busy")
    story.say(story.two, HalfTimeTold(1, 2, (), said=(before, OwnSaid(TWO))))
    told = story.heard.wait(HalfTimeTold)
    assert told.said == (replace(before, take_away=CARD.take_away, survey=SURVEY.survey), OwnSaid(TWO))
    newer = KeepDebrief(ONE, take_away=TakeAway("numbers by Friday"))
    story.laptop.ask(newer)
    assert story.sent(story.two) == newer
    since = len(story.heard.told)
    story.say(story.two, HalfTimeTold(1, 2, (), said=(before,)))
    assert story.heard.wait(HalfTimeTold, since=since).said[0].take_away == newer.take_away


def test_for_a_seat_that_is_not_held_here_nothing_waits(story: Story, tmp_path: Path) -> None:
    story.seated((ONE, TOKEN))
    cut(story, KeepDebrief(SeatId(3), word="x"))
    assert [each.waiting for each in HeldSeats(tmp_path).all()] == [()]
