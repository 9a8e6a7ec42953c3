"""From many corrections to what is known of each vendor."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations
from typing import Final

from engine.extraction.dates import parse_date
from engine.extraction.memory.vendor_keys import keys_of_invoice
from engine.extraction.phrases import plain
from engine.extraction.vendor_habit import VendorHabit
from engine.records import DATE_FIELDS, Correction, Invoice

_CONSTANT: Final = frozenset(("vendor_name", "vendor_tax_id", "currency"))
"""Fields that have one value on all invoices of a vendor. An account is not among them: a changed
one is a known fraud, and must be read each time."""
_ALL_DATES: Final = "date_order"
_MOST_NAMES: Final = 200
"""Names of one number's vendors that are compared, each with each."""


@dataclass(frozen=True)
class Witness:
    """An invoice that a person corrected or confirmed: who it is from, and what was changed."""

    invoice: Invoice
    confirmed_at: dt.datetime | None = None

    @cached_property
    def keys(self) -> frozenset[str]:
        """What its vendor is known by."""
        domains = {d for correction in self.invoice.corrections for d in correction.domains}
        return keys_of_invoice(self.invoice, domains)

    @property
    def corrected_fields(self) -> frozenset[str]:
        """The fields that a person changed on it."""
        return frozenset(correction.field for correction in self.invoice.corrections)


@dataclass(frozen=True, slots=True)
class Forgotten:
    """Corrections of the vendor with ``key`` up to ``at`` do not count; of one field, or all."""

    key: str
    field: str | None
    at: dt.datetime


def learn(
    witnesses: Iterable[Witness],
    forgotten: Iterable[Forgotten] = (),
    own: Collection[str] = (),
) -> tuple[VendorHabit, ...]:
    """What the corrections teach, vendor by vendor; nothing that as many of them contradict.

    ``own`` are the keys of the reader's own companies: nobody is known by them.
    """
    dropped = defaultdict[str, list[Forgotten]](list)
    for entry in forgotten:
        dropped[entry.key].append(entry)
    habits: list[VendorHabit] = []
    known = list(witnesses)
    shared = _shared_keys(known) | set(own)
    for group in _by_vendor(known, shared):
        keys = frozenset[str]().union(*(witness.keys for witness in group)) - shared
        entries = [entry for key in keys for entry in dropped.get(key, ())]
        corrections = [
            correction
            for witness in group
            for correction in witness.invoice.corrections
            if not any(_covers(entry, correction) for entry in entries)
        ]
        found = _habits(_name_of(group), keys, corrections)
        mistaken = _mistaken(group) - keys
        habits += [
            replace(
                habit,
                confirmations=_confirmations(habit.field, group, entries),
                mistaken=mistaken,
            )
            for habit in found
        ]
    return tuple(habit for habit in habits if habit.strength > 0)


def _confirmations(field: str, group: Sequence[Witness], forgotten: Sequence[Forgotten]) -> int:
    """Confirmed invoices that were read with what was learned about ``field`` and left so."""
    fields = set(DATE_FIELDS) if field == _ALL_DATES else {field}
    since = max((e.at for e in forgotten if e.field in (None, field)), default=None)
    return sum(
        witness.confirmed_at is not None
        and (since is None or witness.confirmed_at > since)
        and bool(fields & (witness.invoice.learned.keys() - witness.corrected_fields))
        for witness in group
    )


def _mistaken(group: Sequence[Witness]) -> frozenset[str]:
    """The keys that names and numbers would have made which people replaced."""
    keys = frozenset[str]()
    for witness in group:
        read = {correction.field: correction.before for correction in witness.invoice.corrections}
        keys |= keys_of_invoice(
            Invoice(
                invoice_id=witness.invoice.invoice_id,
                vendor_name=read.get("vendor_name"),
                vendor_tax_id=read.get("vendor_tax_id"),
            )
        )
    return keys


def _covers(entry: Forgotten, correction: Correction) -> bool:
    fields = {None, correction.field}
    if _order_of(correction) is not None:
        fields.add(_ALL_DATES)
    return entry.field in fields and correction.at <= entry.at


