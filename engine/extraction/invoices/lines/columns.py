"""The head of a table of items: which columns it names and where they stand."""

from dataclasses import dataclass, replace
from typing import Final, Literal, cast

from engine.extraction.invoices.sheet.labels import squeezed
from engine.extraction.invoices.sheet.layout import Row, Segment, Sheet
from engine.extraction.invoices.vocabulary.table_heads import TABLE_HEADS
from engine.extraction.phrases import PhraseBook, plain

Role = Literal[
    "description", "quantity", "unit_price", "net", "amount", "gross", "tax_rate", "tax", "other"
]

_BOOK: Final[PhraseBook[Role]] = PhraseBook(
    {
        cast(Role, role): [squeezed(p) for p in text.split(",") if plain(p)]
        for role, text in TABLE_HEADS.items()
    }
)
_CURRENCIES: Final = frozenset(
    (
        "eur",
        "usd",
        "gbp",
        "chf",
        "sek",
        "nok",
        "dkk",
        "pln",
        "czk",
        "kr",
        "lei",
        "ron",
        "huf",
        "kc",
        "ft",
    )
)
_MONEY: Final[frozenset[Role]] = frozenset({"unit_price", "net", "amount", "gross"})
_NAMING: Final[frozenset[Role]] = frozenset({"description", "quantity"})
_EXCLUDING: Final = frozenset(
    """
    exkl excl excluding ex ohne hors hs senza sin sem bez fara uden utan uten zonder eks ekskl
    exclusief exclusive exkl nelkul brez ilma
    """.split()  # noqa: SIM905
)
_INCLUDING: Final = frozenset(
    """
    inkl incl including inc mit avec con com s cu med inclusief inclusive inklusive inclus incluse
    inclusa incluso z koos
    """.split()  # noqa: SIM905
)
_QUALIFIERS: Final = _EXCLUDING | _INCLUDING
_MOST_WORDS_OF_A_HEAD: Final = 7
_MOST_WORDS_OF_A_CELL: Final = 11
_MOST_LINES: Final = 3
_LINE_PITCH: Final = 1.9


@dataclass(frozen=True, slots=True)
class Column:
    """The head of one column: what it holds and where it stands across the page."""

    role: Role
    x0: float
    x1: float


@dataclass(frozen=True, slots=True)
class TableHead:
    """The rows of a table's head and its columns from left to right."""

    first_row: int
    last_row: int
    columns: tuple[Column, ...]

    def column(self, *roles: Role) -> Column | None:
        """The column of the first of ``roles`` that exists; of equals the rightmost."""
        for role in roles:
            found = [column for column in self.columns if column.role == role]
            if found:
                return found[-1]
        return None

    @property
    def amount(self) -> Column | None:
        """The column of the items' amounts: net before plain before gross."""
        return self.column("net", "amount", "gross")


def find_heads(sheet: Sheet) -> list[TableHead]:
    """Heads of tables of items, in reading order."""
    heads: list[TableHead] = []
    for row in sheet.rows:
        if heads and row.number <= heads[-1].last_row:
            continue
        columns = columns_of(row)
        if not is_head(columns, _fills(columns, row)) or _holds_amounts(row) or _is_text(row):
            continue
        heads.append(_with_amounts(_with_lines_around(sheet, row, columns)))
    return heads


def _is_text(row: Row) -> bool:
    """Whether a row is a line of running text in which the names of columns only occur."""
    return any(len(s.words) > _MOST_WORDS_OF_A_CELL for s in row.segments) or (
        len(row.segments) <= 2 and sum(len(s.words) for s in row.segments) > _MOST_WORDS_OF_A_CELL
    )


def _with_amounts(head: TableHead) -> TableHead:
    """``head``, its last column holding the amounts if only that could: "Description … Charge"."""
    *others, last = head.columns
    named = any(column.role == "description" for column in others)
    if head.amount is not None or last.role != "description" or not named:
        return head
    return replace(head, columns=(*others, replace(last, role="amount")))


