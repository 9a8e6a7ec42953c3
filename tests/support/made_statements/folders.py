"""Statements in sections, with checks in three columns, and cards with rows in two columns."""

import datetime as dt
import random
from dataclasses import dataclass
from decimal import Decimal

from made_statements.facts import Account, Entry
from made_statements.looks import Look
from made_statements.paper import Run, Sheet
from made_statements.truth import TrueRow

LEFT = 45.0
_ROWS_END = 760.0


@dataclass(frozen=True)
class Check:
    """A cheque that was paid."""

    day: dt.date
    number: int
    amount: Decimal


def invent_checks(rng: random.Random, account: Account, count: int) -> list[Check]:
    """Cheques numbered in a row, some days apart."""
    days = sorted(rng.randint(0, 27) for _ in range(count))
    return [
        Check(
            account.first + dt.timedelta(days=d), 1201 + i, Decimal(rng.randint(900, 99000)) / 100
        )
        for i, d in enumerate(days)
    ]


class Folder:
    """Writes sections and panels; ``rows`` are what they print, in the file's order."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.sheets: list[Sheet] = []
        self.rows: list[TrueRow] = []
        self.y = 0.0

    def head(self, lines: list[tuple[str, str]], figures: list[tuple[str, str]]) -> None:
        """The first page: lines in two columns, then a box of named figures."""
        self._page()
        for left, right in lines:
            self.put(left, LEFT)
            self.put(right, 310.0)
            self.step()
        self.step(10)
        for label, value in figures:
            self.put(label, 310.0)
            self.put(value, 550.0, "r")
            self.step()
        self.step(16)

    def section(self, title: str, entries: list[Entry], total: str, *, heads: bool = True) -> None:
        """A heading, its rows with amounts that have no sign, and their total."""
        names = self.look.words.heads
        notation = self.look.notation
        self._make_room(90)
        self.put(title, LEFT, size=11)
        self.step(6)
        if heads:
            for text, x, align in ((names[0], LEFT, "l"), (names[2], 110.0, "l")):
                self.put(text, x, align)
            self.put(names[6], 550.0, "r")
            self.step(4)
        for entry in entries:
            if self._make_room(self.look.pitch * len(entry.lines)):
                self.put(f"{title} (continued)", LEFT, size=11)
                self.step(6)
            self.put(notation.day(entry.day), LEFT)
            self.put(notation.size(entry.amount), 550.0, "r")
            for number, text in enumerate(entry.lines):
                if number:
                    self.step()
                self.put(text, 110.0)
            self.step(self.look.apart)
            self.rows.append(TrueRow(entry.day, " ".join(entry.lines), entry.amount))
        self.put(f"Total {title.lower()}", LEFT)
        self.put(total, 550.0, "r")
        self.step(18)

    def checks(self, title: str, checks: list[Check]) -> None:
        """Cheques in three columns, read across; head and number are the text."""
        notation = self.look.notation
        self._make_room(100)
        self.put(title, LEFT, size=11)
        self.step(6)
        for panel in range(3):
            x = LEFT + 175 * panel
            self.put("Date", x)
            self.put("Check no.", x + 55)
            self.put("Amount", x + 150, "r")
        self.step(4)
        for index, check in enumerate(checks):
            x = LEFT + 175 * (index % 3)
            self.put(notation.day(check.day), x)
            self.put(str(check.number), x + 55)
            self.put(notation.size(check.amount), x + 150, "r")
            if index % 3 == 2 or index + 1 == len(checks):
                self.step()
            self.rows.append(TrueRow(check.day, f"Check {check.number}", -check.amount))
        self.put("Total checks", LEFT)
        self.put(notation.size(sum((c.amount for c in checks), Decimal(0))), 550.0, "r")
        self.step(18)

    def days(self, title: str, balances: list[tuple[dt.date, Decimal]]) -> None:
        """Balances of days, three beside each other: no transactions."""
        self._make_room(30 + self.look.pitch * len(balances) / 3)
        self.put(title, LEFT, size=11)
        self.step(6)
        for panel in range(3):
            self.put("Date", LEFT + 175 * panel)
            self.put("Balance", LEFT + 175 * panel + 150, "r")
        for index, (day, balance) in enumerate(balances):
            if index % 3 == 0:
                self.step()
            self.put(self.look.notation.day(day), LEFT + 175 * (index % 3))
            text = self.look.notation.balance(balance)
            self.put(text, LEFT + 175 * (index % 3) + 150, "r")
        self.step(18)

    def card_rows(self, entries: list[Entry], *, posted: bool) -> None:
        """Rows of a card: a charge has no sign, what is paid to the card has the look's."""
        names, notation = self.look.words.heads, self.look.notation
        text_x = LEFT + (130 if posted else 70)
        self._card_heads(names, posted, text_x)
        for entry in entries:
            if self._make_room(self.look.pitch * len(entry.lines)):
                self._card_heads(names, posted, text_x)
            self.put(notation.day(entry.day), LEFT)
            if posted:
                self.put(notation.day(entry.value_day), LEFT + 65)
            self.put(self._charge(entry), 550.0, "r")
            for number, text in enumerate(entry.lines):
                if number:
                    self.step()
                self.put(text, text_x)
            self.step(self.look.apart)
            self.rows.append(TrueRow(entry.day, " ".join(entry.lines), entry.amount))

    def charges(self, title: str, charges: list[tuple[str, Decimal]], day: dt.date) -> None:
        """Kinds of interest and fees without a date; those that came to something are rows."""
        self._make_room(self.look.pitch * (len(charges) + 4))
        self.step(8)
        self.put(title, LEFT, size=11)
        self.step(6)
        for label, amount in charges:
            self.put(label, LEFT)
            self.put(self.look.notation.size(amount), 550.0, "r")
            self.step()
            if amount:
                self.rows.append(TrueRow(day, label, -amount))
        total = sum((amount for _, amount in charges), Decimal(0))
        self.put("Total interest for this period", LEFT)
        self.put(self.look.notation.size(total), 550.0, "r")
        self.step(18)

    def _charge(self, entry: Entry) -> str:
        """An amount as cards print it: charges are plain, what is paid to the card is marked."""
        is_marked = self.look.sign == "credit_only"
        return self.look.notation.amount(entry.amount if is_marked else -entry.amount)

    def _card_heads(self, names: tuple[str, ...], posted: bool, text_x: float) -> None:
        self.put("Trans date" if posted else names[0], LEFT)
        if posted:
            self.put("Post date", LEFT + 65)
        self.put(names[2], text_x)
        self.put(names[6], 550.0, "r")
        self.step(4)

    def card_columns(self, entries: list[Entry]) -> None:
        """The rows of a card in two columns beside each other, the left one first."""
        names, notation = self.look.words.heads, self.look.notation
        half = -(-len(entries) // 2)
        top = self.y
        for x, own in ((LEFT, entries[:half]), (LEFT + 265, entries[half:])):
            self.y = top
            self.put(names[0], x)
            self.put(names[2], x + 60)
            self.put(names[6], x + 240, "r")
            self.step(4)
            for entry in own:
                self.put(notation.day(entry.day), x)
                self.put(entry.lines[0], x + 60)
                self.put(self._charge(entry), x + 240, "r")
                self.step(self.look.apart)
                self.rows.append(TrueRow(entry.day, entry.lines[0], entry.amount))
        self.y = top + (half + 2) * (self.look.pitch + self.look.apart)

    def put(self, text: str, x: float, align: str = "l", size: float = 0.0) -> None:
        """Write ``text`` at the present height."""
        run = Run(text, x, self.y, size or self.look.size, align, self.look.words.font)
        self.sheets[-1].runs.append(run)

    def step(self, more: float = 0.0) -> None:
        """Go one line down, and ``more`` points."""
        self.y += self.look.pitch + more

    def _make_room(self, height: float) -> bool:
        if self.y + height <= _ROWS_END:
            return False
        self._page()
        return True

    def _page(self) -> None:
        self.sheets.append(Sheet())
        self.y = 45.0
        self.put("Invented Bank", LEFT, size=12)
        self.put(f"Page {len(self.sheets)}", 550.0, "r")
        footer = Run(self.look.words.footer, LEFT, 815, 7, font=self.look.words.font)
        self.sheets[-1].runs.append(footer)
        self.y = 80.0
