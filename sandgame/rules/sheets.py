"""Requests: sending a sheet, speaking on its lines turn by turn, restating the need."""

from __future__ import annotations

from sandgame.rules import events as e
from sandgame.rules import intents as i
from sandgame.rules.clarity import MAX_TURNS, next_speaker, pair_of
from sandgame.rules.hours import own_hours
from sandgame.rules.ids import CommitmentId, SeatId, SheetId
from sandgame.rules.need import needs
from sandgame.rules.numbering import next_commitment, next_loan, next_sheet
from sandgame.rules.pool import LENT_MAX, LOAN_MAX, LOAN_MIN, loan_fits
from sandgame.rules.reason import Reason, Refusal
from sandgame.rules.sight import Sight
from sandgame.rules.state import Line, Loan, Sheet, State
from sandgame.rules.workload import free_hours

Outcome = tuple[e.Event, ...] | Refusal


def send_sheet(state: State, seat: SeatId, intent: i.SendSheet) -> Outcome:
    for at, line in enumerate(intent.lines):
        if line.service > len(state.scenario.services):
            return Refusal(Reason.NOT_YOUR_PROVIDER, place=at)
        service = state.scenario.service(line.service)
        if service.provider != intent.provider or seat not in service.receivers:
            return Refusal(Reason.NOT_YOUR_PROVIDER, place=at)
        late = due_fault(state, line.due, service.lead, at)
        if late is not None:
            return late
    fault = give_fault(state, seat, intent.provider, intent.give)
    if intent.channel == "meeting" and ("meeting" not in state.rules or state.talk == "open"):
        fault = Refusal(Reason.RULE_NOT_OPEN)
    if fault is not None:
        return fault
    sheet = e.SheetSent(
        next_sheet(state),
        seat,
        intent.provider,
        intent.lines,
        _worths(state, seat, intent),
        intent.channel,
        intent.note,
        intent.give,
    )
    events = woken(state, intent.provider, sheet)
    if intent.channel == "meeting" and pair_of(seat, intent.provider) not in state.meetings:
        events += (e.MeetingProposed(seat, intent.provider),)
    return events


def give_fault(state: State, giver: SeatId, taker: SeatId, give: i.Give | None) -> Refusal | None:
    """Whether a requester may offer this in return, as far as can be said before it is agreed."""
    if give is None:
        return None
    if "give" not in state.rules or (isinstance(give, i.GiveHours) and "lend" not in state.rules):
        return Refusal(Reason.RULE_NOT_OPEN)
    if isinstance(give, i.GiveHours):
        return None if LOAN_MIN <= give.hours <= LOAN_MAX else Refusal(Reason.LOAN_SIZE, limit=LOAN_MAX)
    if give.service > len(state.scenario.services):
        return Refusal(Reason.NOT_YOUR_SERVICE, place=give.service)
    service = state.scenario.service(give.service)
    if service.provider != giver:
        return Refusal(Reason.NOT_YOUR_SERVICE, place=give.service)
    if taker not in service.receivers:
        return Refusal(Reason.NOT_YOUR_CUSTOMER, place=taker)
    return due_fault(state, give.due, service.lead, give.service)


def given_of(state: State, sheet: Sheet, give: i.Give | None, agreed: int) -> e.Given | Refusal | None:
    """What a give becomes when the first line is agreed; `agreed` commitments come before it."""
    if give is None or sheet.given or not agreed:
        return None
    if isinstance(give, i.GiveUnits):
        earliest = state.round + state.scenario.service(give.service).lead
        if earliest > state.length:
            return Refusal(Reason.DUE_TOO_LATE, limit=state.length, place=give.service)
        return e.Given(commitment=next_commitment(state, agreed), due=due_once_agreed(state, give.due, earliest))
    loan = Loan(next_loan(state), sheet.customer, sheet.customer, sheet.provider, give.hours, "open")
    if not loan_fits(state, loan, own_hours(state, sheet.customer)):
        return Refusal(Reason.LOAN_LIMIT, limit=LENT_MAX)
    return e.Given(loan=loan.loan)


def due_fault(state: State, due: int, lead: int, place: int) -> Refusal | None:
    if due < state.round + lead:
        return Refusal(Reason.DUE_TOO_EARLY, limit=state.round + lead, place=place)
    if due > state.length:
        return Refusal(Reason.DUE_TOO_LATE, limit=state.length, place=place)
    return None


def due_once_agreed(state: State, due: int, earliest: int) -> int:
    """What has become too early is due as soon as it can be; what a shortening has cut off, in the last round."""
    return min(max(due, earliest), state.length)


def _worths(state: State, seat: SeatId, intent: i.SendSheet) -> tuple[int, ...]:
    """In writing a sheet says what it is for: the highest price behind each line. Otherwise nothing is told."""
    if intent.channel != "written":
        return (0,) * len(intent.lines)
    known = needs(Sight(state, seat), foreknown=True)
    worths: list[int] = []
    for line in intent.lines:
        of_service = [n for n in known if n.service == line.service]
        exact = [n.worth for n in of_service if n.due == line.due]
        worths.append(max(exact or [n.worth for n in of_service], default=0))
    return tuple(worths)


