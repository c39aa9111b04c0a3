"""What failed this week: four causes as pills where one is asked for, and an apology for what was mine."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sandgame.present.failing import FailedRow, FailingPicture
from sandgame.rules.intents import Apologise, Intent
from sandgame.ui.kit.badge_widget import BadgeWidget
from sandgame.ui.kit.buttons import FlatButton, PrimaryButton, SecondaryButton
from sandgame.ui.kit.cards import Card, Divider, PanelHeader, column, row
from sandgame.ui.kit.fields import FaultLine, TextField
from sandgame.ui.kit.labels import Icon, Label
from sandgame.ui.kit.pills import PillChoice
from sandgame.ui.kit.tag import Tag
from sandgame.ui.rows import Rows

LONGEST_APOLOGY = 80
_NAMES = 156


class FailedLine(QWidget):
    """One commitment; the line for an apology opens below it."""

    cause_asked = Signal(int, int)
    apology_asked = Signal(int, str)

    def __init__(self) -> None:
        super().__init__()
        self._commitment = 0
        self._said = ""
        self._causes: tuple[str, ...] = ()
        whole = column(self, margins=(0, 0, 0, 0), gap=0)
        self._line = Divider()
        whole.addWidget(self._line)
        inside = QWidget()
        whole.addWidget(inside)
        lines = column(inside, margins=(14, 7, 14, 7), gap=6)
        lines.addLayout(self._across())
        self.writing = QWidget()
        written = row(self.writing, gap=8)
        self.words = TextField(longest=LONGEST_APOLOGY)
        self.send = PrimaryButton("", "send")
        written.addWidget(self.words, 1)
        written.addWidget(self.send)
        lines.addWidget(self.writing)
        self.writing.hide()
        self.fault = FaultLine()
        lines.addWidget(self.fault)
        self.pills.chosen_changed.connect(lambda place: self.cause_asked.emit(self._commitment, place))
        self.apologise.clicked.connect(self._on_open)
        self.send.clicked.connect(self._on_send)
        self.words.edit.returnPressed.connect(self._on_send)

    def _across(self) -> QHBoxLayout:
        """Who to whom, what; the causes or what else can be done; what was done."""
        across = row(gap=8)
        self._provider, self._customer = BadgeWidget(None, 22), BadgeWidget(None, 22)
        names = QWidget()
        names.setFixedWidth(_NAMES)
        words = column(names, margins=(0, 0, 0, 0), gap=0)
        self._title = Label("", "body", weight=700, wraps=True)
        self._lack = Label("", "caption", "text_secondary", wraps=True)
        words.addWidget(self._title)
        words.addWidget(self._lack)
        self.pills = PillChoice()
        self._rest = Label("", "caption", "text_secondary", wraps=True)
        self._done = Tag("", "positive", "check", quiet=True)
        self.apologise = SecondaryButton("", "heart-handshake", size="small")
        across.addWidget(self._provider)
        across.addWidget(Icon("arrow-right", 12))
        across.addWidget(self._customer)
        across.addWidget(names, 0, Qt.AlignmentFlag.AlignVCenter)
        middle = QWidget()
        in_middle = column(middle, margins=(0, 0, 0, 0), gap=0)
        in_middle.addWidget(self.pills)
        in_middle.addWidget(self._rest)
        across.addWidget(middle, 1, Qt.AlignmentFlag.AlignVCenter)
        across.addWidget(self._done)
        across.addWidget(self.apologise)
        return across

    @property
    def commitment(self) -> int:
        return self._commitment

    def show_row(self, row_: FailedRow, page: FailingPicture, first: bool) -> None:
        if row_.commitment != self._commitment:
            self._commitment = row_.commitment
            self._causes = ()
            self._close()
        self.setAccessibleName(row_.spoken)
        self._line.setVisible(not first)
        self._provider.set_picture(row_.provider)
        self._customer.set_picture(row_.customer)
        self._title.setText(row_.title)
        self._lack.setText(row_.line)
        if row_.asks and self._causes != page.causes:
            self._causes = page.causes
            self.pills.set_options(page.causes)
        self.pills.setVisible(row_.asks)
        self.pills.set_chosen(row_.cause)
        self.pills.setAccessibleName(row_.spoken)
        self._rest.setText(row_.rest)
        self._rest.setVisible(bool(row_.rest) and not row_.asks)
        self._done.set_tag(row_.said, "positive", "check")
        self._done.setVisible(bool(row_.said))
        self.apologise.setText(page.apologise)
        self.apologise.setAccessibleName(f"{page.apologise}: {row_.spoken}")
        self.send.setText(page.send)
        self.words.set_texts("", page.words_hint)
        if not row_.may_apologise:
            self._close()
        self.apologise.setVisible(row_.may_apologise and self.writing.isHidden())

    def _on_open(self) -> None:
        self.fault.set_fault("")
        self.writing.show()
        self.apologise.hide()
        self.words.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        self.writing.hide()
        self.words.set_text("")

    def _on_send(self) -> None:
        self.apology_asked.emit(self._commitment, self.words.text().strip())


class FailingPanel(Card):
    cause_asked = Signal(int, int)
    apology_asked = Signal(int, str)

    def __init__(self) -> None:
        super().__init__()
        self._picture: FailingPicture | None = None
        self._all = False
        whole = column(self, margins=(0, 0, 0, 0), gap=0)
        self._head = PanelHeader("", "split")
        self._hidden = Tag("", "plain", "eye-off")
        self._head.add(self._hidden)
        whole.addWidget(self._head)
        note = QWidget()
        self._note = Label("", "caption", "text_secondary", wraps=True)
        column(note, margins=(14, 7, 14, 0), gap=0).addWidget(self._note)
        whole.addWidget(note)
        rows = QWidget()
        whole.addWidget(rows)
        self.rows: Rows[tuple[FailedRow, bool], FailedLine] = Rows(
            column(rows, margins=(0, 0, 0, 0), gap=0), self._make, self._show_row
        )
        self.more = FlatButton("", "chevron-down", size="small")
        self.more.clicked.connect(self._on_more)
        whole.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_failing(self, picture: FailingPicture) -> None:
        self._picture = picture
        self._head.set_texts(picture.title)
        self._note.setText(picture.note)
        self._hidden.set_tag(picture.hidden, "plain", "eye-off")
        self._hidden.setVisible(bool(picture.hidden))
        shown = (*picture.rows, *picture.earlier) if self._all else picture.rows
        self.rows.fill([(each, number == 0) for number, each in enumerate(shown)])
        self.more.setText(picture.earlier_text)
        self.more.setVisible(bool(picture.earlier) and not self._all)

    def begin(self) -> None:
        """A new week: what is older is folded again."""
        self._all = False

    def focus_open(self) -> bool:
        """The first cause that is not given."""
        for line in self.rows.widgets:
            if line.pills.isVisible() and line.pills.chosen() < 0:
                pills = line.pills.findChildren(QWidget)
                pills[0].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return False

    def fault_for(self, intent: Intent) -> FaultLine | None:
        """Where it is said that this was refused."""
        line = self.line(intent.commitment) if isinstance(intent, Apologise) else None
        return line.fault if line is not None else None

    def line(self, commitment: int) -> FailedLine | None:
        return next((line for line in self.rows.widgets if line.commitment == commitment), None)

    def _make(self) -> FailedLine:
        made = FailedLine()
        made.cause_asked.connect(self.cause_asked)
        made.apology_asked.connect(self.apology_asked)
        return made

    def _show_row(self, line: FailedLine, row_: tuple[FailedRow, bool]) -> None:
        if self._picture is not None:
            line.show_row(row_[0], self._picture, row_[1])

    def _on_more(self) -> None:
        self._all = True
        if self._picture is not None:
            self.show_failing(self._picture)
