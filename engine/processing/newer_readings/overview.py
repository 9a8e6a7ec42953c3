"""Which files an older engine read, and how far their newer readings are."""

import datetime as dt
from dataclasses import dataclass

from engine.processing.reading_version import reading_version
from engine.records.uploads import UploadKind, UploadStatus
from engine.store import Store
from engine.store.newer_readings import ReadingLine


@dataclass(frozen=True, slots=True, kw_only=True)
class OlderFile:
    """A file that another engine than today's read, and its newer reading if there is one."""

    upload_id: str
    kind: UploadKind
    file_name: str
    status: UploadStatus
    engine_version: str | None
    records_found: int | None
    confidence: float | None
    processed_at: dt.datetime | None
    reading: ReadingLine | None


def older_files(store: Store) -> tuple[OlderFile, ...]:
    """The files that another engine than today's read, the one read first first."""
    lines = {line.upload_id: line for line in store.newer_readings.lines()}
    rows = store.analytics.query("older_readings", engine_version=reading_version())
    return tuple(OlderFile(**row, reading=lines.get(row["upload_id"])) for row in rows)


def last_accepted(store: Store) -> tuple[ReadingLine, ...]:
    """What was accepted in the newest step that still stands; nothing where there is none."""
    accepted = [
        (line.accepted_at, line)
        for line in store.newer_readings.lines("accepted")
        if line.accepted_at is not None
    ]
    if not accepted:
        return ()
    _, newest = max(accepted, key=lambda one: one[0])
    return tuple(line for _, line in accepted if line.batch_id == newest.batch_id)
