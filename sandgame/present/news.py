"""What happened between two scenes, in a sentence each: shown for a moment, so that nothing changes unseen."""

from __future__ import annotations

from dataclasses import dataclass

from sandgame.present.answer_draft import reason_key, terms_text
from sandgame.present.facts import fact_text
from sandgame.present.phrases import service_times
from sandgame.present.pool import outcome
from sandgame.present.room_words import is_reminder, room_line
from sandgame.present.scene import Scene
from sandgame.rules.ids import ROOM
from sandgame.rules.sections import EscalationSeen, Promise, Thread, ToldByRoom
from sandgame.rules.state import Line
from sandgame.text.speech import Speech


def news(before: Scene, after: Scene) -> tuple[str, ...]:
    """Only what others did; what I did myself shows where I did it. As Negotiate ends: how the pool came out."""
    was, now = before.view.table, after.view.table
    if (was.round, was.phase) != (now.round, now.phase):
        ends_talk = was.round == now.round and (was.phase, now.phase) == ("negotiate", "plan")
        came = outcome(after) if ends_talk else ""
        return (came,) if came else ()
    known = {sheet.sheet: sheet for sheet in before.view.threads.sheets}
    told: list[str] = []
    for sheet in after.view.threads.sheets:
        told += _of_sheet(after, known.get(sheet.sheet), sheet)
    for each in (_of_loans, _of_pool, _of_meetings, _of_promises, _of_escalations, _of_words):
        told += each(before, after)
    return tuple(told)


@dataclass(frozen=True, slots=True)
class RoomNote:
    """`passes`: a reminder, which is void when its phase is over, or when the next one comes."""

    text: str
    passes: bool


def room_said(before: Scene, after: Scene) -> tuple[RoomNote, ...]:
    """What whoever runs the room said since, in full: it is to be read, whatever the phase."""
    new = after.view.beside.told[len(before.view.beside.told) :]
    return tuple(room_note(after.speech, each) for each in new)


def room_note(speech: Speech, told: ToldByRoom) -> RoomNote:
    return RoomNote(room_line(speech, told), is_reminder(told))


def _of_sheet(scene: Scene, old: Thread | None, sheet: Thread) -> list[str]:
    say = scene.speech.say
    other = scene.name(sheet.customer if sheet.provider == scene.seat else sheet.provider)
    if old is None:
        if sheet.provider != scene.seat:
            return []
        return [say("negotiate-news-sheet", department=other, count=len(sheet.lines))]
    told: list[str] = []
    for line_before, line in zip(old.lines, sheet.lines, strict=False):
        if line != line_before and line.turns[-1].seat != scene.seat and len(line.turns) > len(line_before.turns):
            told.append(_of_line(scene, other, line))
    if sheet.restated is not None and old.restated is None and sheet.customer == scene.seat:
        told.append(say("negotiate-news-restated", department=other))
    if sheet.confirmed and not old.confirmed and sheet.provider == scene.seat:
        told.append(say("negotiate-news-confirmed", department=other))
    return told


def _of_line(scene: Scene, other: str, line: Line) -> str:
    say, turn = scene.speech.say, line.turns[-1]
    service = scene.service(line.wanted.service)
    parts = next(t.parts for t in reversed(line.turns) if t.parts)
    terms = terms_text(scene, line.wanted.service, parts)
    if turn.answer == "accept":
        return say("negotiate-news-accepted", department=other, service=service, terms=terms)
    if turn.answer == "decline":
        reason = say(reason_key(turn.reason)) if turn.reason else ""
        return say("negotiate-news-declined", department=other, service=service, reason=reason)
    return say("negotiate-news-countered", department=other, service=service, terms=terms)


def _of_loans(before: Scene, after: Scene) -> list[str]:
    say = after.speech.say
    known = {loan.loan: loan for loan in before.view.pool.loans}
    told: list[str] = []
    for loan in after.view.pool.loans:
        other = after.name(loan.borrower if loan.lender == after.seat else loan.lender)
        old = known.get(loan.loan)
        if old is None and loan.proposer != after.seat:
            key = "negotiate-news-loan-lend" if loan.lender == after.seat else "negotiate-news-loan-borrow"
            told.append(say(key, department=other, hours=loan.hours))
        elif old is not None and old.state != loan.state and loan.proposer == after.seat:
            key = "negotiate-news-loan-agreed" if loan.state == "agreed" else "negotiate-news-loan-refused"
            told.append(say(key, department=other))
    return told


