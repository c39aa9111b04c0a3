"""What people stumbled over in the debrief of a class: who is asked, what stands beside what, where the focus is."""

from __future__ import annotations

from dataclasses import replace as changed

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from sandgame.frames.debrief import (
    BookmarkSeen,
    DebriefTold,
    Estimate,
    Guess,
    KeepDebrief,
    PageName,
    PageTurned,
    TableDebrief,
)
from sandgame.present.debrief_lead import DebriefLead
from sandgame.present.debrief_moment import moment
from sandgame.present.debrief_own import own_page
from sandgame.present.debrief_page import (
    DebriefPicture,
    KpiBody,
    LinkBody,
    MomentsBody,
    NetworkBody,
    ValueBody,
    Waiting,
)
from sandgame.present.debrief_pages import PageStuff, debrief_page
from sandgame.present.debrief_scene import DebriefScene
from sandgame.rules.ids import SeatId
from sandgame.text.speech import LANGUAGES, Language, Speech
from sandgame.ui.debrief_take import TakeAwayWork
from sandgame.ui.debrief_vote import VoteWork
from sandgame.ui.debrief_work import ConsentWork, GuessWork, HalfTimeWork
from sandgame.ui.presenter import PresenterScreen
from tests.kit.debriefs import Debriefed, debriefed, of_class
from tests.kit.looks import settle
from tests.kit.painted import painted_faults, painted_texts
from tests.ui.test_debrief import SEAT, SIZES, kept_by, laptop, lead, turned, work
from tests.ui.test_debrief_pages import gathered, page_of, pair, stuff, view

BOT = SeatId(6)


def scene_of(made: Debriefed, language: Language = "en") -> DebriefScene:
    return DebriefScene.of(Speech(language), made.cast, made.words)


def page(debrief: TableDebrief, name: PageName, *, revealed: bool, language: Language = "en",
         guesses: tuple[Guess, ...] | None = None) -> DebriefPicture:  # fmt: skip
    known = stuff(debriefed(), language, name, revealed=revealed)
    told = known.gathered
    if guesses is not None and told is not None:
        told = replace(told, guesses=guesses)
    return debrief_page(changed(known, debrief=debrief, gathered=told))


# what a figure opens


def test_a_link_opens_its_own_promises_and_no_others() -> None:
    made = debriefed()
    for link in made.debrief.links:
        opened = moment(scene_of(made), made.debrief, None, link.log, "").words
        names = [scene_of(made).badge(seat) for seat in (link.provider, link.customer)]
        assert opened.rows
        assert all([row.provider, row.customer] == names for row in opened.rows), (link.provider, link.customer)


def test_all_promises_of_a_link_that_ended_are_behind_it() -> None:
    made = debriefed()
    link = max(made.debrief.links, key=lambda link: link.matured)
    opened = moment(
        scene_of(made), replace(made.debrief, marks=made.debrief.marks.for_table()), None, link.log, ""
    ).words
    promised = [row for row in opened.rows if "promised" in row.text]
    assert link.matured > 1
    assert len(promised) >= min(link.matured, 8)


def test_kpis_and_the_result_open_week_by_week() -> None:
    made = debriefed()
    body = page(made.debrief, "value", revealed=False).body
    assert isinstance(body, KpiBody)
    for log in (body.rows[0].log, next(column for column in body.columns if column.kind == "ours").log):
        opened = moment(scene_of(made), made.debrief, None, log, "").words
        assert len(opened.rows) >= made.debrief.rounds
        assert f"{made.debrief.figures[0].kpis[0]}" in opened.rows[0].text
        assert opened.empty == ""


def test_every_figure_that_opens_has_something_behind_it(qtbot: QtBot, qapp: QApplication) -> None:
    made = debriefed()
    for name, revealed in (("guess", True), ("link", True), ("value", False), ("value", True), ("half_time", True)):
        shown = view(qtbot, qapp, page(made.debrief, name, revealed=revealed), "en")  # type: ignore[arg-type]
        opened = [moment(scene_of(made), made.debrief, None, spot.log, "").words for spot in shown.spots]
        assert [one.title for one in opened if one.rows]


