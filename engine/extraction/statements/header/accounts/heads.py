"""Lines that name another account than the one before: its number, or its currency."""

from collections.abc import Sequence
from typing import Final

from engine.extraction.identifiers import compact_identifier
from engine.extraction.statements.header.accounts.naming_line import currency_named
from engine.extraction.statements.header.numbers.account_number import account_numbers
from engine.extraction.statements.lines.cells import TypedLine

_SURE: Final = 0.7
"""How sure a number must be to be another account's."""


def other_heads(lines: Sequence[TypedLine], row_lines: frozenset[int]) -> list[int]:
    """The numbers of the lines that name an account that none before has named, in order.

    The first number and the first currency of a document are those of its first account.
    """
    numbers = [n for n in account_numbers(lines, row_lines) if n.confidence >= _SURE]
    values: dict[int, set[str]] = {}
    for found in numbers:
        values.setdefault(found.line, set()).add(compact_identifier(found.value))
    heads: list[int] = []
    known: set[str] = set()
    code: str | None = None
    for line in lines:
        if line.number in row_lines:
            continue
        own = values.get(line.number, set())
        said = currency_named(line, None)
        other = said.value if said is not None else code
        if (own and known and not own & known) or (code is not None and other != code):
            heads.append(line.number)
        known |= own
        code = other
    return heads
