"""BAI2 cash management files: records of comma-separated fields, amounts in the smallest unit."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from engine.extraction.bank_files.ledger import BankFile, Entry, Ledger, UnreadableBankFileError
from engine.extraction.bank_files.references import told_reference
from engine.extraction.bank_files.text import decoded
from engine.extraction.currencies import CODES
from engine.records.bank import TransactionType

_WITHOUT_CENTS: Final = frozenset({"JPY", "KRW", "CLP", "VND", "ISK", "XOF", "XAF", "UGX", "PYG"})
_WITH_MILS: Final = frozenset({"KWD", "BHD", "OMR", "JOD", "TND"})
_OPENING: Final = "010"
_CLOSING: Final = "015"
_ALL_CREDITS: Final = "100"
_ALL_DEBITS: Final = "400"
_TYPES: Final[dict[str, TransactionType]] = {
    "165": "transfer", "195": "transfer", "455": "direct_debit", "475": "cheque", "495": "transfer",
    "698": "fee", "661": "fee", "175": "cheque", "354": "interest", "654": "interest",
    "172": "cash", "451": "direct_debit", "142": "transfer", "147": "transfer", "277": "transfer",
    "577": "transfer",
}  # fmt: skip


@dataclass(slots=True)
class _Account:
    """An account (03) on the way, with the day and currency of its group (02)."""

    number: str
    currency: str
    day: dt.date | None
    sums: dict[str, Decimal] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)


def read_bai2(content: bytes) -> BankFile:
    """The accounts of ``content``.

    Raises:
        UnreadableBankFileError: it breaks off, or has no account.
    """
    records = list(_records(decoded(content).text))
    if not any(record[0] == "99" for record in records):
        raise UnreadableBankFileError("it breaks off before its end (no record 99)")
    accounts: list[_Account] = []
    day, currency = None, ""
    for record in records:
        if record[0] == "02":
            day, currency = _day(_at(record, 4)), _at(record, 6).upper()
        elif record[0] == "03":
            accounts.append(_account(record, day, currency))
        elif record[0] == "16" and accounts:
            entry = _entry(record, accounts[-1])
            if entry is not None:
                accounts[-1].entries.append(entry)
    if not accounts:
        raise UnreadableBankFileError("it has no account (record 03)")
    return BankFile("BAI2", tuple(map(_ledger, accounts)))


def _records(text: str) -> Iterator[list[str]]:
    """Records as their fields; continuations (88) are part of what they continue."""
    lines: list[str] = []
    for line in text.splitlines():
        line = line.strip()
        if line.startswith("88,") and lines:
            last = lines[-1]
            # Fields go on after a slash; the words of a detail go on as they are.
            is_closed = last.endswith("/")
            lines[-1] = f"{last[:-1]},{line[3:]}" if is_closed else f"{last} {line[3:]}"
        elif line[:2].isdigit() and line[2:3] == ",":
            lines.append(line)
    for line in lines:
        yield [part.strip() for part in line.removesuffix("/").split(",")]


def _at(record: list[str], index: int) -> str:
    return record[index] if index < len(record) else ""


def _account(record: list[str], day: dt.date | None, group_currency: str) -> _Account:
    currency = _at(record, 2).upper() or group_currency or "USD"
    account = _Account(_at(record, 1), currency, day)
    index = 3
    while index < len(record):
        code, amount = record[index], _money(_at(record, index + 1), currency)
        if code and amount is not None:
            account.sums.setdefault(code, amount)
        index = _after_funds(record, index + 3)
    return account


def _after_funds(record: list[str], index: int) -> int:
    """The field after the one that says when funds are there (at ``index``) and its own fields."""
    kind = _at(record, index).upper()
    if kind == "S":
        return index + 4
    if kind == "V":
        return index + 3
    if kind == "D" and _at(record, index + 1).isdigit():
        return index + 2 + 2 * min(int(_at(record, index + 1)), 100)
    return index + 1


def _entry(record: list[str], account: _Account) -> Entry | None:
    """The movement that a detail (16) tells; None for one without money, which is a message."""
    code, written = _at(record, 1), _at(record, 2)
    size = _money(written, account.currency)
    rest = record[_after_funds(record, 3) :]
    words = " ".join(", ".join(part for part in rest[2:] if part).split())
    kind = _TYPES.get(code)
    sign = _sign(code)
    if not sign and not size:
        return None
    return Entry(
        date=account.day,
        amount=size * sign if size is not None and sign else None,
        description=words or f"Type {code}",
        reference=told_reference(_at(rest, 1), _at(rest, 0)),
        type=kind,
        written=f"{code} {written}",
        checks=() if sign else (f"The type {code} does not say whether money came or went.",),
    )


def _sign(code: str) -> int:
    """Types below 400 are credits, below 700 debits; a bank's own ones go on after 920."""
    number = int(code) if code.isdigit() else 0
    if 100 <= number < 400 or 920 <= number < 960:
        return 1
    return -1 if 400 <= number < 700 or 960 <= number < 1000 else 0


def _money(text: str, currency: str) -> Decimal | None:
    sign = -1 if text.startswith("-") else 1
    figures = text.lstrip("+-")
    if not figures.isdecimal() or len(figures) > 18:
        return None
    digits = 0 if currency in _WITHOUT_CENTS else 3 if currency in _WITH_MILS else 2
    return sign * Decimal(figures).scaleb(-digits)


def _day(text: str) -> dt.date | None:
    if len(text) not in (6, 8) or not text.isdecimal():
        return None
    year = int(text[:-4]) + (2000 if len(text) == 6 else 0)
    try:
        return dt.date(year, int(text[-4:-2]), int(text[-2:]))
    except ValueError:
        return None


def _ledger(account: _Account) -> Ledger:
    return Ledger(
        entries=tuple(account.entries),
        account_number=account.number or None,
        currency=account.currency if account.currency in CODES else None,
        start=account.day,
        end=account.day,
        opening=account.sums.get(_OPENING),
        closing=account.sums.get(_CLOSING),
        total_debits=account.sums.get(_ALL_DEBITS),
        total_credits=account.sums.get(_ALL_CREDITS),
    )
