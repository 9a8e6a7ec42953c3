"""Whatever stands in an e-invoice's values, the record can be stored and the page drawn."""

import re

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
