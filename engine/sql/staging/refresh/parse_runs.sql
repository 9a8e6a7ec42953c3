-- Grain: one stale reconciliation run.
-- from_json is given the whole text: taking a part of it first would round long numbers.
create or replace table live.parsed_runs as
select
    runs.* exclude (reconciliation_match_json),
    strlen(runs.reconciliation_match_json) as json_bytes,
    from_json(
        runs.reconciliation_match_json,
        '{
            "reconciliation_info": {"run_by": "VARCHAR"},
            "source_documents": [{"upload_id": "VARCHAR", "kind": "VARCHAR"}],
            "matched": [{
                "match_id": "VARCHAR",
                "kind": "VARCHAR",
                "settlement": "VARCHAR",
                "invoice_ids": ["VARCHAR"],
                "transaction_ids": ["VARCHAR"],
                "currency": "VARCHAR",
                "amount_matched": "DECIMAL(20,4)",
                "difference": "DECIMAL(20,4)",
                "difference_treatment": "VARCHAR",
                "allocations": [{
                    "invoice_id": "VARCHAR",
                    "transaction_id": "VARCHAR",
                    "amount": "DECIMAL(20,4)",
                    "treated": "DECIMAL(20,4)"
                }],
                "confidence": "DOUBLE",
                "reasons": [{
                    "name": "VARCHAR",
                    "log_odds": "DOUBLE",
                    "score": "DOUBLE",
                    "evidence": "VARCHAR"
                }],
                "is_tied": "BOOLEAN",
                "decision": "VARCHAR",
                "decided_by": "VARCHAR",
                "decided_at": "TIMESTAMPTZ",
                "is_manual": "BOOLEAN"
            }],
            "partial": [{
                "match_id": "VARCHAR",
                "kind": "VARCHAR",
                "settlement": "VARCHAR",
                "invoice_ids": ["VARCHAR"],
                "transaction_ids": ["VARCHAR"],
                "currency": "VARCHAR",
                "amount_matched": "DECIMAL(20,4)",
                "difference": "DECIMAL(20,4)",
                "difference_treatment": "VARCHAR",
                "allocations": [{
                    "invoice_id": "VARCHAR",
                    "transaction_id": "VARCHAR",
                    "amount": "DECIMAL(20,4)",
                    "treated": "DECIMAL(20,4)"
                }],
                "confidence": "DOUBLE",
                "reasons": [{
                    "name": "VARCHAR",
                    "log_odds": "DOUBLE",
                    "score": "DOUBLE",
                    "evidence": "VARCHAR"
                }],
                "is_tied": "BOOLEAN",
                "decision": "VARCHAR",
                "decided_by": "VARCHAR",
                "decided_at": "TIMESTAMPTZ",
                "is_manual": "BOOLEAN"
            }],
            "unmatched": {"set_aside": [{
                "kind": "VARCHAR",
                "transaction_ids": ["VARCHAR"],
                "evidence": "VARCHAR",
                "rule": "VARCHAR"
            }], "duplicates": [{
                "kind": "VARCHAR",
                "kept_id": "VARCHAR",
                "other_ids": ["VARCHAR"]
            }]}
        }'
    ) as document,
from production_reconciliation_matches as runs
where runs.reconciliation_id in (
    select stale_rows.row_key
    from live.stale_rows
    where stale_rows.kind = 'reconciliation'
);
