"""Any record that can be stored comes back the same, to the cent."""

import datetime as dt
from decimal import Decimal

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_rows import bank_document, invoice, invoice_document, reconciliation

from engine.errors import RecordInvalidError, RecordTooLargeError
from engine.records import (
    Account,
    Allocation,
    Alternative,
    AuditEntry,
    BalanceGap,
    BankDocument,
    BankSummary,
    Duplicate,
    FailedPage,
    FileInfo,
    Invoice,
    InvoiceDocument,
    InvoiceSummary,
    LineItem,
    Match,
    PaymentTerms,
    ProcessingInfo,
    Provenance,
    Reason,
    ReconciliationDocument,
    ReconciliationInfo,
    ReconciliationSummary,
    Repair,
    SetAside,
    SourceDocument,
    StatementInfo,
    StatementProof,
    Transaction,
    Unmatched,
    decode,
    encode,
)

LARGEST = Decimal("9999999999999999.99")
MAX_BYTES = 10_000_000

money = st.decimals(-LARGEST, LARGEST, places=2)
any_number = st.decimals(-LARGEST, LARGEST, allow_nan=False, allow_infinity=False)
text = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
names = st.none() | text
dates = st.none() | st.dates()
instants = st.datetimes(timezones=st.just(dt.UTC))
shares = st.floats(0, 1)
pages = st.integers(1, 5000)
currencies = st.none() | st.from_regex(r"[A-Z]{3}", fullmatch=True)
counts = st.integers(0, 10_000)


def some(strategy):
    return st.lists(strategy, max_size=2).map(tuple)


def maybe(strategy):
    return st.none() | strategy


