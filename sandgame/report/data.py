"""A session as JSON: the debriefs as they are, by codes, with the names in both languages; no scores of persons."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any

from sandgame.frames.marks import Mark
from sandgame.frames.past import PastSession, PastTable
from sandgame.report.typed import lines
from sandgame.rules.ids import SeatId

FORMAT = 1
PURPOSE = "for learning only, not for selection or appraisal"
LEFT_OUT = frozenset({"marks", "half_time", "stories", "left_out", "board"})
"""Of a table's debrief: marks are written in their own way, half time and stories count single departments, the board
is in the log. Who is not scored stands nowhere; KPIs and ratings of those departments are null, and what they knew is
left out."""


def data(session: PastSession, *, typed: bool = False) -> bytes:
    whole = {
        "format": FORMAT,
        "purpose": PURPOSE,
        "session": session.session,
        "number": session.number,
        "case": session.case,
        "fingerprint": session.fingerprint,
        "started": session.started,
        "length": session.length,
        "title": plain(session.cast.title),
        "departments": {str(each.seat): plain(each.name) for each in session.cast.departments},
        "services": {str(each.service): plain(each.name) for each in session.cast.services},
        "comparison": plain(session.comparison),
        "tables": [_table(table, typed=typed) for table in session.tables],
    }
    # without indents: with them Python writes it ten times as slowly
    return json.dumps(whole, ensure_ascii=False).encode("utf-8") + b"\n"


def _table(table: PastTable, *, typed: bool) -> dict[str, Any]:
    debrief = table.debrief
    shown = {name: plain(getattr(debrief, name)) for name in debrief.__struct_fields__ if name not in LEFT_OUT}
    _hide(shown, debrief.left_out)
    log = [
        {"number": number, "week": week, "phase": phase, "kind": kind, "body": json.loads(body)}
        for number, week, phase, kind, body in lines(table.events, typed=typed, unscored=debrief.left_out)
    ]
    marks = [_mark(mark) for mark in debrief.marks.marks if not mark.provider and not mark.customer]
    scoring = {"scoring_version": debrief.marks.scoring_version, "seed": debrief.marks.seed}
    return {**shown, **scoring, "people": table.people, "rules": list(table.rules), "principles": marks, "log": log}


def _hide(shown: dict[str, Any], unscored: Collection[SeatId]) -> None:
    places = [place for place, one in enumerate(shown["kpis"]) if one["seat"] in unscored]
    for place in places:
        shown["kpis"][place] |= {"kpi": None, "bonus_own": None, "bonus_shared": None}
    for week in shown["figures"]:
        week["kpis"] = [None if place in places else kpi for place, kpi in enumerate(week["kpis"])]
    for link in shown["links"]:
        if link["provider"] in unscored:
            link |= {"rating": None, "ratings": None}
    shown["known"] = [fact for fact in shown["known"] if fact["seat"] not in unscored]


def _mark(mark: Mark) -> dict[str, Any]:
    """Of the whole table. Figures only where the mark bears them; pieces as facts, without what they weigh."""
    numbered = mark.level == "number"
    kept = ("indicator", "key", "round", "log", "provider", "customer")
    return {
        "principle": mark.principle,
        "level": mark.level,
        "band": mark.band,
        **{name: (getattr(mark, name) if numbered else None) for name in ("points", "low", "high")},
        "not_measured": plain(mark.not_measured),
        "pieces": [
            {**{name: plain(getattr(piece, name)) for name in kept}, "numbers": dict(piece.numbers)}
            for piece in mark.pieces
        ],
        "strongest_for": list(mark.strongest_for),
        "strongest_against": list(mark.strongest_against),
    }


def plain(value: Any) -> Any:
    """Structs as objects, tuples as lists."""
    if hasattr(value, "__struct_fields__"):
        return {name: plain(getattr(value, name)) for name in value.__struct_fields__}
    return [plain(each) for each in value] if isinstance(value, list | tuple) else value
