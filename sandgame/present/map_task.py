"""The map task: before week 1 a seat marks who supplies it and who waits for it, and then sees who really does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sandgame.present.now import NotePicture, NowBar
from sandgame.present.phrases import badge
from sandgame.present.pictures import BadgePicture, CheckPicture
from sandgame.present.scene import Scene
from sandgame.rules.ids import SeatId

MAP = 3
"""Id of its check in the now bar of Brief."""
Shore = Literal["supplies", "waits"]
SHORES: tuple[Shore, ...] = ("supplies", "waits")
Mark = Literal["", "found", "missed", "wrong"]
MARKS: tuple[Mark, ...] = ("found", "missed", "wrong")
MARK_ICONS: dict[Mark, str] = {"found": "check", "missed": "plus", "wrong": "minus"}


@dataclass(frozen=True, slots=True)
class MapDraft:
    """What is marked so far: (who, which shore)."""

    marked: frozenset[tuple[SeatId, Shore]] = frozenset()

    def with_mark(self, seat: SeatId, shore: Shore, on: bool) -> MapDraft:
        return MapDraft(self.marked | {(seat, shore)} if on else self.marked - {(seat, shore)})

    def on(self, shore: Shore) -> tuple[SeatId, ...]:
        return tuple(sorted(seat for seat, at in self.marked if at == shore))


@dataclass(frozen=True, slots=True)
class ShorePicture:
    title: str
    line: str
    heading: str
    """The short title over its column of the table."""


@dataclass(frozen=True, slots=True)
class MapRow:
    """Another department: whether it lies on each shore, and after the reveal how that compares with what is so."""

    seat: SeatId
    badge: BadgePicture
    name: str
    on: dict[Shore, bool]
    mark: dict[Shore, Mark]
    spoken: dict[Shore, str]


@dataclass(frozen=True, slots=True)
class MapPicture:
    note: str
    name: str
    badge: BadgePicture
    line: str
    shores: dict[Shore, ShorePicture]
    rows: tuple[MapRow, ...]
    drop: str
    tray_title: str
    tray_line: str
    table_title: str
    table_heading: str
    legend_title: str
    legend: tuple[tuple[Mark, str], ...]
    result: str
    foot: str
    revealed: bool


def is_asked(scene: Scene) -> bool:
    """The session has the task, and this is its time."""
    view = scene.view
    return "map_task" in view.room.extras and view.table.round == 1 and view.table.phase == "brief"


def neighbours(scene: Scene) -> dict[Shore, frozenset[SeatId]]:
    """Who supplies me and who waits for me."""
    services = scene.view.board.services
    mine = (seen for seen in services if seen.provider == scene.seat)
    return {
        "supplies": frozenset(seen.provider for seen in services if seen.provider != scene.seat),
        "waits": frozenset(receiver for seen in mine for receiver in seen.receivers),
    }


def map_page(scene: Scene, draft: MapDraft) -> MapPicture:
    say, done = scene.speech.say, scene.view.beside.map
    revealed = done is not None
    rows = tuple(_row(scene, seat, draft) for seat in scene.view.table.seats if seat != scene.seat)
    result = say("map-result", found=done.found, missed=done.missed, wrong=done.wrong) if done is not None else ""
    return MapPicture(
        note=say("map-note-done" if revealed else "map-note"),
        name=scene.name(scene.seat),
        badge=badge(scene, scene.seat),
        line=say("shell-my-department"),
        shores={
            shore: ShorePicture(say(f"map-{shore}"), say(f"map-{shore}-line"), say(f"map-{shore}-short"))
            for shore in SHORES
        },
        rows=rows,
        drop=say("map-drop"),
        tray_title=say("map-tray-done" if revealed else "map-tray"),
        tray_line=say("map-tray-line"),
        table_title=say("map-table"),
        table_heading=say("map-table-department"),
        legend_title=say("map-legend-done" if revealed else "map-legend"),
        legend=tuple((mark, say(f"map-{mark}")) for mark in MARKS),
        result=result,
        foot=say("map-foot"),
        revealed=revealed,
    )


def _row(scene: Scene, seat: SeatId, draft: MapDraft) -> MapRow:
    """After the reveal a missed neighbour lies on its shore, too."""
    say, done = scene.speech.say, scene.view.beside.map
    name = scene.name(seat)
    if done is None:
        on = {shore: (seat, shore) in draft.marked for shore in SHORES}
        mark: dict[Shore, Mark] = dict.fromkeys(SHORES, "")
    else:
        given = {"supplies": done.served_by, "waits": done.serves}
        true = neighbours(scene)
        mark = {shore: _mark(seat in given[shore], seat in true[shore]) for shore in SHORES}
        on = {shore: bool(mark[shore]) for shore in SHORES}
    spoken = {}
    for shore in SHORES:
        told = [say("map-box", department=name, shore=say(f"map-{shore}-short"))]
        told += [say(f"map-{mark[shore]}")] if mark[shore] else []
        spoken[shore] = say("game-list-comma").join(told)
    return MapRow(seat, badge(scene, seat), name, on, mark, spoken)


def _mark(given: bool, true: bool) -> Mark:
    if given and true:
        return "found"
    return "missed" if true else "wrong" if given else ""


def map_now(scene: Scene, draft: MapDraft, rest: tuple[CheckPicture, ...]) -> NowBar:
    """Before the reveal nothing else is asked: the role card would give the answer away."""
    say = scene.speech.say
    if scene.view.beside.map is not None:
        check = CheckPicture(MAP, say("map-check"), True)
        return NowBar(say("map-sentence-done"), (check, *rest), primary=say("map-go-on"), primary_icon="arrow-right")
    others = len(scene.view.table.seats) - 1
    marked = len({seat for seat, _ in draft.marked})
    check = CheckPicture(MAP, say("map-marked", done=marked, of=others), marked == others)
    notes = (NotePicture("info", say("map-no-score")),)
    return NowBar(
        say("map-sentence"), (check,), notes, say("map-reveal"), primary_icon="eye", enabled=bool(draft.marked)
    )
