"""A class in this process behind a real socket with TLS, for laptops that come over the wire."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from sandgame.host.hall import Hall
from sandgame.net.address import Address
from sandgame.net.certificate import fingerprint_in, kept_certificate, server_context
from sandgame.net.server import port_of, serving
from tests.kit.classes import a_store, opened


@asynccontextmanager
async def hosted(folder: Path, tables: int = 2) -> AsyncIterator[tuple[Hall, Address, bytes]]:
    """The hall, where it is, and its fingerprint."""
    store = a_store(folder)
    pem = kept_certificate(folder / "class.pem")
    hall = opened(store, tables=tables)
    try:
        async with serving(hall.visit, 0, server_context(pem), "127.0.0.1") as server:
            yield hall, Address("127.0.0.1", port_of(server)), fingerprint_in(pem)
    finally:
        hall.close()
        store.close()
