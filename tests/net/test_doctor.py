"""The connection check: each thing that may be in the way is brought about, and named with its facts."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncGenerator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import IPv4Interface
from pathlib import Path

import pytest

from sandgame.frames.classroom import PROTOCOL, Beacon, JoinReason, Refused, TakeSeat
from sandgame.frames.line import Cause, Diagnosis, NoWay, Step
from sandgame.net.address import Address
from sandgame.net.beacon import Call, call_out
from sandgame.net.client import Line, NoWayError, join
from sandgame.net.code import code_of
from sandgame.net.doctor import Doctor, Patience
from sandgame.net.sounding import Answer, RealSounding, Sounding
from sandgame.rules.ids import SeatId
from tests.kit.doors import hosted

SHORT = Patience(listens=0.2, knocks=0.3, echoes=0.4, greets=5)
PRINT = bytes([7]) * 32
CODE = code_of(PRINT)
HOST = Address("192.168.1.20", 47_470)
HOME, OFFICE = IPv4Interface("192.168.1.5/24"), IPv4Interface("10.4.0.9/16")


def call(fingerprint: bytes = PRINT, protocol: int = PROTOCOL, address: Address = HOST) -> Call:
    return Call(address, Beacon(protocol, "1.0", address.port, fingerprint.hex()), Address(address.host, 50_000))


@dataclass
class Net:
    """A network in which everything is as it is told."""

    own: Sequence[IPv4Interface] = (HOME,)
    heard: Sequence[Call] = ()
    answer: Answer = "open"
    echoes: bool = False
    others: bool = False
    refusal: NoWayError | None = None
    deaf: bool = False

    def networks(self) -> Sequence[IPv4Interface]:
        return self.own

    async def calls(self) -> AsyncGenerator[Call, None]:
        if self.deaf:
            raise OSError
        for one in self.heard:
            yield one
        await asyncio.Event().wait()

    async def knock(self, address: Address, seconds: float) -> Answer:
        return self.answer

    async def echo(self, source: Address, seconds: float) -> bool:
        return self.echoes

    async def answers(self, host: str, seconds: float) -> bool:
        return self.others

    async def greet(self, address: Address, code: str) -> Line:
        assert self.refusal is not None
        raise self.refusal


def examined(net: Sounding, code: str = CODE, address: str = "") -> list[Diagnosis]:
    told: list[Diagnosis] = []
    asyncio.run(Doctor(code, address, told.append, 0, net, SHORT).examine())
    return told


def states(diagnosis: Diagnosis) -> dict[Step, str]:
    return {finding.step: finding.state for finding in diagnosis.findings}


NEAR, FAR = "192.168.1.20", "172.20.3.4:5000"
CASES: dict[str, tuple[Net, str, Cause, Step]] = {
    "no network": (Net(own=()), "", Cause.NO_NETWORK, Step.NETWORK),
    "nothing is heard": (Net(), "", Cause.NOT_HEARD, Step.BEACON),
    "nothing may be listened to": (Net(deaf=True), "", Cause.NOT_HEARD, Step.BEACON),
    "nothing is heard in any of two": (Net(own=(HOME, OFFICE)), "", Cause.SEVERAL_NETWORKS, Step.BEACON),
    "another class is heard": (Net(heard=[call(bytes(32))]), "", Cause.WRONG_CODE, Step.BEACON),
    "a newer host is heard": (Net(heard=[call(protocol=PROTOCOL + 1)]), "", Cause.OTHER_VERSION, Step.VERSION),
    "a typed address is elsewhere": (Net(answer="silent"), FAR, Cause.WRONG_NETWORK, Step.PORT),
    "there is no way to a typed address": (Net(answer="unreachable"), FAR, Cause.WRONG_NETWORK, Step.PORT),
    "nobody is at a typed address": (Net(answer="unreachable"), NEAR, Cause.NOT_HEARD, Step.PORT),
    "a typed address has a firewall": (Net(answer="silent", others=True), NEAR, Cause.FIREWALL, Step.PORT),
    "heard, its packets pass, its port is silent": (
        Net(heard=[call()], answer="silent", echoes=True),
        "",
        Cause.FIREWALL,
        Step.PORT,
    ),
    "heard, and never answered": (Net(heard=[call()], answer="silent"), "", Cause.ISOLATED, Step.PORT),
    "heard, and no way to it": (Net(heard=[call()], answer="unreachable"), "", Cause.ISOLATED, Step.PORT),
    "the host was closed": (Net(answer="refused"), NEAR, Cause.HOST_GONE, Step.PORT),
    "another program": (Net(refusal=NoWayError(NoWay.NO_HOST)), NEAR, Cause.OTHER_PROGRAM, Step.HOST),
    "another class at a typed address": (Net(refusal=NoWayError(NoWay.WRONG_CODE)), NEAR, Cause.WRONG_CODE, Step.CODE),
    "another version at a typed address": (
        Net(refusal=NoWayError(NoWay.REFUSED, Refused(JoinReason.OTHER_VERSION, limit=PROTOCOL + 1))),
        NEAR,
        Cause.OTHER_VERSION,
        Step.VERSION,
    ),
    "no room": (
        Net(heard=[call()], refusal=NoWayError(NoWay.REFUSED, Refused(JoinReason.CLASS_FULL))),
        "",
        Cause.CLASS_FULL,
        Step.PLACE,
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_is_in_the_way_is_named_and_the_step_shows_where(name: str) -> None:
    net, address, cause, step = CASES[name]
    told = examined(net, address=address)
    assert [diagnosis.cause for diagnosis in told[:-1]] == [None] * (len(told) - 1), "only the last one knows"
    last = told[-1]
    assert last.cause == cause
    assert states(last)[step] == "failed"
    assert [finding.step for finding in last.findings] == list(Step)
    later = list(Step)[list(Step).index(step) + 1 :]
    assert all(states(last)[after] == "waiting" for after in later)


def test_each_cause_has_a_test() -> None:
    assert {case[2] for case in CASES.values()} | {Cause.NONE} == set(Cause)


def test_the_facts_say_where_and_how_long() -> None:
    facts = dict(examined(Net(heard=[call()], answer="silent", echoes=True, own=(HOME, OFFICE)))[-1].facts)
    assert facts["networks"] == "192.168.1.5/24, 10.4.0.9/16"
    assert (facts["address"], facts["port"], facts["answer"], facts["echo"]) == (HOST.host, "47470", "silent", "yes")
    assert float(facts["seconds"]) >= 0
    version = dict(examined(Net(heard=[call(protocol=9)]))[-1].facts)
    assert (version["host"], version["host_protocol"], version["own_protocol"]) == ("1.0", "9", str(PROTOCOL))


def test_a_name_of_nobody_is_in_no_fact() -> None:
    """The report is copied and sent around."""
    told = examined(Net(heard=[call()], answer="silent"))[-1]
    assert socket.gethostname() not in str(told)


# real sockets


class Loopback(RealSounding):
    """What is heard is told; all else is asked of real sockets."""

    def __init__(self, *heard: Call) -> None:
        super().__init__()
        self._told = heard

    async def calls(self) -> AsyncGenerator[Call, None]:
        for one in self._told:
            yield one
        await asyncio.Event().wait()


async def checked(sounding: Sounding, code: str, address: str = "") -> Diagnosis:
    told: list[Diagnosis] = []
    await Doctor(code, address, told.append, 0, sounding, SHORT).examine()
    return told[-1]


def test_a_class_that_can_be_joined_has_nothing_in_its_way(tmp_path: Path) -> None:
    async def story() -> None:
        async with hosted(tmp_path) as (_, address, fingerprint):
            found = await checked(Loopback(call(fingerprint, address=address)), code_of(fingerprint))
            assert found.cause == Cause.NONE
            assert set(states(found).values()) == {"ok"}
            typed = await checked(Loopback(), code_of(fingerprint), f"127.0.0.1:{address.port}")
            assert typed.cause == Cause.NONE
            assert states(typed)[Step.BEACON] == "failed", "it was not heard, and that is said"
            assert (await checked(Loopback(), CODE, f"127.0.0.1:{address.port}")).cause == Cause.WRONG_CODE

    asyncio.run(story())


def test_a_class_without_a_free_seat_is_full(tmp_path: Path) -> None:
    async def story() -> None:
        async with hosted(tmp_path, tables=1) as (hall, address, fingerprint):
            line = await join(address, fingerprint=fingerprint.hex())
            for seat in hall.tables[0].table.state.seats:
                await line.send(TakeSeat(1, SeatId(seat)))
            found = await checked(Loopback(call(fingerprint, address=address)), code_of(fingerprint))
            assert found.cause == Cause.CLASS_FULL
            assert dict(found.facts)["free"] == "0"
            line.cut()

    asyncio.run(story())


def test_an_address_that_no_computer_can_have_ends_the_check_like_any_other() -> None:
    async def story() -> None:
        for typed in ("..", "a" * 300, "no-such-computer.invalid"):
            found = await checked(Loopback(), CODE, typed)
            assert found.cause in (Cause.NOT_HEARD, Cause.SEVERAL_NETWORKS, Cause.NO_NETWORK)

    asyncio.run(story())


def test_a_closed_host_and_another_program_are_told_apart() -> None:
    async def answer(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.0 200 OK\r\n\r\n")
        writer.close()
        with suppress(OSError):
            await writer.wait_closed()

    async def story() -> None:
        server = await asyncio.start_server(answer, "127.0.0.1", 0)
        place = f"127.0.0.1:{server.sockets[0].getsockname()[1]}"
        assert (await checked(Loopback(), CODE, place)).cause == Cause.OTHER_PROGRAM
        server.close()
        await server.wait_closed()
        gone = await checked(Loopback(), CODE, place)
        assert gone.cause == Cause.HOST_GONE
        assert dict(gone.facts)["answer"] == "refused"

    asyncio.run(story())


def test_a_host_that_answers_a_knock_behind_a_silent_port_has_a_firewall() -> None:
    """The port drops what comes in, as a firewall does: its queue is full."""

    async def story() -> None:
        with socket.socket() as shut:
            shut.bind(("127.0.0.1", 0))
            shut.listen(0)
            address = Address("127.0.0.1", shut.getsockname()[1])
            queue = [socket.socket() for _ in range(3)]
            for waiting in queue:
                waiting.setblocking(False)
                with suppress(BlockingIOError):
                    waiting.connect((address.host, address.port))
            port = 47_622
            beacon = Beacon(PROTOCOL, "1.0", address.port, PRINT.hex())
            loop = [IPv4Interface("127.0.0.1/8")]
            calling = asyncio.create_task(call_out(beacon, port, 0.05, lambda: loop))
            try:
                told: list[Diagnosis] = []
                await Doctor(CODE, "", told.append, port, patience=Patience(5, 0.3, 2, 5)).examine()
            finally:
                calling.cancel()
                await asyncio.gather(calling, return_exceptions=True)
                for waiting in queue:
                    waiting.close()
            assert told[-1].cause == Cause.FIREWALL
            assert dict(told[-1].facts)["echo"] == "yes"

    asyncio.run(story())
