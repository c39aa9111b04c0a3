"""The dock's drafts: a tab for each provider, lines to check and change, the way to say it, a note, one button."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QCheckBox,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from sandgame.paint.icons import draw_icon
from sandgame.paint.lettering import CENTRE, RIGHT, put_line, put_line_at
from sandgame.present.asking import AskLinePicture, AskPicture, AskTab, ChannelPicture
from sandgame.rules.ids import ServiceId
from sandgame.text.speech import Speech
from sandgame.ui.ask_give import GiveBox
from sandgame.ui.facts_chips import FactChips
from sandgame.ui.kit.buttons import FlatButton, LinkButton, PrimaryButton
from sandgame.ui.kit.cards import Card, Divider, EmptyState, column, row
from sandgame.ui.kit.fields import FaultLine
from sandgame.ui.kit.focus_ring import set_ring
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.stepper import Stepper
from sandgame.ui.kit.themed import Themed, current_look
from sandgame.ui.rows import Rows
from sandgame.ui.scrolls import Scroll
from sandgame.ui.tabs_of_badges import BadgeTabs

_BAR = 12


class AskLineCard(Card):
    """A line of a draft: check, name, why it is lacked, units, due."""

    checked = Signal(bool)
    units_changed = Signal(int)
    due_changed = Signal(int)
    dropped = Signal()

    def __init__(self) -> None:
        super().__init__(ground="subtle", corner=8)
        layout = column(self, margins=(11, 7, 8, 8), gap=4)
        head = row(gap=6)
        self.check = QCheckBox()
        self.title = Label("", "body", weight=700)
        self.why = Label("", "caption", "text_secondary", wraps=True, align=RIGHT)
        self.drop = FlatButton(icon="x", size="small")
        head.addWidget(self.check)
        head.addWidget(self.title)
        head.addWidget(self.why, 1, Qt.AlignmentFlag.AlignVCenter)
        layout.addLayout(head)
        foot = row(gap=6)
        self.units = Stepper(1, 99, 1)
        self.units.set_pattern("×{}")
        self.due = Stepper(1, 12, 1)
        foot.addWidget(self.units, 1)
        foot.addWidget(self.due, 1)
        foot.addWidget(self.drop)
        layout.addLayout(foot)
        self.check.clicked.connect(self.checked)
        self.units.value_changed.connect(self.units_changed)
        self.due.value_changed.connect(self.due_changed)
        self.drop.clicked.connect(self.dropped)

    def show_line(self, line: AskLinePicture, speech: Speech) -> None:
        self.title.setText(line.title)
        self.why.setText(line.why)
        self.check.setChecked(line.checked)
        self.check.setAccessibleName(line.spoken)
        self.units.set_range(1, line.most)
        self.units.set_value(line.units)
        self.units.setToolTip(speech.say("negotiate-units-tip"))
        week = line.due_text.replace(str(line.due), "{}", 1)
        self.due.set_range(line.first_due, line.last_due)
        self.due.set_words({n: week.format(n) for n in range(line.first_due, line.last_due + 1)})
        self.due.set_value(line.due)
        self.due.setToolTip(speech.say("negotiate-due-tip"))
        for stepper in (self.units, self.due):
            stepper.setEnabled(line.checked)
            stepper.setAccessibleName(line.spoken)
        self.drop.setToolTip(speech.say("negotiate-drop-line"))
        self.drop.setAccessibleName(speech.say("negotiate-drop-line"))
        self.set_ground("subtle" if line.checked else "sunken")


class ChannelCard(QAbstractButton, Themed):
    """One way to say it: icon, word and clarity, and what could go wrong, below it or at the right."""

    def __init__(self) -> None:
        super().__init__()
        self._picture: ChannelPicture | None = None
        self._upright = False
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        set_ring(self, corner=8)

    def show_channel(self, picture: ChannelPicture) -> None:
        self._picture = picture
        self.setAccessibleName(f"{picture.text} {picture.risk}")
        self.updateGeometry()
        self.update()

    def set_upright(self, upright: bool) -> None:
        """Side by side with the others: the risk below the word."""
        self._upright = upright
        self.updateGeometry()
        self.update()

    def channel(self) -> str:
        return self._picture.channel if self._picture else ""

    def needs(self) -> float:
        """The width of a card with the risk below the word."""
        look = current_look()
        words = (self._picture.text, self._picture.risk) if self._picture else ("", "")
        return max(look.width(words[0], "body", 700) + 22, look.width(words[1], "caption", 600)) + 14

    def sizeHint(self) -> QSize:
        look = current_look()
        if self._upright:
            risky = self._picture is not None and bool(self._picture.risk)
            return QSize(round(self.needs()), round(look.scaled(46 if risky else 30)))
        words = (self._picture.text, self._picture.risk) if self._picture else ("", "")
        risk = look.width(words[1], "caption", 600) + 12 if words[1] else 0
        return QSize(round(look.width(words[0], "body", 700) + risk + 44), round(look.scaled(30)))

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(hint.width() - 4, hint.height())

    def on_look_changed(self) -> None:
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        picture = self._picture
        if picture is None:
            return
        look = current_look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        pen = QPen(look.colour.primary if on else look.colour.control_border, 2.0 if on else 1.0)
        painter.setPen(pen)
        painter.setBrush(look.colour.info_bg if on else QColor(look.colour.surface))
        inset = pen.widthF() / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 8, 8)
        tall = self._upright and bool(picture.risk)
        middle = self.height() * (0.31 if tall else 0.5)
        left = 11.0
        if self._upright:
            left = (self.width() - look.width(picture.text, "body", 700) - 21) / 2
        draw_icon(painter, picture.icon, QRectF(left, middle - 7.5, 15, 15), look.colour.text)
        put_line_at(painter, picture.text, left + 21, middle, look, "body", look.colour.text, 700)
        tone = look.named(picture.tone)
        if tall:
            below = QRectF(0, self.height() * 0.5, self.width(), self.height() * 0.42)
            put_line(painter, picture.risk, below, look, "caption", tone, align=CENTRE, weight=600)
        elif picture.risk:
            end = QRectF(0, 0, self.width() - 11, self.height())
            put_line(painter, picture.risk, end, look, "caption", tone, align=RIGHT, weight=600)


class AskPanel(QWidget):
    """One draft at a time; signals carry the line's place."""

    provider_asked = Signal(int)
    line_checked = Signal(int, bool)
    units_changed = Signal(int, int)
    due_changed = Signal(int, int)
    line_dropped = Signal(int)
    line_added = Signal(int)
    channel_chosen = Signal(str)
    note_changed = Signal(str)
    give_chosen = Signal(int)
    give_changed = Signal(object)
    fact_toggled = Signal(object)
    send_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._speech: Speech | None = None
        self._offers: tuple[tuple[ServiceId, str], ...] = ()
        layout = column(self, margins=(0, 0, 0, 0), gap=0)
        self.tabs = BadgeTabs()
        layout.addWidget(self.tabs)
        self.area = Scroll(margins=(12, 8, 12, 10), gap=7)
        self._fill_area()
        layout.addWidget(self.area, 1)
        layout.addWidget(Divider())
        foot = column_of(layout, (12, 9, 12, 11), 7)
        self.fault = FaultLine()
        self.sent = Label("", "caption", "positive", weight=600, wraps=True, icon="check")
        self.send = PrimaryButton("", "send")
        self.send.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for widget in (self.fault, self.sent, self.send):
            foot.addWidget(widget)
        self.tabs.chosen.connect(self.provider_asked)
        self.send.clicked.connect(self.send_asked)
        self.note.textEdited.connect(self.note_changed)
        self.add.clicked.connect(self._on_add)

    def _fill_area(self) -> None:
        self.intro = Label("", "caption", "text_secondary", wraps=True)
        self.empty = EmptyState("", "", "package-check")
        lines = QVBoxLayout()
        lines.setSpacing(7)
        self._lines: Rows[AskLinePicture, AskLineCard] = Rows(lines, self._make_line, self._show_line)
        adding = row(gap=4)
        self.add = LinkButton("", "plus", size="small")
        self.add_note = Label("", "caption", "text_tertiary")
        adding.addWidget(self.add)
        adding.addWidget(self.add_note)
        adding.addStretch(1)
        self.channels_title = Label("", "caption", "text_secondary")
        channels = QVBoxLayout()
        channels.setSpacing(6)
        self._channel_box = channels
        self._channels: Rows[ChannelPicture, ChannelCard] = Rows(channels, self._make_channel, ChannelCard.show_channel)
        self.channel_note = Label("", "caption", "text_secondary", wraps=True)
        self.give = GiveBox()
        self.facts = FactChips()
        self.note = QLineEdit()
        self.note.setMaxLength(120)
        set_ring(self.note, corner=7)
        self.give.choice_made.connect(self.give_chosen)
        self.give.draft_changed.connect(self.give_changed)
        self.facts.toggled.connect(self.fact_toggled)
        body = QVBoxLayout()
        body.setSpacing(7)
        body.addWidget(self.intro)
        body.addWidget(self.empty)
        body.addLayout(lines)
        body.addLayout(adding)
        for widget in (self.channels_title,):
            body.addWidget(widget)
        body.addLayout(channels)
        body.addWidget(self.channel_note)
        body.addWidget(self.give)
        body.addWidget(self.facts)
        body.addWidget(self.note)
        self.area.column.insertLayout(0, body)

    @property
    def lines(self) -> list[AskLineCard]:
        return self._lines.widgets

    @property
    def channels(self) -> list[ChannelCard]:
        return self._channels.widgets

    def show_ask(self, tabs: tuple[AskTab, ...], picture: AskPicture, sent: str, speech: Speech) -> None:
        self._speech = speech
        self.tabs.show_tabs(
            [(t.provider, t.badge, f"{t.name} {t.count}".strip(), False) for t in tabs], picture.provider
        )
        self.intro.setText(picture.intro)
        self.intro.setVisible(bool(picture.intro))
        self.empty.set_texts(picture.empty_title, picture.empty_line)
        self.empty.setVisible(not picture.lines)
        self._lines.fill(picture.lines)
        self._offers = picture.add
        self.add.setText(picture.add_text)
        self.add.setVisible(bool(picture.add))
        self.add_note.setText(picture.add_note)
        self.add_note.setVisible(bool(picture.add) and bool(picture.lines))
        writing = bool(picture.lines)
        self.channels_title.setText(picture.channels_title)
        self.channels_title.setVisible(writing and picture.channels_risky)
        self._channels.fill(picture.channels if writing else ())
        for card in self._channels.widgets:
            card.setChecked(card.channel() == picture.channel)
        self._arrange_channels()
        self.channel_note.setText(picture.channel_note)
        self.channel_note.setVisible(writing and bool(picture.channel_note))
        self.give.setVisible(picture.give is not None)
        if picture.give is not None:
            self.give.show_give(picture.give)
        self.facts.setVisible(picture.facts is not None)
        if picture.facts is not None:
            self.facts.show_chips(picture.facts)
        self.note.setPlaceholderText(picture.note_hint)
        self.note.setAccessibleName(picture.note_hint)
        self.note.setVisible(writing)
        if self.note.text() != picture.note:
            self.note.setText(picture.note)
        self.send.setText(picture.send)
        self.send.setEnabled(picture.can_send)
        self.sent.setText(sent)
        self.sent.setVisible(bool(sent))

    def _arrange_channels(self) -> None:
        """Side by side while every card has room for its words, else one below the other."""
        cards = self._channels.widgets
        # the list's own width is not yet known here, and its bar may come
        room = self.width() - _BAR - 24 - 6 * max(0, len(cards) - 1)
        upright = bool(cards) and max(card.needs() for card in cards) * len(cards) <= room
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._channel_box.setDirection(across if upright else down)
        for card in cards:
            card.set_upright(upright)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange_channels()

    def focus_first(self) -> bool:
        target: QWidget = self.lines[0].units if self.lines else self.add
        target.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _make_line(self) -> AskLineCard:
        made = AskLineCard()
        made.checked.connect(partial(self._from, made, self.line_checked))
        made.units_changed.connect(partial(self._from, made, self.units_changed))
        made.due_changed.connect(partial(self._from, made, self.due_changed))
        made.dropped.connect(partial(self._on_dropped, made))
        return made

    def _from(self, card: AskLineCard, signal: SignalInstance, value: object) -> None:
        signal.emit(self.lines.index(card), value)

    def _on_dropped(self, card: AskLineCard) -> None:
        self.line_dropped.emit(self.lines.index(card))

    def _show_line(self, card: AskLineCard, line: AskLinePicture) -> None:
        assert self._speech is not None
        card.show_line(line, self._speech)

    def _make_channel(self) -> ChannelCard:
        made = ChannelCard()
        made.clicked.connect(partial(self._on_channel, made))
        return made

    def _on_channel(self, card: ChannelCard) -> None:
        self.channel_chosen.emit(card.channel())

    def _on_add(self) -> None:
        if len(self._offers) == 1:
            self.line_added.emit(self._offers[0][0])
            return
        menu = QMenu(self)
        for service, text in self._offers:
            menu.addAction(text, partial(self.line_added.emit, service))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.add.mapToGlobal(self.add.rect().bottomLeft()))


def column_of(outer: QVBoxLayout, margins: tuple[int, int, int, int], gap: int) -> QVBoxLayout:
    """A column inside another."""
    inner = column(margins=margins, gap=gap)
    outer.addLayout(inner)
    return inner
