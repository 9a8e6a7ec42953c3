"""The best reading of a document's table: choices of rows, signs and balances, then repairs."""

from collections.abc import Sequence

from engine.extraction.statements.header.accounts.heads import other_heads
from engine.extraction.statements.lines.cells import TypedLine
from engine.extraction.statements.rows.table import Row, Table
from engine.extraction.statements.solving.accounts import value_of
from engine.extraction.statements.solving.figures import (
    BALANCE_FIGURES,
    UNNAMED,
    NamedFigure,
    named_figures,
    unnamed_figures,
)
from engine.extraction.statements.solving.idle_rows import idle_charges
from engine.extraction.statements.solving.mending import mended
from engine.extraction.statements.solving.second_readings import SecondReadings
from engine.extraction.statements.solving.settle import Settled, settle
from engine.extraction.statements.solving.side_tables import without_side_tables
from engine.extraction.statements.solving.sum_rows import sums_among, without_sums


def solve(
    table: Table, lines: Sequence[TypedLine], seconds: SecondReadings, *, is_card: bool, whole: bool
) -> Settled:
    """The reading of ``table`` that its figures prove best.

    Args:
        table: the document's rows and named figures.
        lines: all its lines.
        seconds: second readings of recognised figures.
        is_card: amounts are charges and balances debts.
        whole: amounts are written without decimals.
    """
    idle = idle_charges(table.rows, is_card=is_card)
    if idle:
        table = without_sums(table, idle)
    settled, figures = _settled(table, lines, is_card)
    if any(proof.chain.gaps for proof in settled.proofs):
        settled = _at_heads(table, settled, figures, lines, is_card)
    if not all(proof.closes for proof in settled.proofs):
        settled = _without_sums(table, settled, figures, lines, is_card)
    if not all(proof.closes for proof in settled.proofs):
        settled = _without_side_tables(table, settled, lines, is_card)
    return mended(settled, seconds, whole=whole)


def _settled(
    table: Table, lines: Sequence[TypedLine], is_card: bool
) -> tuple[Settled, list[NamedFigure]]:
    row_lines = lines_of_rows(table.rows)
    figures = named_figures(lines, table.markers, row_lines, table.rows)
    figures += unnamed_figures(lines, table.rows, figures)
    return settle(table, figures, len(lines), is_card=is_card), figures


def _at_heads(
    table: Table,
    settled: Settled,
    figures: Sequence[NamedFigure],
    lines: Sequence[TypedLine],
    is_card: bool,
) -> Settled:
    """With accounts that begin at another account's head, where balances agree better then."""
    heads = other_heads(lines, lines_of_rows(settled.rows))
    if not heads:
        return settled
    other = settle(table, figures, len(lines), is_card=is_card, heads=heads)
    return other if other.score > settled.score else settled


def _without_sums(
    table: Table,
    settled: Settled,
    figures: Sequence[NamedFigure],
    lines: Sequence[TypedLine],
    is_card: bool,
) -> Settled:
    """Without the rows that are sums of others, where the account then closes."""
    openings = {
        value
        for figure in figures
        if figure.figure in BALANCE_FIGURES or figure.rank == UNNAMED
        if (value := value_of(figure, is_owed=is_card))
    }
    sums = sums_among(settled.rows, settled.signed, openings)
    if not sums:
        return settled
    places = {id(row): index for index, row in enumerate(table.rows)}
    smaller = without_sums(table, {places[id(settled.rows[i])]: f for i, f in sums.items()})
    other, _ = _settled(smaller, lines, is_card)
    return other if other.score > settled.score else settled


def _without_side_tables(
    table: Table, settled: Settled, lines: Sequence[TypedLine], is_card: bool
) -> Settled:
    """Without the rows of tables beside the others, where every account closes only then."""
    for smaller in without_side_tables(table):
        other, figures = _settled(smaller, lines, is_card)
        if not all(proof.closes for proof in other.proofs):
            other = _without_sums(smaller, other, figures, lines, is_card)
        if all(proof.closes for proof in other.proofs) and other.score > settled.score:
            return other
    return settled


def lines_of_rows(rows: Sequence[Row]) -> frozenset[int]:
    """Lines that are surely transactions: those of dated rows where any row is dated."""
    dated = [row for row in rows if "date" in row.dates]
    return frozenset(number for row in dated or rows for number in row.lines)
