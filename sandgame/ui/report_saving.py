"""Between the sheet that saves a report and what writes it: one report at a time, told of on the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from sandgame.text.speech import Speech
from sandgame.ui.preferences import Preferences

if TYPE_CHECKING:
    from sandgame.frames.saving import ReportWish, SavingNews
    from sandgame.present.report_save import Reportable
    from sandgame.ui.ports import Reports
    from sandgame.ui.report_parts import Desktop
    from sandgame.ui.report_save import ReportSheet


class ReportSaving(QObject):
    """Opens the sheet over whatever is shown, and goes between it and what writes. Where nothing can write, it is not
    `offered`."""

    _heard = Signal(object, object)
    """From any thread: the sheet that it is for, and what was said."""

    def __init__(
        self,
        owner: QWidget,
        open_reports: Callable[[], Reports] | None,
        preferences: Preferences,
        desktop: Desktop | None = None,
    ) -> None:
        super().__init__(owner)
        self._owner, self._open_reports, self._preferences = owner, open_reports, preferences
        self._desktop = desktop
        self._reports: Reports | None = None
        self._stop: Callable[[], None] | None = None
        self.sheet: ReportSheet | None = None
        self._heard.connect(self._on_heard, Qt.ConnectionType.QueuedConnection)

    @property
    def offered(self) -> bool:
        return self._open_reports is not None

    def open(self, about: Reportable, speech: Speech) -> None:
        if self._open_reports is None or self.sheet is not None:
            return
        from sandgame.present.report_save import SaveChoice
        from sandgame.ui.report_parts import Desktop
        from sandgame.ui.report_save import ReportSheet

        desktop = self._desktop or Desktop()
        choice = SaveChoice.first(speech, about, desktop.documents(), self._preferences.report)
        sheet = self.sheet = ReportSheet(self._owner, choice, speech, desktop)
        sheet.save_asked.connect(self._on_save)
        sheet.stop_asked.connect(self._on_stop)
        sheet.finished.connect(self._on_closed)
        sheet.show_over()
        sheet.focus_first()

    def close(self) -> None:
        """Whatever is under way is stopped, and waited for."""
        reports, self._reports = self._reports, None
        if reports is not None:
            reports.close()

    def _on_save(self, wish: ReportWish) -> None:
        sheet = self.sheet
        if sheet is None or self._open_reports is None:
            return
        self._preferences.set_report(sheet.choice.kept())
        if self._reports is None:
            self._reports = self._open_reports()
        self._stop = self._reports.save(wish, lambda news: self._heard.emit(sheet, news))

    def _on_stop(self) -> None:
        if self._stop is not None:
            self._stop()

    def _on_heard(self, sheet: ReportSheet, news: SavingNews) -> None:
        if sheet is self.sheet:
            sheet.take(news)

    def _on_closed(self) -> None:
        sheet, self.sheet = self.sheet, None
        if sheet is not None:
            self._preferences.set_report(sheet.choice.kept())
            sheet.deleteLater()
