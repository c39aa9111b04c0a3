"""What Review says: the facts of the week, marks, whom one may thank, and what was given to me."""

import msgspec
import pytest

from sandgame.present.failing import failing
from sandgame.present.review import review, review_now, thank_intent
from sandgame.present.review_cards import week_facts
from sandgame.present.review_draft import NoteDraft, RatingDraft, ReviewDraft, VoteDraft, entries, first_draft
from sandgame.rules.events import ChangePromised, NoteWritten, ProviderRated, Shipped
from sandgame.rules.ids import CommitmentId, SeatId, ServiceId
from sandgame.rules.intents import RateProvider, Vote, WriteNote
from sandgame.rules.sections import AskedChange, BesideSection, Failed, MeasureSeen, RoomSection, VoteSeen
from sandgame.rules.state import RatedAt
from sandgame.text.speech import LANGUAGES, Language
from tests.kit.played import company, moment
from tests.kit.views import (
    CUSTOM,
    DRAWING,
    ENGINEERING,
    LAMP,
    PRODUCTION,
    SALES,
    delivered,
    order,
    promise,
    reviewing,
    sales,
    scene,
    thread,
    threads,
    view,
    wanted,
)

NOTHING = reviewing()


def rating(customer: SeatId, provider: SeatId, *marks: int, comment: str = "") -> ProviderRated:
    return ProviderRated(customer, provider, marks[0], marks[1], marks[2], None, None, comment, False)


def drafted(marks: tuple[int, ...], comment: str = "", seat: SeatId = PRODUCTION) -> ReviewDraft:
    return ReviewDraft({seat: RatingDraft(marks, comment)})


def room(*measures: MeasureSeen, votes: tuple[VoteSeen, ...] = (), votable: bool = True) -> RoomSection:
    return RoomSection((), measures, votable, votes, (), (), (), (), (), False)


STANDARD = MeasureSeen("service_standard", 60, 2, None)
MAP = MeasureSeen("service_map", 20, 1, 2)
PLATFORM = MeasureSeen("platform", 40, 3, None)


def came_in(number: int, what: ServiceId, units: int) -> Shipped:
    return Shipped(PRODUCTION, CommitmentId(number), what, units, units, 0, 0, 0, "none")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("case", "length"), [("starter", 4), ("first-steps", 2)])
def test_every_provider_comes_with_facts_of_the_week(case: str, length: int, language: Language) -> None:
    for week, phase, seat in company(case, length).views:
        if phase == "review":
            shown = moment(week, phase, seat, language, case=case, length=length)
            page = review(shown, first_draft(shown))
            assert [card.seat for card in page.cards] == list(shown.view.review.to_rate)
            assert all(card.facts for card in page.cards)


def test_the_facts_say_what_was_kept_what_was_not_and_what_was_late() -> None:
    promises = (
        promise(1, SALES, PRODUCTION, LAMP, 3, 2, delivered=3, state="kept"),
        promise(2, SALES, PRODUCTION, CUSTOM, 2, 2, delivered=1, state="overdue"),
        promise(3, SALES, PRODUCTION, LAMP, 4, 4),
    )
    came = delivered(2, came_in(1, LAMP, 3), came_in(2, CUSTOM, 1))
    shown = scene(sales(phase="review", threads=threads((), promises), delivery=came), "en")
    assert week_facts(shown, PRODUCTION) == (
        "Standard lamp ×3: all there in time.",
        "Custom lamp: 1 of 2 there when due.",
    )


def test_a_promise_kept_in_an_earlier_week_is_no_fact_of_the_week_it_was_due() -> None:
    early = promise(1, SALES, PRODUCTION, LAMP, 3, 2, delivered=3, state="kept")
    shown = scene(sales(phase="review", threads=threads((), (early,)), delivery=delivered(2)), "en")
    assert week_facts(shown, PRODUCTION) == ("Nothing between you was open this week.",)


