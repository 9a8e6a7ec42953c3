"""Invented statements laid out as words on pages, in many styles: what the reader must undo."""

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal

from engine.reading.page import Page, Word

POINTS = (595.0, 842.0)
NARROW = "iljtfrI1.,:;'!|()[]-/ "
MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
GERMAN = ["Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez"]

HEADS = {
    "en": ("Date", "Description", "Paid out", "Paid in", "Amount", "Balance", "Value date"),
    "us": (
        "DATE",
        "TRANSACTION DESCRIPTION",
        "Withdrawals",
        "Deposits",
        "Amount ($)",
        "Ending daily balance",
        "Posted",
    ),
    "de": ("Buchungstag", "Verwendungszweck", "Soll", "Haben", "Betrag EUR", "Saldo", "Valuta"),
    "fr": ("Date", "Libellé", "Débit", "Crédit", "Montant", "Solde", "Valeur"),
    "es": ("Fecha", "Concepto", "Cargos", "Abonos", "Importe", "Saldo", "F. Valor"),
    "pt": ("Data", "Descrição", "Saídas", "Entradas", "Valor", "Saldo", "Data valor"),
    "it": ("Data", "Descrizione operazioni", "Dare", "Avere", "Importo", "Saldo", "Valuta"),
    "nl": ("Datum", "Omschrijving", "Af", "Bij", "Bedrag", "Saldo", "Rentedatum"),
    "pl": (
        "Data operacji",
        "Opis operacji",
        "Obciążenia",
        "Uznania",
        "Kwota",
        "Saldo po operacji",
        "Data waluty",
    ),
    "ru": (
        "Дата операции",
        "Назначение платежа",
        "Списание",
        "Зачисление",
        "Сумма",
        "Остаток",
        "Дата валютирования",
    ),
    "se": ("Bokföringsdag", "Beskrivning", "Uttag", "Insättning", "Belopp", "Saldo", "Valutadag"),
    "tr": ("Tarih", "Açıklama", "Borç", "Alacak", "Tutar", "Bakiye", "Valör tarihi"),
}
OPENING = {
    "en": "Balance brought forward",
    "us": "Beginning balance",
    "de": "Alter Kontostand",
    "fr": "Ancien solde",
    "es": "Saldo anterior",
    "pt": "Saldo inicial",
    "it": "Saldo iniziale",
    "nl": "Vorig saldo",
    "pl": "Saldo początkowe",
    "ru": "Входящий остаток",
    "se": "Ingående saldo",
    "tr": "Devreden bakiye",
}
CLOSING = {
    "en": "Closing balance",
    "us": "Ending balance",
    "de": "Neuer Kontostand",
    "fr": "Nouveau solde",
    "es": "Saldo final",
    "pt": "Saldo final",
    "it": "Saldo finale",
    "nl": "Nieuw saldo",
    "pl": "Saldo końcowe",
    "ru": "Исходящий остаток",
    "se": "Utgående saldo",
    "tr": "Kapanış bakiyesi",
}
PERIOD = {
    "en": ("Statement period", "to"),
    "us": ("Statement Period", "through"),
    "de": ("Zeitraum vom", "bis"),
    "fr": ("Relevé du", "au"),
    "es": ("Extracto del", "al"),
    "pt": ("Período de", "a"),
    "it": ("Periodo dal", "al"),
    "nl": ("Periode", "t/m"),
    "pl": ("Wyciąg za okres od", "do"),
    "ru": ("Выписка за период с", "по"),
    "se": ("Perioden", "-"),
    "tr": ("Dönem", "-"),
}


@dataclass(frozen=True)
class Entry:
    """One true transaction."""

    date: dt.date
    text: tuple[str, ...]
    amount: Decimal


@dataclass(frozen=True)
class Style:
    """How a statement is laid out; every field is one choice that banks make differently."""

    language: str = "en"
    columns: str = "debit_credit"  # debit_credit | credit_debit | amount
    sign: str = "minus"  # minus | trailing | parentheses | dr_cr | cr_only | plus_minus
    balance: str = "every"  # every | daily | none
    dates: str = (
        "dmy"  # dmy | dmy_dots | iso | mdy | mdy_short | dm | named | named_year | mdy_named
    )
    numbers: str = "us"  # us | eu | swiss | space | plain | lakh
    header: str = "every"  # every | first | none
    newest_first: bool = False
    date_once: bool = False
    second_date: bool = False
    rows_per_page: int = 20
    carried: bool = False
    opening_row: bool = True
    footer: bool = True
    gap: float = 14.0
    shift: float = 0.0
    size: float = 9.0
    currency: str = ""
    closing: bool = True
    preceding: bool = False


