"""How far a whole invoice can be trusted."""

from collections.abc import Mapping
from math import prod
from typing import Final

from engine.extraction.invoices.confidence.model import load_model
from engine.records import Provenance

KEY_FIELDS: Final = ("invoice_number", "invoice_date", "currency", "total_amount")
"""What every invoice must say."""

_MISSING: Final = 0.2
"""The probability that a key field which was not found is not printed either."""


def trust_of(provenance: Mapping[str, Provenance]) -> float:
    """The probability from 0 to 1 that all key fields are right.

    Fields are right or wrong together more often than by chance: how much more was fitted.
    """
    places = [provenance.get(name) for name in KEY_FIELDS]
    chance = prod(place.confidence if place is not None else _MISSING for place in places)
    return round(min(1.0, chance ** load_model().togetherness), 3)
