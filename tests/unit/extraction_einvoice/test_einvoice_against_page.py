"""An e-invoice beside its page: agreement raises trust, a difference is told with both values."""

from dataclasses import replace
from decimal import Decimal

import pytest
from made_einvoices import FACTURX, Bill, Line, cii, credit_note, page_of, ubl

from engine.extraction import Context, extract_invoices
from engine.extraction.einvoice import Xml, with_einvoices
from engine.reading.document import ReadOptions, inspect_document
from engine.reading.reader import plan_jobs, read_pages
from engine.records import check_record

CONTEXT = Context(upload_id="u")
OTHER_IBAN = "DE02120300000000202051"


@pytest.fixture
def pages_of(tmp_path):
    def read(bill):
        path = tmp_path / "page.pdf"
        path.write_bytes(page_of(bill))
        jobs = plan_jobs(path, inspect_document(path, "page.pdf"), ReadOptions())
        return [result.page for job in jobs for result in read_pages(job) if result.page]

    return read


@pytest.fixture
def merged(pages_of):
    """The record of a page that shows one bill beside XML that tells another."""

    def merge(shown, *contents):
        pages = pages_of(shown)
        xmls = [Xml(f"e{index}.xml", content) for index, content in enumerate(contents)]
        result = with_einvoices(extract_invoices(pages, CONTEXT), pages, xmls, CONTEXT)
        for invoice in result.invoices:
            check_record(invoice)
        return result

    return merge


def test_what_both_say_is_beyond_doubt_and_has_its_place_on_the_page(merged):
    result = merged(Bill(), cii(Bill()))
    (invoice,) = result.invoices
    assert result.standard == "CII EN 16931"
    assert invoice.checks == () and result.warnings == ()
    assert invoice.confidence > 0.97
    for field in ("invoice_number", "invoice_date", "total_amount", "iban", "vendor_tax_id"):
        place = invoice.provenance[field]
        assert (place.source, place.page, place.confidence > 0.99) == ("xml", 1, True), field
        assert place.bbox is not None, field
    assert invoice.provenance["total_amount"].text == "476,00"


def test_what_the_page_does_not_show_is_kept_without_a_place(merged):
    result = merged(Bill(reference=""), ubl(Bill()))
    (invoice,) = result.invoices
    place = invoice.provenance["payment_reference"]
    assert invoice.payment_reference == "RF18539007547034"
    assert (place.page, place.bbox, place.text) == (None, None, "RF18539007547034")
    assert invoice.checks == ()


@pytest.mark.parametrize(
    ("field", "changes", "xml_says", "page_shows"),
    [
        (
            "iban",
            {"iban": OTHER_IBAN},
            "IBAN DE89 3704 0044 0532 0130 00",
            "DE02 1203 0000 0000 2020 51",
        ),
        ("total_amount", {"gross": "4760.00"}, "total 476.00", "4760.00"),
        (
            "invoice_number",
            {"number": "RE-2026-9999"},
            "invoice number RE-2026-0815",
            "RE-2026-9999",
        ),
        ("invoice_date", {"issued": "20260303"}, "invoice date 2026-03-02", "2026-03-03"),
        ("due_date", {"due": "20260415"}, "due date 2026-04-01", "2026-04-15"),
        ("vendor_tax_id", {"seller_vat": "DE811569869"}, "VAT id DE136695976", "DE811569869"),
        ("currency", {"currency": "USD"}, "currency EUR", "USD"),
    ],
)
def test_a_difference_names_both_values_and_is_doubted(
    merged, field, changes, xml_says, page_shows
):
    (invoice,) = merged(replace(Bill(), **changes), cii(Bill())).invoices
    assert any(
        check.startswith(f"The XML says {xml_says}, the page shows {page_shows}:")
        and check.endswith("Pay neither before asking the vendor.")
        for check in invoice.checks
    ), invoice.checks
    (truth,) = merged(Bill(), cii(Bill())).invoices
    assert getattr(invoice, field) == getattr(truth, field)
    assert invoice.provenance[field].confidence < 0.5
    assert invoice.confidence <= 0.5
    others = [check for check in invoice.checks if not check.startswith(f"The XML says {xml_says}")]
    assert others == []