def built(record_type, /, **fields):
    return st.builds(record_type, **fields)


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
invoices = built(
    Invoice,
    invoice_id=text,
    pages=some(pages),
    document_type=st.sampled_from(["invoice", "credit_note"]),
    direction=st.sampled_from(["payable", "receivable"]),
    invoice_number=names,
    invoice_date=dates,
    due_date=dates,
    vendor_name=names,
    vendor_tax_id=names,
    customer_name=names,
    currency=currencies,
    subtotal=maybe(money),
    tax_amount=maybe(money),
    total_amount=maybe(money),
    amount_due=maybe(money),
    purchase_order=names,
    iban=names,
    payment_reference=names,
    payment_terms=maybe(
        built(PaymentTerms, discount_percent=maybe(any_number), discount_days=maybe(counts))
    ),
    line_items=some(
        built(
            LineItem,
            description=names,
            quantity=maybe(any_number),
            unit_price=maybe(any_number),
            tax_rate=maybe(any_number),
            amount=maybe(money),
        )
    ),
    confidence=shares,
    checks=some(text),
    provenance=provenances,
)
invoice_documents = built(
    InvoiceDocument,
    upload_id=text,
    file_info=file_infos,
    processing_info=processing_infos,
    extraction_summary=built(
        InvoiceSummary,
        total_invoices_found=counts,
        total_invoices_processed=counts,
        total_amount=maybe(money),
        currency_summary=st.dictionaries(text, money, max_size=2),
        vendor_summary=st.dictionaries(text, counts, max_size=2),
        date_range_start=dates,
        date_range_end=dates,
    ),
    invoices=some(invoices),
    audit_trail=audit_trails,
)
bank_documents = built(
    BankDocument,
    upload_id=text,
    file_info=file_infos,
    processing_info=processing_infos,
    statement_info=built(
        StatementInfo,
        bank_name=names,
        account_number=names,
        account_name=names,
        currency=currencies,
        statement_type=st.sampled_from(["bank", "card"]),
        statement_period_start=dates,
        statement_period_end=dates,
        opening_balance=maybe(money),
        closing_balance=maybe(money),
        accounts=some(
            built(
                Account,
                account_number=names,
                account_name=names,
                account_type=names,
                iban=names,
                currency=currencies,
                statement_period_start=dates,
                statement_period_end=dates,
                opening_balance=maybe(money),
                closing_balance=maybe(money),
                total_debits=maybe(money),
                total_credits=maybe(money),
                transactions=maybe(counts),
            )
        ),
        total_debits=maybe(money),
        total_credits=maybe(money),
        account_type=names,
        iban=names,
        proof=built(
            StatementProof,
            status=st.sampled_from(["proven", "agrees", "gaps", "unproven"]),
            sentence=text,
            rows_total=counts,
            rows_proven=counts,
            gaps=some(
                built(
                    BalanceGap,
                    account_number=names,
                    page=maybe(pages),
                    after_transaction=names,
                    transaction=names,
                    expected=money,
                    printed=money,
                    difference=money,
                )
            ),
        ),
        checks=some(text),
        provenance=provenances,
    ),
    extraction_summary=built(
        BankSummary,
        total_transactions_found=counts,
        total_transactions_processed=counts,
        total_debits=money,
        total_credits=money,
        transaction_type_summary=st.dictionaries(text, counts, max_size=2),
    ),
    transactions=some(
        built(
            Transaction,
            transaction_id=text,
            account_number=names,
            page=maybe(pages),
            date=dates,
            value_date=dates,
            description=text,
            amount=maybe(money),
            balance=maybe(money),
            currency=currencies,
            reference=names,
            counterparty=names,
            type=st.sampled_from(["transfer", "card", "fee", "interest", "cash", "other"]),
            confidence=shares,
            repairs=some(built(Repair, field=text, printed=text, value=text, reason=text)),
            checks=some(text),
            provenance=provenances,
        )
    ),
    audit_trail=audit_trails,
)
matches = built(
    Match,
    match_id=text,
    kind=st.sampled_from(["one_to_one", "batch", "instalments", "netted"]),
    settlement=st.sampled_from(["full", "partial"]),
    invoice_ids=some(text),
    transaction_ids=some(text),
    currency=currencies,
    amount_matched=money,
    difference=money,
    difference_treatment=maybe(st.sampled_from(["fee", "withholding_tax", "overpayment", "open"])),
    confidence=shares,
    reasons=some(
        built(Reason, name=text, score=st.floats(-1, 1), evidence=text, log_odds=st.floats(-30, 30))
    ),
    allocations=some(
        built(Allocation, invoice_id=text, transaction_id=text, amount=money, treated=money)
    ),
    alternatives=some(
        built(
            Alternative,
            kind=st.sampled_from(["one_to_one", "payout", "collective"]),
            invoice_ids=some(text),
            transaction_ids=some(text),
            difference=money,
            confidence=shares,
        )
    ),
    money_at_stake=maybe(money),
    is_tied=st.booleans(),
    rule=names,
    decision=st.sampled_from(["proposed", "confirmed", "rejected"]),
    decided_by=names,
    decided_at=maybe(instants),
)
reconciliations = built(
    ReconciliationDocument,
    reconciliation_id=text,
    reconciliation_info=built(
        ReconciliationInfo,
        matching_algorithm=text,
        confidence_threshold=shares,
        date_window_days=counts,
        engine_version=text,
        run_at=instants,
        run_by=text,
        duration_seconds=st.floats(0, 1e6),
    ),
    source_documents=some(
        built(
            SourceDocument,
            upload_id=text,
            kind=st.sampled_from(["invoice", "bank"]),
            file_name=text,
            row_version=counts,
        )
    ),
    reconciliation_summary=built(
        ReconciliationSummary,
        total_invoices_processed=counts,
        total_transactions_processed=counts,
        total_matches_found=counts,
        partial_matches=counts,
        unmatched_invoices=counts,
        unmatched_transactions=counts,
        total_amount_matched=maybe(money),
        amount_matched_by_currency=st.dictionaries(text, money, max_size=2),
        match_rate_percentage=st.decimals(0, 100, places=2),
    ),
    matched=some(matches),
    partial=some(matches),
    unmatched=built(
        Unmatched,
        invoices=some(text),
        bank_transactions=some(text),
        set_aside=some(
            built(
                SetAside,
                kind=st.sampled_from(["reversal", "own_transfer", "rule"]),
                transaction_ids=some(text),
                confidence=shares,
                evidence=text,
                rule=names,
            )
        ),
        duplicates=some(
            built(
                Duplicate,
                kind=st.sampled_from(["invoice", "bank_line", "payment"]),
                kept_id=names,
                other_ids=some(text),
                confidence=shares,
                evidence=text,
            )
        ),
    ),
    audit_trail=audit_trails,
)


