"""The one currency that a line names; rates and converted sums name none."""

from collections.abc import Iterable, Sequence
from typing import Final

from engine.extraction.currencies import CODES, currency_of
from engine.extraction.statements.header.currency import (
    CURRENCY_LABELS,
    SHARED_SIGNS,
    is_shared,
)
from engine.extraction.statements.header.found import Found, found_on
from engine.extraction.statements.lines.cells import Cell, TypedLine

_SHORT_LINE: Final = 9
_SHORT_CELL: Final = 5
_CONVERTED: Final = frozenset(
    {"equivalent", "equiv", "rate", "rates", "exchange", "converted", "conversion", "gegenwert"}
    | {"kurs", "kurse", "wechselkurs", "umgerechnet", "contrevaleur", "cours", "cambio", "tasso"}
    | {"taxa", "controvalore", "contravalor", "equivalente", "koers", "tegenwaarde", "kur"}
    | {"przelicznik", "kurz", "arfolyam", "курс", "эквивалент", "等值", "汇率", "匯率"}
)


def currency_named(line: TypedLine, home: str | None) -> Found | None:
    """The currency that a line names; None where it names none or several.

    Codes by themselves come first, then currencies in short cells and those of amounts. ``home``
    settles a sign that several currencies share.
    """
    tokens = line.plain.split()
    if not _CONVERTED.isdisjoint(tokens):
        return None
    for choice in (_strong(line), _named(line, tokens, home)):
        said = list(choice)
        if said and len({code for code, _ in said}) == 1:
            code, cell = said[0]
            return found_on(code, cell.words, line, 0.9)
    return None


def _strong(line: TypedLine) -> Iterable[tuple[str, Cell]]:
    """Codes that stand alone in a cell or in brackets, or after a word for currency."""
    for cell in line.cells:
        if (code := pure_code(cell)) is not None:
            yield code, cell
        elif cell.money is None:
            tokens = {word.casefold().strip(":") for word in cell.text.split()}
            for word in cell.words:
                text = word.text.strip("().,:[]")
                is_set_off = word.text.startswith(("(", "[")) or tokens & CURRENCY_LABELS
                if text in CODES and is_set_off:
                    yield text, cell


def _named(line: TypedLine, tokens: Sequence[str], home: str | None) -> Iterable[tuple[str, Cell]]:
    """Currencies in the short cells of a short line, and those of amounts."""
    if len(tokens) <= _SHORT_LINE:
        for cell in line.cells:
            if (code := code_in(cell, home)) is not None:
                yield code, cell


def code_in(cell: Cell, home: str | None) -> str | None:
    """The currency that a cell names and hardly anything else."""
    if cell.money is not None:
        return settled_code(cell.money.currency or "", home)
    if cell.date is not None or len(cell.words) > _SHORT_CELL:
        return None
    return None if len(cell.text) == 1 and cell.text.isalpha() else settled_code(cell.text, home)


def settled_code(text: str, home: str | None) -> str | None:
    """The code that ``text`` names; a sign of many countries is that of the document's."""
    code = currency_of(text) if text else None
    if code is None or not is_shared(text, code):
        return code
    return home if home in SHARED_SIGNS[code] else code


def pure_code(cell: Cell) -> str | None:
    """The ISO code that a cell is, brackets aside."""
    text = cell.text.strip("().,:[]")
    return text if text in CODES else None
