"""The invoice's own number, the buyer's order number and the reference to pay with."""

import re
from dataclasses import replace
from typing import Final

from engine.extraction.dates import find_dates
from engine.extraction.invoices.candidates import Candidate, Candidates, CodeCandidate
from engine.extraction.invoices.evidence import Claim, Claims, claims_on
from engine.extraction.invoices.labels import Label
from engine.extraction.invoices.layout import LabelHit, Sheet
from engine.extraction.invoices.scoring import Scored, agreed, ranked

_LABELS: Final[frozenset[Label]] = frozenset(
    {
        "invoice_number", "number", "title", "credit_title", "order_number", "payment_reference",
        "other_number", "tax_id", "account", "contact", "date", "invoice_date", "due_date",
        "other_date", "total", "weak_total", "subtotal", "tax", "due", "other", "other_amount",
    }
)  # fmt: skip
_INVOICE: Final[dict[Label, float]] = {
    "invoice_number": 0.97,
    "title": 0.6,
    "credit_title": 0.6,
    "number": 0.5,
}
_ORDER: Final[dict[Label, float]] = {"order_number": 0.93}
_REFERENCE: Final[dict[Label, float]] = {"payment_reference": 0.93}
_LEAST: Final = 0.3
_NEAR_ACCOUNT: Final = 3
_REFERENCES: Final = frozenset(
    ("reference", "ref", "referenz", "referentie", "riferimento", "quote")
)
_TITLES: Final = ("title", "credit_title")
_MONEY_LIKE = re.compile(r"\d{1,3}(?:[., ']\d{3})*[.,]\d{2}|\d{1,2}[.,]\d+")
_UNIT_LIKE = re.compile(r"\d+(?:[.,]\d+)?(?:%|x|kg|g|l|ml|cm|mm|m|h|hrs?|pcs?|st|th|nd|rd)", re.I)
_CAPITALS = re.compile(r"[A-Z]{1,4}")


def find_numbers(
    sheet: Sheet, found: Candidates, item_rows: frozenset[int] = frozenset()
) -> tuple[list[Scored[str]], list[Scored[str]], list[Scored[str]]]:
    """Ranked invoice numbers, order numbers and payment references, none of ``item_rows``."""
    codes = [code for code in found.codes if code.segment.row not in item_rows]
    claims = claims_on(sheet, codes, _LABELS)
    _refuse_dates(claims)
    _join_titles(sheet, claims)
    _honour_headlines(claims)
    _claim_references(claims, {iban.segment.row for iban in found.ibans})
    numbers = agreed(ranked(codes, claims, _INVOICE, fit=_fits_invoice))
    orders = agreed(ranked(codes, claims, _ORDER, fit=_fits_code))
    references = agreed(ranked(codes, claims, _REFERENCE, fit=_fits_code))
    return (
        [_completed(entry) for entry in numbers if entry.score >= _LEAST],
        [entry for entry in orders if entry.score >= _LEAST],
        [entry for entry in references if entry.score >= _LEAST],
    )


def _refuse_dates(claims: Claims) -> None:
    """A code that reads as a date is a number only right after the label of one, or a series."""
    for candidate, found in claims.items():
        if "/" not in candidate.value or not find_dates(candidate.value):
            continue
        series = candidate.start > 0 and _CAPITALS.fullmatch(
            candidate.segment.words[candidate.start - 1].text
        )
        if not series:
            found[:] = [
                claim
                for claim in found
                if claim.label == "invoice_number"
                and claim.hit.segment is candidate.segment
                and claim.hit.end == candidate.start
            ]


def _join_titles(sheet: Sheet, claims: Claims) -> None:
    """A bare "No" beside or under the word invoice means the invoice's number."""
    titles = [hit for hit in sheet.labels if hit.label in _TITLES]
    for found in claims.values():
        for index, claim in enumerate(found):
            if claim.label == "number" and any(_heads(title, claim.hit) for title in titles):
                hit = replace(claim.hit, label="invoice_number")
                found[index] = Claim(hit, claim.closeness, claim.is_below)


def _honour_headlines(claims: Claims) -> None:
    """A line that holds only the title and one word with figures gives the invoice's number."""
    for candidate, found in claims.items():
        for index, claim in enumerate(found):
            hit = claim.hit
            alone = candidate.end == len(hit.segment.words) and _follows(hit, candidate)
            if claim.label in _TITLES and hit.segment is candidate.segment and alone:
                figures = sum(char.isdigit() for char in candidate.value)
                if hit.start == 0 and figures >= 3:
                    number = replace(hit, label="invoice_number")
                    found[index] = Claim(number, 0.93, is_below=False)


