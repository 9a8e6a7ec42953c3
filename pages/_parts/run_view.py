"""One reconciliation run with the invoices and bank lines that it speaks about."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

import streamlit as st

from engine.presentation import UNKNOWN, day, money
from engine.records import Match, ReconciliationMatch
from engine.services import services

Record: TypeAlias = dict[str, Any]
"""A row of the mart ``invoices`` or ``transactions``."""


@dataclass(frozen=True, slots=True)
class RunView:
    """``invoices`` and ``lines`` by id; a record whose upload was changed since may be missing."""

    row: ReconciliationMatch
    invoices: Mapping[str, Record]
    lines: Mapping[str, Record]

    def invoices_of(self, match: Match) -> list[Record]:
        """The invoices of a match that are still there."""
        return [self.invoices[i] for i in match.invoice_ids if i in self.invoices]

    def lines_of(self, match: Match) -> list[Record]:
        """The bank lines of a match that are still there."""
        return [self.lines[i] for i in match.transaction_ids if i in self.lines]

    def readable(self, evidence: str) -> str:
        """``evidence`` with the names of records instead of their ids."""
        for line_id in sorted((i for i in self.lines if i in evidence), key=len, reverse=True):
            evidence = evidence.replace(line_id, f"the line of {line_title(self.lines[line_id])}")
        return evidence


def load_run(reconciliation_id: str) -> RunView:
    """The run as it is stored now."""
    store = services().store
    row = services().reconciliation(reconciliation_id)
    sources = tuple((s.kind, s.upload_id) for s in row.document.source_documents)
    invoices, lines = _records(str(store.database_path), store.version(), sources)
    return RunView(row, invoices, lines)


@st.cache_data(max_entries=4, ttl="1h", show_spinner=False)
def _records(
    database: str, version: int, sources: tuple[tuple[str, str], ...]
) -> tuple[dict[str, Record], dict[str, Record]]:
    del database, version  # what the answer depends on
    query = services().store.analytics.query
    invoices: dict[str, Record] = {}
    lines: dict[str, Record] = {}
    for kind, upload_id in sources:
        if kind == "invoice":
            rows = query("invoices", upload_id=upload_id)
            invoices.update({record["invoice_id"]: record for record in rows})
        else:
            rows = query("transactions", upload_id=upload_id)
            lines.update({record["transaction_id"]: record for record in rows})
    return invoices, lines


def invoice_title(record: Record) -> str:
    """How an invoice is called in a list."""
    return record["invoice_number"] or UNKNOWN


def party_of(record: Record) -> str:
    """Who is on the other side of an invoice."""
    name = record["customer_name" if record["direction"] == "receivable" else "vendor_name"]
    return name or UNKNOWN


def line_title(record: Record) -> str:
    """How a bank line is called in a sentence."""
    return f"{day(record['transaction_date'])}, {money(record['amount'], record['currency'])}"


def and_more(names: Iterable[str]) -> str:
    """The first of the names, and how many there are besides."""
    unique = list(dict.fromkeys(names))
    if not unique:
        return UNKNOWN
    return unique[0] if len(unique) == 1 else f"{unique[0]} + {len(unique) - 1} more"
