"""The three moments with the largest losses or gains: first what was known, then the estimate."""

from __future__ import annotations

from collections.abc import Sequence

from sandgame.frames.debrief import GatheredTold, TableDebrief, TurningPoint
from sandgame.present.debrief_page import MomentCard, MomentsBody
from sandgame.present.debrief_scene import DebriefScene
from sandgame.rules.ids import TABLE, SeatId
from sandgame.text.numbers import span, whole

_WHEN = {"brief": 100, "negotiate": 350, "plan": 600, "deliver": 850, "review": 1000}
"""How far into its week a phase lies, in permille."""
CHOICES = 2
"""What a table may vote for in a moment: as it was done, or the other way."""


def moments_title(scene: DebriefScene, debrief: TableDebrief) -> str:
    count = len(debrief.turning)
    return scene.say("debrief-moments-title", count=count) if count else scene.say("debrief-moments-none")


def moments_body(
    scene: DebriefScene, debrief: TableDebrief, gathered: GatheredTold | None, *, revealed: bool
) -> MomentsBody:
    weeks, company = debrief.weeks, debrief.company
    lost = sum(week.loss for week in weeks)
    start = debrief.best_begun or 0
    end = weeks[-1].still if weeks else 0
    return MomentsBody(
        weeks=tuple(scene.week(week.round) for week in weeks),
        start=start,
        start_text=whole(start) if weeks else "",
        still=tuple(week.still for week in weeks),
        end_text=whole(end) if weeks else "",
        lost_text=scene.say("debrief-moments-lost", money=lost) if weeks and company is not None else "",
        chart_title=scene.say("debrief-moments-chart", money=scene.money)
        if weeks
        else scene.say("debrief-value-waiting")
        if "losses" in debrief.awaits
        else "",
        pins=tuple(
            ((point.round - 1) * 1000 + _WHEN.get(point.phase, 500), number, point.gain)
            for number, point in enumerate(debrief.turning, start=1)
        ),
        cards=tuple(
            card(scene, point, number, gathered, revealed=revealed) for number, point in enumerate(debrief.turning, 1)
        ),
        empty="" if debrief.turning else scene.say("debrief-moments-none-line"),
        note=scene.say("debrief-moments-note"),
    )


def card(
    scene: DebriefScene, point: TurningPoint, number: int, gathered: GatheredTold | None, *, revealed: bool
) -> MomentCard:
    key = point.kind.replace("_", "-")
    told = _told(scene, point)
    head, line = scene.say(f"debrief-turn-{key}", **told), scene.say(f"debrief-turn-{key}-line", **told)
    estimate = whole(point.money) if revealed else ""
    what = scene.say(f"debrief-turn-{key}-if", **told)
    estimate_line = what if revealed else _asks(scene, what, number - 1, gathered)
    where = scene.say("debrief-when", week=point.round, phase=scene.say(f"game-phase-{point.phase}"))
    return MomentCard(
        number=number,
        gain=point.gain,
        where=where,
        provider=scene.badge(point.seat),
        customer=scene.badge(point.other) if point.other != TABLE else None,
        head=head,
        line=line,
        touched_title=scene.say(f"debrief-touched-{key}") if point.touched else "",
        touched=tuple(scene.badge(seat) for seat in point.touched),
        estimate_line=estimate_line,
        estimate=estimate,
        question=scene.say(f"debrief-turn-{key}-ask"),
        log=point.log,
        spoken=scene.say("debrief-moment-said", where=where, head=head, line=line)
        + (f"{estimate_line} {estimate} {scene.money}" if revealed else ""),
        votes=votes_of(scene, number - 1, gathered),
        guessed=guessed_of(scene, number - 1, gathered) if revealed else "",
    )


def _asks(scene: DebriefScene, what: str, moment: int, gathered: GatheredTold | None) -> str:
    """To guess what the estimate will say, and how many have."""
    count = len(_guesses(moment, gathered))
    if not count or gathered is None:
        return scene.say("debrief-moments-guess", what=what)
    return scene.say("debrief-moments-guess-counted", what=what, done=count, seats=gathered.seats)


def _guesses(moment: int, gathered: GatheredTold | None) -> list[int]:
    return [money for place, money in (gathered.estimates if gathered is not None else ()) if place == moment]


def guessed_of(scene: DebriefScene, moment: int, gathered: GatheredTold | None) -> str:
    """From the smallest to the largest; nobody's alone is told as whose it is."""
    found = _guesses(moment, gathered)
    if not found:
        return scene.say("debrief-moments-guessed-none") if gathered is not None else ""
    return scene.say("debrief-moments-guessed", money=span(min(found), max(found)), unit=scene.money)


def choices(scene: DebriefScene) -> tuple[str, ...]:
    return tuple(scene.say(f"debrief-vote-{place}") for place in range(CHOICES))


def votes_of(scene: DebriefScene, moment: int, gathered: GatheredTold | None) -> tuple[tuple[str, str], ...]:
    """Each choice with how many took it; nothing before anybody has."""
    found = {choice: count for place, choice, count in (gathered.votes if gathered else ()) if place == moment}
    if not found:
        return ()
    return tuple((name, whole(found.get(place, 0))) for place, name in enumerate(choices(scene)))


def _told(scene: DebriefScene, point: TurningPoint) -> dict[str, str | int]:
    numbers: dict[str, str | int] = dict(point.numbers)
    about = next((name for name, _ in point.numbers if name in ("order", "free_hours", "stock")), "")
    return {
        "hours": 0,
        "due": 0,
        "arrived": 0,
        "before": 0,
        "after": point.money,
        **numbers,
        "seat": scene.player(point.seat),
        "other": scene.player(point.other),
        "service": scene.service(point.service) if point.service else "",
        "units": scene.units(point.service, point.units) if point.service else "",
        "fact": fact_name(scene, about, int(numbers.get(about, 0))) if about else "",
        "own": scene.own_work(SeatId(point.seat)),
        "needed": scene.listed([scene.player(seat) for seat in _first(point.touched)]),
    }


def _first(seats: Sequence[SeatId]) -> Sequence[SeatId]:
    return seats[:3]


def fact_name(scene: DebriefScene, about: str, number: int) -> str:
    if about == "stock" and number:
        return scene.say("debrief-fact-stock-of", service=scene.service(number))
    if about == "order":
        return order_fact(scene, number)
    return scene.say(f"debrief-fact-{about.replace('_', '-')}")


def order_fact(scene: DebriefScene, number: int) -> str:
    """An order by the name of who ordered, where that is known."""
    client = scene.words.get(f"order.{number}")
    return scene.say("debrief-fact-order-of", client=scene.pick(client)) if client else scene.say("debrief-fact-order")
