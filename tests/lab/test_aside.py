"""Work beside the host: in a process of low priority that can be dropped at any time."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator

import pytest

from sandgame.lab.pool import NICE, Aside, BrokenWorkError, CancelledError


def doubled(number: int) -> int:
    return 2 * number


def failing(number: int) -> int:
    raise ValueError(number)


def process(_task: None) -> tuple[int, int]:
    return os.getpid(), os.nice(0)


def endless(begun: str) -> None:
    with open(begun, "w"):  # noqa: PTH123 says that it has begun
        pass
    while True:
        time.sleep(60)


@pytest.fixture
def aside() -> Iterator[Aside]:
    made = Aside()
    yield made
    made.end()


def test_it_does_one_thing_after_the_other_in_one_process_that_steps_back(aside: Aside) -> None:
    aside.make_ready()
    assert [aside.ask(doubled, number) for number in range(3)] == [0, 2, 4]
    first, second = aside.ask(process, None), aside.ask(process, None)
    assert first == second
    assert first[0] != os.getpid()
    assert first[1] == min(19, os.nice(0) + NICE)


def test_what_goes_wrong_is_told_and_the_next_goes_on(aside: Aside) -> None:
    with pytest.raises(BrokenWorkError, match="ValueError: 7"):
        aside.ask(failing, 7)
    assert aside.ask(doubled, 7) == 14


def test_ended_it_drops_what_is_under_way_and_begins_nothing_more(aside: Aside, tmp_path: object) -> None:
    begun, outcome = f"{tmp_path}/begun", []

    def wait() -> None:
        try:
            aside.ask(endless, begun)
        except CancelledError as error:
            outcome.append(error)

    waiting = threading.Thread(target=wait)
    waiting.start()
    while not os.path.exists(begun):  # noqa: PTH110
        waiting.join(0.01)
    aside.end()
    waiting.join()
    assert len(outcome) == 1
    with pytest.raises(CancelledError):
        aside.ask(doubled, 1)
