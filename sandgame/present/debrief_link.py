"""One link: its largest promise that failed, with what both sides said of why; then its weeks, funnel and sides."""

from __future__ import annotations

from collections.abc import Sequence

from sandgame.frames.debrief import (
    FailedPromise,
    GatheredTold,
    LinkShown,
    LinkStory,
    SideOfLink,
    TableDebrief,
    WeekOfLink,
)
from sandgame.present.debrief_moments import order_fact
from sandgame.present.debrief_page import (
    Body,
    FailedBody,
    FunnelStep,
    IslandOnMap,
    LinkBody,
    SideCard,
    Tone,
    Voice,
    Waiting,
    WeekPill,
)
from sandgame.present.debrief_scene import DebriefScene
from sandgame.rules.ids import SeatId
from sandgame.rules.intents import Cause
from sandgame.text.numbers import parts, tenths, whole

Pair = tuple[int, int]
_STEPS = ("received", "acknowledge", "advocate", "assist")


# -- what he said, what I said, the fact


def failed_title(scene: DebriefScene, failed: FailedPromise | None) -> str:
    if failed is None:
        return scene.say("debrief-failed-title-none")
    one, two, fact = failed.provider_said, failed.customer_said, failed.fact
    if one is None and two is None:
        return scene.say("debrief-failed-title-silent")
    if one is None or two is None:
        return scene.say("debrief-failed-title-half")
    if one != two:
        return scene.say("debrief-failed-title-apart")
    return scene.say("debrief-failed-title-agreed" if one == fact else "debrief-failed-title-both")


def failed_body(scene: DebriefScene, failed: FailedPromise | None) -> Body:
    if failed is None:
        return Waiting("circle-check", scene.say("debrief-failed-none"), scene.say("debrief-failed-none-line"))
    deal = scene.say(
        "debrief-failed-deal",
        provider=scene.name(failed.provider),
        customer=scene.name(failed.customer),
        service=scene.service(failed.service),
        units=scene.units(failed.service, failed.units),
        week=failed.due,
    )
    return FailedBody(
        scene.badge(failed.provider),
        scene.badge(failed.customer),
        deal,
        scene.say("debrief-failed-came", units=scene.units(failed.service, failed.arrived)),
        scene.say("debrief-failed-warned" if failed.warned else "debrief-failed-unwarned"),
        (
            _voice(scene, failed.provider, failed.provider_said, failed.fact),
            _voice(scene, failed.customer, failed.customer_said, failed.fact),
            Voice(None, "book-open", scene.say("debrief-failed-fact"), _cause(scene, failed.fact),
                  scene.say("debrief-failed-fact-line"), "plain"),
        ),
        failed.log,
        scene.say("debrief-failed-worth", money=failed.worth, unit=scene.money) if failed.worth else "",
    )  # fmt: skip


def _voice(scene: DebriefScene, seat: SeatId, said: Cause | None, fact: Cause | None) -> Voice:
    head = scene.say("debrief-failed-says", name=scene.name(seat))
    if said is None:
        return Voice(scene.badge(seat), "circle-dashed", head, scene.say("debrief-failed-said-nothing"), "", "plain")
    same = said == fact
    line = scene.say("debrief-failed-as-logged" if same else "debrief-failed-not-as-logged")
    tone: Tone = "positive" if same else "caution"
    return Voice(scene.badge(seat), "circle-check" if same else "split", head, _cause(scene, said), line, tone)


def _cause(scene: DebriefScene, cause: Cause | None) -> str:
    if cause is None:
        return scene.say("debrief-failed-unknown")
    return scene.say(f"review-cause-{cause.replace('_', '-')}")


# -- a link's weeks


def chosen(debrief: TableDebrief, pair: Pair) -> LinkShown | None:
    """The link that was chosen; else that of the largest failure; else the busiest."""
    wanted = pair if pair != (0, 0) else _of_failure(debrief)
    found = next((link for link in debrief.links if (link.provider, link.customer) == wanted), None)
    if found is not None or pair != (0, 0):
        return found
    return max(debrief.links, key=lambda link: (link.asked, -link.provider), default=None)


def _of_failure(debrief: TableDebrief) -> Pair | None:
    return (debrief.failed.provider, debrief.failed.customer) if debrief.failed is not None else None


def agreed(gathered: GatheredTold | None, link: LinkShown, bots: Sequence[int]) -> bool:
    """Both departments let it be shown; a bot does not mind."""
    seats = {link.provider, link.customer} - set(bots)
    found = {seat for provider, customer, seat in (gathered.consents if gathered else ())
             if (provider, customer) == (link.provider, link.customer)}  # fmt: skip
    return seats <= found


