"""What is read in the words of the rows, once it is settled which rows there are.

All of it looks at words alone: header, dates and sums are read without it, so it may be done beside
them.
"""

from collections.abc import Sequence
from typing import NamedTuple

from engine.extraction.statements.columns.headers import Header
from engine.extraction.statements.lines.cells import TypedLine
from engine.extraction.statements.memos.read import Memo, read_memos
from engine.extraction.statements.solving.settle import Settled
from engine.extraction.statements.solving.text_doubts import rows_of_doubtful_text


class RowWords(NamedTuple):
    """What each row's memo says, and the places of the rows whose description is doubtful."""

    memos: list[Memo]
    doubtful: set[int]


def row_words(
    settled: Settled,
    lines: Sequence[TypedLine],
    known: frozenset[int],
    is_card: bool,
    holder: str | None,
    headers: Sequence[Header],
) -> RowWords:
    """The words of the rows of ``settled``.

    Args:
        settled: the rows and the signs of their amounts.
        lines: all the document's lines.
        known: numbers of lines that state a figure of the account or a day.
        is_card: the rows are those of a card.
        holder: whose account it is, if that is known.
        headers: those of the document's tables.
    """
    values = [signed.value for signed in settled.signed]
    memos = read_memos(settled.rows, values, is_card=is_card, holder=holder, headers=headers)
    return RowWords(memos, rows_of_doubtful_text(settled.rows, lines, known))
