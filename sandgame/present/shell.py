"""What the frame around every phase says: the top bar, the wait for others, the help, and answers of the host."""

from __future__ import annotations

from dataclasses import dataclass

from sandgame.present.ledger import waits_for_me
from sandgame.present.messages import messages_open
from sandgame.present.now import Question
from sandgame.present.phrases import badge, listed
from sandgame.present.pictures import (
    COMPANY_SLOT,
    BadgePicture,
    ClockPicture,
    HeaderBalancePicture,
    StepPicture,
    Tone,
    TopBarPicture,
)
from sandgame.present.scene import Scene
from sandgame.rules.ids import PHASES, Phase, SeatId
from sandgame.rules.reason import Refusal
from sandgame.text import numbers
from sandgame.text.speech import Speech

PHASE_ICONS: dict[Phase, str] = {
    "brief": "newspaper",
    "negotiate": "messages-square",
    "plan": "blocks",
    "deliver": "truck",
    "review": "rotate-ccw",
}


BOARDS: tuple[Phase, ...] = ("brief", "negotiate", "deliver")
"""The phases whose centre has a board."""
NOBODY = BadgePicture(COMPANY_SLOT, "building-2")
"""The badge before a seat is taken."""


@dataclass(frozen=True, slots=True)
class WaitingPicture:
    """After finishing: for whom the table waits, and the way back while it does. `calls`: something waits for me."""

    text: str
    change: str
    calls: str


@dataclass(frozen=True, slots=True)
class HelpPicture:
    """The page behind F1: what this phase is for, what to do, the keys."""

    title: str
    text: str
    steps: tuple[str, ...]
    keys: tuple[tuple[str, str], ...]
    close: str


def top_bar(scene: Scene) -> TopBarPicture:
    table = scene.view.table
    return TopBarPicture(
        title=company_title(scene),
        week_text=scene.speech.say("shell-week-of", week=table.round, weeks=table.length),
        week=table.round,
        weeks=table.length,
        steps=steps(scene),
        clock=clock(scene),
        balance=balance(scene),
    )


def company_title(scene: Scene) -> str:
    """The company; in a class with the table's number."""
    company = scene.pick(scene.cast.company)
    return scene.speech.say("line-table", company=company, table=scene.class_table) if scene.class_table else company


def clock(scene: Scene) -> ClockPicture | None:
    """That the play stands still, or, alone, that no time runs; in a class its own clock stands here instead."""
    say = scene.speech.say
    if scene.view.room.paused:
        return ClockPicture(say("shell-paused"), "paused", say("shell-paused-spoken"))
    return None if scene.class_table else ClockPicture(say("shell-no-clock"), "none", say("shell-no-clock-spoken"))


def my_badge(scene: Scene) -> BadgePicture:
    return badge(scene, scene.seat)


def steps(scene: Scene) -> tuple[StepPicture, ...]:
    phase = scene.view.table.phase
    now = len(PHASES) if phase == "over" else PHASES.index(phase)
    return tuple(
        StepPicture(
            "check" if n < now else PHASE_ICONS[name],
            scene.speech.say(f"game-phase-{name}"),
            "done" if n < now else "now" if n == now else "later",
            _step_tip(scene, name, passed=n < now),
        )
        for n, name in enumerate(PHASES)
    )


def _step_tip(scene: Scene, name: Phase, *, passed: bool) -> str:
    tip = scene.speech.say(f"shell-phase-{name}-tip")
    return scene.speech.say("shell-phase-passed", tip=tip) if passed else tip


def balance(scene: Scene) -> HeaderBalancePicture:
    """KPI so far against the company's index so far; nothing is told before the first Deliver is over.

    A case without benchmarks has no index: there the company's money stands, and nothing to weigh it against.
    """
    view, say = scene.view, scene.speech.say
    kpis = [f.figures.kpi for f in view.me.figures]
    results = view.table.results
    indexes = [result.index for result in results]
    alone = bool(results) and results[-1].index is None
    fresh = view.table.phase in ("deliver", "review", "over")
    kpi_change = _change(kpis) if fresh else 0
    index_change = (
        _change([0 if i is None else i for i in indexes]) if fresh and indexes and indexes[-1] is not None else 0
    )
    kpi_text = numbers.whole(kpis[-1]) if kpis else say("shell-none")
    known = bool(indexes) and indexes[-1] is not None
    index = (indexes[-1] or 0) if indexes else 0
    index_text = numbers.whole(index) if known else numbers.whole(results[-1].result) if alone else say("shell-none")
    label = say("shell-company-money", money=scene.pick(scene.cast.money)) if alone else say("shell-company")
    if fresh and alone:
        index_change = _change([result.result for result in results])
    kpi = kpis[-1] if kpis else 0
    return HeaderBalancePicture(
        badge=badge(scene, scene.seat),
        kpi=kpi,
        index=index if known else kpi,
        kpi_label=say("shell-my-kpi"),
        index_label=label,
        kpi_text=kpi_text,
        index_text=index_text,
        kpi_change=numbers.delta(kpi_change),
        index_change=numbers.delta(index_change),
        kpi_tone=_tone(kpi_change),
        index_tone=_tone(index_change),
        spoken=f"{say('shell-my-kpi')} {kpi_text}, {label} {index_text}"
        if alone
        else say("shell-balance-spoken", kpi=kpi_text, index=index_text),
        tip=say("shell-balance-alone-tip") if alone else _index_tip(scene, index if known else None),
    )


