"""Negotiate by hand: sheets answered and asked, orders settled, the pool divided, hours lent; by mouse and by key."""

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from sandgame.rules.ids import LoanId, OrderId, SheetId
from sandgame.rules.intents import (
    Accept,
    AgreePool,
    AnswerLoan,
    AnswerSheet,
    ChooseOption,
    ClaimPool,
    ConfirmRestatement,
    Counter,
    Decline,
    DeclineOrder,
    FinishPhase,
    Part,
    PoolShare,
    ProposeLoan,
    ProposePool,
    RestateNeed,
    SendSheet,
    WantedLine,
    WithdrawLine,
)
from sandgame.rules.sections import OwnLoan, PoolSection, View
from tests.kit.looks import settle
from tests.kit.views import (
    CUSTOM,
    DRAWING,
    ENGINEERING,
    LAMP,
    PRODUCTION,
    SALES,
    countered,
    production,
    sales,
    thread,
    threads,
    wanted,
)
from tests.ui.negotiation import Negotiation


@pytest.fixture
def table(qtbot: QtBot, qapp: QApplication) -> Negotiation:
    return Negotiation(qtbot, qapp)


def test_a_sheet_is_answered_line_by_line(table: Negotiation) -> None:
    table.see(production())
    panel = table.sheet.desk.answer
    assert not panel.send.isEnabled()
    panel.lines[0].choose("accept")
    panel.lines[1].choose("counter")
    assert panel.send.isEnabled()
    panel.lines[1].parts[0].due.step(1)
    panel.send.click()
    assert table.asked == [
        AnswerSheet(round=2, phase="negotiate", sheet=SheetId(7), answers=(Accept(0), Counter(1, (Part(2, 4),)))),
    ]


def test_a_counter_can_be_split(table: Negotiation) -> None:
    table.see(production())
    line = table.sheet.desk.answer.lines[0]
    line.choose("counter")
    line.split.click()
    settle()
    assert [part.part() for part in line.parts] == [Part(2, 2), Part(2, 3)]
    line.parts[1].drop.click()
    settle()
    assert [part.part() for part in line.parts] == [Part(2, 2)]


def test_a_decline_needs_a_reason_and_is_asked_about(table: Negotiation) -> None:
    table.see(production())
    panel = table.sheet.desk.answer
    assert table.key(Qt.Key.Key_D, shift=True)
    assert not panel.send.isEnabled()
    for line in panel.lines:
        line.reasons.chosen_changed.emit(0)
    settle()
    panel.send.click()
    settle()
    assert table.asked == []
    table.answer_question("back")
    assert table.asked == []
    panel.send.click()
    settle()
    table.answer_question("go")
    declines = (Decline(0, "no_capacity"), Decline(1, "no_capacity"))
    assert table.asked == [AnswerSheet(round=2, phase="negotiate", sheet=SheetId(7), answers=declines)]


def test_sending_does_not_move_when_it_becomes_possible(table: Negotiation) -> None:
    table.see(production())
    panel = table.sheet.desk.answer
    place = panel.send.mapTo(table.window, panel.send.rect().topLeft())
    for line in panel.lines:
        line.choose("accept")
        settle()
        assert panel.send.mapTo(table.window, panel.send.rect().topLeft()) == place
    assert panel.send.isEnabled()


def test_declining_all_is_one_of_the_further_ways(table: Negotiation) -> None:
    table.see(production())
    panel = table.sheet.desk.answer
    dict(panel.further())["整单拒绝"]()
    settle()
    assert [line.duo.isVisible() or line.switch.answer() for line in panel.lines] == ["decline", "decline"]


def test_who_asked_wishes_for_other_terms_and_who_gives_can_do_others(table: Negotiation) -> None:
    table.see(production())
    line = table.sheet.desk.answer.lines[0]
    line.choose("counter")
    settle()
    assert line.i_can.text() == "我可以"
    mine = thread(9, PRODUCTION, ENGINEERING,
                  wanted(DRAWING, 2, 3, countered(ENGINEERING, Part(1, 3)), customer=PRODUCTION))  # fmt: skip
    table.see(production(threads=threads((mine,), ())))
    line.choose("counter")
    settle()
    assert line.i_can.text() == "我希望改为"


