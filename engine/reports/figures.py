"""The six figures at the top of the board: value, what it counts, trend, and its definition.

Amounts stand per currency and are never added across.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias

from engine.presentation import UNKNOWN, counted, day, duration, money, number, percent
from engine.reports.drill import Drill
from engine.reports.targets import Target

Row: TypeAlias = Mapping[str, Any]
Rows: TypeAlias = Sequence[Row]

_MONTHS: Final = 12
_LINES: Final = 4


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure as people read it.

    ``now`` is the value in the unit of its target, None where it is not known or has none.
    ``trend`` is by month, the oldest first. ``change`` compares with the period before, None where
    there is none; ``better`` says which way is good.
    """

    key: str
    label: str
    value: str
    below: tuple[str, ...]
    definition: str
    drill: Drill
    trend: tuple[float, ...] = ()
    change: str | None = None
    better: Literal["up", "down"] = "up"
    now: float | None = None
    target: Target | None = None


def straight_through(rows: Rows, before: Rows) -> Figure:
    """Files that needed nobody."""
    total = _total(rows)
    return Figure(
        key="straight_through",
        label="Straight through",
        value=percent(_share(total, "straight_through", "tried")),
        below=(
            f"{number(total.get('straight_through', 0))} of "
            f"{counted(total.get('tried', 0), 'file')} read whole, nothing doubtful or changed",
        ),
        definition="Files read without a failed page, without a doubt, and without a correction "
        "by a person; of all files that were tried. Period: day of upload.",
        drill=Drill(
            "Files that did not go straight through", "dashboard_files", {"state": "touched"}
        ),
        trend=_trend(rows, lambda row: _share(row, "straight_through", "tried")),
        change=_points(
            _share(total, "straight_through", "tried"),
            _share(_total(before), "straight_through", "tried"),
        ),
        now=_hundredfold(_share(total, "straight_through", "tried")),
    )


def match_rate(rows: Rows, before: Rows) -> Figure:
    """Invoices that a match settles."""
    total = _total(rows)
    return Figure(
        key="match_rate",
        label="Match rate",
        value=percent(_share(total, "matched", "invoices")),
        below=(
            f"{number(total.get('matched', 0))} of {counted(total.get('invoices', 0), 'invoice')} "
            "settled in full by a match",
            f"{number(total.get('partial', 0))} in part, "
            f"{number(total.get('suggested', 0))} only suggested",
        ),
        definition="Invoices that matches in force settle in full, of all invoices. A match is in "
        "force when a person confirmed it or it reached its run's threshold. Period: invoice date.",
        drill=Drill("Invoices without a match", "invoices", {"match_state": "unmatched"}),
        trend=_trend(rows, lambda row: _share(row, "matched", "invoices")),
        change=_points(
            _share(total, "matched", "invoices"), _share(_total(before), "matched", "invoices")
        ),
        now=_hundredfold(_share(total, "matched", "invoices")),
    )


def open_amount(rows: Rows, by_month: Rows) -> Figure:
    """What no match settles."""
    known = [row for row in rows if row["amount_open"]]
    unknown = sum(row["invoices_of_unknown_amount"] for row in rows)
    invoices = sum(row["invoices"] for row in rows) + unknown
    currencies = {row["currency"] for row in known}
    lines = [_open_line(row) for row in known]
    value = f"In {counted(len(currencies), 'currency', 'currencies')}" if known else "Nothing"
    if len(currencies) == 1:
        first = known[0]
        value = money(first["amount_open"], first["currency"])
        lines[0] = (
            f"{_way(first)}, {money(first['amount_overdue'], first['currency'])} of it overdue"
        )
    below = [*lines[:_LINES], counted(invoices, "invoice")]
    if len(lines) > _LINES:
        below.insert(_LINES, f"and {counted(len(lines) - _LINES, 'more sum')}")
    if unknown:
        below.append(f"of {counted(unknown, 'invoice')} it is not known how much")
    return Figure(
        key="open_amount",
        label="Open amount",
        value=value,
        below=tuple(below),
        definition="What of invoices no match in force settles, per currency and direction. "
        "Currencies are never added: there is no rate between them. Period: invoice date.",
        drill=Drill("Open invoices", "open_invoices"),
        trend=_open_trend(by_month) if len(known) == 1 else (),
        better="down",
    )


def _open_line(row: Row) -> str:
    return f"{money(row['amount_open'], row['currency'])} {_way(row)}"


