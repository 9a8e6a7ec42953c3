"""Choose the reading of a document under which its balances agree best.

What a page leaves open (what plain amounts mean, whether lines without a date are rows) is tried
in every likely way; arithmetic picks, and where it is silent the likeliest way stands.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from engine.extraction.statements.rows.table import Marker, Row, Table
from engine.extraction.statements.solving.account_prover import AccountProver
from engine.extraction.statements.solving.accounts import (
    Balances,
    Segment,
)
from engine.extraction.statements.solving.figures import NamedFigure
from engine.extraction.statements.solving.lacking_rows import lacking_rows
from engine.extraction.statements.solving.row_choices import doubtful_to_try, row_choices
from engine.extraction.statements.solving.segments import (
    cuts_at_gaps,
    cuts_at_heads,
    cuts_by_labels,
    cuts_by_sums,
)
from engine.extraction.statements.solving.signs import (
    Convention,
    Signed,
    balance_of,
    conventions_for,
    sign_rows,
)
from engine.records.bank import Repair

_PROVEN = 3
"""What an account whose balances close counts beside one agreeing balance."""


@dataclass(frozen=True, slots=True)
class Settled:
    """The chosen reading: rows with signed amounts and balances, and their accounts.

    ``repairs`` are the recognised figures that were read another way, by row; ``guessed`` are the
    rows whose amount no second reading bears out.
    """

    rows: tuple[Row, ...]
    signed: tuple[Signed, ...]
    balances: tuple[Decimal | None, ...]
    segments: tuple[Segment, ...]
    proofs: tuple[Balances, ...]
    repairs: Mapping[int, tuple[Repair, ...]] = field(default_factory=dict)
    guessed: frozenset[int] = frozenset()

    @property
    def score(self) -> int:
        """How much the arithmetic speaks for this reading."""
        return sum(p.chain.score + (_PROVEN if p.closes else 0) for p in self.proofs)


def settle(
    table: Table,
    figures: Sequence[NamedFigure],
    lines: int,
    *,
    is_card: bool,
    heads: Sequence[int] = (),
) -> Settled:
    """The best reading of ``table``; ``lines`` is the number of the document's rows.

    ``heads`` are the lines that name another account than before; one begins there where balances
    do not follow. A row that reads like a total counts only where a balance follows with it and
    not without.
    """
    best: tuple[Settled, list[int]] | None = None
    for kept in row_choices(table.rows):
        settled = _best_reading(table, kept, figures, lines, is_card, heads)
        if best is None or settled.score > best[0].score:
            best = settled, kept
    if best is None:
        raise AssertionError("at least one choice of rows is tried")
    settled, kept = best
    for doubtful in doubtful_to_try(table.rows, settled.segments, settled.proofs, kept):
        wider = sorted((*kept, doubtful))
        other = _best_reading(table, wider, figures, lines, is_card, heads)
        if other.score > settled.score:
            settled, kept = other, wider
    left = [i for i, row in enumerate(table.rows) if row.is_doubtful and i not in set(kept)]
    lacking = lacking_rows(settled.proofs, settled.signed, left, table.rows, is_card=is_card)
    if lacking:
        wider = sorted((*kept, *lacking))
        other = _best_reading(table, wider, figures, lines, is_card, heads)
        settled = other if other.score > settled.score else settled
    return settled


def _best_reading(
    table: Table,
    kept: Sequence[int],
    figures: Sequence[NamedFigure],
    lines: int,
    is_card: bool,
    heads: Sequence[int],
) -> Settled:
    rows = [table.rows[index] for index in kept]
    markers = _moved(table.markers, kept)
    begins = _first_from(rows, table.begins)
    best: Settled | None = None
    for convention in conventions_for(rows, is_card=is_card):
        for owed in (True, False) if is_card else (False,):
            settled = _read(rows, markers, figures, lines, convention, is_card, owed, heads, begins)
            if best is None or settled.score > best.score:
                best = settled
    if best is None:
        raise AssertionError("at least one convention is tried")
    return best


def _moved(markers: Sequence[Marker], kept: Sequence[int]) -> list[Marker]:
    """The markers with their positions among the kept rows."""
    before = 0
    positions: dict[int, int] = {}
    chosen = set(kept)
    last = max([m.position for m in markers], default=0)
    for position in range(last + 1):
        positions[position] = before
        before += position in chosen
    return [replace(marker, position=positions[marker.position]) for marker in markers]


def _first_from(rows: Sequence[Row], line: int | None) -> int | None:
    """The first row below a line with which another account begins; None without rows above it."""
    if line is None:
        return None
    first = next((place for place, row in enumerate(rows) if row.lines[0] >= line), 0)
    return first or None


def _read(
    rows: Sequence[Row],
    markers: Sequence[Marker],
    figures: Sequence[NamedFigure],
    lines: int,
    convention: Convention,
    is_card: bool,
    is_owed: bool,
    heads: Sequence[int],
    begins: int | None,
) -> Settled:
    signed = sign_rows(rows, convention, is_card=is_card)
    balances = [balance_of(row.balance, is_owed=is_owed) for row in rows]
    prover = AccountProver(rows, signed, balances, figures, lines, is_owed)
    cuts = cuts_by_labels(rows, markers, figures)
    if begins is not None:
        cuts = sorted({*cuts, begins})
    segments, proofs = prover.all(cuts)
    more = {
        cut
        for segment, proof in zip(segments, proofs, strict=True)
        for cut in (
            *cuts_at_gaps(rows, segment, proof, figures, is_owed=is_owed),
            *cuts_at_heads(rows, segment, proof, heads),
        )
    }
    if not cuts and not more and proofs[0].closes is not True:
        more.update(cuts_by_sums(rows, [s.moves for s in signed], figures, is_owed=is_owed))
    if more:
        segments, proofs = prover.all([*cuts, *more])
    return Settled(tuple(rows), tuple(signed), tuple(balances), tuple(segments), tuple(proofs))
