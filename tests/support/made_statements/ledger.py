"""A statement as one table: every entry a row, page after page."""

from dataclasses import dataclass
from decimal import Decimal

from made_statements.facts import Account, Entry
from made_statements.grid import BRANCHES, Grid
from made_statements.looks import Look
from made_statements.paper import WIDTH, Run, Sheet
from made_statements.truth import TrueRow

LEFT = 42.0


@dataclass(frozen=True)
class _Line:
    """One printed row and what it says."""

    entry: Entry
    balance: Decimal | None
    shows_day: bool
    opens_day: bool


class Ledger:
    """Writes accounts one after the other onto ``sheets`` and notes the rows in ``rows``."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.sheets: list[Sheet] = []
        self.rows: list[TrueRow] = []
        self.y = 0.0
        self._running = Decimal(0)
        self._grid: Grid | None = None

    def account(self, account: Account) -> None:
        """Write one account: its head on a new page, its rows, its closing balance."""
        look, words = self.look, self.look.words
        self._grid = Grid.of(look, account, LEFT)
        self._running = account.opening
        self._page(is_first=True)
        self._letterhead(account)
        if look.heads != "none":
            self._heads()
        if look.opening == "row" and not look.newest:
            self._figure(words.opening, account.opening)
        if not account.entries:
            self._put(words.nothing, self._grid.places["text"].x)
            self._step(look.apart)
        for index, line in enumerate(self._lines(account)):
            self._row(index, line)
        if look.opening == "row" and look.newest:
            self._figure(words.opening, account.opening)
        elif look.opening == "row":
            self._figure(words.closing, account.closing)
        self._after(account)
        self._footer()

    def _lines(self, account: Account) -> list[_Line]:
        pairs = list(zip(account.entries, account.balances, strict=True))
        if self.look.newest:
            pairs.reverse()
        lines = []
        for index, (entry, balance) in enumerate(pairs):
            first = index == 0 or pairs[index - 1][0].day != entry.day
            last = index + 1 == len(pairs) or pairs[index + 1][0].day != entry.day
            day_end = first if self.look.newest else last
            shown = self.look.balance == "every" or (self.look.balance == "daily" and day_end)
            shows_day = self.look.once == "no" or (self.look.once == "blank" and first)
            lines.append(_Line(entry, balance if shown else None, shows_day, first))
        return lines

    def _row(self, index: int, line: _Line) -> None:
        look = self.look
        texts = self._texts(index, line)
        height = look.pitch * len(texts) + look.apart
        cut = look.broken and len(texts) > 1 and self._is_last_on_page(height)
        heading = look.once in {"heading", "labelled"} and line.opens_day
        if not cut and self.y + height + heading * 2 * look.pitch > look.rows_end:
            self._turn_page()
        if heading:
            label = f"{look.words.heads[0]}: " if look.once == "labelled" else ""
            self._put(label + look.notation.full_day(line.entry.day), LEFT)
            self._step(look.apart / 2)
        before = texts[:-1] if look.preceding else []
        for text in before:
            self._put(text, self._place("text").x)
            self._step()
        self._cells(index, line)
        for number, text in enumerate(texts[len(before) :]):
            if number:
                self._step(look.sunk if number == 1 else 0.0)
                if cut and number == len(texts) - 1:
                    self._turn_page()
            self._put(text, self._place("text").x)
        self._end_row(line, " ".join(texts))

    def _texts(self, index: int, line: _Line) -> list[str]:
        """A row's lines of text; some tell what it was in another currency."""
        texts = list(line.entry.lines)
        if self.look.foreign and index % 3 == 0:
            other = self.look.notation.size(abs(line.entry.amount) * 2)
            texts.append(f"USD {other} @ 1.0{index % 9}45")
        return texts

    def _end_row(self, line: _Line, text: str) -> None:
        look = self.look
        self._step(look.apart - (look.sunk if len(line.entry.lines) > 1 else 0.0))
        if look.ruled:
            end = max(place.end for place in self._the_grid.places.values())
            y = self.y - look.apart - 0.2 * look.pitch
            self.sheets[-1].rules.append((LEFT, y, end, y))
        follows = self._running + line.entry.amount
        self._running = line.balance if line.balance is not None else follows
        self.rows.append(TrueRow(line.entry.day, text, line.entry.amount, line.balance))

    def _cells(self, index: int, line: _Line) -> None:
        entry, look, notation = line.entry, self.look, self.look.notation
        if look.numbered:
            self._put(str(index + 1), LEFT - 20)
        for name, place in self._the_grid.places.items():
            if name == "date" and line.shows_day:
                self._put(notation.day(entry.day), place.x)
            elif name == "value":
                self._put(notation.day(entry.value_day), place.x)
            elif name == "ref":
                self._put(f"{(index + 7) * 7919 % 90000 + 10000}", place.x)
            elif name == "branch":
                self._put(BRANCHES[index % 3], place.x)
            elif name == "flag":
                self._put(look.flag_words[entry.amount < 0], place.x)
            elif name == "amount":
                plain = "flag" in look.columns
                shown = abs(entry.amount) if plain else entry.amount
                self._put(notation.amount(shown), place.end, "r")
            elif name == self._side(index, entry):
                self._put(notation.currency + notation.size(entry.amount), place.end, "r")
            elif look.empty_word and name in {"debit", "credit"}:
                self._put(look.empty_word, place.end, "r")
            elif name == "balance" and line.balance is not None:
                self._put(notation.balance(line.balance), place.end, "r")

    def _side(self, index: int, entry: Entry) -> str:
        """The column of an amount: some payments are fees, which may have one of their own."""
        if entry.amount > 0:
            return "credit"
        return "fee" if "fee" in self.look.columns and index % 5 == 2 else "debit"

    def _figure(self, label: str, value: Decimal) -> None:
        """A named balance as a row of its own."""
        if self.y + self.look.pitch > self.look.rows_end + 25:
            self._turn_page()
        names = [n for n in ("balance", "amount", "credit") if n in self._the_grid.places]
        self._put(label, self._place("text").x)
        self._put(self.look.notation.balance(value), self._place(names[0]).end, "r")
        self._step(self.look.apart)

    def _is_last_on_page(self, height: float) -> bool:
        room = self.look.rows_end - self.y
        return height - self.look.pitch - self.look.apart <= room < height

    def _turn_page(self) -> None:
        look, words = self.look, self.look.words
        if look.carried:
            self._figure_at_end(look.carried_words[0] or words.carried[0])
        self._footer()
        self._page(is_first=False)
        if look.heads == "every":
            self._heads()
        if look.carried:
            self._figure(look.carried_words[1] or words.carried[1], self._running)

    def _figure_at_end(self, label: str) -> None:
        self.y = max(self.y, self.look.rows_end)
        self._put(label, self._place("text").x)
        place = self._the_grid.places.get("balance") or self._place("amount")
        self._put(self.look.notation.balance(self._running), place.end, "r")

    def _page(self, *, is_first: bool) -> None:
        self.sheets.append(Sheet())
        self.y = 48.0
        self._put("Invented Bank", LEFT)
        self._put(f"{self.look.words.page} {len(self.sheets)}", WIDTH - 40, "r")
        self.y = 150.0 if is_first else 80.0
        if self.look.vertical:
            for place, letter in enumerate("KZ4711Q"):
                self.sheets[-1].runs.append(Run(letter, 18, 300 + 16 * place, 7))
            self.sheets[-1].runs.append(Run("FORM 22-B (03.19)", 590, 700, 6, turned=True))
        if self.look.ads:
            for place, text in enumerate(
                ("Save more", "with our new", "account. Ask", "us: 0300 55")
            ):
                x = max(p.end for p in self._the_grid.places.values()) + 25
                self.sheets[-1].runs.append(Run(text, x, 300 + 13 * place, 8))

    def _letterhead(self, account: Account) -> None:
        look, words, notation = self.look, self.look.words, self.look.notation
        first, last = notation.full_day(account.first), notation.full_day(account.last)
        lines = [
            (account.holder, f"{words.account} {account.number}"),
            ("12 Example Street", f"{words.period[0]} {first} {words.period[1]} {last}"),
            ("99999 Anytown", ""),
        ]
        if look.opening == "above":
            lines[2] = ("99999 Anytown", f"{words.opening} {notation.balance(account.opening)}")
        for place, (left, right) in enumerate(lines):
            for text, x in ((left, LEFT), (right, 300.0)):
                if text:
                    run = Run(text, x, 80 + 14 * place, 9, font=words.font)
                    self.sheets[-1].runs.append(run)
        if look.opening in {"box", "sums"}:
            self._box(account)

    def _box(self, account: Account) -> None:
        words, notation = self.look.words, self.look.notation
        without_balances = self.look.opening == "sums"
        figures = (
            (words.opening, notation.balance(account.opening)),
            (words.sides[0], notation.size(account.received)),
            (words.sides[1], notation.size(account.paid)),
            (words.closing, notation.balance(account.closing)),
        )
        for place, (label, value) in enumerate(figures):
            if without_balances and place in {0, 3}:
                continue
            x = 165 + 128 * place
            for text, y in ((label, 130.0), (value, 143.0)):
                run = Run(text, x, y, 8, align="r", font=words.font)
                self.sheets[-1].runs.append(run)
        self.y = 175.0

    def _after(self, account: Account) -> None:
        """What stands below a table: its balance elsewhere, days' balances, an address."""
        look, words, notation = self.look, self.look.words, self.look.notation
        if look.opening == "above":
            self._step(12)
            self._put(f"{words.closing} {notation.balance(account.closing)}", LEFT)
        if look.address:
            self._step(26)
            for text in (account.holder, "12 Example Street", "99999 Anytown"):
                self._put(text, LEFT)
                self._step()
        if look.daily:
            self._days(account)

    def _days(self, account: Account) -> None:
        ends = {e.day: b for e, b in zip(account.entries, account.balances, strict=True)}
        notation = self.look.notation
        self._step(20)
        if self.y + 20 * self.look.pitch > self.look.rows_end:
            self._footer()
            self._page(is_first=False)
        self._put("Daily balances", LEFT)
        self._step()
        for column in range(3):
            self._put("Date", LEFT + 170 * column)
            self._put("Balance", LEFT + 170 * column + 140, "r")
        for place, (day, balance) in enumerate(sorted(ends.items())):
            if place % 3 == 0:
                self._step()
            self._put(notation.day(day), LEFT + 170 * (place % 3))
            self._put(notation.balance(balance), LEFT + 170 * (place % 3) + 140, "r")
        self._step()

    def _heads(self) -> None:
        for place in self._the_grid.places.values():
            align = "r" if place.is_number else "l"
            self._put(place.head, place.end if place.is_number else place.x, align)
            if self.look.ruled:
                self.sheets[-1].rules.append((place.x, self.y + 3, place.end, self.y + 3))
        self._step(self.look.apart)

    def _footer(self) -> None:
        font = self.look.words.font
        self.sheets[-1].runs.append(Run(self.look.words.footer, LEFT, 822, 7, font=font))

    @property
    def _the_grid(self) -> Grid:
        if self._grid is None:
            raise AssertionError("an account is being written")
        return self._grid

    def _place(self, name: str):  # type: ignore[no-untyped-def]
        return self._the_grid.places[name]

    def _put(self, text: str, x: float, align: str = "l") -> None:
        run = Run(text, x, self.y, self.look.size, align, self.look.words.font)
        self.sheets[-1].runs.append(run)

    def _step(self, more: float = 0.0) -> None:
        self.y += self.look.pitch + more
