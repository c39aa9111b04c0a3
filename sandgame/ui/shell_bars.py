"""What stands around a seat's page: top bar, now bar, ledger and dock's opener, filled from what seat and page know."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from sandgame.present import shell as words
from sandgame.present.ledger import ledger
from sandgame.present.scene import Scene
from sandgame.ui.ledger import LedgerPanel
from sandgame.ui.page import Page
from sandgame.ui.seat_sending import SeatSending
from sandgame.ui.shell_class import SeatInClass, Shell


class Barred(Shell, Protocol):
    """What of a shell is filled."""

    ledger: LedgerPanel
    sending: SeatSending
    in_class: SeatInClass | None


class ShellBars:
    def __init__(self, shell: Barred) -> None:
        self._shell = shell
        self._all_promises = False

    def show(self, scene: Scene, page: Page) -> None:
        known = page.known(scene)
        self._show_top(scene, known)
        self._show_now(scene, page)
        self._show_ledger(known, page)
        self._show_opener(scene)

    def switch_promises(self) -> None:
        """The whole history of promises in the ledger, or only those that still matter."""
        self._all_promises = not self._all_promises
        self._shell.show_again()

    def open_row(self, row: int, sheet: bool) -> None:
        """Of the ledger, on the page; a drawer that the ledger stood in closes."""
        page, desk = self._shell.page, self._shell.desk
        if page is not None:
            page.open_row(row, sheet)
        if desk.drawer == "ledger":
            desk.open_drawer("")

    def _show_top(self, scene: Scene, known: Scene) -> None:
        top, in_class, say = self._shell.top, self._shell.in_class, scene.speech.say
        bar = replace(words.top_bar(scene), balance=words.balance(known), clock=self._shell.clock_of(scene))
        top.set_picture(in_class.bar(bar) if in_class is not None else bar)
        link = in_class.link_text() if in_class is not None else ""
        top.set_texts(link, say("shell-help"), say("shell-menu"))

    def _show_now(self, scene: Scene, page: Page) -> None:
        bar, in_class, say = self._shell.now, self._shell.in_class, scene.speech.say
        bar.badge.set_picture(words.my_badge(scene))
        now = page.now()
        now = replace(now, kept=now.kept or self._shell.sending.kept_text(page, scene.speech))
        waiting = words.waiting(scene)
        if in_class is not None:
            now, waiting = in_class.now(now, waiting, scene)
        bar.show_now(now, waiting, say("shell-undo"), say("shell-redo"))

    def _show_ledger(self, known: Scene, page: Page) -> None:
        picture = ledger(known, self._all_promises)
        picture = replace(picture, promised=page.ledger_rows(picture.promised), owed=page.ledger_rows(picture.owed))
        self._shell.ledger.show_ledger(picture)
        self._shell.desk.rail.show_ledger(picture)

    def _show_opener(self, scene: Scene) -> None:
        opener, text = self._shell.desk.opener, scene.speech.say("shell-show-dock")
        opener.setToolTip(text)
        opener.setAccessibleName(text)
