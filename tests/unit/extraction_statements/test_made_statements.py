"""Made statements come back exactly: each pitfall as a real PDF, over several seeds."""

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest
from made_statements.making import MAKERS, make
from made_statements.truth import Made

from engine.extraction.context import Context
from engine.extraction.statements import Statement, extract_statement
from engine.reading.document import Limits, ReadOptions, inspect_document
from engine.reading.reader import plan_jobs, read_pages

SEEDS = (1, 2)

Told = tuple[dt.date | None, Decimal | None, Decimal | None, str]


def read(made: Made, folder: Path) -> Statement:
    path = folder / "statement.pdf"
    path.write_bytes(made.pdf)
    facts = inspect_document(path, path.name, password=None, limits=Limits())
    results = [r for job in plan_jobs(path, facts, ReadOptions()) for r in read_pages(job)]
    pages = [result.page for result in results if result.page is not None]
    assert len(pages) == facts.pages_total
    return extract_statement(pages, Context("made"))


def told(statement: Statement) -> list[Told]:
    return [(t.date, t.amount, t.balance, t.description) for t in statement.transactions]


def true(made: Made) -> list[Told]:
    return [(row.day, row.amount, row.balance, row.text) for row in made.truth.rows]


def in_any_order(rows: list[Told]) -> list[tuple[str, ...]]:
    return sorted((str(day), f"{amount:.2f}", text) for day, amount, _, text in rows)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("pitfall", MAKERS)
def test_a_made_statement_is_read_exactly(pitfall: str, seed: int, tmp_path: Path) -> None:
    made = make(pitfall, seed)
    statement = read(made, tmp_path)
    if "three columns" in pitfall:
        assert in_any_order(told(statement)) == in_any_order(true(made))
    else:
        assert told(statement) == true(made)
    if made.truth.opening is not None and pitfall != "two accounts":
        assert statement.info.opening_balance == made.truth.opening
        assert statement.info.closing_balance == made.truth.closing


@pytest.mark.parametrize(
    "pitfall",
    [
        "words in empty cells",
        "lines of text nearer to the next row",
        "fees in a column of their own",
        "checks in three columns",
        "sections",
    ],
)
def test_what_edges_and_columns_settle_keeps_no_statement_from_being_proven(
    pitfall: str, tmp_path: Path
) -> None:
    assert read(make(pitfall, 3), tmp_path).info.proof.status == "proven"


def test_printed_sums_of_both_sides_prove_rows_where_no_balance_is_printed(tmp_path: Path) -> None:
    proof = read(make("sums and no balances", 1), tmp_path).info.proof
    assert proof.status == "proven"
    assert proof.sentence == f"All {proof.rows_total} rows agree with the printed sums."
