"""Classes as a window has them: a host of its own that outlives it, laptops that join it with little of the program."""

from __future__ import annotations

import asyncio
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from msgspec.structs import replace

from sandgame.frames.classroom import (
    AskTable,
    ConsoleTold,
    EndClass,
    LobbyTold,
    SeatGiven,
    StandInTold,
    StartClass,
    TableAnswered,
    TakeSeat,
    Welcome,
)
from sandgame.frames.console import CaseTold
from sandgame.frames.fault import Fault, FaultError
from sandgame.frames.line import Diagnosis, HostEnded, JoinFailed, LineLost, NoWay
from sandgame.frames.seat import Seated
from sandgame.net.code import code_of
from sandgame.net.keeper import Keeper
from sandgame.net.lessons import LanLessons
from sandgame.rules.ids import SeatId
from sandgame.rules.room_intents import SeatPlayer
from sandgame.ui.drafts import file_of
from tests.house.tree import ROOT
from tests.kit.classes import NO_CLOCK
from tests.kit.doors import hosted
from tests.kit.lines import SETUP_OF_ALL
from tests.kit.listening import Listening

ONE = SeatId(1)


@contextmanager
def window(folder: Path) -> Iterator[LanLessons]:
    """Closed at the end; its host goes on."""
    lessons = LanLessons(folder)
    try:
        yield lessons
    finally:
        lessons.close()


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """No host runs on it any more when the test is over."""
    yield tmp_path
    Keeper(tmp_path).end()


def test_a_class_outlives_its_window_and_is_led_again(folder: Path) -> None:
    with window(folder) as first:
        assert not first.running()
        assert first.past() == ()
        heard = Listening()
        first.found(SETUP_OF_ALL).listen(heard)
        told = heard.wait(CaseTold)
        assert told.setup == SETUP_OF_ALL, "the whole set-up has come to the host"
        note = first._keeper.note
        assert note is not None
        assert os.getsid(note.process) != os.getsid(0), "what ends the terminal does not end the class"
        assert (told.port, len(told.code)) == (note.port, 6)
    with window(folder) as second:
        assert second.running()
        heard = Listening()
        second.lead_again().listen(heard)
        assert heard.wait(CaseTold).code == told.code
        assert [(past.state, past.tables, past.people) for past in second.past()] == [("lobby", 3, 0)]
        with pytest.raises(FaultError) as playing:
            second.delete(second.past()[0].session)
        assert playing.value.fault == Fault.TAKEN


def test_a_class_that_somebody_has_come_to_is_not_driven_out_by_another(folder: Path, tmp_path: Path) -> None:
    with window(folder) as lessons, window(tmp_path / "laptop") as laptop:
        heard = Listening()
        empty = lessons.found(SETUP_OF_ALL)
        empty.listen(heard)
        heard.wait(CaseTold)
        empty.close()
        heard = Listening()
        lead = lessons.found(SETUP_OF_ALL)
        lead.listen(heard)
        told = heard.wait(CaseTold)
        assert len(lessons.past()) == 2, "the one to which nobody came has given way"
        mate = laptop.join(told.code, f"127.0.0.1:{told.port}")
        sat = Listening()
        mate.listen(sat)
        mate.ask(TakeSeat(1, ONE))
        sat.wait(SeatGiven)
        with pytest.raises(FaultError) as refused:
            lessons.found(SETUP_OF_ALL)
        assert refused.value.fault == Fault.HOSTED
        lead.ask(EndClass())
        heard.wait(LobbyTold, lambda lobby: lobby.state == "over")
        lead.close()
        # nobody needs the host of a class that is over; it may be opened again later, by the same code
        lessons._keeper.end()
        assert not lessons.running()
        again = Listening()
        lessons.lead_again(lessons.past()[0].session).listen(again)
        assert again.wait(CaseTold).code == told.code
        older = lessons.past()[1].session
        assert (folder / f"class-{older}.pem").exists()
        lessons.delete(older)
        assert [past.session for past in lessons.past()] != [older]
        assert not (folder / f"class-{older}.pem").exists()


