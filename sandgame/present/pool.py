"""The pool: who claims how much, what is proposed, who agrees, and what no agreement would cost."""

from __future__ import annotations

from dataclasses import dataclass

from sandgame.present.phrases import badge, hours, listed
from sandgame.present.pictures import BadgePicture, BlockPicture, HoursPicture, Tone, UnitPicture, blocks
from sandgame.present.scene import Scene
from sandgame.rules.ids import SeatId
from sandgame.rules.intents import AgreePool, ClaimPool, PoolShare, ProposePool
from sandgame.rules.measures import in_force
from sandgame.text import numbers

DRAGGED_FROM = 8


@dataclass(frozen=True, slots=True)
class ShareDraft:
    """My claim as I am changing it, and the division I would propose; None where I left them alone."""

    claim: int | None = None
    shares: tuple[PoolShare, ...] | None = None


@dataclass(frozen=True, slots=True)
class Ended:
    """A proposal that a changed claim ended: who changed theirs, and what it would have given."""

    by: tuple[SeatId, ...]
    shares: tuple[PoolShare, ...]


@dataclass(frozen=True, slots=True)
class ClaimantPicture:
    """One claimant. `share` is what the division on the table, or mine in the making, would give."""

    seat: SeatId
    badge: BadgePicture
    name: str
    line: str
    claim: int
    share: int
    most: int
    mine: bool
    state: str
    state_icon: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class PoolPicture:
    title: str
    hours: str
    line: str
    warning: str
    warning_short: str
    row: HoursPicture
    claim_label: str
    claim: int
    most: int
    claim_button: str
    can_claim: bool
    cards: tuple[ClaimantPicture, ...]
    dividing: bool
    propose: str
    can_propose: bool
    agree: str
    can_agree: bool
    back: str
    note: str
    unfold: str
    fold: str
    drags: bool = False
    """Dividers between the blocks may be dragged too; with fewer hours a block is bigger than a decision."""


def pool_open(scene: Scene) -> bool:
    return "pool" in scene.view.table.rules and scene.view.pool.hours > 0


def to_do(scene: Scene) -> bool:
    """My claim is still to come, or the claims do not fit and I have not agreed to a division."""
    pool = scene.view.pool
    if pool.divided is not None:
        return False
    if not pool.my_claim:
        return True
    return not _fits(scene) and scene.seat not in pool.agreed


def awaited(scene: Scene) -> tuple[SeatId, ...]:
    """Claimants whose word is still to come on a division that I have agreed to."""
    pool = scene.view.pool
    if pool.divided is not None or not pool.my_claim or _fits(scene) or scene.seat not in pool.agreed:
        return ()
    return tuple(share.seat for share in _claims(scene) if share.seat not in pool.agreed)


def outcome(scene: Scene) -> str:
    """How the end of Negotiate divided the pool, for a seat that claimed; "" before, and for who did not."""
    say, pool = scene.speech.say, scene.view.pool
    if not pool_open(scene) or pool.divided is None or not pool.my_claim:
        return ""
    mine = sum(share.hours for share in pool.divided if share.seat == scene.seat)
    if pool.by_agreement:
        return say("negotiate-pool-came-fits" if _fits(scene) else "negotiate-pool-came-agreed", hours=mine)
    key = "negotiate-pool-came-lost" if pool.lost else "negotiate-pool-came-dealt"
    return say(key, hours=mine, lost=pool.lost)


def ended(before: Scene, after: Scene) -> Ended | None:
    """What a changed claim has ended between two scenes of a week."""
    old, new = before.view.pool, after.view.pool
    if old.proposer is None or new.proposer is not None or new.divided is not None:
        return None
    was = {share.seat: share.hours for share in _claims(before)}
    now = {share.seat: share.hours for share in _claims(after)}
    changed = tuple(seat for seat in sorted(was | now) if was.get(seat, 0) != now.get(seat, 0))
    return Ended(changed, old.shares) if changed else None


def fits_again(scene: Scene, gone: Ended) -> bool:
    """Whether what was proposed could be proposed as it was, and is still wanted."""
    claims = {share.seat: share.hours for share in _claims(scene)}
    within = all(share.hours <= claims.get(share.seat, 0) for share in gone.shares)
    return within and scene.seat in claims and not _fits(scene)


