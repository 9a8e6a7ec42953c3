"""What a row says beside what a newer engine reads in its file, value by value. Pure.

The newer side has people's words already (``carried_over``): what they said is never a change.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias, TypeVar

import msgspec

from engine.processing.carried_over import STAYED
from engine.processing.differences import Change, differences
from engine.records import BankDocument, Invoice, InvoiceDocument, StatementInfo, Transaction

Document: TypeAlias = InvoiceDocument | BankDocument
Record: TypeAlias = Invoice | Transaction | StatementInfo
R = TypeVar("R", Invoice, Transaction)
ChangeKind = Literal["found", "lost", "changed", "row_added", "row_gone"]

_AMOUNTS: Final = frozenset(
    {
        "subtotal", "tax_amount", "total_amount", "amount_due", "amount", "balance", "quantity",
        "unit_price", "tax_rate", "opening_balance", "closing_balance", "total_debits",
        "total_credits",
    }
)  # fmt: skip
"""Fields that sums speak of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueChange:
    """One value, or a whole record, before and after; ``target`` is its path as in a history.

    ``confidence`` is that of the newer value from 0 to 1, None where nothing tells it.
    ``is_proven`` says that it is an amount of sums that hold now and did not before.
    """

    target: str
    kind: ChangeKind
    before: Any
    after: Any
    confidence: float | None
    is_proven: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptWord:
    """A value for which a person's word stands, and what the newer engine reads there."""

    target: str
    value: Any
    read: Any

    @property
    def agrees(self) -> bool:
        """Whether the newer engine reads what the person said."""
        return bool(self.value == self.read)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckChange:
    """A sentence about figures that do not hold: ``holds`` now, or has come to fail."""

    target: str
    sentence: str
    holds: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """All that differs. ``stayed`` says that people arranged the records, so that theirs stay."""

    changes: tuple[ValueChange, ...]
    kept: tuple[KeptWord, ...]
    checks: tuple[CheckChange, ...]
    new_warnings: tuple[str, ...]
    stayed: bool


def compared(old: Document, new: Document, read: Document) -> Differences:
    """What differs between a row's record and a newer one of the same kind.

    Args:
        old: what the row says.
        new: what it would say.
        read: what the newer engine alone reads, record by record as in ``new``.
    """
    stayed = STAYED in new.processing_info.warnings
    known = old.processing_info.warnings
    sides = list(_sides(old, new))
    return Differences(
        changes=tuple(change for side in sides for change in _changes(*side)),
        kept=() if stayed else tuple(_kept(new, read)),
        checks=tuple(check for side in sides for check in _checks(*side)),
        new_warnings=tuple(w for w in new.processing_info.warnings if w not in known),
        stayed=stayed,
    )


def _sides(
    old: Document, new: Document
) -> Iterator[tuple[str, Record | None, Record | None, bool]]:
    """Path, both sides and whether sums newly prove it: of each record, the header first."""
    if isinstance(old, InvoiceDocument) and isinstance(new, InvoiceDocument):
        for target, before, after in _paired("invoices", old.invoices, new.invoices):
            is_proven = bool(before and after and before.checks and not after.checks)
            yield target, before, after, is_proven
    elif isinstance(old, BankDocument) and isinstance(new, BankDocument):
        statuses = (old.statement_info.proof.status, new.statement_info.proof.status)
        is_proven = statuses[0] != "proven" == statuses[1]
        yield "statement_info", old.statement_info, new.statement_info, is_proven
        for target, one, other in _paired("transactions", old.transactions, new.transactions):
            yield target, one, other, is_proven


def _paired(
    name: str, old: Sequence[R], new: Sequence[R]
) -> Iterator[tuple[str, R | None, R | None]]:
    """Records with the same id side by side; those that only one side has."""
    known = {_id_of(record): (place, record) for place, record in enumerate(old)}
    for place, record in enumerate(new):
        before = known.pop(_id_of(record), None)
        yield f"{name}[{place}]", before[1] if before else None, record
    for place, record in known.values():
        yield f"{name}[{place}]", record, None


def _changes(
    target: str, before: Record | None, after: Record | None, is_proven: bool
) -> Iterator[ValueChange]:
    if before is None or after is None:
        yield ValueChange(
            target=target,
            kind="row_added" if before is None else "row_gone",
            before=before,
            after=after,
            confidence=getattr(after, "confidence", None),
            is_proven=is_proven and isinstance(before or after, Transaction),
        )
        return
    changes, _ = differences(before, after)
    for change in changes:
        yield ValueChange(
            target=f"{target}.{change.path}",
            kind=_kind_of(change),
            before=change.before,
            after=change.after,
            confidence=_confidence(after, change.path),
            is_proven=is_proven and change.path.rpartition(".")[2] in _AMOUNTS,
        )


def _kind_of(change: Change) -> ChangeKind:
    if change.before in (None, ""):
        return "found"
    return "lost" if change.after in (None, "") else "changed"


def _confidence(record: Record, path: str) -> float | None:
    place = record.provenance.get(path) or record.provenance.get(path.partition("[")[0])
    return place.confidence if place else getattr(record, "confidence", None)


def _checks(
    target: str, before: Record | None, after: Record | None, _: bool
) -> Iterator[CheckChange]:
    old, new = (record.checks if record else () for record in (before, after))
    if after is not None:  # of a record that is gone nothing has come to hold
        for sentence in old:
            if sentence not in new:
                yield CheckChange(target=target, sentence=sentence, holds=True)
    for sentence in new:
        if sentence not in old:
            yield CheckChange(target=target, sentence=sentence, holds=False)


def _kept(new: Document, read: Document) -> Iterator[KeptWord]:
    if isinstance(new, InvoiceDocument) and isinstance(read, InvoiceDocument):
        yield from _kept_of("invoices", new.invoices, read.invoices)
    elif isinstance(new, BankDocument) and isinstance(read, BankDocument):
        yield from _words("statement_info", new.statement_info, read.statement_info)
        yield from _kept_of("transactions", new.transactions, read.transactions)


def _kept_of(name: str, new: Sequence[R], read: Sequence[R]) -> Iterator[KeptWord]:
    for place, (record, alone) in enumerate(zip(new, read, strict=True)):
        yield from _words(f"{name}[{place}]", record, alone)


def _words(target: str, record: Record, alone: Record) -> Iterator[KeptWord]:
    said = {path for path, place in record.provenance.items() if place.source == "user"}
    for path in sorted(said):
        value, machine = _value(record, path), _value(alone, path)
        if not isinstance(value, msgspec.Struct | tuple):
            yield KeptWord(target=f"{target}.{path}", value=value, read=machine)
    for name in record.__struct_fields__:  # what a person took away has no place
        machine = getattr(alone, name)
        is_plain = not isinstance(machine, msgspec.Struct | tuple | dict)
        if is_plain and machine not in (None, "") and getattr(record, name) in (None, ""):
            yield KeptWord(target=f"{target}.{name}", value=None, read=machine)


def _value(record: Any, path: str) -> Any:
    """What stands under a path as ``line_items[0].amount``; None where it leads nowhere."""
    for part in path.split("."):
        name, _, index = part.partition("[")
        record = getattr(record, name, None)
        if index and record is not None:
            place = int(index.rstrip("]"))
            record = record[place] if place < len(record) else None
    return record


def _id_of(record: Invoice | Transaction) -> str:
    return record.invoice_id if isinstance(record, Invoice) else record.transaction_id
