"""What a row's summary columns repeat from its JSON: the one place that decides it."""

from decimal import ROUND_HALF_EVEN, Decimal

import msgspec

from engine.errors import RecordInvalidError
from engine.records import BankDocument, InvoiceDocument, ReconciliationDocument
from engine.records.numbers import LARGEST_AMOUNT

_CENT = Decimal("0.01")
_encoder = msgspec.json.Encoder(decimal_format="number")


def as_json(value: object) -> str:
    """A small mapping as the text of a JSON column; Decimals become exact JSON numbers."""
    return _encoder.encode(value).decode("utf-8")


def invoice_columns(document: InvoiceDocument) -> dict[str, object]:
    """Summary columns of ``production_invoice_uploads``."""
    summary = document.extraction_summary
    where = "invoice_json.extraction_summary"
    return {
        "total_invoices_found": summary.total_invoices_found,
        "total_invoices_processed": summary.total_invoices_processed,
        "total_amount": cents(summary.total_amount, f"{where}.total_amount"),
        "currency_summary": as_json(summary.currency_summary),
        "vendor_summary": as_json(summary.vendor_summary),
        "date_range_start": summary.date_range_start,
        "date_range_end": summary.date_range_end,
    }


def bank_columns(document: BankDocument) -> dict[str, object]:
    """Summary columns of ``production_bank_uploads``."""
    info, summary = document.statement_info, document.extraction_summary
    where = "bank_transaction_json"
    return {
        "account_number": info.account_number,
        "account_name": info.account_name,
        "bank_name": info.bank_name,
        "statement_period_start": info.statement_period_start,
        "statement_period_end": info.statement_period_end,
        "opening_balance": cents(info.opening_balance, f"{where}.statement_info.opening_balance"),
        "closing_balance": cents(info.closing_balance, f"{where}.statement_info.closing_balance"),
        "total_debits": cents(summary.total_debits, f"{where}.extraction_summary.total_debits"),
        "total_credits": cents(summary.total_credits, f"{where}.extraction_summary.total_credits"),
        "currency": info.currency,
        "statement_type": info.statement_type,
        "total_transactions_found": summary.total_transactions_found,
        "total_transactions_processed": summary.total_transactions_processed,
        "transaction_type_summary": as_json(summary.transaction_type_summary),
    }


def reconciliation_columns(document: ReconciliationDocument) -> dict[str, object]:
    """Summary columns of ``production_reconciliation_matches``."""
    summary = document.reconciliation_summary
    where = "reconciliation_match_json.reconciliation_summary"
    return {
        "total_invoices_processed": summary.total_invoices_processed,
        "total_transactions_processed": summary.total_transactions_processed,
        "total_matches_found": summary.total_matches_found,
        "partial_matches": summary.partial_matches,
        "unmatched_invoices": summary.unmatched_invoices,
        "unmatched_transactions": summary.unmatched_transactions,
        "total_amount_matched": cents(
            summary.total_amount_matched, f"{where}.total_amount_matched"
        ),
        "match_rate_percentage": cents(
            summary.match_rate_percentage, f"{where}.match_rate_percentage"
        ),
    }


def cents(value: Decimal | None, path: str) -> Decimal | None:
    """The value as a money column holds it: two decimals, half to even.

    Raises:
        RecordInvalidError: it has more than 16 digits before the point.
    """
    if value is None:
        return None
    if not value.is_finite() or abs(value) > LARGEST_AMOUNT:
        raise RecordInvalidError(
            path.partition(".")[0], f"an amount of at most 16 digits was expected - at `$.{path}`"
        )
    return value.quantize(_CENT, ROUND_HALF_EVEN)
