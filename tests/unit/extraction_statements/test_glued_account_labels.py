"""Account numbers that are written to their label, in quotes, in boxes, or left of their label."""

import pytest
from statement_layouts import page_of

from engine.extraction.statements.header.numbers.account_number import account_numbers
from engine.extraction.statements.lines.cells import typed_lines
from engine.extraction.statements.lines.money import Notation

Rows = list[list[tuple[float, str]]]


def _best(*rows: list[tuple[float, str]]) -> str | None:
    lines = typed_lines([page_of([[(6 * x, text) for x, text in row] for row in rows])], Notation())
    found = account_numbers(lines, frozenset())
    return found[0].value if found else None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Konto-Nr.4711081542", "4711081542"),
        ("AccountNo.123456789", "123456789"),
        ("口座番号0441882", "0441882"),
        ("계좌번호110-441-882733", "110-441-882733"),
        ("账号6222021202044188273", "6222021202044188273"),
        ("เลขที่บัญชี418-8-82733-0", "418-8-82733-0"),
        ("Account......0441882733", "0441882733"),
        ("Acct#0441882733", "0441882733"),
        ("Счёт №40817810099910004312", "40817810099910004312"),
        ("Compte N°00044188217", "00044188217"),
        ("REK/0044188273", "0044188273"),
        ('Account "0441882733"', "0441882733"),
        ("[Account: 0441882733]", "0441882733"),
        ("Checking ...2733", "2733"),
    ],
)
def test_a_number_is_read_from_the_word_that_its_label_is_in(text: str, number: str) -> None:
    assert _best([(5, text)]) == number


@pytest.mark.parametrize(
    ("rows", "number"),
    [
        ([[(5, "Account number"), (30, "0441"), (40, "8827"), (50, "33")]], "0441 8827 33"),
        ([[(5, "0441882733"), (30, "Account number")]], "0441882733"),
        ([[(5, "Account number"), (30, "0441882733 (UGX)")]], "0441882733"),
    ],
)
def test_a_number_in_boxes_or_left_of_its_label(rows: Rows, number: str) -> None:
    assert _best(*rows) == number


@pytest.mark.parametrize(
    "text", ["Straße 12345", "DE122265872", "user12345@example.com", "Datum:01.03.2025", "EUR12345"]
)
def test_other_words_with_figures_are_no_accounts(text: str) -> None:
    assert _best([(5, text)]) is None
