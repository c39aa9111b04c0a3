"""How a session was set up comes back, whoever sat there, also from before there were table laptops."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from sandgame.frames.lobby import Setup, SoloSetup, TableSetup, read_setup
from sandgame.rules.ids import SeatId
from sandgame.store.folder import open_store
from sandgame.store.memory import MemoryStore
from sandgame.store.records import Holding, Store
from tests.kit.sessions import a_session

ALONE = SoloSetup("trial", SeatId(1), 2, "mixed", 7)
ROUND_ONE_LAPTOP = TableSetup("trial", (SeatId(1), SeatId(3)), 2, "competing", 7, ("map_task",))


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    store = MemoryStore() if request.param == "memory" else open_store(tmp_path)
    yield store
    store.close()


@pytest.mark.parametrize("setup", [ALONE, ROUND_ONE_LAPTOP])
def test_a_setup_comes_back_as_it_was_given(store: Store, setup: Setup) -> None:
    roster = tuple(Holding(seat, "person", None, None) for seat in setup.people)
    start = msgspec.structs.replace(a_session(), setup=setup, roster=roster)
    store.create(start, ())
    assert store.session(start.session).start == start
    (reached,) = store.sessions()
    assert reached.setup == setup


def test_a_setup_from_before_there_were_table_laptops_is_a_persons_alone() -> None:
    old = b'{"case":"trial","seat":1,"length":2,"colleagues":"mixed","seed":7}'
    assert read_setup(old) == ALONE


@pytest.mark.parametrize("broken", [b"", b"[]", b'{"people":[1]}', b'{"case":"trial"}', b"\xff"])
def test_a_setup_that_cannot_be_read_says_so(broken: bytes) -> None:
    with pytest.raises((msgspec.MsgspecError, UnicodeError)):
        read_setup(broken)
