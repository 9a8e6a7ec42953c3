"""Which way each amount goes: paid is negative, received positive, on cards too.

What a row itself says counts first: its column, a mark at the amount, a word beside it, its
section. What plain amounts mean is a convention of the whole document, chosen by its marks and
tested by its arithmetic.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

from msgspec import Struct

from engine.extraction.phrases import plain
from engine.extraction.statements.columns.heads import Role
from engine.extraction.statements.lines.cells import Cell
from engine.extraction.statements.lines.money import Mark
from engine.extraction.statements.rows.table import Row
from engine.extraction.statements.solving.debt_words import way_of_debt
from engine.extraction.statements.vocabulary.directions import PAID_WORDS, RECEIVED_WORDS

Source = Literal["column", "mark", "word", "section", "convention", "arithmetic"]


@dataclass(frozen=True, slots=True)
class Convention:
    """What amounts in a single column mean: signs of plain ones, of those with a minus, a plus."""

    name: str
    plain: int
    minus: int
    plus: int = 1


_AMOUNT_ROLES: Final[tuple[Role, ...]] = ("amount", "debit", "credit")

BANK = Convention("plain amounts are received, a minus is paid", 1, -1)
CARD = Convention("plain amounts are charges, a minus is a payment or refund", -1, 1)
DEBT = Convention("a plus raises what is owed, a minus lowers it", -1, 1, -1)
CREDITS_MARKED = Convention("plain amounts are paid, received ones are marked", -1, -1)


class Signed(Struct, frozen=True, gc=False):
    """A row's amount with its sign, and what the sign comes from; None when it is not clear.

    ``is_certain`` is False where other signs would agree with the balances as well. ``effect`` is
    what the balance moves by where that is not the amount: a loan's falls by the principal of a
    payment.
    """

    value: Decimal | None
    source: Source
    is_certain: bool = True
    effect: Decimal | None = None

    @property
    def moves(self) -> Decimal | None:
        """What the balance moves by."""
        return self.value if self.effect is None else self.effect


def conventions_for(rows: Sequence[Row], *, is_card: bool) -> list[Convention]:
    """Conventions to try, the likeliest first."""
    marks: Counter[str] = Counter()
    for row in rows:
        cell = row.money.get("amount")
        if cell is not None and cell.money is not None:
            marks[row.late_mark or cell.money.mark or ""] += 1
    minus = marks["-"] + marks["()"] + marks["DR"]
    plus = marks["+"] + marks["CR"]
    if is_card:
        charged_with_minus = minus > 0.6 * marks.total() or (plus and minus and not marks[""])
        usual = [BANK, CARD] if charged_with_minus else [CARD, CREDITS_MARKED, BANK]
        if not marks["+"]:
            return usual
        return [DEBT, *usual] if _minus_lowers_debt(rows) else [*usual, DEBT]
    if plus and marks[""] and not minus:
        return [CREDITS_MARKED, BANK]
    return [BANK] if minus and not plus else [BANK, CREDITS_MARKED]


def _minus_lowers_debt(rows: Sequence[Row]) -> bool:
    """Whether what rows with a minus are called says that the holder paid, of none the contrary."""
    minus = [row for row in rows if _mark_of(row) in {"-", "()"}]
    ways = {way for row in minus if (way := way_of_debt(row))}
    return ways == {1}


def _mark_of(row: Row) -> Mark | None:
    cell = row.money.get("amount")
    return cell.money.mark if cell is not None and cell.money is not None else None


def are_open(rows: Sequence[Row]) -> bool:
    """Whether no amount of the single column carries a mark that says which way it goes."""
    cells = [row.money.get("amount") for row in rows]
    return not any(
        row.late_mark or (cell is not None and cell.money is not None and cell.money.mark)
        for row, cell in zip(rows, cells, strict=True)
    )


def sign_rows(rows: Sequence[Row], convention: Convention, *, is_card: bool) -> list[Signed]:
    """The rows' signed amounts under ``convention``, in order."""
    columns: tuple[Role, ...] = ("debit", "credit")
    usual = {role: _usual_mark(rows, role) for role in columns}
    return [_signed(row, convention, usual, is_card) for row in rows]


