"""Signed, expiring keys for what a browser fetches by itself: page images, files, uploads.

A key is bound to one subject (a document's id, or the upload box) and to one person with their
roles of that moment. Whoever holds it acts as that person for this subject until it expires.
"""

from collections.abc import Sequence
from typing import Final, cast

from itsdangerous import BadSignature, URLSafeTimedSerializer

from engine.access.person import Person
from engine.access.roles import Role
from engine.errors import SignInNeededError

_SALT: Final = "matchbook link"


class Links:
    """Makes keys and opens them.

    Args:
        secret: of this installation; keys made with another are not good.
        max_age_seconds: how long a key is good.
    """

    def __init__(self, secret: str, max_age_seconds: int) -> None:
        self._signer = URLSafeTimedSerializer(secret, salt=_SALT)
        self._max_age = max_age_seconds

    def key(self, subject: str, person: Person) -> str:
        """A key with which ``person`` may fetch ``subject``."""
        return self._signer.dumps([subject, person.name, sorted(person.roles)])

    def open(self, key: str, subject: str) -> Person:
        """Whom the key was made for.

        Raises:
            SignInNeededError: it was changed, is too old, or is for something else.
        """
        try:
            bound, name, roles = cast(
                tuple[str, str | None, Sequence[str]],
                self._signer.loads(key, max_age=self._max_age),
            )
        except (BadSignature, ValueError):
            raise SignInNeededError("This link has expired or is not whole.") from None
        if bound != subject:
            raise SignInNeededError("This link is for something else.")
        return Person(name, frozenset(Role(role) for role in roles))
