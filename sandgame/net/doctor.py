"""The connection check: looks at one step after the other, tells what it finds, and names what is in the way."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import aclosing
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Interface
from time import monotonic

from sandgame import __version__
from sandgame.frames.classroom import PROTOCOL, JoinReason, LobbyTold
from sandgame.frames.line import Cause, Diagnosis, Finding, NoWay, Step
from sandgame.net.address import Address, read_address
from sandgame.net.beacon import BEACON_PORT, Call
from sandgame.net.client import Line, NoWayError
from sandgame.net.code import code_of, read_code
from sandgame.net.sounding import Answer, RealSounding, Sounding


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds for each question. A host calls out once a second."""

    listens: float = 4.0
    knocks: float = 4.0
    echoes: float = 1.5
    greets: float = 5.0


STEPS = tuple(Step)
Facts = dict[str, str]


class FoundError(Exception):
    """The cause is known: what comes after it need not be looked at."""

    def __init__(self, cause: Cause) -> None:
        super().__init__(cause.value)
        self.cause = cause


class Doctor:
    """One check. `listener` is told each time more is known, in the loop's thread."""

    def __init__(
        self,
        code: str,
        address: str,
        listener: Callable[[Diagnosis], None],
        beacon: int = BEACON_PORT,
        sounding: Sounding | None = None,
        patience: Patience = Patience(),
    ) -> None:
        self._code = read_code(code) or ""
        self._typed = read_address(address) if address.strip() else None
        self._listener = listener
        self._port = beacon
        self._sounding = sounding or RealSounding(beacon)
        self._patience = patience
        self._findings: dict[Step, Finding] = {}
        self._networks: list[IPv4Interface] = []
        self._heard: dict[str, Call] = {}
        self._call: Call | None = None
        """Of the host with the code."""

    async def examine(self) -> None:
        cause = Cause.NONE
        self._tell()
        for look in (self._look_at_network, self._listen, self._knock, self._greet):
            try:
                await look()
            except FoundError as found:
                cause = found.cause
                break
            self._tell()
        self._tell(cause)

    # the steps

    async def _look_at_network(self) -> None:
        self._networks = list(self._sounding.networks())
        own = self._typed is not None and _is_own(self._typed.host)
        self._found(Step.NETWORK, ok=bool(self._networks) or own, facts=self._network_facts())
        if not self._networks and not own:
            raise FoundError(Cause.NO_NETWORK)

    def _network_facts(self) -> Facts:
        return {"networks": ", ".join(str(network) for network in self._networks), "count": str(len(self._networks))}

    async def _listen(self) -> None:
        began = monotonic()
        facts = {"port": str(self._port)}
        try:
            async with asyncio.timeout(self._patience.listens):
                async with aclosing(self._sounding.calls()) as calls:
                    async for call in calls:
                        self._heard[call.beacon.fingerprint] = call
                        if self._means(call):
                            self._call = call
                            break
        except TimeoutError:
            pass
        except OSError:
            facts["answer"] = "refused"
        facts |= {"heard": str(len(self._heard)), "seconds": _seconds(began)}
        if self._call is not None:
            facts["address"] = _place(self._call.address)
        self._found(Step.BEACON, ok=self._call is not None, facts=facts)
        # an address that was typed is tried, whether anything is heard or not
        if self._call is None and self._typed is None:
            raise FoundError(self._unheard())
        if self._call is not None:
            self._look_at_version(self._call)

    def _means(self, call: Call) -> bool:
        return code_of(bytes.fromhex(call.beacon.fingerprint)) == self._code

    def _unheard(self) -> Cause:
        if self._heard:
            return Cause.WRONG_CODE
        return Cause.SEVERAL_NETWORKS if len(self._networks) > 1 else Cause.NOT_HEARD

    def _look_at_version(self, call: Call) -> None:
        """Said in the call already."""
        if call.beacon.protocol != PROTOCOL:
            self._found(Step.VERSION, ok=False, facts=_versions(call.beacon.version, call.beacon.protocol))
            raise FoundError(Cause.OTHER_VERSION)

    async def _knock(self) -> None:
        target, began = self._target, monotonic()
        answer = await self._sounding.knock(target, self._patience.knocks)
        facts = {"address": target.host, "port": str(target.port), "seconds": _seconds(began), "answer": answer}
        if answer == "open":
            self._found(Step.PORT, ok=True, facts=facts)
            return
        here = answer == "refused" or await self._answers_otherwise(target, answer)
        facts["echo"] = "yes" if here else "no"
        self._found(Step.PORT, ok=False, facts=facts)
        raise FoundError(self._shut(answer, here=here))

    async def _answers_otherwise(self, target: Address, answer: Answer) -> bool:
        """A firewall that is silent on the port lets through what answers the host's own call."""
        if answer == "unreachable":
            return False
        if self._call is not None and await self._sounding.echo(self._call.source, self._patience.echoes):
            return True
        return await self._sounding.answers(target.host, self._patience.echoes)

    def _shut(self, answer: Answer, *, here: bool) -> Cause:
        if answer == "refused":
            return Cause.HOST_GONE
        if here:
            return Cause.FIREWALL
        if self._call is not None:
            return Cause.ISOLATED
        if not self._is_near(self._target.host):
            return Cause.WRONG_NETWORK
        return Cause.SEVERAL_NETWORKS if len(self._networks) > 1 else Cause.NOT_HEARD

    async def _greet(self) -> None:
        began, target = monotonic(), self._target
        facts = {"address": target.host, "port": str(target.port)}
        try:
            line = await self._sounding.greet(target, self._code)
        except NoWayError as error:
            facts["seconds"] = _seconds(began)
            raise FoundError(self._refused(error, facts)) from error
        facts["seconds"] = _seconds(began)
        self._found(Step.HOST, ok=True, facts=facts)
        self._found(Step.CODE, ok=True, facts={"code": self._code})
        self._found(Step.VERSION, ok=True, facts=_versions(line.welcome.version, PROTOCOL))
        self._tell()
        try:
            await self._look_for_place(line)
        finally:
            line.cut()

    def _refused(self, error: NoWayError, facts: Facts) -> Cause:
        if error.refused is None and error.why != NoWay.WRONG_CODE:
            self._found(Step.HOST, ok=False, facts=facts)
            return Cause.HOST_GONE if error.why == NoWay.SHUT else Cause.OTHER_PROGRAM
        self._found(Step.HOST, ok=True, facts=facts)
        if error.refused is None:
            self._found(Step.CODE, ok=False, facts={"code": self._code})
            return Cause.WRONG_CODE
        self._found(Step.CODE, ok=True, facts={"code": self._code})
        if error.refused.reason == JoinReason.OTHER_VERSION:
            self._found(Step.VERSION, ok=False, facts=_versions("", error.refused.limit))
            return Cause.OTHER_VERSION
        self._found(Step.VERSION, ok=True, facts=_versions("", PROTOCOL))
        self._found(Step.PLACE, ok=False, facts={})
        return Cause.CLASS_FULL

    async def _look_for_place(self, line: Line) -> None:
        """Whether any seat is free, as the lobby tells."""
        try:
            async with asyncio.timeout(self._patience.greets):
                while not isinstance(lobby := await line.hear(), LobbyTold):
                    pass
        except (TimeoutError, NoWayError) as error:
            self._found(Step.PLACE, ok=False, facts={})
            raise FoundError(Cause.HOST_GONE) from error
        chairs = [seat.chair for table in lobby.tables for seat in table.seats]
        free = chairs.count("free")
        facts = {"tables": str(len(lobby.tables)), "seats": str(len(chairs)), "free": str(free)}
        self._found(Step.PLACE, ok=free > 0, facts=facts)
        if not free:
            raise FoundError(Cause.CLASS_FULL)

    # what is known

    @property
    def _target(self) -> Address:
        if self._call is not None:
            return self._call.address
        assert self._typed is not None
        return self._typed

    def _is_near(self, host: str) -> bool:
        """In a network that this laptop is in. A name is taken to be."""
        try:
            address = IPv4Address(host)
        except ValueError:
            return True
        return address.is_loopback or any(address in network.network for network in self._networks)

    def _found(self, step: Step, *, ok: bool, facts: Facts) -> None:
        self._findings[step] = Finding(step, "ok" if ok else "failed", tuple(facts.items()))

    def _tell(self, cause: Cause | None = None) -> None:
        findings = tuple(self._findings.get(step, Finding(step, "waiting")) for step in STEPS)
        self._listener(Diagnosis(findings, cause, () if cause is None else self._facts(cause)))

    def _facts(self, cause: Cause) -> tuple[tuple[str, str], ...]:
        """What was looked at last is what is in the way."""
        failed = [finding for finding in self._findings.values() if finding.state == "failed"]
        last = dict(failed[-1].facts) if failed and cause != Cause.NONE else {}
        return tuple((self._network_facts() | last).items())


def _versions(host: str, protocol: int) -> Facts:
    return {"own": __version__, "host": host, "own_protocol": str(PROTOCOL), "host_protocol": str(protocol)}


def _place(address: Address) -> str:
    return f"{address.host}:{address.port}"


def _seconds(began: float) -> str:
    return f"{monotonic() - began:.1f}"


def _is_own(host: str) -> bool:
    return host == "localhost" or host.startswith("127.")
