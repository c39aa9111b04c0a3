"""The pool on the open page: a stepper for each claimant, and one button for all once it has to be agreed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from sandgame.present.table_pool import ClaimPicture, PoolPicture
from sandgame.ui.flow import Flow
from sandgame.ui.kit.badge_widget import BadgeWidget
from sandgame.ui.kit.buttons import PrimaryButton, SecondaryButton
from sandgame.ui.kit.cards import Card, column, row
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.stepper import Stepper
from sandgame.ui.kit.themed import current_look


class PoolBlocks(QWidget):
    """The hours of the pool as blocks in the claimants' colours; what nobody asks for is hollow."""

    def __init__(self) -> None:
        super().__init__()
        self._slots: tuple[int, ...] = ()
        self._hours = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_blocks(self, slots: tuple[int, ...], hours: int) -> None:
        self._slots, self._hours = slots, hours
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._hours * 26, 40)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = current_look(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number in range(self._hours):
            face = QRectF(number * 26 + 1, 1, 22, 34)
            painter.setPen(QPen(look.colour.control_border, 1))
            painter.setBrush(look.colour.surface)
            if number < len(self._slots):
                who = look.department(self._slots[number])
                painter.setPen(QPen(who.lip, 0))
                painter.setBrush(who.lip)
                painter.drawRoundedRect(face.translated(0, 4), 5, 5)
                painter.setBrush(who.base)
            painter.drawRoundedRect(face, 5, 5)


class Claim(QWidget):
    """A badge and its hours."""

    hours_changed = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self._seat = 0
        self.badge = BadgeWidget(side=36)
        self.hours = Stepper(0, 9, large=True)
        self.hours.value_changed.connect(lambda hours: self.hours_changed.emit(self._seat, hours))
        across = row(self, gap=8)
        across.addWidget(self.badge)
        across.addWidget(self.hours)

    @property
    def seat(self) -> int:
        return self._seat

    def show_claim(self, picture: ClaimPicture) -> None:
        self._seat = picture.seat
        self.badge.set_picture(picture.badge, picture.name)
        self.hours.set_range(0, picture.most)
        self.hours.set_value(picture.hours)
        self.hours.setAccessibleName(picture.spoken)


class PoolCard(Card):
    hours_changed = Signal(int, int)
    """A seat, and its hours."""
    claim_asked = Signal(int)
    """A seat that asks for its first hour."""
    agree_asked = Signal()

    def __init__(self) -> None:
        super().__init__(corner=10)
        self.title = Label("", "heading")
        self.blocks = PoolBlocks()
        self.line = Label("", "heading", "text_secondary", weight=400, wraps=True)
        self.fits = Label("", "heading", "positive", weight=400, icon="check")
        self.add = SecondaryButton(icon="plus", size="table")
        self.agree = PrimaryButton(size="table")
        self.fault = Label("", "heading", "negative", weight=400, wraps=True, icon="circle-alert")
        self.claims: list[Claim] = []
        self._others: list[tuple[int, str]] = []
        self._flow = Flow(gap=10)
        lines = column(self, margins=(17, 10, 17, 12), gap=8)
        head = row(gap=10)
        head.addWidget(self.title)
        head.addWidget(self.blocks)
        head.addWidget(self.line, 1)
        lines.addLayout(head)
        lines.addWidget(self._flow)
        lines.addWidget(self.fault)
        for widget in (self.add, self.fits, self.agree):
            self._flow.add(widget)
        self.add.clicked.connect(self._on_add)
        self.agree.clicked.connect(self.agree_asked)

    def show_pool(self, picture: PoolPicture, fault: str) -> None:
        self.title.setText(f"{picture.title} {picture.hours}")
        self.blocks.show_blocks(picture.blocks, picture.hours)
        self.line.setText(picture.line)
        self.line.set_tone({"caution": "caution"}.get(picture.tone, "text_secondary"))
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))
        self._show_claims(picture.claims)
        self._others = [(seat, name) for seat, _badge, name in picture.others]
        self.add.setText(picture.add)
        self.add.setVisible(bool(picture.others))
        self.fits.setText(picture.fits)
        self.fits.setVisible(bool(picture.fits))
        self.agree.setText(picture.agree)
        self.agree.setVisible(bool(picture.agree))
        self.agree.setEnabled(picture.can_agree)
        self._flow.updateGeometry()

    def _show_claims(self, claims: tuple[ClaimPicture, ...]) -> None:
        if [claim.seat for claim in self.claims] != [picture.seat for picture in claims]:
            self.claims = [Claim() for _ in claims]
            for claim in self.claims:
                claim.hours_changed.connect(self.hours_changed)
            self._flow.fill([*self.claims, self.add, self.fits, self.agree])
        for claim, picture in zip(self.claims, claims, strict=True):
            claim.show_claim(picture)

    def _on_add(self) -> None:
        """Who asks: one of those who do not yet."""
        menu = QMenu(self)
        font = current_look().font("heading", 400)
        menu.setFont(font)
        for seat, name in self._others:
            menu.addAction(name, partial(self.claim_asked.emit, seat)).setFont(font)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.add.mapToGlobal(self.add.rect().bottomLeft()))
