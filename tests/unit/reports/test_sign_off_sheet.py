"""The sheet by which somebody answers for a run: it adds up, and says who decided what."""

import datetime as dt
import io
from decimal import Decimal

import openpyxl
import pdfplumber
from made_rows import invoice, match, reconciliation, transaction

from engine.records import CarriedIn, SetAside, Unmatched
from engine.reports.sign_off import make_sign_off
from engine.reports.sign_off.files import sign_off_excel, sign_off_pdf
from engine.reports.sign_off.sheet import RunRecords
from engine.store import Closing

NOON = dt.datetime(2026, 4, 1, 12, tzinfo=dt.UTC)
BILL = ("document_type", "direction", "invoice_number", "invoice_date", "due_date", "vendor_name",
        "customer_name", "currency", "total_amount", "amount_due")  # fmt: skip
LINE = ("account_number", "description", "counterparty", "reference", "currency", "amount")


def bill_row(invoice_id, **changes):
    made = invoice(invoice_id, **changes)
    return {"invoice_id": invoice_id, **{name: getattr(made, name) for name in BILL}}


def line_row(transaction_id, **changes):
    made = transaction(transaction_id, **changes)
    return {
        "transaction_id": transaction_id,
        "transaction_date": made.date,
        **{name: getattr(made, name) for name in LINE},
    }


def confirmed(match_id, **changes):
    return match(match_id, **{"decision": "confirmed", "decided_by": "anna", "decided_at": NOON,
                              **changes})  # fmt: skip


def books():
    """One settled pair, one paid in part, one proposed, one line set aside, and open ones."""
    part = confirmed("m2", settlement="partial", invoice_ids=("i2",), transaction_ids=("t2",),
                     amount_matched=Decimal("60.00"), difference=Decimal("-59.00"),
                     difference_treatment="open", decided_by="ben")  # fmt: skip
    document = reconciliation(
        matched=(
            confirmed("m1", invoice_ids=("i1",), transaction_ids=("t1",)),
            match("m3", invoice_ids=("i3",), transaction_ids=("t3",)),
            match("m4", invoice_ids=("i4",), transaction_ids=("t4",), decision="rejected",
                  decided_by="ben", decided_at=NOON),
        ),
        partial=(part,),
        unmatched=Unmatched(
            invoices=("i4", "i5"),
            bank_transactions=("t4",),
            set_aside=(SetAside(kind="own_transfer", transaction_ids=("t5",), confidence=0.9,
                                evidence="Own account"),),
        ),
    )  # fmt: skip
    return RunRecords(
        document=document,
        invoices=[
            *(bill_row(f"i{n}", due_date=dt.date(2026, 2, 14)) for n in (1, 2, 3, 4)),
            bill_row("i5", currency="JPY", total_amount=Decimal(7000), due_date=None,
                     invoice_date=None),
        ],
        lines=[
            line_row("t1"),
            line_row("t2", amount=Decimal("-60.00"), date=dt.date(2026, 3, 3)),
            *(line_row(f"t{n}", counterparty="=1+1") for n in (3, 4, 5)),
        ],
        rests={
            ("invoice", "i1"): Decimal(0),
            ("transaction", "t1"): Decimal(0),
            ("invoice", "i2"): Decimal("59.00"),
            ("transaction", "t2"): Decimal(0),
        },
        closings=[
            Closing(closing_id="c1", account_number=None, closed_up_to=dt.date(2026, 2, 28),
                    closed_at=NOON, closed_by="cleo", note="February")
        ],
    )  # fmt: skip


def sheet_of(run, **period):
    return make_sign_off(run, made_at=NOON, made_by="dora", **period)


def test_each_side_adds_up_by_currency_to_what_was_uploaded():
    totals = {(row["side"], row["currency"]): row for row in sheet_of(books()).totals}
    assert set(totals) == {("Bank lines", "EUR"), ("Invoices", "EUR"), ("Invoices", "JPY")}
    for row in totals.values():
        parts = row["settled"] + row["waiting"] + row["set_aside"] + row["open"]
        assert parts == row["amount"]
    bank, bills = totals["Bank lines", "EUR"], totals["Invoices", "EUR"]
    assert (bank["records"], bank["amount"]) == (5, Decimal("-536.00"))
    assert bank["settled"] == Decimal("-179.00")
    assert bank["waiting"] == bank["set_aside"] == bank["open"] == Decimal("-119.00")
    assert (bills["settled"], bills["waiting"]) == (Decimal("179.00"), Decimal("119.00"))
    assert bills["open"] == Decimal("178.00")


