"""What the host could not store waits here to be sent again by hand."""

from __future__ import annotations

from sandgame.text.speech import Speech
from sandgame.ui.kit.banner import Banner


class UnsentBanner(Banner):
    def __init__(self) -> None:
        super().__init__("save")

    def show_unsent(self, speech: Speech, there: bool) -> None:
        if there:
            self.set_texts(speech.say("shell-not-stored"), "", speech.say("shell-send-again"))
        else:
            self.set_texts("")
