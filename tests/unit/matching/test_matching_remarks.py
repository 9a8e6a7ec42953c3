"""Words and figures of a memo that say what a difference is."""

import pytest
from matching_rows import invoice, line, pairs, run

from engine.matching.ledger import build_ledger
from engine.matching.remarks import prints_rate, remarks_of, told


def _payment(text, amount="-90.00"):
    return build_ledger([], [line("t", amount, text)]).payments[0]


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("VORKASSE AUFTRAG 12", "advance"),
        ("PROFORMA 1713", "advance"),
        ("RG 17 A-KONTO", "part"),
        ("2. RATE", "part"),
        ("ABZUG MAENGEL", "deducted"),
        ("LESS SETTLEMENT DISC", "discount"),
        ("CHGS SHA", "fee"),
        ("RITENUTA 57.40", "tax"),
        ("ZAOKRĄGLONO", "rounded"),
        ("REMBOURSEMENT", "back"),
    ],
)
def test_words_of_many_languages_are_known(text, remark):
    assert remark in remarks_of(_payment(text))


def test_a_printed_difference_or_percentage_tells_more_than_a_word():
    assert told(_payment("ABZUG 10.00"), "short", 10_000) == "amount"
    assert told(_payment("-10% SK."), "usual_discount", 10_000) == "amount"
    assert told(_payment("LESS DISC"), "usual_discount", 10_000) == "said"
    assert told(_payment("LESS DISC"), "fee", 10_000) == "else"
    assert told(_payment("THANKS"), "fee", 10_000) == "silent"


def test_a_printed_rate_is_known_either_way_round():
    assert prints_rate(_payment("USD 100.00 @ 0.9000"), 10_000)
    assert prints_rate(_payment("FX 1.11111"), 10_000)
    assert not prints_rate(_payment("FX 1.2500"), 10_000)


def test_an_invoice_may_be_paid_weeks_before_it_is_written():
    early = line("t", "-291.88", "ACME TOOLS VORKASSE", days=-20)
    assert pairs(run([invoice("1", "291.88")], [early]).matched) == {(("1",), ("t",))}
    assert run([invoice("1", "291.88")], [line("t", "-200.00", days=-20)]).matched == ()
