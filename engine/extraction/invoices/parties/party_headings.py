"""Which headings speak for which names: "Bill to", "Seller", "Name:" under one of them."""

from collections.abc import Iterable, Sequence
from typing import Final

from engine.extraction.invoices.evidence import Claim, Claims, claims_on
from engine.extraction.invoices.parties.addresses import is_numbered
from engine.extraction.invoices.parties.names import NameCandidate
from engine.extraction.invoices.sheet.labels import Label
from engine.extraction.invoices.sheet.layout import LabelHit, Sheet

PARTY_LABELS: Final[frozenset[Label]] = frozenset(
    {"seller", "payee", "buyer", "ship_to", "party_name"}
)
"""Labels that announce a party."""

_RIVALS: Final[frozenset[Label]] = frozenset(
    {"seller", "payee", "buyer", "ship_to", "title", "total", "subtotal", "due", "order_number"}
)
_MOST_WORDS_AFTER: Final = 14
_ADDRESSED: Final = frozenset(("to", "an", "a", "aan"))
_SMALL: Final = frozenset(("for",))
"""Words that head a party only when they stand alone."""

_SLIP: Final = 0.6


def claims_of_headings(sheet: Sheet, names: Sequence[NameCandidate]) -> Claims:
    """For each name the claims of the headings that announce a party, closest first."""
    claims = claims_on(sheet, names, PARTY_LABELS, _RIVALS)
    for name, found in claims.items():
        claims[name] = _by_headings(found)
    _resolve_name_rows(sheet, claims)
    return claims


def _resolve_name_rows(sheet: Sheet, claims: Claims) -> None:
    """A row "Name: …" belongs to the last heading of a party above it."""
    headings = [hit for hit in sheet.labels if hit.label in ("seller", "payee", "buyer", "ship_to")]
    for found in claims.values():
        for index, claim in enumerate(found):
            if claim.label != "party_name":
                continue
            heading = _heading_above(claim.hit, headings)
            if heading is not None:
                found[index] = Claim(heading, 0.97, claim.is_below)
        found.sort(key=lambda claim: -claim.closeness)


def _by_headings(found: Iterable[Claim]) -> list[Claim]:
    """The claims of headings; of two in one segment the buyer's goes before where goods go."""
    claims = [claim for claim in found if _heads_segment(claim.hit)]
    buyers = {id(claim.hit.segment) for claim in claims if claim.label == "buyer"}
    return [c for c in claims if c.label != "ship_to" or id(c.hit.segment) not in buyers]


def _heads_segment(hit: LabelHit) -> bool:
    """Whether a party's label opens its segment; inside a sentence it announces nothing."""
    segment = hit.segment
    if hit.end - hit.start == 1 and is_numbered(segment.text):
        return False  # "An der Mühle 63" and "To Lane 5" are streets
    if hit.phrase == "from" and any(other.phrase == "to" for other in segment.labels):
        return False  # a voyage
    if hit.phrase in _ADDRESSED and segment.y0 > _SLIP:
        return False  # on the slip at the foot of the page the payment is sent to the vendor
    if hit.phrase in _SMALL and hit.end < len(segment.words):
        return False
    opens = hit.start == 0 or _follows_headings(hit)
    return opens and len(segment.words) - hit.end <= _MOST_WORDS_AFTER


def _follows_headings(hit: LabelHit) -> bool:
    """Whether only other parties' labels stand before it ("Consignee / Buyer")."""
    before = {
        word
        for other in hit.segment.labels
        if other.label in PARTY_LABELS and other.end <= hit.start
        for word in range(other.start, other.end)
    }
    words = hit.segment.words[: hit.start]
    return all(i in before or not any(map(str.isalnum, w.text)) for i, w in enumerate(words))


def _heading_above(hit: LabelHit, headings: Iterable[LabelHit]) -> LabelHit | None:
    above = [
        heading
        for heading in headings
        if heading.segment.page == hit.segment.page
        and 0 <= hit.segment.row - heading.segment.row <= 8
        and heading.segment.x0 <= hit.x0 + 0.05
        and heading.segment is not hit.segment
    ]
    return max(above, key=lambda heading: (heading.segment.row, heading.x0), default=None)
