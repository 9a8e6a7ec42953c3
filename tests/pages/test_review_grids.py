"""Tables of the review as people use them: cells typed; rows added, split, joined and deleted."""

from decimal import Decimal

import made_rows as made
import pytest
from made_bundles import VENDORS, Bundle
from made_components import column, fields, fire, given, take_action, type_cell, type_field
from made_screens import button, labels_of, words_on
from msgspec.structs import replace

from engine.records import BalanceGap, LineItem, Provenance, StatementProof

D = Decimal
DOUBTFUL = Provenance(
    page=1, bbox=(0.1, 0.1, 0.2, 0.2), text="119,00", confidence=0.4, source="ocr"
)


def open_at(open_page, upload_id, view=None, key="review_invoice_view"):
    app = open_page("review.py", upload=upload_id)
    if view:
        app.get_by_key(key).set_value(view).run()
        assert not app.exception, app.exception
    return app


def lines_of(engine, upload_id="b1"):
    return engine.bank_upload(upload_id).document.transactions


def invoices_of(engine, upload_id="u1"):
    return engine.invoice_upload(upload_id).document.invoices


def test_a_field_is_corrected_and_says_what_it_was_first_read_as(open_page, engine):
    made.add_invoices(engine.store, "u1")
    app = open_at(open_page, "u1")
    type_field(app, "fields_u1-1", "total_amount", "1,234.50")
    field = fields(app, "fields_u1-1")["total_amount"]
    assert (field["value"], field["state"], field["word"]) == ("1,234.50", "changed", "Changed")
    assert field["original"] == "119.00"
    assert invoices_of(engine)[0].total_amount == D("1234.50")


def test_what_is_no_value_stays_in_its_row_with_the_reason(open_page, engine):
    made.add_invoices(engine.store, "u1")
    app = open_at(open_page, "u1")
    type_field(app, "fields_u1-1", "due_date", "03/04/2026")
    field = fields(app, "fields_u1-1")["due_date"]
    assert (field["typed"], field["value"]) == ("03/04/2026", "14 Feb 2026")
    assert "two different days" in field["error"]
    type_field(app, "fields_u1-1", "due_date", "2026-04-03")
    assert fields(app, "fields_u1-1")["due_date"]["error"] is None


def test_a_doubtful_value_that_is_right_is_settled_by_a_look(open_page, engine):
    made.add_invoices(engine.store, "u1", made.invoice(provenance={"total_amount": DOUBTFUL}))
    app = open_at(open_page, "u1")
    field = fields(app, "fields_u1-1")["total_amount"]
    assert (field["state"], field["place"]["page"]) == ("doubtful", 1)
    fire(app, "fields_u1-1", "edit", {"key": "total_amount", "seen": True})
    assert fields(app, "fields_u1-1")["total_amount"]["state"] == "seen"
    button(app, "Undo").click().run()
    assert fields(app, "fields_u1-1")["total_amount"]["state"] == "doubtful"
    assert invoices_of(engine)[0].provenance["total_amount"] == DOUBTFUL
    button(app, "Redo").click().run()
    assert fields(app, "fields_u1-1")["total_amount"]["state"] == "seen"


def test_going_past_the_last_doubt_opens_the_next_invoice_that_needs_a_look(open_page, engine):
    doubtful = {"provenance": {"total_amount": DOUBTFUL}}
    made.add_invoices(
        engine.store,
        "u1",
        made.invoice("u1-1"),
        made.invoice("u1-2", **doubtful),
        made.invoice("u1-3"),
        made.invoice("u1-4", **doubtful),
    )
    app = open_at(open_page, "u1")
    assert app.session_state["review_invoice_u1"] == 1, "it opens with the first that needs a look"
    fire(app, "fields_u1-2", "edit", {"key": "total_amount", "seen": True})
    app.session_state["review_invoice_u1"] = 1
    app.run()
    assert app.session_state["review_invoice_u1"] == 1
    app.session_state["review_invoice_u1"] = 3
    app.run()
    fire(app, "fields_u1-4", "done", True)
    assert app.session_state["review_invoice_u1"] == 3, "no other needs a look any more"


def test_a_failed_sum_is_mended_by_one_click(open_page, engine):
    check = "Subtotal 100.00 and tax 19.00 make 119.00, but the total is 120.00."
    invoice = made.invoice(
        subtotal=D("100.00"), tax_amount=D("19.00"), total_amount=D("120.00"), checks=(check,)
    )
    made.add_invoices(engine.store, "u1", invoice)
    app = open_at(open_page, "u1")
    field = fields(app, "fields_u1-1")["total_amount"]
    assert field["state"] == "failed"
    assert [mend["text"] for mend in field["mends"]] == ["119.00"]
    type_field(app, "fields_u1-1", "total_amount", field["mends"][0]["text"])
    assert invoices_of(engine)[0].checks == ()