def test_where_nothing_can_go_wrong_the_channels_share_one_line(table: Negotiation) -> None:
    table.see(sales())
    table.sheet.to_tab("ask")
    panel = table.sheet.desk.ask
    assert panel.channels_title.isVisible() == any(c.y() != panel.channels[0].y() for c in panel.channels)
    table.see(sales(orders=tuple(o for o in sales().orders if o.service == LAMP)))
    assert not panel.channels_title.isVisible()
    assert len({channel.y() for channel in panel.channels}) == 1


def test_letters_answer_the_line_that_has_the_focus(table: Negotiation) -> None:
    table.see(production())
    panel = table.sheet.desk.answer
    assert table.key(Qt.Key.Key_A)
    assert panel.lines[0].switch.answer() == "accept"
    last = panel.lines[1].first_answer()
    assert last is not None
    last.setFocus()
    QTest.keyClick(last, Qt.Key.Key_C)
    settle()
    assert panel.lines[1].switch.answer() == "counter"
    assert table.key(Qt.Key.Key_A, shift=True)
    assert isinstance(table.asked[-1], AnswerSheet)
    assert table.asked[-1].answers == (Accept(0), Accept(1))


def test_without_counter_there_are_two_words_to_choose_from(table: Negotiation) -> None:
    table.see(production(rules=()))
    line = table.sheet.desk.answer.lines[0]
    assert not line.switch.isVisible()
    assert not table.key(Qt.Key.Key_C)
    table.click(line.duo.button("decline"))
    assert line.why.isVisible()
    assert not table.sheet.table.pool.isVisible()


def test_drafted_answers_survive_what_happens_elsewhere(table: Negotiation) -> None:
    table.see(production())
    table.sheet.desk.answer.lines[0].choose("accept")
    table.see(production(finished=(SALES,)))
    assert table.sheet.desk.answer.lines[0].switch.answer() == "accept"


def test_a_need_is_restated_and_confirmed(table: Negotiation) -> None:
    table.see(production())
    panel = table.sheet.desk.answer
    panel.head.restate.click()
    settle()
    panel.restate_card.edit.setText("四台标准灯")
    panel.restate_card.yes.click()
    assert table.asked == [RestateNeed(round=2, phase="negotiate", sheet=SheetId(7), text="四台标准灯")]


def test_restating_is_left_again_without_a_word(table: Negotiation) -> None:
    table.see(production())
    panel = table.sheet.desk.answer
    for leave in (panel.restate_card.cancel.click, lambda: QTest.keyClick(panel.restate_card.edit, Qt.Key.Key_Escape)):
        panel.head.restate.click()
        settle()
        assert panel.restate_card.isVisible()
        assert not panel.restate_card.edit.verticalScrollBar().isVisible()
        panel.restate_card.edit.setText("…")
        leave()
        settle()
        assert not panel.restate_card.isVisible()
        assert panel.head.restate.isVisible()
        assert panel.head.restate.hasFocus()
    assert table.asked == []
    panel.head.restate.click()
    assert panel.restate_card.edit.text() != "…"


def test_a_correction_left_goes_back_to_the_question(table: Negotiation) -> None:
    told = thread(9, SALES, PRODUCTION, wanted(LAMP, 4, 2), restated="四台？")
    table.see(sales(threads=msgspec.structs.replace(sales().threads, sheets=(told,))))
    card = table.sheet.desk.answer.restate_card
    card.no.click()
    card.cancel.click()
    card.yes.click()
    assert table.asked == [ConfirmRestatement(round=2, phase="negotiate", sheet=SheetId(9), correction="")]


def test_what_was_restated_is_confirmed_or_corrected(table: Negotiation) -> None:
    told = thread(9, SALES, PRODUCTION, wanted(LAMP, 4, 2), restated="四台？")
    table.see(sales(threads=msgspec.structs.replace(sales().threads, sheets=(told,))))
    card = table.sheet.desk.answer.restate_card
    assert card.quote.text() == "四台？"
    card.no.click()
    card.edit.setText("五台")
    card.yes.click()
    assert table.asked == [ConfirmRestatement(round=2, phase="negotiate", sheet=SheetId(9), correction="五台")]


