"""The head of a statement: numbers, names, currency, period, kind of account."""

import pytest
from statement_layouts import page_of

from engine.extraction.context import Context
from engine.extraction.statements import extract_statement
from engine.extraction.statements.header.bank_name import bank_name
from engine.extraction.statements.header.holder.holder import holder
from engine.extraction.statements.header.numbers.account_number import account_numbers
from engine.extraction.statements.header.period import span_of
from engine.extraction.statements.lines.cells import TypedLine, typed_lines
from engine.extraction.statements.lines.money import Notation
from engine.records.bank import StatementInfo

TABLE = [
    [(45.0, "Date"), (110.0, "Description"), (-420.0, "Amount"), (-540.0, "Balance")],
    [(45.0, "03 Jan 2025"), (110.0, "SHOP"), (-420.0, "-5.00"), (-540.0, "95.00")],
]
NONE: frozenset[int] = frozenset()


def lines_of_rows(*rows: list[tuple[float, str]]) -> list[TypedLine]:
    return typed_lines([page_of(list(rows))], Notation())


def info(*rows: list[tuple[float, str]]) -> StatementInfo:
    return extract_statement([page_of([*rows, *TABLE])], Context("u")).info


@pytest.mark.parametrize(
    ("rows", "number"),
    [
        ([[(45, "Account number: 5108 2276 3391")]], "5108 2276 3391"),
        ([[(45, "Account No.: 098-7-654321")]], "098-7-654321"),
        ([[(45, "Account Number: XXX-X-3456")]], "XXX-X-3456"),
        ([[(45, "Account Number: MB-****-4421")]], "MB-****-4421"),
        ([[(45, "Conta"), (90, "40241-0")]], "40241-0"),
        ([[(45, "Kontonummer"), (200, "1234567")]], "1234567"),
        ([[(45, "IBAN DE89 3704 0044 0532 0130 00 EUR")]], "DE89370400440532013000"),
        ([[(45, "Card number"), (200, "Name")], [(45, "4111 2222 3333 4444")]],
         "4111 2222 3333 4444"),
        ([[(45, "ACCOUNT")], [(45, "NUMBER")], [(45, "Jane Sample 4400-XXXX-XXXX-9021")]],
         "4400-XXXX-XXXX-9021"),
        ([[(45, "NOMBOR AKAUN")], [(160, ": 555012-334789")]], "555012-334789"),
        ([[(45, "XXXX XXXX XXXX 0123")]], "XXXX XXXX XXXX 0123"),
    ],
)  # fmt: skip
def test_account_number(rows: list[list[tuple[float, str]]], number: str) -> None:
    found = account_numbers(lines_of_rows(*rows), NONE)
    assert found and found[0].value == number


def test_an_iban_counts_before_another_number() -> None:
    rows = [[(45, "Account no. 2233-5566.001")], [(45, "IBAN CH93 0076 2011 6238 5295 7")]]
    found = account_numbers(lines_of_rows(*rows), NONE)
    assert found[0].value == "CH9300762011623852957" and found[0].confidence > 0.95


@pytest.mark.parametrize(
    "text", ["Account summary 2024", "Call 1-800-555-0100", "Account of the month"]
)
def test_other_figures_are_no_account_number(text: str) -> None:
    assert account_numbers(lines_of_rows([(45, text)]), NONE) == []


@pytest.mark.parametrize(
    ("rows", "name"),
    [
        ([[(45, "Account holder"), (200, "Jane Sample")]], "Jane Sample"),
        ([[(45, "Name: Jane Q Sample")]], "Jane Q Sample"),
        ([[(45, "In name of"), (200, "Muster Jordan Alex")]], "Muster Jordan Alex"),
        ([[(45, "JANE SAMPLE")], [(45, "12 EXAMPLE STREET")], [(45, "ANYTOWN 99999")]],
         "JANE SAMPLE"),
        ([[(45, "Platinum Rewards Card")], [(45, "12 EXAMPLE STREET")]], None),
        ([[(45, "JANE SAMPLE")], [(45, "Statement date 12 May 2024")]], None),
    ],
)  # fmt: skip
def test_holder(rows: list[list[tuple[float, str]]], name: str | None) -> None:
    found = holder(lines_of_rows(*rows), NONE)
    assert (found.value if found else None) == name


