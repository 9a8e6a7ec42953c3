"""The record as a whole: every value has its place, and nothing makes the reader fail."""

import pytest
from drawn_pages import drawn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invoice_pages import PAGES

from engine.extraction import Context, extract_invoices, guess_kind
from engine.reading.page import Page, Word
from engine.records import decode, encode
from engine.records.invoice import Invoice

WITHOUT_A_PLACE = {
    "invoice_id", "pages", "direction", "line_items", "confidence", "checks", "provenance",
    "regions", "start_confidence", "corrections", "learned",
}  # fmt: skip


@pytest.mark.parametrize("language", PAGES)
def test_every_value_has_its_place_on_the_page(language):
    (invoice,) = extract_invoices([drawn(PAGES[language], page_number=3)], Context("u"))
    for name in Invoice.__struct_fields__:
        value = getattr(invoice, name)
        if name in WITHOUT_A_PLACE or value is None or value == "invoice":
            continue
        place = invoice.provenance[name]
        assert place.page == 3
        assert place.text
        assert place.source == "text"
        assert 0 < place.confidence <= 1
    for index, item in enumerate(invoice.line_items):
        for name in type(item).__struct_fields__:
            if getattr(item, name) is not None:
                assert f"line_items[{index}].{name}" in invoice.provenance


@pytest.mark.parametrize("language", PAGES)
def test_a_record_can_be_stored(language):
    (invoice,) = extract_invoices([drawn(PAGES[language])], Context("u"))
    assert decode(encode(invoice, max_bytes=1_000_000), Invoice) == invoice


@pytest.mark.parametrize("language", PAGES)
def test_an_invoice_is_taken_for_one(language):
    kind, probability = guess_kind([drawn(PAGES[language])])
    assert kind == "invoice"
    assert probability > 0.7


def test_a_statement_is_taken_for_one():
    text = """
    ACCOUNT STATEMENT
    Statement period 1 Jan 2025 to 31 Jan 2025
    Opening balance                              100.00
    Date         Description         Debit     Credit     Balance
    02 Jan 2025  Card purchase        5.00                  95.00
    03 Jan 2025  Transfer                       7.00       102.00
    Closing balance                                        102.00
    """
    kind, probability = guess_kind([drawn(text)])
    assert kind == "bank"
    assert probability > 0.9


def test_pages_that_say_nothing_are_an_uncertain_invoice():
    assert guess_kind([]) == ("invoice", 0.5)
    assert guess_kind([drawn("")]) == ("invoice", 0.5)


def test_words_read_with_doubt_lower_the_confidence():
    text = PAGES["british"]
    sure = drawn(text, source="ocr")
    words = tuple(Word(w.text, w.x0, w.y0, w.x1, w.y1, 0.4, w.font_size) for w in sure.words)
    unsure = Page(1, sure.width, sure.height, "ocr", words)
    (first,) = extract_invoices([sure], Context("u"))
    (second,) = extract_invoices([unsure], Context("u"))
    assert second.confidence < first.confidence
    assert second.provenance["total_amount"].source == "ocr"


TOKENS = st.sampled_from(
    [
        "Invoice",
        "No",
        "Nr",
        "#",
        "Date",
        "Total",
        "VAT",
        "IBAN",
        "DE89370400440532013000",
        "5.00",
        "(5.00)",
        "1.234,56",
        "05/03/2025",
        "GmbH",
        "Ltd",
        "Bill",
        "to:",
        "Qty",
        "Price",
        "Amount",
        "Description",
        "%",
        "19",
        "-",
        "–",
        "2/10",
        "net",
        "30",
        "€",
        "$",
        "Page",
        "1",
        "of",
        "2",
        ":",
        ".",
        "(",
        ")",
        "Rechnung:",
        "Datum:5.3.2025",
        ".......",
        "R",
        "E",
        "C",
        "H",
        "N",
        "U",
        "N",
        "G",
        "Skonto",
        "Tage",
        "100,-",
        "k",
        "12345",
        "Berlin",
    ]
)
WORDS = st.builds(
    lambda text, x, y, width, size: Word(text, x, y, min(1.0, x + width), y + 0.012, 1.0, size),
    TOKENS,
    st.floats(0, 0.95),
    st.floats(0, 0.95),
    st.floats(0.001, 0.2),
    st.sampled_from([0.0, 8.0, 10.0, 24.0]),
)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(st.lists(WORDS, max_size=40), max_size=3), st.sampled_from(["text", "ocr"]))
def test_no_page_makes_the_reader_fail(pages_of_words, source):
    pages = [
        Page(number, 595.0, 842.0, source, tuple(words))
        for number, words in enumerate(pages_of_words, 1)
    ]
    for invoice in extract_invoices(pages, Context("u")):
        encode(invoice, max_bytes=1_000_000)
    guess_kind(pages)