def _shared_keys(witnesses: Sequence[Witness]) -> set[str]:
    """Keys under which vendors of quite different names stand: a customer's number, mostly."""
    names = defaultdict[str, dict[frozenset[str], None]](dict)
    for witness in witnesses:
        words = plain(witness.invoice.vendor_name or "").split()
        telling = frozenset(word for word in words if len(word) > 2)
        for key in witness.keys if telling else ():
            names[key][telling] = None
    return {key for key, known in names.items() if _are_different(list(known))}


def _are_different(names: Sequence[frozenset[str]]) -> bool:
    """Whether two of ``names``, of those that came last, have no word in common."""
    if frozenset.intersection(*names):
        return False
    return any(not one & other for one, other in combinations(names[-_MOST_NAMES:], 2))


def _by_vendor(witnesses: Sequence[Witness], shared: Collection[str]) -> list[list[Witness]]:
    """Witnesses in groups that have a key in common, directly or over others."""
    group_of: dict[str, int] = {}
    groups: dict[int, tuple[set[str], list[Witness]]] = {}
    for number, witness in enumerate(witnesses):
        keys, members = set(witness.keys) - set(shared), [witness]
        for joined in sorted({group_of[key] for key in keys if key in group_of}, reverse=True):
            other_keys, others = groups.pop(joined)
            keys |= other_keys
            members = others + members
        if keys:
            groups[number] = (keys, members)
            group_of.update(dict.fromkeys(keys, number))
    return [members for _, members in groups.values()]


def _name_of(group: Sequence[Witness]) -> str:
    """The vendor's name as the last invoice has it."""
    for witness in reversed(group):
        invoice = witness.invoice
        if name := invoice.vendor_name or invoice.vendor_tax_id or invoice.iban:
            return name
    return "A vendor without a name"


def _habits(
    vendor: str, keys: frozenset[str], corrections: Sequence[Correction]
) -> list[VendorHabit]:
    by_field = defaultdict[str, list[Correction]](list)
    for correction in sorted(corrections, key=lambda entry: entry.at):
        by_field[correction.field].append(correction)
    habits = [
        habit
        for field, entries in by_field.items()
        if (habit := _habit_of(vendor, keys, field, entries)) is not None
    ]
    orders = [
        order
        for field in DATE_FIELDS
        for c in by_field[field]
        if (order := _order_of(c)) is not None
    ]
    if orders:
        order, count = Counter(orders).most_common(1)[0]
        habits.append(
            VendorHabit(
                vendor, keys, _ALL_DATES, "date_order", count, len(orders) - count, value=order
            )
        )
    return habits


def _habit_of(
    vendor: str, keys: frozenset[str], field: str, entries: Sequence[Correction]
) -> VendorHabit | None:
    """What the corrections of one field say together; the newest decide between equals."""
    entries = [entry for entry in entries if _order_of(entry) is None]
    if field in _CONSTANT:
        values = [entry.after for entry in reversed(entries) if entry.after is not None]
        if not values:
            return None
        value, count = Counter(values).most_common(1)[0]
        return VendorHabit(
            vendor, keys, field, "value", count, len(entries) - count,
            bbox=next(e.bbox for e in reversed(entries) if e.after == value), value=value,
        )  # fmt: skip
    labels = [(entry.label, entry.side) for entry in reversed(entries) if entry.bbox is not None]
    if not labels:
        return None
    (label, side), count = Counter(labels).most_common(1)[0]
    return VendorHabit(
        vendor, keys, field, "label" if label else "place", count, len(entries) - count,
        label, side, next(e.bbox for e in reversed(entries) if (e.label, e.side) == (label, side)),
    )  # fmt: skip


def _order_of(correction: Correction) -> str | None:
    """The order of day and month that a corrected date proves: the same figures, read anew."""
    if correction.field not in DATE_FIELDS or not correction.printed or not correction.before:
        return None
    read = {
        order: date.isoformat()
        for order in ("dmy", "mdy")
        if (date := parse_date(correction.printed, order=order)) is not None
    }
    if len(set(read.values())) < 2 or correction.before not in read.values():
        return None
    return next((order for order, date in read.items() if date == correction.after), None)
