"""A haulier's bills as its old system prints them: fixed pitch, dashes, page x of y."""

from collections.abc import Sequence

from tools.samples.bills import Bill, Item
from tools.samples.formats import english, plain, short
from tools.samples.sheet import COURIER, Sheet

ROWS_FIRST, ROWS_NEXT = 25, 34
SIZE, LEADING = 9.5, 13
DASHES = "-" * 88
LEFT = 47.0


def draw(bills: Sequence[Bill]) -> tuple[bytes, list[tuple[int, ...]]]:
    """All bills in one PDF, and the pages (from 1) of each."""
    vendor = bills[0].vendor
    sheet = Sheet(COURIER, title="Invoice run", author=vendor.name, ink="#222222")
    pages: list[tuple[int, ...]] = []
    for bill in bills:
        if pages:
            sheet.new_page()
        first = sheet.page_number
        _draw_bill(sheet, bill)
        pages.append(tuple(range(first, sheet.page_number + 1)))
    return sheet.finish(), pages


def _draw_bill(sheet: Sheet, bill: Bill) -> None:
    chunks = _page_chunks(bill.items)
    carried = None
    for number, items in enumerate(chunks, start=1):
        if number > 1:
            sheet.new_page()
        y = _head(sheet, bill, number, len(chunks))
        if carried is not None:
            y = _row(sheet, y, "", "BROUGHT FORWARD", "", "", english(carried))
        for item in items:
            price, amount = english(item.unit_price), english(item.amount)
            y = _row(sheet, y, item.code, item.description, plain(item.quantity), price, amount)
        carried = (carried or 0) + sum(item.amount for item in items)
        if number < len(chunks):
            y = _row(sheet, y, "", "CARRIED FORWARD", "", "", english(carried))
            sheet.text(LEFT, y + 2 * LEADING, "CONTINUED ON NEXT PAGE", SIZE)
        else:
            _totals(sheet, bill, y)


def _page_chunks(items: Sequence[Item]) -> list[Sequence[Item]]:
    if len(items) <= ROWS_FIRST:
        return [items]
    rest = items[ROWS_FIRST:]
    starts = range(0, len(rest), ROWS_NEXT)
    return [items[:ROWS_FIRST], *(rest[i : i + ROWS_NEXT] for i in starts)]


def _head(sheet: Sheet, bill: Bill, number: int, pages: int) -> float:
    vendor = bill.vendor
    sheet.text(LEFT, 58, vendor.name.upper(), 14, bold=True)
    y = sheet.lines(LEFT, 74, [line.upper() for line in vendor.address[:-1]], 8.5, 11)
    sheet.text(LEFT, y, f"VAT REG {vendor.tax_id}   TEL {vendor.phone}", 8.5)
    sheet.text(548, 58, "INVOICE", 14, bold=True, align="right")
    sheet.text(548, 74, f"PAGE {number} OF {pages}", 8.5, align="right")
    facts = (
        f"INVOICE NO : {bill.number}",
        f"DATE       : {short(bill.date).upper()}",
        f"ACCOUNT    : {bill.customer_number}",
        f"TERMS      : 21 DAYS ({short(bill.due).upper() if bill.due else ''})",
    )
    sheet.lines(345, 142, facts, SIZE, LEADING)
    customer = (bill.customer.name, *bill.customer.address)
    sheet.lines(LEFT, 142, [line.upper() for line in customer], SIZE, LEADING)
    y = 142 + 6.5 * LEADING
    sheet.text(LEFT, y, DASHES, SIZE)
    y = _row(sheet, y + LEADING, "DOCKET", "PARTICULARS", "QTY", "RATE", "NET EUR")
    sheet.text(LEFT, y, DASHES, SIZE)
    return y + LEADING


def _row(
    sheet: Sheet, y: float, code: str, what: str, quantity: str, rate: str, amount: str
) -> float:
    line = f"{code:<10}{what:<46}{quantity:>5}{rate:>12}{amount:>15}"
    sheet.text(LEFT, y, line, SIZE)
    return y + LEADING


def _totals(sheet: Sheet, bill: Bill, y: float) -> None:
    sheet.text(LEFT, y, DASHES, SIZE)
    rate = plain(bill.taxes[0][0])
    rows = (
        ("GOODS/SERVICES NET", english(bill.subtotal)),
        (f"VAT @ {rate}%", english(bill.tax)),
        ("INVOICE TOTAL EUR", english(bill.total)),
    )
    for label, value in rows:
        y += LEADING
        bold = label.startswith("INVOICE")
        sheet.text(LEFT, y, f"{'':<40}{label:<28}{value:>20}", SIZE, bold=bold)
    y += LEADING
    sheet.text(LEFT, y, f"{'':<40}{'=' * 48}", SIZE)
    vendor = bill.vendor
    sheet.lines(
        LEFT,
        778,
        (
            f"PAY TO {vendor.bank.upper()} IBAN {vendor.iban_in_groups} BIC {vendor.bic}",
            f"QUOTE {bill.payment_reference}. CLAIMS WITHIN 3 DAYS OF DELIVERY ONLY.",
        ),
        8,
        11,
    )
