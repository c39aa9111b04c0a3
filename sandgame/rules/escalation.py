"""Escalating a line, the other side's reason, and the decision."""

from __future__ import annotations

from collections.abc import Iterator

from sandgame.rules import events as e
from sandgame.rules import intents as i
from sandgame.rules import room_events as re
from sandgame.rules import room_intents as r
from sandgame.rules.ids import SeatId, SheetId
from sandgame.rules.numbering import next_commitment
from sandgame.rules.reason import Reason, Refusal
from sandgame.rules.sheets import due_fault, woken
from sandgame.rules.state import Escalation, Line, Sheet, State

Outcome = tuple[e.Event, ...] | Refusal


def undecided(state: State) -> Iterator[tuple[Escalation, Sheet, Line]]:
    """Lines put before the table in this week, neither decided nor settled by the two themselves."""
    for each in state.escalations:
        sheet = state.sheets[each.sheet]
        line = sheet.lines[each.line]
        if each.round == state.round and each.decided is None and line.state in ("open", "declined"):
            yield each, sheet, line


def escalate(state: State, seat: SeatId, intent: i.EscalateLine) -> Outcome:
    """By either side, in the week in which the line is open or was declined; the other side is called back. A line that
    was left to the two stands there no more: who has not escalated yet may put it there again."""
    if "escalate" not in state.rules:
        return Refusal(Reason.RULE_NOT_OPEN)
    sheet = state.sheets.get(SheetId(intent.sheet))
    if sheet is None or seat not in (sheet.customer, sheet.provider):
        return Refusal(Reason.NO_SUCH_SHEET, place=intent.sheet)
    if intent.line >= len(sheet.lines):
        return Refusal(Reason.NO_SUCH_LINE, place=intent.line)
    standing = _escalated(state, sheet.sheet, intent.line)
    if (standing is not None and standing.decided is not False) or _used(state, seat):
        return Refusal(Reason.ALREADY_ESCALATED, place=intent.line)
    if not _unsettled(state, sheet.lines[intent.line]):
        return Refusal(Reason.NOTHING_TO_ESCALATE, place=intent.line)
    event = re.LineEscalated(sheet.sheet, intent.line, seat, intent.reason)
    return woken(state, _other(sheet, seat), event)


def answer_escalation(state: State, seat: SeatId, intent: i.AnswerEscalation) -> Outcome:
    sheet = state.sheets.get(SheetId(intent.sheet))
    if sheet is None or seat not in (sheet.customer, sheet.provider):
        return Refusal(Reason.NO_SUCH_SHEET, place=intent.sheet)
    escalation = _escalated(state, sheet.sheet, intent.line)
    if escalation is None or escalation.seat == seat or escalation.reply is not None:
        return Refusal(Reason.NOT_ESCALATED, place=intent.line)
    return (re.EscalationAnswered(sheet.sheet, intent.line, seat, intent.reason),)


def decide_line(state: State, intent: r.DecideLine) -> Outcome:
    """Once, on terms that the rules allow; what is offered in return does not come with it."""
    if state.phase != "negotiate":
        return Refusal(Reason.WRONG_PHASE, limit=state.round)
    escalation = _escalated(state, SheetId(intent.sheet), intent.line)
    if escalation is None or escalation.decided is not None:
        return Refusal(Reason.NOT_ESCALATED, place=intent.line)
    sheet = state.sheets[escalation.sheet]
    line = sheet.lines[escalation.line]
    if intent.parts and not _unsettled(state, line):
        return Refusal(Reason.LINE_CLOSED, place=intent.line)
    lead = state.scenario.service(line.wanted.service).lead
    for part in intent.parts:
        fault = due_fault(state, part.due, lead, intent.line)
        if fault is not None:
            return fault
    agreed = tuple(re.NewPromise(next_commitment(state, n), part) for n, part in enumerate(intent.parts))
    called = (sheet.customer, sheet.provider) if agreed else ()
    back = tuple(e.SeatResumed(seat) for seat in called if seat in state.finished)
    return (re.LineDecided(sheet.sheet, intent.line, agreed), *back)


def _escalated(state: State, sheet: SheetId, line: int) -> Escalation | None:
    """The last escalation of this round that is about the line."""
    about = (sheet, line, state.round)
    return next((each for each in reversed(state.escalations) if (each.sheet, each.line, each.round) == about), None)


def _used(state: State, seat: SeatId) -> bool:
    return any((each.seat, each.round) == (seat, state.round) for each in state.escalations)


def _unsettled(state: State, line: Line) -> bool:
    return line.state == "open" or (line.state == "declined" and line.turns[-1].round == state.round)


def _other(sheet: Sheet, seat: SeatId) -> SeatId:
    return sheet.provider if seat == sheet.customer else sheet.customer
