"""Rows whose description may lack lines or words, or have those of another row."""

from collections.abc import Sequence

from engine.extraction.statements.lines.cells import TypedLine
from engine.extraction.statements.rows.cut_words import rows_cut_in_words
from engine.extraction.statements.rows.table import Row
from engine.extraction.statements.solving.joined_ways import rows_joined_another_way
from engine.extraction.statements.solving.leftovers import (
    rows_across_slanting_lines,
    rows_beside_lost_text,
    rows_with_words_left_over,
)


def rows_of_doubtful_text(
    rows: Sequence[Row], lines: Sequence[TypedLine], known: frozenset[int]
) -> set[int]:
    """The places in ``rows`` of those whose description is doubtful.

    Args:
        rows: the rows of the document.
        lines: all its lines.
        known: numbers of lines that state a figure of the account.
    """
    return {
        *rows_joined_another_way(rows, lines),
        *rows_beside_lost_text(rows, lines, known),
        *rows_with_words_left_over(rows, lines),
        *rows_across_slanting_lines(rows, lines),
        *rows_cut_in_words(rows),
    }