@settings(max_examples=60, deadline=None)
@given(invoice_documents | bank_documents | reconciliations)
def test_every_record_comes_back_the_same(record):
    assert decode(encode(record, max_bytes=MAX_BYTES), type(record)) == record


@given(money)
def test_cents_come_back_exactly_and_with_their_places(amount):
    record = invoice_document("u1", invoice("u1-1", total_amount=amount))
    back = decode(encode(record, max_bytes=MAX_BYTES), InvoiceDocument)
    assert back.invoices[0].total_amount.as_tuple() == amount.as_tuple()


@pytest.mark.parametrize(
    "amount", [LARGEST, -LARGEST, Decimal("0.01"), Decimal("-0.01"), Decimal("0.10"), Decimal("0")]
)
def test_the_ends_of_a_money_column_are_plain_numbers_in_the_text(amount):
    record = invoice_document("u1", invoice("u1-1", total_amount=amount))
    assert f'"total_amount":{amount},' in encode(record, max_bytes=MAX_BYTES)


@pytest.mark.parametrize(
    ("record", "keys"),
    [
        (
            invoice_document(),
            "schema_version upload_id file_info processing_info extraction_summary invoices "
            "audit_trail",
        ),
        (
            bank_document(),
            "schema_version upload_id file_info processing_info statement_info "
            "extraction_summary transactions audit_trail",
        ),
        (
            reconciliation(),
            "schema_version reconciliation_id reconciliation_info source_documents "
            "reconciliation_summary matched partial unmatched audit_trail",
        ),
    ],
    ids=["invoices", "statement", "reconciliation"],
)
def test_the_keys_stand_in_the_order_of_the_design(record, keys):
    text = encode(record, max_bytes=MAX_BYTES)
    assert list(msgspec.json.decode(text)) == keys.split()


@pytest.mark.parametrize("value", ["NaN", "sNaN", "Infinity", "-Infinity"])
def test_what_is_no_number_is_refused_before_it_is_stored(value):
    record = invoice_document("u1", invoice("u1-1", vendor_name="x"))
    broken = msgspec.structs.replace(
        record, invoices=(msgspec.structs.replace(record.invoices[0], subtotal=Decimal(value)),)
    )
    with pytest.raises(RecordInvalidError, match=r"\$\.invoices\[0\]\.subtotal"):
        encode(broken, max_bytes=MAX_BYTES)


def test_the_limit_counts_bytes_and_the_text_may_fill_it():
    record = invoice_document("u1", invoice("u1-1", vendor_name="ä" * 100))
    text = encode(record, max_bytes=MAX_BYTES)
    size = len(text.encode("utf-8"))
    assert size > len(text)
    assert encode(record, max_bytes=size) == text
    with pytest.raises(RecordTooLargeError, match=f"{size:,}"):
        encode(record, max_bytes=size - 1)


def test_a_statement_stored_before_proofs_and_repairs_were_kept_can_still_be_read():
    fields = msgspec.json.decode(encode(bank_document("b1"), max_bytes=MAX_BYTES))
    for name in ("proof", "total_debits", "total_credits", "account_type", "iban"):
        del fields["statement_info"][name]
    for line in fields["transactions"]:
        del line["repairs"]
    back = decode(msgspec.json.encode(fields), BankDocument)
    assert back.statement_info.proof == StatementProof()
    assert back.transactions[0].repairs == ()
