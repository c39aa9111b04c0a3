"""What waits beside the sheets: meetings proposed, new terms offered, and lines that lie before the general manager."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sandgame.present.answer_draft import terms_text
from sandgame.present.escalation import standing, waiting_escalations
from sandgame.present.meetings import meet_open
from sandgame.present.messages import room_is_run
from sandgame.present.phrases import badge
from sandgame.present.pictures import BadgePicture, Tone
from sandgame.present.promise_card import change_text
from sandgame.present.scene import Scene
from sandgame.rules.clarity import MET
from sandgame.rules.sections import EscalationSeen, OwnMeeting, Promise

MatterKind = Literal["meeting", "terms", "escalation"]


@dataclass(frozen=True, slots=True)
class MatterPicture:
    """One matter. `number` is the other seat, the commitment, or the sheet (then `line` says which of its lines).

    `yes` and `no` are what this seat may answer ("" = nothing); with `hint` it is a reason that is asked for.
    """

    kind: MatterKind
    number: int
    line: int
    badge: BadgePicture
    title: str
    text: str
    quotes: tuple[str, ...]
    state: str
    state_icon: str
    tone: Tone
    yes: str
    no: str
    hint: str
    asks_me: bool
    spoken: str
    unfold: str = ""
    """Says how to get to `text` where the card is folded; without it the card never folds."""
    fold: str = ""

    @property
    def key(self) -> tuple[MatterKind, int, int]:
        return self.kind, self.number, self.line


def matters(scene: Scene) -> tuple[MatterPicture, ...]:
    """What waits for me first; then what others are asked, and what has been decided this week."""
    found = [_meeting(scene, m) for m in scene.view.threads.meetings if meet_open(scene) and m.state != "refused"]
    found += [_terms(scene, p) for p in scene.view.threads.promises if p.is_open and p.offered_by is not None]
    found += [_escalation(scene, each) for each in standing(scene)]
    return tuple(sorted(found, key=lambda matter: not matter.asks_me))


def waits(scene: Scene) -> int:
    return sum(matter.asks_me for matter in matters(scene))


def _meeting(scene: Scene, meeting: OwnMeeting) -> MatterPicture:
    say, name = scene.speech.say, scene.name(meeting.other)
    asks_me = meeting.state == "open" and not meeting.proposed_by_me
    state, icon, tone = "", "", "plain"
    if meeting.state == "agreed":
        state, icon, tone = say("negotiate-state-agreed"), "check", "positive"
    elif not asks_me:
        state, icon = say("negotiate-state-waits", department=name), "circle-dashed"
    title = say("negotiate-meet-with", department=name)
    if asks_me:
        title = say("negotiate-meet-asked", department=name)
    text = say("negotiate-meet-line", clarity=MET) if meeting.state == "open" else ""
    return MatterPicture(
        kind="meeting",
        number=meeting.other,
        line=0,
        badge=badge(scene, meeting.other),
        title=title,
        text=text,
        quotes=(),
        state=state,
        state_icon=icon,
        tone="positive" if tone == "positive" else "plain",
        yes=say("negotiate-meet-agree") if asks_me else "",
        no=_no_to_meeting(scene, meeting, asks_me),
        hint="",
        asks_me=asks_me,
        spoken=f"{title} {text} {state}".strip(),
        unfold=say("negotiate-pool-unfold") if asks_me else "",
        fold=say("negotiate-pool-fold") if asks_me else "",
    )


def _no_to_meeting(scene: Scene, meeting: OwnMeeting, asks_me: bool) -> str:
    if meeting.state != "open":
        return ""
    return scene.speech.say("negotiate-meet-refuse" if asks_me else "negotiate-withdraw")


def _terms(scene: Scene, promise: Promise) -> MatterPicture:
    say = scene.speech.say
    asks_me = promise.offered_by != scene.seat
    other = promise.customer if promise.provider == scene.seat else promise.provider
    name = scene.name(other)
    title = say("promise-offered" if asks_me else "promise-offered-mine", department=name)
    text = change_text(scene, promise)
    state = "" if asks_me else say("negotiate-state-waits", department=name)
    return MatterPicture(
        kind="terms",
        number=promise.commitment,
        line=0,
        badge=badge(scene, other),
        title=title,
        text=text,
        quotes=(),
        state=state,
        state_icon="" if asks_me else "circle-dashed",
        tone="plain",
        yes=say("promise-offer-agree") if asks_me else "",
        no=say("promise-offer-refuse" if asks_me else "promise-offer-back"),
        hint="",
        asks_me=asks_me,
        spoken=f"{title} {text} {state}".strip(),
    )


def _escalation(scene: Scene, each: EscalationSeen) -> MatterPicture:
    say = scene.speech.say
    other = each.provider if each.by == each.customer else each.customer
    asks_me = each in waiting_escalations(scene)
    ends = say("negotiate-ends", customer=scene.name(each.customer), provider=scene.name(each.provider))
    what = f"{scene.service(each.service)} {terms_text(scene, each.service, each.terms)}" if each.terms else ""
    what = what or scene.service(each.service)
    quotes = [_quote(scene, scene.name(each.by), each.reason)]
    if each.reply is not None:
        quotes.append(_quote(scene, scene.name(other), each.reply))
    elif not asks_me and each.decided is None:
        quotes.append(say("negotiate-escalated-silent", department=scene.name(other)))
    state, icon, tone = _decision(scene, each)
    title = say("negotiate-escalated", department=scene.name(each.by))
    text = f"{ends} · {what}"
    return MatterPicture(
        kind="escalation",
        number=each.sheet,
        line=each.line,
        badge=badge(scene, each.by),
        title=title,
        text=text,
        quotes=tuple(quotes),
        state=state,
        state_icon=icon,
        tone=tone,
        yes=say("negotiate-escalated-reply") if asks_me else "",
        no="",
        hint=say("negotiate-escalated-hint") if asks_me else "",
        asks_me=asks_me,
        spoken=f"{title} {text} {' '.join(quotes)} {state}".strip(),
    )


def _quote(scene: Scene, name: str, reason: str) -> str:
    if not reason:
        return scene.speech.say("negotiate-escalated-no-reason", department=name)
    return scene.speech.say("negotiate-escalated-reason", department=name, reason=reason)


def _decision(scene: Scene, each: EscalationSeen) -> tuple[str, str, Tone]:
    say = scene.speech.say
    if each.decided is None:
        if room_is_run(scene):
            return say("negotiate-escalated-waits"), "hourglass", "info"
        return say("negotiate-escalated-alone"), "info", "plain"
    if each.decided:
        return say("negotiate-escalated-agreed"), "check", "positive"
    return say("negotiate-escalated-left"), "circle-minus", "plain"
