"""The tabs at the head of the dock: word, count, a line under the present one."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from sandgame.paint.icons import draw_icon
from sandgame.paint.lettering import CENTRE, put_line, put_line_at
from sandgame.paint.tokens import size
from sandgame.present.pictures import Tone
from sandgame.ui.kit.focus_ring import set_ring
from sandgame.ui.kit.themed import Themed, current_look


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab's word; `count` ("" for none) stands in a small pill, tinted when it waits for the user.

    Where not all words have room, tabs with an `icon` show that instead while another tab is open.
    """

    text: str
    count: str = ""
    tone: Tone = "plain"
    icon: str = ""
    tip: str = ""


_ICON = 18.0


class _TabButton(QAbstractButton, Themed):
    def __init__(self, tab: Tab, parent: QWidget) -> None:
        super().__init__(parent)
        self._tab = Tab("")
        self._small = False
        self.set_tab(tab)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        set_ring(self, corner=6)

    def set_tab(self, tab: Tab) -> None:
        if tab == self._tab:
            return
        self._tab = tab
        self.setText(tab.text)
        self.setToolTip(tab.tip)
        self.setAccessibleName(f"{tab.text} {tab.count}".strip())
        self.updateGeometry()
        self.update()

    def on_look_changed(self) -> None:
        self.updateGeometry()

    def _count_width(self) -> float:
        if not self._tab.count:
            return 0.0
        return max(20.0, current_look().width(self._tab.count, "caption", 600) + 13)

    def _content(self) -> float:
        extra = self._count_width() + 5 if self._tab.count else 0
        word = _ICON if self._shows_icon() else current_look().width(self._tab.text, "body", 700)
        return word + extra

    def _shows_icon(self) -> bool:
        return self._small and bool(self._tab.icon) and not self.isChecked()

    def has_icon(self) -> bool:
        return bool(self._tab.icon)

    def set_small(self, small: bool) -> None:
        """There is no room for every word."""
        self._small = small
        self.updateGeometry()
        self.update()

    def needed(self) -> int:
        """With its word, whatever it shows now."""
        small, self._small = self._small, False
        wide = self.minimumSizeHint().width()
        self._small = small
        return wide

    def sizeHint(self) -> QSize:
        return QSize(round(self._content() + 18), round(current_look().scaled(size("panelHeader"))))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(self._content() + 6), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current_look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        ink = look.colour.text if on else look.colour.text_secondary
        left, middle = (self.width() - self._content()) / 2, (self.height() - 1) / 2
        if self._shows_icon():
            draw_icon(painter, self._tab.icon, QRectF(left, middle - _ICON / 2, _ICON, _ICON), ink)
        else:
            put_line_at(painter, self._tab.text, left, middle, look, "body", ink, 700 if on else 400)
        if self._tab.count:
            waits = self._tab.tone != "plain"
            pill = QRectF(left + self._content() - self._count_width(), middle - 9, self._count_width(), 18)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.named(f"{self._tab.tone}_bg") if waits else look.colour.surface_sunken)
            painter.drawRoundedRect(pill, 9, 9)
            tint = look.named(self._tab.tone) if waits else look.colour.text_secondary
            put_line(painter, self._tab.count, pill, look, "caption", tint, align=CENTRE, weight=600)
        if on:
            painter.fillRect(QRectF(0, self.height() - 3, self.width(), 3), look.colour.primary)


class TabStrip(QWidget):
    """Tabs side by side, as wide as the dock; arrows move between them."""

    index_changed = Signal(int)

    def __init__(self, tabs: Sequence[Tab] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._group.idToggled.connect(self._on_toggled)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._setting = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_tabs(tabs)

    def set_tabs(self, tabs: Sequence[Tab]) -> None:
        """New words and counts; the present place stays, and each button: what stands on one keeps its focus."""
        present = min(max(0, self._group.checkedId()), len(tabs) - 1)
        had_focus = any(button.hasFocus() for button in self._group.buttons())
        self._setting = True
        for button, tab in zip(self._buttons(), tabs, strict=False):
            button.set_tab(tab)
        for tab in tabs[len(self._buttons()) :]:
            self._append(tab)
        for button in self._buttons()[len(tabs) :]:
            self._group.removeButton(button)
            self._layout.removeWidget(button)
            button.hide()
            button.deleteLater()
        if tabs:
            self._group.button(present).setChecked(True)
            if had_focus and not any(button.hasFocus() for button in self._buttons()):
                self._group.button(present).setFocus()
        self._setting = False
        self._make_room()

    def _append(self, tab: Tab) -> None:
        button = _TabButton(tab, self)
        self._group.addButton(button, len(self._group.buttons()))
        self._layout.addWidget(button)
        button.show()

    def _buttons(self) -> list[_TabButton]:
        return [button for button in self._group.buttons() if isinstance(button, _TabButton)]

    def _make_room(self) -> None:
        needed = sum(button.needed() for button in self._buttons())
        for button in self._buttons():
            button.set_small(needed > self.width() > 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def minimumSizeHint(self) -> QSize:
        # tabs with an icon make room for one another: they never widen their place
        hint = super().minimumSizeHint()
        return QSize(0, hint.height()) if all(button.has_icon() for button in self._buttons()) else hint

    def index(self) -> int:
        return self._group.checkedId()

    def set_index(self, index: int) -> None:
        button = self._group.button(index)
        if button is not None:
            button.setChecked(True)

    def _on_toggled(self, number: int, on: bool) -> None:
        for button in self._buttons():
            button.updateGeometry()
        if on and not self._setting:
            self.index_changed.emit(number)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, current_look().colour.divider)
