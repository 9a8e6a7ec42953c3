"""The sums of money paid and received that a statement prints itself."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final, Literal

from engine.extraction.phrases import plain
from engine.extraction.statements.header.found import Found, found_on
from engine.extraction.statements.labels import figures_in
from engine.extraction.statements.lines.cells import Cell, TypedLine

Way = Literal["credits", "debits"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_WORDS: Final[dict[Way, frozenset[str]]] = {
    "credits": _words(
        "credit credits deposits deposit in received additions gutschriften eingange haben credito "
        "creditos abonos ingresos entradas entrate accrediti versements bij uznania wplywy "
        "insattningar indbetalt kredit prijmy приход поступления зачисления пополнение зарахування "
        "alacak masuk income"
    ),
    "debits": _words(
        "debit debits withdrawals withdrawal out paid subtractions deductions charges spending "
        "belastungen ausgange soll debito debitos cargos egresos saidas uscite addebiti retraits "
        "obciazenia wydatki uttag udbetalt debet vydaje расход списания списание витрати borc "
        "keluar af"
    ),
}
_MOST_WORDS: Final = 8


@dataclass(frozen=True, slots=True)
class PrintedTotals:
    """Sums as the document prints them, both positive; None where it prints none."""

    credits: Found | None = None
    debits: Found | None = None


NO_TOTALS: Final = PrintedTotals()
"""A statement that prints no sums."""


def printed_totals(
    lines: Sequence[TypedLine], row_lines: frozenset[int], amounts: Sequence[Decimal | None]
) -> PrintedTotals:
    """Amounts outside the rows that are called a sum of credits or debits, or are one.

    The sum that the rows make comes first; where none does, what is called so counts if no other
    amount is.
    """
    known = [amount for amount in amounts if amount is not None]
    sums: dict[Way, Decimal] = {
        "credits": sum((a for a in known if a > 0), Decimal(0)),
        "debits": -sum((a for a in known if a < 0), Decimal(0)),
    }
    called: dict[Way, list[Found]] = {"credits": [], "debits": []}
    equal: dict[Way, list[Found]] = {"credits": [], "debits": []}
    for index, line in enumerate(lines):
        if line.number in row_lines or not line.has("money"):
            continue
        for cell, way in _called(lines, index):
            called[way].append(_found(cell, line, 0.7))
        for cell in _sums_on(line):
            for way, total in sums.items():
                if total and cell.money is not None and cell.money.value == total:
                    equal[way].append(_found(cell, line, 0.97))
    return PrintedTotals(*(_one_of(equal[way], called[way]) for way in ("credits", "debits")))


def _found(cell: Cell, line: TypedLine, sure: float) -> Found:
    value = cell.money.value if cell.money is not None else Decimal(0)
    return found_on(str(value), cell.words, line, sure)


def _one_of(equal: Sequence[Found], called: Sequence[Found]) -> Found | None:
    if equal:
        return equal[0]
    return called[0] if len({found.value for found in called}) == 1 else None


def _called(lines: Sequence[TypedLine], index: int) -> Iterator[tuple[Cell, Way]]:
    """Amounts right of a label for one of the two sums."""
    cells = lines[index].cells
    for label, cell in pairwise(cells):
        if cell.money is not None and label.money is None and label.date is None:
            for hit in figures_in(label.text):
                if hit.label in ("credits", "debits"):
                    yield cell, hit.label


def _sums_on(line: TypedLine) -> Iterator[Cell]:
    """Amounts of a line that speaks of sums, or that holds little else."""
    words = [cell for cell in line.cells if cell.money is None]
    tokens = {token for cell in words for token in plain(cell.text).split()}
    named = any(hit.label in {"total", "credits", "debits"} for hit in figures_in(line.text))
    spoken = any(tokens & names for names in _WORDS.values())
    if named or not words or (spoken and len(tokens) <= _MOST_WORDS):
        yield from (cell for cell in line.cells if cell.money is not None)
