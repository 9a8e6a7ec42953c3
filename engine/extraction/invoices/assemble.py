"""Puts what was found on an invoice's pages together into its record.

Every value gets the place it was read from and how far it can be trusted. What is not certain
enough stays null.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final

from engine.extraction.context import Context
from engine.extraction.invoices.accounts import find_iban, find_tax_id
from engine.extraction.invoices.calibration import calibrated
from engine.extraction.invoices.candidates import Candidate, Candidates, cents, find_candidates
from engine.extraction.invoices.checks import failed_checks
from engine.extraction.invoices.currency import find_currency
from engine.extraction.invoices.dating import find_dates_of
from engine.extraction.invoices.document_type import credit_title, direction_of
from engine.extraction.invoices.layout import Segment, Sheet, box_of
from engine.extraction.invoices.lines_table import Item, find_items
from engine.extraction.invoices.numbering import find_numbers
from engine.extraction.invoices.parties import Party, find_parties
from engine.extraction.invoices.scoring import Scored, confidence
from engine.extraction.invoices.terms import find_terms
from engine.extraction.invoices.totals import Figure, Totals, find_totals
from engine.reading.page import Word
from engine.records import Invoice, LineItem, Provenance

_KEY_FIELDS: Final = (
    "invoice_number", "invoice_date", "vendor_name", "currency", "total_amount",
)  # fmt: skip


@dataclass(slots=True)
class _Draft:
    """Values and their places while the record is put together."""

    values: dict[str, Any] = field(default_factory=dict)
    provenance: dict[str, Provenance] = field(default_factory=dict)

    def put(
        self, name: str, value: object, segment: Segment, words: Sequence[Word], score: float
    ) -> None:
        """Set a field together with the place it was read from."""
        self.values[name] = value
        self.mark(name, segment, words, calibrated(score))

    def mark(self, name: str, segment: Segment, words: Sequence[Word], score: float) -> None:
        """Note a place only."""
        certainty = min((word.confidence for word in words), default=1.0)
        if segment.source == "ocr":
            score *= 0.75 + 0.25 * certainty
        self.provenance[name] = Provenance(
            page=segment.page,
            bbox=box_of(words),
            text=" ".join(word.text for word in words),
            confidence=round(max(0.0, min(1.0, score)), 3),
            source=segment.source,
        )

    def put_scored(self, name: str, scored: Sequence[Scored[Any]]) -> None:
        """Set a field to the first of ranked candidates, if there is one."""
        if scored:
            self.put_candidate(name, scored[0].candidate, confidence(list(scored)))

    def put_candidate(self, name: str, candidate: Candidate[Any], score: float) -> None:
        """Set a field to a candidate's value."""
        self.put(name, candidate.value, candidate.segment, candidate.words, score)


def assemble(sheet: Sheet, context: Context, invoice_id: str, date_order: str | None) -> Invoice:
    """The invoice on ``sheet``; ``date_order`` is used where its own dates prove none."""
    found = find_candidates(sheet, date_order)
    draft = _Draft()
    table = find_items(sheet, found)
    totals = find_totals(sheet, found, table.rows)
    credit = credit_title(sheet)
    if credit is not None:
        words = credit.segment.words[credit.start : credit.end]
        draft.put("document_type", "credit_note", credit.segment, words, 0.95)
    negate = credit is not None and (totals.total is None or totals.total.value > 0)
    _put_totals(draft, totals, negate)
    issued, due = find_dates_of(sheet, found)
    draft.put_scored("invoice_date", issued)
    draft.put_scored("due_date", due)
    numbers, orders, references = find_numbers(sheet, found, table.rows)
    draft.put_scored("invoice_number", numbers)
    draft.put_scored("purchase_order", orders)
    draft.put_scored("payment_reference", references)
    parties = find_parties(sheet, found, table.rows)
    _put_party(draft, "vendor_name", parties.vendor)
    _put_party(draft, "customer_name", parties.customer)
    _put_accounts(draft, sheet, found, parties.vendor, parties.customer)
    currency = find_currency(sheet, found, totals)
    if currency is not None:
        draft.put("currency", currency.code, currency.segment, currency.words, currency.score)
    terms = find_terms(sheet)
    if terms is not None:
        segment = terms.row.segments[0]
        printed = [word for part in terms.row.segments for word in part.words]
        draft.put("payment_terms", terms.terms, segment, printed, 0.85)
    added = sum((item.amount.value.value for item in table.items), Decimal(0))
    turn = credit is not None and added > 0
    items = tuple(_line_item(draft, i, item, turn) for i, item in enumerate(table.items))
    return _record(draft, sheet, context, invoice_id, items)


