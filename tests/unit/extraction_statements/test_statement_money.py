from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statement_layouts import Sheet, Style, number

from engine.extraction.statements.lines.money import Notation, money_at, read_money
from engine.extraction.statements.lines.notation import notation_of
from engine.reading.page import Word


def words(*texts: str, gap: float = 0.004) -> list[Word]:
    """Words side by side, ``gap`` page widths apart, each letter a hundredth wide."""
    result, x = [], 0.1
    for text in texts:
        end = x + 0.01 * len(text)
        result.append(Word(text, x, 0.1, end, 0.11))
        x = end + gap
    return result


@pytest.mark.parametrize(
    ("text", "value", "mark"),
    [
        ("1,234.56", "1234.56", None),
        ("1.234,56", "1234.56", None),
        ("1'234.56", "1234.56", None),
        ("1 234,56", "1234.56", None),
        ("12,34,567.00", "1234567.00", None),
        ("0000123.45", "123.45", None),
        (".02", "0.02", None),
        ("-£8.39", "8.39", "-"),
        ("- £8.39", "8.39", "-"),
        ("£-8.39", "8.39", "-"),
        ("−8,39", "8.39", "-"),
        ("8.39-", "8.39", "-"),
        ("(300.00)", "300.00", "()"),
        ("+80.00", "80.00", "+"),
        ("60.00CR", "60.00", "CR"),
        ("5,200.00 CR", "5200.00", "CR"),
        ("90,11 D", "90.11", "DR"),
        ("90,11 C", "90.11", "CR"),
        ("1.234,56 S", "1234.56", "DR"),
        ("1.234,56 H", "1234.56", "CR"),
        ("6.40 RUB", "6.40", None),
        ("S$1,145.00", "1145.00", None),
        ("***1,145.00", "1145.00", None),
    ],
)
def test_amount_is_read_with_its_mark(text: str, value: str, mark: str | None) -> None:
    money = read_money(text)
    assert money is not None
    assert (money.value, money.mark) == (Decimal(value), mark)


@pytest.mark.parametrize(
    "text", ["1.234", "12/05/2024", "1-800-555-0100", "4.1.2", "10.00%", "REF 12.00", "12", ""]
)
def test_other_figures_are_no_amount(text: str) -> None:
    assert read_money(text) is None


def test_amounts_without_decimals_are_read_only_when_asked_for() -> None:
    money = read_money("12,500", whole=True)
    assert money is not None and money.value == 12500 and money.is_whole
    assert read_money("12,500") is None


def test_number_split_by_kerning_is_one_amount() -> None:
    money, end = money_at(words("653.1", "3", gap=0.003), 0, Notation()) or (None, 0)
    assert money is not None and money.value == Decimal("653.13") and end == 2


def test_cells_three_points_apart_stay_two_amounts() -> None:
    first, end = money_at(words("12.00", "345.67", gap=0.005), 0, Notation()) or (None, 0)
    assert first is not None and first.value == Decimal("12.00") and end == 1


def test_figures_before_an_amount_do_not_join_it_unless_spaces_separate_thousands() -> None:
    line = words("12", "345,67", gap=0.005)
    assert money_at(line, 0, Notation()) is None
    money, end = money_at(line, 0, Notation(spaced=True)) or (None, 0)
    assert money is not None and money.value == Decimal("12345.67") and end == 2


def test_a_rand_sign_stands_close_before_spaced_thousands() -> None:
    line = words("R4", "641.44", gap=0.005)
    money, end = money_at(line, 0, Notation(spaced=True)) or (None, 0)
    assert money is not None and money.value == Decimal("4641.44") and end == 2


def test_thousands_stand_a_letter_apart_where_all_letters_are_as_wide() -> None:
    letter = 0.009
    texts, places = ("5", "125", "677,40"), (0, 2, 6)
    line = [
        Word(text, 0.1 + letter * place, 0.1, 0.1 + letter * (place + len(text)), 0.11)
        for text, place in zip(texts, places, strict=True)
    ]
    assert notation_of(line).spaced
    money, end = money_at(line, 0, Notation(spaced=True)) or (None, 0)
    assert money is not None and money.value == Decimal("5125677.40") and end == 3


def test_suffix_far_to_the_right_belongs_to_another_column() -> None:
    money, end = money_at(words("345.67", "CR", gap=0.2), 0, Notation()) or (None, 0)
    assert money is not None and money.mark is None and end == 1


def test_notation_is_told_from_the_whole_document() -> None:
    assert notation_of(words("1", "234,56", "99,00")).spaced
    assert not notation_of(words("1", "234,56", "1.299,00")).spaced
    assert notation_of(words("12,500", "1,000", "9,900", "7,200")).whole


@given(
    st.decimals(min_value="0.00", max_value="99999999.99", places=2),
    st.sampled_from(["us", "eu", "swiss", "space", "plain", "lakh"]),
)
def test_every_notation_is_read_back_exactly(value: Decimal, numbers: str) -> None:
    sheet = Sheet(1)
    sheet.put(number(value, Style(numbers=numbers)), 100, 100, 9)
    money, end = money_at(sheet.words, 0, Notation(spaced=numbers == "space")) or (None, 0)
    assert money is not None and money.value == value and end == len(sheet.words)


def test_columns_of_whole_amounts_may_part_thousands_by_spaces() -> None:
    def column(*amounts: str) -> list[Word]:
        sheet = Sheet(1)
        for row, amount in enumerate(amounts):
            sheet.put(amount, 560, 60 + 14 * row, 9, right=True)
        return sheet.words

    assert notation_of(column("184 210", "1 250 000", "12 400", "3 000")) == Notation(True, True)
    assert notation_of(column("184 210", "12 400")) == Notation()
    assert notation_of(column("184 210,00", "1 250 000,10", "12 400,00", "3 000,50")).whole is False
