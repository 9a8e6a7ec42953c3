"""From the pages of a paper to the fields that all papers share.

Amounts, days and companies are those that the reading of invoices finds; only what the paper calls
its own number and its own day is looked for by the words of its type. What is not sure stays null.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from engine.extraction.context import Context
from engine.extraction.invoices.assemble import assemble
from engine.extraction.invoices.extract import joint_sheet, look_within
from engine.extraction.invoices.header.date_order import settle_order, usual_order
from engine.extraction.invoices.sheet.candidates import find_candidates
from engine.extraction.papers.named_party import is_company, named_party
from engine.extraction.papers.own_day import own_day
from engine.extraction.papers.own_number import own_number
from engine.extraction.papers.type_words import TYPE_WORDS, TypeWords
from engine.reading.page import Page
from engine.records import Invoice, PaperFields, Provenance
from engine.records.uploads import DocumentType

MOST_PAGES: Final = 20
"""Pages that are looked at for fields; words of all pages can be searched."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What a paper says, and by field where."""

    fields: PaperFields
    provenance: dict[str, Provenance]


def read_paper(pages: Sequence[Page], doc_type: DocumentType, context: Context) -> Paper:
    """The shared fields of a paper of that type; none where ``pages`` have no words."""
    looks = [look_within(page, None) for page in pages[:MOST_PAGES] if page.words]
    if not any(look.rows for look in looks):
        return Paper(PaperFields(), {})
    words = TYPE_WORDS[doc_type]
    sheet = joint_sheet(looks)
    bill = assemble(sheet, context, context.upload_id)
    found = settle_order(sheet, find_candidates(sheet, usual_order(sheet)))
    values, places = _of_bill(bill, words)
    chosen = {
        "number": None if "number" in values else own_number(sheet, found, words),
        "date": own_day(sheet, found, words, bill) if words.has_date else None,
        "party": named_party(sheet, words) if words.has_party else None,
    }
    for field, choice in chosen.items():
        if choice is not None:
            values[field], places[field] = choice.candidate.value, choice.place
    if (
        "date" in values
        and values["date"] == bill.invoice_date
        and "invoice_date" in bill.provenance
    ):
        places["date"] = bill.provenance["invoice_date"]
    return Paper(PaperFields(**values), places)


def _of_bill(bill: Invoice, words: TypeWords) -> tuple[dict[str, Any], dict[str, Provenance]]:
    """What the reading of invoices says of fields that such a paper has, and where."""
    wanted: dict[str, str] = {}
    if words.has_total and bill.total_amount is not None and bill.total_amount > 0:
        wanted |= {"total": "total_amount", "currency": "currency"}
    if words.has_party:
        is_ours = bill.direction == "receivable"
        names = ("customer_name", "vendor_name") if is_ours else ("vendor_name", "customer_name")
        named = (name for name in names if (text := getattr(bill, name)) and is_company(text))
        if (name := next(named, None)) is not None:
            wanted["party"] = name
    if words.is_bill:
        wanted["number"] = "invoice_number"
    values = {field: getattr(bill, source) for field, source in wanted.items()}
    known = {field: value for field, value in values.items() if value is not None}
    places = {
        field: bill.provenance[wanted[field]] for field in known if wanted[field] in bill.provenance
    }
    return known, places
