"""Features of the names of vendor and customer."""

from typing import Final

from engine.extraction.invoices.confidence.surroundings import Surroundings
from engine.extraction.invoices.draft import Pick
from engine.extraction.invoices.parties.names import has_legal_form, has_title
from engine.extraction.invoices.parties.parties import Party
from engine.extraction.invoices.parties.party_headings import PARTY_LABELS
from engine.extraction.invoices.sheet.places import Places, key_of

_TOP: Final = 0.12
_MOST_REPEATS: Final = 3


def vendor_signals(around: Surroundings, pick: Pick) -> dict[str, float]:
    """Features of the vendor's name."""
    return _party_signals(around, pick, around.parties.vendor, around.parties.customer)


def customer_signals(around: Surroundings, pick: Pick) -> dict[str, float]:
    """Features of the customer's name."""
    return _party_signals(around, pick, around.parties.customer, around.parties.vendor)


def _party_signals(
    around: Surroundings, pick: Pick, party: Party | None, other: Party | None
) -> dict[str, float]:
    places = around.parties.places
    if party is None or places is None:
        return {}
    signals = _shape(party.name.value) | _standing(party, places, other)
    hit = around.label_before(pick.segment, max(1, party.name.start), above=True)
    own = hit is not None and hit.label in PARTY_LABELS
    return signals | {
        f"label: {hit.label}" if hit is not None and own else "no label": 1.0,
        "a near rival": party.rival / max(party.score, 0.05),
        "the other party is known": float(other is not None),
    }


def _shape(text: str) -> dict[str, float]:
    words = text.split()
    return {
        "legal form": float(has_legal_form(text)),
        "a person's title": float(has_title(text)),
        "figures in it": float(any(map(str.isdigit, text))),
        "one word": float(len(words) == 1),
        "many words": float(len(words) > 5),
        "short": float(len(text) < 6),
        "all capitals": float(text.isupper()),
        "ends in lower case": float(words[-1].islower()),
        "odd signs": float(sum(not (c.isalnum() or c in " .,&-'") for c in text) > 0),
    }


def _standing(party: Party, places: Places, other: Party | None) -> dict[str, float]:
    name = party.name
    key = key_of(name.value)
    firms = {
        key_of(candidate.value) for candidate in places.names if has_legal_form(candidate.value)
    } - {key, key_of(other.name.value) if other is not None else ""}
    formal = has_legal_form(name.value)
    return {
        "address below": min(3, places.address_below(name)) / 3,
        "contact below": float(places.has_contact(name)),
        "web address agrees": float(places.domain_agrees(name)),
        "in a tax number's row": float(name.segment.row in places.tax_rows),
        "is paid": float(places.is_paid(name)),
        "sender's line": float(places.in_address_line(name)),
        "said again": min(_MOST_REPEATS, places.counts[key] - 1) / _MOST_REPEATS,
        "at the very top": float(name.segment.y0 < _TOP),
        "the largest name": float(name.segment.size >= 0.95 * places.largest),
        "another firm, and it has no form": float(bool(firms) and not formal),
        "other firms": min(3, len(firms)) / 3,
    }
