"""The moves of the goldens: what the people in the two small cases do, written down once; and all sessions by case."""

from __future__ import annotations

from collections.abc import Callable

from sandgame.rules import intents as i
from sandgame.rules.ids import CommitmentId, OrderId, SeatId, ServiceId
from sandgame.rules.intents import Accept, Counter, Decline, MakeLine, OrderLine, Part, Plan, PoolShare, ShipLine
from sandgame.rules.intents import WantedLine as Line
from sandgame.rules.reason import Reason
from tests.golden.classes import factory, factory_class
from tests.golden.sitting import Sitting

SHOP, WORKSHOP = SeatId(1), SeatId(2)
SHEET, LAMP = ServiceId(1), ServiceId(2)

SALES, ENGINEERING, PRODUCTION = SeatId(1), SeatId(2), SeatId(3)
SPEC, HELP, DRAWING, PLAIN, SPECIAL = (ServiceId(n) for n in range(1, 6))


def first_steps() -> Sitting:
    """Two people learn the week: one keeps only a draft, one forgets a line, time runs out more than once."""
    table = Sitting("first-steps", 2)
    _learn_to_ask(table)
    _learn_to_deliver(table)
    _second_week(table)
    return table


def _learn_to_ask(table: Sitting) -> None:
    table.finish()
    table.asks(SHOP, i.ChooseOption, order=1, option=0)
    lamps = (Line(LAMP, 2, 1), Line(LAMP, 3, 2))
    table.asks(SHOP, i.SendSheet, provider=WORKSHOP, lines=lamps, channel="written", note="for the fair")
    table.is_refused(Reason.RULE_NOT_OPEN, WORKSHOP, i.AnswerSheet, sheet=1, answers=(Counter(1, (Part(2, 2),)),))
    table.asks(WORKSHOP, i.AnswerSheet, sheet=1, answers=(Accept(0), Accept(1)))
    table.finish(SHOP)
    # a sheet that comes in calls the Shop back
    table.asks(WORKSHOP, i.SendSheet, provider=SHOP, lines=(Line(SHEET, 2, 1), Line(SHEET, 3, 2)))
    table.asks(SHOP, i.AnswerSheet, sheet=2, answers=(Accept(0),))
    table.finish(WORKSHOP, SHOP)


def _learn_to_deliver(table: Sitting) -> None:
    table.submit_default(WORKSHOP)
    table.is_refused(Reason.OVERTIME_ABOVE_LIMIT, SHOP, i.KeepDraft, plan=Plan(overtime=1))
    shop = Plan(
        own_work=4,
        make=(MakeLine(SHEET, 3),),
        ship=(ShipLine(CommitmentId(3), 2),),
        orders=(OrderLine(OrderId(1), 2),),
    )
    table.asks(SHOP, i.KeepDraft, plan=shop)
    table.time_up()
    table.finish()
    table.asks(SHOP, i.RateProvider, provider=WORKSHOP, reliability=5, responsiveness=5, empathy=4, comment="thank you")
    table.asks(SHOP, i.ThankProvider, provider=WORKSHOP, reason="both lamps in time")
    table.asks(WORKSHOP, i.RateProvider, provider=SHOP, reliability=5, responsiveness=2, empathy=3)
    table.is_refused(
        Reason.NOTHING_TO_RATE, WORKSHOP, i.RateProvider, provider=2, reliability=5, responsiveness=5, empathy=5
    )
    table.finish()


def _second_week(table: Sitting) -> None:
    table.time_up()
    table.asks(SHOP, i.SendSheet, provider=WORKSHOP, lines=(Line(LAMP, 3, 2),))
    table.asks(WORKSHOP, i.AnswerSheet, sheet=3, answers=(Decline(0, "own_priorities"),))
    table.asks(SHOP, i.SendSheet, provider=WORKSHOP, lines=(Line(LAMP, 1, 2), Line(LAMP, 2, 2)))
    table.asks(WORKSHOP, i.AnswerSheet, sheet=4, answers=(Accept(0),))
    # the line left open last week is still open now
    table.asks(SHOP, i.AnswerSheet, sheet=2, answers=(Accept(1),))
    table.asks(WORKSHOP, i.SendSheet, provider=SHOP, lines=(Line(SHEET, 1, 2),))
    table.asks(SHOP, i.AnswerSheet, sheet=5, answers=(Accept(0),))
    table.asks(SHOP, i.WithdrawLine, sheet=4, line=1)
    table.finish(SHOP)
    table.asks(SHOP, i.ResumePhase)
    table.time_up()
    table.submit_default(SHOP, WORKSHOP)
    table.time_up()
    table.asks(SHOP, i.RateProvider, provider=WORKSHOP, reliability=4, responsiveness=4, empathy=4)
    table.time_up()


