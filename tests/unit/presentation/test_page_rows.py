"""The pages of a file as a reviewer sees them."""

from engine.presentation.page_rows import page_rows
from engine.records import Invoice, PageRegion

UPPER, LOWER = (0.0, 0.0, 1.0, 0.5), (0.0, 0.5, 1.0, 1.0)
INVOICES = (
    Invoice(invoice_id="a", pages=(1, 2), invoice_number="A-1", start_confidence=1.0),
    Invoice(
        invoice_id="b",
        pages=(4,),
        vendor_name="Bolt",
        regions=(PageRegion(page=4, bbox=UPPER),),
        start_confidence=0.6,
    ),
    Invoice(invoice_id="c", pages=(4,), regions=(PageRegion(page=4, bbox=LOWER),)),
)


def test_every_page_says_whose_it_is():
    rows = page_rows(INVOICES, 5)
    assert [(row.page, row.label, row.state) for row in rows] == [
        (1, "1 · A-1", "begins"),
        (2, "1 · A-1", "goes_on"),
        (3, "no invoice", "none"),
        (4, "2 · Bolt", "doubtful"),
        (4, "3 · nothing read", "begins"),
        (5, "no invoice", "none"),
    ]


def test_a_start_says_how_sure_it_is_and_a_part_where_it_is():
    rows = page_rows(INVOICES, 4)
    assert [row.confidence for row in rows] == [1.0, None, None, 0.6, None]
    assert [row.bbox for row in rows] == [None, None, None, UPPER, LOWER]


def test_a_file_without_invoices_has_pages_all_the_same():
    assert [row.state for row in page_rows((), 2)] == ["none", "none"]