def columns_of(row: Row) -> list[Column]:
    """Column heads that a row's words name; a currency is one where it stands alone.

    What only says more of the head before it ("Price (incl. tax)", "Amount EUR") is part of it.
    """
    return [column for segment in row.segments for column in _columns_in(segment)]


def _columns_in(segment: Segment) -> list[Column]:
    columns: list[Column] = []
    ends: list[int] = []
    for hit in _BOOK.find(segment.tokens):
        if segment.tokens[hit.start] in _CURRENCIES and len(segment.tokens) > 1:
            continue
        words = segment.words[segment.owners[hit.start] : segment.owners[hit.end - 1] + 1]
        column = Column(hit.label, words[0].x0, words[-1].x1)
        between = segment.tokens[ends[-1] : hit.start] if ends else ()
        role = _one_head(columns[-1].role, column.role, between, words[0].text) if columns else None
        if role is None:
            columns.append(column)
            ends.append(hit.end)
        else:
            columns[-1] = Column(role, columns[-1].x0, column.x1)
            ends[-1] = hit.end
    if len(columns) == 1 and len(segment.tokens) <= _MOST_WORDS_OF_A_HEAD:
        role = _qualified(columns[0].role, segment.tokens[ends[0] :])
        return [Column(role, segment.x0, segment.x1)]
    return columns


def _one_head(before: Role, after: Role, between: tuple[str, ...], first_word: str) -> Role | None:
    """The role of two names that are one column's head; None when they are two heads."""
    if before not in _MONEY:
        return None
    role = _qualified(before, between)
    joined = bool(between) and between[-1] in _QUALIFIERS
    if after in ("tax_rate", "tax", "net", "gross") and (joined or first_word.startswith("(")):
        return role
    if before == "amount" and after in ("net", "gross") and not between:
        return after
    return None


def _qualified(role: Role, words: tuple[str, ...]) -> Role:
    """An amount "excluding" something is net, one "including" it is gross."""
    if role == "amount":
        if any(word in _EXCLUDING for word in words):
            return "net"
        if any(word in _INCLUDING for word in words):
            return "gross"
    return role


def is_head(columns: list[Column], fills_row: bool) -> bool:
    """Whether the columns are those of a table of items.

    ``fills_row``: the row has no other words; then two columns are enough.
    """
    roles = {column.role for column in columns}
    named = bool(roles & _NAMING) and bool(roles & _MONEY)
    return named and len(columns) >= (2 if fills_row else 3)


def _fills(columns: list[Column], row: Row) -> bool:
    """Whether every segment of a row is one of its column heads."""
    return len(columns) >= len(row.segments) >= 2


def _holds_amounts(row: Row) -> bool:
    """Whether a row has figures with cents: then it is a line, not a head."""
    words = [word.text for segment in row.segments for word in segment.words]
    return any(len(w) > 3 and w[-1].isdigit() and w[-3] in ".," for w in words)


def _with_lines_around(sheet: Sheet, row: Row, columns: list[Column]) -> TableHead:
    """The head together with the lines right above and below it that belong to it."""
    first = last = row.number
    base = sheet.rows[0].number
    found = list(columns)
    for step in (-1, 1):
        edge = row
        for _ in range(_MOST_LINES):
            index = edge.number + step - base
            if not 0 <= index < len(sheet.rows):
                break
            near = sheet.rows[index]
            distance = abs(near.y0 - edge.y0) / sheet.pitch
            more = columns_of(near)
            words = sum(len(segment.words) for segment in near.segments)
            if near.page != row.page or distance > _LINE_PITCH or _holds_amounts(near):
                break
            if not more or words > 3 * len(more) + 2:
                break
            found += [c for c in more if not _is_known(c, found)]
            first, last = min(first, near.number), max(last, near.number)
            edge = near
    return TableHead(first, last, tuple(sorted(found, key=lambda column: column.x0)))


def _is_known(column: Column, found: list[Column]) -> bool:
    return any(min(column.x1, c.x1) > max(column.x0, c.x0) and c.role == column.role for c in found)
