"""What becomes of a run's document when matches of it change: lists, summary, what is unmatched."""

from collections.abc import Collection
from typing import TypeVar

import msgspec

from engine.errors import NotFoundError
from engine.processing.signature import Signature
from engine.records import (
    AuditEntry,
    Match,
    Proposal,
    ReconciliationDocument,
    Unmatched,
    append_entry,
    summarise_matches,
)
from engine.records.reconciliation import Decision

T = TypeVar("T", bound=Proposal)


def find_match(document: ReconciliationDocument, match_id: str) -> Match:
    """The match of a run.

    Raises:
        NotFoundError: the run has no such match.
    """
    for found in (*document.matched, *document.partial):
        if found.match_id == match_id:
            return found
    raise NotFoundError("match", match_id)


def decided(found: Match, decision: Decision, signature: Signature) -> Match:
    """The match after the word, with who said it and when; a proposal has neither."""
    is_open = decision == "proposed"
    return msgspec.structs.replace(
        found,
        decision=decision,
        decided_by=None if is_open else signature.by,
        decided_at=None if is_open else signature.at,
    )


def changed(
    document: ReconciliationDocument,
    changed: dict[str, Match],
    signature: Signature,
    *,
    action: str,
    before: str,
    after: str,
) -> ReconciliationDocument:
    """The document with these matches in their new form, by id, and an entry that says so."""
    return rebuilt(
        document,
        with_changes(document.matched, changed),
        with_changes(document.partial, changed),
        append_entry(
            document.audit_trail,
            at=signature.at,
            by=signature.by,
            action=action,
            target=" ".join(changed),
            before=before,
            after=after,
        ),
    )


def with_changes(matches: tuple[Match, ...], changed: dict[str, Match]) -> tuple[Match, ...]:
    """The matches, those that changed in their new form."""
    return tuple(changed.get(m.match_id, m) for m in matches)


def rebuilt(
    document: ReconciliationDocument,
    matched: tuple[Match, ...],
    partial: tuple[Match, ...],
    trail: tuple[AuditEntry, ...],
) -> ReconciliationDocument:
    """The document with these lists: what is unmatched and the summary follow from them."""
    unmatched = _unmatched_after(document, (*matched, *partial))
    summary = document.reconciliation_summary
    return msgspec.structs.replace(
        document,
        matched=matched,
        partial=partial,
        unmatched=unmatched,
        reconciliation_summary=summarise_matches(
            matched,
            partial,
            unmatched,
            summary.total_invoices_processed,
            summary.total_transactions_processed,
        ),
        audit_trail=trail,
    )


def _unmatched_after(document: ReconciliationDocument, matches: Collection[Match]) -> Unmatched:
    """Ids that no match holds any more, in the order in which the run knew them."""
    kept = [m for m in matches if m.decision != "rejected"]
    held_invoices = {invoice_id for m in kept for invoice_id in m.invoice_ids}
    held_lines = {line_id for m in kept for line_id in m.transaction_ids}
    everything = (*document.matched, *document.partial)
    known: tuple[Proposal, ...] = (*everything, *(r for m in everything for r in m.replaced))
    invoices = [*document.unmatched.invoices, *(i for m in known for i in m.invoice_ids)]
    lines = [
        *document.unmatched.bank_transactions,
        *(t for m in known for t in m.transaction_ids),
    ]
    return msgspec.structs.replace(
        document.unmatched,
        invoices=tuple(i for i in dict.fromkeys(invoices) if i not in held_invoices),
        bank_transactions=tuple(t for t in dict.fromkeys(lines) if t not in held_lines),
    )


def as_kind(kind: type[T], found: Proposal) -> T:
    """A match as the proposal that it was, and back."""
    return kind(**{name: getattr(found, name) for name in Proposal.__struct_fields__})


def share_records(one: Proposal, other: Proposal) -> bool:
    """Whether both want one of the same invoices or bank lines."""
    is_invoice = not set(one.invoice_ids).isdisjoint(other.invoice_ids)
    return is_invoice or not set(one.transaction_ids).isdisjoint(other.transaction_ids)
