"""Files with many invoices: each gets its own pages and number, and nothing else's."""

import pytest
from made_bundles import VENDORS, Bundle

from engine.extraction import Context, extract_invoices
from engine.reading.document import Limits, ReadOptions, inspect_document
from engine.reading.reader import plan_jobs, read_pages

TERMS = (
    "These general terms and conditions apply to every delivery and every service that we render",
    "to our customers, also where they are not agreed on again in each single case of business.",
    "Goods stay our property until they have been paid for in full, together with all other claims",
    "that we have against the customer out of the business that we do with each other at the time.",
    "Complaints about visible defects must reach us in writing without delay after the delivery of",
    "the goods, and those about hidden defects without delay after they have been discovered.",
    "The place of performance and the place of jurisdiction is the seat of our company, as far as",
    "the law allows us to agree on one. The law of the country in which we have our seat applies.",
)


@pytest.fixture
def invoices_in(tmp_path):
    """Reads a bundle; its invoices as (number, first page, last page) and as records."""

    def read(bundle):
        path = tmp_path / "bundle.pdf"
        path.write_bytes(bundle.content())
        facts = inspect_document(path, path.name, limits=Limits())
        jobs = plan_jobs(path, facts, ReadOptions())
        pages = [result.page for job in jobs for result in read_pages(job)]
        return extract_invoices(pages, Context("u"))

    return read


def places(invoices):
    return [(i.invoice_number, i.pages[0], i.pages[-1]) for i in invoices]


def test_a_hundred_invoices_on_twenty_eight_pages(invoices_in):
    bundle = Bundle()
    for page in range(24):
        bundle.sheet(VENDORS[page % 4], 2, 2)
    for page in range(4):
        bundle.invoice(VENDORS[page])
    invoices = invoices_in(bundle)
    assert (bundle.pages, len(bundle.invoices)) == (28, 100)
    assert places(invoices) == bundle.invoices
    assert all(invoice.total_amount is not None for invoice in invoices)


@pytest.mark.parametrize(("columns", "rows"), [(1, 2), (1, 3), (1, 4), (2, 1), (2, 2), (2, 3)])
@pytest.mark.parametrize("vendor", VENDORS, ids=lambda vendor: vendor.name)
def test_small_invoices_share_a_page(invoices_in, vendor, columns, rows):
    bundle = Bundle(seed=columns * 10 + rows)
    bundle.sheet(vendor, columns, rows)
    invoices = invoices_in(bundle)
    assert places(invoices) == bundle.invoices
    for invoice in invoices:
        (region,) = invoice.regions
        x0, y0, x1, y1 = region.bbox
        for place in invoice.provenance.values():
            middle = (place.bbox[0] + place.bbox[2]) / 2, (place.bbox[1] + place.bbox[3]) / 2
            assert x0 <= middle[0] <= x1
            assert y0 <= middle[1] <= y1


def test_an_unfinished_sheet_holds_as_many_invoices_as_are_on_it(invoices_in):
    bundle = Bundle()
    bundle.sheet(VENDORS[0], 2, 2, most=3)
    bundle.sheet(VENDORS[1], 1, 3, most=2)
    assert places(invoices_in(bundle)) == bundle.invoices


@pytest.mark.parametrize("count", [True, False], ids=["pages counted", "pages not counted"])
def test_invoices_of_several_pages_stay_whole(invoices_in, count):
    bundle = Bundle(seed=5)
    for pages in (1, 3, 2, 1, 5, 2, 1, 1, 4):
        bundle.invoice(bundle.rng.choice(VENDORS), pages, count=count)
    assert places(invoices_in(bundle)) == bundle.invoices


def test_many_invoices_of_one_vendor(invoices_in):
    bundle = Bundle(seed=6)
    for _ in range(20):
        bundle.invoice(VENDORS[1], bundle.rng.randint(1, 2), count=False)
    assert places(invoices_in(bundle)) == bundle.invoices


def test_pages_between_invoices_belong_to_none_and_terms_to_the_one_before(invoices_in):
    bundle = Bundle(seed=7)
    bundle.text("Cover letter", "Dear Sir or Madam,", "please find our invoices enclosed.")
    bundle.invoice(VENDORS[0])
    bundle.text("General terms and conditions", *TERMS)
    bundle.invoice(VENDORS[1], 2)
    bundle.text("Lieferschein", "Lieferschein-Nr. 88123", "12 Stück Bretter", "Empfangen:")
    bundle.blank()
    bundle.invoice(VENDORS[2])
    bundle.text("Bon de livraison", "N° 5521-88", "3 cartons")
    bundle.invoice(VENDORS[3])
    invoices = invoices_in(bundle)
    assert [i.invoice_number for i in invoices] == [number for number, _, _ in bundle.invoices]
    assert [i.pages for i in invoices] == [(2, 3), (4, 5), (8,), (10,)]


def test_a_statement_of_account_is_not_its_invoices(invoices_in):
    bundle = Bundle(seed=8)
    bundle.invoice(VENDORS[0])
    rows = [f"TF-{2000 + n}      {10 + n % 9}.05.2025      {n + 1}10.00" for n in range(30)]
    bundle.text("Statement of account", "Invoice no.      Date      Amount", *rows)
    bundle.invoice(VENDORS[0])
    invoices = invoices_in(bundle)
    assert [i.pages for i in invoices] == [(1,), (3,)]


def test_a_copy_belongs_to_its_invoice(invoices_in):
    bundle = Bundle(seed=9)
    bundle.invoice(VENDORS[0])
    bundle.again("COPY")
    number = bundle.invoice(VENDORS[0])
    bundle.invoice(VENDORS[1])
    invoices = invoices_in(bundle)
    assert [(i.invoice_number, i.pages) for i in invoices] == [
        (number, (1, 2)),
        (bundle.invoices[-1][0], (3,)),
    ]


def test_every_boundary_says_how_sure_it_is(invoices_in):
    bundle = Bundle(seed=10)
    for vendor in VENDORS:
        bundle.invoice(vendor)
    confidences = [invoice.start_confidence for invoice in invoices_in(bundle)]
    assert confidences[0] == 1.0
    assert all(0.5 < value <= 1 for value in confidences)
