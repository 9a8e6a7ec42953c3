"""Which roles somebody has, by what a sign-in says of them: address, domain of it, groups.

The rules are one line of text: ``ana@firm.example=reviewer+analyst; @firm.example=viewer;
group:finance=analyst``. Everything that fits adds its roles.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from engine.access.person import NOBODY, Person
from engine.access.roles import Role
from engine.errors import InvalidInputError

_GROUP: Final = "group:"
_NAME: Final = re.compile(r"[^\s=;]+(?: [^\s=;]+)*")


@dataclass(frozen=True, slots=True)
class Membership:
    """Who has which roles; names are compared without regard to case."""

    rules: tuple[tuple[str, frozenset[Role]], ...] = ()

    def names(self) -> tuple[str, ...]:
        """The people that rules name, but for whole domains and groups; by name."""
        subjects = {subject for subject, _ in self.rules}
        return tuple(sorted(s for s in subjects if not s.startswith(("@", _GROUP))))

    def person(self, name: str | None, groups: Iterable[str] = ()) -> Person:
        """The person that a sign-in names; without roles when no rule fits."""
        who = (name or "").strip().casefold()
        if not who:
            return NOBODY
        fitting = {f"{_GROUP}{group.strip().casefold()}" for group in groups}
        if not who.startswith(_GROUP):  # nobody becomes a group by their name
            fitting |= {who, f"@{who.rpartition('@')[2]}" if "@" in who else who}
        roles = (given for subject, given in self.rules if subject in fitting)
        return Person(who, frozenset().union(*roles))


def read_membership(text: str) -> Membership:
    """The rules that a setting holds.

    Raises:
        InvalidInputError: a part is not ``somebody=role``, or there is no such role.
    """
    rules = []
    for part in filter(None, (part.strip() for part in text.split(";"))):
        subject, _, roles = (piece.strip() for piece in part.rpartition("="))
        if not roles or subject == _GROUP or not _NAME.fullmatch(subject):
            raise InvalidInputError(f"“{part}” is not of the form somebody=role.")
        try:
            given = frozenset(Role(role.strip().lower()) for role in roles.split("+"))
        except ValueError:
            raise InvalidInputError(
                f"“{roles}” is no role.", f"Roles are {', '.join(Role)}; join several by +."
            ) from None
        rules.append((subject.casefold(), given))
    return Membership(tuple(rules))
