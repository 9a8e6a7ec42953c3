"""Arabic figures with their own signs, and heads of two words written from the right."""

from decimal import Decimal

import pytest

from engine.extraction.statements.columns.heads import role_of
from engine.extraction.statements.lines.money import read_money
from engine.extraction.statements.lines.notation import notation_of
from engine.reading.page import Word


@pytest.mark.parametrize(
    ("text", "value", "mark"),
    [
        ("٣٤٬٦٣٥٫٨٥", "34635.85", None),
        ("٥٩٫٩٥", "59.95", None),
        ("-١٬٠٦٢٫٧٠", "1062.70", "-"),
        ("۱۲٬۳۴۵٬۶۷۸٫۹۰", "12345678.90", None),
    ],
)
def test_arabic_signs_for_decimals_and_thousands_are_read(text, value, mark):
    money = read_money(text)
    assert money is not None
    assert (money.value, money.mark, money.text) == (Decimal(value), mark, text)


def test_amounts_with_arabic_signs_have_decimals():
    texts = ["١٢٬٣٤٥٫٦٧"] * 4
    words = [Word(text, 0.1, 0.1 * i, 0.2, 0.1 * i + 0.02) for i, text in enumerate(texts)]
    assert not notation_of(words).whole


def test_a_head_is_known_whichever_way_its_words_stand_on_the_line():
    assert role_of("الحق تاريخ") == role_of("تاريخ الحق") == "value_date"
    assert role_of("التاريخ") == "date"
