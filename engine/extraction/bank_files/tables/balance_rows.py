"""Rows of a table that name a balance or a sum in words: they are about the account."""

from typing import Final

from engine.extraction.bank_files.tables.cells import cleaned, is_empty
from engine.extraction.bank_files.tables.grid import Record
from engine.extraction.phrases import plain
from engine.extraction.statements.labels import Figure, figure_of
from engine.records import ColumnPlan

_LONGEST: Final = 32
_BARE: Final = frozenset(
    {"saldo", "balance", "kontostand", "solde", "saldododia", "saldodia", "bakiye", "zustatek"}
    | {"stanjakonta", "kontosaldo", "余额", "残高", "잔액", "остаток", "баланс"}
)
TURNOVERS: Final = frozenset({"apyvarta", "apgrozijums", "kaive", "apyvarta per laikotarpi"})
"""Sums of one side, which some exports set among the movements."""
_FIGURES: Final = frozenset({"date", "value_date", "currency", "indicator", "status", "account"})
_MONEY: Final = frozenset({"amount", "debit", "credit", "balance", "fee"})


def balance_named(record: Record, plan: ColumnPlan, words: str) -> Figure | None:
    """Which balance a row with a day names, by its words or, without any, by another cell.

    ``dated`` is one that no word calls the first or the last.
    """
    found = _named(words)
    if found is None and not words:
        for index, cell in enumerate(record):
            role = plan.roles[index] if index < len(plan.roles) else "other"
            text = cleaned(cell)
            if role not in _FIGURES | _MONEY and not is_empty(text):
                found = _named(text)
                if found is not None:
                    break
    return found


def begins_with_balance(record: Record) -> bool:
    """Whether the first thing in a row is the name of a balance or a sum."""
    first = next((text for cell in record if (text := cleaned(cell))), "")
    return len(first) <= _LONGEST and (_is_bare(first) or figure_of(first) is not None)


def _named(text: str) -> Figure | None:
    if not text or len(text) > _LONGEST:
        return None
    figure = figure_of(text)
    if figure in {"opening", "closing"}:
        return figure
    return "dated" if _is_bare(text) else None


def _is_bare(text: str) -> bool:
    return plain(text).replace(" ", "") in _BARE
