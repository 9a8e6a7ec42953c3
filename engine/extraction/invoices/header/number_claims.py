"""Which labels speak for which numbers, after a second look at what stands around them.

A bare "No" under the title, a reference beside a bank account or a line about another document say
more, or less, than their words alone.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from engine.extraction.dates import find_dates
from engine.extraction.invoices.evidence import Claim, Claims, claims_on
from engine.extraction.invoices.grouping.other_documents import speaks_of_another
from engine.extraction.invoices.sheet.candidate import CodeCandidate
from engine.extraction.invoices.sheet.composed import concepts_of
from engine.extraction.invoices.sheet.labels import Label
from engine.extraction.invoices.sheet.layout import LabelHit, Sheet

_LABELS: Final[frozenset[Label]] = frozenset(
    {
        "invoice_number", "number", "title", "credit_title", "order_number", "payment_reference",
        "other_number", "tax_id", "account", "contact", "date", "invoice_date", "due_date",
        "other_date", "total", "weak_total", "subtotal", "tax", "due", "other", "other_amount",
    }
)  # fmt: skip
_INVOICE: Final = frozenset(("invoice_number", "title", "credit_title", "number"))
_HEAD: Final = 0.45
_WORDS_OF_A_TITLE: Final = 3
_NEAR_ACCOUNT: Final = 3
_REFERENCES: Final = frozenset(
    ("reference", "ref", "referenz", "referentie", "riferimento", "quote")
)
_PURCHASE = re.compile(r"L?PO[-/#_]?\d|L?PO[-/](?=\S*\d)", re.IGNORECASE)
_REFERS: Final = frozenset(("ref", "reference", "referenz", "referens", "referentie"))
_PURCHASES: Final = frozenset(("po", "p", "lpo", "purchase", "compra", "rekv", "rekvisition"))
_TITLES: Final = ("title", "credit_title")
_VALUE = re.compile(r"\d|^(?:[-–—]+|n/a)$", re.IGNORECASE)
_CAPITALS = re.compile(r"[A-Z]{1,4}")


def claims_on_numbers(
    sheet: Sheet, codes: Sequence[CodeCandidate], account_rows: set[int]
) -> Claims:
    """The claims on ``codes``; ``account_rows`` are the rows with a bank account."""
    claims = claims_on(sheet, codes, _LABELS)
    _refuse_dates(claims)
    _refuse_other_documents(claims)
    _doubt_below(claims)
    _join_titles(sheet, claims)
    _honour_headlines(claims)
    _honour_own_lines(claims)
    _claim_references(claims, account_rows)
    _claim_orders(claims)
    return claims


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


def _refuse_other_documents(claims: Claims) -> None:
    """What a line says of the document that this one replaces or corrects is not this one's."""
    for candidate, found in claims.items():
        if found and speaks_of_another(candidate.segment):
            for index, claim in enumerate(found):
                if claim.label in _INVOICE and claim.hit.segment is candidate.segment:
                    hit = replace(claim.hit, label="other_number")
                    found[index] = Claim(hit, claim.closeness, claim.is_below)


def _doubt_below(claims: Claims) -> None:
    """A label with a value, or a dash for none, in its own line says little of the next line."""
    for found in claims.values():
        for index, claim in enumerate(found):
            after = claim.hit.segment.words[claim.hit.end : claim.hit.end + 2]
            if claim.is_below and any(_VALUE.search(word.text) for word in after):
                found[index] = replace(claim, closeness=0.4 * claim.closeness)


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
                if hit.start == 0 and figures:
                    number = replace(hit, label="invoice_number")
                    found[index] = Claim(number, 0.93, is_below=False)


def _honour_own_lines(claims: Claims) -> None:
    """A bare "Number:" in the head of the page, with the number beside it, is the document's."""
    for candidate, found in claims.items():
        figures = sum(char.isdigit() for char in candidate.value)
        if figures < 3 or candidate.segment.y0 > _HEAD:
            continue
        for index, claim in enumerate(found):
            hit = claim.hit
            words = hit.segment.words
            named = words[hit.end - 1].text.endswith(":") or hit.end == len(words)
            if claim.label == "number" and not claim.is_below and not hit.start and named:
                number = replace(hit, label="invoice_number")
                found[index] = Claim(number, 0.75 * claim.closeness, is_below=False)


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


def _claim_orders(claims: Claims) -> None:
    """An order of nobody's is less likely the buyer's; a reference that begins with PO is one."""
    for candidate, found in claims.items():
        for index, claim in enumerate(found):
            if claim.label == "order_number" and not _is_buyers(claim.hit.phrase):
                found[index] = replace(claim, closeness=0.9 * claim.closeness)
            elif (
                claim.label == "other_number"
                and _PURCHASE.match(candidate.value)
                and not _REFERS.isdisjoint(claim.hit.phrase.split())
            ):
                found[index] = replace(claim, hit=replace(claim.hit, label="order_number"))


@lru_cache(maxsize=1024)
def _is_buyers(phrase: str) -> bool:
    """Whether the words say that the buyer gave the number: a purchase order, "your order"."""
    concepts = {concept for token in phrase.split() for concept in concepts_of(token)}
    return "yours" in concepts or not _PURCHASES.isdisjoint(phrase.split())


def _heads(title: LabelHit, number: LabelHit) -> bool:
    """Whether a title stands right before a number's label, in its row or in the row above."""
    if title.segment.page != number.segment.page:
        return False
    if title.segment is number.segment:
        return 0 <= number.start - title.end <= (1 if title.start else _WORDS_OF_A_TITLE)
    if title.segment.row == number.segment.row:
        last = title.end == len(title.segment.words)
        return last and number.segment.index == title.segment.index + 1 and number.start == 0
    under = 0 < number.segment.row - title.segment.row <= 2
    return under and number.start == 0 and abs(title.x0 - number.x0) < 0.15
