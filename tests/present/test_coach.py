import msgspec
import pytest

from sandgame.present import negotiate, plan
from sandgame.present.coach import coach_notes, coach_words
from sandgame.present.history import History
from sandgame.present.now import NowBar
from sandgame.present.pictures import CheckPicture
from sandgame.present.review import VOTE
from sandgame.rules.scenario import RULE_NAMES, RuleName
from sandgame.rules.sections import PoolSection, RoomSection, View
from sandgame.text.speech import LANGUAGES, Language
from tests.kit.views import ENGINEERING, PRODUCTION, SALES, production, sales, scene, threads, view


def first_week(view: View, **changes: object) -> View:
    return msgspec.structs.replace(view, table=msgspec.structs.replace(view.table, round=1, **changes))


def spots(view: View) -> list[str]:
    shown = scene(view)
    return [note.spot for note in coach_notes(shown, negotiate.now(shown))]


def test_the_first_note_is_about_who_waits_or_what_is_wanted() -> None:
    assert spots(first_week(production()))[0] == "answer"
    assert spots(first_week(sales())) == ["orders", "ask"]


def test_what_was_done_is_not_said_again() -> None:
    quiet = production(rules=(), threads=threads((), production().threads.promises))
    assert spots(first_week(quiet)) == []
    others = tuple(seat for seat in quiet.table.seats if seat != PRODUCTION)
    assert spots(first_week(quiet, finished=others)) == ["primary"]


def test_the_coach_is_silent_after_the_first_week_and_for_who_is_done() -> None:
    assert spots(production()) == []
    assert spots(first_week(production(), finished=(PRODUCTION,))) == []
    assert spots(first_week(sales(), finished=(SALES,), phase="plan")) == []


def test_in_plan_a_change_moves_the_coach_on() -> None:
    shown = scene(first_week(production(), phase="plan"))
    reading = plan.read(shown, plan.first_draft(shown))
    history = History(reading.draft)
    assert [note.spot for note in coach_notes(shown, plan.now(shown, reading, history, ""))] == ["line", "primary"]
    changed = history.then(reading.draft.with_own_work(1))
    assert [note.spot for note in coach_notes(shown, plan.now(shown, reading, changed, ""))] == ["primary"]


def test_what_has_just_opened_is_said_once_at_its_control_until_it_was_tried() -> None:
    opened: tuple[RuleName, ...] = ("pool", "counter", "overtime", "vote")
    fresh = production(new_rules=opened, pool=PoolSection(2, 0, (), None, (), (), None, False, 0, ()))
    assert spots(fresh) == ["pool"]  # a counter of mine stands there already; the others have their own phases
    claimed = production(new_rules=opened, pool=PoolSection(2, 1, (), None, (), (), None, False, 0, ()))
    assert spots(claimed) == []
    plain = scene(production(new_rules=opened, phase="plan"))
    assert [note.spot for note in coach_notes(plain, NowBar("", can_undo=False))] == ["overtime"]
    assert coach_notes(plain, NowBar("", can_undo=True)) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_that_can_open_later_has_its_note(language: Language) -> None:
    for phase in ("negotiate", "plan", "review"):
        shown = scene(view(ENGINEERING, new_rules=RULE_NAMES, phase=phase), language)
        assert all(note.title and note.text for note in coach_notes(shown, NowBar("")))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_note_has_a_title_and_a_text(language: Language) -> None:
    shown = scene(first_week(sales()), language)
    assert all(note.title and note.text for note in coach_notes(shown, NowBar("")))
    assert coach_words(shown).hide


def test_the_coach_says_no_more_of_a_vote_that_is_drafted() -> None:
    voted = NowBar("", checks=(CheckPicture(VOTE, "已投票", done=True),))
    room = RoomSection((), (), True, (), (), (), (), (), (), False)
    shown = scene(production(phase="review", new_rules=("vote",), room=room))
    assert [note.spot for note in coach_notes(shown, NowBar(""))] == ["vote"]
    assert coach_notes(shown, voted) == ()
