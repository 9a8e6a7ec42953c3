"""The append-only history of a row, chained by hashes so that a changed past shows."""

import datetime as dt
import hashlib
from collections.abc import Sequence

import msgspec
from msgspec import Struct

FIRST_HASH = "0" * 64
"""What the first entry of a trail gives as the hash before it."""

_encoder = msgspec.json.Encoder(decimal_format="number", order="deterministic")


class AuditEntry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One thing somebody did: who, when (UTC), to what, and the values before and after.

    ``target`` is a path inside the row's JSON, such as ``invoices[0].total_amount``, or ``row``.
    ``before`` and ``after`` hold text, as a person would read it; null means there was no value.
    """

    at: dt.datetime
    by: str
    action: str
    target: str
    before: str | None
    after: str | None
    previous_hash: str
    hash: str


def append_entry(
    trail: Sequence[AuditEntry],
    *,
    at: dt.datetime,
    by: str,
    action: str,
    target: str = "row",
    before: str | None = None,
    after: str | None = None,
) -> tuple[AuditEntry, ...]:
    """The trail with one more entry, linked to the last one.

    Raises:
        ValueError: ``at`` has no time zone.
    """
    if at.tzinfo is None:
        raise ValueError("an audit entry needs a time with a time zone")
    previous = trail[-1].hash if trail else FIRST_HASH
    unsigned = AuditEntry(
        at=at.astimezone(dt.UTC),
        by=by,
        action=action,
        target=target,
        before=before,
        after=after,
        previous_hash=previous,
        hash="",
    )
    return (*trail, msgspec.structs.replace(unsigned, hash=_digest(unsigned)))


def first_broken_entry(trail: Sequence[AuditEntry]) -> int | None:
    """Index of the first entry that was changed or whose predecessor was; None when all hold."""
    previous = FIRST_HASH
    for index, entry in enumerate(trail):
        if entry.previous_hash != previous or entry.hash != _digest(entry):
            return index
        previous = entry.hash
    return None


def _digest(entry: AuditEntry) -> str:
    return hashlib.sha256(_encoder.encode(msgspec.structs.replace(entry, hash=""))).hexdigest()
