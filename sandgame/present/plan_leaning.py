"""Which way a plan leans: own work against hours for others, my KPI, promises kept, who feels it. Own data only."""

from __future__ import annotations

from dataclasses import dataclass

from sandgame.present.phrases import badge, hours
from sandgame.present.pictures import BadgePicture, BalancePicture, BlockPicture, Tone, blocks
from sandgame.present.plan_lines import PlanLinePicture
from sandgame.present.plan_warning import can_warn, warning
from sandgame.present.scene import Scene
from sandgame.rules.intents import Warn
from sandgame.rules.preview import Preview, PromisePreview
from sandgame.rules.sections import Promise
from sandgame.text import numbers


@dataclass(frozen=True, slots=True)
class FeltPicture:
    """Who feels it: a counterpart, what it will get, and whether that is what was promised."""

    badge: BadgePicture
    title: str
    line: str
    icon: str
    tone: Tone
    warn: Warn | None = None
    """The warning that can still go out."""

    warn_text: str = ""


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
    kpi_note: str
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


def leaning(
    scene: Scene, shown: Preview, lines: tuple[PlanLinePicture, ...], early: Preview | None = None
) -> LeaningPicture:
    """`early`: what the same plan would do if inputs promised for later weeks came now."""
    say, view = scene.speech.say, scene.view
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
        kpi_note=say("plan-kpi-if-early", kpi=early.kpi) if early is not None and early.kpi != shown.kpi else "",
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
    warn, text = None, ""
    if outcome.due_now and not outcome.kept and promise.state == "open":
        if can_warn(scene, promise):
            warn, text = warning(scene, promise, outcome.lacking - outcome.units), say("plan-warn")
        if promise.warned:
            line = say("plan-felt-warned", due=say("game-week", week=promise.due))
    return FeltPicture(badge(scene, promise.customer), title, line, icon, tone, warn, text)


def _how_it_feels(promise: Promise, outcome: PromisePreview) -> tuple[str, str, Tone]:
    if promise.state == "overdue":
        complete = outcome.units == outcome.lacking
        return ("made-good", "clock", "caution") if complete else ("not-kept", "circle-x", "negative")
    if not outcome.due_now:
        return "early", "link", "info"
    return ("on-time", "circle-check", "positive") if outcome.kept else ("not-kept", "circle-x", "negative")
