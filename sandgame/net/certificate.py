"""The certificate of a session: made by the host itself, with a new key, and kept beside the data for a restart."""

from __future__ import annotations

import os
import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from sandgame.net.code import fingerprint_of

# clocks of laptops differ, and nobody looks at the dates: what counts is the code
VALID = timedelta(days=3650)


def make_certificate() -> bytes:
    """Certificate and key, PEM."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "sandgame")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - VALID)
        .not_valid_after(now + VALID)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return private + certificate.public_bytes(serialization.Encoding.PEM)


def kept_certificate(path: Path) -> Path:
    """The file with certificate and key, for its owner's eyes only; made if it is not there."""
    if not path.exists():
        half = path.with_suffix(".new")
        half.unlink(missing_ok=True)
        with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(make_certificate())
        half.replace(path)
    return path


def fingerprint_in(path: Path) -> bytes:
    certificate = x509.load_pem_x509_certificate(path.read_bytes())
    return fingerprint_of(certificate.public_bytes(serialization.Encoding.DER))


def server_context(path: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    # nobody takes a session up again: a laptop that comes back shows what it holds to its seat
    context.num_tickets = 0
    context.load_cert_chain(path)
    return context


def client_context() -> ssl.SSLContext:
    """Takes any certificate: whether it is the right one is looked at before a word is said."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context
