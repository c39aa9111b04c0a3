"""A class is set up: the cases on the left, this class's settings on the right, and the way into the lobby."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sandgame.frames.classroom import Absence, Laptops, Pace
from sandgame.frames.lobby import CaseCard, Colleagues
from sandgame.present.class_setup import ClassChoice, Trouble, class_page
from sandgame.present.class_time import ClassTime
from sandgame.present.gallery import CaseTile
from sandgame.rules.scenario import ExtraName, Talk
from sandgame.text.speech import Speech
from sandgame.ui.class_settings import ClassSettings
from sandgame.ui.gallery import CaseCardTile, Shelf
from sandgame.ui.kit.cards import EmptyState, column, row
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.themed import Themed, current_look
from sandgame.ui.screen_bar import ScreenBar
from sandgame.ui.scroller import Scroller

if TYPE_CHECKING:
    from sandgame.ui.class_time import TimeSheet

_PANEL = 340
_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class ClassSetupScreen(QWidget, Themed):  # long: a slot for each thing that can be chosen
    """Keeps the choice as it stands; `found_asked` carries it."""

    found_asked = Signal(object)
    """A ClassChoice."""
    back_asked = Signal()
    help_asked = Signal()
    settings_asked = Signal()

    def __init__(self, draws: Callable[[str], Sequence[int]], parent: QWidget | None = None) -> None:
        """`draws` gives those of a case that were played here before."""
        super().__init__(parent)
        self._draws = draws
        self._speech: Speech | None = None
        self._cases: dict[str, CaseCard] = {}
        self._broken: Sequence[str] = ()
        self._choice: ClassChoice | None = None
        self._busy = False
        self._sheet: TimeSheet | None = None
        self._shown: tuple[CaseTile, ...] = ()
        self.tiles: list[CaseCardTile] = []
        self._bar = ScreenBar()
        self._bar.back_asked.connect(self.back_asked)
        self._bar.help_asked.connect(self.help_asked)
        self._bar.settings_asked.connect(self.settings_asked)
        self._shelf = Shelf()
        self._none = EmptyState(icon="folder-open")
        self._note = Label(role="body", tone="text_secondary", wraps=True, icon="info")
        self.panel = ClassSettings()
        self._lay_out()
        panel = self.panel
        panel.tables_changed.connect(lambda tables: self._change(tables=tables))
        panel.answered.connect(self._on_answer)
        panel.extra_changed.connect(self._on_extra)
        panel.time_asked.connect(self.open_time)
        panel.start.clicked.connect(self.found)

    def _lay_out(self) -> None:
        inner = QWidget()
        inside = QVBoxLayout(inner)
        inside.setContentsMargins(8, 8, 8, 8)
        for widget in (self._none, self._shelf, self._note):
            inside.addWidget(widget)
        inside.addStretch(1)
        self._area = Scroller(inner)
        across = row(margins=(6, 6, 14, 14), gap=6)
        across.addWidget(self._area, 1)
        right = QVBoxLayout()
        right.setContentsMargins(0, 8, 0, 0)
        right.addWidget(self.panel)
        across.addLayout(right)
        outer = column(self, margins=(0, 0, 0, 0), gap=0)
        outer.addWidget(self._bar)
        outer.addLayout(across, 1)

    @property
    def choice(self) -> ClassChoice | None:
        return self._choice

    def show_cases(self, cases: Sequence[CaseCard], broken: Sequence[str], speech: Speech) -> None:
        """The cases as they are now; a choice made before stays."""
        self._cases, self._broken, self._speech = {case.case: case for case in cases}, broken, speech
        if self._choice is None or self._choice.case.case not in self._cases:
            wish = [case for case in cases if case.purpose == "class"] or list(cases)
            self._choice = ClassChoice.first(wish[0], self._draws(wish[0].case)) if wish else None
        self._refresh()

    def begin_anew(self) -> None:
        """The next class has other orders; all else stays as it was chosen."""
        self.set_busy(False)
        self.panel.say(None)
        if self._choice is not None:
            case = self._choice.case
            fresh = ClassChoice.first(case, self._draws(case.case))
            self._change(seed=fresh.seed)

    def in_language(self, speech: Speech) -> None:
        self._speech = speech
        if self._cases:
            self.panel.say(None)
            self._refresh()

    def _refresh(self) -> None:
        if self._speech is None:
            return
        page = class_page(self._speech, self._choice, tuple(self._cases.values()), self._broken)
        self._bar.show_texts(page.title, page.sub, self._speech)
        if page.tiles != self._shown:
            # made anew only for other words, so that the keyboard keeps its place
            self._shown = page.tiles
            self.tiles = [self._tile(case) for case in page.tiles]
            self._shelf.set_tiles(list(self.tiles))
        for tile in self.tiles:
            if self._choice is not None and tile.case.case == self._choice.case.case:
                tile.setChecked(True)
        self._none.set_texts(page.none, page.none_line)
        self._none.setVisible(not self.tiles)
        self._note.setText(page.note)
        self._note.setVisible(bool(page.note))
        self.panel.setVisible(self._choice is not None)
        if self._choice is not None:
            self.panel.show_page(page, self._choice.tables)
        self._show_busy()
        if self._sheet is not None and self._choice is not None:
            self._sheet.show_choice(self._choice, self._speech)

    def _tile(self, case: CaseTile) -> CaseCardTile:
        tile = CaseCardTile(case)
        tile.toggled.connect(lambda on: self._on_case(case.case) if on else None)
        tile.opened.connect(self.panel.focus_start)
        return tile

    def focus_first(self) -> None:
        for tile in self.tiles:
            if tile.isChecked():
                tile.setFocus(Qt.FocusReason.OtherFocusReason)

    # what is chosen

    def _on_case(self, case: str) -> None:
        if self._choice is not None and case != self._choice.case.case:
            self._choice = self._choice.on(self._cases[case], self._draws(case))
            self._refresh()

    def _change(self, **changes: object) -> None:
        if self._choice is not None:
            self._choice = replace(self._choice, **changes)  # type: ignore[arg-type]
            self._refresh()

    def _on_answer(self, name: str, value: str) -> None:
        choice = self._choice
        if choice is None:
            return
        match name:
            case "length":
                self._choice = choice.lasting(int(value))
            case "laptops":
                self._choice = replace(choice, laptops=cast(Laptops, value))
            case "talk":
                self._choice = replace(choice, own_talk=cast(Talk, value))
            case "style":
                self._choice = replace(choice, colleagues=cast(Colleagues, value))
            case "pace":
                self._choice = replace(choice, pace=cast(Pace, value))
            case _:
                self._choice = replace(choice, absence=cast(Absence, value))
        self._refresh()

    def _on_extra(self, extra: str, on: bool) -> None:
        if self._choice is not None:
            self._choice = self._choice.with_extra(cast(ExtraName, extra), on=on)
            self._refresh()

    # time

    def open_time(self) -> None:
        from sandgame.ui.class_time import TimeSheet

        if self._choice is None or self._speech is None:
            return
        self._sheet = TimeSheet(self)
        self._sheet.time_changed.connect(self._on_time)
        self._sheet.length_asked.connect(lambda weeks: self._on_answer("length", str(weeks)))
        self._sheet.finished.connect(self._on_time_closed)
        self._sheet.show_choice(self._choice, self._speech)
        self._sheet.show_over()

    @property
    def time_sheet(self) -> TimeSheet | None:
        return self._sheet

    def _on_time(self, time: ClassTime) -> None:
        if self._choice is not None:
            self._choice = self._choice.timing(time)
            self._refresh()

    def _on_time_closed(self) -> None:
        sheet, self._sheet = self._sheet, None
        if sheet is not None:
            sheet.deleteLater()

    # into the lobby

    def found(self) -> None:
        if self._choice is not None and not self._busy:
            self.set_busy(True)
            self.found_asked.emit(self._choice)

    def set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._refresh()

    def _show_busy(self) -> None:
        say = self._speech.say if self._speech is not None else None
        if say is not None and self._busy:
            self.panel.set_busy(say("class-starting"), say("class-starting-line"))
        else:
            self.panel.set_busy("", "")

    def fail(self, trouble: Trouble) -> None:
        """The class did not open; everything chosen is still here."""
        self.set_busy(False)
        self.panel.say(trouble)
        self.panel.focus_start()

    def resizeEvent(self, _event: object) -> None:
        self._fit()

    def on_look_changed(self) -> None:
        self._fit()

    def _fit(self) -> None:
        self.panel.setFixedWidth(min(round(current_look().scaled(_PANEL)), max(_PANEL, self.width() // 2)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        focused, step = self.focusWidget(), _STEPS.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_F9 or (control and enter):
            self.found()
        elif step is not None and isinstance(focused, CaseCardTile) and focused in self.tiles:
            tile = self.tiles[(self.tiles.index(focused) + step) % len(self.tiles)]
            tile.setFocus(Qt.FocusReason.TabFocusReason)
            tile.setChecked(True)
            self._area.ensureWidgetVisible(tile)
        else:
            super().keyPressEvent(event)
