"""The card of one promise: what, how many, by when, where it came from, and what either side may still do about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sandgame.present.answer_draft import terms_text
from sandgame.present.answering import PartPicture
from sandgame.present.ledger import state_of, state_text
from sandgame.present.now import Question
from sandgame.present.phrases import badge, counted, service_times, week_short
from sandgame.present.pictures import BadgePicture, State
from sandgame.present.scene import Scene
from sandgame.rules.ids import CommitmentId, ServiceId
from sandgame.rules.intents import AnswerTerms, Part, ProposeTerms, ReleasePromise, Warn
from sandgame.rules.sections import Promise
from sandgame.text import numbers

LONGEST_NOTE = 120
_GONE = {"released": "shell-released", "replaced": "shell-replaced"}


@dataclass(frozen=True, slots=True)
class PromiseDraft:
    """What is being written about a promise: how many units will be missing and why, and other terms for it."""

    missing: int = 0
    note: str = ""
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class WarnPicture:
    title: str
    line: str
    missing: int
    most: int
    pattern: str
    hint: str
    note: str
    go: str


@dataclass(frozen=True, slots=True)
class TermsPicture:
    title: str
    open_text: str
    parts: tuple[PartPicture, ...]
    first_due: int
    last_due: int
    can_split: bool
    go: str
    can_go: bool


@dataclass(frozen=True, slots=True)
class OfferPicture:
    """New terms on the table, and what this seat may answer ("" = not its turn for that)."""

    title: str
    terms: str
    agree: str
    refuse: str
    asks_me: bool


@dataclass(frozen=True, slots=True)
class PromisePicture:
    commitment: CommitmentId
    head: str
    provider: BadgePicture
    customer: BadgePicture
    title: str
    ends: str
    state: State
    state_text: str
    facts: tuple[tuple[str, str], ...]
    origin: str
    notes: tuple[str, ...]
    offer: OfferPicture | None
    warn: WarnPicture | None
    terms: TermsPicture | None
    release: str
    release_line: str
    close: str


def promise_of(scene: Scene, commitment: int) -> Promise | None:
    return next((p for p in scene.view.threads.promises if p.commitment == commitment), None)


def can_warn(scene: Scene, promise: Promise) -> bool:
    """Its provider, in Negotiate or Plan, before the due week ends, once a week."""
    return (
        promise.provider == scene.seat
        and promise.state == "open"
        and promise.warned != scene.view.table.round
        and scene.view.table.phase in ("negotiate", "plan")
    )


def warn_intent(scene: Scene, commitment: CommitmentId, units: int, note: str = "") -> Warn:
    """Says to the customer that so many units will be missing; the same in Negotiate and in Plan."""
    table = scene.view.table
    return Warn(round=table.round, phase=table.phase, commitment=commitment, units=units, note=note.strip())


def is_warned(promise: Promise) -> bool:
    """Its provider has said this week or before that it may lack something; it is still open."""
    return promise.is_open and bool(promise.warned)


def waiting_terms(scene: Scene) -> tuple[Promise, ...]:
    """Promises for which the other side offers other terms."""
    offered = (p for p in scene.view.threads.promises if p.is_open and p.offered_by is not None)
    return tuple(p for p in offered if p.offered_by != scene.seat)


def change_text(scene: Scene, promise: Promise) -> str:
    """ "8 fridges · Wk 3 → 5 · Wk 3 + 3 · Wk 4"."""
    before = terms_text(scene, promise.service, (Part(promise.lacking, promise.due),))
    return f"{scene.service(promise.service)} {before} → {terms_text(scene, promise.service, promise.offered)}"


def promise_picture(scene: Scene, promise: Promise, draft: PromiseDraft) -> PromisePicture:
    say = scene.speech.say
    mine = promise.provider == scene.seat
    state: State = "risk" if is_warned(promise) and state_of(promise) == "agreed" else state_of(promise)
    in_talk = scene.view.table.phase == "negotiate"
    return PromisePicture(
        commitment=promise.commitment,
        head=say("promise-head-mine" if mine else "promise-head-owed"),
        provider=badge(scene, promise.provider),
        customer=badge(scene, promise.customer),
        title=service_times(scene, promise.service, promise.units),
        ends=say("promise-ends", provider=scene.name(promise.provider), customer=scene.name(promise.customer)),
        state=state,
        state_text=say(_GONE[promise.state]) if promise.is_gone else state_text(scene, state),
        facts=_facts(scene, promise),
        origin=_origin(scene, promise),
        notes=_notes(scene, promise, mine),
        offer=_offer(scene, promise),
        warn=_warn(scene, promise, draft) if can_warn(scene, promise) else None,
        terms=_terms(scene, promise, draft) if in_talk and _may_change(promise) else None,
        release=say("promise-release") if in_talk and promise.is_open and not mine else "",
        release_line=say("promise-release-late" if promise.state == "overdue" else "promise-release-early"),
        close=say("negotiate-close-card"),
    )


def first_parts(scene: Scene, promise: Promise) -> tuple[Part, ...]:
    """What a change of terms begins from: the promise as it stands."""
    first, _ = _weeks(scene, promise.service)
    return (Part(promise.lacking, max(promise.due, first)),)


def terms_intent(scene: Scene, promise: Promise, parts: tuple[Part, ...]) -> ProposeTerms:
    table = scene.view.table
    return ProposeTerms(round=table.round, phase=table.phase, commitment=promise.commitment, parts=parts)


def answer_intent(scene: Scene, commitment: CommitmentId, agree: bool) -> AnswerTerms:
    table = scene.view.table
    return AnswerTerms(round=table.round, phase=table.phase, commitment=commitment, agree=agree)


def release_intent(scene: Scene, commitment: CommitmentId) -> ReleasePromise:
    return ReleasePromise(round=scene.view.table.round, phase=scene.view.table.phase, commitment=commitment)


def releasing(scene: Scene, promise: Promise) -> Question:
    """Asked once: what letting it go means before its due week is over, and after."""
    say = scene.speech.say
    units = counted(scene, promise.service, promise.lacking)
    lines = (
        say("promise-release-what", service=scene.service(promise.service), units=units),
        say("promise-release-late" if promise.state == "overdue" else "promise-release-early"),
        say("promise-release-over"),
    )
    return Question(say("promise-release-ask"), lines, say("promise-release"), say("negotiate-go-back"), grave=True)


def _facts(scene: Scene, promise: Promise) -> tuple[tuple[str, str], ...]:
    say = scene.speech.say
    found = [(say("promise-due"), week_short(scene, promise.due))]
    if promise.delivered:
        found.append((say("promise-delivered"), numbers.parts(promise.delivered, promise.units)))
    if promise.lacking and promise.delivered:
        found.append((say("promise-lacking"), counted(scene, promise.service, promise.lacking)))
    if promise.worth:
        money = scene.pick(scene.cast.money)
        found.append((say("promise-worth"), say("negotiate-price-named", price=promise.worth, money=money)))
    return tuple(found)


def _origin(scene: Scene, promise: Promise) -> str:
    """When it was agreed, on which sheet, and how clearly."""
    say = scene.speech.say
    week = week_short(scene, promise.round)
    sheet = next((s for s in scene.view.threads.sheets if s.sheet == promise.sheet), None)
    if scene.view.table.talk == "open":
        return say("promise-origin-open", week=week)
    if sheet is None or sheet.customer != promise.customer:
        # what was given in return stands on a sheet that asks the other way
        return say("promise-origin", week=week, clarity=promise.clarity)
    channel = say(f"negotiate-{sheet.channel}")
    return say("promise-origin-sheet", week=week, channel=channel, clarity=promise.clarity)


def _notes(scene: Scene, promise: Promise, mine: bool) -> tuple[str, ...]:
    """Warned, overdue, or over: what is so, and what can still be done."""
    say = scene.speech.say
    found: list[str] = []
    if promise.warned and promise.is_open:
        found += _warned(scene, promise, mine)
    if promise.state == "overdue":
        found.append(say("promise-overdue-mine" if mine else "promise-overdue"))
    if promise.state == "late":
        found.append(say("promise-late"))
    return tuple(found)


def _warned(scene: Scene, promise: Promise, mine: bool) -> list[str]:
    """When, how many units, and in which words."""
    say, facts = scene.speech.say, {"week": week_short(scene, promise.warned)}
    if not mine:
        facts["department"] = scene.name(promise.provider)
    if promise.missing:
        units = counted(scene, promise.service, promise.missing)
        found = [say("promise-warned-mine" if mine else "promise-warned", units=units, **facts)]
    else:
        found = [say("promise-warned-mine-plain" if mine else "promise-warned-plain", **facts)]
    return [*found, say("promise-warned-words", text=promise.warning)] if promise.warning else found


def _offer(scene: Scene, promise: Promise) -> OfferPicture | None:
    say = scene.speech.say
    if promise.offered_by is None or not promise.is_open:
        return None
    mine = promise.offered_by == scene.seat
    name = scene.name(promise.customer if promise.provider == scene.seat else promise.provider)
    in_talk = scene.view.table.phase == "negotiate"
    return OfferPicture(
        title=say("promise-offered-mine" if mine else "promise-offered", department=name),
        terms=change_text(scene, promise),
        agree=say("promise-offer-agree") if in_talk and not mine else "",
        refuse=say("promise-offer-back" if mine else "promise-offer-refuse") if in_talk else "",
        asks_me=not mine,
    )


def _warn(scene: Scene, promise: Promise, draft: PromiseDraft) -> WarnPicture:
    say = scene.speech.say
    return WarnPicture(
        title=say("promise-warn"),
        line=say("promise-warn-line", department=scene.name(promise.customer)),
        missing=min(max(draft.missing, 1), promise.lacking),
        most=promise.lacking,
        pattern=say("promise-warn-units", units="{}"),
        hint=say("promise-warn-hint"),
        note=draft.note,
        go=say("promise-warn-go"),
    )


def _may_change(promise: Promise) -> bool:
    return promise.state == "open" and promise.offered_by is None


def _terms(scene: Scene, promise: Promise, draft: PromiseDraft) -> TermsPicture | None:
    """Other terms in the making; none where no week is left for them."""
    say = scene.speech.say
    first, last = _weeks(scene, promise.service)
    if first > last:
        return None
    parts = draft.parts
    return TermsPicture(
        title=say("promise-terms-line"),
        open_text=say("promise-terms"),
        parts=tuple(PartPicture(p.units, p.due, week_short(scene, p.due)) for p in parts),
        first_due=first,
        last_due=last,
        can_split=sum(p.units for p in parts) > 1,
        go=say("promise-terms-go"),
        can_go=_differs(promise, parts),
    )


def _differs(promise: Promise, parts: Sequence[Part]) -> bool:
    return tuple(parts) != (Part(promise.lacking, promise.due),)


def _weeks(scene: Scene, service: ServiceId) -> tuple[int, int]:
    lead = next((s.lead for s in scene.view.board.services if s.service == service), 0)
    return scene.view.table.round + lead, scene.view.table.length