def pool_picture(scene: Scene, draft: ShareDraft, gone: Ended | None = None) -> PoolPicture:
    say, pool = scene.speech.say, scene.view.pool
    claim = pool.my_claim if draft.claim is None else draft.claim
    shares = current_shares(scene, draft)
    dividing = bool(pool.my_claim) and not _fits(scene)
    given = sum(shares.values())
    proposed = {share.seat: share.hours for share in pool.shares} if pool.proposer is not None else None
    # figures turned back to those on the table are no division of my own
    changed = draft.shares is not None and (proposed is None or any(n != proposed.get(s, 0) for s, n in shares.items()))
    if pool.proposer is not None or changed:
        gone = None
    cards = tuple(_card(scene, share, shares, dividing, changed) for share in _claims(scene))
    agreeable = dividing and pool.proposer is not None and scene.seat not in pool.agreed and not changed
    return PoolPicture(
        title=say("negotiate-pool"),
        hours=hours(scene, pool.hours),
        line=_line(scene, changed, gone),
        warning=_warning(scene) if dividing else "",
        warning_short=_warning_short(scene) if dividing else "",
        row=_row(scene, shares),
        claim_label=say("negotiate-pool-claim"),
        claim=claim,
        most=pool.hours,
        claim_button=say("negotiate-pool-claim-go"),
        can_claim=claim != pool.my_claim,
        cards=cards,
        dividing=dividing,
        propose=say("negotiate-pool-propose"),
        can_propose=changed and given <= pool.hours,
        agree=say("negotiate-pool-agree"),
        can_agree=agreeable,
        back=_back(scene, dividing, changed, gone),
        note=_note(scene, dividing, given),
        unfold=say("negotiate-pool-unfold"),
        fold=say("negotiate-pool-fold"),
        drags=dividing and pool.hours >= DRAGGED_FROM,
    )


def claim_intent(scene: Scene, claim: int) -> ClaimPool:
    table = scene.view.table
    return ClaimPool(round=table.round, phase=table.phase, hours=claim)


def same_again(scene: Scene, gone: Ended) -> ProposePool:
    return ProposePool(round=scene.view.table.round, phase=scene.view.table.phase, shares=gone.shares)


def propose_intent(scene: Scene, draft: ShareDraft) -> ProposePool:
    table = scene.view.table
    shares = tuple(PoolShare(seat, given) for seat, given in current_shares(scene, draft).items())
    return ProposePool(round=table.round, phase=table.phase, shares=shares)


def agree_intent(scene: Scene) -> AgreePool:
    return AgreePool(round=scene.view.table.round, phase=scene.view.table.phase)


def with_share(scene: Scene, draft: ShareDraft, seat: SeatId, given: int) -> ShareDraft:
    """My division with another figure for one claimant."""
    shares = current_shares(scene, draft) | {seat: given}
    return ShareDraft(draft.claim, tuple(PoolShare(s, g) for s, g in shares.items()))


def current_shares(scene: Scene, draft: ShareDraft) -> dict[SeatId, int]:
    """My division if I am making one, else the one proposed, else the claims if they fit, else nothing given yet."""
    claims = {share.seat: share.hours for share in _claims(scene)}
    if draft.shares is not None:
        made = {share.seat: share.hours for share in draft.shares}
        return {seat: min(made.get(seat, 0), claim) for seat, claim in claims.items()}
    pool = scene.view.pool
    if pool.proposer is not None:
        proposed = {share.seat: share.hours for share in pool.shares}
        return {seat: proposed.get(seat, 0) for seat in claims}
    if _fits(scene):
        return claims
    return dict.fromkeys(claims, 0)


def _claims(scene: Scene) -> tuple[PoolShare, ...]:
    """Claims as far as I see them, mine among them."""
    pool = scene.view.pool
    claims = {share.seat: share.hours for share in pool.claims if share.hours}
    if pool.my_claim:
        claims[scene.seat] = pool.my_claim
    return tuple(PoolShare(seat, claims[seat]) for seat in sorted(claims))


def _fits(scene: Scene) -> bool:
    return sum(share.hours for share in _claims(scene)) <= scene.view.pool.hours


