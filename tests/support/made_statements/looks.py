"""The choices that banks make when they lay a statement out as one table of rows."""

from dataclasses import dataclass, field

from made_statements.lands import LANDS, Land
from made_statements.notation import Notation, Sign
from made_statements.paper import Ink

PLAIN_COLUMNS = ("date", "text", "debit", "credit", "balance")
ONE_COLUMN = ("date", "text", "amount", "balance")


@dataclass(frozen=True)
class Look:
    """One layout. ``columns`` stand from left to right.

    Attributes:
        heads: whether every page, the first, or none names its columns.
        once: a day's date stands at its first row only ("blank"), or on a line of its own
            ("heading"), there after the column's name ("labelled").
        balance: printed at every row, at a day's last one, or at none.
        gap: points between columns. pitch: points between lines; rows are ``apart`` more.
        opening: where it stands: a row of the table, above it, in a box of sums, or nowhere: a box
            has the "sums" only.
        flag_words: what the column "flag" says of what was received and what was paid.
        carried_words: what says so at the end of a page and at the start of the next one.
        empty_word: what stands in the empty one of two columns of amounts.
        sunk: points by which lines of text stand lower, nearer to the next row than to their own.
        numbered: whether a row begins with its number.
    """

    land: str = "en"
    columns: tuple[str, ...] = PLAIN_COLUMNS
    dates: str = ""
    numbers: str = ""
    sign: Sign = "minus"
    filler: str = ""
    currency: str = ""
    marks: tuple[str, str] = ("CR", "DR")
    whole: bool = False
    heads: str = "every"
    once: str = "no"
    balance: str = "every"
    opening: str = "row"
    newest: bool = False
    preceding: bool = False
    carried: bool = False
    ruled: bool = False
    broken: bool = False
    address: bool = False
    ads: bool = False
    daily: bool = False
    vertical: bool = False
    foreign: bool = False
    numbered: bool = False
    carried_words: tuple[str, str] = ("", "")
    empty_word: str = ""
    sunk: float = 0.0
    flag_words: tuple[str, str] = ("C", "D")
    gap: float = 12.0
    size: float = 8.5
    pitch: float = 11.0
    apart: float = 5.0
    rows_end: float = 770.0
    ink: Ink = field(default_factory=Ink)

    @property
    def words(self) -> Land:
        """The language's words."""
        return LANDS[self.land]

    @property
    def notation(self) -> Notation:
        """How dates and amounts are printed; what is not chosen follows the language."""
        return Notation(
            self.words,
            self.dates or self.words.dates,
            self.numbers or self.words.numbers,
            self.sign,
            self.filler,
            self.currency,
            self.marks,
            self.whole,
        )
