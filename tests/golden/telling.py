"""Events as lines that a person reads: one line each, the outcomes of Deliver and of the figures below it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from sandgame.rules import events as e
from sandgame.rules import intents as i
from sandgame.rules.log import kind_of
from sandgame.scenario.package import Package
from tests.golden.naming import INDENT, Names, fields, listed, parts
from tests.golden.sitting import Happened, Refused
from tests.golden.telling_room import TELL, RoomTeller


def fact(told: e.Fact, names: Names) -> str:
    """What a shared fact says, and the week it was true in."""
    when = f"in week {told.round}"
    if told.about == "free_hours":
        return f"{told.units} h free {when}"
    assert told.service is not None
    what = names.units(told.units, told.service)
    if told.about == "stock":
        return f"{what} in stock {when}"
    return f"order {told.order} wants {what} by week {told.due} at {told.price}, {when}"


class Teller(RoomTeller):
    """Writes what happened, from the case's names and the state each event met."""

    def __init__(self, package: Package) -> None:
        super().__init__(Names(package))

    def refusal(self, refused: Refused) -> str:
        """A try that changed nothing stands between the events without a number."""
        kind = refused.intent.__struct_config__.tag
        reason = refused.refusal.reason.value
        limit = f" (limit {refused.refusal.limit})" if refused.refusal.limit else ""
        return f"   -  {self.names.seat(refused.seat)} tries {kind}: refused, {reason}{limit}"

    def lines(self, happened: Happened) -> Iterator[str]:
        self.state = happened.before
        head, *more = _TELL[type(happened.event)](self, happened.event)
        yield f"{happened.number:4}  {kind_of(happened.event)}: {head}"
        yield from (f"{INDENT}  {line}" for line in more)

    def started(self, x: e.GameStarted) -> Iterator[str]:
        yield (
            f"log format {x.format}, {len(x.scenario.departments)} departments, {x.length} weeks, seed {x.seed}, "
            f"talk {x.talk}, {'benchmarks' if x.benchmarks else 'no benchmarks'}"
            + (f", may be cut to {listed(str(other.length) for other in x.shorter)}" if x.shorter else "")
            + (f", with {listed(x.extras)}" if x.extras else "")
        )

    def phase(self, x: e.PhaseStarted) -> Iterator[str]:
        yield f"week {x.round}, {x.phase}"

    def finished(self, x: e.SeatFinished) -> Iterator[str]:
        yield self.names.seat(x.seat) + (" by default: time is up" if x.default else "")

    def resumed(self, x: e.SeatResumed) -> Iterator[str]:
        yield f"{self.names.seat(x.seat)} goes on"

    def option(self, x: e.OptionChosen) -> Iterator[str]:
        option = self.known.orders[x.order].terms.options[x.option]
        by = " by default" if x.default else ""
        yield f"{self.names.order(x.order)} is due in week {option.due} at {option.price} a unit{by}"

    def declined(self, x: e.OrderDeclined) -> Iterator[str]:
        yield self.names.order(x.order)

    def sent(self, x: e.SheetSent) -> Iterator[str]:
        wanted = (
            f"{self.names.units(line.units, line.service)} by week {line.due}" + (f" (worth {worth})" if worth else "")
            for line, worth in zip(x.lines, x.worths, strict=True)
        )
        note = f", {self.give(x.give)} in return" if x.give else ""
        note += f' "{x.note}"' if x.note else ""
        yield (
            f"sheet {x.sheet}, {x.channel}: {self.names.seat(x.customer)} asks {self.names.seat(x.provider)} "
            f"for {listed(wanted)}{note}"
        )

    def withdrawn(self, x: e.LineWithdrawn) -> Iterator[str]:
        yield f"sheet {x.sheet}, line {x.line}: {self.wanted(x.sheet, x.line)}"

    def answered(self, x: e.SheetAnswered) -> Iterator[str]:
        said = (self._answer(x.sheet, answer) for answer in x.answers)
        free = f"; free hours {x.free_hours}" if any(isinstance(a, i.Decline) for a in x.answers) else ""
        promised = [f"promise {a.commitment} of {a.part.units} by week {a.part.due}" for a in x.agreed]
        wants = f"; {self.give(x.give)} in return" if x.give else ""
        if x.given is not None:
            promise = f"promise {x.given.commitment} by week {x.given.due}"
            promised.append(f"{promise if x.given.commitment else f'loan {x.given.loan}'} in return")
        yield f"sheet {x.sheet}: {self.names.seat(x.seat)} {'; '.join(said)}{free}{wants}" + (
            f" -> {listed(promised)}" if promised else ""
        )

    def give(self, give: i.Give) -> str:
        if isinstance(give, i.GiveHours):
            return f"{give.hours} h lent"
        return f"{self.names.units(give.units, give.service)} by week {give.due}"

    def meeting(self, x: e.MeetingProposed) -> Iterator[str]:
        yield f"{self.names.seat(x.seat)} would meet {self.names.seat(x.other)}"

    def meeting_answer(self, x: e.MeetingAnswered) -> Iterator[str]:
        yield f"{self.names.seat(x.seat)} {'meets' if x.agree else 'does not meet'} {self.names.seat(x.other)}"

    def _promise(self, number: int) -> str:
        promise = self.known.commitments[number]  # type: ignore[index]
        what = self.names.units(promise.units, promise.service)
        sides = f"{self.names.seat(promise.provider)} to {self.names.seat(promise.customer)}"
        return f"promise {number} ({what} by week {promise.due}, {sides})"

    def warned(self, x: e.PromiseWarned) -> Iterator[str]:
        note = f' "{x.note}"' if x.note else ""
        yield f"{self._promise(x.commitment)} will lack {x.units}{note}"

    def terms(self, x: e.TermsProposed) -> Iterator[str]:
        yield f"{self._promise(x.commitment)}: {self.names.seat(x.seat)} offers {parts(x.parts)}"

    def terms_answer(self, x: e.TermsAnswered) -> Iterator[str]:
        new = listed((f"promise {n.commitment} of {n.part.units} by week {n.part.due}" for n in x.agreed), "")
        how = f"agrees -> {new}" if new else "does not agree"
        yield f"{self._promise(x.commitment)}: {self.names.seat(x.seat)} {how}"

    def released(self, x: e.PromiseReleased) -> Iterator[str]:
        yield self._promise(x.commitment) + (", broken" if x.broken else "")

    def shared(self, x: e.FactShared) -> Iterator[str]:
        told = " (said aloud)" if x.told else ""
        yield f"{self.names.seat(x.seat)} to {self.to(x.to)}: {fact(x.fact, self.names)}{told}"

    def message(self, x: e.MessageSent) -> Iterator[str]:
        yield f'{self.names.seat(x.seat)} to {self.to(x.to)}: "{x.text}"'

    def _answer(self, sheet: int, answer: i.LineAnswer) -> str:
        what = f"line {answer.line} ({self.wanted(sheet, answer.line)})"
        if isinstance(answer, i.Accept):
            return f"accepts {what}"
        if isinstance(answer, i.Counter):
            return f"counters {what}: {parts(answer.parts)}"
        return f"declines {what}: {answer.reason}"

    def restated(self, x: e.NeedRestated) -> Iterator[str]:
        yield f'sheet {x.sheet}: "{x.text}"'

    def confirmed(self, x: e.RestatementConfirmed) -> Iterator[str]:
        yield f"sheet {x.sheet}" + (f': "{x.correction}"' if x.correction else "")

    def claimed(self, x: e.PoolClaimed) -> Iterator[str]:
        yield f"{self.names.seat(x.seat)} claims {x.hours} h"

    def shares(self, shares: Iterable[i.PoolShare]) -> str:
        return listed(f"{self.names.seat(share.seat)} {share.hours} h" for share in shares)

    def proposed(self, x: e.PoolProposed) -> Iterator[str]:
        yield f"{self.names.seat(x.seat)} proposes {self.shares(x.shares)}"

    def agreed(self, x: e.PoolAgreed) -> Iterator[str]:
        yield self.names.seat(x.seat)

    def loan(self, x: e.LoanProposed) -> Iterator[str]:
        lends = f"{self.names.seat(x.lender)} lends {self.names.seat(x.borrower)} {x.hours} h"
        yield f"loan {x.loan}: {self.names.seat(x.seat)} proposes that {lends}"

    def loan_answer(self, x: e.LoanAnswered) -> Iterator[str]:
        yield f"loan {x.loan}: {'agreed' if x.agree else 'not agreed'}"

    def closed(self, x: e.NegotiationClosed) -> Iterator[str]:
        how = "by agreement or because the claims fit" if x.pool_agreed else "without agreement"
        yield f"pool {how}: {self.shares(x.pool)}, lost {x.pool_lost} h"
        for word, refs in (("unanswered", x.unanswered), ("lapsed", x.lapsed)):
            if refs:
                yield f"{word}: " + listed(
                    f"sheet {ref.sheet} line {ref.line} ({self.wanted(ref.sheet, ref.line)})" for ref in refs
                )
        for new in x.by_standard:
            what = f"sheet {new.sheet} line {new.line} ({self.wanted(new.sheet, new.line)})"
            terms = f"{new.part.units} by week {new.part.due}"
            yield f"agreed by the service standard: {what} -> promise {new.commitment} of {terms}"
        if x.clarity:
            yield "clarity: " + listed(f"promise {c.commitment} {c.clarity}" for c in x.clarity)
        for hours in x.hours:
            yield f"hours of {self.names.seat(hours.seat)}: {fields(hours, 'seat')}"

    def submitted(self, x: e.PlanSubmitted) -> Iterator[str]:
        yield f"{self.names.seat(x.seat)}: {self.plan(x.plan)}" + (" (by default)" if x.default else "")

    def draft(self, x: e.DraftKept) -> Iterator[str]:
        yield f"{self.names.seat(x.seat)}: {self.plan(x.plan)}"

    def plan(self, plan: i.Plan) -> str:
        make = listed(self.names.units(line.units, line.service) for line in plan.make)
        ship = listed(f"{line.units} to promise {line.commitment}" for line in plan.ship)
        orders = listed(f"{line.units} to order {line.order}" for line in plan.orders)
        return (
            f"overtime {plan.overtime} h, own work {plan.own_work} h, makes {make}, ships {ship}, to customers {orders}"
        )

    def delivered(self, x: e.Delivered) -> Iterator[str]:
        yield f"week {x.round}: {fields(x.money)}"
        for arrived in x.arrived:
            yield f"arrived: {self.names.units(arrived.units, arrived.service)}"
        yield from self._made_and_shipped(x)
        for line in x.order_lines:
            stop = "" if line.stop == "none" else f", stopped by {line.stop}"
            yield f"to {self.names.order(line.order)}: {line.units} of {line.planned}, revenue {line.revenue}{stop}"
        for charge in x.charged:
            yield f"{self.names.order(charge.order)}: {charge.state}, late {charge.late}, lost {charge.lost}"
        for moved in x.commitments:
            yield f"promise {moved.commitment}: {moved.delivered} delivered, {moved.state}"
        for book in x.books:
            yield f"books of {self.names.seat(book.seat)}: {fields(book, 'seat')}"
        stock = (
            f"{self.names.seat(s.seat)} {self.names.units(s.good, s.service)}" + (f" and {s.bad} bad" if s.bad else "")
            for s in x.stock
        )
        yield f"stock: {listed(stock)}"
        if x.in_lead:
            yield "in lead: " + listed(f"{self.names.units(s.good + s.bad, s.service)}" for s in x.in_lead)
        if x.accounts:
            yield "accounts: " + listed(
                f"{self.names.service(a.service)} defect {a.defect} misfit {a.misfit}" for a in x.accounts
            )

    def _made_and_shipped(self, x: e.Delivered) -> Iterator[str]:
        for made in x.made:
            bad = f", {made.bad} bad" if made.bad else ""
            stop = "" if made.stop == "none" else f", stopped by {made.stop}"
            what = f"{made.units} of {self.names.units(made.planned, made.service)}"
            yield f"{self.names.seat(made.seat)} makes {what} in {made.hours} h{bad}{stop}"
        for sent in x.shipped:
            spoilt = "".join(f", {getattr(sent, word)} {word}" for word in ("bad", "misfit") if getattr(sent, word))
            aid = f", {sent.aid_hours} h of aid" if sent.aid_hours else ""
            stop = "" if sent.stop == "none" else f", stopped by {sent.stop}"
            what = f"{sent.units} of {self.names.units(sent.planned, sent.service)}"
            yield f"{self.names.seat(sent.seat)} ships {what} to promise {sent.commitment}{spoilt}{aid}{stop}"

    def rated(self, x: e.ProviderRated) -> Iterator[str]:
        items = f"reliability {x.reliability}, responsiveness {x.responsiveness}, empathy {x.empathy}"
        items += "".join(f", {name} {getattr(x, name)}" for name in ("assurance", "tangibles") if getattr(x, name))
        comment = f' "{x.comment}"' if x.comment else ""
        comment += " (please change)" if x.please_change else ""
        yield f"{self.names.seat(x.customer)} rates {self.names.seat(x.provider)}: {items}{comment}"

    def thanked(self, x: e.ProviderThanked) -> Iterator[str]:
        reason = f': "{x.reason}"' if x.reason else ""
        yield f"{self.names.seat(x.customer)} thanks {self.names.seat(x.provider)}{reason}"

    def will_do(self, x: e.ChangePromised) -> Iterator[str]:
        asked = f"what {self.names.seat(x.customer)} asked for in week {x.asked}"
        yield f"{self.names.seat(x.provider)} will do {asked} by week {x.by}"

    def apologised(self, x: e.Apologised) -> Iterator[str]:
        yield f'{self._promise(x.commitment)}: "{x.text}"'

    def cause(self, x: e.CauseGiven) -> Iterator[str]:
        yield f"{self._promise(x.commitment)}: {self.names.seat(x.seat)} says {x.cause}"

    def note(self, x: e.NoteWritten) -> Iterator[str]:
        said = listed(f'{part} "{getattr(x, part)}"' for part in ("plan", "do", "check", "act") if getattr(x, part))
        yield f"{self.names.seat(x.seat)}: {said}"

    def figures(self, x: e.FiguresPublished) -> Iterator[str]:
        index = "–" if x.index is None else x.index
        yield f"week {x.round}{', final' if x.final else ''}: result {x.money.result}, index {index}"
        for seat in x.seats:
            yield (
                f"{self.names.seat(seat.seat)}: KPI {seat.kpi} from {seat.points}, satisfaction {seat.satisfaction}, "
                f"bonus {seat.bonus_kpi} + {seat.bonus_company}"
            )