def test_a_second_account_on_the_page_is_no_difference(merged):
    both = replace(Bill(), reference=f"IBAN {OTHER_IBAN}")
    (invoice,) = merged(both, cii(replace(Bill(), reference=""))).invoices
    assert invoice.checks == ()


def test_a_changed_total_is_told_though_a_line_shows_the_old_one(merged):
    line = (Line("Beratung", "1", "476.00", "476.00"),)
    bill = Bill(lines=line, charge="0.00", net="476.00", tax="0.00", rate="0.00", prepaid="0.00",
                due_amount="476.00")  # fmt: skip
    changed = replace(bill, net="4760.00", gross="4760.00")
    (invoice,) = merged(changed, cii(bill)).invoices
    assert any("total 476.00, the page shows 4760.00" in check for check in invoice.checks)


def test_without_lines_in_the_xml_those_of_the_page_stand(merged):
    bare = replace(Bill(), lines=(), charge="", profile=f"{FACTURX}minimum")
    result = merged(Bill(), cii(bare))
    (invoice,) = result.invoices
    assert [item.amount for item in invoice.line_items] == [Decimal("300.00"), Decimal("95.00")]
    assert invoice.provenance["line_items[0].amount"].source == "text"
    assert any("holds no lines" in warning for warning in result.warnings)


@pytest.mark.parametrize(
    "content",
    [b"<rsm:Broken", b"<note>no bill</note>", cii(Bill()).replace(b"</ram:ID>", b"", 1), b"\x00"],
)
def test_xml_that_cannot_be_read_leaves_the_page_as_it_is(pages_of, merged, content):
    result = merged(Bill(), content)
    assert result.invoices == extract_invoices(pages_of(Bill()), CONTEXT)
    assert result.standard is None
    assert "was not read" in result.warnings[0]


def test_an_empty_einvoice_tells_nothing(merged):
    empty = cii(replace(Bill(), number="", gross=""))
    assert merged(Bill(), empty).standard is None


def test_two_einvoices_that_differ_are_told(merged):
    result = merged(Bill(), cii(Bill()), ubl(replace(Bill(), gross="999.00")))
    assert result.invoices[0].total_amount == Decimal("476.00")
    assert any("two e-invoices that differ" in warning for warning in result.warnings)
    assert merged(Bill(), cii(Bill()), ubl(Bill())).warnings == ()


def test_a_document_that_breaks_its_schema_is_read_and_told(merged):
    odd = cii(Bill(), extra_header="<ram:Invented>1</ram:Invented>")
    result = merged(Bill(), odd)
    assert result.invoices[0].total_amount == Decimal("476.00")
    assert any("schema" in warning and "Invented" in warning for warning in result.warnings)


def test_a_credit_note_whose_page_is_printed_positive_agrees(merged):
    (invoice,) = merged(credit_note(), ubl(credit_note())).invoices
    assert invoice.total_amount == Decimal("-476.00")
    assert invoice.checks == ()


def test_a_due_date_among_several_is_less_sure(merged):
    early = (
        b"<ram:SpecifiedTradePaymentTerms><ram:DueDateDateTime>"
        b'<udt:DateTimeString format="102">20260309</udt:DateTimeString></ram:DueDateDateTime>'
        b"</ram:SpecifiedTradePaymentTerms>"
    )
    first = b"<ram:SpecifiedTradePaymentTerms>"
    (invoice,) = merged(Bill(), cii(Bill()).replace(first, early + first, 1)).invoices
    assert invoice.provenance["due_date"].confidence <= 0.9


def test_pages_without_words_are_no_obstacle():
    result = with_einvoices((), [], [Xml("e.xml", cii(Bill()))], CONTEXT)
    (invoice,) = result.invoices
    assert (invoice.invoice_id, invoice.total_amount) == ("u-1", Decimal("476.00"))


def test_what_we_send_is_receivable(pages_of):
    ours = Context(upload_id="u", own_tax_ids=("DE136695976",))
    pages = pages_of(Bill())
    xmls = [Xml("e.xml", cii(Bill()))]
    result = with_einvoices(extract_invoices(pages, ours), pages, xmls, ours)
    assert result.invoices[0].direction == "receivable"