def test_a_links_figures_are_said_with_their_names() -> None:
    made = debriefed()
    spoken = own_page(scene_of(made), made.own[3]).links[0].spoken
    assert "kept" in spoken
    assert "rated" in spoken


# bots


def test_bots_are_marked_on_the_map_and_agree_to_nothing() -> None:
    made = debriefed()
    link = next(one for one in made.debrief.links if BOT in (one.provider, one.customer))
    debrief = replace(made.debrief, bots=(BOT,))
    network = page(debrief, "guess", revealed=True)
    assert isinstance(network.body, NetworkBody)
    assert [island.seat for island in network.body.islands if island.name.endswith("(bot)")] == [BOT]
    assert "bots" in network.line
    known = stuff(made, "en", "link", revealed=True)
    told = changed(known, debrief=debrief, turned=replace(known.turned, link=(link.provider, link.customer)))
    story = debrief_page(told)
    assert isinstance(story.body, LinkBody)
    assert "both" not in story.chip
    assert "is a bot" in story.chip
    asked = debrief_page(changed(told, debrief=debrief.for_room(()))).body
    assert isinstance(asked, Waiting)
    assert scene_of(made).name(BOT) not in asked.text


def test_the_title_says_every_link_only_where_every_link_was_rated() -> None:
    made = debriefed()
    liked = tuple(replace(link, rating=40, kept=link.matured) for link in made.debrief.links)
    every = page(replace(made.debrief, links=liked, bots=()), "guess", revealed=True).title
    some = page(replace(made.debrief, links=(*liked[1:], replace(liked[0], rating=None)), bots=()), "guess",
                revealed=True).title  # fmt: skip
    assert every.startswith("Every link")
    assert not some.startswith("Every")


# who is not scored


def test_who_is_not_scored_is_never_looked_at_first_and_shows_no_kpi(qtbot: QtBot, qapp: QApplication) -> None:
    made = debriefed()
    weakest = min((one for one in made.debrief.links if one.rating is not None), key=lambda one: one.rating or 0)
    quiet = weakest.provider
    debrief = replace(made.debrief, left_out=(quiet,))
    body = page(debrief, "guess", revealed=True).body
    assert isinstance(body, NetworkBody)
    assert scene_of(made).badge(quiet) not in [row.provider for row in body.rows]
    edges = [edge for edge in body.edges if edge.provider == quiet]
    assert {(edge.top, edge.gauge, edge.tone) for edge in edges} == {("not shown", None, "plain")}
    kpis = page(debrief, "value", revealed=False)
    assert isinstance(kpis.body, KpiBody)
    row = next(row for row in kpis.body.rows if row.badge == scene_of(made).badge(quiet))
    assert (row.text, row.log) == ("not shown", ())
    opened = moment(scene_of(made), debrief, None, kpis.body.rows[0].log or kpis.body.rows[1].log, "").words
    assert not any(f"{scene_of(made).name(quiet)} " in line.text for line in opened.rows)
    for shown in (kpis, page(debrief, "guess", revealed=True)):
        assert painted_faults(view(qtbot, qapp, shown, "en")) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_chose_not_to_be_scored_reads_that_and_not_that_there_was_no_occasion(language: Language) -> None:
    made = debriefed()
    own = replace(made.own[3], facts=(), left_out=True, suggestion=None)
    found = own_page(scene_of(made, language), own)
    said = Speech(language).say("debrief-own-unscored")
    assert {row.empty for row in found.rows} == {said}
    assert found.no_more == said
    assert Speech(language).say("debrief-own-nothing") not in str(found)


# no contradiction beside another


