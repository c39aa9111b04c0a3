"""What Review says: the facts of the week, marks, whom one may thank, and what was given to me."""

import msgspec
import pytest

from sandgame.present.review import RatingDraft, rating_intent, review, review_now, thank_intent, week_facts
from sandgame.rules.events import ProviderRated, Shipped
from sandgame.rules.ids import CommitmentId, SeatId, ServiceId
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


def came_in(number: int, what: ServiceId, units: int) -> Shipped:
    return Shipped(PRODUCTION, CommitmentId(number), what, units, units, 0, 0, 0, "none")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("case", "length"), [("starter", 4), ("first-steps", 2)])
def test_every_provider_comes_with_facts_of_the_week(case: str, length: int, language: Language) -> None:
    for week, phase, seat in company(case, length).views:
        if phase == "review":
            shown = moment(week, phase, seat, language, case=case, length=length)
            page = review(shown, {})
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
    assert week_facts(shown, ENGINEERING) == ("1 line had no answer.",)


def test_a_rating_carries_its_three_marks_and_its_comment() -> None:
    shown = scene(sales(phase="review"))
    intent = rating_intent(shown, PRODUCTION, RatingDraft((4, 3, 5), "放行很快"))
    assert (intent.reliability, intent.responsiveness, intent.empathy) == (4, 3, 5)
    assert (intent.round, intent.phase, intent.comment) == (2, "review", "放行很快")
    assert thank_intent(shown, PRODUCTION, "当天就到").reason == "当天就到"


def test_all_three_shows_a_value_only_while_they_are_equal() -> None:
    assert RatingDraft((4, 4, 4)).shared == 4
    assert RatingDraft((4, 4, 5)).shared == 0


def test_whoever_finishes_with_somebody_unrated_is_told_whom() -> None:
    section = msgspec.structs.replace(
        NOTHING, to_rate=(ENGINEERING, PRODUCTION), given=(rating(SALES, PRODUCTION, 4, 4, 4),)
    )
    now = review_now(scene(sales(phase="review", review=section), "en"))
    assert now.question is not None
    assert len(now.question.lines) == 1
    assert "Engineering" in now.question.lines[0]
    assert not now.checks[0].done


def test_whoever_finishes_with_a_rating_begun_is_told_that_it_would_not_go_out() -> None:
    section = msgspec.structs.replace(NOTHING, to_rate=(PRODUCTION,))
    begun = {PRODUCTION: RatingDraft((4, 0, 0), "开周就报数")}
    shown = scene(sales(phase="review", review=section), "en")
    now = review_now(shown, begun)
    assert now.question is not None
    assert "once all three are set" in now.question.lines[0]
    assert review_now(shown, {PRODUCTION: RatingDraft((4, 4, 4))}).question is None


def test_whoever_finishes_with_a_card_not_sent_is_asked() -> None:
    now = review_now(scene(sales(phase="review", review=NOTHING), "en"), {}, PRODUCTION)
    assert now.question is not None
    assert now.question.lines == ("The thank-you card for Production is open but not sent.",)


def test_with_nobody_to_rate_nothing_is_asked() -> None:
    now = review_now(scene(sales(phase="review", review=NOTHING)))
    assert (now.checks, now.question) == ((), None)


def test_a_card_goes_to_those_who_kept_a_promise_and_the_others_say_why_not() -> None:
    section = msgspec.structs.replace(NOTHING, to_rate=(ENGINEERING, PRODUCTION), to_thank=(PRODUCTION,))
    chips = review(scene(sales(phase="review", review=section), "en"), {}).thanks
    assert [(chip.seat, chip.state) for chip in chips] == [(ENGINEERING, "no"), (PRODUCTION, "may")]
    assert chips[0].text == "Engineering kept no promise to you this week"


def test_a_card_that_was_sent_cannot_be_sent_again() -> None:
    section = msgspec.structs.replace(NOTHING, to_thank=(PRODUCTION,), thanked=(PRODUCTION,))
    chips = review(scene(sales(phase="review", review=section)), {}).thanks
    assert [chip.state for chip in chips] == ["sent"]


def test_what_was_given_to_me_is_shown_as_means_by_customer() -> None:
    given = (
        RatedAt(1, rating(SALES, PRODUCTION, 4, 3, 2)),
        RatedAt(2, rating(SALES, PRODUCTION, 5, 3, 2, comment="早说一周")),
    )
    section = msgspec.structs.replace(NOTHING, received=given)
    rows = review(scene(view(PRODUCTION, phase="review", review=section)), {}).received
    assert [row.means for row in rows] == [("4.5", "3.0", "2.0")]
    assert rows[0].comment == "“早说一周”"


def test_what_i_am_writing_stands_before_what_the_host_has() -> None:
    section = msgspec.structs.replace(NOTHING, to_rate=(PRODUCTION,), given=(rating(SALES, PRODUCTION, 2, 2, 2),))
    shown = scene(sales(phase="review", review=section, orders=(order(1, LAMP, 4, 1, (1, 60)),)))
    assert review(shown, {}).cards[0].draft.marks == (2, 2, 2)
    assert review(shown, {PRODUCTION: RatingDraft((5, 2, 2))}).cards[0].draft.marks == (5, 2, 2)
