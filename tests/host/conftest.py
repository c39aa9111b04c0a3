"""The program opened over and over on the same data: what holds of a `Play` holds with a host behind it and without."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sandgame.host.players import at_once
from sandgame.host.thread import LocalPlay
from sandgame.ui.ports import Play
from tests.kit.cases import CASES
from tests.kit.play import FakePlay


@pytest.fixture(params=["local", "fake"])
def anew(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], Play]]:
    """Opens the program once more on the same data; the one before is closed."""
    fake = FakePlay(*(CASES.package(card.case) for card in CASES.cards()))
    opened: list[Play] = []

    def open_again() -> Play:
        if opened:
            opened.pop().close()
        opened.append(fake if request.param == "fake" else LocalPlay(tmp_path, hold=at_once, cases=CASES))
        return opened[-1]

    yield open_again
    if opened:
        opened.pop().close()
