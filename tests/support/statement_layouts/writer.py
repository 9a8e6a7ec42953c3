"""Writes the rows of a statement onto as many pages as its style needs."""

import datetime as dt
from decimal import Decimal

from engine.reading.page import Page
from statement_layouts.notation import balance_text, day, money, number
from statement_layouts.sheet import Sheet, width
from statement_layouts.style import Entry, Style
from statement_layouts.words import CLOSING, HEADS, OPENING, PERIOD


def lay_out(
    entries: list[Entry], opening: Decimal, period: tuple[dt.date, dt.date], style: Style
) -> list[Page]:
    """The statement's pages."""
    writer = _Writer(opening, period, style)
    ordered = list(zip(entries, _running(entries, opening), strict=True))
    for index, (entry, after) in enumerate(reversed(ordered) if style.newest_first else ordered):
        sequence = ordered[::-1] if style.newest_first else ordered
        last_of_day = index + 1 == len(sequence) or sequence[index + 1][0].date != entry.date
        first_of_day = index == 0 or sequence[index - 1][0].date != entry.date
        shows = style.balance == "every" or (
            style.balance == "daily" and (first_of_day if style.newest_first else last_of_day)
        )
        writer.row(entry, after if shows else None, show_date=first_of_day or not style.date_once)
    writer.end(ordered[-1][1] if ordered else opening)
    return [sheet.page() for sheet in writer.sheets]


def _running(entries: list[Entry], opening: Decimal) -> list[Decimal]:
    balances = []
    for entry in entries:
        opening += entry.amount
        balances.append(opening)
    return balances


class _Writer:
    def __init__(self, opening: Decimal, period: tuple[dt.date, dt.date], style: Style) -> None:
        self.style = style
        self.opening = opening
        self.period = period
        self.sheets: list[Sheet] = []
        self.rows = 0
        self.last: Decimal | None = None
        size = style.size
        names = HEADS[style.language]
        date_width = max(width(day(dt.date(2025, 8, 28), style), size), width(names[0], size))
        x = 45.0 + style.shift
        self.date_x = x
        x += date_width + style.gap
        self.second_x = x
        if style.second_date:
            x += max(date_width, width(names[6], size)) + style.gap
        self.text_x = x
        columns = ["balance"] if style.balance != "none" else []
        columns = (
            ["amount", *columns] if style.columns == "amount"
            else ["debit", "credit", *columns] if style.columns == "debit_credit"
            else ["credit", "debit", *columns]
        )  # fmt: skip
        self.rights: dict[str, float] = {}
        right = 560.0 + style.shift
        for name in reversed(columns):
            self.rights[name] = right
            index = {"debit": 2, "credit": 3, "amount": 4, "balance": 5}[name]
            right -= max(width("-8 888 888.88 CR", size), width(names[index], size)) + style.gap
        self.text_end = right

    def _sheet(self) -> Sheet:
        style = self.style
        sheet = Sheet(len(self.sheets) + 1)
        self.sheets.append(sheet)
        self.y = 60.0
        sheet.put("Invented Savings Bank", 45, self.y, 14)
        if len(self.sheets) == 1:
            label, to = PERIOD[style.language]
            first, last = (day(d, style, full=True) for d in self.period)
            self.y += 26
            sheet.put(f"{label} {first} {to} {last}", 300, self.y, style.size)
            sheet.put("Jane Q Sample", 45, self.y, style.size)
            self.y += 14
            sheet.put("12 Example Street", 45, self.y, style.size)
            sheet.put("Account number 4711 0815 42", 300, self.y, style.size)
            self.y += 14
            sheet.put("99999 Anytown", 45, self.y, style.size)
            if not style.opening_row:
                text = balance_text(self.opening, style)
                sheet.put(f"{OPENING[style.language]} {text}", 300, self.y, style.size)
        self.y += 34
        if style.header == "every" or (style.header == "first" and len(self.sheets) == 1):
            self._heads(sheet)
        self.y += 6
        return sheet

    def _heads(self, sheet: Sheet) -> None:
        names = HEADS[self.style.language]
        size = self.style.size
        sheet.put(names[0], self.date_x, self.y, size)
        if self.style.second_date:
            sheet.put(names[6], self.second_x, self.y, size)
        sheet.put(names[1], self.text_x, self.y, size)
        for name, right in self.rights.items():
            index = {"debit": 2, "credit": 3, "amount": 4, "balance": 5}[name]
            sheet.put(names[index], right, self.y, size, right=True)
        self.y += 16

    def _start(self) -> Sheet:
        if not self.sheets:
            sheet = self._sheet()
            if self.style.opening_row and not self.style.newest_first:
                self._figure(sheet, OPENING[self.style.language], self.opening)
            return sheet
        if self.rows and self.rows % self.style.rows_per_page == 0 and self.y > 61:
            self._end_page()
            sheet = self._sheet()
            if self.style.carried and self.last is not None:
                self._figure(sheet, "Balance brought forward", self.last)
            return sheet
        return self.sheets[-1]

    def _figure(self, sheet: Sheet, label: str, value: Decimal) -> None:
        style = self.style
        sheet.put(label, self.text_x, self.y, style.size)
        column = "balance" if "balance" in self.rights else next(reversed(self.rights))
        if style.columns != "amount" and column != "balance":
            column = "credit"
        sheet.put(balance_text(value, style), self.rights[column], self.y, style.size, right=True)
        self.y += 18

    def row(self, entry: Entry, balance: Decimal | None, *, show_date: bool) -> None:
        style, size = self.style, self.style.size
        sheet = self._start()
        lines = list(entry.text)
        if style.preceding:
            for text in lines[:-1]:
                sheet.put(text, self.text_x, self.y, size)
                self.y += 1.3 * size
            lines = lines[-1:]
        if show_date:
            sheet.put(day(entry.date, style), self.date_x, self.y, size)
        if style.second_date:
            sheet.put(day(entry.date, style), self.second_x, self.y, size)
        if style.columns == "amount":
            sheet.put(money(entry.amount, style), self.rights["amount"], self.y, size, right=True)
        else:
            name = "debit" if entry.amount < 0 else "credit"
            text = style.currency + number(entry.amount, style)
            sheet.put(text, self.rights[name], self.y, size, right=True)
        if balance is not None:
            text = balance_text(balance, style)
            sheet.put(text, self.rights["balance"], self.y, size, right=True)
        self.last = balance if balance is not None else self.last
        for index, text in enumerate(lines):
            if index:
                self.y += 1.3 * size
            sheet.put(text, self.text_x, self.y, size)
        self.y += 1.9 * size
        self.rows += 1

    def _end_page(self) -> None:
        sheet = self.sheets[-1]
        if self.style.carried and self.last is not None:
            self._figure(sheet, "Balance carried forward", self.last)
        if self.style.footer:
            sheet.put(
                "Invented Savings Bank is regulated by nobody. Call 0800 123456 with questions.",
                45, 815, 7,
            )  # fmt: skip
            sheet.put(f"Page {sheet.number}", 500, 815, 7)

    def end(self, closing: Decimal) -> None:
        sheet = self._start() if not self.sheets else self.sheets[-1]
        if self.style.newest_first and self.style.opening_row:
            self._figure(sheet, OPENING[self.style.language], self.opening)
        if self.style.closing:
            self._figure(sheet, CLOSING[self.style.language], closing)
        self.last = None
        self._end_page()
