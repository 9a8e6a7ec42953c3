"""The date of an invoice and the day it falls due."""

import datetime as dt
from dataclasses import replace
from typing import Final

from engine.extraction.invoices.candidates import Candidate, Candidates, DateCandidate
from engine.extraction.invoices.evidence import Claim, Claims, claims_on
from engine.extraction.invoices.labels import Label
from engine.extraction.invoices.layout import Sheet
from engine.extraction.invoices.scoring import Scored, agreed, ranked

_LABELS: Final[frozenset[Label]] = frozenset(
    {
        "invoice_date",
        "date",
        "due_date",
        "other_date",
        "terms",
        "title",
        "invoice_number",
        "credit_title",
    }
)
_ISSUED: Final[dict[Label, float]] = {
    "invoice_date": 0.97,
    "date": 0.78,
    "invoice_number": 0.55,
    "title": 0.5,
    "credit_title": 0.5,
}
_DUE: Final[dict[Label, float]] = {"due_date": 0.95, "terms": 0.65}
_HEADLINES: Final[frozenset[Label]] = frozenset({"title", "credit_title", "invoice_number"})
_OTHER_NUMBERS: Final[frozenset[Label]] = frozenset({"order_number", "other_number"})
_DISCOUNT: Final = frozenset(("skonto", "discount", "escompte", "korting", "sconto", "kasarabat"))
_FOOT: Final = 0.9
_HEADER_ZONE: Final = 0.4
_LEAST: Final = 0.3


def find_dates_of(
    sheet: Sheet, found: Candidates
) -> tuple[list[Scored[dt.date]], list[Scored[dt.date]]]:
    """Ranked days of issue and due days; each list is empty when nothing is trustworthy."""
    claims = claims_on(sheet, found.dates, _LABELS)
    for candidate in found.dates:
        _honour_headline(candidate, claims)
    issued = agreed(ranked(found.dates, claims, _ISSUED, fit=_fits_issue))
    due = agreed(ranked(found.dates, claims, _DUE, fit=_fits_due))
    if not issued or issued[0].score < _LEAST:
        issued = _unlabelled(found.dates, claims, due)
    if issued:
        due = [entry for entry in due if entry.value >= issued[0].value]
    return issued, [entry for entry in due if entry.score >= _LEAST]


def _honour_headline(candidate: DateCandidate, claims: Claims) -> None:
    """In "Invoice 17 of 5 May" the small word before the date does not make it another date."""
    segment = candidate.segment
    before = [hit for hit in segment.labels if hit.start < candidate.start]
    labels = {hit.label for hit in before}
    if not labels or before[0].label not in _HEADLINES or labels & _OTHER_NUMBERS:
        return
    if len(segment.words[candidate.start - 1].text) <= 5:
        others = [claim for claim in claims[candidate] if claim.hit.segment is not segment]
        headline = replace(before[0], label="invoice_date")
        claims[candidate] = [Claim(headline, 0.93, is_below=False), *others]


def _fits_issue(candidate: Candidate[dt.date]) -> float:
    """Less for a date that is one end of a period or stands at the foot of the page."""
    words = candidate.segment.words
    fit = 0.75 if candidate.segment.y0 > _FOOT else 1.0
    after = words[candidate.end].text if candidate.end < len(words) else ""
    before = words[candidate.start - 1].text if candidate.start else ""
    dashes = {"-", "–", "—", "to", "bis", "au", "t/m", "al", "até", "do"}
    return 0.35 * fit if after.casefold() in dashes or before in {"-", "–", "—"} else fit


def _fits_due(candidate: Candidate[dt.date]) -> float:
    """Less for the last day of a discount."""
    return 0.5 if _DISCOUNT & set(candidate.segment.tokens) else 1.0


def _unlabelled(
    dates: list[DateCandidate], claims: Claims, due: list[Scored[dt.date]]
) -> list[Scored[dt.date]]:
    """A date that nothing names: the only one, or the first that stands alone in the header."""
    taken = {entry.value for entry in due if entry.score > _LEAST}
    free = [
        date
        for date in dates
        if date.value not in taken
        and not any(claim.label == "other_date" for claim in claims[date][:1])
    ]
    if len({date.value for date in free}) == 1:
        return [Scored(free[0], 0.55)]
    alone = [d for d in free if d.start == 0 and d.end == len(d.segment.words)]
    heading = [d for d in alone if d.segment.y0 < _HEADER_ZONE and _fits_issue(d) == 1.0]
    return [Scored(heading[0], 0.4)] if heading else []
