"""From the last week to the debrief with a real host: it comes by itself, and after a kill it is read, not made."""

import asyncio
from pathlib import Path

from sandgame.frames.classroom import Lead, StartClass
from sandgame.frames.debrief import DebriefTold, PageTurned, TurnPage
from sandgame.host.past import past
from sandgame.host.process import read_note
from sandgame.store.folder import open_classes
from tests.kit.laptops import HostProcess, reach

TABLES = 2


TURN = TurnPage("moments", True, 2, (1, 2), ("opening", "moments", "take_away"), True, (1,), (3, 4))


async def told_to_leader(host: HostProcess, *, begins: bool, turn: TurnPage | None = None) -> list[DebriefTold]:
    """What who leads hears until nothing more is waited for; then a page is turned."""
    line = await reach(host)
    note = read_note(host.folder)
    assert note is not None
    await line.send(Lead(note.key))
    if begins:
        await line.send(StartClass())
    heard: list[DebriefTold] = []
    done: set[int] = set()
    async for told in line:
        if isinstance(told, DebriefTold):
            heard.append(told)
            done |= {table.table for table in told.tables if not table.awaits}
            if len(done) == TABLES:
                break
    if turn is not None:
        await line.send(turn)
        async for told in line:
            if isinstance(told, PageTurned):
                break
    line.cut()
    return heard


async def page_told(host: HostProcess) -> PageTurned:
    """To a laptop that comes to the class."""
    line = await reach(host)
    async for told in line:
        if isinstance(told, PageTurned):
            line.cut()
            return told
    raise AssertionError("no page")


def test_two_tables_of_bots_come_to_a_debrief_and_keep_it(tmp_path: Path) -> None:
    host = HostProcess(tmp_path, "starter", TABLES, 4)
    host.start()
    try:
        heard = asyncio.run(asyncio.wait_for(told_to_leader(host, begins=True, turn=TURN), 120))
        whole = {table.table: table for told in heard for table in told.tables if not table.awaits}
        first = [told.tables[0].awaits for told in heard if told.tables]
        assert first[0] == ("marks", "losses")
        for table in whole.values():
            assert table.company is not None
            changed = sum(change.change for change in table.changes)
            lost = sum(week.loss for week in table.weeks)
            assert table.company.best + changed - lost == table.company.result
        host.kill()
        host.start("resume")
        again = asyncio.run(asyncio.wait_for(told_to_leader(host, begins=False), 60))
        assert [told.tables[0] for told in again] == [whole[number] for number in sorted(whole)], "read, all at once"
        page = asyncio.run(asyncio.wait_for(page_told(host), 60))
        assert (page.page, page.place, page.revealed, page.table, page.moment) == ("moments", 2, True, 2, (3, 4))
        assert page.hidden_cards == (1,), "what was put away stays away"
        host.stop()
    finally:
        if host.process is not None:
            host.kill()
    store = open_classes(tmp_path)
    try:
        found = past(store, store.classes()[0])
        assert [table.debrief for table in found.tables] == [whole[number] for number in sorted(whole)]
    finally:
        store.close()
