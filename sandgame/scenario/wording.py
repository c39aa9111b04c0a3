"""The words of a case: words.zh.txt and words.en.txt -> texts by key, in both languages or a fault."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sandgame.frames.cast import Texts
from sandgame.scenario.reading import Place, Problems

LANGUAGES = ("zh", "en")
WHOLE_CASE = ("title", "teaser", "practises", "company", "story", "money")
OF_DEPARTMENT = ("name", "line", "role", "own_work")
SIDES = ("kpi", "company")
OF_CARD = ("title", "purpose", "effect", "question")

# the longest text that its place on the screen holds: of the whole case by key, else by the key's first or last part
LONGEST_OF_CASE = {"title": 40, "teaser": 120, "practises": 120, "company": 40, "story": 700, "money": 16}
LONGEST = {
    "name": 32, "line": 40, "brief": 160, "own_work": 40, "unit": 12, "role": 440, "order": 60, "incident": 80,
    "title": 40, "effect": 120,
}  # fmt: skip
OTHERS = 200


def file_name(language: str) -> str:
    return f"words.{language}.txt"


@dataclass(frozen=True)
class Wanted:
    """Which keys a case must have, may have, and which of these may be empty."""

    must: frozenset[str]
    may: frozenset[str]
    empty: frozenset[str]


def wanted(
    departments: Iterable[str],
    services: Iterable[str],
    orders: Iterable[str],
    incidents: Iterable[str],
    cards: Iterable[str],
    *,
    weeks: int,
) -> Wanted:
    """The keys that follow from the keys of scenario.yaml and the longest length, 0 if that is unknown."""
    departments, services = tuple(departments), tuple(services)
    must = set(WHOLE_CASE)
    must |= {f"department.{key}.{part}" for key in departments for part in OF_DEPARTMENT}
    must |= {f"service.{key}.name" for key in services}
    must |= {f"order.{key}" for key in orders}
    must |= {f"incident.{key}" for key in incidents}
    must |= {f"card.{key}.{part}" for key in cards for part in OF_CARD}
    must |= {f"brief.{week}" for week in range(1, weeks + 1)}
    must |= {f"tradeoff.{key}.{side}" for key in departments for side in SIDES}
    units = {f"service.{key}.unit" for key in services}
    span = range(1, (weeks or 12) + 1)
    may = units | {f"brief.{week}.line" for week in span}
    may |= {f"tradeoff.{key}.{week}.{side}" for key in departments for week in (*span, "last") for side in SIDES}
    if not weeks:
        may |= {f"brief.{week}" for week in span}
    return Wanted(frozenset(must), frozenset(may - must), frozenset(units))


def lines(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), start=1):
        if line.strip() and not line.lstrip().startswith("#"):
            yield number, line


def read_words(text: str, keys: Wanted | None, problems: Problems) -> dict[str, str]:
    """Texts by key of one language; whatever is wrong goes to `problems`. Without keys only the form is looked at."""
    found: dict[str, str] = {}
    for number, line in lines(text):
        left, equals, right = line.partition("=")
        key, value = left.strip(), right.strip()
        start = (number, len(left) - len(left.lstrip()) + 1)
        if not equals or not key:
            problems.add("no_equals", start, found=line.strip()[:40])
        elif key in found:
            problems.add("word_twice", start, path=key)
        else:
            found[key] = value
            if keys is None:
                continue
            if key not in keys.must and key not in keys.may:
                problems.add("word_unknown", start, path=key, allowed=near(key, keys))
            after = (number, len(left) + 2 + len(right) - len(right.lstrip()))
            check_text(key, value, after, keys, problems)
    end = (text.count("\n") + 1, 1)
    for key in sorted(keys.must - set(found) if keys else ()):
        problems.add("word_missing", end, path=key)
    return found


def check_text(key: str, value: str, place: Place, keys: Wanted, problems: Problems) -> None:
    first, last = key.partition(".")[0], key.rpartition(".")[2]
    longest = LONGEST_OF_CASE.get(key) or LONGEST.get(first) or LONGEST.get(last) or OTHERS
    if not value and key not in keys.empty:
        problems.add("word_empty", place, path=key)
    elif len(value) > longest:
        problems.add("word_too_long", place, path=key, found=f"{len(value)}", allowed=f"{longest}")
    elif not value.isprintable():
        odd = next(index for index, sign in enumerate(value) if not sign.isprintable())
        place = (place[0], place[1] + odd)
        problems.add("word_unprintable", place, path=key, found=f"U+{ord(value[odd]):04X}")


def near(key: str, keys: Wanted) -> str:
    """The known keys that look most like this one."""
    from difflib import get_close_matches

    return ", ".join(get_close_matches(key, sorted(keys.must | keys.may), n=3, cutoff=0.3))


def joined(by_language: dict[str, dict[str, str]], keys: Wanted, problems: dict[str, Problems]) -> dict[str, Texts]:
    """Both languages together; a text that only one of them has is a fault of the other."""
    zh, en = (by_language[language] for language in LANGUAGES)
    for language, mine, other in (("zh", zh, en), ("en", en, zh)):
        for key in sorted((set(other) - set(mine)) & (keys.may - keys.empty)):
            problems[language].add("word_missing", path=key)
    return {key: Texts(zh=zh.get(key, ""), en=en.get(key, "")) for key in sorted(set(zh) | set(en))}
