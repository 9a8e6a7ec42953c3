"""Any file of invoices."""

from hypothesis import strategies as st

from any_records.parts import audit_trails, file_infos, processing_infos, provenances
from any_records.values import (
    any_number,
    built,
    counts,
    currencies,
    dates,
    maybe,
    money,
    names,
    pages,
    shares,
    some,
    text,
)
from engine.records import (
    Invoice,
    InvoiceDocument,
    InvoiceSummary,
    LineItem,
    PaymentTerms,
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
