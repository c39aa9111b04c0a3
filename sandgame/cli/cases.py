"""What bots make of a case: `simulate` plays it, `check` looks whether it is sound, and writes its figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, TypeVar

from sandgame.cli.answers import StoppedError, check_length, loaded, package_of, print_json, progress, told_faults
from sandgame.text.numbers import percent, span, tenths
from sandgame.text.speech import Speech

if TYPE_CHECKING:
    import argparse
    from fractions import Fraction

    from sandgame.bots.styles import StyleName
    from sandgame.lab.gates import Gate
    from sandgame.lab.simulation import Company, Simulation
    from sandgame.rules.ids import SeatId
    from sandgame.scenario.package import Package

Named = TypeVar("Named", bound=str)


def simulate_games(args: argparse.Namespace, speech: Speech) -> int:
    package = package_of(args.case, speech)
    companies: tuple[Company, ...] = (*_styles(), "mixed")
    style = _one_of(companies, args.style, speech)
    check_length(package, args, speech)
    seats = _seats(args.seat, package, speech)
    simulation = _played(package, style, args, speech, seats=seats, seed=args.seed, length=args.length, jobs=args.jobs)
    if args.json:
        print_json(simulation.as_json())
    else:
        _print_games(simulation, speech)
    return 0


def _played(package: Package, style: Company, args: argparse.Namespace, speech: Speech, **how: Any) -> Simulation:
    from sandgame.lab.simulation import simulate

    return simulate(package, style, games=args.games, progress=progress(speech), **how)


def _print_games(simulation: Simulation, speech: Speech) -> None:
    _print_head(simulation, speech)
    for game in simulation.games:
        of_best, captured = (
            speech.say("cli-none") if value is None else percent(value) for value in (game.of_best, game.value_captured)
        )
        print(speech.say("cli-sim-game", seed=game.seed, result=game.result, of_best=of_best, captured=captured))
    _print_mean(simulation, speech)


def _print_head(simulation: Simulation, speech: Speech) -> None:
    print(speech.say("cli-sim-head", case=simulation.case, style=simulation.style, length=simulation.length))


def _print_mean(simulation: Simulation, speech: Speech) -> None:
    results = [game.result for game in simulation.games]
    mean = tenths(sum(results), len(results))
    print(speech.say("cli-sim-mean", mean=mean, low=min(results), high=max(results)))


def _styles() -> tuple[StyleName, ...]:
    from sandgame.bots.styles import NAMES

    return NAMES


def _one_of(known: Sequence[Named], found: str, speech: Speech) -> Named:
    for name in known:
        if name == found:
            return name
    raise StoppedError(speech.say("cli-no-such-style", found=found, styles=", ".join(known)))


def _seats(words: Sequence[str], package: Package, speech: Speech) -> dict[SeatId, StyleName]:
    """The seats that play another style than the rest."""
    seats: dict[SeatId, StyleName] = {}
    for word in words:
        key, equals, style = word.partition("=")
        if not equals:
            raise StoppedError(speech.say("cli-bad-seat", found=word))
        seat = package.seat(key)
        if seat is None:
            raise StoppedError(speech.say("cli-no-such-seat", found=key, seats=", ".join(package.departments)))
        seats[seat] = _one_of(_styles(), style, speech)
    return seats


def check_case(args: argparse.Namespace, speech: Speech) -> int:
    from sandgame.scenario.faults import Faults

    package = loaded(args.case)
    if isinstance(package, Faults):
        if not args.json:
            raise StoppedError(told_faults(package, args.case, speech))
        print_json({"case": args.case, "sound": False, "faults": [asdict(fault) for fault in package]})
        return 1
    if args.write_benchmarks:
        return _write_benchmarks(package, args, speech)
    if args.write_anchors:
        return _write_anchors(package, args, speech)
    if not args.json:
        _print_sound(package, speech)
    seen = _gates(package, args, speech) if args.games else []
    if args.json:
        companies: tuple[StyleName, ...] = ("competing", "collaborating") if args.games else ()
        played = [_played(package, style, args, speech).as_json() for style in companies]
        sound: dict[str, Any] = {"case": package.id, "fingerprint": package.fingerprint, "sound": True, "faults": []}
        print_json(sound | {"companies": played, "gates": [gate.as_json() for gate in seen]})
    for gate in seen if not args.json else ():
        print(_gate(gate, speech))
    return 0 if all(gate.in_order for gate in seen) else 1


def _print_sound(package: Package, speech: Speech) -> None:
    scenario = package.scenario
    sizes = {name: len(getattr(scenario, name)) for name in ("departments", "services", "orders")}
    lengths = ", ".join(str(length) for length in scenario.lengths)
    print(speech.say("cli-sound", case=package.id, lengths=lengths, **sizes))


def _gates(package: Package, args: argparse.Namespace, speech: Speech) -> list[Gate]:
    """What the case shows when bots play it."""
    from sandgame.lab.gates import PROOF, gates
    from sandgame.lab.trials import seeds_on_trial, trials

    seeds = seeds_on_trial(package, args.games)
    if not args.json:
        print(speech.say("cli-gates-head", count=len(seeds), seeds=span(seeds[0], seeds[-1])))
    if not args.json and len(seeds) < min(PROOF, len(package.seeds) - 1):
        print(speech.say("cli-gates-few", least=PROOF))
    return gates(package, trials(package, seeds, jobs=args.jobs, progress=progress(speech)))


def _gate(gate: Gate, speech: Speech) -> str:
    """One line: whether it passed, what was asked for, and the figures."""
    from sandgame.lab.gates import CHANGES

    def figure(name: str, value: Fraction) -> str:
        plus = "+" if value > 0 and gate.gate in CHANGES else ""
        written = plus + tenths(value.numerator, value.denominator)
        return written if name == gate.gate else f"{name} {written}"

    bounds = gate.bounds
    asked = speech.say(f"cli-asked-{bounds.kind}", low=bounds.low or 0, high=bounds.high or 0)
    mark = "exempt" if gate.exempt else "passed" if gate.passed else "failed"
    figures = ", ".join(figure(*item) for item in gate.figures.items()) or speech.say("cli-gate-no-benchmarks")
    said = {"mark": speech.say(f"cli-mark-{mark}"), "what": speech.say(f"cli-gate-{gate.gate}"), "asked": asked}
    return speech.say("cli-gate", weeks=gate.length, figures=figures, **said)


def _write_benchmarks(package: Package, args: argparse.Namespace, speech: Speech) -> int:
    """Solves every variant of every length; stopped by hand, what was solved is kept and the next call goes on."""
    from sandgame.benchmark.constants import WorthlessError
    from sandgame.lab.benchmarks import write
    from sandgame.scenario.shelf import find

    try:
        written = write(package, find(args.case), progress=progress(speech), jobs=args.jobs)
    except OSError as error:
        raise StoppedError(speech.say("cli-no-folder", place=args.case, why=error.strerror or "")) from error
    except WorthlessError as error:
        raise StoppedError(speech.say("cli-worthless", case=args.case)) from error
    print(speech.say("cli-benchmarks-written", place=str(written)))
    return _write_anchors(package, args, speech)


def _write_anchors(package: Package, args: argparse.Namespace, speech: Speech) -> int:
    """Plays every variant of every length in each style: `--games` of them, where that is said."""
    from sandgame.lab.anchors import write
    from sandgame.scenario.shelf import find

    try:
        written = write(package, find(args.case), args.games or None, progress=progress(speech), jobs=args.jobs)
    except OSError as error:
        raise StoppedError(speech.say("cli-no-folder", place=args.case, why=error.strerror or "")) from error
    print(speech.say("cli-anchors-written", place=str(written)))
    return 0
