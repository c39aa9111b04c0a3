"""Packed files (Word, Excel) with one date in all their entries: the same content gives the same bytes."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

DATE = (1980, 1, 1, 0, 0, 0)
QUICK = 1
PACKED_ALREADY = ".png"


def steady(packed: bytes) -> bytes:
    """A file that another wrote, with our date."""
    with ZipFile(BytesIO(packed)) as found:
        return packed_up({entry.filename: found.read(entry) for entry in found.infolist()})


def packed_up(parts: Mapping[str, bytes]) -> bytes:
    """In the order of the parts."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED, compresslevel=QUICK) as kept:
        for name, content in parts.items():
            how = ZIP_STORED if name.endswith(PACKED_ALREADY) else ZIP_DEFLATED
            kept.writestr(ZipInfo(name, DATE), content, how, QUICK)
    return made.getvalue()
