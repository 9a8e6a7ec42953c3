"""The currency of an invoice: beside its amounts, in its labels, or by its country."""

from collections import Counter
from dataclasses import dataclass
from typing import Final

from engine.extraction.amounts import Amount
from engine.extraction.currencies import CODES, currency_of, currency_of_country
from engine.extraction.invoices.candidates import Candidate, Candidates
from engine.extraction.invoices.layout import Segment, Sheet
from engine.extraction.invoices.sum_figures import Totals
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
    return (
        _beside_total(totals)
        or _named(sheet)
        or _beside_amounts(found)
        or _anywhere(sheet)
        or _by_country(found)
    )


def _beside_total(totals: Totals) -> FoundCurrency | None:
    for figure in (totals.total, totals.due, totals.subtotal):
        if figure is None:
            continue
        amount = figure.candidate
        if amount.value.currency and "$" not in amount.text:
            return _at(amount, amount.value.currency, 0.97)
        before = amount.segment.words[: amount.start]
        for word in before[-4:]:
            code = word.text.strip("():,.[]")
            if code in CODES:
                return _word(amount.segment, amount.segment.words.index(word), code, 0.95)
    return None


def _named(sheet: Sheet) -> FoundCurrency | None:
    """After the word currency, in its segment, the next one or the one below."""
    for row in sheet.rows:
        for segment in row.segments:
            if not _NAMED & set(segment.tokens):
                continue
            beside = row.segments[segment.index : segment.index + 2]
            for place in beside:
                for index, word in enumerate(place.words):
                    code = word.text.strip("():,.[]")
                    if code in CODES:
                        return _word(place, index, code, 0.96)
    return None


def _beside_amounts(found: Candidates) -> FoundCurrency | None:
    """The one that most amounts show; a dollar sign is of the country the page names."""
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


def _anywhere(sheet: Sheet) -> FoundCurrency | None:
    """The code or word that the text names most often."""
    votes = Counter[str]()
    places: dict[str, tuple[Segment, int]] = {}
    for segment in sheet.segments:
        for index, word in enumerate(segment.words):
            text = word.text.strip("():,.[]/*")
            if text in CODES or text.casefold() in ("euro", "euros"):
                code = currency_of(text)
                if code:
                    votes[code] += 1
                    places.setdefault(code, (segment, index))
    if not votes:
        return None
    code, count = votes.most_common(1)[0]
    segment, index = places[code]
    return _word(segment, index, code, 0.5 + 0.4 * count / sum(votes.values()))


def _by_country(found: Candidates) -> FoundCurrency | None:
    """The currency of the country whose tax number is printed first."""
    for number in found.tax_ids:
        code = currency_of_country(number.value.country)
        if code:
            return FoundCurrency(code, number.segment, number.words, number.text, 0.6)
    return None


def _at(place: Candidate[Amount], code: str, score: float) -> FoundCurrency:
    return FoundCurrency(code, place.segment, place.words, place.text, score)


def _word(segment: Segment, index: int, code: str, score: float) -> FoundCurrency:
    word = segment.words[index]
    return FoundCurrency(code, segment, (word,), word.text, score)