def _index_tip(scene: Scene, index: int | None) -> str:
    """What the index measures, and what the present one says of the company."""
    say = scene.speech.say
    if index is None:
        return say("shell-balance-tip", now="")
    way = "more" if index > 0 else "less" if index < 0 else "same"
    return say("shell-balance-tip", now=say(f"shell-balance-{way}", part=abs(index)))


def _change(values: list[int]) -> int:
    return values[-1] - values[-2] if len(values) > 1 else 0


def _tone(change: int) -> Tone:
    return "plain" if change == 0 else "positive" if change > 0 else "negative"


def finished(scene: Scene) -> bool:
    table = scene.view.table
    return table.phase != "over" and scene.seat in table.finished


def waiting(scene: Scene) -> WaitingPicture | None:
    """None while this seat has something to do."""
    if not finished(scene):
        return None
    table, say = scene.view.table, scene.speech.say
    others = [_awaited(scene, seat) for seat in table.seats if seat not in table.finished and seat != scene.seat]
    text = say("shell-waiting", departments=listed(scene, others)) if others else say("shell-waiting-none")
    calling = [sheet for sheet in scene.view.threads.sheets if waits_for_me(scene, sheet)]
    calls = ""
    if table.phase == "negotiate" and calling:
        sheet = calling[0]
        other = sheet.customer if sheet.provider == scene.seat else sheet.provider
        calls = say("shell-waiting-calls", department=scene.name(other))
    return WaitingPicture(text, say("shell-change") if _can_change(scene) else "", calls)


def _can_change(scene: Scene) -> bool:
    """Reading and looking are done once; elsewhere what was entered can be changed while the phase lasts."""
    phase, beside = scene.view.table.phase, scene.view.beside
    left = beside.map_task or beside.question is not None
    return left if phase == "brief" else phase != "deliver"


def _awaited(scene: Scene, seat: SeatId) -> str:
    """With why it may take longer, or need not be waited for."""
    name = scene.name(seat)
    if any(played.seat == seat and played.by == "stand_in" for played in scene.view.room.played_by):
        return scene.speech.say("shell-waiting-stand-in", department=name)
    return scene.speech.say("shell-waiting-away", department=name) if seat in scene.away else name


def help_page(scene: Scene) -> HelpPicture:
    phase, say = scene.view.table.phase, scene.speech.say
    keys = [("F9 · Ctrl+Enter", "primary"), ("F6", "zone"), ("Ctrl+1 … Ctrl+5", "zones"), ("Tab", "tab")]
    keys += _keys_of(scene, phase)
    if phase in BOARDS:
        keys += [("Ctrl+L", "list"), ("Ctrl+0 · Ctrl++ · Ctrl+−", "zoom")]
    keys += [("F1", "help"), ("Shift+F1", "terms"), ("F11", "full"), ("Esc", "back")]
    steps = tuple(say(f"shell-help-{phase}-{n}") for n in (1, 2, 3) if scene.speech.has(f"shell-help-{phase}-{n}"))
    if scene.class_table:
        steps = (*steps, say("shell-help-call"))
    return HelpPicture(
        title=say("shell-help-title", phase=say(f"game-phase-{phase}")),
        text=say(f"shell-phase-{phase}-tip"),
        steps=steps,
        keys=tuple((key, say(f"shell-key-{name}")) for key, name in keys),
        close=say("game-close"),
    )


def _keys_of(scene: Scene, phase: str) -> list[tuple[str, str]]:
    """The keys that only this phase has."""
    rules = scene.view.table.rules
    match phase:
        case "negotiate":
            answers = ("A · C · D", "answer") if "counter" in rules else ("A · D", "answer-plain")
            talk = [("M", "message")] if messages_open(scene) else []
            return [answers, ("R", "ask"), ("F", "share"), *talk]
        case "plan":
            return [("+ · −", "units"), ("Alt+↑ · Alt+↓", "order"), ("N", "add"), ("Ctrl+Z · Ctrl+Shift+Z", "undo")]
        case "deliver":
            return [("End", "result")]
        case "review":
            return [("1 … 5", "rate"), ("T", "thank"), ("Ctrl+Z · Ctrl+Shift+Z", "undo")]
        case _:
            return []


def refusal_text(speech: Speech, refusal: Refusal) -> str:
    """The sentence for a refusal, with its bound and its place."""
    key = f"reason-{refusal.reason.value.replace('_', '-')}"
    if not speech.has(key):
        return speech.say("shell-refused")
    return speech.say(key, limit=refusal.limit, place=refusal.place)


def leave_question(speech: Speech) -> Question:
    say = speech.say
    return Question(say("shell-leave-title"), (say("shell-leave-kept"),), say("shell-leave"), say("shell-stay"))
