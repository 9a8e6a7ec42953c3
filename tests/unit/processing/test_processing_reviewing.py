"""People's corrections: what changed is in the history, and the value says who it is from."""

import datetime as dt
from decimal import Decimal

import pytest
from msgspec.structs import replace

from engine.errors import InvalidInputError, RecordInvalidError
from engine.processing.reviewing import edit_invoices, edit_statement
from engine.processing.signature import Signature
from engine.records import (
    BankDocument,
    FileInfo,
    Invoice,
    InvoiceDocument,
    LineItem,
    PaymentTerms,
    ProcessingInfo,
    Provenance,
    StatementInfo,
    Transaction,
    append_entry,
    first_broken_entry,
    summarise_invoices,
    summarise_transactions,
)

NOW = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)
ANNA = Signature("anna", NOW)
FILE = FileInfo(
    file_name="a.pdf", file_hash="0" * 64, file_size=1, mime_type="application/pdf", pages_total=1
)
PROCESSING = ProcessingInfo(
    ocr_engine="tesseract",
    engine_version="1",
    processed_at=NOW,
    duration_seconds=1.0,
    pages_text=1,
    pages_ocr=0,
)


def read_from(text, box=(0.1, 0.1, 0.2, 0.2)):
    return Provenance(page=1, bbox=box, text=text, confidence=0.8, source="text")


INVOICE = Invoice(
    invoice_id="u-1",
    invoice_number="INV-7",
    vendor_name="Acme",
    currency="EUR",
    total_amount=Decimal("119.00"),
    confidence=0.8,
    line_items=(
        LineItem(description="Bolts", amount=Decimal("60.00")),
        LineItem(description="Nuts", amount=Decimal("40.00")),
        LineItem(description="Paint", amount=Decimal("19.00")),
    ),
    provenance={
        "invoice_number": read_from("INV-7"),
        "total_amount": read_from("119,00"),
        "line_items[0].amount": read_from("60,00"),
        "line_items[1].amount": read_from("40,00"),
        "line_items[2].amount": read_from("19,00", (0.3, 0.3, 0.4, 0.4)),
    },
)


def invoices_document(*invoices):
    return InvoiceDocument(
        upload_id="u",
        file_info=FILE,
        processing_info=PROCESSING,
        extraction_summary=summarise_invoices(invoices),
        invoices=invoices,
        audit_trail=append_entry((), at=NOW, by="matchbook", action="read"),
    )


def statement_document(*transactions):
    return BankDocument(
        upload_id="u",
        file_info=FILE,
        processing_info=PROCESSING,
        statement_info=StatementInfo(bank_name="Bank", currency="EUR"),
        extraction_summary=summarise_transactions(transactions),
        transactions=transactions,
        audit_trail=append_entry((), at=NOW, by="matchbook", action="read"),
    )


def new_entries(before, after):
    assert after.audit_trail[: len(before.audit_trail)] == before.audit_trail
    assert first_broken_entry(after.audit_trail) is None
    entries = after.audit_trail[len(before.audit_trail) :]
    return [(e.action, e.target, e.before, e.after) for e in entries]


def test_a_corrected_amount_is_one_entry_and_changes_the_summary():
    before = invoices_document(INVOICE)
    after = edit_invoices(before, [replace(INVOICE, total_amount=Decimal("118.50"))], ANNA)
    assert new_entries(before, after) == [("edit", "invoices[0].total_amount", "119.00", "118.50")]
    assert after.audit_trail[-1].by == "anna"
    assert after.extraction_summary.total_amount == Decimal("118.50")


def test_a_corrected_value_comes_from_the_user_and_keeps_its_place():
    before = invoices_document(INVOICE)
    after = edit_invoices(before, [replace(INVOICE, total_amount=Decimal("118.50"))], ANNA)
    place = after.invoices[0].provenance["total_amount"]
    assert (place.source, place.confidence) == ("user", 1.0)
    assert (place.page, place.bbox, place.text) == (1, (0.1, 0.1, 0.2, 0.2), "119,00")
    assert after.invoices[0].provenance["invoice_number"].source == "text"


def test_a_value_that_was_unknown_has_no_place_on_the_page():
    before = invoices_document(INVOICE)
    after = edit_invoices(before, [replace(INVOICE, due_date=dt.date(2026, 4, 1))], ANNA)
    assert new_entries(before, after) == [("edit", "invoices[0].due_date", None, "2026-04-01")]
    place = after.invoices[0].provenance["due_date"]
    assert (place.page, place.bbox, place.source) == (None, None, "user")


