"""One host on a folder, and a note for its owner's eyes only."""

from pathlib import Path

import pytest

from sandgame.frames.classroom import HostNote
from sandgame.frames.fault import Fault, FaultError
from sandgame.host.process import NOTE, alone, noted, read_note

A_NOTE = HostNote(1, 47470, "0" * 32, "session", "K7MP3X", "0" * 64)


def test_a_second_host_on_a_folder_is_refused_with_the_reason(tmp_path: Path) -> None:
    with alone(tmp_path):
        with pytest.raises(FaultError) as refused, alone(tmp_path):
            pass
        assert refused.value.fault == Fault.HOSTED
    with alone(tmp_path):
        pass


def test_the_note_is_its_owners_and_goes_with_the_host(tmp_path: Path) -> None:
    with noted(tmp_path, A_NOTE):
        assert (tmp_path / NOTE).stat().st_mode & 0o777 == 0o600
        assert read_note(tmp_path) == A_NOTE
    assert read_note(tmp_path) is None


def test_a_note_that_a_killed_host_left_is_replaced(tmp_path: Path) -> None:
    (tmp_path / NOTE).write_text("half a no")
    (tmp_path / f"{NOTE}.new").write_text("another half")
    assert read_note(tmp_path) is None
    with noted(tmp_path, A_NOTE):
        assert read_note(tmp_path) == A_NOTE
