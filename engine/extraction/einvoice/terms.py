"""An electronic invoice as its business terms, whichever syntax it came in.

The names in brackets are those of the European standard EN 16931. Amounts are as written: a credit
note's are usually positive here.
"""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Party:
    """Seller [BG-4] or buyer [BG-7]; ``address`` is a line each, as it would be printed.

    Attributes:
        name: Legal name [BT-27, BT-44].
        vat_id: VAT identifier [BT-31, BT-48].
        tax_number: Another tax registration [BT-32].
        address: Street, place, country.
    """

    name: str | None = None
    vat_id: str | None = None
    tax_number: str | None = None
    address: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sums:
    """The totals of the document, in its currency.

    Attributes:
        lines: Sum of the lines' net amounts [BT-106].
        allowances: Sum of allowances on the whole document [BT-107].
        charges: Sum of charges on the whole document [BT-108].
        net: Total without tax [BT-109].
        tax: Tax [BT-110].
        gross: Total with tax [BT-112].
        prepaid: Paid already [BT-113].
        rounding: Added so that the amount due is round [BT-114].
        due: What is left to pay [BT-115].
    """

    lines: Decimal | None = None
    allowances: Decimal | None = None
    charges: Decimal | None = None
    net: Decimal | None = None
    tax: Decimal | None = None
    gross: Decimal | None = None
    prepaid: Decimal | None = None
    rounding: Decimal | None = None
    due: Decimal | None = None


@dataclass(frozen=True, slots=True)
class TaxPart:
    """One line of the tax breakdown [BG-23]; ``rate`` in percent."""

    category: str | None
    rate: Decimal | None
    basis: Decimal | None
    amount: Decimal | None


@dataclass(frozen=True, slots=True)
class Adjustment:
    """An allowance, or a charge, on the document [BG-20, BG-21] or on a line [BG-27, BG-28]."""

    is_charge: bool
    amount: Decimal | None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class InvoiceLine:
    """One line [BG-25].

    Attributes:
        number: As the sender counts [BT-126].
        name: What was sold [BT-153].
        quantity: How much [BT-129].
        unit: Code of its unit, UN/ECE recommendation 20 [BT-130].
        price: Net price of one unit [BT-146 divided by BT-149].
        rate: Tax in percent [BT-152].
        amount: Net amount [BT-131].
        adjustments: Allowances and charges within ``amount``.
    """

    number: str | None = None
    name: str | None = None
    quantity: Decimal | None = None
    unit: str | None = None
    price: Decimal | None = None
    rate: Decimal | None = None
    amount: Decimal | None = None
    adjustments: tuple[Adjustment, ...] = ()


@dataclass(frozen=True, slots=True)
class EInvoice:
    """Everything of an electronic invoice that is used.

    Attributes:
        standard: Syntax and profile, as people call them.
        profile: The specification identifier as written [BT-24].
        type_code: What document it is, UNTDID 1001 [BT-3].
        number: [BT-1].
        issue_date: [BT-2].
        due_date: [BT-9].
        has_other_due_dates: Whether the terms name another day too: of a discount, of a part.
        currency: [BT-5].
        seller: [BG-4].
        buyer: [BG-7].
        order: Purchase order [BT-13].
        ibans: Accounts to pay to [BT-84], those that are no IBAN left out.
        payment_reference: [BT-83].
        discount_percent: Early-payment discount.
        discount_days: Days within which it is given.
        notes: Free text, payment terms in words [BT-20, BT-22].
        sums: [BG-22].
        taxes: [BG-23].
        adjustments: Allowances and charges on the whole document.
        lines: Those whose amounts add up; headings and details of a line are left out.
        problems: Sentences about values that could not be read.
    """

    standard: str
    profile: str = ""
    type_code: str | None = None
    number: str | None = None
    issue_date: dt.date | None = None
    due_date: dt.date | None = None
    has_other_due_dates: bool = False
    currency: str | None = None
    seller: Party = Party()
    buyer: Party = Party()
    order: str | None = None
    ibans: tuple[str, ...] = ()
    payment_reference: str | None = None
    discount_percent: Decimal | None = None
    discount_days: int | None = None
    notes: tuple[str, ...] = ()
    sums: Sums = Sums()
    taxes: tuple[TaxPart, ...] = ()
    adjustments: tuple[Adjustment, ...] = ()
    lines: tuple[InvoiceLine, ...] = ()
    problems: tuple[str, ...] = ()
