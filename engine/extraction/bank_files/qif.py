"""QIF, the interchange format of early home accounting: one letter a line, ``^`` ends a record."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from engine.extraction.bank_files.day_order import DayOrder, day_of, day_order
from engine.extraction.bank_files.ledger import BankFile, Entry, Ledger, UnreadableBankFileError
from engine.extraction.bank_files.numbers import machine_number
from engine.extraction.bank_files.references import told_reference
from engine.extraction.bank_files.text import decoded
from engine.extraction.statements.labels import figure_of

_SECTION: Final = re.compile(r"!Type:\s*(\w[\w ]*)", re.IGNORECASE)
_MONEY: Final = frozenset({"bank", "cash", "ccard", "oth a", "oth l", "invoice", "otha", "othl"})
_SPOTS: Final = re.compile(r"[\s]+")


@dataclass(slots=True)
class _Account:
    """One account's part of the file: its kind, its name, and its records by letter."""

    kind: str
    name: str | None = None
    records: list[dict[str, str]] = field(default_factory=list)


def read_qif(content: bytes) -> BankFile:
    """The accounts of ``content``.

    Raises:
        UnreadableBankFileError: it lists no money account.
    """
    accounts = list(_accounts(decoded(content).text))
    if not accounts:
        raise UnreadableBankFileError("it lists no bank, cash or card account")
    texts = [_date_text(r["D"]) for account in accounts for r in account.records if "D" in r]
    order = day_order(texts, month_first=True)
    return BankFile("QIF", tuple(_ledger(account, order) for account in accounts))


def _accounts(text: str) -> Iterator[_Account]:
    account: _Account | None = None
    header: dict[str, str] | None = None
    record: dict[str, str] = {}
    name: str | None = None
    for line in text.splitlines():
        line = line.strip("\ufeff \t\x00")
        if not line:
            continue
        section = _SECTION.match(line)
        if section is not None:
            if account is not None and account.records:
                yield account
            kind = section[1].strip().casefold()
            account, header, record = (_Account(kind, name) if kind in _MONEY else None), None, {}
        elif line.casefold().startswith("!account"):
            header = {}
        elif line.startswith("!"):
            continue
        elif header is not None:
            if line == "^":
                name, header = header.get("N"), None
            else:
                header.setdefault(line[0], line[1:].strip())
        elif line == "^":
            if account is not None and record:
                account.records.append(record)
            record = {}
        else:
            record.setdefault(line[0].upper(), line[1:].strip())
    if account is not None:
        if record:
            account.records.append(record)
        yield account


def _ledger(account: _Account, order: DayOrder) -> Ledger:
    opening: Decimal | None = None
    entries = []
    for index, record in enumerate(account.records):
        if index == 0 and figure_of(record.get("P", "")) == "opening":
            opening = _amount(record)
            continue
        entries.append(_entry(record, order))
    return Ledger(
        entries=tuple(entries),
        account_number=account.name,
        is_card=account.kind == "ccard",
        opening=opening,
    )


def _entry(record: dict[str, str], order: DayOrder) -> Entry:
    payee, memo = record.get("P", ""), record.get("M", "")
    words = " ".join(dict.fromkeys(part for part in (payee, memo) if part))
    doubt = () if order.certainty > 0.8 else (order.why,)
    return Entry(
        date=day_of(_date_text(record.get("D", "")), order.order),
        amount=_amount(record),
        description=words or record.get("L", ""),
        reference=told_reference(record.get("N")),
        counterparty=payee or None,
        type="cheque" if record.get("N", "").isdigit() else None,
        written=record.get("T") or record.get("U", ""),
        checks=doubt,
        day_certainty=order.certainty,
    )


def _amount(record: dict[str, str]) -> Decimal | None:
    return machine_number(record.get("T") or record.get("U"))


def _date_text(text: str) -> str:
    """A date without the spaces that pad its figures: ``1/ 5'07`` is ``1/5'07``."""
    return _SPOTS.sub("", text) if any(c in text for c in "'/") else text
