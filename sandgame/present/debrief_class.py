"""The tables of a class beside each other, under letters that are dealt anew: strips of measures, no ranks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sandgame.frames.debrief import TableDebrief, TableOfClass
from sandgame.present.debrief_page import ClassBody, Dot, Line, Strip
from sandgame.present.debrief_scene import DebriefScene
from sandgame.text.numbers import percent

APART = 13
"""Percent points within which one game cannot tell two tables apart (measurement: the noise of one game)."""
_MEASURES: tuple[tuple[str, Callable[[TableOfClass], int | None]], ...] = (
    ("value", lambda table: table.captured),
    ("kept", lambda table: table.kept),
    ("answered", lambda table: table.answered),
    ("warned", lambda table: table.warned),
)


def class_title(scene: DebriefScene, tables: Sequence[TableOfClass]) -> str:
    return scene.say("debrief-class-title", count=len(tables))


def class_body(
    scene: DebriefScene, tables: Sequence[TableOfClass], debriefs: Sequence[TableDebrief], deal: Sequence[int]
) -> ClassBody:
    """`deal`: the tables' numbers in the order in which letters were dealt."""
    letters = {table: scene.letter(place) for place, table in enumerate(deal)}
    same = [table for table in tables if table.same and table.talk == tables[0].talk]
    strips = tuple(
        strip
        for key, read in _MEASURES
        if (strip := _strip(scene, key, [(letters[t.table], value) for t in same if (value := read(t)) is not None],
                            debriefs)) is not None
    )  # fmt: skip
    others = tuple(letters[table.table] for table in tables if table not in same)
    return ClassBody(
        strips,
        scene.say("debrief-class-from"),
        _rows(scene, debriefs, letters),
        scene.say("debrief-class-apart") if others else "",
        others,
        scene.say("debrief-class-note", points=APART),
    )


def _strip(
    scene: DebriefScene, key: str, values: list[tuple[str, int]], debriefs: Sequence[TableDebrief]
) -> Strip | None:
    """Only the ends carry figures."""
    if not values:
        return None
    ends = {min(value for _, value in values), max(value for _, value in values)}
    dots = tuple(Dot(letter, value, percent(value) if value in ends else "") for letter, value in values)
    marks: tuple[tuple[int, str, bool], ...] = ()
    company = next((each.company for each in debriefs if each.company is not None), None)
    if key == "value" and company is not None:
        reference = company.reference_captured
        name = scene.say("debrief-class-mark", value=percent(reference))
        marks = ((0, scene.say("debrief-silo"), False), (reference, name, True))
    return Strip(scene.say(f"debrief-class-{key}"), scene.say(f"debrief-class-{key}-line"), dots, marks)


def _rows(scene: DebriefScene, debriefs: Sequence[TableDebrief], letters: dict[int, str]) -> tuple[Line, ...]:
    """What some tables did and others did not, as facts."""
    told = [letters[each.table] for each in debriefs if each.known and 2 * _told(each) >= len(each.known)]
    early = [letters[each.table] for each in debriefs if _early_measure(each)]
    warned = [letters[each.table] for each in debriefs if _rarely_warned(each)]
    found = (("told", told), ("measure", early), ("unwarned", warned))
    return tuple(
        Line("", scene.say(f"debrief-class-{key}-fact"), scene.say("debrief-letters-gap").join(sorted(which)))
        for key, which in found
        if which and len(which) < len(debriefs)
    )


def _early_measure(debrief: TableDebrief) -> bool:
    return any(change.kind == "measure" and 2 * change.round <= debrief.rounds for change in debrief.changes)


def _told(debrief: TableDebrief) -> int:
    return sum(fact.in_time for fact in debrief.known)


def _rarely_warned(debrief: TableDebrief) -> bool:
    risk = sum(link.at_risk for link in debrief.links)
    return risk >= 2 and 2 * sum(link.warned for link in debrief.links) < risk
