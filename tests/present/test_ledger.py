"""The ledger holds all that was promised and is not over, and on demand all that ever was."""

import msgspec

from sandgame.present.ledger import ledger
from sandgame.rules.events import ChangePromised
from sandgame.rules.ids import LoanId
from sandgame.rules.sections import OwnLoan, PoolSection, View
from tests.kit.views import DRAWING, ENGINEERING, LAMP, PRODUCTION, SALES, production, promise, scene, threads, view


def changing(seat: int, week: int, phase: str = "negotiate") -> View:
    plain = production(round=week, phase=phase) if seat == PRODUCTION else view(SALES, round=week, phase=phase)
    will_do = (ChangePromised(provider=PRODUCTION, customer=SALES, asked=1, by=3),)
    return msgspec.structs.replace(plain, review=msgspec.structs.replace(plain.review, will_do=will_do))


def test_a_change_that_was_promised_stands_in_both_ledgers_until_its_week_is_over() -> None:
    for week, shown in ((2, True), (3, True), (4, False)):
        mine = [row.title for row in ledger(scene(changing(PRODUCTION, week))).promised]
        theirs = [row.title for row in ledger(scene(changing(SALES, week))).owed]
        assert ("会做到的改变" in mine, "会做到的改变" in theirs) == (shown, shown)
    assert "会做到的改变" not in [row.title for row in ledger(scene(changing(PRODUCTION, 3, "over"))).promised]


def test_hours_borrowed_and_lent_this_week_stand_with_the_promises() -> None:
    loans = (
        OwnLoan(LoanId(1), PRODUCTION, ENGINEERING, PRODUCTION, 4, 3, "agreed"),
        OwnLoan(LoanId(2), PRODUCTION, PRODUCTION, SALES, 2, 1, "agreed"),
        OwnLoan(LoanId(3), PRODUCTION, SALES, PRODUCTION, 2, 1, "open"),
    )
    shown = ledger(scene(view(PRODUCTION, pool=PoolSection(2, 0, (), None, (), (), None, False, 0, loans))))
    assert [(row.title, row.line) for row in shown.owed] == [("借到 3 工时", "来自研发")]
    assert [(row.title, row.line) for row in shown.promised] == [("借出 2 工时", "给销售")]


def test_what_is_over_is_shown_on_demand_with_what_became_of_it() -> None:
    past = (
        promise(1, SALES, PRODUCTION, LAMP, 3, 1, state="kept", delivered=3),
        promise(2, SALES, PRODUCTION, LAMP, 2, 3, state="released"),
        promise(3, SALES, PRODUCTION, LAMP, 2, 3, state="replaced"),
        promise(4, SALES, PRODUCTION, LAMP, 1, 3),
    )
    shown = scene(view(PRODUCTION, threads=threads((), past)))
    now, everything = ledger(shown), ledger(shown, everything=True)
    assert [row.id for row in now.promised] == [4]
    assert now.all_text == "看全部承诺"
    assert {row.id: row.state_text for row in everything.promised} == {
        1: "已兑现", 2: "已解除", 3: "已换新约定", 4: "已约定",
    }  # fmt: skip
    assert everything.all_text != now.all_text


def test_without_a_past_there_is_no_way_to_it() -> None:
    assert ledger(scene(production())).all_text == ""


def test_a_warned_promise_says_how_many_will_be_missing() -> None:
    warned = (promise(1, SALES, PRODUCTION, LAMP, 8, 3, warned=2, missing=2),)
    rows = ledger(scene(view(PRODUCTION, threads=threads((), warned)))).promised
    assert [(row.state, row.line) for row in rows] == [("risk", "预警过：缺 2 台")]
    rows = ledger(scene(view(PRODUCTION, threads=threads((), warned)), "en")).promised
    assert rows[0].line.startswith("Warned: 2")
    assert rows[0].line.endswith("short")


def test_a_warned_promise_is_at_risk_and_new_terms_are_told() -> None:
    threatened = (
        promise(1, PRODUCTION, ENGINEERING, DRAWING, 1, 3, warned=2),
        promise(2, PRODUCTION, ENGINEERING, DRAWING, 1, 3, offered_by=ENGINEERING),
    )
    rows = ledger(scene(view(PRODUCTION, threads=threads((), threatened)))).owed
    assert [(row.id, row.state, row.line) for row in rows] == [
        (1, "risk", "预警过，可能晚到"),
        (2, "agreed", "对方提了新约定"),
    ]
