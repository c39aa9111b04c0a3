"""Review as a page: whom I rate, what failed and why, whom I thank, the vote, wishes, the note, what I was given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sandgame.present.failing import FailingPicture, failing, open_causes
from sandgame.present.kpi_moved import kpi_moved
from sandgame.present.notes import PdcaPicture, pdca
from sandgame.present.now import NowBar, Question
from sandgame.present.phrases import badge
from sandgame.present.pictures import BadgePicture, CheckPicture
from sandgame.present.review_cards import ProviderCard, ReceivedWeek, provider_card, received
from sandgame.present.review_draft import SHORT_FORM, ReviewDraft, form, rating_of, votable
from sandgame.present.scene import Scene
from sandgame.present.voting import VotePicture, has_voted, voting
from sandgame.present.wishes import WishesPicture, WishKey, wishes
from sandgame.rules.ids import SeatId
from sandgame.rules.intents import ThankProvider

RATE, WHY, VOTE = 1, 2, 3
"""Ids of the checks of the now bar."""
ITEMS = SHORT_FORM
MOST_THANKS = 3


@dataclass(frozen=True, slots=True)
class ThankChip:
    """A provider to thank: may be chosen, was thanked, or why not."""

    seat: SeatId
    badge: BadgePicture
    text: str
    state: str


@dataclass(frozen=True, slots=True)
class ReviewPicture:
    """What the case or the week does not have is None or empty."""

    week: int
    kpi_moved: str
    """What changed my KPI this week."""
    title: str
    note: str
    all_label: str
    items: tuple[str, ...]
    item_tips: tuple[str, ...]
    comment_hint: str
    please_change: str
    please_change_tip: str
    cards: tuple[ProviderCard, ...]
    empty: str
    failing: FailingPicture | None
    thank_title: str
    thank_note: str
    thanks: tuple[ThankChip, ...]
    reason_hint: str
    vote: VotePicture | None
    wishes: WishesPicture | None
    pdca: PdcaPicture | None
    received_title: str
    received: tuple[ReceivedWeek, ...]
    received_empty: str
    thanks_from: tuple[BadgePicture, ...]
    thanks_from_text: str


def review(scene: Scene, draft: ReviewDraft, weeks: Mapping[WishKey, int] | None = None) -> ReviewPicture:
    """`weeks` are those being chosen for what I was asked to change."""
    say, section = scene.speech.say, scene.view.review
    return ReviewPicture(
        week=scene.view.table.round,
        kpi_moved=kpi_moved(scene),
        title=say("review-title"),
        note=say("review-note-long" if section.long_form else "review-note"),
        all_label=say("review-all-five" if section.long_form else "review-all"),
        items=tuple(say(f"review-{item}") for item in form(scene)),
        item_tips=tuple(say(f"review-{item}-tip") for item in form(scene)),
        comment_hint=say("review-comment"),
        please_change=say("review-please-change"),
        please_change_tip=say("review-please-change-tip"),
        cards=tuple(provider_card(scene, seat, draft) for seat in section.to_rate),
        empty=say("review-empty"),
        failing=failing(scene),
        thank_title=say("review-thank"),
        thank_note=say("review-thank-note-last" if scene.is_last else "review-thank-note", most=MOST_THANKS),
        thanks=_thanks(scene),
        reason_hint=say("review-thank-reason"),
        vote=voting(scene, draft.vote),
        wishes=wishes(scene, weeks or {}),
        pdca=pdca(scene, draft.note),
        received_title=say("review-received"),
        received=received(scene),
        received_empty=say("review-received-last" if scene.is_last else "review-received-empty"),
        thanks_from=tuple(badge(scene, seat) for seat in dict.fromkeys(section.thanks_from)),
        thanks_from_text=say("review-thanks-from", count=len(section.thanks_from)) if section.thanks_from else "",
    )


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
            why = "review-thank-not" if _was_due(scene, seat) else "review-thank-none-due"
            chips.append(ThankChip(seat, badge(scene, seat), say(why, name=name), "no"))
        elif full:
            chips.append(ThankChip(seat, badge(scene, seat), say("review-thank-full", name=name), "no"))
        else:
            chips.append(ThankChip(seat, badge(scene, seat), say("review-thank-may", name=name), "may"))
    return tuple(chips)


def _was_due(scene: Scene, provider: SeatId) -> bool:
    """Whether it owed me anything by this week; what it kept earlier it owes no more."""
    now = scene.view.table.round
    return any(
        promise.provider == provider and promise.due <= now and not promise.is_gone and promise.state != "kept"
        for promise in scene.view.threads.promises
        if promise.customer == scene.seat and (promise.due == now or promise.lacking)
    )


def thank_intent(scene: Scene, seat: SeatId, reason: str) -> ThankProvider:
    table = scene.view.table
    return ThankProvider(round=table.round, phase=table.phase, provider=seat, reason=reason)


def review_now(scene: Scene, draft: ReviewDraft) -> NowBar:
    """Rate whoever served me, say why it failed, vote; without any of them there is nothing to do."""
    say = scene.speech.say
    checks = _checks(scene, draft)
    if scene.seat in scene.view.table.finished:
        return NowBar(say("review-sentence"), checks, primary="", enabled=False)
    question = _unfinished(scene, draft)
    return NowBar(say("review-sentence"), checks, primary=say("review-done"), question=question)


def _unrated(scene: Scene, draft: ReviewDraft) -> list[SeatId]:
    return [seat for seat in scene.view.review.to_rate if not rating_of(scene, draft, seat).is_whole]


def _checks(scene: Scene, draft: ReviewDraft) -> tuple[CheckPicture, ...]:
    say = scene.speech.say
    found = []
    providers = len(scene.view.review.to_rate)
    if providers:
        left = len(_unrated(scene, draft))
        found.append(CheckPicture(RATE, say("review-check", done=providers - left, of=providers), not left))
    given, asked = open_causes(scene)
    if asked:
        found.append(CheckPicture(WHY, say("review-check-why", done=given, of=asked), given == asked))
    if votable(scene):
        done = has_voted(scene, draft.vote)
        found.append(CheckPicture(VOTE, say("review-check-voted" if done else "review-check-vote"), done))
    return tuple(found)


def _unfinished(scene: Scene, draft: ReviewDraft) -> Question | None:
    """What would be lost by finishing now: marks, causes and a vote not given."""
    say = scene.speech.say
    lines = []
    for seat in _unrated(scene, draft):
        begun = rating_of(scene, draft, seat).is_begun
        lines.append(say("review-unrated-begun" if begun else "review-unrated-line", name=scene.name(seat)))
    given, asked = open_causes(scene)
    if given < asked:
        lines.append(say("review-open-why", count=asked - given))
    if votable(scene) and not has_voted(scene, draft.vote):
        lines.append(say("review-open-vote"))
    if not lines:
        return None
    return Question(
        title=say("review-open-title"),
        lines=tuple(lines),
        go=say("review-open-go"),
        back=say("review-open-back"),
    )
