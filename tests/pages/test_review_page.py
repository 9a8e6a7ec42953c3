import datetime as dt
from decimal import Decimal

import made_rows as made
import pytest
from made_components import column, given
from made_screens import button, labels_of, words_on
from streamlit.testing.v1 import AppTest

from engine.records import BalanceGap, FailedPage, StatementProof


def open_review(open_page, upload_id):
    return open_page("review.py", upload=upload_id)


def segment(app, key, value):
    app.get_by_key(key).set_value(value).run()
    assert not app.exception, app.exception


def test_without_documents_it_says_where_to_start(open_page):
    assert "Nothing to review yet" in words_on(open_page("review.py"))


def test_an_unknown_document_is_said_to_be_unknown(open_page, engine):
    made.add_invoices(engine.store, "u1")
    assert "There is no upload “gone”." in words_on(open_review(open_page, "gone"))


def test_the_first_document_that_waits_is_opened(open_page, engine):
    made.add_invoices(engine.store, "u1")
    app = open_page("review.py")
    assert "u1.pdf" in words_on(app)
    assert {"Confirm", "Reject …", "Undo"} <= set(labels_of(app))


def test_failed_checks_and_pages_are_sentences(open_page, engine):
    failed = FailedPage(page=2, code="page_unreadable", message="It could not be drawn.")
    made.add_invoices(
        engine.store,
        "u1",
        made.invoice("u1-1", checks=("The lines add up to 118.00.",)),
        status="partial",
        processing_info=made.processing_info(failed_pages=(failed,)),
    )
    said = words_on(open_review(open_page, "u1"))
    assert "The lines add up to 118.00." in said
    assert "Page 2: It could not be drawn." in said
    assert "Pages missing" in said


def test_several_invoices_are_chosen_from_and_shown_in_one_table(open_page, engine):
    invoices = [made.invoice(f"u1-{n}", total_amount=Decimal(n)) for n in (1, 2, 3)]
    made.add_invoices(engine.store, "u1", *invoices)
    app = open_review(open_page, "u1")
    chooser = app.selectbox(key="review_invoice_u1")
    assert [option[:6] for option in chooser.options] == ["1 of 3", "2 of 3", "3 of 3"]
    button(app, "›").click().run()
    assert app.selectbox(key="review_invoice_u1").value == 1
    segment(app, "review_invoice_view", "all")
    shown = column(app, "invoices_u1", "invoice_number")
    assert shown == ["INV-u1-1", "INV-u1-2", "INV-u1-3"]


def test_line_items_are_a_table(open_page, engine):
    made.add_invoices(engine.store, "u1")
    app = open_review(open_page, "u1")
    segment(app, "review_invoice_view", "items")
    assert [column["key"] for column in given(app, "items_u1-1")["columns"]] == [
        "description",
        "quantity",
        "unit_price",
        "tax_rate",
        "amount",
        "running",
    ]


def test_a_statement_shows_its_lines_and_whether_they_add_up(open_page, engine):
    made.add_statement(engine.store, "b1")
    app = open_review(open_page, "b1")
    said = words_on(app)
    assert "1,000.00 EUR + 0.00 EUR in − 119.00 EUR out = 881.00 EUR, as printed." in said
    assert column(app, "lines_b1", "amount") == ["−119.00"]


def test_a_statement_that_does_not_add_up_says_by_how_much(open_page, engine):
    info = made.statement_info(closing_balance=Decimal("900.00"))
    made.add_statement(engine.store, "b1", info=info)
    assert "misses the closing balance 900.00 EUR by 19.00 EUR" in words_on(
        open_review(open_page, "b1")
    )


def test_confirming_goes_on_to_the_next_that_waits(open_page, engine):
    made.add_invoices(engine.store, "u1")
    made.add_invoices(engine.store, "u2")
    app = open_review(open_page, "u1")
    button(app, "Confirm").click().run()
    assert not app.exception
    assert engine.invoice_upload("u1").status == "confirmed"
    assert "u2.pdf" in words_on(app)


def test_after_the_last_that_waits_nothing_does(open_page, engine):
    made.add_invoices(engine.store, "u1")
    app = open_page("review.py")
    button(app, "Confirm").click().run()
    assert not app.exception
    assert "Everything is reviewed" in words_on(app)


def test_a_confirmed_document_can_be_reopened_and_not_edited(open_page, engine):
    made.add_invoices(engine.store, "u1", status="completed")
    engine.confirm("u1")
    app = open_review(open_page, "u1")
    assert "Reopen …" in labels_of(app)
    assert "Confirm" not in labels_of(app)


