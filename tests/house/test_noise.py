"""Noise is failure: each kind, made on purpose, fails the test that made it."""

import re
import shutil
import subprocess
import sys

import pytest

from tests.house.tree import ROOT

NOISY = """
import logging, multiprocessing, socket, threading, time, warnings
from PySide6.QtCore import QTimer, qWarning
from PySide6.QtWidgets import QWidget

kept = []

def test_a_warning():
    warnings.warn("old")

def test_an_unexpected_log():
    logging.getLogger("sandgame").warning("odd")

def test_an_open_socket():
    socket.socket()

def test_an_error_in_a_thread():
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()

def test_a_process_left_behind():
    kept.append(multiprocessing.get_context("spawn").Process(target=time.sleep, args=(3,), daemon=True))
    kept[-1].start()

def test_a_message_of_qt(qapp):
    qWarning("Qt is not pleased")

def test_an_error_in_a_slot(qtbot):
    timer = QTimer(singleShot=True)
    timer.timeout.connect(lambda: 1 / 0)
    with qtbot.waitSignal(timer.timeout):
        timer.start(0)

def test_a_window_left_open(qapp):
    kept.append(QWidget())
    kept[-1].show()

def test_a_timer_left_running(qapp):
    kept.append(QTimer())
    kept[-1].start(1000)

def test_a_log_that_is_expected(caplog):
    logging.getLogger("sandgame").warning("as foreseen")
"""


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """What became of each noisy test, in a suite of its own under the same rules."""
    suite = tmp_path_factory.mktemp("noisy")
    (suite / "tests").mkdir()
    shutil.copy(ROOT / "pyproject.toml", suite)
    shutil.copy(ROOT / "tests" / "conftest.py", suite / "tests")
    (suite / "tests" / "test_noisy.py").write_text(NOISY, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-p", "no:xdist", "-rA"]
    done = subprocess.run(command, cwd=suite, capture_output=True, text=True, check=False)
    found: dict[str, set[str]] = {}
    for outcome, name in re.findall(r"^(PASSED|FAILED|ERROR) \S+::(\w+)", done.stdout, re.MULTILINE):
        found.setdefault(name, set()).add(outcome)
    return found


@pytest.mark.parametrize("name", re.findall(r"def (test_\w+)", NOISY)[:-1])
def test_noise_fails_the_test_that_made_it(name: str, outcomes: dict[str, set[str]]) -> None:
    assert outcomes[name] & {"FAILED", "ERROR"}


def test_what_is_expected_is_no_noise(outcomes: dict[str, set[str]]) -> None:
    assert outcomes["test_a_log_that_is_expected"] == {"PASSED"}
