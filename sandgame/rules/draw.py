"""All that chance decides: a keyed hash, the same on every platform (docs/rules, Seeds)."""

from __future__ import annotations

from hashlib import sha256


def draw(key: str) -> int:
    """The first 8 hexadecimal digits of the SHA-256 of the ASCII text `key`, as a number; take it mod n."""
    return int(sha256(key.encode("ascii")).hexdigest()[:8], 16)
