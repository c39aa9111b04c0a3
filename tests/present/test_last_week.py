"""What is said stands: nothing points beyond the last week, whatever length the table had, and no figure on nothing."""

from __future__ import annotations

import msgspec
import pytest

from sandgame.present.board import board
from sandgame.present.brief import brief, order_terms
from sandgame.present.brief_notices import new_rules
from sandgame.present.ledger import ledger
from sandgame.present.line import clock_picture
from sandgame.present.orders import orders_strip
from sandgame.present.recipe import metric_rows
from sandgame.present.review import review
from sandgame.present.review_draft import ReviewDraft
from sandgame.present.scene import Scene
from sandgame.present.standing import what_counts
from sandgame.rules.ids import Phase, SeatId
from sandgame.rules.sections import OwnIncident, PlayedBy, View
from sandgame.text.speech import LANGUAGES, Language, Speech
from tests.kit.shelf import shipped
from tests.kit.views import LAMP, PRODUCTION, order, production, sales, scene

AHEAD = ("下周", "next week", "Next week")


def last(view: View, phase: Phase = "negotiate", **table: object) -> View:
    """Cut to the week it is in."""
    changed = msgspec.structs.replace(view.table, length=view.table.round, phase=phase, **table)
    return msgspec.structs.replace(view, table=changed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_brief_speaks_of_no_vote_and_of_no_week_to_come(language: Language) -> None:
    cut = last(production(), "brief", new_rules=("vote", "overtime", "lend"))
    me = msgspec.structs.replace(cut.me, incidents=(OwnIncident(cut.table.round + 1, -8, None, None),))
    shown = scene(msgspec.structs.replace(cut, me=me), language)
    told = " ".join((*new_rules(shown), *(card.spoken for card in brief(shown).cards)))
    assert len(new_rules(shown)) == 2
    assert not [word for word in AHEAD if word in told]
    assert str(cut.table.round + 1) not in "".join(card.title for card in brief(shown).cards if "incident" in card.key)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_review_promises_nothing_for_next_week(language: Language) -> None:
    page = review(scene(last(production(), "review"), language), ReviewDraft())
    told = " ".join((page.received_empty, page.thank_note, page.note))
    assert not [word for word in AHEAD if word in told]


def rows(shown: Scene) -> list[str]:
    return [row.line for row in ledger(shown).promised if row.sheet]


def test_a_request_without_an_answer_waits_one_more_week_if_there_is_one() -> None:
    """After the talk it says when it can be answered; of the last week it is gone, for it counts no more."""
    view = production()
    assert rows(scene(view)) == ["销售在等我"]
    after = msgspec.structs.replace(view, table=msgspec.structs.replace(view.table, phase="review"))
    assert rows(scene(after)) == ["在等我，下周还能答"]
    assert rows(scene(last(view))) == ["销售在等我"]
    assert rows(scene(last(view, "plan"))) == []
    assert (what_counts(scene(view)), what_counts(scene(last(view)))) == ("negotiate", "negotiate-last")


def test_an_option_that_is_due_after_the_end_says_so_wherever_it_is_shown() -> None:
    one = order(1, LAMP, 3, 2, (2, 60), (9, 50))
    shown = scene(msgspec.structs.replace(sales(), orders=(one,)))
    assert any("（这场结束之后）" in line for line in order_terms(shown, one))
    strip = orders_strip(shown, {})
    assert strip is not None
    assert any("这场结束之后" in option.text for option in strip.cards[0].options)


@pytest.mark.parametrize("name", ["factory", "factory-class"])
def test_no_trade_off_of_the_last_week_looks_ahead(name: str) -> None:
    package = shipped(name)
    for length in package.scenario.lengths:
        for week in range(2, length + 1):
            for number, _ in enumerate(package.departments, start=1):
                seen = tuple(
                    OwnIncident(each.round, each.hours, each.service, each.cost)
                    for each in package.scenario.incidents
                    if each.seat == number
                )
                for word in package.tradeoff(SeatId(number), week, seen, last=week):
                    assert not [each for each in AHEAD if each in word.text.zh + word.text.en], (number, week)


@pytest.mark.parametrize(("phase", "line"), [("deliver", "计划由电脑代排"), ("plan", "电脑代班")])
def test_the_own_department_in_the_replay_says_who_planned_it(phase: Phase, line: str) -> None:
    """Who came back sees a week that was planned for them."""
    view = production()
    table = msgspec.structs.replace(view.table, phase=phase)
    room = msgspec.structs.replace(view.room, played_by=(PlayedBy(PRODUCTION, "stand_in"),))
    shown = scene(msgspec.structs.replace(view, table=table, room=room))
    assert next(island.line for island in board(shown).islands if island.id == PRODUCTION) == line


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_share_of_kept_promises_that_rests_on_none_says_so(language: Language) -> None:
    """The rules count it as half; that is no verdict."""
    view = production()
    shown = scene(view, language)
    rows = {metric.kind: row for metric, row in zip(view.me.metrics, metric_rows(shown), strict=True)}
    assert rows["commitments_kept"].note == Speech(language).say("brief-metric-none-due")
    assert not rows["own_work"].note
    kept = tuple(msgspec.structs.replace(each, state="kept") for each in view.threads.promises)
    judged = msgspec.structs.replace(view, threads=msgspec.structs.replace(view.threads, promises=kept))
    assert not [row.note for row in metric_rows(scene(judged, language)) if row.note]


def test_a_table_that_waits_for_the_others_knows_how_long_it_will_have() -> None:
    for language in LANGUAGES:
        picture = clock_picture(Speech(language), 180.0, paused=True, waiting=True)
        assert picture is not None
        assert "03:00" in picture.text
