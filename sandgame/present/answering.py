"""A sheet on the table: its lines and turns, the answers being drafted, and what they would need of my hours."""

from __future__ import annotations

from dataclasses import dataclass, field

from sandgame.present.answer_course import TurnPicture, pips, standard, struck, turns
from sandgame.present.answer_draft import AnswerDraft, Answers, my_turn, reason_key, terms_text
from sandgame.present.escalation import EscalatePicture, escalate_picture, of_line
from sandgame.present.facts import ChipsPicture, fact_chips
from sandgame.present.giving import GiveDraft, GiveLine, GivePicture, give_line, give_picture, settled
from sandgame.present.ledger import waits_for_me
from sandgame.present.load import WeekLoad, lacking_inputs, loads
from sandgame.present.meetings import MeetLink, meet_link
from sandgame.present.phrases import badge, listed, service_times, week_short
from sandgame.present.pictures import Answer, BadgePicture, PipPicture, Tone
from sandgame.present.restating import RestatePicture, restating, to_confirm
from sandgame.present.scene import Scene
from sandgame.rules.clarity import MAX_TURNS
from sandgame.rules.ids import ServiceId, SheetId
from sandgame.rules.intents import DeclineReason, FactRef, Give, Part
from sandgame.rules.sections import Thread


@dataclass(frozen=True, slots=True)
class PartPicture:
    units: int
    due: int
    due_text: str


@dataclass(frozen=True, slots=True)
class AnswerLinePicture:
    """One line. `struck` are terms that were on the table before; `state` says where it stands if it is not my turn.

    `standard` says what the end of Negotiate makes of it without an answer, where a service standard holds.
    """

    index: int
    title: str
    struck: tuple[str, ...]
    terms: str
    worth: str
    standard: str
    offer: str
    asks_me: bool
    can_counter: bool
    chosen: Answer | None
    parts: tuple[PartPicture, ...]
    first_due: int
    last_due: int
    can_split: bool
    reason: DeclineReason | None
    state: str
    state_icon: str
    tone: Tone
    can_withdraw: bool
    spoken: str


@dataclass(frozen=True, slots=True)
class Beside:
    """What is drafted beside the answers of a sheet: a gift, facts to go with them, a line being escalated."""

    give: GiveDraft = field(default_factory=GiveDraft)
    facts: tuple[FactRef, ...] = ()
    escalating: int | None = None


@dataclass(frozen=True, slots=True)
class LoadPicture:
    """From now through a week: hours that the answers need, and below the bar what is free for them."""

    week: str
    text: str
    needed: int
    free: int
    left: str
    short: bool


@dataclass(frozen=True, slots=True)
class SheetPicture:
    sheet: SheetId
    customer: BadgePicture
    provider: BadgePicture
    title: str
    ends: str
    turn: str
    turn_tone: Tone
    channel: str
    channel_icon: str
    clarity: int
    clarity_text: str
    clarity_tip: str
    restate: RestatePicture | None
    pips: tuple[PipPicture, ...]
    pips_tip: str
    turns: tuple[TurnPicture, ...]
    turns_text: str
    note: str
    lines: tuple[AnswerLinePicture, ...]
    give: GiveLine | None
    give_edit: GivePicture | None
    loads_title: str
    loads: tuple[LoadPicture, ...]
    missing: str
    asks_me: bool
    send: str
    send_detail: tuple[tuple[Answer, int], ...]
    send_spoken: str
    can_send: bool
    accept_all: str
    decline_all: str
    more: str
    hint: str
    facts: ChipsPicture | None
    meet: MeetLink | None
    escalate: EscalatePicture | None


@dataclass(frozen=True, slots=True)
class SheetTab:
    """A sheet in the row of sheets above the one that is open."""

    sheet: SheetId
    badge: BadgePicture
    text: str
    what: str
    waits_for_me: bool


