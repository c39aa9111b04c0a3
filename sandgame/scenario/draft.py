"""Plain data of scenario.yaml -> the parts of the form that hold, and a fault with its place for each that does not."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeGuard, TypeVar, Union, get_args, get_origin

from pydantic import ValidationError
from pydantic.fields import FieldInfo

from sandgame.scenario.faults import FaultCode
from sandgame.scenario.form import (
    KEY_PATTERN,
    SEED_PATTERN,
    CardForm,
    DepartmentForm,
    Form,
    IncidentForm,
    MeasureForm,
    OrderForm,
    ScenarioForm,
    ServiceForm,
)
from sandgame.scenario.reading import Document, Problems, Route, shown, shown_value

CODES: dict[str, FaultCode] = {
    "missing": "missing_field",
    "extra_forbidden": "unknown_field",
    "greater_than_equal": "out_of_range",
    "less_than_equal": "out_of_range",
    "literal_error": "wrong_choice",
    "too_short": "wrong_count",
    "too_long": "wrong_count",
    "string_pattern_mismatch": "wrong_key",
}
KEYS = {KEY_PATTERN: "a–z A–Z 0–9 _ -, 1–16", SEED_PATTERN: "0–999999"}
TYPES = {int: "integer", str: "text", bool: "boolean", list: "list", dict: "mapping"}
AnyForm = TypeVar("AnyForm", bound=Form)


@dataclass(frozen=True)
class Draft:
    """What holds of a case that may be faulty elsewhere: whole parts by key, and every key that is written there."""

    document: Document
    form: ScenarioForm | None
    departments: dict[str, DepartmentForm]
    services: dict[str, ServiceForm]
    orders: dict[str, OrderForm]
    incidents: dict[str, IncidentForm]
    measures: dict[str, MeasureForm]
    deck: dict[str, CardForm]

    def written(self, *route: str) -> Any:
        """The value as it stands in the file, right or wrong; None where there is none."""
        value = self.document.data
        for key in route:
            value = value.get(key) if isinstance(value, dict) else None
        return value

    def keys(self, part: str) -> tuple[str, ...]:
        """Keys as written, also of entries that are faulty."""
        entries = self.written(part)
        return tuple(key for key in entries if re.match(KEY_PATTERN, key)) if isinstance(entries, dict) else ()

    @property
    def lengths(self) -> tuple[int, ...]:
        """As written, if they are whole numbers in range."""
        lengths = self.written("lengths")
        if not isinstance(lengths, list) or not all(type(item) is int and 2 <= item <= 12 for item in lengths):
            return ()
        return tuple(lengths)


def draft(document: Document, problems: Problems) -> Draft:
    form = checked(ScenarioForm, document, problems)
    if form is not None:
        measures = {name: offer for name, offer in form.measures if offer is not None}
        return Draft(document, form, form.departments, form.services, form.orders, form.incidents, measures, form.deck)
    data = document.data if isinstance(document.data, dict) else {}
    return Draft(
        document,
        None,
        holding(DepartmentForm, data.get("departments")),
        holding(ServiceForm, data.get("services")),
        holding(OrderForm, data.get("orders")),
        holding(IncidentForm, data.get("incidents")),
        holding(MeasureForm, data.get("measures")),
        holding(CardForm, data.get("deck")),
    )


def holding(form: type[AnyForm], entries: object) -> dict[str, AnyForm]:
    """The entries that are right in themselves."""
    right = {}
    for key, entry in entries.items() if isinstance(entries, dict) else ():
        try:
            right[key] = form.model_validate(entry)
        except ValidationError:
            continue
    return right


def checked(form: type[AnyForm], document: Document, problems: Problems) -> AnyForm | None:
    """The data as that form, or None with a fault for each field that does not fit."""
    try:
        return form.model_validate(document.data)
    except ValidationError as error:
        by_route: dict[Route, list[Mapping[str, Any]]] = {}
        for item in error.errors(include_url=False):
            by_route.setdefault(route_of(item, document), []).append(item)
    for route, items in by_route.items():
        report(form, route, items, document, problems)
    return None


def route_of(item: Mapping[str, Any], document: Document) -> Route:
    """The path in the data: without the marks that the checker adds for branches of a choice."""
    route: Route = ()
    data = document.data
    for part in item["loc"]:
        if isinstance(data, dict) and part in data:
            route, data = (*route, str(part)), data[part]
        elif isinstance(data, list) and isinstance(part, int):
            route, data = (*route, part), data[part]
        elif item["type"] == "missing":
            return (*route, str(part))
    return route


def report(
    form: type[Form], route: Route, items: list[Mapping[str, Any]], document: Document, problems: Problems
) -> None:
    item = items[0]
    # more than one means that no branch of a choice fitted
    code = CODES.get(item["type"], "wrong_type") if len(items) == 1 else "wrong_choice"
    if route == ("schema_version",) and code != "missing_field":
        code = "wrong_version"
    kind, limits = kind_at(form, route)
    found = "" if code == "missing_field" else shown_value(item["input"])
    if code == "unknown_field":
        parent, _ = kind_at(form, route[:-1])
        allowed = ", ".join(parent.written()) if is_form(parent) else ""
        problems.add(code, document.key_place(route), path=shown(route), found=route[-1], allowed=allowed)
    elif code == "wrong_key":
        allowed = KEYS.get(item["ctx"]["pattern"], "")
        problems.add(code, document.key_place(route), path=shown(route), found=route[-1], allowed=allowed)
    elif code == "wrong_count":
        found = f"{len(item['input'])}"
        problems.add(code, document.place(route), path=shown(route), found=found, allowed=span(limits))
    else:
        place = document.place(route)
        problems.add(code, place, path=shown(route), found=found, allowed=allowed_by(code, kind, limits))


def allowed_by(code: FaultCode, kind: Any, limits: list[Any]) -> str:
    if code == "out_of_range":
        return span(limits)
    if code in {"wrong_choice", "wrong_version"}:
        return ", ".join(choices(kind, limits))
    return TYPES.get(get_origin(kind) or kind, "mapping")


def choices(kind: Any, limits: list[Any]) -> list[str]:
    if get_origin(kind) is Literal:
        return [str(choice) for choice in get_args(kind)]
    if get_origin(kind) in {Union, UnionType}:
        return [choice for branch in get_args(kind) for choice in choices(*plain(branch))]
    return [span(limits)] if kind is int else []


def span(limits: list[Any]) -> str:
    """Least and most, as far as there are such: "1–12"."""
    least, most = limit_of(limits, "ge", "min_length"), limit_of(limits, "le", "max_length")
    return least if least == most else f"{least}–{most}"


def limit_of(limits: list[Any], *names: str) -> str:
    values = (getattr(limit, name, None) for limit in limits for name in names)
    return next((str(value) for value in values if value is not None), "")


def is_form(kind: Any) -> TypeGuard[type[Form]]:
    return isinstance(kind, type) and issubclass(kind, Form)


def kind_at(form: Any, route: Route) -> tuple[Any, list[Any]]:
    """What the form wants at a path: its type, and the limits on it; None where it knows nothing of the path."""
    kind, limits = plain(form)
    for part in route:
        origin = get_origin(kind)
        if is_form(kind):
            field = kind.written().get(str(part))
            kind, limits = plain(field.annotation, field.metadata) if field else (None, [])
        elif origin is list:
            kind, limits = plain(get_args(kind)[0])
        elif origin is dict:
            kind, limits = plain(get_args(kind)[1])
        else:
            return None, []
    return kind, limits


def plain(kind: Any, limits: list[Any] | None = None) -> tuple[Any, list[Any]]:
    """A type without its wrappings; being left out is no choice."""
    found = list(limits or [])
    while True:
        if get_origin(kind) is Annotated:
            kind, *more = get_args(kind)
            for item in more:
                found += item.metadata if isinstance(item, FieldInfo) else [item]
        elif get_origin(kind) in {Union, UnionType} and NoneType in get_args(kind):
            left = [branch for branch in get_args(kind) if branch is not NoneType]
            kind = left[0] if len(left) == 1 else Union[tuple(left)]  # noqa: UP007 - made from a list
        else:
            return kind, found
