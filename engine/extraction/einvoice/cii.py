"""Reads UN/CEFACT Cross Industry Invoices: Factur-X, ZUGFeRD 2 and 1.0, XRechnung.

ZUGFeRD 1.0 has the same structure under older names.
"""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from engine.extraction.einvoice.cii_names import NEW, OLD, Names
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

_NO_LINES: Final = frozenset({"GROUP", "INFORMATION"})
_CONTEXT_ID: Final = "GuidelineSpecifiedDocumentContextParameter/ID"
_MOST_NOTES: Final = 20
_MOST_DAYS: Final = 999


def read_cii(root: Node) -> EInvoice:
    """The invoice in a CrossIndustryInvoice, or in a CrossIndustryDocument of ZUGFeRD 1.0."""
    names = OLD if root.name == "CrossIndustryDocument" else NEW
    settlement = f"{names.transaction}/{names.settlement}"
    currency = root.text(f"{settlement}/InvoiceCurrencyCode")
    profile = root.text(f"{names.context}/{_CONTEXT_ID}") or ""
    terms = root.all(f"{settlement}/SpecifiedTradePaymentTerms")
    issued = root.date(*_dates(f"{names.document}/IssueDateTime"))
    percent, days = _discount(terms, issued)
    due, has_others = _due_dates(terms)
    return EInvoice(
        standard=_standard(names, profile),
        profile=profile,
        type_code=root.text(f"{names.document}/TypeCode"),
        number=root.text(f"{names.document}/ID"),
        issue_date=issued,
        due_date=due,
        has_other_due_dates=has_others,
        currency=currency,
        seller=_party(root, f"{names.transaction}/{names.agreement}/SellerTradeParty"),
        buyer=_party(root, f"{names.transaction}/{names.agreement}/BuyerTradeParty"),
        order=root.text(
            f"{names.transaction}/{names.agreement}/BuyerOrderReferencedDocument/{names.reference}"
        ),
        ibans=tuple(_ibans(root, settlement)),
        payment_reference=root.text(f"{settlement}/PaymentReference"),
        discount_percent=percent,
        discount_days=days,
        notes=tuple(_notes(root, names, terms))[:_MOST_NOTES],
        sums=_sums(root.one(f"{settlement}/{names.sums}"), currency),
        taxes=tuple(_taxes(root, f"{settlement}/ApplicableTradeTax", names)),
        adjustments=tuple(_header_adjustments(root, settlement)),
        lines=tuple(_lines(root, names)),
        problems=tuple(root.problems),
    )


def _standard(names: Names, profile: str) -> str:
    plain = profile.casefold()
    if names is OLD:
        family = "ZUGFeRD 1.0"
    elif "xrechnung" in plain:
        family = "CII"
    elif "zugferd" in plain:
        family = "ZUGFeRD 2"
    else:
        family = "Factur-X" if "factur-x" in plain else "CII"
    return f"{family} {profile_name(profile)}".strip()


def _dates(path: str) -> tuple[str, ...]:
    """Where a date may stand: in words of the standard, or as XML writes times."""
    return f"{path}/DateTimeString", f"{path}/DateString", f"{path}/DateTime", path


def _due_dates(terms: list[Node]) -> tuple[dt.date | None, bool]:
    """The day when the net payment is due, the first of partial payments; and whether others are.

    That is what the standard says of BT-9; terms of a discount have a day of their own.
    """
    dated = [(term, term.date(*_dates("DueDateDateTime")[:3])) for term in terms]
    days = [day for _, day in dated if day]
    plain = [day for term, day in dated if day and not term.all(_DISCOUNT)]
    return min(plain or days, default=None), len(set(days)) > 1


_DISCOUNT: Final = "ApplicableTradePaymentDiscountTerms"


def _discount(terms: list[Node], issued: dt.date | None) -> tuple[Decimal | None, int | None]:
    """Percent and days of the first discount that the terms hold as figures, or in words."""
    for term in terms:
        for discount in term.all(_DISCOUNT):
            percent = discount.number("CalculationPercent")
            if percent:
                return percent, _discount_days(term, discount, issued)
    return discount_in_words(text for term in terms if (text := _raw(term, "Description")))


def _discount_days(term: Node, discount: Node, issued: dt.date | None) -> int | None:
    period = discount.one("BasisPeriodMeasure")
    if period is not None and period.attribute("unitCode") in ("DAY", ""):
        days = period.own_number()
        is_whole = days is not None and days == days.to_integral_value()
        return int(days) if days is not None and is_whole and 0 <= days <= _MOST_DAYS else None
    until = term.date(*_dates("DueDateDateTime")[:3])
    return (until - issued).days if until and issued and until >= issued else None


