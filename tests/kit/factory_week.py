"""A week of the factory in which everything is said that can be said: what each seat sees at the end of each phase.

Weeks before and after are played as in tests.kit.played. In the busy week a sheet waits for Production in its last
turn, promises are warned of, the pool has a proposal, and facts, messages, signs, a loan and a meeting are about.
"""

from __future__ import annotations

from functools import cache

from sandgame.frames.seat import Seated, SeatHolder
from sandgame.rules import intents as i
from sandgame.rules.ids import Phase, SeatId
from sandgame.rules.need import needs
from sandgame.rules.sections import Thread, View
from sandgame.rules.view import view
from tests.kit.played import Company

BUSY = 3
LENGTH = 8
SALES, ENGINEERING, PROCUREMENT, PRODUCTION, QUALITY, LOGISTICS = (SeatId(n) for n in range(1, 7))
NOTE = "大客户加单，下周必须到；先给一半也行。"
WISH = "要短缺时，提前一周告诉我差几台。"
IDLE = (BUSY, PROCUREMENT)
"""Who makes nothing in which week, so that promises become overdue."""
CLAIMS = {ENGINEERING: 1, PRODUCTION: 2, QUALITY: 2}


class BusyCompany(Company):
    """`begun` holds what each seat sees as Negotiate of week 1 opens, before anybody has asked for anything."""

    def __init__(self) -> None:
        super().__init__("factory", LENGTH)
        self.begun: dict[SeatId, View] = {}

    def _negotiate(self, seat: SeatId) -> None:
        if self.state.round == 1 and not self.begun:
            self.begun = {each: view(self.state, each) for each in self.state.seats}
        if self.state.round != BUSY:
            super()._negotiate(seat)
        elif seat == self.state.seats[-1]:
            self._talk()

    def _review(self, seat: SeatId) -> None:
        super()._review(seat)
        week = self.state.round
        for provider in view(self.state, seat).review.to_rate:
            if provider == PRODUCTION or seat == SALES:
                rating = i.RateProvider(round=week, phase="review", provider=provider, reliability=2, responsiveness=4,
                                        empathy=2, comment=WISH, please_change=True)  # fmt: skip
                self.do(seat, rating)

    def _plan(self, seat: SeatId) -> None:
        if (self.state.round, seat) == IDLE:
            self.do(seat, i.KeepDraft(round=self.state.round, phase="plan", plan=i.Plan()))
        else:
            super()._plan(seat)

    # the busy week

    def _talk(self) -> None:
        for seat in self.state.seats:
            self._ask(seat)
        for seat in self.state.seats:
            for thread in view(self.state, seat).threads.sheets:
                if thread.provider == seat:
                    self._accept(seat, thread)
        self._ask_for_all(LOGISTICS, PRODUCTION)
        self._bargain()
        self._say()
        self._divide()
        for seat in (PROCUREMENT, PRODUCTION, ENGINEERING):
            self._warn(seat)

    def _ask(self, seat: SeatId) -> None:
        wanted: dict[SeatId, list[i.WantedLine]] = {}
        for need in needs(view(self.state, seat)):
            if need.units:
                wanted.setdefault(need.provider, []).append(i.WantedLine(need.service, need.units, need.due))
        for provider, lines in wanted.items():
            self._send(seat, provider, lines[:4])

    def _ask_for_all(self, seat: SeatId, provider: SeatId) -> None:
        """A line for each service that the seat gets from this provider, with hours in return."""
        services = [s.service for s in view(self.state, seat).board.services if s.provider == provider]
        lines = [i.WantedLine(service, 4 - n, BUSY + 2) for n, service in enumerate(services)]
        self._send(seat, provider, lines, i.GiveHours(2))

    def _send(self, seat: SeatId, to: SeatId, lines: list[i.WantedLine], give: i.GiveHours | None = None) -> None:
        sheet = i.SendSheet(round=BUSY, phase="negotiate", provider=to, lines=tuple(lines), note=NOTE,
                            channel="written", give=give)  # fmt: skip
        self.do(seat, sheet)

    def _accept(self, seat: SeatId, thread: Thread) -> None:
        answers = tuple(i.Accept(n) for n, line in enumerate(thread.lines) if line.state == "open")
        if answers:
            self.do(seat, i.AnswerSheet(round=BUSY, phase="negotiate", sheet=thread.sheet, answers=answers))

    def _bargain(self) -> None:
        """Logistics and Production offer one another other terms until it is Production's last turn."""
        sheet = view(self.state, PRODUCTION).threads.sheets[-1]
        for seat, units in ((PRODUCTION, 1), (LOGISTICS, 2)):
            answers = tuple(i.Counter(n, (i.Part(units, BUSY + 2 + n % 2),)) for n in range(len(sheet.lines)))
            self.do(seat, i.AnswerSheet(round=BUSY, phase="negotiate", sheet=sheet.sheet, answers=answers))

    def _say(self) -> None:
        """Messages, facts, a meeting, a loan, signs."""
        orders = [order.order for order in view(self.state, SALES).orders if order.state == "open"]
        self.do(QUALITY, i.SendMessage(round=BUSY, phase="negotiate", to=PRODUCTION, text="这周检验会排队，早点送来。"))
        self.do(PRODUCTION, i.SendMessage(round=BUSY, phase="negotiate", to=QUALITY, text="好，周三之前给你。"))
        self.do(SALES, i.ShareFact(round=BUSY, phase="negotiate", to=PRODUCTION, fact=i.FactRef("order", orders[0])))
        self.do(QUALITY, i.ShareFact(round=BUSY, phase="negotiate", to=SeatId(0), fact=i.FactRef("free_hours")))
        self.do(ENGINEERING, i.ProposeMeeting(round=BUSY, phase="negotiate", other=PRODUCTION))
        self.do(LOGISTICS, i.ProposeLoan(round=BUSY, phase="negotiate", lender=LOGISTICS, borrower=PRODUCTION, hours=4))
        signs: tuple[i.Sign, ...] = ("loaded", "stuck", "pleased", "steady")
        for seat, sign in zip((SALES, PROCUREMENT, QUALITY, PRODUCTION), signs, strict=True):
            self.do(seat, i.ShowSignal(round=BUSY, phase="negotiate", sign=sign))

    def _divide(self) -> None:
        for seat, hours in CLAIMS.items():
            self.do(seat, i.ClaimPool(round=BUSY, phase="negotiate", hours=hours))
        claims = view(self.state, ENGINEERING).pool.claims
        left = self.state.scenario.pool
        shares = []
        for claim in claims:
            shares.append(i.PoolShare(claim.seat, min(claim.hours, left)))
            left -= shares[-1].hours
        self.do(ENGINEERING, i.ProposePool(round=BUSY, phase="negotiate", shares=tuple(shares)))

    def _warn(self, seat: SeatId) -> None:
        mine = [
            p for p in view(self.state, seat).threads.promises if p.is_open and p.provider == seat and p.due >= BUSY
        ]
        for promise in mine[:1]:
            warning = i.Warn(
                round=BUSY, phase="negotiate", commitment=promise.commitment, units=1, note="零件晚到一周。"
            )
            self.do(seat, warning)

    def seated(self, shown: View) -> Seated:
        """What a host would send to somebody who has just sat down."""
        seat = shown.me.seat
        holders = tuple(SeatHolder(s, "person" if s == seat else "bot") for s in shown.table.seats)
        cast = self.package.cast(seat, [seen.service for seen in shown.board.services])
        return Seated("s1", seat, cast, holders, 1, shown, self.package.words_for(shown))


@cache
def busy_company() -> BusyCompany:
    """Played once."""
    made = BusyCompany()
    made.play()
    return made


def busy(phase: Phase, seat: SeatId = PRODUCTION, week: int = BUSY) -> Seated:
    """A seat at the end of a phase of the busy week."""
    company = busy_company()
    return company.seated(company.views[(week, phase, seat)])


def untouched(seat: SeatId = PRODUCTION) -> Seated:
    """Negotiate of week 1, and nobody has said anything."""
    company = busy_company()
    return company.seated(company.begun[seat])
