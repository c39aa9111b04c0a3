"""What seats might ask of a table, sensible or not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from sandgame.rules import intents as i
from sandgame.rules.clarity import next_speaker
from sandgame.rules.ids import ROOM, SeatId, SheetId
from sandgame.rules.need import default_plan, needs
from sandgame.rules.neighbours import asked_about, map_is_asked
from sandgame.rules.scenario import MEASURE_NAMES
from sandgame.rules.state import Sheet, State
from sandgame.rules.view import asked_of, largest_failed, to_apologise, to_rate, to_thank, view
from tests.kit.dice import WILD, Dice, at, dice, number, numbers, one_of, parts, some_seat, week

Asked = st.SearchStrategy[Any]
Maker = Callable[[Dice, State, SeatId], Any]
"""Of an intent; what is asked need not be sensible, so numbers stand where ids belong."""

KINDS = {
    "brief": ("map", "map", "role", "role", "sign", "tell", "change", "finish"),
    "negotiate": (
        *("sheet", "needs", "needs", "needs", "answer", "answer", "answer", "answer", "answer", "option", "withdraw"),
        *("restate", "confirm", "pool", "pool", "pool", "loan", "loan", "meet", "meet", "tell", "tell", "tell"),
        *("warn", "terms", "terms", "release", "escalate", "escalate", "reply", "keep", "sign", "change", "finish"),
    ),
    "plan": ("plan", "default", "default", "draft", "warn", "sign", "tell"),
    "deliver": ("sign", "tell", "finish"),
    "review": ("rate", "rate", "thank", "sorry", "cause", "note", "vote", "vote", "keep", "keep", "change", "finish"),
    "over": ("finish", "sign", "tell"),
}


def asked(state: State, seat: SeatId) -> Asked:
    """An intent of `seat` for the present round and phase; now and then for another phase."""
    return numbers.map(lambda number: ask_for(dice(number, seat, *_place(state)), state, seat))


def _place(state: State) -> tuple[object, ...]:
    return state.round, state.phase, len(state.sheets), len(state.messages), len(state.facts)


def ask_for(chance: Dice, state: State, seat: SeatId) -> Any:
    if chance.randrange(WILD) == 0:
        return _MAKERS[chance.choice(sorted(_MAKERS))](chance, state, seat)
    kind = chance.choice(KINDS[state.phase])
    if kind in _RIPE and not _RIPE[kind](state, seat):
        kind = "needs" if state.phase == "negotiate" else "sign"
    return _MAKERS[kind](chance, state, seat)


def _finish(chance: Dice, state: State, seat: SeatId) -> Any:
    kind = i.ResumePhase if seat in state.finished else i.FinishPhase
    return one_of(chance, [kind], i.ResumePhase)(**at(state))


def _give(chance: Dice, state: State, giver: SeatId) -> i.Give | None:
    if chance.randrange(3):
        return None
    mine = [n for n, s in enumerate(state.scenario.services, start=1) if s.provider == giver]
    units = i.GiveUnits(one_of(chance, mine, number(chance)), chance.randint(1, 3), week(chance, state))
    return units if chance.randrange(2) else i.GiveHours(chance.randint(1, 5))


def _sheet(chance: Dice, state: State, seat: SeatId) -> Any:
    mine = [n for n, s in enumerate(state.scenario.services, start=1) if seat in s.receivers]
    service = one_of(chance, mine, chance.randint(1, 7))
    known = service <= len(state.scenario.services)
    provider = state.scenario.service(service).provider if known else some_seat(chance, state)
    lines = tuple(i.WantedLine(service, number(chance), week(chance, state)) for _ in range(chance.randint(1, 3)))
    return _sent(chance, state, seat, provider, lines)


def _sent(chance: Dice, state: State, seat: SeatId, provider: SeatId, lines: tuple[i.WantedLine, ...]) -> i.SendSheet:
    channels: tuple[i.Channel, ...] = ("quick", "written", "written", "meeting")
    return i.SendSheet(
        **at(state), provider=provider, lines=lines, channel=chance.choice(channels), give=_give(chance, state, seat)
    )


def _needs(chance: Dice, state: State, seat: SeatId) -> Any:
    """What the screen would draft."""
    drafts = needs(view(state, seat), foreknown=True)
    if not drafts:
        return _sheet(chance, state, seat)
    need = chance.choice(drafts)
    return _sent(chance, state, seat, need.provider, (i.WantedLine(need.service, need.units, need.due),))


def _sheets(state: State, seat: SeatId, *, speaking: bool = False) -> list[Sheet]:
    """Those of a seat; or those with a line on which it has the word."""
    mine = [s for s in state.sheets.values() if seat in (s.customer, s.provider)]
    if not speaking:
        return mine
    return [s for s in mine if any(x.state == "open" and next_speaker(s, x) == seat for x in s.lines)]


def _answer(chance: Dice, state: State, seat: SeatId) -> Any:
    ids = [s.sheet for s in _sheets(state, seat, speaking=True)]
    sheet = one_of(chance, ids, SheetId(number(chance)))
    known = state.sheets.get(sheet)
    lines = range(len(known.lines)) if known is not None else range(2)
    answers: list[i.LineAnswer] = []
    for line in lines:
        match chance.randrange(8):
            case 0 | 1 | 2:
                answers.append(i.Accept(line))
            case 3 | 4:
                answers.append(i.Counter(line, parts(chance, state)))
            case 5:
                answers.append(i.Decline(line, chance.choice(("no_capacity", "unclear"))))
            case 6:
                answers.append(i.Accept(chance.randint(0, 3)))
    countered = any(isinstance(answer, i.Counter) for answer in answers)
    give = _give(chance, state, known.customer) if known is not None and countered else None
    return i.AnswerSheet(**at(state), sheet=sheet, answers=tuple(answers) or (i.Accept(0),), give=give)


def _option(chance: Dice, state: State, seat: SeatId) -> Any:
    mine = [n for n, o in state.orders.items() if o.terms.owner == seat and o.state == "open" and o.option is None]
    order = one_of(chance, mine, chance.randint(1, 9))
    if chance.randrange(6) == 0:
        return i.DeclineOrder(**at(state), order=order)
    return i.ChooseOption(**at(state), order=order, option=chance.randint(0, 2))


def _line(chance: Dice, state: State, seat: SeatId) -> tuple[SheetId, int]:
    sheet = one_of(chance, _sheets(state, seat)[-4:], None)
    return (SheetId(number(chance)), 0) if sheet is None else (sheet.sheet, chance.randint(0, len(sheet.lines)))


def _withdraw(chance: Dice, state: State, seat: SeatId) -> Any:
    sheet, line = _line(chance, state, seat)
    return i.WithdrawLine(**at(state), sheet=sheet, line=line)


def _restate(chance: Dice, state: State, seat: SeatId) -> Any:
    return i.RestateNeed(**at(state), sheet=_line(chance, state, seat)[0], text="so")


def _confirm(chance: Dice, state: State, seat: SeatId) -> Any:
    waiting = [s.sheet for s in _sheets(state, seat) if s.restated is not None and not s.confirmed]
    return i.ConfirmRestatement(**at(state), sheet=one_of(chance, waiting, SheetId(number(chance))))


def _division(chance: Dice, state: State, _seat: SeatId) -> i.ProposePool:
    """Mostly within the claims."""
    shares = [i.PoolShare(seat, chance.randint(0, claim)) for seat, claim in state.pool.claims.items()]
    wild = [i.PoolShare(some_seat(chance, state), chance.randint(0, 3)) for _ in range(2)]
    return i.ProposePool(**at(state), shares=tuple(one_of(chance, [shares], wild)))


def _pool(chance: Dice, state: State, seat: SeatId) -> Any:
    claim = i.ClaimPool(**at(state), hours=chance.randint(0, 4))
    known = (_division(chance, state, seat), i.AgreePool(**at(state)))
    return chance.choice((claim, *known, known[state.pool.proposer is not None])) if state.pool.claims else claim


def _loan(chance: Dice, state: State, seat: SeatId) -> Any:
    waiting = [x.loan for x in state.loans.values() if x.state == "open" and seat in (x.lender, x.borrower)]
    if waiting and chance.randrange(3):
        return i.AnswerLoan(**at(state), loan=one_of(chance, waiting, number(chance)), agree=chance.randrange(4) > 0)
    other, hours = some_seat(chance, state), chance.randint(1, 5)
    lender, borrower = chance.choice(((seat, other), (other, seat)))
    return i.ProposeLoan(**at(state), lender=lender, borrower=borrower, hours=hours)


def _meet(chance: Dice, state: State, seat: SeatId) -> Any:
    open_ones = [m for m in state.meetings.values() if m.state == "open" and seat in (m.first, m.second)]
    meeting = one_of(chance, open_ones, None)
    if meeting is None:
        return i.ProposeMeeting(**at(state), other=some_seat(chance, state))
    other = meeting.second if meeting.first == seat else meeting.first
    return i.AnswerMeeting(**at(state), other=other, agree=chance.randrange(4) > 0)


def _promises(state: State, seat: SeatId) -> list[int]:
    return [n for n, c in state.commitments.items() if c.is_open and seat in (c.customer, c.provider)]


def _promise(chance: Dice, state: State, seat: SeatId) -> Any:
    return one_of(chance, _promises(state, seat), number(chance))


def _warn(chance: Dice, state: State, seat: SeatId) -> Any:
    return i.Warn(**at(state), commitment=_promise(chance, state, seat), units=number(chance))


def _terms(chance: Dice, state: State, seat: SeatId) -> Any:
    offered = [n for n, c in state.commitments.items() if c.offered is not None and seat in (c.customer, c.provider)]
    if offered and chance.randrange(4):
        return i.AnswerTerms(**at(state), commitment=chance.choice(offered), agree=chance.randrange(3) > 0)
    return i.ProposeTerms(**at(state), commitment=_promise(chance, state, seat), parts=parts(chance, state))


def _release(chance: Dice, state: State, seat: SeatId) -> Any:
    return i.ReleasePromise(**at(state), commitment=_promise(chance, state, seat))


def _tell(chance: Dice, state: State, seat: SeatId) -> Any:
    to = chance.choice((some_seat(chance, state), SeatId(0), SeatId(chance.randint(0, 5))))
    if chance.randrange(4) == 0 or state.phase != "negotiate":
        return i.SendMessage(**at(state), to=chance.choice((to, ROOM)), text="so")
    of: dict[i.FactKind, list[int]] = {
        "order": [n for n, o in state.orders.items() if o.terms.owner == seat],
        "stock": [n for owner, n in state.stock if owner == seat],
        "free_hours": [],
    }
    about = chance.choice(list(of))
    known = 0 if about == "free_hours" else one_of(chance, of[about], number(chance))
    told = state.talk == "open" and chance.randrange(2) == 0
    return i.ShareFact(**at(state), to=to, fact=i.FactRef(about, known), told=one_of(chance, [told], not told))


def _escalate(chance: Dice, state: State, seat: SeatId) -> Any:
    sheet, line = _line(chance, state, seat)
    return i.EscalateLine(**at(state), sheet=sheet, line=line, reason="why")


def _escalated(state: State, seat: SeatId) -> list[tuple[SheetId, int]]:
    """Lines of its own that the other side has put before the table."""
    now = [e for e in state.escalations if e.round == state.round and e.seat != seat]
    mine = {s.sheet for s in _sheets(state, seat)}
    return [(e.sheet, e.line) for e in now if e.sheet in mine]


def _reply(chance: Dice, state: State, seat: SeatId) -> Any:
    sheet, line = one_of(chance, _escalated(state, seat), (SheetId(number(chance)), 0))
    return i.AnswerEscalation(**at(state), sheet=sheet, line=line, reason="because")


def _keep(chance: Dice, state: State, seat: SeatId) -> Any:
    """Mostly what could be kept in this phase."""
    review: tuple[Maker, ...] = (_rate, _vote, _note)
    fitting: tuple[Maker, ...] = (_division,) if state.phase == "negotiate" else review
    return i.KeepEntry(
        **at(state), entry=chance.choice(one_of(chance, [fitting], (*review, _division)))(chance, state, seat)
    )


def _sign(chance: Dice, state: State, _seat: SeatId) -> Any:
    signs: tuple[i.Sign | None, ...] = ("steady", "loaded", "stuck", "pleased", None)
    return i.ShowSignal(**at(state), sign=chance.choice(signs))


def _vote(chance: Dice, state: State, _seat: SeatId) -> Any:
    """Mostly for the same measure, so that one is adopted now and then."""
    offered = [x.measure for x in state.scenario.measures if x.measure not in state.measures and x.round <= state.round]
    return i.Vote(**at(state), measure=one_of(chance, offered[:1], chance.choice((*MEASURE_NAMES, None))))


def _map(chance: Dice, state: State, seat: SeatId) -> Any:
    others = [other for other in state.seats if other != seat]
    marked = [tuple(one_of(chance, others, SeatId(5)) for _ in range(chance.randint(0, 3))) for _ in range(2)]
    return i.MarkMap(**at(state), serves=marked[0], served_by=marked[1])


def _role(chance: Dice, state: State, seat: SeatId) -> Any:
    about = asked_about(state, seat)
    return i.AnswerRole(
        **at(state),
        about=one_of(chance, [] if about is None else [about], some_seat(chance, state)),
        metric=chance.choice(("own_work", "setups", "purchase_price")),
        limit=chance.choice(("hours", "inputs", "nothing")),
    )


def plan_of(chance: Dice, state: State, seat: SeatId) -> i.Plan:
    mine = [n for n, s in enumerate(state.scenario.services, start=1) if s.provider == seat]
    owed = [n for n, c in state.commitments.items() if c.is_open and c.provider == seat]
    orders = [n for n, o in state.orders.items() if o.state == "open" and o.terms.owner == seat]
    return i.Plan(
        overtime=chance.randint(0, 3),
        own_work=chance.randint(0, 6),
        make=tuple(
            i.MakeLine(one_of(chance, mine, chance.randint(1, 6)), chance.randint(0, 6))
            for _ in range(chance.randint(0, 3))
        ),
        ship=tuple(i.ShipLine(n, chance.randint(0, 6)) for n in chance.sample(owed, chance.randint(0, len(owed)))),
        orders=tuple(
            i.OrderLine(n, chance.randint(0, 6)) for n in chance.sample(orders, chance.randint(0, len(orders)))
        ),
    )


def _plan(chance: Dice, state: State, seat: SeatId) -> Any:
    return i.SubmitPlan(**at(state), plan=plan_of(chance, state, seat))


def _draft(chance: Dice, state: State, seat: SeatId) -> Any:
    return i.KeepDraft(**at(state), plan=plan_of(chance, state, seat))


def _default(_chance: Dice, state: State, seat: SeatId) -> Any:
    return i.SubmitPlan(**at(state), plan=default_plan(view(state, seat)))


def _rate(chance: Dice, state: State, seat: SeatId) -> Any:
    """Of the long form where it is due, and now and then where it is not."""
    items = [chance.randint(1, 5) for _ in range(3)]
    more = chance.randint(1, 5) if one_of(chance, [state.is_long_form], True) else None
    return i.RateProvider(
        **at(state),
        provider=one_of(chance, to_rate(state, seat), some_seat(chance, state)),
        reliability=items[0],
        responsiveness=items[1],
        empathy=items[2],
        assurance=more,
        please_change=True,
    )


def _thank(chance: Dice, state: State, seat: SeatId) -> Any:
    return i.ThankProvider(**at(state), provider=one_of(chance, to_thank(state, seat), some_seat(chance, state)))


def _sorry(chance: Dice, state: State, seat: SeatId) -> Any:
    mine = to_apologise(state, seat)
    return i.Apologise(**at(state), commitment=one_of(chance, mine, number(chance)))


def _cause(chance: Dice, state: State, seat: SeatId) -> Any:
    mine = [n for n in largest_failed(state) if seat in (state.commitments[n].customer, state.commitments[n].provider)]
    return i.GiveCause(
        **at(state), commitment=one_of(chance, mine, number(chance)), cause=chance.choice(("unclear", "could_not"))
    )


def _note(_chance: Dice, state: State, _seat: SeatId) -> Any:
    return i.WriteNote(**at(state), plan="p", act="a")


def _change(chance: Dice, state: State, seat: SeatId) -> Any:
    asked_for = [(asked.customer, asked.round) for asked in asked_of(state, seat)]
    customer, when = one_of(chance, asked_for, (some_seat(chance, state), state.round))
    return i.PromiseChange(**at(state), customer=customer, asked=when, by=chance.randint(0, 5))


_MAKERS: dict[str, Maker] = {
    "finish": _finish,
    "sheet": _sheet,
    "needs": _needs,
    "answer": _answer,
    "option": _option,
    "withdraw": _withdraw,
    "restate": _restate,
    "confirm": _confirm,
    "pool": _pool,
    "loan": _loan,
    "meet": _meet,
    "warn": _warn,
    "terms": _terms,
    "release": _release,
    "tell": _tell,
    "escalate": _escalate,
    "reply": _reply,
    "keep": _keep,
    "sign": _sign,
    "vote": _vote,
    "map": _map,
    "role": _role,
    "plan": _plan,
    "default": _default,
    "draft": _draft,
    "rate": _rate,
    "thank": _thank,
    "sorry": _sorry,
    "cause": _cause,
    "note": _note,
    "change": _change,
}
_RIPE: dict[str, Callable[[State, SeatId], bool]] = {
    "answer": lambda state, seat: bool(_sheets(state, seat, speaking=True)),
    "withdraw": lambda state, seat: bool(_sheets(state, seat)),
    "restate": lambda state, seat: bool(_sheets(state, seat)),
    "confirm": lambda state, seat: any(s.restated is not None for s in _sheets(state, seat)),
    "escalate": lambda state, seat: bool(_sheets(state, seat)),
    "reply": lambda state, seat: bool(_escalated(state, seat)),
    "warn": lambda state, seat: bool(_promises(state, seat)),
    "terms": lambda state, seat: bool(_promises(state, seat)),
    "release": lambda state, seat: bool(_promises(state, seat)),
    "change": lambda state, seat: bool(asked_of(state, seat)),
    "map": map_is_asked,
    "role": lambda state, seat: asked_about(state, seat) is not None and seat not in state.roles,
}
"""Kinds that make sense only where there is something to speak of."""