def _put_totals(draft: _Draft, totals: Totals, negate: bool) -> None:
    figures: dict[str, Figure | None] = {
        "subtotal": totals.subtotal,
        "tax_amount": totals.tax,
        "total_amount": totals.total,
        "amount_due": totals.due,
    }
    for name, figure in figures.items():
        if figure is not None:
            value = cents(-figure.value if negate and figure.value > 0 else figure.value)
            proven = totals.adds_up and name != "amount_due"
            score = 0.8 + 0.2 * figure.score if proven else figure.score
            place = figure.candidate
            words = [word for part in figure.parts for word in part.words]
            draft.put(name, value, place.segment, words, score)


def _put_party(draft: _Draft, name: str, party: Party | None) -> None:
    if party is not None:
        draft.put_candidate(name, party.name, party.score)


def _put_accounts(
    draft: _Draft, sheet: Sheet, found: Candidates, vendor: Party | None, customer: Party | None
) -> None:
    iban = find_iban(found)
    if iban is not None:
        draft.put_candidate("iban", iban.candidate, iban.score)
    tax_id = find_tax_id(
        sheet, found, vendor.stretch if vendor else None, customer.stretch if customer else None
    )
    if tax_id is not None:
        draft.put_candidate("vendor_tax_id", tax_id.candidate, tax_id.score)


def _line_item(draft: _Draft, index: int, item: Item, negate: bool) -> LineItem:
    values: dict[str, Any] = {}
    numbers = {
        "quantity": item.quantity,
        "unit_price": item.unit_price,
        "amount": item.amount,
    }
    for name, place in numbers.items():
        if place is not None:
            value = place.value.value
            if name == "amount":
                value = cents(-value if negate and value > 0 else value)
            values[name] = value
            draft.mark(f"line_items[{index}].{name}", place.segment, place.words, 0.8)
    if item.tax_rate is not None:
        values["tax_rate"], segment, word = item.tax_rate
        words = segment.words[word : word + 1]
        draft.mark(f"line_items[{index}].tax_rate", segment, words, 0.8)
    if item.description:
        values["description"] = " ".join(segment.text for segment in item.description)
        printed = [word for segment in item.description for word in segment.words]
        draft.mark(f"line_items[{index}].description", item.description[0], printed, 0.75)
    return LineItem(**values)


def _record(
    draft: _Draft,
    sheet: Sheet,
    context: Context,
    invoice_id: str,
    items: tuple[LineItem, ...],
) -> Invoice:
    values = draft.values
    checks = failed_checks(
        subtotal=values.get("subtotal"),
        tax_amount=values.get("tax_amount"),
        total_amount=values.get("total_amount"),
        line_items=items,
    )
    known = [draft.provenance.get(name) for name in _KEY_FIELDS]
    trust = sum(place.confidence for place in known if place is not None) / len(_KEY_FIELDS)
    return Invoice(
        invoice_id=invoice_id,
        pages=tuple(page.page_number for page in sheet.pages),
        direction=direction_of(
            values.get("vendor_name"),
            values.get("vendor_tax_id"),
            values.get("customer_name"),
            context,
        ),
        line_items=items,
        confidence=round(min(1.0, trust), 3),
        checks=checks,
        provenance=draft.provenance,
        **values,
    )


def is_empty(invoice: Invoice) -> bool:
    """Whether nothing was read that an invoice must have."""
    key: tuple[str | dt.date | Decimal | None, ...] = (
        invoice.invoice_number,
        invoice.invoice_date,
        invoice.total_amount,
        invoice.vendor_name,
    )
    return all(value is None for value in key)
