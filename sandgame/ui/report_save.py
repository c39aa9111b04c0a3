"""The report of a session saved from the window: a sheet with what is chosen, how far it is, and how it ended."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from sandgame.frames.papers import FORMATS, PARTS, Format, Part
from sandgame.frames.saving import Hindrance, NotSaved, Saved, SavingNews
from sandgame.present.report_save import LANGUAGE_WAYS, SaveChoice, going, hindrance
from sandgame.text.speech import Speech
from sandgame.ui import report_parts
from sandgame.ui.kit.buttons import FlatButton, PrimaryButton, SecondaryButton
from sandgame.ui.kit.cards import Divider, column, row
from sandgame.ui.kit.fields import FaultLine, TextField
from sandgame.ui.kit.focus_ring import set_ring
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.segmented import Segmented
from sandgame.ui.kit.themed import current_look
from sandgame.ui.report_parts import Desktop, GoingBar, Tick
from sandgame.ui.sheet import Sheet

State = Literal["choosing", "saving", "stopping", "asking", "saved"]
_NAME, _CLOSING = 80, 300
_EDGE, _HEAD = 10, 66


class ReportSheet(Sheet):  # long: a control for each thing that is chosen, and a foot for each step
    """Nothing is written before it is asked for; while it is being written only stopping it is possible."""

    wide = 720
    save_asked = Signal(object)
    """A ReportWish."""
    stop_asked = Signal()

    def __init__(self, parent: QWidget, choice: SaveChoice, speech: Speech, desktop: Desktop) -> None:
        super().__init__(parent)
        self.choice = choice
        self.state: State = "choosing"
        self._speech, self._desktop = speech, desktop
        self._inner, self._first_place = choice.inner, choice.place
        self._folder = ""
        self._make()
        self._lay_out()
        self._lay_out_foot()
        self._show_words()
        self._connect()
        self._show()

    # making

    def _make(self) -> None:
        self.about = Label(role="body", tone="text_secondary", wraps=True)
        self.place_line = QLineEdit()
        set_ring(self.place_line, corner=7)
        self.choose = SecondaryButton("", "folder-open", size="small")
        self.inner = Label(role="caption", tone="text_secondary", wraps=True)
        self.languages = Segmented()
        self.formats: dict[Format, Tick] = {which: Tick() for which in FORMATS}
        self.parts: dict[Part, Tick] = {which: Tick() for which in PARTS}
        self.parts_line = Label(role="caption", tone="text_secondary", wraps=True)
        self.own = Label(role="label", weight=700)
        self.name, self.closing = TextField(longest=_NAME), TextField(longest=_CLOSING)
        self.logo = Label(role="body", wraps=True)
        self.logo_choose = SecondaryButton("", "upload", size="small")
        self.logo_drop = FlatButton("", "x")
        self.logo_fault = FaultLine()
        self._heads = {key: Label(role="label") for key in ("place", "languages", "formats", "parts", "logo")}
        self.foot = QWidget()
        self.line = Label(role="body", wraps=True)
        self.bar = GoingBar()
        self.fault = FaultLine()
        self.save, self.stop = PrimaryButton("", "save"), SecondaryButton("", "x")
        self.new, self.overwrite = PrimaryButton("", "folder-open"), SecondaryButton("", "repeat-2")
        self.back, self.finish = SecondaryButton(), SecondaryButton("", "check")
        self.open_it = PrimaryButton("", "folder-open")

    def _lay_out(self) -> None:
        self._form = QWidget()
        grid = QGridLayout(self._form)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        place = row(gap=8)
        place.addWidget(self.place_line, 1)
        place.addWidget(self.choose)
        language = row(gap=0)
        language.addWidget(self.languages)
        language.addStretch(1)
        logo = row(gap=8)
        logo.addWidget(self.logo_choose)
        logo.addWidget(self.logo, 1, Qt.AlignmentFlag.AlignVCenter)
        logo.addWidget(self.logo_drop)
        words = row(gap=14)
        words.addWidget(self.name, 1)
        words.addWidget(self.closing, 1)
        lines: tuple[tuple[str, QHBoxLayout | QWidget], ...] = (
            ("place", place), ("", self.inner), ("languages", language), ("formats", _beside(self.formats.values())),
            ("parts", _beside(self.parts.values())), ("", self.parts_line),
        )  # fmt: skip
        for at, (head, control) in enumerate(lines):
            _put(grid, at, self._heads.get(head), control)
        grid.addWidget(Divider(), len(lines), 0, 1, 2)
        grid.addWidget(self.own, len(lines) + 1, 0, 1, 2)
        grid.addLayout(words, len(lines) + 2, 0, 1, 2)
        _put(grid, len(lines) + 3, self._heads["logo"], logo)
        grid.addWidget(self.logo_fault, len(lines) + 4, 1)
        self.body.addWidget(self.about)
        self.body.addWidget(self._form)
        self.body.addStretch(1)

    def _lay_out_foot(self) -> None:
        """Always in sight, however low the window is."""
        lines = column(self.foot, margins=(20, 10, 20, 14), gap=8)
        for widget in (self.line, self.bar, self.fault):
            lines.addWidget(widget)
        # not where the button to save was: a second click on that stops nothing, nor does Enter
        self.stop.setAutoDefault(False)
        buttons = row(gap=8)
        buttons.addWidget(self.stop)
        buttons.addStretch(1)
        for button in (self.back, self.overwrite, self.finish, self.new, self.open_it, self.save):
            buttons.addWidget(button)
        lines.addLayout(buttons)
        inside = self._card.layout()
        assert isinstance(inside, QVBoxLayout)
        inside.addWidget(Divider())
        inside.addWidget(self.foot)

    def place(self) -> None:
        """The foot is part of it; a window that is low has the card reach up over its bars."""
        super().place()
        box, layout = self._card.geometry(), self.foot.layout()
        foot = layout.totalHeightForWidth(box.width() - 2) if layout is not None else 0
        body = self.body.totalHeightForWidth(box.width() - 14)
        needs = body + round(current_look().scaled(_HEAD)) + foot
        top = max(_EDGE, min(box.top(), self.height() - needs - _EDGE))
        self._card.setGeometry(box.left(), top, box.width(), min(needs, self.height() - top - _EDGE))
        self.foot.setFixedHeight(foot)

    def _show_words(self) -> None:
        say, about = self._speech.say, self.choice.about
        self.show_title(say("saving-title"), say("game-close"))
        self.about.setText(say("saving-about", case=about.title, number=str(about.number), tables=about.tables))
        for key, head in self._heads.items():
            head.setText(say(f"saving-{key}"))
        self.place_line.setAccessibleName(say("saving-place"))
        self.choose.setText(say("saving-choose"))
        self.languages.set_options([(say(f"saving-language-{way}"), "") for way in LANGUAGE_WAYS])
        self.languages.setAccessibleName(say("saving-languages"))
        self.parts_line.setText(say("saving-parts-line"))
        self.own.setText(say("saving-own"))
        self.name.set_texts(say("saving-name"), say("saving-name-hint"))
        self.closing.set_texts(say("saving-closing"), say("saving-closing-hint"))
        self.logo_choose.setText(say("saving-logo-choose"))
        self.logo_drop.setAccessibleName(say("saving-logo-drop"))
        self.logo_drop.setToolTip(say("saving-logo-drop"))
        buttons = {"save": self.save, "stop": self.stop, "new": self.new, "replace": self.overwrite,
                   "back": self.back, "close": self.finish, "open": self.open_it}  # fmt: skip
        for key, button in buttons.items():
            button.setText(say(f"saving-{key}"))
        self.name.set_text(self.choice.name)
        self.closing.set_text(self.choice.closing)
        self.languages.set_index(LANGUAGE_WAYS.index(self.choice.languages))

    def _connect(self) -> None:
        self.choose.clicked.connect(self._on_choose)
        self.place_line.textEdited.connect(self._on_place)
        self.languages.index_changed.connect(lambda at: self._turn(replace(self.choice, languages=LANGUAGE_WAYS[at])))
        for form, tick in self.formats.items():
            tick.ticked.connect(lambda on, form=form: self._turn(self.choice.with_format(form, on)))
        for part, tick in self.parts.items():
            tick.ticked.connect(lambda on, part=part: self._turn(self.choice.with_part(part, on)))
        self.name.text_changed.connect(lambda text: self._turn(replace(self.choice, name=text)))
        self.closing.text_changed.connect(lambda text: self._turn(replace(self.choice, closing=text)))
        self.logo_choose.clicked.connect(self._on_logo)
        self.logo_drop.clicked.connect(lambda: self._turn(replace(self.choice, logo="")))
        self.save.clicked.connect(lambda: self._begin(over=False))
        self.overwrite.clicked.connect(lambda: self._begin(over=True))
        self.new.clicked.connect(self._on_new)
        self.back.clicked.connect(lambda: self._to("choosing"))
        self.stop.clicked.connect(self._on_stop)
        self.open_it.clicked.connect(self._on_open)
        self.finish.clicked.connect(self.accept)

    # showing

    def _show(self) -> None:
        """The form, and the foot of the step that it stands at."""
        choice, state, speech = self.choice, self.state, self._speech
        if self.place_line.text().strip() != choice.place:
            self.place_line.setText(choice.place)
        self.place_line.setToolTip(choice.place)
        self.inner.setText(speech.say("saving-inner-line", inner=choice.inner))
        for form, tick in self.formats.items():
            tick.show_way(speech.say(f"saving-format-{form}"), form in choice.formats)
        for part, tick in self.parts.items():
            tick.show_way(speech.say(f"saving-part-{part}"), part in choice.parts)
        self.logo.setText(Path(choice.logo).name or speech.say("saving-logo-none"))
        self.logo.set_tone("text" if choice.logo else "text_secondary")
        self.logo_drop.setVisible(bool(choice.logo))
        missing = self._no_place() or choice.missing(speech)
        if state == "choosing":
            self._say(missing or choice.line(speech), "caution" if missing else "text", "info" if missing else "")
        self.save.setEnabled(not missing)
        self._form.setEnabled(state == "choosing")
        self.stop.setEnabled(state == "saving")
        shown = {self.save: "choosing", self.new: "asking", self.overwrite: "asking", self.back: "asking",
                 self.open_it: "saved", self.finish: "saved"}  # fmt: skip
        for button, when in shown.items():
            button.setVisible(state == when)
        self.stop.setVisible(state in ("saving", "stopping"))
        self.bar.setVisible(state in ("saving", "stopping"))
        self._settle()

    def _say(self, line: str, tone: str = "text", icon: str = "") -> None:
        self.line.setText(line)
        self.line.set_tone(tone)
        self.line.set_icon(icon, tone)
        self.line.setVisible(bool(line))

    def _settle(self) -> None:
        self.body.activate()
        layout = self.foot.layout()
        if layout is not None:
            layout.activate()
        self.place()

    def _to(self, state: State, fault: str = "") -> None:
        """The button that is most likely wanted next has the focus."""
        self.state = state
        self.fault.set_fault(fault)
        self._show()
        first = {"choosing": self.save, "saving": self.stop, "stopping": self.stop, "asking": self.new,
                 "saved": self.open_it}[state]  # fmt: skip
        first.setDefault(first is not self.stop)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        self._to("choosing")

    def _turn(self, choice: SaveChoice) -> None:
        self.choice = choice
        self.fault.set_fault("")
        self.logo_fault.set_fault("")
        self._show()

    # what is done here

    def _on_choose(self) -> None:
        title = self._speech.say("saving-choose-title")
        if place := self._desktop.ask_folder(self, title, self.choice.place):
            self._turn(replace(self.choice, place=str(Path(place)), inner=self._inner))

    def _on_place(self, text: str) -> None:
        self._turn(replace(self.choice, place=text.strip(), inner=self._inner))

    def _no_place(self) -> str:
        """Of a folder that was typed: a slip of the pen makes no new one somewhere."""
        place = self.choice.place
        if place == self._first_place or (place and self._desktop.is_folder(place)):
            return ""
        return self._speech.say("saving-no-place")

    def _on_logo(self) -> None:
        say = self._speech.say
        picture = self._desktop.ask_picture(self, say("saving-logo-title"), say("saving-logo-kinds"))
        if not picture:
            return
        if report_parts.readable(picture):
            self._turn(replace(self.choice, logo=picture))
            return
        self.logo_fault.set_fault(hindrance(self._speech, NotSaved(Hindrance.LOGO, Path(picture).name), self.choice))
        self._settle()

    def _on_new(self) -> None:
        self.choice = replace(self.choice, inner=report_parts.free_beside(self.choice.folder))
        self._begin(over=False)

    def _begin(self, *, over: bool) -> None:
        self._going(None)
        self._to("saving")
        self.save_asked.emit(self.choice.wish(over=over))

    def _on_stop(self) -> None:
        self._to("stopping")
        self._say(self._speech.say("saving-stops"))
        self.stop_asked.emit()

    def _on_open(self) -> None:
        if not self._desktop.open_folder(self._folder):
            self.fault.set_fault(self._speech.say("saving-no-opener", folder=self._folder))
            self._settle()

    def reject(self) -> None:
        """Nothing that is under way is lost by a slip of the hand."""
        if self.state in ("saving", "stopping"):
            self.stop.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().reject()

    # what comes

    def take(self, news: SavingNews) -> None:
        if isinstance(news, Saved):
            self._folder = news.folder
            say = self._speech.say
            self._to("saved")
            self._say(say("saving-done", count=news.count, folder=news.folder), "positive", "circle-check")
            self._settle()
        elif isinstance(news, NotSaved):
            self._on_not_saved(news)
        elif self.state == "saving":
            self._going(news)
            self._settle()

    def _going(self, news: SavingNews | None) -> None:
        shown = going(self._speech, None if isinstance(news, Saved | NotSaved) else news)
        self._say(shown.line)
        self.bar.show_part(shown.part)
        self.bar.setAccessibleName(shown.line)

    def _on_not_saved(self, news: NotSaved) -> None:
        say = self._speech.say
        if news.why == Hindrance.IN_THE_WAY:
            inner = report_parts.free_beside(self.choice.folder)
            self._to("asking")
            self._say(say("saving-exists", file=news.place, inner=inner), "caution", "triangle-alert")
            self._settle()
        elif news.why == Hindrance.STOPPED:
            self._to("choosing")
            self._say(hindrance(self._speech, news, self.choice), "text_secondary", "info")
            self._settle()
        else:
            self._to("choosing", hindrance(self._speech, news, self.choice))


def _beside(ticks: Iterable[Tick]) -> QHBoxLayout:
    across = row(gap=18)
    for tick in ticks:
        across.addWidget(tick)
    across.addStretch(1)
    return across


def _put(grid: QGridLayout, at: int, head: Label | None, control: QHBoxLayout | QWidget) -> None:
    if head is not None:
        grid.addWidget(head, at, 0, Qt.AlignmentFlag.AlignVCenter)
    if isinstance(control, QWidget):
        grid.addWidget(control, at, 1)
    else:
        grid.addLayout(control, at, 1)
