"""Several accounts in several currencies in one file; each says its currency at another place."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from made_statements.facts import Account, invent
from made_statements.lands import LANDS
from made_statements.looks import Look
from made_statements.paper import Run, Sheet, as_pdf
from made_statements.truth import Made, TrueAccount, TrueRow, Truth

LEFT, RIGHT = 45.0, 550.0
_ENDS = (400.0, 475.0, RIGHT)
_ROWS_END = 770.0
_KINDS = ("Everyday Account", "Foreign Savings", "Deposit Account")


@dataclass(frozen=True)
class Where:
    """Where a section says its currency: one of these, or nowhere but in the summary."""

    title: bool = False
    head: bool = False
    balance: bool = False
    column: bool = False
    page: bool = False


PLACES: dict[str, Where] = {
    "in the title": Where(title=True),
    "in the heads of columns": Where(head=True),
    "at the balances": Where(balance=True),
    "in a column": Where(column=True),
    "in the summary": Where(),
    "in the head of a new page": Where(page=True),
}
"""Places of an account's currency, by what they are called."""


class _Pages:
    def __init__(self) -> None:
        self.look = Look("en")
        self.sheets: list[Sheet] = []
        self.y = 0.0

    def page(self, title: str) -> None:
        self.sheets.append(Sheet())
        self.y = 45.0
        self.put(("Invented Bank", LEFT, "l"), (title, RIGHT, "r"))
        self.y += 20

    def put(self, *cells: tuple[str, float, str]) -> None:
        for text, x, align in cells:
            if text:
                self.sheets[-1].runs.append(Run(text, x, self.y, 9, align))
        self.y += 13

    def room(self, height: float) -> None:
        if self.y + height > _ROWS_END:
            self.page("Statement of accounts")


def make_several(where: str, seed: int) -> Made:
    """Two or three accounts, the first in HKD; the same arguments give the same bytes."""
    rng = random.Random(f"{where} {seed}")
    codes = ["HKD", *rng.sample(["USD", "GBP", "EUR", "JPY"], rng.choice((1, 2)))]
    accounts = [
        (invent(rng, LANDS["en"], rng.randint(4, 16), most_lines=1), code, kind)
        for code, kind in zip(codes, _KINDS, strict=False)
    ]
    pages, place = _Pages(), PLACES[where]
    write: Callable[[Account, str, str], list[TrueRow]]
    if place.page:
        write = partial(_on_pages, pages)
    else:
        _summary(pages, accounts)
        write = partial(_section, pages, place)
    rows = [row for account, code, kind in accounts for row in write(account, code, kind)]
    truth = Truth(
        tuple(rows),
        accounts[0][0].opening,
        accounts[-1][0].closing,
        accounts=tuple(
            TrueAccount(a.number, code, kind, a.opening, a.closing, len(a.entries))
            for a, code, kind in accounts
        ),
    )
    return Made(as_pdf(pages.sheets, pages.look.ink, rng), truth)


def _summary(pages: _Pages, accounts: list[tuple[Account, str, str]]) -> None:
    notation = pages.look.notation
    pages.page("Statement of accounts")
    pages.put((accounts[0][0].holder, LEFT, "l"))
    pages.put(("Account", LEFT, "l"), ("Number", 200, "l"), ("Balance", RIGHT, "r"))
    for account, code, kind in accounts:
        closing = notation.balance(account.closing)
        pages.put((kind, LEFT, "l"), (account.number, 200, "l"), (code, 330, "l"),
                  (closing, RIGHT, "r"))  # fmt: skip
    pages.put(("Exchange rates used: USD 7.82 GBP 9.92 EUR 8.45", LEFT, "l"))
    pages.y += 20


def _section(pages: _Pages, where: Where, account: Account, code: str, kind: str) -> list[TrueRow]:
    """An account under the one before: title, heads, rows and balances."""
    notation = pages.look.notation
    unit, column = f" ({code})" if where.head else "", 45.0 if where.column else 0.0
    pages.room(120)
    pages.put((f"{code} {kind}" if where.title else kind, LEFT, "l"),
              (account.number, RIGHT, "r"))  # fmt: skip
    heads = [(f"{name}{unit}", end, "r") for name, end in zip(
        ("Deposit", "Withdrawal", "Balance"), _ENDS, strict=True)]  # fmt: skip
    first = ("CCY", LEFT, "l") if where.column else ("", LEFT, "l")
    pages.put(first, ("Date", LEFT + column, "l"), ("Details", 150, "l"), *heads)
    sign = f"{code} " if where.balance else ""
    pages.put(
        (code if where.column else "", LEFT, "l"),
        (notation.full_day(account.first), LEFT + column, "l"),
        ("Opening balance", 150, "l"),
        (f"{sign}{notation.balance(account.opening)}", RIGHT, "r"),
    )
    rows = []
    for index, (entry, balance) in enumerate(zip(account.entries, account.balances, strict=True)):
        pages.room(30)
        text = "FX TRANSFER TO HKD SAV" if index % 4 == 0 else entry.lines[0]
        pages.put(
            (notation.full_day(entry.day), LEFT + column, "l"),
            (text, 150, "l"),
            (notation.size(entry.amount), _ENDS[entry.amount < 0], "r"),
            (notation.balance(balance), RIGHT, "r"),
        )
        rows.append(TrueRow(entry.day, text, entry.amount, balance))
    pages.put(("Closing balance", 150, "l"),
              (f"{sign}{notation.balance(account.closing)}", RIGHT, "r"))  # fmt: skip
    pages.y += 20
    return rows


def _on_pages(pages: _Pages, account: Account, code: str, kind: str) -> list[TrueRow]:
    """An account on pages of its own, newest first, with no balance but those of its rows."""
    notation = pages.look.notation
    pages.page(f"{code} statement")
    pages.put((account.holder, LEFT, "l"), ("Account number", 330, "l"))
    pages.put(("12 Example Street", LEFT, "l"), (account.number, 330, "l"))
    pages.y += 20
    heads = [(name, end, "r") for name, end in zip(
        ("Incoming", "Outgoing", "Balance"), _ENDS, strict=True)]  # fmt: skip
    pages.put(("Date", LEFT, "l"), ("Description", 150, "l"), *heads)
    pairs = list(zip(account.entries, account.balances, strict=True))
    rows = []
    for entry, balance in reversed(pairs):
        shown = notation.size(entry.amount)
        pages.put(
            (notation.full_day(entry.day), LEFT, "l"),
            (entry.lines[0], 150, "l"),
            (shown if entry.amount > 0 else f"-{shown}", _ENDS[entry.amount < 0], "r"),
            (notation.balance(balance), RIGHT, "r"),
        )
        rows.append(TrueRow(entry.day, entry.lines[0], entry.amount, balance))
    return rows
