"""A statement's verdict in words: where its gaps lie, what was repaired, what else failed."""

import datetime as dt
from decimal import Decimal

import made_rows as made
import msgspec

from engine.presentation.statement_proof import gap_rows, line_note, other_checks, verdict
from engine.records import BalanceGap, Repair, StatementProof
from engine.records.statement_checks import say_gap


def gap(**changes):
    known = {
        "page": 2,
        "after_transaction": "b1-1",
        "transaction": "b1-2",
        "expected": Decimal("1114.50"),
        "printed": Decimal("1234.50"),
        "difference": Decimal("120.00"),
    }
    return BalanceGap(**known | changes)


def statement_with(*gaps):
    lines = (
        made.transaction("b1-1", date=dt.date(2026, 3, 3), page=1),
        made.transaction("b1-2", date=dt.date(2026, 3, 5), page=2),
    )
    info = made.statement_info(proof=StatementProof(status="gaps", gaps=gaps))
    return made.bank_document("b1", *lines, info=info)


def test_a_gap_names_both_rows_their_pages_and_what_is_missing():
    (row,) = gap_rows(statement_with(gap()))
    assert row.sentence == (
        "Between 3 Mar 2026 (page 1) and 5 Mar 2026 (page 2): 1,234.50\u00a0EUR is printed, "
        "1,114.50\u00a0EUR would follow: 120.00\u00a0EUR too much."
    )
    assert (row.page, row.transaction_id) == (2, "b1-2")


def test_a_gap_before_the_first_balance_begins_at_the_opening_balance():
    (row,) = gap_rows(statement_with(gap(after_transaction=None, difference=Decimal("-1.00"))))
    assert row.sentence.startswith("From the opening balance to 5 Mar 2026 (page 2): ")
    assert row.sentence.endswith("1.00\u00a0EUR too little.")


def test_a_gap_at_the_closing_balance_leads_to_the_last_row():
    after_row, after_all = gap_rows(
        statement_with(gap(transaction=None), gap(transaction=None, after_transaction=None))
    )
    assert after_row.sentence.startswith("After 3 Mar 2026 (page 1): ")
    assert after_all.sentence.startswith("At the end of the account: ")
    assert after_all.transaction_id == "b1-2"


def test_a_line_says_its_checks_and_what_was_read_first():
    repair = Repair(
        field="amount", printed="1,284.50", value="1234.50", reason="Only so 1234.50 follows."
    )
    line = made.transaction(checks=("It is 1000.00 off.",), repairs=(repair,))
    assert line_note(line) == (
        "It is 1,000.00 off. Amount was first read as “1,284.50”. Only so 1,234.50 follows."
    )
    assert line_note(made.transaction()) == ""


def test_checks_that_a_gap_tells_are_not_said_twice():
    info = made.statement_info(
        checks=(
            say_gap(gap().expected, gap().printed, "between rows", "printed"),
            "Dates are printed without a year.",
        ),
        proof=StatementProof(status="gaps", gaps=(gap(),)),
    )
    assert other_checks(info) == ("Dates are printed without a year.",)


def test_the_verdict_leaves_the_places_of_gaps_to_their_own_sentences():
    told = StatementProof(status="gaps", sentence="From here to there.", gaps=(gap(),))
    told = msgspec.structs.replace(told, rows_total=1340, rows_proven=1338)
    assert verdict(told) == "The balances agree for 1,338 of 1,340 lines."
    assert verdict(StatementProof(status="proven", sentence="All agree.")) == "All agree."
