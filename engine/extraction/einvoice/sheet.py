"""What stands on a page made of an electronic invoice that has no other page.

Everything that a person needs to judge it, as written: amounts keep the sign of the XML.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from engine.extraction.einvoice.codes import document_name, tax_category_name, unit_name
from engine.extraction.einvoice.terms import EInvoice, InvoiceLine, Party
from engine.reading.blocks import Block, Pairs, Paragraph, Table, Title

_LINE_WIDTHS: Final = (0.07, 0.43, -0.14, -0.13, -0.08, -0.15)
_TAX_WIDTHS: Final = (0.3, -0.2, -0.25, -0.25)


def sheet_of(invoice: EInvoice) -> tuple[Block, ...]:
    """The blocks of the page, from top to bottom."""
    currency = invoice.currency or ""
    kind = document_name(invoice.type_code)
    return (
        Title(
            f"{kind} {invoice.number or ''}".strip(),
            f"Made from the e-invoice’s XML ({invoice.standard}). The file has no page of its own.",
        ),
        Pairs(
            "Document",
            (
                ("Invoice number", invoice.number or ""),
                ("Invoice date", _day(invoice.issue_date)),
                ("Due date", _day(invoice.due_date)),
                ("Currency", currency),
                ("Purchase order", invoice.order or ""),
                ("Type", f"{kind} ({invoice.type_code})" if invoice.type_code else ""),
            ),
        ),
        Pairs("Seller", _party(invoice.seller)),
        Pairs("Buyer", _party(invoice.buyer)),
        Table(
            "Lines",
            ("No.", "Description", "Quantity", "Unit price", "Tax %", f"Net {currency}".strip()),
            _LINE_WIDTHS,
            tuple(_rows(invoice)),
        ),
        Table(
            "Allowances and charges",
            ("", "Reason", f"Amount {currency}".strip()),
            (0.2, 0.55, -0.25),
            tuple(
                ("Charge" if part.is_charge else "Allowance", part.reason or "", _sum(part.amount))
                for part in invoice.adjustments
            ),
        ),
        Table(
            "Tax",
            ("Category", "Rate %", "Base", "Tax"),
            _TAX_WIDTHS,
            tuple(
                (
                    tax_category_name(part.category),
                    _plain(part.rate),
                    _sum(part.basis),
                    _sum(part.amount),
                )
                for part in invoice.taxes
            ),
        ),
        Pairs("Totals", tuple(_totals(invoice)), is_sum=True),
        Pairs("Payment", tuple(_payment(invoice))),
        *(Paragraph("" if index else "Notes", note) for index, note in enumerate(invoice.notes)),
    )


def _party(party: Party) -> tuple[tuple[str, str], ...]:
    return (
        ("Name", party.name or ""),
        ("Address", ", ".join(party.address)),
        ("VAT id", party.vat_id or ""),
        ("Tax number", party.tax_number or ""),
    )


def _rows(invoice: EInvoice) -> Iterator[tuple[str, ...]]:
    for index, line in enumerate(invoice.lines, 1):
        yield (
            line.number or str(index),
            line.name or "",
            f"{_plain(line.quantity)} {unit_name(line.unit, line.quantity)}".strip(),
            _sum(line.price),
            _plain(line.rate),
            _sum(line.amount),
        )
        yield from _parts(line)


def _parts(line: InvoiceLine) -> Iterator[tuple[str, ...]]:
    for part in line.adjustments:
        name = "Charge" if part.is_charge else "Allowance"
        reason = f": {part.reason}" if part.reason else ""
        yield ("", f"{name}{reason}, within the line: {_sum(part.amount)}", "", "", "", "")


def _totals(invoice: EInvoice) -> Iterator[tuple[str, str]]:
    sums, currency = invoice.sums, invoice.currency or ""
    for label, amount in (
        ("Sum of lines", sums.lines),
        ("Allowances", sums.allowances),
        ("Charges", sums.charges),
        ("Total without tax", sums.net),
        ("Tax", sums.tax),
        ("Total with tax", sums.gross),
        ("Paid already", sums.prepaid),
        ("Rounding", sums.rounding),
        ("Amount due", sums.due),
    ):
        if amount is not None:
            yield label, f"{_sum(amount)} {currency}".strip()


def _payment(invoice: EInvoice) -> Iterator[tuple[str, str]]:
    for account in invoice.ibans:
        yield "Account", account
    yield "Reference", invoice.payment_reference or ""
    if invoice.discount_percent is not None:
        days = f" within {invoice.discount_days} days" if invoice.discount_days else ""
        yield "Discount", f"{_plain(invoice.discount_percent)} %{days}"


def _day(day: object) -> str:
    return str(day) if day else ""


def _plain(number: Decimal | None) -> str:
    if number is None:
        return ""
    return f"{number.normalize():f}" if number else "0"


def _sum(amount: Decimal | None) -> str:
    """An amount with its thousands apart and all the decimals it has, two at least."""
    if amount is None:
        return ""
    cents = amount.quantize(Decimal("0.01"))
    return f"{cents if cents == amount else amount.normalize():,f}"
