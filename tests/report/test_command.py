"""`sandgame report`: what may be asked for, what it answers with, and what it says when it cannot."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace as changed
from PySide6.QtWidgets import QApplication

from sandgame.cli import main
from sandgame.report.command import RefusedError, arguments, run
from sandgame.text.speech import LANGUAGES, Language, Speech
from tests.kit.reports import class_of

Command = Callable[..., Namespace]


@pytest.fixture(autouse=True)
def window(qapp: QApplication) -> None:
    assert qapp is not None


@pytest.fixture
def command(tmp_path: Path) -> Command:
    def read(*words: str, language: Language = "en") -> Namespace:
        parser = ArgumentParser(exit_on_error=False)
        arguments(parser, Speech(language))
        return parser.parse_args(["2041", "--out", str(tmp_path / "out"), *words])

    return read


def test_all_forms_in_both_languages_unless_said_otherwise(command: Command) -> None:
    args = command()
    assert (args.languages, args.formats) == (("zh", "en"), ("pdf", "docx", "xlsx", "json"))
    args = command("--lang", "en", "--format", "json,pdf")
    assert (args.languages, args.formats) == (("en",), ("pdf", "json"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_how_many_files_lie_where(command: Command, language: Language, tmp_path: Path) -> None:
    said = run(class_of("factory", 1), command("--format", "json"), Speech(language))
    assert str(tmp_path / "out") in said
    assert "1" in said
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["旺季之前（规则全开）-2041.json"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_in_the_way_is_named_with_the_remedy(command: Command, language: Language) -> None:
    run(class_of("factory", 1), command("--format", "json"), Speech(language))
    with pytest.raises(RefusedError, match=r"旺季之前（规则全开）-2041\.json.*--force"):
        run(class_of("factory", 1), command("--format", "json"), Speech(language))
    run(class_of("factory", 1), command("--format", "json", "--force"), Speech(language))


def test_a_session_without_a_played_week_has_no_report(command: Command) -> None:
    with pytest.raises(RefusedError, match="2041"):
        run(changed(class_of("factory", 1), tables=()), command(), Speech("en"))


def test_a_logo_that_is_none_is_named(command: Command, tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_text("hello")
    with pytest.raises(RefusedError, match=r"logo\.png"):
        run(class_of("factory", 1), command("--logo", str(tmp_path / "logo.png")), Speech("en"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_session_that_is_not_there_is_said_so(
    language: Language, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["--lang", language, "--data", str(tmp_path), "report", "77", "--out", str(tmp_path / "out")]
    assert main(words) == 1
    said = capsys.readouterr().err
    assert "77" in said
    assert "sessions list" in said
    assert not (tmp_path / "out").exists()


def test_a_form_that_is_unknown_is_refused_with_those_that_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "en", "report", "1", "--out", "x", "--format", "pptx"]) == 2
    assert "pdf,docx,xlsx,json" in capsys.readouterr().err