def sheets(scene: Scene) -> tuple[Thread, ...]:
    """Sheets worth looking at: those that wait for me, those that wait for others, this week's settled ones."""
    shown = [
        sheet
        for sheet in scene.view.threads.sheets
        if sheet.round == scene.view.table.round or any(line.state == "open" for line in sheet.lines)
    ]
    return tuple(sorted(shown, key=lambda sheet: (_rank(scene, sheet), sheet.sheet)))


def _rank(scene: Scene, sheet: Thread) -> int:
    if asks_me(scene, sheet):
        return 0
    return 1 if any(line.state == "open" for line in sheet.lines) else 2


def asks_me(scene: Scene, sheet: Thread) -> bool:
    """A line waits for my word, or my need was restated and I have not said whether that is it."""
    return waits_for_me(scene, sheet) or to_confirm(scene, sheet)


def sheet_tabs(scene: Scene) -> tuple[SheetTab, ...]:
    """In the order of their coming, whatever becomes of them: a tab never moves away from under the pointer."""
    found: list[SheetTab] = []
    for sheet in sorted(sheets(scene), key=lambda sheet: sheet.sheet):
        mine = sheet.provider == scene.seat
        other = sheet.customer if mine else sheet.provider
        first = sheet.lines[0].wanted
        what = service_times(scene, first.service, first.units)
        if len(sheet.lines) > 1:
            lines = len(sheet.lines)
            what = scene.speech.say("negotiate-sheet-lines", what=what, more=lines - 1)
        text = f"{what} · {scene.name(other)}"
        found.append(SheetTab(sheet.sheet, badge(scene, other), text, what, asks_me(scene, sheet)))
    return tuple(found)


def sheet_picture(  # long: one row for each part of the sheet
    scene: Scene, sheet: Thread, answers: Answers, beside: Beside | None = None
) -> SheetPicture:
    say, beside = scene.speech.say, beside or Beside()
    other = sheet.customer if sheet.provider == scene.seat else sheet.provider
    lines = tuple(_line(scene, sheet, n, answers.get((sheet.sheet, n))) for n in range(len(sheet.lines)))
    mine = [line for line in lines if line.asks_me]
    drafted = [answers.get((sheet.sheet, line.index)) for line in mine]
    ready = bool(mine) and all(answer is not None and answer.complete for answer in drafted)
    turn, tone = _turn(scene, sheet)
    wanted = _wanted(scene, sheet, answers)
    course = turns(scene, sheet)
    services = tuple(line.wanted.service for line in sheet.lines)
    return SheetPicture(
        sheet=sheet.sheet,
        customer=badge(scene, sheet.customer),
        provider=badge(scene, sheet.provider),
        title=say("negotiate-sheet-title", count=len(sheet.lines)),
        ends=say("negotiate-ends", customer=scene.name(sheet.customer), provider=scene.name(sheet.provider)),
        turn=turn,
        turn_tone=tone,
        channel=say(f"negotiate-{sheet.channel}") if scene.view.table.talk == "desk" else say("negotiate-talked"),
        channel_icon={"quick": "zap", "written": "mail", "meeting": "messages-square"}[sheet.channel],
        clarity=sheet.clarity,
        clarity_text=say("negotiate-clarity", clarity=sheet.clarity),
        clarity_tip=say("negotiate-clarity-tip"),
        restate=restating(scene, sheet),
        pips=pips(scene, sheet),
        pips_tip=say("negotiate-turns-tip") if "counter" in scene.view.table.rules else "",
        turns=course,
        turns_text=say("negotiate-turns", count=len(course)) if course else "",
        note=sheet.note,
        lines=lines,
        give=give_line(scene, sheet, new_give(scene, sheet, answers, beside)),
        give_edit=_give_edit(scene, sheet, answers, beside),
        loads_title=say("negotiate-loads"),
        loads=tuple(_load(scene, load) for load in loads(scene.view, wanted)),
        missing=_missing(scene, wanted),
        asks_me=bool(mine),
        send=say("negotiate-send-none"),
        send_detail=_counts([a for a in drafted if a is not None and a.complete]),
        send_spoken=_send_text(scene, [a for a in drafted if a is not None and a.complete]),
        more=say("negotiate-more"),
        facts=fact_chips(scene, other, beside.facts, services) if mine else None,
        meet=meet_link(scene, other),
        escalate=escalate_picture(scene, sheet, beside.escalating),
        can_send=ready,
        accept_all=say("negotiate-accept-all"),
        decline_all=say("negotiate-decline-all"),
        hint=_hint(scene, sheet, mine, ready, [a for a in drafted if a is not None]),
    )


