"""Where a person's word about the columns of a bank's table becomes a row: it is read again so."""

import datetime as dt
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass

from msgspec.structs import replace

from engine.errors import InvalidInputError, StaleVersionError
from engine.processing.bank_files import BankSource, first_records
from engine.processing.extraction_task import ExtractionTask, extract, extracted_from_json
from engine.processing.options import RunOptions
from engine.processing.period_locks import refuse_edit
from engine.processing.pipeline import ReadingReport, build_document, confidence_of
from engine.processing.rows import UploadRow, row_of
from engine.processing.workflow import next_status
from engine.records import BankDocument, ColumnPlan, append_entry
from engine.store import Store


@dataclass(frozen=True, slots=True)
class ColumnsView:
    """How a table was read, and its first records as they are in the file.

    ``plan.header_row`` counts ``records`` from 1; ``plan.roles`` has one role a column.
    """

    plan: ColumnPlan
    records: tuple[tuple[str, ...], ...]


class ColumnDesk:
    """People's words about the columns of the tables of ``store``.

    Args:
        store: where the rows and files are.
        options: how files are read now.
        executor: where files are read.
        clock: the time now, UTC.
    """

    def __init__(
        self,
        store: Store,
        options: RunOptions,
        executor: Executor,
        clock: Callable[[], dt.datetime],
    ) -> None:
        self._store = store
        self._options = options
        self._executor = executor
        self._clock = clock

    def view(self, upload_id: str, plan: ColumnPlan | None = None) -> ColumnsView | None:
        """How a table was read, or would be cut by ``plan``; None when the upload is no table."""
        row = row_of(self._store, upload_id)
        document = row.document
        stored = document.processing_info.columns if document is not None else None
        if stored is None:
            return None
        source = self._source(row, plan or stored)
        records = self._executor.submit(first_records, source).result()
        return ColumnsView(plan or stored, records)

    def say(self, upload_id: str, plan: ColumnPlan, *, row_version: int, by: str) -> int:
        """Read the file by ``plan`` and store what it says then; the new row version.

        The plan is remembered for later files with the same columns.

        Raises:
            StaleVersionError: somebody saved since ``row_version`` was read.
            WrongStateError: the upload is not open for corrections.
            InvalidInputError: it is no table, or the plan has no date or no amount.
            FileRefusedError: the file says nothing when it is read so.
        """
        row = row_of(self._store, upload_id)
        next_status("edit", row.status)
        if row_version != row.row_version:
            raise StaleVersionError(f"“{row.file_name}”", row_version, row.row_version)
        document = row.document
        if not isinstance(document, BankDocument) or document.processing_info.columns is None:
            raise InvalidInputError(f"“{row.file_name}” is no table with columns.")
        stored = document.processing_info.columns
        given = replace(plan, signature=stored.signature, source="person", confidence=1.0)
        _check(given)
        edited = self._read_again(row, document, stored, given, by)
        refuse_edit(self._store, document, edited)
        return self._store.bank.save_document(
            upload_id,
            edited,
            row_version=row.row_version,
            status="completed",
            confidence_score=confidence_of(edited),
        )

    def _read_again(
        self, row: UploadRow, document: BankDocument, stored: ColumnPlan, plan: ColumnPlan, by: str
    ) -> BankDocument:
        started = self._clock()
        task = ExtractionTask(
            kind="bank",
            likely_kind="bank",
            pages=(),
            context=self._options.context(row.upload_id),
            bank=self._source(row, plan),
        )
        extracted = extracted_from_json(self._executor.submit(extract, task).result())
        trail = append_entry(
            document.audit_trail,
            at=started,
            by=by,
            action="columns",
            target="processing_info.columns",
            before=_told(stored),
            after=_told(plan),
        )
        pages = len(extracted.page_sources)
        report = ReadingReport(pages, (), started, self._clock())
        file_info = replace(document.file_info, pages_total=pages)
        edited = build_document(row.upload_id, file_info, report, extracted, trail)
        assert isinstance(edited, BankDocument)  # noqa: S101 (a bank's file is a statement)
        return edited

    def _source(self, row: UploadRow, plan: ColumnPlan) -> BankSource:
        path = self._store.files.open_path(row.file_path)
        largest = self._options.limits.max_xml_bytes
        return BankSource(str(path), row.file_name, row.mime_type, largest, (plan,))


def _check(plan: ColumnPlan) -> None:
    roles = set(plan.roles)
    if "date" not in roles:
        raise InvalidInputError("No column has the date.", "Say which column has the date.")
    if not roles & {"amount", "debit", "credit"}:
        raise InvalidInputError(
            "No column has the amount.",
            "Say which column has the amount, or which two have money out and money in.",
        )
    by_columns = bool(roles & {"debit", "credit"})
    if by_columns != (plan.sign_convention == "columns"):
        raise InvalidInputError(
            "The columns of amounts do not fit to where their sign comes from.",
            "Money out and money in are columns of their own, or one column has the amounts.",
        )
    if plan.sign_convention == "indicator" and "indicator" not in roles:
        raise InvalidInputError(
            "No column says whether money came or went.", "Say which column does."
        )


def _told(plan: ColumnPlan) -> str:
    """A plan in words, for the history."""
    columns = ", ".join(
        f"{head or number}: {role}"
        for number, (head, role) in enumerate(zip(plan.heads, plan.roles, strict=False), 1)
        if role != "other"
    )
    return (
        f"{columns}; dates {plan.date_order}, decimal sign {plan.decimal_sign}, "
        f"signs {plan.sign_convention}"
    )
