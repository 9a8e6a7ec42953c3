"""What is read from orders, delivery notes, job sheets and receipts, laid out in many ways."""

import datetime as dt
import io
from decimal import Decimal

import pytest
from reportlab.pdfgen.canvas import Canvas

from engine.extraction import Context
from engine.extraction.papers.paper import read_paper
from engine.reading.document import Limits, ReadOptions, inspect_document
from engine.reading.reader import iterate_pages, plan_jobs

FIELDS = ("number", "date", "party", "total", "currency")


@pytest.fixture
def read(tmp_path):
    """The fields of a paper with these texts: (x, y from the top, text)."""

    def of(doc_type, *texts, own=()):
        buffer = io.BytesIO()
        canvas = Canvas(buffer, invariant=1)
        for x, y, text in texts:
            canvas.drawString(x, 800 - y, text)
        canvas.showPage()
        canvas.save()
        path = tmp_path / "paper.pdf"
        path.write_bytes(buffer.getvalue())
        facts = inspect_document(path, path.name, password=None, limits=Limits())
        jobs = plan_jobs(path, facts, ReadOptions(), None)
        pages = [result.page for job in jobs for result in iterate_pages(job)]
        fields = read_paper(pages, doc_type, Context("p", own, ())).fields
        return tuple(getattr(fields, name) for name in FIELDS)

    return of


def lines(*texts):
    return [(50, 40 + 20 * row, text) for row, text in enumerate(texts)]


def test_an_order_is_dated_by_itself_and_not_by_its_delivery(read):
    assert read(
        "PO",
        *lines(
            "Northwind Fabrication Pvt Ltd",
            "PURCHASE ORDER",
            "PO Number: PO-2026-0147",
            "PO Date: 03/02/2026",
            "Vendor: Acme Supplies Ltd",
            "Delivery date: 20/02/2026",
            "Bracket   100   1.50   150.00",
            "Grand Total INR 150.00",
        ),
    ) == ("PO-2026-0147", dt.date(2026, 2, 3), "Acme Supplies Ltd", Decimal("150.00"), "INR")


def test_values_under_their_labels_are_read(read):
    assert read(
        "PO",
        (50, 40, "ACME INDUSTRIES LIMITED"),
        (400, 40, "PURCHASE ORDER"),
        (50, 100, "PO No."),
        (150, 100, "PO Date"),
        (250, 100, "Delivery Date"),
        (50, 115, "4500012345"),
        (150, 115, "15.03.2026"),
        (250, 115, "30.03.2026"),
        (50, 150, "Supplier"),
        (300, 150, "Ship to"),
        (50, 165, "Bharat Steel Tubes Ltd"),
        (300, 165, "ACME INDUSTRIES LIMITED"),
        (360, 250, "Sub Total"),
        (450, 250, "17,000.00"),
        (360, 265, "IGST 18%"),
        (450, 265, "3,060.00"),
        (360, 280, "Total INR"),
        (450, 280, "20,060.00"),
    ) == (
        "4500012345",
        dt.date(2026, 3, 15),
        "Bharat Steel Tubes Ltd",
        Decimal("20060.00"),
        "INR",
    )


def test_a_goods_receipt_is_not_its_order_nor_its_invoice(read):
    rows = (
        ("GRN Number", ": GR/2026/00452"),
        ("GRN Date", ": 20-Mar-2026"),
        ("PO Number", ": 4500012345"),
        ("PO Date", ": 15-Mar-2026"),
        ("Invoice No", ": BST/881"),
        ("Invoice Date", ": 18-Mar-2026"),
        ("Supplier", ": Bharat Steel Tubes Ltd"),
    )
    texts = [(200, 40, "GOODS RECEIPT NOTE"), (50, 240, "MS Tube 25mm"), (300, 240, "Received 200")]
    for row, (label, value) in enumerate(rows):
        texts += [(50, 80 + 15 * row, label), (200, 80 + 15 * row, value)]
    assert read("GRN", *texts)[:3] == (
        "GR/2026/00452",
        dt.date(2026, 3, 20),
        "Bharat Steel Tubes Ltd",
    )