def test_a_class_that_was_ended_opens_again_at_once_though_its_host_is_still_ending(folder: Path) -> None:
    with window(folder) as lessons:
        heard = Listening()
        lead = lessons.found(SETUP_OF_ALL)
        lead.listen(heard)
        heard.wait(CaseTold)
        lead.ask(EndClass())
        heard.wait(LobbyTold, lambda lobby: lobby.state == "over")
        lead.close()
        again = Listening()
        lessons.lead_again(lessons.past()[0].session).listen(again)
        again.wait(CaseTold)
        assert not any(isinstance(news, JoinFailed | HostEnded | LineLost) for news in again.told)


def test_a_laptop_comes_back_to_its_seat_in_a_class_that_was_ended(folder: Path, tmp_path: Path) -> None:
    with window(folder) as lessons:
        heard, sat = Listening(), Listening()
        lead = lessons.found(SETUP_OF_ALL)
        lead.listen(heard)
        told = heard.wait(CaseTold)
        with window(tmp_path / "laptop") as laptop:
            mate = laptop.join(told.code, f"127.0.0.1:{told.port}")
            mate.listen(sat)
            mate.ask(TakeSeat(1, ONE))
            sat.wait(SeatGiven)
            lead.ask(StartClass())
            sat.wait(Seated)
            lead.ask(EndClass())
            sat.wait(LobbyTold, lambda lobby: lobby.state == "over")
        with window(tmp_path / "laptop") as laptop:
            held = laptop.held()
            assert held is not None
            assert (held.table, held.seat, held.over) == (1, ONE, True)
            back = Listening()
            laptop.come_back(held).listen(back)
            assert back.wait(SeatGiven).token == held.token
            assert back.wait(LobbyTold).state == "over"
            assert back.wait(Seated).seat == ONE, "all that was known of it, and its debrief where weeks were played"
            still = laptop.held()
            assert still is not None
            assert replace(still, at=held.at) == held, "taken anew, and the same seat"


def test_who_comes_back_to_a_real_host_reads_what_the_stand_in_did(folder: Path, tmp_path: Path) -> None:
    with window(folder) as lessons:
        heard = Listening()
        lead = lessons.found(replace(SETUP_OF_ALL, tables=1, pace="each", seconds=NO_CLOCK))
        lead.listen(heard)
        told = heard.wait(CaseTold)
        place = tmp_path / "laptop"
        with window(place) as laptop:
            mate, sat = laptop.join(told.code, f"127.0.0.1:{told.port}"), Listening()
            mate.listen(sat)
            mate.ask(TakeSeat(1, ONE))
            sat.wait(SeatGiven)
            lead.ask(StartClass())
            sat.wait(Seated)
        heard.wait(LobbyTold, lambda lobby: lobby.tables[0].seats[0].chair == "away")
        lead.ask(AskTable(1, "leader-0001", SeatPlayer(round=1, phase="brief", seat=ONE, player="stand_in")))
        assert heard.wait(TableAnswered).refusal is None
        heard.wait(ConsoleTold, lambda rows: any(row.table == 1 and row.phase != "brief" for row in rows.tables))
        with window(place) as laptop:
            held, again = laptop.held(), Listening()
            assert held is not None
            laptop.come_back(held).listen(again)
            note = again.wait(StandInTold)
            assert (note.table, note.seat) == (1, ONE)
            assert [week.round for week in note.weeks][:1] == [1]
            assert again.wait(Seated).seat == ONE


_RESERVED = {"con", "prn", "aux", "nul", *(f"{kind}{n}" for kind in ("com", "lpt") for n in range(1, 10))}


def test_all_files_of_a_class_have_names_that_windows_takes(folder: Path, tmp_path: Path) -> None:
    place = tmp_path / "laptop"
    with window(folder) as lessons, window(place) as laptop:
        heard, sat = Listening(), Listening()
        lessons.found(SETUP_OF_ALL).listen(heard)
        told = heard.wait(CaseTold)
        mate = laptop.join(told.code, f"127.0.0.1:{told.port}")
        mate.listen(sat)
        mate.ask(TakeSeat(1, ONE))
        held = sat.wait(SeatGiven)
        session = lessons.past()[0].session
        drafts = file_of(place / "drafts", session)
        names = [path.relative_to(tmp_path) for path in tmp_path.rglob("*")]
        names.append(drafts.relative_to(tmp_path))
    assert held.token
    assert any("seats" in path.name for path in names)
    for part in {part for path in names for part in path.parts}:
        assert not re.search(r'[<>:"/\\|?*\x00-\x1f]', part), part
        assert not part.endswith((".", " ")), part
        assert part.split(".")[0].lower() not in _RESERVED, part


