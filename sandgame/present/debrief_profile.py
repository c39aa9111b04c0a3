"""The six principles of the table with their margins, and what spoke for and against one of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sandgame.frames.debrief import GatheredTold, TableDebrief
from sandgame.frames.marks import PRINCIPLES, Mark, Marks, Piece, Principle
from sandgame.present.debrief_charts import ProfilePicture, ProfileRow
from sandgame.present.debrief_page import Evidence, ProfileBody
from sandgame.present.debrief_scene import DebriefScene
from sandgame.text.numbers import MINUS, whole

SILO, REFERENCE = 200, 800
"""Where bots alone and collaborating ones stand, in permille of the scale."""
SHOWN = 2
"""Pieces on each side of a page; a laptop shows all three."""


def team(debrief: TableDebrief) -> dict[Principle, Mark]:
    return {mark.principle: mark for mark in debrief.marks.marks if not mark.provider and not mark.customer}


def profile_title(scene: DebriefScene, debrief: TableDebrief) -> str:
    found = [mark.band for mark in team(debrief).values() if mark.level != "events"]
    near, far = found.count("reference"), found.count("silo")
    if not found:
        return scene.say("debrief-profile-title-few")
    if near >= far and near:
        return scene.say("debrief-profile-title-near", count=near)
    return scene.say("debrief-profile-title-far", count=far) if far else scene.say("debrief-profile-title-between")


def profile_body(
    scene: DebriefScene, debrief: TableDebrief, gathered: GatheredTold | None, focus: Principle | None = None
) -> ProfileBody:
    marks = team(debrief)
    chosen = focus or focus_of(marks, gathered)
    mark = marks.get(chosen) if chosen is not None else None
    name = scene.say(f"score-principle-{chosen}") if chosen is not None else ""
    return ProfileBody(
        profile=profile(scene, marks),
        side_title=name,
        for_title=scene.say("debrief-profile-for"),
        against_title=scene.say("debrief-profile-against"),
        gains=evidence(scene, mark, mark.strongest_for[:SHOWN]) if mark is not None else (),
        losses=evidence(scene, mark, mark.strongest_against[:SHOWN]) if mark is not None else (),
        empty=scene.say("debrief-profile-no-more"),
        choices=_choices(scene, gathered),
        note=scene.say("debrief-profile-note"),
    )


def focus_of(marks: dict[Principle, Mark], gathered: GatheredTold | None) -> Principle | None:
    """What the table chose most as its delta; before that the principle with the strongest evidence."""
    if gathered is not None and gathered.delta:
        return Counter(gathered.delta).most_common(1)[0][0]
    if not marks:
        return None
    return max(marks, key=lambda name: (sum(abs(marks[name].pieces[n].effect) for n in _strongest(marks[name])), name))


def _strongest(mark: Mark) -> Sequence[int]:
    return (*mark.strongest_for, *mark.strongest_against)


def profile(scene: DebriefScene, marks: dict[Principle, Mark]) -> ProfilePicture:
    rows = tuple(row(scene, scene.say(f"score-principle-{name}"), marks.get(name)) for name in PRINCIPLES)
    return ProfilePicture(
        rows,
        SILO,
        scene.say("debrief-silo"),
        REFERENCE,
        scene.say("debrief-reference"),
        ", ".join(f"{each.name} {each.text or each.too_little}" for each in rows),
    )


def row(scene: DebriefScene, name: str, mark: Mark | None) -> ProfileRow:
    """A band in words with its margin; too little evidence says how much there was."""
    if mark is None or mark.level == "events" or mark.points is None or mark.low is None or mark.high is None:
        count = len(mark.pieces) if mark is not None else 0
        return ProfileRow(name, too_little=scene.say("debrief-profile-few", count=count))
    text = scene.say(f"score-band-{mark.band}") if mark.band is not None else ""
    return ProfileRow(name, mark.points // 10, mark.low // 10, mark.high // 10, text)


def evidence(scene: DebriefScene, mark: Mark, places: Sequence[int]) -> tuple[Evidence, ...]:
    return tuple(of_piece(scene, mark.pieces[place]) for place in places)


def of_piece(scene: DebriefScene, piece: Piece) -> Evidence:
    return Evidence(scene.week(piece.round), scene.piece(piece), effect_text(piece.effect), piece.log)


def effect_text(effect: int) -> str:
    """Hundredths of a point to one decimal: 312 is "+3.1"."""
    size = (abs(effect) + 5) // 10
    sign = "+" if effect > 0 else MINUS if effect < 0 else ""
    return f"{sign}{whole(size // 10)}.{size % 10}"


def _choices(scene: DebriefScene, gathered: GatheredTold | None) -> tuple[str, ...]:
    if gathered is None:
        return ()
    lines = []
    if gathered.plus:
        name, votes = Counter(gathered.plus).most_common(1)[0]
        lines.append(scene.say("debrief-profile-plus", principle=scene.say(f"score-principle-{name}"), votes=votes))
    if gathered.delta:
        name, votes = Counter(gathered.delta).most_common(1)[0]
        lines.append(scene.say("debrief-profile-delta", principle=scene.say(f"score-principle-{name}"), votes=votes))
    return tuple(lines)


def left_out_text(scene: DebriefScene, marks: Marks) -> str:
    """Weeks of departments that were not marked, by their reason; never which departments. Bots' whole games, which
    everybody knows of, are among them."""
    asked = sum(left.asked for left in marks.left_out)
    others = len(marks.left_out) - asked
    if not asked:
        return scene.say("debrief-left-out-bots", others=others) if others else ""
    return scene.say("debrief-left-out", asked=asked, others=others)
