"""Sheets I have not sent yet: one for each provider, drafted from what my orders and promises lack."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from sandgame.present.answer_draft import reason_key
from sandgame.present.facts import ChipsPicture, fact_chips
from sandgame.present.giving import GiveDraft, GivePicture, give_picture, settled
from sandgame.present.meetings import meet_open, meeting_with
from sandgame.present.phrases import badge, counted, unique, week_short
from sandgame.present.pictures import BadgePicture, Tone
from sandgame.present.scene import Scene
from sandgame.rules.board import ServiceSeen
from sandgame.rules.clarity import CHANNEL_CLARITY, MET, channel_clarity
from sandgame.rules.ids import SeatId, ServiceId
from sandgame.rules.intents import MAX_LINES, Channel, FactRef, SendSheet, WantedLine
from sandgame.rules.measures import in_force
from sandgame.rules.need import Need, needs, order_due
from sandgame.text import numbers

CHANNELS: dict[Channel, str] = {"quick": "zap", "written": "mail", "meeting": "users"}
"""What a sheet can be sent by, with the icons."""

MOST_UNITS = 99


@dataclass(frozen=True, slots=True)
class AskLine:
    """A line of a draft; `drafted` = the screen put it there because it is lacked."""

    service: ServiceId
    units: int
    due: int
    checked: bool = True
    drafted: bool = False


@dataclass(frozen=True, slots=True)
class AskDraft:
    provider: SeatId
    lines: tuple[AskLine, ...] = ()
    channel: Channel = "written"
    note: str = ""
    give: GiveDraft = field(default_factory=GiveDraft)
    facts: tuple[FactRef, ...] = ()

    @property
    def going(self) -> tuple[AskLine, ...]:
        """What would be sent."""
        return tuple(line for line in self.lines if line.checked and line.units)

    def with_line(self, at: int, line: AskLine) -> AskDraft:
        return replace(self, lines=(*self.lines[:at], line, *self.lines[at + 1 :]))

    def without_line(self, at: int) -> AskDraft:
        return replace(self, lines=(*self.lines[:at], *self.lines[at + 1 :]))


Asks = Mapping[SeatId, AskDraft]


@dataclass(frozen=True, slots=True)
class AskTab:
    provider: SeatId
    badge: BadgePicture
    name: str
    count: str
    spoken: str


@dataclass(frozen=True, slots=True)
class AskLinePicture:
    title: str
    why: str
    checked: bool
    units: int
    most: int
    due: int
    due_text: str
    first_due: int
    last_due: int
    spoken: str


@dataclass(frozen=True, slots=True)
class ChannelPicture:
    channel: Channel
    icon: str
    text: str
    risk: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class AskPicture:
    """`add` are services that another line can ask for: their number and text.

    Where nothing on the sheet could go wrong in any channel (`channels_risky` False), they share one line.
    """

    provider: SeatId
    intro: str
    lines: tuple[AskLinePicture, ...]
    empty_title: str
    empty_line: str
    add_text: str
    add_note: str
    add: tuple[tuple[ServiceId, str], ...]
    channels_title: str
    channels_risky: bool
    channels: tuple[ChannelPicture, ...]
    channel: Channel
    channel_note: str
    give: GivePicture | None
    facts: ChipsPicture | None
    note: str
    note_hint: str
    send: str
    can_send: bool


def providers(scene: Scene) -> tuple[SeatId, ...]:
    """Whom this seat may ask for something, in seat order."""
    mine = scene.seat
    return tuple(sorted({s.provider for s in scene.view.board.services if s.provider != mine}))


def drafted(scene: Scene) -> dict[SeatId, AskDraft]:
    """What the screen drafts by itself: the lack that nothing promised or asked for covers yet."""
    found = {seat: AskDraft(seat) for seat in providers(scene)}
    for need in _lacked(scene):
        line = AskLine(need.service, min(need.units, MOST_UNITS), need.due, drafted=True)
        draft = found[need.provider]
        if len(draft.lines) < MAX_LINES:
            found[need.provider] = replace(draft, lines=(*draft.lines, line))
    return found


def ask_tabs(scene: Scene, asks: Asks) -> tuple[AskTab, ...]:
    found: list[AskTab] = []
    for seat in providers(scene):
        count = len(asks[seat].going)
        text = scene.speech.say("game-lines", count=count) if count else ""
        found.append(AskTab(seat, badge(scene, seat), scene.name(seat), text, f"{scene.name(seat)} {text}"))
    return tuple(found)


def ask_picture(scene: Scene, draft: AskDraft) -> AskPicture:
    say = scene.speech.say
    name = scene.name(draft.provider)
    lines = tuple(_line(scene, line) for line in draft.lines)
    going = draft.going
    open_table = scene.view.table.talk == "open"
    channels = () if open_table else channels_to(scene, draft.provider)
    draft = replace(draft, channel=draft.channel if draft.channel in channels else "written")
    clarities = (_clarity(scene, draft.provider, channel) for channel in CHANNEL_CLARITY)
    risky = not open_table and any(could_go_wrong(scene, draft, clarity) for clarity in clarities)
    return AskPicture(
        provider=draft.provider,
        intro=_intro(scene, draft),
        lines=lines,
        empty_title=say("negotiate-ask-empty", department=name),
        empty_line=say("negotiate-ask-empty-line"),
        add_text=say("negotiate-add-line"),
        add_note=say("negotiate-add-note", most=MAX_LINES),
        add=_addable(scene, draft),
        channels_title=say("negotiate-channels"),
        channels_risky=risky,
        channels=tuple(_channel(scene, draft, channel, risky) for channel in channels),
        channel=draft.channel,
        channel_note="" if open_table else _channel_note(scene, draft),
        give=give_picture(scene, scene.seat, draft.provider, draft.give, stands=False) if going else None,
        facts=fact_chips(scene, draft.provider, draft.facts, {line.service for line in going}) if going else None,
        note=draft.note,
        note_hint=say("negotiate-note-hint"),
        send=say("negotiate-ask-send", department=name),
        can_send=bool(going) and len(going) <= MAX_LINES,
    )


def send_intent(scene: Scene, draft: AskDraft) -> SendSheet:
    table = scene.view.table
    return SendSheet(
        round=table.round,
        phase=table.phase,
        provider=draft.provider,
        lines=tuple(WantedLine(line.service, line.units, line.due) for line in draft.going),
        channel=draft.channel if draft.channel in channels_to(scene, draft.provider) else "written",
        note=draft.note.strip(),
        give=settled(scene, scene.seat, draft.provider, draft.give).give(),
    )


def channels_to(scene: Scene, provider: SeatId) -> tuple[Channel, ...]:
    """A meeting only where it is open, and was not refused by this department this week."""
    meeting = meeting_with(scene, provider)
    refused = meeting is not None and meeting.state == "refused"
    with_meeting = meet_open(scene) and not refused
    return tuple(channel for channel in CHANNELS if channel != "meeting" or with_meeting)


def first_due(scene: Scene, service: ServiceId) -> int:
    lead = next((s.lead for s in scene.view.board.services if s.service == service), 0)
    return min(scene.view.table.round + lead, scene.view.table.length)


def waits_for(scene: Scene, provider: SeatId) -> bool:
    """Something that I asked of this provider has its next word from there."""
    return any(
        line.state == "open" and line.turns[-1].seat == scene.seat
        for sheet in scene.view.threads.sheets
        if sheet.customer == scene.seat and sheet.provider == provider
        for line in sheet.lines
    )


def unasked(scene: Scene) -> tuple[Need, ...]:
    """What is lacked and was not asked for this week: who asked and was declined has done the asking."""
    spoken = {
        line.wanted.service
        for sheet in scene.view.threads.sheets
        if sheet.customer == scene.seat and sheet.round == scene.view.table.round
        for line in sheet.lines
        if line.state != "withdrawn"
    }
    return tuple(need for need in _lacked(scene) if need.service not in spoken)


def has_asked(scene: Scene) -> bool:
    """A sheet of mine went out this week."""
    mine = (sheet for sheet in scene.view.threads.sheets if sheet.customer == scene.seat)
    return any(sheet.round == scene.view.table.round for sheet in mine)


def _lacked(scene: Scene) -> tuple[Need, ...]:
    """What nothing promised or asked for covers; a line that was countered still asks for all that it first asked."""
    held: dict[ServiceId, int] = {}
    for sheet in scene.view.threads.sheets:
        for line in sheet.lines if sheet.customer == scene.seat else ():
            if line.state == "open":
                more = line.wanted.units - sum(part.units for part in line.terms)
                held[line.wanted.service] = held.get(line.wanted.service, 0) + max(0, more)
    found: list[Need] = []
    for need in needs(scene.view, asked=True):
        covered = min(need.units, held.get(need.service, 0))
        held[need.service] = held.get(need.service, 0) - covered
        if need.units > covered:
            found.append(Need(need.service, need.provider, need.units - covered, need.due, need.worth))
    return tuple(found)


def _intro(scene: Scene, draft: AskDraft) -> str:
    """Where the lines come from, or that this provider has declined some of it this week, and why."""
    say = scene.speech.say
    if not any(line.drafted for line in draft.lines):
        return ""
    wanted = {line.service for line in draft.lines}
    for sheet in scene.view.threads.sheets:
        if sheet.provider != draft.provider or sheet.customer != scene.seat or sheet.round != scene.view.table.round:
            continue
        for line in sheet.lines:
            reason = line.turns[-1].reason
            if line.state == "declined" and line.wanted.service in wanted and reason is not None:
                return say("negotiate-ask-again", department=scene.name(draft.provider), reason=say(reason_key(reason)))
    return say("negotiate-ask-intro")


def _line(scene: Scene, line: AskLine) -> AskLinePicture:
    title, due = scene.service(line.service), week_short(scene, line.due)
    why = _why(scene, line.service, line.due) if line.drafted else ""
    return AskLinePicture(
        title=title,
        why=why,
        checked=line.checked,
        units=line.units,
        most=MOST_UNITS,
        due=line.due,
        due_text=due,
        first_due=first_due(scene, line.service),
        last_due=scene.view.table.length,
        spoken=f"{title}, {counted(scene, line.service, line.units)}, {due}",
    )


def _why(scene: Scene, service: ServiceId, due: int) -> str:
    """Where the lack comes from: the orders that want it, or what of mine is made from it."""
    say = scene.speech.say
    orders = sorted((o for o in scene.view.orders if o.state == "open" and o.service == service), key=order_due)
    earliest = first_due(scene, service)
    behind = [o for o in orders if o.rest and max(order_due(o), earliest) == due]
    clients = unique(scene.client(o.order) for o in behind or orders if o.rest)
    if 0 < len(clients) <= 2:
        return say("negotiate-why-order", client=say("game-and").join(clients))
    if clients:
        return say("negotiate-why-orders", count=len(clients))
    made = [
        scene.service(s.service)
        for s in scene.view.board.services
        if s.provider == scene.seat and any(i.service == service for i in s.inputs or ())
    ]
    return say("negotiate-why-input", service=say("game-and").join(made)) if made else ""


def _addable(scene: Scene, draft: AskDraft) -> tuple[tuple[ServiceId, str], ...]:
    if len(draft.lines) >= MAX_LINES:
        return ()
    return tuple(
        (service.service, _offer(scene, service))
        for service in scene.view.board.services
        if service.provider == draft.provider and service.provider != scene.seat
    )


def _offer(scene: Scene, service: ServiceSeen) -> str:
    name = scene.service(service.service)
    if service.aid is None:
        return name
    return scene.speech.say("negotiate-aid-offer", service=name, hours=service.aid.hours, most=service.aid.limit)


def _channel(scene: Scene, draft: AskDraft, channel: Channel, risky: bool) -> ChannelPicture:
    say = scene.speech.say
    clarity = _clarity(scene, draft.provider, channel)
    wrong = could_go_wrong(scene, draft, clarity)
    tone: Tone = "positive" if wrong == 0 else "caution"
    if channel == "quick" and wrong > 1:
        tone = "negative"
    return ChannelPicture(
        channel,
        CHANNELS[channel],
        f"{say(f'negotiate-{channel}')} {numbers.whole(clarity)}",
        say("negotiate-wrong", count=wrong) if risky else "",
        tone,
    )


def _channel_note(scene: Scene, draft: AskDraft) -> str:
    meeting = meeting_with(scene, draft.provider)
    if meeting is not None and meeting.state == "agreed":
        return scene.speech.say("negotiate-channel-met-note", department=scene.name(draft.provider), clarity=MET)
    return scene.speech.say(f"negotiate-channel-{draft.channel}-note")


def _clarity(scene: Scene, provider: SeatId, channel: Channel) -> int:
    """With a meeting that is agreed, or asked for with the sheet: as clear as that makes it."""
    clarity = channel_clarity(channel, platform=in_force(scene.view, "platform"))
    meeting = meeting_with(scene, provider)
    met = channel == "meeting" or (meeting is not None and meeting.state == "agreed")
    return max(clarity, MET) if met else clarity


def could_go_wrong(scene: Scene, draft: AskDraft, clarity: int) -> int:
    """Units of the sheet that could arrive worthless at this clarity; each service rounded down."""
    complexity = {s.service: s.complexity for s in scene.view.board.services}
    units: dict[ServiceId, int] = {}
    for line in draft.going:
        units[line.service] = units.get(line.service, 0) + line.units
    halved = 2 if in_force(scene.view, "service_standard") else 1
    return sum(count * (complexity[service] * (100 - clarity) // halved) // 10_000 for service, count in units.items())
