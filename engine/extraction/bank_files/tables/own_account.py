"""The column of the own account among columns of accounts."""

from collections.abc import Sequence

from engine.extraction.bank_files.tables.facts import Facts
from engine.extraction.bank_files.tables.grid import Record
from engine.extraction.bank_files.tables.profile import Profile
from engine.extraction.bank_files.tables.roles import Roles


def own_account(
    roles: Roles, profiles: Sequence[Profile], rows: Sequence[Record], stated: Facts
) -> Roles:
    """One column of the own account: of several the one that has numbers, the longest one.

    None is one where ``stated``, what stands above the table, names another account, or where
    numbers that differ stand beside the names of the other side.
    """
    told = [_bare(text) for text in (stated.account, stated.iban) if text]
    roles = [
        "other"
        if role == "account"
        and (
            (told and not _has_any(told, index, rows))
            or (profiles[index].distinct > 1 and roles[index - 1 : index] == ["counterparty"])
        )
        else role
        for index, role in enumerate(roles)
    ]
    found = [index for index, role in enumerate(roles) if role == "account"]
    if len(found) < 2:
        return roles
    chosen = max(found, key=lambda i: (profiles[i].account > 0.5, profiles[i].longest, -i))
    return ["other" if r == "account" and i != chosen else r for i, r in enumerate(roles)]


def _has_any(told: Sequence[str], index: int, rows: Sequence[Record]) -> bool:
    """Whether a column has one of the numbers, whole or as the end of a longer one."""
    cells = {_bare(row[index]) for row in rows if index < len(row)}
    return any(
        cell and number and (cell.endswith(number) or number.endswith(cell))
        for cell in cells
        for number in told
    )


def _bare(number: str) -> str:
    return "".join(sign for sign in number.upper() if sign.isalnum())
