"""The tables of a class beside each other: the same measures for all, and which of them may be compared at all."""

from __future__ import annotations

from collections.abc import Sequence

from sandgame.frames.debrief import ClassDebrief, TableDebrief, TableOfClass
from sandgame.rules.figures import percent_of


def comparison(tables: Sequence[TableDebrief]) -> ClassDebrief:
    """Tables with injections of their own stand beside the others (rules: Benchmarks)."""
    changed = [tuple((change.round, change.kind, change.what) for change in table.changes) for table in tables]
    usual = max(changed, key=lambda each: (changed.count(each), -len(each)), default=())
    rows = (_row(table, same=changes == usual) for table, changes in zip(tables, changed, strict=True))
    return ClassDebrief(tuple(rows))


def _row(table: TableDebrief, *, same: bool) -> TableOfClass:
    links = table.links
    return TableOfClass(
        table=table.table,
        talk=table.talk,
        same=same,
        captured=table.company.captured if table.company is not None else None,
        kept=percent_of(sum(link.kept for link in links), sum(link.matured for link in links)),
        answered=percent_of(sum(link.answered for link in links), sum(link.asked for link in links))
        if table.talk == "desk"
        else None,
        warned=percent_of(sum(link.warned for link in links), sum(link.at_risk for link in links)),
    )
