"""A person's words beside plain corrections: looked at, taken back, two at once, marked words."""

import datetime as dt
from decimal import Decimal

import made_rows as made
import pytest
from msgspec.structs import replace

from engine.errors import InvalidInputError
from engine.presentation.conflict_rows import conflict_rows
from engine.presentation.fields import NEEDS_A_LOOK
from engine.presentation.grid import state_of_line
from engine.presentation.invoice_fields import invoice_rows
from engine.processing.area_words import as_value, words_in_area
from engine.processing.conflicts import conflicts
from engine.processing.kept_rows import KeptRows
from engine.processing.looked_at import Value, looked_at_invoice, looked_at_statement
from engine.processing.presence import Presence
from engine.processing.removal import delete_upload
from engine.processing.review_queue import ReviewQueue, ReviewQueues
from engine.processing.reviewing import edit_invoices, edit_statement
from engine.processing.signature import Signature
from engine.processing.taking_back import taken_back
from engine.reading.page import Word
from engine.records import Provenance, first_broken_entry
from engine.store import Store

BY = Signature(by="anna", at=made.NOON)
DOUBTFUL = Provenance(
    page=1, bbox=(0.1, 0.1, 0.2, 0.2), text="119,00", confidence=0.4, source="ocr"
)


def doubtful_invoice(**changes):
    return made.invoice("u1-1", provenance={"total_amount": DOUBTFUL}, **changes)


def state_of(invoice, field):
    return next(row.state for row in invoice_rows(invoice) if row.key == field)


def test_a_value_that_was_looked_at_is_not_asked_about_again():
    stored = made.invoice_document("u1", doubtful_invoice())
    assert state_of(stored.invoices[0], "total_amount") == "doubtful"
    seen = looked_at_invoice(stored, Value("total_amount", "u1-1"), BY)
    assert state_of(seen.invoices[0], "total_amount") == "seen"
    assert seen.invoices[0].total_amount == stored.invoices[0].total_amount
    assert seen.invoices[0].provenance["total_amount"].bbox == DOUBTFUL.bbox
    (entry,) = seen.audit_trail
    assert (entry.action, entry.target) == ("accept", "invoices[0].total_amount")
    assert entry.before == entry.after == "119.00"


def test_looking_at_a_value_settles_doubts_but_no_arithmetic():
    sum_fails = "Subtotal 100.00 and tax 18.00 make 118.00, but the total is 119.00."
    doubt = "The XML says total 120.00: look which is right."
    invoice = doubtful_invoice(
        subtotal=Decimal("100.00"), tax_amount=Decimal("18.00"), checks=(sum_fails, doubt)
    )
    seen = looked_at_invoice(
        made.invoice_document("u1", invoice), Value("total_amount", "u1-1"), BY
    )
    assert seen.invoices[0].checks == (sum_fails,)


@pytest.mark.parametrize("value", [Value("total_amount", "gone"), Value("iban", "u1-1")])
def test_what_is_not_there_cannot_be_looked_at(value):
    with pytest.raises(InvalidInputError):
        looked_at_invoice(made.invoice_document("u1"), value, BY)


def test_a_line_that_was_looked_at_needs_no_look_any_more():
    line = made.transaction("b1-1", confidence=0.3, checks=("The day could be another.",))
    stored = made.bank_document("b1", line)
    assert state_of_line(line) in NEEDS_A_LOOK
    seen = looked_at_statement(stored, Value("description", "b1-1"), BY)
    assert state_of_line(seen.transactions[0]) == "seen"
    assert seen.transactions[0].checks == ()
    with pytest.raises(InvalidInputError):
        looked_at_statement(stored, Value("description", "gone"), BY)


def test_a_header_value_can_be_looked_at():
    seen = looked_at_statement(made.bank_document("b1"), Value("bank_name"), BY)
    assert seen.statement_info.provenance["bank_name"].source == "user"
    assert seen.audit_trail[0].target == "statement_info.bank_name"


def test_taking_back_restores_places_and_confidence_and_tells_the_change():
    stored = made.invoice_document("u1", doubtful_invoice())
    other = replace(stored.invoices[0], total_amount=Decimal("5.00"))
    edited = edit_invoices(stored, [other], BY)
    assert state_of(edited.invoices[0], "total_amount") == "changed"
    back = taken_back(edited, stored, BY)
    assert back.invoices == stored.invoices
    assert back.extraction_summary == stored.extraction_summary
    assert [entry.after for entry in back.audit_trail] == ["5.00", "119.00"]
    assert first_broken_entry(back.audit_trail) is None


def test_taking_back_a_look_stands_in_the_history_too():
    stored = made.invoice_document("u1", doubtful_invoice())
    seen = looked_at_invoice(stored, Value("total_amount", "u1-1"), BY)
    back = taken_back(seen, stored, BY)
    assert back.invoices == stored.invoices
    assert [entry.action for entry in back.audit_trail] == ["accept", "take back"]


def test_lines_of_a_statement_are_taken_back_with_their_proof():
    stored = made.bank_document("b1")
    changed = replace(stored.transactions[0], amount=Decimal("-1.00"))
    edited = edit_statement(stored, stored.statement_info, [changed], BY)
    back = taken_back(edited, stored, BY)
    assert back.transactions == stored.transactions
    assert back.statement_info == stored.statement_info


@pytest.mark.parametrize("other", [made.invoice_document("u2"), made.bank_document("u1")])
def test_records_of_another_file_are_never_put_in(other):
    with pytest.raises(InvalidInputError):
        taken_back(made.invoice_document("u1"), other, BY)


