"""Long documents in the manner of the samples, for timing."""

import datetime as dt
from dataclasses import replace
from io import BytesIO
from itertools import islice

from pypdfium2 import PdfDocument

from tests.support.made_bundles import VENDORS, Bundle
from tools.samples.accounts import BankAccount, main_account
from tools.samples.everyday import everyday
from tools.samples.freight import freight_run
from tools.samples.looks import shannonvale, tarnwick
from tools.samples.scanning import Scanner, scan

DELIVERIES = (20, 22, 38, 17)
"""Of four bills one takes two pages: five pages."""
ENTRIES_PER_PAGE = 26
ITEMS_PER_PAGE = 28


def invoice_pdf(pages: int) -> bytes:
    """Bills of one vendor on exactly ``pages`` pages."""
    bills = freight_run([DELIVERIES[n % len(DELIVERIES)] for n in range(pages)])
    content, _ = tarnwick.draw(bills)
    return first_pages(content, pages)


def vouchers_pdf(pages: int) -> bytes:
    """Three small invoices on each page, of vendors in several languages."""
    bundle = Bundle()
    for page in range(pages):
        bundle.sheet(VENDORS[page % len(VENDORS)], columns=1, rows=3)
    return bundle.content()


def dense_pdf(pages: int) -> bytes:
    """An invoice of many items on each page, of vendors in several languages."""
    bundle = Bundle(seed=2)
    for page in range(pages):
        bundle.invoice(VENDORS[page % len(VENDORS)], rows=ITEMS_PER_PAGE)
    return bundle.content()


def statement_pdf(pages: int) -> bytes:
    """One statement of exactly ``pages`` pages."""
    content, _ = shannonvale.draw(_long_account((pages + 1) * ENTRIES_PER_PAGE))
    return first_pages(content, pages)


def scanned_pdf(pages: int) -> bytes:
    """Scanned bills on exactly ``pages`` pages."""
    return scan(invoice_pdf(pages), Scanner(seed=11), "Scan")


def first_pages(content: bytes, pages: int) -> bytes:
    """The PDF cut down to its first pages."""
    source, target, out = PdfDocument(content), PdfDocument.new(), BytesIO()
    target.import_pages(source, list(range(pages)))
    target.save(out)
    target.close()
    source.close()
    return out.getvalue()


def _long_account(entries: int) -> BankAccount:
    account = main_account(everyday())
    quarter = dt.timedelta(days=92)
    repeated = (
        replace(entry, date=entry.date + round_ * quarter)
        for round_ in range(entries)
        for entry in account.entries
    )
    booked = tuple(islice(repeated, entries))
    return replace(account, entries=booked, period_end=booked[-1].date)