def test_a_line_that_waits_for_others_can_be_withdrawn(table: Negotiation) -> None:
    asked = thread(9, SALES, PRODUCTION, wanted(LAMP, 4, 2))
    table.see(sales(threads=msgspec.structs.replace(sales().threads, sheets=(asked,))))
    table.sheet.to_tab("answer")
    settle()
    table.sheet.desk.answer.lines[0].withdraw.click()
    assert table.asked == [WithdrawLine(round=2, phase="negotiate", sheet=SheetId(9), line=0)]


def test_the_drafted_sheet_is_changed_and_sent(table: Negotiation) -> None:
    table.see(sales())
    panel = table.sheet.desk.ask
    assert panel.isVisible()
    panel.lines[0].units.step(1)
    panel.lines[1].check.click()
    settle()
    panel.send.click()
    assert table.asked == [
        SendSheet(
            round=2, phase="negotiate", provider=PRODUCTION, lines=(WantedLine(LAMP, 5, 2),), channel="written", note=""
        )
    ]


def test_after_a_sheet_the_keyboard_is_on_what_can_be_done_next(table: Negotiation) -> None:
    table.see(sales())
    panel = table.sheet.desk.ask
    panel.send.setFocus(Qt.FocusReason.MouseFocusReason)
    panel.send.click()
    table.sheet.stored(table.asked[-1])
    settle()
    focused = panel.window().focusWidget()
    assert focused is not None
    assert panel.isAncestorOf(focused)


def test_a_line_can_be_added_and_dropped(table: Negotiation) -> None:
    table.see(sales())
    panel = table.sheet.desk.ask
    panel.line_added.emit(CUSTOM)
    settle()
    assert len(panel.lines) == 3
    panel.lines[2].drop.click()
    settle()
    assert len(panel.lines) == 2


def test_r_opens_the_draft_for_the_department_under_the_keyboard(table: Negotiation) -> None:
    table.see(production())
    table.sheet.table.board.focus_spot(("island", ENGINEERING))
    assert table.key(Qt.Key.Key_R)
    assert table.sheet.desk.ask.isVisible()


def test_an_order_is_settled_by_two_clicks(table: Negotiation) -> None:
    table.see(sales())
    card = table.sheet.table.orders.card(3)
    assert card is not None
    assert not card.settle.isEnabled()
    card.options[1].click()
    settle()
    card.settle.click()
    assert table.asked == [ChooseOption(round=2, phase="negotiate", order=OrderId(3), option=1)]


def test_declining_an_order_is_asked_about(table: Negotiation) -> None:
    table.see(sales())
    card = table.sheet.table.orders.card(3)
    assert card is not None
    card.options[2].click()
    settle()
    card.settle.click()
    settle()
    assert table.asked == []
    table.answer_question("go")
    assert table.asked == [DeclineOrder(round=2, phase="negotiate", order=OrderId(3))]


def pooled(**changes: object) -> View:
    claims = (PoolShare(SALES, 2), PoolShare(PRODUCTION, 2))
    section = PoolSection(2, 2, claims, None, (), (), None, False, 0, ())
    return production(pool=msgspec.structs.replace(section, **changes))


def test_from_eight_hours_on_the_pool_is_divided_by_its_dividers_too(table: Negotiation) -> None:
    pool = table.sheet.table.pool
    table.see(pooled(hours=9, my_claim=6, claims=(PoolShare(SALES, 6), PoolShare(PRODUCTION, 6))))
    row = pool.row
    assert len(row.spots()) == 2
    drag(row, row.spots()[1], 400)
    assert [card.share.value() for card in pool.cards] == [0, 6]
    drag(row, row.spots()[0], 4 * 13)
    assert [card.share.value() for card in pool.cards] == [4, 2]
    drag(row, row.spots()[1], 400)
    assert [card.share.value() for card in pool.cards] == [4, 5]
    table.see(pooled(hours=4))
    assert row.spots() == []


