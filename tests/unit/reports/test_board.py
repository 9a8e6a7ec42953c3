"""The managers' board: figures in words, few questions, and the whole of it as a file."""

import datetime as dt
import io
from decimal import Decimal

import openpyxl
import pdfplumber
import pytest
from made_rows import add_invoices, add_statement, invoice, reconciliation, transaction

from engine.reports import DRILL_COLUMNS, BoardFilters, make_board
from engine.reports.board import QUESTIONS
from engine.reports.board_excel import board_excel
from engine.reports.board_pdf import board_pdf
from engine.store import Store
from engine.store.analytics import parameters

TODAY = dt.date(2026, 3, 2)
NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
ALL = BoardFilters(today=TODAY)


@pytest.fixture
def store(tmp_path):
    store = Store(tmp_path / "matchbook.duckdb", tmp_path / "uploads", clock=lambda: NOON)
    yield store
    store.close()


@pytest.fixture
def books(store):
    add_invoices(
        store,
        "u1",
        invoice("u1-1"),
        invoice("u1-2", currency="JPY", total_amount=Decimal(70_000)),
        invoice("u1-3", vendor_name="=cmd|' /C calc'!A0", due_date=dt.date(2026, 2, 20)),
    )
    add_statement(store, "b1", transaction("b1-1"), transaction("b1-2", amount=Decimal("50")))
    store.reconciliations.insert(reconciliation(totals=(3, 2)))
    return store


def board(store, filters=ALL):
    return make_board(store.analytics.query, filters, NOON)


def figures(store, filters=ALL):
    return {figure.key: figure for figure in board(store, filters).figures}


def test_an_empty_board_has_no_number_that_looks_like_one(store):
    found = {key: figure.value for key, figure in figures(store).items()}
    assert found == {
        "straight_through": "–",
        "match_rate": "–",
        "open_amount": "Nothing",
        "oldest_open": "–",
        "time_to_confirm": "–",
        "corrections": "–",
    }


def test_every_figure_has_a_definition_a_denominator_and_its_rows(books):
    for figure in board(books).figures:
        assert figure.definition.endswith(".")
        assert figure.below
        assert figure.drill.mart in DRILL_COLUMNS


def test_the_figures_say_what_they_count(books):
    found = figures(books)
    assert found["match_rate"].value == "33%"
    assert found["match_rate"].below[0] == "1 of 3 invoices settled in full by a match"
    assert found["oldest_open"].value == "16 days"
    assert found["corrections"].value == "0.00"


def test_currencies_are_never_added(books):
    found = figures(books)["open_amount"]
    assert found.value == "In 2 currencies"
    assert found.below == ("70,000\u00a0JPY to pay", "119.00\u00a0EUR to pay", "2 invoices") or (
        found.below == ("119.00\u00a0EUR to pay", "70,000\u00a0JPY to pay", "2 invoices")
    )
    only_yen = figures(books, BoardFilters(today=TODAY, currency="JPY"))["open_amount"]
    assert only_yen.value == "70,000\u00a0JPY"


def test_an_open_amount_that_is_not_known_is_told(store):
    add_invoices(store, "u1", invoice("u1-1"), invoice("u1-2", total_amount=None))
    assert "of 1 invoice it is not known how much" in figures(store)["open_amount"].below


def test_a_period_is_compared_with_the_one_before(books):
    filters = BoardFilters(today=TODAY, from_date=dt.date(2026, 1, 10), to_date=TODAY)
    before = filters.before()
    assert (before.from_date, before.to_date) == (dt.date(2025, 11, 19), dt.date(2026, 1, 9))
    assert ALL.before() is None
    add_invoices(books, "u2", invoice("u2-1", invoice_date=dt.date(2025, 12, 24)))
    assert figures(books, filters)["match_rate"].change == "+33.3 points"


def test_a_choice_of_filters_costs_a_bounded_number_of_statements(books):
    asked = []

    def ask(mart, **params):
        asked.append(mart)
        return books.analytics.query(mart, **params)

    make_board(ask, ALL, NOON)
    make_board(ask, BoardFilters(TODAY, dt.date(2026, 1, 1), TODAY, "Acme Corp", "1", "EUR"), NOON)
    assert len(asked) <= 2 * QUESTIONS


def test_every_drill_takes_the_filters_that_its_figure_takes(books):
    for mart in DRILL_COLUMNS:
        assert {"from_date", "to_date", "currency", "limit"} <= parameters(mart)
        for row in books.analytics.query(mart, limit=5):
            assert {column.name for column in DRILL_COLUMNS[mart]} <= row.keys()
            assert "total_rows" in row


def test_the_filters_are_told_in_words():
    filters = BoardFilters(TODAY, dt.date(2026, 1, 1), TODAY, "Acme", "1", "EUR")
    assert filters.words() == (
        "Period: 1 Jan – 2 Mar 2026",
        "Vendor: Acme",
        "Account: 1",
        "Currency: EUR",
    )
    assert BoardFilters(TODAY, to_date=TODAY).words() == ("Period: until 2 Mar 2026",)


def test_the_workbook_has_a_sheet_for_each_table_and_no_formula(books):
    book = openpyxl.load_workbook(io.BytesIO(board_excel(board(books), dt.UTC)))
    assert book.sheetnames == [
        "Figures",
        "Open amounts",
        "Ageing",
        "Funnel",
        "Spend",
        "Cash",
        "Causes of doubt",
        "Confidence and correctness",
        "Reading time",
        "Runs",
        "By reviewer",
        "By OCR engine",
        "Notes",
    ]
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not any(cell.data_type == "f" for cell in cells)
    assert any(cell.value == "=cmd|' /C calc'!A0" for cell in cells)


def test_the_pdf_says_the_figures_and_draws_strange_names_as_they_are(store):
    add_invoices(store, "u1", invoice("u1-1", vendor_name="<b>Ünal & 株式会社</b>"))
    add_statement(store, "b1")
    store.reconciliations.insert(reconciliation())
    content = board_pdf(board(store, BoardFilters(TODAY, vendor="<b>Ünal & 株式会社</b>")), dt.UTC)
    with pdfplumber.open(io.BytesIO(content)) as pdf:
        text = "\n".join(page.extract_text() for page in pdf.pages)
    assert "Straight through" in text
    assert "As of 2 Mar 2026, 12:00" in text
    assert "<b>Ünal & ????</b>" in text


def test_an_empty_board_is_a_pdf_too(store):
    assert board_pdf(board(store), dt.UTC).startswith(b"%PDF")
    assert board_excel(board(store), dt.UTC).startswith(b"PK")
