"""What a seat alone may read back: kept under its token, which the host is told when they come and never stores."""

from __future__ import annotations

import hashlib
from base64 import urlsafe_b64encode

ONES_OWN = urlsafe_b64encode(bytes(32))
"""For a session on a laptop of one's own: there is nobody to keep it from."""


def secret_of(token: str) -> bytes:
    """Not what the store keeps of a token: nobody who reads the store can open what was sealed by it."""
    return urlsafe_b64encode(hashlib.sha256(f"sealed:{token}".encode()).digest())


def seal(secret: bytes, plain: bytes) -> bytes:
    # loaded where it is needed: who plays alone waits for it only when there is something to seal
    from cryptography.fernet import Fernet

    return Fernet(secret).encrypt_at_time(plain, 0)


def opened(secret: bytes, sealed: bytes) -> bytes | None:
    """None for who has another token."""
    from cryptography.fernet import Fernet, InvalidToken

    try:
        return Fernet(secret).decrypt(sealed)
    except InvalidToken:
        return None