def test_items_are_typed_added_and_deleted_and_the_sum_runs_along(open_page, engine):
    items = (LineItem(description="Desk", amount=D("100.00")), LineItem(amount=D("19.00")))
    made.add_invoices(engine.store, "u1", made.invoice(line_items=items))
    app = open_at(open_page, "u1", "items")
    assert column(app, "items_u1-1", "running") == ["100.00", "119.00"]
    assert "2 lines: 119.00 = total." in words_on(app)
    type_cell(app, "items_u1-1", "line_items[1]", "amount", "20")
    assert column(app, "items_u1-1", "running") == ["100.00", "120.00"]
    assert "1.00 more than the total" in words_on(app)
    take_action(app, "items_u1-1", "add", "line_items[0]")
    assert [item.amount for item in invoices_of(engine)[0].line_items] == [D(100), None, D(20)]
    take_action(app, "items_u1-1", "delete", "line_items[1]", "line_items[2]")
    assert [item.description for item in invoices_of(engine)[0].line_items] == ["Desk"]
    for _ in range(3):
        button(app, "Undo").click().run()
    assert invoices_of(engine)[0].line_items == items


def test_a_cell_that_is_no_amount_is_refused_in_its_row(open_page, engine):
    made.add_invoices(engine.store, "u1", made.invoice(line_items=(LineItem(amount=D(1)),)))
    app = open_at(open_page, "u1", "items")
    type_cell(app, "items_u1-1", "line_items[0]", "amount", "about ten")
    (row,) = given(app, "items_u1-1")["rows"]
    assert "is not an amount" in row["errors"]["amount"]
    assert invoices_of(engine)[0].line_items[0].amount == D(1)


def test_lines_of_a_statement_are_typed_added_split_joined_and_deleted(open_page, engine):
    made.add_statement(engine.store, "b1", made.transaction("b1-1"), made.transaction("b1-2"))
    app = open_at(open_page, "b1")
    type_cell(app, "lines_b1", "b1-2", "amount", "-5.00")
    assert lines_of(engine)[1].amount == D("-5.00")
    take_action(app, "lines_b1", "split", "b1-1")
    assert [line.transaction_id for line in lines_of(engine)] == ["b1-1", "b1-3", "b1-2"]
    take_action(app, "lines_b1", "join", "b1-1", "b1-3")
    assert [line.transaction_id for line in lines_of(engine)] == ["b1-1", "b1-2"]
    take_action(app, "lines_b1", "add", "b1-1")
    assert lines_of(engine)[1].date == lines_of(engine)[0].date
    take_action(app, "lines_b1", "delete", lines_of(engine)[1].transaction_id)
    assert len(lines_of(engine)) == 2
    take_action(app, "lines_b1", "join", "b1-1")
    assert "one after another" in words_on(app)


def test_a_gap_is_mended_from_its_line(open_page, engine):
    gap = BalanceGap(
        page=1, transaction="b1-2", after_transaction="b1-1", expected=D("70.00"),
        printed=D("60.00"), difference=D("-10.00"),
    )  # fmt: skip
    lines = (
        made.transaction("b1-1", amount=D("-20.00"), balance=D("80.00")),
        made.transaction("b1-2", amount=D("-10.00"), balance=D("60.00")),
    )
    proof = StatementProof(status="gaps", rows_total=2, gaps=(gap,))
    info = made.statement_info(proof=proof, opening_balance=D(100), closing_balance=D("60.00"))
    made.add_statement(engine.store, "b1", *lines, info=info)
    app = open_at(open_page, "b1")
    mends = given(app, "lines_b1")["rows"][1]["mends"]
    assert [mend["text"] for mend in mends] == ["amount=−20.00", "balance=70.00"]
    name, _, text = mends[0]["text"].partition("=")
    type_cell(app, "lines_b1", "b1-2", name, text)
    assert engine.bank_upload("b1").document.statement_info.proof.status == "proven"


def test_a_long_statement_is_shown_by_the_page_and_a_gap_turns_to_its_line(open_page, engine):
    lines = [made.transaction(f"b1-{n}", description=f"Rent {n}") for n in range(230)]
    lines[220] = made.transaction("b1-220", checks=("The day could be another.",))
    made.add_statement(engine.store, "b1", *lines)
    app = open_at(open_page, "b1")
    assert len(given(app, "lines_b1")["rows"]) == 100
    fire(app, "lines_b1", "event", {"kind": "pick", "rows": ["b1-220.amount"]})
    shown = [row["key"] for row in given(app, "lines_b1")["rows"]]
    assert (shown[0], len(shown)) == ("b1-200", 30)
    assert given(app, "lines_b1")["active"] == "b1-220"
    app.toggle(key="review_only_open").set_value(True).run()
    assert [row["key"] for row in given(app, "lines_b1")["rows"]] == ["b1-220"]
    take_action(app, "lines_b1", "seen", "b1-220")
    assert lines_of(engine)[220].checks == ()
    app.text_input(key="review_lines_search").set_value("rent 7").run()
    assert column(app, "lines_b1", "description")[0] == "Rent 7"


