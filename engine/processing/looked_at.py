"""A person's word that a value is right as it was read, and what it settles. Pure.

The value stays; from then on it says "user", with a note that tells it from a changed one. Doubts
that speak of it are settled, sums that do not hold are not: those are facts.
"""

from dataclasses import dataclass
from typing import TypeVar

import msgspec

from engine.errors import InvalidInputError
from engine.processing.rechecking import recheck_invoice
from engine.processing.rechecking_statements import recheck_statement
from engine.processing.reviewing import write_entry
from engine.processing.signature import Signature
from engine.records import (
    SEEN,
    BankDocument,
    Invoice,
    InvoiceDocument,
    Provenance,
    StatementInfo,
    Transaction,
)

Editable = TypeVar("Editable", Invoice, Transaction, StatementInfo)


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a file: ``field`` of the record with that id; of the header without one."""

    field: str
    record_id: str | None = None


def looked_at_invoice(
    stored: InvoiceDocument, value: Value, signature: Signature
) -> InvoiceDocument:
    """The document with a value of an invoice said to be right.

    Raises:
        InvalidInputError: there is no such invoice, or it has no such value.
    """
    for place, invoice in enumerate(stored.invoices):
        if invoice.invoice_id == value.record_id:
            seen = recheck_invoice(invoice, _with_word(invoice, value.field))
            invoices = (*stored.invoices[:place], seen, *stored.invoices[place + 1 :])
            trail = list(stored.audit_trail)
            said = _value_of(invoice, value.field)
            target = f"invoices[{place}].{value.field}"
            write_entry(trail, "accept", target, said, said, signature)
            return msgspec.structs.replace(stored, invoices=invoices, audit_trail=tuple(trail))
    raise InvalidInputError("The invoice is not in this document any more.")


def looked_at_statement(stored: BankDocument, value: Value, signature: Signature) -> BankDocument:
    """The document with a value of the header or of a line said to be right.

    Raises:
        InvalidInputError: there is no such line, or it has no such value.
    """
    info, lines = stored.statement_info, list(stored.transactions)
    trail = list(stored.audit_trail)
    if value.record_id is None:
        said, target = _value_of(info, value.field), f"statement_info.{value.field}"
        info = _with_word(info, value.field)
    else:
        places = {line.transaction_id: place for place, line in enumerate(lines)}
        place = places.get(value.record_id)
        if place is None:
            raise InvalidInputError("The line is not in this document any more.")
        said, target = _value_of(lines[place], value.field), f"transactions[{place}].{value.field}"
        lines[place] = _with_word(lines[place], value.field)
    write_entry(trail, "accept", target, said, said, signature)
    info, checked = recheck_statement(info, lines)
    return msgspec.structs.replace(
        stored, statement_info=info, transactions=checked, audit_trail=tuple(trail)
    )


def _with_word(record: Editable, field: str) -> Editable:
    known = record.provenance.get(field)
    word = Provenance(
        page=known.page if known else None,
        bbox=known.bbox if known else None,
        text=known.text if known else None,
        confidence=1.0,
        source="user",
        note=SEEN,
    )
    return msgspec.structs.replace(record, provenance={**record.provenance, field: word})


def _value_of(record: msgspec.Struct, field: str) -> object:
    value: object = record
    for name in field.split("."):
        if not isinstance(value, msgspec.Struct) or name not in value.__struct_fields__:
            value = None
            break
        value = getattr(value, name)
    if value is None or value == "":
        raise InvalidInputError("There is no value to say so of.")
    return value
