"""One link: its largest promise that failed, with what both sides said of why; then its weeks, funnel and sides."""

from __future__ import annotations

from sandgame.frames.debrief import (
    FailedPromise,
    LinkShown,
    LinkStory,
    PromiseShown,
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
    Line,
    LinkBody,
    SideCard,
    Tone,
    Voice,
    Waiting,
    WeekPill,
)
from sandgame.present.debrief_scene import DebriefScene
from sandgame.present.warned_late import late_text, late_weeks
from sandgame.rules.figures import JUDGED
from sandgame.rules.ids import SeatId
from sandgame.rules.intents import Cause
from sandgame.text.numbers import parts, tenths, whole

Pair = tuple[int, int]
_STEPS = ("received", "acknowledge", "advocate", "assist")
OWED = 3
"""More of what was owed nobody reads."""


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


def failed_body(scene: DebriefScene, debrief: TableDebrief, failed: FailedPromise | None) -> Body:
    if failed is None:
        return Waiting("circle-check", scene.say("debrief-failed-none"), scene.say("debrief-failed-none-line"))
    deal = scene.say(
        "debrief-failed-deal",
        provider=scene.player(failed.provider),
        customer=scene.player(failed.customer),
        service=scene.service(failed.service),
        units=scene.units(failed.service, failed.units),
        week=failed.due,
    )
    owed = owed_to(debrief, failed) if failed.fact == "third_party" else []
    return FailedBody(
        scene.badge(failed.provider),
        scene.badge(failed.customer),
        deal,
        scene.say("debrief-failed-came", units=scene.units(failed.service, failed.arrived)),
        _warned(scene, debrief, failed),
        (
            _voice(scene, failed.provider, failed.provider_said, failed.fact),
            _voice(scene, failed.customer, failed.customer_said, failed.fact),
            Voice(None, "book-open", scene.say("debrief-failed-fact"), _cause(scene, failed.fact),
                  scene.say("debrief-failed-fact-line"), "plain"),
        ),
        failed.log,
        scene.say("debrief-failed-worth", money=failed.worth, unit=scene.money) if failed.worth else "",
        scene.say("debrief-failed-owed", name=scene.player(failed.provider), week=failed.due) if owed else "",
        tuple(_owed(scene, promise) for promise in owed),
    )  # fmt: skip


def _warned(scene: DebriefScene, debrief: TableDebrief, failed: FailedPromise) -> str:
    if failed.warned:
        return scene.say("debrief-failed-warned", week=failed.due)
    same = (one for one in debrief.promises if one.commitment == failed.commitment)
    late = late_text(scene.say, scene.listed, late_weeks(same, failed.provider, failed.customer))
    return late or scene.say("debrief-failed-unwarned", week=failed.due)


def owed_to(debrief: TableDebrief, failed: FailedPromise) -> list[PromiseShown]:
    """Promises to its provider that were due by then and had not all come: whom it waited for."""
    waited = [
        one
        for one in debrief.promises
        if one.customer == failed.provider and one.due <= failed.due
        and (one.state in _NEVER or (one.state in JUDGED and one.ended > failed.due))
    ]  # fmt: skip
    return sorted(waited, key=lambda one: -one.due)[:OWED]


_NEVER = ("overdue", "lapsed", "broken")


def _owed(scene: DebriefScene, promise: PromiseShown) -> Line:
    said = scene.say(
        "debrief-failed-owed-line",
        provider=scene.player(promise.provider),
        service=scene.service(promise.service),
        units=scene.units(promise.service, promise.units),
        week=promise.due,
    )
    return Line("", said, log=promise.log)


def _voice(scene: DebriefScene, seat: SeatId, said: Cause | None, fact: Cause | None) -> Voice:
    head = scene.say("debrief-failed-says", name=scene.player(seat))
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
    """The link that was chosen; else that of the largest failure; else the busiest. Of two bots' only where no person
    has any."""
    wanted = pair if pair != (0, 0) else _of_failure(debrief)
    found = next((link for link in debrief.links if (link.provider, link.customer) == wanted), None)
    if found is not None or pair != (0, 0):
        return found
    bots = frozenset(debrief.bots)
    return max(
        debrief.links,
        key=lambda link: (not {link.provider, link.customer} <= bots, link.asked, -link.provider),
        default=None,
    )


