"""How the columns of a table of transactions are read: guessed, shown, corrected, remembered."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

ColumnRole = Literal[
    "date",
    "value_date",
    "description",
    "counterparty",
    "reference",
    "amount",
    "debit",
    "credit",
    "fee",
    "balance",
    "currency",
    "account",
    "indicator",
    "status",
    "kind",
    "other",
]
"""What a column holds. ``indicator`` says by a word or letter whether an amount came or went,
``status`` whether it is booked, ``kind`` what sort of movement it is; ``other`` is not used."""

DayOrderName = Literal["dmy", "mdy", "ymd"]

SignConvention = Literal["signed", "turned", "columns", "indicator", "balances"]
"""Where an amount's sign comes from.

- signed: as written; what has no sign came in.
- turned: the other way round, as on cards: what has no sign went out.
- columns: a column for money out and one for money in.
- indicator: a word or letter in a column of its own.
- balances: amounts have none; the running balance rises or falls by them.
"""

PlanSource = Literal["guessed", "remembered", "person"]


class ColumnPlan(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How one table file is read, whole enough to read it again and others like it.

    ``signature`` is what the plan is remembered under: the same for every file with the same
    columns. ``header_row`` counts the file's records from 1, null where no record names the
    columns; ``heads`` are their names as written and ``roles`` what each holds, both from the
    first column to the last. ``delimiter`` is null for a workbook, whose sheet is ``sheet``.
    ``confidence`` is the probability that all of it is right; ``evidence`` are sentences why.
    """

    signature: str
    encoding: str | None = None
    delimiter: Annotated[str, Meta(min_length=1, max_length=1)] | None = None
    sheet: str | None = None
    header_row: Annotated[int, Meta(ge=1)] | None = None
    heads: tuple[str, ...] = ()
    roles: tuple[ColumnRole, ...] = ()
    date_order: DayOrderName = "ymd"
    decimal_sign: Literal[".", ","] = "."
    sign_convention: SignConvention = "signed"
    confidence: Annotated[float, Meta(ge=0.0, le=1.0)] = 0.0
    source: PlanSource = "guessed"
    evidence: tuple[str, ...] = ()
