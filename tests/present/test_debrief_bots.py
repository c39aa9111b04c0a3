"""What the pages that tell a moment or a link say is so: who was a bot, what is guessed, whether anybody warned."""

from msgspec.structs import replace

from sandgame.frames.debrief import GatheredTold, PageName, PageTurned, TableDebrief
from sandgame.present.debrief_link import chosen
from sandgame.present.debrief_page import DebriefPicture, FailedBody, MomentsBody, NetworkBody
from sandgame.present.debrief_pages import PageStuff, debrief_page
from sandgame.present.debrief_scene import DebriefScene
from sandgame.rules.ids import SeatId
from sandgame.text.speech import Speech
from tests.kit.debriefs import debriefed

NOBODY = GatheredTold(3, (), (), (), (), (), (), (), 0, (), 0, 6)


def scene() -> DebriefScene:
    made = debriefed()
    return DebriefScene.of(Speech("en"), made.cast, made.words)


def page(debrief: TableDebrief, name: PageName, told: GatheredTold = NOBODY, *, revealed: bool) -> DebriefPicture:
    turned = PageTurned(name, 1, 8, revealed, 3, (0, 0), (), False)
    return debrief_page(PageStuff(scene(), turned, debrief, told))


def test_a_moment_marks_whom_a_bot_played() -> None:
    shown = debriefed().debrief
    seats = {point.seat for point in shown.turning} | {point.other for point in shown.turning if point.other}
    for seat in seats:
        body = page(replace(shown, bots=(seat,)), "moments", revealed=True).body
        assert isinstance(body, MomentsBody)
        marked = f"{scene().name(seat)} (bot)"
        for point, card in zip(shown.turning, body.cards, strict=True):
            assert (marked in card.line) == (scene().name(seat) in card.line)
            assert marked in card.line or point.seat != seat or scene().name(seat) not in card.line


def test_a_failed_promise_marks_whom_a_bot_played() -> None:
    shown = debriefed().debrief
    failed = shown.failed
    assert failed is not None
    body = page(replace(shown, bots=(failed.provider,)), "link", revealed=False).body
    assert isinstance(body, FailedBody)
    assert "(bot)" in body.deal
    assert ["(bot)" in voice.head for voice in body.voices] == [True, False, False]


def test_the_link_to_begin_with_has_a_person_on_one_side_if_any_has() -> None:
    shown = debriefed().debrief
    failed = shown.failed
    assert failed is not None
    pair = (failed.provider, failed.customer)
    first = chosen(shown, (0, 0))
    assert first is not None
    assert (first.provider, first.customer) == pair
    found = chosen(replace(shown, bots=pair), (0, 0))
    assert found is not None
    assert not {found.provider, found.customer} <= set(pair)
    everybody = tuple(SeatId(seat) for seat in scene().seats)
    still = chosen(replace(shown, bots=everybody), (0, 0))
    assert still is not None
    assert (still.provider, still.customer) == pair


def test_before_it_is_revealed_a_moment_says_what_is_to_be_guessed() -> None:
    shown = debriefed().debrief
    for told in (NOBODY, replace(NOBODY, estimates=((0, 5),))):
        asked = page(shown, "moments", told, revealed=False).body
        seen = page(shown, "moments", told, revealed=True).body
        assert isinstance(asked, MomentsBody)
        assert isinstance(seen, MomentsBody)
        for before, after in zip(asked.cards, seen.cards, strict=True):
            assert before.estimate_line.startswith(after.estimate_line)
            assert "how much?" in before.estimate_line
            assert before.estimate == ""


def test_nobody_is_said_not_to_have_warned_who_did_in_the_very_week() -> None:
    shown = debriefed().debrief
    link = min(
        (one for one in shown.links if one.rating is not None and one.kept < one.matured),
        key=lambda one: (one.rating or 0, one.provider, one.customer),
    )
    pair = (link.provider, link.customer)
    others = tuple(replace(one, rating=None) for one in shown.links if one is not link)
    alone = replace(shown, links=(replace(link, warned=0), *others))
    for warned in (False, True):
        promises = tuple(
            replace(one, warned=one.due if warned else 0) if (one.provider, one.customer) == pair else one
            for one in shown.promises
        )
        body = page(replace(alone, promises=promises), "guess", revealed=True).body
        assert isinstance(body, NetworkBody)
        assert ("no warning" in body.rows[0].line) is not warned
