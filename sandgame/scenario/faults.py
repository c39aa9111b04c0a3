"""What is wrong with a case's files: codes with places and values; sentences are made of them where people read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

FaultCode = Literal[
    # the files
    "no_folder",
    "no_file",
    "not_a_file",
    "too_large",
    "not_utf8",
    "no_yaml",
    "no_json",
    "several_documents",
    "alias",
    "tag",
    "too_deep",
    "duplicate_key",
    # single fields
    "unknown_field",
    "missing_field",
    "wrong_type",
    "out_of_range",
    "wrong_choice",
    "wrong_count",
    "wrong_key",
    "wrong_version",
    # how fields fit together
    "unknown_department",
    "unknown_service",
    "unknown_icon",
    "taken_twice",
    "own_receiver",
    "service_cycle",
    "input_not_received",
    "stock_not_used",
    "aid_not_plain",
    "order_not_received",
    "due_before_arrival",
    "due_after_expiry",
    "options_not_rising",
    "arrives_too_late",
    "weights_not_100",
    "floor_is_target",
    "lengths_not_rising",
    "too_short_to_play",
    "minutes_not_fitting",
    "incident_empty",
    "incident_not_own",
    "measure_held",
    "measure_too_late",
    "effect_not_one",
    "effect_empty",
    "card_too_late",
    # words
    "no_equals",
    "word_twice",
    "word_unknown",
    "word_missing",
    "word_empty",
    "word_too_long",
    "word_unprintable",
    # benchmarks
    "benchmarks_stale",
    "benchmarks_length",
    "benchmarks_path",
    "benchmarks_best",
]


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing wrong. `line` and `column` count from 1; `field` is a dotted path; `found` and `allowed` are values."""

    file: str
    line: int
    column: int
    code: FaultCode
    field: str = ""
    found: str = ""
    allowed: str = ""

    @property
    def place(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"

    @property
    def key(self) -> str:
        """Of the sentence about it."""
        return f"fault-{self.code.replace('_', '-')}"

    @property
    def values(self) -> dict[str, str]:
        """What the sentence about it may name."""
        return {"field": self.field, "found": self.found, "allowed": self.allowed}


@dataclass(frozen=True, slots=True)
class Faults:
    """All that is wrong with a case, by file and place."""

    all: tuple[Fault, ...]

    def __iter__(self) -> Iterator[Fault]:
        return iter(self.all)

    def __len__(self) -> int:
        return len(self.all)
