"""One department's own page, for its own laptop alone: facts by principle, evidence, KPI and company."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sandgame.frames.debrief import LinkShown, OwnDebrief
from sandgame.frames.marks import PRINCIPLES, Band, FactName, Facts, Piece, Principle
from sandgame.present.debrief_page import Evidence
from sandgame.present.debrief_profile import fact_text, of_piece, sure
from sandgame.present.debrief_scene import DebriefScene
from sandgame.present.my_page import ValueBar
from sandgame.present.pictures import BadgePicture
from sandgame.present.self_view import self_view
from sandgame.present.warned_late import late_text
from sandgame.text.numbers import MINUS, parts, percent, tenths, whole

FACTS_OF: dict[Principle, tuple[FactName, ...]] = {
    "trust": ("kept", "promised", "warned"),
    "needs": ("asked_straight", "clarified", "role_known"),
    "response": ("answered", "refused_well"),
    "openness": ("told",),
    "improvement": ("closed_loop", "rated_by_facts", "recovered"),
    "goals": ("for_company", "boundary"),
}
SUGGESTED: dict[Principle, tuple[FactName, ...]] = {"trust": ("warned",)}
"""Where the one thing to try is about some of them alone: only of these its occasions are counted."""
ICONS: dict[Principle, str] = {
    "trust": "handshake",
    "needs": "target",
    "response": "clock",
    "openness": "messages-square",
    "improvement": "rotate-ccw",
    "goals": "flag",
}
BANDS: dict[Band, tuple[int, int]] = {"silo": (0, 40), "between": (40, 60), "reference": (60, 100)}
"""Where a band lies on the scale from 0 to 100: its ends are the cuts of the bands."""
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
    short: str = ""
    """Why it has no place, beside the own view."""


@dataclass(frozen=True, slots=True)
class OwnRow:
    principle: Principle
    icon: str
    name: str
    facts: tuple[OwnFact, ...]
    empty: str
    gains_title: str
    gains: tuple[Evidence, ...]
    losses_title: str
    losses: tuple[Evidence, ...]
    spoken: str
    self_view: int | None = None
    """The own view of it, 0 to 100; None where the survey was not filled."""


@dataclass(frozen=True, slots=True)
class OwnGap:
    """Where the own view and the record lie farthest apart."""

    title: str
    name: str
    self_text: str
    self_view: int
    band: Band
    band_text: str
    fact: str


@dataclass(frozen=True, slots=True)
class OwnLink:
    provider: BadgePicture
    customer: BadgePicture
    name: str
    cells: tuple[str, str, str]
    log: tuple[int, ...]
    spoken: str


@dataclass(frozen=True, slots=True)
class OwnPaper:
    """What stands on paper beside what the screen shows. `file` is what a file of it is called."""

    file: str
    evidence: str
    no_evidence: str
    case: str
    foot: str


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
    self_legend: str = ""
    """What the diamond means; "" where there is none."""
    gap: OwnGap | None = None
    paper: OwnPaper | None = None
    notes: tuple[tuple[int, str], ...] = ()
    """Last log numbers of pieces, and what was written beside them, as it is shown."""

    def note(self, piece: Evidence) -> str:
        return next((text for log, text in self.notes if piece.log and log == piece.log[-1]), "")


def own_page(
    scene: DebriefScene, own: OwnDebrief, answers: Sequence[int] = (), notes: Mapping[int, str] | None = None
) -> OwnPage:
    """`answers` are those of the survey about the game that were given at this laptop; `notes` as in `DebriefKnown`."""
    say, name = scene.say, scene.name(own.seat)
    kpi = own.kpi
    seen = self_view(answers)
    rows = tuple(replace(_row(scene, own, each), self_view=seen.get(each)) for each in PRINCIPLES)
    shared = f"+ {whole(kpi.bonus_shared)}" if kpi.bonus_shared >= 0 else f"{MINUS} {whole(-kpi.bonus_shared)}"
    bonus = f"{whole(kpi.bonus_own)} {shared} = {whole(kpi.bonus_own + kpi.bonus_shared)}"
    if own.company is None:
        bonus = whole(kpi.bonus_own + kpi.bonus_shared)
    return OwnPage(
        badge=scene.badge(own.seat),
        title=say("debrief-own-title", name=name),
        line=say("debrief-own-line"),
        rows_title=say("debrief-own-rows"),
        silo=say("debrief-silo"),
        reference=say("debrief-reference"),
        rows=rows,
        rows_note=_rows_note(scene, own),
        no_more=say("debrief-own-unscored" if own.left_out else "debrief-profile-no-more"),
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
        self_legend=say("debrief-own-self") if any(row.self_view is not None for row in rows) else "",
        gap=_gap(scene, rows),
        paper=_paper(scene, own),
        notes=tuple((log, say("debrief-note-own", text=text)) for log, text in sorted((notes or {}).items())),
    )


def _rows_note(scene: DebriefScene, own: OwnDebrief) -> str:
    if own.left_out:
        return scene.say("debrief-own-rows-unscored")
    notes = [scene.say("debrief-own-rows-note")]
    if own.marks.left_out:
        notes.append(scene.say("debrief-own-rows-bots"))
    # why a list is shorter than somebody who was there remembers it
    notes += [unanswered_text(scene.say, own), _weeks_text(scene, own)]
    return ("" if scene.speech.language == "zh" else " ").join(note for note in notes if note)


def unanswered_text(say: Callable[..., str], own: OwnDebrief) -> str:
    """Of lines on its links that are no occasion to answer, where all weeks were played by people; "" without any."""
    asked = sum(link.asked for link in own.links if link.provider == own.seat)
    lines = asked - sum(fact.n for fact in own.facts if fact.fact == "answered")
    counts = own.marks.talk == "desk" and not own.marks.left_out and not own.left_out
    return say("debrief-own-rows-answered", count=lines) if lines > 0 and counts else ""


def _weeks_text(scene: DebriefScene, own: OwnDebrief) -> str:
    """Which weeks are no weeks of conflict, where others are."""
    found = {piece.round for fact in own.facts if fact.fact == "for_company" for piece in fact.pieces}
    told = found | {left.round for left in own.marks.left_out}
    weeks = [whole(week) for week in range(1, own.rounds + 1) if week not in told]
    return scene.say("debrief-own-rows-weeks", weeks=scene.listed(weeks)) if found and weeks else ""


def _paper(scene: DebriefScene, own: OwnDebrief) -> OwnPaper:
    say, marks = scene.say, own.marks
    talk = say(f"class-talk-{marks.talk}")
    return OwnPaper(
        file=say("paper-own-file", name=scene.name(own.seat)),
        evidence=say("paper-own-evidence"),
        no_evidence=say("paper-own-evidence-none"),
        case=scene.pick(scene.cast.title),
        foot=say("paper-foot-own", weeks=marks.length, talk=talk, scoring=marks.scoring_version),
    )


# -- six rows


def _row(scene: DebriefScene, own: OwnDebrief, principle: Principle) -> OwnRow:
    known = {fact.fact: fact for fact in own.facts}
    facts = tuple(_fact(scene, known[name]) for name in FACTS_OF[principle] if name in known)
    name = scene.say(f"score-principle-{principle}")
    pieces = own_pieces(own, principle)
    # the department's place and the table's: without either a piece has moved nothing that anybody can see
    placed = principle in own.placed and any(fact.band is not None for fact in facts)
    facts_only = "" if placed else "-facts"
    told = ", ".join(f"{fact.text} {fact.band_text}" for fact in facts)
    return OwnRow(
        principle,
        ICONS[principle],
        name,
        facts,
        "" if facts else scene.say("debrief-own-unscored" if own.left_out else "debrief-own-nothing"),
        scene.say(f"debrief-profile-for{facts_only}"),
        tuple(of_piece(scene, piece, moved=placed) for piece in _strongest(pieces, 1)),
        scene.say(f"debrief-profile-against{facts_only}"),
        tuple(of_piece(scene, piece, moved=placed) for piece in _strongest(pieces, -1)),
        f"{name}: {told}",
    )


def _fact(scene: DebriefScene, fact: Facts) -> OwnFact:
    text = scene.say(f"score-fact-{fact.fact.replace('_', '-')}", k=fact.k, n=fact.n)
    log = tuple(sorted({number for piece in fact.pieces for number in piece.log}))
    if fact.band is None:
        told = scene.say("debrief-own-few", count=fact.n)
        return OwnFact(text, None, told, log, scene.say("debrief-own-few-short", count=fact.n))
    told = fact_text(scene, fact.band)
    return OwnFact(text, sure(fact.band), told, log, told)


def _gap(scene: DebriefScene, rows: Sequence[OwnRow]) -> OwnGap | None:
    """The own view that lies farthest outside of what was found; None where each lies in it."""
    farthest, found = 0, None
    for row in rows:
        fact = next((fact for fact in row.facts if fact.band is not None), None)
        if fact is None or fact.band is None or row.self_view is None:
            continue
        low, high = BANDS[fact.band]
        outside = max(low - row.self_view, row.self_view - high)
        if outside > farthest:
            farthest = outside
            title, own = scene.say("debrief-own-gap"), scene.say("debrief-own-gap-self", value=row.self_view)
            found = OwnGap(title, row.name, own, row.self_view, fact.band, fact.band_text, fact.text)
    return found


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
    heads = (scene.say("debrief-own-kept"), scene.say("debrief-own-answered"), scene.say("debrief-own-rated"))
    cells = (
        parts(link.kept, link.matured) if link.matured else none,
        parts(link.answered, link.asked) if link.asked else none,
        tenths(link.rating, 10) if link.rating is not None else none,
    )
    other = link.customer if link.provider == own.seat else link.provider
    badges = (scene.badge(link.provider), scene.badge(link.customer))
    told = ", ".join(f"{head} {cell}" for head, cell in zip(heads, cells, strict=True))
    return OwnLink(*badges, scene.name(other), cells, link.log, f"{names}: {told}")


def _suggestion(scene: DebriefScene, own: OwnDebrief) -> str:
    """One thing to try, with how often there was an occasion for it."""
    if own.left_out:
        return scene.say("debrief-own-try-unscored")
    if own.suggestion is None:
        return scene.say("debrief-own-try-none")
    names = SUGGESTED.get(own.suggestion, FACTS_OF[own.suggestion])
    wanted = [fact for fact in own.facts if fact.fact in names and fact.k < fact.n]
    if not wanted:
        return scene.say(f"debrief-own-try-{own.suggestion}")
    least = min(wanted, key=lambda fact: (1000 * fact.k // fact.n, -fact.n))
    said = scene.say("debrief-own-try-of", n=least.n, k=least.k)
    late = late_text(scene.say, scene.listed, _late_weeks(least))
    if late:
        said = scene.say("debrief-own-try-of-late", n=least.n, k=least.k, late=late)
    return scene.say(f"debrief-own-try-{own.suggestion}") + said


def _late_weeks(fact: Facts) -> list[int]:
    """In which a promise was due and only then warned of."""
    late = (piece for piece in fact.pieces if (piece.indicator, piece.key) == ("T3", "late"))
    return sorted({dict(piece.numbers)["due"] for piece in late})
