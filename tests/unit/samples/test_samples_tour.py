"""From the sample files to matches: what a newcomer sees after loading them."""

import pytest

from engine.matching import BankLine, MatchOptions, OpenInvoice, match


def ids(invoice_ids, transaction_ids):
    return tuple(sorted(invoice_ids)), tuple(sorted(transaction_ids))


@pytest.fixture(scope="module")
def result(samples):
    files = samples.truth["files"]
    invoices = [
        OpenInvoice.from_record(invoice)
        for file in files
        if file["kind"] == "invoice"
        for invoice in samples.invoices(file["file_name"])
    ]
    lines = [
        BankLine.from_record(line)
        for file in files
        if file["kind"] == "bank"
        for line in samples.statement(file["file_name"]).transactions
    ]
    return match(invoices, lines, MatchOptions())


@pytest.mark.ocr
def test_every_settlement_in_one_currency_is_found_from_the_files_alone(samples, result):
    found = {ids(m.invoice_ids, m.transaction_ids) for m in (*result.matched, *result.partial)}
    wanted = {
        m["outcome"]: ids(m["invoice_ids"], m["transaction_ids"])
        for m in samples.truth["matches"]
        if m["difference_treatment"] != "exchange"
    }
    assert [outcome for outcome, group in wanted.items() if group not in found] == []


@pytest.mark.ocr
def test_nothing_untrue_is_matched(samples, result):
    true = {ids(m["invoice_ids"], m["transaction_ids"]) for m in samples.truth["matches"]}
    assert [m for m in result.matched if ids(m.invoice_ids, m.transaction_ids) not in true] == []
