"""What every store does, whatever it is made of."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sandgame.frames.fault import Fault, FaultError
from sandgame.store.folder import open_store
from sandgame.store.memory import MemoryStore
from sandgame.store.records import Store
from tests.kit.sessions import a_session, entries, game_started, happened, phase_started


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    store = MemoryStore() if request.param == "memory" else open_store(tmp_path)
    yield store
    store.close()


def test_what_was_written_comes_back_byte_for_byte(store: Store) -> None:
    first = (game_started(), phase_started(1, "brief"))
    kept = store.create(a_session(), first)
    later = entries(kept.game, 2, happened(b'{"kind":"note","text":"\xe5\x91\xa8\\u0000 "}', "intent-0001", 2, "note"))
    store.append(later)
    assert store.read(kept.game) == entries(kept.game, 0, *first) + later


def test_another_thread_may_wait_for_the_disk(store: Store) -> None:
    kept = store.create(a_session(), (game_started(),))
    for seq in (1, 2):
        land = store.appending(entries(kept.game, seq, happened(intent=f"intent-000{seq}")))
        with ThreadPoolExecutor(1) as disk:
            disk.submit(land).result()
    assert [entry.seq for entry in store.read(kept.game)] == [0, 1, 2]


def test_what_cannot_be_written_for_another_thread_changes_nothing(store: Store) -> None:
    kept = store.create(a_session(), (game_started(),))
    with pytest.raises(FaultError):
        store.appending(entries(kept.game, 0, happened()))()
    store.append(entries(kept.game, 1, happened()))
    assert len(store.read(kept.game)) == 2


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(bodies=st.lists(st.binary(max_size=60), max_size=5))
def test_any_bytes_come_back_as_they_were(store: Store, bodies: list[bytes]) -> None:
    number = len(store.sessions())
    kept = store.create(a_session(f"session-{number}"), [happened(body) for body in bodies])
    assert [entry.happened.body for entry in store.read(kept.game)] == bodies


def test_a_session_comes_back_with_its_words_setup_and_roster(store: Store) -> None:
    kept = store.create(a_session(), ())
    assert store.session("trial-1") == kept
    assert kept.start == a_session()


def test_sessions_are_listed_newest_first_with_how_far_they_came(store: Store) -> None:
    store.create(a_session("one"), (game_started(), phase_started(1, "brief")))
    two = store.create(a_session("two"), (game_started(), phase_started(1, "brief")))
    store.append(entries(two.game, 2, phase_started(1, "negotiate"), happened(), phase_started(2, "plan"), happened()))
    assert [(item.session, item.round, item.phase) for item in store.sessions()] == [
        ("two", 2, "plan"),
        ("one", 1, "brief"),
    ]


def test_a_number_is_never_given_twice(store: Store) -> None:
    numbers = [store.create(a_session("one"), ()).number, store.create(a_session("two"), ()).number]
    store.delete("two")
    numbers.append(store.create(a_session("three"), ()).number)
    assert numbers == [1, 2, 3]


def test_events_of_several_games_go_in_together(store: Store) -> None:
    one, two = store.create(a_session("one"), ()), store.create(a_session("two"), ())
    batch = entries(one.game, 0, happened()) + entries(two.game, 0, happened(), happened())
    store.append(batch)
    assert store.read(one.game) + store.read(two.game) == batch


@pytest.mark.parametrize("fault", ["place taken", "intent known", "intent twice", "no such game"])
def test_a_batch_that_cannot_be_written_changes_nothing(store: Store, fault: str) -> None:
    one, two = store.create(a_session("one"), [happened(intent="intent-0001")]), store.create(a_session("two"), ())
    bad = {
        "place taken": entries(one.game, 0, happened()),
        "intent known": entries(one.game, 1, happened(intent="intent-0001")),
        "intent twice": entries(one.game, 1, happened(intent="intent-0002"), happened(intent="intent-0002")),
        "no such game": entries(99, 0, happened()),
    }[fault]
    before = store.read(one.game)
    with pytest.raises(FaultError) as caught:
        store.append(entries(two.game, 0, happened(intent="intent-0002")) + bad)
    assert caught.value.fault is Fault.TAKEN
    assert store.read(one.game) == before
    assert store.read(two.game) == ()
    store.append(entries(two.game, 0, happened(intent="intent-0002")))
    assert len(store.read(two.game)) == 1


def test_two_seats_and_two_games_may_use_the_same_intent_id(store: Store) -> None:
    one, two = store.create(a_session("one"), ()), store.create(a_session("two"), ())
    store.append(
        entries(one.game, 0, happened(intent="intent-0001", seat=1), happened(intent="intent-0001", seat=2))
        + entries(two.game, 0, happened(intent="intent-0001", seat=1))
    )
    assert len(store.read(one.game)) == 2
    assert len(store.read(two.game)) == 1


def test_a_session_that_cannot_begin_leaves_nothing(store: Store) -> None:
    with pytest.raises(FaultError):
        store.create(a_session(), (happened(intent="intent-0001"), happened(intent="intent-0001")))
    assert store.sessions() == ()
    store.create(a_session(), (happened(intent="intent-0001"),))
    with pytest.raises(FaultError) as caught:
        store.create(a_session(), ())
    assert caught.value.fault is Fault.TAKEN
    assert len(store.sessions()) == 1


def test_a_deleted_session_is_gone_with_its_log_and_results(store: Store) -> None:
    one, two = store.create(a_session("one"), [happened()]), store.create(a_session("two"), [happened()])
    store.keep_result(one.game, 1, "loss", b"1")
    store.delete("one")
    assert store.read(one.game) == ()
    assert store.result(one.game, 1, "loss") is None
    assert [item.session for item in store.sessions()] == [two.start.session]
    for ask in (store.session, store.delete):
        with pytest.raises(FaultError) as caught:
            ask("one")
        assert caught.value.fault is Fault.NO_SUCH_SESSION


def test_a_result_is_kept_once_for_each_version(store: Store) -> None:
    kept = store.create(a_session(), ())
    store.keep_result(kept.game, 1, "loss", b"first")
    store.keep_result(kept.game, 1, "loss", b"second")
    store.keep_result(kept.game, 2, "loss", b"anew")
    assert store.result(kept.game, 1, "loss") == b"first"
    assert store.result(kept.game, 2, "loss") == b"anew"
    assert store.result(kept.game, 1, "worth") is None
    with pytest.raises(FaultError):
        store.keep_result(99, 1, "loss", b"")


def test_a_result_that_was_dropped_makes_room_for_another(store: Store) -> None:
    kept = store.create(a_session(), ())
    for version in (1, 2):
        store.keep_result(kept.game, version, "loss", b"of an older program")
    store.drop_result(kept.game, 2, "loss")
    assert store.result(kept.game, 2, "loss") is None
    store.keep_result(kept.game, 2, "loss", b"anew")
    assert (store.result(kept.game, 1, "loss"), store.result(kept.game, 2, "loss")) == (b"of an older program", b"anew")


def test_an_empty_log_reads_as_nothing(store: Store) -> None:
    assert store.read(1) == ()
    store.append(())
    assert store.sessions() == ()
