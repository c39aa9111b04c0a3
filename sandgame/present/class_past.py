"""Classes that were run on this computer: as lines of the list of all sessions, and the way back to one under way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sandgame.frames.console import PastClass
from sandgame.frames.lobby import CaseCard, SessionCard
from sandgame.present.home import HomePage, PastSession, Way, past_session, pick
from sandgame.text.dates import day_and_time
from sandgame.text.speech import Speech


def past_class(speech: Speech, card: PastClass) -> PastSession:
    """One that is not over can be gone on with; of one that is, the debrief can be seen."""
    case, over = pick(speech, card.title), card.done
    title = speech.say("class-past-title", case=case, tables=card.tables)
    state = "played" if card.played else "over" if over else card.state
    line = speech.say(f"class-past-{state}", week=card.round, weeks=card.length, people=card.people)
    when, number = day_and_time(card.started, speech), speech.say("game-session", number=card.number)
    return PastSession(
        session=card.session,
        title=title,
        line=line,
        when=when,
        number=number,
        over=over,
        delete_title=speech.say("home-delete-title", case=case, number=card.number),
        spoken=speech.say("game-list-comma").join((number, title, line, when)),
        delete_line=speech.say("class-delete-line"),
        go=speech.say("class-past-debrief" if over else "class-past-go"),
        can_open=True,
    )


def under_way(past: Sequence[PastClass]) -> PastClass | None:
    """The class that a running host has: the newest that was not ended."""
    return next((card for card in past if card.state != "over"), None)


def way_back(speech: Speech, card: PastClass) -> Way:
    """In place of running another class: a computer runs one at a time."""
    title = speech.say("class-back")
    where = "lobby" if card.state == "lobby" else "week"
    line = speech.say("class-back-line", case=pick(speech, card.title), tables=card.tables)
    return Way("presentation", title, line, speech.say(f"class-back-{where}", week=card.round, weeks=card.length))


def with_classes(
    speech: Speech, page: HomePage, sessions: Sequence[SessionCard], past: Sequence[PastClass], *, running: bool
) -> HomePage:
    """The first page of somebody who has run classes here."""
    led = under_way(past) if running else None
    started = {card.session: card.started for card in sessions} | {card.session: card.started for card in past}
    open_ones = tuple(past_class(speech, card) for card in past if not card.done and card is not led)
    done = (*(past_class(speech, card) for card in past if card.done), *page.recent)
    newest = sorted(done, key=lambda each: started.get(each.session, ""), reverse=True)
    count = len(sessions) + len(past)
    return replace(
        page,
        run=way_back(speech, led) if led is not None and page.run is not None else page.run,
        recent=(*open_ones, *newest),
        recent_none="" if past else page.recent_none,
        all_text=speech.say("home-all", count=str(count)) if count else page.all_text,
    )


def all_past(
    speech: Speech, sessions: Sequence[SessionCard], cases: Sequence[CaseCard], past: Sequence[PastClass]
) -> list[PastSession]:
    """Sessions and classes, newest first."""
    dated = [(card.started, past_session(speech, card, cases)) for card in sessions]
    dated += [(card.started, past_class(speech, card)) for card in past]
    return [each for _, each in sorted(dated, key=lambda pair: pair[0], reverse=True)]
