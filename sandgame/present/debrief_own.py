"""One department's own page, for its own laptop alone: facts by principle, evidence, KPI and company."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sandgame.frames.debrief import LinkShown, OwnDebrief
from sandgame.frames.marks import PRINCIPLES, Band, FactName, Facts, Piece, Principle
from sandgame.present.debrief_page import Evidence
from sandgame.present.debrief_profile import effect_text
from sandgame.present.debrief_scene import DebriefScene
from sandgame.present.my_page import ValueBar
from sandgame.present.pictures import BadgePicture
from sandgame.text.numbers import parts, percent, tenths, whole

FACTS_OF: dict[Principle, tuple[FactName, ...]] = {
    "trust": ("kept", "promised", "warned"),
    "needs": ("asked_straight", "clarified", "role_known"),
    "response": ("answered", "refused_well"),
    "openness": ("told",),
    "improvement": ("closed_loop", "rated_by_facts", "recovered"),
    "goals": ("for_company", "boundary"),
}
ICONS: dict[Principle, str] = {
    "trust": "handshake",
    "needs": "target",
    "response": "clock",
    "openness": "messages-square",
    "improvement": "rotate-ccw",
    "goals": "flag",
}
MOST = 3
LEAST_EFFECT = 50
"""Hundredths of a point below which a piece is not shown (measurement 5.5)."""


@dataclass(frozen=True, slots=True)
class OwnFact:
    """k of n; a band with its place on the scale, or why there is none."""

    text: str
    band: Band | None
    band_text: str
    log: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class OwnRow:
    principle: Principle
    icon: str
    name: str
    facts: tuple[OwnFact, ...]
    empty: str
    gains: tuple[Evidence, ...]
    losses: tuple[Evidence, ...]
    spoken: str


@dataclass(frozen=True, slots=True)
class OwnLink:
    provider: BadgePicture
    customer: BadgePicture
    name: str
    cells: tuple[str, str, str]
    log: tuple[int, ...]
    spoken: str


@dataclass(frozen=True, slots=True)
class OwnPage:
    badge: BadgePicture
    title: str
    line: str
    rows_title: str
    silo: str
    reference: str
    rows: tuple[OwnRow, ...]
    rows_note: str
    gains_title: str
    losses_title: str
    no_more: str
    look: str
    kpi_title: str
    kpi_name: str
    kpi: int
    value: ValueBar | None
    bonus_title: str
    bonus: str
    bonus_shared: str
    links_title: str
    links_heads: tuple[str, str, str]
    links: tuple[OwnLink, ...]
    try_title: str
    suggestion: str
    closing: str


def own_page(scene: DebriefScene, own: OwnDebrief) -> OwnPage:
    say, name = scene.say, scene.name(own.seat)
    kpi = own.kpi
    bonus = f"{whole(kpi.bonus_own)} + {whole(kpi.bonus_shared)} = {whole(kpi.bonus_own + kpi.bonus_shared)}"
    if own.company is None:
        bonus = whole(kpi.bonus_own + kpi.bonus_shared)
    return OwnPage(
        badge=scene.badge(own.seat),
        title=say("debrief-own-title", name=name),
        line=say("debrief-own-line"),
        rows_title=say("debrief-own-rows"),
        silo=say("debrief-silo"),
        reference=say("debrief-reference"),
        rows=tuple(_row(scene, own, principle) for principle in PRINCIPLES),
        rows_note=say("debrief-own-rows-note"),
        gains_title=say("debrief-profile-for"),
        losses_title=say("debrief-profile-against"),
        no_more=say("debrief-profile-no-more"),
        look=say("debrief-moment-title"),
        kpi_title=say("debrief-own-kpi"),
        kpi_name=say("debrief-own-kpi-of", name=name),
        kpi=kpi.kpi,
        value=_value(scene, own),
        bonus_title=say("debrief-own-bonus"),
        bonus=bonus,
        bonus_shared=say("debrief-own-shared", bonus=own.bonus_if_shared) if own.company is not None else "",
        links_title=say("debrief-own-links"),
        links_heads=(say("debrief-own-kept"), say("debrief-own-answered"), say("debrief-own-rated")),
        links=tuple(_link(scene, own, link) for link in own.links),
        try_title=say("debrief-own-try"),
        suggestion=_suggestion(scene, own),
        closing=say("debrief-own-closing"),
    )


# -- six rows


def _row(scene: DebriefScene, own: OwnDebrief, principle: Principle) -> OwnRow:
    known = {fact.fact: fact for fact in own.facts}
    facts = tuple(_fact(scene, known[name]) for name in FACTS_OF[principle] if name in known)
    name = scene.say(f"score-principle-{principle}")
    pieces = own_pieces(own, principle)
    told = ", ".join(f"{fact.text} {fact.band_text}" for fact in facts)
    return OwnRow(
        principle,
        ICONS[principle],
        name,
        facts,
        "" if facts else scene.say("debrief-own-nothing"),
        tuple(_evidence(scene, piece) for piece in _strongest(pieces, 1)),
        tuple(_evidence(scene, piece) for piece in _strongest(pieces, -1)),
        f"{name}: {told}",
    )


def _fact(scene: DebriefScene, fact: Facts) -> OwnFact:
    text = scene.say(f"score-fact-{fact.fact.replace('_', '-')}", k=fact.k, n=fact.n)
    told = scene.say(f"score-band-{fact.band}") if fact.band is not None else scene.say("debrief-own-few", count=fact.n)
    return OwnFact(text, fact.band, told, tuple(sorted({number for piece in fact.pieces for number in piece.log})))


def own_pieces(own: OwnDebrief, principle: Principle) -> list[Piece]:
    """Of this department's conduct alone, each once, with its effect on the mark of its link."""
    found: dict[tuple[str, str, tuple[int, ...]], Piece] = {}
    for mark in own.marks.marks:
        if mark.principle == principle:
            for piece in mark.pieces:
                if piece.seat == own.seat:
                    found.setdefault((piece.indicator, piece.key, piece.log), piece)
    return list(found.values())