def _line(scene: Scene, changed: bool, gone: Ended | None) -> str:
    say, pool = scene.speech.say, scene.view.pool
    if gone is not None:
        return say("negotiate-pool-ended", departments=listed(scene, [scene.name(seat) for seat in gone.by]))
    if pool.divided is not None:
        return say("negotiate-pool-divided")
    if changed:
        return say("negotiate-pool-mine")
    if pool.proposer is not None:
        if {share.seat for share in _claims(scene)} <= set(pool.agreed):
            return say("negotiate-pool-all-agreed")
        if pool.proposer == scene.seat:
            return say("negotiate-pool-proposed-mine")
        return say("negotiate-pool-proposed", department=scene.name(pool.proposer))
    return say("negotiate-pool-line")


def _back(scene: Scene, dividing: bool, changed: bool, gone: Ended | None) -> str:
    """Back to the division that is on the table, or was until a claim was changed."""
    say = scene.speech.say
    if gone is not None:
        return say("negotiate-pool-again") if fits_again(scene, gone) else ""
    return say("negotiate-pool-back") if dividing and changed and scene.view.pool.proposer is not None else ""


def _warning(scene: Scene) -> str:
    """What no agreement costs, in full; with open allocation nothing, but who is served first and why."""
    if in_force(scene.view, "open_allocation"):
        key = "negotiate-pool-open" if tells_free_hours(scene) else "negotiate-pool-open-silent"
        return scene.speech.say(key)
    return scene.speech.say("negotiate-pool-warning", lost=lost_without(scene))


def _warning_short(scene: Scene) -> str:
    """For a row of its own: what the company would lose."""
    if in_force(scene.view, "open_allocation"):
        return ""
    return scene.speech.say("negotiate-pool-warning-short", lost=lost_without(scene))


def lost_without(scene: Scene) -> int:
    """Hours of the pool that are gone if no division is agreed."""
    return -(-scene.view.pool.hours // 4)


def tells_free_hours(scene: Scene) -> bool:
    """My free hours of this week are shared with somebody; on a platform they stay shared."""
    kept = in_force(scene.view, "platform")
    shared = (k.fact for k in scene.view.threads.facts if k.seat == scene.seat and k.fact.about == "free_hours")
    return any(kept or fact.round == scene.view.table.round for fact in shared)


def _note(scene: Scene, dividing: bool, given: int) -> str:
    say, pool = scene.speech.say, scene.view.pool
    if dividing and given > pool.hours:
        return say("negotiate-pool-too-much", over=given - pool.hours)
    if dividing:
        return say("negotiate-pool-dividing")
    if pool.my_claim:
        return say("negotiate-pool-fits")
    return say("negotiate-pool-start", hours=hours(scene, pool.hours))


def _row(scene: Scene, shares: dict[SeatId, int]) -> HoursPicture:
    """The pool as blocks in the claimants' colours; what is not given stands hollow."""
    units: list[UnitPicture] = []
    for seat, given in shares.items():
        row: tuple[BlockPicture, ...] = blocks("solid", scene.department(seat).slot, given)
        if row:
            units.append(UnitPicture(row))
    rest = scene.view.pool.hours - sum(shares.values())
    if rest > 0:
        units.append(UnitPicture(blocks("neutral", 0, rest) if not units else blocks("hollow", 0, rest)))
    return HoursPicture(tuple(units))


def _card(scene: Scene, claim: PoolShare, shares: dict[SeatId, int], dividing: bool, changed: bool) -> ClaimantPicture:
    say, pool = scene.speech.say, scene.view.pool
    share = shares.get(claim.seat, 0)
    text, icon, tone = "", "", "plain"
    if dividing and pool.proposer is not None and not changed:
        if claim.seat == pool.proposer:
            text, icon, tone = say("negotiate-pool-proposer"), "check", "positive"
        elif claim.seat in pool.agreed:
            text, icon, tone = say("negotiate-pool-agreed"), "check", "positive"
        else:
            text, icon = say("negotiate-pool-silent"), "circle-dashed"
    key = "negotiate-pool-asks-gets" if dividing else "negotiate-pool-asks"
    return ClaimantPicture(
        seat=claim.seat,
        badge=badge(scene, claim.seat),
        name=scene.name(claim.seat),
        line=say(key, claim=numbers.whole(claim.hours), share=numbers.whole(share)),
        claim=claim.hours,
        share=share,
        most=claim.hours,
        mine=claim.seat == scene.seat,
        state=text,
        state_icon=icon,
        tone="positive" if tone == "positive" else "plain",
    )
