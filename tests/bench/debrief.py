"""What is made after play: a table's first page, its marks, and all losses of eight tables on one core."""

from __future__ import annotations

from functools import partial

from sandgame.host.debriefing import Log, first_page
from sandgame.lab.debriefs import gone
from sandgame.lab.worths import worths
from sandgame.scoring.marks import marks
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


if __name__ == "__main__":
    main()
