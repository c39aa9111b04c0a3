"""The end: what the company made, what I was measured by, which promises were kept, and what that may mean."""

from __future__ import annotations

from dataclasses import dataclass

from sandgame.present.charts import CurveLine, CurvePicture, LineKind, RulerPicture, WaterfallBar, WaterfallPicture
from sandgame.present.deliver import sum_text
from sandgame.present.money import money_lines
from sandgame.present.my_page import (
    Fact,
    History,
    MyPage,
    ValueBar,
    captured,
    history,
    kept_of,
    kept_text,
    mine,
    my_page,
    theirs,
    under_shared_goal,
    value_bar,
)
from sandgame.present.now import NotePicture, NowBar
from sandgame.present.outcomes import client_name
from sandgame.present.phrases import badge, service_times
from sandgame.present.pictures import BadgePicture
from sandgame.present.recipe import MetricRow, last_figures, metric_rows
from sandgame.present.scene import Scene
from sandgame.rules.ids import SeatId
from sandgame.rules.sections import OwnOrder, Result
from sandgame.text.numbers import MINUS, parts, percent, signed, tenths, whole

GOOD_KPI, GOOD_VALUE = 60, 50
"""Where this page calls a KPI fine and the company's share of the possible well: marks of the page, not of the game."""


@dataclass(frozen=True, slots=True)
class LinkRow:
    """What passed between me and one partner: promises kept of those due, both ways, and its ratings of me."""

    badge: BadgePicture
    name: str
    mine: str
    theirs: str
    rated: str
    spoken: str


@dataclass(frozen=True, slots=True)
class OverPicture:
    """`tabs` name the three pages of the end: the result, my own page, and the history of promises."""

    tabs: tuple[str, str, str]
    my_page: MyPage
    history: History
    badge: BadgePicture
    kicker: str
    title: str
    value: str
    finding: str
    estimate: str
    ruler: RulerPicture | None
    money_title: str
    money: WaterfallPicture
    curve_title: str
    curve: CurvePicture
    facts_title: str
    facts: tuple[Fact, ...]
    question_lead: str
    question: str
    question_note: str
    kpi_title: str
    kpi: str
    value_bar: ValueBar | None
    metrics: tuple[MetricRow, ...]
    bonus_title: str
    bonus_how: str
    bonus_sum: str
    bonus_shared: str
    links_title: str
    links_heads: tuple[str, str, str]
    links: tuple[LinkRow, ...]
    links_empty: str
    again: str
    closing: str


def over(scene: Scene) -> OverPicture | None:
    """None until the game is over and its figures are out."""
    say, table, figures = scene.speech.say, scene.view.table, last_figures(scene)
    if table.phase != "over" or figures is None or not table.results:
        return None
    last, money = table.results[-1], scene.pick(scene.cast.money)
    title, value = _title(scene, last)
    return OverPicture(
        tabs=(say("over-tab-result"), say("over-tab-mine"), say("over-tab-history")),
        my_page=my_page(scene),
        history=history(scene),
        badge=badge(scene, scene.seat),
        kicker=say("over-kicker", company=scene.pick(scene.cast.company), count=table.length),
        title=title,
        value=value,
        finding=_finding(scene, last, figures.figures.kpi),
        estimate=say("over-estimate", money=money) if _has_marks(scene) else "",
        ruler=_ruler(scene, last),
        money_title=say("over-money", money=money),
        money=_waterfall(scene, last),
        curve_title=say("over-curve", money=money),
        curve=_curve(scene),
        facts_title=say("over-facts", money=money),
        facts=_facts(scene, last),
        question_lead=_lead(scene),
        question=_question(scene, last),
        question_note=say("over-question-note"),
        kpi_title=say("over-kpi", name=scene.name(scene.seat)),
        kpi=whole(figures.figures.kpi),
        value_bar=value_bar(scene),
        metrics=metric_rows(scene),
        bonus_title=say("over-bonus"),
        bonus_how=_bonus_how(scene, last, figures.figures.kpi),
        bonus_sum=_bonus_sum(scene),
        bonus_shared=_bonus_shared(scene),
        links_title=say("over-links"),
        links_heads=(say("over-links-mine"), say("over-links-theirs"), say("over-links-rated")),
        links=_links(scene),
        links_empty=say("over-links-empty"),
        again=say("over-again"),
        closing=say("over-closing"),
    )


def _has_marks(scene: Scene) -> bool:
    """The case brings benchmarks for this game."""
    last = scene.view.table.results[-1]
    return last.index is not None and last.silo is not None and scene.view.table.best is not None


