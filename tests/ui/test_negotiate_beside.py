"""Negotiate beside the sheets: facts, messages, meetings, gifts, escalations and promises, by mouse and by key."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sandgame.paint.look import Look
from sandgame.present import facts, negotiate
from sandgame.rules.events import Fact
from sandgame.rules.ids import ROOM, TABLE, CommitmentId, OrderId, SheetId
from sandgame.rules.intents import (
    Accept,
    AnswerEscalation,
    AnswerMeeting,
    AnswerSheet,
    AnswerTerms,
    Counter,
    EscalateLine,
    FactRef,
    GiveHours,
    GiveUnits,
    Part,
    ProposeMeeting,
    ProposeTerms,
    ReleasePromise,
    SendMessage,
    SendSheet,
    ShareFact,
    Warn,
)
from sandgame.rules.sections import (
    CompanyLine,
    CompanyOrder,
    CompanySection,
    CompanyWarning,
    EscalationSeen,
    Heard,
    KnownFact,
    OwnMeeting,
    ThreadsSection,
    ToldByRoom,
    View,
)
from sandgame.text.speech import LANGUAGES, Language, Speech
from sandgame.ui.kit.theme import apply_look
from sandgame.ui.negotiate import NegotiatePage
from tests.kit.looks import faults, settle
from tests.kit.seat import Seat
from tests.kit.views import (
    CUSTOM,
    DRAWING,
    ENGINEERING,
    LAMP,
    PRODUCTION,
    SALES,
    SPEC,
    countered,
    order,
    production,
    promise,
    sales,
    scene,
    seated,
    thread,
    wanted,
)
from tests.ui.negotiation import Negotiation

WEEK: dict[str, Any] = {"round": 2, "phase": "negotiate"}
FREE = FactRef("free_hours")
MINE = EscalationSeen(
    SheetId(8), 0, PRODUCTION, ENGINEERING, DRAWING, (Part(2, 3),), ENGINEERING, "先做新品。", None, None
)  # fmt: skip


def changed(view: View, **sections: Any) -> View:
    """Fields of threads, room, beside or table, named as `threads=…`, each a dict."""
    given = {
        name: msgspec.structs.replace(getattr(view, name), **values) if isinstance(values, dict) else values
        for name, values in sections.items()
    }
    return msgspec.structs.replace(view, **given)


@pytest.fixture
def table(qtbot: QtBot, qapp: QApplication) -> Negotiation:
    return Negotiation(qtbot, qapp)


# facts


def test_f_opens_the_facts_and_one_click_shares_what_i_know(table: Negotiation) -> None:
    table.see(production())
    assert table.key(Qt.Key.Key_F)
    panel = table.sheet.desk.facts
    assert panel.isVisible()
    panel.mine[0].share.click()
    assert table.asked == [ShareFact(**WEEK, to=SALES, fact=FREE)]


def test_sharing_with_all_is_asked_about_once(table: Negotiation) -> None:
    table.see(production())
    table.sheet.to_tab("facts")
    panel = table.sheet.desk.facts
    panel.to_chosen.emit(TABLE)
    settle()
    panel.mine[0].share.click()
    settle()
    assert table.asked == []
    table.answer_question("go")
    assert table.asked == [ShareFact(**WEEK, to=TABLE, fact=FREE)]


def test_what_was_shared_stands_there_with_its_week_and_is_not_offered_again(table: Negotiation) -> None:
    known = (
        KnownFact(SALES, PRODUCTION, Fact("order", 1, OrderId(9), LAMP, 12, 4, 60)),
        KnownFact(PRODUCTION, SALES, Fact("stock", 2, service=LAMP, units=1)),
    )
    table.see(changed(production(), threads={"facts": known}))
    table.sheet.to_tab("facts")
    panel = table.sheet.desk.facts
    assert [each.week.text() for each in panel.heard] == ["第1周"]
    assert "标准灯 ×12" in panel.heard[0].text.text()
    assert [each.title.text() for each in panel.told] == ["告诉销售"]
    stock = next(each for each in panel.mine if each.ref.about == "stock")
    assert not stock.share.isVisible()
    panel.to_chosen.emit(ENGINEERING)
    settle()
    assert stock.share.isVisible()


def test_at_an_open_table_a_tap_says_that_it_was_told(table: Negotiation) -> None:
    table.see(production(talk="open"))
    table.sheet.to_tab("facts")
    first = table.sheet.desk.facts.mine[0]
    assert first.share.text() == "已当面说"
    first.share.click()
    assert table.asked == [ShareFact(**WEEK, to=SALES, fact=FREE, told=True)]


def test_facts_go_with_an_answer_once_the_game_has_it(table: Negotiation) -> None:
    table.see(production())
    panel = table.sheet.desk.answer
    panel.foot.facts.chips[0].click()
    settle()
    for line in panel.lines:
        line.choose("accept")
    panel.send.click()
    answer = AnswerSheet(**WEEK, sheet=SheetId(7), answers=(Accept(0), Accept(1)))
    assert table.asked == [answer]
    table.sheet.stored(answer)
    assert table.asked[1:] == [ShareFact(**WEEK, to=SALES, fact=FREE)]


def test_facts_go_with_a_request_and_not_with_one_that_was_refused(table: Negotiation) -> None:
    table.see(sales())
    table.sheet.to_tab("ask")
    panel = table.sheet.desk.ask
    panel.facts.chips[0].click()
    settle()
    panel.send.click()
    sent = table.asked[0]
    assert isinstance(sent, SendSheet)
    assert len(table.asked) == 1
    table.sheet.refused(sent, "no")
    assert len(table.asked) == 1
    table.sheet.stored(sent)
    assert table.asked[1:] == [ShareFact(**WEEK, to=PRODUCTION, fact=FREE)]


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("language", LANGUAGES)
def test_choosing_further_facts_for_a_request_leaves_its_words_in_sight(table: Negotiation, language: Language) -> None:
    table.see(sales())
    table.sheet.to_tab("ask")
    panel = table.sheet.desk.ask
    own = facts.fact_chips(scene(sales(), language), PRODUCTION, (), ())
    panel.facts.show_chips(replace(own, more=own.chips * 3))
    panel.note.setText("urgent")
    panel.area.ensureWidgetVisible(panel.note)
    settle()
    panel.facts.more.click()
    settle()
    menu = QApplication.activePopupWidget()
    assert menu is not None
    words = QRect(panel.note.mapToGlobal(QPoint(0, 0)), panel.note.size())
    assert not menu.geometry().intersects(words)
    menu.close()


def test_an_order_can_be_shared_from_its_card(table: Negotiation) -> None:
    table.see(sales())
    card = table.sheet.table.orders.card(3)
    assert card is not None
    card.share.click()
    settle()
    assert table.sheet.desk.facts.isVisible()
    focused = next(each for each in table.sheet.desk.facts.mine if each.share.hasFocus())
    assert focused.ref == FactRef("order", 3)


# messages


def test_nobody_to_talk_to_means_no_messages(table: Negotiation) -> None:
    table.see(production())
    assert not table.key(Qt.Key.Key_M)
    table.see(production(), SALES)
    assert table.key(Qt.Key.Key_M)


def test_a_message_is_written_and_sent_to_one_department(table: Negotiation) -> None:
    table.see(production(), SALES)
    table.key(Qt.Key.Key_M)
    panel = table.sheet.desk.messages
    assert panel.tabs.pills.chosen() == 0
    panel.hearer_chosen.emit(SALES)
    settle()
    QTest.keyClicks(panel.edit, "see you")
    QTest.keyClick(panel.edit, Qt.Key.Key_Return)
    intent = SendMessage(**WEEK, to=SALES, text="see you")
    assert table.asked == [intent]
    assert panel.edit.text() == "see you"
    table.sheet.stored(intent)
    settle()
    assert panel.edit.text() == ""


def test_unread_messages_are_counted_until_they_are_looked_at(table: Negotiation) -> None:
    said = (Heard(1, SALES, PRODUCTION, "一"), Heard(2, PRODUCTION, SALES, "二"), Heard(2, SALES, PRODUCTION, "三"))
    view = changed(production(), threads={"messages": said})
    table.see(view, SALES)
    tabs = {tab.name: tab.count for tab in _tabs(table)}
    assert tabs["messages"] == "2"
    table.sheet.to_tab("messages")
    settle()
    assert [card.text.text() for card in table.sheet.desk.messages.said] == ["一", "二", "三"]
    assert {tab.name: tab.count for tab in _tabs(table)}["messages"] == ""


def test_what_the_room_says_has_a_thread_of_its_own_that_can_be_answered(table: Negotiation) -> None:
    table.see(changed(production(), beside={"told": (ToldByRoom(2, True, "还有两分钟"),)}))
    table.sheet.to_tab("messages")
    settle()
    panel = table.sheet.desk.messages
    assert [card.text.text() for card in panel.said] == ["还有两分钟"]
    QTest.keyClicks(panel.edit, "ok")
    QTest.keyClick(panel.edit, Qt.Key.Key_Return)
    assert table.asked == [SendMessage(**WEEK, to=ROOM, text="ok")]


def _tabs(table: Negotiation) -> tuple[negotiate.TabPicture, ...]:
    return negotiate.tabs(table.sheet.promises.scene, table.sheet.messages.read)


# meetings


def test_a_meeting_is_proposed_taken_back_and_answered(table: Negotiation) -> None:
    table.see(production())
    panel = table.sheet.desk.answer
    panel.foot.meet.click()
    assert table.asked[-1:] == [ProposeMeeting(**WEEK, other=SALES)]
    table.see(changed(production(), threads={"meetings": (OwnMeeting(SALES, True, "open"),)}))
    panel.foot.meet.click()
    assert table.asked[-1:] == [AnswerMeeting(**WEEK, other=SALES, agree=False)]
    table.see(changed(production(), threads={"meetings": (OwnMeeting(SALES, False, "open"),)}))
    panel.matters[0].yes.click()
    assert table.asked[-1:] == [AnswerMeeting(**WEEK, other=SALES, agree=True)]


def test_without_the_rule_nothing_of_it_is_there(table: Negotiation) -> None:
    table.see(changed(production(rules=("counter",)), threads={"meetings": ()}))
    panel = table.sheet.desk.answer
    assert not panel.foot.meet.isVisible()
    assert not panel.foot.escalate.isVisible()
    assert len(panel.further()) == 1
    assert not panel.give.isVisible()
    table.see(sales(rules=()))
    table.sheet.to_tab("ask")
    settle()
    assert [card.channel() for card in table.sheet.desk.ask.channels] == ["quick", "written"]
    assert not table.sheet.desk.ask.give.isVisible()


def test_a_proposal_waits_even_where_there_is_no_sheet(table: Negotiation) -> None:
    table.see(production(threads=ThreadsSection((), (), (OwnMeeting(SALES, False, "open"),), (), ())))
    assert table.sheet.desk.answer.matters[0].yes.isVisible()
    assert table.sheet.desk.empty.isVisible()
    assert any("面谈" in check.text for check in table.sheet.now().checks)


# giving in return


def test_hours_are_offered_with_a_request(table: Negotiation) -> None:
    table.see(sales())
    table.sheet.to_tab("ask")
    panel = table.sheet.desk.ask
    panel.give_chosen.emit(1)
    settle()
    panel.give.hours.step(-1)
    settle()
    panel.send.click()
    sent = table.asked[0]
    assert isinstance(sent, SendSheet)
    assert sent.give == GiveHours(3)


def test_units_are_asked_for_in_return_with_a_counter_only(table: Negotiation) -> None:
    asked = thread(9, ENGINEERING, SALES, wanted(SPEC, 2, 3, customer=ENGINEERING))
    table.see(sales(threads=ThreadsSection((asked,), (), (), (), ())))
    panel = table.sheet.desk.answer
    table.sheet.to_tab("answer")
    settle()
    assert not panel.give.isVisible()
    panel.lines[0].choose("counter")
    settle()
    panel.give_chosen.emit(1)
    settle()
    assert panel.give_row.isVisible()
    panel.send.click()
    counter = (Counter(0, (Part(2, 3),)),)
    assert table.asked == [AnswerSheet(**WEEK, sheet=SheetId(9), answers=counter, give=GiveHours(4))]


def test_what_the_other_side_gives_stands_on_the_sheet(table: Negotiation) -> None:
    given = thread(7, SALES, PRODUCTION, wanted(LAMP, 5, 2), give=GiveUnits(LAMP, 2, 3))
    table.see(production(threads=ThreadsSection((given,), (), (), (), ())))
    line = table.sheet.desk.answer.give_row
    assert line.isVisible()
    assert "标准灯 2" in line.text.text()


# escalating


def test_a_line_is_escalated_with_a_reason_after_a_question(table: Negotiation) -> None:
    talked = (countered(PRODUCTION, Part(3, 2)), countered(SALES, Part(4, 3)))
    lines = (wanted(LAMP, 5, 2, *talked), wanted(CUSTOM, 2, 3, *talked))
    table.see(changed(production(), threads={"sheets": (thread(7, SALES, PRODUCTION, *lines),)}))
    panel = table.sheet.desk.answer
    ways = panel.escalations()
    assert len(ways) == 2
    ways[0][1]()
    settle()
    assert panel.escalate_card.isVisible()
    panel.escalate_card.field.setText("工时不够")
    panel.escalate_card.go.click()
    settle()
    assert table.asked == []
    table.answer_question("go")
    assert table.asked == [EscalateLine(**WEEK, sheet=SheetId(7), line=0, reason="工时不够")]


def test_the_other_side_gives_its_reason_once_and_all_see_both(table: Negotiation) -> None:
    table.see(changed(production(), room={"escalations": (MINE,)}))
    card = table.sheet.desk.answer.matters[0]
    assert "先做新品。" in card.quotes[0].text()
    card.field.setText("没图纸开不了工")
    card.yes.click()
    assert table.asked == [AnswerEscalation(**WEEK, sheet=SheetId(8), line=0, reason="没图纸开不了工")]
    replied = msgspec.structs.replace(MINE, reply="没图纸开不了工")
    table.see(changed(sales(), room={"escalations": (replied,)}))
    table.sheet.to_tab("answer")
    settle()
    shown = table.sheet.desk.answer.matters[0]
    assert [quote.text() for quote in shown.quotes] == ["研发：“先做新品。”", "生产：“没图纸开不了工”"]
    assert not shown.yes.isVisible()
    assert "没有总经理" in shown.state.text()


def test_one_line_a_week_is_all_that_may_be_escalated(table: Negotiation) -> None:
    mine = msgspec.structs.replace(MINE, by=PRODUCTION)
    table.see(changed(production(), room={"escalations": (mine,)}))
    assert table.sheet.desk.answer.escalations() == []


# one promise


def test_the_provider_warns_from_the_card_of_a_promise(table: Negotiation) -> None:
    table.see(production())
    assert table.sheet.open_row(1, False)
    settle()
    panel = table.sheet.desk.promise
    assert panel.isVisible()
    assert not panel.release.isVisible()
    panel.warn.missing.step(1)
    QTest.keyClicks(panel.warn.note, "late parts")
    panel.warn.go.click()
    assert table.asked == [Warn(**WEEK, commitment=CommitmentId(1), units=2, note="late parts")]


def test_new_terms_are_offered_split_and_answered(table: Negotiation) -> None:
    table.see(production())
    table.sheet.open_row(1, False)
    panel = table.sheet.desk.promise
    panel.terms.open.click()
    settle()
    assert not panel.terms.go.isEnabled()
    panel.terms.split.click()
    settle()
    panel.terms.go.click()
    assert table.asked == [ProposeTerms(**WEEK, commitment=CommitmentId(1), parts=(Part(2, 2), Part(1, 3)))]
    offered = promise(1, SALES, PRODUCTION, LAMP, 3, 2, offered_by=SALES, offered=(Part(3, 3),))
    table.see(changed(production(), threads={"promises": (offered,)}))
    assert not panel.terms.isVisible()
    panel.offer.agree.click()
    assert table.asked[-1:] == [AnswerTerms(**WEEK, commitment=CommitmentId(1), agree=True)]


def test_the_customer_lets_a_promise_go_after_a_question(table: Negotiation) -> None:
    table.see(production())
    table.sheet.open_row(3, False)
    settle()
    panel = table.sheet.desk.promise
    assert not panel.warn.isVisible()
    panel.release.click()
    settle()
    assert table.asked == []
    table.answer_question("go")
    assert table.asked == [ReleasePromise(**WEEK, commitment=CommitmentId(3))]


def test_of_an_overdue_promise_the_card_says_what_can_still_be_done(table: Negotiation) -> None:
    late = promise(1, SALES, PRODUCTION, LAMP, 3, 1, state="overdue")
    table.see(changed(production(), threads={"promises": (late,)}))
    table.sheet.open_row(1, False)
    settle()
    panel = table.sheet.desk.promise
    assert "补交" in panel.notes[0].text()
    assert not panel.warn.isVisible()
    assert not panel.terms.isVisible()


def test_what_was_exchanged_closes_its_card_and_can_be_looked_at_again(table: Negotiation) -> None:
    table.see(production())
    table.sheet.open_row(1, False)
    settle()
    gone = promise(1, SALES, PRODUCTION, LAMP, 3, 2, state="replaced")
    table.see(changed(production(), threads={"promises": (gone,)}))
    assert table.sheet.desk.answer.isVisible()
    assert table.sheet.open_row(1, False)
    settle()
    assert table.sheet.desk.promise.state.text() == "已换新约定"
    assert not table.sheet.desk.promise.warn.isVisible()


def test_closing_the_card_leads_back_to_the_sheets(table: Negotiation) -> None:
    table.see(production())
    table.sheet.open_row(1, False)
    settle()
    table.sheet.desk.head.close_button.click()
    settle()
    assert table.sheet.desk.answer.isVisible()
    assert table.sheet.desk.tabs.isVisible()


# the coordination meeting


def company() -> CompanySection:
    return CompanySection(
        (CompanyOrder(SALES, order(3, LAMP, 5, 2, (2, 62))),),
        (CompanyLine(ENGINEERING, SALES, SPEC, (Part(1, 2),), "open"),),
        (CompanyWarning(SALES, PRODUCTION, CUSTOM, 2, 3),),
    )


def test_a_coordination_meeting_shows_the_whole_table_to_all(table: Negotiation) -> None:
    table.see(production())
    assert table.sheet.open_row(1, False)
    table.see(changed(production(), company=company()))
    table.sheet.to_tab("company")
    settle()
    rows = [[each.title.text() for each in part.rows.widgets] for part in table.sheet.desk.company.parts]
    assert rows == [["定制灯 ×2"], ["连锁店 · 标准灯 ×5"], ["客户要求 1 份 · 第2周"]]


# looks


def busy() -> View:
    """All at once: a sheet in its third turn with a gift, offers, a meeting, escalations, facts and messages."""
    turns = (countered(PRODUCTION, Part(3, 2)), countered(SALES, Part(4, 3)))
    sheets = (
        thread(7, SALES, PRODUCTION, wanted(LAMP, 5, 2, *turns, worth=62), wanted(CUSTOM, 2, 3, worth=134),
               give=GiveHours(4)),
        thread(8, PRODUCTION, ENGINEERING, wanted(DRAWING, 2, 3, customer=PRODUCTION), channel="quick", clarity=50),
    )  # fmt: skip
    promises = (
        promise(1, SALES, PRODUCTION, LAMP, 3, 2, warned=2),
        promise(2, SALES, PRODUCTION, CUSTOM, 3, 3, offered_by=SALES, offered=(Part(1, 3), Part(2, 4))),
        promise(3, PRODUCTION, ENGINEERING, DRAWING, 2, 1, state="overdue", delivered=1),
    )
    known = (
        KnownFact(SALES, PRODUCTION, Fact("order", 1, OrderId(3), LAMP, 12, 4, 60)),
        KnownFact(PRODUCTION, TABLE, Fact("free_hours", 2, units=4)),
    )
    said = (Heard(2, SALES, PRODUCTION, "大客户可能加单，先给你透个风，能不能多留几台？"), Heard(2, SALES, TABLE, "好"))
    threads = ThreadsSection(sheets, promises, (OwnMeeting(ENGINEERING, False, "open"),), known, said)
    room = msgspec.structs.replace(production().room, escalations=(MINE,))
    return production(threads=threads, room=room, company=company())


def shown_faults(page: NegotiatePage) -> list[str]:
    """Of both zones; in a narrow window the dock lies over the centre by intent."""
    return [*faults(page.desk), *faults(page.table)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(1366, 768), (1092, 614), (960, 540)])
def test_every_place_of_the_dock_can_be_read_in_any_window(
    qtbot: QtBot, qapp: QApplication, language: Language, size: tuple[int, int]
) -> None:
    apply_look(qapp, Look(language=language, calm=True))
    mine = Seat(qtbot, busy())
    mine.shell.in_language(Speech(language))
    mine.shell.take(seated(busy(), *busy().table.seats))
    mine.shell.resize(*size)
    settle()
    page = mine.page
    assert isinstance(page, NegotiatePage)
    mine.shell.zones.to("dock")
    for place in ("answer", "facts", "messages", "lend", "company", "ask"):
        page.to_tab(place)
        settle()
        assert shown_faults(page) == [], place
    page.to_tab("answer")
    page.desk.answer.lines[0].choose("counter")
    page.desk.answer.turns.toggle.click()
    page.desk.answer.give_chosen.emit(1)
    page.desk.answer.escalating.emit(0)
    settle()
    assert shown_faults(page) == []
    for number in (1, 2, 3):
        page.open_row(number, False)
        settle()
        assert shown_faults(page) == [], number
    apply_look(qapp, Look(calm=True))


def test_drafts_beside_the_sheets_are_taken_up_again(table: Negotiation, qtbot: QtBot, qapp: QApplication) -> None:
    table.see(production(), SALES)
    page = table.sheet
    page.desk.answer.foot.facts.chips[0].click()
    page.desk.answer.lines[0].choose("counter")
    page.desk.answer.give_chosen.emit(1)
    page.open_row(1, False)
    page.desk.promise.terms.open.click()
    settle()
    kept = page.draft()
    assert kept is not None
    again = Negotiation(qtbot, qapp)
    again.see(production(), SALES)
    again.sheet.restore(kept)
    settle()
    assert again.sheet.desk.promise.isVisible()
    assert again.sheet.desk.promise.terms.parts
    assert again.sheet.answers.beside(SheetId(7)) == page.answers.beside(SheetId(7))
