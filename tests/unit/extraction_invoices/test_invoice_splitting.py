"""Several invoices in one file."""

import pytest
from drawn_pages import drawn

from engine.extraction import Context, extract_invoices
from engine.extraction.invoices.extract import look_at, split_pages

FULL = """
Tarn Freight Ltd                                   INVOICE {mark}
Invoice no: {number}        Invoice date: 5 May 2025
Bill to: Some Customer Ltd

Description            Qty      Price      Amount
Freight                  1     100.00      100.00
Total                                      100.00
"""


def page(number, text):
    return drawn(text, page_number=number)


def groups_of(*texts):
    pages = [page(index + 1, text) for index, text in enumerate(texts)]
    groups = split_pages([look for p in pages for look in look_at(p)])
    return [[look.page.page_number for look in group.looks] for group in groups]


def full(number, mark=""):
    return FULL.format(number=number, mark=mark)


def test_another_number_is_another_invoice():
    assert groups_of(full("A-1"), full("A-2"), full("A-2"), full("A-3")) == [[1], [2, 3], [4]]


def test_pages_without_a_number_belong_to_the_invoice_before():
    more = "Meter readings of May\nHall 12 units\nYard 7 units"
    assert groups_of(full("A-1"), more, "", full("A-2"), more) == [[1, 2], [4, 5]]


def test_a_page_count_that_starts_again_is_another_invoice():
    text = "INVOICE\nDate: 5 May 2025\nBill to: Some Customer Ltd\nPage {} of {}\nTotal 5.00"
    texts = [text.format(*mark) for mark in ((1, 2), (2, 2), (1, 1), (1, 1))]
    assert groups_of(*texts) == [[1, 2], [3], [4]]


def test_a_complete_invoice_is_followed_by_another_head():
    text = "INVOICE\nBill to: Customer {}\nDate: 5 May 2025\nTotal 5.00"
    assert groups_of(text.format("One"), text.format("Two")) == [[1], [2]]


def test_the_second_page_of_an_invoice_may_repeat_its_head():
    second = "INVOICE\nBill to: Customer\nDate: 5 May 2025\nPage 2 of 2\nTotal 5.00"
    first = second.replace("Page 2", "Page 1")
    assert groups_of(first, second) == [[1, 2]]


@pytest.mark.parametrize(
    ("text", "mark"),
    [("Page 2 of 3", (2, 3)), ("Seite 1 von 4", (1, 4)), ("Page : 1/1", (1, 1)),
     ("Seite: 1 von Seiten: 1", (1, 1)), ("Side 2 av 2", (2, 2)), ("Seite 2", (2, None)),
     ("Front page 2025 edition", (2025, None)), ("Dublin D99 P2X4", (None, None)),
     ("Page 5 of 3", (None, None)), ("Berliner Str. 2", (None, None))],
)  # fmt: skip
def test_page_counts_are_read(text, mark):
    (look,) = look_at(drawn(text))
    assert (look.signs.page_mark, look.signs.pages_mark) == mark


def test_each_invoice_gets_its_id_and_pages():
    pages = [page(1, full("A-1")), page(2, full("A-2")), page(3, full("A-2"))]
    invoices = extract_invoices(pages, Context("up"))
    assert [(i.invoice_id, i.pages, i.invoice_number) for i in invoices] == [
        ("up-1", (1,), "A-1"),
        ("up-2", (2, 3), "A-2"),
    ]


def test_blank_pages_alone_hold_no_invoice():
    assert extract_invoices([page(1, ""), page(2, "")], Context("u")) == ()
    assert extract_invoices([], Context("u")) == ()


def test_a_doubtful_boundary_is_said_in_a_sentence():
    unclear = "INVOICE\nPayment received\nDate: 6 May 2025\nCash 4.00"
    pages = [page(1, full("A-1")), page(2, unclear)]
    said = [check for invoice in extract_invoices(pages, Context("u")) for check in invoice.checks]
    assert any("begin" in sentence and "page 2" in sentence for sentence in said)
