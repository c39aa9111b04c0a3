"""Lists of who comes, as facilitators have them, become names at tables."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from sandgame.report.roster import MAX_NAME, MAX_NAMES, Person, RosterError, RosterFault, read_pasted, read_roster


def test_a_pasted_list_is_a_name_a_line_and_empty_lines_do_not_count() -> None:
    assert read_pasted("甲\n\n  乙 \n丙") == (Person("甲"), Person("乙"), Person("丙"))


def test_names_in_a_row_as_they_are_written_in_chinese_are_taken_too() -> None:
    assert [person.name for person in read_pasted("甲、乙、丙")] == ["甲", "乙", "丙"]


@pytest.mark.parametrize("mark", ["\t", ",", ";", "，", "；"])
def test_rows_copied_from_a_sheet_say_table_and_department(mark: str) -> None:
    rows = f"A{mark}1{mark}Sales\nB{mark}第2桌{mark}生产"
    assert read_pasted(rows) == (Person("A", 1, "Sales"), Person("B", 2, "生产"))


@pytest.mark.parametrize("head", ["部门,姓名,桌号", "Department,Name,Table"])
def test_a_heading_says_which_column_is_which(head: str) -> None:
    assert read_pasted(f"{head}\n销售,甲,3") == (Person("甲", 3, "销售"),)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_file_is_read_in_the_encodings_that_sheets_write(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "list.csv"
    file.write_bytes("姓名,桌\n甲,1\n乙,2\n".encode(encoding))
    assert read_roster(file) == (Person("甲", 1), Person("乙", 2))


def test_a_workbook_is_read_from_its_first_sheet(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (("Name", "Table", "Department"), ("A", 1, "Sales"), (None, None, None), ("B", 2.0, None)):
        sheet.append(row)
    book.save(tmp_path / "list.xlsx")
    assert read_roster(tmp_path / "list.xlsx") == (Person("A", 1, "Sales"), Person("B", 2))


@pytest.mark.parametrize(
    ("text", "fault", "line"),
    [
        (" \n\n", RosterFault.EMPTY, 0),
        ("甲,1\n,2", RosterFault.NO_NAME, 2),
        ("甲,1\n乙,前排", RosterFault.TABLE, 2),
        ("甲,100", RosterFault.TABLE, 1),
        ("x" * (MAX_NAME + 1), RosterFault.NAME_TOO_LONG, 1),
        ("\n".join(["x"] * (MAX_NAMES + 1)), RosterFault.TOO_MANY, MAX_NAMES + 1),
    ],
)
def test_what_cannot_be_taken_is_named_with_its_line(text: str, fault: RosterFault, line: int) -> None:
    with pytest.raises(RosterError) as raised:
        read_pasted(text)
    assert (raised.value.fault, raised.value.line) == (fault, line)


@pytest.mark.parametrize("name", ["list.xlsx", "list.csv"])
def test_what_is_no_list_is_refused_and_not_guessed(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"\xff\xfe\x00\x01\x81")
    with pytest.raises(RosterError) as raised:
        read_roster(tmp_path / name)
    assert raised.value.fault is RosterFault.UNREADABLE


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(RosterError):
        read_roster(tmp_path / "none.csv")