def new_give(scene: Scene, sheet: Thread, answers: Answers, beside: Beside) -> Give | None:
    """What an answer would put in place of what stands: only with a counter in it, and while nothing was agreed."""
    if sheet.given or not _counters(scene, sheet, answers):
        return None
    return settled(scene, sheet.customer, sheet.provider, beside.give).give()


def _counters(scene: Scene, sheet: Thread, answers: Answers) -> bool:
    drafted = (answers.get((sheet.sheet, at)) for at, line in enumerate(sheet.lines) if my_turn(scene, line))
    return any(answer is not None and answer.kind == "counter" for answer in drafted)


def _give_edit(scene: Scene, sheet: Thread, answers: Answers, beside: Beside) -> GivePicture | None:
    if sheet.given or not _counters(scene, sheet, answers):
        return None
    return give_picture(scene, sheet.customer, sheet.provider, beside.give, sheet.give is not None)


def _line(scene: Scene, sheet: Thread, index: int, answer: AnswerDraft | None) -> AnswerLinePicture:
    say, line = scene.speech.say, sheet.lines[index]
    service = line.wanted.service
    offers = [turn.parts for turn in line.turns if turn.parts and turn.answer in ("ask", "counter")]
    mine = my_turn(scene, line)
    rules = scene.view.table.rules
    can_counter = mine and "counter" in rules and len(line.turns) < MAX_TURNS
    lead = next((s.lead for s in scene.view.board.services if s.service == service), 0)
    parts = answer.parts if answer and answer.kind == "counter" else ()
    state, icon, tone = _line_state(scene, sheet, index)
    title, terms = scene.service(service), terms_text(scene, service, offers[-1] if offers else ())
    return AnswerLinePicture(
        index=index,
        title=title,
        struck=struck(scene, service, offers),
        terms=terms,
        worth=say("negotiate-worth", price=line.worth, money=scene.pick(scene.cast.money)) if line.worth else "",
        standard=standard(scene, sheet, line),
        offer=say("negotiate-i-can" if sheet.provider == scene.seat else "negotiate-i-want"),
        asks_me=mine,
        can_counter=can_counter,
        chosen=answer.kind if answer and mine else None,
        parts=tuple(PartPicture(p.units, p.due, week_short(scene, p.due)) for p in parts),
        first_due=min(scene.view.table.round + lead, scene.view.table.length),
        last_due=scene.view.table.length,
        can_split=sum(p.units for p in parts) > 1,
        reason=answer.reason if answer else None,
        state="" if mine else state,
        state_icon=icon,
        tone=tone,
        can_withdraw=line.state == "open" and sheet.customer == scene.seat and not mine,
        spoken=f"{title}, {terms}, {state}",
    )


def _line_state(scene: Scene, sheet: Thread, index: int) -> tuple[str, str, Tone]:
    say, line = scene.speech.say, sheet.lines[index]
    escalated = of_line(scene, sheet.sheet, index)
    if escalated is not None and escalated.decided is None and line.state != "agreed":
        return say("negotiate-state-escalated"), "corner-left-up", "info"
    match line.state:
        case "agreed":
            return say("negotiate-state-agreed"), "link", "info"
        case "declined":
            turn = line.turns[-1]
            reason = say(reason_key(turn.reason)) if turn.reason else ""
            return (
                say("negotiate-state-declined", department=scene.name(turn.seat), reason=reason),
                "circle-x",
                "negative",
            )
        case "withdrawn":
            return say("negotiate-state-withdrawn"), "undo-2", "plain"
        case "lapsed":
            return say("negotiate-state-lapsed"), "circle-x", "plain"
        case "open":
            other = sheet.provider if line.turns[-1].seat == sheet.customer else sheet.customer
            return say("negotiate-state-waits", department=scene.name(other)), "circle-dashed", "plain"