def woken(state: State, seat: SeatId, event: e.Event) -> tuple[e.Event, ...]:
    """A seat that had finished is back in the talk when something new waits for it."""
    return (event, e.SeatResumed(seat)) if seat in state.finished else (event,)


def withdraw(state: State, seat: SeatId, intent: i.WithdrawLine) -> Outcome:
    sheet = state.sheets.get(SheetId(intent.sheet))
    if sheet is None or sheet.customer != seat:
        return Refusal(Reason.NO_SUCH_SHEET, place=intent.sheet)
    if intent.line >= len(sheet.lines):
        return Refusal(Reason.NO_SUCH_LINE, place=intent.line)
    if sheet.lines[intent.line].state != "open":
        return Refusal(Reason.LINE_CLOSED, place=intent.line)
    return (e.LineWithdrawn(intent.sheet, intent.line),)


def answer_sheet(state: State, seat: SeatId, intent: i.AnswerSheet) -> Outcome:
    sheet = state.sheets.get(SheetId(intent.sheet))
    if sheet is None or seat not in (sheet.customer, sheet.provider):
        return Refusal(Reason.NO_SUCH_SHEET, place=intent.sheet)
    if len({answer.line for answer in intent.answers}) < len(intent.answers):
        return Refusal(Reason.SAME_LINE_TWICE)
    agreed: list[e.Agreed] = []
    for answer in intent.answers:
        refusal = _answer_refusal(state, seat, sheet, answer)
        if refusal is not None:
            return refusal
        if isinstance(answer, i.Accept):
            number = next_commitment(state, len(agreed))
            agreed += _commitments(state, sheet.lines[answer.line], answer.line, number)
    countered = any(isinstance(answer, i.Counter) for answer in intent.answers)
    fault = give_fault(state, sheet.customer, sheet.provider, intent.give)
    if intent.give is not None and (not countered or sheet.given):
        fault = Refusal(Reason.LINE_CLOSED, place=intent.sheet)
    if fault is not None:
        return fault
    given = given_of(state, sheet, sheet.give if intent.give is None else intent.give, len(agreed))
    if isinstance(given, Refusal):
        return given
    declined = any(isinstance(answer, i.Decline) for answer in intent.answers)
    free = free_hours(state, seat) if declined else 0
    event = e.SheetAnswered(sheet.sheet, seat, intent.answers, tuple(agreed), free, intent.give, given)
    other = sheet.customer if seat == sheet.provider else sheet.provider
    return woken(state, other, event) if countered else (event,)


def _answer_refusal(state: State, seat: SeatId, sheet: Sheet, answer: i.LineAnswer) -> Refusal | None:
    if answer.line >= len(sheet.lines):
        return Refusal(Reason.NO_SUCH_LINE, place=answer.line)
    line = sheet.lines[answer.line]
    if line.state != "open":
        return Refusal(Reason.LINE_CLOSED, place=answer.line)
    if next_speaker(sheet, line) != seat:
        return Refusal(Reason.NOT_YOUR_TURN, place=answer.line)
    lead = state.scenario.service(line.wanted.service).lead
    if isinstance(answer, i.Counter):
        return _counter_refusal(state, line, answer, lead)
    if isinstance(answer, i.Accept) and state.round + lead > state.length:
        return Refusal(Reason.DUE_TOO_LATE, limit=state.length, place=answer.line)
    return None


def _counter_refusal(state: State, line: Line, answer: i.Counter, lead: int) -> Refusal | None:
    if "counter" not in state.rules:
        return Refusal(Reason.RULE_NOT_OPEN)
    if len(line.turns) >= MAX_TURNS:
        return Refusal(Reason.LAST_TURN, limit=MAX_TURNS, place=answer.line)
    faults = (due_fault(state, part.due, lead, answer.line) for part in answer.parts)
    return next((fault for fault in faults if fault is not None), None)


def _commitments(state: State, line: Line, at: int, first: int) -> list[e.Agreed]:
    """Each part of the terms is a commitment."""
    earliest = state.round + state.scenario.service(line.wanted.service).lead
    return [
        e.Agreed(CommitmentId(first + n), at, i.Part(part.units, due_once_agreed(state, part.due, earliest)))
        for n, part in enumerate(line.terms)
    ]


def restate(state: State, seat: SeatId, intent: i.RestateNeed) -> Outcome:
    sheet = state.sheets.get(SheetId(intent.sheet))
    if "restate" not in state.rules:
        return Refusal(Reason.RULE_NOT_OPEN)
    if sheet is None or sheet.provider != seat:
        return Refusal(Reason.NO_SUCH_SHEET, place=intent.sheet)
    if sheet.restated is not None:
        return Refusal(Reason.ALREADY_RESTATED, place=intent.sheet)
    return woken(state, sheet.customer, e.NeedRestated(sheet.sheet, intent.text))


def confirm(state: State, seat: SeatId, intent: i.ConfirmRestatement) -> Outcome:
    sheet = state.sheets.get(SheetId(intent.sheet))
    if sheet is None or sheet.customer != seat:
        return Refusal(Reason.NO_SUCH_SHEET, place=intent.sheet)
    if sheet.restated is None or sheet.confirmed:
        return Refusal(Reason.NOTHING_RESTATED, place=intent.sheet)
    return (e.RestatementConfirmed(sheet.sheet, intent.correction),)
