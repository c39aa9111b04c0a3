"""A class at its busiest: the real host, durable, over the real wire; all seats plan at the same moment and talk.

python -m tests.bench.class48 [--pace saturated|class] [--tls] [--tables 8 --seats 6 --rounds 8] [--runs 1]: one JSON
line, of medians. `--yardstick FOLDER` drives the bare durable server there in turn with it, and says how they compare.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import json
import os
import re
import ssl
import statistics
import subprocess
import tempfile
import time
from asyncio import sslproto
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from websockets.asyncio.client import ClientConnection, connect

from sandgame.frames import class_wire
from sandgame.frames.class_wire import Asked
from sandgame.frames.classroom import PROTOCOL, Hello, Lead, ReturnToSeat, SeatGiven, StartClass, TakeSeat
from sandgame.frames.seat import Answered, Submit
from sandgame.host.process import read_note
from sandgame.net.certificate import client_context
from sandgame.net.server import RECORD
from sandgame.rules.draw import draw
from sandgame.rules.ids import Phase, SeatId
from sandgame.rules.intents import FinishPhase, Intent, Plan, SendMessage, SubmitPlan
from tests.kit.tethered import close_pipes, started

MESSAGES = 10
THINK = 2.0
TEXT = "We can take forty units this week if you ship before Thursday."
MARK = re.compile(rb"<(\d+\.\d+\.\d+\.\d+)>")
PHASE = re.compile(rb'"phase":"(\w+)"')
now = time.perf_counter


@dataclass
class Figures:
    """What was measured, in milliseconds; bytes by what a seat was told."""

    decided: list[float] = field(default_factory=list)
    heard: list[float] = field(default_factory=list)
    echoed: list[float] = field(default_factory=list)
    results: list[float] = field(default_factory=list)
    bytes_told: list[float] = field(default_factory=list)
    intents: int = 0
    sent_at: dict[bytes, float] = field(default_factory=dict)
    last_plan: dict[int, float] = field(default_factory=dict)


class Seat:
    """One laptop in one seat. Reads as little of what it is told as it can: the client's time is not what counts."""

    def __init__(self, table: int, seat: int, figures: Figures, think: float) -> None:
        self.table, self.seat, self.figures, self.think = table, SeatId(seat), figures, think
        self.name = f"{table}.{seat}"
        self.token = ""
        self.phase = "brief"
        self.moved = asyncio.Event()
        self.seen: set[bytes] = set()
        self.answer: asyncio.Future[None] | None = None
        self.count = 0
        self.seated = asyncio.Event()

    async def come(self, address: str, tls: bool) -> None:
        self.socket: ClientConnection = await connect(
            address, ssl=_context() if tls else None, compression=None, proxy=None, max_size=2**24
        )
        self.reading = asyncio.create_task(self._read())
        await self._tell(Hello(PROTOCOL, "bench"))
        await self._tell(ReturnToSeat(self.token) if self.token else TakeSeat(self.table, self.seat))

    async def _tell(self, frame: Asked) -> None:
        await self.socket.send(class_wire.encode(frame))

    async def _read(self) -> None:
        async for data in self.socket:
            assert isinstance(data, bytes)
            self._hear(data, now())

    def _hear(self, data: bytes, at: float) -> None:
        if data.startswith(b'{"kind":"view_changed"'):
            self._note(data, at)
        elif data.startswith(b'{"kind":"answered"'):
            told = class_wire.read_told(data)
            assert isinstance(told, Answered)
            assert told.stored
            assert told.refusal is None, told
            if self.answer is not None:
                self.answer.set_result(None)
        elif data.startswith(b'{"kind":"seat_given"'):
            given = class_wire.read_told(data)
            assert isinstance(given, SeatGiven)
            self.token = given.token
        elif data.startswith(b'{"kind":"seated"'):
            self.seated.set()

    def _note(self, data: bytes, at: float) -> None:
        fresh = set(MARK.findall(data)) - self.seen
        if fresh:
            self.figures.bytes_told.append(len(data) / len(fresh))
        for mark in fresh:
            taken = (at - self.figures.sent_at[mark]) * 1000
            mine = mark.startswith(f"{self.name}.".encode())
            (self.figures.echoed if mine else self.figures.heard).append(taken)
        self.seen |= fresh
        found = PHASE.search(data)
        if found is not None and found.group(1).decode() != self.phase:
            self.phase = found.group(1).decode()
            if self.phase in ("deliver", "over") and self.table in self.figures.last_plan:
                self.figures.results.append((at - self.figures.last_plan[self.table]) * 1000)
            self.moved.set()

    async def ask(self, intent: Intent) -> None:
        """Until it is answered; then it is on the disk."""
        self.count += 1
        self.answer = asyncio.get_running_loop().create_future()
        await self._tell(Submit(self.seat, f"seat-{self.name}-{self.count}".replace(".", "-"), intent))
        await self.answer
        self.answer = None
        self.figures.intents += 1

    async def until(self, phase: str) -> None:
        while self.phase not in (phase, "over"):
            self.moved.clear()
            await self.moved.wait()

    async def pause(self) -> None:
        if self.think:
            await asyncio.sleep(self.think * (500 + draw(f"{self.name}:{self.count}:think") % 1001) / 1000)

    async def week(self, number: int, everyone: asyncio.Barrier) -> None:
        await self._done(number, "brief")
        await self.until("negotiate")
        for message in range(MESSAGES):
            await self.pause()
            mark = f"{self.name}.{number}.{message}".encode()
            self.figures.sent_at[mark] = now()
            text = f"<{mark.decode()}> {TEXT}"
            await self.ask(SendMessage(round=number, phase="negotiate", to=SeatId(0), text=text))
        await self.pause()
        await self._done(number, "negotiate")
        await self.until("plan")
        await self.pause()
        await everyone.wait()
        begun = now()
        self.figures.last_plan[self.table] = begun
        await self.ask(SubmitPlan(round=number, phase="plan", plan=Plan()))
        self.figures.decided.append((now() - begun) * 1000)
        await self.until("deliver")
        await self._done(number, "deliver")
        await self.until("review")
        await self._done(number, "review")
        await self.until("brief")

    async def _done(self, number: int, phase: Phase) -> None:
        await self.ask(FinishPhase(round=number, phase=phase))


