"""The code of a class: six characters that only its own certificate yields, slow to try out."""

from __future__ import annotations

import hashlib
from functools import lru_cache

ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""Nothing that looks like something else: no 0, O, 1, I, L."""
LENGTH = 6
SALT = b"sandgame join code 1"


def fingerprint_of(certificate: bytes) -> bytes:
    """Of a certificate in DER."""
    return hashlib.sha256(certificate).digest()


@lru_cache(256)
def code_of(fingerprint: bytes) -> str:
    """About 50 ms: whoever wants a certificate for a code that is shown must try hundreds of millions."""
    drawn = int.from_bytes(hashlib.scrypt(fingerprint, salt=SALT, n=2**14, r=8, p=1, maxmem=2**26, dklen=16))
    letters = []
    for _ in range(LENGTH):
        drawn, place = divmod(drawn, len(ALPHABET))
        letters.append(ALPHABET[place])
    return "".join(letters)


def read_code(typed: str) -> str | None:
    """A code as people type it, or None: small letters and blanks do not matter."""
    code = "".join(typed.split()).upper()
    return code if len(code) == LENGTH and set(code) <= set(ALPHABET) else None
