"""The pool on the open page: who asks for how much, whether that fits, and what no agreement costs."""

from __future__ import annotations

from dataclasses import dataclass

from sandgame.present.pictures import BadgePicture, Tone
from sandgame.present.table_scene import TableScene
from sandgame.rules.ids import SeatId
from sandgame.rules.intents import AgreePool, ClaimPool, Intent, PoolShare, ProposePool
from sandgame.rules.sections import PoolSection


@dataclass(frozen=True, slots=True)
class ClaimPicture:
    """`most`: of a person, whose claim is set here, the whole pool; of a bot what it claims, which may only be cut."""

    seat: SeatId
    badge: BadgePicture
    name: str
    hours: int
    most: int
    spoken: str


@dataclass(frozen=True, slots=True)
class PoolPicture:
    """`blocks` are the slots of the hours that are asked for, never more than `hours`. `agree` is "" if nothing is to
    be agreed."""

    title: str
    hours: int
    blocks: tuple[int, ...]
    claims: tuple[ClaimPicture, ...]
    add: str
    others: tuple[tuple[SeatId, BadgePicture, str], ...]
    line: str
    tone: Tone
    agree: str
    can_agree: bool
    fits: str


Shares = dict[SeatId, int]
"""What a bot is to get of what it claims, as set on this page."""


def _seen(table: TableScene) -> PoolSection:
    """As a claimant sees it, if a person claims: claims are shown to claimants only."""
    pools = [scene.view.pool for scene in table.scenes.values()]
    return next((pool for pool in pools if pool.my_claim), pools[0])


def claims_of(table: TableScene) -> dict[SeatId, int]:
    found = {share.seat: share.hours for share in _seen(table).claims}
    found |= {seat: scene.view.pool.my_claim for seat, scene in table.scenes.items()}
    return {seat: hours for seat, hours in sorted(found.items()) if hours}


def has_pool(table: TableScene) -> bool:
    return "pool" in table.table.rules and table.table.pool > 0


def pool_picture(table: TableScene, shares: Shares) -> PoolPicture | None:
    if not has_pool(table):
        return None
    say, hours = table.speech.say, table.table.pool
    claims = claims_of(table)
    given = {seat: min(shares.get(seat, claim), claim) for seat, claim in claims.items()}
    wanted, over = sum(given.values()), sum(claims.values()) > hours
    slots = [table.badge(seat).slot for seat, count in given.items() for _ in range(count)][:hours]
    line, tone = _line(table, wanted, over=over)
    fits = bool(claims) and not over
    return PoolPicture(
        title=say("table-pool"),
        hours=hours,
        blocks=tuple(slots),
        claims=tuple(_claim(table, seat, given[seat], claims[seat]) for seat in claims),
        add=say("table-pool-add"),
        others=tuple((s, table.badge(s), table.name(s)) for s in table.people if s not in claims),
        line=line,
        tone=tone,
        agree=say("table-pool-agree") if over else "",
        can_agree=over and wanted <= hours and _is_open(table, given),
        fits=say("table-pool-fits") if fits else "",
    )


def _claim(table: TableScene, seat: SeatId, hours: int, claim: int) -> ClaimPicture:
    person = table.is_person(seat)
    most = table.table.pool if person else claim
    name = table.name(seat)
    return ClaimPicture(
        seat, table.badge(seat), name, hours, most, table.speech.say("table-pool-spoken", department=name)
    )


def _line(table: TableScene, wanted: int, *, over: bool) -> tuple[str, Tone]:
    say, hours = table.speech.say, table.table.pool
    if not over:
        return (say("table-pool-left", hours=hours - wanted), "plain") if wanted < hours else ("", "plain")
    if any(seen.measure == "open_allocation" and seen.holds_from is not None and seen.holds_from <= table.table.round
           for seen in table.any.view.room.measures):  # fmt: skip
        return say("table-pool-open"), "caution"
    return say("table-pool-cost", lost=-(-hours // 4)), "caution"


def _is_open(table: TableScene, given: dict[SeatId, int]) -> bool:
    """Not yet agreed to by all people as it is set here."""
    pool = _seen(table)
    proposed = {share.seat: share.hours for share in pool.shares if share.hours}
    people = {seat for seat in given if table.is_person(seat)}
    same = pool.proposer is not None and proposed == {seat: hours for seat, hours in given.items() if hours}
    return bool(people) and not (same and people <= {pool.proposer, *pool.agreed})


def claim(table: TableScene, hours: int) -> Intent:
    return ClaimPool(round=table.table.round, phase=table.table.phase, hours=hours)


def agreement(table: TableScene, shares: Shares) -> tuple[tuple[SeatId, Intent], ...]:
    """One proposes what stands here, the other people agree; bots then do as they think best."""
    claims = claims_of(table)
    given = {seat: min(shares.get(seat, asked), asked) for seat, asked in claims.items()}
    people = [seat for seat in claims if table.is_person(seat)]
    if not people:
        return ()
    now, phase = table.table.round, table.table.phase
    parts = tuple(PoolShare(seat, hours) for seat, hours in given.items())
    others = tuple((seat, AgreePool(round=now, phase=phase)) for seat in people[1:])
    return ((people[0], ProposePool(round=now, phase=phase, shares=parts)), *others)
