"""Which day a row is of, and when that is beyond doubt: sums prove no date."""

import pytest
from statement_layouts import page_of

from engine.extraction.context import Context
from engine.extraction.statements import Statement, extract_statement

Cells = list[tuple[float, str]]

OPENING: Cells = [(110, "Opening balance"), (-640, "100.00")]
CLOSING: Cells = [(110, "Closing balance"), (-640, "95.00")]


def read(*rows: Cells) -> Statement:
    return extract_statement([page_of([list(row) for row in rows])], Context("u"))


def days(statement: Statement) -> list[str]:
    return [str(each.date) for each in statement.transactions]


def listed(*dates: str, heads: Cells | None = None) -> list[Cells]:
    """A table of five payments of 1.00, each with its cells of dates."""
    rows = [heads or [(45, "Date"), (110, "Details"), (-420, "Amount"), (-640, "Balance")], OPENING]
    for place, date in enumerate(dates):
        cells = [(45.0 + 350 * at, text) for at, text in enumerate(date.split("|"))]
        rows.append(
            [*cells, (110, f"PAYMENT {place}"), (-480, "-1.00"), (-640, f"{99 - place}.00")]
        )
    return [*rows, CLOSING]


def test_a_day_without_year_inside_a_printed_period_is_beyond_doubt() -> None:
    statement = read(
        [(45, "Statement period 01/05/2024 to 31/05/2024")],
        *listed("02/05", "03/05", "09/05", "17/05", "30/05"),
    )
    assert days(statement)[0] == "2024-05-02"
    assert statement.info.proof.status == "proven"


def test_a_year_that_follows_from_a_day_far_from_all_rows_is_doubtful() -> None:
    statement = read(
        [(45, "Statement date"), (200, "01/05/2024")],
        *listed("02/05", "03/05", "09/05", "17/05", "30/05"),
    )
    assert statement.info.proof.status == "agrees"
    assert "year" in statement.info.proof.sentence
    assert all(each.confidence <= 0.6 for each in statement.transactions)


def test_a_year_that_follows_from_the_day_of_closing_is_not() -> None:
    statement = read(
        [(45, "Statement date"), (200, "31/05/2024")],
        *listed("02/05", "03/05", "09/05", "17/05", "30/05"),
    )
    assert days(statement)[-1] == "2024-05-30"
    assert statement.info.proof.status == "proven"


def test_days_under_a_head_of_value_days_are_doubtful_where_the_head_of_booking_has_none() -> None:
    heads: Cells = [(45, "Booking date"), (110, "Details"), (395, "Value date")]
    heads += [(-520, "Amount"), (-640, "Balance")]
    rows = [[(45, "Statement period 01/05/2024 to 31/05/2024")], heads, OPENING]
    for place, (code, day) in enumerate(
        [("A1", "02/05"), ("B1", "03/05"), ("C1", "09/05"), ("D1", "17/05"), ("E1", "30/05")]
    ):
        amounts = [(-520.0, "-1.00"), (-640.0, f"{99 - place}.00")]
        rows.append([(45, code), (110, f"PAYMENT {place}"), (395, day), *amounts])
    statement = read(*rows, CLOSING)
    assert statement.info.proof.status == "agrees"
    assert "date" in statement.info.proof.sentence


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("Datum vanaf", "Datum tot en met"),
        ("Fra og med dato", "Til og med dato"),
        ("Von", "Bis einschließlich"),
        ("Date from", "Date until"),
    ],
)
def test_the_days_of_a_period_may_have_labels_of_their_own(first: str, last: str) -> None:
    statement = read(
        [(45, first), (250, "01-07-2024")],
        [(45, last), (250, "31-07-2024")],
        *listed("02-07", "03-07", "09-07", "17-07", "30-07"),
    )
    assert str(statement.info.statement_period_start) == "2024-07-01"
    assert str(statement.info.statement_period_end) == "2024-07-31"
    assert days(statement)[0] == "2024-07-02"
    assert statement.info.proof.status == "proven"


def test_days_without_marks_count_though_a_postcode_stands_above_them() -> None:
    heads: Cells = [(45, "Bokf. dag"), (110, "Beskrivning"), (395, "Valutadag")]
    heads += [(-520, "Belopp"), (-640, "Saldo")]
    rows = [
        [(45, "1120 NORRSTAD, STORGATAN 2")],
        [(45, "Perioden 2024-02-01 - 2024-02-29")],
        heads,
        [(110, "Ingående saldo"), (-640, "100,00")],
    ]
    pairs = [
        ("0202", "0502"),
        ("0202", "0202"),
        ("0602", "0702"),
        ("1902", "1902"),
        ("2802", "2902"),
    ]
    for place, (booked, value) in enumerate(pairs):
        amounts = [(-520.0, "-1,00"), (-640.0, f"{99 - place},00")]
        rows.append([(45, booked), (110, f"KORTKÖP {place}"), (395, value), *amounts])
    statement = read(*rows, [(110, "Utgående saldo"), (-640, "95,00")])
    assert days(statement) == ["2024-02-02", "2024-02-02", "2024-02-06", "2024-02-19", "2024-02-28"]
    assert str(statement.transactions[0].value_date) == "2024-02-05"
    assert statement.transactions[0].description == "KORTKÖP 0"


def test_a_day_with_a_clock_below_an_announced_day_is_part_of_the_description() -> None:
    heads: Cells = [(45, "Concepto"), (300, "Fecha valor"), (-480, "Cargos"), (-600, "Abonos")]
    statement = read(
        [(45, "Extracto del 01/03/2024 al 31/03/2024")],
        heads,
        [(45, "Saldo anterior"), (-600, "100,00")],
        [(45, "Fecha operación:"), (150, "04/03/2024")],
        [(45, "CAJERO"), (300, "06/03"), (-480, "10,00")],
        [(45, "03-03-2024T18:48:04")],
        [(45, "RECIBO"), (300, "05/03"), (-480, "20,00")],
        [(45, "Fecha operación:"), (150, "12/03/2024")],
        [(45, "NOMINA"), (300, "12/03"), (-600, "50,00")],
        [(45, "Saldo final"), (-600, "120,00")],
    )
    assert days(statement) == ["2024-03-04", "2024-03-04", "2024-03-12"]
    assert statement.transactions[0].description == "CAJERO 03-03-2024T18:48:04"
    assert str(statement.transactions[0].value_date) == "2024-03-06"
