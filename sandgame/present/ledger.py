"""The ledger: what I promised, what was promised to me, how my bonus counts, my hours and stock."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from sandgame.present.phrases import badge, counted, service_times, week_short
from sandgame.present.pictures import BonusPicture, LedgerRow, State
from sandgame.present.scene import Scene
from sandgame.rules.before import moved_in
from sandgame.rules.events import ChangePromised
from sandgame.rules.ids import SeatId
from sandgame.rules.sections import OwnLoan, Promise, Thread
from sandgame.text import numbers


@dataclass(frozen=True, slots=True)
class LedgerPicture:
    """`promised` by me, `owed` to me; each with its title, its count and what it says while it is empty."""

    promised: tuple[LedgerRow, ...]
    owed: tuple[LedgerRow, ...]
    promised_title: str
    owed_title: str
    promised_count: str
    owed_count: str
    promised_short: str
    owed_short: str
    """Where there is room for one figure only: what is promised."""
    promised_empty: str
    owed_empty: str
    bonus: BonusPicture
    hours: str
    stock: str
    hours_term: tuple[str, str]
    """The term at its first use, and what it means."""
    stock_term: tuple[str, str]
    all_text: str = ""
    """What the way to the whole history says, or the way back; nothing while all there was is shown anyway."""


class _Placed(NamedTuple):
    """A row and where it stands: not kept first, then at risk, then what waits for me, then by due."""

    urgency: int
    due: int
    number: int
    row: LedgerRow


STATE_KEYS: dict[State, str] = {
    "open": "game-state-open",
    "agreed": "game-state-agreed",
    "in_plan": "game-state-in-plan",
    "risk": "game-state-risk",
    "kept": "game-state-kept",
    "broken": "game-state-broken",
}
_GONE = {"released": "shell-released", "replaced": "shell-replaced"}
_URGENCY: dict[State, int] = {"broken": 0, "risk": 1}
_WORST_FIRST: tuple[State, ...] = ("broken", "risk", "open", "agreed", "in_plan", "kept")


def ledger(scene: Scene, everything: bool = False) -> LedgerPicture:
    """`everything`: also what was settled, released or exchanged in earlier weeks."""
    say = scene.speech.say
    promised = _rows(scene, mine=True, everything=everything)
    owed = _rows(scene, mine=False, everything=everything)
    past = any(not _shows(scene, promise) for promise in scene.view.threads.promises)
    return LedgerPicture(
        promised=promised,
        owed=owed,
        promised_title=say("shell-promised"),
        owed_title=say("shell-owed"),
        promised_count=_count(scene, promised),
        owed_count=_count(scene, owed),
        promised_short=numbers.whole(_agreed(promised)),
        owed_short=numbers.whole(_agreed(owed)),
        promised_empty=say("shell-promised-empty"),
        owed_empty=say("shell-owed-empty"),
        bonus=bonus(scene),
        hours=say("shell-hours", hours=scene.view.me.hours),
        stock=stock(scene),
        hours_term=(say("term-hours"), say("term-hours-tip")),
        stock_term=(say("term-stock"), say("term-stock-tip")),
        all_text=say("shell-ledger-less" if everything else "shell-ledger-all") if past else "",
    )


def _count(scene: Scene, rows: tuple[LedgerRow, ...]) -> str:
    """What is promised; what is only asked for is no promise yet, and is told apart."""
    promised, asked = numbers.whole(_agreed(rows)), len(rows) - _agreed(rows)
    return scene.speech.say("shell-count-open", promised=promised, asked=numbers.whole(asked)) if asked else promised


def _agreed(rows: tuple[LedgerRow, ...]) -> int:
    return sum(not row.sheet for row in rows)


def worst(rows: tuple[LedgerRow, ...]) -> LedgerRow | None:
    """The row whose state asks most for a look, whatever page put the rows into their order."""
    return min(rows, key=lambda row: _WORST_FIRST.index(row.state), default=None)


def state_text(scene: Scene, state: State) -> str:
    return scene.speech.say(STATE_KEYS[state])


def talk_is_over(scene: Scene) -> bool:
    """This week's Negotiate is past."""
    return scene.view.table.phase in ("plan", "deliver", "review", "over")


