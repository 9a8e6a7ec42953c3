"""How far a statement proves itself, as a reviewer reads it: the verdict, its gaps, its repairs."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from engine.presentation.sentences import readable
from engine.presentation.text import counted, day, money
from engine.records import (
    BalanceGap,
    BankDocument,
    Repair,
    StatementInfo,
    StatementProof,
    Transaction,
)
from engine.records.statement_checks import figure_check

FIELD_WORDS: Final[Mapping[str, str]] = {
    "amount": "Amount",
    "balance": "Balance",
    "date": "Date",
    "value_date": "Value date",
    "description": "Description",
}
"""What a repaired field is called."""

_LONG_COUNT: Final = re.compile(r"(?<![\w.,-])\d{4,}(?= rows\b)")


@dataclass(frozen=True, slots=True)
class GapRow:
    """A place where the printed figures do not follow from the rows.

    ``transaction_id`` is the row to show, the one that prints the figure or the last one before
    it; None when the statement has no row there. ``page`` counts from 1.
    """

    sentence: str
    page: int | None
    transaction_id: str | None


def gap_rows(document: BankDocument) -> tuple[GapRow, ...]:
    """A sentence and a place for every gap, in the order of the document."""
    lines = {line.transaction_id: line for line in document.transactions}
    currency = document.statement_info.currency
    last = document.transactions[-1].transaction_id if document.transactions else None
    return tuple(
        GapRow(
            sentence=_gap_sentence(gap, lines, currency),
            page=gap.page,
            transaction_id=gap.transaction or gap.after_transaction or last,
        )
        for gap in document.statement_info.proof.gaps
    )


def verdict(proof: StatementProof) -> str:
    """The verdict in one sentence; where there are gaps it leaves their places to ``gap_rows``."""
    if proof.status == "gaps" and proof.gaps:
        return (
            f"The balances agree for {proof.rows_proven:,} of {counted(proof.rows_total, 'line')}."
        )
    return _LONG_COUNT.sub(lambda count: f"{int(count[0]):,}", proof.sentence)


def repair_note(repairs: Sequence[Repair]) -> str:
    """What was recognised otherwise at first, and why it was read another way; may be empty."""
    return " ".join(
        f"{FIELD_WORDS.get(repair.field, repair.field)} was first read as “{repair.printed}”. "
        f"{repair.reason}"
        for repair in repairs
    )


def line_note(line: Transaction) -> str:
    """Why a line needs a look: its failed checks, then its repairs."""
    return readable(" ".join(filter(None, (*line.checks, repair_note(line.repairs)))))


def other_checks(info: StatementInfo) -> tuple[str, ...]:
    """The failed checks of a header that no listed gap tells already."""
    told = ("gap", "closing") if info.proof.gaps else ()
    return tuple(check for check in info.checks if figure_check(check) not in told)


def _gap_sentence(gap: BalanceGap, lines: Mapping[str, Transaction], currency: str | None) -> str:
    printed, expected = money(gap.printed, currency), money(gap.expected, currency)
    away = money(abs(gap.difference), currency)
    said = f"{printed} is printed, {expected} would follow: {away} {_direction(gap)}."
    here = lines.get(gap.transaction or "")
    before = lines.get(gap.after_transaction or "")
    if here is None:
        where = "At the end of the account" if before is None else f"After {_at(before)}"
        return f"{where}: {said}"
    if before is None:
        return f"From the opening balance to {_at(here)}: {said}"
    return f"Between {_at(before)} and {_at(here)}: {said}"


def _direction(gap: BalanceGap) -> str:
    return "too much" if gap.difference > 0 else "too little"


def _at(line: Transaction) -> str:
    place = f"page {line.page}" if line.page else "no page"
    return f"{day(line.date)} ({place})"
