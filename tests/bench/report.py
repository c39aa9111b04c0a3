"""What reports cost: a table's PDF, and the whole package of a class of eight tables in all forms and languages."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path

from sandgame.report.material import Branding, Wishes
from sandgame.report.pdf import pdf
from sandgame.report.session import Library
from sandgame.report.writing import write
from tests.bench.figure import put, runs, seconds
from tests.kit.reports import class_of

CASE, TABLES = "factory", 8


def table_pdf() -> bytes:
    session = class_of(CASE, TABLES)
    return pdf(Library(session, Branding(), "zh").table(session.tables[0]))


def package(wishes: Wishes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write(class_of(CASE, TABLES), Path(folder), wishes)


def main() -> None:
    times = runs(3)
    put("report.table_pdf", seconds(table_pdf, times), "s", "2 or less")
    put("report.class_zh", seconds(partial(package, Wishes(languages=("zh",))), times), "s", "20 or less")
    put("report.class_both", seconds(partial(package, Wishes()), times), "s", "20 or less")


if __name__ == "__main__":
    main()
