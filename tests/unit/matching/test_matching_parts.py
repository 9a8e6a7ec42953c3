"""Parts of a bill that are told by their shares, by a rest, or months apart."""

from matching_rows import invoice, line

from engine.matching.explaining import explain
from engine.matching.inputs import BankLine, OpenInvoice
from engine.matching.ledger import build_ledger
from engine.matching.options import MatchOptions


def _candidates(bills: list[OpenInvoice], lines: list[BankLine]) -> dict[tuple[str, ...], str]:
    """How each set of lines that may pay a bill in parts was found."""
    ledger = build_ledger(bills, lines)
    return {
        tuple(sorted(ledger.payments[p].id for p in e.payments)): e.how
        for e in explain(ledger, MatchOptions()).explanations
        if e.family == "instalments"
    }


def test_lines_of_round_shares_belong_to_their_bill_though_one_alone_quotes_it():
    lines = [
        line("a", "-330.40", "ACME TOOLS", days=35),
        line("b", "-165.20", "ACME TOOLS", days=42),
        line("c", "-495.60", "ACME TOOLS INV-1652", days=49),
        line("d", "-413.00", "ACME TOOLS", days=56),
    ]
    bills = [invoice("1652", "1652.03")]
    assert _candidates(bills, lines)["a", "b", "c", "d"] == "shares_so_far"


def test_what_was_held_back_comes_months_later():
    unquoted = [line("a", "-648.49", days=15), line("b", "-72.05", days=105)]
    assert _candidates([invoice("141", "720.54")], unquoted)["a", "b"] == "retained"


def test_a_line_that_pays_the_rest_joins_those_that_quote_the_bill():
    lines = [
        line("a", "-411.11", "ACME TOOLS INV-9044", days=30),
        line("b", "-222.22", "ACME TOOLS INV-9044", days=60),
        line("c", "-366.67", "ACME TOOLS", days=90),
        line("d", "-120.00", "ACME TOOLS", days=95),
    ]
    assert ("a", "b", "c") in _candidates([invoice("9044", "1000.00")], lines)
