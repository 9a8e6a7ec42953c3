"""API tokens: made, and recognised by a hash, so that a copy of the database opens no door.

A token is ``mb_<id>_<secret>``. The secret has 256 random bits, so a plain SHA-256 of it cannot be
guessed back; slow password hashes defend short secrets that people choose.
"""

import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass
from typing import Final

_SHAPE: Final = re.compile(r"mb_([0-9a-f]{12})_([0-9A-Za-z_-]{43})")


@dataclass(frozen=True, slots=True)
class NewToken:
    """``text`` is shown once; ``token_id`` and ``secret_hash`` are what is kept."""

    token_id: str
    text: str
    secret_hash: str

    def __repr__(self) -> str:
        return f"NewToken({self.token_id!r})"


def make_token() -> NewToken:
    """A token that nobody has seen yet."""
    token_id, secret = secrets.token_hex(6), secrets.token_urlsafe(32)
    return NewToken(token_id, f"mb_{token_id}_{secret}", _hash(secret))


def token_id_of(text: str) -> str | None:
    """The id in a token's text, or None when it does not look like a token."""
    found = _SHAPE.fullmatch(text)
    return found[1] if found else None


def is_token(text: str, secret_hash: str) -> bool:
    """Whether a token's text belongs to the hash that is kept; takes the same time either way."""
    found = _SHAPE.fullmatch(text)
    return found is not None and hmac.compare_digest(_hash(found[2]), secret_hash)


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode("ascii")).hexdigest()