@cache
def _context() -> ssl.SSLContext:
    """One for all 48, without room for what they never get: a laptop has a processor of its own."""
    sslproto.SSLProtocol.max_size = RECORD
    return client_context()


@dataclass
class Host:
    """The host's process and what the system says of it."""

    process: subprocess.Popen[str]
    said: dict[str, Any]
    ready: float

    @staticmethod
    def start(folder: Path, args: argparse.Namespace, durable: str) -> Host:
        words = [str(folder), str(args.tables), str(args.rounds), "tls" if args.tls else "plain", durable]
        begun = now()
        process = started("tests.bench.class_host", words)
        assert process.stdout is not None
        said = json.loads(process.stdout.readline())
        return Host(process, said, now() - begun)

    def cpu(self) -> float:
        """Seconds of the processor so far, of all its threads; Linux only."""
        # the system's own number for the clock of another process, as clock_getcpuclockid(3) makes it
        return time.clock_gettime((~self.process.pid << 3) | 2)

    def peak_mib(self) -> float:
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        found = re.search(r"VmHWM:\s+(\d+) kB", status)
        assert found is not None
        return round(int(found.group(1)) / 1024, 1)

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=20)
        close_pipes(self.process)


async def session(host: Host, folder: Path, args: argparse.Namespace) -> dict[str, Any]:
    gc.freeze()
    figures = Figures()
    think = THINK if args.pace == "class" else 0.0
    places = [(table, seat) for table in range(1, args.tables + 1) for seat in range(1, args.seats + 1)]
    seats = [Seat(table, seat, figures, think) for table, seat in places]
    address = f"{'wss' if args.tls else 'ws'}://127.0.0.1:{host.said['port']}"
    await asyncio.gather(*(seat.come(address, args.tls) for seat in seats))
    window = await begin(address, folder, args.tls)
    await asyncio.gather(*(seat.seated.wait() for seat in seats))
    figures.bytes_told.clear()
    idle = await idled(host)
    everyone, weeks, wall = asyncio.Barrier(len(seats)), list[float](), 0.0
    rejoin, rejoin_cpu = list[float](), 0.0
    for number in range(1, args.rounds + 1):
        if number == args.rounds:
            # all drop out in play, when there is nearly as much to see as there will ever be
            before = host.cpu()
            rejoin = await rejoined(seats, address, args.tls)
            rejoin_cpu = host.cpu() - before
        begun, before = now(), host.cpu()
        await asyncio.gather(*(seat.week(number, everyone) for seat in seats))
        wall += now() - begun
        weeks.append(host.cpu() - before)
    for seat in seats:
        await seat.socket.close()
        await seat.reading
    window.cancel()
    await asyncio.gather(window, return_exceptions=True)
    return {
        "wall_s": round(wall, 3),
        "actions": figures.intents,
        "actions_per_s": round(figures.intents / wall, 1),
        "cpu_ms_per_action": round(sum(weeks) * 1000 / figures.intents, 3),
        "message_others_ms": spread(figures.heard),
        "message_own_ms": spread(figures.echoed),
        "decisions_at_once_ms": spread(figures.decided),
        "result_ms": spread(figures.results),
        "rejoin_48_ms": spread(rejoin),
        "rejoin_cpu_ms": round(rejoin_cpu * 1000, 1),
        "peak_mib": host.peak_mib(),
        "bytes_per_message_and_seat": round(sum(figures.bytes_told) / max(1, len(figures.bytes_told))),
        "last_round_ratio": round(weeks[-1] / weeks[0], 2),
        "idle_share": round(idle, 4),
    }


