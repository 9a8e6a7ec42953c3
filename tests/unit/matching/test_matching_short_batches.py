"""Several bills paid by one line less something on the whole."""

import pytest
from matching_rows import invoice, line, pairs, run

BILLS = [
    invoice("90088077", "1062.67", invoice_number="90088077"),
    invoice("90088081", "210.40", invoice_number="90088081"),
]
BOTH = (("90088077", "90088081"), ("t",))


def _only(result):
    (match,) = (*result.matched, *result.partial)
    return match


@pytest.mark.parametrize(
    ("amount", "text", "treatment"),
    [
        ("-1247.61", "ACME TOOLS LESS 2% DISC 90088077,90088081", "discount"),
        ("-1278.07", "ACME TOOLS 90088077 90088081 CHGS", "fee"),
        ("-1209.42", "ACME TOOLS 90088077 + 90088081 WHT", "withholding_tax"),
    ],
)
def test_a_listed_batch_may_be_short(amount, text, treatment):
    match = _only(run(BILLS, [line("t", amount, text, days=10)]))
    assert (match.invoice_ids, match.transaction_ids) == BOTH
    assert match.difference_treatment == treatment
    assert "2 invoices add up to 1,273.07 EUR" in next(
        r.evidence for r in match.reasons if r.name == "amount"
    )


def test_an_exact_set_leaves_no_room_for_a_short_one():
    more = [*BILLS, invoice("90088090", "25.00", invoice_number="90088090")]
    text = "ACME TOOLS 90088077 90088081"
    result = run(more, [line("t", "-1273.07", text, days=10)])
    assert pairs(result.matched) == {BOTH}


def test_a_difference_without_a_name_is_no_short_batch():
    text = "ACME TOOLS 90088077 90088081"
    result = run(BILLS, [line("t", "-1111.11", text, days=10)])
    assert BOTH not in pairs((*result.matched, *result.partial))
