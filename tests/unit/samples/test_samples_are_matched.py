"""The matcher finds how the sample bills were paid, given what the documents really say."""

import json
from decimal import Decimal

import pytest

from engine.matching import MatchOptions, match, read_invoices, read_transactions
from tools.samples.__main__ import DEFAULT_DIR

TRUTH = json.loads((DEFAULT_DIR / "truth.json").read_text("utf-8"), parse_float=Decimal)
RATES = {
    month: {"EUR": 1.0, "USD": 0.857, "GBP": 1.150} for month in ("2026-08", "2026-09", "2026-10")
}


def records(key):
    return [json.dumps(row, default=str) for file in TRUTH["files"] for row in file.get(key, ())]


def ids(invoice_ids, transaction_ids):
    return tuple(sorted(invoice_ids)), tuple(sorted(transaction_ids))


def run(options):
    invoices = read_invoices(records("invoices"))
    return match(invoices, read_transactions(records("transactions")), options)


def proposed(result):
    return {ids(m.invoice_ids, m.transaction_ids): m for m in (*result.matched, *result.partial)}


@pytest.fixture(scope="module")
def with_rates():
    return run(MatchOptions(rates=RATES))


@pytest.mark.parametrize("truth", TRUTH["matches"], ids=lambda m: m["outcome"])
def test_a_settlement_is_found_whole_and_understood(with_rates, truth):
    found = proposed(with_rates).get(ids(truth["invoice_ids"], truth["transaction_ids"]))
    assert found is not None
    assert (found.kind, found.settlement) == (truth["kind"], truth["settlement"])
    if truth["difference_treatment"] != "exchange":
        assert found.difference == truth["difference"]
    assert found.difference_treatment == truth["difference_treatment"]


def test_nothing_else_is_proposed(with_rates):
    true = {ids(m["invoice_ids"], m["transaction_ids"]) for m in TRUTH["matches"]}
    assert set(proposed(with_rates)) <= true


def test_what_nobody_paid_stays_open(with_rates):
    assert sorted(with_rates.unmatched.invoices) == sorted(TRUTH["unmatched"]["invoices"])
    open_lines = with_rates.unmatched.bank_transactions
    assert sorted(open_lines) == sorted(TRUTH["unmatched"]["bank_transactions"])


def test_without_rates_all_but_the_foreign_invoices_are_found():
    found = proposed(run(MatchOptions()))
    for truth in TRUTH["matches"]:
        if truth["difference_treatment"] != "exchange":
            assert ids(truth["invoice_ids"], truth["transaction_ids"]) in found


def test_at_least_two_in_three_settlements_need_no_person(with_rates):
    assert len(with_rates.matched) >= len(TRUTH["matches"]) * 2 // 3
