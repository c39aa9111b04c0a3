"""Frames as bytes: what goes out comes back, and what is no frame is refused."""

import pytest

from sandgame.frames import wire
from sandgame.frames.seat import Answered, AskView, Submit, ViewChanged
from sandgame.rules.apply import fold
from sandgame.rules.ids import SeatId
from sandgame.rules.intents import FinishPhase, KeepDraft, Plan, SendSheet, WantedLine
from sandgame.rules.reason import Reason, Refusal
from sandgame.rules.start import start
from sandgame.rules.view import view
from tests.kit.trial import SCENARIO

ONE = SeatId(1)


@pytest.mark.parametrize(
    "frame",
    [
        Submit(ONE, "intent-0001", FinishPhase(round=1, phase="brief")),
        Submit(ONE, "intent-0001", KeepDraft(round=1, phase="plan", plan=Plan(own_work=2))),
        AskView(ONE),
    ],
)
def test_what_a_client_sends_comes_back(frame: Submit | AskView) -> None:
    assert wire.read_client(wire.encode(frame)) == frame


@pytest.mark.parametrize("refusal", [None, Refusal(Reason.LOAN_LIMIT, limit=4, place=2)])
def test_an_answer_comes_back(refusal: Refusal | None) -> None:
    frame = Answered(ONE, "intent-0001", refusal, stored=True)
    assert wire.read_host(wire.encode(frame)) == frame


def test_a_change_put_together_from_sections_is_the_frame_itself() -> None:
    seen = view(fold(start(SCENARIO, "0" * 64, 0, 2, "desk", None)), ONE)
    whole = ViewChanged(ONE, 3, table=seen.table, orders=seen.orders, delivery=None)
    sections = {name: wire.section(getattr(whole, name)) for name in ("table", "orders", "delivery")}
    data = wire.view_changed(ONE, 3, sections)
    assert wire.read_host(data) == whole
    assert wire.encode(whole) == data


GOOD = wire.encode(Submit(ONE, "intent-0001", FinishPhase(round=1, phase="brief")))
SHEET = wire.encode(
    Submit(
        ONE,
        "intent-0001",
        SendSheet(round=1, phase="negotiate", provider=SeatId(2), lines=(WantedLine(1, 1, 1),)),  # type: ignore[arg-type]
    )
)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"{}",
        b"[" * 200_000,
        b'{"kind":"seated"}',
        GOOD.replace(b'"round":1', b'"round":99999999999999999999999999'),
        GOOD.replace(b'"round":1', b'"round":1.5'),
        GOOD.replace(b'"round":1', b'"round":1,"more":1'),
        GOOD.replace(b'"seat":1', b'"seat":-1'),
        GOOD.replace(b"intent-0001", b"short"),
        GOOD.replace(b"intent-0001", b"intent 0001; or worse"),
        GOOD.replace(b"finish_phase", b"win"),
        SHEET.replace(b'"units":1', b'"units":0'),
        SHEET.replace(b'"lines":[', b'"lines":[],"none":['),
    ],
    ids=range(14),
)
def test_what_is_no_frame_is_refused(data: bytes) -> None:
    with pytest.raises(wire.UnreadableError):
        wire.read_client(data)
    with pytest.raises(wire.UnreadableError):
        wire.read_host(data)
