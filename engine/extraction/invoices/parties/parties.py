"""Who sent the invoice and who is to pay it: of all names the one that suits each side best."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from engine.extraction.invoices.evidence import Claims
from engine.extraction.invoices.header.accounts import Stretch
from engine.extraction.invoices.parties.name_scores import (
    NameScores,
    is_told,
    name_quality,
    scores_of,
    stands_in_window,
    strongest,
)
from engine.extraction.invoices.parties.names import (
    NameCandidate,
    find_names,
    has_legal_form,
    has_title,
)
from engine.extraction.invoices.parties.party_headings import claims_of_headings
from engine.extraction.invoices.sheet.amounts import has_cents
from engine.extraction.invoices.sheet.candidates import Candidates
from engine.extraction.invoices.sheet.layout import Sheet
from engine.extraction.invoices.sheet.places import Places, key_of

_FIRST_NAMES: Final = 3
_HEAD: Final = 0.3
_TOP: Final = 0.12
_LEAST_LETTERS: Final = 5
_LEAST_CERTAINTY: Final = 0.5
_LEAST: Final = 0.4


@dataclass(frozen=True, slots=True)
class Party:
    """A name with its score (0 to 1) and the stretch of the page that its address takes.

    ``rival`` is the score of the best other name.
    """

    name: NameCandidate
    score: float
    stretch: Stretch
    rival: float = 0.0


@dataclass(frozen=True, slots=True)
class Parties:
    """The two sides of an invoice; None for one that could not be made out.

    ``places`` tells what stands around all names, ``scores`` what the rules make of each.
    """

    vendor: Party | None
    customer: Party | None
    places: Places | None = None
    scores: tuple[NameScores, ...] = ()


def find_parties(sheet: Sheet, found: Candidates, item_rows: frozenset[int]) -> Parties:
    """Vendor and customer named on ``sheet``, outside the rows of its table of items."""
    names = [name for name in find_names(sheet) if name.segment.row not in item_rows]
    claims = claims_of_headings(sheet, names)
    places = Places(sheet, names, found)
    scores = tuple(scores_of(name, claims, places) for name in names)
    buyers = [(entry.buyer, entry.name) for entry in scores]
    customer = _best(buyers, places)
    sellers = [
        (entry.seller, entry.name)
        for entry in scores
        if customer is None or key_of(entry.name.value) != key_of(customer.name.value)
    ]
    priced = {amount.segment.row for amount in found.amounts if has_cents(amount.value)}
    heads = [name for name in names if name.segment.row not in priced and not is_told(name)]
    vendor = _best(sellers, places) or _best(_at_the_top(heads, claims, places), places)
    if vendor is None and customer is None:
        vendor = _best(_first_of_two(sellers, places), places)
    if customer is None:
        customer = _window_customer(names, claims, places, vendor)
    if vendor is None:
        vendor = _best(_other_block(sellers, customer, places), places)
    return Parties(vendor, customer, places, scores)


def _first_of_two(
    sellers: Iterable[tuple[float, NameCandidate]], places: Places
) -> list[tuple[float, NameCandidate]]:
    """The name at the very top where a second one with an address stands below it."""
    heads = [
        name
        for score, name in sellers
        if score > 0 and name.segment.page == places.first_page
        if name.segment.y0 < _HEAD and places.address_below(name)
    ]
    apart = len(heads) > 1 and heads[1].segment.y0 - heads[0].segment.y0 > 0.04
    return [(_LEAST, heads[0])] if apart and heads[0].segment.y0 < _TOP else []


def _other_block(
    sellers: Iterable[tuple[float, NameCandidate]], customer: Party | None, places: Places
) -> list[tuple[float, NameCandidate]]:
    """The only other name with an address in the head of the page: who else should have sent it?"""
    theirs = places.block(customer.name) if customer is not None else []
    others = [
        name
        for score, name in sellers
        if score > 0 and name.segment.y0 < _HEAD and places.address_below(name)
        if name.segment.page == places.first_page and not any(name.segment is s for s in theirs)
    ]
    return [(_LEAST, others[0])] if customer is not None and others else []


def _window_customer(
    names: Sequence[NameCandidate], claims: Claims, places: Places, vendor: Party | None
) -> Party | None:
    """The name over an address in the upper part of the first page that is not the vendor's."""
    options = []
    for name in names:
        if vendor is not None and key_of(name.value) == key_of(vendor.name.value):
            continue
        label, _ = strongest(claims[name])
        y = name.segment.y0
        if label not in (None, "ship_to") or not stands_in_window(name, places):
            continue
        if vendor is not None and any(name.segment is s for s in places.block(vendor.name)):
            continue
        if places.has_contact(name) and not has_title(name.value):
            continue
        score = 0.5 + (0.1 if name.segment.x0 < 0.3 or y > 0.1 else 0.0)
        score -= 0.08 if label else 0.0
        score += 0.1 if has_legal_form(name.value) else 0.0
        score += 0.15 if has_title(name.value) else 0.0
        options.append((score * name_quality(name), name))
    return _best(options, places)


def _at_the_top(
    names: Sequence[NameCandidate], claims: Claims, places: Places
) -> list[tuple[float, NameCandidate]]:
    """The first line that is a name, where nothing else tells the vendor: as receipts begin."""
    if any(strongest(found)[0] for found in claims.values()):
        return []
    first = [name for name in names if name.segment.page == places.first_page][:_FIRST_NAMES]
    for name in first:
        if places.is_letter and stands_in_window(name, places) and not places.has_contact(name):
            return []
        certain = min(word.confidence for word in name.words)
        if len(name.value) >= _LEAST_LETTERS and certain >= _LEAST_CERTAINTY:
            firm = has_legal_form(name.value) or places.address_below(name) > 0
            return [(0.5 if firm else _LEAST, name)]
    return []


def _best(scored: Iterable[tuple[float, NameCandidate]], places: Places) -> Party | None:
    options = list(scored)
    best = max(options, key=lambda entry: entry[0], default=None)
    if best is None or best[0] < _LEAST:
        return None
    key = key_of(best[1].value)
    rival = max((score for score, name in options if key_of(name.value) != key), default=0.0)
    return party_of(best[1], best[0], places, rival)


def party_of(name: NameCandidate, score: float, places: Places, rival: float) -> Party:
    """A side of the invoice by its name, with the stretch of the page under it."""
    block = places.block(name)
    stretch = Stretch(
        block[0].page,
        min(s.x0 for s in block),
        block[0].y0,
        max(s.x1 for s in block),
        block[-1].y1 + 0.5 * places.sheet.pitch,
    )
    return Party(name, round(max(0.0, score), 3), stretch, max(0.0, rival))
