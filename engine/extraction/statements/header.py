"""What the head of a statement says of the account: its number, holder, bank and currency.

Nothing is known here of any bank: its name is the line that names itself a bank, or the largest
line at the top.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from engine.extraction.currencies import currency_of
from engine.extraction.identifiers import compact_identifier, find_ibans
from engine.extraction.phrases import PhraseBook, plain
from engine.extraction.statements.cells import Cell, TypedLine
from engine.extraction.statements.table import Row
from engine.reading.page import PageSource, Word


@dataclass(frozen=True, slots=True)
class Found:
    """A value of the header, the words it was read from and how sure it is."""

    value: str
    words: tuple[Word, ...]
    page_number: int
    line: int
    source: PageSource
    confidence: float


_NUMBER_LABELS: PhraseBook[str] = PhraseBook.of_lists(
    {
        "sure": """
            account number, account no, account nr, account num, account id, acct no, acct number,
            a c no, a c number, ac no, card number, card no, account card no, account ending,
            card ending, account ending in, iban, membership number, account plan number, acc no,
            kontonummer, konto nr, kontonr, konto nummer, iban nr, numero de cuenta, n de cuenta,
            no de cuenta, num cuenta, cuenta n, numero de compte, n de compte, compte n, no compte,
            compte numero, numero da conta, n da conta, numero conta, numero conto, conto n,
            conto corrente n, n conto, numer rachunku, nr rachunku, numer konta, nr konta,
            rekeningnummer, rekeningnr, kontonumero, tilinumero, hesap no, hesap numarasi,
            cislo uctu, szamlaszam, bankszamlaszam, numar cont, cont nr, номер счета, счет №,
            лицевой счет, αριθμος λογαριασμου, nombor akaun, no akaun, no rekening,
            nomor rekening, so tai khoan, 账号, 帐号, 賬號, 口座番号, 계좌번호, numero de tarjeta,
            kartennummer, numero carte, nr karty, account number card number, saskaitos nr
        """,
        "weak": """
            account, acct, konto, cuenta, compte, conta, conto, rachunek, rekening, tili, hesap,
            ucet, szamla, cont, счет, счёт, akaun, card, a c, checking, savings
        """,
    }
)
_NUMBER = re.compile(
    r"(?:[A-Z]{2,4}[ -]?)?[\dXx*•#.]{1,}(?:[ ./-]?[\dXx*•#]+)*(?:[ -]?[A-Z0-9])?\Z"
)
_MASKED_CARD = re.compile(r"(?:[\dXx*•]{4}[ -]){3}[\dXx*•]{4}\Z")

_HOLDER_LABELS: PhraseBook[str] = PhraseBook.of_lists(
    {
        "holder": """
            account holder, account holders, account name, account owner, prepared for, in name of,
            customer name, cardholder, cardholder name, card holder, name, account title, client,
            kontoinhaber, inhaber, karteninhaber, titulaire, titular, titular de la cuenta, cliente,
            nombre, nombre del titular, nome, titolare, intestatario, intestato a, intestata a,
            rekeninghouder, wlasciciel, posiadacz, klient, kontohavare, kontohaver, tilinomistaja,
            hesap sahibi, musteri adi, majitel, majitel uctu, szamlatulajdonos, titular cont,
            владелец, клиент, владелец счета, nama, nama pemilik, 户名, 口座名義, 예금주
        """
    }
)
_BANK_WORDS = frozenset(
    {"bank", "banco", "banca", "banque", "banka", "bankasi", "pankki", "банк", "bancorp", "banc"}
    | {"sparkasse", "kantonalbank", "volksbank", "raiffeisenbank", "raiffeisen", "caja", "caixa"}
    | {"cassa", "caisse", "bankas", "bankhaus", "landesbank", "savings", "银行", "銀行", "은행"}
    | {"τραπεζα", "банка", "pank", "spolka", "sporitelna", "takarek", "union", "financial"}
)
_NOT_A_NAME = frozenset(
    {"statement", "account", "page", "date", "balance", "number", "kontoauszug", "extracto"}
    | {"releve", "extrato", "estratto", "wyciag", "customer", "service", "www", "transactions"}
    | {"tel", "phone", "fdic", "member", "call", "please", "payment", "po", "box", "summary", "com"}
)
_DOLLARS = {
    "singapore": "SGD", "australia": "AUD", "canada": "CAD", "hong kong": "HKD",
    "new zealand": "NZD", "taiwan": "TWD", "mexico": "MXN", "jamaica": "JMD",
}  # fmt: skip
_CURRENCY_LABELS = frozenset(
    {"currency", "wahrung", "devise", "moneda", "divisa", "moeda", "valuta", "waluta", "mena"}
    | {"penznem", "valuuta", "para birimi", "валюта", "account currency", "mata uang"}
)


def account_numbers(lines: Sequence[TypedLine], row_lines: frozenset[int]) -> list[Found]:
    """Account and card numbers with a label or a valid check digit, the surest first."""
    found = [
        number
        for index, line in enumerate(lines)
        if line.number not in row_lines and len(line.cells) < 16
        for number in _numbers_on(lines, index)
    ]
    return sorted(found, key=lambda number: -number.confidence)


def _numbers_on(lines: Sequence[TypedLine], index: int) -> Iterable[Found]:
    line = lines[index]
    words = [word for cell in line.cells for word in cell.words]
    for iban in find_ibans(line.text):
        used = _words_of(words, iban.text)
        yield _found(compact_identifier(iban.text), used, line, 0.98 if iban.is_checked else 0.9)
    owners: list[int] = []
    tokens: list[str] = []
    for position, word in enumerate(words):
        for token in plain(word.text).split():
            tokens.append(token)
            owners.append(position)
    for hit in _NUMBER_LABELS.find(tokens):
        sure = 0.9 if hit.label == "sure" else 0.6
        following = words[owners[hit.end - 1] + 1 :]
        value = _number_in(following[:9])
        if value:
            yield _found(" ".join(w.text for w in value).strip(".:,"), value, line, sure)
        elif hit.label == "sure":
            label = words[owners[hit.start] : owners[hit.end - 1] + 1]
            yield from _number_below(label, lines[index : index + 4], sure - 0.1)
    for start in range(len(words) - 3):
        run = words[start : start + 4]
        if _MASKED_CARD.match(" ".join(word.text for word in run)):
            yield _found(" ".join(w.text for w in run), run, line, 0.7)
    for word in words:
        if _MASKED_CARD.match(word.text):
            yield _found(word.text, [word], line, 0.7)


def _number_in(words: Sequence[Word]) -> list[Word]:
    """The longest run of number-like words at the beginning; a sign or two may come before."""
    start = 0
    while start < min(2, len(words)) and not any(c.isdigit() for c in words[start].text):
        if words[start].text.strip(":.-#№°nNrRoO/()") and not _MASK.match(words[start].text):
            return []
        if _MASK.match(words[start].text):
            break
        start += 1
    run: list[Word] = []
    for word in words[start:]:
        near = not run or word.x0 - run[-1].x1 < 1.8 * (run[-1].x1 - run[-1].x0) / len(run[-1].text)
        if not (_PIECE.match(word.text) and near):
            break
        run.append(word)
    text = " ".join(word.text for word in run)
    digits = sum(c.isdigit() for c in text)
    return run if 3 <= digits <= 34 and len(text) >= 4 else []


_PIECE = re.compile(r"(?:[A-Z]{1,4}-?)?[\dXx*•#./-]+[A-Z\d]{0,2}[.,;:]?\Z")
_MASK = re.compile(r"(?:[A-Z]{1,4}-)?[Xx*•]{2,}")


def _number_below(
    label: Sequence[Word], lines: Sequence[TypedLine], sure: float
) -> Iterable[Found]:
    x0, x1 = label[0].x0, label[-1].x1
    for below in lines[1:]:
        if below.page_number != lines[0].page_number:
            return
        for cell in below.cells:
            if cell.x0 < x1 and x0 < cell.x1 and cell.date is None and cell.money is None:
                value = _number_in(cell.words)
                if value:
                    yield _found(" ".join(w.text for w in value), value, below, sure)
                    return


def holder(lines: Sequence[TypedLine], row_lines: frozenset[int]) -> Found | None:
    """The account holder: beside a label, else the first line of an address."""
    first = [line for line in lines if line.page_number == lines[0].page_number]
    for index, line in enumerate(first):
        if line.number in row_lines:
            break
        for position, cell in enumerate(line.cells):
            named = _after_label(cell, line.cells[position + 1 :])
            if named is not None:
                return _found(" ".join(w.text for w in named), named, line, 0.8)
            if line.y0 < 0.45 and _begins_address(cell, first[index + 1 : index + 4]):
                return _found(cell.text, cell.words, line, 0.6)
    return None


def _after_label(cell: Cell, following: Sequence[Cell]) -> tuple[Word, ...] | None:
    tokens = plain(cell.text).split()
    hits = _HOLDER_LABELS.find(tokens)
    if not hits or hits[0].start > 0:
        return None
    if hits[0].end == len(tokens):
        beside = following[0] if following else None
        return beside.words if beside is not None and _is_name(beside.words) else None
    rest = tuple(w for w in cell.words if w.x0 >= _end_of(cell, hits[0].end))
    labelled = ":" in cell.text
    return rest if labelled and _is_name(rest) else None


def _end_of(cell: Cell, tokens: int) -> float:
    count = 0
    for word in cell.words:
        if count >= tokens:
            return word.x0
        count += len(plain(word.text).split())
    return cell.x1


def _is_name(words: Sequence[Word]) -> bool:
    text = " ".join(word.text for word in words)
    tokens = plain(text).split()
    return (
        1 < len(text) <= 60
        and 1 <= len(tokens) <= 7
        and not any(c.isdigit() for c in text)
        and not _NOT_A_NAME.intersection(tokens)
        and not text.endswith(":")
    )


def _begins_address(cell: Cell, below: Sequence[TypedLine]) -> bool:
    if (
        not _is_name(cell.words)
        or len(cell.words) < 2
        or _BANK_WORDS & set(plain(cell.text).split())
    ):
        return False
    numbered = 0
    for line in below:
        aligned = next((c for c in line.cells if abs(c.x0 - cell.x0) < 0.01), None)
        if aligned is None or aligned.money is not None:
            break
        numbered += any(ch.isdigit() for ch in aligned.text) and len(aligned.text) < 60
    return numbered >= 1


def bank_name(lines: Sequence[TypedLine]) -> Found | None:
    """The bank's name: a line near the top that says bank, else the largest line at the top."""
    first = [line for line in lines if line.page_number == lines[0].page_number]
    named: list[tuple[float, Found]] = []
    for line in first:
        for cell in line.cells:
            words = _before_dash(cell.words)
            tokens = plain(" ".join(w.text for w in words)).split()
            if not tokens or len(tokens) > 7 or cell.money or cell.date:
                continue
            size = max(word.y1 - word.y0 for word in words)
            says_bank = any(t in _BANK_WORDS or t.endswith("bank") for t in tokens)
            plainly = not _NOT_A_NAME.intersection(tokens)
            edge = line.y0 < 0.15 or line.y1 > 0.9
            score = 3 * says_bank + 2 * plainly + edge + 40 * size + (1 - line.y0)
            if says_bank or (line.y0 < 0.12 and plainly):
                text = " ".join(w.text for w in words).strip(" -–|")
                named.append((score, _found(text, words, line, 0.75 if says_bank else 0.5)))
    return max(named, key=lambda item: item[0])[1] if named else None


