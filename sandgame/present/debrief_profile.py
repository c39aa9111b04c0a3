"""The six principles of the table with their margins, and what spoke for and against one of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Literal

from sandgame.frames.debrief import GatheredTold, TableDebrief
from sandgame.frames.marks import PRINCIPLES, Band, Mark, Marks, Piece, Principle
from sandgame.present.debrief_charts import ProfilePicture, ProfileRow
from sandgame.present.debrief_page import Evidence, ProfileBody, Unplaced
from sandgame.present.debrief_scene import DebriefScene
from sandgame.present.evidence import Naming
from sandgame.rules.ids import TABLE
from sandgame.text.numbers import MINUS, whole

SILO, REFERENCE = 200, 800
"""Where bots alone and collaborating ones stand, in permille of the scale."""
Standing = Literal["below", "silo", "between", "reference", "unsure"]
ENOUGH = 8
"""Occasions from which on their number is no longer the reason."""
SHOWN = 2
"""Pieces on each side of a page; a laptop shows all three."""


def team(debrief: TableDebrief) -> dict[Principle, Mark]:
    return {mark.principle: mark for mark in debrief.marks.marks if not mark.provider and not mark.customer}


def profile_title(scene: DebriefScene, debrief: TableDebrief) -> str:
    found = [standing(mark) for mark in team(debrief).values() if has_place(mark)]
    near, below = found.count("reference"), found.count("below")
    far = found.count("silo") + below
    if not found:
        return scene.say("debrief-profile-title-few")
    if near >= far and near:
        return scene.say("debrief-profile-title-near", count=near)
    if far:
        return scene.say("debrief-profile-title-below" if below else "debrief-profile-title-far", count=far)
    between = found.count("between")
    return scene.say("debrief-profile-title-between", count=between) if between == len(found) else scene.say(
        "debrief-profile-title-unsure")  # fmt: skip


def profile_body(
    scene: DebriefScene, debrief: TableDebrief, gathered: GatheredTold | None, focus: Principle | None = None
) -> ProfileBody:
    marks = team(debrief)
    chosen = focus or focus_of(marks, gathered)
    mark = marks.get(chosen) if chosen is not None else None
    name = scene.say(f"score-principle-{chosen}") if chosen is not None else ""
    placed = tuple(each for each in PRINCIPLES if has_place(marks.get(each)))
    return ProfileBody(
        profile=profile(scene, marks, placed),
        placed=placed,
        unplaced=unplaced(scene, marks),
        chosen=chosen,
        side_title=name,
        for_title=scene.say("debrief-profile-for" if has_place(mark) else "debrief-profile-for-facts"),
        against_title=scene.say("debrief-profile-against" if has_place(mark) else "debrief-profile-against-facts"),
        gains=evidence(scene, mark, mark.strongest_for[:SHOWN]) if mark is not None else (),
        losses=evidence(scene, mark, mark.strongest_against[:SHOWN]) if mark is not None else (),
        empty=scene.say("debrief-profile-no-more"),
        choices=_choices(scene, gathered),
        note=scene.say("debrief-profile-note" if has_place(mark) else "debrief-profile-note-facts"),
        choose=scene.say("debrief-profile-choose"),
    )


def has_place(mark: Mark | None) -> bool:
    return mark is not None and mark.level != "events" and mark.points is not None


def standing(mark: Mark) -> Standing:
    """Its band where that is sure; one that is near neither end and reaches across a line tells neither side of it."""
    if mark.low is None or mark.high is None or mark.band is None:
        return "unsure"
    if mark.band == "silo":
        return "below" if mark.high < 10 * SILO else "silo"
    if mark.band == "between":
        return "between" if mark.low >= 10 * SILO and mark.high <= 10 * REFERENCE else "unsure"
    return mark.band


def standing_text(naming: Naming, mark: Mark) -> str:
    found = standing(mark)
    return naming.say(f"debrief-profile-{found}" if found in ("below", "unsure") else f"score-band-{found}")


def sure(band: Band | None) -> Band | None:
    """A department's fact comes without its margin: that it clears neither cut is all that "between" says there."""
    return None if band == "between" else band


