"""Deliver as a page: the replay in five steps, what became of the plan, then my KPI and the company side by side."""

from __future__ import annotations

from dataclasses import dataclass

from sandgame.present.forecast import forecast
from sandgame.present.money import MoneyLine, money_lines
from sandgame.present.now import NotePicture, NowBar
from sandgame.present.outcomes import OutcomeRow, outcome_rows
from sandgame.present.phrases import badge
from sandgame.present.pictures import COMPANY_SLOT, BadgePicture, Tone
from sandgame.present.recipe import MetricRow, figures_before, last_figures, metric_rows
from sandgame.present.replay import Frame, frames
from sandgame.present.scene import Scene
from sandgame.rules.before import week_money
from sandgame.rules.sections import Result
from sandgame.text.numbers import delta, percent, signed, whole


@dataclass(frozen=True, slots=True)
class ResultBox:
    """One of the two results: the number, how it changed, and what it was before the replay."""

    badge: BadgePicture
    label: str
    value: str
    change: str
    tone: Tone
    before: str


@dataclass(frozen=True, slots=True)
class DeliverPicture:
    week: int
    steps: tuple[str, ...]
    frames: tuple[Frame, ...]
    rows_title: str
    rows: tuple[OutcomeRow, ...]
    result_title: str
    waits: str
    mine: ResultBox
    company: ResultBox
    index_note: str
    """What the index is, the first time it is told."""
    fact: str
    bonus: str
    bonus_sum: str
    metrics_title: str
    metrics: tuple[MetricRow, ...]
    money_title: str
    money: tuple[MoneyLine, ...]
    money_sum: str
    money_total: str


def deliver(scene: Scene) -> DeliverPicture | None:
    """None until a week has been delivered."""
    delivery, say = scene.view.delivery, scene.speech.say
    figures = last_figures(scene)
    if delivery is None or figures is None or not scene.view.table.results:
        return None
    money, booked = scene.pick(scene.cast.money), week_money(scene.view, delivery)
    bonus, total = bonus_texts(scene)
    return DeliverPicture(
        week=delivery.round,
        steps=tuple(say(f"deliver-step-{number}") for number in range(1, 6)),
        frames=frames(scene, delivery),
        rows_title=say("deliver-rows"),
        rows=outcome_rows(scene, delivery),
        result_title=say("deliver-result"),
        waits=say("deliver-waits"),
        mine=_my_box(scene),
        company=_company_box(scene),
        index_note=_index_note(scene),
        fact=" ".join(part for part in (fact(scene), forecast(scene)) if part),
        bonus=bonus,
        bonus_sum=total,
        metrics_title=say("deliver-metrics"),
        metrics=metric_rows(scene),
        money_title=say("deliver-money", money=money),
        money=money_lines(scene, booked),
        money_sum=say("deliver-money-sum"),
        money_total=signed(booked.result),
    )


def _my_box(scene: Scene) -> ResultBox:
    now, before = last_figures(scene), figures_before(scene)
    kpi = now.figures.kpi if now else 0
    change = kpi - before.figures.kpi if before else 0
    was = whole(before.figures.kpi) if before else whole(0)
    return ResultBox(
        badge(scene, scene.seat), scene.speech.say("deliver-my-kpi"), whole(kpi), delta(change), _tone(change), was
    )


def _company_box(scene: Scene) -> ResultBox:
    """The index, or without benchmarks the company's money so far."""
    say, results = scene.speech.say, scene.view.table.results
    mark = BadgePicture(COMPANY_SLOT, "building-2")
    now, before = _worth(results[-1]), _worth(results[-2]) if len(results) > 1 else 0
    change = now - before if len(results) > 1 else 0
    if results[-1].index is not None:
        return ResultBox(mark, say("deliver-index"), percent(now), delta(change), _tone(change), percent(before))
    label = say("deliver-company-money", money=scene.pick(scene.cast.money))
    return ResultBox(mark, label, whole(now), delta(change), _tone(change), whole(before))


def _index_note(scene: Scene) -> str:
    results = scene.view.table.results
    return scene.speech.say("deliver-index-note") if len(results) == 1 and results[0].index is not None else ""


def _worth(result: Result) -> int:
    return result.result if result.index is None else result.index


def _tone(change: int) -> Tone:
    return "plain" if change == 0 else "positive" if change > 0 else "negative"


def fact(scene: Scene) -> str:
    """One sentence by the signs of both changes; in week 1 both began at 0."""
    say, results = scene.speech.say, scene.view.table.results
    mine, company = _my_box(scene), _company_box(scene)
    if len(results) == 1:
        if results[-1].index is not None:
            return say("deliver-fact-first", kpi=mine.value, company=company.value)
        money = scene.pick(scene.cast.money)
        return say("deliver-fact-first-money", kpi=mine.value, company=company.value, money=money)
    kpis = [figures.figures.kpi for figures in scene.view.me.figures]
    me = _sign(kpis[-1] - (figures_before(scene) or scene.view.me.figures[0]).figures.kpi)
    return say(f"deliver-fact-{me}-{_sign(_worth(results[-1]) - _worth(results[-2]))}")


def _sign(change: int) -> str:
    return "up" if change > 0 else "down" if change < 0 else "same"


def bonus_texts(scene: Scene) -> tuple[str, str]:
    """How the bonus so far comes about, and its rounded parts with their sum."""
    say, now = scene.speech.say, last_figures(scene)
    assert now is not None
    figures, index = now.figures, scene.view.table.results[-1].index
    if index is None:
        return say("deliver-bonus-kpi"), whole(figures.bonus_kpi)
    share = scene.view.table.company_share
    how = say(
        "deliver-bonus",
        own=percent(100 - share),
        kpi=whole(figures.kpi),
        company=percent(share),
        index=whole(index),
    )
    return how, sum_text(figures.bonus_kpi, figures.bonus_company)


def sum_text(first: int, second: int) -> str:
    """ "62 + 2 = 64", or with a true minus."""
    sign = "+" if second >= 0 else "\u2212"
    return f"{whole(first)} {sign} {whole(abs(second))} = {whole(first + second)}"


def deliver_now(scene: Scene, over: bool) -> NowBar:
    """Nothing to do but to watch; `over` when the replay has come to the result."""
    say = scene.speech.say
    note = NotePicture("eye", say("deliver-note-result" if over else "deliver-note"))
    if scene.seat in scene.view.table.finished:
        return NowBar(say("deliver-sentence"), notes=(note,), primary="", enabled=False)
    if not over:
        return NowBar(say("deliver-sentence"), notes=(note,), primary=say("deliver-skip"), primary_icon="skip-forward")
    return NowBar(say("deliver-sentence"), notes=(note,), primary=say("deliver-continue"), primary_icon="arrow-right")
