"""The date of an invoice and the day it falls due."""

import datetime as dt
from collections import Counter
from typing import Final

from engine.extraction.invoices.evidence import Claims
from engine.extraction.invoices.header.date_claims import claims_on_dates, is_alone
from engine.extraction.invoices.header.due_sentences import DISCOUNT, FEES
from engine.extraction.invoices.scoring import Scored, agreed, ranked
from engine.extraction.invoices.sheet.candidate import Candidate, DateCandidate
from engine.extraction.invoices.sheet.candidates import Candidates
from engine.extraction.invoices.sheet.labels import Label, squeezed
from engine.extraction.invoices.sheet.layout import Sheet

_ISSUED: Final[dict[Label, float]] = {
    "invoice_date": 0.97,
    "date": 0.78,
    "invoice_number": 0.55,
    "title": 0.5,
    "credit_title": 0.5,
}
_DUE: Final[dict[Label, float]] = {"due_date": 0.95, "terms": 0.65}
_LONGEST_SERIES: Final = 3
_STAND_INS: Final = {
    squeezed(phrase): place
    for place, phrases in enumerate(
        (
            ("tax point", "tax point date", "date of supply"),
            ("print date", "printed", "druckdatum", "utskriftsdatum", "utskriftsdato"),
            ("service date", "leistungsdatum", "leistungstag", "datum zdanitelneho plneni"),
        )
    )
    for phrase in phrases
}
"""Other days that are the day of issue where no other is named, the likeliest first."""

_COLUMN: Final = 3
"""Dates with one left edge from which they are a column of a table."""

_FOOT: Final = 0.9
_HEADER_ZONE: Final = 0.4
_LEAST: Final = 0.3


def find_dates_of(
    sheet: Sheet, found: Candidates
) -> tuple[list[Scored[dt.date]], list[Scored[dt.date]]]:
    """Ranked days of issue and due days; each list is empty when nothing is trustworthy."""
    dates = [date for date in found.dates if not _is_number(date)]
    claims = claims_on_dates(sheet, dates)
    issued = agreed(ranked(dates, claims, _ISSUED, fit=_fits_issue))
    due = agreed(ranked(dates, claims, _DUE, fit=_fits_due))
    if not issued or issued[0].score < _LEAST:
        issued = _by_other_day(dates, claims) or _unlabelled(dates, claims, due)
    if issued:
        due = [entry for entry in due if entry.value >= issued[0].value]
    return issued, [entry for entry in due if entry.score >= _LEAST]


def _is_number(date: DateCandidate) -> bool:
    """Whether it is a number written like a date ("Faktura nr 12/07/2026", "FV 7/05/2026")."""
    segment = date.segment
    if any(hit.label == "invoice_number" and hit.end == date.start for hit in segment.labels):
        return "/" in date.text
    before = segment.words[date.start - 1].text if date.start else ""
    covered = any(hit.start < date.start <= hit.end for hit in segment.labels)
    shouted = before.isalpha() and before.isupper() and 2 <= len(before) <= _LONGEST_SERIES
    return shouted and "/" in date.text and not covered


def _fits_issue(candidate: Candidate[dt.date]) -> float:
    """Less for a date that is one end of a period or stands at the foot of the page."""
    words = candidate.segment.words
    fit = 0.75 if candidate.segment.y0 > _FOOT else 1.0
    after = words[candidate.end].text if candidate.end < len(words) else ""
    before = words[candidate.start - 1].text if candidate.start else ""
    dashes = {"-", "–", "—", "to", "bis", "au", "t/m", "al", "até", "do"}
    return 0.35 * fit if after.casefold() in dashes or before in {"-", "–", "—"} else fit


def _fits_due(candidate: Candidate[dt.date]) -> float:
    """Less for the last day of a discount, or for another fee's day."""
    tokens = candidate.segment.tokens
    return 1.0 if DISCOUNT.isdisjoint(tokens) and FEES.isdisjoint(tokens) else 0.5


def _by_other_day(dates: list[DateCandidate], claims: Claims) -> list[Scored[dt.date]]:
    """Where nothing names the day of issue: the tax point, or the day of printing or service."""
    found = []
    for date in dates:
        first = claims[date][0] if claims[date] else None
        if first is not None and first.hit.phrase in _STAND_INS and _fits_issue(date) == 1.0:
            found.append(Scored(date, 0.6 * first.closeness, first))
    found.sort(key=lambda entry: _STAND_INS[entry.claim.hit.phrase] if entry.claim else 9)
    return found


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
    alone = [d for d in free if is_alone(d)]
    edges = Counter(round(d.segment.x0, 2) for d in alone)
    alone = [d for d in alone if edges[round(d.segment.x0, 2)] < _COLUMN]
    heading = [d for d in alone if d.segment.y0 < _HEADER_ZONE and _fits_issue(d) == 1.0]
    return [Scored(heading[0], 0.4)] if heading else []
