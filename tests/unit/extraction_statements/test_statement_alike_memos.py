"""Memos that differ by long numbers alone: one reading for all, each with its own reference."""

from decimal import Decimal

import pytest

from engine.extraction.statements.memos.alike import shape_of
from engine.extraction.statements.memos.read import read_memos
from engine.extraction.statements.rows.table import Row
from engine.reading.page import Word


def row_of(number, text):
    words = [
        Word(word, 0.2 + 0.1 * place, 0.1, 0.28 + 0.1 * place, 0.11)
        for place, word in enumerate(text.split())
    ]
    return Row(1, "text", (number,), {}, {}, (tuple(words),), {}, None, None)


def memos_of(*texts, amount="-10.00"):
    rows = [row_of(number, text) for number, text in enumerate(texts)]
    return read_memos(rows, [Decimal(amount)] * len(rows), is_card=False)


@pytest.mark.parametrize(
    ("memo", "shape"),
    [
        ("Card payment Calder Rail 100042", "Card payment Calder Rail 000000"),
        ("Invoice 1234 of 12/03", "Invoice 1234 of 12/03"),
        ("RF18539007547034 X12345", "RF18539007547034 X12345"),
        ("12345-67890", "00000-00000"),
    ],
)
def test_only_long_numbers_of_their_own_lose_their_digits(memo, shape):
    assert shape_of(memo) == shape


def test_alike_memos_keep_their_own_words_and_references():
    first, second = memos_of(
        "Transfer Ostwind Papier invoice 10042", "Transfer Ostwind Papier invoice 10077"
    )
    assert first.description.endswith("10042")
    assert (first.reference, second.reference) == ("10042", "10077")
    assert first.counterparty == second.counterparty == "Ostwind Papier"
    assert first.type == second.type


def test_alike_memos_of_money_in_and_out_are_told_apart():
    rows = [row_of(0, "Lastschrift Nordlys 55501"), row_of(1, "Lastschrift Nordlys 55502")]
    paid, received = read_memos(rows, [Decimal(-5), Decimal(5)], is_card=False)
    assert (paid.type, received.type) == ("direct_debit", "transfer")


def test_a_memo_is_read_the_same_alone_and_among_others_like_it():
    texts = [f"Standing order Quayside Rent {100_000 + number}" for number in range(3)]
    together = memos_of(*texts)
    assert together == [memo for text in texts for memo in memos_of(text)]
