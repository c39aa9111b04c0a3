"""What anybody might ask of a table, sensible or not, drawn by hypothesis."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from sandgame.rules import intents as i
from sandgame.rules.ids import SeatId
from sandgame.rules.need import default_plan, needs
from sandgame.rules.state import State
from sandgame.rules.view import view

Asked = st.SearchStrategy[Any]
"""Of intents; what is drawn need not be sensible, so numbers stand where ids belong."""

small: Asked = st.integers(0, 8)
number: Asked = st.integers(1, 9)
gives: Asked = st.builds(i.GiveHours, st.integers(1, 5)) | st.builds(
    i.GiveUnits, st.integers(1, 7), st.integers(1, 3), st.integers(1, 5)
)
KINDS = {
    "brief": ("finish",),
    "negotiate": (
        "sheet",
        "sheet",
        "needs",
        "answer",
        "answer",
        "answer",
        "option",
        "restate",
        "pool",
        "loan",
        "promise",
        "promise",
        "meet",
        "tell",
        "finish",
    ),
    "plan": ("plan", "plan", "default", "draft", "finish"),
    "deliver": ("finish",),
    "review": ("rate", "thank", "say", "say", "finish"),
    "over": ("finish",),
}


def asked(state: State, seat: SeatId) -> Asked:
    """An intent of `seat` for the present round and phase; now and then for another phase."""
    kind = st.sampled_from(KINDS[state.phase]) | st.sampled_from(sorted({k for ks in KINDS.values() for k in ks}))
    return kind.flatmap(lambda k: _MAKERS[k](state, seat))


def _at(state: State) -> dict[str, Any]:
    return {"round": state.round, "phase": state.phase}


def _finish(state: State, _seat: SeatId) -> Asked:
    finished, resumed = i.FinishPhase(**_at(state)), i.ResumePhase(**_at(state))
    return st.sampled_from([finished, finished, finished, resumed])


def _sheet(state: State, _seat: SeatId) -> Asked:
    lines = st.lists(st.builds(i.WantedLine, st.integers(1, 7), number, st.integers(1, 5)), min_size=1, max_size=3)
    channel = st.sampled_from(["quick", "written", "meeting"])
    return st.builds(
        lambda provider, wanted, how, give: i.SendSheet(
            **_at(state), provider=provider, lines=tuple(wanted), channel=how, give=give
        ),
        st.integers(1, 4),
        lines,
        channel,
        st.none() | gives,
    )


def _needs(state: State, seat: SeatId) -> Asked:
    """What the screen would draft."""
    drafts = [
        i.SendSheet(
            **_at(state), provider=n.provider, lines=(i.WantedLine(n.service, n.units, n.due),), channel="written"
        )
        for n in needs(view(state, seat), foreknown=True)
    ]
    return st.sampled_from(drafts) if drafts else _sheet(state, seat)


def _answer(state: State, seat: SeatId) -> Asked:
    mine = [s.sheet for s in state.sheets.values() if seat in (s.customer, s.provider)]
    part = st.builds(i.Part, number, st.integers(1, 5))
    answer = (
        st.builds(i.Accept, st.integers(0, 2))
        | st.builds(i.Counter, st.integers(0, 2), st.lists(part, min_size=1, max_size=2).map(tuple))
        | st.builds(i.Decline, st.integers(0, 2), st.sampled_from(["no_capacity", "unclear"]))
    )
    return st.builds(
        lambda sheet, answers, give: i.AnswerSheet(**_at(state), sheet=sheet, answers=tuple(answers), give=give),
        st.sampled_from(mine) if mine else number,
        st.lists(answer, min_size=1, max_size=2),
        st.none() | st.none() | gives,
    )


def _option(state: State, _seat: SeatId) -> Asked:
    return st.builds(
        lambda order, option: i.ChooseOption(**_at(state), order=order, option=option), number, st.integers(0, 2)
    ) | st.builds(lambda order: i.DeclineOrder(**_at(state), order=order), number)


def _restate(state: State, _seat: SeatId) -> Asked:
    return st.builds(
        lambda sheet, restated: (i.ConfirmRestatement if restated else i.RestateNeed)(**_at(state), sheet=sheet),
        st.integers(1, max(1, len(state.sheets))),
        st.booleans(),
    ) | st.builds(
        lambda sheet, line: i.WithdrawLine(**_at(state), sheet=sheet, line=line),
        st.integers(1, max(1, len(state.sheets))),
        st.integers(0, 2),
    )


def _pool(state: State, _seat: SeatId) -> Asked:
    share = st.builds(i.PoolShare, st.integers(1, 4), st.integers(0, 3))
    return (
        st.builds(lambda hours: i.ClaimPool(**_at(state), hours=hours), st.integers(0, 4))
        | st.builds(lambda shares: i.ProposePool(**_at(state), shares=tuple(shares)), st.lists(share, max_size=3))
        | st.just(i.AgreePool(**_at(state)))
    )


def _loan(state: State, _seat: SeatId) -> Asked:
    return st.builds(
        lambda lender, borrower, hours: i.ProposeLoan(**_at(state), lender=lender, borrower=borrower, hours=hours),
        st.integers(1, 4),
        st.integers(1, 4),
        st.integers(1, 5),
    ) | st.builds(
        lambda loan, agree: i.AnswerLoan(**_at(state), loan=loan, agree=agree),
        st.integers(1, max(1, len(state.loans))),
        st.booleans(),
    )


def _meet(state: State, _seat: SeatId) -> Asked:
    other: Asked = st.integers(1, 5)
    return st.builds(lambda who: i.ProposeMeeting(**_at(state), other=who), other) | st.builds(
        lambda who, agree: i.AnswerMeeting(**_at(state), other=who, agree=agree), other, st.booleans()
    )


def _promise(state: State, _seat: SeatId) -> Asked:
    which = st.integers(1, max(1, len(state.commitments)))
    part = st.builds(i.Part, number, st.integers(1, 5))
    parts = st.lists(part, min_size=1, max_size=2).map(tuple)
    return (
        st.builds(lambda c, units: i.Warn(**_at(state), commitment=c, units=units), which, number)
        | st.builds(lambda c, offer: i.ProposeTerms(**_at(state), commitment=c, parts=offer), which, parts)
        | st.builds(lambda c, agree: i.AnswerTerms(**_at(state), commitment=c, agree=agree), which, st.booleans())
        | st.builds(lambda c: i.ReleasePromise(**_at(state), commitment=c), which)
    )


def _tell(state: State, _seat: SeatId) -> Asked:
    about = st.sampled_from(["order", "free_hours", "stock"])
    to: Asked = st.integers(0, 5)
    return st.builds(
        lambda who, kind, n: i.ShareFact(**_at(state), to=who, fact=i.FactRef(kind, n)), to, about, number
    ) | st.builds(lambda who: i.SendMessage(**_at(state), to=who, text="so"), to)


def plans(state: State) -> Asked:
    return st.builds(
        lambda overtime, own, make, ship, orders: i.Plan(overtime, own, tuple(make), tuple(ship), tuple(orders)),
        st.integers(0, 3),
        small,
        st.lists(st.builds(i.MakeLine, st.integers(1, 6), small), max_size=4),
        st.lists(st.builds(i.ShipLine, st.integers(1, max(1, len(state.commitments))), small), max_size=4),
        st.lists(st.builds(i.OrderLine, st.integers(1, 5), small), max_size=3),
    )


def _plan(state: State, _seat: SeatId) -> Asked:
    return plans(state).map(lambda plan: i.SubmitPlan(**_at(state), plan=plan))


def _draft(state: State, _seat: SeatId) -> Asked:
    return plans(state).map(lambda plan: i.KeepDraft(**_at(state), plan=plan))


def _default(state: State, seat: SeatId) -> Asked:
    return st.just(i.SubmitPlan(**_at(state), plan=default_plan(view(state, seat))))


def _rate(state: State, _seat: SeatId) -> Asked:
    return st.builds(
        lambda who, a, b, c, more: i.RateProvider(
            **_at(state), provider=who, reliability=a, responsiveness=b, empathy=c, assurance=more, please_change=True
        ),
        st.integers(1, 4),
        *[st.integers(1, 5)] * 3,
        st.none() | st.integers(1, 5),
    )


def _thank(state: State, _seat: SeatId) -> Asked:
    return st.builds(lambda who: i.ThankProvider(**_at(state), provider=who), number)


def _say(state: State, _seat: SeatId) -> Asked:
    which = st.integers(1, max(1, len(state.commitments)))
    who: Asked = st.integers(1, 4)
    week = st.integers(0, 5)
    cause = st.sampled_from(["unclear", "could_not"])
    return (
        st.builds(lambda c: i.Apologise(**_at(state), commitment=c), which)
        | st.builds(lambda c, why: i.GiveCause(**_at(state), commitment=c, cause=why), which, cause)
        | st.just(i.WriteNote(**_at(state), plan="p", act="a"))
        | st.builds(lambda w, a, b: i.PromiseChange(**_at(state), customer=w, asked=a, by=b), who, week, week)
    )


_MAKERS = {
    "finish": _finish,
    "sheet": _sheet,
    "needs": _needs,
    "answer": _answer,
    "option": _option,
    "restate": _restate,
    "pool": _pool,
    "loan": _loan,
    "meet": _meet,
    "promise": _promise,
    "tell": _tell,
    "plan": _plan,
    "default": _default,
    "draft": _draft,
    "rate": _rate,
    "thank": _thank,
    "say": _say,
}
