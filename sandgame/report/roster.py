"""Who comes to a class: a pasted list, a CSV or an XLSX file -> names, with table and department if they are given."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Literal
from zipfile import BadZipFile

MAX_NAMES = 200
MAX_NAME = 40
MAX_BYTES = 2_000_000
Column = Literal["name", "table", "department"]
HEADERS: dict[str, Column] = {
    "name": "name",
    "姓名": "name",
    "名字": "name",
    "学员": "name",
    "table": "table",
    "桌": "table",
    "桌号": "table",
    "组": "table",
    "group": "table",
    "department": "department",
    "seat": "department",
    "role": "department",
    "部门": "department",
    "座位": "department",
    "角色": "department",
}


class RosterFault(StrEnum):
    """Why a list was not taken."""

    UNREADABLE = "unreadable"  # not a file of this kind, or not to be opened
    TOO_LARGE = "too_large"
    EMPTY = "empty"
    TOO_MANY = "too_many"
    NAME_TOO_LONG = "name_too_long"
    NO_NAME = "no_name"  # a line with a table or department and nobody in it
    TABLE = "table"  # no number where the table should stand


class RosterError(Exception):
    """`line` counts from 1 as in the file or the pasted text, 0 where it is about all of it."""

    def __init__(self, fault: RosterFault, line: int = 0, found: str = "") -> None:
        super().__init__(f"{fault.value}, line {line}: {found}")
        self.fault = fault
        self.line = line
        self.found = found


@dataclass(frozen=True, slots=True)
class Person:
    """`table` 0 and `department` empty where the list does not say. The department is as it was typed."""

    name: str
    table: int = 0
    department: str = ""


def read_roster(path: Path) -> tuple[Person, ...]:
    """A CSV (comma, semicolon or tab; UTF-8 or GB 18030) or the first sheet of an XLSX file. Raises RosterError."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise RosterError(RosterFault.TOO_LARGE)
        if path.suffix.lower() in {".xlsx", ".xlsm"}:
            return _people(_sheet(path))
        return read_pasted(_decoded(path.read_bytes()))
    except (OSError, UnicodeError, csv.Error) as error:
        raise RosterError(RosterFault.UNREADABLE, found=path.name) from error


def read_pasted(text: str) -> tuple[Person, ...]:
    """Names line by line, or rows as they are copied out of a sheet. Raises RosterError."""
    lines = text.splitlines()
    first = next((line for line in lines if line.strip()), "")
    mark = next((mark for mark in "\t;；,，、" if mark in first), None)
    if mark is None:
        return _people([line] for line in lines)
    if mark == "、":
        # names in a row, as people write them in Chinese
        return _people([name] for line in lines for name in line.split(mark))
    return _people(csv.reader(lines, delimiter=mark))


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030")


def _sheet(path: Path) -> list[list[str]]:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except (InvalidFileException, BadZipFile, KeyError, ValueError) as error:
        raise RosterError(RosterFault.UNREADABLE, found=path.name) from error
    try:
        rows = (
            book.worksheets[0].iter_rows(values_only=True, max_col=12, max_row=MAX_NAMES * 5) if book.worksheets else ()
        )
        return [[_cell(value) for value in row] for row in rows]
    finally:
        book.close()


def _cell(value: object) -> str:
    """A table's number is a float in many sheets."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def _people(rows: Iterable[Sequence[str]]) -> tuple[Person, ...]:
    columns: dict[Column, int] = {"name": 0, "table": 1, "department": 2}
    people: list[Person] = []
    headed = False
    for line, row in enumerate(rows, start=1):
        cells = [cell.strip() for cell in row]
        if not any(cells):
            continue
        if not people and not headed and (found := _header(cells)):
            columns, headed = found, True
            continue
        people.append(_person(cells, columns, line))
        if len(people) > MAX_NAMES:
            raise RosterError(RosterFault.TOO_MANY, line, str(MAX_NAMES))
    if not people:
        raise RosterError(RosterFault.EMPTY)
    return tuple(people)


def _header(cells: Sequence[str]) -> dict[Column, int]:
    """Where the columns are, if the first row says so."""
    found: dict[Column, int] = {}
    for place, cell in enumerate(cells):
        if (column := HEADERS.get(cell.casefold())) is not None:
            found.setdefault(column, place)
    return found if "name" in found else {}


def _person(cells: Sequence[str], columns: dict[Column, int], line: int) -> Person:
    def said(column: Column) -> str:
        place = columns.get(column, len(cells))
        return cells[place] if place < len(cells) else ""

    name, table = said("name"), said("table")
    if not name:
        raise RosterError(RosterFault.NO_NAME, line)
    if len(name) > MAX_NAME:
        raise RosterError(RosterFault.NAME_TOO_LONG, line, name)
    digits = "".join(letter for letter in table if letter.isdigit())
    if table and (not digits.isascii() or not digits or len(digits) > 2):
        raise RosterError(RosterFault.TABLE, line, table)
    return Person(name, int(digits or 0), said("department"))