def test_a_value_taken_away_has_no_provenance():
    before = invoices_document(INVOICE)
    after = edit_invoices(before, [replace(INVOICE, invoice_number=None)], ANNA)
    assert new_entries(before, after) == [("edit", "invoices[0].invoice_number", "INV-7", None)]
    assert "invoice_number" not in after.invoices[0].provenance


def test_the_same_amount_written_otherwise_is_no_change():
    before = invoices_document(INVOICE)
    after = edit_invoices(before, [replace(INVOICE, total_amount=Decimal("119"))], ANNA)
    assert after.audit_trail == before.audit_trail


def test_taking_a_line_away_is_one_change_and_the_others_keep_their_places():
    before = invoices_document(INVOICE)
    wanted = replace(INVOICE, line_items=INVOICE.line_items[1:])
    after = edit_invoices(before, [wanted], ANNA)
    (entry,) = new_entries(before, after)
    assert entry[:2] == ("edit", "invoices[0].line_items[0]")
    assert entry[3] is None
    provenance = after.invoices[0].provenance
    assert provenance["line_items[0].amount"].text == "40,00"
    assert provenance["line_items[1].amount"].bbox == (0.3, 0.3, 0.4, 0.4)
    assert "line_items[2].amount" not in provenance


def test_a_line_added_in_front_comes_from_the_user():
    before = invoices_document(INVOICE)
    line = LineItem(description="Freight", amount=Decimal("5.00"))
    after = edit_invoices(before, [replace(INVOICE, line_items=(line, *INVOICE.line_items))], ANNA)
    provenance = after.invoices[0].provenance
    assert provenance["line_items[0].amount"].source == "user"
    assert provenance["line_items[1].amount"].text == "60,00"
    assert len(new_entries(before, after)) == 1


def test_a_changed_line_is_named_by_its_place():
    before = invoices_document(INVOICE)
    lines = (INVOICE.line_items[0], replace(INVOICE.line_items[1], amount=Decimal("41.00")))
    after = edit_invoices(before, [replace(INVOICE, line_items=lines)], ANNA)
    targets = [target for _, target, _, _ in new_entries(before, after)]
    assert targets == ["invoices[0].line_items[1].amount", "invoices[0].line_items[2]"]


def test_nested_terms_are_compared_field_by_field():
    stored = replace(INVOICE, payment_terms=PaymentTerms(discount_percent=Decimal(2)))
    before = invoices_document(stored)
    terms = PaymentTerms(discount_percent=Decimal(2), discount_days=10)
    after = edit_invoices(before, [replace(stored, payment_terms=terms)], ANNA)
    assert new_entries(before, after) == [
        ("edit", "invoices[0].payment_terms.discount_days", None, "10")
    ]


def test_invoices_can_be_added_and_removed():
    before = invoices_document(INVOICE)
    new = Invoice(invoice_id="u-new", vendor_name="Beta", total_amount=Decimal("5"))
    after = edit_invoices(before, [new], ANNA)
    assert new_entries(before, after) == [
        ("add", "invoices[0]", None, "– · Beta · 5 · –"),
        ("remove", "invoices[0]", "INV-7 · Acme · 119.00 · EUR", None),
    ]
    assert after.invoices[0].provenance["vendor_name"].source == "user"
    assert after.invoices[0].confidence == 1.0


def test_a_caller_cannot_rewrite_confidence_or_provenance():
    before = invoices_document(INVOICE)
    forged = replace(INVOICE, confidence=1.0, checks=("fine",), provenance={})
    after = edit_invoices(before, [forged], ANNA)
    assert after == before


@pytest.mark.parametrize("ids", [("u-1", "u-1"), ("u-1", "")], ids=["twice", "empty"])
def test_records_need_ids_of_their_own(ids):
    wanted = [replace(INVOICE, invoice_id=i) for i in ids]
    with pytest.raises(InvalidInputError):
        edit_invoices(invoices_document(INVOICE), wanted, ANNA)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"total_amount": Decimal("NaN")}, "total_amount"),
        ({"total_amount": Decimal("1e16")}, "total_amount"),
        ({"currency": "euro"}, "currency"),
        ({"vendor_name": "\ud800"}, "surrogates"),
    ],
    ids=["no number", "too large", "no currency", "half a character"],
)
def test_a_value_that_cannot_be_stored_is_refused_by_its_field(change, field):
    before = invoices_document(INVOICE)
    with pytest.raises(RecordInvalidError, match=field):
        edit_invoices(before, [replace(INVOICE, **change)], ANNA)


