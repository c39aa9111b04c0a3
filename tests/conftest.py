"""What every test may count on: no screen needed, no luck, and noise or leftovers fail it."""

import gc
import inspect
import logging
import multiprocessing
import os
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator
from multiprocessing.process import BaseProcess

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# The suite tries the same examples on every machine; `--hypothesis-profile=search` goes looking for new ones.
settings.register_profile("house", deadline=None, derandomize=True, print_blob=True)
settings.register_profile("search", deadline=None, max_examples=2000, print_blob=True)
settings.load_profile("house")


def pytest_configure(config: pytest.Config) -> None:
    """Where nothing may be written beside the sources, all that tests start still compiles them but once."""
    if sys.dont_write_bytecode and not sys.pycache_prefix:
        folder = tempfile.mkdtemp(prefix="compiled-")
        config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))
        os.environ["PYTHONPYCACHEPREFIX"] = folder
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def pytest_collection_finish() -> None:
    """What stands now stands to the end: neither the garbage collector nor `left_in_qt` need go through it again."""
    gc.collect()
    gc.freeze()


class Ear(logging.Handler):
    """Keeps every warning and error that is logged."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def no_unexpected_logs(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test that expects a log asks for caplog."""
    if "caplog" in inspect.signature(request.function).parameters:
        yield
        return
    ear = Ear()
    logging.getLogger().addHandler(ear)
    yield
    logging.getLogger().removeHandler(ear)
    assert not ear.heard, f"logged without being expected: {ear.heard}"


@pytest.fixture(autouse=True)
def nothing_is_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    left = [thread for thread in threading.enumerate() if thread not in before]
    for thread in left:
        thread.join(timeout=10)
    alive = [thread.name for thread in left if thread.is_alive()]
    alive += [end_process(process) for process in multiprocessing.active_children()]
    if uses_qt(request.node):
        alive += left_in_qt()
    assert not alive, f"left behind: {alive}"


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> None:
    """The windows of a test are gone before its fixtures are: whoever sets the look back need not restyle them all."""
    if uses_qt(item):
        from PySide6.QtCore import QCoreApplication, QEvent

        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def uses_qt(item: pytest.Item) -> bool:
    return bool({"qtbot", "qapp"} & set(getattr(item, "fixturenames", ())))


def end_process(process: BaseProcess) -> str:
    process.kill()
    process.join()
    return process.name


def left_in_qt() -> list[str]:
    """Names open windows and running timers, and ends them, so that the next test is not blamed."""
    # imported here: most tests know nothing of Qt
    from PySide6.QtCore import QCoreApplication, QEvent, QTimer
    from PySide6.QtWidgets import QApplication
    from shiboken6 import isValid

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    windows = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    # by type: asking a proxy of something that is gone what it is raises; and the types first, as there are few
    things = gc.get_objects()
    kinds = {kind for kind in set(map(type, things)) if issubclass(kind, QTimer)}
    timers = [thing for thing in things if type(thing) in kinds and isValid(thing) and thing.isActive()]
    names = [repr(thing) for thing in (*windows, *timers)]
    for window in windows:
        window.close()
    for timer in timers:
        timer.stop()
    return names


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """After the tests of the house, names what passes the guide sizes."""
    reports = (report for stat in terminalreporter.stats.values() for report in stat)
    if not any(getattr(report, "nodeid", "").startswith("tests/house") for report in reports):
        return
    from tests.house import sizes

    for line in sizes.report():
        terminalreporter.write_line(f"guide size passed: {line}")
