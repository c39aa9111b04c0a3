"""Titles are findings: which sentence holds, of a class and of a table. Templates only, each with its figures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from sandgame.frames.debrief import FactShown, LinkShown, TableDebrief, TurningPoint
from sandgame.present.warned_late import late_text
from sandgame.report.charts import change_name
from sandgame.report.document import Point
from sandgame.report.wording import Wording
from sandgame.rules.ids import TABLE, SeatId
from sandgame.text.numbers import percent, tenths

FINE_KPI, FINE_VALUE = 60, 50
"""Where pages call a KPI fine and the company's share of the possible well: marks of the page (design, debrief 31)."""
LOW_RATING = 40
"""Tenths from which on a rating is none to speak of: four of five."""
MOST = 3


def table_title(words: Wording, debrief: TableDebrief) -> str:
    company = debrief.company
    if company is not None:
        key = "report-title-value" if company.captured >= 0 else "report-title-below"
        return words.say(key, value=percent(company.captured))
    kept, due = kept_of(debrief.links)
    return words.say("report-title-kept", kept=kept, due=due) if due else words.say("report-title-plain")


def company_finding(words: Wording, debrief: TableDebrief) -> str:
    """The departments' measures beside the company's; empty where the case has no benchmarks."""
    company = debrief.company
    if company is None or len(debrief.kpis) == len(debrief.left_out):
        return ""
    listed = [one for one in debrief.kpis if one.seat not in debrief.left_out]
    fine = sum(one.kpi >= FINE_KPI for one in listed)
    if fine == len(listed):
        return words.say("report-all-fine-company-not" if company.captured < FINE_VALUE else "report-all-fine")
    return words.say("report-some-fine", least=FINE_KPI, fine=fine, of=len(listed))


def kept_of(links: Sequence[LinkShown]) -> tuple[int, int]:
    return sum(link.kept for link in links), sum(link.matured for link in links)


def findings(words: Wording, tables: Sequence[TableDebrief]) -> tuple[Point, ...]:
    """Of the whole class: the first three that hold."""
    held = (found for make in _CLASS for found in make(words, tables))
    chosen = [pair for pair, _ in zip(held, range(MOST), strict=False)]
    return tuple(Point(str(number), title, text) for number, (title, text) in enumerate(chosen, start=1))


Finding = Iterator[tuple[str, str]]


def _where(words: Wording, tables: Sequence[TableDebrief]) -> Finding:
    """In which of the three parts most was lost; only where all tables played alike and the parts are told apart, and
    where anything was lost at all: weeks may have brought more than their estimate held."""
    weeks = [week for table in tables for week in table.weeks]
    total = sum(week.loss for week in weeks)
    if total <= 0 or any(table.talk == "open" or not table.weeks for table in tables):
        return
    sums = {
        "table": sum(week.table for week in weeks),
        "departments": sum(week.departments for week in weeks),
        "clarity": sum(week.clarity for week in weeks),
    }
    most = max(sums, key=lambda part: sums[part])
    key = "report-find-most" if 2 * sums[most] > total else "report-find-largest"
    text = words.say("report-find-where", total=total, money=words.money, **sums)
    yield words.say(f"{key}-{most}"), text


