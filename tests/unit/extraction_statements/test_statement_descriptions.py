"""Which lines of text belong to which transaction, wherever its date and its amount stand."""

from dataclasses import replace

from msgspec import structs
from statement_layouts import page_of

from engine.extraction.context import Context
from engine.extraction.statements import extract_statement
from engine.reading.page import Page

Cells = list[tuple[float, str]]
HEADER: Cells = [(45, "Date"), (120, "Description"), (-420, "Amount"), (-540, "Balance")]
FORWARD: Cells = [(45, "01 May 2024"), (120, "Balance brought forward"), (-540, "505.00")]


def descriptions(*pages: Page) -> list[str]:
    return [t.description for t in extract_statement(pages, Context("u")).transactions]


def balances(count: int) -> list[str]:
    return [f"{500 - 5 * number}.00" for number in range(count)]


def test_a_date_under_the_first_one_begins_no_row() -> None:
    rows: list[Cells] = []
    for day, balance in enumerate(balances(5), 1):
        rows += [
            [(45, f"0{day}.05.2024"), (120, f"Debit {day}"), (-420, "-5.00"), (-540, balance)],
            [(45, f"0{day + 1}.05.2024"), (120, f"Electric Works {day}")],
            [(120, f"Contract {day}")],
        ]
    statement = extract_statement([page_of([HEADER, *rows])], Context("u"))
    assert [t.description for t in statement.transactions] == [
        f"Debit {day} Electric Works {day} Contract {day}" for day in range(1, 6)
    ]
    assert [t.value_date.day for t in statement.transactions if t.value_date] == [2, 3, 4, 5, 6]


def test_the_second_date_may_stand_in_brackets() -> None:
    rows: list[Cells] = []
    for day, balance in enumerate(balances(5), 1):
        rows += [
            [(45, f"0{day}-05-2024"), (120, f"Transfer {day}"), (-420, "-5.00"), (-540, balance)],
            [(45, f"(0{day + 1}-05-2024)"), (120, f"Name: Baker {day}")],
        ]
    statement = extract_statement([page_of([HEADER, *rows])], Context("u"))
    assert statement.transactions[0].description == "Transfer 1 Name: Baker 1"
    assert [t.value_date.day for t in statement.transactions if t.value_date] == [2, 3, 4, 5, 6]


def test_a_year_under_the_day_belongs_to_no_description() -> None:
    rows: list[Cells] = [[(45, "Statement of 31.05.2024")]]
    rows += [HEADER]
    for day, balance in enumerate(balances(5), 1):
        rows += [
            [(45, f"0{day}.05."), (120, f"Transfer {day}"), (-420, "-5.00"), (-540, balance)],
            [(45, "2024"), (120, f"Baker {day}")],
        ]
    assert descriptions(page_of(rows)) == [f"Transfer {day} Baker {day}" for day in range(1, 6)]


def test_a_row_may_begin_with_its_date_and_end_with_its_amount() -> None:
    rows: list[Cells] = []
    for day, balance in enumerate(balances(6), 1):
        rows += [
            [(45, f"0{day} May 2024"), (120, f"Card {day}")],
            [(120, f"Shop {day}")],
            [(120, f"Street {day}")],
            [(120, f"Town {day}"), (-420, "-5.00"), (-540, balance)],
        ]
    assert descriptions(page_of([HEADER, FORWARD, *rows])) == [
        f"Card {day} Shop {day} Street {day} Town {day}" for day in range(1, 7)
    ]


def test_rows_of_one_day_end_with_their_amounts() -> None:
    rows: list[Cells] = []
    for day in range(1, 6):
        first, second = f"{500 - 10 * day}.00", f"{495 - 10 * day}.00"
        rows += [
            [(45, f"0{day} May 2024"), (120, f"Card {day}")],
            [(120, f"Shop {day}"), (-420, "-5.00"), (-540, first)],
            [(120, f"Transfer {day}")],
            [(120, f"Baker {day}"), (-420, "-5.00"), (-540, second)],
        ]
    assert descriptions(page_of([HEADER, FORWARD, *rows])) == [
        text
        for day in range(1, 6)
        for text in (f"Card {day} Shop {day}", f"Transfer {day} Baker {day}")
    ]


def test_dots_that_lead_to_the_amount_are_no_words() -> None:
    rows: list[Cells] = [
        [
            (45, f"0{day} May 2024"),
            (120, f"Shop {day} ............"),
            (-420, "-5.00"),
            (-540, balance),
        ]
        for day, balance in enumerate(balances(4), 1)
    ]
    assert descriptions(page_of([HEADER, *rows])) == [f"Shop {day}" for day in range(1, 5)]


def test_the_label_of_a_balance_belongs_to_no_description() -> None:
    rows: list[Cells] = []
    for day, balance in enumerate(balances(5), 1):
        rows += [
            [(45, f"0{day} May 2024"), (120, f"Shop {day}"), (-420, "-5.00")],
            [(120, "Zwischenstand"), (-540, balance)],
        ]
    assert descriptions(page_of([HEADER, *rows])) == [f"Shop {day}" for day in range(1, 6)]


