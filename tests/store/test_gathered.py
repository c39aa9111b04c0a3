"""What is answered in a debrief: one of each kind for a seat, and surveys apart from all seats."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sandgame.frames.classroom import ClassSetup
from sandgame.frames.fault import FaultError
from sandgame.rules.ids import SeatId
from sandgame.store.class_memory import MemoryClassStore
from sandgame.store.classes import ClassStore
from sandgame.store.folder import open_classes
from sandgame.store.records import Answer
from tests.kit.sessions import a_session, game_started

ONE, TWO = SeatId(1), SeatId(2)


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[ClassStore]:
    opened = MemoryClassStore() if request.param == "memory" else open_classes(tmp_path)
    yield opened
    opened.close()


def games(store: ClassStore) -> tuple[int, ...]:
    return store.create_class(a_session("class-1"), ClassSetup("trial", 2, 2), [[game_started()]] * 2).games


def test_an_answer_stands_in_the_place_of_the_one_before(store: ClassStore) -> None:
    one, other = games(store)
    store.gather(one, [Answer(TWO, "word", b"1"), Answer(ONE, "word", b"2"), Answer(ONE, "plus", b"3")])
    store.gather(one, [Answer(TWO, "word", b"4")])
    assert store.gathered(one) == (Answer(ONE, "plus", b"3"), Answer(ONE, "word", b"2"), Answer(TWO, "word", b"4"))
    assert store.gathered(other) == ()


def test_no_table_that_is_not_there_gathers(store: ClassStore) -> None:
    with pytest.raises(FaultError):
        store.gather(77, [Answer(ONE, "word", b"1")])


def test_surveys_lie_in_the_order_of_their_keys_and_not_in_that_in_which_they_came(store: ClassStore) -> None:
    games(store)
    for key, body in (("c", b"3"), ("a", b"1"), ("b", b"2"), ("a", b"9")):
        store.keep_survey("class-1", key, "b2", body)
    store.keep_survey("class-1", "a", "a", b"before")
    assert store.surveys("class-1", "b2") == (b"9", b"2", b"3")
    assert store.surveys("class-1", "a") == (b"before",)
    assert store.surveys("other", "b2") == ()


def test_all_of_it_goes_with_the_session(store: ClassStore) -> None:
    one, _ = games(store)
    store.gather(one, [Answer(ONE, "word", b"1")])
    store.keep_survey("class-1", "a", "b2", b"1")
    store.delete("class-1")
    assert store.gathered(one) == ()
    assert store.surveys("class-1", "b2") == ()


def test_it_goes_with_a_session_of_ones_own_too(store: ClassStore) -> None:
    kept = store.create(a_session("alone"), [game_started()])
    store.gather(kept.game, [Answer(ONE, "word", b"1")])
    store.keep_survey("alone", "a", "b2", b"1")
    store.delete("alone")
    assert store.gathered(kept.game) == ()
    assert store.surveys("alone", "b2") == ()
