"""What the samples really say, in the field names of Matchbook's records: for tests only."""

from decimal import Decimal
from typing import Any

import msgspec

from tools.samples.accounts import BankAccount
from tools.samples.bills import Bill, Item
from tools.samples.documents import BillFile, SampleSet, StatementFile, page_count
from tools.samples.entries import Entry, Settlement
from tools.samples.parties import OWN


def truth_json(samples: SampleSet) -> bytes:
    """The manifest as JSON text; amounts are exact numbers."""
    encoder = msgspec.json.Encoder(decimal_format="number")
    return msgspec.json.format(encoder.encode(truth_of(samples)), indent=1) + b"\n"


def truth_of(samples: SampleSet) -> dict[str, Any]:
    """The manifest: files with their records, matches, and what nothing matches."""
    bill_ids = {
        bill.number: f"{_stem(file.file_name)}-{n}"
        for file in samples.bills
        for n, bill in enumerate(file.bills, start=1)
    }
    entry_ids = {
        id(entry): f"{_stem(file.file_name)}-{n}"
        for file in samples.statements
        for n, entry in enumerate(file.account.entries, start=1)
    }
    matches = [_match(group, bill_ids, entry_ids) for group in samples.settlements]
    used = {name for match in matches for name in match["invoice_ids"] + match["transaction_ids"]}
    return {
        "company": {"names": [OWN.name], "tax_ids": [OWN.tax_id]},
        "files": [
            *(_bill_file(file) for file in samples.bills),
            *(_statement_file(file) for file in samples.statements),
        ],
        "matches": matches,
        "unmatched": {
            "invoices": [name for name in bill_ids.values() if name not in used],
            "bank_transactions": [name for name in entry_ids.values() if name not in used],
        },
    }


def _stem(file_name: str) -> str:
    return file_name.rpartition(".")[0]


def _bill_file(file: BillFile) -> dict[str, Any]:
    stem = _stem(file.file_name)
    return {
        "file_name": file.file_name,
        "kind": "invoice",
        "pages_total": max(max(pages) for pages in file.pages),
        "scanned": file.is_scanned,
        "invoices": [
            _invoice(f"{stem}-{n}", bill, pages)
            for n, (bill, pages) in enumerate(zip(file.bills, file.pages, strict=True), start=1)
        ],
    }


def _invoice(invoice_id: str, bill: Bill, pages: tuple[int, ...]) -> dict[str, Any]:
    sign = -1 if bill.is_credit_note else 1
    terms = bill.discount
    return {
        "invoice_id": invoice_id,
        "pages": pages,
        "document_type": "credit_note" if bill.is_credit_note else "invoice",
        "direction": "receivable" if bill.is_receivable else "payable",
        "invoice_number": bill.number,
        "invoice_date": bill.date,
        "due_date": bill.due,
        "vendor_name": bill.vendor.name,
        "vendor_tax_id": bill.vendor.tax_id or None,
        "customer_name": bill.customer.name,
        "currency": bill.currency,
        "subtotal": sign * bill.subtotal,
        "tax_amount": sign * bill.tax,
        "total_amount": bill.signed_total,
        "purchase_order": bill.purchase_order or None,
        "iban": None if bill.is_credit_note else bill.vendor.iban or None,
        "payment_reference": bill.payment_reference or None,
        "payment_terms": terms and {"discount_percent": terms.percent, "discount_days": terms.days},
        "line_items": [_line_item(item, sign) for item in bill.items],
    }


def _line_item(item: Item, sign: int) -> dict[str, Any]:
    return {
        "description": item.description,
        "quantity": item.quantity,
        "unit_price": item.unit_price,
        "tax_rate": item.tax_rate,
        "amount": sign * item.amount,
    }


def _statement_file(file: StatementFile) -> dict[str, Any]:
    account, stem = file.account, _stem(file.file_name)
    return {
        "file_name": file.file_name,
        "kind": "bank",
        "pages_total": page_count(file.content),
        "scanned": file.is_scanned,
        "statement_info": {
            "bank_name": account.bank_name,
            "account_number": account.iban,
            "account_name": account.holder,
            "currency": account.currency,
            "statement_type": "bank",
            "statement_period_start": account.period_start,
            "statement_period_end": account.period_end,
            "opening_balance": account.opening,
            "closing_balance": account.closing,
        },
        "transactions": [
            _transaction(f"{stem}-{n}", entry, account, page, None if file.is_scanned else balance)
            for n, (entry, page, balance) in enumerate(
                zip(account.entries, file.pages, account.balances, strict=True), start=1
            )
        ],
    }


def _transaction(
    transaction_id: str, entry: Entry, account: BankAccount, page: int, balance: Decimal | None
) -> dict[str, Any]:
    return {
        "transaction_id": transaction_id,
        "account_number": account.iban,
        "page": page,
        "date": entry.date,
        "description": entry.description,
        "amount": entry.amount,
        "balance": balance,
        "currency": account.currency,
        "reference": entry.reference or None,
        "counterparty": entry.counterparty or None,
        "type": entry.type,
    }


def _match(
    group: Settlement, bill_ids: dict[str, str], entry_ids: dict[int, str]
) -> dict[str, Any]:
    return {
        "outcome": group.outcome,
        "kind": group.kind,
        "settlement": group.settlement,
        "invoice_ids": [bill_ids[bill.number] for bill in group.bills],
        "transaction_ids": [entry_ids[id(entry)] for entry in group.entries],
        "currency": group.bills[0].currency,
        "amount_matched": group.billed + group.difference,
        "difference": group.difference,
        "difference_treatment": group.treatment,
    }
