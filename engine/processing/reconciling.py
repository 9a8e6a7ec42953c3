"""One run of the matcher over chosen uploads. Pure."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

import msgspec

from engine import __version__
from engine.errors import NothingToReconcileError, WrongStateError
from engine.matching import ALGORITHM, BankLine, MatchOptions, MatchResult, OpenInvoice, match
from engine.matching.duplicates import paid_twice
from engine.matching.hands import ALONE, Hands
from engine.processing.narrowing import narrowed
from engine.processing.signature import Signature
from engine.processing.workflow import USABLE
from engine.records import (
    BankTransactionUpload,
    Duplicate,
    InvoiceUpload,
    ReconciliationDocument,
    ReconciliationInfo,
    RunScope,
    SourceDocument,
    append_entry,
    summarise_matches,
)
from engine.records.reconciliation import CarriedIn
from engine.records.uploads import UploadKind

Group: TypeAlias = tuple[tuple[str, ...], tuple[str, ...]]
"""Sorted invoice ids and sorted transaction ids of a match."""


@dataclass(frozen=True, slots=True)
class RunRequest:
    """One run: its id, what it draws on, how it is to match, and who asked for it when.

    ``carried`` is what earlier runs settled, ``duplicates`` the copies that were left out, and
    ``settled`` invoices that were paid before, with the lines that paid them. ``scope`` is what
    the run answers for.
    """

    reconciliation_id: str
    sources: tuple[SourceDocument, ...]
    invoices: Sequence[OpenInvoice]
    lines: Sequence[BankLine]
    options: MatchOptions
    signature: Signature
    carried: CarriedIn = field(default_factory=CarriedIn)
    duplicates: tuple[Duplicate, ...] = ()
    settled: Sequence[tuple[OpenInvoice, Sequence[str]]] = ()
    scope: RunScope = field(default_factory=RunScope)

    def refuse_empty(self) -> None:
        """Refuse to match nothing with something.

        Raises:
            NothingToReconcileError: there is no invoice or no transaction.
        """
        if not self.invoices or not self.lines:
            settled = self.carried.settled_invoices + self.carried.settled_transactions
            raise NothingToReconcileError(len(self.invoices), len(self.lines), settled)


def sources_of(
    uploads: Iterable[InvoiceUpload | BankTransactionUpload],
) -> tuple[SourceDocument, ...]:
    """The uploads, at their present version, as sources of a run.

    Raises:
        WrongStateError: an upload is not read yet, failed, or was rejected.
    """
    sources = []
    for upload in uploads:
        if upload.status not in USABLE:
            raise WrongStateError("reconcile", upload.status, tuple(sorted(USABLE)))
        kind: UploadKind = "invoice" if isinstance(upload, InvoiceUpload) else "bank"
        sources.append(
            SourceDocument(
                upload_id=upload.upload_id,
                kind=kind,
                file_name=upload.file_name,
                row_version=upload.row_version,
            )
        )
    return tuple(sources)


def run_matching(
    request: RunRequest, clock_seconds: Callable[[], float], hands: Hands = ALONE
) -> ReconciliationDocument:
    """The record of the run; ``clock_seconds`` tells how long the matching took.

    ``hands`` share the work.

    Raises:
        NothingToReconcileError: there is no invoice or no transaction.
    """
    request.refuse_empty()
    began = clock_seconds()
    result = match(request.invoices, request.lines, request.options, hands)
    return _document(request, result, clock_seconds() - began)


def _document(
    request: RunRequest, result: MatchResult, duration_seconds: float
) -> ReconciliationDocument:
    signature = request.signature
    whole, (result, invoices, lines) = (
        result,
        narrowed(result, request.scope, request.invoices, request.lines),
    )
    unmatched = msgspec.structs.replace(
        result.unmatched, duplicates=(*request.duplicates, *_paid_twice(request, whole))
    )
    return ReconciliationDocument(
        reconciliation_id=request.reconciliation_id,
        reconciliation_info=ReconciliationInfo(
            matching_algorithm=ALGORITHM,
            confidence_threshold=request.options.threshold,
            date_window_days=request.options.date_window_days,
            engine_version=__version__,
            run_at=signature.at,
            run_by=signature.by,
            duration_seconds=round(duration_seconds, 3),
            carried_in=request.carried,
            rules=request.options.rules,
            rates=_rates(request.options),
            scope=request.scope,
        ),
        source_documents=request.sources,
        reconciliation_summary=summarise_matches(
            result.matched,
            result.partial,
            unmatched,
            invoices,
            lines,
        ),
        matched=result.matched,
        partial=result.partial,
        unmatched=unmatched,
        audit_trail=append_entry((), at=signature.at, by=signature.by, action="run"),
    )


def _rates(options: MatchOptions) -> dict[str, dict[str, float]] | None:
    rates = options.rates
    return {month: dict(found) for month, found in rates.items()} if rates else None


def _paid_twice(request: RunRequest, result: MatchResult) -> tuple[Duplicate, ...]:
    """Lines that nothing holds, and that pay once more what is paid already."""
    bills = {i.invoice_id: i for i in request.invoices}
    now = [
        (bills[i], m.transaction_ids)
        for m in (*result.matched, *result.partial)
        if m.settlement == "full"
        for i in m.invoice_ids
    ]
    aside = {t for found in result.unmatched.set_aside for t in found.transaction_ids}
    free = set(result.unmatched.bank_transactions) - aside
    days = {t.transaction_id: t.date for t in request.lines if t.date}
    lines = [t for t in request.lines if t.transaction_id in free]
    return paid_twice([*request.settled, *now], lines, days)
