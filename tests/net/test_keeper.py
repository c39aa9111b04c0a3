"""The host process as the window keeps it: why it cannot start, where its complaints go, how often it may die."""

from __future__ import annotations

import asyncio
import io
import sys
from pathlib import Path

import pytest

from sandgame.frames.classroom import ClassSetup, HostNote
from sandgame.frames.fault import Fault, FaultError
from sandgame.frames.line import HostEnded, LineNews
from sandgame.host.process import NOTE, alone
from sandgame.lab.child import Limited
from sandgame.net.keeper import LOG, SETUP, Keeper, read_setup, write_setup
from sandgame.net.lead_way import RESTARTS, LeadWay
from tests.kit.lines import SETUP_OF_ALL


def keeper(folder: Path, program: str) -> Keeper:
    return Keeper(folder, (sys.executable, "-c", program))


def refusal(folder: Path, program: str) -> tuple[Fault, str]:
    with pytest.raises(FaultError) as refused:
        keeper(folder, program).found(SETUP_OF_ALL)
    return refused.value.fault, refused.value.place


def test_the_whole_set_up_is_written_for_the_host_and_read_again(tmp_path: Path) -> None:
    assert all(getattr(SETUP_OF_ALL, name) != default for name, default in _defaults().items()), "none goes unnoticed"
    write_setup(tmp_path / SETUP, SETUP_OF_ALL)
    assert read_setup(tmp_path / SETUP) == SETUP_OF_ALL


def _defaults() -> dict[str, object]:
    plain = ClassSetup("", 1, 0)
    return {name: getattr(plain, name) for name in ClassSetup.__struct_fields__}


@pytest.mark.parametrize("text", ["", "{}", "[" * 5000, '{"case":"a","tables":99,"length":4}', '{"case":"a","x":1}'])
def test_what_is_no_set_up_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / SETUP).write_text(text)
    assert read_setup(tmp_path / SETUP) is None


def test_a_host_that_cannot_start_says_why(tmp_path: Path) -> None:
    said = """print('{"fault": "full", "place": "/data"}')"""
    assert refusal(tmp_path, said) == (Fault.FULL, "/data")


@pytest.mark.parametrize("said", ["", "print()", "print('[1]')", """print('{"fault": "bad luck"}')""", "1 / 0"])
def test_a_host_that_ends_without_a_reason_leaves_its_complaints(tmp_path: Path, said: str) -> None:
    assert refusal(tmp_path, said) == (Fault.HOST, str(tmp_path / LOG))
    assert ("ZeroDivisionError" in (tmp_path / LOG).read_text()) == (said == "1 / 0")
    assert (tmp_path / LOG).stat().st_mode & 0o777 == 0o600


def test_a_port_that_another_program_has_taken_meanwhile_keeps_no_class_from_going_on(tmp_path: Path) -> None:
    words = tmp_path / "words"
    program = f"""
import sys, pathlib
with pathlib.Path({str(words)!r}).open("a") as file:
    print(*sys.argv[4:], file=file)
print('{{"fault": "port", "place": "47470"}}' if "--port" in sys.argv else '{{"code": "K7MP3X"}}')
"""
    keeper(tmp_path, program).resume("a-session", 47_470)
    assert words.read_text().splitlines() == [
        "--resume --session a-session --port 47470",
        "--resume --session a-session",
    ]


def test_a_program_that_is_not_there_is_a_host_that_cannot_start(tmp_path: Path) -> None:
    with pytest.raises(FaultError) as refused:
        Keeper(tmp_path, (str(tmp_path / "nothing"),)).found(SETUP_OF_ALL)
    assert refused.value.fault == Fault.HOST


def test_the_complaints_of_the_run_before_are_kept_and_no_more(tmp_path: Path) -> None:
    for word in ("first", "second", "third"):
        refusal(tmp_path, f"import sys; sys.stderr.write('{word}')")
    assert {path.name: path.read_text() for path in tmp_path.glob("*.log")} == {
        "host.log": "third",
        "host.before.log": "second",
    }


def test_complaints_without_end_do_not_fill_the_disk() -> None:
    file = io.StringIO()
    limited = Limited(file, 10)
    for _ in range(100):
        assert limited.write("again ") == 6
    assert file.getvalue() == "again agai"


def test_only_a_host_that_runs_is_asked_to_end(tmp_path: Path) -> None:
    """A note may be left by one that was killed, and its number be another program's by now."""
    note = HostNote(1, 47_470, "0" * 32, "a-session", "K7MP3X", "0" * 64)
    (tmp_path / NOTE).write_bytes(_as_json(note))
    one = Keeper(tmp_path)
    assert not one.hosted
    assert not one.ask_to_end()
    with alone(tmp_path):
        assert one.hosted
    assert not one.hosted


def _as_json(note: HostNote) -> bytes:
    from sandgame.frames.class_wire import encode

    return encode(note)


class Dying(Keeper):
    """Each host it starts is gone at once."""

    def __init__(self, folder: Path, fault: FaultError | None = None) -> None:
        super().__init__(folder)
        self.started: list[tuple[str, int | None]] = []
        self.there: HostNote | None = HostNote(1, 4_000, "0" * 32, "a-session", "K7MP3X", "0" * 64)
        self._fault = fault

    @property
    def hosted(self) -> bool:
        return False

    @property
    def note(self) -> HostNote | None:
        return self.there

    def resume(self, session: str = "", port: int | None = None) -> None:
        self.started.append((session, port))
        if self._fault is not None:
            raise self._fault


async def met(way: LeadWay) -> None:
    """The way knows its host."""
    way._note = way._keeper.note


def test_a_host_that_dies_is_started_again_on_its_port_but_not_for_ever(tmp_path: Path) -> None:
    dying, now, told = Dying(tmp_path), [0.0], list[LineNews]()
    way = LeadWay(dying, lambda: now[0])

    async def story() -> None:
        await met(way)
        for _ in range(RESTARTS):
            assert await way.mend(told.append)
        assert await way.mend(told.append) is None
        now[0] = 1000.0
        assert await way.mend(told.append), "an hour later it may die again"

    asyncio.run(story())
    assert dying.started == [("a-session", 4_000)] * (RESTARTS + 1)
    again = HostEnded(again=True)
    assert told == [again] * RESTARTS + [HostEnded(again=False, fault=Fault.HOST, place=str(tmp_path / LOG)), again]


def test_a_host_that_was_told_to_end_stays_so(tmp_path: Path) -> None:
    dying, told = Dying(tmp_path), list[LineNews]()
    way = LeadWay(dying)

    async def story() -> None:
        await met(way)
        dying.there = None
        assert await way.mend(told.append) is None

    asyncio.run(story())
    assert dying.started == []
    assert told == [HostEnded(again=False)]


@pytest.mark.parametrize(("fault", "goes_on"), [(Fault.FULL, None), (Fault.HOSTED, False)])
def test_a_restart_that_fails_is_told_with_its_reason(tmp_path: Path, fault: Fault, goes_on: bool | None) -> None:
    """If another window was faster, its host is as good."""
    way, told = LeadWay(Dying(tmp_path, FaultError(fault, "/data"))), list[LineNews]()

    async def story() -> None:
        await met(way)
        assert await way.mend(told.append) is goes_on

    asyncio.run(story())
    ended = [] if goes_on is False else [HostEnded(again=False, fault=fault, place="/data")]
    assert told == [HostEnded(again=True), *ended]
