"""The Plan page: where this week's hours go, what that keeps and breaks, and which way the balance leans."""

from __future__ import annotations

from dataclasses import dataclass

from sandgame.present import plan_warning, pool
from sandgame.present.brief_notices import paused_notes
from sandgame.present.history import History
from sandgame.present.ledger import state_text
from sandgame.present.now import NotePicture, NowBar
from sandgame.present.phrases import badge, hours
from sandgame.present.pictures import (
    BadgePicture,
    HoursPicture,
    LedgerRow,
    State,
    blocks,
    in_groups,
)
from sandgame.present.plan_draft import DraftLine, PlanDraft, draft_of, to_plan
from sandgame.present.plan_leaning import LeaningPicture, leaning
from sandgame.present.plan_lines import LineBook, PlanLinePicture, addable
from sandgame.present.scene import Scene
from sandgame.rules.figures import scale
from sandgame.rules.intents import Plan
from sandgame.rules.need import default_plan
from sandgame.rules.preview import Preview, PromisePreview, preview
from sandgame.rules.sections import Promise
from sandgame.text import numbers


@dataclass(frozen=True, slots=True)
class SupplyPicture:
    """The hours of this week, how they add up, and overtime (`overtime_most` 0 = there is none)."""

    title: str
    hours: str
    arithmetic: str
    placed: str
    aid: str
    pool: str
    overtime_title: str
    overtime_line: str
    overtime: int
    overtime_most: int
    overtime_unused: str
    fullest: tuple[str, str, str] = ("", "", "")
    """`arithmetic`, `placed` and `overtime_unused` with all the overtime there is: room is kept for them."""


@dataclass(frozen=True, slots=True)
class OwnWorkPicture:
    badge: BadgePicture
    title: str
    line: str
    tray: HoursPicture
    note: str
    hours: int
    most: int


@dataclass(frozen=True, slots=True)
class LeftOverPicture:
    title: str
    line: str
    row: HoursPicture
    hours: str


@dataclass(frozen=True, slots=True)
class AddPicture:
    group: str
    text: str
    line: DraftLine


@dataclass(frozen=True, slots=True)
class PlanPicture:
    supply: SupplyPicture
    own_work: OwnWorkPicture
    order_title: str
    order_note: str
    lines: tuple[PlanLinePicture, ...]
    lines_empty: str
    add: tuple[AddPicture, ...]
    left: LeftOverPicture
    leaning: LeaningPicture
    colours: str


@dataclass(frozen=True, slots=True)
class PlanReading:
    """A draft read once: the rules' plan and what it would do; `early` if inputs for later weeks came in this one.

    `early` is None where that would change nothing.
    """

    draft: PlanDraft
    plan: Plan
    shown: Preview
    early: Preview | None


def first_draft(scene: Scene) -> PlanDraft:
    """What was kept, else what was entered, else the default."""
    view = scene.view
    plan = view.me.draft or view.me.plan or default_plan(view)
    return draft_of(plan, view)


def default_draft(scene: Scene) -> PlanDraft:
    return draft_of(default_plan(scene.view), scene.view)


def read(scene: Scene, draft: PlanDraft) -> PlanReading:
    plan = to_plan(draft, scene.view)
    shown = preview(scene.view, plan)
    early = preview(scene.view, plan, early=True) if any(made.stop == "inputs" for made in shown.made) else shown
    return PlanReading(draft, plan, shown, early if _outcomes(early) != _outcomes(shown) else None)


def _outcomes(shown: Preview) -> list[tuple[int, int]]:
    return [(made.units, made.hours) for made in shown.made]


def plan_page(scene: Scene, reading: PlanReading) -> PlanPicture:
    say = scene.speech.say
    book = LineBook(scene, reading.draft, reading.shown, reading.early)
    lines = book.lines()
    return PlanPicture(
        supply=_supply(scene, reading),
        own_work=_own_work(scene, reading),
        order_title=say("plan-order-heading"),
        order_note=_order_note(scene, reading),
        lines=lines,
        lines_empty=say("plan-lines-empty"),
        add=tuple(AddPicture(*offer) for offer in addable(scene, reading.draft)),
        left=_left(scene, reading),
        leaning=leaning(scene, reading.shown, lines, reading.early),
        colours=say("plan-colours"),
    )


