"""One row of a table as a movement, by a plan of its columns."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from engine.extraction.bank_files.references import told_reference
from engine.extraction.bank_files.tables.cell_words import NOT_MOVED, PENDING, direction_of
from engine.extraction.bank_files.tables.cells import cell_amount, cell_day, cleaned, is_empty
from engine.extraction.bank_files.tables.grid import Record
from engine.extraction.phrases import plain
from engine.records import ColumnPlan, ColumnRole

_PESOS: Final = frozenset(
    {"fecha", "cargos", "cargo", "abonos", "abono", "saldo", "importe", "monto", "retiro"}
    | {"retiros", "depositos", "concepto", "debe", "haber", "descripcion"}
)
"""Words of a language whose countries mostly write ``$`` for another money than dollars."""
SIMPLIFIED: Final = ("额", "账", "时间", "余额")
"""Signs that are written so in China only."""
_FEW_NAMES: Final = 4
_OUT: Final = frozenset({"DR", "DB", "S", "D"})
_IN: Final = frozenset({"CR", "H", "C"})
_WORDS: Final = frozenset({"description", "counterparty", "kind", "reference"})
_SAYS: Final = re.compile(r"[^\W\d_]{3,}[.,:]? |[ .,][^\W\d_]{3,}|\A[^\W\d_]{3,}\Z")
"""A reference that is more than a number: a word stands in it."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A row's amount with its sign; ``note`` says what was done beside reading it.

    ``is_signed`` is False where nothing in the row or its columns says which way it went.
    """

    value: Decimal
    written: str
    currency: str | None = None
    note: str | None = None
    is_signed: bool = True


class RowReader:
    """Reads rows by ``plan``; ``sample`` shows how the plan's columns are written."""

    def __init__(self, plan: ColumnPlan, sample: Sequence[Record]) -> None:
        self._plan = plan
        self._places: dict[ColumnRole, list[int]] = {}
        for index, role in enumerate(plan.roles):
            self._places.setdefault(role, []).append(index)
        self._words = [i for i, role in enumerate(plan.roles) if role in _WORDS]
        names = plain(" ".join(plan.heads))
        self._is_peso = not _PESOS.isdisjoint(names.split())
        self._is_yuan = any(sign in names for sign in SIMPLIFIED)
        self._own_name = self._name_in_most(sample)
        self._days: dict[str, dt.date | None] = {}
        self._written_negative = {
            role: self._is_mostly_negative(role, sample) for role in ("debit", "credit")
        }

    def cell(self, row: Record, role: ColumnRole) -> str:
        """The first filled cell of a role; empty when there is none."""
        for index in self._places.get(role, ()):
            text = cleaned(row[index]) if index < len(row) else ""
            if not is_empty(text) or (text and role == "indicator"):
                return text
        return ""

    def day(self, row: Record, role: ColumnRole) -> dt.date | None:
        """The day in the column of ``role``."""
        text = self.cell(row, role)
        if not text:
            return None
        if text not in self._days:
            self._days[text] = cell_day(text, self._plan.date_order)
        return self._days[text]

    def amount(self, row: Record) -> Amount | None:
        """The movement's amount; None when the row has none, or two that exclude each other."""
        convention = self._plan.sign_convention
        found = self._of_columns(row) if convention == "columns" else self._of_one(row, convention)
        return self._less_fee(row, found) if found is not None and "fee" in self._places else found

    def balance(self, row: Record) -> Decimal | None:
        """The running balance."""
        text = self.cell(row, "balance")
        found = cell_amount(text, self._plan.decimal_sign) if text else None
        if found is None:
            return None
        value, _, mark = found
        return -value if mark in _OUT else value

    def description(self, row: Record) -> str:
        """The words of all columns of words, in the file's order, none twice."""
        words: list[str] = []
        for index in self._words:
            text = " ".join(cleaned(row[index]).split()) if index < len(row) else ""
            if not text or is_empty(text) or text in words:
                continue
            if self._plan.roles[index] == "reference" and not _is_told_in_words(text):
                continue
            words.append(text)
        return " ".join(words)

    def counterparty(self, row: Record) -> str | None:
        """The other side's name."""
        if self._own_name is None:
            return " ".join(self.cell(row, "counterparty").split())[:200] or None
        names = [
            text
            for index in self._places.get("counterparty", ())
            if index < len(row) and not is_empty(text := " ".join(cleaned(row[index]).split()))
        ]
        others = [name for name in names if name != self._own_name]
        return next((name[:200] for name in (others or names) if name), None)

    def reference(self, row: Record) -> str | None:
        """What the movement is called."""
        texts = [row[i] for i in self._places.get("reference", ()) if i < len(row)]
        return told_reference(*(cleaned(text)[:200] for text in texts))

    def state(self, row: Record) -> str | None:
        """``pending`` or ``void`` where a column says that the movement is not one yet, or none."""
        words = set(plain(self.cell(row, "status")).split())
        if words & NOT_MOVED:
            return "void"
        return "pending" if words & PENDING else None

    def _told(self, currency: str | None, text: str) -> str | None:
        """A currency that its sign alone tells, as the language of the columns' names has it."""
        if currency == "USD" and self._is_peso and "US" not in text.upper():
            return None
        return "CNY" if currency == "JPY" and self._is_yuan else currency

    def _name_in_most(self, sample: Sequence[Record]) -> str | None:
        """The holder's own name: of two columns of names the one that nearly every row has."""
        places = self._places.get("counterparty", [])
        if len(places) < 2 or len(sample) < _FEW_NAMES:
            return None
        rows = [
            {" ".join(cleaned(row[i]).split()) for i in places if i < len(row)} for row in sample
        ]
        names = Counter(name for row in rows for name in row if not is_empty(name))
        name, count = max(names.items(), key=lambda item: item[1], default=("", 0))
        return name if count >= 0.8 * len(rows) else None

    def _is_mostly_negative(self, role: ColumnRole, sample: Sequence[Record]) -> bool:
        values = [
            found[0]
            for row in sample
            if (text := self.cell(row, role))
            and (found := cell_amount(text, self._plan.decimal_sign)) is not None
        ]
        return sum(value < 0 for value in values) > len(values) / 2

    def _of_columns(self, row: Record) -> Amount | None:
        sides = {role: self._side(row, role) for role in ("debit", "credit")}
        given = {role: found for role, found in sides.items() if found is not None}
        filled = {role: found for role, found in given.items() if found.value}
        if len(filled) == 1:
            return next(iter(filled.values()))
        if not filled and given:
            return next(iter(given.values()))
        return None

    def _side(self, row: Record, role: ColumnRole) -> Amount | None:
        text = self.cell(row, role)
        found = cell_amount(text, self._plan.decimal_sign) if text else None
        if found is None:
            return None
        value, currency, _ = found
        currency = self._told(currency, text)
        outward = -1 if role == "debit" else 1
        # A minus that the column always has is its sign; a single one turns a movement round.
        if self._written_negative.get(role):
            value = -value
        return Amount(outward * value, text, currency)

    def _of_one(self, row: Record, convention: str) -> Amount | None:
        text = self.cell(row, "amount")
        found = cell_amount(text, self._plan.decimal_sign) if text else None
        if found is None:
            return None
        value, currency, mark = found
        currency = self._told(currency, text)
        if mark in _OUT or mark in _IN:
            return Amount(-abs(value) if mark in _OUT else abs(value), text, currency)
        if convention == "indicator":
            direction = direction_of(self.cell(row, "indicator"))
            if direction:
                written = f"{text} {self.cell(row, 'indicator')}"
                return Amount(direction * abs(value), written, currency)
            return Amount(value, text, currency, is_signed=value < 0)
        if convention == "balances":
            return Amount(abs(value), text, currency)
        return Amount(-value if convention == "turned" else value, text, currency)

    def _less_fee(self, row: Record, found: Amount) -> Amount:
        text = self.cell(row, "fee")
        fee = cell_amount(text, self._plan.decimal_sign) if text else None
        if fee is None or not fee[0]:
            return found
        note = f"The amount {found.written} less the fee {text}, as the balances show."
        return Amount(found.value - abs(fee[0]), found.written, found.currency, note)


def _is_told_in_words(reference: str) -> bool:
    return _SAYS.search(reference) is not None and told_reference(reference) is not None
