"""How well each name on an invoice suits either side of it.

Names are judged by the labels beside or above them, by what stands under them (an address), by
where they stand (head, window, foot of the page) and by how often they come back.
"""

from dataclasses import dataclass
from typing import Final

from engine.extraction.invoices.evidence import Claim, Claims
from engine.extraction.invoices.parties.names import NameCandidate, has_legal_form, has_title
from engine.extraction.invoices.sheet.labels import Label
from engine.extraction.invoices.sheet.places import Places, key_of

_SHORTEST_NAME: Final = 2
_WINDOW_TOP: Final = 0.035


@dataclass(frozen=True, slots=True)
class NameScores:
    """How well a name suits either side (0 to 1), and the party's label that speaks for it."""

    name: NameCandidate
    seller: float
    buyer: float
    label: Label | None
    closeness: float


def scores_of(name: NameCandidate, claims: Claims, places: Places) -> NameScores:
    """The scores of ``name`` by what the labels claim and what stands around it."""
    label, closeness = strongest(claims[name])
    return NameScores(
        name,
        _seller_score(name, claims, places),
        _buyer_score(name, claims, places),
        label,
        closeness,
    )


def _seller_score(name: NameCandidate, claims: Claims, places: Places) -> float:
    label, closeness = strongest(claims[name])
    if label == "seller":
        return (0.55 + 0.4 * closeness) * name_quality(name)
    if label in ("buyer", "ship_to") and closeness > 0.5:
        return 0.0
    score = 0.1 if name.segment.page == places.first_page else 0.0
    score += 0.2 * closeness if label == "payee" else 0.0
    if has_legal_form(name.value):
        score += 0.32
    if places.domain_agrees(name) or places.is_paid(name):
        score += 0.3
    if label is None and is_told(name):
        score -= 0.2
    if places.in_address_line(name):
        score += 0.3
    if places.address_below(name):
        score += 0.18 if places.has_contact(name) else 0.1
    if name.segment.row in places.tax_rows:
        score += 0.25
    if stands_in_window(name, places) and not places.has_contact(name):
        score -= 0.15
    if has_title(name.value):
        score -= 0.1
    if places.names_a_reader(name):
        score -= 0.3
    if places.is_registered(name):
        score += 0.15
    if places.is_letterhead(name) and places.address_below(name):
        score += 0.12
    score += min(0.2, 0.08 * (places.counts[key_of(name.value)] - 1))
    score += _head_or_foot(name, places)
    return min(0.93, score) * name_quality(name)


def _head_or_foot(name: NameCandidate, places: Places) -> float:
    if name.segment.page != places.first_page:
        return 0.0
    y = name.segment.y0
    score = 0.0
    if y < 0.1:
        score += 0.18
    elif y < 0.22 or y > 0.86:
        score += 0.08
    if name.segment.size >= 0.95 * places.largest and y < 0.3:
        score += 0.12
    return score


def _buyer_score(name: NameCandidate, claims: Claims, places: Places) -> float:
    label, closeness = strongest(claims[name])
    if label != "buyer":
        return 0.0
    bonus = 0.05 if places.address_below(name) or has_legal_form(name.value) else 0.0
    return min(0.96, (0.45 + 0.45 * closeness + bonus) * name_quality(name))


def is_told(name: NameCandidate) -> bool:
    """Whether the line names something and then says it ("Cashier: Ann"), as no heading does."""
    words = name.segment.words
    return any(word.text.endswith(":") for word in words[: len(words) - 1])


def stands_in_window(name: NameCandidate, places: Places) -> bool:
    """Whether a name over an address stands where letters have their window."""
    head = name.segment.page == places.first_page and _WINDOW_TOP < name.segment.y0 < 0.4
    return head and places.address_below(name) > 0 and not places.is_letterhead(name)


def strongest(claims: list[Claim]) -> tuple[Label | None, float]:
    """The label that speaks for a side most closely, and how closely (0 to 1)."""
    for claim in claims:
        if claim.label != "party_name":
            return claim.label, claim.closeness
    return None, 0.0


def name_quality(name: NameCandidate) -> float:
    """Less for one short word, for lower case and for figures."""
    words = name.value.split()
    quality = 1.0
    if len(words) == 1 and not has_legal_form(name.value):
        quality *= 0.9 if len(words[0]) > 4 else 0.75
    if any(char.isdigit() for char in name.value):
        quality *= 0.8
    if max(map(len, words[:-1]), default=_SHORTEST_NAME) < _SHORTEST_NAME:
        quality *= 0.75
    if name.value[:1].islower():
        quality *= 0.7
    if len(words) > 1 and words[-1].islower() and not has_legal_form(name.value):
        quality *= 0.6
    return quality
