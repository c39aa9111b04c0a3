"""Frames from somebody who means harm: no crash, no leak, no change of state.

By hand: python -m tests.net.test_hostile FRAMES [SEED]
"""

import asyncio
import json
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from sandgame.frames import class_wire
from sandgame.frames.classroom import (
    PROTOCOL,
    AskTable,
    Hello,
    Lead,
    LookAt,
    ReturnByCode,
    ReturnToSeat,
    StartClass,
    TakeSeat,
)
from sandgame.frames.seat import AskView, Submit
from sandgame.frames.wire import UnreadableError
from sandgame.host.hall import Hall
from sandgame.rules.draw import draw
from sandgame.rules.ids import SeatId
from sandgame.rules.intents import FinishPhase, SendMessage
from sandgame.rules.room_intents import RollBack
from tests.kit.classes import KEY, Seatmate, a_store, opened, started, turns
from tests.kit.rooms import swiftly

FRAMES = 5_000
SEED = "hostile-1"
HUGE = "9" * 400

Forger = Callable[[str], bytes]


def of_another_seat(key: str) -> bytes:
    return class_wire.encode(
        Submit(SeatId(2), f"hostile-{draw(key) % 10**6}", SendMessage(round=1, phase="brief", to=SeatId(1), text="hi"))
    )


def of_the_wrong_phase(key: str) -> bytes:
    return class_wire.encode(Submit(SeatId(1), f"hostile-{draw(key)}", FinishPhase(round=draw(key) % 12, phase="plan")))


def forged_token(key: str) -> bytes:
    return class_wire.encode(ReturnToSeat(f"{draw(key):032x}"))


def forged_key(key: str) -> bytes:
    return class_wire.encode(Lead(f"{draw(key):032x}"))


def guessed_code(_key: str) -> bytes:
    return class_wire.encode(ReturnByCode("AAAAAA"))


def taken_seat(key: str) -> bytes:
    return class_wire.encode(TakeSeat(1 + draw(key) % 12, SeatId(1 + draw(key) % 2)))


def of_the_facilitator(key: str) -> bytes:
    asked = RollBack(round=1, phase="brief", to_round=1, to_phase="brief")
    frames = (StartClass(), LookAt(1, SeatId(2)), AskTable(0, "hostile-0001", asked))
    return class_wire.encode(frames[draw(key) % len(frames)])


def of_a_seat_not_held(_key: str) -> bytes:
    return class_wire.encode(AskView(SeatId(2)))


def deep(key: str) -> bytes:
    return (b"[", b'{"kind":')[draw(key) % 2] * (1_000 + draw(key) % 9_000)


def bad_text(key: str) -> bytes:
    return class_wire.encode(Hello(PROTOCOL, "x")).replace(b"x", bytes([128 + draw(key) % 128, 0xC0, draw(key) % 256]))


def noise(key: str) -> bytes:
    return bytes(draw(f"{key}:{n}") % 256 for n in range(draw(key) % 64))


def huge_number(key: str) -> bytes:
    return of_the_wrong_phase(key).replace(b'"seat":1', b'"seat":' + HUGE.encode())


def strange_intent(key: str) -> bytes:
    """A frame that is right but for one field."""
    strange: tuple[object, ...] = (None, -1, 1.5, HUGE, [], {}, "../../x", "<b>1</b>", "\u0000", True, int(HUGE))
    frame = json.loads(of_the_wrong_phase(key))
    part = (frame, frame["intent"])[draw(key) % 2]
    names = sorted(part)
    part[names[draw(f"{key}:name") % len(names)]] = strange[draw(f"{key}:value") % len(strange)]
    return json.dumps(frame).encode()


def one_byte_off(key: str) -> bytes:
    data = bytearray(of_another_seat(key))
    # not the number of the seat itself: that might be one's own, and then nothing is wrong with it
    places = [place for place in range(len(data)) if place != data.index(b'"seat":') + 7]
    data[places[draw(f"{key}:place") % len(places)]] = draw(f"{key}:byte") % 256
    return bytes(data)


FORGERS: tuple[Forger, ...] = (
    of_another_seat, of_the_wrong_phase, forged_token, forged_key, guessed_code, taken_seat, of_the_facilitator,
    of_a_seat_not_held, deep, bad_text, noise, huge_number, strange_intent, one_byte_off,
)  # fmt: skip


async def attacked(folder: Path, count: int, seed: str) -> None:
    """A trainee in seat 1 sends all of it; whenever he is shown out he comes back with his token."""
    store = a_store(folder)
    hall = opened(store)
    token = Seatmate(hall).take(1, 1)
    Seatmate(hall).take(1, 2)
    started(hall)
    await turns()
    table = hall.tables[0]
    before, secrets = table.table.state, (KEY, *(chair.token for chair in table.seating.chairs.values()))
    rows = len(store.read(table.table.game))
    attacker = back(hall, token)
    for number in range(count):
        key = f"{seed}:{number}"
        data = FORGERS[draw(key) % len(FORGERS)](key)
        attacker.guest.receive(data)
        if attacker.hung_up:
            check_told(attacker, secrets)
            await asyncio.sleep(0)
            attacker = back(hall, token)
        if number % 64 == 0:
            await turns(2)
            assert table.table.state == before, f"frame {number} of {seed!r} changed the game: {data!r}"
    await turns()
    check_told(attacker, secrets)
    assert table.table.state == before
    assert len(store.read(table.table.game)) == rows
    assert len(hall._guests) <= 4, "who was shown out is gone"
    hall.close()
    store.close()


def back(hall: Hall, token: str) -> Seatmate:
    mate = Seatmate(hall)
    mate.ask(ReturnToSeat(token))
    assert mate.views[SeatId(1)].me.seat == 1
    return mate


def check_told(mate: Seatmate, secrets: tuple[str, ...]) -> None:
    """Only the own seat was ever seen, and no secret of anybody else."""
    assert set(mate.views) == {SeatId(1)}
    for frame in mate.told:
        data = class_wire.encode(frame).decode()
        assert not any(secret in data for secret in secrets)


def test_five_thousand_hostile_frames_change_nothing_and_learn_nothing(tmp_path: Path) -> None:
    print(f"hostile frames drawn with {SEED!r}")
    swiftly(attacked(tmp_path, FRAMES, SEED))


def test_every_kind_of_hostile_frame_is_either_no_frame_or_refused() -> None:
    """The forgers forge: some frames are read, some are not."""
    read = {forger.__name__: 0 for forger in FORGERS}
    for forger in FORGERS:
        for number in range(20):
            try:
                class_wire.read_asked(forger(f"{SEED}:{number}"))
                read[forger.__name__] += 1
            except UnreadableError:
                pass
    assert all(read[name] == 20 for name in ("of_another_seat", "forged_token", "of_the_facilitator", "taken_seat"))
    assert all(read[name] == 0 for name in ("deep", "bad_text", "noise", "huge_number"))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        swiftly(attacked(Path(home), int(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else SEED))
    print(f"{sys.argv[1]} hostile frames: nothing changed, nothing told")
