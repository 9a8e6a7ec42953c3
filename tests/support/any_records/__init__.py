"""Hypothesis strategies for any record that can be stored."""

from any_records.invoices import invoice_documents
from any_records.runs import reconciliations
from any_records.statements import bank_documents
from any_records.values import LARGEST, any_number, money

__all__ = [
    "LARGEST",
    "any_number",
    "bank_documents",
    "invoice_documents",
    "money",
    "reconciliations",
]