def starter() -> Sitting:
    """Two weeks of three people who use every rule, then two of bots of three styles."""
    table = Sitting("starter", 4)
    table.finish()
    _sales_and_production_bargain(table)
    _drawings_and_help(table)
    _things_are_told(table)
    _hours_are_shared(table)
    _first_plans(table)
    _first_review(table)
    _a_week_that_slips(table)
    table.bots({SALES: "competing", ENGINEERING: "avoiding", PRODUCTION: "collaborating"})
    return table


def _sales_and_production_bargain(table: Sitting) -> None:
    """Four turns, the last of which only leaves yes or no; the need is restated and put right."""
    table.asks(SALES, i.ChooseOption, order=1, option=1)
    carts = (Line(PLAIN, 4, 2), Line(SPECIAL, 2, 2))
    table.asks(SALES, i.SendSheet, provider=PRODUCTION, lines=carts, channel="written", note="the market opens soon")
    first = Counter(0, (Part(1, 1), Part(2, 2)))
    table.asks(PRODUCTION, i.AnswerSheet, sheet=1, answers=(first, Accept(1)))
    table.asks(SALES, i.AnswerSheet, sheet=1, answers=(Counter(0, (Part(2, 1), Part(2, 2))),))
    table.asks(PRODUCTION, i.AnswerSheet, sheet=1, answers=(Counter(0, (Part(1, 1), Part(3, 2))),))
    table.is_refused(Reason.LAST_TURN, SALES, i.AnswerSheet, sheet=1, answers=(Counter(0, (Part(2, 1),)),))
    table.asks(SALES, i.AnswerSheet, sheet=1, answers=(Accept(0),))
    table.asks(PRODUCTION, i.RestateNeed, sheet=1, text="two custom carts with a side window")
    table.asks(SALES, i.ConfirmRestatement, sheet=1, correction="the window on the left")


def _things_are_told(table: Sitting) -> None:
    """Facts are true, messages need not be; nobody shares what is not its own."""
    table.asks(SALES, i.ShareFact, to=PRODUCTION, fact=i.FactRef("order", 3))
    table.is_refused(Reason.NO_SUCH_FACT, PRODUCTION, i.ShareFact, to=0, fact=i.FactRef("order", 1))
    table.asks(ENGINEERING, i.ShareFact, to=0, fact=i.FactRef("free_hours"))
    table.asks(PRODUCTION, i.ShareFact, to=SALES, fact=i.FactRef("stock", PLAIN))
    table.asks(PRODUCTION, i.SendMessage, to=0, text="we are full until next week")
    table.asks(SALES, i.SendMessage, to=ENGINEERING, text="the specifications come today")


def _drawings_and_help(table: Sitting) -> None:
    """One line is forgotten, one taken back."""
    table.asks(PRODUCTION, i.SendSheet, provider=ENGINEERING, lines=(Line(DRAWING, 2, 2), Line(HELP, 2, 1)))
    table.asks(ENGINEERING, i.AnswerSheet, sheet=2, answers=(Accept(0), Counter(1, (Part(1, 1),))))
    table.asks(PRODUCTION, i.AnswerSheet, sheet=2, answers=(Accept(1),))
    table.asks(SALES, i.SendSheet, provider=PRODUCTION, lines=(Line(PLAIN, 1, 1),))
    table.asks(SALES, i.WithdrawLine, sheet=3, line=0)
    table.finish(SALES)
    table.asks(ENGINEERING, i.SendSheet, provider=SALES, lines=(Line(SPEC, 2, 1), Line(SPEC, 1, 3)))
    table.asks(SALES, i.AnswerSheet, sheet=4, answers=(Accept(0),))


