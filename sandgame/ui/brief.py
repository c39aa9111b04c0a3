"""Brief: the map task and the role card in week 1, role questions in theirs, then news, cards, hours, partners, KPI."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from sandgame.present.brief import CARDS, ROLE, BriefPicture, brief, brief_checks, brief_now
from sandgame.present.brief_notices import Notice, paused_notes
from sandgame.present.map_task import MAP, SHORES, MapDraft, Shore, is_asked, map_now, map_page
from sandgame.present.now import NowBar
from sandgame.present.pictures import CheckPicture
from sandgame.present.review_cards import received
from sandgame.present.role_questions import (
    QUESTIONS,
    AnswerDraft,
    answer_of,
    chosen_answer,
    question_check,
    questions_now,
    questions_page,
)
from sandgame.present.scene import Scene
from sandgame.rules.ids import SeatId
from sandgame.rules.intents import FinishPhase, MarkMap
from sandgame.ui.brief_cards import ReadTile
from sandgame.ui.brief_parts import hours_card, measure_dock, notice_row, quiet_card
from sandgame.ui.brief_tiles import BriefTiles
from sandgame.ui.drafts import Draft
from sandgame.ui.kit.cards import Card, PanelHeader, column
from sandgame.ui.kit.labels import Label
from sandgame.ui.low_board import LowBoard
from sandgame.ui.map_board import MapBoard
from sandgame.ui.map_task import MapTable
from sandgame.ui.page import Page
from sandgame.ui.received_panel import ReceivedSheet
from sandgame.ui.role import RolePanel, RoleShort
from sandgame.ui.role_questions import QuestionsCentre, why_dock
from sandgame.ui.scroller import Scroller
from sandgame.ui.sign_corner import SignCorner

_Side = Literal["map", "role", "questions", "week"]
_SIDES: tuple[_Side, ...] = ("map", "role", "questions", "week")


class BriefPage(Page):  # long: the page interface and a slot for each of its sides
    """Opening a card reads it. What comes once stands before the week: the map task, the role card, role questions.

    `at_table`: a seat at the laptop of a table has a minute for it. Its role stands in short above the cards, which are
    read when they are shown.
    """

    def __init__(self, *, at_table: bool = False) -> None:
        self._at_table = at_table
        self._centre, self._dock = QStackedWidget(), QStackedWidget()
        super().__init__(self._centre, self._dock)
        self._scene: Scene | None = None
        self._page: BriefPicture | None = None
        self._role_read = False
        self._map_draft, self._answers = MapDraft(), AnswerDraft()
        self._shown: tuple[object, ...] = ()
        self._tiles = BriefTiles(self, at_table=at_table)
        self._tiles.opened.connect(self.now_changed)
        self.map_board: MapBoard | None = None
        self.map_table: MapTable | None = None
        self.questions: QuestionsCentre | None = None
        self._signs: SignCorner | None = None
        self._scrollers = {side: Scroller() for side in _SIDES}
        self._docks = {side: Scroller() for side in _SIDES}
        for side in _SIDES:
            self._centre.addWidget(self._scrollers[side])
            self._dock.addWidget(self._docks[side])

    # what the shell asks

    def show(self, scene: Scene) -> None:
        page = brief(scene)
        fresh = self._page is None or page.week != self._page.week
        if fresh:
            self._tiles.read, self._role_read = frozenset(), False
            self._map_draft, self._answers = MapDraft(), AnswerDraft()
        shown = (page, scene.speech.language, scene.view.beside, is_asked(scene), scene.view.table.phase)
        changed = shown != self._shown
        self._scene, self._page, self._shown = scene, page, shown
        if self._at_table:
            self._tiles.read, self._role_read = page.keys, True
            # nothing is promised before week 1: its room goes to what there is to read
            self.ledger = page.role is None
        if changed:
            self._build()
        if self._signs is not None:
            self._signs.see(scene)
        if fresh:
            self._turn_to(self._first_side())
        elif not self._has(self._side):
            self._turn_to("week")
        if scene.seat in scene.view.table.finished:
            self._tiles.read, self._role_read = self._tiles.read | page.keys, True
        self._tiles.mark()

    def now(self) -> NowBar:
        assert self._scene is not None
        assert self._page is not None
        scene, page = self._scene, self._page
        at_role = self._side == "role"
        whole = brief_now(scene, page, self._tiles.read, at_role, self._role_read, self._beside())
        if self._at_table:
            whole = replace(whole, checks=self._beside())
        if scene.seat in scene.view.table.finished:
            return whole
        rest = brief_checks(scene, page, self._tiles.read, self._role_read)
        if self._side == "map":
            return _paused(scene, map_now(scene, self._map_draft, rest))
        if self._side == "questions":
            return _paused(scene, questions_now(scene, self._answers, rest))
        return whole

    def primary(self) -> None:
        assert self._scene is not None
        table, beside = self._scene.view.table, self._scene.view.beside
        if self._side == "map" and beside.map is None:
            draft = self._map_draft
            self.intent_asked.emit(
                MarkMap(round=table.round, phase=table.phase, serves=draft.on("waits"), served_by=draft.on("supplies"))
            )
        elif self._side == "map":
            self._go_to("role")
        elif self._side == "questions" and (answer := answer_of(self._scene, self._answers)) is not None:
            self.intent_asked.emit(answer)
        elif self._side in ("role", "questions"):
            self._on_week_asked()
        else:
            self.intent_asked.emit(FinishPhase(round=table.round, phase=table.phase))

    def go(self, item: int) -> None:
        sides: dict[int, _Side] = {ROLE: "role", CARDS: "week", MAP: "map", QUESTIONS: "questions"}
        side = sides[item]
        self._role_read = self._role_read or self._side == "role"
        if side == "role" and self._side == "role":
            self.now_changed.emit()
            return
        self._turn_to(side)
        left = [tile for tile in self._week_tiles() if not tile.is_read()]
        if side == "week" and left:
            left[0].setFocus(Qt.FocusReason.OtherFocusReason)
        elif side == "map" and self.map_table is not None:
            self.dock_asked.emit()
            self.map_table.focus_first()
        self.now_changed.emit()

    def draft(self) -> Draft | None:
        marked = [[seat, shore] for seat, shore in sorted(self._map_draft.marked)]
        chosen = [self._answers.metric, self._answers.limit]
        read = sorted(self._tiles.read)
        begun = marked or any(chosen) or (not self._at_table and (read or self._role_read))
        return {"map": marked, "answers": chosen, "read": read, "role": self._role_read} if begun else None

    def restore(self, draft: Draft) -> None:
        with suppress(TypeError, ValueError, LookupError):
            shores = {"supplies": SHORES[0], "waits": SHORES[1]}
            self._map_draft = MapDraft(frozenset((SeatId(int(seat)), shores[at]) for seat, at in draft["map"]))
            metric, limit = draft["answers"]
            self._answers = chosen_answer(chosen_answer(AnswerDraft(), "metric", metric), "limit", limit)
            if not self._at_table:
                self._tiles.read = frozenset(str(key) for key in draft["read"])
                self._role_read = draft["role"] is True
        self._build()
        self.now_changed.emit()

    # building

    def _build(self) -> None:
        assert self._page is not None
        assert self._scene is not None
        page = self._page
        self._tiles.begin(self._scene.speech)
        self._build_map(self._scene)
        self._build_questions(self._scene)
        if page.role is not None and not self._at_table:
            panel = RolePanel(page.role)
            panel.go_on_asked.connect(self._on_week_asked)
            panel.touched.connect(self._on_role_touched)
            self._scrollers["role"].set_content(panel)
            self._docks["role"].set_content(self._card_dock(page))
        self._scrollers["week"].set_content(self._week(page))
        self._docks["week"].set_content(measure_dock(page))
        self._tiles.end()

    def _build_map(self, scene: Scene) -> None:
        """Made once: a box that is ticked keeps the focus."""
        if not is_asked(scene):
            self.map_board = self.map_table = None
            return
        picture = map_page(scene, self._map_draft)
        self.map_board, self.map_table = MapBoard(picture), MapTable(picture)
        for part in (self.map_board, self.map_table):
            part.marked.connect(self._on_marked)
        self._scrollers["map"].set_content(_filled(self.map_board))
        self._docks["map"].set_content(self.map_table)

    def _build_questions(self, scene: Scene) -> None:
        picture = questions_page(scene, self._answers)
        if picture is None:
            self.questions = None
            return
        held = self.questions.focused() if self.questions is not None else None
        self.questions = QuestionsCentre(picture)
        self.questions.chosen.connect(self._on_chosen)
        self._scrollers["questions"].set_content(self.questions)
        self._docks["questions"].set_content(why_dock(picture))
        if held is not None:
            self.questions.focus_option(*held)

    def _say(self, key: str) -> str:
        assert self._scene is not None
        return self._scene.speech.say(key)

    def _week(self, page: BriefPicture) -> QWidget:
        made = QWidget()
        lines = column(made, margins=(0, 0, 0, 0), gap=10)
        short = page.role if self._at_table else None
        if short is not None:
            lines.addWidget(RoleShort(short))
        for card in page.public:
            lines.addWidget(self._tiles.make(card, banner=True))
        opened = (Notice(page.new_title, "sprout", page.new_rules),) if page.new_rules else ()
        if opened or page.notices:
            lines.addLayout(notice_row((*opened, *page.notices), self._on_ratings))
        if page.cards:
            lines.addLayout(self._tiles.grid(page.cards))
        else:
            lines.addWidget(quiet_card(page.empty))
        lines.addWidget(hours_card(page.hours))
        self._signs = None
        if short is not None:
            # its partners are told with the role
            lines.addStretch(1)
            return made
        board = LowBoard(page.board)
        self._signs = SignCorner(board, self.intent_asked.emit)
        lines.addWidget(board, 1)
        return made

    def _card_dock(self, page: BriefPicture) -> Card:
        """The brief of week 1 beside the role card."""
        made = Card()
        lines = column(made, margins=(0, 0, 0, 0), gap=0)
        lines.addWidget(PanelHeader(self._say("brief-role-dock"), "newspaper"))
        inner = column(margins=(12, 12, 12, 12), gap=8)
        for card in page.public + page.cards:
            inner.addWidget(self._tiles.make(card))
        inner.addStretch(1)
        inner.addWidget(Label(self._say("brief-role-dock-note"), "caption", "text_secondary", wraps=True))
        lines.addLayout(inner, 1)
        return made

    # what the reader does

    def _on_ratings(self) -> None:
        """Every mark that was given to me, over the page."""
        assert self._scene is not None
        say = self._scene.speech.say
        sheet = ReceivedSheet(self._centre, say("review-received"), say("game-close"), received(self._scene))
        sheet.finished.connect(sheet.deleteLater)
        sheet.show_over()

    def _week_tiles(self) -> list[ReadTile]:
        return self._tiles.within(self._scrollers["week"].widget())

    @property
    def _side(self) -> _Side:
        return _SIDES[self._centre.currentIndex()]

    def _has(self, side: _Side) -> bool:
        role = self._page.role if self._page is not None and not self._at_table else None
        there = {"map": self.map_board, "role": role, "questions": self.questions}
        return side == "week" or there[side] is not None

    def _first_side(self) -> _Side:
        """The first that has not been dealt with; a map that is marked stays to be looked at again."""
        beside = self._scene.view.beside if self._scene is not None else None
        done = {"map": beside is not None and beside.map is not None}
        return next(side for side in _SIDES if self._has(side) and not done.get(side, False))

    def _beside(self) -> tuple[CheckPicture, ...]:
        assert self._scene is not None
        scene = self._scene
        if self.map_board is not None:
            return (CheckPicture(MAP, scene.speech.say("map-check"), scene.view.beside.map is not None),)
        return (question_check(scene, self._answers),) if self.questions is not None else ()

    def _go_to(self, side: _Side) -> None:
        self._turn_to(side)
        self.now_changed.emit()

    def _turn_to(self, side: _Side) -> None:
        place = _SIDES.index(side if self._has(side) else "week")
        self._centre.setCurrentIndex(place)
        self._dock.setCurrentIndex(place)
        for scroller in (*self._scrollers.values(), *self._docks.values()):
            if scroller.hasFocus():
                # a stack hands the focus on to its page, which can do nothing with it
                scroller.clearFocus()

    def _on_week_asked(self) -> None:
        self._role_read = self._role_read or self._side == "role"
        self._turn_to("week")
        tiles = self._week_tiles()
        if tiles:
            tiles[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.now_changed.emit()

    def _on_marked(self, seat: int, shore: Shore, on: bool) -> None:
        assert self._scene is not None
        self._map_draft = self._map_draft.with_mark(SeatId(seat), shore, on)
        picture = map_page(self._scene, self._map_draft)
        for part in (self.map_board, self.map_table):
            if part is not None:
                part.set_picture(picture)
        self.draft_changed.emit()
        self.now_changed.emit()

    def _on_chosen(self, key: str, value: str) -> None:
        assert self._scene is not None
        self._answers = chosen_answer(self._answers, key, value)
        self._build_questions(self._scene)
        self.draft_changed.emit()
        self.now_changed.emit()

    def _on_role_touched(self) -> None:
        self._role_read = True
        self.now_changed.emit()


def _paused(scene: Scene, bar: NowBar) -> NowBar:
    notes = paused_notes(scene)
    return replace(bar, notes=notes, enabled=False) if notes else bar


def _filled(board: QWidget) -> QWidget:
    """A board that takes the whole page."""
    made = QWidget()
    lines = QVBoxLayout(made)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.addWidget(board)
    return made
