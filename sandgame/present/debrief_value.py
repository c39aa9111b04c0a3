"""The KPIs beside the company, and what working together could add: how much came of it, where the rest went."""

from __future__ import annotations

from sandgame.frames.debrief import Company, LinkWorth, TableDebrief, WeekGone
from sandgame.present.charts import RulerPicture
from sandgame.present.debrief_charts import LossesPicture, LossPart, LossStep
from sandgame.present.debrief_page import (
    Ask,
    Body,
    CauseRow,
    Column,
    KpiBody,
    KpiRow,
    LinkRowPicture,
    ValueBody,
    Waiting,
)
from sandgame.present.debrief_scene import DebriefScene
from sandgame.rules.ids import SeatId
from sandgame.text.numbers import percent, signed, whole

TARGET = 60
"""From here on the page calls a KPI fine: a mark of the page, not of the game."""
HALF = 50


def kpi_title(scene: DebriefScene, debrief: TableDebrief) -> str:
    company = debrief.company
    fine = all(one.kpi >= TARGET for one in debrief.kpis if one.seat not in debrief.left_out)
    if company is None:
        return scene.say("debrief-kpi-title-plain")
    high = company.captured >= HALF
    key = {(True, False): "bleeds", (True, True): "both", (False, True): "company", (False, False): "neither"}
    return scene.say(f"debrief-kpi-title-{key[fine, high]}")


def kpi_body(scene: DebriefScene, debrief: TableDebrief) -> KpiBody:
    company = debrief.company
    log = tuple(week.log for week in debrief.figures)
    rows = tuple(
        KpiRow(scene.badge(one.seat), scene.name(one.seat), 0, scene.say("debrief-unscored"), hidden=True)
        if one.seat in debrief.left_out
        else KpiRow(scene.badge(one.seat), scene.name(one.seat), one.kpi, whole(one.kpi), log)
        for one in debrief.kpis
    )
    gap = company.best - company.result if company is not None else 0
    return KpiBody(
        kpi_title=scene.say("debrief-kpi-departments"),
        kpi_note=scene.say("debrief-kpi-order"),
        target=TARGET,
        target_text=scene.say("debrief-kpi-target", value=TARGET),
        rows=rows,
        company_title=scene.say("debrief-kpi-company", money=scene.money)
        if company is not None
        else scene.say("debrief-kpi-weeks", money=scene.money),
        columns=_columns(scene, company, log) if company is not None else week_columns(scene, debrief),
        gap=gap,
        gap_text=signed(-gap) if gap else "",
    )


def week_columns(scene: DebriefScene, debrief: TableDebrief) -> tuple[Column, ...]:
    """What the company had earned at each week's end: all there is where nothing compares."""
    return tuple(
        Column(scene.week(week.round), week.result, whole(week.result), "ours", (week.log,))
        for week in debrief.figures
        if not week.final
    )


def _columns(scene: DebriefScene, company: Company, log: tuple[int, ...]) -> tuple[Column, ...]:
    return (
        Column(scene.say("debrief-silo"), company.silo, whole(company.silo), "silo"),
        Column(scene.say("debrief-us"), company.result, whole(company.result), "ours", log),
        Column(scene.say("debrief-reference"), company.reference, whole(company.reference), "reference"),
        Column(scene.say("debrief-best"), company.best, whole(company.best), "best"),
    )


def kpi_ask(scene: DebriefScene, debrief: TableDebrief) -> Ask:
    company = debrief.company
    if company is None:
        return Ask(scene.say("debrief-kpi-ask-plain"))
    question = scene.say("debrief-kpi-ask", gap=company.best - company.result, money=scene.money)
    return Ask(question, note=_captured_sentence(scene, company))


def _captured_sentence(scene: DebriefScene, company: Company) -> str:
    below = company.captured < 0
    return scene.say("debrief-value-said-below" if below else "debrief-value-said", value=percent(company.captured))


# -- what working together could add


def value_title(scene: DebriefScene, debrief: TableDebrief) -> tuple[str, str]:
    """The sentence, and the figure in sand that it ends with."""
    company = debrief.company
    if company is None:
        result = whole(debrief.figures[-1].result) if debrief.figures else ""
        return scene.say("debrief-value-title-money" if result else "debrief-value-title-none"), result
    below = company.captured < 0
    return scene.say("debrief-value-title-below" if below else "debrief-value-title"), percent(company.captured)


