"""Whatever the files hold, the gate answers with a case or with faults that have a place."""

import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from sandgame.scenario import gate
from sandgame.scenario.faults import Faults
from sandgame.scenario.package import Package
from sandgame.text.speech import Speech
from tests.scenario.desk import STARTER, copied

FILES = ("scenario.yaml", "words.zh.txt", "words.en.txt", "benchmarks.json")
PIECES = st.sampled_from(
    [
        "{", "}", "[", "]", ": ", "- ", "\n", "  ", "\t", "&a ", "*a", "!!map ", "!", "%YAML 9.9\n", "---\n", "...\n",
        "|\n", ">-\n", "? ", "#", '"', "'", "\\x", '"\\ud800"', '"\\U00110000"', "<<", "~", "null", "true", "yes",
        "0x1F",
        "1e9", "-3", "9" * 5000, "2001-01-01", "\u2028", "\x00", "\x85", "\ufeff", "餐车", "=", "SAL", "departments",
        "services", "orders", "lengths", "kpi",
    ]
)  # fmt: skip
VALUES = st.sampled_from(
    ["-1", "0", "13", "1000000", "x", "[]", "{}", "[{}]", "{a: {a: 1}}", "null", "", '""', "[1, 2, 3]"]
)
SPEECH = Speech("en")


def answered(file: str, raw: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        case = copied(Path(folder))
        (case / file).write_bytes(raw)
        found = gate.load(case)
    assert isinstance(found, Package | Faults)
    lines = raw.count(b"\n") + raw.count(b"\r") + raw.count("\u2028".encode()) + raw.count("\x85".encode()) + 1
    for fault in found if isinstance(found, Faults) else ():
        assert fault.file in FILES
        assert fault.column >= 1
        assert fault.line >= 1
        assert fault.file != file or fault.line <= lines + 1
        assert SPEECH.say(fault.key, **fault.values).encode("utf-8")


@given(st.sampled_from(FILES), st.binary(max_size=400))
def test_any_bytes(file: str, raw: bytes) -> None:
    answered(file, raw)


@given(st.sampled_from(FILES), st.lists(PIECES, max_size=40))
def test_any_mixture_of_signs_that_mean_something(file: str, pieces: list[str]) -> None:
    answered(file, "".join(pieces).encode("utf-8", "surrogatepass"))


@given(st.sampled_from(FILES), st.data())
def test_any_slip_in_a_good_file(file: str, data: st.DataObject) -> None:
    good = (STARTER / file).read_text(encoding="utf-8")
    start = data.draw(st.integers(0, len(good)))
    end = data.draw(st.integers(start, min(len(good), start + 60)))
    slip = data.draw(st.one_of(st.just(""), st.text(max_size=8), PIECES, st.lists(PIECES, max_size=6).map("".join)))
    answered(file, (good[:start] + slip + good[end:]).encode("utf-8", "surrogatepass"))


@given(st.sampled_from(("scenario.yaml", "benchmarks.json")), st.data())
def test_any_value_in_the_place_of_another(file: str, data: st.DataObject) -> None:
    good = (STARTER / file).read_text(encoding="utf-8")
    values = [index for index, sign in enumerate(good) if sign.isdigit() or sign in "[{"]
    at = data.draw(st.sampled_from(values))
    value = data.draw(VALUES)
    answered(file, (good[:at] + value + good[at + 1 :]).encode())
