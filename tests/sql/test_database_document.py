"""The SQL that docs/database.md shows to people runs and says what it promises."""

import datetime as dt
import re
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest
from made_rows import add_invoices, add_statement, invoice, reconciliation, transaction

TEXT = (Path(__file__).resolve().parents[2] / "docs" / "database.md").read_text("utf-8")
EXAMPLES = re.findall(r"```sql\n(.*?)```", TEXT, re.S)
LARGEST = Decimal("9999999999999999.99")


@pytest.fixture
def database(store, tmp_path):
    """The file of a stopped installation, opened as the document says."""
    add_invoices(
        store,
        "u1",
        invoice("u1-1"),
        invoice("u1-2", total_amount=LARGEST, invoice_date=dt.date(2026, 2, 1), currency="USD"),
    )
    add_statement(store, "b1", transaction("b1-1"), transaction("b1-2", amount=LARGEST))
    store.reconciliations.insert(reconciliation("r1"))
    store.close()
    with duckdb.connect(tmp_path / "matchbook.duckdb", read_only=True) as connection:
        yield connection


def test_the_document_has_three_examples():
    assert len(EXAMPLES) == 3


def test_the_invoices_are_listed_to_the_cent(database):
    assert database.execute(EXAMPLES[0]).fetchall() == [
        ("u1.pdf", "INV-u1-2", dt.date(2026, 2, 1), "Acme Corp", LARGEST, "USD"),
        ("u1.pdf", "INV-u1-1", dt.date(2026, 1, 15), "Acme Corp", Decimal("119.00"), "EUR"),
    ]


def test_the_money_by_month_is_exact(database):
    ((month, currency, money_in, money_out),) = database.execute(EXAMPLES[1]).fetchall()
    assert (month, currency) == (dt.date(2026, 2, 1), "EUR")
    assert (money_in, money_out) == (LARGEST, Decimal("119.00"))


def test_the_newest_run_lists_its_matches(database):
    found = database.execute(EXAMPLES[2])
    names = [column[0] for column in found.description]
    row = dict(zip(names, found.fetchone(), strict=True))
    assert (row["invoice_ids"], row["transaction_ids"]) == (["u1-1"], ["b1-1"])
    assert (row["amount_matched"], row["decision"]) == (Decimal("119.00"), "proposed")


def test_every_table_and_column_that_is_named_exists(database):
    columns = {
        name
        for table in database.execute("show tables").fetchall()
        for (name, *_) in database.execute(f"describe {table[0]}").fetchall()
    }
    tables_part = TEXT.partition("## The JSON")[0]
    named = set(re.findall(r"`([a-z]+(?:_[a-z]+)+)`", tables_part))
    tables = {row[0] for row in database.execute("show tables").fetchall()}
    assert named <= columns | tables


def test_a_part_of_the_json_would_round_as_the_document_warns(database):
    statement = "select ((bank_transaction_json -> '$.transactions')::varchar) from "
    (text,) = database.execute(statement + "production_bank_uploads").fetchone()
    assert str(LARGEST) not in text


def test_the_readme_lists_every_invoice(database):
    readme = (Path(__file__).resolve().parents[2] / "README.md").read_text("utf-8")
    (example,) = re.findall(r"```sql\n(.*?)```", readme, re.S)
    rows = database.execute(example).fetchall()
    assert {row[5] for row in rows} == {Decimal("119.00"), LARGEST}
    assert all(row[0] == "u1.pdf" for row in rows)
