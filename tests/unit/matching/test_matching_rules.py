import datetime as dt
import math
from decimal import Decimal

import pytest
from matching_rows import invoice, line, pairs, run

from engine.records import (
    DirectionCondition,
    GroupTreatment,
    MatchingRule,
    MemoCondition,
    NeverTreatment,
    PartyTreatment,
    SetAsideTreatment,
    ToleranceTreatment,
)


def rule(treatment, text="STRIPE", name="My rule", **values):
    return MatchingRule(
        name=name,
        conditions=(MemoCondition(test="contains", text=text),),
        treatment=treatment,
        **values,
    )


def sale(key, amount, day, customer):
    return invoice(
        key,
        amount,
        direction="receivable",
        vendor_name="Own Company",
        customer_name=customer,
        invoice_date=day,
        due_date=day,
    )


CUSTOMERS = ("Birch Ltd", "Cedar SA", "Dogwood AB", "Elm Oy")
MONDAY = dt.date(2024, 3, 4)


def shop(days=3, step=37):
    """Every day's sales, and a deposit of each two days later less 2.9 %.

    A day's sales are ``4 * step`` more than those of the day before.
    """
    bills, lines = [], []
    for n in range(days):
        day = MONDAY + dt.timedelta(days=n)
        amounts = [Decimal(100 + step * n + 11 * k) for k in range(4)]
        bills += [
            sale(f"{n}{k}", str(amount), day, CUSTOMERS[k]) for k, amount in enumerate(amounts)
        ]
        paid = (sum(amounts) * Decimal("0.971")).quantize(Decimal("0.01"))
        paid_on = day + dt.timedelta(days=2)
        lines.append(line(f"p{n}", str(paid), f"STRIPE PAYOUT {n}", date=paid_on))
    return bills, lines


def test_lines_that_a_rule_sets_aside_pay_nothing():
    bills = [invoice("1", "10.00")]
    lines = [line("t", "-10.00", "ACME TOOLS STRIPE FEE")]
    assert run(bills, lines).matched
    found = run(bills, lines, rules=(rule(SetAsideTreatment(label="bank fee")),))
    assert not found.matched
    assert found.unmatched.bank_transactions == ("t",)
    aside = found.unmatched.set_aside[0]
    assert (aside.kind, aside.rule, aside.transaction_ids) == ("rule", "My rule", ("t",))
    assert aside.evidence == ("rule “My rule” (memo contains “STRIPE”): bank fee, pays no invoice")


def test_a_rule_that_is_off_does_nothing():
    bills, lines = [invoice("1", "10.00")], [line("t", "-10.00", "ACME TOOLS STRIPE")]
    off = rule(SetAsideTreatment(label="fee"), is_enabled=False)
    assert run(bills, lines, rules=(off,)) == run(bills, lines)


def test_the_first_rule_that_holds_decides():
    lines = [line("t", "-10.00", "ACME TOOLS STRIPE")]
    first = rule(SetAsideTreatment(label="tax"), name="First")
    second = rule(SetAsideTreatment(label="fee"), name="Second")
    for order, name in (((first, second), "First"), ((second, first), "Second")):
        found = run([invoice("1", "10.00")], lines, rules=order)
        assert [aside.rule for aside in found.unmatched.set_aside] == [name]


def test_all_conditions_have_to_hold():
    both = MatchingRule(
        name="Both",
        conditions=(MemoCondition(test="contains", text="ACME"), DirectionCondition(way="in")),
        treatment=SetAsideTreatment(label="fee"),
    )
    found = run([invoice("1", "10.00")], [line("t", "-10.00")], rules=(both,))
    assert found.matched
    assert not found.unmatched.set_aside


def test_a_line_is_the_counterpartys_that_a_rule_names():
    bills = [invoice("1", "250.00"), invoice("2", "250.00", vendor_name="Birch Ltd")]
    lines = [line("t", "-250.00", "PP 4711 QX")]
    told = rule(PartyTreatment(name="ACME TOOLS"), "QX", "Quick pay")
    found = run(bills, lines, rules=(told,))
    assert pairs(found.matched) == {(("1",), ("t",))}
    matched = found.matched[0]
    assert matched.rule == "Quick pay"
    assert "the line is ACME TOOLS's" in {r.name: r.evidence for r in matched.reasons}["rule"]


def test_a_line_of_one_counterparty_pays_no_other():
    told = rule(PartyTreatment(name="Nobody Here Ltd"), "QX")
    found = run([invoice("1", "250.00")], [line("t", "-250.00", "ACME TOOLS QX")], rules=(told,))
    assert not found.matched
    assert not found.partial


@pytest.mark.parametrize(
    ("party", "is_matched"), [(None, False), ("Acme Tools", False), ("Birch Ltd", True)]
)
def test_what_is_never_to_be_matched_stays_open(party, is_matched):
    never = rule(NeverTreatment(party=party), "ACME")
    found = run([invoice("1", "250.00")], [line("t", "-250.00")], rules=(never,))
    assert bool(found.matched) is is_matched


@pytest.mark.parametrize("difference", ["fee", "discount", "withholding_tax", "exchange"])
def test_a_difference_within_the_tolerance_is_what_the_rule_says(difference):
    bills = [sale("1", "10000.00", MONDAY, "Birch Ltd")]
    lines = [line("t", "9671.00", "BIRCH LTD INV-1")]
    assert not run(bills, lines).matched
    tolerance = ToleranceTreatment(difference=difference, percent=Decimal("3.5"))
    found = run(bills, lines, rules=(rule(tolerance, "BIRCH", "Birch deducts"),))
    matched = found.matched[0]
    assert matched.rule == "Birch deducts"
    assert matched.difference == Decimal("-329.00")
    assert matched.difference_treatment == difference
    assert "329.00 EUR less (3.29 %)" in matched.reasons[0].evidence
    assert sum(a.amount for a in matched.allocations) == Decimal("9671.00")


