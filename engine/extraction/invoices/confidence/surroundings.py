"""What all features of one invoice look at: its pages, its candidates and what was chosen."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any, Final

from engine.extraction.invoices.draft import Pick
from engine.extraction.invoices.lines.items import Table
from engine.extraction.invoices.parties.parties import Parties
from engine.extraction.invoices.sheet.candidates import Candidates
from engine.extraction.invoices.sheet.labels import Label
from engine.extraction.invoices.sheet.layout import LabelHit, Segment, Sheet
from engine.extraction.invoices.sums.sum_figures import Totals

_ROWS_ABOVE: Final = 3
_VAGUE: Final[frozenset[Label]] = frozenset({"other", "contact"})


@dataclass(eq=False)
class Surroundings:
    """The sheet of an invoice, everything found on it and the values that were chosen."""

    sheet: Sheet
    found: Candidates
    table: Table
    totals: Totals
    parties: Parties
    values: Mapping[str, Any]
    picks: Mapping[str, Pick]

    @cached_property
    def amount_rows(self) -> dict[Decimal, set[int]]:
        """The rows that print each amount, whatever its sign."""
        rows: dict[Decimal, set[int]] = {}
        for amount in self.found.amounts:
            rows.setdefault(abs(amount.value.value), set()).add(amount.segment.row)
        return rows

    @cached_property
    def labelled_amounts(self) -> dict[Label, set[Decimal]]:
        """The different amounts in the rows that a label opens, by the label."""
        amounts: dict[Label, set[Decimal]] = {}
        labelled = {hit.segment.row for hit in self.sheet.labels}
        for amount in self.found.amounts:
            if amount.segment.row not in labelled:
                continue
            hit = self.label_before(amount.segment, amount.start, above=False)
            if hit is not None:
                amounts.setdefault(hit.label, set()).add(abs(amount.value.value))
        return amounts

    @cached_property
    def dates(self) -> Counter[Any]:
        """How often each date is printed."""
        return Counter(date.value for date in self.found.dates)

    @cached_property
    def codes(self) -> Counter[str]:
        """How often each number is printed."""
        return Counter(code.value for code in self.found.codes)

    @cached_property
    def tokens(self) -> frozenset[str]:
        """All tokens of the sheet that are figures."""
        return frozenset(
            token for s in self.sheet.segments if s.figured for token in s.tokens if token.isdigit()
        )

    def label_before(self, segment: Segment, start: int, *, above: bool = True) -> LabelHit | None:
        """The nearest label left of a word in its row, or above it in its column."""
        own = [hit for hit in segment.labels if hit.start < start]
        if own:
            return own[-1]
        row = self.sheet.row_of(segment)
        for other in reversed(row.segments[: segment.index]):
            told = [hit for hit in other.labels if hit.label not in _VAGUE]
            if told:
                return told[-1]
        return self._label_above(segment) if above else None

    def _label_above(self, segment: Segment) -> LabelHit | None:
        first = segment.row - self.sheet.rows[0].number
        for row in reversed(self.sheet.rows[max(0, first - _ROWS_ABOVE) : first]):
            if row.page != segment.page:
                break
            for other in row.segments:
                if other.labels and other.x0 < segment.x1 and other.x1 > segment.x0:
                    return other.labels[-1]
        return None