def drag(row: QWidget, start: float, end: float) -> None:
    middle = row.height() // 2
    QTest.mousePress(row, Qt.MouseButton.LeftButton, pos=QPoint(round(start), middle))
    QTest.mouseMove(row, QPoint(round(end), middle))
    QTest.mouseRelease(row, Qt.MouseButton.LeftButton, pos=QPoint(round(end), middle))
    settle()


def test_the_pool_is_claimed_divided_and_agreed_to(table: Negotiation) -> None:
    table.see(production())
    pool = table.sheet.table.pool
    pool.claim.step(2)
    pool.claim_button.click()
    assert table.asked == [ClaimPool(round=2, phase="negotiate", hours=2)]
    table.sheet.stored(table.asked[-1])
    table.see(pooled())
    assert pool.warning.isVisible()
    pool.cards[0].share.step(1)
    pool.cards[1].share.step(1)
    pool.propose.click()
    shares = (PoolShare(SALES, 1), PoolShare(PRODUCTION, 1))
    assert table.asked[-1] == ProposePool(round=2, phase="negotiate", shares=shares)
    table.sheet.stored(table.asked[-1])
    table.see(pooled(proposer=SALES, shares=shares, agreed=(SALES,)))
    pool.agree.click()
    assert [type(intent) for intent in table.asked] == [ClaimPool, ProposePool, AgreePool]


def test_a_claim_is_stepped_and_sent_without_moving_the_pointer(table: Negotiation) -> None:
    table.see(production(pool=PoolSection(9, 0, (), None, (), (), None, False, 0, ())))
    pool = table.sheet.table.pool
    places = [each.geometry() for each in (pool.claim, pool.claim_button)]
    for _ in range(9):
        pool.claim.step(1)
        settle()
        assert [each.geometry() for each in (pool.claim, pool.claim_button)] == places


def test_figures_turned_back_leave_the_proposal_to_be_agreed_to(table: Negotiation) -> None:
    shares = (PoolShare(SALES, 1), PoolShare(PRODUCTION, 1))
    table.see(pooled(my_claim=2, proposer=SALES, shares=shares, agreed=(SALES,)))
    pool = table.sheet.table.pool
    pool.cards[0].share.step(-1)
    settle()
    assert not pool.agree.isEnabled()
    pool.cards[0].share.step(1)
    settle()
    assert pool.agree.isEnabled()
    pool.cards[1].share.step(-1)
    settle()
    table.click(pool.back)
    assert pool.cards[1].share.value() == 1
    assert not pool.back.isVisible()
    pool.agree.click()
    assert table.asked == [AgreePool(round=2, phase="negotiate")]


def test_all_have_agreed_is_said_as_such(table: Negotiation) -> None:
    shares = (PoolShare(SALES, 1), PoolShare(PRODUCTION, 1))
    table.see(pooled(my_claim=2, proposer=PRODUCTION, shares=shares, agreed=(PRODUCTION,)))
    assert table.sheet.table.pool.line.text() == "你提议这样分，等别人同意"
    table.see(pooled(my_claim=2, proposer=PRODUCTION, shares=shares, agreed=(SALES, PRODUCTION)))
    assert table.sheet.table.pool.line.text() == "大家都同意了，就这样分"


def test_a_changed_claim_says_who_ended_the_proposal_and_it_is_made_again_at_one_click(table: Negotiation) -> None:
    shares = (PoolShare(SALES, 1), PoolShare(PRODUCTION, 1))
    table.see(pooled(my_claim=2, proposer=PRODUCTION, shares=shares, agreed=(PRODUCTION,)))
    table.see(pooled(my_claim=2, claims=(PoolShare(SALES, 1), PoolShare(PRODUCTION, 2))))
    pool = table.sheet.table.pool
    assert pool.line.text() == "销售改了申请，方案作废"
    table.click(pool.back)
    assert table.asked == [ProposePool(round=2, phase="negotiate", shares=shares)]
    table.see(pooled(my_claim=2, proposer=PRODUCTION, shares=shares, agreed=(PRODUCTION,)))
    assert not pool.back.isVisible()


