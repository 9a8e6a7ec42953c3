"""Rows, segments and labels of a page."""

import pytest
from drawn_pages import drawn, sheet, words_of
from msgspec.structs import replace

from engine.extraction.invoices.sheet.labels import find_labels, squeezed
from engine.extraction.invoices.sheet.layout import box_of
from engine.extraction.invoices.sheet.segment_labels import tokens_of
from engine.extraction.invoices.sheet.segmenting import rows_of
from engine.reading.page import Page


def labels(text):
    return [(hit.label, hit.phrase) for hit in sheet(text).labels]


def test_wide_gaps_part_segments_and_single_spaces_do_not():
    (row,) = sheet("Invoice number  4711      Invoice date  5 May 2025").rows
    texts = [segment.text for segment in row.segments]
    assert texts == ["Invoice number", "4711", "Invoice date", "5 May 2025"]


def test_words_of_another_size_are_another_segment():
    large = words_of("Q", 0.05, size=26.0)
    small = words_of("  Quill Ltd", 0.06, size=10.0)
    (row,) = rows_of(Page(1, 595.0, 842.0, "text", (*large, *small)))
    assert [segment.text for segment in row.segments] == ["Q", "Quill Ltd"]


def test_a_label_glued_to_its_value_is_parted_from_it():
    (row,) = sheet("Date:05.03.2016  at 10:30  http://x.example").rows
    texts = [segment.text for segment in row.segments]
    assert texts == ["Date: 05.03.2016", "at 10:30", "http://x.example"]


def test_leaders_between_label_and_value_are_left_out():
    (row,) = sheet("Total .......... 5.00").rows
    assert "..." not in row.text


def test_letters_set_apart_are_one_word():
    assert labels("R E C H N U N G") == [("title", "rechnung")]


def test_a_sign_for_number_is_a_word():
    assert tokens_of("#") == tokens_of("№") == tokens_of("N°") == ("no",)
    assert labels("Invoice # 5") == [("invoice_number", "invoice no")]


def test_lost_ligatures_do_not_hide_a_label():
    assert squeezed("Netobetrag") == squeezed("Nettobetrag")
    assert labels("Netobetrag") == [("subtotal", "netobetrag")]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Total incl. VAT", "total"),
        ("Summe inkl. USt", "total"),
        ("Total excl. VAT", "subtotal"),
        ("Totaal zonder btw", "subtotal"),
        ("Montant à payer", "due"),
        ("Date d'échéance", "due_date"),
        ("N° de facture", "invoice_number"),
        ("Bill to", "buyer"),
    ],
)
def test_phrases_mean_what_they_say(text, label):
    assert [found for found, _ in labels(text)] == [label]


def test_a_number_sign_belongs_to_the_words_before_it():
    assert labels("HRB Nr. 5")[-1][0] == "other_number"
    assert labels("Nr. 5") == [("number", "nr")]
    assert [label for label, _ in labels("Handelsrechnung (380) Nr. 5")] == ["title", "number"]


def test_a_part_of_a_hyphenated_word_is_no_label():
    assert labels("MUSTER-KUNDE GMBH") == []
    assert labels("Kunden-Nr. 5") == [("other_number", "kunden nr")]


def test_a_value_that_looks_like_a_label_is_none():
    assert [label for label, _ in labels("Invoice: INV-100")] == ["title"]


def test_no_words_have_no_labels():
    assert find_labels(()) == []


def test_boxes_stay_on_the_page():
    word = replace(drawn("word").words[0], x0=-0.1, x1=1.2)
    assert box_of([word])[0] == 0.0
    assert box_of([word])[2] == 1.0


def test_a_page_without_words_has_no_rows():
    assert rows_of(Page(1, 595.0, 842.0, "text", ())) == []
