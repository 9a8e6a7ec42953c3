"""A bank file as a statement's record: what people see, confirm and reconcile."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Final

from engine.extraction.bank_files.ledger import BankFile, Entry, Ledger
from engine.extraction.bank_files.merging import merged
from engine.extraction.bank_files.proving import (
    Proof,
    doubted_in,
    gaps_of,
    proof_of,
    statement_proof,
)
from engine.extraction.bank_files.sheet import Sheet, sheet_of
from engine.extraction.currencies import CODES
from engine.extraction.statements.memos.describe import counterparty_of, reference_of, type_of
from engine.reading.listing import Listing
from engine.records.bank import Account, BalanceGap, StatementInfo, Transaction, TransactionType
from engine.records.provenance import BBox, Provenance, Source
from engine.records.statement_checks import say_gap, say_rows_without

_FEW: Final = 20_000
"""Entries up to which every value's place is told; of more, only the amount's."""
_FIGURES: Final = str.maketrans("123456789", "000000000")
"""Words that differ by their figures alone are of one kind."""
_MIXED: Final = 0.45
"""How sure the currency of a file is whose accounts have several, as of pages."""
_XML_FORMATS: Final = "CAMT"


@dataclass(frozen=True, slots=True)
class BankStatement:
    """The record's parts, and the pages that show them."""

    info: StatementInfo
    transactions: tuple[Transaction, ...]
    sheet: Sheet


def statement_of(file: BankFile, upload_id: str, file_name: str = "") -> BankStatement:
    """The record of ``file``; transaction ids are the upload's id and a number from 1."""
    ledgers = merged(file.ledgers)
    proofs = [proof_of(ledger) for ledger in ledgers]
    total = sum(len(ledger.entries) for ledger in ledgers)
    ids = [f"{upload_id}-{number}" for number in range(1, total + 1)]
    sheet = sheet_of(file, ledgers, file_name)
    source: Source = "xml" if file.format_name.startswith(_XML_FORMATS) else "text"
    gaps: list[BalanceGap] = []
    transactions: list[Transaction] = []
    for number, proof in enumerate(proofs):
        page_of = partial(sheet.page_of, account=number)
        gaps += gaps_of(proof, len(transactions), ids, page_of)
        transactions += _transactions(proof, number, len(transactions), ids, sheet, source)
    info = _info(file, ledgers, proofs, gaps, sheet, source)
    return BankStatement(info, tuple(transactions), sheet)


def listing_of(file: BankFile, file_name: str) -> Listing:
    """The pages of ``file`` alone."""
    return sheet_of(file, merged(file.ledgers), file_name).listing


def _info(
    file: BankFile,
    ledgers: Sequence[Ledger],
    proofs: Sequence[Proof],
    gaps: Sequence[BalanceGap],
    sheet: Sheet,
    source: Source,
) -> StatementInfo:
    several = len(ledgers) > 1
    first = ledgers[0] if ledgers else Ledger()
    starts = [ledger.start for ledger in ledgers if ledger.start]
    ends = [ledger.end for ledger in ledgers if ledger.end]
    votes = Counter(code for ledger in ledgers if (code := _code(ledger.currency)))
    return StatementInfo(
        bank_name=first.bank_name,
        account_number=first.account_number,
        account_name=first.account_name,
        account_type=None if several else first.account_type,
        iban=None if several else first.iban,
        currency=next((code for code, _ in votes.most_common(1)), None),
        statement_type="card" if ledgers and all(li.is_card for li in ledgers) else "bank",
        statement_period_start=min(starts, default=None),
        statement_period_end=max(ends, default=None),
        opening_balance=None if several else first.opening,
        closing_balance=None if several else first.closing,
        total_debits=None if several else _positive(first.total_debits),
        total_credits=None if several else first.total_credits,
        accounts=tuple(map(_account, ledgers)) if several else (),
        proof=statement_proof(proofs, gaps),
        checks=_checks(proofs, gaps, file),
        provenance={
            name: Provenance(
                page=page,
                bbox=bbox,
                text=text,
                confidence=_MIXED if name == "currency" and len(votes) > 1 else 0.99,
                source=source,
            )
            for name, (page, bbox, text) in sheet.facts_places().items()
        },
    )