def test_a_proposal_that_no_longer_fits_is_not_offered_again(table: Negotiation) -> None:
    shares = (PoolShare(SALES, 2), PoolShare(PRODUCTION, 0))
    table.see(pooled(my_claim=2, proposer=SALES, shares=shares, agreed=(SALES,)))
    table.see(pooled(my_claim=2, claims=(PoolShare(SALES, 1), PoolShare(PRODUCTION, 2))))
    assert "作废" in table.sheet.table.pool.line.text()
    assert not table.sheet.table.pool.back.isVisible()


def test_hours_are_lent_and_borrowed(table: Negotiation) -> None:
    loan = OwnLoan(LoanId(3), SALES, PRODUCTION, SALES, 4, 3, "open")
    table.see(production(pool=PoolSection(2, 0, (), None, (), (), None, False, 0, (loan,))))
    table.sheet.to_tab("lend")
    settle()
    panel = table.sheet.desk.lend
    panel.loans[0].refuse.click()
    assert table.asked == [AnswerLoan(round=2, phase="negotiate", loan=LoanId(3), agree=False)]
    panel.hours.step(-1)
    panel.others.chosen.emit(ENGINEERING)
    panel.propose.click()
    assert table.asked[-1] == ProposeLoan(round=2, phase="negotiate", lender=ENGINEERING, borrower=PRODUCTION, hours=3)


def test_a_refusal_stands_beside_its_control(table: Negotiation) -> None:
    table.see(sales())
    table.sheet.desk.ask.send.click()
    assert table.sheet.refused(table.asked[-1], "太早了")
    settle()
    assert table.sheet.desk.ask.fault.isVisible()
    table.sheet.desk.ask.lines[0].due.step(1)
    settle()
    assert not table.sheet.desk.ask.fault.isVisible()


def test_checklist_and_ledger_lead_to_their_places(table: Negotiation) -> None:
    table.see(production())
    table.sheet.to_tab("ask")
    for check in table.sheet.now().checks:
        table.sheet.go(check.id)
        settle()
    assert table.sheet.open_row(7, True)
    settle()
    assert table.sheet.desk.answer.isVisible()
    assert table.sheet.open_row(1, False)
    assert not table.sheet.open_row(99, False)


def test_what_comes_in_shows_by_itself_until_the_user_chooses(table: Negotiation) -> None:
    quiet = production(threads=msgspec.structs.replace(production().threads, sheets=()))
    table.see(quiet)
    assert not table.sheet.desk.answer.isVisible()
    table.see(production())
    assert table.sheet.desk.answer.isVisible()
    table.sheet.to_tab("ask")
    table.see(production(finished=(SALES,)))
    assert table.sheet.desk.ask.isVisible()


def test_the_primary_ends_the_phase_for_this_seat(table: Negotiation) -> None:
    table.see(production())
    table.sheet.primary()
    assert table.asked == [FinishPhase(round=2, phase="negotiate")]


def test_islands_and_chips_lead_to_the_dock(table: Negotiation) -> None:
    table.see(sales())
    table.sheet.table.board.island_asked.emit(PRODUCTION)
    settle()
    assert table.sheet.desk.ask.isVisible()
    table.see(production())
    table.sheet.table.board.chip_asked.emit(100_000 + 8)
    settle()
    assert table.sheet.desk.answer.head.title.text() == "1 行"


def test_a_request_that_comes_in_takes_the_place_of_a_settled_one(table: Negotiation) -> None:
    done = msgspec.structs.replace(wanted(DRAWING, 2, 3, customer=PRODUCTION), state="declined")
    mine = thread(6, PRODUCTION, ENGINEERING, done)
    asked = next(sheet for sheet in production().threads.sheets if sheet.sheet == 7)
    table.see(production(threads=threads((mine,), ())))
    table.sheet.to_tab("answer")
    assert table.sheet.answers.sheet == 6
    table.sheet.to_tab("ask")
    table.see(production(threads=threads((mine, asked), ())))
    table.sheet.desk.tabs.index_changed.emit(0)
    settle()
    assert table.sheet.answers.sheet == 7
