"""OFX and QFX, versions 1 (SGML without end tags) and 2 (XML), bank and card accounts.

Both are read as tags in a row: only the containers that matter are nested, every other tag is a
value. Nothing is expanded or fetched, whatever the file declares.
"""

import datetime as dt
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from engine.extraction.bank_files.ledger import (
    STATED,
    BankFile,
    Entry,
    Ledger,
    UnreadableBankFileError,
)
from engine.extraction.bank_files.numbers import machine_number
from engine.extraction.bank_files.references import told_reference
from engine.extraction.bank_files.text import decoded
from engine.extraction.currencies import CODES
from engine.extraction.dates import parse_date
from engine.records.bank import TransactionType

_TOKEN: Final = re.compile(r"<(/?)([A-Za-z0-9_.]+)(?:\s[^<>]*)?/?>([^<]*)")
_STATEMENTS: Final = frozenset({"STMTRS", "CCSTMTRS", "INVSTMTRS"})
_PARTS: Final = frozenset(
    {"STMTTRN", "LEDGERBAL", "AVAILBAL", "BANKACCTFROM", "CCACCTFROM", "INVACCTFROM", "FI", "PAYEE"}
    | {"BANKTRANLIST", "BANKACCTTO", "CCACCTTO", "CURRENCY", "ORIGCURRENCY", "INVTRANLIST", "BAL"}
)
_OWN_ACCOUNT: Final = frozenset({"BANKACCTFROM", "CCACCTFROM", "INVACCTFROM"})
_TYPES: Final[dict[str, TransactionType]] = {
    "INT": "interest", "DIV": "interest", "FEE": "fee", "SRVCHG": "fee", "ATM": "cash",
    "CASH": "cash", "POS": "card", "XFER": "transfer", "CHECK": "cheque", "DIRECTDEP": "transfer",
    "DIRECTDEBIT": "direct_debit",
}  # fmt: skip
_PAID: Final = frozenset({"DEBIT", "CHECK", "FEE", "SRVCHG", "DIRECTDEBIT"})
_HEADER: Final = re.compile(r"(?:ENCODING|CHARSET)\s*:\s*([\w-]+)")
_XML_ENCODING: Final = re.compile(rb"<\?xml[^>]*encoding=[\"']([\w-]+)[\"']")
_CDATA: Final = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_DAY: Final = re.compile(r"(\d{4})(\d\d)(\d\d)")
_LONGEST: Final = 2_000
_DOUBTED: Final = 0.8


@dataclass(slots=True)
class _Statement:
    """One account's statement on the way."""

    is_card: bool
    values: dict[str, str] = field(default_factory=dict)
    entries: list[dict[str, str]] = field(default_factory=list)


def read_ofx(content: bytes) -> BankFile:
    """The accounts of ``content``.

    Raises:
        UnreadableBankFileError: it breaks off, or holds no statement.
    """
    text = decoded(content, _named_encoding(content)).text
    start = re.search(r"<OFX>", text, re.IGNORECASE)
    if start is None:
        raise UnreadableBankFileError("it has no OFX element")
    text = text[start.end() :]
    if not re.search(r"</OFX\s*>", text, re.IGNORECASE):
        raise UnreadableBankFileError("it breaks off before its end")
    text = _CDATA.sub(lambda found: html.escape(found[1]), text)
    reader = _Reader()
    for closes, name, value in _tokens(text):
        reader.take(closes, name, value)
    if not reader.statements:
        raise UnreadableBankFileError("it holds no account statement")
    ledgers = tuple(_ledger(found, reader.bank_name) for found in reader.statements)
    return BankFile("OFX", ledgers)


def _named_encoding(content: bytes) -> str | None:
    """The encoding that the header names; USASCII with a code page means that page."""
    found = _XML_ENCODING.search(content[:400])
    if found is not None:
        return found[1].decode("ascii")
    header = content[:1000].decode("latin-1").partition("<")[0].upper()
    named = [name for name in _HEADER.findall(header) if name not in {"USASCII", "NONE", "UNICODE"}]
    if not named:
        return None
    return f"cp{named[-1]}" if named[-1].isdigit() else named[0]