def test_what_was_kept_does_not_stand_beside_what_was_not_done() -> None:
    found = debriefed().debrief.links
    for link in found:
        failed = link.funnel[2] - link.funnel[3] - link.unfinished
        assert failed >= 0
        if link.kept == link.matured:
            assert failed == 0, (link.provider, link.customer)


def test_lines_that_came_to_no_end_are_not_called_not_done() -> None:
    made = debriefed()
    link = replace(made.debrief.links[0], funnel=(4, 4, 4, 1), unfinished=3, kept=1, matured=1)
    debrief = replace(made.debrief, links=(link,), failed=None, bots=())
    told = page(debrief, "link", revealed=True)
    assert isinstance(told.body, LinkBody)
    assert "agreed, not done" not in told.body.funnel[2].lost
    assert "3" in told.body.funnel[2].lost
    assert "not carried out" not in told.title


@pytest.mark.parametrize(
    ("weakest", "said"),
    [
        ([pair(1, 2)], "Thought weakest: Sales → Engineering"),
        ([pair(1, 2), pair(6, 1)], "all differ"),
        ([pair(1, 2), pair(1, 2), pair(6, 1), pair(6, 1)], "2 votes each"),
        ([pair(1, 2), pair(1, 2), pair(6, 1)], "(2 votes)"),
        ([pair(1, 2), pair(6, 1), pair(3, 4)] * 2, "3 links, 2 votes each"),
    ],
)
def test_one_guess_is_not_called_most(weakest: list[tuple[SeatId, SeatId]], said: str) -> None:
    guesses = tuple(Guess(50, None, each) for each in weakest)
    body = page(debriefed().debrief, "guess", revealed=True, guesses=guesses).body
    assert isinstance(body, NetworkBody)
    assert said in body.rows[0].guess
    assert body.rows[1].guess == ""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("hit", [False, True])
def test_both_guessed_links_stand_beside_what_was(
    qtbot: QtBot, qapp: QApplication, language: Language, hit: bool
) -> None:
    debrief = debriefed().debrief
    rated = sorted((link for link in debrief.links if link.rating is not None), key=lambda link: link.rating or 0)
    best, weakest = rated[-1], rated[0]
    ends = [(SeatId(link.provider), SeatId(link.customer)) for link in (best, weakest)]
    thought = ends if hit else ends[::-1]
    shown = page(debrief, "guess", revealed=True, language=language, guesses=(Guess(50, thought[0], thought[1]),) * 2)
    assert isinstance(shown.body, NetworkBody)
    scene = scene_of(debriefed(), language)
    names = [scene.say("debrief-link-of", provider=scene.name(a), customer=scene.name(b)) for a, b in ends]
    top, low = shown.body.rows
    assert [row.head.rpartition(" ")[2] for row in (top, low)] == [f"{(x.rating or 0) / 10}" for x in (best, weakest)]
    if hit:
        assert [row.head.rpartition(" ")[0] for row in (top, low)] == names
        assert scene.say("debrief-guess-hit-most", votes="2") in top.guess
        assert scene.say("debrief-guess-hit-most", votes="2") in low.guess
    else:
        assert names[1] in top.guess
        assert names[0] in low.guess
    made = view(qtbot, qapp, shown, language)
    assert painted_faults(made) == []
    told = "".join(each.text for each in painted_texts(made))
    assert all(row.guess in told for row in (top, low))


def test_guessed_links_stay_told_where_nothing_was_rated() -> None:
    debrief = debriefed().debrief
    quiet = replace(debrief, links=tuple(replace(link, rating=None) for link in debrief.links))
    body = page(quiet, "guess", revealed=True, guesses=(Guess(50, pair(1, 2), pair(6, 1)),)).body
    assert isinstance(body, NetworkBody)
    assert body.rows == ()
    assert [line.text for line in body.guessed[1:]] == [
        "Thought best: Sales → Engineering",
        "Thought weakest: Logistics → Sales",
    ]


