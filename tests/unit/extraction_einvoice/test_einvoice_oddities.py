"""Whatever stands in an e-invoice's values, the record can be stored and the page drawn."""

import re
from dataclasses import replace

import pytest
from made_einvoices import Bill, cii, page_of, ubl

from engine.extraction import Context, extract_invoices
from engine.extraction.einvoice import Xml, read_einvoice, sheet_of, with_einvoices
from engine.reading.document import ReadOptions, inspect_document
from engine.reading.reader import plan_jobs, read_pages
from engine.reading.typeset import typeset
from engine.records import check_record

CONTEXT = Context(upload_id="u")
ODD = ["", "0.00000000000000001", "9999999999999999.99"]
_VALUE = re.compile(rb">([^<>]*[^<>\s][^<>]*)<")


def with_each_value_odd(xml, odd):
    for place in _VALUE.finditer(xml):
        yield xml[: place.start(1)] + odd.encode() + xml[place.end(1) :]


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: odd[:20] or "empty")
@pytest.mark.parametrize("write", [cii, ubl])
def test_one_odd_value_never_spoils_the_record(write, odd):
    for content in with_each_value_odd(write(Bill()), odd):
        pages = [page.page for page in typeset(sheet_of(read_einvoice(content)))]
        xmls = [Xml("e.xml", content)]
        merged = with_einvoices((), pages, xmls, CONTEXT, is_drawn=True)
        for invoice in merged.invoices:
            check_record(invoice)


@pytest.mark.parametrize("odd", ["", "9999999999999999.99"])
def test_nor_does_it_beside_a_page(tmp_path, odd):
    path = tmp_path / "page.pdf"
    path.write_bytes(page_of(Bill()))
    jobs = plan_jobs(path, inspect_document(path, "page.pdf"), ReadOptions())
    pages = [result.page for job in jobs for result in read_pages(job) if result.page]
    own = extract_invoices(pages, CONTEXT)
    for content in with_each_value_odd(ubl(Bill()), odd):
        merged = with_einvoices(own, pages, [Xml("e.xml", content)], CONTEXT)
        assert len(merged.invoices) == 1
        check_record(merged.invoices[0])


@pytest.mark.parametrize(
    "text", ["1e30", "9" * 40, "NaN", "Infinity", "0x10", "1,234.56", "\u0663\u0664"]
)
def test_what_is_no_plain_number_is_told_and_left_out(text):
    invoice = read_einvoice(ubl(replace(Bill(), gross=text)))
    assert invoice.sums.gross is None
    assert any(f"TaxInclusiveAmount “{text}" in problem for problem in invoice.problems)


@pytest.mark.parametrize("day", ["00010101", "00000101", "18991231", "99991231", "20260230"])
def test_a_day_that_no_invoice_has_is_told_and_left_out(day):
    for invoice in (read_einvoice(write(replace(Bill(), issued=day))) for write in (cii, ubl)):
        assert invoice.issue_date is None
        assert any("is not a date" in problem for problem in invoice.problems)


def test_signs_that_nobody_sees_are_no_part_of_a_value():
    hidden = replace(
        Bill(), number="RE\u200b-1\ufeff", seller="\u202eHbmG thcil\u202c Bau \u2066x\u2069"
    )
    for invoice in (read_einvoice(write(hidden)) for write in (cii, ubl)):
        assert (invoice.number, invoice.seller.name) == ("RE-1", "HbmG thcil Bau x")


def test_thousands_of_broken_values_are_told_shortly():
    bad = b"<cac:InvoiceLine><cbc:LineExtensionAmount>x</cbc:LineExtensionAmount></cac:InvoiceLine>"
    tax = (
        b"<cac:TaxSubtotal><cbc:TaxableAmount>1</cbc:TaxableAmount><cbc:TaxAmount>7</cbc:TaxAmount>"
        b"<cac:TaxCategory><cbc:Percent>1</cbc:Percent></cac:TaxCategory></cac:TaxSubtotal>"
    )
    content = ubl(Bill())
    content = content.replace(b"</cac:TaxTotal>", tax * 3000 + b"</cac:TaxTotal>")
    content = content.replace(b"</Invoice>", bad * 3000 + b"</Invoice>")
    merged = with_einvoices((), [], [Xml("e.xml", content)], CONTEXT, is_drawn=True)
    assert 20 < len(merged.invoices[0].checks) < 40
