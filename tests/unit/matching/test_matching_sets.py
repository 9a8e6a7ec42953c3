import datetime as dt

from matching_rows import DAY, invoice, line

from engine.matching.batches import batch_explanations
from engine.matching.candidates import single_explanations
from engine.matching.clues import Clues
from engine.matching.exchange import Exchange
from engine.matching.instalments import instalment_explanations
from engine.matching.ledger import build_ledger


def clues(invoices, lines):
    return Clues(build_ledger(invoices, lines), 120)


def test_a_payment_for_listed_invoices_is_one_set():
    bills = [invoice(f"100{n}", f"{n}01.50") for n in range(1, 5)]
    [found] = batch_explanations(
        clues(bills, [line("t", "-503.00", "ACME TOOLS INV-1001 INV-1004")][:1])
    ) or [None]
    assert (found.how, found.bills) == ("listed", (0, 3))


def test_neighbours_in_time_that_add_up_are_one_set():
    days = [dt.timedelta(days=n) for n in range(4)]
    bills = [
        invoice(f"{n}", amount, invoice_date=DAY + days[n])
        for n, amount in enumerate(["10.11", "20.22", "30.33", "47.00"])
    ]
    found = list(batch_explanations(clues(bills, [line("t", "-50.55")])))
    assert [(e.how, e.bills) for e in found] == [("run", (1, 2))]


def test_a_credit_note_is_netted():
    bills = [
        invoice("1", "100.00"),
        invoice("2", "-30.00", document_type="credit_note"),
        invoice("3", "55.55"),
    ]
    found = list(batch_explanations(clues(bills, [line("t", "-70.00")])))
    assert [(e.kind, e.bills) for e in found] == [("netted", (0, 1))]


def test_sums_are_never_made_across_counterparties():
    bills = [invoice("1", "10.11"), invoice("2", "20.22", vendor_name="Zeta Foods")]
    assert (
        list(batch_explanations(clues(bills, [line("t", "-30.33", "ACME TOOLS ZETA FOODS")]))) == []
    )


def test_sums_are_never_made_across_currencies():
    bills = [invoice("1", "10.11"), invoice("2", "20.22", currency="USD")]
    assert list(batch_explanations(clues(bills, [line("t", "-30.33")]))) == []


def test_steady_equal_parts_are_instalments():
    lines = [line(f"t{n}", "-33.33", days=30 + 30 * n) for n in range(2)]
    lines.append(line("t2", "-33.34", days=90))
    found = list(instalment_explanations(clues([invoice("1", "100.00", due_date=None)], lines)))
    assert ("equal", (0, 1, 2)) in [(e.how, e.payments) for e in found]


def test_a_nameless_last_part_is_found_beside_a_much_later_line_of_the_usual_amount():
    lines = [line(f"t{n}", "-250.00", days=30 + 30 * n) for n in range(3)]
    lines.append(line("t3", "-250.03", "CHEQUE", days=120))
    lines.append(line("t4", "-250.00", "CHEQUE", days=1500))
    found = list(instalment_explanations(clues([invoice("1", "1000.03")], lines)))
    assert ("equal", (0, 1, 2, 3)) in [(e.how, e.payments) for e in found]


def test_parts_that_stop_before_the_end_leave_the_rest_open():
    lines = [line(f"t{n}", "-250.00", days=30 + 7 * n) for n in range(3)]
    found = list(instalment_explanations(clues([invoice("1", "1000.00")], lines)))
    assert [(e.how, e.settlement.treatment) for e in found] == [("equal_so_far", "open")]
    assert found[0].settlement.difference == -25000


def test_parts_that_quote_the_invoice_are_one_set():
    lines = [
        line("t0", "-11.00", "ACME TOOLS INV-7788", days=20),
        line("t1", "-80.00", "ACME TOOLS INV-7788", days=61),
    ]
    found = list(instalment_explanations(clues([invoice("7788", "200.00")], lines)))
    assert [(e.how, e.payments) for e in found] == [("quoted", (0, 1))]


def test_the_work_for_one_line_is_bounded_however_many_bills_there_are():
    bills = [invoice(f"{n:04d}", "99.00", vendor_name=f"Party {n} Ltd") for n in range(200)]
    found = list(
        single_explanations(clues(bills, [line("t", "-99.00", "SOMEBODY")]), Exchange(None, "EUR"))
    )
    assert len(found) <= 12


def test_money_that_flows_the_other_way_explains_nothing():
    assert (
        list(
            single_explanations(
                clues([invoice("1", "99.00")], [line("t", "99.00")]), Exchange(None, "EUR")
            )
        )
        == []
    )


def test_a_name_that_pays_exact_amounts_again_is_learned():
    bills = [invoice(f"{n}", f"{n}7.13") for n in range(1, 5)]
    lines = [line(f"t{n}", f"-{n}7.13", "DEBIT SHAH PAPER") for n in range(1, 4)]
    lines.append(line("t9", "-20.00", "DEBIT SHAH PAPER"))
    named = clues(bills, lines).named
    assert [names[0].via for names in named] == ["alias"] * 4