def _title(scene: Scene, last: Result) -> tuple[str, str]:
    """The finding as a sentence, and the figure that it ends with."""
    say, money = scene.speech.say, scene.pick(scene.cast.money)
    if last.index is None:
        key = "over-title-made" if last.result >= 0 else "over-title-lost"
        return say(key), say("over-title-money", result=abs(last.result), money=money)
    return say("over-title-value" if last.index >= 0 else "over-title-below"), percent(last.index)


def _finding(scene: Scene, last: Result, kpi: int) -> str:
    """My KPI and the company in one calm sentence."""
    if last.index is None:
        kept, due = kept_of(mine(scene))
        plain = scene.speech.say("over-finding-plain", kpi=kpi, kept=parts(kept, due))
        return ("" if scene.speech.language == "zh" else " ").join((plain, _wanted(scene))).strip()
    me = "high" if kpi >= GOOD_KPI else "low"
    company = "high" if last.index >= GOOD_VALUE else "low"
    return scene.speech.say(f"over-finding-{me}-{company}")


def _ruler(scene: Scene, last: Result) -> RulerPicture | None:
    best, silo = scene.view.table.best, last.silo
    if best is None or silo is None or last.index is None or best <= silo:
        return None
    say = scene.speech.say
    at = max(-1000, min(1000, 1000 * (last.result - silo) // (best - silo)))
    mark, mark_text = None, ""
    if last.reference is not None:
        mark = max(0, min(1000, 1000 * (last.reference - silo) // (best - silo)))
        reached = percent(captured(last.reference, silo, best))
        mark_text = say("over-reference", result=last.reference, value=reached)
    low, high, ours = say("over-silo", result=silo), say("over-best", result=best), say("over-ours", result=last.result)
    told = ", ".join(text for text in (low, ours, mark_text, high) if text)
    return RulerPicture(at, mark, low, ours, mark_text, high, told)


def _waterfall(scene: Scene, last: Result) -> WaterfallPicture:
    """Every kind of money, one after the other, down to the result."""
    bars, reached = [], 0
    for line in money_lines(scene, last.money):
        bars.append(
            WaterfallBar(line.name, line.text, reached, reached + line.value, "gain" if line.value > 0 else "loss")
        )
        reached += line.value
    bars.append(WaterfallBar(scene.speech.say("over-result"), whole(last.result), 0, last.result, "total"))
    return WaterfallPicture(tuple(bars), ", ".join(f"{bar.name} {bar.text}" for bar in bars))


def _curve(scene: Scene) -> CurvePicture:
    say, table = scene.speech.say, scene.view.table
    results = table.results
    lines = [_line(say("over-us"), "ours", tuple(each.result for each in results))]
    if _has_marks(scene):
        silo = tuple(each.silo for each in results if each.silo is not None)
        reference = tuple(each.reference for each in results if each.reference is not None)
        lines.append(_line(say("over-silo-name"), "silo", silo))
        if len(reference) == len(results):
            lines.append(_line(say("over-reference-name"), "reference", reference))
    best = table.best if _has_marks(scene) else None
    weeks = tuple(say("game-week-short", week=each.round) for each in results)
    told = ", ".join(f"{week} {whole(each.result)}" for week, each in zip(weeks, results, strict=True))
    best_text = say("over-best", result=best) if best is not None else ""
    values = tuple(whole(each.result) for each in results)
    return CurvePicture(weeks, tuple(lines), values, whole(0), best, best_text, told)


def _line(name: str, kind: LineKind, values: tuple[int, ...]) -> CurveLine:
    return CurveLine(name, kind, values, f"{name} {whole(values[-1])}")


def _facts(scene: Scene, last: Result) -> tuple[Fact, ...]:
    """My own department against the company, in what the game recorded."""
    say, view = scene.speech.say, scene.view
    worth = view.me.record.own_work * view.table.own_work_worth
    own = say("over-fact-own", worth=signed(worth), each=view.table.own_work_worth, name=_own_name(scene))
    kept, due = kept_of(mine(scene))
    kept_for_me, owed = kept_of(theirs(scene))
    facts = [
        Fact("blocks", say("game-hours", hours=view.me.record.own_work), own),
        Fact("arrow-up-right", parts(kept, due), say("over-fact-mine" if due else "over-fact-mine-none")),
        Fact("arrow-down-left", parts(kept_for_me, owed), say("over-fact-theirs" if owed else "over-fact-theirs-none")),
    ]
    lost = last.money.late + last.money.lost
    if lost:
        facts.append(Fact("receipt", f"{MINUS}{whole(lost)}", say("over-fact-lost")))
    return tuple(facts)


def _own_name(scene: Scene) -> str:
    return scene.pick(scene.department(scene.seat).own_work)


def _wanted(scene: Scene) -> str:
    """What my customers would have taken in all, beside what they got: a yardstick for a case without benchmarks."""
    orders = scene.view.orders
    if not orders:
        return ""
    return scene.speech.say(
        "over-finding-orders",
        wanted=sum(order.units for order in orders),
        worth=sum(order.units * _price(order) for order in orders),
        units=sum(order.shipped for order in orders),
        earned=sum(order.shipped * _price(order) for order in orders),
        money=scene.pick(scene.cast.money),
    )


def _price(order: OwnOrder) -> int:
    """What a unit brings: as chosen, or at best."""
    if order.option is not None:
        return order.options[order.option].price
    return max(option.price for option in order.options)


def _lead(scene: Scene) -> str:
    """The largest thing that did not happen, for the question to start from; else where hours went instead."""
    say = scene.speech.say
    taken = [each for each in scene.view.orders if each.option is not None]
    order = max(taken, key=lambda each: each.rest * _price(each), default=None)
    if order is not None and order.rest:
        return say(
            "over-lead-order",
            client=client_name(scene, order.order),
            what=service_times(scene, order.service, order.rest),
            worth=order.rest * _price(order),
            money=scene.pick(scene.cast.money),
        )
    missed = [each for each in scene.view.threads.promises if each.state in ("overdue", "broken", "lapsed")]
    if missed:
        largest = max(missed, key=lambda each: each.units - each.delivered)
        return say(
            "over-lead-promise",
            provider=scene.name(largest.provider),
            customer=scene.name(largest.customer),
            what=service_times(scene, largest.service, largest.units - largest.delivered),
            week=largest.due,
        )
    hours = scene.view.me.record.own_work
    worth = hours * scene.view.table.own_work_worth
    if not hours:
        return ""
    return say("over-lead-own", hours=hours, worth=worth, money=scene.pick(scene.cast.money))


def _question(scene: Scene, last: Result) -> str:
    say, money = scene.speech.say, scene.pick(scene.cast.money)
    best = scene.view.table.best
    if last.index is not None and best is not None and last.silo is not None:
        if last.index >= GOOD_VALUE:
            return say("over-question-gained", result=last.result - last.silo, money=money)
        return say("over-question-missed", result=best - last.result, money=money)
    kept, due = kept_of(mine(scene))
    return say("over-question-kept" if kept == due else "over-question-broken")


def _bonus_how(scene: Scene, last: Result, kpi: int) -> str:
    say, share = scene.speech.say, scene.view.table.company_share
    if last.index is None:
        return say("over-bonus-kpi")
    return say("over-bonus-how", own=percent(100 - share), kpi=kpi, company=percent(share), index=whole(last.index))


def _bonus_sum(scene: Scene) -> str:
    figures = last_figures(scene)
    assert figures is not None
    if scene.view.table.results[-1].index is None:
        return whole(figures.figures.bonus_kpi)
    return sum_text(figures.figures.bonus_kpi, figures.figures.bonus_company)


def _bonus_shared(scene: Scene) -> str:
    shared = under_shared_goal(scene)
    return scene.speech.say("over-bonus-shared", sum=sum_text(*shared)) if shared is not None else ""


def _links(scene: Scene) -> tuple[LinkRow, ...]:
    """Every department that I had promises with, in seat order."""
    seats = sorted({each.customer for each in mine(scene)} | {each.provider for each in theirs(scene)})
    return tuple(_link(scene, seat) for seat in seats)


def _link(scene: Scene, seat: SeatId) -> LinkRow:
    none = scene.speech.say("over-none")
    ratings = [got.rating for got in scene.view.review.received if got.rating.customer == seat]
    # all that was rated, as the debrief counts it: the long form has more items
    items = [item for rating in ratings for item in rating.items]
    cells = (
        kept_text(scene, [each for each in mine(scene) if each.customer == seat]),
        kept_text(scene, [each for each in theirs(scene) if each.provider == seat]),
        tenths(sum(items), len(items)) if items else none,
    )
    name = scene.name(seat)
    return LinkRow(badge(scene, seat), name, *cells, f"{name}: {', '.join(cells)}")


def way_home(scene: Scene, *, at_table: bool) -> tuple[str, str]:
    """What the button says, and its icon: from behind a curtain it leads back to what lies open."""
    return (scene.speech.say("table-lower"), "eye-off") if at_table else (scene.speech.say("over-home"), "home")


def over_now(scene: Scene, *, at_table: bool = False, debriefed: bool = False) -> NowBar:
    """With a debrief to go to, that is the way on."""
    say = scene.speech.say
    note = NotePicture("lock", say("over-note"))
    text, icon = (say("debrief-open"), "presentation") if debriefed else way_home(scene, at_table=at_table)
    return NowBar(say("over-sentence"), notes=(note,), primary=text, primary_icon=icon)