def _turn(scene: Scene, sheet: Thread) -> tuple[str, Tone]:
    say = scene.speech.say
    waiting = [line for line in sheet.lines if line.state == "open"]
    if not waiting:
        return (
            (say("negotiate-turn-confirm"), "info") if to_confirm(scene, sheet) else (say("negotiate-settled"), "plain")
        )
    if waits_for_me(scene, sheet):
        spoken = max(len(line.turns) for line in waiting if my_turn(scene, line))
        if "counter" not in scene.view.table.rules:
            return say("negotiate-turn-mine"), "info"
        if spoken >= MAX_TURNS:
            return say("negotiate-turn-take-it"), "caution"
        if spoken == MAX_TURNS - 1:
            return say("negotiate-turn-last"), "caution"
        return say("negotiate-turn-mine-of", turn=spoken + 1, most=MAX_TURNS), "info"
    other = sheet.provider if sheet.customer == scene.seat else sheet.customer
    return say("negotiate-turn-theirs", department=scene.name(other)), "plain"


def _wanted(scene: Scene, sheet: Thread, answers: Answers) -> list[tuple[ServiceId, Part]]:
    """What I would have to make: what is not declined, as it stands or as I would have it."""
    if sheet.provider != scene.seat:
        return []
    found: list[tuple[ServiceId, Part]] = []
    for index, line in enumerate(sheet.lines):
        answer = answers.get((sheet.sheet, index))
        if not my_turn(scene, line) or (answer is not None and answer.kind == "decline"):
            continue
        parts = answer.parts if answer is not None and answer.kind == "counter" else line.terms
        found += [(line.wanted.service, part) for part in parts]
    return found


def _load(scene: Scene, load: WeekLoad) -> LoadPicture:
    say, free = scene.speech.say, max(0, load.free)
    left = say("negotiate-load-free", hours=free)
    if load.short:
        left = say("negotiate-load-short", hours=free, short=load.short)
    week = say("negotiate-load-week", week=load.week)
    return LoadPicture(week, say("negotiate-load-needed", hours=load.needed), load.needed, free, left, bool(load.short))


def _missing(scene: Scene, wanted: list[tuple[ServiceId, Part]]) -> str:
    lacking = lacking_inputs(scene.view, wanted)
    if not lacking:
        return ""
    what = listed(scene, [service_times(scene, service, units) for service, units in lacking])
    return scene.speech.say("negotiate-load-missing", what=what)


def _send_text(scene: Scene, answers: list[AnswerDraft]) -> str:
    return (
        scene.speech.say("negotiate-send", count=len(answers)) if answers else scene.speech.say("negotiate-send-none")
    )


def _counts(answers: list[AnswerDraft]) -> tuple[tuple[Answer, int], ...]:
    """How many of each answer would go out."""
    kinds: tuple[Answer, ...] = ("accept", "counter", "decline")
    found = ((kind, sum(answer.kind == kind for answer in answers)) for kind in kinds)
    return tuple((kind, count) for kind, count in found if count)


def _hint(scene: Scene, sheet: Thread, mine: list[AnswerLinePicture], ready: bool, drafted: list[AnswerDraft]) -> str:
    say = scene.speech.say
    if not mine:
        return ""
    other = scene.name(sheet.customer if sheet.provider == scene.seat else sheet.provider)
    if not ready:
        if any(answer.kind == "decline" and answer.reason is None for answer in drafted):
            return say("negotiate-hint-reason")
        return say("negotiate-hint-open", count=len(mine) - len(drafted))
    turns = max(len(sheet.lines[line.index].turns) for line in mine)
    if turns == MAX_TURNS - 1 and any(answer.kind == "counter" for answer in drafted):
        return say("negotiate-hint-last", department=other)
    return ""
