"""A class in which everything breaks, again and again: nothing answered is lost, nothing is done twice.

By hand: python -m tests.journeys.test_chaos RUNS [SEED]
"""

import asyncio
import sys
import tempfile
from pathlib import Path

from sandgame.rules.draw import draw
from sandgame.rules.room_intents import ResumePlay
from tests.kit.laptops import Facilitator, Harm, HostProcess, Laptop, told_again
from tests.kit.trial import SCENARIO

RUNS = 20
SEED = "chaos-1"
"""Another one breaks other things; it is printed with every failure."""
AT_ONCE = 3
HARMS: tuple[Harm, ...] = ("cut", "unanswered", "torn", "half_open", "twice")
FRAMES = 14
"""About so many frames a seat sends in this case."""


def harms(run: str) -> dict[int, Harm]:
    """One frame in four is harmed."""
    return {
        frame: HARMS[draw(f"{run}:harm:{frame}") % len(HARMS)]
        for frame in range(1, 4 * FRAMES)
        if draw(f"{run}:harmed:{frame}") % 4 == 0
    }


async def chaos(folder: Path, run: str) -> None:
    host = HostProcess(folder, "trial", 2, 2)
    await asyncio.to_thread(host.start)
    try:
        laptops = [
            Laptop(host, SCENARIO, table, seat, harms(f"{run}:{table}:{seat}")) for table in (1, 2) for seat in (1, 2)
        ]
        await asyncio.wait_for(broken_lesson(host, laptops, 1 + draw(f"{run}:kill") % (3 * FRAMES)), 60)
        await asyncio.to_thread(host.stop)
    finally:
        if host.process is not None:
            host.kill()
    told_again(folder, laptops)


async def broken_lesson(host: HostProcess, laptops: list[Laptop], kill_after: int) -> None:
    """The host is killed after so many answers, and goes on as soon as the facilitator says so."""
    leader = Facilitator(host)
    await leader.open()
    playing = asyncio.gather(*(laptop.play() for laptop in laptops))
    await asyncio.gather(*(laptop.seated.wait() for laptop in laptops))
    await leader.begin()
    while not playing.done() and sum(laptop.answers for laptop in laptops) < kill_after:
        await asyncio.wait([playing], timeout=0.01)
    if not playing.done():
        host.kill()
        await leader.close()
        await asyncio.to_thread(host.start, "resume")
        await leader.open()
        await leader.when(lambda rows: all(row.paused or row.phase == "over" for row in rows.values()))
        await leader.ask(0, ResumePlay(round=1, phase="brief"))
    await playing
    await leader.close()


async def runs(folder: Path, count: int, seed: str) -> None:
    room = asyncio.Semaphore(AT_ONCE)

    async def one(number: int) -> None:
        place = folder / str(number)
        async with room:
            try:
                await chaos(place, f"{seed}:{number}")
            except BaseException as error:
                error.add_note(f"run {number} of seed {seed!r}")
                raise

    await asyncio.gather(*(one(number) for number in range(count)))


def test_twenty_classes_in_which_everything_breaks_lose_nothing(tmp_path: Path) -> None:
    print(f"chaos drawn with {SEED!r}")
    asyncio.run(runs(tmp_path, RUNS, SEED))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        asyncio.run(runs(Path(home), int(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else SEED))
    print(f"{sys.argv[1]} runs: nothing lost, nothing done twice")
