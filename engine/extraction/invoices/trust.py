"""How far a whole invoice can be trusted."""

from collections.abc import Mapping
from typing import Final

from engine.records import Provenance

KEY_FIELDS: Final = (
    "invoice_number", "invoice_date", "vendor_name", "currency", "total_amount",
)  # fmt: skip
"""What every invoice must say."""


def trust_of(provenance: Mapping[str, Provenance]) -> float:
    """Mean confidence of the key fields, 0 to 1; one that is missing counts as 0."""
    places = [provenance.get(name) for name in KEY_FIELDS]
    trust = sum(place.confidence for place in places if place is not None) / len(KEY_FIELDS)
    return round(min(1.0, trust), 3)