def _way(row: Row) -> str:
    return "to pay" if row["direction"] == "payable" else "to come in"


def _open_trend(rows: Rows) -> tuple[float, ...]:
    return tuple(float(row["amount_open"]) for row in rows)[-_MONTHS:]


def oldest_open(rows: Rows) -> Figure:
    """The open invoice that is overdue longest."""
    found = next((row for row in rows if (row["amount_open"] or 0) > 0), None)
    days = found["days_overdue"] if found else None
    value, below = UNKNOWN, ["Nothing is open."]
    if found is not None:
        ours = found["direction"] == "receivable"
        party = found["customer_name" if ours else "vendor_name"]
        value = _overdue(days)
        below = [
            " · ".join(part for part in (found["invoice_number"], party) if part) or "no number",
            f"{money(found['amount_open'], found['currency'])}, due "
            f"{day(found['due_date'] or found['invoice_date'])}",
        ]
    return Figure(
        key="oldest_open",
        label="Oldest open item",
        value=value,
        below=tuple(below),
        definition="Days since the due date of the open invoice that fell due first; an invoice "
        "without a due date is due on its date.",
        drill=Drill("Open invoices, the longest overdue first", "open_invoices"),
        better="down",
        now=float(max(days, 0)) if days is not None else None,
    )


def _overdue(days: int | None) -> str:
    if days is None:
        return "no date"
    return counted(days, "day") if days > 0 else f"due in {counted(-days, 'day')}"


def time_to_confirm(rows: Rows, before: Rows) -> Figure:
    """From the upload until a person said yes."""
    total, earlier = _total(rows), _total(before)
    seconds = total.get("median_seconds_to_confirm")
    change = None
    if seconds is not None and earlier.get("median_seconds_to_confirm") is not None:
        gap = seconds - earlier["median_seconds_to_confirm"]
        change = f"{'−' if gap < 0 else '+'}{duration(abs(gap))}" if gap else "0"
    return Figure(
        key="time_to_confirm",
        label="Upload to confirmed",
        value=duration(seconds),
        below=(f"median of {counted(total.get('confirmed_with_time', 0), 'confirmed file')}",),
        definition="The median time from the upload of a file until a person confirmed it. "
        "Period: day of upload.",
        drill=Drill("Confirmed files", "dashboard_files", {"state": "confirmed"}),
        trend=_trend(rows, lambda row: row["median_seconds_to_confirm"]),
        change=change,
        better="down",
        now=None if seconds is None else seconds / 3600,
    )


def corrections(rows: Rows, before: Rows) -> Figure:
    """How often people had to change what was read."""
    total = _total(rows)
    rate, earlier = _rate(total), _rate(_total(before))
    change = None
    if rate is not None and earlier is not None:
        change = f"{rate - earlier:+.2f}".replace("-", "−") if round(rate - earlier, 2) else "0"
    return Figure(
        key="corrections",
        label="Corrections per 100 fields",
        value=UNKNOWN if rate is None else f"{rate:.2f}",
        below=(
            f"{counted(total.get('corrections') or 0, 'correction')} in "
            f"{counted(total.get('values_read') or 0, 'value')}",
        ),
        definition="Values that people changed, added or took away, of 100 values that were read; "
        "what was changed back counts for nothing. Period: day of upload.",
        drill=Drill("Corrections", "corrections"),
        trend=_trend(rows, _rate),
        change=change,
        better="down",
        now=rate,
    )


def _hundredfold(share: float | None) -> float | None:
    return None if share is None else 100 * share


def _rate(row: Row) -> float | None:
    values = row.get("values_read") or 0
    return 100 * (row.get("corrections") or 0) / values if values else None


def _total(rows: Rows) -> Row:
    return next((row for row in rows if row["month"] is None), {})


def _share(row: Row, part: str, whole: str) -> float | None:
    count = row.get(whole) or 0
    return (row.get(part) or 0) / count if count else None


def _trend(rows: Rows, value: Callable[[Row], float | None]) -> tuple[float, ...]:
    months = [value(row) for row in rows if row["month"] is not None]
    return tuple(float(found) for found in months if found is not None)[-_MONTHS:]


def _points(now: float | None, before: float | None) -> str | None:
    if now is None or before is None:
        return None
    points = round(100 * (now - before), 1)
    return f"{points:+.1f} points".replace("-", "−") if points else "0"
