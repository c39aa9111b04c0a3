"""Review by hand: marks, causes, thanks, a vote, a promise to change, a note; what rests is kept at the host."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from sandgame.paint.look import Look
from sandgame.paint.tokens import SCHEMES, Scheme
from sandgame.present.deliver import deliver
from sandgame.present.kpi_moved import kpi_moved
from sandgame.present.scene import Scene
from sandgame.rules.events import ChangePromised, NoteWritten, ProviderRated
from sandgame.rules.ids import CommitmentId, Phase, SeatId
from sandgame.rules.intents import (
    Apologise,
    FinishPhase,
    GiveCause,
    Intent,
    KeepEntry,
    PromiseChange,
    RateProvider,
    ThankProvider,
    Vote,
    WriteNote,
)
from sandgame.rules.sections import AskedChange, BesideSection, Failed, MeasureSeen, RoomSection, VoteSeen
from sandgame.rules.state import RatedAt
from sandgame.text.speech import LANGUAGES, Language, Speech
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.rating import RatingRow
from sandgame.ui.provider_card import ProviderPanel
from sandgame.ui.review import ReviewPage
from sandgame.ui.week_result import ResultSheet
from tests.kit.factory_week import busy
from tests.kit.looks import faults, settle
from tests.kit.played import moment
from tests.kit.views import (
    CUSTOM,
    DRAWING,
    ENGINEERING,
    PRODUCTION,
    SALES,
    delivered,
    promise,
    reviewing,
    sales,
    scene,
    threads,
)
from tests.ui.stage import Stage

OPEN = reviewing((ENGINEERING, PRODUCTION), (PRODUCTION,))
WEEK = 2
FAILED = (
    promise(1, SALES, PRODUCTION, CUSTOM, 2, 2, delivered=1, state="overdue", warned=2),
    promise(2, ENGINEERING, SALES, DRAWING, 3, 2, delivered=0, state="overdue"),
    promise(3, ENGINEERING, SALES, DRAWING, 4, 1, delivered=0, state="lapsed"),
)
WHOLE = {
    "why": (Failed(CommitmentId(1), None),),
    "to_apologise": (CommitmentId(2), CommitmentId(3)),
    "asked_of_me": (AskedChange(ENGINEERING, 1, "要变的话，提前一周说，哪怕还没定下来。"),),
    "will_do": (ChangePromised(PRODUCTION, SALES, 1, 3), ChangePromised(SALES, ENGINEERING, 1, 2)),
    "received": (RatedAt(1, ProviderRated(ENGINEERING, SALES, 4, 3, 2, 5, 4, "早说一周", True)),),
    "thanks_from": (ENGINEERING,),
    "notes": (NoteWritten(ENGINEERING, 1, "早一周说清楚要什么", "", "", "每周对一次数"),),
}
MEASURES = (
    MeasureSeen("service_standard", 60, 2, None),
    MeasureSeen("open_allocation", 20, 2, None),
    MeasureSeen("service_map", 20, 1, 2),
    MeasureSeen("platform", 40, 3, None),
)
VOTES = (VoteSeen(ENGINEERING, "service_standard"), VoteSeen(PRODUCTION, "service_standard"))
ROOM = RoomSection((), MEASURES, True, VOTES, (), (), (), (), (), False)


def shown(language: Language = "zh", **changes: object) -> Scene:
    return scene(sales(phase="review", review=msgspec.structs.replace(OPEN, **changes)), language)


def whole(language: Language = "zh", **changes: object) -> Scene:
    """A Review in which everything is there that can be."""
    review = msgspec.structs.replace(OPEN, **(WHOLE | changes))
    return scene(
        sales(phase="review", review=review, room=ROOM, threads=threads((), FAILED), delivery=delivered(2)), language
    )


def rated(provider: SeatId, *marks: int, comment: str = "", please_change: bool = False) -> RateProvider:
    return RateProvider(
        round=WEEK,
        phase="review",
        provider=provider,
        reliability=marks[0],
        responsiveness=marks[1],
        empathy=marks[2],
        comment=comment,
        please_change=please_change,
    )


def kept(*entries: RateProvider | Vote | WriteNote) -> list[Intent]:
    return [KeepEntry(round=WEEK, phase="review", entry=entry) for entry in entries]


@pytest.fixture
def stage(qtbot: QtBot, qapp: QApplication) -> Stage:
    stage = Stage(qtbot, qapp, ReviewPage())
    stage.page.show(shown())
    settle()
    return stage


@pytest.fixture
def full(stage: Stage) -> Stage:
    stage.page.show(whole())
    settle()
    return stage


def page_of(stage: Stage) -> ReviewPage:
    assert isinstance(stage.page, ReviewPage)
    return stage.page


def panels(stage: Stage) -> list[ProviderPanel]:
    return stage.found(ProviderPanel)


def items(panel: ProviderPanel) -> list[RatingRow]:
    return [row for row in panel.findChildren(RatingRow) if row is not panel.all]


def write(field: QLineEdit, words: str) -> None:
    field.setText(words)
    field.editingFinished.emit()
    settle()


def reason(stage: Stage) -> QLineEdit:
    return stage.found(QLineEdit, lambda each: "为什么" in each.placeholderText())[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_changed_ones_kpi_stands_beside_the_weeks_result(
    qtbot: QtBot, qapp: QApplication, language: Language
) -> None:
    stage = Stage(qtbot, qapp, ReviewPage(), look=Look(language=language, calm=True))
    scene = Scene.of(busy("review"), Speech(language))
    stage.page.show(scene)
    settle()
    moved = page_of(stage).panels.moved
    assert moved.isVisible()
    assert moved.text() == kpi_moved(scene)
    assert faults(page_of(stage).panels) == []


def test_one_tap_gives_all_three_and_the_host_keeps_it(stage: Stage) -> None:
    panels(stage)[1].all.choose(4)
    settle()
    assert stage.asked == []
    page_of(stage).keep()
    assert stage.asked == kept(rated(PRODUCTION, 4, 4, 4))
    assert "已评价" in panels(stage)[1].accessibleName()


def test_what_the_host_has_is_not_sent_again_and_a_change_is(stage: Stage) -> None:
    panel = panels(stage)[1]
    panel.all.choose(4)
    settle()
    page_of(stage).keep()
    page_of(stage).keep()
    items(panel)[2].choose(2)
    settle()
    page_of(stage).keep()
    assert stage.asked == kept(rated(PRODUCTION, 4, 4, 4), rated(PRODUCTION, 4, 4, 2))
    assert panel.all.value() == 0


def test_nothing_is_kept_until_all_three_are_set(stage: Stage) -> None:
    first, second, third = items(panels(stage)[0])
    first.choose(5)
    second.choose(4)
    settle()
    page_of(stage).keep()
    assert stage.asked == []
    third.choose(3)
    settle()
    page_of(stage).keep()
    assert stage.asked == kept(rated(ENGINEERING, 5, 4, 3))


def test_digits_rate_one_provider_after_the_other(stage: Stage) -> None:
    first, second = panels(stage)
    stage.window.activateWindow()
    stage.page.go(1)
    settle()
    stage.press(first.all, Qt.Key.Key_3)
    assert second.all.hasFocus()
    stage.press(second.all, Qt.Key.Key_5)
    assert [panel.all.value() for panel in panels(stage)] == [3, 5]
    assert stage.page.now().checks[0].done


def test_a_digit_without_a_focus_rates_the_next_one(stage: Stage) -> None:
    assert stage.page.key(Qt.Key.Key_2, False)
    settle()
    assert [panel.all.value() for panel in panels(stage)] == [2, 0]


def test_only_the_tick_asks_for_a_change(stage: Stage) -> None:
    panel = panels(stage)[0]
    write(panel.comment.field.edit, "开周就报数")
    panel.all.choose(3)
    settle()
    page_of(stage).keep()
    stage.click(panel.comment.tick)
    page_of(stage).keep()
    assert stage.asked == kept(
        rated(ENGINEERING, 3, 3, 3, comment="开周就报数"),
        rated(ENGINEERING, 3, 3, 3, comment="开周就报数", please_change=True),
    )


def test_the_long_form_sets_all_five(stage: Stage) -> None:
    stage.page.show(shown(long_form=True))
    settle()
    panel = panels(stage)[0]
    assert len(items(panel)) == 5
    panel.all.choose(4)
    settle()
    page_of(stage).keep()
    (asked,) = stage.asked
    assert isinstance(asked, KeepEntry)
    assert isinstance(asked.entry, RateProvider)
    assert (asked.entry.assurance, asked.entry.tangibles) == (4, 4)


def test_a_rating_that_could_not_be_kept_is_sent_again(stage: Stage) -> None:
    panels(stage)[0].all.choose(3)
    settle()
    page_of(stage).keep()
    stage.page.not_stored(stage.asked[0])
    page_of(stage).keep()
    assert len(stage.asked) == 2


def test_what_is_half_given_outlives_the_news_of_others(stage: Stage) -> None:
    panels(stage)[1].all.choose(4)
    items(panels(stage)[0])[0].choose(5)
    settle()
    stage.page.show(shown(thanked=(PRODUCTION,)))
    settle()
    assert [row.value() for row in items(panels(stage)[0])] == [5, 0, 0]
    assert [row.value() for row in items(panels(stage)[1])] == [4, 4, 4]


def test_half_given_marks_outlive_a_change_of_language(stage: Stage) -> None:
    items(panels(stage)[0])[0].choose(5)
    settle()
    stage.page.show(shown("en"))
    settle()
    assert [row.value() for row in items(panels(stage)[0])] == [5, 0, 0]


def test_what_the_host_kept_is_taken_up_again(qtbot: QtBot, qapp: QApplication) -> None:
    left = Stage(qtbot, qapp, ReviewPage())
    entries = (rated(PRODUCTION, 5, 4, 3, comment="快"), Vote(round=2, phase="review", measure="open_allocation"))
    beside = BesideSection(False, None, None, entries, ())
    left.page.show(scene(sales(phase="review", review=OPEN, room=ROOM, beside=beside)))
    settle()
    assert [row.value() for row in items(panels(left)[1])] == [5, 4, 3]
    assert panels(left)[1].comment.words() == "快"
    assert page_of(left).panels.vote.cards[1].isChecked()
    page_of(left).keep()
    assert left.asked == []


def test_what_is_half_given_is_kept_on_this_computer(qtbot: QtBot, qapp: QApplication, full: Stage) -> None:
    items(panels(full)[0])[0].choose(5)
    write(panels(full)[0].comment.field.edit, "开周就报数")
    full.click(full.button("感谢生产"))
    reason(full).setText("当天就到")
    draft = full.page.draft()
    assert draft is not None
    again = Stage(qtbot, qapp, ReviewPage())
    again.page.show(whole())
    again.page.restore(draft)
    settle()
    assert panels(again)[0].draft() == panels(full)[0].draft()
    assert reason(again).text() == "当天就到"


@pytest.mark.parametrize(
    "draft",
    [{"ratings": [[9, [1], "", 0]]}, {"ratings": 3}, {"vote": ["shout"]}, {"note": {"x": 1}}, {"thanks": [1]}],
)
def test_a_draft_that_makes_no_sense_is_passed_over(full: Stage, draft: dict[str, object]) -> None:
    full.page.restore(draft)
    settle()
    page_of(full).keep()
    assert full.asked == []


def test_a_thank_you_card_is_sent_with_its_reason(stage: Stage) -> None:
    stage.click(stage.button("感谢生产"))
    reason(stage).setText("当天就到")
    QTest.keyClick(reason(stage), Qt.Key.Key_Return)
    assert stage.asked == [ThankProvider(round=2, phase="review", provider=PRODUCTION, reason="当天就到")]


def test_t_opens_the_line_for_a_thank_you_card(stage: Stage) -> None:
    assert stage.page.key(Qt.Key.Key_T, False)
    settle()
    assert stage.button("送出").isVisible()


def test_finishing_enters_what_was_drafted_and_says_so(full: Stage) -> None:
    panels(full)[1].all.choose(4)
    full.click(page_of(full).panels.vote.cards[0])
    full.page.primary()
    assert full.asked == [
        rated(PRODUCTION, 4, 4, 4),
        Vote(round=2, phase="review", measure="service_standard"),
        FinishPhase(round=2, phase="review"),
    ]


def test_what_counts_already_is_not_entered_again(stage: Stage) -> None:
    given = (ProviderRated(SALES, PRODUCTION, 4, 4, 4, None, None, "", False),)
    stage.page.leave()
    stage.page.show(shown(given=given))
    settle()
    stage.page.primary()
    assert stage.asked == [FinishPhase(round=2, phase="review")]


def test_a_change_taken_back_after_it_was_kept_is_entered_as_it_stands(stage: Stage) -> None:
    given = (ProviderRated(SALES, PRODUCTION, 4, 4, 4, None, None, "", False),)
    stage.page.leave()
    stage.page.show(shown(given=given))
    settle()
    panel = panels(stage)[1]
    panel.all.choose(5)
    settle()
    page_of(stage).keep()
    panel.all.choose(4)
    settle()
    stage.page.primary()
    assert stage.asked[1:] == [rated(PRODUCTION, 4, 4, 4), FinishPhase(round=2, phase="review")]


def test_words_still_in_their_field_go_out_before_the_review_is_finished(stage: Stage) -> None:
    panel = panels(stage)[1]
    panel.all.choose(4)
    settle()
    panel.comment.field.edit.setText("开周就报数")
    stage.page.primary()
    assert stage.asked == [
        rated(PRODUCTION, 4, 4, 4, comment="开周就报数"),
        FinishPhase(round=2, phase="review"),
    ]


def test_a_card_with_words_goes_out_before_the_review_is_finished(stage: Stage) -> None:
    stage.click(stage.button("感谢生产"))
    reason(stage).setText("当天就到")
    stage.page.primary()
    card = ThankProvider(round=2, phase="review", provider=PRODUCTION, reason="当天就到")
    assert stage.asked == [card, FinishPhase(round=2, phase="review")]


def test_one_tap_thanks_without_a_word_and_nothing_is_asked(stage: Stage) -> None:
    stage.click(stage.button("感谢生产"))
    question = stage.page.now().question
    assert question is None or not any("感谢卡" in line for line in question.lines)
    stage.page.primary()
    card = ThankProvider(round=2, phase="review", provider=PRODUCTION, reason="")
    assert stage.asked == [card, FinishPhase(round=2, phase="review")]


def test_a_second_tap_takes_the_thanks_back(stage: Stage) -> None:
    stage.click(stage.button("感谢生产"))
    stage.click(stage.button("感谢生产"))
    assert stage.page.draft() is None
    stage.page.primary()
    assert stage.asked == [FinishPhase(round=2, phase="review")]


def test_a_card_that_was_sent_is_not_sent_again(stage: Stage) -> None:
    stage.click(stage.button("感谢生产"))
    stage.click(stage.button("送出"))
    stage.page.primary()
    assert [type(intent) for intent in stage.asked] == [ThankProvider, FinishPhase]


def test_nothing_goes_out_once_the_phase_is_over(stage: Stage) -> None:
    panel = panels(stage)[1]
    panel.all.choose(4)
    settle()
    stage.page.leave()
    write(panel.comment.field.edit, "太晚了")
    page_of(stage).keep()
    assert stage.asked == []


def test_what_is_being_written_outlives_a_change_of_language(stage: Stage) -> None:
    panels(stage)[0].comment.field.edit.setText("开周就报数")
    panels(stage)[0].comment.field.edit.textEdited.emit("开周就报数")
    stage.click(stage.button("感谢生产"))
    reason(stage).setText("当天就到")
    stage.page.show(shown("en"))
    settle()
    assert {field.text() for field in stage.found(QLineEdit)} >= {"开周就报数", "当天就到"}


def test_the_field_of_a_card_is_wide_enough_to_write_in(stage: Stage) -> None:
    stage.click(stage.button("感谢生产"))
    assert reason(stage).width() >= 240


def test_a_cause_goes_out_at_once_and_nothing_is_chosen_before(full: Stage) -> None:
    line = page_of(full).failing.rows.widgets[0]
    assert line.pills.chosen() == -1
    full.click(full.button("被第三方卡住"))
    assert full.asked == [GiveCause(round=2, phase="review", commitment=CommitmentId(1), cause="third_party")]


def test_an_apology_is_said_with_or_without_words(full: Stage) -> None:
    line = page_of(full).failing.rows.widgets[1]
    full.click(line.apologise)
    assert line.words.edit.isVisible()
    line.words.set_text("下周补上")
    QTest.keyClick(line.words.edit, Qt.Key.Key_Return)
    assert full.asked == [Apologise(round=2, phase="review", commitment=CommitmentId(2), text="下周补上")]
    assert full.page.refused(full.asked[0], "不行")
    assert line.fault.isVisible()


def test_what_failed_in_earlier_weeks_is_folded_until_asked_for(full: Stage) -> None:
    failing = page_of(full).failing
    assert len(failing.rows.widgets) == 2
    full.click(failing.more)
    assert [line.commitment for line in failing.rows.widgets] == [1, 2, 3]


def test_a_vote_is_kept_and_the_last_one_counts(full: Stage) -> None:
    vote = page_of(full).panels.vote
    assert not any(card.isChecked() for card in vote.cards)
    full.click(vote.cards[1])
    assert vote.none is not None
    full.click(vote.none)
    page_of(full).keep()
    assert full.asked == kept(Vote(round=2, phase="review", measure=None))
    assert full.page.now().checks[-1].done


def test_checks_lead_to_their_places(full: Stage) -> None:
    full.window.activateWindow()
    full.page.go(2)
    settle()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert page_of(full).failing.rows.widgets[0].pills.isAncestorOf(focus)
    full.page.go(3)
    settle()
    assert page_of(full).panels.vote.cards[0].hasFocus()


def test_a_change_is_promised_by_a_week(full: Stage) -> None:
    (row,) = page_of(full).panels.wishes.rows.widgets
    row.week.step(1)
    full.page.show(whole("en"))
    settle()
    full.click(row.go)
    assert full.asked == [PromiseChange(round=2, phase="review", customer=ENGINEERING, asked=1, by=4)]


def test_a_note_is_kept_and_entered(full: Stage) -> None:
    full.page.show(whole(long_form=True))
    settle()
    box = page_of(full).panels.note.boxes[1]
    QTest.keyClicks(box.edit, "call on Monday")
    settle()
    page_of(full).keep()
    note = WriteNote(round=2, phase="review", do="call on Monday")
    assert full.asked == kept(note)
    full.page.primary()
    assert full.asked[1:] == [note, FinishPhase(round=2, phase="review")]


def test_what_the_case_has_not_opened_is_nowhere(stage: Stage) -> None:
    page = page_of(stage)
    assert not page.failing.isVisible()
    assert not any(panel.isVisible() for panel in (page.panels.vote, page.panels.wishes, page.panels.note))
    assert [check.id for check in page.now().checks] == [1]


def test_after_finishing_nothing_can_be_given_and_ratings_can_still_be_read(full: Stage) -> None:
    done = scene(sales(phase="review", finished=(SALES,), review=msgspec.structs.replace(OPEN, **WHOLE), room=ROOM))
    full.page.show(done)
    settle()
    page = page_of(full)
    assert not panels(full)[0].isEnabled()
    assert not page.panels.vote.isEnabled()
    assert page.panels.received.isEnabled()
    page.keep()
    assert full.asked == []


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_review_can_be_read(qtbot: QtBot, qapp: QApplication, language: Language, scheme: Scheme) -> None:
    stage = Stage(qtbot, qapp, ReviewPage(), look=Look(scheme, language, calm=True))
    stage.page.show(shown(language))
    settle()
    assert faults(stage.window) == []
    stage.page.key(Qt.Key.Key_T, False)
    settle()
    assert faults(stage.window) == []
    phase: Phase = "review"
    for seat in (1, 2, 3):
        stage.page.show(moment(3, phase, seat, language))
        settle()
        assert faults(stage.window) == []


@pytest.mark.parametrize("centre", [758, 668, 526, 1000])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("long_form", "text"), [(False, 100), (True, 100), (True, 130)])
def test_a_full_review_can_be_read_at_every_width(
    qtbot: QtBot, qapp: QApplication, language: Language, centre: int, long_form: bool, text: int
) -> None:
    stage = Stage(qtbot, qapp, ReviewPage(), centre=centre, look=Look("light", language, text, calm=True))
    stage.page.show(whole(language, long_form=long_form, to_rate=(ENGINEERING, PRODUCTION, SALES)))
    settle()
    page_of(stage).failing.more.click()
    page_of(stage).failing.rows.widgets[1].apologise.click()
    settle()
    assert faults(stage.window) == []


def test_the_week_s_result_stays_at_hand_by_keyboard_too(qtbot: QtBot, qapp: QApplication) -> None:
    for language in LANGUAGES:
        stage = Stage(qtbot, qapp, ReviewPage(), look=Look(language=language, calm=True))
        shown = moment(WEEK, "review", SALES, language)
        stage.page.show(shown)
        settle()
        again = stage.button(shown.speech.say("deliver-result-again"))
        again.setFocus()
        stage.press(again, Qt.Key.Key_Space)
        sheet = next(each for each in stage.window.findChildren(ResultSheet) if each.isVisible())
        page = deliver(shown)
        assert page is not None
        assert {page.fact, page.mine.value, page.company.value} <= {each.text() for each in sheet.findChildren(Label)}
        assert faults(sheet) == []
        QTest.keyClick(sheet, Qt.Key.Key_Escape)
        settle()
        assert again.hasFocus()
        assert stage.asked == []


def test_marks_go_back_by_a_step_and_come_again(stage: Stage) -> None:
    page = stage.page
    assert isinstance(page, ReviewPage)
    cards = stage.found(ProviderPanel)
    cards[0].rate_all(4)
    settle()
    cards[1].rate_all(2)
    settle()
    page.undo()
    settle()
    assert [card.draft().marks for card in stage.found(ProviderPanel)] == [(4, 4, 4), (0, 0, 0)]
    page.undo()
    settle()
    assert [card.draft().marks for card in stage.found(ProviderPanel)] == [(0, 0, 0), (0, 0, 0)]
    page.redo()
    page.redo()
    settle()
    assert [card.draft().marks for card in stage.found(ProviderPanel)] == [(4, 4, 4), (2, 2, 2)]


def test_what_is_written_at_one_go_is_one_step_back(full: Stage) -> None:
    full.page.show(whole(long_form=True))
    settle()
    page = page_of(full)
    box = page.panels.note.boxes[0].edit
    box.setFocus()
    for letter in "abc":
        QTest.keyClicks(box, letter)
        settle()
    assert page.panels.note.draft().plan == "abc"
    page.panels.result.setFocus()
    page.undo()
    settle()
    assert page.panels.note.draft().plan == ""
