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


def a_day(number: int, day: str, opening: int, *rows: Cells) -> list[Cells]:
    """The statement of one day, whose rows print no date."""
    heads: Cells = [(45, "#"), (80, "Descripción"), (300, "Referencia")]
    return [
        [(45, f"EXTRACTO Nº {number}")],
        [(45, "fecha del extracto"), (250, day)],
        [(45, "Saldo anterior"), (-640, f"{opening},00")],
        [*heads, (-480, "Cargos"), (-600, "Abonos")],
        *rows,
    ]


def test_rows_without_dates_are_of_the_day_that_their_statement_states() -> None:
    first = a_day(
        7, "13-05-2024", 100,
        [(45, "1"), (80, "PROVEEDOR UNO"), (300, "88-1"), (-480, "30,00")],
        [(45, "2"), (80, "CLIENTE DOS"), (300, "88-2"), (-600, "50,00")],
        [(45, "Saldo final"), (-640, "120,00")],
    )  # fmt: skip
    second = a_day(
        8, "14-05-2024", 120,
        [(45, "1"), (80, "COMISIÓN"), (300, "88-3"), (-480, "20,00")],
        [(45, "Saldo final"), (-640, "100,00")],
    )  # fmt: skip
    pages = [page_of(rows, number) for number, rows in enumerate((first, second), 1)]
    statement = extract_statement(pages, Context("u"))
    assert days(statement) == ["2024-05-13", "2024-05-13", "2024-05-14"]
    assert [str(t.amount) for t in statement.transactions] == ["-30.00", "50.00", "-20.00"]
    assert statement.info.proof.status == "agrees"
    assert all(each.confidence <= 0.6 for each in statement.transactions)


def test_two_figures_of_a_year_to_come_are_of_another_calendar() -> None:
    rows = listed("02/05/67", "03/05/67", "09/05/67", "17/05/67", "30/05/67")
    assert days(read(*rows)) == [f"2024-05-{day}" for day in ("02", "03", "09", "17", "30")]


def test_a_table_that_was_not_read_keeps_a_statement_from_being_proven() -> None:
    loan: Cells = [(45, "Date"), (110, "Description"), (-350, "Interest"), (-450, "Principal")]
    statement = read(
        [(45, "Statement period 01/05/2024 to 31/05/2024")],
        *listed("02/05", "03/05", "09/05", "17/05", "30/05"),
        [],
        [(45, "INTEREST CHARGE CALCULATION")],
        [*loan, (-520, "Amount"), (-600, "Balance")],
        [
            *((45, "15/05"), (110, "PAYMENT FROM SHARE 2"), (-350, "68.35"), (-450, "344.40")),
            *((-520, "412.75"), (-600, "14,802.19")),
        ],
    )
    assert len(statement.transactions) == 5
    assert statement.info.proof.status == "agrees"
    assert "row beside" in statement.info.proof.sentence


def test_lines_like_rows_keep_a_statement_without_any_from_being_proven() -> None:
    statement = read(
        [(45, "Opening balance"), (-640, "100.00")],
        *([(45, name), (-500, "5.00")] for name in ("CORNER GROCER", "MILL GYM", "TARN ENERGY")),
        [(45, "Closing balance"), (-640, "100.00")],
    )
    assert not statement.transactions
    assert statement.info.proof.status == "unproven"


def test_a_number_alone_is_called_what_stands_above_it() -> None:
    heads: Cells = [(45, "Date"), (110, "Cheque #"), (-420, "Amount"), (-640, "Balance")]
    rows = [[(45, "Statement period 01/05/2024 to 31/05/2024")], heads]
    rows.append([(45, "Opening balance"), (-640, "100.00")])
    for place, number in enumerate(("1041", "*1043", "1044", "1045")):
        cells: Cells = [(45, f"0{place + 2}/05/2024"), (110, number), (-420, "-1.00")]
        rows.append([*cells, (-640, f"{99 - place}.00")])
    statement = read(*rows)
    assert [t.description for t in statement.transactions][:2] == ["Cheque 1041", "Cheque 1043"]
    assert {t.type for t in statement.transactions} == {"cheque"}
