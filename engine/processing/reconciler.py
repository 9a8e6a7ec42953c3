"""Runs the matcher over stored uploads and keeps each run, and the decisions about it, as a row."""

import contextlib
import datetime as dt
import threading
import time
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence

from engine.errors import AlreadyConfirmedError, InvalidInputError, StaleVersionError
from engine.matching import BankLine, MatchOptions, OpenInvoice, match
from engine.processing.directions import open_invoices
from engine.processing.ignored_lines import evidence_of, ignored_lines, refuse_ignored
from engine.processing.line_states import Tally, tally_of
from engine.processing.match_memory import MatchMemory
from engine.processing.narrowing import narrowed
from engine.processing.period_locks import refuse_decision
from engine.processing.reconciling import Group, RunRequest, run_matching, sources_of
from engine.processing.repeated_records import payers, without_copies
from engine.processing.rule_book import RuleBook
from engine.processing.run_changes import find_match
from engine.processing.run_decisions import decide
from engine.processing.run_settings import RunSettings, checked_settings
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

OnStep = Callable[[str, float], None]
"""Told what is done next, and the share of the work that is done by then, from 0 to 1."""


def _nobody(step: str, share: float) -> None:
    """What ``on_step`` does unless somebody watches."""


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
        settings: RunSettings,
        *,
        by: str,
        on_step: OnStep = _nobody,
    ) -> ReconciliationMatch:
        """Match the uploads' invoices and transactions and store the run.

        Args:
            invoice_upload_ids: The files of invoices.
            bank_upload_ids: The statements.
            settings: How it is to be matched.
            by: Who asked for it.
            on_step: Told what is done next, and the share of the work done by then.

        Raises:
            NotFoundError: an upload does not exist, or is of the other kind.
            WrongStateError: an upload is not read, or was rejected.
            NothingToReconcileError: there is no invoice or no transaction.
            InvalidInputError: a setting is out of its range.
        """
        request = self._request(invoice_upload_ids, bank_upload_ids, settings, by, on_step)
        document = run_matching(request, time.monotonic)
        on_step("Keeping the run", 0.95)
        return self._store.reconciliations.insert(document)

    def preview(
        self,
        invoice_upload_ids: Sequence[str],
        bank_upload_ids: Sequence[str],
        settings: RunSettings,
    ) -> Tally:
        """The figures that a run would come to; nothing is stored. Raises as ``run`` does."""
        request = self._request(invoice_upload_ids, bank_upload_ids, settings, "", _nobody)
        request.refuse_empty()
        result = match(request.invoices, request.lines, request.options)
        return tally_of(narrowed(result, request.scope, request.invoices, request.lines).result)

    def _request(
        self,
        invoice_upload_ids: Sequence[str],
        bank_upload_ids: Sequence[str],
        settings: RunSettings,
        by: str,
        on_step: OnStep,
    ) -> RunRequest:
        """What there is to match: records without copies, with what is still open of each."""
        checked = checked_settings(settings)
        bills, statements = _unique(invoice_upload_ids), _unique(bank_upload_ids)
        with self._store.one_state():
            return self._gathered(bills, statements, checked, by, on_step)

    def _gathered(
        self,
        bills: Sequence[str],
        statements: Sequence[str],
        settings: RunSettings,
        by: str,
        on_step: OnStep,
    ) -> RunRequest:
        on_step(f"Reading {len(bills)} invoice files and {len(statements)} statements", 0.02)
        invoice_uploads = self._store.invoices.get_many(bills)
        bank_uploads = self._store.bank.get_many(statements)
        sources = sources_of((*invoice_uploads, *bank_uploads))
        on_step("Leaving out copies and what is settled already", 0.15)
        held = self.held()
        unrepeated = without_copies(
            self._store, invoices_of(invoice_uploads, bank_uploads), lines_of(bank_uploads), held
        )
        opening = still_open(unrepeated.invoices, unrepeated.lines, held)
        paid = payers(self._store)
        on_step(
            f"Matching {len(opening.invoices):,} invoices with {len(opening.lines):,} bank lines",
            0.25,
        )
        return RunRequest(
            reconciliation_id=str(uuid.uuid4()),
            sources=sources,
            invoices=opening.invoices,
            lines=opening.lines,
            carried=opening.carried,
            duplicates=unrepeated.duplicates,
            settled=[(i, paid[i.invoice_id]) for i in unrepeated.invoices if i.invoice_id in paid],
            options=MatchOptions(
                threshold=settings.threshold,
                date_window_days=settings.date_window_days,
                rates=settings.rates,
                rejected=self.rejected(),
                lessons=self._memory.lessons(),
                rules=settings.rules(RuleBook(self._store).in_force()),
                ignored={
                    key: evidence_of(choice) for key, choice in ignored_lines(self._store).items()
                },
            ),
            signature=Signature(by=by, at=self._clock()),
            scope=settings.scope,
        )

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
            InvalidInputError: a person took one of their lines out of matching.
        """
        refuse_ignored(self._store, {t for match in matches for t in match.transaction_ids})
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
