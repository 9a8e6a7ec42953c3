"""Finds lines of statements that another statement of the same account repeats.

Two equal lines inside one statement are two payments. Nothing is dropped here: the lines found are
only named.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from rapidfuzz import fuzz

from engine.matching.inputs import BankLine
from engine.matching.normalise import compact, words
from engine.records.reconciliation import Duplicate

_SHORTEST_ACCOUNT = 6
_SAME_STATEMENT = 0.5  # of the lines of the days that both statements cover
_SURELY_SAME = 0.9
_ENOUGH_LINES = 3
_ALIKE_TEXT = 60


class FiledLine(NamedTuple):
    """A bank line, the balance printed after it, and the statement that it came in."""

    line: BankLine
    balance: Decimal | None
    file: str
    title: str


def repeated_lines(lines: Sequence[FiledLine]) -> tuple[Duplicate, ...]:
    """Lines that a later statement of the same account repeats, in the order of the statements."""
    names = _account_names(f.line.account_number for f in lines)
    statements: dict[tuple[str, str], dict[str, list[FiledLine]]] = defaultdict(dict)
    for filed in lines:
        if filed.line.date and filed.line.amount is not None:
            account = names[compact(filed.line.account_number or "")]
            of_account = statements[account, filed.line.currency or ""]
            of_account.setdefault(filed.file, []).append(filed)
    copies: dict[str, list[tuple[FiledLine, float, str]]] = defaultdict(list)
    kept_lines: dict[str, FiledLine] = {}
    for files in statements.values():
        taken: set[str] = set()
        earlier: list[list[FiledLine]] = []
        for statement in files.values():
            rest = statement
            for known in earlier:
                pairs = list(_pairs(known, rest))
                for kept, copy, sure, why in pairs:
                    copies[kept.line.transaction_id].append((copy, sure, why))
                    kept_lines[kept.line.transaction_id] = kept
                    taken.add(copy.line.transaction_id)
                rest = [f for f in rest if f.line.transaction_id not in taken]
            earlier.append(rest)
    return tuple(
        Duplicate(
            kind="bank_line",
            kept_id=key,
            other_ids=tuple(copy.line.transaction_id for copy, _, _ in found),
            confidence=min(sure for _, sure, _ in found),
            evidence=f"{found[0][2]} are those of a line in {kept_lines[key].title}",
        )
        for key, found in copies.items()
    )


def _account_names(accounts: Iterable[str | None]) -> dict[str, str]:
    """Every way of writing an account to its longest: a number stands within its IBAN."""
    known = sorted({compact(a or "") for a in accounts}, key=lambda a: (-len(a), a))
    names: dict[str, str] = {}
    for account in known:
        longer = [a for a in names if len(account) >= _SHORTEST_ACCOUNT and account in a]
        names[account] = names[longer[0]] if len(longer) == 1 else account
    return names


def _pairs(
    known: Sequence[FiledLine], later: Sequence[FiledLine]
) -> Iterator[tuple[FiledLine, FiledLine, float, str]]:
    """Lines of two statements that are one, each used once, how surely, and by what."""
    overlap = _overlap(known, later)
    if overlap is None:
        return
    first, last = overlap
    inside = [[f for f in side if first <= _day(f) <= last] for side in (known, later)]
    counts = [Counter((_day(f), f.line.amount) for f in side) for side in inside]
    shared = sum((counts[0] & counts[1]).values())
    least = min(len(inside[0]), len(inside[1]))
    if not least or shared < _SAME_STATEMENT * least:
        return
    is_surely_same = shared >= max(_ENOUGH_LINES, _SURELY_SAME * least)
    free: dict[tuple[dt.date, Decimal | None], list[FiledLine]] = defaultdict(list)
    for filed in inside[0]:
        free[_day(filed), filed.line.amount].append(filed)
    for copy in inside[1]:
        candidates = free[_day(copy), copy.line.amount]
        ranked = [(found, kept) for kept in candidates if (found := _same_line(kept, copy))]
        best = max(ranked, key=lambda item: item[0][0], default=None)
        if best is not None:
            candidates.remove(best[1])
            yield best[1], copy, best[0][0], best[0][1]
        elif is_surely_same and candidates and not _balances_differ(candidates[0], copy):
            yield candidates.pop(0), copy, 0.8, "account, date and amount"


def _same_line(kept: FiledLine, copy: FiledLine) -> tuple[float, str] | None:
    if _balances_differ(kept, copy):
        return None
    if kept.balance is not None and kept.balance == copy.balance:
        return 0.99, "account, date, amount and balance"
    texts = [compact(f.line.description) for f in (kept, copy)]
    if texts[0] == texts[1]:
        return 0.97, "account, date, amount and words"
    said = [" ".join(words(f.line.description)) for f in (kept, copy)]
    if fuzz.token_set_ratio(*said) >= _ALIKE_TEXT:
        return 0.9, "account, date, amount and most words"
    return None


def _balances_differ(one: FiledLine, other: FiledLine) -> bool:
    return None not in (one.balance, other.balance) and one.balance != other.balance


def _overlap(
    one: Sequence[FiledLine], other: Sequence[FiledLine]
) -> tuple[dt.date, dt.date] | None:
    if not one or not other:
        return None
    first = max(min(map(_day, side)) for side in (one, other))
    last = min(max(map(_day, side)) for side in (one, other))
    return (first, last) if first <= last else None


def _day(filed: FiledLine) -> dt.date:
    return filed.line.date or dt.date.min
