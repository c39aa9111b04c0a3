"""The charts of a report: what a debrief holds, made into pictures, and pictures into drawings of a fixed size."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from sandgame.frames.debrief import ChangeShown, ClassDebrief, Company, PromiseShown, TableDebrief
from sandgame.frames.marks import PRINCIPLES, Mark
from sandgame.present.charts import RulerPicture
from sandgame.present.debrief_charts import (
    DueCell,
    DueRow,
    LossesPicture,
    LossPart,
    LossStep,
    ProfilePicture,
    ProfileRow,
    PromisesPicture,
    TableBar,
    TableBarsPicture,
)
from sandgame.present.debrief_profile import standing_text
from sandgame.report.document import WIDE, Chart, Draw
from sandgame.report.wording import Wording
from sandgame.text.numbers import parts, percent, signed, span, whole

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter

    from sandgame.paint.look import Look

SILO, REFERENCE = 200, 800
"""Where the scale of the marks puts the bots, in permille (frames.marks.Gauge)."""
JUDGED = ("kept", "late", "overdue", "lapsed", "broken")
P = TypeVar("P")


def _drawn(picture: P, paint: Callable[[QPainter, P, QRectF, Look], None], words: Wording) -> Draw:
    def draw(painter: QPainter, box: QRectF) -> None:
        from sandgame.paint.look import Look

        paint(painter, picture, box, Look("light", words.speech.language))

    return draw


def losses_chart(words: Wording, debrief: TableDebrief) -> Chart | None:
    """None where losses are not known, or the case has no benchmarks."""
    company = debrief.company
    if company is None or not debrief.weeks:
        return None
    from sandgame.paint.debrief_charts import draw_losses

    picture = losses_picture(words, debrief, company)
    return Chart(_drawn(picture, draw_losses, words), 246, picture.spoken)


def losses_picture(words: Wording, debrief: TableDebrief, company: Company) -> LossesPicture:
    say, plain = words.say, debrief.talk == "open"
    steps: list[LossStep] = []
    for week in debrief.weeks:
        text = signed(-week.loss)
        short = span(week.round, week.round)
        steps.append(LossStep(words.week(week.round), short, text, week.table, week.departments, week.clarity))
        steps += [_change(words, change) for change in debrief.changes if change.round == week.round]
    sums: dict[LossPart, int] = {
        "table": sum(week.table for week in debrief.weeks),
        "departments": sum(week.departments for week in debrief.weeks),
        "clarity": sum(week.clarity for week in debrief.weeks),
    }
    told = [f"{step.name} {step.text}" for step in steps]
    ends = (say("report-best"), whole(company.best), say("report-result"), whole(company.result))
    legend: tuple[tuple[LossPart, str], ...]
    if plain:
        legend = (("plain", say("report-loss-plain", sum=sum(sums.values()))),)
    else:
        legend = tuple((part, say(f"report-loss-{part}", sum=total)) for part, total in sums.items())
    spoken = words.listed((f"{ends[0]} {ends[1]}", *told, f"{ends[2]} {ends[3]}", *(text for _, text in legend)))
    return LossesPicture(
        company.best, ends[0], ends[1], tuple(steps), company.result, ends[2], ends[3], legend, plain, spoken
    )


def _change(words: Wording, change: ChangeShown) -> LossStep:
    return LossStep(change_name(words, change), "*", signed(change.change), change=change.change)


def change_name(words: Wording, change: ChangeShown) -> str:
    if change.kind == "measure":
        return words.say(f"measure-{change.what.replace('_', '-')}")
    return words.say(f"report-change-{change.kind}", what=change.what)


def table_ruler(words: Wording, company: Company) -> Chart:
    say = words.say
    ours = say("report-ruler-ours", value=percent(company.captured), result=company.result)
    ends = (say("report-ruler-silo", result=company.silo), say("report-ruler-best", result=company.best))
    mark = say("report-ruler-reference", value=percent(company.reference_captured), result=company.reference)
    return _ruler(words, company.captured, company.reference_captured, ends, ours, mark)


def class_ruler(words: Wording, median: int, reference: int, *, alone: bool = False) -> Chart:
    """In percent alone: tables may have played different variants. `alone`: of one table there is no median."""
    say = words.say
    ends = (say("report-scale-silo", value=percent(0)), say("report-scale-best", value=percent(100)))
    ours = say("report-scale-one" if alone else "report-scale-class", value=percent(median))
    mark = say("report-scale-reference", value=percent(reference))
    return _ruler(words, median, reference, ends, ours, mark)


def _ruler(words: Wording, at: int, mark: int, ends: tuple[str, str], ours: str, mark_text: str) -> Chart:
    from sandgame.paint.charts import draw_ruler

    place, marked = max(-1000, min(1000, 10 * at)), max(0, min(1000, 10 * mark))
    spoken = words.listed((ends[0], ours, mark_text, ends[1]))
    picture = RulerPicture(place, marked, ends[0], ours, mark_text, ends[1], spoken)
    return Chart(_drawn(picture, draw_ruler, words), 70, spoken)


def tables_chart(words: Wording, comparison: ClassDebrief, reference: int | None) -> Chart:
    from sandgame.paint.debrief_charts import draw_table_bars

    say = words.say
    bars = tuple(
        TableBar(
            say("report-table-short", table=table.table),
            percent(table.captured) if table.captured is not None else "–",
            table.captured,
        )
        for table in comparison.tables
    )
    mark_text = say("report-scale-reference", value=percent(reference)) if reference is not None else ""
    spoken = words.listed((*(f"{bar.name} {bar.text}" for bar in bars), *([mark_text] if mark_text else [])))
    return Chart(_drawn(TableBarsPicture(bars, reference, mark_text, spoken), draw_table_bars, words), 186, spoken)


def profile_chart(words: Wording, marks: Sequence[Mark], wide: int = WIDE) -> Chart:
    from sandgame.paint.debrief_profile import draw_profile

    by_principle = {mark.principle: mark for mark in marks}
    rows = tuple(
        profile_row(words, words.say(f"score-principle-{name}"), by_principle.get(name)) for name in PRINCIPLES
    )
    texts = (words.say("report-silo"), words.say("report-reference"))
    spoken = zip(rows, PRINCIPLES, strict=True)
    told = [f"{row.name} {row.text or row.too_little or _band(words, by_principle[name])}" for row, name in spoken]
    picture = ProfilePicture(rows, SILO, texts[0], REFERENCE, texts[1], words.listed(told))
    return Chart(_drawn(picture, draw_profile, words), 26 + 27 * len(rows), picture.spoken, wide)


def profile_row(words: Wording, name: str, mark: Mark | None) -> ProfileRow:
    """A number only where the mark bears one; a band is shown by its margin; else the events stand for themselves."""
    if mark is None or not drawn(mark) or mark.points is None or mark.low is None or mark.high is None:
        return ProfileRow(name, too_little=words.say("report-too-little"))
    text = whole((mark.points + 50) // 100) if mark.level == "number" else ""
    return ProfileRow(name, mark.points // 10, mark.low // 10, mark.high // 10, text)


def drawn(mark: Mark) -> bool:
    """Whether it bears at least its margin."""
    return mark.level != "events" and None not in (mark.points, mark.low, mark.high)


def _band(words: Wording, mark: Mark) -> str:
    return standing_text(words, mark) if mark.band is not None else ""


def promises_chart(words: Wording, debrief: TableDebrief) -> Chart | None:
    """All promises that came to an end; None where there is none."""
    from sandgame.paint.debrief_profile import draw_promises

    picture = promises_picture(words, debrief)
    if not picture.rows:
        return None
    return Chart(_drawn(picture, draw_promises, words), 64 + 27 * len(picture.rows), picture.spoken)


def due_after(debrief: TableDebrief) -> bool:
    """Whether any was kept before it was due, which is after the last week."""
    return any(one.due > debrief.rounds for one in debrief.promises if one.state in JUDGED)


def promises_picture(words: Wording, debrief: TableDebrief) -> PromisesPicture:
    ended: dict[tuple[int, int], list[PromiseShown]] = {}
    for promise in debrief.promises:
        if promise.state in JUDGED:
            ended.setdefault((promise.provider, promise.customer), []).append(promise)
    weeks = range(1, debrief.rounds + 1)
    after = due_after(debrief)
    rows = []
    for _, found in sorted(ended.items()):
        who, kept = found[0], sum(one.state == "kept" for one in found)
        cells = [_due([one for one in found if one.due == week]) for week in weeks]
        cells += [_due([one for one in found if one.due > debrief.rounds])] if after else []
        badges = (words.badge(who.provider), words.badge(who.customer))
        rows.append(DueRow(*badges, words.link(who.provider, who.customer), tuple(cells), parts(kept, len(found))))
    legend = tuple((kind, words.say(f"report-due-{kind}")) for kind in ("kept", "part", "none", "warned"))
    spoken = words.listed(f"{row.name} {row.text}" for row in rows)
    heads = (*(words.week(week) for week in weeks), *((words.say("report-due-after"),) if after else ()))
    return PromisesPicture(heads, tuple(rows), legend, spoken)  # type: ignore[arg-type]


def _due(due: Sequence[PromiseShown]) -> DueCell | None:
    if not due:
        return None
    kept = sum(one.state == "kept" for one in due)
    return DueCell(kept, len(due), any(0 < one.warned <= one.due for one in due), parts(kept, len(due)))
