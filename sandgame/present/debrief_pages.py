"""Which picture a page of the debrief is: of one table, of the class, or of what is still awaited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sandgame.frames.debrief import (
    ClassDebrief,
    GatheredTold,
    HalfTimeFact,
    PageName,
    PageTurned,
    TableDebrief,
    TakeAway,
)
from sandgame.frames.marks import Principle
from sandgame.present.debrief_class import class_body, class_title
from sandgame.present.debrief_link import (
    agreed,
    chosen,
    consent_body,
    failed_body,
    failed_title,
    link_body,
    link_title,
)
from sandgame.present.debrief_moments import moments_body, moments_title
from sandgame.present.debrief_network import guess_body, network_ask, network_body, network_title
from sandgame.present.debrief_page import Ask, Body, DebriefPicture, Waiting
from sandgame.present.debrief_profile import profile_body, profile_title
from sandgame.present.debrief_room import half_time_body, opening_body, take_away_body, words_body
from sandgame.present.debrief_scene import DebriefScene
from sandgame.present.debrief_value import kpi_ask, kpi_body, kpi_title, value_body, value_title
from sandgame.rules.ids import SeatId

NEEDS_TABLE: frozenset[PageName] = frozenset({"guess", "principles", "link", "moments", "value"})
TWO_STEPS: frozenset[PageName] = frozenset({"guess", "link", "moments", "value"})
"""Pages that are turned in two steps: first the guess or what was known, then what is."""


@dataclass(frozen=True)
class PageStuff:
    """What a page is made of, as far as it is known; `own` is a seat's own take-away card, on its laptop alone."""

    scene: DebriefScene
    turned: PageTurned
    debrief: TableDebrief | None = None
    gathered: GatheredTold | None = None
    comparison: ClassDebrief | None = None
    debriefs: Sequence[TableDebrief] = ()
    deal: Sequence[int] = ()
    half_time: Sequence[HalfTimeFact] = ()
    own: tuple[SeatId, TakeAway] | None = None
    focus: Principle | None = None
    hidden_cards: frozenset[int] = frozenset()
    week: int = 0


def debrief_page(stuff: PageStuff) -> DebriefPicture:
    page = stuff.turned.page
    return _class_form(stuff) if page in NEEDS_TABLE and stuff.debrief is None else _PAGES[page](stuff)


def _picture(stuff: PageStuff, title: str, body: Body, *, figure: str = "", line: str = "", estimate: str = "",
             ask: Ask | None = None, chip: str = "", foot: str = "") -> DebriefPicture:  # fmt: skip
    scene, turned = stuff.scene, stuff.turned
    table = stuff.debrief.table if stuff.debrief is not None and turned.page != "class" else 0
    case = scene.pick(scene.cast.title)
    crumb = scene.say("debrief-crumb-table", case=case, table=table) if table else scene.say("debrief-crumb", case=case)
    return DebriefPicture(
        turned.page, crumb, title, body, turned.place, turned.of, chip, figure, line, estimate, ask, foot
    )


def _class_form(stuff: PageStuff) -> DebriefPicture:
    """The page's question without any table's figures: each table looks at its own laptops."""
    say, page = stuff.scene.say, stuff.turned.page
    body = Waiting("laptop", say(f"debrief-form-{page}"), say("debrief-form-line"))
    return _picture(stuff, say(f"debrief-form-{page}-title"), body)


def _opening(stuff: PageStuff) -> DebriefPicture:
    return _picture(stuff, stuff.scene.say("debrief-opening-title"), opening_body(stuff.scene))


def _one_word(stuff: PageStuff) -> DebriefPicture:
    say = stuff.scene.say
    return _picture(
        stuff, say("debrief-word-title"), words_body(stuff.scene, stuff.gathered), ask=Ask(say("debrief-word-ask"))
    )


def _guess(stuff: PageStuff) -> DebriefPicture:
    scene, debrief = stuff.scene, stuff.debrief
    assert debrief is not None
    if not stuff.turned.revealed:
        return _picture(stuff, scene.say("debrief-guess-title"), guess_body(scene, debrief, stuff.gathered),
                        line=scene.say("debrief-guess-line"))  # fmt: skip
    body = network_body(scene, debrief, stuff.gathered)
    line = scene.say("debrief-network-line", count=debrief.rounds)
    return _picture(stuff, network_title(scene, debrief), body, line=line, ask=network_ask(scene))


