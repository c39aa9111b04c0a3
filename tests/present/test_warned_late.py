"""A warning in the week of the due is told as one on every page: as one that came too late to plan anew."""

import pytest
from msgspec.structs import replace

from sandgame.frames.debrief import PromiseShown
from sandgame.frames.marks import Facts, Piece
from sandgame.present.debrief_link import failed_body
from sandgame.present.debrief_own import own_page
from sandgame.present.debrief_scene import DebriefScene
from sandgame.present.warned_late import late_weeks
from sandgame.report.findings import link_line
from sandgame.report.table_pages import reason_line
from sandgame.report.wording import Wording
from sandgame.rules.ids import SeatId
from sandgame.text.speech import LANGUAGES, Language, Speech
from tests.kit.debriefs import debriefed

TOLD = {
    "en": "warned in week 3, the week it was due: too late to plan anew",
    "zh": "第 3 周到期，当周才预警：来不及重新安排",
}
languages = pytest.mark.parametrize("language", LANGUAGES)


def promise(warned: int, state: str = "late", due: int = 3) -> PromiseShown:
    return PromiseShown(90, SeatId(3), SeatId(4), 5, 7, 1, due, 4, state, warned, (1,))


def scene(language: Language) -> DebriefScene:
    made = debriefed()
    return DebriefScene.of(Speech(language), made.cast, made.words)


def words(language: Language) -> Wording:
    made = debriefed()
    return Wording(Speech(language), made.cast, made.words)


@pytest.mark.parametrize(
    ("one", "weeks"),
    [(promise(3), (3,)), (promise(2), ()), (promise(0), ()), (promise(3, "kept"), ()), (promise(3, "open"), ())],
)
def test_only_what_was_warned_of_no_sooner_than_due_and_failed_is_warned_of_late(
    one: PromiseShown, weeks: tuple[int, ...]
) -> None:
    assert late_weeks([one], 3, 4) == late_weeks([one], 3, 4, 5) == weeks
    assert late_weeks([one], 3, 4, 6) == late_weeks([one], 4, 3) == ()


@languages
def test_a_link_is_not_called_unwarned_where_the_warning_came_in_the_week_of_the_due(language: Language) -> None:
    link = replace(debriefed().debrief.links[0], matured=4, kept=3, at_risk=1, warned=0, warned_late=(3,))
    assert link_line(words(language), link) == TOLD[language]
    silent = replace(link, warned_late=())
    assert link_line(words(language), silent) == Speech(language).say("report-link-silent")


@languages
def test_a_link_worth_opening_and_the_failed_promise_say_the_same(language: Language) -> None:
    debrief = replace(debriefed().debrief, promises=(promise(3),))
    worth = replace(debrief.worth_opening[0], provider=3, customer=4, service=5, reason="warned_late", times=1)
    assert reason_line(words(language), debrief, worth) == TOLD[language]
    assert debrief.failed is not None
    failed = replace(debrief.failed, commitment=90, provider=3, customer=4, due=3, warned=False)
    assert TOLD[language] in repr(failed_body(scene(language), debrief, failed))


@languages
def test_ones_own_page_says_it_in_the_evidence_and_in_the_one_thing_to_try(language: Language) -> None:
    numbers = (("service", 1), ("units", 7), ("due", 3), ("known", 2), ("came", 5))
    piece = Piece("T3", "late", 2, (1,), SeatId(3), SeatId(3), SeatId(4), numbers, 700, 1_000)
    fact = Facts(SeatId(3), "warned", 0, 1, None, (piece,))
    kept = Facts(SeatId(3), "kept", 3, 9, None, ())
    own = replace(debriefed().own[2], facts=(kept, fact), suggestion="trust", left_out=False)
    shown = own_page(scene(language), own)
    assert TOLD[language] in shown.suggestion
    assert ("1, done: 0" if language == "en" else "1 次，做到 0 次") in shown.suggestion, "of warnings, not of all kept"
    evidence = scene(language).piece(piece)
    assert ("too late to plan anew" if language == "en" else "来不及重新安排") in evidence
