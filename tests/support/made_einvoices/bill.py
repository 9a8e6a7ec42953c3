"""The figures of an invoice, held once for every syntax."""

from dataclasses import dataclass, replace
from decimal import Decimal

EN16931 = "urn:cen.eu:en16931:2017"
XRECHNUNG = f"{EN16931}#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0"
PEPPOL = f"{EN16931}#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0"
FACTURX = "urn:factur-x.eu:1p0:"


@dataclass(frozen=True)
class Line:
    """One line of a bill; amounts and quantities as they are written."""

    name: str
    quantity: str
    price: str
    amount: str
    rate: str = "19.00"
    unit: str = "H87"
    per: str = ""
    allowance: str = ""


@dataclass(frozen=True)
class Bill:
    """Everything that an invoice says; days as yyyymmdd."""

    number: str = "RE-2026-0815"
    type_code: str = "380"
    issued: str = "20260302"
    due: str = "20260401"
    currency: str = "EUR"
    seller: str = "Nordlicht Leuchten GmbH"
    seller_vat: str = "DE136695976"
    seller_tax_number: str = "13/815/08154"
    buyer: str = "Hafenkontor Reederei AG"
    order: str = "PO-77120"
    iban: str = "DE89370400440532013000"
    reference: str = "RF18539007547034"
    terms: str = ""
    lines: tuple[Line, ...] = (
        Line("Deckenleuchte Kompass", "4", "75.00", "300.00"),
        Line("Montage", "2.5", "40.00", "95.00", allowance="5.00", unit="HUR"),
    )
    charge: str = "5.00"
    net: str = "400.00"
    tax: str = "76.00"
    rate: str = "19.00"
    gross: str = "476.00"
    prepaid: str = "76.00"
    due_amount: str = "400.00"
    profile: str = EN16931

    @property
    def line_total(self) -> Decimal:
        """What the lines add up to."""
        return sum((Decimal(line.amount) for line in self.lines), Decimal(0))


def credit_note(**changes: object) -> Bill:
    """A bill that gives money back."""
    return replace(Bill(type_code="381", number="GS-2026-07"), **changes)  # type: ignore[arg-type]
