"""Meetings: one hour each side makes every sheet of the two clear; proposing one, answering one, what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sandgame.present.scene import Scene
from sandgame.rules.clarity import MET
from sandgame.rules.ids import SeatId
from sandgame.rules.intents import AnswerMeeting, ProposeMeeting
from sandgame.rules.sections import OwnMeeting


@dataclass(frozen=True, slots=True)
class MeetLink:
    """What the foot of a sheet says of meeting the other side; `action` is what a click does, "" = nothing."""

    text: str
    icon: str
    action: Literal["", "propose", "take_back"]
    other: SeatId
    tip: str


def meet_open(scene: Scene) -> bool:
    """At an open table everybody is talking already."""
    return "meeting" in scene.view.table.rules and scene.view.table.talk == "desk"


def meeting_with(scene: Scene, other: SeatId) -> OwnMeeting | None:
    return next((m for m in scene.view.threads.meetings if m.other == other), None)


def waiting_meetings(scene: Scene) -> tuple[OwnMeeting, ...]:
    """Proposals that wait for my word."""
    if not meet_open(scene):
        return ()
    return tuple(m for m in scene.view.threads.meetings if m.state == "open" and not m.proposed_by_me)


def meet_link(scene: Scene, other: SeatId) -> MeetLink | None:
    if not meet_open(scene):
        return None
    say, name = scene.speech.say, scene.name(other)
    tip = say("negotiate-meet-tip", department=name, clarity=MET)
    meeting = meeting_with(scene, other)
    if meeting is None:
        return MeetLink(say("negotiate-meet", clarity=MET), "users", "propose", other, tip)
    if meeting.state == "agreed":
        return MeetLink(say("negotiate-meet-agreed", clarity=MET), "check", "", other, tip)
    if meeting.state == "refused":
        return MeetLink(say("negotiate-meet-refused"), "users", "", other, tip)
    if meeting.proposed_by_me:
        return MeetLink(say("negotiate-meet-take-back"), "undo-2", "take_back", other, tip)
    return MeetLink(say("negotiate-meet-waits-for-me"), "hourglass", "", other, tip)


def propose_intent(scene: Scene, other: SeatId) -> ProposeMeeting:
    return ProposeMeeting(round=scene.view.table.round, phase=scene.view.table.phase, other=other)


def answer_intent(scene: Scene, other: SeatId, agree: bool) -> AnswerMeeting:
    return AnswerMeeting(round=scene.view.table.round, phase=scene.view.table.phase, other=other, agree=agree)