def value_body(scene: DebriefScene, debrief: TableDebrief) -> Body:
    company = debrief.company
    if company is None and not debrief.figures:
        return Waiting("info", scene.say("debrief-value-none"), scene.say("debrief-value-none-line"))
    lost = sum(week.loss for week in debrief.weeks)
    total = sum(row.total for row in debrief.causes)
    agreed = sum(row.agreed for row in debrief.causes)
    return ValueBody(
        ruler=ruler(scene, company) if company is not None else None,
        losses_title=_left_title(scene, debrief, lost),
        losses=losses(scene, debrief),
        waiting="" if debrief.weeks else scene.say("debrief-value-waiting"),
        week_logs=tuple(week.log for week in debrief.weeks),
        links_title=scene.say("debrief-value-links", count=len(debrief.worth_opening)),
        links_note=_links_note(scene, debrief),
        links=tuple(_link(scene, one) for one in debrief.worth_opening),
        # where no two sides agree the record's reasons are all there is
        causes_title=scene.say("debrief-value-causes" if agreed else "debrief-value-causes-record", count=total)
        if total
        else "",
        causes_legend=(
            scene.say("debrief-value-agreed", count=agreed) if agreed else "",
            scene.say("debrief-value-apart", count=total - agreed),
        ),
        causes=tuple(
            CauseRow(scene.say(f"review-cause-{row.cause.replace('_', '-')}"), row.agreed, row.total, whole(row.total),
                     row.log)
            for row in debrief.causes
        ),
        columns=week_columns(scene, debrief) if company is None else (),
    )  # fmt: skip


def _links_note(scene: DebriefScene, debrief: TableDebrief) -> str:
    """How the estimates stand to each other, and to the weeks beside them; what is summed, by the number shown."""
    summed = {link.times for link in debrief.worth_opening if link.times > 1}
    note = scene.say("debrief-value-links-note")
    if not summed:
        return note
    return note + scene.say("debrief-value-links-times", times=summed.pop() if len(summed) == 1 else 0)


def _left_title(scene: DebriefScene, debrief: TableDebrief, lost: int) -> str:
    if debrief.company is None:
        return scene.say("debrief-kpi-weeks", money=scene.money)
    if not debrief.weeks:
        return ""
    if debrief.rounds < debrief.planned:
        return scene.say("debrief-value-weeks-cut", lost=lost, money=scene.money, weeks=debrief.rounds)
    return scene.say("debrief-value-weeks", lost=lost, money=scene.money)


def ruler(scene: DebriefScene, company: Company) -> RulerPicture:
    wide = max(1, company.best - company.silo)
    at = max(-1000, min(1000, 1000 * (company.result - company.silo) // wide))
    mark = max(0, min(1000, 1000 * (company.reference - company.silo) // wide))
    low = f"{scene.say('debrief-silo')} {whole(company.silo)}"
    ours = f"{scene.say('debrief-us')} {whole(company.result)}"
    best = f"{scene.say('debrief-best')} {whole(company.best)}"
    said = scene.say("debrief-value-mark", result=company.reference, value=percent(company.reference_captured))
    return RulerPicture(at, mark, low, ours, said, best, f"{low}, {ours}, {said}, {best}")


def losses(scene: DebriefScene, debrief: TableDebrief) -> LossesPicture | None:
    """A step for every week and change, from the best down to the result; at an open table one plain part."""
    company = debrief.company
    if company is None or not debrief.weeks:
        return None
    plain = debrief.talk != "desk"
    steps: list[LossStep] = []
    for week in debrief.weeks:
        steps.append(_step(scene, week))
        steps += [_change(scene, each.kind, each.round, each.change) for each in debrief.changes
                  if each.round == week.round and each.change]  # fmt: skip
    return LossesPicture(
        best=company.best,
        best_name=scene.say("debrief-best"),
        best_text=whole(company.best),
        steps=tuple(steps),
        result=company.result,
        result_name=scene.say("debrief-us"),
        result_text=whole(company.result),
        legend=_legend(scene, debrief, plain=plain),
        plain=plain,
        spoken=", ".join(f"{step.name} {step.text}" for step in steps),
    )


def _step(scene: DebriefScene, week: WeekGone) -> LossStep:
    return LossStep(
        scene.week(week.round),
        whole(week.round),
        signed(-week.loss),
        week.table,
        week.departments,
        week.clarity,
    )


def _change(scene: DebriefScene, kind: str, week: int, change: int) -> LossStep:
    return LossStep(scene.say(f"debrief-change-{kind}"), whole(week), signed(change), change=change)


def _legend(scene: DebriefScene, debrief: TableDebrief, *, plain: bool) -> tuple[tuple[LossPart, str], ...]:
    if plain:
        return (("plain", scene.say("debrief-value-part-plain", money=sum(week.loss for week in debrief.weeks))),)
    parts: tuple[tuple[LossPart, int], ...] = (
        ("table", sum(week.table for week in debrief.weeks)),
        ("departments", sum(week.departments for week in debrief.weeks)),
        ("clarity", sum(week.clarity for week in debrief.weeks)),
    )
    return tuple((part, scene.say(f"debrief-value-part-{part}", money=money)) for part, money in parts if money)


def _link(scene: DebriefScene, link: LinkWorth) -> LinkRowPicture:
    service = scene.service(link.service) if link.service else ""
    head = scene.say(f"debrief-worth-{link.reason.replace('_', '-')}", service=service)
    return LinkRowPicture(
        scene.badge(SeatId(link.provider)),
        scene.badge(SeatId(link.customer)),
        scene.say("debrief-worth-times", what=head, times=link.times) if link.times > 1 else head,
        scene.say("debrief-link-of", provider=scene.name(link.provider), customer=scene.name(link.customer)),
        link.log,
        link.money,
        whole(link.money),
    )
