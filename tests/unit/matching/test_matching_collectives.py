import datetime as dt

from matching_rows import DAY, invoice, line, run

from engine.matching.clues import Clues
from engine.matching.collectives import listed_collectives
from engine.matching.debits import debit_explanations
from engine.matching.ledger import build_ledger
from engine.matching.sized_sums import choices_of_size

SUPPLIERS = ("Ahrens Optik GmbH", "Blumen & Conrad", "Elektro Fink KG", "Gasthof Hirsch")
AMOUNTS = ("112.30", "48.15", "305.99", "77.41")


def supplied():
    return [
        invoice(f"30{n}4", amount, vendor_name=name, invoice_number=f"R-30{n}4")
        for n, (name, amount) in enumerate(zip(SUPPLIERS, AMOUNTS, strict=True))
    ]


def collected(due: int = 30):
    return [
        invoice(
            f"c{n}",
            amount,
            direction="receivable",
            vendor_name="Own Company",
            customer_name=name,
            due_date=DAY + dt.timedelta(days=due),
        )
        for n, (name, amount) in enumerate(zip(SUPPLIERS, AMOUNTS, strict=True))
    ]


def sets(explain, bills, lines):
    ledger = build_ledger(bills, lines)
    return {
        (e.how, tuple(sorted(ledger.bills[b].id for b in e.bills)))
        for e in explain(Clues(ledger, 120))
    }


def listed(text: str, amount: str):
    return sets(listed_collectives, supplied(), [line("t", amount, text)])


def test_numbers_of_several_suppliers_are_one_payment_run():
    assert listed("BULK PAYMENT 3 R-3004, R-3024, R-3034", "-495.70") == {
        ("listed", ("3004", "3024", "3034"))
    }


def test_names_cut_after_a_few_letters_are_told():
    assert listed("BULK PAYMENT 3 Ahrens Optik; Blumen Conra; Gasthof Hirs", "-237.86") == {
        ("listed", ("3004", "3014", "3034"))
    }


def test_amounts_beside_the_names_choose_among_bills_of_one_name():
    more = invoice("x", "9.99", vendor_name=SUPPLIERS[0])
    text = "RUN 2 Ahrens Optik 9.99 / Elektro Fink 305.99"
    found = sets(listed_collectives, [*supplied(), more], [line("t", "-315.98", text)])
    assert found == {("listed", ("3024", "x"))}


def test_one_bill_that_the_list_spells_wrong_is_found_by_what_is_missing():
    assert listed("BULK PAYMENT 3 R-3004, R-3024, R-9934", "-495.70") == {
        ("listed_but_one", ("3004", "3024", "3034"))
    }


def test_a_list_that_does_not_add_up_explains_nothing():
    assert listed("BULK PAYMENT 3 R-3004, R-3024, R-3034", "-495.71") == set()


def test_all_debits_due_on_the_day_that_the_line_names_are_one_collection():
    found = sets(
        debit_explanations,
        collected(),
        [line("t", "543.85", "DIRECT DEBITS 4 DUE 31.03.24", days=32)],
    )
    assert found == {("day", ("c0", "c1", "c2", "c3"))}


def test_as_many_debits_as_the_line_counts_are_chosen():
    found = sets(
        debit_explanations, collected(), [line("t", "383.40", "DIRECT DEBITS 2 ITEMS", days=30)]
    )
    assert found == {("count", ("c2", "c3"))}


def test_a_line_that_neither_counts_nor_dates_is_no_collection():
    lines = [line("t", "383.40", "DIRECT DEBITS", days=30)]
    assert sets(debit_explanations, collected(), lines) == set()


def test_debits_due_on_other_days_are_no_part_of_it():
    lines = [line("t", "383.40", "DIRECT DEBITS 2 ITEMS", days=45)]
    assert sets(debit_explanations, collected(), lines) == set()


def test_a_collection_is_matched_with_a_reason_that_says_so():
    lines = [line("t", "543.85", "DIRECT DEBITS 4 DUE 31.03.24", days=30)]
    [match] = run(collected(), lines).matched
    assert (match.kind, match.difference) == ("collective", 0)
    evidence = " ".join(reason.evidence for reason in match.reasons)
    assert "4 invoices of 4 parties add up to 543.85 EUR" in evidence
    assert "31 March, which the memo names" in evidence


def test_so_many_amounts_are_chosen_and_so_many_left_out():
    amounts = [700, 500, 300, 200, 100]
    assert choices_of_size(amounts, 800, 2) == [(0, 4), (1, 2)]
    assert choices_of_size(amounts, 1500, 3) == [(0, 1, 2)]
    assert choices_of_size(amounts, 1600, 4) == [(0, 1, 2, 4)]
    assert choices_of_size(amounts, 1800, 5) == [(0, 1, 2, 3, 4)]
    assert choices_of_size(amounts, 50, 1) == []
