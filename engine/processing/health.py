"""How the installation is: programs, database, folders, workers, and whether all that is well."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from engine import __version__
from engine.assistant import AssistantOptions
from engine.processing.runner import Runner
from engine.store import CheckResult, Store


@dataclass(frozen=True, slots=True)
class Health:
    """One look at the installation. Sizes are bytes.

    ``tools`` maps each program of the system to its version, None when it is not installed.
    ``checks`` are the consistency checks of the database: a check with rows has found a fault.
    ``upload_folder`` is where files are kept: a folder, or a bucket's address.
    ``language_model`` is who the words of invoices are sent to; None when they stay here.
    """

    status: Literal["ok", "degraded"]
    version: str
    tools: dict[str, str | None]
    database_path: Path
    database_bytes: int
    invoice_uploads: int
    bank_uploads: int
    reconciliations: int
    upload_folder: str
    free_disk_bytes: int
    workers: int
    queue_length: int
    checks: tuple[CheckResult, ...]
    language_model: str | None


def look(
    store: Store,
    runner: Runner,
    tools: dict[str, str | None],
    assistant: AssistantOptions | None,
) -> Health:
    """The state of the installation now."""
    checks = tuple(store.analytics.checks())
    is_well = all(tools.values()) and not any(not check.passed for check in checks)
    counts = store.counts()
    return Health(
        status="ok" if is_well else "degraded",
        version=__version__,
        tools=tools,
        database_path=store.database_path,
        database_bytes=database_bytes(store.database_path),
        invoice_uploads=counts["invoice_uploads"],
        bank_uploads=counts["bank_uploads"],
        reconciliations=counts["reconciliations"],
        upload_folder=store.files.where,
        free_disk_bytes=shutil.disk_usage(store.database_path.parent).free,
        workers=runner.workers,
        queue_length=runner.queue_length,
        checks=checks,
        language_model=None if assistant is None else f"{assistant.model} at {assistant.host}",
    )


def database_bytes(database_path: Path) -> int:
    """The size of the file and of the log beside it, which holds what was written last."""
    log = database_path.with_name(f"{database_path.name}.wal")
    return sum(path.stat().st_size for path in (database_path, log) if path.exists())