def _of_failure(debrief: TableDebrief) -> Pair | None:
    """None where it is two bots' and a person has a link."""
    if debrief.failed is None:
        return None
    pair, bots = (debrief.failed.provider, debrief.failed.customer), frozenset(debrief.bots)
    others = any(not {link.provider, link.customer} <= bots for link in debrief.links)
    return None if others and set(pair) <= bots else pair


def story_of(debrief: TableDebrief, link: LinkShown) -> LinkStory | None:
    """Told by the host only where both departments let it be shown; who is a bot is not asked."""
    pair = (link.provider, link.customer)
    return next((one for one in debrief.stories if (one.provider, one.customer) == pair), None)


def agreed_text(scene: DebriefScene, debrief: TableDebrief, link: LinkShown) -> str:
    """Who agreed to show it: bots agree to nothing."""
    pair = (link.provider, link.customer)
    asked = [scene.name(seat) for seat in pair if seat not in debrief.bots]
    bots = [scene.name(seat) for seat in pair if seat in debrief.bots]
    if not bots:
        return scene.say("debrief-link-agreed")
    if not asked:
        return scene.say("debrief-link-agreed-bots")
    return scene.say("debrief-link-agreed-one", name=asked[0], bot=bots[0])


def link_title(scene: DebriefScene, link: LinkShown) -> str:
    """By the step at which most fell out."""
    if not link.asked:
        return scene.say("debrief-link-title-quiet")
    lost = [link.funnel[place] - link.funnel[place + 1] for place in range(3)]
    lost[2] -= link.unfinished
    if not any(lost):
        return scene.say("debrief-link-title-open" if link.unfinished else "debrief-link-title-none")
    return scene.say(f"debrief-link-title-{_STEPS[lost.index(max(lost))]}")


def consent_body(scene: DebriefScene, debrief: TableDebrief, link: LinkShown) -> Waiting:
    """On a big screen nobody is named: where a bot plays one side, that would say who has not agreed."""
    line = scene.say("debrief-link-consent-line")
    if "alone" not in scene.settings:
        return Waiting("lock", scene.say("debrief-link-consent"), line)
    asked = [scene.name(seat) for seat in (link.provider, link.customer) if seat not in debrief.bots]
    key = "debrief-link-consent-both" if len(asked) > 1 else "debrief-link-consent-one"
    return Waiting("lock", scene.say(key, names=scene.listed(asked)), line)


def link_body(scene: DebriefScene, debrief: TableDebrief, link: LinkShown, story: LinkStory) -> LinkBody:
    return LinkBody(
        _island(scene, link.provider),
        _island(scene, link.customer),
        tuple(_pill(scene, debrief, link, week) for week in link.weeks),
        scene.say("debrief-link-funnel", count=link.asked),
        _funnel(scene, link),
        scene.say("debrief-link-sides"),
        (_side(scene, debrief, story, 0), _side(scene, debrief, story, 1)),
        scene.say("debrief-link-ask"),
        link.log,
    )


def _island(scene: DebriefScene, seat: SeatId) -> IslandOnMap:
    return IslandOnMap(seat, scene.player(seat), scene.badge(seat), (0, 0))


def _pill(scene: DebriefScene, debrief: TableDebrief, link: LinkShown, week: WeekOfLink) -> WeekPill:
    """Units that came of those due; below them promises, which add up to those kept on the link."""
    if not week.units:
        return WeekPill(scene.week(week.round), scene.say("debrief-link-no-due"), "none", week.log)
    ended = [
        one.state == "kept"
        for one in debrief.promises
        if (one.provider, one.customer, one.due) == (link.provider, link.customer, week.round) and one.state in JUDGED
    ]
    low = scene.say("debrief-kept-of", of=parts(sum(ended), len(ended))) if ended else ""
    text = parts(week.arrived, week.units)
    return WeekPill(scene.week(week.round), text, "kept" if week.kept else "failed", week.log, low)


