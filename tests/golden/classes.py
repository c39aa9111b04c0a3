"""The moves of the goldens of the big case: bots play it, and in a class people and the facilitator step in."""

from __future__ import annotations

from sandgame.bots.styles import StyleName
from sandgame.rules import intents as i
from sandgame.rules import room_intents as r
from sandgame.rules.ids import TABLE, OrderId, SeatId, ServiceId
from sandgame.rules.intents import Accept, Decline, FactRef, Part, PoolShare
from sandgame.rules.intents import WantedLine as Line
from sandgame.rules.reason import Reason
from tests.golden.sitting import Sitting

SAL, ENG, PRO, PRD, QUA, LOG = (SeatId(n) for n in range(1, 7))
AI, LA, LB = ServiceId(2), ServiceId(10), ServiceId(11)
RUSH, STOPPAGE, STEEL, VISIT, DIRECTIVE = range(1, 6)

MIXED: dict[SeatId, StyleName] = {
    SAL: "compromising",
    ENG: "avoiding",
    PRO: "competing",
    PRD: "collaborating",
    QUA: "accommodating",
    LOG: "collaborating",
}
TOGETHER: dict[SeatId, StyleName] = dict.fromkeys(MIXED, "collaborating")


def factory() -> Sitting:
    """Five weeks of bots of all styles, everything open from the first."""
    table = Sitting("factory", 5, in_short=True)
    table.bots(MIXED, {"plan": _sales_and_production})
    return table


def _sales_and_production(table: Sitting) -> None:
    table.look(SAL, PRD)


def factory_class() -> Sitting:
    """A trial week, rolled back; then five weeks in which the facilitator has a hand in everything."""
    table = Sitting("factory-class", 6, in_short=True, extras=("map_task", "role_questions"))
    table.bots(TOGETHER, weeks=1)
    table.is_refused(Reason.NO_WAY_BACK, TABLE, r.RollBack, to_round=2, to_phase="review")
    table.asks(TABLE, r.RollBack, to_round=1, to_phase="brief")
    table.bots(TOGETHER, {"brief": _whom_do_i_serve, "negotiate": _first_talk, "review": _too_early_to_vote}, weeks=1)
    table.bots(TOGETHER, {"brief": _cards_wait, "negotiate": _a_rush, "review": _the_map_is_bought}, weeks=1)
    table.bots(TOGETHER, {"brief": _what_limits_you, "negotiate": _a_division_is_kept, "review": _half_time}, weeks=1)
    table.bots(TOGETHER, {"negotiate": _before_the_table, "plan": _one_more_card}, weeks=1)
    _last_week(table)
    return table


def _whom_do_i_serve(table: Sitting) -> None:
    table.asks(TABLE, r.SeatPlayer, seat=QUA, player="collaborating")
    table.look(SAL)
    table.asks(SAL, i.MarkMap, serves=(ENG,), served_by=(LOG,))
    table.asks(LOG, i.MarkMap, serves=(SAL, PRD), served_by=(PRD,))
    table.is_refused(Reason.NO_MAP_TASK, SAL, i.MarkMap, serves=(ENG,), served_by=())


def _first_talk(table: Sitting) -> None:
    """Said to all, a pause, two minutes more; signs and a question to the facilitator."""
    table.asks(TABLE, r.TellTable, to=TABLE, text="ten minutes, then plan")
    table.asks(PRD, i.ShowSignal, sign="loaded")
    table.asks(ENG, i.ShowSignal, sign="stuck")
    table.asks(ENG, i.SendMessage, to=9, text="may we see the orders?")
    table.asks(TABLE, r.PausePlay)
    table.is_refused(Reason.PAUSED, SAL, i.ShareFact, to=0, fact=FactRef("free_hours"))
    table.asks(TABLE, r.TellTable, to=ENG, text="ask Sales")
    table.asks(TABLE, r.ResumePlay)
    table.asks(TABLE, r.ChangeTime, seconds=120)
    table.asks(SAL, i.ShareFact, to=0, fact=FactRef("order", 3))
    table.asks(ENG, i.ShowSignal, sign=None)
    table.look(SAL, ENG)


def _too_early_to_vote(table: Sitting) -> None:
    table.is_refused(Reason.RULE_NOT_OPEN, SAL, i.Vote, measure="service_map")
    table.asks(TABLE, r.MarkMoment, note="who asked whom first")


def _cards_wait(table: Sitting) -> None:
    table.is_refused(Reason.CARD_TOO_EARLY, TABLE, r.DealCard, card=DIRECTIVE)
    table.asks(TABLE, r.SeatPlayer, seat=LOG, player="stand_in")


def _a_rush(table: Sitting) -> None:
    """A new order for this week; the facilitator chooses its option for Sales, whose laptop has gone dark."""
    table.asks(TABLE, r.DealCard, card=RUSH)
    table.is_refused(Reason.CARD_DEALT, TABLE, r.DealCard, card=RUSH)
    order = OrderId(len(table.state.orders))
    choose = i.ChooseOption(round=table.state.round, phase="negotiate", order=order, option=0)
    table.asks(TABLE, r.ActFor, seat=SAL, intent=choose)
    table.is_refused(Reason.ORDER_SETTLED, TABLE, r.ActFor, seat=SAL, intent=choose)
    table.look(SAL)


