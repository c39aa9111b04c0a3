"""Leaves of paper to a file or to a printer; what belongs to printers is loaded when somebody prints."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSaveFile, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from sandgame.paint.leaves import Leaves, layout_of, pdf_of, put_leaves
from sandgame.paint.look import Look
from sandgame.text.speech import Speech
from sandgame.ui.kit.themed import current_look

_END = ".pdf"
_NO_NAME = '<>:"/\\|?*'


def suggested(leaves: Leaves, folder: str = "") -> str:
    """A name that is still free, in the folder of documents; where there is none yet, in one's own folder."""
    name = "".join(" " if sign in _NO_NAME else sign for sign in leaves.name).strip()
    return str(_free(Path(folder or own_folder()) / f"{name}{_END}"))


def own_folder() -> str:
    """Never the folder that the program was started in."""
    places = QStandardPaths.StandardLocation
    known = [QStandardPaths.writableLocation(each) for each in (places.DocumentsLocation, places.HomeLocation)]
    return next((place for place in known if Path(place).is_dir()), str(Path.home()))


def ask_where(owner: QWidget, title: str, kind: str, path: str) -> str:
    """The path that was chosen, "" for none. A file of that name is asked about here."""
    dialog = QFileDialog(owner, title, str(Path(path).parent), f"{kind} (*{_END})")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setViewMode(QFileDialog.ViewMode.List)
    dialog.selectFile(Path(path).name)
    say = Speech(current_look().language).say
    # what Qt's own translation leaves in English
    for label, key in _WORDS.items():
        dialog.setLabelText(label, say(f"paper-dialog-{key}"))
    try:
        return dialog.selectedFiles()[0] if dialog.exec() else ""
    finally:
        dialog.deleteLater()


_WORDS = {
    QFileDialog.DialogLabel.LookIn: "where", QFileDialog.DialogLabel.FileName: "name",
    QFileDialog.DialogLabel.FileType: "type", QFileDialog.DialogLabel.Accept: "save",
    QFileDialog.DialogLabel.Reject: "cancel",
}  # fmt: skip


def save(path: str, leaves: Leaves, look: Look) -> Path | None:
    """Whole or not at all; the file that it became, None where it cannot be written.

    A name that was typed without its end, and with it is that of another file, was not asked about: that file stays.
    """
    target = Path(path)
    if target.suffix.lower() != _END:
        target = _free(target.with_name(target.name + _END))
    file = QSaveFile(str(target))
    if not file.open(QSaveFile.OpenModeFlag.WriteOnly):
        return None
    data = pdf_of(leaves, look)
    written = file.write(data)
    return target if file.commit() and written == len(data) else None


def _free(path: Path) -> Path:
    number, found = 2, path
    while found.exists():
        found = path.with_name(f"{path.stem} ({number}){path.suffix}")
        number += 1
    return found


# -- printers


def has_printer() -> bool:
    from PySide6.QtPrintSupport import QPrinterInfo

    return bool(QPrinterInfo.availablePrinterNames())


def print_leaves(owner: QWidget, leaves: Leaves, look: Look) -> bool | None:
    """Whether a printer took it; None where somebody thought better of it. Offices print on A4."""
    from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(leaves.name)
    printer.setFullPage(True)
    printer.setPageLayout(layout_of(leaves, "A4"))
    dialog = QPrintDialog(printer, owner)
    # a file is what the other button is for: there nothing is written over
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintToFile, False)
    try:
        if not dialog.exec():
            return None
        return put_leaves(printer, leaves, look)
    finally:
        dialog.deleteLater()