def _hours_are_shared(table: Sitting) -> None:
    """The pool by agreement at the second try; one loan given, one not, one taken back."""
    table.asks(PRODUCTION, i.ClaimPool, hours=2)
    table.asks(SALES, i.ClaimPool, hours=1)
    table.asks(PRODUCTION, i.ProposePool, shares=(PoolShare(PRODUCTION, 2),))
    table.asks(SALES, i.ClaimPool, hours=2)
    table.is_refused(Reason.NO_PROPOSAL, SALES, i.AgreePool)
    table.asks(SALES, i.ProposePool, shares=(PoolShare(SALES, 1), PoolShare(PRODUCTION, 1)))
    table.asks(PRODUCTION, i.AgreePool)
    table.is_refused(Reason.LOAN_SIZE, PRODUCTION, i.ProposeLoan, lender=ENGINEERING, borrower=PRODUCTION, hours=5)
    table.asks(PRODUCTION, i.ProposeLoan, lender=ENGINEERING, borrower=PRODUCTION, hours=3)
    table.asks(ENGINEERING, i.AnswerLoan, loan=1, agree=True)
    table.asks(PRODUCTION, i.ProposeLoan, lender=SALES, borrower=PRODUCTION, hours=2)
    table.asks(SALES, i.AnswerLoan, loan=2, agree=False)
    table.asks(SALES, i.ProposeLoan, lender=PRODUCTION, borrower=SALES, hours=2)
    table.asks(SALES, i.AnswerLoan, loan=3, agree=False)
    table.finish(SALES, ENGINEERING, PRODUCTION)


def _first_plans(table: Sitting) -> None:
    """Sales submits after a draft, Engineering works overtime, Production lets the time run out."""
    specs = (ShipLine(CommitmentId(6), 2),)
    table.asks(SALES, i.KeepDraft, plan=Plan(own_work=6, make=(MakeLine(SPEC, 2),), ship=specs))
    sales = Plan(own_work=4, make=(MakeLine(SPEC, 2),), ship=specs, orders=(OrderLine(OrderId(1), 1),))
    table.asks(SALES, i.SubmitPlan, plan=sales)
    help_and_drawings = (MakeLine(HELP, 1), MakeLine(DRAWING, 2))
    not_its_own = Plan(make=help_and_drawings, ship=(ShipLine(CommitmentId(3), 3),))
    table.is_refused(Reason.NO_SUCH_COMMITMENT, ENGINEERING, i.SubmitPlan, plan=not_its_own)
    ships = (ShipLine(CommitmentId(5), 1), ShipLine(CommitmentId(4), 2))
    table.asks(ENGINEERING, i.SubmitPlan, plan=Plan(2, 1, help_and_drawings, ships))
    table.time_up()


def _first_review(table: Sitting) -> None:
    table.finish()
    table.asks(SALES, i.RateProvider, provider=PRODUCTION, reliability=4, responsiveness=3, empathy=4)
    table.finish(SALES)
    table.asks(SALES, i.ResumePhase)
    table.asks(SALES, i.RateProvider, provider=PRODUCTION, reliability=5, responsiveness=3, empathy=5, comment="clear")
    table.asks(SALES, i.ThankProvider, provider=PRODUCTION, reason="the first cart came in time")
    table.is_refused(Reason.TOO_MANY_THANKS, SALES, i.ThankProvider, provider=PRODUCTION)
    late_in_the_week = {"comment": "please ask before noon", "please_change": True}
    table.asks(
        ENGINEERING, i.RateProvider, provider=SALES, reliability=5, responsiveness=4, empathy=3, **late_in_the_week
    )
    table.asks(ENGINEERING, i.ThankProvider, provider=SALES, reason="specifications on time")
    table.asks(PRODUCTION, i.RateProvider, provider=ENGINEERING, reliability=5, responsiveness=5, empathy=4)
    table.is_refused(Reason.NOT_NOTE_TIME, SALES, i.WriteNote, plan="sell more")
    table.finish()


def _a_week_that_slips(table: Sitting) -> None:
    """An order is declined, one line lapses, one is not answered, the pool is not agreed: a quarter is lost."""
    table.time_up()
    table.asks(SALES, i.PromiseChange, customer=ENGINEERING, asked=1, by=3)
    table.asks(SALES, i.ChooseOption, order=3, option=1)
    table.asks(SALES, i.DeclineOrder, order=4)
    table.is_refused(Reason.ORDER_SETTLED, SALES, i.ChooseOption, order=4, option=0)
    table.asks(SALES, i.SendSheet, provider=PRODUCTION, lines=(Line(PLAIN, 5, 3), Line(PLAIN, 1, 2)))
    _they_meet(table)
    table.is_refused(Reason.DUE_TOO_EARLY, SALES, i.SendSheet, provider=PRODUCTION, lines=(Line(PLAIN, 1, 1),))
    table.asks(PRODUCTION, i.AnswerSheet, sheet=5, answers=(Accept(0),))
    _something_in_return(table)
    _promises_change(table)
    table.asks(SALES, i.ClaimPool, hours=2)
    table.asks(PRODUCTION, i.ClaimPool, hours=2)
    table.time_up()
    table.asks(SALES, i.KeepDraft, plan=Plan(own_work=3, orders=(OrderLine(OrderId(1), 4), OrderLine(OrderId(2), 2))))
    table.asks(SALES, i.Warn, commitment=9, units=2, note="the market takes all hands")
    table.time_up()
    table.time_up()
    _half_time_review(table)