def test_a_tables_rule_is_not_shown_to_the_class() -> None:
    known = stuff(debriefed(), "en", "take_away", revealed=False)
    assert known.gathered is not None
    leader = DebriefLead(Speech("en"), gathered={1: replace(known.gathered, table=1)}, cast=debriefed().cast,
                         pages=("take_away",))  # fmt: skip
    assert "say it the same day" not in str(leader.public())
    assert "say it the same day" in str(debrief_page(known))


def test_after_the_reveal_nobody_guesses_or_votes_any_more(qtbot: QtBot, qapp: QApplication) -> None:
    screen = laptop(qtbot, qapp)
    made = work(screen, "guess")
    assert isinstance(made, GuessWork)
    found: list[KeepDebrief] = []
    made.kept.connect(found.append)
    made.best.set_chosen(0)
    made.send.click()
    assert found == []
    assert "weakest" in made.missing.text()
    made.weakest.set_chosen(1)
    made.send.click()
    assert [frame.guess is not None for frame in found] == [True]
    assert made.missing.isHidden()
    screen.take(turned("guess", revealed=True))
    settle()
    assert not made.send.isVisible()
    assert not made.best.isVisible()
    assert "Your guess" in made.mine.text()
    votes = work(screen, "moments")
    assert isinstance(votes, VoteWork)
    assert votes.votes[0].isEnabled()
    screen.take(turned("moments", revealed=True))
    assert not votes.votes[0].isEnabled()


def test_a_link_that_is_open_asks_nobody_to_wait(qtbot: QtBot, qapp: QApplication) -> None:
    screen = laptop(qtbot, qapp)
    made = work(screen, "link")
    assert isinstance(made, ConsentWork)
    assert "decide" not in made.names.text()
    assert not made.yes.isVisible()


# pages that all see


def a_case_without_a_scale() -> TableDebrief:
    return replace(debriefed().debrief, company=None, weeks=(), changes=())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("revealed", [False, True])
def test_without_a_scale_the_page_shows_money_and_kpis(
    qtbot: QtBot, qapp: QApplication, language: Language, revealed: bool
) -> None:
    debrief = a_case_without_a_scale()
    shown = page(debrief, "value", revealed=revealed, language=language)
    assert isinstance(shown.body, KpiBody | ValueBody)
    assert [column.value for column in shown.body.columns] == [
        week.result for week in debrief.figures if not week.final
    ]
    made = view(qtbot, qapp, shown, language)
    assert painted_faults(made) == []
    texts = " ".join(each.text for each in painted_texts(made))
    assert f"{debrief.figures[-1].result:,}" in texts


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["guess", "link", "moments", "value"])
def test_revealing_changes_what_the_class_sees(
    qtbot: QtBot, qapp: QApplication, name: PageName, language: Language
) -> None:
    pages = []
    for revealed in (False, True):
        known = stuff(debriefed(), language, name, revealed=revealed)
        shown = debrief_page(PageStuff(known.scene, replace(known.turned, table=0), None, known.gathered,
                                       debriefs=known.debriefs))  # fmt: skip
        made = view(qtbot, qapp, shown, language)
        assert painted_faults(made) == []
        pages.append({each.text for each in painted_texts(made)})
    assert pages[0] != pages[1]


def test_before_the_guess_the_class_sees_the_map_and_no_figure(qtbot: QtBot, qapp: QApplication) -> None:
    screen = lead(qtbot, qapp)
    screen.pages[2].click()
    assert screen.picture is not None
    assert isinstance(screen.picture.body, NetworkBody)
    assert screen.picture.body.edges
    assert not any(edge.top or edge.low or edge.log for edge in screen.picture.body.edges)


# at the laptops


