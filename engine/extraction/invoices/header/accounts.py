"""The account to pay to and the vendor's tax number."""

from dataclasses import dataclass
from typing import Final

from engine.extraction.identifiers import Identifier, compact_identifier
from engine.extraction.invoices.evidence import Claim, claims_on
from engine.extraction.invoices.header.broken_ibans import broken_ibans
from engine.extraction.invoices.header.tax_numbers import is_known, number_at
from engine.extraction.invoices.scoring import Scored
from engine.extraction.invoices.sheet.candidate import Candidate, IdentifierCandidate
from engine.extraction.invoices.sheet.candidates import Candidates
from engine.extraction.invoices.sheet.labels import Label, squeezed
from engine.extraction.invoices.sheet.layout import Sheet

_BUYERS_WORDS: Final = frozenset(
    ("ihre", "ihr", "votre", "vos", "uw", "your", "customer", "client", "kunde", "vas")
)
_TAX_LABELS: Final[frozenset[Label]] = frozenset({"tax_id", "other_number", "contact", "tax"})
_FOOT: Final = 0.85
_NATIONAL: Final = frozenset(
    squeezed(phrase)
    for phrase in """
    steuernummer, steuer nr, steuernr, st nr, cvr, cvr nr, cvr no, y tunnus, org nr,
    organisationsnummer, organisationsnr, organisasjonsnummer, orgnr, ico, ic, ein, kvk, kvk nummer
    """.split(",")  # noqa: SIM905
)
"""A company's number in its country, which is its tax number where no other is printed."""


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


def find_iban(sheet: Sheet, found: Candidates) -> Scored[str] | None:
    """The account of the one who sends the invoice; right check digits go first."""
    best: tuple[float, IdentifierCandidate] | None = None
    for candidate in found.ibans:
        score = 0.95 if candidate.value.is_checked else 0.0
        labelled = any(hit.label == "account" for hit in candidate.segment.labels)
        if not candidate.value.is_checked and (labelled or _starts_segment(candidate)):
            score = 0.7
        if score > (best[0] if best else 0.3):
            best = score, candidate
    if best is None or not best[1].value.is_checked:
        broken = next(broken_ibans(sheet), None)
        if broken is not None:
            return Scored(broken, 0.9)
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
    return _local_tax_id(sheet, found, vendor, customer)


def _starts_segment(candidate: IdentifierCandidate) -> bool:
    return candidate.start <= 2


def _tax_score(
    candidate: IdentifierCandidate, vendor: Stretch | None, customer: Stretch | None
) -> float:
    score = 0.72 if candidate.value.is_checked else 0.62
    theirs = customer is not None and customer.holds(candidate)
    if theirs or _is_buyers(candidate):
        score -= 0.5
    if vendor is not None and not theirs:
        score += 0.2 * vendor.nearness(candidate)
    if candidate.segment.y0 > _FOOT:
        score += 0.08
    return score


def _is_buyers(candidate: Candidate[object]) -> bool:
    """Whether words before the number, in its segment, say that it is the reader's own."""
    segment = candidate.segment
    before = {
        token
        for token, owner in zip(segment.tokens, segment.owners, strict=True)
        if owner < candidate.start
    }
    return bool(before & _BUYERS_WORDS)


def _local_tax_id(
    sheet: Sheet, found: Candidates, vendor: Stretch | None, customer: Stretch | None
) -> Scored[str] | None:
    """A number that a tax label names, in a notation without the country's letters."""
    claims = claims_on(sheet, found.codes, _TAX_LABELS)
    best: tuple[float, Candidate[str]] | None = None
    for code in found.codes:
        claim = claims[code][0] if claims[code] else None
        worth = _label_worth(claim)
        number = number_at(code) if worth else None
        if number is None or (customer is not None and customer.holds(number)):
            continue
        if _is_buyers(code):
            continue
        score = worth + (0.2 if is_known(compact_identifier(number.text)) else 0.0)
        score += 0.1 * vendor.nearness(number) if vendor is not None else 0.0
        if best is None or score > best[0]:
            best = score, number
    return _compact(best[1], min(0.93, best[0])) if best else None


def _label_worth(claim: Claim | None) -> float:
    """How much a label says that the number beside it is one for taxes; 0 when it does not."""
    if claim is None or claim.closeness < 0.7:
        return 0.0
    if claim.label == "tax_id":
        return 0.6
    return 0.42 if claim.label == "other_number" and claim.hit.phrase in _NATIONAL else 0.0


def _compact(candidate: Candidate[Identifier] | Candidate[str], score: float) -> Scored[str]:
    place = (candidate.segment, candidate.start, candidate.end, candidate.text)
    known = candidate.value
    compact = known.compact if isinstance(known, Identifier) else compact_identifier(candidate.text)
    return Scored(Candidate(compact, *place), score)
