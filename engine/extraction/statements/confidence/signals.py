"""What speaks for a row and against it, as features that a model weighs.

A feature is a number, mostly from 0 to 1; one that is 0 is left out. Each is named for what it says
when it is 1.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log1p
from typing import Final

from engine.extraction.statements.labels import figure_of
from engine.extraction.statements.rows.table import Row
from engine.extraction.statements.solving.checks import rows_in_gaps
from engine.extraction.statements.solving.doubts import Doubt
from engine.extraction.statements.solving.settle import Settled
from engine.extraction.statements.solving.signs import amount_cell
from engine.extraction.statements.solving.verdict import Verdict
from engine.reading.page import Word

Signals = dict[str, float]

_PROSE: Final = 14
"""Words from which a description may be a sentence."""

_SAME_EDGE: Final = 0.01
"""Page widths by which cells of one column may stand apart."""


@dataclass(frozen=True, slots=True)
class _Usual:
    """Where most rows have their descriptions and amounts, and how most are dated."""

    texts: frozenset[int]
    amounts: frozenset[int]
    dated: float


def signals_of(
    settled: Settled,
    verdict: Verdict,
    doubts: Sequence[Doubt],
    *,
    is_card: bool,
    wanted: range | None = None,
) -> list[Signals]:
    """The features of the rows that are ``wanted`` (all of them without it), in order."""
    wanted = range(len(settled.rows)) if wanted is None else wanted
    usual = _usual(settled.rows)
    whole = _of_statement(settled, verdict, doubts, is_card)
    by_row: dict[int, list[Doubt]] = {}
    for doubt in doubts:
        by_row.setdefault(doubt.row, []).append(doubt)
    found: list[Signals] = []
    for segment, proof in zip(settled.segments, settled.proofs, strict=True):
        in_gap = rows_in_gaps(segment, proof)
        account = whole | {
            "account_closes": float(proof.closes is True),
            "account_does_not_close": float(proof.closes is False),
            "balances_run": float(proof.chain.balances > 2),
        }
        account = {name: value for name, value in account.items() if value}
        for index in range(max(segment.first, wanted.start), min(segment.last, wanted.stop)):
            row = settled.rows[index]
            signals = _of_row(row, usual) | _of_amount(settled, index)
            for doubt in by_row.get(index, ()):
                signals[f"doubt_{doubt.cause}"] = 1.0
            signals["vouched_for"] = float(index in verdict.vouched)
            signals["in_gap"] = float(index in in_gap)
            signals["beside_gap"] = float(index - 1 in in_gap or index + 1 in in_gap)
            found.append(account | {name: value for name, value in signals.items() if value})
    return found


def _of_statement(
    settled: Settled, verdict: Verdict, doubts: Sequence[Doubt], is_card: bool
) -> Signals:
    rows = max(1, len(settled.rows))
    proof = verdict.proof
    return {
        f"statement_{proof.status}": 1.0,
        "card": float(is_card),
        "rows_not_vouched_for": 1 - len(verdict.vouched) / rows,
        "rows_doubted": len({doubt.row for doubt in doubts}) / rows,
        "gaps_for_rows": min(1.0, len(proof.gaps) / rows),
        "rows": log1p(rows),
        "several_accounts": float(len(settled.segments) > 1),
    }


def _of_row(row: Row, usual: _Usual) -> Signals:
    date = row.dates.get("date")
    text = [word for words in row.texts for word in words]
    words = " ".join([word.text for word in text])
    return {
        "no_own_date": float(date is None),
        "no_own_date_where_most_have": usual.dated if date is None else 0.0,
        "no_date": float(date is None and row.group is None),
        "no_text": float(not text),
        "lines": log1p(max(0, len(row.texts) - 1)),
        "prose": float(len(text) >= _PROSE),
        "names_a_figure": float(figure_of(words) is not None),
        "text_elsewhere": float(bool(text) and _step(text[0].x0) not in usual.texts),
        "amount_elsewhere": float(_amount_step(row) not in usual.amounts),
        "scanned": float(row.source == "ocr"),
        **_legibility(row, text),
    }


def _legibility(row: Row, text: Sequence[Word]) -> Signals:
    """How doubtful recognised words are; nothing for a file's own text."""
    if row.source == "text":
        return {}
    amount, date = amount_cell(row), row.dates.get("date") or row.group
    return {
        "unsure_text": 1 - _mean(text),
        "unsure_word": 1 - _least(text),
        "unsure_amount": 1 - _least(amount.words if amount else ()),
        "unsure_date": 1 - _least(date.words if date else ()),
    }


def _of_amount(settled: Settled, index: int) -> Signals:
    signed = settled.signed[index]
    return {
        "no_amount": float(signed.value is None),
        "no_movement": float(signed.value == 0),
        f"sign_by_{signed.source}": 1.0,
        "sign_uncertain": float(not signed.is_certain),
        "prints_balance": float(settled.balances[index] is not None),
        "repaired": float(index in settled.repairs),
        "guessed": float(index in settled.guessed),
    }


def _usual(rows: Sequence[Row]) -> _Usual:
    texts = Counter(_step(row.texts[0][0].x0) for row in rows if row.texts and row.texts[0])
    amounts = Counter(step for row in rows if (step := _amount_step(row)) is not None)
    dated = sum("date" in row.dates for row in rows) / max(1, len(rows))
    return _Usual(_common(texts, len(rows)), _common(amounts, len(rows)), dated)


def _common(steps: Counter[int], rows: int) -> frozenset[int]:
    """The places that at least a tenth of the rows share, and those next to them."""
    often = [step for step, count in steps.items() if 10 * count >= rows]
    return frozenset(near for step in often for near in (step - 1, step, step + 1))


def _step(place: float) -> int:
    return round(place / _SAME_EDGE)


def _amount_step(row: Row) -> int | None:
    cell = amount_cell(row)
    return _step(cell.x1) if cell is not None else None


def _mean(words: Sequence[Word]) -> float:
    return sum(word.confidence for word in words) / len(words) if words else 1.0


def _least(words: Iterable[Word]) -> float:
    return min((word.confidence for word in words), default=1.0)
