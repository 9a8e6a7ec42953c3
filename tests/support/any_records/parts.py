"""What all documents have: places, history, the file and how it was read."""

from hypothesis import strategies as st

from any_records.values import built, counts, instants, maybe, names, pages, shares, some, text
from engine.records import (
    AuditEntry,
    FailedPage,
    FileInfo,
    ProcessingInfo,
    Provenance,
)

provenances = st.dictionaries(
    text,
    built(
        Provenance,
        page=maybe(pages),
        bbox=maybe(st.tuples(shares, shares, shares, shares)),
        text=names,
        confidence=shares,
        source=st.sampled_from(["text", "ocr", "xml", "llm", "user"]),
    ),
    max_size=2,
)

audit_trails = some(
    built(
        AuditEntry,
        at=instants,
        by=text,
        action=text,
        target=text,
        before=names,
        after=names,
        previous_hash=text,
        hash=text,
    )
)

file_infos = built(
    FileInfo, file_name=text, file_hash=text, file_size=counts, mime_type=text, pages_total=counts
)

processing_infos = built(
    ProcessingInfo,
    ocr_engine=text,
    engine_version=text,
    processed_at=instants,
    duration_seconds=st.floats(0, 1e6),
    pages_text=counts,
    pages_ocr=counts,
    failed_pages=some(built(FailedPage, page=pages, code=text, message=text)),
    warnings=some(text),
)
