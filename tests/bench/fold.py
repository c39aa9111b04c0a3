"""What an event costs when a whole log is folded, its `GameStarted` included."""

from __future__ import annotations

from functools import partial

from sandgame.rules.apply import fold
from tests.bench.figure import put, runs, seconds
from tests.bench.games import games


def main() -> None:
    times = runs(51)
    for name, game in games():
        per_event = [taken / len(game.events) * 1e6 for taken in seconds(partial(fold, game.events), times)]
        put(f"fold.{name}", per_event, "µs/event", "6 or less")


if __name__ == "__main__":
    main()
