"""Accounts of one reading, each with the balances that its rows make; signs that nothing says."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from engine.extraction.statements.rows.table import Row
from engine.extraction.statements.solving.accounts import Balances, Segment, choose_balances
from engine.extraction.statements.solving.chain import stretches
from engine.extraction.statements.solving.figures import NamedFigure
from engine.extraction.statements.solving.segments import segments_of
from engine.extraction.statements.solving.sign_search import fit_signs
from engine.extraction.statements.solving.signs import Signed, are_open


class AccountProver:
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
            [item.moves for item in self._signed[own]],
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
