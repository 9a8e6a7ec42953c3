"""What each column holds: by its name where its cells agree, by its cells where they do not."""

from collections.abc import Sequence
from typing import Final

from engine.extraction.bank_files.tables.profile import Profile
from engine.extraction.bank_files.tables.vocabulary import head_role
from engine.extraction.phrases import plain
from engine.records import ColumnRole

Roles = list[ColumnRole | None]

MONEY: Final = frozenset({"amount", "debit", "credit", "balance", "fee"})
_TEXTS: Final = frozenset({"description", "counterparty", "reference", "kind", "status"})
_BOOKED: Final = (
    "book", "buch", "complet", "bokf", "bogf", "ksieg", "comptab", "contab", "finish", "zauct",
    "kirjaus", "operac",
)  # fmt: skip
_BOUGHT: Final = ("beleg", "kauf", "purchase")
_VALUED: Final = ("val", "wert", "rente", "interest", "settle", "effective")
_FOREIGN: Final = (
    "foreign", "fremd", "origin", "urspr", "local", "source", "target", "devise", "oorspr", "instr",
)  # fmt: skip
_MOST: Final = 0.8
_MANY: Final = 10
"""Rows of which not all would have the same words if these described them."""


def roles_by_name(heads: Sequence[str], profiles: Sequence[Profile]) -> Roles:
    """Roles that the names promise and the cells keep; None where either is missing.

    Several columns may have one role still.
    """
    return [
        _kept(head_role(head) if head else None, profile)
        for head, profile in zip(heads, profiles, strict=True)
    ]


def _kept(role: ColumnRole | None, profile: Profile) -> ColumnRole | None:
    if role is None or role == "other":
        return role
    if not profile.count:
        return role if role in {"debit", "credit", *_TEXTS} else "other"
    if role in {"date", "value_date"}:
        return role if profile.date + profile.compact >= _MOST else _by_cells(profile)
    if role in MONEY:
        if profile.amounts >= _MOST:
            return role
        return "indicator" if profile.direction >= _MOST else _by_cells(profile)
    return _kept_word(role, profile)


def _kept_word(role: ColumnRole, profile: Profile) -> ColumnRole | None:
    if profile.money >= 0.9 or (role == "account" and profile.currency >= _MOST):
        return _by_cells(profile)
    if role == "counterparty" and profile.account >= _MOST:
        return "other"
    if role == "currency":
        return role if profile.currency >= _MOST else _by_cells(profile)
    if role == "indicator":
        return role if profile.direction >= _MOST else "kind"
    if role == "status" and profile.state == 0:
        return "other"
    if role == "account":
        is_own = profile.filled >= 0.9 and profile.distinct <= max(1, profile.count // 4)
        return "account" if is_own else "other"
    if role in _TEXTS and profile.date >= 0.9:
        return None
    return role


def _by_cells(profile: Profile) -> ColumnRole | None:
    return "currency" if profile.currency >= _MOST else None


def fill_by_cells(roles: Roles, profiles: Sequence[Profile], heads: Sequence[str]) -> Roles:
    """Roles for columns without a known name: days, currencies, words; money is decided later."""
    filled = list(roles)
    has_heads = any(heads)
    for index, profile in enumerate(profiles):
        if filled[index] is not None or not profile.count:
            continue
        if profile.date >= 0.9 or (profile.compact >= 0.9 and "date" not in filled):
            filled[index] = "value_date" if "date" in filled else "date"
        elif profile.currency >= 0.9:
            filled[index] = "other" if "currency" in filled else "currency"
        elif profile.direction >= 0.95 and profile.distinct <= 4 and profile.filled >= 0.9:
            filled[index] = "kind"
        elif not has_heads and "account" not in filled and _is_account(profile):
            filled[index] = "account"
    if "currency" not in filled:
        _promote_currency(filled, profiles, heads)
    if "date" not in filled:
        _promote_date(filled, profiles, heads)
    words = {"description", "counterparty"}
    for index, profile in enumerate(profiles):
        is_same = bool(heads[index]) and profile.distinct == 1 and profile.count >= _MANY
        if filled[index] is None and profile.text >= 0.3 and profile.longest > 3 and not is_same:
            filled[index] = "description"
    if not words.intersection(role for role in filled if role):
        _words_of_last_resort(filled, profiles)
    return filled


def _is_account(profile: Profile) -> bool:
    is_long = profile.account >= 0.9 and profile.longest >= 7
    return is_long and profile.distinct == 1 and profile.filled >= 0.9


def _promote_currency(filled: Roles, profiles: Sequence[Profile], heads: Sequence[str]) -> None:
    """A column of one currency in all rows is the account's, unless its name says otherwise."""
    for index, profile in enumerate(profiles):
        is_one = profile.currency >= 0.95 and profile.filled >= 0.9 and profile.distinct == 1
        foreign = any(sign in plain(heads[index]) for sign in _FOREIGN)
        if is_one and not foreign and filled[index] in {None, "other"}:
            filled[index] = "currency"
            return


def _promote_date(filled: Roles, profiles: Sequence[Profile], heads: Sequence[str]) -> None:
    values = [index for index, role in enumerate(filled) if role == "value_date"]
    if values:
        filled[min(values, key=lambda i: (_booked_rank(heads[i]), i))] = "date"
        return
    days = [i for i, p in enumerate(profiles) if p.date + p.compact >= _MOST and filled[i] is None]
    if days:
        filled[days[0]] = "date"


def _booked_rank(head: str) -> int:
    """0 for a name that speaks of booking, 3 of buying, 2 of value or interest, 1 for any other."""
    name = plain(head)
    if any(sign in name for sign in _BOUGHT):
        return 3
    if any(sign in name for sign in _VALUED):
        return 2
    return 0 if any(sign in name for sign in (*_BOOKED, "post")) else 1


def _words_of_last_resort(filled: Roles, profiles: Sequence[Profile]) -> None:
    """Without a column of words the kind of movement or a reference describes it."""
    for role in ("kind", "reference", "other"):
        found = [
            i
            for i, r in enumerate(filled)
            if r == role and profiles[i].text >= 0.5 and r is not None
        ]
        if found:
            filled[max(found, key=lambda i: profiles[i].longest)] = "description"
            return


def single_dates(roles: Roles, heads: Sequence[str], profiles: Sequence[Profile]) -> Roles:
    """One column of days, and one of value days at most; of several the booked one comes first."""
    result = list(roles)
    days = [i for i, role in enumerate(result) if role == "date"]
    if len(days) > 1:
        chosen = min(
            days,
            key=lambda i: (
                profiles[i].filled < 0.9,
                not any(sign in plain(heads[i]) for sign in _BOOKED),
                i,
            ),
        )
        for index in days:
            if index != chosen:
                result[index] = "value_date"
    days = [i for i, role in enumerate(result) if role == "date"]
    values = [i for i, role in enumerate(result) if role == "value_date"]
    if days and values and profiles[days[0]].filled < 0.5 <= profiles[values[0]].filled:
        result[days[0]], result[values[0]] = "value_date", "date"
        values = [i for i, role in enumerate(result) if role == "value_date"]
    for index in values[1:]:
        result[index] = "other"
    return result