def test_a_failed_document_gives_its_reason_and_can_be_read_again(open_page, engine):
    engine.store.invoices.insert(made.new_upload("u1"))
    engine.store.invoices.set_status(
        "u1", "failed", error_message="“u1.pdf” is damaged. (file_damaged)"
    )
    app = open_review(open_page, "u1")
    assert "“u1.pdf” is damaged." in words_on(app)
    assert "file_damaged" not in words_on(app)
    assert "Read again" in labels_of(app)


def test_the_queue_is_walked_by_next_and_previous(open_page, engine):
    for name in ("u1", "u2", "u3"):
        made.add_invoices(engine.store, name)
    app = open_review(open_page, "u2")
    place = next(c.value for c in app.caption if c.value.endswith(" of 3"))
    button(app, "Next").click().run()
    other = next(c.value for c in app.caption if c.value.endswith(" of 3"))
    assert place != other
    button(app, "Previous").click().run()
    assert "u2.pdf" in words_on(app)


def test_every_change_stands_in_the_history(open_page, engine):
    made.add_invoices(engine.store, "u1")
    row = engine.invoice_upload("u1")
    changed = made.invoice("u1-1", due_date=dt.date(2026, 3, 1))
    engine.save_invoices("u1", (changed,), row_version=row.row_version)
    app = open_review(open_page, "u1")
    segment(app, "review_invoice_view", "history")
    newest = app.dataframe[0].value.iloc[0]
    assert newest["What"] == "Changed · Invoice 1, due date"
    assert (newest["Before"], newest["After"]) == ("2026-02-14", "2026-03-01")
    assert "Nothing in this history was changed afterwards." in words_on(app)


def stale_save():
    """A person opens a document; somebody else saves; then the person saves."""
    import made_rows as made
    import msgspec
    import streamlit as st

    from engine.services import services
    from pages._parts import review_state
    from pages._parts.review_waiting import show_waiting

    def rename(document):
        invoice = msgspec.structs.replace(document.invoices[0], vendor_name="Mine")
        return msgspec.structs.replace(document, invoices=(invoice,))

    if "opened" not in st.session_state:
        st.session_state["opened"] = True
        row = review_state.load("u1").row
        other = made.invoice("u1-1", total_amount=made.Decimal("5.00"))
        services().save_invoices("u1", (other,), row_version=row.row_version, by="Somebody")
        st.session_state["saved"] = review_state.save("Vendor: Mine", rename)
    show_waiting()


@pytest.mark.parametrize(
    ("answer", "vendor"), [("Apply my change to it", "Mine"), ("Drop my change", "Acme Corp")]
)
def test_a_stale_save_is_shown_and_nothing_is_lost(engine, answer, vendor):
    made.add_invoices(engine.store, "u1")
    app = AppTest.from_function(stale_save, default_timeout=30).run()
    assert not app.exception, app.exception
    assert app.session_state["saved"] is False
    assert "Somebody else saved this document first" in words_on(app)
    assert "Vendor: Mine" in words_on(app)
    button(app, answer).click().run()
    assert not app.exception, app.exception
    invoice = engine.invoice_upload("u1").document.invoices[0]
    assert invoice.vendor_name == vendor
    assert invoice.total_amount == Decimal("5.00")
    assert "Somebody else" not in words_on(app)


def undone_save():
    """A person changes a value and takes it back."""
    import msgspec
    import streamlit as st

    from pages._parts import review_state

    def rename(document):
        invoice = msgspec.structs.replace(document.invoices[0], vendor_name="Mine")
        return msgspec.structs.replace(document, invoices=(invoice,))

    review_state.load("u1")
    review_state.save("Vendor: Mine", rename)
    row = review_state.load("u1").row
    st.write(row.document.invoices[0].vendor_name)
    review_state.undo()


def test_a_change_can_be_taken_back(engine):
    made.add_invoices(engine.store, "u1")
    app = AppTest.from_function(undone_save, default_timeout=30).run()
    assert not app.exception, app.exception
    assert app.markdown[0].value == "Mine"
    document = engine.invoice_upload("u1").document
    assert document.invoices[0].vendor_name == "Acme Corp"
    assert [entry.after for entry in document.audit_trail] == ["Mine", "Acme Corp"]


def test_a_gap_of_a_statement_leads_to_its_row(open_page, engine):
    gap = BalanceGap(
        page=1,
        transaction="b1-1",
        expected=Decimal("881.00"),
        printed=Decimal("1081.00"),
        difference=Decimal("200.00"),
    )
    proof = StatementProof(status="gaps", rows_total=1, gaps=(gap,))
    made.add_statement(engine.store, "b1", info=made.statement_info(proof=proof))
    app = open_review(open_page, "b1")
    said = words_on(app)
    assert "The balances agree for 0 of 1 line" in said
    assert "1,081.00 EUR is printed, 881.00 EUR would follow" in said.replace("\\", "")
    button(app, "Show").click().run()
    assert app.session_state["review_active"] == "b1-1"
