"""The ways into a game of one's own, from the cases to a seat or to one laptop for all; and the same once more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from sandgame.present.home import pick
from sandgame.text.speech import Speech
from sandgame.ui.own_game import OwnGame

if TYPE_CHECKING:
    from sandgame.frames.lobby import CaseCard
    from sandgame.present.seat_choice import SeatChoice
    from sandgame.present.table_setup import TableChoice
    from sandgame.ui.engine import Engine
    from sandgame.ui.gallery import GalleryScreen
    from sandgame.ui.interruptions import Interruptions
    from sandgame.ui.preferences import Preferences
    from sandgame.ui.seat_choice import SeatScreen
    from sandgame.ui.table_setup import TableSetupScreen


class GameWays(QObject):
    """Makes each screen when it is first gone to, and passes on what they and the game ask of the window."""

    gone_to = Signal(object)
    """One of its screens is to be shown."""
    home_asked = Signal()
    titled = Signal(object)
    language_asked = Signal(str)
    settings_asked = Signal()
    help_asked = Signal()
    full_screen_asked = Signal()

    def __init__(
        self,
        stack: QStackedWidget,
        engine: Engine,
        between: Interruptions,
        preferences: Preferences,
        drafts: Path | None,
        speech: Speech,
    ) -> None:
        super().__init__(stack)
        self._stack, self._engine, self._between = stack, engine, between
        self._preferences, self._speech = preferences, speech
        self._at_table = False
        """Which way the gallery leads on."""
        self._then: Callable[[], None] | None = None
        self.gallery: GalleryScreen | None = None
        self.seats: SeatScreen | None = None
        self.table_setup: TableSetupScreen | None = None
        self.game = OwnGame(stack, engine, preferences, drafts, speech)
        self._connect(self.game)

    def _connect(self, game: OwnGame) -> None:
        game.gone_to.connect(self.gone_to)
        game.titled.connect(self.titled)
        game.left.connect(self.leave)
        game.again_asked.connect(self.play_again)
        game.language_asked.connect(self.language_asked)
        game.settings_asked.connect(self.settings_asked)
        game.help_asked.connect(self.help_asked)
        game.full_screen_asked.connect(self.full_screen_asked)

    # as soon as the cases are read

    def with_cases(self, then: Callable[[], None]) -> None:
        """At once, if they are read; else `go_on` does it."""
        if self._engine.cases is not None:
            then()
            return
        self._then = then
        self._between.wait_for(self._speech.say("home-loading"))
        self._engine.open_early()

    def go_on(self) -> None:
        """The cases were read, and the first page says so."""
        self._then, then = None, self._then
        if then is not None:
            then()

    # what is to be played

    def try_alone(self) -> None:
        """To the gallery, and from there to a seat."""
        self._at_table = False
        self.with_cases(self.show_gallery)

    def try_table(self) -> None:
        """The same, and from there to the set-up of one laptop for all."""
        self._at_table = True
        self.with_cases(self.show_gallery)

    def show_gallery(self, *, again: bool = False) -> None:
        """`again`: who comes back finds chosen what was chosen."""
        if self.gallery is None:
            from sandgame.ui.gallery import GalleryScreen

            self.gallery = GalleryScreen()
            self._add(self.gallery)
            self.gallery.case_asked.connect(self._on_case)
            self.gallery.way_chosen.connect(self._on_way)
        self._show_gallery_words()
        if not again:
            self.gallery.choose_first()
        self._go(self.gallery)

    def _show_gallery_words(self) -> None:
        if self.gallery is not None:
            from sandgame.present.gallery import gallery_page

            engine = self._engine
            page = gallery_page(
                self._speech, engine.cases or (), engine.sessions, engine.broken_cases, at_table=self._at_table
            )
            self.gallery.show_page(page, self._speech)

    def _on_way(self, at_table: bool) -> None:
        self._at_table = at_table
        self._show_gallery_words()

    def _on_case(self, case: str, length: int = 0) -> None:
        if self._at_table:
            self.show_table_setup(case, length)
        else:
            self.show_seats(case, length)

    def show_seats(self, case: str, length: int = 0) -> None:
        from sandgame.present.seat_choice import SeatChoice

        choice = SeatChoice.first(self._card(case), self._preferences.draws(case))
        self._show_choice(choice.lasting(length or choice.length))

    def _show_choice(self, choice: SeatChoice) -> None:
        if self.seats is None:
            from sandgame.ui.seat_choice import SeatScreen

            self.seats = SeatScreen()
            self._add(self.seats)
            self.seats.start_asked.connect(self._start)
            self.seats.table_asked.connect(self.show_table_setup)
            self.seats.coach_changed.connect(self._preferences.set_coach)
        self._engine.make_ready()
        self.seats.show_choice(choice, self._speech)
        self.seats.set_coach(self._preferences.coach)
        self._go(self.seats, choice.case)

    def show_table_setup(self, case: str, length: int = 0) -> None:
        from sandgame.present.table_setup import TableChoice

        choice = TableChoice.first(self._card(case), tuple(self._preferences.draws(case)))
        self._show_table_choice(replace(choice, length=length or choice.length))

    def _show_table_choice(self, choice: TableChoice) -> None:
        if self.table_setup is None:
            from sandgame.ui.table_setup import TableSetupScreen

            self.table_setup = TableSetupScreen()
            self._add(self.table_setup)
            self.table_setup.start_asked.connect(self._start_table)
            self.table_setup.alone_asked.connect(self.show_seats)
        self._engine.make_ready()
        self.table_setup.show_choice(choice, self._speech)
        self._go(self.table_setup, choice.case)

    def _card(self, case: str) -> CaseCard:
        return next(each for each in self._engine.cases or () if each.case == case)

    def _add(self, screen: GalleryScreen | SeatScreen | TableSetupScreen) -> None:
        self._stack.addWidget(screen)
        screen.back_asked.connect(self.back)
        screen.help_asked.connect(self.help_asked)
        screen.settings_asked.connect(self.settings_asked)

    def _go(self, screen: GalleryScreen | SeatScreen | TableSetupScreen, case: CaseCard | None = None) -> None:
        self.gone_to.emit(screen)
        self.titled.emit(case.title if case is not None else None)
        screen.focus_first()

    def back(self) -> bool:
        """One step back on these ways; False if none is gone."""
        current = self._stack.currentWidget()
        if current is None or current not in (self.gallery, self.seats, self.table_setup):
            return False
        if current is self.gallery:
            self.home_asked.emit()
        else:
            self.show_gallery(again=True)
        return True

    # play

    def _start(self, choice: SeatChoice) -> None:
        title, name = pick(self._speech, choice.case.title), pick(self._speech, choice.department.name)
        self._begin(choice, self._speech.say("home-starting-line", case=title, department=name))

    def _start_table(self, choice: TableChoice) -> None:
        self.game.begun = choice
        title, people = pick(self._speech, choice.case.title), len(choice.setup().people)
        self._begin(choice, self._speech.say("table-setup-starting", case=title, people=people))

    def _begin(self, choice: SeatChoice | TableChoice, line: str) -> None:
        self.game.playing = setup = choice.setup()
        self._preferences.add_draw(setup.case, setup.seed)
        self._between.wait_for(self._speech.say("home-starting"), line)
        self._engine.start(setup)

    def resume(self, session: str) -> None:
        card = next((each for each in self._engine.sessions if each.session == session), None)
        if card is not None:
            self.game.playing = card.setup()
        self._between.wait_for(self._speech.say("home-resuming"))
        self._engine.make_ready()
        self._engine.resume(session)

    def play_again(self) -> None:
        """From the end of a game to the same once more: only the choice stands between."""
        from sandgame.frames.lobby import TableSetup
        from sandgame.present.seat_choice import SeatChoice
        from sandgame.present.table_setup import TableChoice

        setup = self.game.playing
        card = next((each for each in self._engine.cases or () if setup and each.case == setup.case), None)
        self.leave()
        if setup is None or card is None:
            self.show_gallery()
        elif isinstance(setup, TableSetup):
            self._show_table_choice(TableChoice.again(card, setup, tuple(self._preferences.draws(card.case))))
        else:
            self._show_choice(SeatChoice.again(card, setup, self._preferences.draws(card.case)))

    def leave(self) -> None:
        """Back to the first page; the session can be gone on with at any time."""
        self.game.drop()
        self.home_asked.emit()
        self._engine.leave()

    def in_language(self, speech: Speech) -> None:
        self._speech = speech
        self._show_gallery_words()
        for screen in (self.seats, self.table_setup, self.game):
            if screen is not None:
                screen.in_language(speech)
