"""What a seat's view costs at the end of a game, when there is most to see."""

from __future__ import annotations

from functools import partial

from sandgame.rules.state import State
from sandgame.rules.view import view
from tests.bench.figure import put, runs, seconds
from tests.bench.games import games


def all_seats(state: State) -> None:
    for seat in state.seats:
        view(state, seat)


def main() -> None:
    times = runs(51)
    for name, game in games():
        taken = seconds(partial(all_seats, game.state), times)
        put(f"view.{name}", [one / len(game.state.seats) * 1e3 for one in taken], "ms/view", "1 or less")


if __name__ == "__main__":
    main()
