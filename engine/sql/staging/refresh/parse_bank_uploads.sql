-- Grain: one stale statement upload; document is null before the file is read.
-- from_json is given the whole text: taking a part of it first would round long numbers.
create or replace table live.parsed_bank_uploads as
select
    uploads.* exclude (bank_transaction_json),
    strlen(uploads.bank_transaction_json) as json_bytes,
    from_json(
        uploads.bank_transaction_json,
        '{
            "processing_info": {
                "engine_version": "VARCHAR",
                "pages_text": "INTEGER",
                "pages_ocr": "INTEGER",
                "failed_pages": [{"page": "INTEGER", "message": "VARCHAR"}],
                "warnings": ["VARCHAR"]
            },
            "statement_info": {"checks": ["VARCHAR"]},
            "transactions": [{
                "transaction_id": "VARCHAR",
                "account_number": "VARCHAR",
                "page": "INTEGER",
                "date": "DATE",
                "value_date": "DATE",
                "description": "VARCHAR",
                "amount": "DECIMAL(20,4)",
                "balance": "DECIMAL(20,4)",
                "currency": "VARCHAR",
                "reference": "VARCHAR",
                "counterparty": "VARCHAR",
                "type": "VARCHAR",
                "confidence": "DOUBLE",
                "checks": ["VARCHAR"]
            }],
            "audit_trail": [{
                "at": "TIMESTAMPTZ",
                "by": "VARCHAR",
                "action": "VARCHAR",
                "target": "VARCHAR",
                "before": "VARCHAR",
                "after": "VARCHAR"
            }]
        }'
    ) as document,
from production_bank_uploads as uploads
where uploads.upload_id in (
    select stale_rows.row_key
    from live.stale_rows
    where stale_rows.kind = 'bank' and stale_rows.row_version is not null
);