def _principles(stuff: PageStuff) -> DebriefPicture:
    scene, debrief = stuff.scene, stuff.debrief
    assert debrief is not None
    body = profile_body(scene, debrief, stuff.gathered, stuff.focus)
    return _picture(stuff, profile_title(scene, debrief), body, line=scene.say("debrief-profile-line"),
                    estimate=scene.say("debrief-estimate"))  # fmt: skip


def _link(stuff: PageStuff) -> DebriefPicture:
    scene, debrief = stuff.scene, stuff.debrief
    assert debrief is not None
    link = chosen(debrief, stuff.turned.link)
    if link is None:
        return _picture(stuff, scene.say("debrief-failed-title-none"), failed_body(scene, None))
    if not agreed(stuff.gathered, link, debrief.bots):
        return _picture(stuff, scene.say("debrief-link-title-waiting"), consent_body(scene, link))
    chip = scene.say("debrief-link-agreed")
    failed = debrief.failed
    mine = failed is not None and (failed.provider, failed.customer) == (link.provider, link.customer)
    if mine and failed is not None and not stuff.turned.revealed:
        estimate = scene.say("debrief-estimate") if failed.worth else ""
        return _picture(stuff, failed_title(scene, failed), failed_body(scene, failed), chip=chip, estimate=estimate,
                        ask=Ask(scene.say("debrief-failed-ask")))  # fmt: skip
    return _picture(stuff, link_title(scene, link), link_body(scene, debrief, link), chip=chip)


def _moments(stuff: PageStuff) -> DebriefPicture:
    scene, debrief = stuff.scene, stuff.debrief
    assert debrief is not None
    body = moments_body(scene, debrief, stuff.gathered, revealed=stuff.turned.revealed)
    cards = tuple(card for card in body.cards if card.number not in stuff.hidden_cards)
    body = replace(body, cards=cards)
    return _picture(stuff, moments_title(scene, debrief), body, estimate=scene.say("debrief-estimate"))


def _value(stuff: PageStuff) -> DebriefPicture:
    scene, debrief = stuff.scene, stuff.debrief
    assert debrief is not None
    estimate = scene.say("debrief-estimate") if debrief.company is not None else ""
    if not stuff.turned.revealed:
        return _picture(stuff, kpi_title(scene, debrief), kpi_body(scene, debrief), estimate=estimate,
                        ask=kpi_ask(scene, debrief))  # fmt: skip
    title, figure = value_title(scene, debrief)
    if estimate:
        estimate = scene.say("debrief-estimate-in", money=scene.money)
    return _picture(stuff, title, value_body(scene, debrief), figure=figure, estimate=estimate)


def _take_away(stuff: PageStuff) -> DebriefPicture:
    say = stuff.scene.say
    body = take_away_body(stuff.scene, stuff.gathered, stuff.own)
    return _picture(stuff, say("debrief-take-title"), body, line=say("debrief-take-line"))


def _half_time(stuff: PageStuff) -> DebriefPicture:
    say = stuff.scene.say
    facts = stuff.half_time or (stuff.debrief.half_time if stuff.debrief is not None else ())
    ask = Ask(say("debrief-half-ask"), note=say("debrief-half-note"))
    chip = say("debrief-half-after", week=stuff.week) if stuff.week else ""
    return _picture(stuff, say("debrief-half-title"), half_time_body(stuff.scene, facts),
                    line=say("debrief-half-line"), ask=ask, chip=chip)  # fmt: skip


def _class(stuff: PageStuff) -> DebriefPicture:
    say = stuff.scene.say
    tables = stuff.comparison.tables if stuff.comparison is not None else ()
    if not tables:
        return _picture(stuff, say("debrief-class-none"), Waiting("hourglass", say("debrief-class-none"), ""))
    body = class_body(stuff.scene, tables, stuff.debriefs, stuff.deal or [table.table for table in tables])
    return _picture(stuff, class_title(stuff.scene, tables), body, chip=say("debrief-class-dealt"),
                    ask=Ask(say("debrief-class-ask"), lead=say("debrief-ask-class")),
                    estimate=say("debrief-estimate"))  # fmt: skip


_PAGES = {
    "opening": _opening,
    "one_word": _one_word,
    "guess": _guess,
    "principles": _principles,
    "link": _link,
    "moments": _moments,
    "value": _value,
    "take_away": _take_away,
    "half_time": _half_time,
    "class": _class,
}