def _follows(hit: LabelHit, candidate: CodeCandidate) -> bool:
    """Whether the candidate is the label's next word, or the one after some capitals (FT 12)."""
    if hit.segment is not candidate.segment:
        return False
    between = candidate.segment.words[hit.end : candidate.start]
    return not between or (len(between) == 1 and bool(_CAPITALS.fullmatch(between[0].text)))


def _claim_references(claims: Claims, account_rows: set[int]) -> None:
    """A plain "Reference" beside a bank account is what to write on the payment."""
    for found in claims.values():
        for index, claim in enumerate(found):
            row = claim.hit.segment.row
            near = any(abs(row - account) <= _NEAR_ACCOUNT for account in account_rows)
            if near and claim.hit.phrase in _REFERENCES:
                hit = replace(claim.hit, label="payment_reference")
                found[index] = Claim(hit, claim.closeness * 0.9, claim.is_below)


def _heads(title: LabelHit, number: LabelHit) -> bool:
    """Whether a title stands right before a number's label, in its row or in the row above."""
    if title.segment.page != number.segment.page:
        return False
    if title.segment is number.segment:
        return 0 <= number.start - title.end <= 1
    if title.segment.row == number.segment.row:
        last = title.end == len(title.segment.words)
        return last and number.segment.index == title.segment.index + 1 and number.start == 0
    under = 0 < number.segment.row - title.segment.row <= 2
    return under and number.start == 0 and abs(title.x0 - number.x0) < 0.15


def _fits_code(candidate: Candidate[str]) -> float:
    text = candidate.value
    if _MONEY_LIKE.fullmatch(text) or _UNIT_LIKE.fullmatch(text):
        return 0.0
    if find_dates(text):
        return 0.75 if "/" in text else 0.0
    return 0.3 if len(text) == 1 else 0.85 if len(text) == 2 else 1.0


def _fits_invoice(candidate: Candidate[str]) -> float:
    """How much a word looks like the number of an invoice."""
    fit = _fits_code(candidate)
    digits = sum(char.isdigit() for char in candidate.value)
    words = candidate.segment.words
    if "(" in words[candidate.start].text:
        fit *= 0.3
    if digits < len(candidate.value) / 4 or len(candidate.value) > 32:
        fit *= 0.6
    if re.fullmatch(r"(?:19|20)\d\d", candidate.value):
        fit *= 0.4
    return fit


def _completed(entry: Scored[str]) -> Scored[str]:
    """The same number with the capitals before it (RE 2020-001) or its other groups of figures."""
    grouped = _with_groups(entry)
    return _with_prefix(entry) if grouped is None else grouped


def _with_groups(entry: Scored[str]) -> Scored[str] | None:
    """A number printed in groups (4410 0927 3315), when nothing else stands in the segment."""
    candidate: CodeCandidate = entry.candidate
    segment = candidate.segment
    start = _value_start(entry)
    words = segment.words[start:]
    if not 2 <= len(words) <= 5 or not start <= candidate.start:
        return None
    if not all(word.text.isdigit() and 2 <= len(word.text) <= 5 for word in words):
        return None
    text = " ".join(word.text for word in words)
    end = len(segment.words)
    return replace(entry, candidate=Candidate(text, segment, start, end, text))


def _value_start(entry: Scored[str]) -> int:
    """Where the value begins: after the label in its segment, or with the segment."""
    claim = entry.claim
    inside = claim is not None and claim.hit.segment is entry.candidate.segment
    return claim.hit.end if claim is not None and inside else 0


def _with_prefix(entry: Scored[str]) -> Scored[str]:
    candidate: CodeCandidate = entry.candidate
    first = candidate.start - 1
    if first < 0 or entry.claim is None or first < _value_start(entry):
        return entry
    before = candidate.segment.words[first].text
    apart = entry.claim.hit.segment is not candidate.segment
    if not _CAPITALS.fullmatch(before) or (apart and first > 0):
        return entry
    text = f"{before} {candidate.text}"
    return replace(entry, candidate=Candidate(text, candidate.segment, first, candidate.end, text))