_TELL: dict[type, Callable[[Teller, Any], Iterator[str]]] = {
    e.GameStarted: Teller.started,
    e.PhaseStarted: Teller.phase,
    e.SeatFinished: Teller.finished,
    e.SeatResumed: Teller.resumed,
    e.OptionChosen: Teller.option,
    e.OrderDeclined: Teller.declined,
    e.SheetSent: Teller.sent,
    e.LineWithdrawn: Teller.withdrawn,
    e.SheetAnswered: Teller.answered,
    e.MeetingProposed: Teller.meeting,
    e.MeetingAnswered: Teller.meeting_answer,
    e.NeedRestated: Teller.restated,
    e.RestatementConfirmed: Teller.confirmed,
    e.PoolClaimed: Teller.claimed,
    e.PoolProposed: Teller.proposed,
    e.PoolAgreed: Teller.agreed,
    e.LoanProposed: Teller.loan,
    e.LoanAnswered: Teller.loan_answer,
    e.PromiseWarned: Teller.warned,
    e.TermsProposed: Teller.terms,
    e.TermsAnswered: Teller.terms_answer,
    e.PromiseReleased: Teller.released,
    e.FactShared: Teller.shared,
    e.MessageSent: Teller.message,
    e.NegotiationClosed: Teller.closed,
    e.PlanSubmitted: Teller.submitted,
    e.DraftKept: Teller.draft,
    e.Delivered: Teller.delivered,
    e.ProviderRated: Teller.rated,
    e.ChangePromised: Teller.will_do,
    e.Apologised: Teller.apologised,
    e.CauseGiven: Teller.cause,
    e.NoteWritten: Teller.note,
    e.ProviderThanked: Teller.thanked,
    e.FiguresPublished: Teller.figures,
    **TELL,
}
