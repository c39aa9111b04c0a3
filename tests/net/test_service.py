"""The command `host`: one line when it is ready, a clean end, alone on its folder."""

import json
import signal
import subprocess
import sys
from pathlib import Path

from sandgame.host.process import NOTE
from sandgame.net.code import code_of
from tests.house.tree import ROOT


def command(folder: Path, *words: str) -> list[str]:
    program = [sys.executable, "-m", "sandgame", "--lang", "en", "host", "first-steps", "--port", "0"]
    return [*program, "--data", str(folder), *words]


def test_the_host_says_one_line_and_ends_cleanly(tmp_path: Path) -> None:
    with subprocess.Popen(command(tmp_path, "--tables", "3"), cwd=ROOT, stdout=subprocess.PIPE, text=True) as host:
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

        host.send_signal(signal.SIGTERM)
        assert host.stdout.read() == ""
    assert host.returncode == 0
    assert not (tmp_path / NOTE).exists()


def test_a_folder_without_a_class_cannot_go_on(tmp_path: Path) -> None:
    done = subprocess.run(command(tmp_path, "--resume"), cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert str(tmp_path) in done.stderr
