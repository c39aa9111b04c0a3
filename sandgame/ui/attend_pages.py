"""The pages before a seat is played and after it: code, seats, notice, waiting, and the one of a seat that is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from sandgame.text.speech import Speech
from sandgame.ui.class_waiting import GoneScreen, WaitingScreen
from sandgame.ui.join import JoinScreen
from sandgame.ui.line_banner import LineBanner
from sandgame.ui.notice import NoticeScreen
from sandgame.ui.seat_list import SeatListScreen

if TYPE_CHECKING:
    from sandgame.ui.survey_before import SurveyBefore


class AttendPages(QObject):
    """Puts each into the stack when it is first needed, and passes on what is asked there."""

    join_asked = Signal(str, str)
    check_asked = Signal(str, str)
    check_left = Signal()
    alone_asked = Signal()
    join_left = Signal()
    sit_asked = Signal(object)
    seat_code_asked = Signal()
    seats_left = Signal()
    noticed = Signal(bool)
    notice_left = Signal()
    change_asked = Signal()
    more_asked = Signal()
    survey_asked = Signal()
    survey_left = Signal()
    surveyed = Signal(object)
    waiting_left = Signal()
    home_asked = Signal()
    code_asked = Signal()
    own_asked = Signal()
    language_asked = Signal()
    help_asked = Signal()
    settings_asked = Signal()

    def __init__(self, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._stack = stack
        self.join: JoinScreen | None = None
        self.seats: SeatListScreen | None = None
        self.notice: NoticeScreen | None = None
        self.waiting: WaitingScreen | None = None
        self.gone: GoneScreen | None = None
        self.survey: SurveyBefore | None = None

    def need_join(self) -> JoinScreen:
        if self.join is None:
            self.join = page = JoinScreen()
            page.join_asked.connect(self.join_asked)
            page.check_asked.connect(self.check_asked)
            page.check_left.connect(self.check_left)
            page.language_asked.connect(self.language_asked)
            page.alone_asked.connect(self.alone_asked)
            page.back_asked.connect(self.join_left)
            self._stack.addWidget(page)
        return self.join

    def need_seats(self) -> SeatListScreen:
        if self.seats is None:
            self.seats = page = SeatListScreen()
            page.sit_asked.connect(self.sit_asked)
            page.seat_code_asked.connect(self.seat_code_asked)
            page.back_asked.connect(self.seats_left)
            page.help_asked.connect(self.help_asked)
            page.settings_asked.connect(self.settings_asked)
            page.language_asked.connect(self.language_asked)
            self._stack.addWidget(page)
        return self.seats

    def need_notice(self) -> NoticeScreen:
        if self.notice is None:
            self.notice = page = NoticeScreen()
            page.go_asked.connect(self.noticed)
            page.back_asked.connect(self.notice_left)
            page.language_asked.connect(self.language_asked)
            self._stack.addWidget(page)
        return self.notice

    def need_waiting(self, banner: LineBanner) -> WaitingScreen:
        if self.waiting is None:
            self.waiting = page = WaitingScreen(banner)
            page.change_asked.connect(self.change_asked)
            page.more_asked.connect(self.more_asked)
            page.survey_asked.connect(self.survey_asked)
            page.language_asked.connect(self.language_asked)
            page.back_asked.connect(self.waiting_left)
            self._stack.addWidget(page)
        return self.waiting

    def need_survey(self, session: str, title: str, speech: Speech) -> SurveyBefore:
        """Of this class; that of another one goes."""
        if self.survey is not None and self.survey.session != session:
            drop(self._stack, self.survey)
            self.survey = None
        if self.survey is None:
            from sandgame.ui.survey_before import SurveyBefore

            self.survey = page = SurveyBefore(session, title, speech)
            page.left.connect(self.survey_left)
            page.handed_in.connect(self.surveyed)
            page.help_asked.connect(self.help_asked)
            page.settings_asked.connect(self.settings_asked)
            self._stack.addWidget(page)
        return self.survey

    def surveyed_in(self, session: str) -> bool:
        return self.survey is not None and self.survey.session == session and self.survey.survey.done

    def need_gone(self) -> GoneScreen:
        if self.gone is None:
            self.gone = page = GoneScreen()
            page.home_asked.connect(self.home_asked)
            page.code_asked.connect(self.code_asked)
            page.own_asked.connect(self.own_asked)
            self._stack.addWidget(page)
        return self.gone

    def leave_code(self) -> None:
        if self.join is not None:
            self.join.leave()

    def drop_waiting(self) -> None:
        """It belongs to one table and its line."""
        waiting, self.waiting = self.waiting, None
        if waiting is not None:
            drop(self._stack, waiting)


def drop(stack: QStackedWidget, screen: QWidget) -> None:
    screen.hide()
    stack.removeWidget(screen)
    screen.deleteLater()