async def begin(address: str, folder: Path, tls: bool) -> asyncio.Task[None]:
    """The facilitator's window stays open and is told what goes on."""
    note = read_note(folder)
    assert note is not None
    socket = await connect(address, ssl=client_context() if tls else None, compression=None, proxy=None)
    for frame in (Hello(PROTOCOL, "bench"), Lead(note.key), StartClass()):
        await socket.send(class_wire.encode(frame))
    while b'"state":"playing"' not in await socket.recv(decode=False):
        pass

    async def watch() -> None:
        try:
            async for _ in socket:
                pass
        finally:
            await socket.close()

    return asyncio.create_task(watch())


async def idled(host: Host, seconds: float = 2.0) -> float:
    """The share of a core that a class takes in which nobody does anything."""
    before = host.cpu()
    await asyncio.sleep(seconds)
    return (host.cpu() - before) / seconds


async def rejoined(seats: list[Seat], address: str, tls: bool) -> list[float]:
    """All are cut off and come back at the same moment: milliseconds until each has its seat again."""
    for seat in seats:
        seat.socket.transport.abort()
        seat.seated.clear()
    await asyncio.gather(*(seat.reading for seat in seats), return_exceptions=True)
    begun = now()

    async def back(seat: Seat) -> float:
        await seat.come(address, tls)
        await seat.seated.wait()
        return (now() - begun) * 1000

    return await asyncio.gather(*(back(seat) for seat in seats))


def spread(values: list[float]) -> dict[str, float]:
    ordered = sorted(values)
    return {f"p{p}": round(ordered[min(len(ordered) - 1, len(ordered) * p // 100)], 2) for p in (50, 95, 99)}


def measured(args: argparse.Namespace, durable: str) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(dir=args.folder) as place:
        host = Host.start(Path(place), args, durable)
        try:
            figures = asyncio.run(session(host, Path(place), args))
        finally:
            host.stop()
    return figures | {"host_ready_s": round(host.ready, 2)}


def run(args: argparse.Namespace) -> dict[str, Any]:
    """What is compared is measured right after it, on the same disk and at the same load."""
    figures = measured(args, "durable")
    if args.pace == "saturated":
        careless = measured(args, "careless")
        figures["fsync_ratio"] = round(figures["wall_s"] / careless["wall_s"], 2)
        figures["last_round_ratio_play"] = careless["last_round_ratio"]
    if args.yardstick is not None:
        bare = yardstick(args)
        figures["yardstick"] = bare
        figures["wall_of_yardstick"] = round(figures["wall_s"] / bare["wall_s"], 2)
        figures["p99_of_yardstick"] = round(figures["message_others_ms"]["p99"] / bare["message_others_p99_ms"], 2)
    return figures


def yardstick(args: argparse.Namespace) -> dict[str, float]:
    """The same class without rules and views. `others_share`: how much of the machine others had meanwhile."""
    shape = {
        "KIND": args.kind,
        "POLICY": "group",
        "SEATS": args.tables * args.seats,
        "ROUNDS": args.rounds,
        "MESSAGES": MESSAGES,
        "THINK": THINK if args.pace == "class" else 0,
        "RUNS": 1,
    }
    surroundings = os.environ | {name: str(value) for name, value in shape.items()}
    done = subprocess.run(
        ["bash", str(args.yardstick / "floor_48.sh")], env=surroundings, stdout=subprocess.PIPE, check=True
    )
    said = json.loads(done.stdout.splitlines()[-1])
    return {
        "wall_s": said["session_wall_s"],
        "cpu_ms_per_action": said["server_cpu_ms_per_action"],
        "message_others_p99_ms": said["ms"]["live_others"]["p99"],
        "others_share": said["env"]["others_share"],
    }


def medians(runs: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        name: medians([run[name] for run in runs])
        if isinstance(value, dict)
        else round(statistics.median(run[name] for run in runs), 4)
        for name, value in runs[0].items()
    }


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--pace", choices=("saturated", "class"), default="saturated")
    parser.add_argument("--tls", action="store_true")
    parser.add_argument("--tables", type=int, default=8)
    parser.add_argument("--seats", type=int, default=6)
    parser.add_argument("--rounds", type=int, default=8)
    parser.add_argument("--folder", type=Path, help="where the data lies meanwhile: on the disk that is to be measured")
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--yardstick", type=Path, help="where the bare durable server lies that it is held against")
    parser.add_argument("--kind", choices=("tcp", "ws"), default="tcp", help="the yardstick's wire")
    args = parser.parse_args()
    figures = medians([run(args) for _ in range(args.runs)])
    shape = {name: getattr(args, name) for name in ("pace", "tls", "tables", "seats", "rounds", "runs")}
    print(json.dumps({"bench": "class48", **shape, **figures, "load": round(os.getloadavg()[0], 1)}), flush=True)


if __name__ == "__main__":
    main()