def _of_pool(before: Scene, after: Scene) -> list[str]:
    say, old, pool = after.speech.say, before.view.pool, after.view.pool
    if (
        pool.proposer is not None
        and pool.proposer != after.seat
        and (pool.proposer, pool.shares) != (old.proposer, old.shares)
    ):
        return [say("negotiate-news-pool", department=after.name(pool.proposer))]
    if old.proposer is not None and pool.proposer is None and pool.divided is None:
        return [say("negotiate-news-pool-ended")]
    return []


def _of_meetings(before: Scene, after: Scene) -> list[str]:
    say = after.speech.say
    known = {m.other: m for m in before.view.threads.meetings}
    told: list[str] = []
    for meeting in after.view.threads.meetings:
        old, name = known.get(meeting.other), after.name(meeting.other)
        if old is None and not meeting.proposed_by_me and meeting.state == "open":
            told.append(say("negotiate-news-meet", department=name))
        elif old is not None and old.state == "open" and meeting.proposed_by_me and meeting.state != "open":
            key = "negotiate-news-met" if meeting.state == "agreed" else "negotiate-news-not-met"
            told.append(say(key, department=name))
    return told


def _of_promises(before: Scene, after: Scene) -> list[str]:
    """Warnings, new terms offered and answered, and what was let go, by the other side."""
    say = after.speech.say
    known = {p.commitment: p for p in before.view.threads.promises}
    told: list[str] = []
    for promise in after.view.threads.promises:
        old = known.get(promise.commitment)
        if old is None:
            continue
        other = promise.customer if promise.provider == after.seat else promise.provider
        facts = {"department": after.name(other), "what": service_times(after, promise.service, promise.units)}
        if promise.warned != old.warned and promise.customer == after.seat:
            told.append(say("promise-news-warned", **facts))
        if promise.offered_by == other and old.offered_by is None:
            told.append(say("promise-news-offered", **facts))
        told += [say(key, **facts) for key in _ends(old, promise, after)]
    return told


def _ends(old: Promise, promise: Promise, scene: Scene) -> list[str]:
    """How an offer of mine, or the promise itself, was settled by the other side."""
    if old.offered_by == scene.seat and promise.offered_by is None:
        return ["promise-news-agreed" if promise.state == "replaced" else "promise-news-refused"]
    let_go = promise.state in ("released", "broken") and old.is_open and promise.provider == scene.seat
    return ["promise-news-released"] if let_go and scene.view.table.phase == "negotiate" else []


def _of_escalations(before: Scene, after: Scene) -> list[str]:
    say = after.speech.say
    known = {(e.sheet, e.line, e.by): e for e in before.view.room.escalations}
    told: list[str] = []
    for each in after.view.room.escalations:
        old = known.get((each.sheet, each.line, each.by))
        if old is None and each.by != after.seat:
            told.append(say("negotiate-news-escalated", department=after.name(each.by), what=_line(after, each)))
        elif old is not None and old.decided is None and each.decided is not None:
            key = "negotiate-news-decided" if each.decided else "negotiate-news-left"
            told.append(say(key, what=_line(after, each)))
    return told


def _line(scene: Scene, each: EscalationSeen) -> str:
    units = sum(part.units for part in each.terms)
    return service_times(scene, each.service, units) if units else scene.service(each.service)


def _of_words(before: Scene, after: Scene) -> list[str]:
    """Facts shared with me, messages to me, and what the room says."""
    say = after.speech.say
    room = say("messages-room")
    facts = after.view.threads.facts[len(before.view.threads.facts) :]
    heard = after.view.threads.messages[len(before.view.threads.messages) :]
    told = [
        say("facts-news", department=after.name(known.seat), what=fact_text(after, known.fact))
        for known in facts
        if known.seat != after.seat
    ]
    said = [room if each.seat == ROOM else after.name(each.seat) for each in heard if each.seat != after.seat]
    return [*told, *(say("messages-news", department=who) for who in said)]