@pytest.mark.parametrize(
    ("rows", "name"),
    [
        ([[(45, "JANE SAMPLE")], [(45, "First Harbor Bank - Statement of account")]],
         "First Harbor Bank"),
        ([[(45, "Sparkasse Musterstadt")]], "Sparkasse Musterstadt"),
        ([[(45, "Invented Bank Member FDIC")]], "Invented Bank"),
        ([[(45, "Statement of account")], [(45, "JANE SAMPLE")]], None),
    ],
)  # fmt: skip
def test_bank_name(rows: list[list[tuple[float, str]]], name: str | None) -> None:
    found = bank_name(lines_of_rows(*rows))
    assert (found.value if found else None) == name


@pytest.mark.parametrize(
    ("rows", "period"),
    [
        ([[(45, "Statement period 01/02/2024 to 29/02/2024")]], ("01/02/2024", "29/02/2024")),
        ([[(45, "1 December 2022 to 30 December 2022")]], ("1 December 2022", "30 December 2022")),
        ([[(45, "Mar 1 - Mar 31, 2026")]], ("Mar 1", "Mar 31, 2026")),
        ([[(45, "Période 01.02.2024-29.02.2024")]], ("01.02.2024", "29.02.2024")),
        ([[(45, "Closing Date"), (200, "09/07/26")]], (None, "09/07/26")),
        ([[(45, "Next Closing Date"), (200, "10/07/26")]], (None, None)),
        ([[(45, "STATEMENT DATE"), (300, "PAYMENT DUE DATE")],
          [(45, "20 Nov 2023"), (300, "15 Dec 2023")]], (None, "20 Nov 2023")),
        ([[(45, "Beginning balance on June 10, 2021"), (-500, "$1.00")],
          [(45, "Ending balance on July 9, 2021"), (-500, "$2.00")]],
         ("June 10, 2021", "July 9, 2021")),
    ],
)  # fmt: skip
def test_period(rows: list[list[tuple[float, str]]], period: tuple[str | None, str | None]) -> None:
    span = span_of(lines_of_rows(*rows), NONE)
    ends = tuple(date.text.strip() if date else None for date in (span.start, span.end))
    assert ends == period


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([[(45, "Currency"), (200, "EUR")]], "EUR"),
        ([[(45, "Amounts in CHF")], [(45, "Paid"), (200, "CHF")]], "CHF"),
        ([[(45, "12 Example Road, Singapore 049513")]], "SGD"),
        ([[(45, "Opening balance"), (-300, "R$ 10,00")]], "BRL"),
        ([[(45, "Opening balance"), (-300, "$10.00")], [(45, "Toronto, Canada")]], "CAD"),
        ([[(45, "Opening balance"), (-300, "$10.00")]], "USD"),
        ([[(45, "Nothing says it")]], None),
    ],
)
def test_currency(rows: list[list[tuple[float, str]]], code: str | None) -> None:
    assert info(*rows).currency == code


def test_account_with_a_running_balance_is_no_card_even_where_cards_are_offered() -> None:
    rows = [[(45, "Ask for our credit card, no minimum payment in May")]]
    assert info(*rows).statement_type == "bank"


def test_header_values_have_places() -> None:
    found = info(
        [(45, "First Harbor Bank")],
        [(45, "Account number 5108 2276 3391")],
        [(45, "Statement period 01/01/2025 to 31/01/2025")],
        [(45, "Opening balance"), (-300, "100.00")],
    )
    assert {"bank_name", "account_number", "opening_balance", "closing_balance"} <= set(
        found.provenance
    )
    assert found.provenance["statement_period_end"].text == "31/01/2025"
    assert found.provenance["account_number"].text == "5108 2276 3391"
