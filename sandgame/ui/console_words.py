"""What the facilitator says to the class, a table or a seat, with a receipt from each laptop; and bookmarks."""

from __future__ import annotations

from collections.abc import Callable

from sandgame.frames.classroom import ReceiptTold
from sandgame.present.console_deck import Receiver, say_hint
from sandgame.present.console_receipt import Said, receipt
from sandgame.present.room_words import ready_text
from sandgame.rules.room_intents import MarkMoment, ReadyWords, TellTable
from sandgame.ui.console_asking import Asking
from sandgame.ui.console_asks import Posted
from sandgame.ui.console_dialogs import write


class WordActs(Asking):
    """Only the last words have their receipt in sight."""

    _said: Said | None = None
    _said_id = ""

    def tell_ready(self, to: Receiver, ready: ReadyWords) -> None:
        """In the program's own words: each laptop says them in its own language."""
        self.tell(to, ready_text(self._seen.speech, ready), ready)

    def tell(self, to: Receiver, text: str, ready: ReadyWords | None = None) -> None:
        said = Said(to, 1 if to.table else len(self._seen.rows))
        posted = self.post(
            to.table,
            lambda week, phase: TellTable(round=week, phase=phase, to=to.seat, text=text, ready=ready),
            self._told,
        )
        if posted is not None:
            self._said, self._said_id = said, posted.id
            self._console.talk.show_receipt(receipt(self._seen, said))

    def _told(self, posted: Posted) -> None:
        """The line is empty again when all tables have taken the words; what some have not stays there."""
        if self._said is None or posted.id != self._said_id:
            return
        self._said = self._said.answered(posted.answers)
        if posted.whole and not posted.failed:
            self._console.talk.clear(posted.intent.text if isinstance(posted.intent, TellTable) else "")
        self._show_receipt()

    def received(self, told: ReceiptTold) -> None:
        """A laptop has them: it may say so before its table's answer is here."""
        if self._said is not None and told.id == self._said_id:
            self._said = self._said.received(told)
            self._show_receipt()

    def _show_receipt(self) -> None:
        assert self._said is not None
        self._console.talk.show_receipt(receipt(self._seen, self._said))

    def forget_words(self) -> None:
        """The line was cut, or what was said is not to be seen: no receipt of before is shown."""
        self._said, self._said_id = None, ""
        self._console.talk.forget_receipt()

    def write_to(self, to: Receiver, then: Callable[[], None] | None = None) -> None:
        def wrote(text: str) -> None:
            self.tell(to, text)
            if then is not None:
                then()

        hint = say_hint(self._seen, to)
        buttons = (self._say("console-send"), self._say("console-cancel"))
        write(self._console.page, hint, "", "", buttons, wrote, icon="megaphone")

    def note(self) -> None:
        """A bookmark at the table that is open, else at all."""
        table = self._console.table

        def wrote(text: str) -> None:
            self.bookmark(table, text)

        say = self._say
        buttons = (say("console-note-keep"), say("console-note-cancel"))
        where = self._seen.table_name(table) if table else say("console-tables-all")
        title = f"{say('console-note-title')} · {where}"
        write(self._console.page, title, say("console-note-line"), say("console-note-hint"), buttons, wrote, empty=True)

    def keep_card(self, table: int, text: str) -> None:
        """What observers marked, as a bookmark at their table."""
        self.bookmark(table, text)

    def bookmark(self, table: int, text: str) -> None:
        whole = not table and len(self._seen.rows) > 1
        self.ask(table, lambda week, phase: MarkMoment(round=week, phase=phase, note=text, whole=whole))
