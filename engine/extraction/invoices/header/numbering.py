"""The invoice's own number, the buyer's order number and the reference to pay with."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Final

from engine.extraction.dates import find_dates
from engine.extraction.invoices.evidence import Claims
from engine.extraction.invoices.header.number_claims import claims_on_numbers
from engine.extraction.invoices.scoring import Scored, agreed, ranked
from engine.extraction.invoices.sheet.candidate import Candidate, CodeCandidate
from engine.extraction.invoices.sheet.candidates import Candidates
from engine.extraction.invoices.sheet.labels import Label, squeezed
from engine.extraction.invoices.sheet.layout import Sheet

_INVOICE: Final[dict[Label, float]] = {
    "invoice_number": 0.97,
    "title": 0.6,
    "credit_title": 0.6,
    "number": 0.5,
}
_ORDER: Final[dict[Label, float]] = {"order_number": 0.93}
_REFERENCE: Final[dict[Label, float]] = {"payment_reference": 0.93}
_FALLBACK: Final[dict[Label, float]] = {"other_number": 0.55, "payment_reference": 0.5}
_LEAST: Final = 0.3
_HEADER_ZONE: Final = 0.5
_AT_FOOT: Final = 0.8
_TIE: Final = 0.03
_OWN_REFERENCES: Final = frozenset(
    squeezed(phrase)
    for phrase in (
        "our ref", "our reference", "reference", "unser zeichen", "notre reference", "n ref",
        "referenz", "ons kenmerk", "onze referentie", "nostro riferimento", "ns rif", "referencia",
        "vores ref", "var referens", "var referanse",
    )
)  # fmt: skip
_SLIPS: Final = frozenset(
    squeezed(phrase)
    for phrase in (
        "ticket", "ticket no", "ticket n", "ticket nr", "ticket number", "bon", "bon nr", "bon no",
        "trans", "trans no", "trans nr", "transaction no", "transaction number", "tosite", "talao",
        "talao n", "talao no", "note n", "note no", "pro number", "pro no", "freight bill number",
        "freight bill no", "eticket number", "e ticket number",
    )
)  # fmt: skip
"""What a till calls its receipt, a carrier its bill and an airline its ticket."""

_TICKETS: Final = frozenset(("eticket number", "e ticket number"))
_MONEY_LIKE = re.compile(r"\d{1,3}(?:[., ']\d{3})*[.,]\d{2}|\d{1,2}[.,]\d{1,3}")
_UNIT_LIKE = re.compile(r"\d+(?:[.,]\d+)?(?:%|x|kg|g|l|ml|cm|mm|m|h|hrs?|pcs?|st|th|nd|rd)", re.I)
_GROUP = re.compile(r"\d{2,5}|(?=.{2,12}$)\d+(?:-\d+)?")
_CAPITALS = re.compile(r"[A-Z]{1,4}")


def find_numbers(
    sheet: Sheet, found: Candidates, item_rows: frozenset[int] = frozenset()
) -> tuple[list[Scored[str]], list[Scored[str]], list[Scored[str]]]:
    """Ranked invoice numbers, order numbers and payment references, none of ``item_rows``."""
    codes = [code for code in found.codes if code.segment.row not in item_rows]
    claims = claims_on_numbers(sheet, codes, {iban.segment.row for iban in found.ibans})
    numbers = _likely(ranked(codes, claims, _INVOICE, fit=_fits_invoice))
    orders = _likely(ranked(codes, claims, _ORDER, fit=_fits_code))
    references = _likely(ranked(codes, claims, _REFERENCE, fit=_fits_code))
    numbers = _with_ties_settled(numbers)
    if not numbers:
        numbers = _by_own_reference(codes, claims)
    return (
        [_completed(entry) for entry in numbers],
        [_completed(entry) for entry in orders],
        references,
    )


def _likely(scored: Iterable[Scored[str]]) -> list[Scored[str]]:
    return [entry for entry in agreed(scored) if entry.score >= _LEAST]


def _with_ties_settled(numbers: list[Scored[str]]) -> list[Scored[str]]:
    """Of two that are named equally well the one in the head of the page counts."""
    if len(numbers) < 2 or numbers[0].score - numbers[1].score > _TIE:
        return numbers
    first, second = (entry.candidate.segment for entry in numbers[:2])
    if first.page != second.page or (first.y0 > _HEADER_ZONE) == (second.y0 > _HEADER_ZONE):
        return numbers
    settled = [
        replace(entry, score=_AT_FOOT * entry.score)
        if entry.candidate.segment.y0 > _HEADER_ZONE
        else entry
        for entry in numbers
    ]
    return sorted(settled, key=lambda entry: -entry.score)


def _is_telephone(candidate: Candidate[str]) -> bool:
    """Whether it begins three groups of figures or more, as telephone numbers are written."""
    groups = candidate.segment.words[candidate.start :]
    return len(groups) > 2 and all(word.text.isdigit() for word in groups)


def _by_own_reference(codes: Sequence[CodeCandidate], claims: Claims) -> list[Scored[str]]:
    """Where nothing is called the invoice's number: "Our ref.", or the number of a till's slip."""
    own = [
        code
        for code in codes
        if code.segment.y0 < _HEADER_ZONE
        and claims[code]
        and claims[code][0].hit.phrase in _OWN_REFERENCES | _SLIPS
    ]
    return _likely(ranked(own, claims, _FALLBACK, fit=_fits_invoice))


def _fits_code(candidate: Candidate[str]) -> float:
    text = candidate.value
    if _MONEY_LIKE.fullmatch(text) or _UNIT_LIKE.fullmatch(text):
        return 0.0
    if find_dates(text):
        return 0.75 if "/" in text else 0.0
    return 0.45 if len(text) == 1 else 0.85 if len(text) == 2 else 1.0


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
    if candidate.value.startswith("0") and _is_telephone(candidate):
        fit *= 0.6
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
    if _is_ticket(entry):
        words = tuple(takewhile(lambda word: word.text.isdigit(), words))
    if not 2 <= len(words) <= 5 or not start <= candidate.start:
        return None
    if not all(_GROUP.fullmatch(word.text) for word in words):
        return None
    text = " ".join(word.text for word in words)
    return replace(entry, candidate=Candidate(text, segment, start, start + len(words), text))


def _is_ticket(entry: Scored[str]) -> bool:
    """Whether it is an airline's ticket number, three figures and ten."""
    return entry.claim is not None and entry.claim.hit.phrase in _TICKETS


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
    before = candidate.segment.words[first].text.lstrip("#№")
    apart = entry.claim.hit.segment is not candidate.segment
    if not _CAPITALS.fullmatch(before) or (apart and first > 0):
        return entry
    text = f"{before} {candidate.text}"
    return replace(entry, candidate=Candidate(text, candidate.segment, first, candidate.end, text))