def _they_meet(table: Sitting) -> None:
    """A sheet asks for a meeting, which is agreed to; another meeting is proposed and taken back."""
    table.asks(SALES, i.SendSheet, provider=PRODUCTION, lines=(Line(SPECIAL, 1, 4),), channel="meeting")
    table.is_refused(Reason.NOT_YOUR_TURN, SALES, i.AnswerMeeting, other=PRODUCTION, agree=True)
    table.asks(PRODUCTION, i.AnswerMeeting, other=SALES, agree=True)
    table.asks(PRODUCTION, i.AnswerSheet, sheet=6, answers=(Accept(0),))
    table.asks(ENGINEERING, i.ProposeMeeting, other=PRODUCTION)
    table.asks(ENGINEERING, i.AnswerMeeting, other=PRODUCTION, agree=False)


def _something_in_return(table: Sitting) -> None:
    """Engineering lends hours for specifications; what it wants for help in return is too much for Production."""
    table.asks(
        ENGINEERING, i.SendSheet, provider=SALES, lines=(Line(SPEC, 3, 2),), give=i.GiveHours(2), note="hours for it"
    )
    table.asks(SALES, i.AnswerSheet, sheet=7, answers=(Accept(0),))
    table.asks(PRODUCTION, i.SendSheet, provider=ENGINEERING, lines=(Line(HELP, 2, 2),))
    counter = (Counter(0, (Part(1, 2),)),)
    table.asks(ENGINEERING, i.AnswerSheet, sheet=8, answers=counter, give=i.GiveHours(4))
    table.asks(PRODUCTION, i.AnswerSheet, sheet=8, answers=(Decline(0, "other"),))


def _promises_change(table: Sitting) -> None:
    """A warning, new terms agreed to, new terms refused, a promise let go."""
    table.asks(PRODUCTION, i.Warn, commitment=8, units=9, note="the line is full")
    table.asks(PRODUCTION, i.ProposeTerms, commitment=8, parts=(Part(3, 3), Part(2, 4)))
    table.is_refused(Reason.TERMS_OPEN, SALES, i.ProposeTerms, commitment=8, parts=(Part(5, 3),))
    table.asks(SALES, i.AnswerTerms, commitment=8, agree=True)
    table.asks(SALES, i.ProposeTerms, commitment=11, parts=(Part(2, 3),))
    table.asks(PRODUCTION, i.AnswerTerms, commitment=11, agree=False)
    table.asks(SALES, i.ReleasePromise, commitment=7)


def _half_time_review(table: Sitting) -> None:
    """Five items; what failed, as each side sees it; an apology, a note written twice."""
    long_form = {"reliability": 3, "responsiveness": 2, "empathy": 3, "assurance": 4, "tangibles": 4}
    table.asks(SALES, i.RateProvider, provider=PRODUCTION, **long_form)
    table.asks(ENGINEERING, i.GiveCause, commitment=9, cause="other_priorities")
    table.asks(SALES, i.GiveCause, commitment=9, cause="unclear")
    table.asks(SALES, i.GiveCause, commitment=9, cause="could_not")
    table.is_refused(Reason.NOTHING_FAILED, PRODUCTION, i.GiveCause, commitment=9, cause="third_party")
    table.asks(SALES, i.Apologise, commitment=9, text="the market took all our hours")
    table.is_refused(Reason.ALREADY_SAID, SALES, i.Apologise, commitment=9)
    table.asks(SALES, i.WriteNote, plan="three carts a week")
    table.asks(SALES, i.WriteNote, plan="three carts a week", do="two", check="no drawings", act="ask a week earlier")
    table.asks(PRODUCTION, i.WriteNote, act="answer on the same day")
    table.time_up()


SESSIONS: dict[str, Callable[[], Sitting]] = {
    "first-steps": first_steps,
    "starter": starter,
    "factory": factory,
    "factory-class": factory_class,
}
