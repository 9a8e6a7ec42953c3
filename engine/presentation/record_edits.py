"""Lists of records as people change them: a record added, taken out, cut in two, joined. Pure."""

from collections.abc import Collection, Iterator, Sequence
from itertools import count
from typing import TypeVar

from msgspec.structs import replace

from engine.errors import InvalidInputError
from engine.records import BankDocument, Transaction

T = TypeVar("T")


def free_ids(prefix: str, taken: Collection[str]) -> Iterator[str]:
    """Ids of the file ``prefix`` that no record has."""
    used = set(taken)
    return (name for number in count(1) if (name := f"{prefix}-{number}") not in used)


def with_after(records: Sequence[T], place: int | None, new: T) -> tuple[T, ...]:
    """``records`` with ``new`` after the one at ``place``; at the end without a place."""
    at = len(records) if place is None else place + 1
    return (*records[:at], new, *records[at:])


def without(records: Sequence[T], places: Collection[int]) -> tuple[T, ...]:
    """``records`` without those at ``places``."""
    return tuple(record for place, record in enumerate(records) if place not in places)


def split_line(lines: Sequence[Transaction], place: int, new_id: str) -> tuple[Transaction, ...]:
    """``lines`` with the one at ``place`` cut in two.

    The second part has the day, the account and the balance printed at the end; its amount and
    its words are for the person to say.
    """
    line = lines[place]
    rest = Transaction(
        transaction_id=new_id,
        account_number=line.account_number,
        page=line.page,
        date=line.date,
        value_date=line.value_date,
        balance=line.balance,
        currency=line.currency,
        type=line.type,
    )
    return (*lines[:place], replace(line, balance=None), rest, *lines[place + 1 :])


def join_lines(lines: Sequence[Transaction], places: Collection[int]) -> tuple[Transaction, ...]:
    """``lines`` with those at ``places``, which stand one after another, as one.

    Words follow each other, amounts add up where both are known, the last balance stays.

    Raises:
        InvalidInputError: they are fewer than two, not neighbours, or of several currencies.
    """
    ordered = sorted(places)
    if len(ordered) < 2 or ordered != list(range(ordered[0], ordered[-1] + 1)):
        raise InvalidInputError("Only lines that stand one after another can be joined.")
    own = [lines[place] for place in ordered]
    if len({line.currency for line in own if line.currency}) > 1:
        raise InvalidInputError("Lines of different currencies cannot be joined.")
    amounts = [line.amount for line in own if line.amount is not None]
    balances = [line.balance for line in own if line.balance is not None]
    joined = replace(
        own[0],
        date=_first(line.date for line in own),
        value_date=_first(line.value_date for line in own),
        description=" ".join(filter(None, (line.description for line in own))),
        amount=sum(amounts[1:], amounts[0]) if amounts else None,
        balance=balances[-1] if balances else None,
        reference=_first(line.reference for line in own),
        counterparty=_first(line.counterparty for line in own),
    )
    return (*lines[: ordered[0]], joined, *lines[ordered[-1] + 1 :])


V = TypeVar("V")


def _first(values: Iterator[V | None]) -> V | None:
    return next((value for value in values if value), None)


def changed_lines(
    document: BankDocument, action: str, ids: Collection[str]
) -> tuple[Transaction, ...]:
    """The lines of ``document`` after ``add``, ``split``, ``join`` or ``delete`` on these ids.

    A line is added after the last of them, with its day and account; without any, at the end.

    Raises:
        InvalidInputError: none of them is there, or they cannot be joined.
    """
    lines = document.transactions
    places = [place for place, line in enumerate(lines) if line.transaction_id in ids]
    if action == "add":
        after = places[-1] if places else None
        return with_after(lines, after, _new_line(document, after))
    if not places:
        raise InvalidInputError("The line is not in this document any more.")
    if action == "split":
        return split_line(lines, places[0], _free_id(document))
    return join_lines(lines, places) if action == "join" else without(lines, places)


def _new_line(document: BankDocument, after: int | None) -> Transaction:
    info = document.statement_info
    known = document.transactions[after] if after is not None else None
    return Transaction(
        transaction_id=_free_id(document),
        currency=info.currency,
        account_number=known.account_number if known else info.account_number,
        date=known.date if known else None,
        page=known.page if known else None,
        confidence=1.0,
    )


def _free_id(document: BankDocument) -> str:
    taken = {line.transaction_id for line in document.transactions}
    return next(free_ids(document.upload_id, taken))
