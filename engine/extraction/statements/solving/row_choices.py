"""Which of the lines that look like rows are rows: the ways worth trying, the likeliest first."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from engine.extraction.statements.rows.table import Row
from engine.extraction.statements.solving.accounts import Balances, Segment
from engine.extraction.statements.solving.chain import stretches

_USUAL_SHARE: Final = 0.15
"""Share of rows without a date from which they are the document's way of writing."""

_MOST_DOUBTFUL: Final = 12
"""Rows like totals that are tried one by one, at most."""


def row_choices(rows: Sequence[Row]) -> Iterator[list[int]]:
    """Which rows to keep, the likeliest way first.

    Rows without a date are likely where many rows have none, and where their text is aligned with
    the dated rows' descriptions.
    """
    every = [index for index, row in enumerate(rows) if not row.is_doubtful]
    dated = [index for index in every if "date" in rows[index].dates]
    if len(dated) == len(every) or not dated:
        yield every
        return
    starts = Counter(_start(rows[index]) for index in dated)
    usual = starts.most_common(1)[0][0]
    aligned = [i for i in every if "date" in rows[i].dates or abs(_start(rows[i]) - usual) <= 1]
    if len(every) - len(dated) >= _USUAL_SHARE * len(every):
        yield every
    yield aligned
    yield dated
    yield every


def doubtful_to_try(
    rows: Sequence[Row],
    segments: Sequence[Segment],
    proofs: Sequence[Balances],
    kept: Sequence[int],
) -> list[int]:
    """Rows like totals that print a balance, or stand where balances do not follow; a few."""
    chosen = set(kept)
    doubtful = [i for i, row in enumerate(rows) if row.is_doubtful and i not in chosen]
    with_balance = [i for i in doubtful if rows[i].balance is not None]
    if all(proof.closes is not False and not proof.chain.gaps for proof in proofs):
        return with_balance[:_MOST_DOUBTFUL]
    bounds = [
        (kept[segment.first + places[0]] - 1, kept[segment.first + places[-1]] + 1)
        for segment, proof in zip(segments, proofs, strict=True)
        for _, places in stretches(proof.chain, segment.last - segment.first)
        if places
    ]
    near = [i for i in doubtful if any(a <= i <= b for a, b in bounds)]
    return (near or with_balance or doubtful)[:_MOST_DOUBTFUL]


def _start(row: Row) -> int:
    """Where a row's description begins, in steps of half a percent of the page's width."""
    words = row.texts[0] if row.texts else ()
    return round(words[0].x0 * 200) if words else -9