@pytest.mark.parametrize(
    "tolerance",
    [
        ToleranceTreatment(difference="fee", percent=Decimal("3.28")),
        ToleranceTreatment(difference="fee", amount=Decimal("328.99")),
    ],
)
def test_nothing_is_matched_by_a_rule_beyond_its_tolerance(tolerance):
    bills = [sale("1", "10000.00", MONDAY, "Birch Ltd")]
    lines = [line("t", "9671.00", "BIRCH LTD INV-1")]
    assert run(bills, lines, rules=(rule(tolerance, "BIRCH"),)) == run(bills, lines)


def test_deposits_hold_the_sales_of_a_day_less_the_fee():
    bills, lines = shop()
    group = rule(GroupTreatment(by="day", fee_percent=Decimal("3.5")), name="Stripe")
    found = run(bills, lines, rules=(group,))
    assert pairs(found.matched) == {
        (tuple(f"{n}{k}" for k in range(4)), (f"p{n}",)) for n in range(3)
    }
    first = found.matched[0]
    assert (first.kind, first.rule, first.difference_treatment) == ("payout", "Stripe", "fee")
    assert first.reasons[0].evidence == (
        "rule “Stripe” (memo contains “STRIPE”): 4 invoices of 4 March 2024 add up to 466.00 EUR; "
        "the fee of 13.51 EUR is 2.90 %, at most 3.5 %"
    )
    assert sum(a.amount for a in first.allocations) == Decimal("452.49")
    assert sum(a.treated for a in first.allocations) == Decimal("13.51")


def test_lines_of_a_rule_tell_together_which_of_like_days_each_pays():
    bills, lines = shop(days=9, step=1)
    group = rule(GroupTreatment(by="day", fee_percent=Decimal("3.5")))
    found = run(bills, lines, rules=(group,))
    assert pairs(found.matched) == {
        (tuple(f"{n}{k}" for k in range(4)), (f"p{n}",)) for n in range(9)
    }


def test_a_sum_that_is_off_by_more_than_the_fee_is_not_taken():
    bills, lines = shop()
    group = rule(GroupTreatment(by="day", fee_percent=Decimal("2.8")))
    assert not [m for m in run(bills, lines, rules=(group,)).matched if m.rule]


def test_a_sale_that_was_paid_otherwise_is_no_part_of_the_deposit():
    bills, lines = shop()
    bills.append(sale("x", "77.77", MONDAY, "Fir plc"))
    lines.append(line("own", "77.77", "FIR PLC INV-x", date=MONDAY))
    group = rule(GroupTreatment(by="day", fee_percent=Decimal("3.5")))
    found = run(bills, lines, rules=(group,))
    assert (("x",), ("own",)) in pairs(found.matched)
    assert len([m for m in found.matched if m.rule]) == 3


def test_two_days_that_fit_alike_are_left_to_a_person():
    days = (MONDAY, MONDAY + dt.timedelta(days=1))
    bills = [
        sale(f"{d}{k}", "50.00", day, CUSTOMERS[k]) for d, day in enumerate(days) for k in (0, 1)
    ]
    lines = [line("p", "97.10", "STRIPE PAYOUT", date=MONDAY + dt.timedelta(days=3))]
    group = rule(GroupTreatment(by="day", fee_percent=Decimal("3.5")))
    found = run(bills, lines, rules=(group,))
    assert not found.matched
    assert len(found.partial) == 1
    assert found.partial[0].rule == "My rule"


def test_a_month_of_one_supplier_is_paid_at_once():
    days = [dt.date(2024, 3, day) for day in (1, 9, 20)]
    bills = [
        invoice(str(n), f"{100 + n}.00", invoice_date=day, due_date=day)
        for n, day in enumerate(days)
    ]
    bills.append(invoice("9", "55.00", invoice_date=days[0], vendor_name="Birch Ltd"))
    lines = [line("t", "-303.00", "SAMMLER 03/24", date=dt.date(2024, 4, 2))]
    group = rule(GroupTreatment(by="month", party="Acme Tools"), "SAMMLER")
    found = run(bills, lines, rules=(group,))
    assert pairs(found.matched) == {(("0", "1", "2"), ("t",))}
    assert found.matched[0].kind == "batch"


def test_reasons_of_a_rule_add_up_to_the_confidence():
    bills, lines = shop()
    group = rule(GroupTreatment(by="day", fee_percent=Decimal("3.5")))
    for found in run(bills, lines, rules=(group,)).matched:
        total = sum(reason.log_odds for reason in found.reasons)
        assert 1 / (1 + math.exp(-total)) == pytest.approx(found.confidence, abs=0.005)


def test_rules_change_nothing_about_lines_that_they_do_not_touch():
    bills, lines = shop()
    bills.append(invoice("1", "250.00"))
    lines.append(line("t", "-250.00", "ACME TOOLS INV-1"))
    without = run(bills, lines)
    aside = run(bills, lines, rules=(rule(SetAsideTreatment(label="payout")),))
    for found in (without, aside):
        own = next(m for m in found.matched if m.transaction_ids == ("t",))
        assert own.invoice_ids == ("1",)


def test_the_order_of_rows_changes_nothing():
    bills, lines = shop()
    rules = (rule(GroupTreatment(by="day", fee_percent=Decimal("3.5"))),)
    assert run(bills, lines, rules=rules) == run(bills[::-1], lines[::-1], rules=rules)
