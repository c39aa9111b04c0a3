"""The queue of what waits for the facilitator: each with what happened, and what can be done about it here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sandgame.present.console import debrief_text
from sandgame.present.console_alerts import Alert
from sandgame.present.console_cards import ICONS, TONES
from sandgame.present.console_class import ClassSeen, minutes
from sandgame.present.pictures import Tone
from sandgame.rules.room_intents import ReadyWords
from sandgame.text import numbers

Act = Literal["open", "leave", "stand_in", "wait", "remind", "code", "more_time", "answer", "done"]
"""What a button of the queue does: see the table, let them talk, seat the stand-in, wait, remind the table, a code for
another laptop, a minute more, say something to the seat, seen to."""
ACTS: dict[str, tuple[Act, ...]] = {
    "escalated": ("open", "leave"),
    "call": ("answer", "open", "done"),
    "away": ("stand_in", "wait", "code"),
    "idle": ("remind", "open"),
    "unanswered": ("remind", "open"),
    "late": ("more_time", "remind"),
}
WHILE_QUIET: tuple[Act, ...] = ("stand_in", "code", "open")
"""What can still be done about something that is being waited for."""


@dataclass(frozen=True, slots=True)
class QueueItem:
    """`acts`: what may be done and how the button is called; the first is the one to do."""

    alert: Alert
    icon: str
    tone: Tone
    title: str
    line: str
    acts: tuple[tuple[Act, str], ...]
    spoken: str

    @property
    def quiet(self) -> bool:
        return self.alert.quiet


@dataclass(frozen=True, slots=True)
class QueuePicture:
    """`empty` stands where there is nothing: a bold line and a plain one."""

    title: str
    count: str
    items: tuple[QueueItem, ...]
    empty: tuple[str, str]
    handled: str
    """Stands for a moment in what has just been seen to."""
    act: str = ""
    """The one thing to do where there is nothing else: a button under `empty`."""
    can_act: bool = True
    act_icon: str = "presentation"


def queue(seen: ClassSeen, alerts: Sequence[Alert], *, shared: bool, ready: bool = True) -> QueuePicture:
    """On a shared screen it says that something waits, and not what. `ready`: there is a debrief."""
    say = seen.speech.say
    items = tuple(queue_item(seen, each, shared=shared) for each in alerts)
    if seen.closed:
        closed = (say("console-queue-closed"), say("console-queue-closed-line"))
        return QueuePicture(say("console-queue"), "", (), closed, say("console-handled"), say("saving-go"),
                            act_icon="save")  # fmt: skip
    if seen.ended:
        empty = (say("console-queue-ended"), say("console-queue-ended-line"))
        act = debrief_text(seen, ready=ready)
        return QueuePicture(say("console-queue"), "", (), empty, say("console-handled"), act, ready)
    if seen.state == "lobby":
        empty = (say("console-queue-lobby"), say("console-queue-lobby-line"))
    else:
        empty = (say("console-queue-empty"), say("console-queue-empty-line"))
    return QueuePicture(say("console-queue"), _count(alerts), items, empty, say("console-handled"))


def needs(alerts: Sequence[Alert]) -> int:
    """What waits for the facilitator; what the facilitator waits for does not count."""
    return sum(not each.quiet for each in alerts)


def _count(alerts: Sequence[Alert]) -> str:
    return numbers.whole(needs(alerts)) if needs(alerts) else ""


def queue_item(seen: ClassSeen, alert: Alert, *, shared: bool) -> QueueItem:
    say = seen.speech.say
    title = _title(seen, alert, shared=shared)
    line = say("console-hidden") if shared and alert.kind in ("escalated", "call") else _line(seen, alert)
    if alert.quiet:
        line = say("console-line-waiting")
    acts = tuple((act, _act_text(seen, alert, act)) for act in _acts(alert, shared=shared))
    spoken = say("game-list-comma").join((title, line))
    tone: Tone = "plain" if alert.quiet else TONES.get(alert.kind, "caution")
    return QueueItem(alert, ICONS[alert.kind], tone, title, line, acts, spoken)


def _acts(alert: Alert, *, shared: bool) -> tuple[Act, ...]:
    """On a shared screen no table can be opened."""
    offered = [act for act in ACTS[alert.kind] if not alert.quiet or act in WHILE_QUIET]
    return tuple(act for act in offered if not (shared and act in ("open", "answer", "code")))


def _act_text(seen: ClassSeen, alert: Alert, act: Act) -> str:
    key = (
        "console-act-decide" if act == "open" and alert.kind == "escalated" else f"console-act-{act.replace('_', '-')}"
    )
    return seen.speech.say(key)


def _title(seen: ClassSeen, alert: Alert, *, shared: bool) -> str:
    say = seen.speech.say
    table = seen.table_name(alert.table)
    if alert.kind in ("away", "call") and not (shared and alert.kind == "call"):
        return say(f"console-queue-{alert.kind}", table=table, department=seen.name(alert.seats[0]))
    kind = "call-plain" if alert.kind == "call" else alert.kind
    return say(f"console-queue-{kind}", table=table)


def _line(seen: ClassSeen, alert: Alert) -> str:
    say = seen.speech.say
    match alert.kind:
        case "escalated":
            stuck = alert.stuck
            assert stuck is not None
            what = seen.what(stuck.service, stuck.units)
            ends = {"customer": seen.name(stuck.customer), "provider": seen.name(stuck.provider)}
            return say("console-line-escalated", what=what, **ends)
        case "call":
            return say("console-line-call", text=alert.call.text if alert.call is not None else "")
        case "away":
            waited = waited_text(seen, alert.count)
            stays = seen.absence == "stand_in" and not alert.late
            return say("console-line-away-soon" if stays else "console-line-away", waited=waited)
        case "idle":
            phase = seen.phase_name(seen.rows[alert.table].phase)
            return say("console-line-idle", count=alert.count, phase=phase)
        case "late":
            return say("console-line-late", departments=seen.names(alert.seats))
        case _:
            return say("console-line-unanswered", count=alert.count)


def waited_text(seen: ClassSeen, seconds: int) -> str:
    say = seen.speech.say
    return minutes(seconds) if seconds >= 60 else say("console-seconds", count=seconds)


def reminder(seen: ClassSeen, alert: Alert) -> ReadyWords:
    """What the table is told."""
    if alert.kind == "unanswered":
        return ReadyWords("remind_unanswered", count=alert.count)
    return ReadyWords("remind", seen.rows[alert.table].phase)