def _funnel(scene: DebriefScene, link: LinkShown) -> tuple[FunnelStep, ...]:
    steps = []
    for place, key in enumerate(_STEPS):
        count = link.funnel[place]
        steps.append(
            FunnelStep(
                count,
                whole(count),
                scene.say(f"debrief-funnel-{key}"),
                scene.say(f"debrief-funnel-{key}-line"),
                _lost(scene, link, place),
            )
        )
    return tuple(steps)


def _lost(scene: DebriefScene, link: LinkShown, place: int) -> str:
    """What fell out after a step; of the last one what was promised and not kept apart from what came to no end."""
    lost = link.funnel[place] - link.funnel[place + 1] if place + 1 < len(_STEPS) else 0
    if place != _STEPS.index("advocate"):
        return scene.say(f"debrief-funnel-{_STEPS[place]}-lost", count=lost) if lost else ""
    failed, told = lost - link.unfinished, []
    if failed:
        told.append(scene.say("debrief-funnel-advocate-lost", count=failed))
    if link.unfinished:
        told.append(scene.say("debrief-funnel-advocate-open", count=link.unfinished))
    return scene.say("debrief-semicolon").join(told)


def _side(scene: DebriefScene, debrief: TableDebrief, story: LinkStory, place: int) -> SideCard:
    side = story.sides[place]
    link = next(one for one in debrief.links if (one.provider, one.customer) == (story.provider, story.customer))
    measured = scene.say("shell-list-comma").join(
        f"{_metric(scene, kind)} {whole(weight)}" for kind, weight in side.measured_by[:3]
    )
    kept = scene.say("debrief-side-kept", kept=link.kept, due=link.matured) if link.matured else scene.say(
        "debrief-side-kept-none")  # fmt: skip
    unrated = scene.say("debrief-unscored" if link.provider in debrief.left_out else "debrief-unrated")
    felt = unrated if side.rating is None or link.provider in debrief.left_out else tenths(side.rating, 10)
    feeling = scene.say("debrief-side-got" if place == 0 else "debrief-side-gave", rating=felt, kept=kept)
    rows = [
        (scene.say("debrief-side-measured"), measured),
        (scene.say("debrief-side-knew"), _knew(scene, side, story.sides[1 - place].seat)),
        (scene.say("debrief-side-felt"), feeling),
    ]
    if side.thought != ("", ""):
        metric = _metric(scene, side.thought[0])
        said = scene.say("debrief-side-right" if side.right[0] else "debrief-side-wrong", metric=metric)
        rows.append((scene.say("debrief-side-thought"), said))
    return SideCard(scene.badge(side.seat), scene.player(side.seat), tuple(rows))


def _metric(scene: DebriefScene, kind: str) -> str:
    return scene.say(f"debrief-metric-{kind.replace('_', '-')}")


def _knew(scene: DebriefScene, side: SideOfLink, other: SeatId) -> str:
    """Of its own situation, and of the other's: both may have free hours."""
    knew = scene.listed(_unique(_about(scene, *fact) for fact in side.knew))
    missed = scene.listed(_unique(_about(scene, *fact) for fact in side.knew_not))
    if not knew and not missed:
        return scene.say("debrief-side-nothing")
    told = [scene.say("debrief-side-own", facts=knew)] if knew else []
    if missed:
        told.append(scene.say("debrief-side-not-known", other=scene.name(other), facts=missed))
    return scene.say("debrief-semicolon").join(told)


def _unique(names: object) -> list[str]:
    return list(dict.fromkeys(names))  # type: ignore[call-overload]


def _about(scene: DebriefScene, about: str, number: int) -> str:
    if about == "stock" and number:
        return scene.say("debrief-fact-stock-of", service=scene.service(number))
    if about == "order":
        return order_fact(scene, number)
    return scene.say("debrief-fact-free-hours" if about == "free_hours" else "debrief-fact-stock")
