"""Recognised figures are repaired where the sums and the picture say so, and only there."""

import datetime as dt
import random
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import structs
from statement_layouts import Entry, Style, lay_out, page_of

from engine.extraction.context import Context
from engine.extraction.statements import Statement, extract_statement
from engine.extraction.statements.solving.misreads import misreading_cost
from engine.reading.cell_reading import CellReading
from engine.reading.page import Page, Word

D = Decimal
HEADER = [(45.0, "Date"), (100.0, "Description"), (-420.0, "Amount"), (-540.0, "Balance")]
OPENING = [(100.0, "Opening balance"), (-540.0, "1,000.00")]
CLOSING = [(100.0, "Closing balance"), (-540.0, "748.60")]
AMOUNTS = ("-100.00", "-28.40", "-83.00", "-40.00")
BALANCES = ("900.00", "871.60", "788.60", "748.60")


def scanned(
    amounts=AMOUNTS, balances=BALANCES, *, doubtful=(), source="ocr", readings=()
) -> Statement:
    """A statement of four rows; words in ``doubtful`` were recognised with low confidence."""
    rows = [
        [(45, f"0{day} Jan 2025"), (110, f"SHOP {day}"), (-420, amount), (-540, balance)]
        for day, (amount, balance) in enumerate(zip(amounts, balances, strict=True), 3)
    ]
    page = page_of([HEADER, OPENING, *rows, CLOSING])
    doubtful, sure = ((), 1.0) if source == "text" else (doubtful, 0.97)
    words = tuple(
        structs.replace(word, confidence=0.8 if word.text in doubtful else sure)
        for word in page.words
    )
    seconds = [
        CellReading(1, box_of(words, first), text, 0.9, "rapidocr") for first, text in readings
    ]
    return extract_statement([replace(page, source=source, words=words)], Context("u"), seconds)


def box_of(words: tuple[Word, ...], text: str) -> tuple[float, float, float, float]:
    word = next(word for word in words if word.text == text)
    return word.x0, word.y0, word.x1, word.y1


def values(statement: Statement) -> list[Decimal | None]:
    return [line.amount for line in statement.transactions]


def test_a_figure_that_looks_like_another_is_read_as_the_balances_want_it():
    statement = scanned(("-100.00", "-23.40", "-83.00", "-40.00"), doubtful=["-23.40"])
    assert values(statement) == [D("-100.00"), D("-28.40"), D("-83.00"), D("-40.00")]
    (repair,) = statement.transactions[1].repairs
    assert (repair.field, repair.printed, repair.value) == ("amount", "-23.40", "-28.40")
    assert repair.reason
    assert statement.transactions[1].checks and not statement.transactions[0].checks
    assert not statement.info.proof.gaps
    assert statement.info.proof.status == "agrees"


def test_a_misread_balance_is_repaired_and_the_amounts_stay():
    statement = scanned(balances=("900.00", "877.60", "788.60", "748.60"), doubtful=["877.60"])
    assert statement.transactions[1].balance == D("871.60")
    assert [repair.field for repair in statement.transactions[1].repairs] == ["balance"]
    assert values(statement) == [D(amount) for amount in AMOUNTS]
    assert statement.info.proof.status == "proven"


def test_the_files_own_text_is_never_repaired():
    statement = scanned(
        ("-100.00", "-23.40", "-83.00", "-40.00"), doubtful=["-23.40"], source="text"
    )
    assert values(statement)[1] == D("-23.40")
    assert not any(line.repairs for line in statement.transactions)
    (gap,) = statement.info.proof.gaps
    assert (gap.after_transaction, gap.transaction, gap.page) == ("u-1", "u-2", 1)
    assert (gap.expected, gap.printed, gap.difference) == (D("876.60"), D("871.60"), D("-5.00"))
    assert statement.info.proof.sentence == (
        "Balances agree for 3 of 4 rows; between 3 Jan (page 1) and 4 Jan (page 1) -5.00 is "
        "missing."
    )


def test_a_difference_that_no_misreading_explains_stays_a_gap():
    statement = scanned(("-100.00", "-61.40", "-83.00", "-40.00"), doubtful=["-61.40"])
    assert values(statement)[1] == D("-61.40")
    assert statement.info.proof.status == "gaps"


def test_a_confident_word_needs_a_second_reading():
    amounts = ("-100.00", "-23.40", "-83.00", "-40.00")
    assert scanned(amounts).info.proof.status == "gaps"
    again = scanned(amounts, readings=[("-23.40", "-28.40")])
    assert values(again)[1] == D("-28.40")
    assert again.transactions[1].repairs[0].reason.startswith("Read again")