def _lowest(words: Wording, tables: Sequence[TableDebrief]) -> Finding:
    """The service that was rated lowest over all tables, beside the highest; not where it was rated well and mostly
    kept, for something is always lowest."""
    found: dict[tuple[SeatId, SeatId], list[LinkShown]] = {}
    for table in tables:
        for link in table.links:
            if link.rating is not None and link.provider not in table.left_out:
                found.setdefault((link.provider, link.customer), []).append(link)
    if len(found) < 2:
        return

    def mean(pair: tuple[SeatId, SeatId]) -> tuple[int, int]:
        """Sum in tenths and how many ratings."""
        return sum((link.rating or 0) * link.ratings for link in found[pair]), sum(link.ratings for link in found[pair])

    order = sorted(found, key=lambda pair: (mean(pair)[0] * 1000 // mean(pair)[1], pair))
    low, high = order[0], order[-1]
    kept, due = kept_of(found[low])
    if _mostly(kept, due) and mean(low)[0] >= LOW_RATING * mean(low)[1]:
        return
    figures = {
        "low": _tenth(*mean(low)),
        "high": _tenth(*mean(high)),
        "kept": words.share(kept, due),
        "answered": words.share(sum(one.answered for one in found[low]), sum(one.asked for one in found[low])),
    }
    title = words.say("report-find-lowest", service=words.services(found[low][0]), link=words.link(*low))
    yield title, words.say("report-find-lowest-text", **figures)


def _tenth(total: int, count: int) -> str:
    return tenths(total, 10 * count)


def _warned(words: Wording, tables: Sequence[TableDebrief]) -> Finding:
    links = [link for table in tables for link in table.links]
    warned, risk = sum(link.warned for link in links), sum(link.at_risk for link in links)
    if risk:
        key = "report-find-warned" if 2 * warned >= risk else "report-find-silent"
        yield words.say(key), words.say("report-find-warned-text", warned=warned, risk=risk)


def _causes(words: Wording, tables: Sequence[TableDebrief]) -> Finding:
    causes = [cause for table in tables for cause in table.causes]
    total, agreed = sum(cause.total for cause in causes), sum(cause.agreed for cause in causes)
    if total:
        key = "report-find-causes" if 2 * agreed < total else "report-find-causes-agreed"
        yield words.say(key), words.say("report-find-causes-text", total=total, agreed=agreed)


def _kept(words: Wording, tables: Sequence[TableDebrief]) -> Finding:
    kept, due = kept_of([link for table in tables for link in table.links])
    if due:
        key = "report-find-kept" if _mostly(kept, due) else "report-find-not-kept"
        yield words.say(key), words.say("report-find-kept-text", kept=kept, due=due)


def _mostly(kept: int, due: int) -> bool:
    return 4 * kept >= 3 * due


_CLASS: tuple[Callable[[Wording, Sequence[TableDebrief]], Finding], ...] = (_where, _lowest, _warned, _causes, _kept)


def link_line(words: Wording, link: LinkShown) -> str:
    """What the log says of a link in one short sentence; the first that holds."""
    say = words.say
    silent = link.asked - link.answered
    if link.matured and link.kept == 0:
        return say("report-link-none")
    if link.at_risk and not link.warned:
        return late_text(say, words.listed, link.warned_late) or say("report-link-silent")
    if silent > 0:
        return say("report-link-unanswered", count=silent)
    if link.warned:
        return say("report-link-warned", count=link.warned)
    if link.matured and link.kept == link.matured:
        return say("report-link-kept")
    return say("report-link-missed", count=link.matured - link.kept) if link.matured else ""


def moments(words: Wording, debrief: TableDebrief) -> tuple[Point, ...]:
    """The turning points, each with what it may have been worth."""
    return tuple(_moment(words, debrief, point) for point in debrief.turning)


def _moment(words: Wording, debrief: TableDebrief, point: TurningPoint) -> Point:
    say = words.say
    when = f"{words.week(point.round)} {say(f'game-phase-{point.phase}')}"
    numbers = dict(point.numbers)
    key = point.kind.replace("_", "-")
    figures: dict[str, str | int] = {
        "department": _player(words, debrief, point.seat),
        "other": words.listed(_player(words, debrief, seat) for seat in point.touched or (point.other,)),
        "money": words.sized(point.money),
        "what": words.what(point.service, point.units) if point.service else "",
        "measure": _measure(words, debrief, point),
        "fact": next((about(words, name, number) for name, number in point.numbers if name in _ABOUT), ""),
        **{name: numbers.get(name, 0) for name in ("hours", "due", "arrived", "before", "after")},
    }
    used = {name: figures[name] for name in _USED[key]}
    text = say(f"report-turn-{key}-text", **{name: figures[name] for name in _TEXT_USED[key]})
    return Point(when, say(f"report-turn-{key}", **used), text)


def _player(words: Wording, debrief: TableDebrief, seat: SeatId) -> str:
    """Marked where a bot played the whole time."""
    name = words.name(seat)
    return words.say("debrief-bot-name", name=name) if seat in debrief.bots else name


_ABOUT = ("order", "free_hours", "stock")
_USED: dict[str, tuple[str, ...]] = {
    "not-told": ("department", "fact"),
    "told": ("department", "fact"),
    "own-work-first": ("department", "other", "what"),
    "promise-broken": ("department", "other", "what"),
    "not-answered": ("department", "other"),
    "overpromised": ("department", "other"),
    "warned": ("department", "other"),
    "measure": ("measure",),
}
_TEXT_USED: dict[str, tuple[str, ...]] = {
    "not-told": ("other", "money"),
    "told": ("other", "money"),
    "own-work-first": ("due", "arrived", "hours", "money"),
    "promise-broken": ("due", "arrived", "money"),
    "not-answered": ("money",),
    "overpromised": ("money",),
    "warned": ("money",),
    "measure": ("before", "after", "money"),
}
"""Which figures a sentence takes."""


def _measure(words: Wording, debrief: TableDebrief, point: TurningPoint) -> str:
    found = (each for each in debrief.changes if each.kind == "measure" and each.log in point.log)
    return next((change_name(words, each) for each in found), "")


def about(words: Wording, kind: str, number: int) -> str:
    """What a fact is about: an order, free hours, stock."""
    if kind == "order":
        return words.say("report-fact-order", order=words.client(number))
    if kind == "stock" and number:
        return words.say("report-fact-stock", service=words.service(number))
    return words.say("report-fact-stock-plain" if kind == "stock" else "report-fact-free-hours")


def told_line(words: Wording, fact: FactShown) -> str:
    """To whom a fact was told, and when first; to only so many of those who could use it; or that it was not."""
    if not fact.told:
        return words.say("report-not-told")
    first: dict[SeatId, int] = {}
    for week, to in fact.told:
        first[to] = min(week, first.get(to, week))
    told = words.listed(
        words.say("report-told-when", who=words.name(to), week=words.week(week)) for to, week in first.items()
    )
    if len(fact.needed_by) < 2 or TABLE in first or set(fact.needed_by) <= first.keys():
        return told
    return words.say("report-told-some", told=told)
