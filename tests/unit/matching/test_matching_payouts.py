import datetime as dt
from decimal import ROUND_HALF_UP, Decimal

from matching_rows import DAY, invoice, line, pairs, run

from engine.matching.charges import Fee
from engine.matching.clues import Clues
from engine.matching.ledger import build_ledger
from engine.matching.payouts import payout_explanations
from engine.matching.printed import printed_counts, printed_days, printed_gross
from engine.matching.refining import refined

CUSTOMERS = ("Ahrens Optik", "Blumen Conrad", "Cafe Dorn", "Elektro Fink", "Gasthof Hirsch")


def sale(key: str, day: int, amount: str, customer: str = CUSTOMERS[0], **values):
    """A bill of our own that is due on the day of its issue."""
    date = DAY + dt.timedelta(days=day)
    return invoice(
        key,
        amount,
        direction="receivable",
        vendor_name="Own Company",
        customer_name=customer,
        invoice_date=date,
        due_date=date,
        **values,
    )


def net(amounts, percent: str = "1.4", fixed: str = "0.25") -> str:
    """What arrives of the amounts, a fee taken off each of those above zero."""
    total = Decimal(0)
    for amount in map(Decimal, amounts):
        share = (amount * Decimal(percent) / 100 + Decimal(fixed)).quantize(
            Decimal("0.01"), ROUND_HALF_UP
        )
        total += amount - share if amount > 0 else amount
    return str(total)


def weeks(count: int = 6):
    """Sales of three days a week; a deposit for each week five days after its end."""
    bills, lines, truth = [], [], set()
    for week in range(count):
        amounts = [f"{87 + 31 * n + 13 * week}.{17 + 11 * n + week:02d}" for n in range(4)]
        keys = [f"{week}{n}" for n in range(4)]
        for n, (key, amount) in enumerate(zip(keys, amounts, strict=True)):
            bills.append(sale(key, 7 * week + n % 3, amount, CUSTOMERS[n]))
        memo = f"QUIKPAY EUROPE {week}X7K{week}9 PAYOUT"
        lines.append(line(f"t{week}", net(amounts), memo, days=7 * week + 7))
        truth.add((tuple(sorted(keys)), (f"t{week}",)))
    return bills, lines, truth


def found(bills, lines):
    ledger = build_ledger(bills, lines)
    explanations = payout_explanations(Clues(ledger, 120))
    return {
        (
            tuple(sorted(ledger.bills[b].id for b in e.bills)),
            tuple(ledger.payments[p].id for p in e.payments),
        )
        for e in explanations
    }


def test_each_deposit_is_explained_by_the_sales_of_its_week():
    bills, lines, truth = weeks()
    matched = run(bills, lines).matched
    assert {(tuple(sorted(m.invoice_ids)), m.transaction_ids) for m in matched} == truth
    assert {m.kind for m in matched} == {"payout"}
    assert {m.difference_treatment for m in matched} == {"fee"}


def test_what_is_allocated_and_the_fee_add_up_to_each_invoice():
    bills, lines, _ = weeks()
    totals = {b.invoice_id: b.total_amount for b in bills}
    for match in run(bills, lines).matched:
        assert {a.invoice_id: a.amount + a.treated for a in match.allocations} == {
            key: totals[key] for key in match.invoice_ids
        }


def test_the_reason_names_the_fee_the_days_and_the_deposits_that_are_alike():
    bills, lines, _ = weeks()
    reasons = {r.name: r.evidence for r in run(bills, lines).matched[0].reasons}
    assert "4 invoices of 1 to 3 March less 1.4 % + 0.25 each, as in 5 other" in reasons["amount"]


def test_the_order_of_rows_changes_nothing():
    bills, lines, _ = weeks()
    first, second = run(bills, lines), run(bills[::-1], lines[::-1])
    assert pairs(first.matched) == pairs(second.matched)


def test_a_refund_is_taken_off_whole():
    bills, lines, truth = weeks()
    bills.append(sale("c", 1, "-20.00", document_type="credit_note"))
    amounts = [str(b.total_amount) for b in bills if b.invoice_id in ["00", "01", "02", "03"]]
    lines[0] = line("t0", net([*amounts, "-20.00"]), "QUIKPAY EUROPE 0X7K09 PAYOUT", days=7)
    assert (("00", "01", "02", "03", "c"), ("t0",)) in found(bills, lines)
    assert truth - {(("00", "01", "02", "03"), ("t0",))} <= found(bills, lines)


def test_sales_that_were_never_uploaded_leave_their_deposit_alone():
    bills, lines, truth = weeks()
    without = [bill for bill in bills if bill.invoice_id != "20"]
    matched = {
        (tuple(sorted(m.invoice_ids)), m.transaction_ids) for m in run(without, lines).matched
    }
    assert matched == {group for group in truth if group[1] != ("t2",)}


def test_customers_of_two_processors_are_told_apart():
    bills, lines, truth = weeks()
    for week in range(6):
        amount = f"{211 + 17 * week}.{40 + week}"
        bills.append(sale(f"z{week}", 7 * week + 1, amount, "Zoo Handlung"))
        memo = f"KARTENHAUS VU 0815 {week}"
        lines.append(line(f"u{week}", net([amount], "0.95", "0"), memo, days=7 * week + 3))
        truth.add(((f"z{week}",), (f"u{week}",)))
    assert truth <= found(bills, lines)


def test_lines_that_fit_no_common_fee_are_no_deposits():
    bills, lines, _ = weeks()
    odd = [
        line(
            t.transaction_id, str(t.amount - 3 * n - Decimal("1.37")), t.description, days=7 * n + 7
        )
        for n, t in enumerate(lines)
    ]
    assert run(bills, odd).matched == ()


def test_a_fee_is_rounded_for_each_bill_and_never_taken_of_a_credit_note():
    fee = Fee(14_000, 250)
    assert [fee.net(10_000), fee.net(8_717), fee.net(-500)] == [9_835, 8_570, -500]


def test_the_fixed_sum_of_a_fee_is_what_most_deposits_agree_on():
    deposits = [(10_000, 1, 165), (20_000, 2, 330), (5_000, 4, 170)]
    assert refined(Fee(14_100, 240), deposits) == Fee(14_000, 250)


def payment(text: str, amount: str = "98.60"):
    [only] = build_ledger([], [line("t", amount, text)]).payments
    return only


def test_a_gross_sum_is_read_where_the_fees_beside_it_leave_the_amount():
    assert printed_gross(payment("GROSS 100.00 FEES 1.40")) == 10_000
    assert printed_gross(payment("GROSS 110.00 FEES 1.40 REFUNDS 10.00")) == 11_000
    assert printed_gross(payment("GROSS 120.00 FEES 1.40")) is None


def test_small_numbers_may_count_and_figures_may_be_days():
    printed = payment("DEBITS 12 ITEMS 3ST DUE 25/03/24 REF 887766")
    assert printed_counts(printed) == {3, 12, 24, 25}
    assert printed_days(printed, printed.day - 12) == {dt.date(2024, 3, 25).toordinal()}
    assert printed_days(payment("28MAR 5 ITEMS"), printed.day - 12) == {
        dt.date(2024, 3, 28).toordinal()
    }


def test_a_fee_that_no_other_deposit_confirms_is_left_to_a_person():
    bills, lines, _ = weeks(1)
    for found in run(bills, lines, suggest_from=0.05).partial:
        assert found.kind != "payout" or found.confidence <= 0.74
    assert not any(found.kind == "payout" for found in run(bills, lines).matched)
