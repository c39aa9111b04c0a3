"""The code: six plain characters that only one certificate yields."""

from pathlib import Path

import pytest

from sandgame.net.certificate import fingerprint_in, kept_certificate, make_certificate
from sandgame.net.code import ALPHABET, code_of, read_code


def test_the_alphabet_is_that_of_the_screen() -> None:
    assert len(ALPHABET) == 31
    assert not set(ALPHABET) & set("0O1IL")


def test_a_fingerprint_always_yields_the_same_code() -> None:
    assert code_of(b"\x01" * 32) == "STNHA4"
    assert code_of(b"\x02" * 32) != "STNHA4"


@pytest.mark.parametrize("typed", ["k7mp3x", " K7MP3X ", "k7m p3x"])
def test_a_code_is_read_as_people_type_it(typed: str) -> None:
    assert read_code(typed) == "K7MP3X"


@pytest.mark.parametrize("typed", ["", "K7MP3", "K7MP3XX", "K7MP30", "K7MPIX", "K7MP3Ｘ"])
def test_what_cannot_be_a_code_is_none(typed: str) -> None:
    assert read_code(typed) is None


def test_every_session_has_a_certificate_of_its_own() -> None:
    assert make_certificate() != make_certificate()


def test_a_certificate_is_kept_for_its_owner_alone_and_outlives_a_restart(tmp_path: Path) -> None:
    path = kept_certificate(tmp_path / "class.pem")
    first = fingerprint_in(path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert fingerprint_in(kept_certificate(tmp_path / "class.pem")) == first
