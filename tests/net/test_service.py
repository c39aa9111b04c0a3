"""The command `host`: one line when it is ready, a clean end, alone on its folder."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from sandgame.cli import main
from sandgame.frames.classroom import ClassSetup
from sandgame.host.process import NOTE
from sandgame.net.code import code_of
from sandgame.net.keeper import write_setup
from sandgame.store.folder import open_classes
from tests.house.tree import ROOT
from tests.kit.lines import SETUP_OF_ALL
from tests.kit.tethered import started


def command(folder: Path, *words: str) -> list[str]:
    program = [sys.executable, "-m", "sandgame", "--lang", "en", "host", "first-steps", "--port", "0"]
    return [*program, "--data", str(folder), *words]


def test_the_host_says_one_line_and_ends_cleanly(tmp_path: Path) -> None:
    with started("sandgame", command(tmp_path, "--tables", "3")[3:]) as host:
        assert host.stdout is not None
        said = json.loads(host.stdout.readline())
        assert set(said) == {"address", "port", "code", "fingerprint", "session"}
        assert said["code"] == code_of(bytes.fromhex(said["fingerprint"]))
        note = json.loads((tmp_path / NOTE).read_text(encoding="utf-8"))
        assert (note["process"], note["port"], note["session"]) == (host.pid, said["port"], said["session"])

        second = subprocess.run(command(tmp_path), cwd=ROOT, capture_output=True, text=True, check=False)
        assert second.returncode == 1
        assert "Another host is already running a class from this folder" in second.stderr
        assert "Traceback" not in second.stderr
        assert json.loads(second.stdout) == {"fault": "hosted", "place": str(tmp_path)}

        host.send_signal(signal.SIGTERM)
        assert host.stdout.read() == ""
    assert host.returncode == 0
    assert not (tmp_path / NOTE).exists()


def test_a_folder_without_a_class_cannot_go_on(tmp_path: Path) -> None:
    done = subprocess.run(command(tmp_path, "--resume"), cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert str(tmp_path) in done.stderr


def test_a_whole_set_up_is_hosted_from_a_file_and_gone_on_with_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "setup.json"
    write_setup(path, SETUP_OF_ALL)
    sessions = []
    for words in (["--setup", str(path)], ["first-steps"]):
        with hosting(tmp_path, *words) as host:
            sessions.append(host.said["session"])
    with hosting(tmp_path, "--resume", "--session", sessions[0]) as host:
        assert host.said["session"] == sessions[0]
    store = open_classes(tmp_path)
    try:
        assert store.kept_class(sessions[0]).setup == SETUP_OF_ALL
    finally:
        store.close()


@dataclass
class Host:
    said: dict[str, Any]


@contextmanager
def hosting(folder: Path, *words: str) -> Iterator[Host]:
    with started("sandgame", ["host", "--port", "0", "--data", str(folder), *words]) as host:
        assert host.stdout is not None
        try:
            yield Host(json.loads(host.stdout.readline()))
        finally:
            host.terminate()


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("text", [None, "", "[]", '{"case": "first-steps", "tables": 0, "length": 2}'])
def test_a_set_up_that_is_none_is_one_clear_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str, text: str | None
) -> None:
    path = tmp_path / "setup.json"
    if text is not None:
        path.write_text(text)
    assert main(["--lang", language, "host", "--setup", str(path), "--data", str(tmp_path)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert str(path) in err
    assert len(err.strip().splitlines()) == 1


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_host_without_a_case_is_told_what_to_say(capsys: pytest.CaptureFixture[str], language: str) -> None:
    assert main(["--lang", language, "host"]) == 2
    err = capsys.readouterr().err
    assert all(word in err for word in ("--setup", "--resume"))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_help_names_all_that_a_set_up_holds(capsys: pytest.CaptureFixture[str], language: str) -> None:
    with pytest.raises(SystemExit):
        main(["--lang", language, "host", "--help"])
    said = capsys.readouterr().out
    assert all(name in said for name in ("--setup", "--session", *ClassSetup.__struct_fields__))