def test_a_delivery_note_in_german(read):
    assert read(
        "GRN",
        *lines(
            "Hofmann Werkzeuge GmbH",
            "Industriestr. 4, 70565 Stuttgart",
            "LIEFERSCHEIN",
            "Lieferschein-Nr.: LS-20931",
            "Lieferscheindatum: 05.02.2026",
            "Ihre Bestellung: B-4711 vom 28.01.2026",
            "Bohrer HSS 8mm  50 Stk",
        ),
    ) == ("LS-20931", dt.date(2026, 2, 5), "Hofmann Werkzeuge GmbH", None, None)


def test_an_order_in_french(read):
    assert read(
        "PO",
        *lines(
            "Ateliers Moreau SARL",
            "12 rue des Forges, 69007 Lyon",
            "BON DE COMMANDE N° BC-2026-118",
            "Date : 04/02/2026",
            "Fournisseur : Visserie Dupuis",
            "Total HT 120,00 €",
            "TVA 20% 24,00 €",
            "Total TTC 144,00 €",
        ),
    ) == ("BC-2026-118", dt.date(2026, 2, 4), "Visserie Dupuis", Decimal("144.00"), "EUR")


def test_a_sheet_of_the_shop_floor_has_no_company_and_no_total(read):
    assert read(
        "Production",
        (50, 40, "Production Order"),
        (50, 70, "Order No."),
        (150, 70, "1000234"),
        (300, 70, "Start date"),
        (400, 70, "02.02.2026"),
        (50, 85, "Batch"),
        (150, 85, "B-221"),
        (300, 85, "End date"),
        (400, 85, "06.02.2026"),
    ) == ("1000234", None, None, None, None)


def test_a_receipt_is_read_as_a_bill(read):
    assert read(
        "Expense",
        *lines("City Cabs", "Receipt", "Receipt no 778812", "Date 14/02/2026", "Total EUR 42.50"),
    ) == ("778812", dt.date(2026, 2, 14), "City Cabs", Decimal("42.50"), "EUR")


def test_a_claim_is_not_dated_by_its_period_nor_made_by_its_title(read):
    number, day, party, *_ = read(
        "Expense",
        *lines(
            "EXPENSE CLAIM FORM",
            "Claim No: EC-118",
            "Employee: R. Patel",
            "Period: 01/01/2026 to 31/01/2026",
            "Taxi 450.00",
            "Total INR 450.00",
        ),
    )
    assert (number, day, party) == ("EC-118", None, None)


def test_a_ledger_has_the_company_that_it_is_about_and_nothing_else(read):
    assert read(
        "Tally Import",
        *lines(
            "Acme Industries Limited",
            "Ledger: Bharat Steel Tubes Ltd",
            "1-Apr-2025 to 31-Mar-2026",
            "18-Mar-2026 Purchase 881   20,060.00",
            "Closing Balance 20,060.00",
        ),
    ) == (None, None, "Bharat Steel Tubes Ltd", None, None)


@pytest.mark.parametrize("label", ["Date of issue:", "Date issued:", "Issue date:", "Date:"])
def test_a_day_of_issue_is_the_paper_s_own(read, label):
    day = read("PO", *lines("Acme Supplies Ltd", f"{label} 3 February 2026", "Due: 9 March 2026"))
    assert day[1] == dt.date(2026, 2, 3)


@pytest.mark.parametrize("label", ["Date of delivery:", "Date due:", "Order date:"])
def test_a_day_of_something_else_is_none(read, label):
    day = read("GRN", *lines("Acme Supplies Ltd", f"{label} 3 February 2026", "Sent: 9 March 2026"))
    assert day[1] is None


def test_two_numbers_that_are_called_alike_are_none(read):
    assert read("PO", *lines("Order overview", "PO No: 4711", "PO No: 4712"))[0] is None


def test_a_reference_of_another_paper_is_no_number(read):
    assert read("PO", *lines("PURCHASE ORDER", "Quote ref: Q-881", "20 chairs"))[0] is None


def test_the_other_company_is_never_ours(read):
    _, _, party, *_ = read(
        "Invoice",
        *lines(
            "Acme Industries Limited",
            "INVOICE",
            "Invoice number: 17",
            "Bill to: Bharat Steel Tubes Ltd",
            "Total EUR 10.00",
        ),
        own=("Acme Industries Limited",),
    )
    assert party == "Bharat Steel Tubes Ltd"


def test_an_empty_page_says_nothing(read):
    assert read("PO", (50, 40, " ")) == (None,) * 5
