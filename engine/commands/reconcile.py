"""Match invoices with transactions given as JSON lines; no database is opened."""

import argparse
import codecs
import datetime as dt
import hashlib
import json
import math
import re
import sys
import time
import uuid
from pathlib import Path
from typing import Any

from engine.commands.results import make_folder, write_result
from engine.errors import InvalidInputError
from engine.matching import MatchOptions, read_invoices, read_transactions
from engine.processing.reconciling import RunRequest, run_matching
from engine.processing.signature import Signature
from engine.records import SourceDocument, encode
from engine.records.uploads import UploadKind
from engine.settings import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("--invoices", required=True, type=Path, metavar="F.jsonl")
    parser.add_argument("--transactions", required=True, type=Path, metavar="F.jsonl")
    parser.add_argument("--out", required=True, type=Path, metavar="F.json")
    parser.add_argument(
        "--rates",
        type=Path,
        metavar="F.json",
        help="exchange rates: month, currency, its rate in the accounts' currency",
    )
    parser.add_argument(
        "--threshold",
        type=float,
        metavar="T",
        help="confidence from which a match counts as matched, 0 to 1",
    )


def run(options: argparse.Namespace) -> int:
    """Match and write the run's JSON."""
    settings = Settings()
    threshold = settings.match_threshold if options.threshold is None else options.threshold
    if not 0 <= threshold <= 1:
        raise InvalidInputError("The threshold must be between 0 and 1.")
    invoices, transactions = _read(options.invoices), _read(options.transactions)
    request = RunRequest(
        reconciliation_id=str(uuid.uuid4()),
        sources=(
            _source(options.invoices, invoices, "invoice"),
            _source(options.transactions, transactions, "bank"),
        ),
        invoices=read_invoices(invoices.splitlines()),
        lines=read_transactions(transactions.splitlines()),
        options=MatchOptions(
            threshold=threshold,
            date_window_days=settings.match_date_window_days,
            rates=_rates(options.rates),
        ),
        signature=Signature(by=settings.user_name, at=dt.datetime.now(dt.UTC)),
    )
    document = run_matching(request, time.monotonic)
    make_folder(options.out.parent)
    write_result(options.out, encode(document, max_bytes=settings.max_json_bytes))
    summary = document.reconciliation_summary
    sys.stdout.write(
        f"{summary.total_matches_found} matched, {summary.partial_matches} partial, "
        f"{summary.unmatched_invoices} invoices and {summary.unmatched_transactions} "
        f"transactions unmatched, {document.reconciliation_info.duration_seconds} s\n"
    )
    return 0


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes().removeprefix(codecs.BOM_UTF8)
    except OSError as error:
        raise InvalidInputError(f"{path} cannot be read: {error.strerror}.") from error


def _source(path: Path, content: bytes, kind: UploadKind) -> SourceDocument:
    content_id = uuid.UUID(hashlib.sha256(content).hexdigest()[:32])
    return SourceDocument(upload_id=str(content_id), kind=kind, file_name=path.name, row_version=1)


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
