"""One run of the matcher over chosen uploads, and people's decisions about its matches. Pure.

A rejected match counts for nothing: its invoices and transactions are unmatched again, unless
another match holds them, and later runs never propose the same group.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

import msgspec

from engine import __version__
from engine.errors import NotFoundError, NothingToReconcileError, WrongStateError
from engine.matching import ALGORITHM, BankLine, MatchOptions, MatchResult, OpenInvoice, match
from engine.processing.reviewing import Signature
from engine.processing.workflow import USABLE
from engine.records import (
    BankTransactionUpload,
    InvoiceUpload,
    Match,
    ReconciliationDocument,
    ReconciliationInfo,
    SourceDocument,
    Unmatched,
    append_entry,
    summarise_matches,
)
from engine.records.reconciliation import Decision

Group: TypeAlias = tuple[tuple[str, ...], tuple[str, ...]]
"""Sorted invoice ids and sorted transaction ids of a match."""

_ACTIONS: Final[dict[Decision, str]] = {
    "confirmed": "confirm",
    "rejected": "reject",
    "proposed": "reopen",
}


@dataclass(frozen=True, slots=True)
class RunRequest:
    """What a run is made of. Ids of the run and of the person; the uploads with their records."""

    reconciliation_id: str
    invoice_uploads: Sequence[InvoiceUpload]
    bank_uploads: Sequence[BankTransactionUpload]
    threshold: float
    date_window_days: int
    rejected: frozenset[Group]
    signature: Signature


def run_matching(request: RunRequest) -> MatchResult:
    """The matcher's answer over every invoice and transaction of the chosen uploads.

    Raises:
        WrongStateError: an upload is not read yet, failed, or was rejected.
        NothingToReconcileError: there is no invoice or no transaction.
    """
    for upload in (*request.invoice_uploads, *request.bank_uploads):
        if upload.status not in USABLE:
            raise WrongStateError("reconcile", upload.status, tuple(sorted(USABLE)))
    invoices = [
        OpenInvoice.from_record(invoice)
        for upload in request.invoice_uploads
        if upload.document
        for invoice in upload.document.invoices
    ]
    lines = [
        BankLine.from_record(line)
        for upload in request.bank_uploads
        if upload.document
        for line in upload.document.transactions
    ]
    if not invoices or not lines:
        raise NothingToReconcileError(len(invoices), len(lines))
    options = MatchOptions(
        threshold=request.threshold,
        date_window_days=request.date_window_days,
        rejected=request.rejected,
    )
    return match(invoices, lines, options)


def build_reconciliation(
    request: RunRequest, result: MatchResult, duration_seconds: float
) -> ReconciliationDocument:
    """The row's record for a run that took ``duration_seconds``."""
    uploads = (*request.invoice_uploads, *request.bank_uploads)
    signature = request.signature
    invoices = sum(len(u.document.invoices) for u in request.invoice_uploads if u.document)
    lines = sum(len(u.document.transactions) for u in request.bank_uploads if u.document)
    return ReconciliationDocument(
        reconciliation_id=request.reconciliation_id,
        reconciliation_info=ReconciliationInfo(
            matching_algorithm=ALGORITHM,
            confidence_threshold=request.threshold,
            date_window_days=request.date_window_days,
            engine_version=__version__,
            run_at=signature.at,
            run_by=signature.by,
            duration_seconds=round(duration_seconds, 3),
        ),
        source_documents=tuple(_source(upload) for upload in uploads),
        reconciliation_summary=summarise_matches(
            result.matched, result.partial, result.unmatched, invoices, lines
        ),
        matched=result.matched,
        partial=result.partial,
        unmatched=result.unmatched,
        audit_trail=append_entry((), at=signature.at, by=signature.by, action="run"),
    )


def decide(
    document: ReconciliationDocument,
    match_id: str,
    decision: Decision,
    signature: Signature,
    reason: str | None = None,
) -> ReconciliationDocument:
    """The document after a person's word on one match; the same word twice changes nothing.

    Raises:
        NotFoundError: the run has no such match.
    """
    found = next(
        (m for m in (*document.matched, *document.partial) if m.match_id == match_id), None
    )
    if found is None:
        raise NotFoundError("match", match_id)
    if found.decision == decision:
        return document
    decided = msgspec.structs.replace(
        found,
        decision=decision,
        decided_by=None if decision == "proposed" else signature.by,
        decided_at=None if decision == "proposed" else signature.at,
    )
    matched = _with(document.matched, decided)
    partial = _with(document.partial, decided)
    unmatched = _unmatched_after(document, matched, partial)
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
        audit_trail=append_entry(
            document.audit_trail,
            at=signature.at,
            by=signature.by,
            action=_ACTIONS[decision],
            target=match_id,
            before=found.decision,
            after=f"{decision}: {reason}" if reason else decision,
        ),
    )


def rejected_groups(documents: Iterable[ReconciliationDocument]) -> frozenset[Group]:
    """The groups that people rejected in ``documents``."""
    return frozenset(
        (tuple(sorted(m.invoice_ids)), tuple(sorted(m.transaction_ids)))
        for document in documents
        for m in (*document.matched, *document.partial)
        if m.decision == "rejected"
    )


def _source(upload: InvoiceUpload | BankTransactionUpload) -> SourceDocument:
    return SourceDocument(
        upload_id=upload.upload_id,
        kind="invoice" if isinstance(upload, InvoiceUpload) else "bank",
        file_name=upload.file_name,
        row_version=upload.row_version,
    )


def _with(matches: tuple[Match, ...], decided: Match) -> tuple[Match, ...]:
    return tuple(decided if m.match_id == decided.match_id else m for m in matches)


def _unmatched_after(
    document: ReconciliationDocument, matched: tuple[Match, ...], partial: tuple[Match, ...]
) -> Unmatched:
    """Ids that no match holds any more, in the order in which the run knew them."""
    kept = [m for m in (*matched, *partial) if m.decision != "rejected"]
    held_invoices = {invoice_id for m in kept for invoice_id in m.invoice_ids}
    held_lines = {line_id for m in kept for line_id in m.transaction_ids}
    everything = (*document.matched, *document.partial)
    invoices = [*document.unmatched.invoices, *(i for m in everything for i in m.invoice_ids)]
    lines = [
        *document.unmatched.bank_transactions,
        *(t for m in everything for t in m.transaction_ids),
    ]
    return Unmatched(
        invoices=tuple(i for i in dict.fromkeys(invoices) if i not in held_invoices),
        bank_transactions=tuple(t for t in dict.fromkeys(lines) if t not in held_lines),
    )
