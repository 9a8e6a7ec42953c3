"""Where the columns of a ledger stand: as wide as what they hold, the text gets the rest."""

from dataclasses import dataclass

from reportlab.pdfbase.pdfmetrics import stringWidth

from made_statements.facts import Account
from made_statements.looks import Look
from made_statements.paper import WIDTH, font_name

_HEADS = ("date", "value", "text", "ref", "debit", "credit", "amount", "balance")
_OTHER_HEADS = {"fee": "Fee*", "branch": "Originating Branch"}
_NUMBERS = frozenset({"debit", "credit", "amount", "balance", "fee"})


BRANCHES = ("205 HILLTOP", "HEAD OFFICE", "E-CHANNELS")
"""Where a movement was made, as banks print it beside the description."""


@dataclass(frozen=True)
class Place:
    """One column: from ``x`` to ``end``, under ``head``."""

    x: float
    end: float
    head: str
    is_number: bool


@dataclass(frozen=True)
class Grid:
    """The columns by their names, from left to right."""

    places: dict[str, Place]

    @classmethod
    def of(cls, look: Look, account: Account, left: float) -> "Grid":
        """Columns wide enough for every cell of ``account``."""
        widths = {name: _width(name, look, account) for name in look.columns}
        right = WIDTH - (130 if look.ads else 30)
        texts = [line for entry in account.entries for line in entry.lines]
        written = max((_of(text, look) for text in texts), default=0.0)
        others = sum(width + look.gap for name, width in widths.items() if name != "text")
        widths["text"] = max(written, min(right - left - others, 260.0))
        places: dict[str, Place] = {}
        x = left
        for name in look.columns:
            head = _head(name, look)
            places[name] = Place(x, x + widths[name], head, name in _NUMBERS)
            x += widths[name] + look.gap
        if x - look.gap > WIDTH - 8:
            raise AssertionError(f"the table is too wide for the page: {x:.0f} points")
        return cls(places)


def _head(name: str, look: Look) -> str:
    if name in _HEADS:
        return look.words.heads[_HEADS.index(name)]
    return _OTHER_HEADS.get(name, "D/C")


def _width(name: str, look: Look, account: Account) -> float:
    notation = look.notation
    values = [entry.amount for entry in account.entries]
    cells = {
        "date": [notation.day(entry.day) for entry in account.entries],
        "value": [notation.day(entry.value_day) for entry in account.entries],
        "ref": ["88888"],
        "flag": list(look.flag_words),
        "branch": list(BRANCHES),
        "amount": [notation.amount(value) for value in (*values, account.opening)],
        "debit": [notation.currency + notation.size(v) for v in values if v < 0],
        "fee": [notation.currency + notation.size(v) for v in values if v < 0],
        "credit": [notation.currency + notation.size(v) for v in (*values, account.opening)],
        "balance": [notation.balance(v) for v in (*account.balances, account.opening)],
        "text": [],
    }[name]
    shown = cells if look.heads == "none" else [*cells, _head(name, look)]
    return max((_of(text, look) for text in shown), default=0.0)


def _of(text: str, look: Look) -> float:
    return float(stringWidth(text, font_name(look.words.font), look.size))
