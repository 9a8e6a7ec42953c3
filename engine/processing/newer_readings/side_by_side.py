"""A row and the newer reading of its file side by side, as they are now."""

from dataclasses import dataclass

from engine.errors import MatchbookError, NotFoundError
from engine.processing.carried_over import carried_over
from engine.processing.newer_readings.comparing import Differences, Document, compared
from engine.processing.newer_readings.verdict import Verdict, proof_of, verdict_of
from engine.processing.period_locks import refuse_edit
from engine.processing.pipeline import confidence_of
from engine.processing.rows import UploadRow
from engine.processing.workflow import sources_of
from engine.records import InvoiceDocument, ProofStatus
from engine.records.uploads import UploadKind, UploadStatus
from engine.store import Store
from engine.store.newer_readings import NewerReading


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What a row says beside a newer reading of its file.

    ``reasons`` are sentences that say why it is not only better. ``why_not`` says why it cannot be
    accepted now, None when it can. Confidences are means from 0 to 1.
    """

    upload_id: str
    kind: UploadKind
    file_name: str
    status: UploadStatus
    row_version: int
    engine_before: str
    engine_after: str
    confidence_before: float | None
    confidence_after: float | None
    proof_before: ProofStatus | None
    proof_after: ProofStatus | None
    failed_pages_before: int
    failed_pages_after: int
    differences: Differences
    verdict: Verdict
    reasons: tuple[str, ...]
    why_not: str | None


def compare(store: Store, row: UploadRow, reading: NewerReading) -> Comparison:
    """What ``row`` says beside its newer reading.

    Raises:
        NotFoundError: nothing was read anew, or it is of another kind than the row is now.
    """
    old, read, new = three_records(store, row, reading)
    found = compared(old, new, read)
    verdict, reasons = verdict_of(found, old, new, is_in_use=_is_in_use(store, row))
    return Comparison(
        upload_id=row.upload_id,
        kind="invoice" if isinstance(old, InvoiceDocument) else "bank",
        file_name=row.file_name,
        status=row.status,
        row_version=row.row_version,
        engine_before=old.processing_info.engine_version,
        engine_after=new.processing_info.engine_version,
        confidence_before=confidence_of(old),
        confidence_after=confidence_of(new),
        proof_before=proof_of(old),
        proof_after=proof_of(new),
        failed_pages_before=len(old.processing_info.failed_pages),
        failed_pages_after=len(new.processing_info.failed_pages),
        differences=found,
        verdict=verdict,
        reasons=reasons,
        why_not=_why_not(store, row, old, new),
    )


def three_records(
    store: Store, row: UploadRow, reading: NewerReading
) -> tuple[Document, Document, Document]:
    """What the row says, what the newer engine alone reads, and that with people's words.

    Raises: as ``compare`` does.
    """
    old, read = row.document, reading.document
    if old is None or read is None or type(old) is not type(read):
        raise NotFoundError("newer reading", row.upload_id)
    return old, read, carried_over(old, read, is_in_use=_is_in_use(store, row))


def _is_in_use(store: Store, row: UploadRow) -> bool:
    return bool(store.reconciliations.list(upload_id=row.upload_id))


def _why_not(store: Store, row: UploadRow, old: Document, new: Document) -> str | None:
    if row.status not in sources_of("edit"):
        return f"It is {row.status}: reopen it first."
    try:
        refuse_edit(store, old, new)
    except MatchbookError as error:
        return str(error)
    return None
