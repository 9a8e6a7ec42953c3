"""Features of net, tax, gross and what is due: labels, rivals and above all arithmetic."""

from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache
from typing import Final

from engine.extraction.invoices.confidence.place_signals import is_known
from engine.extraction.invoices.confidence.surroundings import Surroundings
from engine.extraction.invoices.draft import Pick
from engine.extraction.invoices.sheet.amounts import has_cents
from engine.extraction.invoices.sheet.labels import Label
from engine.extraction.invoices.sums.sum_figures import Figure, Totals

_ROLES: Final[dict[str, Label]] = {
    "subtotal": "subtotal",
    "tax_amount": "tax",
    "total_amount": "total",
    "amount_due": "due",
}
_USUAL_RATES: Final = tuple(
    Decimal(text) / 100
    for text in (
        "2.1", "2.6", "3", "3.8", "4", "5", "5.5", "6", "7", "7.5", "7.7", "8", "8.1", "9", "9.5",
        "10", "12", "13", "13.5", "14", "15", "16", "17", "18", "19", "20", "21", "22", "23", "24",
        "25", "25.5", "27",
    )
)  # fmt: skip
_CENT: Final = Decimal("0.01")
_SLACK: Final = Decimal("0.02")
_MOST_REPEATS: Final = 3


def sum_signals(field: str) -> Callable[[Surroundings, Pick], dict[str, float]]:
    """The features of one of the sums, as a function of the invoice and the value's place."""

    def signals(around: Surroundings, pick: Pick) -> dict[str, float]:
        figure = _figure(around.totals, field)
        if figure is None:
            return {}
        return {
            **_label(around, pick, _ROLES[field]),
            **_rivals(around, figure, _ROLES[field]),
            **_arithmetic(around, figure),
        }

    return signals


def _figure(totals: Totals, field: str) -> Figure | None:
    return {
        "subtotal": totals.subtotal,
        "tax_amount": totals.tax,
        "total_amount": totals.total,
        "amount_due": totals.due,
    }[field]


def _label(around: Surroundings, pick: Pick, role: Label) -> dict[str, float]:
    start = pick.segment.words.index(pick.words[0]) if pick.words[0] in pick.segment.words else 0
    hit = around.label_before(pick.segment, start)
    if hit is None:
        return {"no label": 1.0}
    return {
        "its own label": float(hit.label == role),
        f"label: {hit.label}": float(hit.label != role),
        "composed label": float(not is_known(hit.phrase)),
        "below its label": float(hit.segment.row != pick.segment.row),
    }


def _rivals(around: Surroundings, figure: Figure, role: Label) -> dict[str, float]:
    value = abs(figure.value)
    named = around.labelled_amounts.get(role, set())
    rivals = len({other for other in named if other != value})
    larger = sum(other > value for other in around.amount_rows)
    places = len(around.amount_rows.get(value, ()))
    return {
        "rivals with its label": min(3, rivals) / 3,
        "larger amounts": min(3, larger) / 3,
        "the largest amount": float(larger == 0),
        "misread unnoticed": float(
            figure.candidate.segment.source == "ocr" and places < 2 and not around.totals.adds_up
        ),
        "said again": min(_MOST_REPEATS, max(0, places - 1)) / _MOST_REPEATS,
        "no cents": float(not has_cents(figure.candidate.value)),
        "several parts": float(len(figure.parts) > 1),
        "in the table": float(figure.candidate.segment.row in around.table.rows),
    }


def _arithmetic(around: Surroundings, figure: Figure) -> dict[str, float]:
    value = figure.value
    net, tax, gross, due = (
        None if other is None else other.value
        for other in (
            around.totals.subtotal,
            around.totals.tax,
            around.totals.total,
            around.totals.due,
        )
    )
    usual = _is_usual(net, tax) if net and tax else None
    return {
        "sums disagree": float(_disagree(net, tax, gross)),
        "a usual tax rate": float(usual is True),
        "an unusual tax rate": float(usual is False),
        "tax is zero": float(tax == 0),
        "due is the total": float(due is not None and due == gross),
        "due is another": float(due is not None and due != gross),
        "equals another sum": float((value == net) + (value == tax) + (value == gross) > 1),
        **_lines(around.table.total, value, {net, gross, _less(gross, tax)}),
    }


def _lines(items: Decimal | None, value: Decimal, sums: set[Decimal | None]) -> dict[str, float]:
    """What the lines of the table add up to, against the sums."""
    return {
        "lines make a sum": float(items is not None and items in sums),
        "lines make it": float(items == value),
        "lines make none": float(items is not None and items not in sums),
        "no lines": float(items is None),
    }


def _disagree(net: Decimal | None, tax: Decimal | None, gross: Decimal | None) -> bool:
    if net is None or tax is None or gross is None:
        return False
    return abs(net + tax - gross) > _SLACK


def _less(gross: Decimal | None, tax: Decimal | None) -> Decimal | None:
    return None if gross is None or tax is None else gross - tax


@lru_cache(maxsize=1024)
def _is_usual(net: Decimal, tax: Decimal) -> bool:
    """Whether the tax is a rate that some country has, to the rounding of a few lines."""
    slack = _SLACK + abs(net) / 100000
    return any(abs(abs(net) * rate - abs(tax)) <= slack for rate in _USUAL_RATES)
