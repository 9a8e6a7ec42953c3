"""Rows that say nothing but a number, as lists of cheques do: what it is stands above them."""

from collections.abc import Sequence
from typing import Final

from engine.extraction.statements.columns.headers import Head, Header
from engine.extraction.statements.memos.kinds import type_of
from engine.extraction.statements.rows.table import Row

FOOTNOTES: Final = " *^#-†‡"
"""Marks beside a number that lead to a note below its table, and the spaces around them."""


def number_alone(row: Row, headers: Sequence[Header]) -> str:
    """What a row without words says by the column of its number: "Check 1042"; else the number.

    Args:
        row: a row without a description.
        headers: the heads above the document's tables, in order.
    """
    words = row.notes.get("reference", ())
    number = " ".join([word.text for word in words]).strip(FOOTNOTES)
    above = [header for header in headers if header.first_line < row.lines[0]]
    if not number or not above or any(map(str.isalpha, number)):
        return number
    heads = [head for head in above[-1].heads if head.role == "reference"]
    head = min(heads, key=lambda head: abs(head.x0 - words[0].x0), default=None)
    name = _name_in(head) if head is not None else ""
    return f"{name} {number}" if name else number


def _name_in(head: Head) -> str:
    """The word for a cheque in a head; nothing where it is none."""
    for word in head.text.split():
        if type_of(word, None, is_card=False) == "cheque":
            return word.strip(".#:").capitalize()
    return ""