def test_a_line_without_an_answer_is_a_fact() -> None:
    silent = msgspec.structs.replace(wanted(DRAWING, 2, 3, customer=PRODUCTION), unanswered=True)
    waited = threads((thread(8, PRODUCTION, ENGINEERING, silent),))
    shown = scene(view(PRODUCTION, phase="review", threads=waited), "en")
    assert week_facts(shown, ENGINEERING) == ("1 request had no answer.",)


def test_a_rating_carries_its_three_marks_and_its_comment() -> None:
    section = msgspec.structs.replace(NOTHING, to_rate=(PRODUCTION,))
    shown = scene(sales(phase="review", review=section))
    (entry,) = entries(shown, drafted((4, 3, 5), "放行很快")).values()
    assert entry == RateProvider(
        round=2, phase="review", provider=PRODUCTION, reliability=4, responsiveness=3, empathy=5, comment="放行很快"
    )
    assert thank_intent(shown, PRODUCTION, "当天就到").reason == "当天就到"


def test_the_long_form_asks_for_five_items_and_the_short_one_for_three() -> None:
    section = msgspec.structs.replace(NOTHING, to_rate=(PRODUCTION,), long_form=True)
    shown = scene(sales(phase="review", review=section))
    assert len(review(shown, ReviewDraft()).items) == 5
    assert not entries(shown, drafted((4, 3, 5, 0, 0)))
    (entry,) = entries(shown, drafted((4, 3, 5, 2, 1))).values()
    assert isinstance(entry, RateProvider)
    assert (entry.assurance, entry.tangibles) == (2, 1)
    assert len(review(scene(sales(phase="review")), ReviewDraft()).items) == 3


def test_all_three_shows_a_value_only_while_they_are_equal() -> None:
    assert RatingDraft((4, 4, 4)).shared == 4
    assert RatingDraft((4, 4, 5)).shared == 0


def test_whoever_finishes_with_somebody_unrated_is_told_whom() -> None:
    section = msgspec.structs.replace(
        NOTHING, to_rate=(ENGINEERING, PRODUCTION), given=(rating(SALES, PRODUCTION, 4, 4, 4),)
    )
    shown = scene(sales(phase="review", review=section), "en")
    now = review_now(shown, first_draft(shown))
    assert now.question is not None
    assert len(now.question.lines) == 1
    assert "Engineering" in now.question.lines[0]
    assert not now.checks[0].done


def test_whoever_finishes_with_a_rating_begun_is_told_that_it_would_not_go_out() -> None:
    section = msgspec.structs.replace(NOTHING, to_rate=(PRODUCTION,))
    begun = drafted((4, 0, 0), "开周就报数")
    shown = scene(sales(phase="review", review=section), "en")
    now = review_now(shown, begun)
    assert now.question is not None
    assert "once every item is set" in now.question.lines[0]
    assert review_now(shown, drafted((4, 4, 4))).question is None


def test_with_nobody_to_rate_nothing_is_asked() -> None:
    now = review_now(scene(sales(phase="review", review=NOTHING)), ReviewDraft())
    assert (now.checks, now.question) == ((), None)


def test_a_card_goes_to_those_who_kept_a_promise_and_the_others_say_why_not() -> None:
    section = msgspec.structs.replace(NOTHING, to_rate=(ENGINEERING, PRODUCTION), to_thank=(PRODUCTION,))
    chips = review(scene(sales(phase="review", review=section), "en"), ReviewDraft()).thanks
    assert [(chip.seat, chip.state) for chip in chips] == [(ENGINEERING, "no"), (PRODUCTION, "may")]
    assert chips[0].text == "Engineering owed you nothing this week"


def test_who_kept_a_promise_before_its_week_broke_none_in_it() -> None:
    """It was due now, and came earlier: nothing was owed any more."""
    section = msgspec.structs.replace(NOTHING, to_rate=(PRODUCTION,))
    early = promise(5, SALES, PRODUCTION, LAMP, 2, 2, delivered=2, state="kept")
    chips = review(scene(sales(phase="review", review=section, threads=threads((), (early,)))), ReviewDraft()).thanks
    assert [chip.text for chip in chips] == ["生产本周没有到期的承诺"]