def test_lines_of_a_page_that_lies_askew_stay_with_their_rows() -> None:
    rows: list[Cells] = []
    for day, balance in enumerate(balances(6), 1):
        rows += [
            [(45, f"0{day} May 2024"), (120, f"Card {day}"), (-420, "-5.00"), (-540, balance)],
            [(120, f"Shop {day}")],
            [(120, f"Town {day}")],
            [],
        ]
    straight = page_of([HEADER, *rows], pitch=6.0)
    words = tuple(
        structs.replace(
            word, y0=word.y0 * 2 + 0.008 * word.x0, y1=word.y0 * 2 + 0.013 + 0.008 * word.x0
        )
        for word in straight.words
    )
    askew = replace(straight, words=words)
    assert descriptions(askew) == [f"Card {day} Shop {day} Town {day}" for day in range(1, 7)]


def test_descriptions_go_on_right_of_the_amounts() -> None:
    heads: Cells = [(45, "Date"), (120, "Description"), (-270, "Amount"), (-340, "Balance")]
    rows: list[Cells] = [
        [
            *[(45, f"0{day} May 2024"), (120, "Transfer"), (-270, "-5.00"), (-340, balance)],
            (380, f"to Baker {day}"),
        ]
        for day, balance in enumerate(balances(5), 1)
    ]
    assert descriptions(page_of([heads, *rows])) == [
        f"Transfer to Baker {day}" for day in range(1, 6)
    ]


def test_names_in_the_column_of_references_are_the_description() -> None:
    heads: Cells = [(45, "Date"), (120, "Reference"), (-420, "Amount"), (-540, "Balance")]
    rows: list[Cells] = [
        [(45, f"0{day} May 2024"), (120, f"Baker and Sons {day}"), (-420, "-5.00"), (-540, balance)]
        for day, balance in enumerate(balances(5), 1)
    ]
    assert descriptions(page_of([heads, *rows])) == [f"Baker and Sons {day}" for day in range(1, 6)]


def test_a_time_under_the_date_does_not_part_a_line_from_its_row() -> None:
    rows: list[Cells] = []
    for day, balance in enumerate(balances(5), 1):
        rows += [
            [
                (45, f"0{day} May 2024"),
                (120, f"Paid to Shop {day}"),
                (-420, "-5.00"),
                (-540, balance),
            ],
            [(45, f"1{day}:12 PM"), (120, f"Receipt {day}")],
        ]
    assert descriptions(page_of([HEADER, *rows])) == [
        f"Paid to Shop {day} Receipt {day}" for day in range(1, 6)
    ]


def test_lines_before_a_total_stay_with_the_last_row() -> None:
    rows: list[Cells] = []
    for day, balance in enumerate(balances(5), 1):
        rows += [
            [(45, f"0{day} May 2024"), (120, f"Shop {day}"), (-420, "-5.00"), (-540, balance)],
            [(120, f"Town {day}")],
            [],
        ]
    rows.append([(45, "Sum"), (-420, "-25.00"), (-540, "480.00")])
    assert descriptions(page_of([HEADER, *rows], pitch=11)) == [
        f"Shop {day} Town {day}" for day in range(1, 6)
    ]


def test_the_day_above_rows_is_their_date_and_their_own_the_value_date() -> None:
    rows: list[Cells] = []
    for day, balance in enumerate(balances(5), 1):
        rows += [
            [(45, "Booked"), (100, f"0{day}.05.2024")],
            [(45, f"0{day + 1}.05."), (120, f"Shop {day}"), (-420, "-5.00"), (-540, balance)],
        ]
    statement = extract_statement([page_of([HEADER, *rows])], Context("u"))
    dates = [
        (t.date.day, t.value_date.day) for t in statement.transactions if t.date and t.value_date
    ]
    assert dates == [(day, day + 1) for day in range(1, 6)]
    assert [t.description for t in statement.transactions] == [f"Shop {day}" for day in range(1, 6)]


def test_lines_of_rows_may_stand_at_the_same_place_on_every_page() -> None:
    def page(number: int) -> Page:
        rows: list[Cells] = []
        for row in range(4):
            day, balance = 4 * number + row, f"{500 - 20 * number - 5 * row}.00"
            rows += [
                [(45, f"{day:02d} May 2024"), (120, "Coffee House 12")],
                [(120, "Card 4711")],
                [(120, f"Town {day}"), (-420, "-5.00"), (-540, balance)],
                [],
            ]
        forward: list[Cells] = [] if number > 1 else [FORWARD]
        return page_of([HEADER, *forward, *rows], number)

    assert descriptions(*(page(number) for number in (1, 2, 3))) == [
        f"Coffee House 12 Card 4711 Town {day}" for day in range(4, 16)
    ]


def test_descriptions_that_are_set_flush_right_keep_their_longer_lines() -> None:
    firsts = ("Card purchase", "Bill", "Transfer out", "Instant transfer", "Fee", "Cash")
    lasts = (
        "Harbour Street Stationers 38",
        "To Anna Lee, rent of May 05",
        "By phone, number 778812",
    )
    rows: list[Cells] = []
    for day, balance in enumerate(balances(6), 1):
        rows += [
            [(-110, balance), (-200, "-5.00"), (-480, firsts[day - 1]), (-545, f"0{day}.05.2024")],
            [(-480, lasts[day % 3])],
        ]
    head: Cells = [(-110, "Balance"), (-200, "Amount"), (-480, "Description"), (-545, "Date")]
    assert descriptions(page_of([head, *rows])) == [
        f"{first} {lasts[day % 3]}" for day, first in enumerate(firsts, 1)
    ]