def _strongest(pieces: Sequence[Piece], sign: int) -> Iterator[Piece]:
    """The three largest one way, no two of the same pair in the same week."""
    wanted = [piece for piece in pieces if sign * piece.effect >= LEAST_EFFECT]
    wanted.sort(key=lambda piece: (-abs(piece.effect), piece.round, piece.log))
    seen: set[tuple[int, int, int]] = set()
    for piece in wanted:
        where = (piece.round, piece.provider, piece.customer)
        if where not in seen and len(seen) < MOST:
            seen.add(where)
            yield piece


def _evidence(scene: DebriefScene, piece: Piece) -> Evidence:
    return Evidence(scene.week(piece.round), scene.piece(piece), effect_text(piece.effect), piece.log)


# -- beside them


def _value(scene: DebriefScene, own: OwnDebrief) -> ValueBar | None:
    company = own.company
    if company is None:
        return None
    name, text = scene.say("debrief-class-value"), percent(company.captured)
    mark = scene.say("debrief-class-mark", value=percent(company.reference_captured))
    return ValueBar(name, text, company.captured, company.reference_captured, mark, f"{name} {text}, {mark}")


def _link(scene: DebriefScene, own: OwnDebrief, link: LinkShown) -> OwnLink:
    none = scene.say("debrief-own-none")
    names = scene.say("debrief-link-of", provider=scene.name(link.provider), customer=scene.name(link.customer))
    cells = (
        parts(link.kept, link.matured) if link.matured else none,
        parts(link.answered, link.asked) if link.asked else none,
        tenths(link.rating, 10) if link.rating is not None else none,
    )
    other = link.customer if link.provider == own.seat else link.provider
    badges = (scene.badge(link.provider), scene.badge(link.customer))
    return OwnLink(*badges, scene.name(other), cells, link.log, f"{names}: {', '.join(cells)}")


def _suggestion(scene: DebriefScene, own: OwnDebrief) -> str:
    """One thing to try, with how often there was an occasion for it."""
    if own.suggestion is None:
        return scene.say("debrief-own-try-none")
    wanted = [fact for fact in own.facts if fact.fact in FACTS_OF[own.suggestion] and fact.k < fact.n]
    if not wanted:
        return scene.say(f"debrief-own-try-{own.suggestion}")
    least = min(wanted, key=lambda fact: (1000 * fact.k // fact.n, -fact.n))
    said = scene.say("debrief-own-try-of", n=least.n, k=least.k)
    return scene.say(f"debrief-own-try-{own.suggestion}") + said