@pytest.fixture
def bundle(engine):
    made_of = Bundle(seed=3)
    for vendor in VENDORS[:3]:
        made_of.invoice(vendor)
    receipt = engine.upload("bundle.pdf", made_of.content(), kind="invoice")
    engine.wait(receipt.upload_id, 60)
    return receipt.upload_id


def test_invoices_are_added_joined_and_deleted_in_their_table(open_page, engine, bundle):
    app = open_at(open_page, bundle, "all")
    key, before = f"invoices_{bundle}", invoices_of(engine, bundle)
    ids = [invoice.invoice_id for invoice in before]
    take_action(app, key, "join", ids[1])
    assert [invoice.pages for invoice in invoices_of(engine, bundle)] == [(1, 2), (3,)]
    button(app, "Undo").click().run()
    assert invoices_of(engine, bundle) == before
    take_action(app, key, "delete", ids[0])
    assert [invoice.invoice_id for invoice in invoices_of(engine, bundle)] == ids[1:]
    button(app, "Undo").click().run()
    take_action(app, key, "add", ids[0])
    added = invoices_of(engine, bundle)
    assert len(added) == 4
    assert added[1].pages == before[0].pages
    type_cell(app, key, added[1].invoice_id, "invoice_number", "NEW-1")
    assert invoices_of(engine, bundle)[1].invoice_number == "NEW-1"
    type_cell(app, key, added[1].invoice_id, "invoice_date", "soon")
    row = given(app, key)["rows"][1]
    assert "is not a date" in row["errors"]["invoice_date"]


def test_an_invoice_is_opened_from_the_table_and_cut_on_its_pages(open_page, bundle, engine):
    app = open_at(open_page, bundle, "all")
    ids = [invoice.invoice_id for invoice in invoices_of(engine, bundle)]
    fire(app, f"invoices_{bundle}", "event", {"kind": "open", "rows": [ids[2]]})
    assert app.session_state[f"review_invoice_{bundle}"] == 2
    assert app.session_state["review_invoice_view"] == "fields"
    app.get_by_key("review_invoice_view").set_value("all").run()
    take_action(app, f"invoices_{bundle}", "split", ids[1])
    assert app.session_state["review_invoice_view"] == "pages"
    assert "Begin here" in labels_of(app)


def test_words_marked_on_the_page_go_into_the_field_in_hand(open_page, engine, bundle):
    app = open_at(open_page, bundle)
    invoice = invoices_of(engine, bundle)[0]
    x0, y0, x1, y1 = invoice.provenance["invoice_number"].bbox
    area = {"page": 1, "x0": x0 - 0.01, "y0": y0 - 0.005, "x1": x1 + 0.01, "y1": y1 + 0.005}
    fire(app, "review_pages", "marked", {**area, "key": "purchase_order"})
    assert invoices_of(engine, bundle)[0].purchase_order == invoice.invoice_number
    x0, y0, x1, y1 = invoice.provenance["total_amount"].bbox
    area = {"page": 1, "x0": x0 - 0.01, "y0": y0 - 0.005, "x1": x1 + 0.01, "y1": y1 + 0.005}
    fire(app, "review_pages", "marked", {**area, "key": "line_items[0].amount"})
    assert invoices_of(engine, bundle)[0].line_items[0].amount == invoice.total_amount
    fire(app, "review_pages", "marked", {**area, "key": None})
    assert any("Choose a field first" in toast.value for toast in app.toast)
    nothing = {"page": 1, "x0": 0.0, "y0": 0.98, "x1": 0.01, "y1": 0.99, "key": "iban"}
    fire(app, "review_pages", "marked", nothing)
    assert any("no words" in toast.value for toast in app.toast)


def test_a_doubtful_value_offers_what_else_the_page_prints(open_page, engine, bundle):
    row = engine.invoice_upload(bundle)
    first, *others = row.document.invoices
    lost = replace(first, invoice_date=None, provenance={})
    engine.save_invoices(bundle, [lost, *others], row_version=row.row_version)
    app = open_at(open_page, bundle)
    field = fields(app, f"fields_{first.invoice_id}")["invoice_date"]
    assert field["state"] == "missing"
    (offer, *_) = field["alternatives"]
    type_field(app, f"fields_{first.invoice_id}", "invoice_date", offer["text"])
    assert invoices_of(engine, bundle)[0].invoice_date == first.invoice_date


def test_what_nobody_may_change_has_no_actions(open_page, engine):
    made.add_statement(engine.store, "b1")
    engine.confirm("b1")
    drawn = given(open_at(open_page, "b1"), "lines_b1")
    assert drawn["readonly"]
    assert drawn["actions"] == []
