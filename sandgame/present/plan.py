"""The Plan page: where this week's hours go, what that keeps and breaks, and which way the balance leans."""

from __future__ import annotations

from dataclasses import dataclass

from sandgame.present.ledger import state_text
from sandgame.present.now import NotePicture, NowBar, Question
from sandgame.present.phrases import badge, counted, hours
from sandgame.present.pictures import (
    BadgePicture,
    BalancePicture,
    BlockPicture,
    HoursPicture,
    LedgerRow,
    State,
    Tone,
    blocks,
    in_groups,
)
from sandgame.present.plan_draft import DraftLine, History, PlanDraft, draft_of, to_plan
from sandgame.present.plan_lines import LineBook, PlanLinePicture, addable
from sandgame.present.scene import Scene
from sandgame.rules.figures import ADDING_UP
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
    overtime_title: str
    overtime_line: str
    overtime: int
    overtime_most: int
    overtime_unused: str


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
class FeltPicture:
    """Who feels it: a counterpart, what it will get, and whether that is what was promised."""

    badge: BadgePicture
    title: str
    line: str
    icon: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class LeaningPicture:
    """The dock: the balance, my KPI now and after, promises kept, who feels it, last week's index."""

    title: str
    balance: BalancePicture
    kpi_title: str
    kpi_now: str
    kpi_after: str
    kpi_change: str
    kpi_tone: Tone
    kept_title: str
    kept: str
    kept_note: str
    kept_tone: Tone
    felt_title: str
    felt: tuple[FeltPicture, ...]
    felt_empty: str
    company: str
    index_title: str
    index: str
    company_note: str


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
    """A draft read once: the rules' plan and what it would do."""

    draft: PlanDraft
    plan: Plan
    shown: Preview


def first_draft(scene: Scene) -> PlanDraft:
    """What was kept, else what was entered, else the default."""
    view = scene.view
    plan = view.me.draft or view.me.plan or default_plan(view)
    return draft_of(plan, view)


def default_draft(scene: Scene) -> PlanDraft:
    return draft_of(default_plan(scene.view), scene.view)


def read(scene: Scene, draft: PlanDraft) -> PlanReading:
    plan = to_plan(draft, scene.view)
    return PlanReading(draft, plan, preview(scene.view, plan))


def plan_page(scene: Scene, reading: PlanReading) -> PlanPicture:
    say = scene.speech.say
    book = LineBook(scene, reading.draft, reading.shown)
    lines = book.lines()
    return PlanPicture(
        supply=_supply(scene, reading),
        own_work=_own_work(scene, reading),
        order_title=say("plan-order-heading"),
        order_note=say("plan-order-note"),
        lines=lines,
        lines_empty=say("plan-lines-empty"),
        add=tuple(AddPicture(*offer) for offer in addable(scene, reading.draft)),
        left=_left(scene, reading.shown),
        leaning=_leaning(scene, reading, lines),
        colours=say("plan-colours"),
    )


def now(scene: Scene, reading: PlanReading, history: History, kept: str) -> NowBar:
    say, shown = scene.speech.say, reading.shown
    notes = [NotePicture("lock", say("plan-private"))]
    broken = shown.due - shown.kept
    if broken:
        notes.append(NotePicture("triangle-alert", say("plan-will-break", count=broken)))
    return NowBar(
        sentence=say("plan-sentence", hours=shown.hours),
        notes=tuple(notes),
        primary=say("plan-submit"),
        primary_icon="send",
        enabled=shown.refusal is None,
        question=_question(scene, shown) if broken else None,
        can_undo=bool(history.past),
        can_redo=bool(history.future),
        kept=kept,
    )


def ledger_rows(
    scene: Scene, reading: PlanReading, rows: tuple[LedgerRow, ...], selected: int | None
) -> tuple[LedgerRow, ...]:
    """My promises as the plan leaves them: in plan, at risk, or as they were."""
    promises = {p.commitment: p for p in scene.view.threads.promises if p.provider == scene.seat}
    outcomes: dict[int, PromisePreview] = {p.commitment: p for p in reading.shown.promises}
    found: list[LedgerRow] = []
    for row in rows:
        outcome = None if row.sheet else outcomes.get(row.id)
        if outcome is None:
            found.append(row)
            continue
        state = _state(promises[outcome.commitment], outcome, row.state)
        line = row.line if state != "risk" or outcome.units else scene.speech.say("plan-not-in-plan")
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


def _question(scene: Scene, shown: Preview) -> Question:
    say = scene.speech.say
    promises = {p.commitment: p for p in scene.view.threads.promises}
    lines = [say("plan-question-intro")]
    for outcome in shown.promises:
        if outcome.due_now and not outcome.kept:
            promise = promises[outcome.commitment]
            units = counted(scene, promise.service, outcome.lacking - outcome.units)
            lines.append(
                say(
                    "plan-question-line",
                    service=scene.service(promise.service),
                    department=scene.name(promise.customer),
                    units=units,
                )
            )
    lines.append(say("plan-question-then"))
    return Question(say("plan-question-title"), tuple(lines), say("plan-submit-anyway"), say("plan-look-again"))