CHILD = """
import json, sys
from pathlib import Path
from sandgame.frames.classroom import SeatGiven, TakeSeat
from sandgame.net.lessons import LanLessons
from sandgame.rules.ids import SeatId
from tests.kit.lines import SETUP_OF_ALL
from tests.kit.listening import Listening

folder, code, address = sys.argv[1:]
lessons, heard = LanLessons(Path(folder)), Listening()
laptop = lessons.join(code, address)
laptop.listen(heard)
laptop.ask(TakeSeat(1, SeatId(1)))
heard.wait(SeatGiven)
known = [lessons.held() is not None, lessons.past() == (), lessons.running()]
lessons.close()
print(json.dumps([known, sorted({name.split(".")[0] for name in sys.modules})]))
"""


def test_a_laptop_that_joins_loads_nothing_that_only_a_host_needs(tmp_path: Path) -> None:
    async def story() -> None:
        async with hosted(tmp_path) as (_, address, fingerprint):
            words = [str(tmp_path / "laptop"), code_of(fingerprint), f"127.0.0.1:{address.port}"]
            child = await asyncio.create_subprocess_exec(
                sys.executable, "-c", CHILD, *words, cwd=ROOT, stdout=subprocess.PIPE
            )
            said, _ = await child.communicate()
            known, modules = json.loads(said)
            assert known == [True, True, False]
            assert {"sqlalchemy", "pydantic", "ruamel", "numpy", "highspy", "PySide6"} & set(modules) == set()

    asyncio.run(story())


def test_a_code_or_an_address_that_cannot_be_one_is_told_at_once(tmp_path: Path) -> None:
    with window(tmp_path) as lessons:
        for code, address, why in (("O0I1LL", "", NoWay.WRONG_CODE), ("K7MP3X", "::", NoWay.NO_ANSWER)):
            heard = Listening()
            lessons.join(code, address).listen(heard)
            assert heard.wait(JoinFailed) == JoinFailed(why)


@pytest.mark.parametrize("typed", ["..", "1..2", "-", "a" * 300, "no-such-computer.invalid", "127.0.0.1:9"])
def test_an_address_at_which_nobody_can_be_is_told_as_any_other(tmp_path: Path, typed: str) -> None:
    with window(tmp_path) as lessons:
        heard = Listening()
        lessons.join("K7MP3X", typed).listen(heard)
        assert heard.wait(JoinFailed).why in (NoWay.NO_ANSWER, NoWay.SHUT)


def test_the_check_is_told_as_it_goes_and_ends_when_it_is_asked_to(tmp_path: Path) -> None:
    with window(tmp_path) as lessons:
        told: list[Diagnosis] = []
        lessons.examine("K7MP3X", "", told.append)()
        assert all(diagnosis.cause is None for diagnosis in told)


def test_a_laptop_comes_back_to_its_seat_after_its_window_was_closed(tmp_path: Path) -> None:
    async def story() -> None:
        async with hosted(tmp_path) as (hall, address, fingerprint):
            place = f"127.0.0.1:{address.port}"
            await asyncio.to_thread(sit_and_go, tmp_path / "laptop", code_of(fingerprint), place)
            await asyncio.to_thread(sit_again, tmp_path / "laptop")
            assert len(hall._guests) <= 1

    asyncio.run(story())


def sit_and_go(folder: Path, code: str, place: str) -> None:
    with window(folder) as lessons:
        heard = Listening()
        laptop = lessons.join(code, place)
        laptop.listen(heard)
        laptop.ask(TakeSeat(2, ONE))
        heard.wait(SeatGiven)


def sit_again(folder: Path) -> None:
    with window(folder) as lessons:
        held = lessons.held()
        assert held is not None
        assert (held.table, held.seat) == (2, 1)
        heard = Listening()
        lessons.come_back(held).listen(heard)
        assert heard.wait(SeatGiven).token == held.token
        assert isinstance(heard.told[0], Welcome)
        lessons.forget(held)
        assert lessons.held() is None
