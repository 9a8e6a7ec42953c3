"""Every sample file: its name, what it holds, and its bytes."""

from collections.abc import Callable
from dataclasses import dataclass

import pypdfium2 as pdfium

from tools.samples import payables
from tools.samples.accounts import BankAccount, main_account, second_account
from tools.samples.bills import Bill
from tools.samples.entries import Settlement
from tools.samples.everyday import everyday
from tools.samples.freight import freight_run
from tools.samples.looks import (
    ballycorrin,
    copperlane,
    fernhollow,
    greyfern,
    harrowmere,
    kilbrack,
    lichtwerk,
    osterfeld,
    pellworth,
    quillbrook,
    roncevaux,
    shannonvale,
    tallgrass,
    tarnwick,
    wexcombe,
)
from tools.samples.payments import settlements
from tools.samples.receivables import ISSUED
from tools.samples.scanning import Scanner, scan
from tools.samples.ubl import ubl

SINGLE_BILLS: tuple[tuple[str, Bill, Callable[[Bill], bytes]], ...] = (
    ("quillbrook-invoice-QB-58213.pdf", payables.QUILLBROOK, quillbrook.draw),
    ("osterfeld-rechnung-RE-2026-04417.pdf", payables.OSTERFELD, osterfeld.draw),
    ("roncevaux-facture-F2026-0931.pdf", payables.RONCEVAUX, roncevaux.draw),
    ("tallgrass-invoice-10482-usd.pdf", payables.TALLGRASS, tallgrass.draw),
    ("wexcombe-invoice-WX-2026-3307-gbp.pdf", payables.WEXCOMBE, wexcombe.draw),
    ("pellworth-invoice-P-7718.pdf", payables.PELLWORTH, pellworth.draw),
    ("pellworth-credit-note-CN-0342.pdf", payables.PELLWORTH_CREDIT, pellworth.draw),
    ("copperlane-invoice-CT260911.pdf", payables.COPPERLANE, copperlane.draw),
    ("kilbrack-invoice-KM-1184.pdf", payables.KILBRACK, kilbrack.draw),
    ("greyfern-electricity-bill.pdf", payables.GREYFERN, greyfern.draw),
    ("lichtwerk-rechnung-LW-2026-1093-zugferd.pdf", payables.LICHTWERK, lichtwerk.draw),
)


@dataclass(frozen=True, slots=True)
class BillFile:
    """A file of invoices. ``pages`` has the pages (from 1) of each bill; XML is shown on one."""

    file_name: str
    content: bytes
    bills: tuple[Bill, ...]
    pages: tuple[tuple[int, ...], ...]
    is_scanned: bool = False


@dataclass(frozen=True, slots=True)
class StatementFile:
    """A bank statement. ``pages`` has the page (from 1) of each entry."""

    file_name: str
    content: bytes
    account: BankAccount
    pages: tuple[int, ...]
    is_scanned: bool = False


@dataclass(frozen=True, slots=True)
class SampleSet:
    """All sample files, and how the bills in them were paid."""

    bills: tuple[BillFile, ...]
    statements: tuple[StatementFile, ...]
    settlements: tuple[Settlement, ...]


def make_samples() -> SampleSet:
    """Draw every sample document."""
    freight, corran = freight_run(), payables.CORRAN
    paid = settlements(freight)
    entries = (*everyday(), *(entry for group in paid for entry in group.entries))
    singles = (_single(name, bill, draw) for name, bill, draw in SINGLE_BILLS)
    bills = (
        *singles,
        _scanned_bill(),
        BillFile("corranpoint-invoice-CP-88104.xml", ubl(corran), (corran,), ((1,),)),
        BillFile("tarnwick-freight-12-invoices.pdf", *_several(tarnwick.draw, freight)),
        BillFile("fernhollow-issued-invoices.pdf", *_several(fernhollow.draw, ISSUED)),
    )
    statements = (
        _digital_statement(main_account(entries)),
        _scanned_statement(second_account(entries)),
    )
    return SampleSet(bills, statements, paid)


def page_count(pdf: bytes) -> int:
    """Number of pages."""
    document = pdfium.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def _single(name: str, bill: Bill, draw: Callable[[Bill], bytes]) -> BillFile:
    content = draw(bill)
    return BillFile(name, content, (bill,), (tuple(range(1, page_count(content) + 1)),))


def _several(
    draw: Callable[[tuple[Bill, ...]], tuple[bytes, list[tuple[int, ...]]]],
    bills: tuple[Bill, ...],
) -> tuple[bytes, tuple[Bill, ...], tuple[tuple[int, ...], ...]]:
    content, pages = draw(bills)
    return content, bills, tuple(pages)


def _scanned_bill() -> BillFile:
    bill = payables.BALLYCORRIN
    scanner = Scanner(skews=(-0.9,), seed=3)
    content = scan(ballycorrin.draw(bill), scanner, "Scan 08.10.2026")
    return BillFile("ballycorrin-invoice-scan.pdf", content, (bill,), ((1,),), is_scanned=True)


def _digital_statement(account: BankAccount) -> StatementFile:
    content, pages = shannonvale.draw(account)
    return StatementFile("shannonvale-statement-2026-08-10.pdf", content, account, tuple(pages))


def _scanned_statement(account: BankAccount) -> StatementFile:
    drawn, pages = harrowmere.draw(account)
    content = scan(drawn, Scanner(), "Scan 04.11.2026")
    name = "harrowmere-statement-2026-10-scan.pdf"
    return StatementFile(name, content, account, tuple(pages), is_scanned=True)
