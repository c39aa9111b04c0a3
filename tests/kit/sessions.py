"""Small sessions and logs for tests of what keeps them."""

from sandgame.frames.lobby import SoloSetup
from sandgame.rules.ids import TABLE, SeatId
from sandgame.store.records import Entry, Happened, Holding, NewSession
from tests.kit.trial import PACKAGE


def a_session(session: str = "trial-1", length: int = 2) -> NewSession:
    return NewSession(
        session=session,
        started="2026-03-02T09:30:00+08:00",
        setup=SoloSetup(case="trial", seat=SeatId(1), length=length, colleagues="mixed", seed=7),
        package=PACKAGE,
        roster=(
            Holding(SeatId(1), "person", None, "周"),
            Holding(SeatId(2), "bot", "competing", None),
        ),
    )


def happened(
    body: bytes = b'{"kind":"seat_finished","seat":1}',
    intent: str | None = None,
    seat: int = 1,
    kind: str = "seat_finished",
    at: int = 1_772_415_000_123,
) -> Happened:
    return Happened(at, SeatId(seat), intent, kind, body)


def phase_started(number: int, phase: str) -> Happened:
    body = f'{{"kind":"phase_started","round":{number},"phase":"{phase}"}}'.encode()
    return Happened(1_772_415_000_000, TABLE, None, "phase_started", body)


def game_started(log_format: int = 1) -> Happened:
    body = f'{{"kind":"game_started","format":{log_format},"seed":7}}'.encode()
    return Happened(1_772_415_000_000, TABLE, None, "game_started", body)


def entries(game: int, first: int, *what: Happened) -> tuple[Entry, ...]:
    return tuple(Entry(game, first + n, one) for n, one in enumerate(what))
