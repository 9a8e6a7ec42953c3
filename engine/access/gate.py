"""The gate before everything that the engine can have done: who lacks the permission stays out."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from engine.access.person import NOBODY, current_person
from engine.access.roles import WHAT, Permission
from engine.errors import NotAllowedError, SignInNeededError

P = ParamSpec("P")
T = TypeVar("T")


def require(permission: Permission) -> None:
    """Let only those go on who have the permission.

    Raises:
        SignInNeededError: nobody signed in.
        NotAllowedError: none of the person's roles has the permission.
    """
    person = current_person()
    if person.may(permission):
        return
    if person == NOBODY:
        raise SignInNeededError
    raise NotAllowedError(WHAT[permission], sorted(person.roles))


def needs(permission: Permission) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Make a function one that only those may call who have the permission."""

    def guard(function: Callable[P, T]) -> Callable[P, T]:
        @wraps(function)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> T:
            require(permission)
            return function(*args, **kwargs)

        guarded.__dict__["needs"] = permission
        return guarded

    return guard
