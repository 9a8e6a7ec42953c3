"""SWIFT MT940 statements and MT942 reports, in the dialects that banks write.

Tags stand at the start of lines; what follows until the next tag belongs to them. A year has no
century, the entry date has no year, and the mark says credit or debit, reversed ones included.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Final

from engine.extraction.bank_files.ledger import BankFile, Entry, Ledger, UnreadableBankFileError
from engine.extraction.bank_files.mt940_memo import Memo, memo_of, memo_of_numbered_lines
from engine.extraction.bank_files.numbers import machine_number
from engine.extraction.bank_files.references import told_reference
from engine.extraction.bank_files.text import decoded
from engine.extraction.identifiers import find_ibans
from engine.records.bank import TransactionType

_TAG: Final = re.compile(r":(\d{2}[A-Z]?|NS):")
_BALANCE: Final = re.compile(r"([CD])R?\s?(\d{8}|\d{6})\s?([A-Z]{3})\s?([\d.,]+)")
_LINE: Final = re.compile(
    r"(?P<value>\d{8}|\d{6})(?P<entry>\d{4})?\s?(?P<mark>R[CD]|E[CD]|[CD])(?P<funds>[A-Z])?\s?"
    r"(?P<amount>\d[\d.,]*|,\d+)\s?(?P<kind>[A-Z][A-Z0-9 ]{3})?(?P<rest>.*)"
)
_TOTAL: Final = re.compile(r"(\d{1,5})\s?([A-Z]{3})\s?([\d.,]+)")
_FLOOR: Final = re.compile(r"([A-Z]{3})[CD]?[\d.,]+")
_TYPES: Final[dict[str, TransactionType]] = {
    "TRF": "transfer", "BOE": "transfer", "STO": "transfer", "CHK": "cheque", "TCK": "cheque",
    "ECK": "cheque", "CHG": "fee", "COM": "fee", "BNK": "fee", "INT": "interest", "DIV": "interest",
    "DDT": "direct_debit", "DIR": "direct_debit", "CSH": "cash", "ATM": "cash", "POS": "card",
    "CCR": "card",
}  # fmt: skip
_FIRST_YEAR: Final = 70


@dataclass(slots=True)
class _Line:
    """A movement on the way: its :61: as matched, and what follows it."""

    match: re.Match[str]
    supplement: str
    memo: list[str] | None = None
    numbered: list[str] | None = None


@dataclass(slots=True)
class _Message:
    """One message: its tags as they come."""

    account: str | None = None
    holder: str | None = None
    opening: re.Match[str] | None = None
    closing: re.Match[str] | None = None
    currency: str | None = None
    debits: Decimal | None = None
    credits: Decimal | None = None
    lines: list[_Line] = field(default_factory=list)
    unread: int = 0

    @property
    def is_empty(self) -> bool:
        return not (self.lines or self.opening or self.closing or self.account)


def read_mt940(content: bytes) -> BankFile:
    """The statements of ``content``, one ledger a message.

    Raises:
        UnreadableBankFileError: no message of it has an account or a movement.
    """
    text = decoded(content).text
    messages = [message for message in _messages(_tags(text)) if not message.is_empty]
    if not messages:
        raise UnreadableBankFileError("it has no statement of an account")
    unread = sum(message.unread for message in messages)
    warnings = (f"{unread} lines (:61:) could not be read.",) if unread else ()
    name = "MT942" if _is_interim(text) else "MT940"
    return BankFile(name, tuple(_ledger(message) for message in messages), warnings)


def _is_interim(text: str) -> bool:
    return ":34F:" in text and ":60F:" not in text and ":60M:" not in text


def _tags(text: str) -> Iterator[tuple[str, list[str]]]:
    """Tags with their lines; the envelope of the network is left out."""
    tag, lines = "", list[str]()
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        if line.startswith("{") and "{4:" in line:
            line = line.rpartition("{4:")[2]
        match = _TAG.match(line)
        if match is not None:
            if tag:
                yield tag, lines
            tag, lines = match[1], [line[match.end() :]]
        elif line.strip() in {"-", "-}"} or line.startswith("-}"):
            if tag:
                yield tag, lines
            tag, lines = "", []
        elif tag:
            lines.append(line)
    if tag:
        yield tag, lines


def _messages(tags: Iterable[tuple[str, list[str]]]) -> Iterator[_Message]:
    message = _Message()
    for tag, lines in tags:
        is_next = tag == "20" or (tag in {"60F", "60M"} and message.closing is not None)
        if is_next:
            yield message
            account = message.account if tag != "20" else None
            message = _Message(account=account)
        _add(message, tag, lines)
    yield message


def _add(message: _Message, tag: str, lines: list[str]) -> None:
    first = lines[0].strip()
    if tag in {"25", "25P"}:
        message.account = first or None
    elif tag in {"60F", "60M"}:
        message.opening = message.opening or _BALANCE.match(first)
    elif tag in {"62F", "62M"}:
        message.closing = _BALANCE.match(first)
    elif tag == "34F":
        floor = _FLOOR.match(first)
        message.currency = floor[1] if floor else None
    elif tag in {"90D", "90C"}:
        _add_total(message, tag, first)
    elif tag == "61":
        _add_line(message, lines)
    elif tag == "86" and message.lines and message.closing is None:
        line = message.lines[-1]
        line.memo = lines if line.memo is None else [*line.memo, *lines]
    elif tag == "NS":
        if message.lines:
            message.lines[-1].numbered = lines
        else:
            message.holder = next((li[2:].strip() for li in lines if li.startswith("22")), None)


def _add_total(message: _Message, tag: str, text: str) -> None:
    found = _TOTAL.match(text)
    if found is None:
        return
    if tag == "90D":
        message.debits = machine_number(found[3])
    else:
        message.credits = machine_number(found[3])


def _add_line(message: _Message, lines: list[str]) -> None:
    match = _LINE.match(lines[0].strip())
    if match is None:
        message.unread += 1
        return
    supplement = " ".join(" ".join(lines[1:]).split())
    message.lines.append(_Line(match, supplement))


def _ledger(message: _Message) -> Ledger:
    opening, closing = message.opening, message.closing
    balance = closing or opening
    account = " ".join((message.account or "").split()) or None
    ibans = find_ibans(account or "")
    return Ledger(
        entries=tuple(map(_entry, message.lines)),
        account_number=account,
        iban=ibans[0].compact if ibans and ibans[0].is_checked else None,
        account_name=message.holder,
        currency=balance[3] if balance else message.currency,
        start=_day(opening[2]) if opening else None,
        end=_day(closing[2]) if closing else None,
        opening=_balance(opening),
        closing=_balance(closing),
        total_debits=message.debits,
        total_credits=message.credits,
    )


def _balance(found: re.Match[str] | None) -> Decimal | None:
    value = machine_number(found[4]) if found else None
    return -value if value is not None and found and found[1] == "D" else value


def _entry(line: _Line) -> Entry:
    match = line.match
    value_date = _day(match["value"])
    booked = _entry_day(match["entry"], value_date)
    mark = match["mark"]
    amount = machine_number(match["amount"])
    if amount is not None and mark in {"D", "RC", "ED"}:
        amount = -amount
    memo = _memo(line)
    customer, _, bank = (match["rest"] or "").partition("//")
    notes = []
    if mark in {"RC", "RD"}:
        notes.append("A reversal of an earlier entry.")
    if booked is not None and booked != value_date:
        notes.append(f"Booked on {booked.isoformat()}.")
    pending = ("The bank has not booked this yet (pending).",) if mark in {"EC", "ED"} else ()
    entry = Entry(
        date=value_date or booked,
        value_date=value_date,
        amount=amount,
        description=memo.text,
        reference=told_reference(memo.reference, customer, bank),
        counterparty=memo.counterparty,
        type=memo.type or _TYPES.get((match["kind"] or "")[1:4]),
        written=f"{mark}{match['amount']}",
        note=" ".join(notes) or None,
        checks=pending,
    )
    return replace(entry, description=_with_supplement(entry.description, line.supplement))


def _memo(line: _Line) -> Memo:
    if line.memo is None and line.numbered is not None:
        return memo_of_numbered_lines(line.numbered)
    return memo_of(line.memo or [])


def _with_supplement(text: str, supplement: str) -> str:
    """The words of the second line of :61: before the memo, when they are words and news."""
    letters = sum(map(str.isalpha, supplement))
    if supplement.startswith("/") or letters < 3 or 2 * letters < len(supplement):
        return text
    return text if supplement in text else f"{supplement} {text}".strip()


def _day(figures: str) -> dt.date | None:
    """A day of six figures, or of eight with its century.

    Some banks value on the 30th of February: that is its last day.
    """
    if len(figures) == 8:
        year, month, day = int(figures[:4]), int(figures[4:6]), int(figures[6:])
    else:
        short, month, day = int(figures[:2]), int(figures[2:4]), int(figures[4:])
        year = short + (1900 if short >= _FIRST_YEAR else 2000)
    if month == 2 and day in (29, 30):
        day = 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _entry_day(figures: str | None, value_date: dt.date | None) -> dt.date | None:
    """The booking day, which has no year: the one nearest to the value date."""
    if not figures or value_date is None:
        return None
    days = [
        day
        for year in (value_date.year - 1, value_date.year, value_date.year + 1)
        if (day := _day(f"{year}{figures}")) is not None
    ]
    return min(days, key=lambda day: abs((day - value_date).days), default=None)
