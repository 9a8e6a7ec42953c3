"""Account numbers whose label is of no known word, and labels that stand oddly to their number."""

import pytest
from statement_layouts import page_of

from engine.extraction import Context, extract_statement
from engine.extraction.statements.header.numbers.account_number import account_numbers
from engine.extraction.statements.header.numbers.labels import is_number_of_something
from engine.extraction.statements.header.numbers.standing import standing_number
from engine.extraction.statements.lines.cells import typed_lines
from engine.extraction.statements.lines.money import Notation

NONE: frozenset[int] = frozenset()
Rows = list[list[tuple[float, str]]]
TABLE: Rows = [
    [(45, "Zeth"), (120, "Murok"), (-430, "Ubin"), (-560, "Talo")],
    [(120, "Opening balance"), (-560, "1.842,10")],
    [(45, "02.03.2025"), (120, "Oakmere Water 00417723"), (-430, "-187,84"), (-560, "1.654,26")],
    [(45, "06.03.2025"), (120, "Calloway 88410023"), (-430, "47,73"), (-560, "1.701,99")],
    [(45, "10.03.2025"), (120, "Marrow Foods 2290"), (-430, "-347,92"), (-560, "1.354,07")],
    [(120, "Closing balance"), (-560, "1.354,07")],
]


def _number(*head: list[tuple[float, str]]) -> str | None:
    info = extract_statement([page_of([*head, [], *TABLE])], Context(upload_id="made")).info
    return info.account_number


def _best(*rows: list[tuple[float, str]]) -> str | None:
    lines = typed_lines([page_of([[(6 * x, text) for x, text in row] for row in rows])], Notation())
    found = account_numbers(lines, NONE)
    return found[0].value if found else None


@pytest.mark.parametrize(
    "head",
    [
        [[(45, "Ildra Voss"), (320, "Morvek no. 0441-882733-09")],
         [(320, "01.03.2025 - 31.03.2025")]],
        [[(45, "Ildra Voss"), (320, "Zorvan"), (420, "0441-882733-09")],
         [(320, "Vedal"), (420, "01.03.2025 - 31.03.2025")]],
        [[(45, "Vintra 0441-882733-09")], [(45, "01.03.2025 - 31.03.2025")]],
        [[(45, "Zorvan"), (250, "Vedal")],
         [(45, "0441-882733-09"), (250, "01.03.2025 - 31.03.2025")]],
    ],
    ids=["word for number", "cells", "title", "heads"],
)  # fmt: skip
def test_a_number_whose_label_nobody_knows_is_told_by_its_place(head: Rows) -> None:
    assert _number(*head) == "0441-882733-09"


@pytest.mark.parametrize(
    "text",
    [
        "Customer number 118827733",
        "Vorgangsnummer 2025-118-8273",
        "Tel. 0345 602 1997",
        "1-800-555-0144",
        "USt-IdNr. DE122265872",
        "Gläubiger-ID DE98ZZZ09999999999",
        "WICHITA KS 67203-1190",
        "51030 Bergneustadt",
    ],
)
def test_numbers_of_other_things_are_not_the_accounts(text: str) -> None:
    assert _number([(45, text)], [(45, "01.03.2025 - 31.03.2025")]) is None


def test_two_numbers_that_stand_alike_leave_the_account_open() -> None:
    head = [
        [(45, "Zorvan 0441882733")],
        [(45, "Mordel 0771922843")],
        [(45, "01.03.2025 - 31.03.2025")],
    ]
    assert _number(*head) is None


def test_how_sure_a_standing_number_is_stays_below_a_labelled_one() -> None:
    lines = typed_lines([page_of([[(45, "Morvek no. 0441-882733-09")], *TABLE])], Notation())
    found = standing_number(lines, frozenset(range(2, 7)), NONE)
    assert found is not None
    assert 0.5 <= found.confidence <= 0.7


@pytest.mark.parametrize(
    ("rows", "number"),
    [
        ([[(5, "Account number ending 4418")]], "4418"),
        ([[(5, "Cash Account - 9931")]], "9931"),
        ([[(5, "Account number and currency"), (45, "AC-118827-33 / USD")]], "AC-118827-33"),
        ([[(5, "A/C No. / Currency"), (45, "4418827 / ZMW")]], "4418827"),
        ([[(5, "Transit / Institution / Account")], [(5, "03042 003 5081127")]],
         "03042 003 5081127"),
        ([[(5, "Conto n. 3344188.27")]], "3344188.27"),
        ([[(5, "MEMBER NUMBER 77120")], [(5, "SHARE DRAFT ACCT 77120-09")]], "77120-09"),
    ],
)  # fmt: skip
def test_numbers_at_odd_places_of_their_labels(rows: Rows, number: str) -> None:
    assert _best(*rows) == number


def test_an_account_is_no_year() -> None:
    assert _best([(5, "Savings account - 2025")]) is None


def test_an_account_that_is_only_connected_is_not_the_statements() -> None:
    head = [
        [(45, "Tagesgeld Plus 5544188273")],
        [(45, "Referenzkonto DE89 3704 0044 0532 0130 00")],
    ]
    assert _number(*head, [(45, "01.03.2025 - 31.03.2025")]) == "5544188273"


def test_the_number_beside_one_between_banks_is_the_accounts() -> None:
    head = [[(45, "CA $ 4017733-6 099-1")], [(45, "CBU 0070099520000040177361")]]
    assert _number(*head, [(45, "Período 01/03/2025 al 31/03/2025")]) == "4017733-6 099-1"


@pytest.mark.parametrize(
    ("word", "is_other"),
    [
        ("vorgangsnummer", True),
        ("kontonummer", False),
        ("konto", False),
        ("girokontonummer", False),
    ],
)
def test_words_for_the_number_of_something(word: str, is_other: bool) -> None:
    assert is_number_of_something(word) is is_other
