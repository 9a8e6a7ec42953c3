"""Which of the names on the pages is the vendor's and which the customer's."""

from typing import Final, Literal

from engine.extraction.invoices.parties.name_scores import NameScores
from engine.extraction.invoices.parties.names import has_legal_form, has_title
from engine.extraction.invoices.parties.parties import Parties, Party, party_of
from engine.extraction.invoices.ranking.choice import Option, Ranks, preferred
from engine.extraction.invoices.sheet.places import Places, key_of

Role = Literal["vendor_name", "customer_name"]

_TOP: Final = 0.12
_LEFT: Final = 0.3
_MOST: Final = 24
_MOST_REPEATS: Final = 3


def ranked_parties(parties: Parties, ranks: Ranks) -> Parties:
    """``parties`` with another name on a side where the weights clearly prefer it."""
    vendor = _preferred(parties, "vendor_name", ranks) or parties.vendor
    customer = _preferred(parties, "customer_name", ranks) or parties.customer
    if vendor is parties.vendor and customer is parties.customer:
        return parties
    if vendor and customer and key_of(vendor.name.value) == key_of(customer.name.value):
        return parties
    return Parties(vendor, customer, parties.places, parties.scores)


def _preferred(parties: Parties, role: Role, ranks: Ranks) -> Party | None:
    if parties.places is None:
        return None
    option = preferred(name_options(parties, role), role, ranks)
    if option is None:
        return None
    own = parties.vendor if role == "vendor_name" else parties.customer
    return party_of(
        option.candidate, option.score, parties.places, own.score if own is not None else 0.0
    )


def name_options(parties: Parties, role: Role) -> list[Option]:
    """One option for each different name: the place of it that suits the role best."""
    places = parties.places
    if places is None:
        return []
    is_vendor = role == "vendor_name"
    own, other = parties.vendor, parties.customer
    if not is_vendor:
        own, other = other, own
    chosen = key_of(own.name.value) if own is not None else None
    others = key_of(other.name.value) if other is not None else None
    best: dict[str, NameScores] = {}
    for scores in parties.scores:
        key = key_of(scores.name.value)
        known = best.get(key)
        if known is None or _rank(scores, is_vendor) > _rank(known, is_vendor):
            best[key] = scores
    kept = sorted(best.items(), key=lambda entry: -max(entry[1].seller, entry[1].buyer))[:_MOST]
    firms = {key for key, scores in best.items() if has_legal_form(scores.name.value)}
    return [
        Option(
            scores.name,
            scores.seller if is_vendor else scores.buyer,
            _signals(scores, places)
            | {
                "chosen by the rules": float(key == chosen),
                "the other party": float(key == others),
                "other firms, and it is none": float(key not in firms and bool(firms - {others})),
            },
            key == chosen,
        )
        for key, scores in kept
    ]


def _rank(scores: NameScores, is_vendor: bool) -> tuple[float, float]:
    own, other = scores.seller, scores.buyer
    return (own, -other) if is_vendor else (other, -own)


def _signals(scores: NameScores, places: Places) -> dict[str, float]:
    name, text = scores.name, scores.name.value
    segment = name.segment
    words = text.split()
    return {
        "as seller": scores.seller,
        "as buyer": scores.buyer,
        f"label: {scores.label or 'none'}": 1.0,
        "closeness": scores.closeness,
        "legal form": float(has_legal_form(text)),
        "a person's title": float(has_title(text)),
        "figures in it": float(any(map(str.isdigit, text))),
        "one word": float(len(words) == 1),
        "many words": float(len(words) > 5),
        "all capitals": float(text.isupper()),
        "ends in lower case": float(words[-1].islower()),
        "address below": min(3, places.address_below(name)) / 3,
        "contact below": float(places.has_contact(name)),
        "web address agrees": float(places.domain_agrees(name)),
        "in a tax number's row": float(segment.row in places.tax_rows),
        "is paid": float(places.is_paid(name)),
        "sender's line": float(places.in_address_line(name)),
        "said again": min(_MOST_REPEATS, places.counts[key_of(text)] - 1) / _MOST_REPEATS,
        "at the very top": float(segment.y0 < _TOP),
        "depth": segment.y0,
        "at the left": float(name.x0 < _LEFT),
        "on a later page": float(segment.page != places.first_page),
        "the largest name": float(segment.size >= 0.95 * places.largest),
    }