def _supply(scene: Scene, reading: PlanReading) -> SupplyPicture:
    say, me, shown = scene.speech.say, scene.view.me, reading.shown
    placed = shown.hours - shown.left - shown.overtime_unused
    overtime = reading.draft.overtime
    open_overtime = "overtime" in scene.view.table.rules
    price = say(
        "plan-overtime-line",
        price=scene.view.table.overtime_price,
        money=scene.pick(scene.cast.money),
        fatigue=(overtime + 1) // 2,
    )
    return SupplyPicture(
        title=say("plan-this-week"),
        hours=hours(scene, shown.hours),
        arithmetic=arithmetic(scene, overtime),
        placed=say("plan-placed", placed=placed, left=shown.left),
        aid=_aid(scene, shown.aid_hours),
        overtime_title=say("plan-overtime"),
        overtime_line=price,
        overtime=overtime,
        overtime_most=me.overtime_limit if open_overtime else 0,
        overtime_unused=say("plan-overtime-unused", hours=shown.overtime_unused) if shown.overtime_unused else "",
    )


def arithmetic(scene: Scene, overtime: int = 0) -> str:
    """How the hours of this week come about: "base 40 − fatigue 2 + pool 3 = 41"."""
    say, me = scene.speech.say, scene.view.me
    parts = (
        ("incident", me.incident_hours),
        ("fatigue", -me.fatigue),
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
    if metric is None or metric.kind not in ADDING_UP:
        return None
    target = metric.target * view.table.round // max(view.table.round, view.table.length)
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


def _left(scene: Scene, shown: Preview) -> LeftOverPicture:
    say = scene.speech.say
    row = blocks("hollow", scene.department(scene.seat).slot, shown.left)
    return LeftOverPicture(
        say("plan-left-title"), say("plan-left-line"), HoursPicture(in_groups(row)), hours(scene, shown.left)
    )


def _leaning(scene: Scene, reading: PlanReading, lines: tuple[PlanLinePicture, ...]) -> LeaningPicture:
    say, shown, view = scene.speech.say, reading.shown, scene.view
    kpi_now = view.me.figures[-1].figures.kpi if view.me.figures else None
    change = shown.kpi - (kpi_now or 0)
    results = view.table.results
    index = results[-1].index if results else None
    broken = shown.due - shown.kept
    return LeaningPicture(
        title=say("plan-leaning"),
        balance=_balance(scene, shown, lines),
        kpi_title=say("shell-my-kpi"),
        kpi_now="" if kpi_now is None else numbers.whole(kpi_now),
        kpi_after=numbers.whole(shown.kpi),
        kpi_change=numbers.delta(change) if kpi_now is not None else "",
        kpi_tone="positive" if change > 0 else "negative" if change < 0 else "plain",
        kept_title=say("plan-kept-title"),
        kept=numbers.parts(shown.kept, shown.due) if shown.due else say("shell-none"),
        kept_note=say("plan-kept-broken", count=broken) if broken else "" if shown.due else say("plan-kept-none"),
        kept_tone="negative" if broken else "plain",
        felt_title=say("plan-felt-title"),
        felt=_felt(scene, shown),
        felt_empty=say("plan-felt-empty"),
        company=say("plan-company-later"),
        index_title=say("plan-index-last"),
        index="" if index is None else numbers.whole(index),
        company_note=say("plan-company-note"),
    )


def _balance(scene: Scene, shown: Preview, lines: tuple[PlanLinePicture, ...]) -> BalancePicture:
    say = scene.speech.say
    slot = scene.department(scene.seat).slot
    left = blocks("solid", slot, shown.set_aside) + blocks("hollow", slot, shown.left)
    right: tuple[BlockPicture, ...] = ()
    for line in lines:
        right += blocks("stock", 0, line.hours) if line.slot is None else blocks("solid", line.slot, line.hours)
    left_value, right_value = hours(scene, shown.own_work), hours(scene, len(right))
    return BalancePicture(
        left=left,
        right=right,
        left_title=say("plan-for-me"),
        left_value=left_value,
        right_title=say("plan-for-others"),
        right_value=right_value,
        slot=slot,
        legend=say("plan-hollow") if shown.left else "",
        spoken=f"{say('plan-for-me')} {left_value}, {say('plan-for-others')} {right_value}",
    )


def _felt(scene: Scene, shown: Preview) -> tuple[FeltPicture, ...]:
    """Those whose promise is due by now, then those who get something early."""
    promises = {p.commitment: p for p in scene.view.threads.promises}
    ordered = sorted(shown.promises, key=lambda o: (not o.due_now, promises[o.commitment].due, o.commitment))
    return tuple(_felt_one(scene, promises[o.commitment], o) for o in ordered if o.due_now or o.units)


def _felt_one(scene: Scene, promise: Promise, outcome: PromisePreview) -> FeltPicture:
    say = scene.speech.say
    name, service = scene.name(promise.customer), scene.service(promise.service)
    if outcome.units:
        parts = numbers.parts(outcome.units, outcome.lacking)
        title = say("plan-felt-gets", department=name, service=service, parts=parts)
    else:
        title = say("plan-felt-nothing", department=name, service=service)
    key, icon, tone = _how_it_feels(promise, outcome)
    line = say(f"plan-felt-{key}", due=say("game-week", week=promise.due))
    return FeltPicture(badge(scene, promise.customer), title, line, icon, tone)


def _how_it_feels(promise: Promise, outcome: PromisePreview) -> tuple[str, str, Tone]:
    if promise.state == "overdue":
        complete = outcome.units == outcome.lacking
        return ("made-good", "clock", "caution") if complete else ("not-kept", "circle-x", "negative")
    if not outcome.due_now:
        return "early", "link", "info"
    return ("on-time", "circle-check", "positive") if outcome.kept else ("not-kept", "circle-x", "negative")
