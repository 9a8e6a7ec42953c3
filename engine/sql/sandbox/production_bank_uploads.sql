-- Grain: one upload, without its JSON: what the statements of the screens ask of it.
select
    upload_id,
    file_name,
    status,
    pages_total,
    ocr_engine,
    confidence_score,
    upload_timestamp,
    processing_duration_seconds,
from production_bank_uploads;
