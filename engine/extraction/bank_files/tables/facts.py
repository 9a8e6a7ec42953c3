"""What stands around a table: the account, its holder, its currency, a period, balances."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from engine.extraction.bank_files.tables.cells import cell_amount, cell_day, cleaned
from engine.extraction.bank_files.tables.grid import Record
from engine.extraction.bank_files.tables.vocabulary import parted
from engine.extraction.currencies import CODES, currency_of
from engine.extraction.dates import Order, find_dates, parse_date
from engine.extraction.identifiers import find_ibans
from engine.extraction.phrases import PhraseBook, plain
from engine.extraction.statements.labels import figure_of

_LABELS: Final[PhraseBook[str]] = PhraseBook.of_lists(
    {
        "account": """
            account number, account no, account nr, account, account id, acct no, card number,
            iban, konto, kontonummer, konto nr, girokonto, kontonr, kreditkarte, tagesgeld,
            rekeningnummer, rekening, numero de cuenta, cuenta, numero de compte, compte, no compte,
            conto, numero conto, conta, agencia conta, numer rachunku, nr rachunku, rachunek,
            numer konta, cislo uctu, ucet, tilinumero, tili, hesap no, szamlaszam, numar cont,
            номер счета, счет, 账号, 账户, 口座番号, card, kartennummer, depot, 계좌번호, 계좌,
            เลขทีบัญชี, no rekening, nomor rekening, saskaitos nr, so tai khoan, account details
        """,
        "holder": """
            account holder, account name, account owner, customer name, customer, name,
            kontoinhaber, inhaber, kunde, titulaire, titular, client, cliente, intestatario,
            rekeninghouder, wlasciciel, klient, kontohavare, majitel, владелец, 户名, nome, 예금주,
            ชือบัญชี, musteri adi, hesap sahibi, nama, ad soyad, adi soyadi, 口座名義
        """,
        "currency": """
            currency, account currency, wahrung, waehrung, devise, divisa, moneda, moeda, valuta,
            waluta, mena, валюта, 币种, para birimi, doviz cinsi, kode mata uang, mata uang, 통화
        """,
        "period": """
            period, statement period, date range, zeitraum, periode, from to, dates, transactions
            from, periodo, okres, obdobi, za okres, periodo de consulta, 조회기간, tarih araligi,
            查询日期, 起始时间, 起始日期, von bis, за период, buchungen von, umsatze, date from,
            transaction period, date to, start date, end date, from date, to date, von, bis, from,
            to
        """,
        "bank": "bank, bank name, banque, banco, banca, banka, name der bank",
    }
)
_BALANCE_NOW: Final = frozenset(
    {"kontostand", "saldo", "balance", "account balance", "current balance", "solde", "zustatek"}
    | {"kontosaldo", "book balance", "ledger balance", "stand", "saldo aktualne", "bakiye"}
)
_DIGITS: Final = re.compile(r"(?:[A-Z]{0,4}[ -]?)?[\dXx*•./ -]{4,40}[A-Z]{0,3}", re.ASCII)
_ASIDE: Final = re.compile(r"[()\[\]|]|\s[-–—]\s|,\s")
_LONGEST: Final = 120
_LONGEST_CURRENCY: Final = 12
_LONG_NUMBER: Final = 7


@dataclass(slots=True)
class Facts:
    """What the records around a table say; None where they say nothing."""

    account: str | None = None
    iban: str | None = None
    holder: str | None = None
    bank: str | None = None
    currency: str | None = None
    start: dt.date | None = None
    end: dt.date | None = None
    opening: Decimal | None = None
    closing: Decimal | None = None
    now: tuple[Decimal, dt.date | None] | None = None
    """A balance of some day, which may be the day of the export."""


def facts_of(records: Sequence[Record], decimal_sign: str, order: Order) -> Facts:
    """What ``records``, which are no rows of the table, say."""
    facts = Facts()
    above: list[str] = []
    for record in records:
        cells = [text.replace("：", ":") for cell in record if (text := cleaned(cell))]
        for label, value in (*_pairs(cells), *_below(above, cells)):
            _take(facts, parted(label), value, decimal_sign, order)
        above = cells or above
        line = " ".join(cells)[:400]
        ibans = [iban for iban in find_ibans(line) if iban.is_checked]
        if ibans and facts.iban is None:
            facts.iban = ibans[0].compact
        _take_period(facts, line, order)
    return facts


def _pairs(cells: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Labels with their values: in one cell around a colon, or in two cells."""
    for index, cell in enumerate(cells):
        label, colon, value = cell.partition(":")
        if colon and value.strip():
            yield label, value.strip()
        elif index + 2 < len(cells) and kind_is_day(cells[index + 1]):
            yield f"{label} {cells[index + 1]}", cells[index + 2]
            yield label, cells[index + 1]
        elif index + 1 < len(cells):
            yield label, cells[index + 1]