@dataclass
class Sheet:
    """Words of the page that is being written."""

    number: int
    words: list[Word] = field(default_factory=list)

    def put(self, text: str, x: float, y: float, size: float, *, right: bool = False) -> float:
        """Write ``text`` from ``x`` points on, or up to ``x``; the end is returned."""
        if right:
            x -= width(text, size)
        for piece in text.split(" "):
            if piece:
                end = x + width(piece, size)
                self.words.append(
                    Word(piece, x / POINTS[0], (y - size) / POINTS[1], end / POINTS[0],
                         (y + 0.25 * size) / POINTS[1], 1.0, size)
                )  # fmt: skip
            x += width(piece + " ", size)
        return x

    def page(self) -> Page:
        """The finished page."""
        return Page(self.number, *POINTS, "text", tuple(self.words))


def width(text: str, size: float) -> float:
    """Width of ``text`` in points."""
    return sum((0.28 if c in NARROW else 0.56) * size for c in text)


def number(value: Decimal, style: Style) -> str:
    """The size of ``value`` in the style's notation."""
    whole, cents = f"{abs(value):.2f}".split(".")
    if style.numbers == "plain":
        return f"{whole}.{cents}"
    if style.numbers == "lakh" and len(whole) > 3:
        head, tail = whole[:-3], whole[-3:]
        pieces = []
        while head:
            pieces.insert(0, head[-2:])
            head = head[:-2]
        return f"{','.join([*pieces, tail])}.{cents}"
    mark = {"us": ",", "eu": ".", "swiss": "'", "space": " ", "lakh": ","}[style.numbers]
    grouped = f"{int(whole):,}".replace(",", mark)
    return grouped + ("," if style.numbers in {"eu", "space"} else ".") + cents


def money(value: Decimal, style: Style) -> str:
    """An amount of a single column, with its sign as the style marks it."""
    text = style.currency + number(value, style)
    paid = value < 0
    if style.sign == "minus":
        return f"-{text}" if paid else text
    if style.sign == "plus_minus":
        return f"-{text}" if paid else f"+{text}"
    if style.sign == "trailing":
        return f"{text}-" if paid else text
    if style.sign == "parentheses":
        return f"({text})" if paid else text
    if style.sign == "cr_only":
        return text if paid else f"{text} CR"
    return f"{text} {'DR' if paid else 'CR'}"


def balance_text(value: Decimal, style: Style) -> str:
    """A balance; one below zero carries the style's mark, or a minus."""
    if style.columns == "amount" and style.sign in {"trailing", "parentheses"}:
        return money(value, style)
    if style.columns == "amount" and style.sign == "dr_cr":
        return money(value, style)
    return (
        f"-{style.currency}{number(value, style)}"
        if value < 0
        else style.currency + number(value, style)
    )


def day(date: dt.date, style: Style, *, full: bool = False) -> str:
    """A date as printed in rows; ``full`` gives it a year."""
    month = (GERMAN if style.language == "de" else MONTHS)[date.month - 1]
    kind = style.dates
    if kind == "dmy":
        return f"{date:%d/%m/%Y}"
    if kind == "dmy_dots":
        return f"{date:%d.%m.%Y}"
    if kind == "iso":
        return date.isoformat()
    if kind == "mdy":
        return f"{date:%m/%d/%y}"
    if kind == "mdy_short":
        return f"{date:%m/%d/%Y}" if full else f"{date:%m/%d}"
    if kind == "dm":
        return f"{date:%d.%m.%Y}" if full else f"{date:%d.%m.}"
    if kind == "named":
        return f"{date.day:02d} {month} {date.year}" if full else f"{date.day:02d} {month}"
    if kind == "mdy_named":
        return f"{month.title()} {date.day}, {date.year}" if full else f"{month.title()} {date.day}"
    return f"{date.day:02d} {month} {date.year}"


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


def page_of(rows: list[list[tuple[float, str]]], number: int = 1, pitch: float = 14.0) -> Page:
    """A page of hand-set rows, 60 points from the top: each a list of (x, text).

    A negative x sets the text flush right, ending at its size. An empty row leaves space.
    """
    sheet = Sheet(number)
    y = 60.0
    for row in rows:
        for x, text in row:
            sheet.put(text, abs(x), y, 9, right=x < 0)
        y += pitch
    return sheet.page()
