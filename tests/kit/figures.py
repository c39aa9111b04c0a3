"""Figures on paper, by kind, and what each may stand for by a session's JSON: so no figure passes by chance."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sandgame.frames.debrief import OwnDebrief

Table = Mapping[str, Any]
JUDGED = {"kept", "late", "overdue", "lapsed", "broken"}
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_KINDS = (
    ("nothing", re.compile(r"[(（](?:version|版本) [0-9a-f]{6}[)）]|\d+ 年 [^ ]* \d+ 日|\d+ [A-Z][a-z]{2} \d{4}")),
    ("log", re.compile(r"#(\d+)")),
    ("pair", re.compile(r"(\d+ ?/ ?\d+)")),
    ("rating", re.compile(r"(\d+\.\d)")),
    ("percent", re.compile(r"([−+]?[\d,]+)%")),
    ("units", re.compile(r"×([\d,]+)")),
    ("week", re.compile(r"(?:第 ?(\d+) ?周|(?:Wk|[Ww]eek) (\d+))")),
    ("money", re.compile(r"([−+]?[\d,]+) (?:万元|¥10k)")),
    ("count", re.compile(r"([−+]?\d[\d,]*)")),
)


def tokens(texts: Iterable[str]) -> Counter[str]:
    """All numbers as they are written, also half of a pair."""
    return Counter(found.rstrip(",") for text in texts for found in NUMBER.findall(text))


def figures(text: str) -> Iterator[tuple[str, str]]:
    """Kind and figure, each once; what one kind has taken no other sees."""
    for kind, pattern in _KINDS:
        for found in pattern.finditer(text):
            if kind != "nothing":
                yield kind, next(each for each in found.groups() if each).replace(",", "").replace(" ", "").lstrip("+")
        text = pattern.sub(" ", text)


@dataclass
class Known:
    """What figures of each kind may be."""

    kinds: dict[str, set[str]] = field(default_factory=dict)

    def add(self, kind: str, *found: object) -> None:
        self.kinds.setdefault(kind, set()).update(str(each).replace("-", "−") for each in found if each is not None)

    def strange(self, text: str) -> list[tuple[str, str]]:
        return [(kind, figure) for kind, figure in figures(text) if figure not in self.kinds.get(kind, ())]

    def with_all(self, others: Iterable[Known]) -> Known:
        for other in others:
            for kind, found in other.kinds.items():
                self.kinds.setdefault(kind, set()).update(found)
        return self


def of_table(table: Table) -> Known:
    known, company = Known(), table["company"]
    known.add("week", *range(1, table["rounds"] + 1))
    known.add("count", table["table"], table["rounds"], table["scoring_version"], len(table["kpis"]))
    money = [company[name] for name in ("silo", "reference", "result", "best")] + [company["best"] - company["result"]]
    money += [-week["loss"] for week in table["weeks"]]
    money += [sum(week[part] for week in table["weeks"]) for part in ("table", "departments", "clarity")]
    known.add("percent", company["captured"], company["reference_captured"], 0, 100)
    for one in table["turning"]:
        known.add("money", one["money"])
        known.add("units", one["units"])
        known.add("count", *(number for name, number in one["numbers"] if name in ("hours", "arrived")))
    known.add("money", *money, *(one["money"] for one in table["worth_opening"]))
    known.add("units", *(one["times"] for one in table["worth_opening"]))
    known.add(
        "count", *money, *(fact["money"] for fact in table["known"]), *(change["change"] for change in table["changes"])
    )
    known.add("count", len(table["known"]), min(12, len(table["known"])))
    for one in table["kpis"]:
        known.add("count", one["kpi"])
        known.add("percent", one["bonus_own"], one["bonus_shared"])
    known.add("count", sum(one["kpi"] >= 60 for one in table["kpis"]), 60)
    known.add("count", *(each for cause in table["causes"] for each in (cause["total"], cause["agreed"])))
    known.add("count", *((mark["points"] + 50) // 100 for mark in table["principles"] if mark["points"] is not None))
    for link in table["links"]:
        _add_link(known, link)
    _add_cells(known, table["promises"])
    return known


def _add_link(known: Known, link: Mapping[str, Any]) -> None:
    known.add("pair", f"{link['kept']}/{link['matured']}", f"{link['answered']}/{link['asked']}")
    known.add("count", f"{len(link['services']) - 1}", link["asked"] - link["answered"], link["warned"])
    known.add("count", link["matured"] - link["kept"])
    if link["rating"] is not None:
        known.add("rating", f"{link['rating'] // 10}.{link['rating'] % 10}")


def _add_cells(known: Known, promises: Iterable[Mapping[str, Any]]) -> None:
    due: Counter[tuple[int, int, int]] = Counter()
    kept: Counter[tuple[int, int, int]] = Counter()
    for one in promises:
        if one["state"] in JUDGED:
            place = one["provider"], one["customer"], one["due"]
            due[place] += 1
            kept[place] += one["state"] == "kept"
    known.add("pair", *(f"{kept[place]}/{count}" for place, count in due.items()))


def of_class(session: Mapping[str, Any]) -> Known:
    """What is said of all tables together."""
    known, tables = Known(), session["tables"]
    captured = sorted(table["company"]["captured"] for table in tables)
    middle = (captured[(len(tables) - 1) // 2] + captured[len(tables) // 2]) / 2
    known.add("percent", *captured, int(middle), 0, 100, *(table["company"]["reference_captured"] for table in tables))
    links = [link for table in tables for link in table["links"]]
    sums = {
        name: sum(link[name] for link in links)
        for name in ("kept", "matured", "answered", "asked", "warned", "at_risk")
    }
    for part, whole in (("kept", "matured"), ("answered", "asked"), ("warned", "at_risk")):
        known.add("percent", 100 * sums[part] // sums[whole])
        known.add("count", sums[part], sums[whole])
    lost = {
        part: sum(week[part] for table in tables for week in table["weeks"])
        for part in ("table", "departments", "clarity")
    }
    known.add("count", *lost.values(), len(tables), sum(table["people"] for table in tables), session["length"])
    known.add(
        "count",
        *(table["table"] for table in tables),
        *(table["scoring_version"] for table in tables),
        session["number"],
    )
    known.add("money", sum(lost.values()))
    for link in links:
        same = [one for one in links if (one["provider"], one["customer"]) == (link["provider"], link["customer"])]
        rated = sum(one["ratings"] for one in same)
        kept, due, answered, asked = (
            sum(one[name] for one in same) for name in ("kept", "matured", "answered", "asked")
        )
        known.add("pair", f"{kept}/{due}", f"{answered}/{asked}")
        known.add("count", len(link["services"]) - 1)
        if rated:
            mean = sum((one["rating"] or 0) * one["ratings"] for one in same) / rated
            known.add("rating", f"{int(mean + 0.5) / 10}")
    causes = [cause for table in tables for cause in table["causes"]]
    known.add("count", sum(cause["total"] for cause in causes), sum(cause["agreed"] for cause in causes))
    return known


def of_department(own: OwnDebrief, rounds: int, number: int) -> Known:
    """Facts of one department are in no JSON: nobody but it has them."""
    known, kpi = Known(), own.kpi
    known.add("week", *range(1, rounds + 1))
    # of weeks that are no conflict, and of lines that count for nothing
    known.add("count", *range(1, rounds + 1))
    asked = sum(link.asked for link in own.links if link.provider == own.seat)
    known.add("count", asked - sum(fact.n for fact in own.facts if fact.fact == "answered"))
    known.add("count", own.table, rounds, number, own.marks.scoring_version, kpi.kpi)
    known.add("percent", kpi.bonus_own, kpi.bonus_shared, kpi.bonus_own + kpi.bonus_shared, own.bonus_if_shared)
    if own.company is not None:
        known.add("percent", own.company.captured, own.company.reference_captured)
    for fact in own.facts:
        known.add("pair", f"{fact.k}/{fact.n}")
        if fact.fact == "kept":
            known.add("count", fact.k, fact.n)
    for link in own.links:
        _add_link(known, {name: getattr(link, name) for name in link.__struct_fields__})
    return known


MONEY = "¥10k"
"""The unit of money in English: its ten is no figure."""


def said_by(numbers: Iterable[int], text: str) -> bool:
    """Whether all figures of a sentence are among those of its piece of evidence."""
    held = {str(number) for number in numbers}
    return all(found.replace(",", "") in held for found in tokens([text.replace(",", "").replace(MONEY, "")]))
