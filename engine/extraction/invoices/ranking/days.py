"""Which of the printed days is the day of issue."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from typing import Final

from engine.extraction.invoices.ranking.choice import Option, Ranks, preferred
from engine.extraction.invoices.scoring import Scored
from engine.extraction.invoices.sheet.candidate import DateCandidate
from engine.extraction.invoices.sheet.candidates import Candidates
from engine.extraction.invoices.sheet.layout import LabelHit, Segment, Sheet

_HEAD: Final = 0.33
_FOOT: Final = 0.8
_SENTENCE: Final = 6
_MOST: Final = 40
_ROWS_ABOVE: Final = 3


def ranked_days(
    sheet: Sheet,
    found: Candidates,
    issued: list[Scored[dt.date]],
    due: Sequence[Scored[dt.date]],
    ranks: Ranks,
) -> list[Scored[dt.date]]:
    """``issued`` with another day in front where the weights clearly prefer it."""
    option = preferred(day_options(sheet, found, issued, due), "invoice_date", ranks)
    if option is None:
        return issued
    rest = [entry for entry in issued if entry.value != option.candidate.value]
    known = [entry for entry in issued if entry.value == option.candidate.value]
    return [*(known or [Scored(option.candidate, option.score)]), *rest]


def day_options(
    sheet: Sheet,
    found: Candidates,
    issued: Sequence[Scored[dt.date]],
    due: Sequence[Scored[dt.date]],
) -> list[Option]:
    """One option for each different day, with what all its places say together."""
    chosen = issued[0].value if issued else None
    falls_due = due[0].value if due else None
    scores = {entry.value: entry.score for entry in reversed(issued)}
    times = Counter(date.value for date in found.dates)
    first: dict[dt.date, DateCandidate] = {}
    signals: dict[dt.date, dict[str, float]] = {}
    for date in found.dates[:_MOST]:
        day = date.value
        first.setdefault(day, date)
        own = signals.setdefault(day, {})
        for name, value in _place(sheet, date).items():
            own[name] = max(own.get(name, 0.0), value)
    latest, earliest = max(times, default=None), min(times, default=None)
    return [
        Option(
            first[day],
            scores.get(day, 0.0),
            own
            | {
                "chosen by the rules": float(day == chosen),
                "score": scores.get(day, 0.0),
                "after the due day": float(falls_due is not None and day > falls_due),
                "the due day": float(day == falls_due),
                "the latest day": float(day == latest),
                "the earliest day": float(day == earliest),
                "said again": min(3, times[day] - 1) / 3,
            },
            day == chosen,
        )
        for day, own in signals.items()
    ]


def _place(sheet: Sheet, date: DateCandidate) -> dict[str, float]:
    segment = date.segment
    hit = _label_of(sheet, segment, date.start)
    return {
        f"label: {hit.label if hit is not None else 'none'}": 1.0,
        "label in its row": float(hit is not None and hit.segment.row == segment.row),
        "at the head": float(segment.y0 < _HEAD),
        "at the foot": float(segment.y0 > _FOOT),
        "depth": segment.y0,
        "on a later page": float(segment.page != sheet.rows[0].page),
        "alone in its place": float(len(date.words) == len(segment.words)),
        "in a sentence": float(len(segment.words) - len(date.words) >= _SENTENCE),
    }


def _label_of(sheet: Sheet, segment: Segment, start: int) -> LabelHit | None:
    """The nearest label left of a date, or above it in its column."""
    row = sheet.row_of(segment)
    before = [h for h in segment.labels if h.start < start]
    before = before or [h for s in row.segments[: segment.index] for h in s.labels]
    if before:
        return before[-1]
    place = segment.row - sheet.rows[0].number
    for above in reversed(sheet.rows[max(0, place - _ROWS_ABOVE) : place]):
        for other in above.segments:
            if other.labels and other.x0 < segment.x1 and other.x1 > segment.x0:
                return other.labels[-1]
    return None
