"""Signs of plain amounts told by the running balances: each balance rose or fell by the amount."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from engine.extraction.bank_files.ledger import Entry

_UNTOLD = "Nothing says whether this came in or went out."
_UNTOLD_CERTAINTY = 0.5
_SHARE = 0.95

Row = tuple[Decimal | None, Decimal | None]
"""An amount without its sign, and the balance after it."""


def explains(rows: Sequence[Row]) -> bool:
    """Whether the balances differ by the amounts, in one of the two orders of time."""
    return max(_share(rows, False), _share(rows, True)) >= _SHARE and len(rows) > 2


def _share(rows: Sequence[Row], newest_first: bool) -> float:
    told = [_sign(rows, index, newest_first) for index in range(len(rows))]
    return sum(sign != 0 for sign in told) / max(1, len(rows) - 1)


def _sign(rows: Sequence[Row], index: int, newest_first: bool) -> int:
    """1 or -1 where the balance before a row shows it, else 0."""
    before = index + 1 if newest_first else index - 1
    if not 0 <= before < len(rows):
        return 0
    amount, balance = rows[index]
    earlier = rows[before][1]
    if amount is None or balance is None or earlier is None:
        return 0
    moved = balance - earlier
    return (1 if moved > 0 else -1) if moved and abs(moved) == abs(amount) else 0


def signed(entries: Sequence[Entry], opening: Decimal | None) -> tuple[Entry, ...]:
    """``entries`` with the signs that the balances show; where they show none, a check says so."""
    rows: list[Row] = [(entry.amount, entry.balance) for entry in entries]
    newest_first = _share(rows, True) > _share(rows, False)
    result = []
    for index, entry in enumerate(entries):
        sign = _sign(rows, index, newest_first)
        is_first = index == (len(rows) - 1 if newest_first else 0)
        if not sign and is_first and opening is not None:
            sign = _sign([(None, opening), rows[index]], 1, False)
        result.append(_with_sign(entry, sign))
    return tuple(result)


def _with_sign(entry: Entry, sign: int) -> Entry:
    if entry.amount is None:
        return entry
    if not sign:
        return replace(
            entry,
            checks=(*entry.checks, _UNTOLD),
            certainty=min(entry.certainty, _UNTOLD_CERTAINTY),
        )
    return replace(entry, amount=sign * abs(entry.amount), note="The sign is the balance's.")