def now(scene: Scene, reading: PlanReading, history: History[PlanDraft], kept: str) -> NowBar:
    say, shown = scene.speech.say, reading.shown
    notes = [NotePicture("lock", say("plan-private"))]
    broken = shown.due - shown.kept
    if broken:
        notes.append(NotePicture("triangle-alert", say("plan-will-break", count=broken)))
    paused = paused_notes(scene)
    return NowBar(
        sentence=say("plan-sentence", hours=shown.hours),
        notes=paused or tuple(notes),
        primary=say("plan-submit"),
        primary_icon="send",
        enabled=shown.refusal is None and not paused,
        question=plan_warning.question(scene, shown) if plan_warning.failing(scene, shown) else None,
        can_undo=bool(history.past),
        can_redo=bool(history.future),
        kept=kept,
    )


def ledger_rows(
    scene: Scene, reading: PlanReading, rows: tuple[LedgerRow, ...], selected: int | None
) -> tuple[LedgerRow, ...]:
    """My promises as the plan leaves them: in plan, at risk, or as they were."""
    promises = {p.commitment: p for p in scene.view.threads.promises if p.provider == scene.seat}
    hanging = LineBook(scene, reading.draft, reading.shown).hanging
    outcomes: dict[int, PromisePreview] = {p.commitment: p for p in reading.shown.promises}
    found: list[LedgerRow] = []
    for row in rows:
        outcome = None if row.sheet else outcomes.get(row.id)
        if outcome is None:
            found.append(row)
            continue
        state = _state(promises[outcome.commitment], outcome, row.state)
        line = row.line if state != "risk" or outcome.units else scene.speech.say("plan-not-in-plan")
        if outcome.commitment in hanging and state == "in_plan":
            state, line = "risk", scene.speech.say("plan-hangs", department=scene.name(hanging[outcome.commitment]))
        found.append(
            LedgerRow(
                row.id, row.badge, row.title, line, row.due, state, state_text(scene, state),
                selected=row.id == selected, spoken=row.spoken, tip=row.tip,
            )
        )  # fmt: skip
    return tuple(found)


def _state(promise: Promise, outcome: PromisePreview, before: State) -> State:
    if outcome.units == outcome.lacking:
        return "in_plan"
    if promise.state == "overdue":
        return "broken"
    return "risk" if outcome.due_now else before


def _order_note(scene: Scene, reading: PlanReading) -> str:
    """What the order means, and in what the amounts of lines for customers are told."""
    if not any(line.kind == "order" for line in reading.draft.lines):
        return scene.speech.say("plan-order-note")
    return scene.speech.say("plan-order-note-money", money=scene.pick(scene.cast.money))


def _supply(scene: Scene, reading: PlanReading) -> SupplyPicture:
    say, me, shown = scene.speech.say, scene.view.me, reading.shown
    overtime = reading.draft.overtime
    open_overtime = "overtime" in scene.view.table.rules
    price = say(
        "plan-overtime-line-last" if scene.is_last else "plan-overtime-line",
        price=scene.view.table.overtime_price,
        money=scene.pick(scene.cast.money),
        fatigue=(overtime + 1) // 2,
    )
    return SupplyPicture(
        title=say("plan-this-week"),
        hours=hours(scene, shown.hours),
        arithmetic=arithmetic(scene, overtime),
        placed=_placed(scene, shown),
        aid=_aid(scene, shown.aid_hours),
        pool=pool.outcome(scene),
        overtime_title=say("plan-overtime"),
        overtime_line=price,
        overtime=overtime,
        overtime_most=me.overtime_limit if open_overtime else 0,
        overtime_unused=_unused(scene, shown.overtime_unused),
        fullest=_fullest(scene, reading, me.overtime_limit if open_overtime else 0),
    )


def _unused(scene: Scene, hours: int) -> str:
    return scene.speech.say("plan-overtime-unused", hours=hours) if hours else ""


