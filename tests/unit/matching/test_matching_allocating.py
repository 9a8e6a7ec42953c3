"""Amounts of one line for one invoice add up on both sides."""

from collections import Counter
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matching_rows import invoice, line, run

from engine.matching.allocating import Owed, Paid, allocate


def told(owed, paid, treatment=None, currency="EUR"):
    return [
        (a.invoice_id, a.transaction_id, a.amount, a.treated)
        for a in allocate(
            [Owed(f"i{n}", amount) for n, amount in enumerate(owed)],
            [Paid(f"t{n}", amount) for n, amount in enumerate(paid)],
            treatment,
            currency,
        )
    ]


def euros(text):
    return Decimal(text)


def test_one_line_pays_one_invoice():
    assert told([-10000], [-10000]) == [("i0", "t0", euros("-100.00"), euros("0.00"))]


def test_one_line_pays_several_invoices():
    assert told([500, 700], [1200]) == [
        ("i0", "t0", euros("5.00"), euros("0.00")),
        ("i1", "t0", euros("7.00"), euros("0.00")),
    ]


def test_several_lines_pay_one_invoice():
    assert [row[2] for row in told([-900], [-300, -600])] == [euros("-3.00"), euros("-6.00")]


def test_a_credit_note_is_money_more_to_pay_with():
    assert told([-10000, 2000], [-8000]) == [
        ("i0", "t0", euros("-100.00"), euros("0.00")),
        ("i1", "t0", euros("20.00"), euros("0.00")),
    ]


def test_a_line_that_gives_back_counts_against_the_first_invoice():
    assert told([-8000], [-10000, 2000]) == [
        ("i0", "t0", euros("-100.00"), euros("0.00")),
        ("i0", "t1", euros("20.00"), euros("0.00")),
    ]


def test_what_is_too_little_stays_open():
    assert told([-10000], [-4000], "open") == [("i0", "t0", euros("-40.00"), euros("0.00"))]


def test_what_is_too_much_is_left_of_the_line():
    assert told([10000], [12500], "overpayment") == [("i0", "t0", euros("100.00"), euros("0.00"))]


def test_a_fee_is_what_of_the_invoice_needs_no_payment():
    assert told([10000], [9700], "fee") == [("i0", "t0", euros("97.00"), euros("3.00"))]


def test_a_rate_that_moved_the_other_way_is_treated_too():
    assert told([10000], [10250], "exchange") == [("i0", "t0", euros("102.50"), euros("-2.50"))]


def test_a_fee_on_many_invoices_is_shared_in_proportion():
    shares = told([10000, 30000, 5], [39203], "fee")
    assert [row[3] for row in shares] == [euros("2.00"), euros("6.01"), euros("0.01")]


def test_currencies_of_three_decimals_keep_them():
    assert told([1500], [1500], None, "KWD") == [("i0", "t0", euros("1.500"), euros("0.000"))]


amounts = st.integers(min_value=1, max_value=10**9)
bills = st.lists(amounts, min_size=1, max_size=7)
signs = st.sampled_from([1, -1])


def check(owed, paid, shares):
    """Nothing is created: both sides add up to what they were, and only one has a rest."""
    by_bill, by_line, treated = Counter(), Counter(), Counter()
    for bill, payment, amount, taken in shares:
        by_bill[bill] += amount
        by_line[payment] += amount
        treated[bill] += taken
    rest_of_bills = [
        Decimal(a).scaleb(-2) - by_bill[f"i{n}"] - treated[f"i{n}"] for n, a in enumerate(owed)
    ]
    rest_of_lines = [Decimal(a).scaleb(-2) - by_line[f"t{n}"] for n, a in enumerate(paid)]
    return rest_of_bills, rest_of_lines, sum(treated.values())


@given(bills, bills, signs, st.sampled_from(["open", "overpayment", None]))
def test_an_open_difference_is_left_on_one_side_only(owed, paid, sign, treatment):
    owed, paid = [sign * a for a in owed], [sign * a for a in paid]
    open_bills, open_lines, treated = check(owed, paid, told(owed, paid, treatment))
    assert treated == 0
    assert all(sign * rest >= 0 for rest in (*open_bills, *open_lines))
    assert not (any(open_bills) and any(open_lines))
    assert sum(open_lines) - sum(open_bills) == Decimal(sum(paid) - sum(owed)).scaleb(-2)


@given(bills, bills, signs, st.sampled_from(["fee", "discount", "withholding_tax", "exchange"]))
def test_a_treated_difference_leaves_nothing(owed, paid, sign, treatment):
    owed, paid = [sign * a for a in owed], [sign * a for a in paid]
    open_bills, open_lines, treated = check(owed, paid, told(owed, paid, treatment))
    assert treated == Decimal(sum(owed) - sum(paid)).scaleb(-2)
    assert sum(open_bills) == sum(open_lines) == 0


@given(bills, st.lists(amounts, max_size=3), signs)
def test_credit_notes_are_used_up_whole(owed, credits, sign):
    if sum(owed) <= sum(credits):
        return
    signed = [sign * a for a in owed] + [-sign * a for a in credits]
    open_bills, open_lines, _ = check(signed, [sum(signed)], told(signed, [sum(signed)]))
    assert not any(open_bills)
    assert not any(open_lines)


@given(bills, bills, signs)
def test_every_amount_is_of_another_pair(owed, paid, sign):
    shares = told([sign * a for a in owed], [sign * a for a in paid], "open")
    keys = [row[:2] for row in shares]
    assert len(set(keys)) == len(keys)
    assert len(shares) <= len(owed) + len(paid)


@pytest.mark.parametrize(("owed", "paid"), [([], [1]), ([1], [])])
def test_nothing_on_a_side_allocates_nothing(owed, paid):
    assert told(owed, paid) == []


def test_every_match_of_a_run_says_which_line_pays_how_much_of_which_invoice():
    result = run(
        [
            invoice("20240101", "100.00"),
            invoice("20240102", "60.00"),
            invoice("20240103", "800.00", vendor_name="Beta Foods Ltd"),
        ],
        [
            line("t", "-160.00", "ACME TOOLS 20240101 20240102"),
            line("u", "-500.00", "BETA FOODS INV-20240103"),
        ],
    )
    shares = {
        (a.invoice_id, a.transaction_id): a.amount
        for m in (*result.matched, *result.partial)
        for a in m.allocations
    }
    assert shares == {
        ("20240101", "t"): euros("-100.00"),
        ("20240102", "t"): euros("-60.00"),
        ("20240103", "u"): euros("-500.00"),
    }
