"""The words that Qt itself shows (menus of text fields), in the language of the program."""

from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication

from sandgame.text.speech import Language

_NAME = "standard_words"
_FILES: dict[Language, str] = {"zh": "qtbase_zh_CN"}


def speak_standard_words(app: QApplication, language: Language) -> None:
    """Qt's own words are English; for another language its translation is put over them."""
    before = app.findChild(QTranslator, _NAME)
    if before is not None:
        app.removeTranslator(before)
        before.setParent(None)
        before.deleteLater()
    file = _FILES.get(language)
    if file is None:
        return
    words = QTranslator(app)
    words.setObjectName(_NAME)
    if words.load(file, QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(words)