def _below(above: Sequence[str], cells: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Labels with the values that stand under them, as many as there are labels."""
    if above and len(above) == len(cells) and (len(cells) > 1 or above[0].endswith(":")):
        for label, value in zip(above, cells, strict=True):
            if _LABELS.find(plain(label).split()) and not value.endswith(":"):
                yield label.rstrip(":"), value


def _take(facts: Facts, label: str, value: str, decimal_sign: str, order: Order) -> None:
    if len(label) > _LONGEST or len(value) > _LONGEST:
        return
    if _take_balance(facts, label, value, decimal_sign, order):
        return
    tokens = plain(label).split()
    hits = _LABELS.find(tokens)
    if not hits or hits[0].start > 1 or len(tokens) > hits[0].end + 3:
        return
    kind = hits[0].label
    if kind == "account":
        _take_account(facts, value)
    elif kind == "holder" and not any(map(str.isdigit, value)) and len(value.split()) <= 8:
        facts.holder = facts.holder or value
    elif kind == "currency" and len(value) <= _LONGEST_CURRENCY:
        facts.currency = facts.currency or currency_of(value.upper())
    elif kind == "bank" and not any(map(str.isdigit, value)):
        facts.bank = facts.bank or value
    elif kind == "period":
        _take_day(facts, plain(label), value, order)


def _take_account(facts: Facts, value: str) -> None:
    """A number, or one that its currency, its holder or its kind stands beside."""
    parts = [part.strip(" _") for part in _ASIDE.split(value)]
    last = value.rpartition(" ")[2]
    if "-" in last and sum(map(str.isdigit, last)) >= _LONG_NUMBER:
        parts.append(last)
    numbers = [p for p in parts if _DIGITS.fullmatch(p) and sum(map(str.isdigit, p)) >= 4]
    if facts.account is not None or not numbers:
        return
    facts.account = numbers[0]
    codes = [part for part in parts if part in CODES]
    facts.currency = facts.currency or (codes[0] if codes else None)


def _take_balance(facts: Facts, label: str, value: str, decimal_sign: str, order: Order) -> bool:
    found = cell_amount(value, decimal_sign)
    if found is None or kind_is_day(value):
        return False
    amount, currency, mark = found
    if mark in {"DR", "DB", "S", "D"}:
        amount = -amount
    figure = figure_of(label)
    is_now = plain(re.sub(r"[\d./-]+", "", label)) in _BALANCE_NOW or figure == "dated"
    if figure == "opening":
        facts.opening = facts.opening if facts.opening is not None else amount
    elif figure == "closing":
        facts.closing = amount
    elif is_now or plain(label).split()[:1] in ([word] for word in _BALANCE_NOW):
        days = [day for _, _, text in find_dates(label) if (day := parse_date(text, order=order))]
        facts.now = (amount, days[0] if days else None)
    else:
        return False
    facts.currency = facts.currency or currency
    return True


def kind_is_day(text: str) -> bool:
    """Whether a value is a day rather than an amount."""
    return len(text) >= 8 and cell_day(text, "dmy") is not None


def _take_day(facts: Facts, label: str, value: str, order: Order) -> None:
    day = cell_day(value, order)
    if day is None:
        return
    tokens = set(label.split())
    if tokens & {"to", "bis", "end", "hasta", "al", "do"} and not tokens & {"from", "von", "start"}:
        facts.end = facts.end or day
    elif tokens & {"from", "von", "start", "desde", "del", "od"}:
        facts.start = facts.start or day


def _take_period(facts: Facts, line: str, order: Order) -> None:
    """Two days on one line that a word for a period begins are the period."""
    hits = [hit for hit in _LABELS.find(plain(line).split()) if hit.label == "period"]
    if not hits or facts.start is not None:
        return
    days = [day for _, _, text in find_dates(line) if (day := parse_date(text, order=order))]
    if len(days) == 2 and days[0] <= days[1]:
        facts.start, facts.end = days[0], days[1]
