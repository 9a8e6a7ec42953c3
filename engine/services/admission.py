"""Who comes in: people by a sign-in or a proxy, programs by tokens, browsers by signed keys."""

import time
from collections.abc import Iterable, Mapping
from typing import Final

from engine.access import (
    LOCAL,
    NOBODY,
    NewToken,
    Person,
    Role,
    current_person,
    is_token,
    make_token,
    token_id_of,
)
from engine.errors import InvalidInputError, SignInNeededError
from engine.services.rooms import Rooms
from engine.store import StoredToken

_LONGEST_DAYS: Final = 3650
_NOTE_USE_SECONDS: Final = 60.0


class Admission(Rooms):
    """How somebody is recognised, and the tokens that let programs in."""

    def person_by_claims(self, name: str | None, groups: Iterable[str]) -> Person:
        """Who signed in under this name with these groups."""
        if self.settings.access == "none":
            return LOCAL
        return self._membership.person(name, groups)

    def person_by_headers(self, headers: Mapping[str, str]) -> Person:
        """Whom a request's headers name; nobody where people have to sign in on a screen."""
        if self.settings.access == "none":
            return LOCAL
        if self.settings.access == "oidc":
            return NOBODY
        groups = headers.get(self.settings.proxy_groups_header, "").split(",")
        return self._membership.person(headers.get(self.settings.proxy_user_header), groups)

    def person_by_token(self, text: str) -> Person:
        """Whose API token this is.

        Raises:
            SignInNeededError: it is no token of ours, was revoked, or has expired.
        """
        token_id = token_id_of(text)
        token = self.store.tokens.find(token_id) if token_id else None
        if token is None or not is_token(text, token.secret_hash):
            raise SignInNeededError("This API token is not known here.")
        if not token.is_good(self._clock()):
            raise SignInNeededError("This API token was revoked or has expired.")
        self._note_use(token.token_id)
        return Person(token.name, frozenset({Role(token.role)}))

    def key_for(self, subject: str) -> str:
        """A signed key with which the acting person's browser may fetch a subject for a while.

        Empty where the browser's requests say themselves who asks.
        """
        if self.settings.access != "oidc":
            return ""
        return self._links.key(subject, current_person())

    def person_by_key(self, key: str, subject: str) -> Person:
        """Whom a signed key was made for.

        Raises:
            SignInNeededError: it was changed, is too old, or is for something else.
        """
        return self._links.open(key, subject)

    def tokens(self) -> tuple[StoredToken, ...]:
        """All API tokens, the newest first."""
        return self.store.tokens.list()

    def create_token(
        self, name: str, role: Role, *, days: int, by: str | None = None
    ) -> tuple[NewToken, StoredToken]:
        """A new API token, shown this once, good for 1 to 3,650 days.

        Raises:
            InvalidInputError: it has no name, or would be good for too few or many days.
        """
        if not name.strip() or len(name) > 100:
            raise InvalidInputError("Give the token a name of up to 100 letters.")
        if not 1 <= days <= _LONGEST_DAYS:
            raise InvalidInputError(f"A token is good for 1 to {_LONGEST_DAYS:,} days.")
        who = self._name(by)
        token = make_token()
        stored = self.store.tokens.add(
            token.token_id, token.secret_hash, name=name.strip(), role=role, days=days, by=who
        )
        self.store.access_log.add("made token", token.token_id, by=who)
        return token, stored

    def revoke_token(self, token_id: str, *, by: str | None = None) -> None:
        """Let a token open nothing from now on.

        Raises:
            NotFoundError: there is none with this id in force.
        """
        self.store.tokens.revoke(token_id, by=self._name(by))
        self.store.access_log.add("revoked token", token_id, by=self._name(by))

    def note_export(self, subject: str, *, by: str | None = None) -> None:
        """Note that a table of this name was taken out."""
        self.store.access_log.add("exported", subject, by=self._name(by))

    def _note_use(self, token_id: str) -> None:
        now = time.monotonic()
        if now - self._token_uses.get(token_id, -_NOTE_USE_SECONDS) >= _NOTE_USE_SECONDS:
            self._token_uses[token_id] = now
            self.store.tokens.note_use(token_id)
