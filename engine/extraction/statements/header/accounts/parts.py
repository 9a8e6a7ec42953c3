"""The part of a document that is about one account: its title, its rows and what follows them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from engine.extraction.statements.lines.cells import TypedLine
from engine.extraction.statements.rows.table import Row
from engine.extraction.statements.solving.settle import Settled


@dataclass(frozen=True, slots=True)
class Part:
    """One account's lines, as numbers of the document's lines.

    ``titles`` are those above its first row, down from the last balance of the account before;
    ``every`` are all of them, to the title of the next account. ``rows`` are its own.
    """

    titles: range
    every: range
    rows: tuple[Row, ...]

    def free(self, lines: Sequence[TypedLine]) -> list[TypedLine]:
        """The lines that are no rows."""
        taken = {number for row in self.rows for number in row.lines}
        return [lines[number] for number in self.every if number not in taken]


def parts_of(settled: Settled) -> tuple[Part, ...]:
    """The parts of all accounts, in order."""
    starts = list(_starts(settled))
    parts = []
    for index, segment in enumerate(settled.segments):
        rows = settled.rows[segment.first : segment.last]
        end = starts[index + 1] if index + 1 < len(starts) else segment.last_line
        first = min((row.lines[0] for row in rows), default=segment.last_line)
        parts.append(Part(range(starts[index], first), range(starts[index], end), tuple(rows)))
    return tuple(parts)


def _starts(settled: Settled) -> Iterator[int]:
    """Where each account's title begins: below the closing balance of the one before."""
    closed = 0
    for segment, proof in zip(settled.segments, settled.proofs, strict=True):
        yield max(segment.first_line, closed)
        last = proof.closing_at
        rows = settled.rows[segment.first : segment.last]
        below = max((row.lines[-1] for row in rows), default=segment.first_line)
        is_below = last is not None and below < last.line < segment.last_line
        closed = last.line + 1 if last is not None and is_below else 0
