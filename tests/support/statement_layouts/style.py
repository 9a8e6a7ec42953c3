"""A transaction, and the choices by which layouts of statements differ."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Entry:
    """One true transaction."""

    date: dt.date
    text: tuple[str, ...]
    amount: Decimal


@dataclass(frozen=True)
class Style:
    """How a statement is laid out; every field is one choice that banks make differently."""

    language: str = "en"
    columns: str = "debit_credit"  # debit_credit | credit_debit | amount
    sign: str = "minus"  # minus | trailing | parentheses | dr_cr | cr_only | plus_minus
    balance: str = "every"  # every | daily | none
    dates: str = (
        "dmy"  # dmy | dmy_dots | iso | mdy | mdy_short | dm | named | named_year | mdy_named
    )
    numbers: str = "us"  # us | eu | swiss | space | plain | lakh
    header: str = "every"  # every | first | none
    newest_first: bool = False
    date_once: bool = False
    second_date: bool = False
    rows_per_page: int = 20
    carried: bool = False
    opening_row: bool = True
    footer: bool = True
    gap: float = 14.0
    shift: float = 0.0
    size: float = 9.0
    currency: str = ""
    closing: bool = True
    preceding: bool = False