def test_a_card_that_was_sent_cannot_be_sent_again() -> None:
    section = msgspec.structs.replace(NOTHING, to_thank=(PRODUCTION,), thanked=(PRODUCTION,))
    chips = review(scene(sales(phase="review", review=section)), ReviewDraft()).thanks
    assert [chip.state for chip in chips] == ["sent"]


def test_what_was_given_to_me_is_shown_week_by_week_as_it_was_given() -> None:
    given = (
        RatedAt(1, rating(SALES, PRODUCTION, 4, 3, 2)),
        RatedAt(2, rating(SALES, PRODUCTION, 5, 3, 2, comment="早说一周")),
    )
    section = msgspec.structs.replace(NOTHING, received=given)
    weeks = review(scene(view(PRODUCTION, phase="review", review=section)), ReviewDraft()).received
    assert [week.title for week in weeks] == ["第 2 周", "第 1 周"]
    assert [mark for _, mark in weeks[0].rows[0].marks] == ["5", "3", "2"]
    assert weeks[0].rows[0].comment == "“早说一周”"


def test_what_i_am_writing_stands_before_what_the_host_has() -> None:
    section = msgspec.structs.replace(NOTHING, to_rate=(PRODUCTION,), given=(rating(SALES, PRODUCTION, 2, 2, 2),))
    shown = scene(sales(phase="review", review=section, orders=(order(1, LAMP, 4, 1, (1, 60)),)))
    assert review(shown, first_draft(shown)).cards[0].draft.marks == (2, 2, 2)
    assert review(shown, drafted((5, 2, 2))).cards[0].draft.marks == (5, 2, 2)


def test_what_the_host_kept_unfinished_is_taken_up_before_what_counts() -> None:
    section = msgspec.structs.replace(
        NOTHING, to_rate=(PRODUCTION,), given=(rating(SALES, PRODUCTION, 2, 2, 2),), long_form=False
    )
    kept = (
        RateProvider(round=2, phase="review", provider=PRODUCTION, reliability=5, responsiveness=4, empathy=3),
        Vote(round=2, phase="review", measure=None),
    )
    beside = BesideSection(False, None, None, kept, ())
    draft = first_draft(scene(sales(phase="review", review=section, beside=beside, room=room(STANDARD))))
    assert draft.ratings[PRODUCTION].marks == (5, 4, 3)
    assert draft.vote == VoteDraft(None)


def test_a_warning_is_a_fact_beside_what_did_not_come() -> None:
    late = promise(2, SALES, PRODUCTION, CUSTOM, 2, 2, delivered=1, state="overdue", warned=1)
    shown = scene(sales(phase="review", threads=threads((), (late,)), delivery=delivered(2)), "en")
    assert week_facts(shown, PRODUCTION)[1] == "It warned in week 1."


def test_whoever_was_promised_a_change_by_this_week_is_reminded_of_it() -> None:
    section = msgspec.structs.replace(NOTHING, will_do=(ChangePromised(PRODUCTION, SALES, 1, 2),))
    shown = scene(sales(phase="review", review=section, delivery=delivered(2)), "en")
    assert "You asked for a change in week 1" in week_facts(shown, PRODUCTION)[-1]


OVERDUE = (
    promise(1, SALES, PRODUCTION, CUSTOM, 2, 2, delivered=1, state="overdue"),
    promise(2, ENGINEERING, SALES, DRAWING, 3, 2, delivered=0, state="overdue"),
    promise(3, ENGINEERING, SALES, DRAWING, 4, 1, delivered=0, state="lapsed"),
)


def test_why_it_failed_asks_both_sides_and_offers_an_apology_to_the_provider_alone() -> None:
    section = msgspec.structs.replace(
        NOTHING, why=(Failed(CommitmentId(1), None),), to_apologise=(CommitmentId(2), CommitmentId(3))
    )
    shown = scene(sales(phase="review", review=section, threads=threads((), OVERDUE), delivery=delivered(2)), "en")
    page = failing(shown)
    assert page is not None
    assert [(row.commitment, row.asks, row.cause, row.may_apologise) for row in page.rows] == [
        (1, True, -1, False),
        (2, False, -1, True),
    ]
    assert [row.commitment for row in page.earlier] == [3]
    question = review_now(shown, ReviewDraft()).question
    assert question is not None
    assert "no cause" in question.lines[0]


