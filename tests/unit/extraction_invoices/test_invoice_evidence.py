"""Which label speaks for which value."""

import pytest
from drawn_pages import read

from engine.extraction.invoices.evidence import claims_on, in_parentheses
from engine.extraction.invoices.scoring import Scored, agreed, best_claim, confidence, ranked
from engine.extraction.invoices.sheet.labels import Label

MONEY: frozenset[Label] = frozenset({"total", "subtotal", "tax", "weak_total", "due"})


def strongest(text, labels=MONEY):
    """For each amount of a drawn page the label that claims it most."""
    sheet, found = read(text)
    claims = claims_on(sheet, found.amounts, labels)
    return {
        amount.text: claims[amount][0].label if claims[amount] else None for amount in found.amounts
    }


def test_a_label_claims_what_follows_it_in_its_row():
    assert strongest("Total due    5.00    Paid   2.00") == {"5.00": "due", "2.00": None}


def test_a_label_claims_what_stands_under_it():
    text = """
    Net          VAT        Gross total
    100.00       20.00      120.00
    """
    expected = {"100.00": "subtotal", "20.00": "tax", "120.00": "total"}
    assert strongest(text) == expected


def test_rows_of_labels_and_values_pair_by_place():
    text = """
    SUBTOTAL                  TAX AMOUNT               GRAND TOTAL
                 100.00                   20.00                     120.00
    """
    expected = {"100.00": "subtotal", "20.00": "tax", "120.00": "total"}
    assert strongest(text) == expected


def test_the_next_label_in_the_row_takes_over():
    assert strongest("Subtotal 10.00 VAT 2.00") == {"10.00": "subtotal", "2.00": "tax"}


def test_a_label_in_brackets_only_explains():
    assert strongest("Total net (excl. VAT)   10.00") == {"10.00": "subtotal"}
    sheet, _ = read("Rechnung (380) Nr. 5 (USt.)")
    assert [in_parentheses(hit) for hit in sheet.labels] == [False, False, True]


def test_another_label_in_the_column_ends_the_reach_of_the_one_above():
    text = """
    Subtotal
    Grand total
    5.00
    """
    assert strongest(text) == {"5.00": "total"}


def test_labels_do_not_reach_across_the_page():
    text = "Total" + "\n" * 12 + "5.00"
    assert strongest(text) == {"5.00": None}


def test_a_rival_label_takes_most_of_the_score():
    sheet, found = read("Subtotal            VAT     5.00")
    claims = claims_on(sheet, found.amounts, MONEY)
    _, own = best_claim(claims[found.amounts[0]], {"tax": 1.0})
    _, other = best_claim(claims[found.amounts[0]], {"subtotal": 1.0})
    assert own > 0.8
    assert other == 0.0


def test_candidates_are_ranked_and_equal_values_agree():
    sheet, found = read("Total  5.00\n\n\n\n\n\n\nAmount  5.00\n\n\n\n\n\n\nTotal  7.00")
    claims = claims_on(sheet, found.amounts, MONEY)
    scored = ranked(found.amounts, claims, {"total": 0.9, "weak_total": 0.6})
    assert len(scored) == 3
    together = agreed(Scored(entry.candidate, entry.score, entry.claim) for entry in scored)
    assert confidence(together) == pytest.approx(together[0].score, abs=0.3)
    assert confidence([]) == 0.0