def _fullest(scene: Scene, reading: PlanReading, most: int) -> tuple[str, str, str]:
    """The longest that any click can make of them, all parts of the sum at once: unseen, it need not add up."""
    whole = reading.shown.hours - reading.draft.overtime + most
    return arithmetic(scene, most), _sum(scene, (whole, whole, whole, most), whole), _unused(scene, most)


def _placed(scene: Scene, shown: Preview) -> str:
    """The hours of this week once more, as the plan uses them: own work set aside, lines, left over, unused."""
    lines = shown.hours - shown.set_aside - shown.left - shown.overtime_unused
    return _sum(scene, (shown.set_aside, lines, shown.left, shown.overtime_unused), shown.hours)


def _sum(scene: Scene, used: tuple[int, int, int, int], whole: int) -> str:
    say, (own, lines, left, unused) = scene.speech.say, used
    parts = [say("plan-placed-own", hours=own)] if own else []
    parts += [say("plan-placed-lines", hours=lines), say("plan-placed-left", hours=left)]
    if unused:
        parts.append(say("plan-placed-unused", hours=unused))
    return f"{' + '.join(parts)} = {numbers.whole(whole)}"


def arithmetic(scene: Scene, overtime: int = 0) -> str:
    """How the hours of this week come about: "base 40 − fatigue 2 + pool 3 = 41"."""
    say, me = scene.speech.say, scene.view.me
    parts = (
        ("incident", me.incident_hours),
        ("fatigue", -me.fatigue),
        ("meetings", -me.meetings),
        ("lent", -me.lent),
        ("gained", me.gained),
        ("pool", me.pool),
        ("overtime", overtime),
    )
    text = say("plan-part-base", hours=me.base_hours)
    for name, count in parts:
        if count:
            sign = "+" if count > 0 else numbers.MINUS
            text += f" {sign} {say(f'plan-part-{name}', hours=abs(count))}"
    if not any(count for _, count in parts):
        return text
    return f"{text} = {numbers.whole(me.hours + overtime)}"


def _aid(scene: Scene, aid_hours: int) -> str:
    if not aid_hours:
        return ""
    providers = [s.provider for s in scene.view.board.services if s.aid is not None and s.provider != scene.seat]
    name = scene.name(providers[0]) if providers else ""
    return scene.speech.say("plan-aid", hours=aid_hours, department=name)


def full_marks(scene: Scene) -> int | None:
    """Hours of own work that still bring the KPI something this week; None if own work is not measured."""
    view = scene.view
    metric = next((m for m in view.me.metrics if m.kind == "own_work"), None)
    if metric is None:
        return None
    _, target = scale(metric, view.table.round, view.table.target_weeks)
    return max(0, target - view.me.record.own_work)


def _own_work(scene: Scene, reading: PlanReading) -> OwnWorkPicture:
    say, me = scene.speech.say, scene.view.me
    department = scene.department(scene.seat)
    wanted = full_marks(scene)
    aside = reading.shown.set_aside
    row = blocks("solid", department.slot, aside)
    if wanted is not None:
        row += blocks("missing", department.slot, max(0, min(wanted, me.hours) - aside))
    if wanted is None:
        note = say("plan-own-plain")
    elif wanted == 0:
        note = say("plan-own-full")
    else:
        note = say("plan-own-note", hours=wanted)
    return OwnWorkPicture(
        badge=badge(scene, scene.seat),
        title=say("plan-own-title", work=scene.pick(department.own_work)),
        line=say("plan-own-line" if wanted is not None else "plan-own-line-plain"),
        tray=HoursPicture(in_groups(row)),
        note=note,
        hours=reading.draft.own_work,
        most=me.hours,
    )


def _left(scene: Scene, reading: PlanReading) -> LeftOverPicture:
    say, shown, early = scene.speech.say, reading.shown, reading.early
    line = say("plan-left-line")
    if early is not None and early.left != shown.left:
        line = say("plan-left-if-early", hours=early.left)
    row = blocks("hollow", scene.department(scene.seat).slot, shown.left)
    return LeftOverPicture(say("plan-left-title"), line, HoursPicture(in_groups(row)), hours(scene, shown.left))
