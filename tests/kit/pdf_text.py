"""What stands on the pages of a PDF of ours, run by run as it was set, and what the file says of itself."""

from __future__ import annotations

import re
import zlib
from codecs import decode
from collections.abc import Iterator
from typing import NamedTuple

_OBJECT = re.compile(rb"(?:^|\n)(\d+) 0 obj\s*(.*?)\s*endobj", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n(.*)endstream", re.DOTALL)
_RUN = re.compile(rb"/(f\d+) [\d.]+ Tf|\b[BE]T\b|\(")
_MARK = re.compile(rb"\\.|[()]", re.DOTALL)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_NAMED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_TEXT = re.compile(rb"/(?:Title|Author|Subject|Keywords|Creator|Producer|Alt|ActualText)\s*(?:<([0-9A-F]*)>|\()")


class Paper(NamedTuple):
    """`pages`: the runs of text on each. `about`: titles, bookmarks, alternative texts."""

    pages: tuple[tuple[str, ...], ...]
    about: tuple[str, ...]


def paper(made: bytes) -> Paper:
    objects = {int(number): body for number, body in _OBJECT.findall(made)}
    pages = [objects[number] for number in _kids(objects)]
    return Paper(tuple(tuple(_runs(objects, page)) for page in pages), tuple(_about(objects)))


def _kids(objects: dict[int, bytes]) -> Iterator[int]:
    """The pages in their order."""
    root = next(body for body in objects.values() if b"/Type/Pages" in body and b"/Parent" not in body)
    waiting = _refs(root, b"Kids")
    while waiting:
        number = waiting.pop(0)
        if b"/Type/Pages" in objects[number]:
            waiting = _refs(objects[number], b"Kids") + waiting
        else:
            yield number


def _refs(body: bytes, name: bytes) -> list[int]:
    found = re.search(rb"/" + name + rb"\s*\[([^\]]*)\]|/" + name + rb"\s+(\d+ 0 R)", body)
    return [int(number) for number in re.findall(rb"(\d+) 0 R", found[1] or found[2])] if found else []


def _stream(body: bytes) -> bytes:
    found = _STREAM.search(body)
    packed = found[1] if found else b""
    return zlib.decompressobj().decompress(packed) if b"/FlateDecode" in body else packed


def _runs(objects: dict[int, bytes], page: bytes) -> Iterator[str]:
    (resources,) = _refs(page, b"Resources")
    listed = re.search(rb"/Font\s*<<(.*?)>>", objects[resources])
    fonts = {}
    for name, number in re.findall(rb"/(f\d+) (\d+) 0 R", listed[1] if listed else b""):
        (letters,) = _refs(objects[int(number)], b"ToUnicode")
        fonts[name] = _letters(_stream(objects[letters]))
    (content,) = _refs(page, b"Contents")
    font, run, setting = b"", "", False
    drawn, at = _stream(objects[content]), 0
    while found := _RUN.search(drawn, at):
        at = found.end()
        if found[1]:
            font = found[1]
        elif found[0] == b"(":
            end = _closed(drawn, at)
            run, at = run + (_read(drawn[at : end - 1], fonts[font]) if setting else ""), end
        else:
            setting = found[0] == b"BT"
            if not setting:
                yield run
                run = ""


def _closed(drawn: bytes, at: int) -> int:
    """Behind the bracket that ends a text; pairs of them may stand inside."""
    open_ = 1
    for mark in _MARK.finditer(drawn, at):
        open_ += {b"(": 1, b")": -1}.get(mark[0], 0)
        if not open_:
            return mark.end()
    raise ValueError(drawn[at : at + 40])


def _letters(table: bytes) -> dict[int, str]:
    found = {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in _PAIR.findall(table)}
    for first, last, start in _SPAN.findall(table):
        found |= {int(first, 16) + at: chr(int(start, 16) + at) for at in range(int(last, 16) - int(first, 16) + 1)}
    return found


_PAIR = re.compile(rb"(?m)^<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>\s*$")
_SPAN = re.compile(rb"(?m)^<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>\s*$")


def _plain(escaped: bytes) -> bytes:
    def letter(found: re.Match[bytes]) -> bytes:
        if found[1].isdigit():
            return bytes((int(found[1], 8),))
        return _NAMED.get(found[1], found[1])

    return _ESCAPE.sub(letter, escaped)


def _read(escaped: bytes, letters: dict[int, str]) -> str:
    codes = _plain(escaped)
    return "".join(letters[codes[at] << 8 | codes[at + 1]] for at in range(0, len(codes), 2))


def _about(objects: dict[int, bytes]) -> Iterator[str]:
    for body in objects.values():
        if b"/Type/Metadata" in body:
            yield re.sub(r"<[^>]*>", " ", _stream(body).decode("utf-8"))
        elif b"stream" not in body:
            for found in _TEXT.finditer(body):
                hexed = found[1] is not None
                yield _spoken(
                    decode(found[1], "hex") if hexed else _plain(body[found.end() : _closed(body, found.end()) - 1])
                )


def _spoken(plain: bytes) -> str:
    return plain[2:].decode("utf-16-be") if plain.startswith(b"\xfe\xff") else plain.decode("latin-1")
