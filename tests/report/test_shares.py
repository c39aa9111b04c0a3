"""A share of promises or answers is the same figure wherever it stands, and so is where a principle stands."""

import pytest
from msgspec.structs import replace

from sandgame.debrief.comparison import comparison
from sandgame.frames.debrief import LinkShown, TableDebrief
from sandgame.present.console_cards import card
from sandgame.present.debrief_network import kept_share
from sandgame.present.debrief_profile import standing, standing_text, team
from sandgame.present.drill import table_picture
from sandgame.report.document import Heading
from sandgame.report.table_pages import more_page
from sandgame.report.wording import Wording
from sandgame.rules.figures import percent_of, share_of
from sandgame.text.numbers import percent
from sandgame.text.speech import LANGUAGES, Language, Speech
from tests.kit import console as room
from tests.kit.debriefs import debriefed
from tests.kit.reports import class_of


def with_links(kept: int, of: int) -> TableDebrief:
    """All links of a table together."""
    first, *others = debriefed().debrief.links
    none = [replace(link, kept=0, matured=0, asked=0, answered=0, warned=0, at_risk=0) for link in others]
    one: LinkShown = replace(first, kept=kept, matured=of, answered=kept, asked=of, warned=kept, at_risk=of)
    return replace(debriefed().debrief, links=(one, *none))


@pytest.mark.parametrize(("kept", "of", "share"), [(16, 18, 88), (25, 33, 75), (0, 3, 0), (7, 7, 100), (199, 200, 99)])
def test_a_share_is_the_same_figure_on_the_console_on_the_pages_and_on_paper(kept: int, of: int, share: int) -> None:
    said = percent(share)
    known = room.seen("en", [room.row(1, kept=kept, matured=of)])
    on_card = [text for _, text, _ in card(known, known.rows[1], (), shared=False).facts]
    assert said in on_card
    assert table_picture(known, replace(room.table_seen(), kept=kept, matured=of)).kept == said
    debrief = with_links(kept, of)
    assert kept_share(debrief) == share
    (table,) = comparison([debrief]).tables
    assert (table.kept, table.answered, table.warned) == (share, share, share)
    assert Wording(Speech("en"), debriefed().cast).percent_of(kept, of) == said
    assert share_of("kept", ["kept"] * kept + ["late"] * (of - kept)) == share


def test_a_share_of_nothing_is_none() -> None:
    assert percent_of(0, 0) is None
    assert share_of("kept", []) == 50


@pytest.mark.parametrize("language", LANGUAGES)
def test_paper_calls_no_principle_between_whose_bar_crosses_a_line(language: Language) -> None:
    session = class_of("factory", 1)
    (table,) = session.tables
    marks = team(table.debrief)
    wide = tuple(
        replace(mark, band="between", level="band", points=5_000, low=1_000, high=9_000)
        if mark in marks.values()
        else mark
        for mark in table.debrief.marks.marks
    )
    debrief = replace(table.debrief, marks=replace(table.debrief.marks, marks=wide))
    words = Wording(Speech(language), session.cast, table.words)
    notes = {block.note for block in more_page(words, replace(table, debrief=debrief)).blocks
             if isinstance(block, Heading) and block.level == 3}  # fmt: skip
    assert {standing(mark) for mark in team(debrief).values()} == {"unsure"}
    assert notes == {standing_text(words, next(iter(team(debrief).values())))}
    assert words.say("score-band-between") not in notes
