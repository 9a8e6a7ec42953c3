"""The account to pay to and the vendor's tax number."""

import re
from dataclasses import dataclass
from typing import Final

from engine.extraction.identifiers import compact_identifier
from engine.extraction.invoices.candidates import Candidate, Candidates, IdentifierCandidate
from engine.extraction.invoices.evidence import claims_on
from engine.extraction.invoices.labels import Label
from engine.extraction.invoices.layout import Sheet
from engine.extraction.invoices.scoring import Scored

_BUYERS_WORDS: Final = frozenset(
    ("ihre", "ihr", "votre", "vos", "uw", "your", "customer", "client", "kunde", "vas")
)
_TAX_LABELS: Final[frozenset[Label]] = frozenset({"tax_id", "other_number", "contact", "tax"})
_FOOT: Final = 0.85
_LOCAL_NUMBER = re.compile(r"[0-9A-Z][0-9A-Z./ -]{6,20}")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a page that belongs to one party."""

    page: int
    x0: float
    y0: float
    x1: float
    y1: float

    def holds(self, candidate: Candidate[object]) -> bool:
        """Whether the candidate's first word stands in it."""
        x, y = candidate.x0, candidate.segment.y0
        inside = self.x0 - 0.02 <= x <= self.x1 and self.y0 - 0.002 <= y <= self.y1
        return candidate.segment.page == self.page and inside

    def nearness(self, candidate: Candidate[object]) -> float:
        """1 inside the stretch, less below it in the same column, 0 from a fifth of a page on."""
        apart = candidate.segment.y0 - self.y1
        column = candidate.x0 < self.x1 and self.x0 - 0.02 <= candidate.segment.x1
        if candidate.segment.page != self.page or not column or candidate.segment.y0 < self.y0:
            return 0.0
        return max(0.0, 1.0 - max(0.0, apart) / 0.2)


def find_iban(found: Candidates) -> Scored[str] | None:
    """The account of the one who sends the invoice; right check digits go first."""
    best: tuple[float, IdentifierCandidate] | None = None
    for candidate in found.ibans:
        score = 0.95 if candidate.value.is_checked else 0.0
        labelled = any(hit.label == "account" for hit in candidate.segment.labels)
        if not candidate.value.is_checked and (labelled or _starts_segment(candidate)):
            score = 0.7
        if score > (best[0] if best else 0.3):
            best = score, candidate
    return _compact(best[1], best[0]) if best else None


def find_tax_id(
    sheet: Sheet, found: Candidates, vendor: Stretch | None, customer: Stretch | None
) -> Scored[str] | None:
    """The vendor's tax number: not one of the customer's, near the vendor or the first."""
    scored = [
        (_tax_score(candidate, vendor, customer), -index, candidate)
        for index, candidate in enumerate(found.tax_ids)
    ]
    best = max(scored, default=None, key=lambda entry: entry[:2])
    if best is not None and best[0] >= 0.35:
        return _compact(best[2], min(0.97, best[0]))
    return _local_tax_id(sheet, found, customer)


def _starts_segment(candidate: IdentifierCandidate) -> bool:
    return candidate.start <= 2


def _tax_score(
    candidate: IdentifierCandidate, vendor: Stretch | None, customer: Stretch | None
) -> float:
    score = 0.72 if candidate.value.is_checked else 0.62
    tokens = set(candidate.segment.tokens)
    if customer is not None and customer.holds(candidate):
        score -= 0.5
    if tokens & _BUYERS_WORDS:
        score -= 0.5
    if vendor is not None:
        score += 0.2 * vendor.nearness(candidate)
    if candidate.segment.y0 > _FOOT:
        score += 0.08
    return score


def _local_tax_id(sheet: Sheet, found: Candidates, customer: Stretch | None) -> Scored[str] | None:
    """A number that a tax label names, in a notation without the country's letters."""
    claims = claims_on(sheet, found.codes, _TAX_LABELS)
    for candidate in found.codes:
        claim = claims[candidate][0] if claims[candidate] else None
        if claim is None or claim.label != "tax_id" or claim.closeness < 0.7:
            continue
        theirs = customer is not None and customer.holds(candidate)
        if not theirs and not set(candidate.segment.tokens) & _BUYERS_WORDS:
            digits = sum(char.isdigit() for char in candidate.value)
            if digits >= 7 and _LOCAL_NUMBER.fullmatch(candidate.value):
                return Scored(candidate, 0.6)
    return None


def _compact(candidate: IdentifierCandidate, score: float) -> Scored[str]:
    place = (candidate.segment, candidate.start, candidate.end, candidate.text)
    return Scored(Candidate(compact_identifier(candidate.text), *place), score)
