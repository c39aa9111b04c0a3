"""Terms and their tooltips: the term bold, one or two sentences, never wider than 280 px; dots mark a term."""

from html import escape

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from sandgame.paint.tokens import timing
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.themed import current_look

_WIDE = 260  # with the padding of the style sheet 280


def term_tip(term: str, text: str) -> str:
    """The tooltip's text for `QWidget.setToolTip`."""
    return f"<table width='{_WIDE}'><tr><td><b>{escape(term)}</b><br>{escape(text)}</td></tr></table>"


def show_tip(widget: QWidget) -> None:
    """At once, below the widget: for who came by keyboard; nothing if it has no tooltip."""
    if widget.toolTip():
        QToolTip.showText(widget.mapToGlobal(QPoint(0, widget.height())), widget.toolTip(), widget)
    else:
        QToolTip.hideText()


class TermLabel(Label):
    """A label that holds a term at its first use on a page: dotted, explained under the pointer and on Tab."""

    def __init__(self, role: str = "body", tone: str = "text", *, wraps: bool = False, icon: str = "") -> None:
        super().__init__("", role, tone, wraps=wraps, icon=icon)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(timing("tooltipDelayMs"))
        self._soon.timeout.connect(self._show)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_term(self, term: str, text: str) -> None:
        self.setToolTip(term_tip(term, text))
        self.setAccessibleDescription(text)

    def _show(self) -> None:
        show_tip(self)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._soon.start()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._soon.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look = current_look()
        pen = QPen(look.colour.text_tertiary, 1)
        pen.setDashPattern([1, 2])
        painter = QPainter(self)
        painter.setPen(pen)
        left = self._lead()
        wide = min(self._needed().width(), self.width()) - left
        level = round(look.line(self._role)) - 2
        painter.drawLine(QPoint(round(left), level), QPoint(round(left + wide), level))