def _the_map_is_bought(table: Sitting) -> None:
    table.asks(TABLE, r.SwitchMeasure, measure="service_map")
    table.is_refused(Reason.MEASURE_HELD, TABLE, r.SwitchMeasure, measure="service_map")
    table.is_refused(Reason.MEASURE_TOO_EARLY, TABLE, r.SwitchMeasure, measure="platform")
    table.asks(TABLE, r.SwitchMeasure, measure="coordination")
    table.asks(TABLE, r.SeatPlayer, seat=LOG, player="person")
    table.look(SAL)


def _what_limits_you(table: Sitting) -> None:
    """The map is open now, and all meet; each is asked about a neighbour."""
    table.look(QUA)
    table.asks(SAL, i.AnswerRole, about=ENG, metric="own_work", limit="nothing")
    table.asks(PRD, i.AnswerRole, about=ENG, metric="overtime", limit="inputs")
    table.is_refused(Reason.NO_QUESTION, SAL, i.AnswerRole, about=LOG, metric="own_work", limit="hours")


def _a_division_is_kept(table: Sitting) -> None:
    """Only who claims can keep one; it is not yet put forward."""
    table.asks(PRD, i.ClaimPool, hours=3)
    table.asks(ENG, i.ClaimPool, hours=2)
    division = i.ProposePool(round=3, phase="negotiate", shares=(PoolShare(PRD, 2), PoolShare(ENG, 1)))
    table.asks(PRD, i.KeepEntry, entry=division)
    table.is_refused(Reason.NOT_A_CLAIMANT, QUA, i.KeepEntry, entry=division)
    table.look(PRD)


def _half_time(table: Sitting) -> None:
    """Four of six vote for the standard, one of them unfinished; two change places; a note is kept."""
    for seat in (SAL, ENG, PRD):
        table.asks(seat, i.Vote, measure="service_standard")
    table.asks(QUA, i.Vote, measure="cross_training")
    table.asks(LOG, i.Vote, measure="cross_training")
    table.asks(LOG, i.Vote, measure=None)
    table.asks(PRO, i.KeepEntry, entry=i.Vote(round=3, phase="review", measure="service_standard"))
    note = i.WriteNote(round=3, phase="review", plan="ask on the first day", check="half of it came late")
    table.asks(PRD, i.KeepEntry, entry=note)
    table.look(PRD)
    table.is_refused(Reason.SAME_SEAT, TABLE, r.SwapSeats, one=ENG, other=ENG)
    table.asks(TABLE, r.SwapSeats, one=ENG, other=QUA)
    table.asks(TABLE, r.TellTable, to=TABLE, text="what would you do otherwise in the second half?")


def _before_the_table(table: Sitting) -> None:
    """A refused line is escalated and decided; the session is cut to five weeks."""
    table.asks(SAL, i.SendSheet, provider=LOG, lines=(Line(LB, 2, 5), Line(LA, 1, 4)), note="for the fair")
    sheet = max(table.state.sheets)
    table.asks(LOG, i.AnswerSheet, sheet=sheet, answers=(Decline(0, "own_priorities"), Accept(1)))
    table.is_refused(Reason.NOTHING_TO_ESCALATE, SAL, i.EscalateLine, sheet=sheet, line=1)
    table.asks(SAL, i.EscalateLine, sheet=sheet, line=0, reason="the fair will not wait")
    table.asks(LOG, i.AnswerEscalation, sheet=sheet, line=0, reason="no boxes until next week")
    table.look(QUA)
    table.is_refused(Reason.DUE_TOO_EARLY, TABLE, r.DecideLine, sheet=sheet, line=0, parts=(Part(1, 3),))
    table.asks(TABLE, r.DecideLine, sheet=sheet, line=0, parts=(Part(1, 5),))
    table.is_refused(Reason.LENGTH_TOO_SHORT, TABLE, r.ShortenSession, length=4)
    table.asks(TABLE, r.ShortenSession, length=5)
    table.look(SAL)


def _one_more_card(table: Sitting) -> None:
    """Too late for this week's hours: it holds from the next."""
    table.asks(TABLE, r.DealCard, card=STOPPAGE)
    table.asks(TABLE, r.DealCard, card=VISIT)
    table.look(PRD)


def _last_week(table: Sitting) -> None:
    """By hand: help that nobody answers to is half agreed when the talk ends; everybody delivers what is promised."""
    table.asks(SAL, i.AnswerRole, about=LOG, metric="own_work", limit="hours")
    table.time_up()
    table.asks(PRD, i.SendSheet, provider=ENG, lines=(Line(AI, 2, 5),))
    table.is_refused(Reason.NOT_SWAP_TIME, TABLE, r.SwapSeats, one=SAL, other=LOG)
    table.time_up()
    table.look(SAL, PRD)
    table.submit_default(*table.state.seats)
    table.finish()
    table.is_refused(Reason.NO_VOTE_NOW, SAL, i.Vote, measure="platform")
    table.asks(SAL, i.WriteNote, act="ask before the orders come")
    table.look(SAL)
    table.time_up()
