"""Which picture a page of the debrief is: of one table, of the class, or of what is still awaited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sandgame.frames.debrief import (
    WHOLE_PAGE,
    Awaited,
    ClassDebrief,
    GatheredTold,
    HalfTimeFact,
    PageName,
    PageTurned,
    TableDebrief,
    TakeAway,
)
from sandgame.frames.marks import Principle
from sandgame.present.debrief_class import class_body, class_elsewhere, class_title
from sandgame.present.debrief_link import (
    agreed_text,
    chosen,
    consent_body,
    failed_body,
    failed_title,
    link_body,
    link_title,
    story_of,
)
from sandgame.present.debrief_moments import moments_body, moments_title
from sandgame.present.debrief_network import class_guess_body, guess_body, network_ask, network_body, network_title
from sandgame.present.debrief_page import Ask, Body, DebriefPicture, Waiting
from sandgame.present.debrief_profile import left_out_text, profile_body, profile_title
from sandgame.present.debrief_room import half_time_body, opening_body, take_away_body, words_body
from sandgame.present.debrief_scene import DebriefScene
from sandgame.present.debrief_value import kpi_ask, kpi_body, kpi_title, value_body, value_title
from sandgame.rules.ids import SeatId
from sandgame.text.numbers import whole

NEEDS_TABLE: frozenset[PageName] = frozenset({"guess", "principles", "link", "moments", "value"})
_AWAITED: dict[PageName, Awaited] = {"principles": "marks", "moments": "losses", "value": "losses"}
"""What a page cannot do without; of the value page its second step."""
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
    if stuff.debrief is not None:
        scene = stuff.scene.in_setting("open", stuff.debrief.talk != "desk")
        stuff = replace(stuff, scene=scene.with_bots(stuff.debrief.bots))
    if WHOLE_PAGE in stuff.hidden_cards:
        return _put_away(stuff)
    if page in NEEDS_TABLE and stuff.debrief is None:
        return _class_form(stuff)
    return _in_the_making(stuff) or _PAGES[page](stuff)


def _picture(stuff: PageStuff, title: str, body: Body, *, figure: str = "", line: str = "", estimate: str = "",
             ask: Ask | None = None, chip: str = "", foot: str = "") -> DebriefPicture:  # fmt: skip
    scene, turned = stuff.scene, stuff.turned
    named = stuff.debrief is not None and turned.page != "class" and "alone" not in scene.settings
    table = stuff.debrief.table if named and stuff.debrief is not None else 0
    case = scene.pick(scene.cast.title)
    about = scene.say("debrief-page-half-time" if turned.page == "half_time" else "debrief-screen")
    key = "debrief-crumb-table" if table else "debrief-crumb"
    crumb = scene.say(key, about=about, case=case, table=table)
    return DebriefPicture(
        turned.page, crumb, title, body, turned.place, turned.of, chip, figure, line, estimate, ask, foot
    )


def _class_form(stuff: PageStuff) -> DebriefPicture:
    """The page's question without any table's figures: each table looks at its own laptops."""
    say, page, revealed = stuff.scene.say, stuff.turned.page, stuff.turned.revealed
    step = "-2" if revealed and page in TWO_STEPS else ""
    title = say(f"debrief-form-{page}-title{step}")
    if page == "guess":
        body = class_guess_body(stuff.scene, stuff.debriefs, stuff.gathered, revealed=revealed)
        line = say("debrief-form-line" if revealed else "debrief-guess-line")
        return _picture(stuff, title, body, line=line, ask=network_ask(stuff.scene) if revealed else None)
    return _picture(stuff, title, Waiting("laptop", say(f"debrief-form-{page}{step}"), say("debrief-form-line")))


def _in_the_making(stuff: PageStuff) -> DebriefPicture | None:
    """A page that stands on what is still being computed says so: half of it would be another finding."""
    page, debrief = stuff.turned.page, stuff.debrief
    awaited = _AWAITED.get(page)
    if debrief is None or awaited not in debrief.awaits:
        return None
    if page == "value" and (not stuff.turned.revealed or debrief.company is None):
        return None
    say = stuff.scene.say
    body = Waiting("hourglass", say(f"debrief-awaits-{awaited}"), say("debrief-awaits-line"))
    if page == "value":
        title, figure = value_title(stuff.scene, debrief)
        estimate = say("debrief-estimate-in", money=stuff.scene.money) if debrief.company is not None else ""
        return _picture(stuff, title, body, figure=figure, estimate=estimate)
    return _picture(stuff, say(f"debrief-form-{page}-title"), body)


def _put_away(stuff: PageStuff) -> DebriefPicture:
    """The same on the big screen and on every laptop."""
    say = stuff.scene.say
    return _picture(stuff, say("debrief-away-title"), Waiting("eye-off", say("debrief-away"), say("debrief-away-line")))


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
    if debrief.bots:
        line += scene.say("debrief-network-bots")
    return _picture(stuff, network_title(scene, debrief), body, line=line, ask=network_ask(scene))


def _principles(stuff: PageStuff) -> DebriefPicture:
    scene, debrief = stuff.scene, stuff.debrief
    assert debrief is not None
    body = profile_body(scene, debrief, stuff.gathered, stuff.focus)
    # the margins are explained where there are any
    margins = scene.say("debrief-profile-line" if body.placed else "debrief-profile-line-facts")
    line = margins + left_out_text(scene, debrief.marks)
    return _picture(stuff, profile_title(scene, debrief), body, line=line,
                    estimate=scene.say("debrief-estimate") if body.placed else "")  # fmt: skip


def _link(stuff: PageStuff) -> DebriefPicture:
    scene, debrief = stuff.scene, stuff.debrief
    assert debrief is not None
    link = chosen(debrief, stuff.turned.link)
    if link is None:
        return _picture(stuff, scene.say("debrief-failed-title-none"), failed_body(scene, debrief, None))
    story = story_of(debrief, link)
    if story is None:
        return _picture(stuff, scene.say("debrief-link-title-waiting"), consent_body(scene, debrief, link))
    chip = agreed_text(scene, debrief, link)
    failed = debrief.failed
    mine = failed is not None and (failed.provider, failed.customer) == (link.provider, link.customer)
    if mine and failed is not None and not stuff.turned.revealed:
        estimate = scene.say("debrief-estimate") if failed.worth else ""
        body = failed_body(scene, debrief, failed)
        return _picture(stuff, failed_title(scene, failed), body, chip=chip, estimate=estimate,
                        ask=Ask(scene.say("debrief-failed-ask")))  # fmt: skip
    return _picture(stuff, link_title(scene, link), link_body(scene, debrief, link, story), chip=chip,
                    line=scene.say("debrief-link-line"))  # fmt: skip


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
    line = scene.say("debrief-value-none") if debrief.company is None and figure else ""
    return _picture(stuff, title, value_body(scene, debrief), figure=figure, estimate=estimate, line=line)


def _take_away(stuff: PageStuff) -> DebriefPicture:
    say = stuff.scene.say
    body = take_away_body(stuff.scene, stuff.gathered, stuff.own)
    return _picture(stuff, say("debrief-take-title"), body, line=say("debrief-take-line"))


def _half_time(stuff: PageStuff) -> DebriefPicture:
    say = stuff.scene.say
    facts = stuff.half_time or (stuff.debrief.half_time if stuff.debrief is not None else ())
    told = stuff.gathered
    ask = Ask(
        say("debrief-half-ask"),
        note=say("debrief-half-note"),
        count=f"{whole(told.next_weeks)} / {whole(told.seats)}" if told is not None else "",
        count_line=say("debrief-half-written") if told is not None else "",
    )
    # on the big screen of a class each table's facts stay on its own laptops
    body = half_time_body(stuff.scene, facts) if facts else Waiting("laptop", say("debrief-half-form"), "")
    return _picture(stuff, say("debrief-half-title"), body,
                    line=say("debrief-half-line"), ask=ask,
                    chip=say("debrief-half-after", week=stuff.week) if stuff.week else "")  # fmt: skip


def _class(stuff: PageStuff) -> DebriefPicture:
    say = stuff.scene.say
    tables = stuff.comparison.tables if stuff.comparison is not None else ()
    if stuff.debrief is not None and stuff.comparison is None:
        return _picture(stuff, say("debrief-class-elsewhere"), class_elsewhere(stuff.scene, stuff.debrief))
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
