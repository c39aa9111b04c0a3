"""The tables of a class beside each other, under letters that are dealt anew: strips of measures, no ranks."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from sandgame.frames.debrief import TableDebrief, TableOfClass
from sandgame.present.debrief_page import ClassBody, Dot, Finding, Strip, Waiting
from sandgame.present.debrief_scene import DebriefScene
from sandgame.rules.scenario import Talk
from sandgame.text.numbers import parts, percent, whole

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


def class_elsewhere(scene: DebriefScene, debrief: TableDebrief) -> Waiting:
    """On the laptops of a table: the comparison is on the big screen alone, beside it stands what is one's own."""
    links, company = debrief.links, debrief.company
    counts = {
        "kept": (sum(link.kept for link in links), sum(link.matured for link in links)),
        "answered": (sum(link.answered for link in links), sum(link.asked for link in links)),
        "warned": (sum(link.warned for link in links), sum(link.at_risk for link in links)),
    }
    if debrief.talk != "desk":
        del counts["answered"]
    own = [(f"debrief-class-{key}", parts(done, of)) for key, (done, of) in counts.items() if of]
    if company is not None:
        own.insert(0, ("debrief-class-value", percent(company.captured)))
    said = " · ".join(f"{scene.say(name)} {figure}" for name, figure in own)
    line = scene.say("debrief-class-own", figures=said) if said else ""
    return Waiting("presentation", scene.say("debrief-class-look"), line)


def class_body(
    scene: DebriefScene, tables: Sequence[TableOfClass], debriefs: Sequence[TableDebrief], deal: Sequence[int]
) -> ClassBody:
    """`deal`: the tables' numbers in the order in which letters were dealt."""
    letters, usual = {table: scene.letter(place) for place, table in enumerate(deal)}, tables[0].talk
    tables = sorted(tables, key=lambda table: list(letters).index(table.table))
    same = [table for table in tables if table.same and table.talk == usual]
    strips = tuple(
        strip
        for key, read in _MEASURES
        if (strip := _strip(scene, key, [(letters[t.table], read(t)) for t in same], debriefs)) is not None
    )  # fmt: skip
    others = tuple(letters[table.table] for table in tables if table not in same)
    return ClassBody(
        strips,
        scene.say("debrief-class-from"),
        _rows(scene, debriefs, letters, usual),
        scene.say("debrief-class-apart") if others else "",
        others,
        scene.say("debrief-class-note", points=APART),
    )


def _strip(
    scene: DebriefScene, key: str, tables: Sequence[tuple[str, int | None]], debriefs: Sequence[TableDebrief]
) -> Strip | None:
    """Only the ends carry figures; of whom there is none is said why."""
    values = [(letter, value) for letter, value in tables if value is not None]
    if not values:
        return None
    line, none = scene.say(f"debrief-class-{key}-line"), [letter for letter, value in tables if value is None]
    if none:
        line += " · " + scene.say(f"debrief-class-{key}-none", tables=scene.listed(none))
    ends = {min(value for _, value in values), max(value for _, value in values)}
    dots = tuple(Dot(letter, value, percent(value) if value in ends else "") for letter, value in values)
    marks: tuple[tuple[int, str, bool], ...] = ()
    company = next((each.company for each in debriefs if each.company is not None), None)
    if key == "value" and company is not None:
        reference = company.reference_captured
        name = scene.say("debrief-class-mark", value=percent(reference))
        marks = ((0, scene.say("debrief-silo"), False), (reference, name, True))
    return Strip(scene.say(f"debrief-class-{key}"), line, dots, marks)


def _rows(
    scene: DebriefScene, debriefs: Sequence[TableDebrief], letters: dict[int, str], usual: Talk
) -> tuple[Finding, ...]:
    """What some tables did and others did not, as facts, none without its counts. Open tables and others never mix."""
    debriefs = [each for each in debriefs if each.talk == usual]
    told = [each for each in debriefs if each.known and 2 * _told(each)[0] >= len(each.known)]
    early = [each for each in debriefs if _early_measures(each)]
    unwarned = [each for each in debriefs if _rarely_warned(each)]
    weeks = sorted({week for each in early for week in _early_measures(each)})
    found = (
        ("told", told, _counts(debriefs, told, _told)),
        ("measure", early, {"weeks": scene.listed([whole(week) for week in weeks])}),
        ("unwarned", unwarned, _counts(debriefs, unwarned, _warned)),
    )
    return tuple(
        Finding(
            tuple(letter for table, letter in letters.items() if table in {each.table for each in which}),
            scene.say(f"debrief-class-{key}-fact"),
            scene.say(f"debrief-class-{key}-counts", **counts),
        )
        for key, which, counts in found
        if which and len(which) < len(debriefs)
    )


def _counts(
    debriefs: Sequence[TableDebrief],
    which: Collection[TableDebrief],
    count: Callable[[TableDebrief], tuple[int, int]],
) -> dict[str, int | str]:
    """Done and occasions: of these tables together, and of all the others."""
    tables = {each.table for each in which}
    these = [count(each) for each in debriefs if each.table in tables]
    others = [count(each) for each in debriefs if each.table not in tables]
    return {
        "done": sum(done for done, _ in these),
        "of": sum(of for _, of in these),
        "other": sum(done for done, _ in others),
        "others": sum(of for _, of in others),
    }


def _early_measures(debrief: TableDebrief) -> list[int]:
    """The weeks of measures in the first half."""
    return [each.round for each in debrief.changes if each.kind == "measure" and 2 * each.round <= debrief.rounds]


def _told(debrief: TableDebrief) -> tuple[int, int]:
    return sum(fact.in_time for fact in debrief.known), len(debrief.known)


def _warned(debrief: TableDebrief) -> tuple[int, int]:
    return sum(link.warned for link in debrief.links), sum(link.at_risk for link in debrief.links)


def _rarely_warned(debrief: TableDebrief) -> bool:
    warned, risk = _warned(debrief)
    return risk >= 2 and 2 * warned < risk