def still_open(scene: Scene, sheet: Thread) -> bool:
    """Some line may still be answered: one that was not waits one more week, if there is one."""
    return any(line.state == "open" for line in sheet.lines) and not (scene.is_last and talk_is_over(scene))


def waits_for_me(scene: Scene, sheet: Thread) -> bool:
    """Some open line of it has its next word from this seat."""
    return any(line.state == "open" and line.turns[-1].seat != scene.seat for line in sheet.lines)


def asks_me(scene: Scene, sheet: Thread) -> bool:
    """It waits for me, or for my word on how its need was restated."""
    restated = sheet.customer == scene.seat and sheet.restated is not None and not sheet.confirmed
    return restated or waits_for_me(scene, sheet)


def stock(scene: Scene) -> str:
    """What lies in stock, or that nothing does."""
    have = [f"{scene.service(s.service)} {numbers.whole(s.units)}" for s in scene.view.me.stock if s.units]
    return " · ".join(have) if have else scene.speech.say("shell-stock-none")


def bonus(scene: Scene) -> BonusPicture:
    view, say = scene.view, scene.speech.say
    share = view.table.company_share
    results, figures = view.table.results, view.me.figures
    if results and results[-1].index is None:
        share = 0
    kpi = figures[-1].figures.kpi if figures else 0
    index = (results[-1].index or 0) if results else 0
    own_text = say("shell-bonus-own", share=numbers.percent(100 - share))
    company_text = say("shell-bonus-company", share=numbers.percent(share)) if share else ""
    tip = say("shell-bonus-tip", own=numbers.percent(100 - share), company=numbers.percent(share))
    return BonusPicture(
        slot=scene.department(scene.seat).slot,
        own_share=100 - share,
        own_value=kpi,
        company_share=share,
        company_value=max(0, index),
        own_text=own_text,
        company_text=company_text,
        title=say("shell-bonus"),
        tip=tip if share else say("shell-bonus-alone-tip"),
        spoken=f"{say('shell-bonus')} {own_text} {company_text}",
    )


def _rows(scene: Scene, *, mine: bool, everything: bool) -> tuple[LedgerRow, ...]:
    """Rows of one half: promises and open sheets where this seat provides (`mine`), or where it is the customer; loans
    of this week; and what is to be done differently."""
    threads = scene.view.threads
    placed = [
        _promise_row(scene, promise, mine)
        for promise in threads.promises
        if (promise.provider if mine else promise.customer) == scene.seat and (everything or _shows(scene, promise))
    ]
    placed += [
        _sheet_row(scene, sheet, mine)
        for sheet in threads.sheets
        if (sheet.provider if mine else sheet.customer) == scene.seat and still_open(scene, sheet)
    ]
    placed += [
        _loan_row(scene, loan, mine)
        for loan in scene.view.pool.loans
        if loan.state == "agreed" and (loan.lender if mine else loan.borrower) == scene.seat
    ]
    placed += [
        _change_row(scene, number, change, mine)
        for number, change in enumerate(scene.view.review.will_do, start=1)
        if (change.provider if mine else change.customer) == scene.seat and _is_to_come(scene, change)
    ]
    return tuple(place.row for place in sorted(placed, key=lambda place: place[:3]))


def _is_to_come(scene: Scene, change: ChangePromised) -> bool:
    """Until the Review of its week is over."""
    return scene.view.table.phase != "over" and scene.view.table.round <= change.by


def _shows(scene: Scene, promise: Promise) -> bool:
    """Open ones; those settled in this week's Deliver, until Review is over; all at the end. What was let go or
    exchanged for new terms is gone at once."""
    table = scene.view.table
    if promise.is_gone:
        return False
    if promise.is_open or table.phase == "over":
        return True
    delivery = scene.view.delivery
    if table.phase not in ("deliver", "review") or delivery is None or delivery.round != table.round:
        return False
    return moved_in(promise, delivery)


def state_of(promise: Promise) -> State:
    """What was released or exchanged counts for neither side: it stands as what it was, agreed."""
    if promise.state == "open":
        return "risk" if promise.warned else "agreed"
    if promise.is_gone:
        return "agreed"
    return "kept" if promise.state == "kept" else "broken"


