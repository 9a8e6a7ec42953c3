"""What people corrected on an invoice, as later invoices of the same vendor can learn from it."""

import datetime as dt
from typing import Literal

from msgspec import Struct

from engine.records.provenance import BBox, PageNumber

Side = Literal["right", "below"]
"""Where a value stands as seen from its label."""


class Correction(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One field as it was read first and as a person left it; texts as dates and numbers in ISO.

    ``page``, ``bbox`` and ``printed`` are where the right value stands, null when it is not
    printed; ``label`` are the plain words beside it. ``domains`` are the vendor's on the pages.
    """

    field: str
    before: str | None
    after: str | None
    at: dt.datetime
    page: PageNumber | None = None
    bbox: BBox | None = None
    printed: str | None = None
    label: str | None = None
    side: Side | None = None
    domains: tuple[str, ...] = ()


class Learned(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a value came from earlier corrections: how many, and what would be there without them."""

    corrections: int
    instead_of: str | None = None