def link_title(scene: DebriefScene, link: LinkShown) -> str:
    """By the step at which most fell out."""
    if not link.asked:
        return scene.say("debrief-link-title-quiet")
    lost = [link.funnel[place] - link.funnel[place + 1] for place in range(3)]
    if not any(lost):
        return scene.say("debrief-link-title-none")
    return scene.say(f"debrief-link-title-{_STEPS[lost.index(max(lost))]}")


def consent_body(scene: DebriefScene, link: LinkShown) -> Waiting:
    names = scene.listed((scene.name(link.provider), scene.name(link.customer)))
    return Waiting("lock", scene.say("debrief-link-consent", names=names), scene.say("debrief-link-consent-line"))


def link_body(scene: DebriefScene, debrief: TableDebrief, link: LinkShown) -> LinkBody:
    story = next(each for each in debrief.stories if (each.provider, each.customer) == (link.provider, link.customer))
    return LinkBody(
        _island(scene, link.provider),
        _island(scene, link.customer),
        tuple(_pill(scene, week) for week in link.weeks),
        scene.say("debrief-link-funnel", count=link.asked),
        _funnel(scene, link),
        scene.say("debrief-link-sides"),
        (_side(scene, story, link, 0), _side(scene, story, link, 1)),
        scene.say("debrief-link-ask"),
        link.log,
    )


def _island(scene: DebriefScene, seat: SeatId) -> IslandOnMap:
    return IslandOnMap(seat, scene.name(seat), scene.badge(seat), (0, 0))


def _pill(scene: DebriefScene, week: WeekOfLink) -> WeekPill:
    if not week.units:
        return WeekPill(scene.week(week.round), scene.say("debrief-link-no-due"), "none", week.log)
    text = parts(week.arrived, week.units)
    return WeekPill(scene.week(week.round), text, "kept" if week.kept else "failed", week.log)


def _funnel(scene: DebriefScene, link: LinkShown) -> tuple[FunnelStep, ...]:
    steps = []
    for place, key in enumerate(_STEPS):
        count = link.funnel[place]
        lost = count - link.funnel[place + 1] if place + 1 < len(_STEPS) else 0
        steps.append(
            FunnelStep(
                count,
                whole(count),
                scene.say(f"debrief-funnel-{key}"),
                scene.say(f"debrief-funnel-{key}-line"),
                scene.say(f"debrief-funnel-{key}-lost", count=lost) if lost else "",
            )
        )
    return tuple(steps)


def _side(scene: DebriefScene, story: LinkStory, link: LinkShown, place: int) -> SideCard:
    side = story.sides[place]
    measured = scene.say("shell-list-comma").join(
        f"{_metric(scene, kind)} {whole(weight)}" for kind, weight in side.measured_by[:3]
    )
    kept = parts(link.kept, link.matured) if link.matured else scene.say("debrief-link-no-due")
    felt = scene.say("debrief-unrated") if side.rating is None else tenths(side.rating, 10)
    feeling = scene.say("debrief-side-got" if place == 0 else "debrief-side-gave", rating=felt, kept=kept)
    rows = [
        (scene.say("debrief-side-measured"), measured),
        (scene.say("debrief-side-knew"), _knew(scene, side)),
        (scene.say("debrief-side-felt"), feeling),
    ]
    if side.thought != ("", ""):
        metric = _metric(scene, side.thought[0])
        said = scene.say("debrief-side-right" if side.right[0] else "debrief-side-wrong", metric=metric)
        rows.append((scene.say("debrief-side-thought"), said))
    return SideCard(scene.badge(side.seat), scene.name(side.seat), tuple(rows))


def _metric(scene: DebriefScene, kind: str) -> str:
    return scene.say(f"debrief-metric-{kind.replace('_', '-')}")


def _knew(scene: DebriefScene, side: SideOfLink) -> str:
    knew = scene.listed(_unique(_about(scene, *fact) for fact in side.knew))
    missed = scene.listed(_unique(_about(scene, *fact) for fact in side.knew_not))
    if not knew and not missed:
        return scene.say("debrief-side-nothing")
    if not missed:
        return knew
    not_known = scene.say("debrief-side-not-known", facts=missed)
    return f"{knew}{scene.say('debrief-semicolon')}{not_known}" if knew else not_known


def _unique(names: object) -> list[str]:
    return list(dict.fromkeys(names))  # type: ignore[call-overload]


def _about(scene: DebriefScene, about: str, number: int) -> str:
    if about == "stock" and number:
        return scene.say("debrief-fact-stock-of", service=scene.service(number))
    if about == "order":
        return order_fact(scene, number)
    return scene.say("debrief-fact-free-hours" if about == "free_hours" else "debrief-fact-stock")
