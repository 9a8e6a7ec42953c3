"""Features of accounts, tax numbers and the currency: checks, countries and rivals."""

from collections import Counter
from typing import Final

from engine.extraction.currencies import currency_of_country
from engine.extraction.identifiers import Identifier
from engine.extraction.invoices.confidence.surroundings import Surroundings
from engine.extraction.invoices.draft import Pick
from engine.extraction.invoices.sheet.candidate import Candidate

_MOST: Final = 3


def account_signals(around: Surroundings, pick: Pick) -> dict[str, float]:
    """Features of the bank account."""
    return _identifier_signals(pick, around.found.ibans) | {
        "labelled": float(any(hit.label == "account" for hit in pick.segment.labels)),
        "country of the tax number": float(
            str(around.values.get("vendor_tax_id", ""))[:2] == str(around.values["iban"])[:2]
        ),
    }


def tax_id_signals(around: Surroundings, pick: Pick) -> dict[str, float]:
    """Features of the vendor's tax number."""
    text = str(around.values["vendor_tax_id"])
    vendor, customer = around.parties.vendor, around.parties.customer
    place = pick.candidate
    near = vendor.stretch.nearness(place) if vendor is not None and place is not None else 0.0
    theirs = customer.stretch.nearness(place) if customer is not None and place is not None else 0.0
    return _identifier_signals(pick, around.found.tax_ids) | {
        "labelled": float(any(hit.label == "tax_id" for hit in pick.segment.labels)),
        "without a country": float(not text[:2].isalpha()),
        "country of the account": float(text[:2] == str(around.values.get("iban", ""))[:2]),
        "near the vendor": near,
        "near the customer": theirs,
        "customer unknown": float(customer is None),
    }


def currency_signals(around: Surroundings, pick: Pick) -> dict[str, float]:
    """Features of the currency: what the amounts show and what the countries have."""
    code = around.values["currency"]
    shown = {a.value.currency for a in around.found.amounts if a.value.currency}
    countries = {
        currency_of_country(number.value.country)
        for number in (*around.found.tax_ids, *around.found.ibans)
    } - {None}
    text = " ".join(word.text for word in pick.words)
    return {
        "other currencies": min(_MOST, len(shown - {code})) / _MOST,
        "shown by amounts": float(code in shown),
        "a bare dollar": float("$" in text and "US" not in text),
        "by its code": float(code in text),
        "currency of a country": float(code in countries),
        "not of the countries": float(bool(countries) and code not in countries),
        "countries unknown": float(not countries),
    }


def _identifier_signals(pick: Pick, candidates: list[Candidate[Identifier]]) -> dict[str, float]:
    places = Counter(c.value.compact for c in candidates)
    own = next(
        (
            c.value
            for c in candidates
            if pick.candidate is not None
            and c.segment is pick.segment
            and c.start == pick.candidate.start
        ),
        None,
    )
    return {
        "check digits right": float(own is not None and own.is_checked),
        "check digits wrong": float(own is not None and not own.is_checked),
        "rivals": min(_MOST, len(places) - 1) / _MOST if places else 0.0,
        "said again": min(_MOST, places[own.compact] - 1) / _MOST if own is not None else 0.0,
        "a rival is said more often": float(
            own is not None and max(places.values()) > places[own.compact]
        ),
        "the first of its kind": float(bool(candidates) and own is candidates[0].value),
    }
