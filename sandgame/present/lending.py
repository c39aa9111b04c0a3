"""Lending hours between two departments: what is asked of me, what I asked, and a new loan in the making."""

from __future__ import annotations

from dataclasses import dataclass

from sandgame.present.phrases import badge, hours
from sandgame.present.pictures import BadgePicture, Tone
from sandgame.present.scene import Scene
from sandgame.rules.ids import LoanId, SeatId
from sandgame.rules.intents import AnswerLoan, ProposeLoan
from sandgame.rules.measures import in_force
from sandgame.rules.pool import LOAN_MAX, LOAN_MIN, gain
from sandgame.rules.sections import OwnLoan


@dataclass(frozen=True, slots=True)
class LoanDraft:
    """`lend`: I give hours to the other; else I ask for some."""

    other: SeatId
    lend: bool = False
    hours: int = LOAN_MAX


@dataclass(frozen=True, slots=True)
class LoanPicture:
    loan: LoanId
    badge: BadgePicture
    title: str
    line: str
    asks_me: bool
    agree: str
    refuse: str
    state: str
    state_icon: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class LendPicture:
    intro: str
    loans: tuple[LoanPicture, ...]
    empty: str
    form_title: str
    borrow: str
    lend: str
    others: tuple[tuple[SeatId, BadgePicture, str], ...]
    draft: LoanDraft
    hours_text: str
    outcome: str
    propose: str
    least: int
    most: int


def lend_open(scene: Scene) -> bool:
    return "lend" in scene.view.table.rules and len(scene.view.table.seats) > 1


def first_draft(scene: Scene) -> LoanDraft:
    return LoanDraft(next(seat for seat in scene.view.table.seats if seat != scene.seat))


def asks_me(scene: Scene, loan: OwnLoan) -> bool:
    return loan.state == "open" and loan.proposer != scene.seat


def waiting_loans(scene: Scene) -> int:
    return sum(asks_me(scene, loan) for loan in scene.view.pool.loans)


def lend_picture(scene: Scene, draft: LoanDraft) -> LendPicture:
    say = scene.speech.say
    other = scene.name(draft.other)
    trained = in_force(scene.view, "cross_training")
    gained = gain(draft.hours, trained=trained)
    key = "negotiate-loan-i-give" if draft.lend else "negotiate-loan-i-get"
    return LendPicture(
        intro=say("negotiate-loan-intro-trained" if trained else "negotiate-loan-intro"),
        loans=tuple(_loan(scene, loan) for loan in scene.view.pool.loans),
        empty=say("negotiate-loan-empty"),
        form_title=say("negotiate-loan-new"),
        borrow=say("negotiate-loan-borrow"),
        lend=say("negotiate-loan-lend"),
        others=tuple((s, badge(scene, s), scene.name(s)) for s in scene.view.table.seats if s != scene.seat),
        draft=draft,
        hours_text=hours(scene, draft.hours),
        outcome=say(key, department=other, hours=draft.hours, gain=gained),
        propose=say("negotiate-loan-offer" if draft.lend else "negotiate-loan-ask", department=other),
        least=LOAN_MIN,
        most=LOAN_MAX,
    )


def propose_intent(scene: Scene, draft: LoanDraft) -> ProposeLoan:
    table = scene.view.table
    lender, borrower = (scene.seat, draft.other) if draft.lend else (draft.other, scene.seat)
    return ProposeLoan(round=table.round, phase=table.phase, lender=lender, borrower=borrower, hours=draft.hours)


def answer_intent(scene: Scene, loan: LoanId, agree: bool) -> AnswerLoan:
    return AnswerLoan(round=scene.view.table.round, phase=scene.view.table.phase, loan=loan, agree=agree)


def _loan(scene: Scene, loan: OwnLoan) -> LoanPicture:
    say = scene.speech.say
    i_lend = loan.lender == scene.seat
    other = loan.borrower if i_lend else loan.lender
    mine = asks_me(scene, loan)
    title = say(
        "negotiate-loan-title-lend" if i_lend else "negotiate-loan-title-borrow",
        department=scene.name(other),
        hours=loan.hours,
    )
    line = say("negotiate-loan-line", hours=loan.hours, gain=loan.gains)
    state, icon, tone = _state(scene, loan, other)
    return LoanPicture(
        loan=loan.loan,
        badge=badge(scene, other),
        title=title,
        line=line,
        asks_me=mine,
        agree=say("negotiate-loan-agree"),
        refuse=say("negotiate-loan-refuse"),
        state="" if mine else state,
        state_icon=icon,
        tone=tone,
    )


def _state(scene: Scene, loan: OwnLoan, other: SeatId) -> tuple[str, str, Tone]:
    say = scene.speech.say
    if loan.state == "agreed":
        return say("negotiate-loan-agreed"), "link", "info"
    if loan.state == "refused":
        return say("negotiate-loan-refused"), "circle-x", "plain"
    return say("negotiate-state-waits", department=scene.name(other)), "circle-dashed", "plain"
