"""My own page at the end: what this department did, week by week and for whom, as facts and without a score."""

from __future__ import annotations

from dataclasses import dataclass

from sandgame.present.ledger import ledger
from sandgame.present.phrases import badge, listed, unique, week_short
from sandgame.present.pictures import BadgePicture, LedgerRow
from sandgame.present.scene import Scene
from sandgame.rules.figures import JUDGED, SHARED_GOAL, bonus
from sandgame.rules.ids import SeatId
from sandgame.rules.sections import Promise
from sandgame.text.numbers import parts, percent, tenths, whole


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of what the game recorded; `figure` stands out."""

    icon: str
    figure: str
    text: str


@dataclass(frozen=True, slots=True)
class WeekRow:
    """One thing followed through the weeks; `badge` where a department gave it."""

    name: str
    cells: tuple[str, ...]
    spoken: str
    badge: BadgePicture | None = None


@dataclass(frozen=True, slots=True)
class ServedRow:
    """A department that I served: with what, promises kept of those due, units that came good, its thanks."""

    badge: BadgePicture
    name: str
    what: str
    cells: tuple[str, str, str]
    spoken: str


@dataclass(frozen=True, slots=True)
class ValueBar:
    """What the company captured, beside my KPI; `mark` is where the collaborating reference came to."""

    name: str
    text: str
    value: int
    mark: int | None
    mark_text: str
    spoken: str


@dataclass(frozen=True, slots=True)
class MyPage:
    weeks_title: str
    weeks: tuple[str, ...]
    rows: tuple[WeekRow, ...]
    weeks_note: str
    served_title: str
    served_heads: tuple[str, str, str]
    served: tuple[ServedRow, ...]
    served_empty: str
    facts_title: str
    facts: tuple[Fact, ...]
    facts_note: str


@dataclass(frozen=True, slots=True)
class History:
    """Every promise of the game on either side, with what became of it."""

    promised_title: str
    promised: tuple[LedgerRow, ...]
    promised_empty: str
    owed_title: str
    owed: tuple[LedgerRow, ...]
    owed_empty: str


def my_page(scene: Scene) -> MyPage:
    say = scene.speech.say
    weeks = range(1, scene.view.table.length + 1)
    return MyPage(
        weeks_title=say("over-weeks"),
        weeks=tuple(week_short(scene, week) for week in weeks),
        rows=_week_rows(scene, weeks),
        weeks_note=say("over-weeks-note"),
        served_title=say("over-served"),
        served_heads=(say("over-served-kept"), say("over-served-units"), say("over-served-thanks")),
        served=_served(scene),
        served_empty=say("over-served-empty"),
        facts_title=say("over-did"),
        facts=did(scene),
        facts_note=say("over-one-game"),
    )


def history(scene: Scene) -> History:
    known = ledger(scene, everything=True)
    return History(
        known.promised_title, known.promised, known.promised_empty, known.owed_title, known.owed, known.owed_empty
    )


def mine(scene: Scene) -> list[Promise]:
    return [each for each in scene.view.threads.promises if each.provider == scene.seat]


def theirs(scene: Scene) -> list[Promise]:
    return [each for each in scene.view.threads.promises if each.customer == scene.seat]


def kept_of(promises: list[Promise]) -> tuple[int, int]:
    """Kept ones of those that came to be judged."""
    judged = [each.state for each in promises if each.state in JUDGED]
    return judged.count("kept"), len(judged)


def kept_text(scene: Scene, promises: list[Promise]) -> str:
    kept, due = kept_of(promises)
    return parts(kept, due) if due else scene.speech.say("over-none")


# week by week


def _week_rows(scene: Scene, weeks: range) -> tuple[WeekRow, ...]:
    say, table = scene.speech.say, scene.view.table
    kpis = {each.round: whole(each.figures.kpi) for each in scene.view.me.figures}
    rows = [_week_row(scene, say("deliver-my-kpi"), kpis, weeks, badge(scene, scene.seat))]
    if table.results and table.results[-1].index is not None:
        found = {each.round: percent(each.index) for each in table.results if each.index is not None}
        rows.append(_week_row(scene, say("deliver-index"), found, weeks))
    else:
        made = {each.round: whole(each.result) for each in table.results}
        name = say("deliver-company-money", money=scene.pick(scene.cast.money))
        rows.append(_week_row(scene, name, made, weeks))
    promised = mine(scene)
    due = {week: kept_text(scene, [promise for promise in promised if promise.due == week]) for week in weeks}
    rows.append(_week_row(scene, say("over-weeks-kept"), due, weeks))
    return (*rows, *_rating_rows(scene, weeks))


def _rating_rows(scene: Scene, weeks: range) -> list[WeekRow]:
    """What each customer gave me, a week: the mean of its items."""
    received = scene.view.review.received
    rows = []
    for seat in sorted({got.rating.customer for got in received}):
        given = {
            got.round: tenths(sum(got.rating.items), len(got.rating.items))
            for got in received
            if got.rating.customer == seat
        }
        name = scene.speech.say("over-weeks-rated", department=scene.name(seat))
        rows.append(_week_row(scene, name, given, weeks, badge(scene, seat)))
    return rows


def _week_row(scene: Scene, name: str, found: dict[int, str], weeks: range, who: BadgePicture | None = None) -> WeekRow:
    told = [f"{week_short(scene, week)} {text}" for week, text in sorted(found.items())]
    cells = tuple(found.get(week, scene.speech.say("over-none")) for week in weeks)
    return WeekRow(name, cells, f"{name}: {', '.join(told)}", who)


# for whom


def _served(scene: Scene) -> tuple[ServedRow, ...]:
    """Every department that I promised something, in seat order."""
    made = [promise for promise in mine(scene) if not promise.is_gone]
    return tuple(_served_row(scene, seat, made) for seat in sorted({promise.customer for promise in made}))


def _served_row(scene: Scene, seat: SeatId, made: list[Promise]) -> ServedRow:
    here = [promise for promise in made if promise.customer == seat]
    what = listed(scene, unique(scene.service(promise.service) for promise in here))
    thanks = scene.view.review.thanks_from.count(seat)
    cells = (
        kept_text(scene, here),
        parts(sum(promise.delivered for promise in here), sum(promise.units for promise in here)),
        whole(thanks) if thanks else scene.speech.say("over-none"),
    )
    name = scene.name(seat)
    return ServedRow(badge(scene, seat), name, what, cells, f"{name}, {what}: {', '.join(cells)}")


# what I did

_WHAT_BECAME = (
    ("late", "history", ("late",)),
    ("never", "circle-x", ("overdue", "broken", "lapsed")),
    ("gone", "split", ("released", "replaced")),
)


def did(scene: Scene) -> tuple[Fact, ...]:
    """Counts of what I did; what never happened is left out, but for the promises kept."""
    say, view, made = scene.speech.say, scene.view, mine(scene)
    kept, due = kept_of(made)
    facts = [Fact("arrow-up-right", parts(kept, due), say("over-fact-mine" if due else "over-fact-mine-none"))]
    for key, icon, states in _WHAT_BECAME:
        count = sum(promise.state in states for promise in made)
        facts.append(Fact(icon, whole(count), say(f"over-did-{key}", count=count)))
    warned = sum(promise.warned > 0 for promise in made)
    facts.append(Fact("bell-ring", whole(warned), say("over-did-warned", count=warned)))
    thanks = view.review.thanks_from
    names = listed(scene, [scene.name(seat) for seat in sorted(set(thanks))])
    facts.append(Fact("heart-handshake", whole(len(thanks)), say("over-did-thanks", count=len(thanks), names=names)))
    change = sum(will.provider == scene.seat for will in view.review.will_do)
    facts.append(Fact("sprout", whole(change), say("over-did-change", count=change)))
    return tuple(fact for place, fact in enumerate(facts) if place == 0 or fact.figure != whole(0))


# beside the KPI


def value_bar(scene: Scene) -> ValueBar | None:
    """None without benchmarks."""
    last, best = scene.view.table.results[-1], scene.view.table.best
    if last.index is None:
        return None
    say, mark, mark_text = scene.speech.say, None, ""
    if last.reference is not None and last.silo is not None and best is not None and best > last.silo:
        mark = captured(last.reference, last.silo, best)
        mark_text = say("over-value-mark", value=percent(mark))
    name, text = say("deliver-index"), percent(last.index)
    return ValueBar(name, text, last.index, mark, mark_text, f"{name} {text} {mark_text}".strip())


def captured(result: int, silo: int, best: int) -> int:
    """Percent of the way from silo to best, towards zero."""
    way = 100 * (result - silo)
    return way // (best - silo) if way >= 0 else -(-way // (best - silo))


def under_shared_goal(scene: Scene) -> tuple[int, int] | None:
    """What the bonus would be if half of it followed the company; None where it does, or nothing is to be shared."""
    index, figures = scene.view.table.results[-1].index, scene.view.me.figures
    if index is None or not figures or scene.view.table.company_share == SHARED_GOAL:
        return None
    return bonus(SHARED_GOAL, figures[-1].figures.kpi, index)
