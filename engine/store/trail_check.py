"""Whether the history in every row is whole: each entry is chained to the one before by a hash."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from engine.records.audit import AuditEntry, first_broken_entry
from engine.store.attachments import Attachments
from engine.store.listing import MOST_PER_PAGE, ListQuery
from engine.store.reconciliations import Reconciliations
from engine.store.uploads import BankUploads, InvoiceUploads


@dataclass(frozen=True, slots=True)
class TrailFinding:
    """One row's history. ``broken_at`` counts its entries from 1; None when all of them hold."""

    table: str
    row_id: str
    entries: int
    broken_at: int | None


def check_trails(
    invoices: InvoiceUploads,
    bank: BankUploads,
    reconciliations: Reconciliations,
    attachments: Attachments,
) -> Iterator[TrailFinding]:
    """Every row that has a history, with what is the matter with it."""
    for uploads in (invoices, bank):
        for upload_id in _ids(uploads):
            upload = uploads.get(upload_id)
            if upload.document is not None:
                yield _finding(uploads.table, upload_id, upload.document.audit_trail)
    for line in reconciliations.list():
        run = reconciliations.get(line.reconciliation_id)
        if run.document is not None:
            trail = run.document.audit_trail
            yield _finding("reconciliations", line.reconciliation_id, trail)
    for document_id in attachments.ids():
        trail = attachments.get(document_id).document.audit_trail
        yield _finding("attachments", document_id, trail)


def _ids(uploads: InvoiceUploads | BankUploads) -> list[str]:
    ids: list[str] = []
    number = 1
    while True:
        page = uploads.list(ListQuery(page=number, per_page=MOST_PER_PAGE))
        ids += [line.upload_id for line in page.rows]
        if len(ids) >= page.total or not page.rows:
            return ids
        number += 1


def _finding(table: str, row_id: str, trail: Sequence[AuditEntry]) -> TrailFinding:
    broken = first_broken_entry(trail)
    return TrailFinding(table, row_id, len(trail), None if broken is None else broken + 1)
