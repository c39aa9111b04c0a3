"""What is said beside the sheets: promises, news, measures and the checklist, in both languages."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from sandgame.present import answering, asking, facts, giving, negotiate, pool, promise_card
from sandgame.present.answer_draft import AnswerDraft
from sandgame.present.company import meeting_picture
from sandgame.present.giving import GiveDraft
from sandgame.present.matters import matters
from sandgame.present.news import news
from sandgame.present.scene import Scene
from sandgame.rules.events import Fact
from sandgame.rules.ids import SheetId
from sandgame.rules.intents import FactRef, GiveHours, Part, PoolShare
from sandgame.rules.scenario import MeasureName
from sandgame.rules.sections import (
    CardSeen,
    CompanySection,
    CompanyWarning,
    EscalationSeen,
    Heard,
    KnownFact,
    MeasureSeen,
    OwnMeeting,
    PoolSection,
    View,
)
from sandgame.rules.state import LineState
from sandgame.text.speech import LANGUAGES, Language
from tests.kit.views import (
    DRAWING,
    ENGINEERING,
    LAMP,
    PRODUCTION,
    SALES,
    countered,
    production,
    promise,
    sales,
    scene,
    thread,
    wanted,
)

ESCALATED = EscalationSeen(
    SheetId(8), 0, PRODUCTION, ENGINEERING, DRAWING, (Part(2, 3),), ENGINEERING, "先做新品。", None, None
)  # fmt: skip


def with_threads(view: View, **changes: Any) -> View:
    return msgspec.structs.replace(view, threads=msgspec.structs.replace(view.threads, **changes))


def with_room(view: View, **changes: Any) -> View:
    return msgspec.structs.replace(view, room=msgspec.structs.replace(view.room, **changes))


def holding(view: View, measure: MeasureName) -> View:
    return with_room(view, measures=(MeasureSeen(measure, 0, 1, 1),))


def first_sheet(shown: Scene) -> answering.SheetPicture:
    return answering.sheet_picture(shown, shown.view.threads.sheets[0], {})


def test_all_that_waits_beside_the_sheets_is_asked_for_and_warned_of() -> None:
    offered = promise(2, SALES, PRODUCTION, LAMP, 3, 3, offered_by=SALES, offered=(Part(2, 3),))
    meeting = OwnMeeting(ENGINEERING, False, "open")
    view = with_threads(production(), meetings=(meeting,), promises=(offered,))
    bar = negotiate.now(scene(with_room(view, escalations=(ESCALATED,))))
    beside = next(check for check in bar.checks if check.id == negotiate.CHECK_BESIDE)
    assert beside.text == "答复其他 3"
    assert bar.question is not None
    told = "\n".join(bar.question.lines)
    assert "面谈" in told
    assert "新条件" in told
    assert "总经理" in told


def test_one_kind_of_matter_is_called_by_its_name() -> None:
    view = with_threads(production(), meetings=(OwnMeeting(SALES, False, "open"),))
    texts = [check.text for check in negotiate.now(scene(view)).checks]
    assert "答复面谈 1" in texts


def test_where_nobody_runs_the_room_only_what_was_talked_over_is_escalated() -> None:
    """A request that nobody has answered yet is no quarrel; and it is said that nothing is forced."""
    asked = with_threads(production(), sheets=(thread(7, SALES, PRODUCTION, wanted(LAMP, 5, 2)),))
    assert first_sheet(scene(asked)).escalate is None
    talked = thread(7, SALES, PRODUCTION, wanted(LAMP, 5, 2, countered(PRODUCTION, Part(3, 2))))
    alone = first_sheet(scene(with_threads(production(), sheets=(talked,)))).escalate
    assert alone is not None
    assert "谁也不能强制" in alone.note
    run = first_sheet(scene(with_room(asked, cards=(CardSeen(1, 2),)))).escalate
    assert run is not None
    assert "谁也不能强制" not in run.note


@pytest.mark.parametrize(("state", "warned", "may"), [("open", 0, True), ("open", 2, False), ("overdue", 0, False)])
def test_a_provider_may_warn_once_a_week_before_it_is_overdue(state: Any, warned: int, may: bool) -> None:
    shown = scene(production())
    given = promise(1, SALES, PRODUCTION, LAMP, 3, 2, state=state, warned=warned)
    assert promise_card.can_warn(shown, given) is may
    assert not promise_card.can_warn(scene(sales()), given)


@pytest.mark.parametrize(("view", "told"), [
    (production(), "你在第2周预警过：可能缺 2 台"),
    (sales(), "生产在第2周预警：可能缺 2 台"),
])  # fmt: skip
def test_a_warning_tells_both_sides_its_units_and_its_words(view: View, told: str) -> None:
    given = promise(1, SALES, PRODUCTION, LAMP, 3, 3, warned=2, missing=2, warning="等图纸")
    picture = promise_card.promise_picture(scene(view), given, promise_card.PromiseDraft())
    assert picture.notes == (told, "“等图纸”")


def test_a_coordination_meeting_tells_how_many_units_were_warned_of() -> None:
    section = CompanySection((), (), (CompanyWarning(SALES, PRODUCTION, LAMP, 8, 3, 2),))
    picture = meeting_picture(scene(msgspec.structs.replace(production(), company=section)))
    assert picture.parts[0].rows[0].line == "生产给销售，可能缺 2 台"


def test_warning_is_the_same_in_plan() -> None:
    shown = scene(production(phase="plan"))
    given = promise(1, SALES, PRODUCTION, LAMP, 3, 2)
    assert promise_card.can_warn(shown, given)
    assert promise_card.warn_intent(shown, given.commitment, 2, " 缺料 ").phase == "plan"


def test_a_release_says_what_it_means_before_and_after_the_due_week() -> None:
    shown = scene(sales())
    early = promise_card.releasing(shown, promise(1, SALES, PRODUCTION, LAMP, 3, 2))
    late = promise_card.releasing(shown, promise(1, SALES, PRODUCTION, LAMP, 3, 1, state="overdue"))
    assert early.lines[1] != late.lines[1]
    assert early.grave


def test_the_service_standard_says_what_the_end_would_make_of_a_line() -> None:
    assert first_sheet(scene(production())).lines[0].standard == ""
    lines = first_sheet(scene(holding(production(), "service_standard"))).lines
    assert "2 台 · 第2周" in lines[0].standard
    # a line that waits for its customer is no matter of the standard
    answered = thread(7, SALES, PRODUCTION, wanted(LAMP, 5, 2, countered(PRODUCTION, Part(3, 2))))
    view = holding(with_threads(sales(), sheets=(answered,)), "service_standard")
    assert first_sheet(scene(view)).lines[0].standard == ""


def test_open_allocation_says_who_is_served_first_and_whether_i_count() -> None:
    section = PoolSection(2, 2, (*production().pool.claims,), None, (), (), None, False, 0, ())
    claims = msgspec.structs.replace(section, claims=tuple(PoolShare(seat, 2) for seat in (SALES, PRODUCTION)))
    silent = pool.pool_picture(scene(holding(production(pool=claims), "open_allocation")), pool.ShareDraft())
    assert "还没分享" in silent.warning
    assert silent.warning_short == ""
    told = with_threads(production(pool=claims), facts=(KnownFact(PRODUCTION, SALES, Fact("free_hours", 2, units=4)),))
    shared = pool.pool_picture(scene(holding(told, "open_allocation")), pool.ShareDraft())
    assert "缺工时最多的部门先得" in shared.warning
    assert "还没分享" not in shared.warning


def test_a_meeting_makes_every_channel_to_that_department_clear() -> None:
    met = with_threads(sales(), meetings=(OwnMeeting(PRODUCTION, True, "agreed"),))
    draft = asking.drafted(scene(met))[PRODUCTION]
    texts = [channel.text for channel in asking.ask_picture(scene(met), draft).channels]
    assert texts == ["口头 90", "书面 90", "面谈 90"]
    refused = with_threads(sales(), meetings=(OwnMeeting(PRODUCTION, True, "refused"),))
    assert "meeting" not in asking.channels_to(scene(refused), PRODUCTION)


def test_a_gift_is_offered_with_a_counter_and_not_without() -> None:
    shown = scene(production())
    sheet = shown.view.threads.sheets[0]
    beside = answering.Beside(GiveDraft("hours", 3))
    counter = {(SheetId(7), 0): AnswerDraft("counter", (Part(3, 2),))}
    assert answering.new_give(shown, sheet, counter, beside) == GiveHours(3)
    assert answering.new_give(shown, sheet, {(SheetId(7), 0): AnswerDraft("accept")}, beside) is None
    given = msgspec.structs.replace(sheet, given=True)
    assert answering.new_give(shown, given, counter, beside) is None


def test_free_hours_come_first_and_what_is_known_already_is_left_out() -> None:
    shown = scene(production())
    chips = facts.fact_chips(shown, SALES, (), (LAMP,))
    assert chips.chips[0].ref == FactRef("free_hours")
    free = facts.fact_of(shown, FactRef("free_hours"))
    known = with_threads(production(), facts=(KnownFact(PRODUCTION, SALES, free),))
    left = facts.fact_chips(scene(known), SALES, (), (LAMP,))
    assert FactRef("free_hours") not in [chip.ref for chip in (*left.chips, *left.more)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_others_do_beside_the_sheets_is_told(language: Language) -> None:
    before = scene(production(), language)
    offered = promise(1, SALES, PRODUCTION, LAMP, 3, 2, offered_by=SALES, offered=(Part(2, 3),))
    warned = promise(3, PRODUCTION, ENGINEERING, DRAWING, 1, 2, warned=2)
    view = with_threads(
        production(),
        promises=(offered, production().threads.promises[1], warned),
        meetings=(OwnMeeting(SALES, False, "open"),),
        facts=(KnownFact(SALES, PRODUCTION, Fact("free_hours", 2, units=4)),),
        messages=(Heard(2, SALES, PRODUCTION, "你好"),),
    )
    after = scene(with_room(view, escalations=(ESCALATED,)), language)
    assert len(news(before, after)) == 6
    assert news(after, after) == ()


@pytest.mark.parametrize("state", ["agreed", "withdrawn", "lapsed"])
def test_what_is_settled_is_not_escalated(state: LineState) -> None:
    line = msgspec.structs.replace(wanted(LAMP, 5, 2), state=state)
    view = with_threads(production(), sheets=(thread(7, SALES, PRODUCTION, line),))
    assert first_sheet(scene(view)).escalate is None


def test_asking_for_nothing_back_is_not_called_giving_nothing() -> None:
    mine = giving.give_picture(scene(production()), PRODUCTION, SALES, giving.GiveDraft(), stands=False)
    theirs = giving.give_picture(scene(sales()), PRODUCTION, SALES, giving.GiveDraft(), stands=False)
    assert mine is not None
    assert theirs is not None
    assert (mine.choices[0].text, theirs.choices[0].text) == ("不给", "不要")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_line_that_was_left_to_the_two_is_offered_again_to_who_has_not_raised_one(language: Language) -> None:
    asked = with_threads(production(), sheets=(thread(7, SALES, PRODUCTION, wanted(LAMP, 5, 2)),))
    stands = EscalationSeen(SheetId(7), 0, PRODUCTION, SALES, LAMP, (Part(5, 2),), SALES, "急", None, None)
    left = msgspec.structs.replace(stands, decided=False)
    again = msgspec.structs.replace(stands, by=PRODUCTION, reason="还是做不了")
    before, after = scene(with_room(asked, escalations=(left,)), language), with_room(asked, escalations=(left, again))
    assert first_sheet(scene(with_room(asked, escalations=(stands,)), language)).escalate is None
    assert first_sheet(before).escalate is not None
    assert first_sheet(scene(after, language)).escalate is None
    assert len([each for each in matters(scene(after, language)) if each.kind == "escalation"]) == 1
    other = with_room(with_threads(sales(), sheets=asked.threads.sheets), escalations=(left,))
    assert first_sheet(scene(other, language)).escalate is None, "Sales has had its one"
    seen = with_room(with_threads(sales(), sheets=asked.threads.sheets), escalations=(left, again))
    assert news(scene(other, language), scene(seen, language)), "who raised it first is told"
