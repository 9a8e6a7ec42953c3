"""Headings of days with their balance, above rows that print neither."""

from decimal import Decimal

import pytest
from statement_layouts import page_of

from engine.extraction.context import Context
from engine.extraction.statements import extract_statement
from engine.extraction.statements.lines.cells import typed_lines
from engine.extraction.statements.lines.money import Notation
from engine.extraction.statements.rows.day_balances import without_day_balances

D = Decimal

DAYS = [
    ("Montag 30. September 2024", "1.070,00 €", [("Gehalt", "+100,00 €"), ("Laden", "−20,00 €")]),
    ("Freitag 27. September 2024", "990,00 €", [("Laden", "−7,50 €")]),
    ("Donnerstag 12. September 2024", "997,50 €", [("Bahn", "−2,50 €")]),
]


@pytest.mark.parametrize("label", ["Saldo", "Kontostand"])
def test_rows_below_a_day_with_its_balance_are_of_that_day(label):
    statement = extract_statement(
        [
            page_of(
                [
                    [(45, "Kontoauszug 1. September 2024 bis 30. September 2024")],
                    [
                        (45, "Anfangssaldo"),
                        (150, "1.000,00 €"),
                        (300, "Endsaldo"),
                        (420, "1.070,00 €"),
                    ],
                    [(45, "Eingänge"), (150, "100,00 €"), (300, "Ausgänge"), (420, "30,00 €")],
                    *[
                        line
                        for day, balance, rows in DAYS
                        for line in [
                            [(45, day), (430, label), (-540, balance)],
                            *[
                                part
                                for text, amount in rows
                                for part in ([(45, text), (-540, amount)], [(45, "Kartenzahlung")])
                            ],
                        ]
                    ],
                ]
            )
        ],
        Context("u"),
    )
    assert [(str(t.date), t.amount) for t in statement.transactions] == [
        ("2024-09-30", D("100.00")),
        ("2024-09-30", D("-20.00")),
        ("2024-09-27", D("-7.50")),
        ("2024-09-12", D("-2.50")),
    ]
    assert statement.transactions[0].description == "Gehalt Kartenzahlung"
    assert statement.info.proof.gaps == ()


def test_daily_balances_in_a_list_of_their_own_are_no_headings():
    rows = [("01 Mar 2024", "90.00"), ("02 Mar 2024", "70.00"), ("03 Mar 2024", "75.00")]
    page = page_of([[(45, day), (300, "Balance"), (-540, balance)] for day, balance in rows])
    lines = typed_lines([page], Notation())
    assert without_day_balances(lines) == lines
