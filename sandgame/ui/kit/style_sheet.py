"""The one style sheet, filled from the tokens: plain Qt widgets take the same look as the painted ones."""

from string import Template

from sandgame.paint.look import Look

_SHEET = Template("""
QToolTip { background: $top_bar; color: $on_top_bar; border: 1px solid $top_bar; padding: 3px 4px; }
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox {
    background: $surface; color: $text; border: 1px solid $control_border; border-radius: 7px;
    padding: 0 10px; selection-background-color: $primary; selection-color: $on_primary;
}
QLineEdit, QComboBox { min-height: ${input}px; }
QPlainTextEdit, QTextEdit { padding: 6px 8px; }
QLineEdit[fault="true"], QPlainTextEdit[fault="true"], QComboBox[fault="true"] { border: 2px solid $negative; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { color: $text_tertiary; border-color: $divider; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox QAbstractItemView { background: $surface; color: $text; selection-background-color: $info_bg;
    selection-color: $text; border: 1px solid $divider; }
QMenu { background: $surface; color: $text; border: 1px solid $divider; padding: 6px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 6px; }
QMenu::item:selected { background: $info_bg; color: $text; }
QMenu::item:disabled { color: $text_tertiary; }
QMenu::separator { height: 1px; background: $divider; margin: 5px 8px; }
QScrollArea, QAbstractScrollArea { background: transparent; border: none; }
QTreeView, QListView, QTableView { background: $surface; color: $text; alternate-background-color: $surface_subtle;
    selection-background-color: $info_bg; selection-color: $text; border: 1px solid $divider; border-radius: 10px; }
QTreeView::item, QListView::item { min-height: ${row}px; padding: 0 6px; }
QHeaderView::section { background: $surface_subtle; color: $text_secondary; border: none;
    border-bottom: 1px solid $divider; padding: 5px 8px; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 2px; }
QScrollBar::handle { background: $control_border; border-radius: 3px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QCheckBox, QRadioButton { color: $text; spacing: 8px; min-height: 28px; }
""")
_TOKENS = (
    "surface", "surface_subtle", "divider", "control_border", "text", "text_secondary", "text_tertiary", "top_bar",
    "on_top_bar", "primary", "on_primary", "negative", "info_bg",
)  # fmt: skip


def style_sheet(look: Look) -> str:
    colours = {token: look.named(token).name() for token in _TOKENS}
    # the border's 2 px are added to min-height by Qt
    return _SHEET.substitute(colours, input=round(look.scaled(36)) - 2, row=round(look.scaled(34)))
