"""What writes reports, as a window sees it: wishes are kept, news are put in; and a computer without dialogs."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from sandgame.frames.saving import ReportWish, SavingNews
from sandgame.ui.report_parts import Desktop

Listener = Callable[[SavingNews], None]


class FakeReports:
    def __init__(self) -> None:
        self.wishes: list[ReportWish] = []
        self.stopped = 0
        self.closed = False
        self._listener: Listener | None = None

    def save(self, wish: ReportWish, listener: Listener) -> Callable[[], None]:
        self.wishes.append(wish)
        self._listener = listener
        return self._stop

    def _stop(self) -> None:
        self.stopped += 1

    def say(self, news: SavingNews) -> None:
        assert self._listener is not None, "nothing was asked for"
        self._listener(news)

    def close(self) -> None:
        self.closed = True


class FakeDesktop:
    """Answers what it is told to; `opened` are the folders that were shown."""

    def __init__(self, documents: str) -> None:
        self.folder = self.picture = ""
        self.opened: list[str] = []
        self.opens = True
        self._documents = documents

    def as_asked(self) -> Desktop:
        return Desktop(self._ask_folder, self._ask_picture, self._open, lambda: self._documents)

    def _ask_folder(self, _owner: QWidget, _title: str, _place: str) -> str:
        return self.folder

    def _ask_picture(self, _owner: QWidget, _title: str, _kind: str) -> str:
        return self.picture

    def _open(self, folder: str) -> bool:
        self.opened.append(folder)
        return self.opens