def at(screen: QWidget) -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_a_page_that_is_turned_throws_nobody_out_of_the_survey(qtbot: QtBot, qapp: QApplication) -> None:
    screen = laptop(qtbot, qapp)
    screen.take(turned("guess"))
    screen._go_tab(2)
    screen.survey.rows[0].setFocus()
    QTest.keyClick(screen.survey.rows[0], Qt.Key.Key_4)
    screen.take(turned("value"))
    settle()
    assert screen.tabs.index() == 2
    assert screen.survey.answers[0] == 4
    assert screen.survey.isAncestorOf(at(screen))
    assert "KPIs and company" in screen.news.text()
    screen.news.click()
    assert screen.tabs.index() == 0
    assert not screen.news.isVisible()


def test_a_digit_answers_the_survey_wherever_the_focus_is(qtbot: QtBot, qapp: QApplication) -> None:
    screen = laptop(qtbot, qapp)
    screen._go_tab(2)
    screen.tabs.take_focus()
    for key in (Qt.Key.Key_5, Qt.Key.Key_2):
        QTest.keyClick(at(screen), key)
    assert screen.survey.answers[:3] == (5, 2, 0)


def test_news_takes_the_focus_from_nobody(qtbot: QtBot, qapp: QApplication) -> None:
    screen = laptop(qtbot, qapp)
    made = work(screen, "guess")
    assert isinstance(made, GuessWork)
    screen.tabs.take_focus()
    before = at(screen)
    screen.take(gathered(debriefed().debrief))
    assert at(screen) is before
    made.best._group.buttons()[1].setFocus()
    before = at(screen)
    screen.take(gathered(debriefed().debrief))
    assert at(screen) is before
    screen.take(turned("value"))
    settle()
    assert at(screen) is screen.view, "not the way out"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["one_word", "guess", "take_away"])
def test_what_hands_it_in_is_in_sight(
    qtbot: QtBot, qapp: QApplication, name: PageName, size: tuple[int, int], language: Language
) -> None:
    screen = laptop(qtbot, qapp, language)
    screen.resize(*size)
    made = work(screen, name)
    settle()
    button = made.send  # type: ignore[attr-defined]
    assert button.visibleRegion().boundingRect().size() == button.size()


def test_a_card_shows_all_of_a_long_sentence_and_says_when_it_is_kept(qtbot: QtBot, qapp: QApplication) -> None:
    screen = laptop(qtbot, qapp)
    made = work(screen, "take_away")
    assert isinstance(made, TakeAwayWork)
    field = made.fields["request"]
    field.edit.setFocus()
    QTest.keyClicks(field.edit, "Tell me by Wednesday noon how many of the parts for next week you will have")
    assert field.edit.verticalScrollBar().maximum() == 0
    assert not made.done.isVisible()
    kept = kept_by(screen)
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert [each.take_away.request[:7] for each in kept if each.take_away is not None] == ["Tell me"]
    assert "\n" not in field.text()
    assert made.done.isVisible()


def test_a_guess_of_the_share_moves_by_five(qtbot: QtBot, qapp: QApplication) -> None:
    made = work(laptop(qtbot, qapp), "guess")
    assert isinstance(made, GuessWork)
    QTest.keyClick(made.share, Qt.Key.Key_Plus)
    assert made.share.value() == 55


# who leads


def test_with_the_screen_shared_a_table_that_did_not_agree_is_not_looked_at_here_either(
    qtbot: QtBot, qapp: QApplication
) -> None:
    screen = lead(qtbot, qapp)
    screen.pages[5].click()
    screen._on_table(1)
    assert isinstance(screen.picture and screen.picture.body, KpiBody)
    screen.view.moment_asked.emit(debriefed().debrief.links[0].log, "said")
    assert screen._moment is not None
    screen.shared = True
    assert screen._moment is None
    assert isinstance(screen.picture and screen.picture.body, Waiting)
    assert "shared" in screen.agreement.text()
    screen.shared = False
    assert isinstance(screen.picture and screen.picture.body, KpiBody)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_clicked_stays_where_it_is_when_another_table_is_looked_at(
    qtbot: QtBot, qapp: QApplication, language: Language
) -> None:
    screen = lead(qtbot, qapp, language)
    screen.resize(1366, 768)
    screen.pages[5].click()
    settle()
    before = screen.controls.table.mapTo(screen, QPoint()).y()
    for place in (1, 2, 0):
        screen._on_table(place)
        settle()
        assert screen.controls.table.mapTo(screen, QPoint()).y() == before
        assert screen.agreement.text()