def _raw(node: Node, path: str) -> str | None:
    """Text with its line ends, on which the notation of discounts depends."""
    found = node.one(path)
    return (found.element.text or None) if found is not None else None


def _party(root: Node, path: str) -> Party:
    party = root.one(path)
    if party is None:
        return Party()
    ids = {
        found.attribute("schemeID"): found.content
        for found in reversed(party.all("SpecifiedTaxRegistration/ID"))
    }
    return Party(
        name=party.text("Name", "SpecifiedLegalOrganization/TradingBusinessName"),
        vat_id=ids.get("VA"),
        tax_number=ids.get("FC"),
        address=address_lines(
            party.one("PostalTradeAddress"),
            ("LineOne", "LineTwo", "LineThree"),
            ("PostcodeCode", "CityName"),
            "CountryID",
        ),
    )


def _ibans(root: Node, settlement: str) -> Iterator[str]:
    means = f"{settlement}/SpecifiedTradeSettlementPaymentMeans"
    for found in root.all(f"{means}/PayeePartyCreditorFinancialAccount/IBANID"):
        if found.content:
            yield found.content


def _notes(root: Node, names: Names, terms: list[Node]) -> Iterator[str]:
    for term in terms:
        if text := term.text("Description"):
            yield text
    for note in root.all(f"{names.document}/IncludedNote/Content"):
        if note.content:
            yield note.content


def _sums(found: Node | None, currency: str | None) -> Sums:
    if found is None:
        return Sums()
    return Sums(
        lines=found.number("LineTotalAmount"),
        allowances=found.number("AllowanceTotalAmount"),
        charges=found.number("ChargeTotalAmount"),
        net=found.number("TaxBasisTotalAmount"),
        tax=_tax_total(found, currency),
        gross=found.number("GrandTotalAmount"),
        prepaid=found.number("TotalPrepaidAmount"),
        rounding=found.number("RoundingAmount"),
        due=found.number("DuePayableAmount"),
    )


def _tax_total(found: Node, currency: str | None) -> Decimal | None:
    """The tax in the invoice's currency: a second one may give it in that of the tax office."""
    totals = found.all("TaxTotalAmount")
    own = [node for node in totals if node.attribute("currencyID") in ("", currency)]
    if not own:
        return None
    return own[0].own_number()


def _taxes(root: Node, path: str, names: Names) -> Iterator[TaxPart]:
    for tax in root.all(path):
        yield TaxPart(
            category=tax.text("CategoryCode"),
            rate=tax.number(names.rate),
            basis=tax.number("BasisAmount"),
            amount=tax.number("CalculatedAmount"),
        )


def _header_adjustments(root: Node, settlement: str) -> Iterator[Adjustment]:
    yield from _adjustments(root.all(f"{settlement}/SpecifiedTradeAllowanceCharge"))
    for service in root.all(f"{settlement}/SpecifiedLogisticsServiceCharge"):
        yield Adjustment(True, service.number("AppliedAmount"), service.text("Description"))


def _adjustments(nodes: list[Node]) -> Iterator[Adjustment]:
    for node in nodes:
        flag = node.text("ChargeIndicator/Indicator", "ChargeIndicator/IndicatorString") or ""
        yield Adjustment(
            flag.casefold() in ("true", "1"), node.number("ActualAmount"), node.text("Reason")
        )


def _lines(root: Node, names: Names) -> Iterator[InvoiceLine]:
    for line in root.all(f"{names.transaction}/IncludedSupplyChainTradeLineItem"):
        kind = line.text("AssociatedDocumentLineDocument/LineStatusReasonCode")
        amount = line.number(f"{names.line_settlement}/{names.line_sums}/LineTotalAmount")
        name = line.text("SpecifiedTradeProduct/Name", "SpecifiedTradeProduct/Description")
        if kind in _NO_LINES or (amount is None and name is None):
            continue
        quantity = line.one(f"{names.line_delivery}/BilledQuantity")
        yield InvoiceLine(
            number=line.text("AssociatedDocumentLineDocument/LineID"),
            name=name,
            quantity=line.number(f"{names.line_delivery}/BilledQuantity"),
            unit=quantity.attribute("unitCode") if quantity is not None else None,
            price=_price(line, f"{names.line_agreement}/NetPriceProductTradePrice"),
            rate=line.number(f"{names.line_settlement}/ApplicableTradeTax/{names.rate}"),
            amount=amount,
            adjustments=tuple(
                _adjustments(line.all(f"{names.line_settlement}/SpecifiedTradeAllowanceCharge"))
            ),
        )


def _price(line: Node, path: str) -> Decimal | None:
    """The net price of one unit: the price given may be that of a hundred."""
    return per_unit(line.number(f"{path}/ChargeAmount"), line.number(f"{path}/BasisQuantity"))