def _before_dash(words: Sequence[Word]) -> tuple[Word, ...]:
    dash = next((i for i, w in enumerate(words) if w.text in {"-", "–", "|", "•"}), len(words))
    return tuple(words[:dash]) if dash else tuple(words)


def currency(
    lines: Sequence[TypedLine], rows: Sequence[Row], row_lines: frozenset[int]
) -> Found | None:
    """The account's currency: by its label, the amounts' own signs, or the table's heads."""
    votes: Counter[str] = Counter()
    places: dict[str, Found] = {}

    def vote(text: str, words: Sequence[Word], line: TypedLine, weight: int) -> None:
        code = currency_of(text)
        if code is not None:
            votes[code] += weight
            places.setdefault(code, _found(code, words, line, 0.9))

    by_number = {line.number: line for line in lines}
    for row in rows:
        for cell in row.money.values():
            if cell.money is not None and cell.money.currency:
                vote(cell.money.currency, cell.words, by_number[row.lines[0]], 1)
    for line in lines:
        if line.number not in row_lines:
            for cell in line.cells:
                weight = _currency_weight(cell, line)
                if weight:
                    vote(cell.text, cell.words, line, weight)
    return _most_voted(votes, places, lines, row_lines)


def _currency_weight(cell: Cell, line: TypedLine) -> int:
    if cell.money is not None:
        return 1 if cell.money.currency else 0
    tokens = set(line.plain.split())
    if _CURRENCY_LABELS & tokens and len(tokens) < 14:
        return 1000
    return 30 if len(cell.words) <= 5 and len(line.cells) >= 2 else 0


def _most_voted(
    votes: Counter[str],
    places: dict[str, Found],
    lines: Sequence[TypedLine],
    row_lines: frozenset[int],
) -> Found | None:
    if not votes:
        return None
    code = votes.most_common(1)[0][0]
    found = places[code]
    if code == "USD" and not any("USD" in line.text or "US$" in line.text for line in lines):
        text = " ".join(line.plain for line in lines if line.number not in row_lines)
        for country, dollar in _DOLLARS.items():
            if f" {country} " in f" {text} ":
                return Found(dollar, found.words, found.page_number, found.line, found.source, 0.7)
    return found


def _words_of(words: Sequence[Word], text: str) -> list[Word]:
    pieces = set(text.split())
    return [word for word in words if word.text in pieces] or list(words)


def _found(value: str, words: Sequence[Word], line: TypedLine, confidence: float) -> Found:
    return Found(value, tuple(words), line.page_number, line.number, line.source, confidence)
