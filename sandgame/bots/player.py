"""A bot beside people: reads its seat's view and says what it wants to do now. The same view, the same acts."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sandgame.bots import sharing
from sandgame.bots.answering import agrees, answer
from sandgame.bots.book import Book
from sandgame.bots.desk import Desk
from sandgame.bots.planning import plan
from sandgame.bots.rating import causes, ratings, thanks
from sandgame.bots.reckoning import Ask, asks, choose, leaves_unanswered, shortage
from sandgame.bots.styles import Style
from sandgame.bots.table import free_hours_intent, option_intent, sheet_intent
from sandgame.bots.voting import votes
from sandgame.rules.clarity import MAX_TURNS
from sandgame.rules.ids import LoanId, SeatId, ServiceId
from sandgame.rules.intents import (
    MAX_LINES,
    Accept,
    AgreePool,
    AnswerLoan,
    AnswerMeeting,
    AnswerSheet,
    AnswerTerms,
    ClaimPool,
    ConfirmRestatement,
    Decline,
    FinishPhase,
    Intent,
    LineAnswer,
    ProposeLoan,
    ProposePool,
    RestateNeed,
    SubmitPlan,
    WithdrawLine,
)
from sandgame.rules.measures import in_force
from sandgame.rules.pool import GAINED_MAX, LOAN_MAX, LOAN_MIN, gain
from sandgame.rules.sections import Thread, View
from sandgame.rules.state import Line


class Bot:
    """Keeps no memory of its own: what it has asked and said stands in its view, so it may be replaced at any time."""

    def __init__(self, style: Style, seat: SeatId, book: Book, seed: int) -> None:
        self.style, self.seat, self.book, self.seed = style, seat, book, seed

    def act(self, view: View) -> tuple[Intent, ...]:
        """What it wants to do now, in order; nothing if it has nothing to do."""
        phase, now = view.table.phase, view.table.round
        if phase == "over":
            return ()
        if phase == "negotiate":
            return self._negotiate(view)
        if self.seat in view.table.finished:
            return tuple(votes(view, self.style.votes)) if phase == "review" else ()
        if phase == "plan":
            return (SubmitPlan(round=now, phase="plan", plan=plan(Desk(view, self.style, self.book))),)
        if phase == "review":
            return (*self._review(view), FinishPhase(round=now, phase="review"))
        return (FinishPhase(round=now, phase=phase),)

    def _review(self, view: View) -> Iterator[Intent]:
        rated = {rating.provider for rating in view.review.given}
        yield from (rating for rating in ratings(view, self.seat) if rating.provider not in rated)
        if self.style.thanks:
            yield from thanks(view)
        yield from causes(view, self.style.blames)
        yield from votes(view, self.style.votes)

    def _negotiate(self, view: View) -> tuple[Intent, ...]:
        """One thing after another, so that each is decided on what came of the one before."""
        talk = Talk(self, view)
        stages: tuple[Callable[[], Iterator[Intent]], ...] = (
            talk.options,
            talk.acceptances,
            talk.terms,
            talk.meetings,
            talk.answers,
            talk.requests,
            talk.loan_answers,
            talk.loan_requests,
            talk.openness,
            talk.claim,
            talk.division,
        )
        for stage in stages:
            intents = tuple(stage())
            if intents:
                return intents
        if self.seat in view.table.finished:
            return ()
        return (FinishPhase(round=view.table.round, phase="negotiate"),)


class Talk:
    """One look at a Negotiate: what is still to be said."""

    def __init__(self, bot: Bot, view: View) -> None:
        self.bot, self.view = bot, view
        self.now, self.last = view.table.round, view.table.length
        self.rules = view.table.rules
        self.desk = Desk(view, bot.style, bot.book)
        for _, line in self._lines(mine=False):
            if line.state == "open" and line.turns[-1].seat == bot.seat:
                # my counter stands until it is answered: what it offers is no longer free
                for part in line.terms:
                    self.desk.promise(line.wanted.service, part.units, part.due, line.worth)

    def _lines(self, *, mine: bool) -> Iterator[tuple[Thread, Line]]:
        """Lines of the sheets that I sent, or of those that I received."""
        for thread in self.view.threads.sheets:
            if (thread.customer == self.bot.seat) == mine:
                for line in thread.lines:
                    yield thread, line

    def options(self) -> Iterator[Intent]:
        for order in list(self.desk.orders):
            if order.state == "open" and not order.chosen:
                option = choose(self.desk, order)
                self.desk.chose(order.order, option)
                yield option_intent(self.now, order.order, option)

    def acceptances(self) -> Iterator[Intent]:
        """What my suppliers have said: every counter is accepted, every restatement confirmed.

        Not what could only come too late, nor what it would have to give something for, if it gives nothing.
        """
        for thread in self.view.threads.sheets:
            if thread.customer != self.bot.seat:
                continue
            if thread.restated is not None and not thread.confirmed:
                yield ConfirmRestatement(round=self.now, phase="negotiate", sheet=thread.sheet)
            at_a_price = thread.give is not None and not thread.given and not self.bot.style.gives
            answers: list[LineAnswer] = []
            for at, line in enumerate(thread.lines):
                if line.state == "open" and line.turns[-1].seat != self.bot.seat:
                    too_late = self.now + self.desk.crafts[line.wanted.service].lead > self.last
                    declines = too_late or at_a_price
                    answers.append(Decline(line=at, reason="other") if declines else Accept(line=at))
            yield from self._answer_sheet(thread, answers)

    def terms(self) -> Iterator[Intent]:
        """New terms that the other side offers for a promise."""
        for p in self.view.threads.promises:
            if p.offered and p.offered_by != self.bot.seat and self.bot.style.terms != "silent":
                yield AnswerTerms(
                    round=self.now, phase="negotiate", commitment=p.commitment, agree=agrees(self.desk, p)
                )

    def meetings(self) -> Iterator[Intent]:
        for meeting in self.view.threads.meetings:
            agree = sharing.meets(self.desk)
            if meeting.state == "open" and not meeting.proposed_by_me and agree is not None:
                yield AnswerMeeting(round=self.now, phase="negotiate", other=meeting.other, agree=agree)
                self.desk.own_hours -= 1 if agree else 0

    def answers(self) -> Iterator[Intent]:
        """What my customers wait for; a sheet is restated once, when something of it is promised."""
        for thread in self.view.threads.sheets:
            if thread.provider != self.bot.seat:
                continue
            answers: list[LineAnswer] = []
            for at, line in enumerate(thread.lines):
                if line.state == "open" and line.turns[-1].seat != self.bot.seat and not self._silent(thread, line):
                    reply, _ = answer(
                        self.desk,
                        at,
                        line.wanted.service,
                        line.terms,
                        line.worth,
                        may_counter="counter" in self.rules and len(line.turns) < MAX_TURNS,
                    )
                    answers.append(reply)
            if answers:
                yield from self._answer_sheet(thread, answers)
                promised = any(not isinstance(reply, Decline) for reply in answers)
                if promised and self.bot.style.restates and thread.restated is None and "restate" in self.rules:
                    yield RestateNeed(round=self.now, phase="negotiate", sheet=thread.sheet)

    def _answer_sheet(self, thread: Thread, answers: list[LineAnswer]) -> Iterator[Intent]:
        """What is given in return comes with the line. Hours may pass a limit of the other side, unseen by me: then the
        line is declined, so that it does not stay open."""
        if answers:
            yield AnswerSheet(round=self.now, phase="negotiate", sheet=thread.sheet, answers=tuple(answers))
        if thread.give is not None and not thread.given and any(isinstance(x, Accept) for x in answers):
            reason = self.bot.style.declines
            instead = tuple(Decline(line=x.line, reason=reason) if isinstance(x, Accept) else x for x in answers)
            yield AnswerSheet(round=self.now, phase="negotiate", sheet=thread.sheet, answers=instead)

    def _silent(self, thread: Thread, line: Line) -> bool:
        return leaves_unanswered(self.desk, thread.customer, line.wanted.service, line.wanted.due, self.bot.seed)

    def requests(self) -> Iterator[Intent]:
        """What I lack beyond all that I have asked for in this round; what nobody answered last week is taken back."""
        yield from self._take_back()
        spoken_for = self._spoken_for()
        lines: dict[SeatId, list[Ask]] = {}
        for service in reversed(self.view.board.services):
            if service.provider != self.bot.seat:
                wanted = asks(self.desk, service.service, self.bot.seed, spoken_for.get(service.service, 0))
                lines.setdefault(service.provider, []).extend(wanted)
        for provider, wanted in lines.items():
            for start in range(0, len(wanted), MAX_LINES):
                yield sheet_intent(self.now, self.bot.style, provider, wanted[start : start + MAX_LINES])

    def _take_back(self) -> Iterator[Intent]:
        for thread in self.view.threads.sheets:
            if thread.customer == self.bot.seat and thread.round < self.now:
                for at, line in enumerate(thread.lines):
                    if line.state == "open":
                        yield WithdrawLine(round=self.now, phase="negotiate", sheet=thread.sheet, line=at)

    def _spoken_for(self) -> dict[ServiceId, int]:
        """Units of this round's lines that are no commitments: still open, or refused and not asked for again."""
        promised: dict[tuple[int, ServiceId], int] = {}
        for p in self.view.threads.promises:
            key = (p.sheet, p.service)
            promised[key] = promised.get(key, 0) + (0 if p.is_gone else p.units)
        units: dict[ServiceId, int] = {}
        for thread, line in self._lines(mine=True):
            service = line.wanted.service
            if thread.round == self.now:
                agreed = min(promised.get((thread.sheet, service), 0), line.wanted.units)
                if agreed:
                    promised[thread.sheet, service] -= agreed
                units[service] = units.get(service, 0) + line.wanted.units - agreed
        return units

    def loan_answers(self) -> Iterator[Intent]:
        """A lender gives what its style gives, if need be less than was asked; a borrower takes what it needs."""
        for loan in self.view.pool.loans:
            if loan.state != "open" or loan.proposer == self.bot.seat:
                continue
            if loan.borrower == self.bot.seat:
                agree = self._may_borrow() and self.desk.gained + loan.gains <= GAINED_MAX
                yield from self._answer_loan(loan.loan, agree=agree)
                continue
            hours = sharing.loan(self.desk, 0)
            agree = loan.hours <= hours
            yield from self._answer_loan(loan.loan, agree=agree)
            if not agree and hours and not self._offered(loan.borrower):
                yield self._loan(self.bot.seat, loan.borrower, hours)
                self.desk.lent += hours
            elif agree:
                self.desk.lent += loan.hours

    def _answer_loan(self, loan: LoanId, *, agree: bool) -> Iterator[Intent]:
        if agree:
            yield AnswerLoan(round=self.now, phase="negotiate", loan=loan, agree=True)
        # also after agreeing: a loan that would pass the other side's limit, unseen by me, must not stay open
        yield AnswerLoan(round=self.now, phase="negotiate", loan=loan, agree=False)

    def _offered(self, borrower: SeatId) -> bool:
        return any(x.proposer == self.bot.seat and x.borrower == borrower for x in self.view.pool.loans)

    def _may_borrow(self) -> bool:
        return self.bot.style.borrows and self._lacks() > 0 and self.desk.gained < GAINED_MAX

    def _lacks(self) -> int:
        """Hours missing before any were lent: who lends does not ask for them back in the same week."""
        return shortage(self.desk) - self.desk.gained

    def loan_requests(self) -> Iterator[Intent]:
        """Each other seat is asked once a round at most, one after the other, as long as hours are missing."""
        loans = self.view.pool.loans
        waits = any(x.state == "open" and x.borrower == self.bot.seat for x in loans)
        if "lend" not in self.rules or waits or not self._may_borrow():
            return
        asked = {x.lender for x in loans if x.borrower == self.bot.seat}
        seats = self.view.table.seats
        # another seat first each week, so that not always the same one is asked
        order = sorted(seats, key=lambda seat: (seat - self.bot.seat - self.now) % len(seats))
        hours = min(LOAN_MAX, self._lacks() + (0 if self.desk.trained else 1))
        while self.desk.gained + gain(hours, trained=self.desk.trained) > GAINED_MAX:
            hours -= 1
        for seat in order:
            if seat != self.bot.seat and seat not in asked and hours >= LOAN_MIN:
                yield self._loan(seat, self.bot.seat, hours)
                return

    def _loan(self, lender: SeatId, borrower: SeatId, hours: int) -> Intent:
        return ProposeLoan(round=self.now, phase="negotiate", lender=lender, borrower=borrower, hours=hours)

    def openness(self) -> Iterator[Intent]:
        """Under open allocation a claim counts only if the free hours are known."""
        facts = (f.fact for f in self.view.threads.facts if f.seat == self.bot.seat)
        shared = any(fact.about == "free_hours" and fact.round == self.now for fact in facts)
        pool = self.view.pool.hours
        if not shared and pool and in_force(self.view, "open_allocation") and sharing.claim(self.desk, pool):
            yield free_hours_intent(self.now)

    def claim(self) -> Iterator[Intent]:
        pool = self.view.pool
        hours = sharing.claim(self.desk, pool.hours)
        if pool.hours and hours != pool.my_claim:
            yield ClaimPool(round=self.now, phase="negotiate", hours=hours)

    def division(self) -> Iterator[Intent]:
        """Where more is claimed than there is: a bot that yields proposes, the others agree to what they can bear."""
        pool = self.view.pool
        claims = {share.seat: share.hours for share in pool.claims}
        if not pool.my_claim or sum(claims.values()) <= pool.hours:
            return
        if pool.proposer is None:
            if self.bot.style.yields:
                shares = sharing.division(claims, {}, pool.hours)
                yield ProposePool(round=self.now, phase="negotiate", shares=shares)
        elif self.bot.seat not in pool.agreed:
            mine = sum(share.hours for share in pool.shares if share.seat == self.bot.seat)
            if sharing.bears(self.bot.style, mine, pool.my_claim):
                yield AgreePool(round=self.now, phase="negotiate")
