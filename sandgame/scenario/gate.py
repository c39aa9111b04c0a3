"""A case's folder -> a package, or everything that is wrong with it at once, each with its place."""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from sandgame.frames.marks import Anchor, Anchors
from sandgame.rules.ids import SeatId
from sandgame.rules.scenario import SHORTEST
from sandgame.scenario.faults import Fault, FaultCode, Faults
from sandgame.scenario.package import Look, Package, Yardstick
from sandgame.scenario.reading import Document, Problems, Route, clean, read_text, read_yaml, shown
from sandgame.scenario.shelf import icons, shipped
from sandgame.scenario.wording import LANGUAGES, file_name, joined, read_words, wanted

if TYPE_CHECKING:
    from sandgame.frames.cast import Texts
    from sandgame.scenario.draft import Draft
    from sandgame.scenario.form import BenchmarksForm, ScenarioForm

SCENARIO = "scenario.yaml"
BENCHMARKS = "benchmarks.json"


def load(folder: Path) -> Package | Faults:
    """Read and check a case. Never raises, whatever the files hold."""
    if not is_folder(folder):
        return Faults((Fault(clean(str(folder)), 1, 1, "no_folder", allowed=", ".join(shipped())),))
    reader = Reader(folder)
    package = reader.read()
    faults = tuple(sorted(set(reader.faults())))
    return Faults(faults) if package is None or faults else package


