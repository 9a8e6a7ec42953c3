"""Two readers of one invoice: what agrees is surer, what differs is said, nothing is made up."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from told_opinions import PAGE, line, opinion, weighed

from engine.extraction.phrases import plain
from engine.extraction.second_opinion import opinions_joined
from engine.extraction.second_opinion.opinion import HEADER_FIELDS
from engine.records import Invoice


def test_what_both_read_is_surer():
    before = weighed(opinion()).invoice
    after = weighed(opinion(invoice_number="A-77", total_amount="119.00"))
    assert after.agreed == 2
    for name in ("invoice_number", "total_amount"):
        assert after.invoice.provenance[name].confidence > before.provenance[name].confidence
        assert after.invoice.provenance[name].source == "text"
    assert after.invoice.confidence > before.confidence
    assert after.invoice.checks == before.checks


def test_an_empty_opinion_changes_nothing():
    assert weighed(opinion()).invoice == weighed(opinion()).invoice
    assert weighed(opinion()).differing == 0


@pytest.mark.parametrize(
    ("field", "told"),
    [
        ("total_amount", "999.99"),
        ("due_date", "2026-04-04"),
        ("purchase_order", "PO-555"),
        ("iban", "DE02120300000000202051"),
        ("payment_reference", "RF18 5390 0754 7034"),
        ("currency", "USD"),
        ("vendor_tax_id", "DE136695976"),
    ],
)
def test_a_value_that_is_not_on_the_page_is_never_taken(field, told):
    before = weighed(opinion()).invoice
    merged = weighed(opinion(**{field: told}))
    assert getattr(merged.invoice, field) == getattr(before, field)
    assert any("not on the page" in sentence for sentence in merged.invoice.checks)


def test_a_value_that_was_missed_here_is_taken_with_its_place():
    invoice = weighed(opinion(total_amount="119.00"), total_amount=None).invoice
    place = invoice.provenance["total_amount"]
    assert invoice.total_amount == Decimal("119.00")
    assert (place.source, place.page) == ("llm", 1)
    assert "119.00" in place.text
    assert place.bbox[0] > 0.4
    assert any("language model only" in sentence for sentence in invoice.checks)


def test_arithmetic_makes_a_missed_sum_surer():
    proven = weighed(opinion(total_amount="119.00"), total_amount=None).invoice
    page = PAGE.replace("19.00\n", "18.00\n", 1)
    alone = weighed(opinion(total_amount="119.00"), page=page, total_amount=None).invoice
    trust = proven.provenance["total_amount"].confidence
    assert trust > alone.provenance["total_amount"].confidence


def test_what_was_read_here_stands_against_a_different_value():
    before = weighed(opinion()).invoice
    merged = weighed(opinion(total_amount="100.00"))
    assert merged.invoice.total_amount == Decimal("119.00")
    after = merged.invoice.provenance["total_amount"]
    assert after.confidence < before.provenance["total_amount"].confidence
    assert any("“119.00” was kept" in sentence for sentence in merged.invoice.checks)


def doubtful(invoice, **values):
    """The invoice with wrong values that are not trusted."""
    provenance = dict(invoice.provenance)
    for name in values:
        provenance[name] = replace(provenance[name], confidence=0.3)
    return {**values, "provenance": provenance}


def test_a_doubtful_sum_gives_way_to_one_that_the_figures_support():
    read = weighed(opinion()).invoice
    wrong = doubtful(read, total_amount=Decimal("40.00"))
    merged = weighed(opinion(total_amount="119,00"), **wrong)
    assert merged.invoice.total_amount == Decimal("119.00")
    assert merged.invoice.provenance["total_amount"].source == "llm"
    assert any("support" in sentence for sentence in merged.invoice.checks)


def test_a_doubtful_sum_stands_when_the_figures_do_not_support_the_other():
    read = weighed(opinion()).invoice
    merged = weighed(opinion(total_amount="40.00"), **doubtful(read, total_amount=read.subtotal))
    assert merged.invoice.total_amount == Decimal("100.00")


def test_a_doubtful_name_is_not_replaced_since_no_figure_supports_it():
    read = weighed(opinion()).invoice
    merged = weighed(
        opinion(vendor_name="Northern Works GmbH"),
        **doubtful(read, vendor_name="Acme Supplies Ltd"),
    )
    assert merged.invoice.vendor_name == "Acme Supplies Ltd"
    assert any("vendor name" in sentence for sentence in merged.invoice.checks)


def test_the_printed_form_decides_how_a_name_is_written():
    invoice = weighed(opinion(vendor_name="ACME SUPPLIES LTD."), vendor_name=None).invoice
    assert invoice.vendor_name == "Acme Supplies Ltd"


@pytest.mark.parametrize("told", ["2026-03-05", "2026-05-03"])
def test_a_date_is_found_in_either_order_where_the_page_proves_none(told):
    invoice = weighed(opinion(invoice_date=told), invoice_date=None).invoice
    assert invoice.invoice_date == dt.date.fromisoformat(told)


@pytest.mark.parametrize("told", ["€ 119,00", "119.00", "119,00 EUR"])
def test_amounts_are_understood_in_any_notation(told):
    assert weighed(opinion(total_amount=told)).agreed == 1


@pytest.mark.parametrize(
    "told", ["", "lots", "9" * 200, "1e999", "NaN", "Infinity", "- -", "0x77", "\x00"]
)
def test_nonsense_amounts_are_left_out(told):
    assert weighed(opinion(total_amount=told)).invoice.total_amount == Decimal("119.00")


def test_a_credit_notes_sums_stay_negative():
    page = PAGE.replace("INVOICE", "CREDIT NOTE")
    invoice = weighed(opinion(total_amount="119.00"), page=page, total_amount=None).invoice
    assert invoice.document_type == "credit_note"
    assert invoice.total_amount == Decimal("-119.00")


TOLD_LINES = (line("Blue paper A4", "60.00", "2", "30.00"), line("Red ink", "40.00", "1", "40.00"))


def test_lines_that_were_missed_here_are_taken_from_the_page():
    invoice = weighed(opinion(line_items=TOLD_LINES), line_items=()).invoice
    assert [item.amount for item in invoice.line_items] == [Decimal("60.00"), Decimal("40.00")]
    assert invoice.line_items[0].unit_price == Decimal("30.00")
    assert invoice.provenance["line_items[1].amount"].source == "llm"


def test_lines_that_were_read_here_are_kept_when_they_add_up():
    told = (line("Blue paper A4", "60.00"),)
    merged = weighed(opinion(line_items=told)).invoice
    assert len(merged.line_items) == 2
    assert any("2 lines were read" in sentence for sentence in merged.checks)


def test_lines_that_do_not_add_up_give_way_to_lines_that_do():
    read = weighed(opinion()).invoice
    merged = weighed(opinion(line_items=TOLD_LINES), line_items=read.line_items[:1]).invoice
    assert len(merged.line_items) == 2


def test_made_up_lines_are_left_out_and_counted():
    told = (*TOLD_LINES, line("Consulting", "5000.00"), line(None, "60.00"))
    merged = weighed(opinion(line_items=told), line_items=()).invoice
    assert len(merged.line_items) == 2
    assert any("2 of the 4 lines" in sentence for sentence in merged.checks)


def test_an_opinion_in_parts_has_the_first_head_and_the_last_sums():
    first = opinion(invoice_number="A-77", total_amount="60.00", line_items=TOLD_LINES[:1])
    last = opinion(invoice_number="B-1", total_amount="119.00", line_items=TOLD_LINES[1:])
    whole = opinions_joined([first, last])
    assert (whole.invoice_number, whole.total_amount) == ("A-77", "119.00")
    assert whole.line_items == TOLD_LINES


def test_long_told_texts_are_cut_in_sentences():
    merged = weighed(opinion(purchase_order="7" * 290))
    assert all(len(sentence) < 250 for sentence in merged.invoice.checks)


FIELDS = [name for name in Invoice.__struct_fields__ if name in HEADER_FIELDS]
READ = weighed(opinion()).invoice
PRINTED = {plain(word) for row in PAGE.split("\n") for word in plain(row).split()}


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from(FIELDS), st.text(max_size=60)))
def test_whatever_is_told_only_printed_values_come_in(told):
    invoice = weighed(opinion(**told)).invoice
    for name in FIELDS:
        value = getattr(invoice, name)
        if value != getattr(READ, name):
            place = invoice.provenance[name]
            assert place.source == "llm"
            assert set(plain(place.text).split()) <= PRINTED
    assert all(sentence.isprintable() for sentence in invoice.checks)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=30), st.text(max_size=12)), max_size=5))
def test_whatever_lines_are_told_nothing_breaks(told):
    lines = tuple(line(description, amount) for description, amount in told)
    assert weighed(opinion(line_items=lines)).invoice.line_items == READ.line_items
