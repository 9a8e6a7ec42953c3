"""Reads UBL invoices and credit notes, as Peppol BIS and XRechnung use them."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from engine.extraction.einvoice.codes import profile_name
from engine.extraction.einvoice.discount import discount_in_words
from engine.extraction.einvoice.terms import (
    Adjustment,
    EInvoice,
    InvoiceLine,
    Party,
    Sums,
    TaxPart,
)
from engine.extraction.einvoice.tree import Node, address_lines, per_unit

_NO_ORDER: Final = frozenset({"NA", "N/A", "na", "n/a"})
"""What an order reference says that is there only because its element needs one."""
_MOST_NOTES: Final = 20


def read_ubl(root: Node) -> EInvoice:
    """The document in an Invoice or a CreditNote."""
    is_credit = root.name == "CreditNote"
    currency = root.text("DocumentCurrencyCode")
    profile = root.text("CustomizationID") or ""
    percent, days = discount_in_words(_raw_terms(root))
    order = root.text("OrderReference/ID")
    line, quantity = (
        ("CreditNoteLine", "CreditedQuantity") if is_credit else ("InvoiceLine", "InvoicedQuantity")
    )
    return EInvoice(
        standard=f"UBL {profile_name(profile)}".strip(),
        profile=profile,
        type_code=root.text("CreditNoteTypeCode" if is_credit else "InvoiceTypeCode")
        or ("381" if is_credit else "380"),
        number=root.text("ID"),
        issue_date=root.date("IssueDate"),
        due_date=_due_date(root),
        currency=currency,
        seller=_party(root, "AccountingSupplierParty/Party"),
        buyer=_party(root, "AccountingCustomerParty/Party"),
        order=None if order in _NO_ORDER else order,
        ibans=tuple(
            account.content
            for account in root.all("PaymentMeans/PayeeFinancialAccount/ID")
            if account.content
        ),
        payment_reference=root.text("PaymentMeans/PaymentID"),
        discount_percent=percent,
        discount_days=days,
        notes=tuple(_notes(root))[:_MOST_NOTES],
        sums=_sums(root, currency),
        taxes=tuple(_taxes(root, currency)),
        adjustments=tuple(_adjustments(root)),
        lines=tuple(_lines(root, line, quantity)),
        problems=tuple(root.problems),
    )


def _due_date(root: Node) -> dt.date | None:
    return root.date("DueDate", "PaymentMeans/PaymentDueDate", "PaymentTerms/PaymentDueDate")


def _raw_terms(root: Node) -> list[str]:
    return [note.element.text or "" for note in root.all("PaymentTerms/Note")]


def _notes(root: Node) -> Iterator[str]:
    for note in [*root.all("PaymentTerms/Note"), *root.all("Note")]:
        if note.content:
            yield note.content


def _party(root: Node, path: str) -> Party:
    party = root.one(path)
    if party is None:
        return Party()
    ids: dict[str, str | None] = {}
    for scheme in party.all("PartyTaxScheme"):
        is_vat = (scheme.text("TaxScheme/ID") or "VAT").upper() == "VAT"
        ids.setdefault("vat" if is_vat else "other", scheme.text("CompanyID"))
    return Party(
        name=party.text("PartyLegalEntity/RegistrationName", "PartyName/Name"),
        vat_id=ids.get("vat"),
        tax_number=ids.get("other"),
        address=address_lines(
            party.one("PostalAddress"),
            ("StreetName", "AdditionalStreetName", "AddressLine/Line"),
            ("PostalZone", "CityName"),
            "Country/IdentificationCode",
        ),
    )


def _sums(root: Node, currency: str | None) -> Sums:
    tax = _own_tax(root, currency)
    found = root.one("LegalMonetaryTotal")
    if found is None:
        return Sums()
    return Sums(
        lines=found.number("LineExtensionAmount"),
        allowances=found.number("AllowanceTotalAmount"),
        charges=found.number("ChargeTotalAmount"),
        net=found.number("TaxExclusiveAmount"),
        tax=None if tax is None else tax.number("TaxAmount"),
        gross=found.number("TaxInclusiveAmount"),
        prepaid=found.number("PrepaidAmount"),
        rounding=found.number("PayableRoundingAmount"),
        due=found.number("PayableAmount"),
    )


def _own_tax(root: Node, currency: str | None) -> Node | None:
    """The tax in the invoice's currency: a second one may give it in that of the tax office."""
    for total in root.all("TaxTotal"):
        amount = total.one("TaxAmount")
        if amount is not None and amount.attribute("currencyID") in ("", currency):
            return total
    return None


def _taxes(root: Node, currency: str | None) -> Iterator[TaxPart]:
    total = _own_tax(root, currency)
    for part in total.all("TaxSubtotal") if total is not None else []:
        yield TaxPart(
            category=part.text("TaxCategory/ID"),
            rate=part.number("TaxCategory/Percent"),
            basis=part.number("TaxableAmount"),
            amount=part.number("TaxAmount"),
        )


def _adjustments(parent: Node) -> Iterator[Adjustment]:
    for node in parent.all("AllowanceCharge"):
        flag = (node.text("ChargeIndicator") or "").casefold()
        reason = node.text("AllowanceChargeReason")
        yield Adjustment(flag in ("true", "1"), node.number("Amount"), reason)


def _lines(root: Node, line_name: str, quantity_name: str) -> Iterator[InvoiceLine]:
    for line in root.all(line_name):
        quantity = line.one(quantity_name)
        yield InvoiceLine(
            number=line.text("ID"),
            name=line.text("Item/Name", "Item/Description"),
            quantity=line.number(quantity_name),
            unit=quantity.attribute("unitCode") if quantity is not None else None,
            price=_price(line),
            rate=line.number("Item/ClassifiedTaxCategory/Percent"),
            amount=line.number("LineExtensionAmount"),
            adjustments=tuple(_adjustments(line)),
        )


def _price(line: Node) -> Decimal | None:
    return per_unit(line.number("Price/PriceAmount"), line.number("Price/BaseQuantity"))
