"""Accounts in several currencies in one file: each has what its own part of the document says."""

from pathlib import Path

import pytest
from made_statements.several import PLACES, make_several
from made_statements.truth import Made
from statement_layouts import page_of

from engine.extraction.context import Context
from engine.extraction.statements import Statement, extract_statement
from engine.reading.document import Limits, ReadOptions, inspect_document
from engine.reading.reader import plan_jobs, read_pages

SEEDS = (1, 2, 3, 4)


def read(made: Made, folder: Path) -> Statement:
    path = folder / "statement.pdf"
    path.write_bytes(made.pdf)
    facts = inspect_document(path, path.name, password=None, limits=Limits())
    results = [r for job in plan_jobs(path, facts, ReadOptions()) for r in read_pages(job)]
    return extract_statement([r.page for r in results if r.page is not None], Context("made"))


@pytest.fixture
def read_made(tmp_path):
    def read_one(where: str, seed: int) -> tuple[Made, Statement]:
        made = make_several(where, seed)
        return made, read(made, tmp_path)

    return read_one


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("where", PLACES)
def test_each_account_has_its_own_currency_and_balances(where, seed, read_made):
    made, statement = read_made(where, seed)
    told = [(a.currency, a.closing_balance, a.transactions) for a in statement.info.accounts]
    assert told == [(a.currency, a.closing, a.rows) for a in made.truth.accounts]
    if where != "in the head of a new page":
        openings = [account.opening_balance for account in statement.info.accounts]
        assert openings == [account.opening for account in made.truth.accounts]


@pytest.mark.parametrize("where", PLACES)
def test_transactions_have_their_accounts_number_and_currency(where, read_made):
    made, statement = read_made(where, 5)
    of_rows = [(a.number, a.currency) for a in made.truth.accounts for _ in range(a.rows)]
    assert [(t.account_number, t.currency) for t in statement.transactions] == of_rows
    assert [t.amount for t in statement.transactions] == [row.amount for row in made.truth.rows]


@pytest.mark.parametrize("where", PLACES)
def test_the_currency_of_a_file_in_several_is_in_doubt(where, read_made):
    _, statement = read_made(where, 6)
    assert statement.info.currency == "HKD"
    assert statement.info.provenance["currency"].confidence < 0.5


def test_balances_of_two_currencies_are_no_gap(read_made):
    _, statement = read_made("in the head of a new page", 7)
    assert statement.info.proof.gaps == ()
    assert statement.proof.startswith("All")


def test_an_account_is_called_as_its_title_says(read_made):
    made, statement = read_made("in the summary", 8)
    kinds = [account.account_type for account in statement.info.accounts]
    assert kinds == [account.title for account in made.truth.accounts]


def test_a_row_that_prints_another_currency_at_its_amount_has_that():
    lines = [
        [(45.0, "Currency: EUR")],
        [(45.0, "Date"), (110.0, "Description"), (-420.0, "Amount")],
        [(45.0, "03 Jan 2025"), (110.0, "SHOP"), (-420.0, "-5.00 EUR")],
        [(45.0, "04 Jan 2025"), (110.0, "HOTEL"), (-420.0, "-7.00 GBP")],
        [(45.0, "05 Jan 2025"), (110.0, "OTHER"), (-420.0, "-9.00")],
    ]
    statement = extract_statement([page_of(lines)], Context("u"))
    assert [t.currency for t in statement.transactions] == ["EUR", "GBP", "EUR"]
