"""Answers about any records of a stored run: why they are a match, or why they are none.

A run is weighed again from its uploads as they are now, less the copies that it left out; weighing
takes as long as the run itself, so the one asked about last is kept until something is written.
"""

import threading

from engine.matching import MatchOptions, PairAnswer, PairQuestions
from engine.processing.match_memory import MatchMemory
from engine.processing.reconciler import Reconciler, invoices_of, lines_of
from engine.records import ReconciliationDocument
from engine.store import Store


class PairDesk:
    """Questions about the runs of ``store``. Thread-safe."""

    def __init__(self, store: Store, reconciler: Reconciler, memory: MatchMemory) -> None:
        self._store = store
        self._reconciler = reconciler
        self._memory = memory
        self._lock = threading.Lock()
        self._kept: tuple[tuple[str, int], PairQuestions] | None = None

    def ask(
        self, reconciliation_id: str, invoice_ids: list[str], transaction_ids: list[str]
    ) -> PairAnswer:
        """What speaks for and against these invoices being settled by these bank lines.

        Raises:
            NotFoundError: there is no such run, or one of its uploads is gone.
            InvalidInputError: a record is not of the run, or no record of one side is named.
        """
        with self._lock:
            return self._questions(reconciliation_id).ask(invoice_ids, transaction_ids)

    def _questions(self, reconciliation_id: str) -> PairQuestions:
        key = (reconciliation_id, self._store.version())
        if self._kept is None or self._kept[0] != key:
            document = self._store.reconciliations.get(reconciliation_id).document
            self._kept = (key, self._weighed(document))
        return self._kept[1]

    def _weighed(self, document: ReconciliationDocument) -> PairQuestions:
        sources = document.source_documents
        invoice_uploads = [
            self._store.invoices.get(s.upload_id) for s in sources if s.kind == "invoice"
        ]
        bank_uploads = [self._store.bank.get(s.upload_id) for s in sources if s.kind == "bank"]
        copies = {
            record_id
            for found in document.unmatched.duplicates
            if found.kind != "payment" and found.kept_id is not None
            for record_id in found.other_ids
        }
        info = document.reconciliation_info
        invoices = invoices_of(invoice_uploads, bank_uploads)
        return PairQuestions(
            [invoice for invoice in invoices if invoice.invoice_id not in copies],
            [line for line in lines_of(bank_uploads) if line.transaction_id not in copies],
            MatchOptions(
                threshold=info.confidence_threshold,
                date_window_days=info.date_window_days,
                rejected=self._reconciler.rejected(),
                lessons=self._memory.lessons(),
                rules=info.rules,
                ignored={
                    line_id: found.evidence
                    for found in document.unmatched.set_aside
                    if found.kind == "ignored"
                    for line_id in found.transaction_ids
                },
            ),
        )
