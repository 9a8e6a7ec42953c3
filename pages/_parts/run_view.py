"""One reconciliation run with the invoices and bank lines that it speaks about."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeAlias

import streamlit as st

from engine.presentation import UNKNOWN, day, money
from engine.records import Match, ReconciliationMatch
from engine.records.reconciliation import Proposal
from engine.services import Closing, services

Record: TypeAlias = dict[str, Any]
"""A row of the mart ``run_invoices`` or ``run_lines``."""
_Versions: TypeAlias = tuple[tuple[str, str, int], ...]
"""Id, kind and row version of the uploads that a run draws on."""


@dataclass(frozen=True, slots=True)
class RunView:
    """``invoices`` and ``lines`` by id; a record whose upload was changed since may be missing.

    ``locked`` are confirmed matches in a closed period, ``rests`` what confirmed matches left of
    the records that they hold (kind and id; positive), ``aside`` why lines pay no invoice,
    ``ignored`` those of them that a person took out and that still are.
    """

    row: ReconciliationMatch
    invoices: Mapping[str, Record]
    lines: Mapping[str, Record]
    locked: Mapping[str, Closing]
    rests: Mapping[tuple[str, str], Decimal]
    aside: Mapping[str, str]
    ignored: Mapping[str, str]

    def invoices_of(self, match: Proposal) -> list[Record]:
        """The invoices of a match that are still there."""
        return [self.invoices[i] for i in match.invoice_ids if i in self.invoices]

    def lines_of(self, match: Proposal) -> list[Record]:
        """The bank lines of a match that are still there."""
        return [self.lines[i] for i in match.transaction_ids if i in self.lines]

    def readable(self, evidence: str) -> str:
        """``evidence`` with the names of records instead of their ids."""
        for line_id in sorted((i for i in self.lines if i in evidence), key=len, reverse=True):
            evidence = evidence.replace(line_id, f"the line of {line_title(self.lines[line_id])}")
        return evidence

    def title_of(self, match: Proposal) -> str:
        """A match in a few words: whose it is, which invoices, how much."""
        bills = self.invoices_of(match)
        names = f"{and_more(map(party_of, bills))} {and_more(map(invoice_title, bills))}"
        return f"{names}, {money(match.amount_matched, match.currency)}"

    def find(self, match_id: str) -> Match | None:
        """The match of this id."""
        lists = (*self.row.document.matched, *self.row.document.partial)
        return next((match for match in lists if match.match_id == match_id), None)

    def left_invoices(self) -> list[Record]:
        """Invoices that nothing holds, with what is open of each; the first due first."""
        ids = set(self.row.document.unmatched.invoices)
        return [self.with_rest("invoice", r) for i, r in self.invoices.items() if i in ids]

    def left_lines(self) -> list[Record]:
        """Bank lines that nothing holds and that are not set aside; the earliest first."""
        ids = set(self.row.document.unmatched.bank_transactions) - self.aside.keys()
        return [self.with_rest("transaction", r) for i, r in self.lines.items() if i in ids]

    def with_rest(self, kind: str, record: Record) -> Record:
        """The record with what is open of it as ``amount_open``, signed as the record."""
        key, field = ("invoice_id", "total_amount") if kind == "invoice" else (
            "transaction_id", "amount"
        )  # fmt: skip
        whole = record[field]
        if kind == "invoice" and record["amount_due"]:
            whole = record["amount_due"]
        rest = self.rests.get((kind, record[key]))
        if rest is not None and whole is not None:
            whole = rest.copy_sign(whole)
        return {**record, "amount_open": whole}


def load_run(reconciliation_id: str) -> RunView:
    """The run as it is stored now; nothing is read again that has not changed."""
    store = services().store
    database, version = str(store.database_path), store.shown_version()
    row, locked, rests, versions = _run(database, version, reconciliation_id)
    invoices, lines = _records(database, versions)
    aside = {
        line_id: found.evidence
        for found in row.document.unmatched.set_aside
        if found.kind != "ignored"
        for line_id in found.transaction_ids
    }
    ignored = {
        line_id: why for line_id, why in _ignored(database, version).items() if line_id in lines
    }
    return RunView(row, invoices, lines, locked, rests, aside | ignored, ignored)


@st.cache_resource(max_entries=4, ttl="1h", show_spinner=False)
def _run(
    database: str, version: int, reconciliation_id: str
) -> tuple[
    ReconciliationMatch, Mapping[str, Closing], Mapping[tuple[str, str], Decimal], _Versions
]:
    del database, version  # what the answer depends on
    engine = services()
    rests = {
        (held["kind"], held["record_id"]): held["amount_open"]
        for held in engine.store.analytics.query("held_records")
    }
    row = engine.reconciliation(reconciliation_id)
    sources = engine.store.among([source.upload_id for source in row.document.source_documents])
    versions = tuple((found["upload_id"], found["kind"], found["row_version"]) for found in sources)
    return row, engine.locked_matches(reconciliation_id), rests, versions


@st.cache_resource(max_entries=2, ttl="1h", show_spinner=False)
def _ignored(database: str, version: int) -> dict[str, str]:
    del database, version  # what the answer depends on
    return {
        line_id: f"{choice.chosen_by}: {choice.value}"
        for line_id, choice in services().ignored_lines().items()
    }


@st.cache_resource(max_entries=4, ttl="1h", show_spinner="Reading the run …")
def _records(database: str, versions: _Versions) -> tuple[dict[str, Record], dict[str, Record]]:
    del database  # what the answer depends on, with the versions
    query = services().store.analytics.query
    ids: dict[str, list[str]] = {"invoice": [], "bank": []}
    for upload_id, kind, _ in versions:
        ids[kind].append(upload_id)
    invoices = query("run_invoices", upload_ids=ids["invoice"])
    lines = query("run_lines", upload_ids=ids["bank"])
    return (
        {record["invoice_id"]: record for record in invoices},
        {record["transaction_id"]: record for record in lines},
    )


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
