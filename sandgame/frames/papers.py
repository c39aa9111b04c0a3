"""What a report can be: its formats, and the parts of its papers. Light, for the command line is built with it."""

from __future__ import annotations

from typing import Literal, get_args

Format = Literal["pdf", "docx", "xlsx", "json"]
Part = Literal["session", "tables", "departments"]
FORMATS: tuple[Format, ...] = get_args(Format)
PARTS: tuple[Part, ...] = get_args(Part)
"""Of the papers; workbook and JSON hold the whole session."""
