"""The manifest of the samples holds together: sums, balances, check digits, outcomes."""

import json
from collections import Counter
from decimal import Decimal
from itertools import pairwise

import pytest
from stdnum import iban

from tools.samples.__main__ import DEFAULT_DIR

TRUTH = json.loads((DEFAULT_DIR / "truth.json").read_text("utf-8"), parse_float=Decimal)
FILES = {file["file_name"]: file for file in TRUTH["files"]}
INVOICES = {i["invoice_id"]: i for f in TRUTH["files"] for i in f.get("invoices", ())}
STATEMENTS = [f for f in TRUTH["files"] if f["kind"] == "bank"]
TRANSACTIONS = {t["transaction_id"]: t for f in STATEMENTS for t in f["transactions"]}
OWN_ACCOUNT_CURRENCY = "EUR"


def test_the_manifest_names_every_document_and_nothing_else():
    assert set(FILES) == {path.name for path in DEFAULT_DIR.iterdir()} - {"truth.json"}


def test_there_is_every_kind_of_document_that_the_tour_promises():
    invoice_files = [f for f in TRUTH["files"] if f["kind"] == "invoice"]
    assert len(invoice_files) >= 6
    assert max(len(f["invoices"]) for f in invoice_files) == 12
    assert any(f["scanned"] for f in invoice_files)
    assert any(len(i["pages"]) == 2 for i in INVOICES.values())
    assert {i["document_type"] for i in INVOICES.values()} == {"invoice", "credit_note"}
    assert {i["direction"] for i in INVOICES.values()} == {"payable", "receivable"}
    assert {i["currency"] for i in INVOICES.values()} == {"EUR", "USD", "GBP"}
    assert any(i["payment_terms"] for i in INVOICES.values())
    assert [f["scanned"] for f in STATEMENTS] == [False, True]
    assert STATEMENTS[0]["pages_total"] >= 5


@pytest.mark.parametrize("invoice", INVOICES.values(), ids=INVOICES)
def test_an_invoice_adds_up(invoice):
    assert sum(line["amount"] for line in invoice["line_items"]) == invoice["subtotal"]
    assert invoice["subtotal"] + invoice["tax_amount"] == invoice["total_amount"]
    assert (invoice["total_amount"] < 0) == (invoice["document_type"] == "credit_note")


@pytest.mark.parametrize("invoice", INVOICES.values(), ids=INVOICES)
def test_the_printed_ibans_have_valid_check_digits(invoice):
    assert invoice["iban"] is None or iban.is_valid(invoice["iban"])


@pytest.mark.parametrize("statement", STATEMENTS, ids=lambda f: f["file_name"])
def test_a_statement_adds_up(statement):
    info, lines = statement["statement_info"], statement["transactions"]
    moved = sum(line["amount"] for line in lines)
    assert info["opening_balance"] + moved == info["closing_balance"]
    assert iban.is_valid(info["account_number"])
    dates = [line["date"] for line in lines]
    assert dates == sorted(dates)
    assert info["statement_period_start"] <= dates[0]
    assert dates[-1] <= info["statement_period_end"]
    assert [line["page"] for line in lines] == sorted(line["page"] for line in lines)


def test_every_printed_balance_follows_from_the_one_before():
    lines = STATEMENTS[0]["transactions"]
    for before, line in pairwise(lines):
        assert before["balance"] + line["amount"] == line["balance"]
    assert all(line["balance"] is None for line in STATEMENTS[1]["transactions"])


def test_every_invoice_and_transaction_is_matched_once_or_open():
    matches, unmatched = TRUTH["matches"], TRUTH["unmatched"]
    invoice_ids = [name for m in matches for name in m["invoice_ids"]] + unmatched["invoices"]
    line_ids = [name for m in matches for name in m["transaction_ids"]]
    assert Counter(invoice_ids) == Counter(INVOICES.keys())
    assert Counter(line_ids + unmatched["bank_transactions"]) == Counter(TRANSACTIONS.keys())


def test_every_outcome_occurs():
    matches = TRUTH["matches"]
    assert {m["kind"] for m in matches} == {"one_to_one", "batch", "instalments", "netted"}
    assert {m["settlement"] for m in matches} == {"full", "partial"}
    treatments = {m["difference_treatment"] for m in matches}
    assert treatments == {None, "open", "discount", "fee", "exchange"}
    assert len(TRUTH["unmatched"]["invoices"]) == 4


@pytest.mark.parametrize("match", TRUTH["matches"], ids=lambda m: m["outcome"])
def test_a_match_says_what_was_paid(match):
    billed = sum(INVOICES[name]["total_amount"] for name in match["invoice_ids"])
    assert billed + match["difference"] == match["amount_matched"]
    if match["currency"] == OWN_ACCOUNT_CURRENCY:
        paid = abs(sum(TRANSACTIONS[name]["amount"] for name in match["transaction_ids"]))
        assert paid == match["amount_matched"]
    first_billed = min(INVOICES[name]["invoice_date"] for name in match["invoice_ids"])
    assert all(TRANSACTIONS[name]["date"] >= first_billed for name in match["transaction_ids"])
