"""The vault: a BSN is kept encrypted, bound to its row, beside a keyed index to find it by.

AES-256-GCM with the row's id as associated data, so that a number copied to another row does not open
there; HMAC-SHA256 as index, so that equal numbers are found without opening any.
"""

import hashlib
import hmac
import os
from functools import lru_cache
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

_NONCE = 12  # bytes, as NIST SP 800-38D advises for GCM


def seal_bsn(bsn: str, persoon_id: UUID) -> bytes:
    """Nonce followed by the sealed BSN of this person."""
    nonce = os.urandom(_NONCE)
    return nonce + _cipher().encrypt(nonce, bsn.encode(), persoon_id.bytes)


def open_bsn(sealed: bytes | memoryview, persoon_id: UUID) -> str:
    """The BSN; raises cryptography's InvalidTag if it was altered or belongs to another row."""
    sealed = bytes(sealed)
    return _cipher().decrypt(sealed[:_NONCE], sealed[_NONCE:], persoon_id.bytes).decode()


def index_bsn(bsn: str) -> str:
    """The keyed index of a BSN: 64 hex digits."""
    return hmac.new(bytes.fromhex(settings.BSN_INDEX_SLEUTEL), bsn.encode(), hashlib.sha256).hexdigest()


def _cipher() -> AESGCM:
    return _cipher_of(settings.BSN_SLEUTEL)


@lru_cache(maxsize=2)
def _cipher_of(sleutel: str) -> AESGCM:
    """Made once: a chunk of messages seals hundreds of contents with the same key."""
    return AESGCM(bytes.fromhex(sleutel))


def seal_text(text: str, waarvoor: str) -> str:
    """A short secret of the program (not of a person), bound to what it is for."""
    nonce = os.urandom(_NONCE)
    return (nonce + _cipher().encrypt(nonce, text.encode(), waarvoor.encode())).hex()


def open_text(sealed: str, waarvoor: str) -> str:
    """The secret; raises InvalidTag if it was altered or meant for something else."""
    raw = bytes.fromhex(sealed)
    return _cipher().decrypt(raw[:_NONCE], raw[_NONCE:], waarvoor.encode()).decode()


def seal_bytes(content: bytes, waarvoor: UUID) -> bytes:
    """Nonce followed by the sealed content of this row."""
    nonce = os.urandom(_NONCE)
    return nonce + _cipher().encrypt(nonce, content, waarvoor.bytes)


def open_bytes(sealed: bytes | memoryview, waarvoor: UUID) -> bytes:
    """The content; raises InvalidTag if it was altered or belongs to another row."""
    sealed = bytes(sealed)
    return _cipher().decrypt(sealed[:_NONCE], sealed[_NONCE:], waarvoor.bytes)
