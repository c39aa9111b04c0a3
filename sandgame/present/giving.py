"""Giving in return: what the one who asks may offer, hours or units of its own, and how that reads on a sheet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from sandgame.present.phrases import badge, counted, week_short
from sandgame.present.pictures import BadgePicture
from sandgame.present.scene import Scene
from sandgame.rules.ids import SeatId, ServiceId
from sandgame.rules.intents import Give, GiveHours, GiveUnits
from sandgame.rules.measures import in_force
from sandgame.rules.pool import LOAN_MAX, LOAN_MIN, gain
from sandgame.rules.sections import Thread
from sandgame.text import numbers

GiveKind = Literal["none", "hours", "units"]
MOST_UNITS = 99


@dataclass(frozen=True, slots=True)
class GiveDraft:
    """Nothing, hours lent, or units of a service by a week; what belongs to the other kinds is kept beside."""

    kind: GiveKind = "none"
    hours: int = LOAN_MAX
    service: ServiceId | None = None
    units: int = 1
    due: int = 0

    def give(self) -> Give | None:
        if self.kind == "hours":
            return GiveHours(self.hours)
        if self.kind == "units" and self.service is not None:
            return GiveUnits(self.service, self.units, self.due)
        return None


@dataclass(frozen=True, slots=True)
class GiveChoice:
    """One of the ways to give; `service` is 0 where it is not units."""

    kind: GiveKind
    service: int
    text: str


@dataclass(frozen=True, slots=True)
class GivePicture:
    """What may be given and what is chosen; `hours_words` and `due_words` say the stepper's values."""

    title: str
    choices: tuple[GiveChoice, ...]
    chosen: int
    draft: GiveDraft
    hours_words: dict[int, str]
    due_words: dict[int, str]
    first_due: int
    last_due: int
    units_name: str
    due_name: str


@dataclass(frozen=True, slots=True)
class GiveLine:
    """What stands on a sheet: who gives what, by when, and whether it holds."""

    label: str
    badge: BadgePicture
    text: str
    due: str


def give_open(scene: Scene) -> bool:
    return "give" in scene.view.table.rules


def gifts(scene: Scene, giver: SeatId, taker: SeatId) -> tuple[ServiceId, ...]:
    """Services of the giver that the taker receives, and that can still come in time."""
    table = scene.view.table
    return tuple(
        s.service
        for s in scene.view.board.services
        if s.provider == giver and taker in s.receivers and table.round + s.lead <= table.length
    )


def give_picture(scene: Scene, giver: SeatId, taker: SeatId, draft: GiveDraft, stands: bool) -> GivePicture | None:
    """None where nothing may be given. `stands`: something is on the sheet already, which "none" leaves as it is."""
    say = scene.speech.say
    if not give_open(scene):
        return None
    mine = giver == scene.seat
    nothing = say("negotiate-give-none" if mine else "negotiate-give-none-theirs")
    choices = [GiveChoice("none", 0, say("negotiate-give-as-it-stands") if stands else nothing)]
    if "lend" in scene.view.table.rules:
        choices.append(GiveChoice("hours", 0, say("negotiate-give-hours")))
    choices += [GiveChoice("units", service, scene.service(service)) for service in gifts(scene, giver, taker)]
    if len(choices) == 1:
        return None
    draft = settled(scene, giver, taker, draft)
    wanted = (draft.kind, draft.service or 0 if draft.kind == "units" else 0)
    first = first_due(scene, draft.service) if draft.service is not None else scene.view.table.round
    weeks = range(first, scene.view.table.length + 1)
    return GivePicture(
        title=say("negotiate-give-mine" if mine else "negotiate-give-theirs"),
        choices=tuple(choices),
        chosen=next((at for at, choice in enumerate(choices) if (choice.kind, choice.service) == wanted), 0),
        draft=draft,
        hours_words={h: _hours_text(scene, h, mine) for h in range(LOAN_MIN, LOAN_MAX + 1)},
        due_words={week: week_short(scene, week) for week in weeks},
        first_due=first,
        last_due=scene.view.table.length,
        units_name=say("negotiate-units-tip"),
        due_name=say("negotiate-due-tip"),
    )


def settled(scene: Scene, giver: SeatId, taker: SeatId, draft: GiveDraft) -> GiveDraft:
    """The draft as the rules of this week allow it: what may not be given any more is not given."""
    if draft.kind == "none" or not give_open(scene):
        return replace(draft, kind="none")
    if draft.kind == "hours":
        held = min(max(draft.hours, LOAN_MIN), LOAN_MAX)
        return replace(draft, hours=held) if "lend" in scene.view.table.rules else replace(draft, kind="none")
    if draft.service is None or draft.service not in gifts(scene, giver, taker):
        return replace(draft, kind="none", service=None)
    due = min(max(draft.due, first_due(scene, draft.service)), scene.view.table.length)
    return replace(draft, due=due, units=min(max(draft.units, 1), MOST_UNITS))


def chosen(scene: Scene, choice: GiveChoice, draft: GiveDraft) -> GiveDraft:
    """Another way to give, with the first terms that it may have."""
    if choice.kind != "units":
        return replace(draft, kind=choice.kind)
    service = ServiceId(choice.service)
    return replace(draft, kind="units", service=service, due=max(draft.due, first_due(scene, service)))


def first_due(scene: Scene, service: ServiceId) -> int:
    lead = next((s.lead for s in scene.view.board.services if s.service == service), 0)
    return min(scene.view.table.round + lead, scene.view.table.length)


def give_line(scene: Scene, sheet: Thread, draft: Give | None = None) -> GiveLine | None:
    """What stands on a sheet, or what an answer in the making would put in its place."""
    give = draft or sheet.give
    if give is None:
        return None
    mine = sheet.customer == scene.seat
    say = scene.speech.say
    label = say("negotiate-gives-mine" if mine else "negotiate-gives-theirs")
    if sheet.given:
        label = say("negotiate-given-mine" if mine else "negotiate-given-theirs")
    due = week_short(scene, scene.view.table.round if isinstance(give, GiveHours) else give.due)
    return GiveLine(label, badge(scene, sheet.customer), give_text(scene, give, mine), due)


def give_text(scene: Scene, give: Give, mine: bool) -> str:
    """ "4 hours, they get 3", or "8 fridges"."""
    if isinstance(give, GiveHours):
        return _hours_text(scene, give.hours, mine, line=True)
    return f"{scene.service(give.service)} {counted(scene, give.service, give.units)}"


def _hours_text(scene: Scene, hours: int, mine: bool, *, line: bool = False) -> str:
    """Of a whole line, or of the figure in its stepper."""
    gained = gain(hours, trained=in_force(scene.view, "cross_training"))
    whose = "mine" if mine else "theirs"
    key = f"negotiate-give-line-{whose}" if line else f"negotiate-give-hours-{whose}"
    return scene.speech.say(key, hours=numbers.whole(hours), gain=numbers.whole(gained))
