"""What is made after play: a table's first page, also while another's losses are computed, its marks, all losses."""

from __future__ import annotations

import asyncio
import time
from functools import partial

from sandgame.host.debriefing import Log, first_page
from sandgame.host.debriefs import Debriefs, Over
from sandgame.host.jobs import AsideDesk, Jobs
from sandgame.lab.debriefs import gone
from sandgame.lab.worths import worths
from sandgame.rules.events import Event
from sandgame.scoring.marks import marks
from sandgame.store.class_memory import MemoryClassStore
from tests.bench.figure import put, runs, seconds
from tests.kit.cases import game, package

CASE, TABLES = "factory", 8


def main() -> None:
    logs = [game(CASE, "mixed", seed).events for seed in range(TABLES)]
    events, length = logs[0], max(package(CASE).scenario.lengths)
    anchors = package(CASE).anchors(length)
    assert anchors is not None
    log = Log(1, events, frozenset(), anchors, whole=True)
    few, known = runs(5), worths(events)
    put("debrief.first_page", [1_000 * s for s in seconds(partial(first_page, log), runs(21))], "ms", "1000 or less")
    put("debrief.worths", seconds(partial(worths, events), few), "s")
    scored = partial(marks, events, known, anchors)
    put("debrief.marks", [1_000 * s for s in seconds(scored, runs(21))], "ms", "200 or less")

    def all_losses() -> None:
        for each in logs:
            gone(each)

    put("debrief.losses_of_eight", seconds(all_losses, 1), "s", "60 or less")
    waits = [max(asyncio.run(first_pages(logs))) for _ in range(runs(5))]
    put("debrief.first_page_of_eight", [1_000 * s for s in waits], "ms", "1000 or less")


async def first_pages(logs: list[tuple[Event, ...]]) -> list[float]:
    """Seconds from the end to the first page of each of seven tables that end when the losses of the eighth are under
    way; the processes are ready, as they are made when the last week begins."""
    jobs, ended, came = Jobs(AsideDesk(apart=True)), dict[int, float](), dict[int, float]()
    busy = asyncio.Event()

    def told(number: int) -> None:
        if number not in debriefs.made:
            return
        came.setdefault(number, time.perf_counter())
        if "marks" not in debriefs.made[number].debrief.awaits:
            busy.set()

    debriefs = Debriefs(MemoryClassStore(), jobs, told)

    def end(number: int, events: tuple[Event, ...]) -> None:
        ended[number] = time.perf_counter()
        debriefs.begin(Over(number, number, len(events), Log(number, events, frozenset(), None, whole=True)))

    jobs.make_ready()
    end(1, logs[0])
    await busy.wait()
    for number, events in enumerate(logs[1:], start=2):
        end(number, events)
    while len(came) < len(logs):
        await asyncio.sleep(0.005)
    jobs.close()
    return [came[number] - ended[number] for number in ended if number > 1]


if __name__ == "__main__":
    main()
