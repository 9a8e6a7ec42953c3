"""Matches that a person puts together: sums, names of differences, and no cent lost."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import InvalidInputError
from engine.matching import BankLine, OpenInvoice
from engine.matching.by_hand import match_by_hand, weigh


def bill(key="i1", total="100.00", **more):
    known = {"invoice_number": key.upper(), "due_date": dt.date(2026, 3, 1), "currency": "EUR"}
    return OpenInvoice(invoice_id=key, total_amount=Decimal(total), **known | more)


def line(key="t1", amount="-100.00", **more):
    known = {"date": dt.date(2026, 3, 2), "currency": "EUR"}
    return BankLine(transaction_id=key, amount=Decimal(amount), **known | more)


def test_one_payment_settles_many_invoices_to_the_cent():
    bills = [bill("i1", "30.10"), bill("i2", "69.90")]
    assert weigh(bills, [line()]).difference == 0
    made = match_by_hand("H1", bills, [line()], None, note="one transfer")
    assert (made.kind, made.settlement, made.is_manual) == ("batch", "full", True)
    assert {(a.invoice_id, a.amount) for a in made.allocations} == {
        ("i1", Decimal("-30.10")),
        ("i2", Decimal("-69.90")),
    }
    assert made.reasons[0].evidence == "one transfer"


def test_many_payments_settle_one_invoice():
    made = match_by_hand("H1", [bill()], [line("t1", "-40"), line("t2", "-60")], None)
    assert (made.kind, made.amount_matched) == ("instalments", Decimal("100.00"))


@pytest.mark.parametrize(
    ("treatment", "settlement"),
    [("fee", "full"), ("discount", "full"), ("withholding_tax", "full"), ("open", "partial")],
)
def test_a_difference_gets_a_name(treatment, settlement):
    made = match_by_hand("H1", [bill()], [line(amount="-97.00")], treatment)
    assert (made.difference, made.difference_treatment) == (Decimal("-3.00"), treatment)
    assert made.settlement == settlement
    paid = sum(a.amount for a in made.allocations)
    treated = sum(a.treated for a in made.allocations)
    assert (paid, treated) == (Decimal("-97.00"), Decimal(0 if treatment == "open" else "-3.00"))


def test_a_difference_without_a_name_is_refused():
    with pytest.raises(InvalidInputError, match=r"-3\.00 EUR needs a name"):
        match_by_hand("H1", [bill()], [line(amount="-97.00")], None)
    with pytest.raises(InvalidInputError):
        match_by_hand("H1", [bill()], [line(amount="-97.00")], "overpayment")
    with pytest.raises(InvalidInputError):
        match_by_hand("H1", [bill()], [line(amount="-97.00")], "rounding")


def test_what_the_terms_allow_is_named_first():
    assert weigh([bill()], [line(amount="-99.99")]).treatments[0] == "rounding"
    assert weigh([bill(direction="receivable")], [line(amount="95")]).treatments[0] == "fee"
    assert weigh([bill()], [line(amount="-40")]).treatments[0] == "open"
    assert weigh([bill()], [line(amount="-140")]).treatments[0] == "overpayment"


def test_what_was_paid_too_much_stays_on_the_line():
    made = match_by_hand("H1", [bill()], [line(amount="-140")], "overpayment")
    assert made.settlement == "full"
    assert [a.amount for a in made.allocations] == [Decimal("-100.00")]


def test_a_credit_note_is_netted():
    bills = [bill("i1", "120"), bill("i2", "20", document_type="credit_note")]
    made = match_by_hand("H1", bills, [line()], None)
    assert made.kind == "netted"
    assert sum(a.amount for a in made.allocations) == Decimal("-100.00")


def test_money_the_other_way_is_refused():
    assert "goes out" in (weigh([bill()], [line(amount="100")]).problem or "")
    with pytest.raises(InvalidInputError, match="came in"):
        match_by_hand("H1", [bill()], [line(amount="100")], None)


@pytest.mark.parametrize("rate", [None, Decimal("0.92")])
def test_no_rate_turns_money_the_other_way(rate):
    found = weigh([bill(currency="USD")], [line(amount="92")], rate)
    assert "goes out" in (found.problem or "")
    assert found.rate == Decimal("0.92")
    with pytest.raises(InvalidInputError, match="came in"):
        match_by_hand("H1", [bill(currency="USD")], [line(amount="92")], None, rate=rate)


@pytest.mark.parametrize(
    ("bills", "lines", "says"),
    [
        ([], [], "Choose bank lines and invoices"),
        ([bill()], [], "Choose a bank line"),
        ([], [line()], "Choose an invoice"),
        ([bill("i1"), bill("i2", currency="USD")], [line()], "several currencies"),
        ([bill()], [line("t1"), line("t2", currency="USD")], "several currencies"),
        ([bill(total="0")], [line()], "Nothing is open of I1"),
        ([bill()], [line(amount="0")], "Nothing is left"),
        ([bill()], [line("t1", "-5"), line("t2", "5")], "comes to nothing"),
    ],
)
def test_what_cannot_be_matched_says_why(bills, lines, says):
    assert says in (weigh(bills, lines).problem or "")


def test_another_currency_is_settled_at_the_rate_that_it_implies():
    bills = [bill("i1", "50", currency="USD"), bill("i2", "70", currency="USD")]
    found = weigh(bills, [line(amount="-110.40")])
    assert (found.currency, found.difference, found.rate) == ("EUR", 0, Decimal("0.920000"))
    made = match_by_hand("H1", bills, [line(amount="-110.40")], None)
    assert [a.amount for a in made.allocations] == [Decimal("-46.00"), Decimal("-64.40")]
    assert made.rate == Decimal("0.920000")


def test_with_a_rate_the_rest_is_an_exchange_difference():
    found = weigh([bill(currency="USD")], [line(amount="-91")], Decimal("0.92"))
    assert (found.billed, found.difference) == (Decimal("-92.00"), Decimal("-1.00"))
    assert found.treatments[0] == "exchange"
    assert "open" not in found.treatments
    assert "more than zero" in (weigh([bill(currency="USD")], [line()], Decimal(0)).problem or "")


amounts = st.integers(1, 10_000_000).map(lambda cents: Decimal(cents).scaleb(-2))


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.tuples(amounts, st.booleans()), min_size=1, max_size=5),
    st.lists(st.tuples(amounts, st.booleans()), min_size=1, max_size=5),
    st.sampled_from(["fee", "discount", "open", "overpayment", "exchange", None]),
    st.booleans(),
)
def test_no_cent_is_made_or_lost(owed, paid, treatment, is_receivable):
    way = "receivable" if is_receivable else "payable"
    sign = 1 if is_receivable else -1
    bills = [
        bill(
            f"i{n}",
            str(amount),
            direction=way,
            document_type="credit_note" if is_credit and n else "invoice",
        )
        for n, (amount, is_credit) in enumerate(owed)
    ]
    lines = [
        line(f"t{n}", str(-sign * amount if is_back and n else sign * amount))
        for n, (amount, is_back) in enumerate(paid)
    ]
    found = weigh(bills, lines)
    try:
        made = match_by_hand("H1", bills, lines, treatment)
    except InvalidInputError:
        return
    used = sum((a.amount for a in made.allocations), Decimal(0))
    settled = used + sum((a.treated for a in made.allocations), Decimal(0))
    is_left = made.difference_treatment in ("open", "overpayment")
    if is_left and found.difference < 0:
        assert (used, settled) == (found.paid, found.paid)
    elif is_left:
        assert (used, settled) == (found.billed, found.billed)
    else:
        assert (used, settled) == (found.paid, found.billed)
