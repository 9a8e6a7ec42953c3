"""Runs the matcher over stored uploads and keeps each run, and the decisions about it, as a row."""

import contextlib
import datetime as dt
import threading
import time
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence

from engine.errors import AlreadyConfirmedError, InvalidInputError, StaleVersionError
from engine.matching import BankLine, MatchOptions, OpenInvoice
from engine.processing.directions import open_invoices
from engine.processing.match_memory import MatchMemory
from engine.processing.period_locks import refuse_decision
from engine.processing.reconciling import Group, RunRequest, run_matching, sources_of
from engine.processing.repeated_records import payers, without_copies
from engine.processing.rule_book import RuleBook
from engine.processing.run_decisions import decide, find_match
from engine.processing.signature import Signature
from engine.processing.still_open import Held, HeldRecords, still_open
from engine.records import (
    BankTransactionUpload,
    InvoiceUpload,
    Match,
    ReconciliationMatch,
)
from engine.records.reconciliation import Decision
from engine.store import Store


class Reconciler:
    """The reconciliation runs of ``store``."""

    def __init__(self, store: Store, clock: Callable[[], dt.datetime], memory: MatchMemory) -> None:
        self._store = store
        self._memory = memory
        self._clock = clock
        self._decision_lock = threading.Lock()

    def run(
        self,
        invoice_upload_ids: Sequence[str],
        bank_upload_ids: Sequence[str],
        *,
        threshold: float,
        date_window_days: int,
        by: str,
    ) -> ReconciliationMatch:
        """Match the uploads' invoices and transactions and store the run.

        Raises:
            NotFoundError: an upload does not exist, or is of the other kind.
            WrongStateError: an upload is not read, or was rejected.
            NothingToReconcileError: there is no invoice or no transaction.
            InvalidInputError: the threshold or the window is out of range.
        """
        if not 0 <= threshold <= 1:
            raise InvalidInputError("The confidence threshold must be between 0 and 1.")
        if not 1 <= date_window_days <= 3650:
            raise InvalidInputError("The date window must be between 1 and 3650 days.")
        invoice_uploads = [self._store.invoices.get(i) for i in _unique(invoice_upload_ids)]
        bank_uploads = [self._store.bank.get(i) for i in _unique(bank_upload_ids)]
        sources = sources_of((*invoice_uploads, *bank_uploads))
        held = self.held()
        unrepeated = without_copies(
            self._store, invoices_of(invoice_uploads, bank_uploads), lines_of(bank_uploads), held
        )
        opening = still_open(unrepeated.invoices, unrepeated.lines, held)
        paid = payers(self._store)
        request = RunRequest(
            reconciliation_id=str(uuid.uuid4()),
            sources=sources,
            invoices=opening.invoices,
            lines=opening.lines,
            carried=opening.carried,
            duplicates=unrepeated.duplicates,
            settled=[(i, paid[i.invoice_id]) for i in unrepeated.invoices if i.invoice_id in paid],
            options=MatchOptions(
                threshold=threshold,
                date_window_days=date_window_days,
                rejected=self.rejected(),
                lessons=self._memory.lessons(),
                rules=RuleBook(self._store).in_force(),
            ),
            signature=Signature(by=by, at=self._clock()),
        )
        return self._store.reconciliations.insert(run_matching(request, time.monotonic))

    def decide(
        self,
        reconciliation_id: str,
        match_id: str,
        decision: Decision,
        *,
        row_version: int,
        by: str,
        reason: str | None,
    ) -> int:
        """Store a person's word on one match; the new row version.

        Raises:
            NotFoundError: there is no such run, or no such match in it.
            StaleVersionError: somebody decided since ``row_version`` was read.
            PeriodClosedError: one of its lines lies in a closed period.
            AlreadyConfirmedError: confirmed matches leave too little of one of its records.
        """
        with self._decision_lock:
            return self._decide(
                reconciliation_id, match_id, decision, row_version=row_version, by=by, reason=reason
            )

    @contextlib.contextmanager
    def deciding(self) -> Iterator[None]:
        """While this is open nobody decides anything."""
        with self._decision_lock:
            yield

    def _decide(
        self,
        reconciliation_id: str,
        match_id: str,
        decision: Decision,
        *,
        row_version: int,
        by: str,
        reason: str | None,
    ) -> int:
        row = self._store.reconciliations.get(reconciliation_id)
        if row.row_version != row_version:
            raise StaleVersionError("This reconciliation", row_version, row.row_version)
        signature = Signature(by=by, at=self._clock())
        document = decide(row.document, match_id, decision, signature, reason)
        if document is row.document:
            return row.row_version
        before = find_match(row.document, match_id)
        if "confirmed" in (before.decision, decision):
            refuse_decision(self._store, before)
        if decision == "confirmed":
            self.refuse_second_use(find_match(document, match_id))
        return self._store.reconciliations.save_document(
            reconciliation_id, document, row_version=row_version
        )

    def rejected(self) -> frozenset[Group]:
        """What people rejected; it is never proposed again."""
        return frozenset(
            (tuple(sorted(row["invoice_ids"])), tuple(sorted(row["transaction_ids"])))
            for row in self._store.analytics.query("matches", decision="rejected")
        )

    def held(self) -> HeldRecords:
        """What confirmed matches of all runs hold now."""
        return HeldRecords(Held(**row) for row in self._store.analytics.query("held_records"))

    def refuse_second_use(self, *matches: Match) -> None:
        """Money that confirmed matches hold cannot pay, and what they settle be paid, again.

        Raises:
            AlreadyConfirmedError: they leave too little of a record of one of ``matches``.
        """
        known = self.held()
        refused = [held for match in matches for held in known.refused(match)]
        if refused:
            lines = sum(held.kind == "transaction" for held in refused)
            day = max(held.run_at for held in refused)
            raise AlreadyConfirmedError(lines, f"{day:%d %B %Y}", len(refused) - lines)


def invoices_of(
    invoice_uploads: Iterable[InvoiceUpload], bank_uploads: Iterable[BankTransactionUpload]
) -> list[OpenInvoice]:
    """The invoices of uploads, each with the way its money goes."""
    return open_invoices(
        (i for upload in invoice_uploads if upload.document for i in upload.document.invoices),
        [upload.account_name for upload in bank_uploads if upload.account_name],
    )


def lines_of(bank_uploads: Iterable[BankTransactionUpload]) -> list[BankLine]:
    """The lines of statements."""
    return [
        BankLine.from_record(line)
        for upload in bank_uploads
        if upload.document
        for line in upload.document.transactions
    ]


def _unique(upload_ids: Iterable[str]) -> list[str]:
    ids = list(dict.fromkeys(upload_ids))
    if not ids:
        raise InvalidInputError("Choose at least one invoice file and one statement.")
    return ids