def _signed(
    row: Row, convention: Convention, usual: dict[Role, Mark | None], is_card: bool
) -> Signed:
    repaid, paid = _size(row.money.get("principal")), _size(row.money.get("amount"))
    if repaid is not None and paid is not None:
        is_minus = balance_of(row.balance, is_owed=False) or Decimal(0)
        return Signed(paid, "column", effect=repaid if is_minus < 0 else -repaid)
    debit, credit = _size(row.money.get("debit")), _size(row.money.get("credit"))
    if debit is not None or credit is not None:
        if debit and credit:
            return Signed(None, "column")
        role: Role = "debit" if debit else "credit"
        moved = debit or credit or Decimal(0)
        cell = row.money.get(role)
        reversed_ = _is_reversed(cell, usual[role])
        value = -moved if (role == "debit") != reversed_ else moved
        return Signed(value if moved else Decimal("0.00"), "column")
    cell = row.money.get("amount")
    size = _size(cell)
    if cell is None or cell.money is None or size is None:
        return Signed(None, "column")
    if not size:
        return Signed(Decimal("0.00"), "mark")
    return _by_mark(row, size, cell.money.mark, convention, is_card)


def _by_mark(
    row: Row, size: Decimal, mark: Mark | None, convention: Convention, is_card: bool
) -> Signed:
    mark = mark or _as_mark(row.late_mark)
    if mark in {"CR", "DR"}:
        return Signed(-size if mark == "DR" else size, "mark")
    if mark == "+":
        return Signed(size * convention.plus, "mark")
    if mark in {"-", "()"}:
        return Signed(size * convention.minus, "mark")
    word = _word_sign(row)
    if word:
        return Signed(size * word, "word")
    section = _section_sign(row, is_card)
    if section:
        return Signed(size * section, "section")
    return Signed(size * convention.plain, "convention")


def _as_mark(text: str | None) -> Mark | None:
    marks: dict[str, Mark] = {"CR": "CR", "DR": "DR", "-": "-", "+": "+"}
    return marks.get(text or "")


def _word_sign(row: Row) -> int:
    words = row.notes.get("kind")
    if not words:
        return 0
    text = plain(" ".join(word.text for word in words))
    return -1 if text in PAID_WORDS else 1 if text in RECEIVED_WORDS else 0


def _section_sign(row: Row, is_card: bool) -> int:
    if row.section == "payments":
        return 1 if is_card else -1
    return {"credit": 1, "debit": -1}.get(row.section or "", 0)


def amount_cell(row: Row) -> Cell | None:
    """The cell that a row's amount is read from."""
    money = row.money
    printed = [money[role] for role in _AMOUNT_ROLES if role in money]
    if len(printed) < 2:
        return printed[0] if printed else None
    return next((cell for cell in printed if _size(cell)), printed[0])


def moving_cell(row: Row) -> Cell | None:
    """The cell by whose amount the balance moves."""
    repaid = row.money.get("principal")
    return repaid if repaid is not None and "amount" in row.money else amount_cell(row)


def _size(cell: Cell | None) -> Decimal | None:
    return cell.money.value if cell is not None and cell.money is not None else None


def _usual_mark(rows: Sequence[Row], role: Role) -> Mark | None:
    """The mark that most amounts of a debit or credit column carry."""
    cells = [row.money[role] for row in rows if role in row.money]
    marks = Counter([cell.money.mark for cell in cells if cell.money and cell.money.value])
    return marks.most_common(1)[0][0] if marks else None


def _is_reversed(cell: Cell | None, usual: Mark | None) -> bool:
    """Whether an amount carries a minus that its column does not usually have."""
    mark = cell.money.mark if cell is not None and cell.money is not None else None
    return mark in {"-", "()"} and usual is None


def balance_of(cell: Cell | None, *, is_owed: bool) -> Decimal | None:
    """A printed balance with its sign. ``is_owed``: plain balances are debts, as on cards."""
    if cell is None or cell.money is None:
        return None
    value, mark = cell.money.value, cell.money.mark
    if mark == "CR":
        return value
    if mark == "DR":
        return -value
    negative = mark in {"-", "()"}
    return -value if negative != is_owed else value