def test_two_changes_of_one_version_are_told_side_by_side():
    seen = made.invoice_document("u1", made.invoice("u1-1"), made.invoice("u1-2"))
    first, second = seen.invoices
    mine = replace(seen, invoices=(replace(first, vendor_name="Mine"), second))
    theirs = replace(
        seen, invoices=(replace(first, vendor_name="Theirs", total_amount=Decimal(5)),)
    )
    rows = conflict_rows(conflicts(seen, mine, theirs))
    assert [(row.target, row.mine, row.theirs, row.who) for row in rows] == [
        ("Invoice 1, vendor", "Mine", "Theirs", "Both"),
        ("Invoice 1, total", "119.00", "5.00", "Somebody else"),
        ("Invoice 2", "INV-u1-2 · Acme Corp", "–", "Somebody else"),
    ]


def test_conflicts_of_statements_name_header_and_lines():
    seen = made.bank_document("b1")
    mine = replace(seen, statement_info=made.statement_info(bank_name="Mine"))
    line = replace(seen.transactions[0], amount=Decimal("-1"))
    rows = conflict_rows(conflicts(seen, mine, replace(seen, transactions=(line,))))
    assert [(row.target, row.who) for row in rows] == [
        ("Bank", "You"),
        ("Line 1, amount", "Somebody else"),
    ]


@pytest.fixture
def store(tmp_path):
    opened = Store(tmp_path / "m.duckdb", tmp_path / "uploads")
    yield opened
    opened.close()


def test_a_row_is_decoded_and_worked_on_once_per_version(store):
    made.add_invoices(store, "u1")
    rows, made_of = KeptRows(store), []

    def count(document):
        made_of.append(document)
        return len(document.invoices)

    first = rows.get("u1")
    assert first.derived(count) == rows.get("u1").derived(count) == 1
    made.add_invoices(store, "u2")
    assert rows.get("u1") is first
    assert len(made_of) == 1
    store.invoices.set_status("u1", "confirmed")
    assert rows.get("u1").row.status == "confirmed"
    assert rows.get("u1").derived(count) == 1
    assert len(made_of) == 2


def test_a_queue_is_walked_round_its_end_and_knows_what_waits():
    queue = ReviewQueue(("a", "b", "c"), frozenset({"a", "c"}))
    assert (queue.step("c", 1), queue.step("a", -1), queue.step("else", 1)) == ("a", "c", "a")
    assert (queue.next_open("a"), queue.next_open("c"), queue.next_open("b")) == ("c", "a", "c")
    assert ReviewQueue(("a",), frozenset({"a"})).next_open("a") is None
    assert ReviewQueue((), frozenset()).step("a", 1) is None


def test_the_queue_one_came_from_counts_as_long_as_any_of_it_is_here(store):
    for name in ("u1", "u2"):
        made.add_invoices(store, name)
    made.add_statement(store, "b1", status="confirmed")
    queues = ReviewQueues(store)
    came_from = queues.get(("b1", "gone", "u2"))
    assert came_from.upload_ids == ("b1", "u2")
    assert came_from.open_ids == {"u2"}
    assert set(queues.get(()).upload_ids) == set(queues.get(("gone",)).upload_ids) == {"u1", "u2"}


def word(text, x0, y0):
    return Word(text, x0, y0, x0 + 0.08, y0 + 0.02)


def test_marked_words_are_read_row_by_row():
    words = [
        word("Ltd", 0.3, 0.101), word("Acme", 0.1, 0.1), word("Road", 0.1, 0.13),
        word("else", 0.1, 0.5),
    ]  # fmt: skip
    assert words_in_area(words, (0.05, 0.09, 0.5, 0.2)) == "Acme Ltd Road"
    assert words_in_area(words, (0.6, 0.6, 0.7, 0.7)) == ""


@pytest.mark.parametrize(
    ("text", "kind", "dates", "typed"),
    [
        ("€ 1.234,50", "amount", (), "1234.50"),
        ("18/08/2026", "date", (), "2026-08-18"),
        ("03/04/2026", "date", ("18/08/2026",), "2026-04-03"),
        ("03/04/2026", "date", (), "03/04/2026"),
        ("no amount", "amount", (), "no amount"),
        ("Acme Ltd", "text", (), "Acme Ltd"),
    ],
)
def test_marked_words_become_what_would_be_typed(text, kind, dates, typed):
    assert as_value(text, kind, dates) == typed


def test_a_day_of_the_lines_stays_a_day():
    assert dt.date.fromisoformat(as_value("5 March 2026", "date", ("18/08/2026",))).month == 3


def test_others_who_have_a_document_open_are_told_until_they_are_gone():
    now = [made.NOON]
    presence = Presence(lambda: now[0])
    assert presence.here("s1", "u1", "anna") == ()
    now[0] += dt.timedelta(seconds=5)
    assert [(v.name, v.since) for v in presence.here("s2", "u1", "ben")] == [("anna", made.NOON)]
    assert [v.name for v in presence.here("s1", "u1", "anna")] == ["ben"]
    assert presence.here("s3", "u2", "cem") == ()
    presence.here("s1", "u2", "anna")
    assert presence.here("s2", "u1", "ben") == ()
    now[0] += dt.timedelta(minutes=1)
    assert presence.here("s3", "u2", "cem") == ()


def test_deleted_uploads_leave_the_queue(store):
    for name in ("u1", "u2"):
        made.add_invoices(store, name)
    delete_upload(store, "u1", by="anna")
    queues = ReviewQueues(store)
    assert queues.get(()).upload_ids == queues.get(("u1", "u2")).upload_ids == ("u2",)
