"""Which labels speak for which candidate, and how closely they stand to it.

A label speaks for what follows it in its row and for what stands under it. Another label in between
takes the word over: the value then belongs to that one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, get_args

from engine.extraction.invoices.sheet.labels import Label
from engine.extraction.invoices.sheet.layout import LabelHit, Row, Segment, Sheet
from engine.extraction.invoices.under_labels import ROWS_BELOW, AnyCandidate, Placed, under_label

_FAR: Final = 0.6
"""Page widths between a label and a value in its row from which closeness falls no further."""

_WRAPPED: Final = 0.96
_SAME_EDGE: Final = 0.01
_WORDS_OF_TEXT: Final = 3

ALL_LABELS: Final[frozenset[Label]] = frozenset(get_args(Label))
_MONEY: Final[frozenset[Label]] = frozenset(
    {
        "total", "weak_total", "due", "subtotal", "tax", "paid", "balance_before", "other_amount",
    }
)  # fmt: skip
"""Only these end what one of them speaks for within its segment: "Charges for this period"."""

_PARTIES: Final[frozenset[Label]] = frozenset({"seller", "payee", "buyer", "ship_to"})
_ACROSS: Final = 0.2
"""Page widths from which a name beside a party's heading is rather another party's."""

_SIDE_LABELS: Final[frozenset[Label]] = frozenset({"other", "contact", "number", "date"})
"""Labels too general to take a value over from a label before them."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A label's word for a candidate. ``closeness`` is 1 for the next word after the label."""

    hit: LabelHit
    closeness: float
    is_below: bool

    @property
    def label(self) -> Label:
        """What the label announces."""
        return self.hit.label


Claims = dict[AnyCandidate, list[Claim]]


def claims_on(
    sheet: Sheet,
    candidates: Sequence[AnyCandidate],
    labels: frozenset[Label],
    rivals: frozenset[Label] = ALL_LABELS - _SIDE_LABELS,
) -> Claims:
    """For each candidate the claims of those ``labels`` that reach it, closest first.

    A label among ``rivals`` in the same column ends what a label above it speaks for.
    """
    by_row: dict[int, list[Placed]] = {}
    for candidate in candidates:
        placed = (candidate, candidate.x0, candidate.x1)
        by_row.setdefault(candidate.segment.row, []).append(placed)
    claims: Claims = {candidate: [] for candidate in candidates}
    for hit in sheet.labels:
        if hit.label in labels and not in_parentheses(hit):
            found_right = 0.0
            beside = by_row.get(hit.segment.row)
            for candidate, closeness in _to_the_right(sheet, hit, beside) if beside else ():
                claims[candidate].append(Claim(hit, closeness, is_below=False))
                found_right = max(found_right, closeness)
            number = hit.segment.row
            if by_row.keys().isdisjoint(range(number + 1, number + ROWS_BELOW + 1)):
                continue
            for candidate in _wrapped(sheet, hit, by_row):
                claims[candidate].append(Claim(hit, _WRAPPED, is_below=True))
            for candidate, closeness in under_label(sheet, hit, by_row, rivals):
                share = 1.0 if found_right < 0.5 else 0.35
                claims[candidate].append(Claim(hit, closeness * share, is_below=True))
    for found in claims.values():
        if len(found) > 1:
            found.sort(key=lambda claim: -claim.closeness)
    return claims


def in_parentheses(hit: LabelHit) -> bool:
    """Whether a label stands in brackets after other words, where it only explains them."""
    words = hit.segment.words
    if hit.start == 0 or "(" not in hit.segment.text:
        return False
    before = "".join(word.text for word in words[: hit.start]) + words[hit.start].text[:1]
    return before.count("(") > before.count(")")


def _to_the_right(
    sheet: Sheet, hit: LabelHit, beside: Sequence[Placed]
) -> Iterable[tuple[AnyCandidate, float]]:
    """Those of ``beside`` after the label and before the next one, with their closeness."""
    following = [(c, x0) for c, x0, _ in beside if _is_after(c.segment, c.end - 1, hit)]
    if not following:
        return
    row = sheet.row_of(hit.segment)
    end = _next_label(row, hit)
    own = [(c, x0) for c, x0 in following if end is None or not _is_at_or_after(c, end)]
    for place, (candidate, x0) in enumerate(own):
        distance = max(0.0, x0 - hit.x1)
        closeness = 1.0 - 0.06 * min(_words_between(row, hit, candidate), 6)
        closeness *= 1.0 - 0.3 * min(1.0, distance / _FAR)
        if hit.label in _PARTIES and distance > _ACROSS and candidate.segment is not hit.segment:
            closeness *= 0.3
        if place:
            closeness *= 0.85 if place == len(own) - 1 else 0.7
        yield candidate, closeness


def _is_after(segment: Segment, word: int, hit: LabelHit) -> bool:
    if segment.index == hit.segment.index:
        return word >= hit.end
    return segment.index > hit.segment.index


def _is_at_or_after(candidate: AnyCandidate, hit: LabelHit) -> bool:
    place = (candidate.segment.index, candidate.start)
    return place >= (hit.segment.index, hit.start)


def _next_label(row: Row, hit: LabelHit) -> LabelHit | None:
    """The first label after ``hit`` in the row that starts something of its own."""
    for segment in row.segments[hit.segment.index :]:
        for other in segment.labels:
            if not _is_after(segment, other.start, hit) or in_parentheses(other):
                continue
            opens_segment = other.start == 0 and segment is not hit.segment
            tells = (
                other.label in _MONEY if hit.label in _MONEY else other.label not in _SIDE_LABELS
            )
            if opens_segment or tells:
                return other
    return None


def _words_between(row: Row, hit: LabelHit, candidate: AnyCandidate) -> int:
    """Words between label and candidate that are more than signs."""
    first, last = hit.segment.index, candidate.segment.index
    count = 0
    for segment in row.segments[first : last + 1]:
        start = hit.end if segment.index == first else 0
        end = candidate.start if segment.index == last else len(segment.words)
        count += sum(any(map(str.isalnum, word.text)) for word in segment.words[start:end])
    return count


def _wrapped(
    sheet: Sheet, hit: LabelHit, by_row: dict[int, list[Placed]]
) -> Iterable[AnyCandidate]:
    """The value at the beginning of the next line when a text breaks right after its label."""
    segment = hit.segment
    if hit.end < len(segment.words) or hit.start < _WORDS_OF_TEXT:
        return []
    for row in sheet.below(segment, 1):
        for candidate, x0, _ in by_row.get(row.number, ()):
            if candidate.start == 0 and abs(x0 - segment.x0) < _SAME_EDGE:
                return [candidate]
    return []