class Reader:
    """Reads one folder; a problem in one file does not keep the others from being looked at."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        names = (SCENARIO, *(file_name(language) for language in LANGUAGES), BENCHMARKS)
        self.problems = {name: Problems(name) for name in names}

    def faults(self) -> list[Fault]:
        return [fault for problems in self.problems.values() for fault in problems.faults]

    def read(self) -> Package | None:
        draft = self.scenario()
        texts = self.words(draft)
        benchmarks = self.benchmarks()
        if draft is None or draft.form is None or self.problems[SCENARIO].faults:
            return None
        return self.package(draft.form, texts, benchmarks)

    def scenario(self) -> Draft | None:
        # pydantic and ruamel are heavy: a program that reads no case does without them
        from sandgame.scenario.checks import Checks
        from sandgame.scenario.draft import draft
        from sandgame.scenario.later import LaterChecks

        problems = self.problems[SCENARIO]
        text = read_text(self.folder / SCENARIO, problems)
        if text is None:
            return None
        document = read_yaml(text, problems)
        if any(fault.code in {"no_yaml", "too_deep", "several_documents"} for fault in problems.faults):
            return None
        held = draft(document, problems)
        checks = Checks(held, problems, icons())
        checks.run()
        LaterChecks(checks).run()
        return held

    def words(self, draft: Draft | None) -> dict[str, Texts]:
        """Without a readable scenario only the form of the words files can be checked."""
        keys = None
        if draft is not None:
            keys = wanted(
                draft.keys("departments"),
                draft.keys("services"),
                draft.keys("orders"),
                draft.keys("incidents"),
                draft.keys("deck"),
                weeks=max(draft.lengths, default=0),
            )
        found = {}
        for language in LANGUAGES:
            problems = self.problems[file_name(language)]
            text = read_text(self.folder / file_name(language), problems)
            if text is not None:
                found[language] = read_words(text, keys, problems)
        if keys is None or len(found) < len(LANGUAGES):
            return {}
        return joined(found, keys, {language: self.problems[file_name(language)] for language in LANGUAGES})

    def benchmarks(self) -> tuple[BenchmarksForm, Document] | None:
        from sandgame.scenario.draft import checked
        from sandgame.scenario.form import BenchmarksForm

        problems = self.problems[BENCHMARKS]
        path = self.folder / BENCHMARKS
        if not os.path.lexists(path):
            return None
        text = read_text(path, problems)
        if text is None:
            return None
        # JSON is YAML too: the same reader knows the places
        document = read_yaml(text, problems)
        if problems.faults:
            return None
        try:
            # only whether it is JSON: a number of thousands of digits is not to be made one
            json.loads(text, parse_int=str, parse_float=str)
        except json.JSONDecodeError as error:
            problems.add("no_json", (error.lineno, error.colno), found=error.msg)
            return None
        form = checked(BenchmarksForm, document, problems)
        return None if form is None else (form, document)

    def package(
        self, form: ScenarioForm, texts: dict[str, Texts], benchmarks: tuple[BenchmarksForm, Document] | None
    ) -> Package:
        from sandgame.scenario.assemble import assemble, fingerprint

        scenario = assemble(form)
        mark = fingerprint(scenario)
        return Package(
            id=self.folder.resolve().name,
            scenario=scenario,
            fingerprint=mark,
            departments=tuple(form.departments),
            services=tuple(form.services),
            orders=tuple(form.orders),
            incidents=tuple(form.incidents),
            deck=tuple(form.deck),
            looks=tuple(
                Look(item.colour, item.icon, item.place[0], item.place[1], item.workload)
                for item in form.departments.values()
            ),
            minutes=tuple(form.minutes or (minutes_alone(length) for length in form.lengths)),
            texts=texts,
            yardsticks=self.yardsticks(form, mark, *benchmarks) if benchmarks else {},
            scales=self.scales(form, *benchmarks) if benchmarks else {},
        )

    def scales(self, form: ScenarioForm, benchmarks: BenchmarksForm, document: Document) -> dict[int, Anchors]:
        problems = self.problems[BENCHMARKS]
        found: dict[int, Anchors] = {}
        for n, item in enumerate(benchmarks.anchors):
            left = lengths_left(form, found)
            if item.length not in left:
                route: Route = ("anchors", n, "length")
                place, allowed = document.place(route), listed(left)
                problems.add("benchmarks_length", place, path=shown(route), found=item.length, allowed=allowed)
            found[item.length] = Anchors(
                item.scoring_version,
                item.length,
                tuple(
                    Anchor(SeatId(int(seat)), indicator, *ends)
                    for seat, by_indicator in item.departments.items()
                    for indicator, ends in by_indicator.items()
                ),
            )
        return found

    def yardsticks(
        self, form: ScenarioForm, mark: str, benchmarks: BenchmarksForm, document: Document
    ) -> dict[int, Yardstick]:
        def fault(code: FaultCode, route: Route, found: object, allowed: str = "") -> None:
            problems.add(code, document.place(route), path=shown(route), found=found, allowed=allowed)

        problems = self.problems[BENCHMARKS]
        if benchmarks.fingerprint != mark:
            fault("benchmarks_stale", ("fingerprint",), benchmarks.fingerprint, mark)
        found: dict[int, Yardstick] = {}
        for n, item in enumerate(benchmarks.lengths):
            at: Route = ("lengths", n)
            left = lengths_left(form, found)
            if item.length not in left:
                fault("benchmarks_length", (*at, "length"), item.length, listed(left))
            for name, path in (("silo_path", item.silo_path), ("reference_path", item.reference_path)):
                if len(path) != item.length:
                    fault("benchmarks_path", (*at, name), len(path), f"{item.length}")
            for seed, best in item.best.items():
                # the index divides by what lies between the silo result and the best
                if best * item.silo_path[-1] // 1000 >= best:
                    fault("benchmarks_best", (*at, "best", seed), best)
            best_by_seed = {int(seed): best for seed, best in item.best.items()}
            found[item.length] = Yardstick(best_by_seed, tuple(item.silo_path), tuple(item.reference_path))
        return found


def lengths_left(form: ScenarioForm, found: Collection[int]) -> tuple[int, ...]:
    """Those that a session may have, also one that was shortened, and that nobody has measured yet."""
    return tuple(length for length in range(SHORTEST, max(form.lengths) + 1) if length not in found)


def listed(lengths: Iterable[int]) -> str:
    return ", ".join(map(str, lengths)) or "–"


def is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        # not ours to read, or no name that a disk could know
        return False


def minutes_alone(weeks: int) -> int:
    """What playing alone takes where the author does not say: four minutes to arrive, three a week."""
    return 4 + 3 * weeks
