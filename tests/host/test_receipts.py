"""What the facilitator says to a table: a receipt for each laptop that has it, and for nobody who is gone."""

from sandgame.frames.classroom import AskTable, ReceiptTold, ReturnToSeat, SeatGiven, WordsCame
from sandgame.rules.ids import SeatId
from sandgame.rules.room_intents import RollBack, TellTable
from tests.kit.classes import Lesson, Seatmate, lived, turns

ONE, TWO = SeatId(1), SeatId(2)


def say(leader: Seatmate, text: str, to: int = 0, name: str = "leader-01") -> None:
    leader.ask(AskTable(1, name, TellTable(round=1, phase="brief", to=SeatId(to), text=text)))


def got(mate: Seatmate) -> None:
    """As a laptop says it: so many words are on its screen."""
    seat = mate.last(SeatGiven).seat
    mate.ask(WordsCame(seat, len(mate.views[seat].beside.told)))


@lived
async def test_each_laptop_is_counted_when_it_has_the_words(lesson: Lesson) -> None:
    mates = [lesson.seated(1, 1), lesson.seated(1, 2)]
    leader = await lesson.begin()
    say(leader, "Five more minutes")
    await turns()
    assert leader.last(ReceiptTold) == ReceiptTold(1, "leader-01", (ONE, TWO), ())
    got(mates[0])
    assert leader.last(ReceiptTold).came == (ONE,)
    got(mates[1])
    assert leader.last(ReceiptTold).came == (ONE, TWO)
    got(mates[1])
    assert len(leader.all(ReceiptTold)) == 3, "said twice it is counted once"
    assert not mates[0].all(ReceiptTold), "it is told to who leads"


@lived
async def test_who_dropped_out_has_them_when_they_are_back(lesson: Lesson) -> None:
    mate, gone = lesson.seated(1, 1), lesson.mate()
    token = gone.take(1, 2)
    leader = await lesson.begin()
    gone.guest.lost()
    say(leader, "Five more minutes")
    await turns()
    got(mate)
    assert leader.last(ReceiptTold) == ReceiptTold(1, "leader-01", (ONE, TWO), (ONE,))
    back = lesson.mate()
    back.ask(ReturnToSeat(token))
    got(back)
    assert leader.last(ReceiptTold).came == (ONE, TWO)


@lived
async def test_words_to_a_seat_are_meant_for_it_alone_and_a_bot_needs_no_receipt(lesson: Lesson) -> None:
    mate = lesson.seated(1, 1)
    leader = await lesson.begin()
    say(leader, "To all")
    await turns()
    assert leader.last(ReceiptTold).meant == (ONE,)
    say(leader, "To you", to=1, name="leader-02")
    await turns()
    assert leader.last(ReceiptTold) == ReceiptTold(1, "leader-02", (ONE,), ())
    got(mate)
    receipts = [(told.id, told.came) for told in leader.all(ReceiptTold)[2:]]
    assert receipts == [("leader-01", (ONE,)), ("leader-02", (ONE,))]


@lived
async def test_after_going_back_the_words_count_anew(lesson: Lesson) -> None:
    mate = lesson.seated(1, 1)
    leader = await lesson.begin()
    say(leader, "Void")
    await turns()
    got(mate)
    leader.ask(AskTable(1, "leader-02", RollBack(round=1, phase="brief", to_round=1, to_phase="brief")))
    await turns()
    say(leader, "Anew", name="leader-03")
    await turns()
    assert leader.last(ReceiptTold) == ReceiptTold(1, "leader-03", (ONE,), ())
    got(mate)
    assert leader.last(ReceiptTold).came == (ONE,)
