"""What the JSON of a row says: typed, immutable records and their codec.

The ground floor: imports nothing else of the engine but its errors.
"""

from engine.records.audit import AuditEntry, append_entry, first_broken_entry
from engine.records.bank import (
    Account,
    BalanceGap,
    BankDocument,
    BankSummary,
    ProofStatus,
    Repair,
    StatementInfo,
    StatementProof,
    Transaction,
    summarise_transactions,
)
from engine.records.check_words import CHECK_WORDS, fields_named
from engine.records.codec import check_record, decode, encode
from engine.records.column_plan import ColumnPlan, ColumnRole
from engine.records.invoice import (
    DATE_FIELDS,
    SUM_FIELDS,
    XML_SAYS,
    Invoice,
    InvoiceDocument,
    InvoiceSummary,
    LineItem,
    PageRegion,
    PaymentTerms,
    summarise_invoices,
)
from engine.records.learning import Correction, Learned
from engine.records.provenance import (
    SCHEMA_VERSION,
    XML_TYPE,
    BBox,
    FailedPage,
    FileInfo,
    ModelUse,
    ProcessingInfo,
    Provenance,
)
from engine.records.reconciliation import (
    Match,
    Reason,
    ReconciliationDocument,
    ReconciliationInfo,
    ReconciliationSummary,
    SourceDocument,
    Unmatched,
    summarise_matches,
)
from engine.records.statement_accounts import lines_by_account
from engine.records.uploads import (
    BankTransactionUpload,
    DocumentUpload,
    InvoiceUpload,
    ReconciliationMatch,
)

__all__ = [
    "CHECK_WORDS",
    "DATE_FIELDS",
    "SCHEMA_VERSION",
    "SUM_FIELDS",
    "XML_SAYS",
    "XML_TYPE",
    "Account",
    "AuditEntry",
    "BBox",
    "BalanceGap",
    "BankDocument",
    "BankSummary",
    "BankTransactionUpload",
    "ColumnPlan",
    "ColumnRole",
    "Correction",
    "DocumentUpload",
    "FailedPage",
    "FileInfo",
    "Invoice",
    "InvoiceDocument",
    "InvoiceSummary",
    "InvoiceUpload",
    "Learned",
    "LineItem",
    "Match",
    "ModelUse",
    "PageRegion",
    "PaymentTerms",
    "ProcessingInfo",
    "ProofStatus",
    "Provenance",
    "Reason",
    "ReconciliationDocument",
    "ReconciliationInfo",
    "ReconciliationMatch",
    "ReconciliationSummary",
    "Repair",
    "SourceDocument",
    "StatementInfo",
    "StatementProof",
    "Transaction",
    "Unmatched",
    "append_entry",
    "check_record",
    "decode",
    "encode",
    "fields_named",
    "first_broken_entry",
    "lines_by_account",
    "summarise_invoices",
    "summarise_matches",
    "summarise_transactions",
]
