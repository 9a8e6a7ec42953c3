"""Puts what was found on an invoice's pages together into its record.

Every value gets the place it was read from and how far it can be trusted. What is not certain
enough stays null.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from engine.extraction.context import Context
from engine.extraction.invoices.confidence import judge, load_model
from engine.extraction.invoices.confidence.surroundings import Surroundings
from engine.extraction.invoices.draft import Draft
from engine.extraction.invoices.header.accounts import find_iban, find_tax_id
from engine.extraction.invoices.header.currency import find_currency
from engine.extraction.invoices.header.date_order import settle_order, usual_order
from engine.extraction.invoices.header.dating import find_dates_of
from engine.extraction.invoices.header.document_type import credit_title, direction_of
from engine.extraction.invoices.header.numbering import find_numbers
from engine.extraction.invoices.header.terms import find_terms
from engine.extraction.invoices.lines.items import Item, Table
from engine.extraction.invoices.lines.line_rates import find_rates
from engine.extraction.invoices.lines.lines_table import find_items
from engine.extraction.invoices.parties.parties import Parties, find_parties
from engine.extraction.invoices.ranking import Ranks, load_ranks, ranked_days, ranked_parties
from engine.extraction.invoices.sheet.amounts import cents
from engine.extraction.invoices.sheet.candidates import Candidates, find_candidates
from engine.extraction.invoices.sheet.layout import Sheet
from engine.extraction.invoices.sheet.ocr_repair import noted, with_repairs
from engine.extraction.invoices.sums.checks import failed_checks
from engine.extraction.invoices.sums.sum_figures import Figure, Totals
from engine.extraction.invoices.sums.totals import find_totals
from engine.extraction.invoices.trust import trust_of
from engine.records import Invoice, LineItem


@dataclass(frozen=True, slots=True)
class Drafted:
    """What the rules chose on a sheet, before anything is held to be too doubtful to be given."""

    draft: Draft
    items: tuple[LineItem, ...]
    around: Surroundings


def assemble(sheet: Sheet, context: Context, invoice_id: str) -> Invoice:
    """The invoice on ``sheet``."""
    drafted = draft_of(sheet, load_ranks())
    model = load_model()
    certain = judge(drafted.around, model)
    drafted.draft.settle(certain, model.threshold)
    return _record(drafted, certain, context, invoice_id)


def draft_of(sheet: Sheet, ranks: Ranks) -> Drafted:
    """The values chosen on ``sheet`` by rules and ``ranks``, with all they were chosen from."""
    found = with_repairs(sheet, settle_order(sheet, find_candidates(sheet, usual_order(sheet))))
    draft = Draft()
    table = find_items(sheet, found)
    totals = find_totals(sheet, found, table.rows, table.total)
    find_rates(sheet, table, totals)
    is_credit = _put_type(draft, sheet)
    _put_totals(draft, totals, negate=is_credit)
    _put_dates(draft, sheet, found, ranks)
    _put_numbers(draft, sheet, found, table)
    parties = ranked_parties(find_parties(sheet, found, table.rows), ranks)
    _put_parties(draft, parties)
    _put_accounts(draft, sheet, found, parties)
    _put_currency_and_terms(draft, sheet, found, totals)
    items = _put_items(draft, table, negate=is_credit)
    around = Surroundings(sheet, found, table, totals, parties, draft.values, draft.picks)
    return Drafted(draft, items, around)


def _put_type(draft: Draft, sheet: Sheet) -> bool:
    """Whether the document calls itself a credit note."""
    credit = credit_title(sheet)
    if credit is None:
        return False
    words = credit.segment.words[credit.start : credit.end]
    draft.put("document_type", "credit_note", credit.segment, words, 0.95)
    return True


def _put_dates(draft: Draft, sheet: Sheet, found: Candidates, ranks: Ranks) -> None:
    issued, due = find_dates_of(sheet, found)
    issued = ranked_days(sheet, found, issued, due, ranks)
    if issued:
        due = [entry for entry in due if entry.value >= issued[0].value]
    draft.put_scored("invoice_date", issued)
    draft.put_scored("due_date", due)


def _put_numbers(draft: Draft, sheet: Sheet, found: Candidates, table: Table) -> None:
    numbers, orders, references = find_numbers(sheet, found, table.rows)
    draft.put_scored("invoice_number", numbers)
    draft.put_scored("purchase_order", orders)
    draft.put_scored("payment_reference", references)


def _put_totals(draft: Draft, totals: Totals, negate: bool) -> None:
    """The sums; with ``negate`` those that are printed positive become negative."""
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
            words = [word for part in figure.parts for word in part.words]
            draft.put(name, value, figure.candidate.segment, words, score)


def _put_parties(draft: Draft, parties: Parties) -> None:
    if parties.vendor is not None:
        draft.put_candidate("vendor_name", parties.vendor.name, parties.vendor.score)
    if parties.customer is not None:
        draft.put_candidate("customer_name", parties.customer.name, parties.customer.score)


def _put_accounts(draft: Draft, sheet: Sheet, found: Candidates, parties: Parties) -> None:
    iban = find_iban(sheet, found)
    if iban is not None:
        draft.put_candidate("iban", iban.candidate, iban.score)
    vendor = parties.vendor.stretch if parties.vendor else None
    customer = parties.customer.stretch if parties.customer else None
    tax_id = find_tax_id(sheet, found, vendor, customer)
    if tax_id is not None:
        draft.put_candidate("vendor_tax_id", tax_id.candidate, tax_id.score)


def _put_currency_and_terms(draft: Draft, sheet: Sheet, found: Candidates, totals: Totals) -> None:
    currency = find_currency(sheet, found, totals)
    if currency is not None:
        draft.put("currency", currency.code, currency.segment, currency.words, currency.score)
    terms = find_terms(sheet)
    if terms is not None:
        printed = [word for part in terms.row.segments for word in part.words]
        draft.put("payment_terms", terms.terms, terms.row.segments[0], printed, 0.85)


def _put_items(draft: Draft, table: Table, negate: bool) -> tuple[LineItem, ...]:
    """The lines; those of a credit note become negative when they are printed positive."""
    turn = negate and table.total is not None and table.total > 0
    return tuple(_line_item(draft, index, item, turn) for index, item in enumerate(table.items))


def _line_item(draft: Draft, index: int, item: Item, negate: bool) -> LineItem:
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
                value = cents(-value if negate else value)
            elif name == "unit_price":
                value /= item.price_parts
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
    drafted: Drafted, certain: Mapping[str, float], context: Context, invoice_id: str
) -> Invoice:
    values, items = drafted.draft.values, drafted.items
    provenance = {
        name: noted(place, values.get(name))
        for name, place in drafted.draft.provenance(certain).items()
    }
    charges = _charges(drafted.around.totals, values)
    checks = failed_checks(
        subtotal=values.get("subtotal"),
        tax_amount=values.get("tax_amount"),
        total_amount=values.get("total_amount"),
        charges=charges,
        line_items=items,
    )
    return Invoice(
        invoice_id=invoice_id,
        pages=tuple(page.page_number for page in drafted.around.sheet.pages),
        direction=direction_of(
            values.get("vendor_name"),
            values.get("vendor_tax_id"),
            values.get("customer_name"),
            context,
        ),
        line_items=items,
        charges=charges,
        confidence=trust_of(provenance),
        checks=checks,
        provenance=provenance,
        **values,
    )


def _charges(totals: Totals, values: Mapping[str, Any]) -> Decimal | None:
    """What lies between the sums besides the tax, with their sign; None without both sums."""
    total, subtotal = values.get("total_amount"), values.get("subtotal")
    if totals.charges is None or totals.total is None or total is None or subtotal is None:
        return None
    return cents(-totals.charges if total != totals.total.value else totals.charges)


def is_empty(invoice: Invoice) -> bool:
    """Whether nothing was read that an invoice must have."""
    key: tuple[str | dt.date | Decimal | None, ...] = (
        invoice.invoice_number,
        invoice.invoice_date,
        invoice.total_amount,
        invoice.vendor_name,
    )
    return all(value is None for value in key)
