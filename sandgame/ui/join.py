"""Join a table: six boxes for the code, what went wrong and what helps, the connection check, the wire on the left."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sandgame.frames.line import Cause, Diagnosis
from sandgame.paint.tokens import timing
from sandgame.present.doctor import DoctorPicture, doctor_page
from sandgame.present.join import Trouble, join_page, typed_address
from sandgame.text.speech import Speech
from sandgame.ui.join_check import CheckPanel
from sandgame.ui.join_seat import CodeFault, SeatBoxes
from sandgame.ui.join_wire import WireSand
from sandgame.ui.kit.buttons import FlatButton, LinkButton, PrimaryButton, SecondaryButton
from sandgame.ui.kit.cards import Card, column, row
from sandgame.ui.kit.fields import CodeField, FaultLine, TextField
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.themed import Themed, current_look
from sandgame.ui.scroller import Scroller

_SIDE, _SIDE_LEAST = 566, 300
_RIGHT_LEAST = 700
_WIDEST = 712


class JoinScreen(QWidget, Themed):  # long: a slot for each thing on it
    """`join_asked` carries code and address. The check opens by itself three seconds after a failed join."""

    join_asked = Signal(str, str)
    check_asked = Signal(str, str)
    """The connection check is to begin, for this code and address."""
    check_left = Signal()
    language_asked = Signal()
    alone_asked = Signal()
    back_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._speech: Speech | None = None
        self._trouble: Trouble | None = None
        self._diagnosis: Diagnosis | None = None
        self._checks = self._connecting = self._addressed = self._returning = self._seated = False
        self._tried = self._unmatched = ""
        """The code that was tried last, and that one if no class has it."""
        self.in_use = False
        """Opened from a game: the line stands, or is to come back by itself; there is no code to type."""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(timing("autoConnectionCheckSeconds") * 1000)
        self._soon.timeout.connect(self.check)
        self._age = QElapsedTimer()
        self._aging = QTimer(self)
        self._aging.setInterval(1000)
        self._aging.timeout.connect(self._show_check)
        self._make()
        self._lay_out()
        self._connect()

    # building

    def _make(self) -> None:
        self.wire = WireSand()
        self.back = FlatButton("", "arrow-left")
        self.language = FlatButton("", "languages")
        self.title = Label(role="numberLarge", weight=700)
        self.line = Label(role="label", tone="text_secondary", weight=400, wraps=True)
        self.code = CodeField(large=True)
        self.go = PrimaryButton("", "log-in", size="large")
        self.rule = Label(role="caption", tone="text_secondary", wraps=True)
        self.code_fault = CodeFault(self.code)
        self.by_seat = LinkButton("", "ticket", size="small")
        self.seat = SeatBoxes()
        self.language.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.by_address = LinkButton("", "chevron-right", size="small")
        self.address = TextField(longest=40)
        self.address_where = Label(role="caption", tone="text_secondary", wraps=True)
        self.fault = FaultLine()
        self.trouble = Card(ground="caution")
        self.trouble_title = Label(role="label", tone="caution", weight=700, wraps=True, icon="circle-alert")
        self.trouble_do = Label(role="body", wraps=True)
        self.trouble_soon = Label(role="caption", tone="text_secondary", wraps=True, icon="stethoscope")
        self.panel = CheckPanel()
        self.copy = SecondaryButton("", "copy", size="small")
        self.copy_line = Label(role="caption", tone="text_secondary", wraps=True)
        self.check_button = LinkButton("", "stethoscope", size="small")
        self.alone = LinkButton("", "user", size="small")

    def _lay_out(self) -> None:
        self._inner = QWidget()
        # the words of frameless buttons stand over the title, not their edges
        around = column(self._inner, margins=(30, 20, 30, 14), gap=0)
        bar = row(gap=4)
        around.addLayout(bar)
        lines = column(margins=(14, 0, 14, 0), gap=0)
        around.addLayout(lines, 1)
        bar.addWidget(self.back)
        bar.addStretch(1)
        bar.addWidget(self.language)
        self._fill_cards()
        link = row(gap=14)
        link.addWidget(self.by_address)
        link.addWidget(self.by_seat)
        link.addStretch(1)
        lines.addSpacing(13)
        lines.addWidget(self.title)
        lines.addSpacing(3)
        lines.addWidget(self.line)
        lines.addSpacing(9)
        # gaps belong to what is shown: hidden parts leave none
        shown = QVBoxLayout()
        shown.setSpacing(10)
        code = (self._boxes, self.code_fault, self.rule, self.seat)
        for part in (*code, link, self._address, self.fault, self.trouble, self.panel):
            shown.addWidget(part) if isinstance(part, QWidget) else shown.addLayout(part)
        lines.addLayout(shown)
        lines.addStretch(1)
        lines.addSpacing(10)
        lines.addLayout(self._foot())
        self._across = row(self, gap=0)
        self._across.addWidget(self.wire)
        self._across.addWidget(Scroller(self._inner), 1)

    def _fill_cards(self) -> None:
        """What holds several things: the boxes with their button, the trouble, the address."""
        boxes = row(gap=9)
        boxes.addWidget(self.code)
        boxes.addWidget(self.go, 0, Qt.AlignmentFlag.AlignVCenter)
        boxes.addStretch(1)
        self._boxes = QWidget()
        self._boxes.setLayout(boxes)
        told = column(self.trouble, margins=(14, 10, 14, 11), gap=3)
        for label in (self.trouble_title, self.trouble_do, self.trouble_soon):
            told.addWidget(label)
        typed = column(self._address_box(), margins=(0, 0, 0, 0), gap=3)
        typed.addWidget(self.address)
        typed.addWidget(self.address_where)

    def _foot(self) -> QHBoxLayout:
        foot = row(gap=10)
        foot.addWidget(self.copy)
        foot.addWidget(self.copy_line, 1, Qt.AlignmentFlag.AlignVCenter)
        foot.addWidget(self.check_button)
        foot.addStretch(1)
        foot.addWidget(self.alone)
        return foot

    def _address_box(self) -> QWidget:
        self._address = QWidget()
        self._address.setMaximumWidth(420)
        return self._address

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_asked)
        self.language.clicked.connect(self.language_asked)
        self.alone.clicked.connect(self.alone_asked)
        self.go.clicked.connect(self.join)
        self.code.code_entered.connect(self.join)
        self.seat.field.code_entered.connect(self.join)
        self.by_seat.clicked.connect(self.show_seat)
        self.address.edit.returnPressed.connect(self.join)
        self.address.text_changed.connect(lambda _text: self.fault.set_fault(""))
        self.by_address.clicked.connect(self.show_address)
        self.check_button.clicked.connect(self.check)
        self.copy.clicked.connect(self._on_copy)
        self.panel.address_typed.connect(self._on_address)

    # what it shows

    def begin(self, speech: Speech, code: str = "", address: str = "", *, in_use: bool = False) -> None:
        """From the start. `in_use`: only the check, out of a game."""
        self.in_use = in_use
        self._speech, self._trouble, self._diagnosis = speech, None, None
        self._checks = self._connecting = False
        self._addressed = bool(address)
        self._seated, self._unmatched = False, ""
        self.code.set_code(code)
        self.seat.clear()
        self.address.set_text(address)
        for fault in (self.fault, self.code_fault):
            fault.set_fault("")
        self._soon.stop()
        self._show()

    def connecting(self, *, back: bool = False) -> None:
        """A join is under way, or the way `back` to a seat: nothing is wrong yet."""
        self._trouble, self._connecting, self._returning = None, True, back
        self._tried = self.code.code()
        self.code.set_fault(False)
        self.fault.set_fault("")
        self._soon.stop()
        self._show()

    def fail(self, trouble: Trouble, *, wrong_code: bool = False, unmatched: bool = False) -> None:
        """What happened and what to do; the check follows by itself, unless the code alone is wrong. `unmatched`: no
        class has this code. The next sign that is typed begins a new one."""
        self._trouble, self._connecting = trouble, False
        self._unmatched = self._tried if unmatched or wrong_code else ""
        self._show()
        if self.code.code() == self._tried:
            self.code.set_fault(wrong_code)
            self.code.select_all()
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self._checks:
            self._soon.start()

    def check(self) -> None:
        """Opens the check, or runs it anew."""
        self._soon.stop()
        self._checks, self._diagnosis = True, None
        self._aging.stop()
        self.check_asked.emit(self.code.code(), self._typed() or "")
        self._show()

    def leave(self) -> None:
        """Before another page is shown."""
        self._soon.stop()
        self._aging.stop()
        if self._checks:
            self._checks = False
            self.check_left.emit()

    def show_diagnosis(self, diagnosis: Diagnosis) -> None:
        if not self._checks:
            return
        self._diagnosis = diagnosis
        if diagnosis.cause is not None:
            self._age.start()
            self._aging.start()
        if diagnosis.cause is Cause.WRONG_CODE:
            self._unmatched = self._tried
        self._show()
        if self.code.code() == self._tried:
            self.code.set_fault(diagnosis.cause is Cause.WRONG_CODE)

    def in_language(self, speech: Speech) -> None:
        self._speech = speech
        self._show()

    def say_trouble(self, trouble: Trouble | None) -> None:
        """The same trouble in other words."""
        if self._trouble is not None and trouble is not None:
            self._trouble = trouble

    def focus_first(self) -> None:
        (self.back if self.in_use else self.code).setFocus(Qt.FocusReason.OtherFocusReason)

    def _picture(self) -> DoctorPicture | None:
        if self._speech is None:
            return None
        old = self._age.elapsed() // 1000 if self._age.isValid() and self._aging.isActive() else 0
        return doctor_page(self._speech, self._diagnosis, self.code.code(), in_use=self.in_use, old=int(old))

    def _show(self) -> None:
        speech, doctor = self._speech, self._picture()
        if speech is None or doctor is None:
            return
        trying = speech.say("join-back" if self._returning else "join-connecting")
        line = trying if self._connecting else doctor.line if self._checks else ""
        page = join_page(speech, line=line, again=self._trouble is not None or self._checks)
        self.back.setText(speech.say("game-back") if self.in_use else page.home)
        self.language.setText(page.language)
        self.language.setToolTip(page.language_tip)
        self.title.setText(doctor.title if self.in_use else page.title)
        self.line.setText(page.line if line or not self.in_use else doctor.wire.foot)
        self.code.setAccessibleName(page.code)
        self.code_fault.speak(page.says)
        self.by_seat.setText(page.by_seat)
        self.seat.show_texts(page)
        self.go.setText(page.go)
        self.go.set_icon("refresh-cw" if self._trouble is not None or self._checks else "log-in")
        self.rule.setText(page.rule)
        self.by_address.setText(page.by_address)
        self.address.set_texts(page.address, page.address_hint)
        self.address_where.setText(page.address_where)
        self.alone.setText(page.alone)
        self.check_button.setText(page.check)
        self.copy.setText(doctor.copy)
        self.copy_line.setText(doctor.copy_line)
        if self._trouble is not None:
            self.trouble_title.setText(self._trouble.title)
            self.trouble_do.setText(self._trouble.do)
            self.trouble_soon.setText(speech.say("join-check-soon"))
        self._show_check()
        self._place()

    def _show_check(self) -> None:
        doctor, speech = self._picture(), self._speech
        if doctor is not None and speech is not None:
            self.wire.show_wire(doctor.wire)
            self.panel.show_check(doctor, speech.say("join-address-hint"), speech.say("join-address"))

    def _place(self) -> None:
        """What is there now, and what is not."""
        known = self._diagnosis is not None and self._diagnosis.cause is not None
        for widget, there in (
            (self._boxes, not self.in_use),
            (self.rule, not self.in_use and not self._checks),
            (self.by_address, not self.in_use and not self._addressed and not self._checks),
            (self._address, not self.in_use and self._addressed),
            (self.by_seat, not self.in_use and not self._seated),
            (self.seat, not self.in_use and self._seated),
            (self.trouble, self._trouble is not None and not (self._checks and known)),
            (self.trouble_soon, not self._checks),
            (self.panel, self._checks),
            (self.copy, self._checks and known),
            (self.copy_line, self._checks and known),
            (self.check_button, not self._checks and self._trouble is not None),
            (self.alone, not self.in_use),
        ):
            widget.setVisible(there)
        self.go.setEnabled(not self._connecting)
        self._fit()

    def _fit(self) -> None:
        side = min(_SIDE, max(_SIDE_LEAST, self.width() - round(current_look().scaled(_RIGHT_LEAST))))
        self.wire.setFixedWidth(side)

    # what is done

    def _typed(self) -> str | None:
        """The address, "" if none was typed; None if what was typed is none."""
        text = self.address.text().strip() if self._addressed else ""
        return typed_address(text) if text else ""

    def join(self) -> None:
        code, address = self.code.code(), self._typed()
        if address is None:
            self.fault.set_fault(self._speech.say("join-address-wrong") if self._speech is not None else "")
            self.address.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if self._connecting:
            return
        if not self.code.is_full():
            self.code_fault.say_short()
            return
        if self.seat_code() and not self.seat.field.is_full():
            self.seat.fault.say_short()
            return
        # what is hidden or locked now must not hand the keyboard to whatever comes next
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._checks:
            self._checks = False
            self.check_left.emit()
        self.join_asked.emit(code, address)

    def _forget_trouble(self) -> None:
        """What was wrong with a code that was none of a class is over."""
        self._trouble = self._diagnosis = None
        self.leave()

    def seat_code(self) -> str:
        """The code of a seat that goes along with that of the class, or ""."""
        return self.seat.field.code() if self._seated else ""

    def show_seat(self) -> None:
        """Boxes for a seat code below those of the class; a code that no class has goes down there."""
        self._seated = True
        if self._unmatched and self.code.code() == self._unmatched:
            self.seat.field.set_code(self._unmatched)
            self.code.set_code("")
            self._forget_trouble()
        self._show()
        (self.seat.field if self.code.is_full() else self.code).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_address(self) -> None:
        self._addressed = True
        self._place()
        self.address.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_address(self, text: str) -> None:
        self._addressed = True
        self.address.set_text(text)
        self._place()
        self.join()

    def _on_copy(self) -> None:
        doctor = self._picture()
        if doctor is not None and self._speech is not None:
            QGuiApplication.clipboard().setText(doctor.report)
            self.copy.setText(self._speech.say("doctor-copied"))

    # Qt

    def resizeEvent(self, _event: object) -> None:
        self._fit()

    def on_look_changed(self) -> None:
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_asked.emit()
            return
        super().keyPressEvent(event)
