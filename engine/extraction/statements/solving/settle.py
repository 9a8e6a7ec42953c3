"""Choose the reading of a document under which its balances agree best.

What a page leaves open (what plain amounts mean, whether lines without a date are rows) is tried
in every likely way; arithmetic picks, and where it is silent the likeliest way stands.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from engine.extraction.statements.rows.table import Marker, Row, Table
from engine.extraction.statements.solving.accounts import (
    Balances,
    Segment,
    choose_balances,
)
from engine.extraction.statements.solving.chain import stretches
from engine.extraction.statements.solving.figures import NamedFigure
from engine.extraction.statements.solving.lacking_rows import lacking_rows
from engine.extraction.statements.solving.segments import (
    cuts_at_gaps,
    cuts_at_heads,
    cuts_by_labels,
    cuts_by_sums,
    segments_of,
)
from engine.extraction.statements.solving.sign_search import fit_signs
from engine.extraction.statements.solving.signs import (
    Convention,
    Signed,
    are_open,
    balance_of,
    conventions_for,
    sign_rows,
)
from engine.records.bank import Repair

_PROVEN = 3
"""What an account whose balances close counts beside one agreeing balance."""

_USUAL_SHARE = 0.15
"""Share of rows without a date from which they are the document's way of writing."""

_MOST_DOUBTFUL = 12
"""Rows like totals that are tried one by one, at most."""


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
    for kept in _row_choices(table.rows):
        settled = _best_reading(table, kept, figures, lines, is_card, heads)
        if best is None or settled.score > best[0].score:
            best = settled, kept
    if best is None:
        raise AssertionError("at least one choice of rows is tried")
    settled, kept = best
    for doubtful in _doubtful_to_try(table.rows, settled, kept):
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


def _doubtful_to_try(rows: Sequence[Row], settled: Settled, kept: Sequence[int]) -> list[int]:
    """Rows like totals that print a balance, or stand where balances do not follow; a few."""
    chosen = set(kept)
    doubtful = [i for i, row in enumerate(rows) if row.is_doubtful and i not in chosen]
    with_balance = [i for i in doubtful if rows[i].balance is not None]
    if all(proof.closes is not False and not proof.chain.gaps for proof in settled.proofs):
        return with_balance[:_MOST_DOUBTFUL]
    bounds = [
        (kept[segment.first + places[0]] - 1, kept[segment.first + places[-1]] + 1)
        for segment, proof in zip(settled.segments, settled.proofs, strict=True)
        for _, places in stretches(proof.chain, segment.last - segment.first)
        if places
    ]
    near = [i for i in doubtful if any(a <= i <= b for a, b in bounds)]
    return (near or with_balance or doubtful)[:_MOST_DOUBTFUL]


def _row_choices(rows: Sequence[Row]) -> Iterator[list[int]]:
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


def _start(row: Row) -> int:
    """Where a row's description begins, in steps of half a percent of the page's width."""
    words = row.texts[0] if row.texts else ()
    return round(words[0].x0 * 200) if words else -9


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
    prover = _Prover(rows, signed, balances, figures, lines, is_owed)
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
        more.update(cuts_by_sums(rows, [s.value for s in signed], figures, is_owed=is_owed))
    if more:
        segments, proofs = prover.all([*cuts, *more])
    return Settled(tuple(rows), tuple(signed), tuple(balances), tuple(segments), tuple(proofs))


class _Prover:
    """Proves the accounts of one reading; where nothing says signs, it fits them."""

    def __init__(
        self,
        rows: Sequence[Row],
        signed: list[Signed],
        balances: Sequence[Decimal | None],
        figures: Sequence[NamedFigure],
        lines: int,
        is_owed: bool,
    ) -> None:
        self._rows, self._signed, self._balances = rows, signed, balances
        self._figures, self._lines, self._is_owed = figures, lines, is_owed
        self._is_open = are_open(rows)

    def all(self, cuts: Sequence[int]) -> tuple[list[Segment], list[Balances]]:
        """The accounts that begin at ``cuts``, each with its balances."""
        segments = segments_of(self._rows, cuts, self._lines)
        return segments, [self._one(segment, len(segments) == 1) for segment in segments]

    def _one(self, segment: Segment, is_only: bool) -> Balances:
        proof = self._balances_of(segment, is_only)
        if self._is_open and _fit_gaps(segment, self._signed, proof):
            return self._balances_of(segment, is_only)
        return proof

    def _balances_of(self, segment: Segment, is_only: bool) -> Balances:
        own = slice(segment.first, segment.last)
        return choose_balances(
            segment,
            [item.value for item in self._signed[own]],
            self._balances[own],
            self._figures,
            is_owed=self._is_owed,
            is_only=is_only,
            bounds=_bounds(self._rows, segment, self._lines),
        )


def _bounds(rows: Sequence[Row], segment: Segment, lines: int) -> tuple[int, int]:
    """The lines where a segment's first row begins and its last one ends."""
    own = rows[segment.first : segment.last]
    if not own:
        return lines, lines
    return min(own[0].lines), max(own[-1].lines)


def _fit_gaps(segment: Segment, signed: list[Signed], proof: Balances) -> bool:
    """Give amounts before a balance that does not follow the signs with which it does."""
    changed = False
    for missing, places in _shortfalls(segment, proof):
        known = [value for place in places if (value := signed[place].value) is not None]
        free = [i for i, place in enumerate(places) if signed[place].source == "convention"]
        if len(known) < len(places) or not free:
            continue
        fitted = fit_signs(known, free, sum(known, Decimal(0)) + missing)
        if fitted is not None:
            for index, value in fitted.values.items():
                signed[places[index]] = Signed(value, "arithmetic", fitted.is_only)
            changed = True
    return changed


def _shortfalls(segment: Segment, proof: Balances) -> Iterator[tuple[Decimal, list[int]]]:
    """What the rows before each balance that does not follow are short of, and those rows."""
    chain, count = proof.chain, segment.last - segment.first
    for gap, indexes in stretches(chain, count):
        yield gap.printed - gap.expected, [segment.first + index for index in indexes]
    if proof.closing is not None and proof.opening is not None and chain.end is not None:
        after = range(segment.first, segment.last) if not chain.balances else range(0)
        if after and proof.closing != chain.end:
            yield proof.closing - chain.end, list(after)
