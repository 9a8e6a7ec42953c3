"""One batch of rows that were written, unnested into the flat tables of their kind.

A kind of which no row was written costs no statement.
"""

from dataclasses import dataclass
from typing import Final

from engine.store.database import Row, Statements


@dataclass(frozen=True, slots=True)
class _Kind:
    """The flat tables of a kind of rows, and the statements that fill them from the stale ones."""

    tables: tuple[str, ...]
    steps: tuple[str, ...]


_KINDS: Final = {
    "invoice": _Kind(
        ("stg_uploads", "stg_edits", "stg_invoices", "stg_line_items", "upload_scopes"),
        (
            "parse_invoice_uploads",
            "load_invoice_uploads",
            "load_invoice_edits",
            "load_invoices",
            "load_line_items",
            "load_invoice_scopes",
            "drop_parsed_invoice_uploads",
        ),
    ),
    "bank": _Kind(
        ("stg_uploads", "stg_edits", "stg_transactions", "upload_scopes"),
        (
            "parse_bank_uploads",
            "load_bank_uploads",
            "load_bank_edits",
            "load_transactions",
            "load_bank_scopes",
            "drop_parsed_bank_uploads",
        ),
    ),
    "reconciliation": _Kind(
        (
            "stg_runs",
            "stg_run_sources",
            "stg_matches",
            "stg_reasons",
            "stg_duplicates",
            "stg_set_aside",
        ),
        (
            "parse_runs",
            "load_runs",
            "load_run_sources",
            "load_matches",
            "load_reasons",
            "load_duplicates",
            "load_set_aside",
            "drop_parsed_runs",
        ),
    ),
}

UNNESTED_TABLES: Final = tuple(
    dict.fromkeys(table for kind in _KINDS.values() for table in kind.tables)
)
"""All flat tables that hold what single rows say."""


@dataclass(frozen=True, slots=True)
class Batch:
    """How many rows were unnested or forgotten; ``is_last`` when none is left.

    ``concerns_runs`` when what follows from runs is another thing now: a run was written, or a
    record that one speaks of came, went, or is worth something else. ``has_invoices`` when files
    of invoices were among them.
    """

    rows: int
    is_last: bool
    concerns_runs: bool
    has_invoices: bool


def unnest_batch(statements: Statements, batch_records: int) -> Batch:
    """Unnest rows of about ``batch_records`` nested records that were written since."""
    statements.run("staging/refresh/clear_stale")
    statements.run("staging/refresh/find_stale", {"batch_records": batch_records})
    stale = statements.rows("staging/refresh/count_stale")
    kinds = [_KINDS[row["kind"]] for row in stale]
    concerns_runs = any(row["kind"] == "reconciliation" for row in stale)
    before = None if concerns_runs or not stale else _referred(statements)
    # A row of two kinds is an upload that was moved: both forget it before either is filled.
    for table in dict.fromkeys(table for kind in kinds for table in kind.tables):
        statements.run(f"staging/refresh/forget_{table}")
    for kind in kinds:
        for step in kind.steps:
            statements.run(f"staging/refresh/{step}")
    if stale:
        statements.run("staging/refresh/forget_loaded_rows")
        statements.run("staging/refresh/note_loaded")
        concerns_runs = concerns_runs or before != _referred(statements)
    return Batch(
        rows=sum(row["stale_rows"] for row in stale),
        is_last=sum(row["records"] for row in stale) < batch_records,
        concerns_runs=concerns_runs,
        has_invoices=any(row["kind"] == "invoice" for row in stale),
    )


def _referred(statements: Statements) -> Row:
    """What the records of stale rows are to runs."""
    return statements.rows("staging/refresh/referred_of_stale")[0]
