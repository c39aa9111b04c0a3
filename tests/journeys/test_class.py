"""A class from the lobby to the end, with real processes over the real wire, and all that happens in a classroom.

By hand: python -m tests.journeys.test_class 8
"""

import asyncio
import sys
import tempfile
from pathlib import Path

import pytest

from sandgame.cli import main
from sandgame.host.cases import Cases
from sandgame.rules.ids import SeatId
from sandgame.rules.room_intents import PausePlay, ResumePlay, RollBack, ShortenSession, SwapSeats
from sandgame.store.lines import file_of
from tests.kit.laptops import Facilitator, Harm, HostProcess, Laptop, told_again

CASE = "factory-class"
HALF_TIME = (2, "review")


async def lesson(host: HostProcess, laptops: list[Laptop], late: Laptop) -> Facilitator:
    """Two drop out, the host is killed, a table goes back, two swap, one comes late, the session is shortened."""
    leader = Facilitator(host)
    await leader.open()
    laptops[0].rests_at = HALF_TIME
    playing = [asyncio.create_task(laptop.play()) for laptop in laptops]
    await asyncio.gather(*(laptop.seated.wait() for laptop in laptops))
    await leader.begin()
    # the console looks a few times a second: a phase may pass unseen
    await leader.when(lambda rows: (rows[1].round, rows[1].phase) >= (1, "plan"))
    playing.append(asyncio.create_task(late.play()))

    await leader.when(lambda rows: (rows[1].round, rows[1].phase) == HALF_TIME)
    await leader.ask(0, PausePlay(round=1, phase="brief"))
    host.kill()
    await leader.close()
    host.start("resume")
    await leader.open()
    await leader.when(lambda rows: all(row.paused for row in rows.values()))
    await asyncio.gather(roll_back(leader, 2), swap_and_shorten(leader, 1))
    laptops[0].rests_at = None
    await leader.ask(0, ResumePlay(round=1, phase="brief"))
    await asyncio.gather(*playing)
    await leader.close()
    return leader


async def roll_back(leader: Facilitator, table: int) -> None:
    """To the Brief of the week that the table is in; it stays paused."""
    row = leader.rows[table]
    back = RollBack(round=row.round, phase=row.phase, to_round=row.round, to_phase="brief")
    assert (await leader.ask(table, back)).refusal is None


async def swap_and_shorten(leader: Facilitator, table: int) -> None:
    """At half time."""
    for intent in (
        SwapSeats(one=SeatId(1), other=SeatId(2), round=2, phase="review"),
        ShortenSession(length=4, round=2, phase="review"),
    ):
        assert (await leader.ask(table, intent)).refusal is None


def a_class(folder: Path, tables: int) -> None:
    host = HostProcess(folder, CASE, tables, 5)
    host.start()
    scenario = Cases().package(CASE).scenario
    places = [(table, seat) for table in range(1, tables + 1) for seat in scenario.seats]
    cuts: dict[tuple[int, int], dict[int, Harm]] = {(1, 3): {4: "cut", 9: "unanswered"}, (2, 5): {7: "half_open"}}
    laptops = [Laptop(host, scenario, table, seat, cuts.get((table, seat))) for table, seat in places]
    late = laptops.pop(3)
    try:
        asyncio.run(asyncio.wait_for(lesson(host, laptops, late), 60 * tables))
        host.stop()
    finally:
        if host.process is not None:
            host.kill()
    check(folder, [*laptops, late], tables)


def check(folder: Path, laptops: list[Laptop], tables: int) -> None:
    """What happened in the lesson is on the logs."""
    logs = told_again(folder, laptops)
    for number, log in enumerate(logs, start=1):
        path = folder / f"table-{number}.jsonl"
        path.write_bytes(file_of(entry.happened.body for entry in log))
        assert main(["--lang", "en", "replay", str(path)]) == 0
    kinds = [{entry.happened.kind for entry in log} for log in logs]
    assert len(kinds) == tables
    assert {"seats_swapped", "session_shortened"} <= kinds[0]
    assert "rolled_back" in kinds[1]
    assert sum(laptop.drops for laptop in laptops) >= len(laptops), "each was cut off at least when the host was killed"


def test_a_class_loses_nothing_whatever_happens_in_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    a_class(tmp_path, 2)
    assert capsys.readouterr().out.count("The rules come to the same in every week") == 2


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        a_class(Path(place), int(sys.argv[1]))
