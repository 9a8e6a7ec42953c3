"""A long file that is read in windows says what it says when it is read in one go."""

import pickle

import pytest
from made_bundles import VENDORS, Bundle

from engine.extraction import Context, extract_invoices
from engine.extraction.invoices.grouping.windows import extract_planned, look_through, plan, settle
from engine.reading.document import Limits, ReadOptions, inspect_document
from engine.reading.reader import plan_jobs, read_pages

CONTEXT = Context("u")
PROSE = ["These terms apply to all that we deliver and to all that we do for our customers."] * 12


def mixed():
    bundle = Bundle()
    for vendor in VENDORS:
        bundle.invoice(vendor)
        bundle.invoice(vendor, pages=3)
        bundle.sheet(vendor, 1, 3)
    bundle.blank()
    bundle.text("General terms and conditions", *PROSE)
    bundle.invoice(VENDORS[0], pages=2)
    return bundle


def single():
    bundle = Bundle()
    bundle.invoice(VENDORS[1], pages=7)
    return bundle


def none():
    bundle = Bundle()
    for _ in range(3):
        bundle.text("General terms and conditions", *PROSE)
        bundle.blank()
    return bundle


def doubtful():
    bundle = Bundle()
    for vendor in VENDORS:
        bundle.invoice(vendor)
        bundle.text("Invoice", "Parking 12.00", "Total 12.00 EUR")
        bundle.invoice(vendor)
        bundle.text("Work report", "Anna Berg 4.00 hours", "Hours worked 12.00", "Total 16.00")
    return bundle


@pytest.fixture
def pages_of(tmp_path):
    def read(bundle):
        path = tmp_path / "bundle.pdf"
        path.write_bytes(bundle.content())
        jobs = plan_jobs(path, inspect_document(path, path.name, limits=Limits()), ReadOptions())
        return [result.page for job in jobs for result in read_pages(job)]

    return read


def read_in_windows(pages, size):
    """The invoices, and how many of them no window had whole."""
    outlines, found = [], {}
    for start in range(0, len(pages), size):
        seen, inside = look_through(pages[start : start + size], CONTEXT)
        outlines += pickle.loads(pickle.dumps(seen))
        found |= {one.places: one.invoice for one in inside}
    planned = plan(outlines)
    rest = [one for one in planned if one.places not in found]
    numbers = {place[0] for one in rest for place in one.places}
    needed = [page for page in pages if page.page_number in numbers]
    found |= {one.places: one.invoice for one in extract_planned(rest, needed, CONTEXT)}
    return settle(planned, found, CONTEXT), len(rest)


@pytest.mark.parametrize("size", [1, 2, 5, 64])
@pytest.mark.parametrize("make", [mixed, single, none, doubtful])
def test_windows_of_any_size_give_the_same_invoices(pages_of, make, size):
    pages = pages_of(make())
    assert read_in_windows(pages, size)[0] == extract_invoices(pages, CONTEXT)


def test_only_invoices_at_the_edges_of_a_window_are_extracted_again(pages_of):
    bundle = Bundle()
    for number in range(24):
        bundle.invoice(VENDORS[number % 4])
    invoices, rest = read_in_windows(pages_of(bundle), 8)
    assert [invoice.invoice_number for invoice in invoices] == [n for n, _, _ in bundle.invoices]
    assert rest == 6


def test_doubtful_boundaries_are_said_in_sentences(pages_of):
    checks = [
        check for one in extract_invoices(pages_of(doubtful()), CONTEXT) for check in one.checks
    ]
    assert any(
        check.startswith("It is not sure that an invoice begins on page 2") for check in checks
    )
    assert any(check.startswith("Another invoice may begin on page 4") for check in checks)
