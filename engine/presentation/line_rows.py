"""The lines of a statement as rows of a table, and which of many are shown at once. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, get_args

from engine.presentation.fields import DOUBT_BELOW, NEEDS_A_LOOK, FieldState
from engine.presentation.grid import state_of_line
from engine.presentation.statement_proof import line_note
from engine.presentation.text import amount, day
from engine.records import BankDocument, Transaction
from engine.records.bank import TransactionType

LINE_TYPES: Final = tuple(
    (name, name.replace("_", " ").capitalize()) for name in get_args(TransactionType)
)
"""Kinds of transactions: what is stored, and what people call it."""

SHOWN_LINES: Final = 100
"""Lines of one page of the table."""

_AMOUNTS: Final = ("amount", "balance")
_DATES: Final = ("date", "value_date")
_NEEDED: Final = ("date", "amount")


@dataclass(frozen=True, slots=True)
class LineIndex:
    """What is known of all lines of a statement at once, by their places.

    ``open_places`` are those that need a look; ``places`` are by id.
    """

    states: tuple[FieldState, ...]
    open_places: tuple[int, ...]
    places: dict[str, int]


@dataclass(frozen=True, slots=True)
class LineWindow:
    """The lines of one page of the table, by their places; ``page`` counts from 1."""

    places: tuple[int, ...]
    page: int
    pages: int
    total: int


def line_index(document: BankDocument) -> LineIndex:
    """The index of a statement; takes a few microseconds a line."""
    lines = document.transactions
    states = tuple(state_of_line(line) for line in lines)
    return LineIndex(
        states=states,
        open_places=tuple(n for n, state in enumerate(states) if state in NEEDS_A_LOOK),
        places={line.transaction_id: n for n, line in enumerate(lines)},
    )


def line_words(document: BankDocument) -> tuple[str, ...]:
    """What a search looks in, for each line, in lower case."""
    return tuple(_words(line) for line in document.transactions)


def _words(line: Transaction) -> str:
    plain = "" if line.amount is None else f"{line.amount:f}"
    shown = "" if line.amount is None else amount(line.amount, line.currency)
    parts = (line.description, line.counterparty, line.reference, plain, shown, day(line.date))
    return " ".join(filter(None, parts)).casefold()


def line_window(
    index: LineIndex,
    *,
    page: int,
    search: str = "",
    words: Sequence[str] = (),
    only_open: bool = False,
) -> LineWindow:
    """Which lines are shown: page ``page`` of those that match, or the nearest one there is.

    ``search`` is looked for in ``words``, those of all lines.
    """
    places: Sequence[int] = index.open_places if only_open else range(len(index.states))
    if wanted := " ".join(search.split()).casefold():
        places = [place for place in places if wanted in words[place]]
    pages = max(1, -(-len(places) // SHOWN_LINES))
    page = min(max(1, page), pages)
    first = (page - 1) * SHOWN_LINES
    return LineWindow(tuple(places[first : first + SHOWN_LINES]), page, pages, len(places))


def page_of_place(place: int) -> int:
    """The page of the table of all lines on which the line at ``place`` stands."""
    return place // SHOWN_LINES + 1


def line_cells(line: Transaction) -> dict[str, str]:
    """What each column shows of a line."""
    cells = {
        "description": line.description,
        "counterparty": line.counterparty or "",
        "reference": line.reference or "",
        "account_number": line.account_number or "",
        "type": line.type,
        "currency": line.currency or "",
    }
    for name in _DATES:
        value = getattr(line, name)
        cells[name] = day(value) if value else ""
    for name in _AMOUNTS:
        value = getattr(line, name)
        cells[name] = amount(value, line.currency) if value is not None else ""
    return cells


def line_marks(line: Transaction) -> dict[str, FieldState]:
    """The cells of a line that are not sure, or that a person changed."""
    marks: dict[str, FieldState] = {
        name: "missing" for name in _NEEDED if getattr(line, name) is None
    }
    for name, place in line.provenance.items():
        if place.source == "user":
            marks[name] = "changed"
        elif place.confidence < DOUBT_BELOW:
            marks[name] = "doubtful"
    return marks


def printed_cells(line: Transaction) -> dict[str, str]:
    """What the page says of each cell whose value is another one now."""
    said = {
        name: f"The page says “{place.text}”."
        for name, place in line.provenance.items()
        if place.source == "user" and place.text
    }
    for repair in line.repairs:
        said.setdefault(repair.field, f"First read as “{repair.printed}”.")
    return said


def shown_columns(document: BankDocument) -> tuple[str, ...]:
    """The columns that say something in this statement."""
    lines = document.transactions
    says: dict[str, Callable[[Transaction], object]] = {
        "date": lambda _: True,
        "description": lambda _: True,
        "amount": lambda _: True,
        "balance": lambda line: line.balance is not None,
        "counterparty": lambda line: line.counterparty,
        "reference": lambda line: line.reference,
        "value_date": lambda line: line.value_date,
        "type": lambda line: line.type != "other",
    }
    shown = [name for name, known in says.items() if any(map(known, lines)) or not lines]
    return (*shown, *(("account_number",) if len(document.statement_info.accounts) > 1 else ()))


def note_of_line(line: Transaction) -> str:
    """Why a line needs a look."""
    return line_note(line)
