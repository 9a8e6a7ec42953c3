"""Sentences about what does not hold in a statement's figures, for its header and for its rows."""

from collections.abc import Sequence

from engine.extraction.statements.dating import UNKNOWN_YEAR, Calendar
from engine.extraction.statements.solving.accounts import Balances, Segment
from engine.extraction.statements.solving.chain import Gap, gap_sentence, stretches
from engine.extraction.statements.solving.doubts import Doubt
from engine.extraction.statements.solving.settle import Settled
from engine.records.statement_checks import (
    CLOSING_UNKNOWN,
    say_closing_differs,
    say_gap,
    say_rows_without,
)


def statement_checks(settled: Settled, calendar: Calendar) -> tuple[str, ...]:
    """What does not hold of the statement as a whole."""
    sentences: list[str] = []
    for segment, proof in zip(settled.segments, settled.proofs, strict=True):
        sentences.extend(_gap(settled, segment, gap) for gap in proof.chain.gaps)
        if proof.closes is False and not proof.chain.gaps and proof.opening is not None:
            sentences.append(_unclosed(proof))
    unsigned = sum(signed.value is None for signed in settled.signed)
    if unsigned:
        sentences.append(say_rows_without(unsigned, "amount"))
    if not calendar.year_known and settled.rows:
        sentences.append(f"No year is printed: the dates say {UNKNOWN_YEAR} in its place.")
    return tuple(sentences)


def _gap(settled: Settled, segment: Segment, gap: Gap) -> str:
    row = settled.rows[segment.first + gap.row]
    if gap.before is None:
        after = "the opening balance"
    else:
        before = settled.rows[segment.first + gap.before]
        after = f"row {segment.first + gap.before + 1} on page {before.page_number}"
    where = f"between {after} and row {segment.first + gap.row + 1} on page {row.page_number}"
    return say_gap(gap.expected, gap.printed, where, "printed")


def _unclosed(proof: Balances) -> str:
    if proof.chain.end is None or proof.closing is None:
        return CLOSING_UNKNOWN
    return say_closing_differs(proof.chain.end, proof.closing)


def row_checks(settled: Settled, doubts: Sequence[Doubt]) -> dict[int, tuple[str, ...]]:
    """What does not hold or is doubtful of single rows, by their number."""
    sentences: dict[int, tuple[str, ...]] = {}
    for segment, proof in zip(settled.segments, settled.proofs, strict=True):
        for gap, indexes in stretches(proof.chain, segment.last - segment.first):
            text = gap_sentence(gap)
            for index in indexes:
                sentences[segment.first + index] = (text,)
    for doubt in doubts:
        sentences[doubt.row] = (*sentences.get(doubt.row, ()), doubt.sentence)
    return sentences


def rows_in_gaps(segment: Segment, proof: Balances) -> frozenset[int]:
    """Rows of an account between two balances that do not follow from each other."""
    count = segment.last - segment.first
    return frozenset(
        segment.first + index for _, rows in stretches(proof.chain, count) for index in rows
    )
