"""Old logs stay readable: they are brought up to date while they are read."""

import pytest

from sandgame.frames.fault import Fault, FaultError
from sandgame.rules.events import LOG_FORMAT
from sandgame.store.records import Entry
from sandgame.store.upgrade import Plain, events_of, upgraded
from tests.kit.sessions import entries, game_started, happened


def renamed(plain: Plain) -> Plain:
    return plain | ({"kind": "seat_done"} if plain["kind"] == "seat_finished" else {})


def numbered(plain: Plain) -> Plain:
    return plain | ({"times": 1} if plain["kind"] == "seat_done" else {})


STEPS = {1: renamed, 2: numbered}


def test_a_log_of_today_is_handed_back_untouched() -> None:
    log = entries(1, 0, game_started(LOG_FORMAT), happened(b'{"kind":  "seat_finished"}'))
    assert upgraded(log) == log
    assert upgraded(()) == ()


def test_an_old_log_passes_every_step_and_keeps_who_and_when() -> None:
    old = entries(1, 0, game_started(), happened(intent="intent-0001", seat=2))
    new = upgraded(old, STEPS, newest=3)
    assert new[0].happened.body == b'{"kind":"game_started","format":3,"seed":7}'
    assert new[1].happened.body == b'{"kind":"seat_done","seat":1,"times":1}'
    assert new[1].happened.kind == "seat_done"
    assert [(entry.seq, entry.happened.at, entry.happened.seat, entry.happened.intent) for entry in new] == [
        (entry.seq, entry.happened.at, entry.happened.seat, entry.happened.intent) for entry in old
    ]


def test_a_log_of_the_middle_passes_only_the_steps_it_needs() -> None:
    log = entries(1, 0, game_started(2), happened())
    assert upgraded(log, STEPS, newest=3)[1].happened.body == b'{"kind":"seat_finished","seat":1}'


def test_a_body_that_no_event_has_is_corrupt() -> None:
    for body in (b'{"kind":"seat_flew"}', b'{"kind":"seat_finished","seat":99,"default":false}', b"", b"\xff"):
        with pytest.raises(FaultError) as caught:
            events_of(entries(7, 3, happened(body)))
        assert (caught.value.fault, caught.value.place) == (Fault.CORRUPT, "#7.3")


@pytest.mark.parametrize(
    ("log", "fault"),
    [
        (entries(1, 0, game_started(99)), Fault.NEWER),
        (entries(1, 0, happened(b'{"kind":"game_started"')), Fault.CORRUPT),
        (entries(1, 0, happened(b'{"kind":"seat_finished"}')), Fault.CORRUPT),
        (entries(1, 0, happened(b"[" * 100_000)), Fault.CORRUPT),
        (entries(1, 1, game_started()), Fault.CORRUPT),
        (entries(1, 0, game_started()) + entries(1, 2, happened()), Fault.CORRUPT),
    ],
)
def test_a_log_that_cannot_be_read_says_why(log: tuple[Entry, ...], fault: Fault) -> None:
    with pytest.raises(FaultError) as caught:
        upgraded(log)
    assert caught.value.fault is fault
