"""The currency of an invoice: beside its amounts, in its labels, or by its country."""

import re
from collections import Counter
from dataclasses import dataclass
from typing import Final

from engine.extraction.amounts import Amount
from engine.extraction.currencies import CODES, currency_of, currency_of_country
from engine.extraction.invoices.parties.homeland import currencies_at_home
from engine.extraction.invoices.sheet.amounts import has_cents
from engine.extraction.invoices.sheet.candidate import Candidate
from engine.extraction.invoices.sheet.candidates import Candidates
from engine.extraction.invoices.sheet.layout import Segment, Sheet
from engine.extraction.invoices.sums.sum_figures import Totals
from engine.reading.page import Word

_NAMED: Final = frozenset(
    (
        "currency",
        "curency",
        "wahrung",
        "devise",
        "valuta",
        "moneda",
        "moeda",
        "mena",
        "waluta",
        "betrage",
    )
)


_WORDS: Final = {
    "euro": "EUR", "euros": "EUR", "euroa": "EUR", "ringgit": "MYR", "reais": "BRL",
    "złotych": "PLN", "dirhams": "AED", "naira": "NGN",
}  # fmt: skip
_LETTER_SIGNS: Final = frozenset(
    ("RM", "R$", "Rs", "KSh", "Kč", "zł", "lei", "Ft", "€", "£", "Dhs")
)
_SUMS: Final = frozenset(("total", "weak_total", "subtotal", "due", "tax", "other_amount"))
_DOLLARS: Final = frozenset(
    ("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "MXN", "ARS", "CLP", "COP", "UYU")
)
_CROWN_COINS: Final = frozenset(("NOK", "DKK", "SEK", "ISK"))
_CROWNS = re.compile(r"(?:[\d.,\s]*\d(?:,-)?)?kr\.?(?:-?\d.*)?", re.IGNORECASE)
_REACH: Final = 4
_BARE = re.compile(r"(?<![A-Za-z])\$(?!\s?(?:USD|US)\b)")
_SURE: Final = 2
"""Lead of a country, in votes, from which a bare dollar sign is believed to be its dollar."""

_AGAINST: Final = 4
"""The same where something speaks for the United States, who have no other name for a dollar."""

_PLAIN: Final = 4
"""Lead, in votes, from which a country is believed without a sign of its currency."""


@dataclass(frozen=True, slots=True)
class FoundCurrency:
    """A currency, where it is printed, and how sure that is (0 to 1)."""

    code: str
    segment: Segment
    words: tuple[Word, ...]
    text: str
    score: float


def find_currency(sheet: Sheet, found: Candidates, totals: Totals) -> FoundCurrency | None:
    """The currency the invoice is in, or None."""
    named = (
        _beside_total(sheet, totals)
        or _named(sheet)
        or _beside_amounts(found)
        or _in_letters(sheet, codes_only=False)
    )
    if named is not None and named.code != "USD":
        return named
    if named is not None:
        return _of_dollars(sheet, found, named) if _BARE.search(named.text) else named
    return _of_crowns(sheet, found) or _by_country(sheet, found)


def _beside_total(sheet: Sheet, totals: Totals) -> FoundCurrency | None:
    for figure in (totals.total, totals.due, totals.subtotal):
        if figure is None:
            continue
        amount = figure.candidate
        if amount.value.currency and "$" not in amount.text:
            return _at(amount, amount.value.currency, 0.97)
        before = _words_before(sheet, amount)
        for segment, index in before[-_REACH:]:
            code = _bare(segment.words[index])
            if code in CODES:
                return _word(segment, index, code, 0.95)
    return None


def _words_before(sheet: Sheet, amount: Candidate[Amount]) -> list[tuple[Segment, int]]:
    """Words before an amount in its segment, and those of the segment to its left."""
    own = amount.segment
    words = [(own, index) for index in range(amount.start)]
    if own.index and not words:
        left = sheet.row_of(own).segments[own.index - 1]
        words = [(left, index) for index in range(len(left.words))]
    return words


def _named(sheet: Sheet) -> FoundCurrency | None:
    """After the word currency, in its segment, the next one or the one below."""
    for row in sheet.rows:
        for segment in row.segments:
            if not _NAMED & set(segment.tokens):
                continue
            beside = row.segments[segment.index : segment.index + 2]
            for place in beside:
                for index, word in enumerate(place.words):
                    code = _bare(word)
                    if code in CODES:
                        return _word(place, index, code, 0.96)
    return None


def _beside_amounts(found: Candidates) -> FoundCurrency | None:
    """The one that most amounts show."""
    votes = Counter(a.value.currency for a in found.amounts if a.value.currency)
    if not votes:
        return None
    code, count = votes.most_common(1)[0]
    share = count / sum(votes.values())
    place = next(a for a in found.amounts if a.value.currency == code)
    exact = [a for a in found.amounts if a.value.currency and "$" not in a.text]
    if code == "USD" and "$" in place.text and len(exact) == 0:
        return _at(place, code, 0.9)
    return _at(place, code, 0.6 + 0.35 * share)


def _in_letters(sheet: Sheet, codes_only: bool) -> FoundCurrency | None:
    """The code or word that the text names most often where it can mean nothing else."""
    votes = Counter[str]()
    places: dict[str, tuple[Segment, int]] = {}
    for segment in sheet.segments:
        for index, word in enumerate(segment.words):
            text = _bare(word)
            if text in CODES:
                code = text if _stands_alone(segment, index) else None
            elif codes_only:
                code = None
            else:
                code = _WORDS.get(text.casefold()) or _heading_sign(segment, text)
            if code:
                votes[code] += 1
                places.setdefault(code, (segment, index))
    if not votes:
        return None
    code, count = votes.most_common(1)[0]
    segment, index = places[code]
    return _word(segment, index, code, 0.5 + 0.4 * count / sum(votes.values()))


def _stands_alone(segment: Segment, index: int) -> bool:
    """Whether a code is no word of a name: alone, in brackets, after a label or by a figure."""
    words = segment.words
    if index == 0 and len(words) > 1:
        return words[1].text[:1].isdigit()
    return True


def _heading_sign(segment: Segment, text: str) -> str | None:
    """The currency of a sign in letters (RM, zł) that follows the name of a sum."""
    if text not in _LETTER_SIGNS or not segment.labels or segment.labels[0].label not in _SUMS:
        return None
    return currency_of(text)


def _of_dollars(sheet: Sheet, found: Candidates, printed: FoundCurrency) -> FoundCurrency:
    """The country's dollar or peso that a bare sign stands for."""
    told = _in_letters(sheet, codes_only=True)
    if told is not None and told.code in _DOLLARS:
        return told
    votes = currencies_at_home(sheet, found)
    code, lead = _leading(votes, _DOLLARS)
    if code is None or lead < (_AGAINST if votes["USD"] else _SURE):
        return printed
    score = 0.92 if lead > _SURE else 0.85
    return FoundCurrency(code, printed.segment, printed.words, printed.text, score)


def _of_crowns(sheet: Sheet, found: Candidates) -> FoundCurrency | None:
    """The country's crowns that "kr" stands for."""
    for segment in sheet.segments:
        for index, word in enumerate(segment.words):
            if _CROWNS.fullmatch(word.text):
                code, lead = _leading(currencies_at_home(sheet, found), _CROWN_COINS)
                return _word(segment, index, code, 0.85) if code and lead else None
    return None


def _leading(votes: Counter[str], allowed: frozenset[str]) -> tuple[str | None, int]:
    """The currency with most ``votes`` among ``allowed``, and its lead on the next."""
    best = [(code, count) for code, count in votes.most_common() if code in allowed]
    if not best:
        return None, 0
    return best[0][0], best[0][1] - (best[1][1] if len(best) > 1 else 0)


def _by_country(sheet: Sheet, found: Candidates) -> FoundCurrency | None:
    """The currency of the country whose tax number is printed first, or that all else shows."""
    for number in found.tax_ids:
        code = currency_of_country(number.value.country)
        if code:
            return FoundCurrency(code, number.segment, number.words, number.text, 0.6)
    code, lead = _leading(currencies_at_home(sheet, found), CODES)
    if code is None or lead < _PLAIN:
        return None
    place = next((a for a in found.amounts if has_cents(a.value)), None)
    return _at(place, code, 0.55) if place is not None else None


def _bare(word: Word) -> str:
    return word.text.strip("():,.[]/*")


def _at(place: Candidate[Amount], code: str, score: float) -> FoundCurrency:
    return FoundCurrency(code, place.segment, place.words, place.text, score)


def _word(segment: Segment, index: int, code: str, score: float) -> FoundCurrency:
    word = segment.words[index]
    return FoundCurrency(code, segment, (word,), word.text, score)
