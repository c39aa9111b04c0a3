"""The facilitator's guide, read in the program: one long page that scrolls."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette, QTextCursor, QTextDocument
from PySide6.QtWidgets import QLabel, QWidget

from sandgame.present.help import HelpPage
from sandgame.text.speech import Speech
from sandgame.ui.kit.themed import Themed, current_look
from sandgame.ui.sheet import Sheet

_GAP, _BEFORE = 8, 14
_BETWEEN_SIGNS = re.compile(r"(?<=[\u2e80-\uffef])\n *(?=[\u2e80-\uffef*“])")
"""A line of the file that ends there: between Chinese signs no space stands for it."""


class GuideSheet(Sheet):
    wide = 860

    def __init__(self, parent: QWidget, page: HelpPage, speech: Speech) -> None:
        super().__init__(parent)
        title, _, text = page.guide.partition("\n")
        self.text = GuideText(_BETWEEN_SIGNS.sub("", text))
        self.show_title(title.lstrip("# "), speech.say("game-close"))
        self.body.addWidget(self.text)


class GuideText(QLabel, Themed):
    """Markdown, to be read and copied; nothing in it leads anywhere."""

    def __init__(self, markdown: str) -> None:
        super().__init__()
        self.markdown = markdown
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.on_look_changed()

    def on_look_changed(self) -> None:
        look = current_look()
        self.setFont(look.font("body"))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, look.named("text"))
        self.setPalette(palette)
        self.setText(self._rich())

    def _rich(self) -> str:
        """With room between paragraphs, which a label's own Markdown has not."""
        document = QTextDocument()
        document.setDefaultFont(self.font())
        document.setMarkdown(self.markdown)
        block = document.begin()
        while block.isValid():
            form = block.blockFormat()
            form.setTopMargin(_BEFORE if form.headingLevel() else 0)
            form.setBottomMargin(_GAP)
            QTextCursor(block).setBlockFormat(form)
            block = block.next()
        return document.toHtml()