def test_what_a_part_payment_left_is_an_open_item_and_ages_from_the_due_day():
    items = {item["number"]: item for item in sheet_of(books()).open_items if item["number"]}
    assert items["INV-i2"]["open"] == Decimal("59.00")
    assert (items["INV-i2"]["days"], items["INV-i2"]["age"]) == (46, "31–60")
    assert items["INV-i5"]["age"] == "No date"
    ageing = {(row["side"], row["currency"], row["age"]): row for row in sheet_of(books()).ageing}
    assert ageing["Invoices", "EUR", "31–60"]["open"] == Decimal("178.00")
    assert ageing["Invoices", "JPY", "No date"]["items"] == 1


def test_an_invoice_of_unknown_amount_is_open_and_adds_nothing():
    run = books()
    unknown = [*run.invoices[:4], bill_row("i5", total_amount=None, currency=None)]
    sheet = make_sign_off(
        RunRecords(document=run.document, invoices=unknown, lines=run.lines, rests=run.rests),
        made_at=NOON,
        made_by="dora",
    )
    row = next(row for row in sheet.totals if row["currency"] is None)
    assert (row["records"], row["unknown"], row["amount"]) == (1, 1, Decimal("0.00"))
    assert any(item["number"] == "INV-i5" and item["open"] is None for item in sheet.open_items)


def test_it_says_who_decided_what_and_how_much_waits():
    sheet = sheet_of(books())
    said = [(row["who"], row["decision"], row["matches"]) for row in sheet.deciders]
    assert said == [("anna", "Confirmed", 1), ("ben", "Confirmed", 1), ("ben", "Rejected", 1)]
    assert sheet.waiting == 1
    assert [row["decision"] for row in sheet.decided] == ["Confirmed", "Rejected", "Confirmed"]
    differences = {row["difference_is"]: row for row in sheet.differences}
    assert differences["Still open"]["difference"] == Decimal("-59.00")
    assert differences["Settled to the cent"]["amount_matched"] == Decimal("119.00")


def test_a_period_leaves_out_later_lines_and_the_invoices_that_only_they_pay():
    sheet = sheet_of(books(), first_day=dt.date(2026, 2, 1), last_day=dt.date(2026, 2, 28))
    totals = {(row["side"], row["currency"]): row for row in sheet.totals}
    assert totals["Bank lines", "EUR"]["records"] == 4
    assert totals["Invoices", "EUR"]["records"] == 3
    assert "INV-i2" not in {item["number"] for item in sheet.open_items}
    assert {item["days"] for item in sheet.open_items if item["number"] == "INV-i4"} == {14}


def test_a_workbook_has_every_row_and_no_formula():
    book = openpyxl.load_workbook(io.BytesIO(sign_off_excel(sheet_of(books()), dt.UTC)))
    assert book.sheetnames == [
        "Both sides", "Confirmed matches", "Who decided", "Open by age", "Open items",
        "Decided matches", "Closed periods", "Notes",
    ]  # fmt: skip
    party = next(cell for row in book["Open items"] for cell in row if cell.value == "=1+1")
    assert party.data_type == "s" or party.quotePrefix
    notes = [row[0].value for row in book["Notes"]]
    assert "Sheet made 1 Apr 2026, 12:00 by dora" in notes
    assert "Not decided yet: 1 proposals" in notes


def test_what_earlier_runs_settled_is_told():
    run = books()
    info = run.document.reconciliation_info
    carried = type(info)(**{
        **{name: getattr(info, name) for name in info.__struct_fields__},
        "carried_in": CarriedIn(settled_invoices=3, settled_transactions=2),
    })  # fmt: skip
    document = type(run.document)(**{
        **{name: getattr(run.document, name) for name in run.document.__struct_fields__},
        "reconciliation_info": carried,
    })  # fmt: skip
    sheet = sheet_of(
        RunRecords(document=document, invoices=run.invoices, lines=run.lines, rests=run.rests)
    )
    assert sheet.earlier == (3, 2)


def test_the_paper_has_both_sides_and_lines_to_sign_on():
    with pdfplumber.open(io.BytesIO(sign_off_pdf(sheet_of(books()), dt.UTC))) as paper:
        text = "\n".join(page.extract_text() for page in paper.pages)
    for words in ("Reconciliation sign-off", "Both sides", "Prepared by, date and signature",
                  "Approved by, date and signature", "Decided matches", "cleo"):  # fmt: skip
        assert words in text
