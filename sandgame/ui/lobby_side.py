"""The left part of the lobby, on the sand: the code, three steps, the address, and what is played."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from sandgame.paint.lettering import CENTRE, put_line, put_line_at
from sandgame.paint.sand import sand_pixmap
from sandgame.present.lobby import LobbyPage
from sandgame.present.pictures import BadgePicture
from sandgame.ui.kit.badge_widget import BadgeWidget
from sandgame.ui.kit.cards import Card, Divider, column, row
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.themed import Themed, current_look
from sandgame.ui.scroller import Scroller

_DISC, _LEGEND_COLUMNS = 30, 3


class JoinSide(QWidget):
    """The left part on the sand: the code, three steps, the address, and what is played."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._low = False
        self.open = Label(role="bodyLarge", tone="text_secondary", wraps=True)
        self.code = BigCode()
        self.steps = [_Step(number) for number in (1, 2, 3)]
        self.address_line = Label(role="bodyLarge", wraps=True, icon="wifi", icon_tone="text_secondary")
        self.address = Label(role="debriefSub", weight=700)
        self.address.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._case = Card()
        self.case = Label(role="title", weight=700, wraps=True)
        self.case_line = Label(role="body", tone="text_secondary", wraps=True)
        self.legend = Legend()
        self.calm = Label(role="body", tone="text_secondary", wraps=True, icon="info")
        inner = QWidget()
        inside = column(inner, margins=(40, 34, 40, 20), gap=0)
        inside.addWidget(self.open)
        inside.addSpacing(4)
        inside.addWidget(self.code)
        inside.addSpacing(20)
        inside.addWidget(self._steps_card())
        inside.addSpacing(26)
        inside.addWidget(self._case_card())
        inside.addSpacing(20)
        inside.addWidget(self.calm)
        inside.addStretch(1)
        column(self, margins=(0, 0, 0, 0)).addWidget(Scroller(inner))
        self._inside = inside

    def _steps_card(self) -> Card:
        card = Card()
        lines = column(card, margins=(24, 22, 16, 18), gap=16)
        for step in self.steps:
            lines.addWidget(step)
        lines.addWidget(Divider())
        where = QVBoxLayout()
        where.setSpacing(4)
        where.addWidget(self.address_line)
        held = row(margins=(22, 0, 0, 0))
        held.addWidget(self.address)
        held.addStretch(1)
        where.addLayout(held)
        lines.addLayout(where)
        return card

    def _case_card(self) -> Card:
        lines = column(self._case, margins=(18, 12, 18, 14), gap=4)
        lines.addWidget(self.case)
        lines.addWidget(self.case_line)
        lines.addSpacing(4)
        lines.addWidget(self.legend)
        return self._case

    def show_page(self, page: LobbyPage) -> None:
        self.open.setText(page.open)
        self.code.set_code(page.code, page.code_spoken)
        for step, text in zip(self.steps, page.steps, strict=True):
            step.words.setText(text)
        self.address_line.setText(page.address_line)
        self.address.setText(page.address)
        self.address.setVisible(bool(page.address))
        self.case.setText(page.case)
        self.case_line.setText(page.case_line)
        self.legend.show_legend(page.legend)
        self.calm.setText(page.calm)

    def set_low(self, low: bool) -> None:
        """In a low window the code, the steps and the address come first."""
        self._case.setVisible(not low)
        self.calm.setVisible(not low)
        self._inside.setContentsMargins(26 if low else 40, 16 if low else 34, 26 if low else 40, 14)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, sand_pixmap(self.width(), self.height(), self.devicePixelRatioF(), current_look()))


class Legend(QWidget):
    """Which badge is which department, three in a line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[tuple[BadgePicture, str], ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._parts: list[QWidget] = []

    def show_legend(self, legend: tuple[tuple[BadgePicture, str], ...]) -> None:
        if legend == self._shown:
            return
        self._shown = legend
        for old in self._parts:
            old.hide()
            old.deleteLater()
        self._parts = []
        for number, (badge, name) in enumerate(legend):
            line, place = divmod(number, _LEGEND_COLUMNS)
            sign = BadgeWidget(side=24)
            sign.set_picture(badge)
            words = Label(name, "body")
            self._grid.addWidget(sign, line, 2 * place)
            self._grid.addWidget(words, line, 2 * place + 1)
            self._grid.setColumnStretch(2 * place + 1, 1)
            self._parts += [sign, words]

    def texts(self) -> list[str]:
        return [name for _, name in self._shown]


class BigCode(QWidget, Themed):
    """The code, to be read from the last row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_code(self, code: str, spoken: str) -> None:
        self._code = code
        self.setAccessibleName(spoken)
        self.update()

    def code(self) -> str:
        return self._code

    def on_look_changed(self) -> None:
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(390, 92)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current_look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        parts = [(part, look.colour.text) for part in self._code.split("–")]
        if len(parts) == 2:
            parts.insert(1, ("–", look.colour.text_secondary))
        wide = sum(look.width(text, "joinCode") for text, _ in parts)
        shrink = min(1.0, self.width() / wide) if wide else 1.0
        painter.scale(shrink, shrink)
        left = -2.0
        for text, ink in parts:
            put_line_at(painter, text, left, self.height() / 2 / shrink, look, "joinCode", ink)
            left += look.width(text, "joinCode")


class _Step(QWidget):
    """A number on its ink disc, and what to do."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Label(role="title", weight=400, wraps=True)
        across = row(self, gap=12)
        across.addWidget(_Number(number), 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self.words, 1, Qt.AlignmentFlag.AlignVCenter)


class _Number(QWidget):
    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self.setFixedSize(_DISC, _DISC)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current_look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour.top_bar)
        painter.drawEllipse(QRectF(self.rect()))
        put_line(painter, str(self._number), QRectF(self.rect()), look, "label", look.colour.on_top_bar,
                 align=CENTRE, weight=700)  # fmt: skip