def fact_text(naming: Naming, band: Band) -> str:
    """As of a principle whose bar crosses a line."""
    return naming.say("debrief-profile-unsure" if sure(band) is None else f"score-band-{band}")


def occasions(mark: Mark | None) -> int:
    """As they are counted on departments' own pages too, whether or not there is a scale to weigh them by."""
    return sum(gauge.n for gauge in mark.gauges if gauge.seat == TABLE) if mark is not None else 0


def unplaced(scene: DebriefScene, marks: dict[Principle, Mark]) -> tuple[Unplaced, ...]:
    """Those without a place by their reason, each with how often there was an occasion."""
    found: dict[str, list[tuple[Principle, str]]] = {}
    for principle in PRINCIPLES:
        mark = marks.get(principle)
        if has_place(mark):
            continue
        count = occasions(mark)
        why = "none" if not count else "few" if count < ENOUGH or (mark and mark.points is not None) else "alike"
        name = scene.say(f"score-principle-{principle}")
        text = scene.say("debrief-profile-counted", principle=name, count=count) if count else name
        found.setdefault(why, []).append((principle, text))
    return tuple(
        Unplaced(scene.say(f"debrief-profile-{why}"), tuple(found[why]))
        for why in ("few", "alike", "none")
        if why in found
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


def profile(
    scene: DebriefScene, marks: dict[Principle, Mark], placed: Sequence[Principle] = PRINCIPLES
) -> ProfilePicture:
    rows = tuple(row(scene, scene.say(f"score-principle-{name}"), marks.get(name)) for name in placed)
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
        return ProfileRow(name, too_little=scene.say("debrief-profile-few-of", count=occasions(mark)))
    text = standing_text(scene, mark) if mark.band is not None else ""
    return ProfileRow(name, mark.points // 10, mark.low // 10, mark.high // 10, text)


def evidence(scene: DebriefScene, mark: Mark, places: Sequence[int]) -> tuple[Evidence, ...]:
    """What moved a place says by how much; where there is no place, nothing was moved."""
    return tuple(of_piece(scene, mark.pieces[place], moved=has_place(mark)) for place in places)


def of_piece(scene: DebriefScene, piece: Piece, *, moved: bool = True) -> Evidence:
    effect = effect_text(scene, piece.effect) if moved else ""
    return Evidence(scene.week(piece.round), scene.piece(piece), effect, piece.log)


def effect_text(scene: DebriefScene, effect: int) -> str:
    """Hundredths of a point to one decimal, with the unit: 312 is "+3.1 分"."""
    size = (abs(effect) + 5) // 10
    sign = "+" if effect > 0 else MINUS if effect < 0 else ""
    return scene.say("debrief-profile-points", points=f"{sign}{whole(size // 10)}.{size % 10}")


def _choices(scene: DebriefScene, gathered: GatheredTold | None) -> tuple[str, ...]:
    if gathered is None:
        return ()
    both = (("debrief-profile-plus", gathered.plus), ("debrief-profile-delta", gathered.delta))
    return tuple(_choice(scene, key, votes) for key, votes in both if votes)


def _choice(scene: DebriefScene, key: str, votes: Sequence[Principle]) -> str:
    """All that were chosen as often stand together, in the order of the principles."""
    counted = Counter(votes)
    most = max(counted.values())
    names = [scene.say(f"score-principle-{name}") for name in PRINCIPLES if counted[name] == most]
    return scene.say(key if len(names) == 1 else f"{key}-tied", principle=scene.listed(names), votes=most)


def left_out_text(scene: DebriefScene, marks: Marks) -> str:
    """Weeks of departments that were not marked, by their reason. Bots' whole games, which everybody knows of, are
    among them. Here stands no department; where its KPI and ratings are not listed it can be told, as the notice before
    play says."""
    asked = sum(left.asked for left in marks.left_out)
    others = len(marks.left_out) - asked
    if not asked:
        return scene.say("debrief-left-out-bots", others=others) if others else ""
    return scene.say("debrief-left-out", asked=asked, others=others)
