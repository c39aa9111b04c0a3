"""Tooltips of terms: the term bold, one or two sentences, never wider than 280 px."""

from html import escape

_WIDE = 260  # with the padding of the style sheet 280


def term_tip(term: str, text: str) -> str:
    """The tooltip's text for `QWidget.setToolTip`."""
    return f"<table width='{_WIDE}'><tr><td><b>{escape(term)}</b><br>{escape(text)}</td></tr></table>"