def test_a_correction_that_makes_the_sums_hold_ends_the_complaint():
    wrong = replace(
        INVOICE,
        subtotal=Decimal("100.00"),
        tax_amount=Decimal("19.00"),
        line_items=(),
        provenance={},
        total_amount=Decimal("191.00"),
        checks=("Subtotal 100.00 and tax 19.00 make 119.00, but the total is 191.00.",),
    )
    right = replace(wrong, total_amount=Decimal("119.00"))
    after = edit_invoices(invoices_document(wrong), [right], ANNA)
    assert after.invoices[0].checks == ()
    again = edit_invoices(after, [wrong], ANNA)
    assert again.invoices[0].checks == wrong.checks


def test_a_doubt_about_a_boundary_outlives_corrections_of_values():
    doubt = "Another invoice may begin on page 2 (43%)."
    read = replace(INVOICE, line_items=(), provenance={}, checks=(doubt,))
    after = edit_invoices(invoices_document(read), [replace(read, vendor_name="Bolt")], ANNA)
    assert after.invoices[0].checks == (doubt,)


SAID = "The IBAN was read as “DE1”, but the language model says “The total”; “DE1” was kept."
PARTED = (
    "The XML says total 120.00, the page shows 119.00: somebody may have changed one of them. "
    "Pay neither before asking the vendor."
)


@pytest.mark.parametrize(
    ("check", "unrelated", "settling"),
    [
        (SAID, {"total_amount": Decimal("118.50")}, {"iban": "DE2"}),
        (SAID, {"vendor_name": "Bolt"}, {"iban": None}),
        (PARTED, {"iban": "DE2"}, {"total_amount": Decimal("120.00")}),
        ("The XML has no currency (BR-05).", {"iban": "DE2"}, {"currency": "USD"}),
        (
            "Net amount 100.00 and tax 20.00 make 120.00, but the total is 119.00 (BR-CO-15).",
            {"iban": "DE2"},
            {"total_amount": Decimal("120.00")},
        ),
        ("The lines were read by the language model only.", {"iban": "DE2"}, {"line_items": ()}),
        (
            "Line 2: 3 × 5.00 with allowances and charges is 15.00, but the line says 40.00.",
            {"line_items": (LineItem(description="Screws"), *INVOICE.line_items[1:])},
            {"line_items": (INVOICE.line_items[0], LineItem(description="Nuts"))},
        ),
        (
            "Line 20: 3 × 5.00 with allowances and charges is 15.00, but the line says 40.00.",
            {"iban": "DE2"},
            {"line_items": INVOICE.line_items[:1]},
        ),
    ],
)
def test_what_others_said_stands_until_its_own_field_is_settled(check, unrelated, settling):
    read = replace(INVOICE, iban="DE1", checks=(check,))
    kept = edit_invoices(invoices_document(read), [replace(read, **unrelated)], ANNA)
    assert check in kept.invoices[0].checks
    done = edit_invoices(kept, [replace(kept.invoices[0], **settling)], ANNA)
    assert check not in done.invoices[0].checks


def test_a_sum_that_was_left_untold_is_told_once_it_breaks():
    read = replace(INVOICE, line_items=(), provenance={}, checks=())
    broken = replace(read, subtotal=Decimal("100.00"), tax_amount=Decimal("10.00"))
    after = edit_invoices(invoices_document(read), [broken], ANNA)
    assert after.invoices[0].checks == (
        "Subtotal 100.00 and tax 10.00 make 110.00, but the total is 119.00.",
    )


def test_a_statements_header_and_lines_change_in_one_save():
    line = Transaction(transaction_id="u-1", amount=Decimal("-5.00"), description="Rent")
    before = statement_document(line)
    after = edit_statement(
        before,
        replace(before.statement_info, account_number="123"),
        [replace(line, amount=Decimal("-6.00"), type="direct_debit")],
        ANNA,
    )
    assert new_entries(before, after) == [
        ("edit", "statement_info.account_number", None, "123"),
        ("edit", "transactions[0].amount", "-5.00", "-6.00"),
        ("edit", "transactions[0].type", "other", "direct_debit"),
    ]
    assert after.extraction_summary.total_debits == Decimal("6.00")
    assert after.statement_info.provenance["account_number"].source == "user"