def _account(ledger: Ledger) -> Account:
    return Account(
        account_number=ledger.account_number,
        account_name=ledger.account_name,
        account_type=ledger.account_type,
        iban=ledger.iban,
        currency=_code(ledger.currency),
        statement_period_start=ledger.start,
        statement_period_end=ledger.end,
        opening_balance=ledger.opening,
        closing_balance=ledger.closing,
        total_debits=_positive(ledger.total_debits),
        total_credits=ledger.total_credits,
        transactions=len(ledger.entries),
    )


def _checks(proofs: Sequence[Proof], gaps: Sequence[BalanceGap], file: BankFile) -> tuple[str, ...]:
    sentences = []
    for gap in gaps[:20]:
        row = (gap.transaction or "").rpartition("-")[2]
        where = f"at row {row} on page {gap.page}" if row else "at the end"
        sentences.append(say_gap(gap.expected, gap.printed, where, "given"))
    unread = sum(entry.amount is None for proof in proofs for entry in proof.ledger.entries)
    if unread:
        sentences.append(say_rows_without(unread, "amount"))
    undated = sum(entry.date is None for proof in proofs for entry in proof.ledger.entries)
    if undated:
        sentences.append(say_rows_without(undated, "date"))
    return tuple(sentences)


def _transactions(
    proof: Proof, account: int, first: int, ids: Sequence[str], sheet: Sheet, source: Source
) -> list[Transaction]:
    ledger, doubted = proof.ledger, doubted_in(proof)
    in_gap = frozenset(doubted)
    kinds: dict[tuple[str, bool], TransactionType] = {}
    found = []
    for index, entry in enumerate(ledger.entries):
        confidence = proof.confidence(index, in_gap)
        number = first + index
        description = entry.description
        kind = entry.type
        if kind is None:
            like = (description.translate(_FIGURES), entry.amount is None or entry.amount < 0)
            kind = kinds.get(like)
            if kind is None:
                kind = type_of(description, entry.amount, is_card=ledger.is_card)
                kinds[like] = kind
        found.append(
            Transaction(
                transaction_id=ids[number],
                account_number=ledger.account_number,
                page=sheet.page_of(number, account),
                date=entry.date,
                value_date=entry.value_date,
                description=description,
                amount=entry.amount,
                balance=entry.balance,
                currency=_code(entry.currency) or _code(ledger.currency),
                reference=entry.reference or reference_of(description),
                counterparty=entry.counterparty or counterparty_of([description], kind),
                type=kind,
                confidence=confidence,
                checks=entry.checks + ((doubted[index],) if index in doubted else ()),
                provenance=_places(entry, number, account, sheet, confidence, source),
            )
        )
    return found


def _places(
    entry: Entry, number: int, account: int, sheet: Sheet, confidence: float, source: Source
) -> dict[str, Provenance]:
    texts: dict[str, str | None] = {"amount": entry.written or _plain(entry.amount)}
    if sheet.entries_total <= _FEW:
        texts["date"] = _plain(entry.date)
        texts["value_date"] = _plain(entry.value_date)
        texts["balance"] = _plain(entry.balance)
        texts["description"] = entry.description or None
    places = {}
    for name, text in texts.items():
        if text is not None:
            page, bbox = sheet.place_of(name, number, account)
            places[name] = _place(page, bbox, text, confidence, source, entry, name)
    return places


def _place(
    page: int,
    bbox: BBox,
    text: str,
    confidence: float,
    source: Source,
    entry: Entry,
    name: str,
) -> Provenance:
    note = entry.note if name == "amount" else None
    return Provenance(
        page=page, bbox=bbox, text=text[:500], confidence=confidence, source=source, note=note
    )


def _plain(value: dt.date | Decimal | None) -> str | None:
    return None if value is None else str(value)


def _code(currency: str | None) -> str | None:
    code = (currency or "").strip().upper()
    return code if code in CODES or (len(code) == 3 and code.isascii() and code.isalpha()) else None


def _positive(total: Decimal | None) -> Decimal | None:
    return None if total is None else abs(total)
