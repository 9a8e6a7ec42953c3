-- Grain: one stale invoice upload; document is null before the file is read.
-- from_json is given the whole text: taking a part of it first would round long numbers.
create or replace table live.parsed_invoice_uploads as
select
    uploads.* exclude (invoice_json),
    strlen(uploads.invoice_json) as json_bytes,
    from_json(
        uploads.invoice_json,
        '{
            "processing_info": {
                "engine_version": "VARCHAR",
                "pages_text": "INTEGER",
                "pages_ocr": "INTEGER",
                "failed_pages": [{"page": "INTEGER", "message": "VARCHAR"}],
                "warnings": ["VARCHAR"]
            },
            "invoices": [{
                "invoice_id": "VARCHAR",
                "pages": ["INTEGER"],
                "document_type": "VARCHAR",
                "direction": "VARCHAR",
                "invoice_number": "VARCHAR",
                "invoice_date": "DATE",
                "due_date": "DATE",
                "vendor_name": "VARCHAR",
                "vendor_tax_id": "VARCHAR",
                "customer_name": "VARCHAR",
                "currency": "VARCHAR",
                "subtotal": "DECIMAL(20,4)",
                "tax_amount": "DECIMAL(20,4)",
                "total_amount": "DECIMAL(20,4)",
                "amount_due": "DECIMAL(20,4)",
                "purchase_order": "VARCHAR",
                "iban": "VARCHAR",
                "payment_reference": "VARCHAR",
                "payment_terms": {
                    "discount_percent": "DECIMAL(10,4)",
                    "discount_days": "INTEGER"
                },
                "line_items": [{
                    "description": "VARCHAR",
                    "quantity": "DECIMAL(28,8)",
                    "unit_price": "DECIMAL(28,8)",
                    "tax_rate": "DECIMAL(10,4)",
                    "amount": "DECIMAL(20,4)"
                }],
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
from production_invoice_uploads as uploads
where uploads.upload_id in (
    select stale_rows.row_key
    from live.stale_rows
    where stale_rows.kind = 'invoice' and stale_rows.row_version is not null
);
