"""The map task: what is marked, what the reveal says, and that nothing gives the answer away before it."""

from msgspec.structs import replace

from sandgame.present.map_task import MapDraft, is_asked, map_now, map_page, neighbours
from sandgame.rules.ids import Phase
from sandgame.rules.room_events import MapMarked
from sandgame.rules.sections import View
from tests.kit.views import ENGINEERING, PRODUCTION, SALES, production, scene


def asked(done: MapMarked | None = None, phase: Phase = "brief", week: int = 1) -> View:
    view = production(round=week, phase=phase)
    beside = replace(view.beside, map_task=done is None, map=done)
    return replace(view, room=replace(view.room, extras=("map_task",)), beside=beside)


def test_it_is_asked_in_the_first_brief_of_sessions_that_have_it() -> None:
    assert is_asked(scene(asked()))
    assert not is_asked(scene(asked(phase="negotiate")))
    assert not is_asked(scene(asked(week=2)))
    assert not is_asked(scene(production(round=1, phase="brief")))


def test_a_department_can_lie_on_both_shores() -> None:
    draft = MapDraft().with_mark(SALES, "supplies", True).with_mark(SALES, "waits", True)
    row = next(row for row in map_page(scene(asked()), draft).rows if row.seat == SALES)
    assert row.on == {"supplies": True, "waits": True}
    assert set(row.mark.values()) == {""}


def test_nothing_is_right_or_wrong_before_the_reveal() -> None:
    page = map_page(scene(asked()), MapDraft().with_mark(SALES, "supplies", True))
    assert not page.revealed
    assert all(not any(row.mark.values()) for row in page.rows)
    assert page.result == ""


def test_there_is_something_to_reveal_once_somebody_is_marked() -> None:
    shown = scene(asked())
    empty = map_now(shown, MapDraft(), ())
    begun = map_now(shown, MapDraft().with_mark(SALES, "waits", True), ())
    assert not empty.enabled
    assert begun.enabled
    assert [check.text for check in begun.checks] == ["已标 1/2"]


def test_the_reveal_tells_found_from_missed_and_from_not_adjacent() -> None:
    # Production serves Sales and is served by Engineering
    assert neighbours(scene(asked())) == {"supplies": {ENGINEERING}, "waits": {SALES}}
    done = MapMarked(seat=PRODUCTION, serves=(SALES, ENGINEERING), served_by=(), found=1, missed=1, wrong=1)
    page = map_page(scene(asked(done), "en"), MapDraft())
    marks = {row.seat: row.mark for row in page.rows}
    assert marks[SALES] == {"supplies": "", "waits": "found"}
    assert marks[ENGINEERING] == {"supplies": "missed", "waits": "wrong"}
    assert page.result == "Found 1, missed 1, not next to you 1"
    assert "You missed it" in next(row for row in page.rows if row.seat == ENGINEERING).spoken["supplies"]
