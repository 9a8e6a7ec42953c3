"""Who acts: the person or program on whose behalf the engine is called right now.

A request of the API carries its person in a context variable, which threads started for it
inherit. A screen's callbacks share no such context, so the app registers a function that finds
the person of the running session.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Final

from engine.access.roles import PERMISSIONS, Permission, Role


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody, and what they are here.

    Attributes:
        name: e-mail address, user name or name of a token; None for the local person, who goes by
            the name in the settings.
        roles: none means that they may do nothing.
    """

    name: str | None
    roles: frozenset[Role] = field(default_factory=frozenset)

    def may(self, permission: Permission) -> bool:
        """Whether one of their roles has the permission."""
        return any(permission in PERMISSIONS[role] for role in self.roles)


LOCAL: Final = Person(None, frozenset({Role.ADMIN}))
"""The one person of an installation that nobody signs in to, and the engine's own programs."""

NOBODY: Final = Person("")
"""Who has not signed in."""

FindPerson = Callable[[], Person]

_acting: ContextVar[Person | None] = ContextVar("acting", default=None)
_finders: list[FindPerson] = []
_session_namers: list[Callable[[], str | None]] = []


@contextmanager
def acting(person: Person) -> Iterator[None]:
    """Everything inside is done by ``person``."""
    token = _acting.set(person)
    try:
        yield
    finally:
        _acting.reset(token)


def find_sessions_by(find: FindPerson) -> None:
    """Let ``find`` name who acts outside of a request, which is the person of a screen."""
    _finders[:] = [find]


def current_person() -> Person:
    """Who acts now."""
    person = _acting.get()
    if person is not None:
        return person
    return _finders[0]() if _finders else LOCAL


def name_sessions_by(name: Callable[[], str | None]) -> None:
    """Let ``name`` tell the running session of a screen from others; None outside of any."""
    _session_namers[:] = [name]


def current_session() -> str | None:
    """The session of a screen that runs right now; None for programs and requests."""
    if _acting.get() is not None or not _session_namers:
        return None
    return _session_namers[0]()
