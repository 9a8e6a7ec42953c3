"""Whoever looks at an invoice and a bank line is told why the run has them together or apart."""

import math
from decimal import Decimal

import pytest
from matching_rows import RATES, invoice, line

from engine.errors import InvalidInputError
from engine.matching import MatchOptions, PairQuestions, explain_pair
from engine.records import MatchingRule, MemoCondition, NeverTreatment

BILLS = [
    invoice("1", "119.00"),
    invoice("2", "1250.40", invoice_number="INV-2024-7"),
    invoice("3", "80.00", vendor_name="Omega Print GmbH"),
    invoice("4", "100.00", currency="USD", vendor_name="Kestrel Foods Inc"),
    invoice("5", "61.00", direction="receivable", customer_name="Brightwater SA"),
    invoice("6", None),
]
LINES = [
    line("t", "-119.00", "ACME TOOLS INV-1"),
    line("u", "-1250.40", "ACME TOOLS INV-2024-7"),
    line("v", "-40.00", "PARKING 17"),
    line("w", "-92.00", "KESTREL FOODS"),
    line("x", "-61.00", "BRIGHTWATER"),
    line("y", "-80.00", "OMEGA PRINT", days=400),
]


def ask(invoice_ids, transaction_ids, **options):
    return explain_pair(BILLS, LINES, MatchOptions(**options), invoice_ids, transaction_ids)


def names(answer):
    return [veto.name for veto in answer.vetoes]


def total(answer):
    return sum(reason.log_odds for reason in answer.reasons)


def test_a_match_is_told_with_the_reasons_that_the_run_gave():
    answer = ask(["1"], ["t"])
    assert answer.standing == "matched"
    assert answer.vetoes == ()
    assert abs(1 / (1 + math.exp(-total(answer))) - answer.confidence) < 0.0001
    assert {"amount", "reference", "name", "date"} <= {reason.name for reason in answer.reasons}
    assert any(f.topic == "reference" and f.log_odds > 0 for f in answer.findings)


def test_a_pair_that_was_weighed_and_not_taken_names_what_was_taken():
    answer = ask(["2"], ["t"])
    assert answer.standing == "candidate"
    assert answer.confidence < 0.1
    assert set(answer.taken) == {"1", "t", "2", "u"}


def test_a_pair_that_no_search_found_is_weighed_now_and_says_why_it_was_not_looked_at():
    answer = ask(["3"], ["v"])
    assert answer.standing == "not_searched"
    assert names(answer) == ["search"]
    assert "40.00 EUR is not its amount" in answer.vetoes[0].evidence
    assert answer.confidence <= 0.05
    assert abs(1 / (1 + math.exp(-total(answer))) - answer.confidence) < 0.0001


def test_money_in_the_other_direction_says_so():
    answer = ask(["5"], ["x"])
    assert (answer.standing, names(answer), answer.confidence) == ("vetoed", ["direction"], None)
    assert answer.vetoes[0].evidence == "61.00 EUR goes out, but the invoice is owed to us"
    assert answer.reasons


def test_a_missing_rate_and_one_that_is_far_off_say_so():
    without = ask(["4"], ["w"])
    assert names(without) == ["rate"]
    assert "no exchange rate from USD to EUR" in without.vetoes[0].evidence
    far = explain_pair(
        BILLS, [line("w", "-50.00", "KESTREL FOODS")], MatchOptions(rates=RATES), ["4"], ["w"]
    )
    assert names(far) == ["rate"]
    assert "100.00 USD is 92.00 EUR at the month's rate; 50.00 EUR is 46 % less" in far.sentence


def test_a_day_outside_the_window_says_how_far():
    answer = ask(["3"], ["y"])
    assert names(answer) == ["time"]
    assert "370 days after 2024-03-31; the window ends 120 days after" in answer.sentence


def test_what_a_person_rejected_is_told_as_that():
    answer = ask(["1"], ["t"], rejected=frozenset({(("1",), ("t",))}))
    assert names(answer)[0] == "rejected"
    assert answer.standing == "vetoed"


def test_an_invoice_without_an_amount_says_so():
    assert names(ask(["6"], ["t"])) == ["incomplete"]


def test_lines_that_cancel_each_other_say_so():
    lines = [*LINES, line("z", "119.00", "RETURN ACME TOOLS INV-1", days=33)]
    answer = explain_pair(BILLS, lines, MatchOptions(), ["1"], ["t"])
    assert names(answer) == ["set_aside"]


def test_a_rule_that_keeps_a_party_away_is_named():
    rule = MatchingRule(
        name="No Acme",
        conditions=(MemoCondition(test="contains", text="acme"),),
        treatment=NeverTreatment(party="Acme Tools Ltd"),
    )
    answer = ask(["1"], ["t"], rules=(rule,))
    assert names(answer) == ["rule"]
    assert "“No Acme”" in answer.sentence


def test_sums_that_do_not_fit_say_by_how_much():
    answer = ask(["1", "2"], ["v"])
    assert names(answer) == ["amount"]
    assert "together they are 1,369.40 EUR; 40.00 EUR is 1,329.40 EUR less" in answer.sentence
    assert answer.difference == Decimal("-1329.40")


def test_invoices_of_several_parties_and_several_lines_are_put_together_by_people():
    assert "party" in names(ask(["1", "3"], ["v"]))
    assert names(ask(["1", "2"], ["t", "u"])) == ["kind"]


def test_parts_that_no_search_put_together_are_weighed_as_parts():
    answer = ask(["2"], ["t", "v"])
    assert answer.kind == "instalments"
    assert answer.standing == "not_searched"
    assert answer.difference == Decimal("-1091.40")


def test_a_run_is_weighed_once_for_many_questions():
    questions = PairQuestions(BILLS, LINES, MatchOptions())
    answers = [questions.ask([i], [t]) for i in ("1", "2") for t in ("t", "u")]
    assert [answer.standing for answer in answers].count("matched") == 2
    assert answers[0] == ask(["1"], ["t"])


def test_rows_that_the_run_does_not_have_are_refused():
    with pytest.raises(InvalidInputError):
        ask(["nobody"], ["t"])
    with pytest.raises(InvalidInputError):
        ask([], ["t"])
