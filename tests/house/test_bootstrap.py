"""Setting up: what is missing is brought or named, what is broken is made anew, and words are clear."""

import ast
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import bootstrap
from tests.house.tree import ROOT


class Shell:
    """Stands in for the system: notes what is started and answers as told."""

    def __init__(self) -> None:
        self.started: list[list[str]] = []
        self.failing: set[str] = set()

    def run(self, command: list[str], **_: Any) -> subprocess.CompletedProcess[str]:
        self.started.append([str(word) for word in command])
        failed = bool(self.failing & set(self.started[-1]))
        return subprocess.CompletedProcess(command, int(failed), f"{sys.version}\n{bootstrap.PLACE}\n", "it failed")

    def call(self, command: list[str], **_: Any) -> int:
        return self.run(command).returncode


@pytest.fixture
def shell(monkeypatch: pytest.MonkeyPatch) -> Shell:
    stand_in = Shell()
    monkeypatch.setattr("bootstrap.subprocess.run", stand_in.run)
    monkeypatch.setattr("bootstrap.subprocess.call", stand_in.call)
    return stand_in


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An environment that is set up whole, in a checkout of its own."""
    environment = tmp_path / ".venv"
    programs = environment / "bin"
    programs.mkdir(parents=True)
    for name, value in {
        "ROOT": tmp_path,
        "PLACE": environment,
        "PROGRAMS": programs,
        "PYTHON": programs / "python",
        "UNFINISHED": environment / "unfinished",
        "MADE_AT": environment / "made-at",
        "DEMONSTRATION": tmp_path / "demo",
    }.items():
        monkeypatch.setattr(bootstrap, name, value)
    (programs / "python").touch()
    (tmp_path / "requirements").mkdir()
    for name in ("app", "dev"):
        pins = tmp_path / "requirements" / f"{name}.txt"
        pins.write_text("a==1\n", encoding="ascii")
        (environment / f"{name}.stamp").write_text(bootstrap.fingerprint(pins), encoding="ascii")
    return environment


def a_system(monkeypatch: pytest.MonkeyPatch, tools: set[str], missing: set[str], *, user: int = 0) -> None:
    monkeypatch.setattr("bootstrap.sys.platform", "linux")
    monkeypatch.setattr("bootstrap.os.geteuid", lambda: user)
    monkeypatch.setattr("bootstrap.shutil.which", lambda tool: tool if tool in tools else None)
    monkeypatch.setattr(bootstrap, "is_missing", lambda library: library in missing)


def test_what_is_set_up_is_not_set_up_again(place: Path, shell: Shell) -> None:
    bootstrap.set_up_environment("app")
    bootstrap.set_up_environment("dev")
    assert shell.started == []


def test_changed_pins_are_installed_with_their_hashes(place: Path, shell: Shell) -> None:
    (place.parent / "requirements" / "app.txt").write_text("a==2\n", encoding="ascii")
    bootstrap.set_up_environment("app")
    assert {"--require-hashes", "--only-binary", ":all:"} <= set(shell.started[-1])
    assert bootstrap.is_set_up("app")


def test_an_interrupted_set_up_is_begun_anew(place: Path, shell: Shell, capsys: pytest.CaptureFixture[str]) -> None:
    (place / "unfinished").touch()
    (place / "half").touch()
    bootstrap.set_up_environment("app")
    assert not (place / "half").exists()
    assert "making it anew" in capsys.readouterr().err
    assert [*shell.started[0][1:3]] == ["-m", "venv"]


def test_a_moved_checkout_is_set_up_anew(place: Path, shell: Shell, capsys: pytest.CaptureFixture[str]) -> None:
    (place / "made-at").write_text("elsewhere", encoding="utf-8")
    (place / "app.stamp").write_text("of elsewhere", encoding="ascii")
    bootstrap.set_up_environment("app")
    assert "making it anew" in capsys.readouterr().err
    assert (place / "made-at").read_text(encoding="utf-8") == str(place)


def test_an_environment_made_by_hand_is_kept(place: Path, shell: Shell) -> None:
    (place / "app.stamp").unlink()
    bootstrap.set_up_environment("app")
    assert (place / "dev.stamp").exists()
    assert bootstrap.is_set_up("app")


def test_another_python_is_noticed(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bootstrap.sys.version", "3.99")
    assert not bootstrap.is_set_up("app")


def test_without_a_network_it_says_so_and_keeps_what_there_was(place: Path, shell: Shell) -> None:
    (place.parent / "requirements" / "dev.txt").write_text("a==2\n", encoding="ascii")
    shell.failing = {"install"}
    with pytest.raises(SystemExit, match="connection to the network"):
        bootstrap.set_up_environment("dev")
    assert not bootstrap.is_set_up("dev")
    assert bootstrap.is_set_up("app")


def test_root_installs_exactly_what_is_missing(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    a_system(monkeypatch, {"apt-get"}, missing={"libEGL.so.1"})
    with pytest.raises(SystemExit, match="still missing: libEGL"):  # the stand-in brings nothing
        bootstrap.set_up_system()
    assert shell.started[-1][-1] == "libegl1"
    assert "sudo" not in shell.started[-1]


def test_a_user_installs_with_sudo(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    a_system(monkeypatch, {"apt-get", "sudo"}, missing={"libEGL.so.1"}, user=1000)
    with pytest.raises(SystemExit):
        bootstrap.set_up_system()
    assert shell.started[-1][0] == "sudo"


def test_a_user_without_sudo_is_given_the_line(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    a_system(monkeypatch, {"apt-get"}, missing={"libEGL.so.1"}, user=1000)
    with pytest.raises(SystemExit, match=r"sudo apt-get install .*libegl1"):
        bootstrap.set_up_system()
    assert shell.started == []


def test_apt_that_fails_gives_the_line(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    a_system(monkeypatch, {"apt-get"}, missing={"libEGL.so.1"})
    shell.failing = {"update"}
    with pytest.raises(SystemExit, match=r"(?s)network\?.*it failed.*by hand.*\n +apt-get update .*libegl1"):
        bootstrap.set_up_system()


@pytest.mark.parametrize(
    ("tools", "line"),
    [({"dnf"}, "sudo dnf install 'libEGL.so.1()(64bit)'"), (set(), "on Debian and Ubuntu:\n    sudo apt-get install")],
)
def test_elsewhere_the_line_is_printed(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, tools: set[str], line: str
) -> None:
    a_system(monkeypatch, tools, missing={"libEGL.so.1"})
    with pytest.raises(SystemExit) as stopped:
        bootstrap.set_up_system()
    assert line in str(stopped.value)
    assert shell.started == []


def test_without_a_screen_the_demonstration_is_played(
    place: Path, shell: Shell, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bootstrap, "has_screen", lambda: False)
    assert bootstrap.run([]) == 0
    assert shell.started[-1][-3:] == ["demo", "--out", str(place.parent / "demo")]
    assert f"The result lies in {place.parent / 'demo'}" in capsys.readouterr().err


def test_with_a_screen_the_window_is_opened(place: Path, shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "has_screen", lambda: True)
    assert bootstrap.run([]) == 0
    assert shell.started[-1][-1].endswith("main.py")


def test_words_after_run_go_to_the_program(place: Path, shell: Shell) -> None:
    bootstrap.run(["check", "a case"])
    assert shell.started[-1][-2:] == ["check", "a case"]


def test_every_check_is_made_though_one_fails(place: Path, shell: Shell, capsys: pytest.CaptureFixture[str]) -> None:
    shell.failing = {"lint-imports", str(place / "bin" / "lint-imports")}
    assert bootstrap.test(["--", "-x"]) == 1
    programs = [Path(command[0]).name for command in shell.started]
    assert programs == ["ruff", "ruff", "mypy", "lint-imports", "deptry", "pytest"]
    assert shell.started[-1][-1] == "-x"
    assert "Not passed: lint-imports" in capsys.readouterr().err


def test_an_old_python_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bootstrap.sys.version_info", (3, 9, 2))
    monkeypatch.setattr("bootstrap.sys.argv", ["bootstrap.py", "run"])
    with pytest.raises(SystemExit, match=r"Python 3\.11 or newer is needed"):
        bootstrap.main()


def test_an_old_python_can_read_it() -> None:
    source = (ROOT / "bootstrap.py").read_text(encoding="utf-8")
    ast.parse(source, feature_version=(3, 7))
    imports = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Import)]
    names = {alias.name.split(".")[0] for node in imports for alias in node.names}
    assert names <= sys.stdlib_module_names