def test_what_was_read_the_same_twice_is_not_taken_for_a_misreading():
    statement = scanned(
        ("-100.00", "-23.40", "-83.00", "-40.00"),
        doubtful=["-23.40"],
        readings=[("-23.40", "-23.40")],
    )
    assert statement.info.proof.status == "gaps"


def test_a_second_reading_that_the_sums_do_not_want_changes_nothing():
    statement = scanned(readings=[("-28.40", "-23.40")])
    assert values(statement) == [D(a) for a in AMOUNTS]
    assert not any(line.repairs for line in statement.transactions)


def test_a_lost_minus_is_put_back():
    statement = scanned(("-100.00", "28.40", "-83.00", "-40.00"), doubtful=["28.40"])
    assert values(statement)[1] == D("-28.40")
    assert statement.transactions[1].repairs[0].printed == "28.40"


def test_a_missing_row_is_a_gap_and_no_row_is_invented():
    page = page_of(
        [
            HEADER,
            OPENING,
            [(45, "03 Jan 2025"), (110, "SHOP"), (-420, "-100.00"), (-540, "900.00")],
            [(45, "05 Jan 2025"), (110, "SHOP"), (-420, "-83.00"), (-540, "788.60")],
            [(45, "06 Jan 2025"), (110, "SHOP"), (-420, "-40.00"), (-540, "748.60")],
        ]
    )
    words = tuple(structs.replace(word, confidence=0.8) for word in page.words)
    statement = extract_statement([replace(page, source="ocr", words=words)], Context("u"))
    assert len(statement.transactions) == 3
    assert [gap.difference for gap in statement.info.proof.gaps] == [D("-28.40")]
    assert not any(line.repairs for line in statement.transactions)


@pytest.mark.parametrize(
    ("text", "size", "cost"),
    [
        ("1,234.56", "1234.56", 0.0),
        ("1.234,56 EUR", "1234.56", 0.0),
        ("23.40", "28.40", 1.0),
        ("1Z3.45", "123.45", 0.2),
        ("12345", "123.45", 0.5),
        ("12.45", "123.45", 1.5),
        ("1234.45", "123.45", 1.5),
        ("-$6,100.00", "8100.00", 1.0),
        ("61.40", "28.40", None),
        ("REF", "28.40", None),
    ],
)
def test_costs_of_misreadings(text, size, cost):
    found = misreading_cost(text, D(size))
    assert found == (None if cost is None else pytest.approx(cost))


def test_amounts_without_decimals_are_weighed_by_their_whole_digits():
    assert misreading_cost("1,234", D("1284"), whole=True) == 1.0


LOOKS = {"0": "8", "8": "6", "6": "0", "1": "7", "7": "1", "3": "8", "5": "6", "4": "9", "9": "4"}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.randoms(use_true_random=False), st.integers(3, 18), st.integers(1, 3))
def test_after_misreadings_a_row_is_right_or_shown(rnd: random.Random, count: int, misread: int):
    start = dt.date(2024, 3, 1)
    entries = [
        Entry(start + dt.timedelta(days=i), (f"SHOP {i}",), D(rnd.randint(-90_000, 90_000)) / 100)
        for i in range(count)
    ]
    entries = [e for e in entries if e.amount] or entries
    pages = lay_out(
        entries, D("5000"), (start, start + dt.timedelta(days=30)), Style(columns="amount")
    )
    statement = extract_statement([_misread(page, rnd, misread) for page in pages], Context("u"))
    true = [entry.amount for entry in entries]
    proof = statement.info.proof
    if proof.status == "proven" and misread == 1:  # two may make up for each other
        assert values(statement) == true
    assert len(statement.transactions) == len(true)
    for index, line in enumerate(statement.transactions):
        if misread == 1 and line.amount != true[index]:
            assert line.checks or line.repairs
    assert sum(gap.difference != 0 for gap in proof.gaps) == len(proof.gaps)


def _misread(page: Page, rnd: random.Random, count: int) -> Page:
    """The page as recognised, with one digit wrong in some of its figures."""
    words = [structs.replace(word, confidence=0.97) for word in page.words]
    figures = [i for i, word in enumerate(words) if "." in word.text and word.text[-1].isdigit()]
    for index in rnd.sample(figures, min(count, len(figures))):
        text = words[index].text
        places = [i for i, c in enumerate(text) if c in LOOKS]
        if places:
            place = rnd.choice(places)
            text = text[:place] + LOOKS[text[place]] + text[place + 1 :]
            words[index] = structs.replace(words[index], text=text, confidence=0.7)
    return replace(page, source="ocr", words=tuple(words))
