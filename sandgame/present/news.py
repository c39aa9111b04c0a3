"""What happened between two scenes, in a sentence each: shown for a moment, so that nothing changes unseen."""

from __future__ import annotations

from sandgame.present.answer_draft import reason_key, terms_text
from sandgame.present.scene import Scene
from sandgame.rules.sections import Thread
from sandgame.rules.state import Line


def news(before: Scene, after: Scene) -> tuple[str, ...]:
    """Only what others did; what I did myself shows where I did it."""
    if before.view.table.round != after.view.table.round or before.view.table.phase != after.view.table.phase:
        return ()
    known = {sheet.sheet: sheet for sheet in before.view.threads.sheets}
    told: list[str] = []
    for sheet in after.view.threads.sheets:
        told += _of_sheet(after, known.get(sheet.sheet), sheet)
    return (*told, *_of_loans(before, after), *_of_pool(before, after))


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