def _tokens(text: str) -> Iterator[tuple[bool, str, str]]:
    for match in _TOKEN.finditer(text):
        value = " ".join(html.unescape(match[3]).split())[:_LONGEST]
        yield bool(match[1]), match[2].upper(), value


class _Reader:
    """Takes tags one by one; knows in which container it is."""

    def __init__(self) -> None:
        self.statements: list[_Statement] = []
        self.bank_name: str | None = None
        self._stack: list[str] = []

    def take(self, closes: bool, name: str, value: str) -> None:
        if closes:
            if name in self._stack:
                while self._stack.pop() != name:
                    pass
            return
        if name in _STATEMENTS:
            self.statements.append(_Statement(name == "CCSTMTRS"))
            self._stack = [name]
        elif name in _PARTS:
            self._stack.append(name)
            if name == "STMTTRN" and self.statements:
                self.statements[-1].entries.append({})
        elif value:
            self._keep(name, value)

    def _keep(self, name: str, value: str) -> None:
        part = self._stack[-1] if self._stack else ""
        if part == "FI" and name == "ORG":
            self.bank_name = self.bank_name or value
        if not self.statements or not self._stack:
            return
        found = self.statements[-1]
        if "STMTTRN" in self._stack:
            key = name if part == "STMTTRN" else f"{part}.{name}"
            if found.entries:
                found.entries[-1].setdefault(key, value)
        elif part in _OWN_ACCOUNT:
            found.values.setdefault(f"FROM.{name}", value)
        else:
            key = name if part in _STATEMENTS else f"{part}.{name}"
            found.values.setdefault(key, value)


def _ledger(found: _Statement, bank_name: str | None) -> Ledger:
    values = found.values
    currency = values.get("CURDEF", "").upper()
    return Ledger(
        entries=tuple(map(_entry, found.entries)),
        account_number=values.get("FROM.ACCTID"),
        account_type=values.get("FROM.ACCTTYPE"),
        bank_name=bank_name,
        currency=currency if currency in CODES else None,
        is_card=found.is_card or values.get("FROM.ACCTTYPE") == "CREDITCARD",
        start=_day(values.get("BANKTRANLIST.DTSTART") or values.get("INVTRANLIST.DTSTART")),
        end=_day(values.get("BANKTRANLIST.DTEND") or values.get("INVTRANLIST.DTEND")),
        closing=machine_number(values.get("LEDGERBAL.BALAMT")),
    )


def _entry(values: dict[str, str]) -> Entry:
    amount = machine_number(values.get("TRNAMT"))
    kind = values.get("TRNTYPE", "").upper()
    name = values.get("NAME") or values.get("PAYEE.NAME") or ""
    posted, user = _day(values.get("DTPOSTED")), _day(values.get("DTUSER"))
    is_odd = amount is not None and amount > 0 and kind in _PAID
    currency = values.get("CURRENCY.CURSYM", "").upper()
    return Entry(
        date=posted or user,
        value_date=_day(values.get("DTAVAIL")),
        amount=amount,
        description=_description(name, values.get("MEMO", "")),
        currency=currency if currency in CODES else None,
        reference=told_reference(values.get("CHECKNUM"), values.get("REFNUM"), values.get("FITID")),
        counterparty=name or None,
        type=_TYPES.get(kind),
        written=values.get("TRNAMT", ""),
        checks=(f"The file calls this {kind} but gives it as money received.",) if is_odd else (),
        certainty=_DOUBTED if is_odd else STATED,
    )


def _description(name: str, memo: str) -> str:
    if memo.startswith(name):
        return memo
    return name if name.startswith(memo) else f"{name} {memo}"


def _day(text: str | None) -> dt.date | None:
    """The day of a time stamp, in the time zone that it was written in."""
    match = _DAY.match(text or "")
    if match is None:
        return parse_date(text or "", order="ymd")
    try:
        return dt.date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None