def _promise_row(scene: Scene, promise: Promise, mine: bool) -> _Placed:
    say = scene.speech.say
    other = promise.customer if mine else promise.provider
    state = state_of(promise)
    title = service_times(scene, promise.service, promise.units)
    line = _what_happened(scene, promise)
    if not line:
        key = "shell-to" if mine else "shell-from"
        line = say(key, department=scene.name(other))
    due = week_short(scene, promise.due)
    word = say(_GONE[promise.state]) if promise.is_gone else state_text(scene, state)
    spoken = say(
        "shell-promise-spoken",
        side=say("shell-promised") if mine else say("shell-owed"),
        department=scene.name(other),
        what=title,
        due=due,
        state=word,
    )
    row = LedgerRow(promise.commitment, badge(scene, other), title, line, due, state, word, spoken=spoken, tip=spoken)
    return _Placed(_URGENCY.get(state, 3), promise.due, promise.commitment, row)


def _loan_row(scene: Scene, loan: OwnLoan, mine: bool) -> _Placed:
    """Hours lent for this week; it leads nowhere."""
    say, table = scene.speech.say, scene.view.table
    other = loan.borrower if mine else loan.lender
    title = say("shell-lent" if mine else "shell-borrowed", hours=loan.hours if mine else loan.gains)
    line = say("shell-to" if mine else "shell-from", department=scene.name(other))
    done = table.phase in ("deliver", "review", "over")
    return _plain_row(scene, -loan.loan, other, (title, line), table.round, "kept" if done else "agreed")


def _change_row(scene: Scene, number: int, change: ChangePromised, mine: bool) -> _Placed:
    """What a provider said it would do differently, and by when."""
    other = change.customer if mine else change.provider
    title = scene.speech.say("shell-will-do")
    line = scene.speech.say("shell-to" if mine else "shell-from", department=scene.name(other))
    return _plain_row(scene, -1000 - number, other, (title, line), change.by, "agreed")


def _plain_row(scene: Scene, number: int, other: SeatId, texts: tuple[str, str], week: int, state: State) -> _Placed:
    title, line = texts
    due, word = week_short(scene, week), state_text(scene, state)
    spoken = scene.speech.say("game-list-comma").join((title, line, due, word))
    row = LedgerRow(number, badge(scene, other), title, line, due, state, word, spoken=spoken, tip=spoken)
    return _Placed(3, week, 1000 - number, row)


def _what_happened(scene: Scene, promise: Promise) -> str:
    """The second line where something is worth telling: overdue and what is owed, late, or what has come so far."""
    say = scene.speech.say
    match promise.state:
        case "overdue":
            return say("shell-overdue", units=numbers.whole(promise.lacking))
        case "broken" | "lapsed":
            return say("shell-never-came", units=numbers.whole(promise.units - promise.delivered))
        case "late":
            return say("shell-late")
        case "open" if promise.offered_by is not None:
            mine = promise.offered_by == scene.seat
            return say("shell-terms-mine" if mine else "shell-terms-theirs")
        case "open" if promise.warned:
            if not promise.missing:
                return say("shell-warned-plain")
            return say("shell-warned", units=counted(scene, promise.service, promise.missing))
        case _:
            if promise.delivered and promise.is_open:
                return say("shell-partly", parts=numbers.parts(promise.delivered, promise.units))
            return ""


def _sheet_row(scene: Scene, sheet: Thread, mine: bool) -> _Placed:
    say = scene.speech.say
    other = sheet.customer if mine else sheet.provider
    lines = [line for line in sheet.lines if line.state == "open"]
    dues = [part.due for line in lines for part in line.terms]
    my_turn = asks_me(scene, sheet)
    if talk_is_over(scene):
        text = say("shell-open-next" if my_turn else "shell-asked-next", department=scene.name(other))
    elif my_turn:
        text = say("shell-waits-for-me", department=scene.name(other))
    else:
        text = say("shell-not-answered", department=scene.name(other))
    title = say("shell-sheet", count=len(lines))
    due = week_short(scene, min(dues), max(dues))
    word = state_text(scene, "open")
    spoken = f"{title}, {text}, {due}, {word}"
    row = LedgerRow(
        sheet.sheet, badge(scene, other), title, text, due, "open", word, sheet=True, spoken=spoken, tip=spoken
    )
    return _Placed(2 if my_turn else 3, min(dues), sheet.sheet, row)
