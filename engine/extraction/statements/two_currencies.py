"""Tables with a column of amounts for each of two currencies: read as two tables.

Cards of countries with a weak currency print purchases abroad in dollars beside the others. Each
column has balances of its own, so each is an account: the lines of the table are followed by
themselves once more, each time with the amounts of one currency.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from msgspec import structs

from engine.extraction.phrases import plain
from engine.extraction.statements.columns.heads import DATE_ROLES, MONEY_ROLES, role_of
from engine.extraction.statements.header.homeland import currencies_at_home
from engine.extraction.statements.lines.cells import Cell, TypedLine

_PESOS: Final = ("ARS", "CLP", "COP", "MXN", "UYU")
_NAMES: Final[Mapping[str, Sequence[str]]] = {
    "pesos": _PESOS, "moneda nacional": _PESOS, "soles": ("PEN",), "colones": ("CRC",),
    "quetzales": ("GTQ",), "guaranies": ("PYG",), "bolivianos": ("BOB",), "reais": ("BRL",),
    "dolares": ("USD",), "us": ("USD",), "u s": ("USD",), "usd": ("USD",), "euros": ("EUR",),
    "eur": ("EUR",), "dollars": ("USD",),
}  # fmt: skip
"""What heads of such columns say, and the currencies that it may be."""

_LEAST: Final = 3
"""Heads of such a table, at least: a day and two currencies."""

_BESIDE: Final = 0.02
"""Page widths by which amounts may stand beside the head of their column."""

_HEAD: Final = "account amount"
"""What makes a currency's name the head of a column of amounts."""


def with_currencies_apart(lines: Sequence[TypedLine]) -> tuple[list[TypedLine], int | None]:
    """The lines, those of a table in two currencies twice, and the number with which they repeat.

    The same lines and None where no table has two currencies.
    """
    heads = {line.number: found for line in lines if len(found := _currencies_of(line, lines)) == 2}
    codes = {tuple(sorted(found)) for found in heads.values()}
    if len(codes) != 1:
        return list(lines), None
    first = min(heads)
    names = [code for code, _ in sorted(next(iter(heads.values())).items(), key=_place)]
    own = [part for line in lines if (part := _part(line, heads, first, names[0]))]
    other = [
        part
        for line in lines
        if line.number >= first and (part := _part(line, heads, first, names[1]))
    ]
    every = [structs.replace(line, number=place) for place, line in enumerate([*own, *other])]
    return every, len(own)


def _place(item: tuple[str, Cell]) -> float:
    return item[1].x0


def _currencies_of(line: TypedLine, lines: Sequence[TypedLine]) -> dict[str, Cell]:
    """The currencies that heads of a line name, if no other head of it is one of amounts."""
    if len(line.cells) < _LEAST or line.has("date") or line.has("money"):
        return {}
    named = {cell.text: cell for cell in line.cells if plain(cell.text) in _NAMES}
    if len(named) != 2:
        return {}
    roles = [role_of(cell.text) for cell in line.cells if cell.text not in named]
    if not DATE_ROLES.intersection(roles) or (MONEY_ROLES | {"balance"}).intersection(roles):
        return {}
    found = {}
    for text, cell in named.items():
        choice = _NAMES[plain(text)]
        home = currencies_at_home(lines, frozenset()) if len(choice) > 1 else {}
        code = max(choice, key=lambda code: home.get(code, 0))
        if len(choice) == 1 or home.get(code):
            found[code] = cell
    return found


def _part(
    line: TypedLine, heads: Mapping[int, Mapping[str, Cell]], first: int, code: str
) -> TypedLine | None:
    """What a line says in one currency; None for lines in the other one alone."""
    if line.number < first:
        return line
    head = heads.get(line.number)
    columns = head or heads[max(number for number in heads if number <= line.number)]
    others = [cell for name, cell in columns.items() if name != code]
    if head is not None:
        cells = [_named(cell, code) if cell is head[code] else cell for cell in line.cells]
        return structs.replace(line, cells=tuple(cell for cell in cells if cell not in others))
    kept = tuple(c for c in line.cells if not (c.money and any(_is_under(c, o) for o in others)))
    if len(kept) == len(line.cells):
        return line
    own = any(cell.money and _is_under(cell, columns[code]) for cell in kept)
    return structs.replace(line, cells=kept) if own else None


def _named(cell: Cell, code: str) -> Cell:
    """The head as one of amounts in the currency."""
    middle = (cell.x0 + cell.x1) / 2
    words = (
        structs.replace(cell.words[0], text=_HEAD, x1=middle),
        structs.replace(cell.words[-1], text=f"({code})", x0=middle),
    )
    return structs.replace(cell, words=words)


def _is_under(cell: Cell, head: Cell) -> bool:
    return cell.x0 < head.x1 + _BESIDE and head.x0 - _BESIDE < cell.x1
