"""Review as a page: whom I rate, with the week's facts first; whom I may thank; what I was given in earlier weeks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sandgame.present.now import NowBar, Question
from sandgame.present.phrases import badge, counted, service_times
from sandgame.present.pictures import BadgePicture, CheckPicture
from sandgame.present.scene import Scene
from sandgame.rules.before import moved_in
from sandgame.rules.ids import SeatId
from sandgame.rules.intents import RateProvider, ThankProvider
from sandgame.rules.sections import Promise
from sandgame.text.numbers import tenths

RATE = 1
"""Id of the check of the now bar."""
ITEMS = ("reliability", "responsiveness", "empathy")
MOST_THANKS = 3

Marks = tuple[int, int, int]
"""1 to 5 for each item, 0 while it is open."""
NO_MARKS: Marks = (0, 0, 0)


@dataclass(frozen=True, slots=True)
class RatingDraft:
    """What a person is about to give one provider; it goes out once all three marks are set."""

    marks: Marks = NO_MARKS
    comment: str = ""

    @property
    def is_whole(self) -> bool:
        return all(self.marks)

    @property
    def shared(self) -> int:
        """The value that all items share, or 0."""
        return self.marks[0] if len(set(self.marks)) == 1 else 0


@dataclass(frozen=True, slots=True)
class ProviderCard:
    """`facts` of the week come first; `rated` says whether the host has a rating of this week."""

    seat: SeatId
    badge: BadgePicture
    name: str
    status: str
    facts: tuple[str, ...]
    draft: RatingDraft
    rated: bool
    spoken: str


@dataclass(frozen=True, slots=True)
class ThankChip:
    """A provider to thank: may be chosen, was thanked, or why not."""

    seat: SeatId
    badge: BadgePicture
    text: str
    state: str


@dataclass(frozen=True, slots=True)
class ReceivedRow:
    """What one customer gave me so far: a mean for each item, to one decimal, and its last words."""

    badge: BadgePicture
    name: str
    means: tuple[str, str, str]
    comment: str
    spoken: str


@dataclass(frozen=True, slots=True)
class ReviewPicture:
    week: int
    title: str
    note: str
    all_label: str
    items: tuple[str, str, str]
    scale: str
    comment_hint: str
    cards: tuple[ProviderCard, ...]
    empty: str
    thank_title: str
    thank_note: str
    thanks: tuple[ThankChip, ...]
    reason_hint: str
    received_title: str
    received: tuple[ReceivedRow, ...]
    received_empty: str
    thanks_from: tuple[BadgePicture, ...]
    thanks_from_text: str


def review(scene: Scene, drafts: Mapping[SeatId, RatingDraft]) -> ReviewPicture:
    say, section = scene.speech.say, scene.view.review
    items = (say("review-reliability"), say("review-responsiveness"), say("review-empathy"))
    return ReviewPicture(
        week=scene.view.table.round,
        title=say("review-title"),
        note=say("review-note"),
        all_label=say("review-all"),
        items=items,
        scale=say("review-scale"),
        comment_hint=say("review-comment"),
        cards=tuple(_card(scene, seat, drafts) for seat in section.to_rate),
        empty=say("review-empty"),
        thank_title=say("review-thank"),
        thank_note=say("review-thank-note", most=MOST_THANKS),
        thanks=_thanks(scene),
        reason_hint=say("review-thank-reason"),
        received_title=say("review-received"),
        received=_received(scene),
        received_empty=say("review-received-empty"),
        thanks_from=tuple(badge(scene, seat) for seat in dict.fromkeys(section.thanks_from)),
        thanks_from_text=say("review-thanks-from", count=len(section.thanks_from)) if section.thanks_from else "",
    )


def given(scene: Scene, seat: SeatId) -> RatingDraft | None:
    """What the host has of me for a provider in this week."""
    for rating in scene.view.review.given:
        if rating.provider == seat:
            return RatingDraft((rating.reliability, rating.responsiveness, rating.empathy), rating.comment)
    return None


def _card(scene: Scene, seat: SeatId, drafts: Mapping[SeatId, RatingDraft]) -> ProviderCard:
    kept = given(scene, seat)
    draft = drafts.get(seat) or kept or RatingDraft()
    status = scene.speech.say("review-rated" if kept else "review-unrated")
    facts = week_facts(scene, seat)
    name = scene.name(seat)
    return ProviderCard(
        seat, badge(scene, seat), name, status, facts, draft, kept is not None, ". ".join((name, status, *facts))
    )


def week_facts(scene: Scene, seat: SeatId) -> tuple[str, ...]:
    """What a provider promised and sent this week, and how it answered: facts of my own view."""
    facts = [_promise_fact(scene, promise) for promise in _promises_of_week(scene, seat)]
    return (*facts, *_spoilt(scene, seat), *_answers(scene, seat)) or (scene.speech.say("review-fact-none"),)


def _promises_of_week(scene: Scene, seat: SeatId) -> list[Promise]:
    delivery = scene.view.delivery
    return [
        promise
        for promise in scene.view.threads.promises
        if promise.provider == seat
        and promise.customer == scene.seat
        and (delivery is not None and moved_in(promise, delivery))
    ]


def _promise_fact(scene: Scene, promise: Promise) -> str:
    say = scene.speech.say
    what = service_times(scene, promise.service, promise.units)
    match promise.state:
        case "kept":
            return say("review-fact-kept", what=what)
        case "late":
            return say("review-fact-late", what=what)
        case "open":
            return say("review-fact-partly", what=what, units=counted(scene, promise.service, promise.delivered))
        case _:
            return say(
                "review-fact-broken", what=scene.service(promise.service), units=promise.delivered, of=promise.units
            )


def _spoilt(scene: Scene, seat: SeatId) -> list[str]:
    """Units that came this week and could not be used."""
    if scene.view.delivery is None:
        return []
    facts = []
    for line in scene.view.delivery.received:
        bad = line.bad + line.misfit
        if line.seat == seat and bad:
            facts.append(scene.speech.say("review-fact-spoilt", units=counted(scene, line.service, bad)))
    return facts


def _answers(scene: Scene, seat: SeatId) -> list[str]:
    """How many lines of mine it answered, declined, or left without an answer this week."""
    week, say = scene.view.table.round, scene.speech.say
    lines = [
        line
        for sheet in scene.view.threads.sheets
        if sheet.customer == scene.seat and sheet.provider == seat
        for line in sheet.lines
    ]
    spoken = [line for line in lines if any(turn.seat == seat and turn.round == week for turn in line.turns)]
    declined = [line for line in spoken if line.turns[-1].answer == "decline" and line.turns[-1].seat == seat]
    silent = [line for line in lines if line.unanswered and line not in spoken and line.state in ("open", "lapsed")]
    facts = []
    if spoken:
        facts.append(say("review-fact-answered", count=len(spoken)))
    if declined:
        facts.append(say("review-fact-declined", count=len(declined)))
    if silent:
        facts.append(say("review-fact-unanswered", count=len(silent)))
    return facts


def _thanks(scene: Scene) -> tuple[ThankChip, ...]:
    """Everybody I may thank or rate: those who kept a promise to me can be thanked, the others say why not."""
    say, section = scene.speech.say, scene.view.review
    full = len(section.thanked) >= MOST_THANKS
    chips = []
    for seat in sorted({*section.to_rate, *section.to_thank, *section.thanked}):
        name = scene.name(seat)
        if seat in section.thanked:
            chips.append(ThankChip(seat, badge(scene, seat), say("review-thank-sent", name=name), "sent"))
        elif seat not in section.to_thank:
            chips.append(ThankChip(seat, badge(scene, seat), say("review-thank-not", name=name), "no"))
        elif full:
            chips.append(ThankChip(seat, badge(scene, seat), say("review-thank-full", name=name), "no"))
        else:
            chips.append(ThankChip(seat, badge(scene, seat), say("review-thank-may", name=name), "may"))
    return tuple(chips)


def _received(scene: Scene) -> tuple[ReceivedRow, ...]:
    ratings = [got.rating for got in scene.view.review.received]
    rows = []
    for seat in sorted({rating.customer for rating in ratings}):
        mine = [rating for rating in ratings if rating.customer == seat]
        sums = [sum(int(getattr(rating, item)) for rating in mine) for item in ITEMS]
        first, second, third = (tenths(total, len(mine)) for total in sums)
        said = [rating.comment for rating in mine if rating.comment]
        comment = scene.speech.say("review-quote", text=said[-1]) if said else ""
        name = scene.name(seat)
        rows.append(
            ReceivedRow(
                badge(scene, seat), name, (first, second, third), comment, f"{name}: {first}, {second}, {third}"
            )
        )
    return tuple(rows)


def rating_intent(scene: Scene, seat: SeatId, draft: RatingDraft) -> RateProvider:
    reliability, responsiveness, empathy = draft.marks
    table = scene.view.table
    return RateProvider(
        round=table.round,
        phase=table.phase,
        provider=seat,
        reliability=reliability,
        responsiveness=responsiveness,
        empathy=empathy,
        comment=draft.comment,
    )


def thank_intent(scene: Scene, seat: SeatId, reason: str) -> ThankProvider:
    table = scene.view.table
    return ThankProvider(round=table.round, phase=table.phase, provider=seat, reason=reason)


def review_now(
    scene: Scene, drafts: Mapping[SeatId, RatingDraft] | None = None, unsent_card: SeatId | None = None
) -> NowBar:
    """Rate everybody who served me; without anybody there is nothing to do.

    `drafts`: marks and words as they stand on the page; `unsent_card`: whom an opened thank-you card is for.
    """
    say, section = scene.speech.say, scene.view.review
    done = len({rating.provider for rating in section.given} & set(section.to_rate))
    drafts = drafts or {}
    left = [
        seat for seat in section.to_rate if given(scene, seat) is None and not drafts.get(seat, RatingDraft()).is_whole
    ]
    checks: tuple[CheckPicture, ...] = ()
    if section.to_rate:
        text = say("review-check", done=done, of=len(section.to_rate))
        checks = (CheckPicture(RATE, text, not left),)
    if scene.seat in scene.view.table.finished:
        return NowBar(say("review-sentence"), checks, primary="", enabled=False)
    question = _unfinished(scene, left, drafts, unsent_card)
    return NowBar(say("review-sentence"), checks, primary=say("review-done"), question=question)


def _unfinished(
    scene: Scene, left: list[SeatId], drafts: Mapping[SeatId, RatingDraft], unsent_card: SeatId | None
) -> Question | None:
    """What would be lost by finishing now: departments without a rating, begun ones too, and a card not sent."""
    say = scene.speech.say
    lines = []
    for seat in left:
        draft = drafts.get(seat, RatingDraft())
        begun = bool(draft.comment) or any(draft.marks)
        lines.append(say("review-unrated-begun" if begun else "review-unrated-line", name=scene.name(seat)))
    if unsent_card is not None:
        lines.append(say("review-card-line", name=scene.name(unsent_card)))
    if not lines:
        return None
    of = "unrated" if left else "card"
    return Question(
        title=say(f"review-{of}-title"),
        lines=tuple(lines),
        go=say(f"review-{of}-go"),
        back=say(f"review-{of}-back"),
    )