SHORTER: list[tuple[PageName, int, PageName]] = [
    ("moments", 30, "moments"),
    ("link", 30, "principles"),
    ("value", 20, "value"),
    ("moments", 20, "guess"),
    ("one_word", 20, "opening"),
]
"""Where the class stands, how long the debrief is to be, and where it stands then."""


def test_a_shorter_debrief_goes_on_at_the_page_or_the_nearest_before(qtbot: QtBot, qapp: QApplication) -> None:
    screen = lead(qtbot, qapp)
    for page, minutes, after in SHORTER:
        known = screen.lead.choose(40)
        screen._turn(known.go(known.pages.index(page)))
        screen._turn(screen.lead.choose(minutes))
        assert screen.lead.page == after
    known = screen.lead.choose(40)
    screen._turn(known.go(known.pages.index("moments")).added("class").choose(30))
    assert screen.lead.page == "moments", "a page that was added goes, and nobody goes far from it"


def told_of(planned: int) -> DebriefTold:
    made = debriefed()
    table = replace(made.debrief, table=1, planned=planned)
    both = of_class(Debriefed(table, (), made.cast, ()))
    return DebriefTold((table,), ((),), both, (), made.cast, (made.words,), 0)


@pytest.mark.parametrize(("weeks", "minutes"), [(3, 20), (8, 40)])
def test_the_debrief_is_as_long_as_was_said_when_the_class_was_set_up(
    qtbot: QtBot, qapp: QApplication, weeks: int, minutes: int
) -> None:
    screen = PresenterScreen(Speech("en"), now=lambda: 0.0)
    qtbot.addWidget(screen, before_close_func=lambda screen: screen.stop())
    screen.take(told_of(weeks))
    assert screen.lead.minutes == minutes
    chosen = PresenterScreen(Speech("en"), now=lambda: 0.0)
    qtbot.addWidget(chosen, before_close_func=lambda screen: screen.stop())
    pages: tuple[PageName, ...] = ("opening", "guess", "value", "take_away")
    chosen.take(PageTurned("guess", 2, 4, False, 0, (0, 0), pages, False))
    chosen.take(told_of(8))
    assert chosen.lead.minutes == 20, "where the class stands is not changed"


def test_the_clock_starts_with_the_first_page_turned_and_goes_on(qtbot: QtBot, qapp: QApplication) -> None:
    now = [100.0]
    screen = PresenterScreen(Speech("en"), now=lambda: now[0])
    qtbot.addWidget(screen, before_close_func=lambda screen: screen.stop())
    screen.take(told_of(8))
    screen.begin()
    now[0] += 300
    screen._tick()
    assert screen.clock.text().startswith("0")
    assert "05:00" not in screen.clock.text()
    screen.next.click()
    now[0] += 60
    screen.stop()
    screen.begin()
    assert "01:00" in screen.clock.text()


def test_a_note_to_the_class_is_listed_once(qtbot: QtBot, qapp: QApplication) -> None:
    screen = lead(qtbot, qapp)
    told = told_of(0)
    marks = tuple(BookmarkSeen(table, 2, "negotiate", "first call", 40 + table) for table in (1, 2))
    screen.take(replace(told, bookmarks=marks))
    texts = [label.text() for label in screen._side.findChildren(QWidget) if hasattr(label, "text")]
    assert texts.count("first call") == 1
    assert any(text.startswith("All tables") for text in texts)


