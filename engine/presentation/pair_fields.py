"""An invoice and a bank line, or several of them, side by side: where they agree and where not."""

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Literal, NamedTuple, TypeAlias

from engine.presentation.text import UNKNOWN, counted, day, money, sums

Record: TypeAlias = Mapping[str, Any]
"""A row of the mart ``invoices`` or ``transactions``."""

Verdict = Literal["same", "differs", "unknown"]


class PairField(NamedTuple):
    """One topic: what the invoices say, what the bank says, and whether that is the same."""

    topic: str
    invoice: str
    bank: str
    verdict: Verdict
    note: str


def pair_fields(invoices: Sequence[Record], lines: Sequence[Record]) -> tuple[PairField, ...]:
    """The topics of invoices and bank lines that may settle each other."""
    return (
        _amount(invoices, lines),
        _currency(invoices, lines),
        _date(invoices, lines),
        _party(invoices, lines),
        _reference(invoices, lines),
        _account(invoices, lines),
    )


def _amount(invoices: Sequence[Record], lines: Sequence[Record]) -> PairField:
    billed = [(_payable(record), record["currency"]) for record in invoices]
    paid = [(record["amount"], record["currency"]) for record in lines]
    invoice_sum, bank_sum = _one_sum(billed), _one_sum(paid)
    verdict: Verdict = "unknown"
    note = ""
    if invoice_sum and bank_sum and invoice_sum[1] == bank_sum[1]:
        gap = abs(bank_sum[0]) - abs(invoice_sum[0])
        verdict = "same" if not gap else "differs"
        if gap:
            note = f"{money(abs(gap), bank_sum[1])} {'more' if gap > 0 else 'less'} was paid"
    return PairField("Amount", sums(billed), sums(paid), verdict, note)


def _payable(record: Record) -> Decimal | None:
    amount: Decimal | None = record["amount_due"]
    return record["total_amount"] if amount is None else amount


def _one_sum(
    amounts: Sequence[tuple[Decimal | None, str | None]],
) -> tuple[Decimal, str | None] | None:
    known = [amount for amount, _ in amounts if amount is not None]
    currencies = {currency for _, currency in amounts}
    if len(known) < len(amounts) or len(currencies) != 1:
        return None
    return sum(known, Decimal(0)), currencies.pop()


def _currency(invoices: Sequence[Record], lines: Sequence[Record]) -> PairField:
    left, right = (_values(records, "currency") for records in (invoices, lines))
    return PairField("Currency", _joined(left), _joined(right), _compared(left, right), "")


def _date(invoices: Sequence[Record], lines: Sequence[Record]) -> PairField:
    due = [d for record in invoices if (d := record["due_date"] or record["invoice_date"])]
    paid = [record["transaction_date"] for record in lines if record["transaction_date"]]
    note = ""
    verdict: Verdict = "unknown"
    if due and paid:
        late = (max(paid) - max(due)).days
        issued = [record["invoice_date"] for record in invoices if record["invoice_date"]]
        is_early = bool(issued) and min(paid) < min(issued)
        verdict = "differs" if late > 0 or is_early else "same"
        if late:
            note = f"{counted(abs(late), 'day')} {'after' if late > 0 else 'before'} the due date"
    return PairField("Due, paid", _days(due), _days(paid), verdict, note)


def _days(days: Sequence[dt.date]) -> str:
    return ", ".join(day(value) for value in sorted(set(days))) or UNKNOWN


def _party(invoices: Sequence[Record], lines: Sequence[Record]) -> PairField:
    names = [
        name
        for record in invoices
        if (
            name := record[
                "customer_name" if record["direction"] == "receivable" else "vendor_name"
            ]
        )
    ]
    told = _values(lines, "counterparty")
    words = _words_of(lines)
    verdict: Verdict = "unknown"
    note = ""
    if names and (told or words):
        is_named = any(_letters(name) in _letters(words) for name in names)
        is_short = not is_named and any(_is_part(own, name) for own in told for name in names)
        is_same = is_named or is_short or _compared(names, told) == "same"
        verdict = "same" if is_same else "differs"
        note = "the bank's words name the party" if is_named else "shortened" if is_short else ""
    return PairField("Party", _joined(names), _joined(told), verdict, note)


def _reference(invoices: Sequence[Record], lines: Sequence[Record]) -> PairField:
    numbers = list(
        dict.fromkeys(
            [*_values(invoices, "invoice_number"), *_values(invoices, "payment_reference")]
        )
    )
    told = _values(lines, "reference")
    words = _letters(_words_of(lines))
    quoted = [number for number in numbers if _letters(number) and _letters(number) in words]
    note = f"the bank's words quote {', '.join(quoted)}" if quoted else ""
    verdict: Verdict = "same" if quoted else "differs" if numbers and told else "unknown"
    return PairField("Number, reference", _joined(numbers), _joined(told), verdict, note)


def _account(invoices: Sequence[Record], lines: Sequence[Record]) -> PairField:
    ibans, words = _values(invoices, "iban"), _letters(_words_of(lines))
    quoted = [iban for iban in ibans if _letters(iban) in words]
    verdict: Verdict = "same" if quoted else "unknown"
    note = "the bank's words quote the account" if quoted else ""
    return PairField("Account", _joined(ibans), UNKNOWN, verdict, note)


def _values(records: Sequence[Record], field: str) -> list[str]:
    return list(dict.fromkeys(record[field] for record in records if record.get(field)))


def _words_of(lines: Sequence[Record]) -> str:
    fields = ("description", "counterparty", "reference")
    return " ".join(str(line[name]) for line in lines for name in fields if line[name])


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _is_part(left: str, right: str) -> bool:
    """Whether the words of one name are among those of the other, two at least."""
    one, other = (set(name.casefold().replace("&", " ").split()) for name in (left, right))
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) > 1 and shorter <= longer


def _compared(left: Sequence[str], right: Sequence[str]) -> Verdict:
    if not left or not right:
        return "unknown"
    return "same" if {_letters(v) for v in left} & {_letters(v) for v in right} else "differs"


def _joined(values: Sequence[str]) -> str:
    return ", ".join(values) or UNKNOWN
