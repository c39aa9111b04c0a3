"""When the facilitator ends a class: the last results that this seat knows, without a judgement; and the goodbye."""

from __future__ import annotations

from dataclasses import dataclass

from sandgame.present.deliver import sum_text
from sandgame.present.recipe import last_figures
from sandgame.present.scene import Scene
from sandgame.text.numbers import percent, whole
from sandgame.text.speech import Speech


@dataclass(frozen=True, slots=True)
class EndPicture:
    """`facts`: name and figure. `own` is on the button to one's own page, once that has come."""

    title: str
    line: str
    facts_title: str
    facts: tuple[tuple[str, str], ...]
    own: str


def class_end(speech: Speech, scene: Scene | None, *, has_pages: bool) -> EndPicture:
    """Without a scene, and before the first Deliver, there are no figures and nothing is said of them."""
    say = speech.say
    facts = _facts(scene.in_language(speech)) if scene is not None else ()
    figures = last_figures(scene) if scene is not None and facts else None
    title = say("line-end-facts", week=figures.round) if figures is not None else ""
    own = say("debrief-open") if has_pages else ""
    return EndPicture(say("join-over-title"), say("join-over-line"), title, facts, own)


def farewell(speech: Speech, *, has_pages: bool) -> EndPicture:
    """After the debrief: nothing is left to be done, and what is one's own can still be looked at."""
    say = speech.say
    line = say("join-farewell-line" if has_pages else "join-farewell-plain")
    return EndPicture(say("join-farewell-title"), line, "", (), say("join-farewell-own") if has_pages else "")


def _facts(scene: Scene) -> tuple[tuple[str, str], ...]:
    figures, results, say = last_figures(scene), scene.view.table.results, scene.speech.say
    if figures is None or not results:
        return ()
    mine, index = figures.figures, results[-1].index
    money = say("shell-company-money", money=scene.pick(scene.cast.money))
    kpi, company = (say("shell-my-kpi"), whole(mine.kpi)), (money, whole(results[-1].result))
    if index is None:
        return kpi, company, (say("line-end-bonus"), whole(mine.bonus_kpi))
    bonus = sum_text(mine.bonus_kpi, mine.bonus_company)
    return kpi, company, (say("line-end-index"), percent(index)), (say("line-end-bonus"), bonus)