def test_without_the_rule_nothing_asks_for_causes() -> None:
    section = msgspec.structs.replace(NOTHING, to_apologise=(CommitmentId(2),))
    shown = scene(
        sales(phase="review", rules=(), review=section, threads=threads((), OVERDUE), delivery=delivered(2)), "en"
    )
    page = failing(shown)
    assert page is not None
    assert (page.title, page.hidden) == ("What I did not keep", "")
    assert not any(row.asks for row in page.rows)
    assert failing(scene(sales(phase="review"))) is None


def test_a_vote_names_effect_cost_and_who_voted_and_leaves_out_what_comes_later() -> None:
    seen = room(STANDARD, MAP, PLATFORM, votes=(VoteSeen(ENGINEERING, "service_standard"),))
    shown = scene(sales(phase="review", review=NOTHING, room=seen), "en")
    vote = review(shown, ReviewDraft(vote=VoteDraft("service_standard"))).vote
    assert vote is not None
    (choice,) = vote.choices
    assert (choice.title, choice.cost, len(choice.voters)) == ("Service standard", "cost 60 (k yuan)", 2)
    assert (vote.needed, vote.later, vote.chosen) == ("2 votes needed", "1 more, from week 3", 0)
    assert [(held.title, held.since) for held in vote.held] == [("Service map", "in force")]


def test_a_vote_that_was_not_given_is_asked_about_and_none_is_a_vote_too() -> None:
    shown = scene(sales(phase="review", review=NOTHING, room=room(STANDARD)), "en")
    assert review_now(shown, ReviewDraft()).question is not None
    now = review_now(shown, ReviewDraft(vote=VoteDraft(None)))
    assert (now.question, now.checks[0].done) == (None, True)


def test_without_a_vote_there_is_no_place_for_it() -> None:
    shown = scene(sales(phase="review", review=NOTHING, room=room(STANDARD, votable=False)))
    page = review(shown, ReviewDraft(vote=VoteDraft("service_standard")))
    assert (page.vote, page.wishes, page.pdca, page.failing) == (None, None, None, None)
    assert not entries(shown, ReviewDraft(vote=VoteDraft("service_standard")))


def test_a_wish_says_who_when_and_what_was_lowest_and_can_be_promised_from_next_week_on() -> None:
    section = msgspec.structs.replace(
        NOTHING,
        asked_of_me=(AskedChange(SALES, 1, "早说一周"),),
        received=(RatedAt(1, rating(SALES, PRODUCTION, 4, 2, 3, comment="早说一周")),),
    )
    page = review(scene(view(PRODUCTION, phase="review", review=section)), ReviewDraft(), {(SALES, 1): 9})
    assert page.wishes is not None
    (wish,) = page.wishes.wishes
    assert wish.head == "销售 · 第 1 周 · 答复及时 2"
    assert (wish.first, wish.last, wish.by) == (3, 4, 4)


def test_the_note_is_for_half_time_and_the_end_and_read_later_by_all() -> None:
    written = NoteWritten(ENGINEERING, 1, "早一周说", "", "", "每周对一次数")
    later = msgspec.structs.replace(NOTHING, notes=(written,))
    page = review(scene(sales(phase="review", review=later), "en"), ReviewDraft()).pdca
    assert page is not None
    assert (page.labels, [note.parts for note in page.past]) == (
        (),
        [(("Plan", "早一周说"), ("Act", "每周对一次数"))],
    )
    half = scene(sales(phase="review", review=msgspec.structs.replace(NOTHING, long_form=True)))
    assert not entries(half, ReviewDraft())
    (entry,) = entries(half, ReviewDraft(note=NoteDraft(do="对数"))).values()
    assert entry == WriteNote(round=2, phase="review", do="对数")
