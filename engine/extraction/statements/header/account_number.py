"""The numbers of accounts and cards: by a label, by check digits, by a card's groups of four."""

import re
from collections.abc import Iterable, Sequence

from engine.extraction.identifiers import compact_identifier, find_ibans
from engine.extraction.phrases import PhraseBook, plain
from engine.extraction.statements.header.found import Found, found_on
from engine.extraction.statements.lines.cells import TypedLine
from engine.reading.page import Word

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
_MASKED_CARD = re.compile(r"(?:[\dXx*•]{4}[ -]){3}[\dXx*•]{4}\Z")


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
        yield found_on(compact_identifier(iban.text), used, line, 0.98 if iban.is_checked else 0.92)
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
            yield found_on(" ".join(w.text for w in value).strip(".:,-– "), value, line, sure)
        elif hit.label == "sure":
            label = words[owners[hit.start] : owners[hit.end - 1] + 1]
            yield from _number_below(label, lines[index : index + 4], sure - 0.1)
    for start in range(len(words) - 3):
        run = words[start : start + 4]
        if _MASKED_CARD.match(" ".join(word.text for word in run)):
            yield found_on(" ".join(w.text for w in run), run, line, 0.7)
    for word in words:
        if _MASKED_CARD.match(word.text):
            yield found_on(word.text, [word], line, 0.7)


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


_BESIDE = 0.3
"""Page widths from a label of two lines to its number, at most."""

_PIECE = re.compile(r"(?:[A-Z]{1,4}-?)?[\dXx*•#./-]+[A-Z\d]{0,2}[.,;:]?\Z")
_MASK = re.compile(r"(?:[A-Z]{1,4}-)?[Xx*•]{2,}")


def _number_below(
    label: Sequence[Word], lines: Sequence[TypedLine], sure: float
) -> Iterable[Found]:
    """A number under the label, or right of it on the next line where the label takes two."""
    x0, x1 = label[0].x0, label[-1].x1
    for below in lines[1:]:
        if below.page_number != lines[0].page_number:
            return
        for cell in below.cells:
            under = cell.x0 < x1 and x0 < cell.x1
            beside = below is lines[1] and x1 <= cell.x0 < x1 + _BESIDE
            if (under or beside) and cell.date is None and cell.money is None:
                value = _number_in(cell.words)
                if value and (under or sum(map(_digits, value)) >= 6):
                    text = " ".join(word.text for word in value).strip(".:,-– ")
                    yield found_on(text, value, below, sure if under else sure - 0.1)
                    return


def _digits(word: Word) -> int:
    return sum(c.isdigit() for c in word.text)


def _words_of(words: Sequence[Word], text: str) -> list[Word]:
    pieces = set(text.split())
    return [word for word in words if word.text in pieces] or list(words)
