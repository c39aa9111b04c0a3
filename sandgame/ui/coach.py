"""Shows the notes of the first-week coach beside the controls they speak of; never in the way of a dialog."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from sandgame.present.coach import CoachNote, Spot, coach_notes, coach_words
from sandgame.present.scene import Scene
from sandgame.ui.kit.coach import CoachBubble, Prefer
from sandgame.ui.ledger import LedgerPanel
from sandgame.ui.now_bar import NowBarPanel
from sandgame.ui.page import Page

_IN_ORDER: frozenset[Spot] = frozenset({"orders", "answer", "ask", "line", "primary"})
_SETTLED_MS = 150
_PREFER: dict[Spot, Prefer] = {"primary": "below", "line": "below", "orders": "above"}


class Coach(QObject):
    """Off after "hide all" until it is asked for again."""

    def __init__(self, window: QWidget, bar: NowBarPanel, ledger: LedgerPanel, *, on: bool) -> None:
        super().__init__(window)
        self._bar = bar
        self._ledger = ledger
        self._on = self._allowed = on
        self._scene: Scene | None = None
        self._page: Page | None = None
        self._phase: tuple[int, str] = (0, "")
        self._most = 1
        self._closed = False
        self._note: CoachNote | None = None
        self._read: set[tuple[int, str]] = set()
        """Notes of what has opened, by their week, that were read."""
        self.bubble = CoachBubble(window)
        self.bubble.setProperty("floats", True)
        self.bubble.hide_asked.connect(self._on_hide)
        # one note after the layout has come to rest, however much changes at once
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._point)
        # what has come with a scene is laid out after it: then the note makes room
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLED_MS)
        self._settled.timeout.connect(self._point)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def _on_focus(self) -> None:
        """Who has begun with what a note asks for needs the room, and not the note."""
        if self._on and self._scene is not None:
            self._soon.start()

    def follow(self, scene: Scene, page: Page) -> None:
        """Something has changed: perhaps the note is done, perhaps its control has moved."""
        self._scene, self._page = scene, page
        if self._phase != (scene.view.table.round, scene.view.table.phase):
            # a note is of its phase: the next one comes when the new page has come to rest
            self.bubble.hide()
        if self._on:
            self._soon.start()
            self._settled.start()

    def _on_hide(self) -> None:
        """In week 1 no more notes; later the one that was read goes, and the next one comes."""
        if self._phase[0] == 1 or self._note is None:
            self.hide_all()
            return
        self._read.add((self._phase[0], self._note.name))
        self._point()

    def hide_all(self) -> None:
        self._on = False
        self.bubble.hide()

    def allow(self, *, on: bool) -> None:
        """As the settings have it, from now on."""
        if on != self._allowed:
            self._allowed = self._on = on
            self._closed = False
            if on:
                self._soon.start()
            else:
                self.bubble.hide()

    def close(self) -> bool:
        """Esc: no more notes until the next phase; whether there was one to close."""
        shown = self.bubble.isVisible()
        self._closed = self._closed or shown
        self.bubble.hide()
        return shown

    def again(self) -> None:
        """From the beginning: F1."""
        self._on, self._closed = True, False
        self._read.clear()
        self._most = 1
        self._soon.start()

    def stop(self) -> None:
        self._on = False
        self._soon.stop()
        self._settled.stop()
        self.bubble.hide()

    def _point(self) -> None:
        scene, page = self._scene, self._page
        if scene is None or page is None or not self._on:
            return
        table = scene.view.table
        if self._phase != (table.round, table.phase):
            self._phase, self._most, self._closed = (table.round, table.phase), 1, False
        notes = [note for note in coach_notes(scene, page.now()) if (table.round, note.name) not in self._read]
        self._most = max(self._most, len(notes))
        note, target = self._next(notes, page)
        if self._closed or note is None or target is None or QApplication.activeModalWidget() is not None:
            self.bubble.hide()
            return
        work = page.coach_work(note.spot)
        if work is not None and _is_in(QApplication.focusWidget(), work):
            self.bubble.hide()
            return
        self._note = note
        words = coach_words(scene)
        self.bubble.set_texts(words.head, note.title, note.text, words.hint, words.hide)
        prefer = _PREFER.get(note.spot, "beside")
        self.bubble.point_at(target, self._most - len(notes) + 1, self._most, prefer, page.coach_grounds(), work)

    def _next(self, notes: Sequence[CoachNote], page: Page) -> tuple[CoachNote | None, QWidget | None]:
        """In week 1 the first note, which waits for its control; of what has opened, the first one to be seen now."""
        for note in notes:
            target = self._target(note, page)
            if target is not None and _in_sight(target):
                return note, target
            if note.spot in _IN_ORDER:
                break
        return None, None

    def _target(self, note: CoachNote, page: Page) -> QWidget | None:
        match note.spot:
            case "primary":
                return self._bar.primary
            case "answer":
                halves = (self._ledger.promised, self._ledger.owed)
                waiting = (row for half in halves for row in half.rows if row.row().sheet)
                return next(waiting, None)
            case _:
                return page.coach_spot(note.spot)


def _is_in(widget: QWidget | None, place: QWidget) -> bool:
    return widget is not None and (widget is place or place.isAncestorOf(widget))


def _in_sight(target: QWidget) -> bool:
    """It can be used, and is not scrolled away: a note about anything else would lead nowhere."""
    if not target.isVisible() or not target.isEnabled():
        return False
    return target.visibleRegion().boundingRect().contains(target.rect().center())
