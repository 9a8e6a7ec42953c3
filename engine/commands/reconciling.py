"""What ``reconcile`` does once its arguments are known."""

import codecs
import datetime as dt
import hashlib
import json
import math
import re
import sys
import time
import uuid
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

from engine.commands.results import make_folder, write_result
from engine.errors import InvalidInputError
from engine.matching import MatchOptions, read_invoices, read_transactions
from engine.matching.hands import Hands
from engine.matching_settings import MatchingSettings, matching_settings
from engine.processing.reconciling import RunRequest, run_matching
from engine.processing.signature import Signature
from engine.records import MatchingRule, SourceDocument, encode
from engine.records.uploads import UploadKind


def reconcile(
    invoice_file: Path,
    transaction_file: Path,
    rates_file: Path | None,
    rule_file: Path | None,
    asked_threshold: float | None,
    out: Path,
) -> int:
    """Match the rows of both files and write the run's JSON to ``out``; the exit code."""
    settings = matching_settings()
    threshold = settings.match_threshold if asked_threshold is None else asked_threshold
    if not 0 <= threshold <= 1:
        raise InvalidInputError("The threshold must be between 0 and 1.")
    invoices, transactions = _read(invoice_file), _read(transaction_file)
    request = RunRequest(
        reconciliation_id=str(uuid.uuid4()),
        sources=(
            _source(invoice_file, invoices, "invoice"),
            _source(transaction_file, transactions, "bank"),
        ),
        invoices=read_invoices(invoices.splitlines()),
        lines=read_transactions(transactions.splitlines()),
        options=MatchOptions(
            threshold=threshold,
            date_window_days=settings.match_date_window_days,
            rates=_rates(rates_file),
            rules=_rules(rule_file),
        ),
        signature=Signature(by=settings.user_name, at=dt.datetime.now(dt.UTC)),
    )
    with _hands(len(request.lines), settings) as hands:
        document = run_matching(request, time.monotonic, hands)
    make_folder(out.parent)
    write_result(out, encode(document, max_bytes=sys.maxsize))
    summary = document.reconciliation_summary
    sys.stdout.write(
        f"{summary.total_matches_found} matched, {summary.partial_matches} partial, "
        f"{summary.unmatched_invoices} invoices and {summary.unmatched_transactions} "
        f"transactions unmatched, {document.reconciliation_info.duration_seconds} s\n"
    )
    return 0


def _hands(lines: int, settings: MatchingSettings) -> AbstractContextManager[Hands]:
    """All cores for as many lines as the settings name, one for fewer."""
    if not 0 < settings.match_share_from <= lines:
        return nullcontext(Hands())
    # Loaded only for large runs.
    from engine.processing.matching_hands import forked_hands

    return forked_hands(settings.worker_count)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes().removeprefix(codecs.BOM_UTF8)
    except OSError as error:
        raise InvalidInputError(f"{path} cannot be read: {error.strerror}.") from error


def _source(path: Path, content: bytes, kind: UploadKind) -> SourceDocument:
    content_id = uuid.UUID(hashlib.sha256(content).hexdigest()[:32])
    return SourceDocument(upload_id=str(content_id), kind=kind, file_name=path.name, row_version=1)


def _rules(path: Path | None) -> tuple[MatchingRule, ...]:
    if path is None:
        return ()
    # Loaded only for runs with rules.
    from engine.commands.rule_file import rules_of

    return rules_of(path, _read(path))


def _rates(path: Path | None) -> dict[str, dict[str, float]] | None:
    if path is None:
        return None
    try:
        rates: Any = json.loads(_read(path))
        return {
            _month(month): {currency: _rate(rate) for currency, rate in of_month.items()}
            for month, of_month in rates.items()
        }
    except (ValueError, TypeError, AttributeError) as error:
        raise InvalidInputError(
            f"{path} holds no exchange rates: {error}.",
            'It looks like {"2026-01": {"USD": 0.92}}.',
        ) from error


def _month(text: str) -> str:
    if not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", text):
        raise ValueError(f"“{text}” is no month")
    return text


def _rate(value: Any) -> float:
    rate = float(value)
    if not 0 < rate < math.inf:
        raise ValueError(f"a rate is above zero, not {value}")
    return rate
