import datetime as dt

import pytest
from matching_rows import invoice, line

from engine.matching.explaining import explain
from engine.matching.ledger import build_ledger
from engine.matching.matcher import match
from engine.matching.options import MatchOptions

MONTHS = 8


def rents(missing=(), delay=13):
    """A rent billed month by month; each is paid ``delay`` days after it is due, but some never."""
    first = dt.date(2024, 1, 5)
    issued = [first + dt.timedelta(days=30 * n) for n in range(MONTHS)]
    bills = [
        invoice(f"B{n}", "667.00", invoice_date=day, due_date=day + dt.timedelta(days=30))
        for n, day in enumerate(issued)
    ]
    lines = [
        line(f"L{n}", "-667.00", "ACME TOOLS", date=day + dt.timedelta(days=30 + delay))
        for n, day in enumerate(issued)
        if n not in missing
    ]
    return bills, lines


def turns_of(bills, lines):
    ledger = build_ledger(bills, lines)
    explained = explain(ledger, MatchOptions())
    return {
        (ledger.bills[e.bills[0]].id, ledger.payments[e.payments[0]].id): piece
        for e in explained.explanations
        if e.family == "exact"
        for piece in explained.maker.features(e)
        if piece.startswith("turn:")
    }


@pytest.mark.parametrize("missing", [(), (3,), (1, 5)])
def test_all_lines_of_a_series_tell_whose_turn_it_is(missing):
    turns = turns_of(*rents(missing))
    for (bill, payment), piece in turns.items():
        assert piece == ("turn:its" if bill[1:] == payment[1:] else "turn:anothers")
    assert {pair for pair, piece in turns.items() if piece == "turn:its"} == {
        (f"B{n}", f"L{n}") for n in range(MONTHS) if n not in missing
    }


def test_an_arrear_does_not_move_all_later_payments_to_the_next_bill():
    bills, lines = rents(missing=(2,))
    run = match(bills, lines, MatchOptions())
    pairs = {(m.invoice_ids[0][1:], m.transaction_ids[0][1:]) for m in (*run.matched, *run.partial)}
    assert pairs == {(str(n), str(n)) for n in range(MONTHS) if n != 2}


def test_where_two_delays_explain_as_many_lines_nobody_knows_whose_turn_it_is():
    assert turns_of(*rents(missing=(MONTHS - 1,), delay=-15)) == {}


def test_a_line_of_no_bill_is_nobodys_turn():
    bills, lines = rents()
    stray = line("X", "-667.00", "ACME TOOLS", date=bills[3].due_date + dt.timedelta(days=14))
    turns = turns_of(bills, [*lines, stray])
    assert {piece for pair, piece in turns.items() if pair[1] == "X"} == {"turn:nobodys"}


def test_a_line_that_names_its_bill_takes_it_out_of_turn():
    bills, lines = rents()
    late = line("L0", "-667.00", "ACME TOOLS INV-B0", date=lines[3].date)
    turns = turns_of(bills, [late, *lines[1:]])
    assert turns["B0", "L0"] == "turn:its"
    assert turns["B3", "L3"] == "turn:its"