def test_at_half_time_a_sentence_is_handed_in(qtbot: QtBot, qapp: QApplication) -> None:
    made = HalfTimeWork(SEAT)
    qtbot.addWidget(made)
    found: list[KeepDebrief] = []
    made.kept.connect(found.append)
    QTest.keyClicks(made.request.edit, "stock by Monday")
    made.send.click()
    assert found[0].next_week is not None
    assert found[0].next_week.request == "stock by Monday"


def test_a_guess_on_a_moment_goes_out_once_and_stands_beside_the_estimate(qtbot: QtBot, qapp: QApplication) -> None:
    screen = laptop(qtbot, qapp)
    made = work(screen, "moments")
    assert isinstance(made, VoteWork)
    found: list[KeepDebrief] = []
    made.kept.connect(found.append)
    field = made.guesses[1].edit
    QTest.keyClicks(field, "250")
    for _ in range(2):
        field.editingFinished.emit()
    assert [frame.estimate for frame in found] == [Estimate(1, 250)]
    screen.take(turned("moments", revealed=True))
    settle()
    assert not field.isEnabled()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_figure_or_a_vote_on_a_moment_is_said_to_be_handed_in_until_it_is_written_anew(
    qtbot: QtBot, qapp: QApplication, language: Language
) -> None:
    screen = laptop(qtbot, qapp, language)
    made = work(screen, "moments")
    assert isinstance(made, VoteWork)
    assert not any(line.isVisibleTo(made) for line in made.handed_in)
    field = made.guesses[1].edit
    QTest.keyClicks(field, "250")
    assert not made.handed_in[1].isVisibleTo(made), "it is still being written"
    field.editingFinished.emit()
    assert [line.isVisibleTo(made) for line in made.handed_in] == [False, True, False]
    assert made.handed_in[1].text() == Speech(language).say("debrief-do-sent")
    made.votes[0].chosen_changed.emit(2)
    assert made.handed_in[0].isVisibleTo(made)
    QTest.keyClicks(field, "1")
    assert not made.handed_in[1].isVisibleTo(made)
    field.editingFinished.emit()
    screen.take(turned("moments", revealed=True))
    assert not any(line.isVisibleTo(made) for line in made.handed_in), "nothing can be changed beside the estimate"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_button_moves_when_a_figure_or_a_vote_on_a_moment_is_said_to_be_handed_in(
    qtbot: QtBot, qapp: QApplication, language: Language
) -> None:
    screen = laptop(qtbot, qapp, language)
    made = work(screen, "moments")
    assert isinstance(made, VoteWork)

    def places() -> list[int]:
        settle()
        return [each.mapTo(made, each.rect().topLeft()).y() for each in (*made.votes, *made.guesses)]

    before = places()
    QTest.keyClicks(made.guesses[0].edit, "250")
    made.guesses[0].edit.editingFinished.emit()
    assert made.handed_in[0].isVisibleTo(made)
    assert places() == before
    made.votes[1].chosen_changed.emit(2)
    assert places() == before


def test_escape_goes_one_step_back_from_ones_own_page_to_the_debrief(qtbot: QtBot, qapp: QApplication) -> None:
    screen = laptop(qtbot, qapp, "zh")
    out: list[bool] = []
    screen.left.connect(lambda: out.append(True))
    for open_page in (screen.open_own, lambda: screen._go_tab(2)):
        open_page()
        settle()
        assert screen.busy
        QTest.keyClick(screen, Qt.Key.Key_Escape)
        assert not screen.busy
        assert out == []
    QTest.keyClick(screen, Qt.Key.Key_Escape)
    assert out == [True]


def test_guesses_are_counted_before_and_shown_after_the_estimate() -> None:
    before, after = (page_of(debriefed(), "en", "moments", revealed=revealed) for revealed in (False, True))
    for shown, text in ((before, "2 of 6 in"), (after, "120–400")):
        assert isinstance(shown.body, MomentsBody)
        assert text in f"{shown.body.cards[0].estimate_line} {shown.body.cards[0].guessed}"
    assert "120" not in str(before)
