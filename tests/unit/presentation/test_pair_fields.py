"""An invoice and a bank line side by side, steps of evidence, and shares of few cases."""

import datetime as dt
from decimal import Decimal

import pytest

from engine.presentation.answers import cell, charted, decimals_of_columns, is_number, labels_of
from engine.presentation.pair_fields import pair_fields
from engine.presentation.proportions import proportion
from engine.presentation.waterfall import steps_of
from engine.records import Reason

INVOICE = {
    "direction": "payable",
    "invoice_number": "RE-2024/017",
    "payment_reference": None,
    "iban": "DE02120300000000202051",
    "invoice_date": dt.date(2026, 1, 15),
    "due_date": dt.date(2026, 2, 14),
    "vendor_name": "Acme Corp",
    "customer_name": "Own Ltd",
    "currency": "EUR",
    "total_amount": Decimal("119.00"),
    "amount_due": None,
}
LINE = {
    "transaction_date": dt.date(2026, 2, 14),
    "description": "ACME CORP RE 2024 017",
    "counterparty": None,
    "reference": None,
    "currency": "EUR",
    "amount": Decimal("-119.00"),
}


def verdicts(invoices, lines):
    return {field.topic: (field.verdict, field.note) for field in pair_fields(invoices, lines)}


def test_what_agrees_is_the_same_whatever_its_sign_and_spelling():
    found = verdicts([INVOICE], [LINE])
    assert found["Amount"] == ("same", "")
    assert found["Currency"] == ("same", "")
    assert found["Due, paid"] == ("same", "")
    assert found["Party"] == ("same", "the bank's words name the party")
    assert found["Number, reference"] == ("same", "the bank's words quote RE-2024/017")
    assert found["Account"] == ("unknown", "")


def test_what_differs_says_by_how_much():
    line = LINE | {
        "amount": Decimal("-100.00"),
        "transaction_date": dt.date(2026, 2, 20),
        "description": "Rent",
        "counterparty": "Landlord",
        "reference": "77",
    }
    found = verdicts([INVOICE], [line])
    assert found["Amount"] == ("differs", "19.00\u00a0EUR less was paid")
    assert found["Due, paid"] == ("differs", "6 days after the due date")
    assert found["Party"][0] == found["Number, reference"][0] == "differs"


def test_several_are_added_up_but_never_across_currencies():
    two = [INVOICE, INVOICE | {"total_amount": Decimal("1.00")}]
    assert verdicts(two, [LINE | {"amount": Decimal("-120.00")}])["Amount"] == ("same", "")
    mixed = [INVOICE, INVOICE | {"currency": "USD"}]
    assert verdicts(mixed, [LINE])["Amount"] == ("unknown", "")


def test_a_shortened_name_is_the_same_party():
    line = LINE | {"description": "Transfer", "counterparty": "Acme Tools"}
    invoice = INVOICE | {"vendor_name": "Acme Tools & Parts Ltd"}
    assert verdicts([invoice], [line])["Party"] == ("same", "shortened")


def test_a_payment_before_the_invoice_differs_one_before_the_due_date_does_not():
    early = LINE | {"transaction_date": dt.date(2026, 1, 1)}
    assert verdicts([INVOICE], [early])["Due, paid"][0] == "differs"
    before = LINE | {"transaction_date": dt.date(2026, 2, 1)}
    assert verdicts([INVOICE], [before])["Due, paid"] == ("same", "13 days before the due date")


def test_what_is_not_known_is_neither():
    empty = dict.fromkeys(INVOICE)
    nothing = verdicts([empty], [dict.fromkeys(LINE)])
    assert {verdict for verdict, _ in nothing.values()} == {"unknown"}


def test_steps_follow_each_other_to_the_confidence():
    reasons = [
        Reason(name="amount", score=1, log_odds=3.0, evidence="a"),
        Reason(name="date", score=-1, log_odds=-0.8, evidence="b"),
    ]
    first, second = steps_of(reasons)
    assert (first.start, first.end, second.start) == (0.0, 3.0, 3.0)
    assert second.weight == pytest.approx(-0.8)
    assert second.probability == pytest.approx(0.9002, abs=1e-4)
    assert steps_of([]) == ()


def test_a_share_of_few_cases_has_a_wide_range():
    found = proportion(9, 10)
    assert (found.share, round(found.low, 3), round(found.high, 3)) == (0.9, 0.596, 0.982)
    assert proportion(0, 0) == (0, 0, None, 0.0, 1.0)


def test_equal_names_are_told_apart():
    assert labels_of(("a", "a", "a 2", "b")) == ("a", "a 2", "a 2 2", "b")


def test_values_of_any_kind_become_cells():
    assert cell([1, [2, None]]) == "1, 2, None"
    assert cell(b"\x05") == "05"
    assert cell({"a": 1}) == "{'a': 1}"
    assert cell(Decimal("1.10")) == Decimal("1.10")


@pytest.mark.parametrize(
    ("kind", "is_one"),
    [("DECIMAL(18,2)", True), ("UBIGINT", True), ("INTEGER[]", False), ("VARCHAR", False)],
)
def test_columns_that_can_be_drawn(kind, is_one):
    assert is_number(kind) is is_one


def test_a_chart_takes_the_first_rows_and_says_how_many_are_left():
    class Rows:
        types = ("VARCHAR", "DECIMAL(18,3)")
        rows = tuple((f"p{n}", Decimal(n)) for n in range(2003))

    found = charted(Rows(), "place", ["value"], ("place", "value"))
    assert (len(found.places), found.left_out, found.values["value"][2]) == (2000, 3, 2.0)


def test_exact_numbers_show_as_many_decimals_as_they_need():
    class Rows:
        types = ("DECIMAL(18,2)", "DECIMAL(18,4)", "DOUBLE", "DECIMAL(9,2)[]")
        rows = ((Decimal("1.5"), Decimal("1.2345"), 0.1, [Decimal(1)]), (None, None, None, None))

    assert decimals_of_columns(Rows(), ("a", "b", "c", "d")) == {"a": 2, "b": 4}
