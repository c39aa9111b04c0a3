"""The pool: who claims how much, what is proposed, who agrees, and what no agreement would cost."""

from __future__ import annotations

from dataclasses import dataclass

from sandgame.present.phrases import badge, hours
from sandgame.present.pictures import BadgePicture, BlockPicture, HoursPicture, Tone, UnitPicture, blocks
from sandgame.present.scene import Scene
from sandgame.rules.ids import SeatId
from sandgame.rules.intents import AgreePool, ClaimPool, PoolShare, ProposePool
from sandgame.text import numbers


@dataclass(frozen=True, slots=True)
class ShareDraft:
    """My claim as I am changing it, and the division I would propose; None where I left them alone."""

    claim: int | None = None
    shares: tuple[PoolShare, ...] | None = None


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
    note: str


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


def pool_picture(scene: Scene, draft: ShareDraft) -> PoolPicture:
    say, pool = scene.speech.say, scene.view.pool
    claim = pool.my_claim if draft.claim is None else draft.claim
    shares = current_shares(scene, draft)
    dividing = bool(pool.my_claim) and not _fits(scene)
    given = sum(shares.values())
    changed = draft.shares is not None
    cards = tuple(_card(scene, share, shares, dividing, changed) for share in _claims(scene))
    agreeable = dividing and pool.proposer is not None and scene.seat not in pool.agreed and not changed
    return PoolPicture(
        title=say("negotiate-pool"),
        hours=hours(scene, pool.hours),
        line=_line(scene, changed),
        warning=_warning(scene) if dividing else "",
        row=_row(scene, shares),
        claim_label=say("negotiate-pool-claim"),
        claim=claim,
        most=pool.hours,
        claim_button=say("negotiate-pool-claim-go", hours=hours(scene, claim))
        if claim != pool.my_claim
        else say("negotiate-pool-claim-none"),
        can_claim=claim != pool.my_claim,
        cards=cards,
        dividing=dividing,
        propose=say("negotiate-pool-propose"),
        can_propose=changed and given <= pool.hours,
        agree=say("negotiate-pool-agree"),
        can_agree=agreeable,
        note=_note(scene, dividing, given),
    )


def claim_intent(scene: Scene, claim: int) -> ClaimPool:
    table = scene.view.table
    return ClaimPool(round=table.round, phase=table.phase, hours=claim)


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


def _line(scene: Scene, changed: bool) -> str:
    say, pool = scene.speech.say, scene.view.pool
    if pool.divided is not None:
        return say("negotiate-pool-divided")
    if changed:
        return say("negotiate-pool-mine")
    if pool.proposer is not None:
        if pool.proposer == scene.seat:
            return say("negotiate-pool-proposed-mine")
        return say("negotiate-pool-proposed", department=scene.name(pool.proposer))
    return say("negotiate-pool-line")


def _warning(scene: Scene) -> str:
    """What no agreement costs, in full."""
    total = scene.view.pool.hours
    lost = -(-total // 4)
    return scene.speech.say("negotiate-pool-warning", lost=lost, rest=total - lost)


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
