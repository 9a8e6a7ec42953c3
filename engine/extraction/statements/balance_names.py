"""Names of an account's first and last balance, put together from words.

No list of whole phrases is ever complete. A balance's name is a noun (balance, saldo, остаток) and,
beside it or with little between them, a word that says first or last: so those are listed. Scripts
without spaces are searched for the same parts inside their words.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Final, Literal

from engine.extraction.phrases import Hit, plain

Side = Literal["opening", "closing"]


def _words(text: str) -> frozenset[str]:
    return frozenset(plain(word) for word in text.split())


_NOUNS: Final = _words(
    """
    balance balances bal balans balansen balanse saldo saldi saldos saldot salda saldoen solde
    soldes kontostand kontosaldo saldostand stav zustatek zustatku zostatok zostatku egyenleg sold
    soldul bakiye bakiyesi likutis likucio likutes atlikums atlikuma jaak stanje stanja baki
    остаток остатка остатки залишок залишку баланс сальдо салдо υπολοιπο balanci gjendja qaliq
    qoldiq қалдық қалдығы يתרה יתרה יתרת الرصيد رصيد مانده stada staða
    """
)
_PAIRED_NOUNS: Final = frozenset({("so", "du")})
"""Nouns of two words."""
BALANCE_NOUNS: Final = _NOUNS.union(*_PAIRED_NOUNS)
"""Words of which one is in every name of a balance that is written in Latin letters."""

_FIRST: Final = _words(
    """
    opening beginning starting start begin initial previous prior prev last old forward brought
    opng beg anterior inicial previo previa apertura inicio abertura precedent precedente precedenti
    initiale ouverture depart ancien debut alter alten altes anfang vortrag letzter letzten
    letzte vorherige vorheriger eroffnung vorig vorige vorigen oud oude openings inizio iniziale
    poczatkowe poczatkowy poczatek poprzednie poprzedni poprzedniego otwarcia ingaende inngaende
    indgaende primo forrige foregaende tidigare forra alku edellinen edellisesta alussa devreden
    devir acilis onceki basi baslangic pocatecni pociatocny predchozi predchadzajuci predosly
    minuly minuleho nyito elozo kezdo anterioara pocetno pocetni prethodno prethodni zacetno
    zacetni predhodno pradinis pradziai pradzios ankstesnis sakuma ieprieksejais algne eelmine
    входящий входящее входящего начало начальный начальное предыдущий предыдущего початок
    початковий вхідний вхідне попередній начално начален предходен αρχικο προηγουμενο μεταφορα
    awal permulaan lalu mula sebelumnya dau الافتتاحي السابق افتتاحي بداية أول פתיחה קודמת vormonat
    vormonats vorperiode prejsnje prethodnog predhodnog pradzioje sakotnejais предходно εναρξης
    sidste fwd
    """
)
_LAST: Final = _words(
    """
    closing ending end final new close nuevo nueva actual atual cierre corte fin novo fecho
    encerramento nouveau cloture actuel neuer neues neuen neu schluss abschluss aktueller eind nieuw
    nieuwe huidig finale nuovo chiusura attuale termine koncowe koncowy koniec nowe zamkniecia
    utgaende utgaaende ultimo slut slutt nytt ny loppu uusi lopussa kapanis sonu guncel yeni
    konecny koncovy novy zaro uj nou curent zavrsno novo krajnje koncno galutinis pabaigai
    pabaigos beigu исходящий исходящее конец конечный конечное новый кінець кінцевий вихідний
    вихідне крайно краен τελικο νεο τελος akhir penutup terkini cuoi الختامي الحالي نهاية آخر סגירה
    ende einde konacno konacni kraju biezace pabaigoje ληξης
    """
)
_BETWEEN: Final = _words(
    """
    the of your my at on as for in to a an account acct statement period month monthly day ledger
    available book cleared de del la le les el al au aux du des en em no na do da dos das della di
    d l il lo conto cuenta conta compte periode periodo mes mois der die das am per vom zum zu im
    von konto abrechnung monat van het op rekening afschrift okresu dzien rachunku dla perioden
    tili tilin kauden jakson hesap donem ay obdobi k ke ku uctu mesice idoszak i perioada lunii
    razdoblja obdobja laikotarpio perioda на по за периода період періоду счета счете рахунку
    месяца дня την του της περιοδου λογαριασμου tempoh akaun ky tai khoan crediteur debiteur
    creditor debitor s e и konta kontoen overfort deres favor favour faveur favore gunsten lasten
    ihren ihrer votre vostro su haben soll credit debit bokfort nr auszug contabile deudor acreedor
    dare avere debitorio liquido estratto estado bill z wyciagu tiliotteen izvoda udskrift corte
    fecha المدة الفترة
    """
)
_FROM: Final = frozenset({"fra", "fran", "from", "aus", "uit", "z", "из"})
_STATEMENTS: Final = frozenset(
    {"statement", "kontoutskrift", "kontoutdrag", "kontoudskrift", "auszug", "kontoauszug"}
    | {"afschrift", "overfort", "bill", "выписки", "vypisu", "wyciagu"}
)
_AFTERWARDS: Final = _BETWEEN | _STATEMENTS
"""Words after a name that belong to it."""
_REACH: Final = 4
"""Words from a noun to the word that says first or last, at most."""


def named_balances(tokens: Sequence[str], taken: Iterable[int]) -> list[Hit[Side]]:
    """First and last balances named in ``tokens`` (plain words), from left to right.

    ``taken`` are the places of words that belong to other names.
    """
    used = set(taken)
    hits: list[Hit[Side]] = []
    for index in _nouns(tokens):
        if index not in used:
            hit = _around(tokens, index, used)
            if hit is not None:
                hits.append(hit)
                used.update(range(hit.start, hit.end))
    return sorted([*hits, *_without_spaces(tokens, used)], key=lambda hit: hit.start)


def goes_before(tokens: Sequence[str], end: int) -> bool:
    """Whether a word for first follows a balance's name that ends at ``end``.

    So ``saldo al corte anterior`` is no closing balance.
    """
    for place in range(end, min(end + _REACH, len(tokens))):
        if tokens[place] in _FIRST:
            return place + 1 == len(tokens) or tokens[place + 1] not in _NOUNS
        if tokens[place] not in _BETWEEN:
            return False
    return False


def is_bare_balance(text: str) -> bool:
    """Whether ``text`` says that something is a balance, and no more: ``Kontostand am``."""
    tokens = [token for token in plain(text).split() if not token.isdigit()]
    nouns = _nouns(tokens)
    return bool(nouns) and all(i in nouns or token in _BETWEEN for i, token in enumerate(tokens))


def tells_an_end(token: str) -> bool:
    """Whether a plain word says that something stands at a period's start or end."""
    return token in _FIRST or token in _LAST


def _nouns(tokens: Sequence[str]) -> list[int]:
    if BALANCE_NOUNS.isdisjoint(tokens):
        return []
    paired = [i + 1 for i in range(len(tokens) - 1) if tuple(tokens[i : i + 2]) in _PAIRED_NOUNS]
    return [*(i for i, token in enumerate(tokens) if token in _NOUNS), *paired]


def _around(tokens: Sequence[str], noun: int, used: set[int]) -> Hit[Side] | None:
    """The balance that the noun at ``noun`` names with the nearest telling word beside it."""
    found: list[tuple[int, Side, int]] = []
    for step in (-1, 1):
        for distance in range(1, _REACH + 1):
            place = noun + step * distance
            if not 0 <= place < len(tokens) or place in used:
                break
            side = _side(tokens, place)
            if side is not None:
                found.append((distance, side, place))
                break
            if tokens[place] not in _BETWEEN and not tokens[place].isdigit():
                break
    if not found:
        return None
    _, side, place = min(found, key=lambda each: each[0])
    end = max(noun, place) + 1
    while end < len(tokens) and end not in used and tokens[end] in _AFTERWARDS:
        end += 1
    return Hit(side, min(noun, place), end)


def _side(tokens: Sequence[str], place: int) -> Side | None:
    token = tokens[place]
    if token in _FIRST:
        return "opening"
    if token in _LAST:
        return "closing"
    near = {*tokens[max(0, place - 1) : place], *tokens[place + 1 : place + 2]}
    return "opening" if token in _FROM and not _STATEMENTS.isdisjoint(near) else None


def _squeezed(text: str) -> str:
    return plain(text).replace(" ", "")


def _any_of(words: str) -> str:
    return "|".join(sorted({re.escape(_squeezed(word)) for word in words.split()}, reverse=True))


_HELD: Final = "余额 餘額 结余 結餘 残高 總額 总额 金額 金额 欠款 잔액 잔고 잔금 금액"
_SINCE: Final = "上期 上月 上次 上一期 前期 前月 前回 期初 承前 전월 전기 기초 이월 이전"
_UNTIL: Final = "期末 本期 今回 当月末 今期 月末 기말 최종 현재 당월 마감"
_LEAST: Final = "最低 最少"
_WHOLE_FIRST: Final = (
    "ยอดยกมา ยกยอดมา ยอดเริ่มต้น ยอดต้นงวด ยอดคงเหลือต้นงวด ยอดคงเหลือยกมา 前月繰越 前期繰越"
)
_WHOLE_LAST: Final = (
    "ご請求金額 ご請求額 請求金額 應繳總額 总应还款 应还款额 应还金额 청구금액 결제금액 "
    "ยอดยกไป ยกยอดไป ยอดปิด ยอดสิ้นงวด ยอดคงเหลือสิ้นงวด ยอดคงเหลือปลายงวด"
)
_UNSPACED: Final[tuple[tuple[Side, re.Pattern[str]], ...]] = (
    (
        "opening",
        re.compile(
            rf"(?:{_any_of(_SINCE)})[^\d]{{0,4}}?(?:{_any_of(_HELD)})|(?:{_any_of(_WHOLE_FIRST)})"
        ),
    ),
    (
        "closing",
        re.compile(
            rf"(?:{_any_of(_UNTIL)})(?!{_any_of(_LEAST)})[^\d]{{0,3}}?(?:{_any_of(_HELD)})"
            rf"|(?:{_any_of(_WHOLE_LAST)})"
        ),
    ),
)
_NOT_OURS: Final = re.compile(f"(?:{_any_of('翌月 翌期 次回 最低 利用可能 可用')})\\Z")
"""What makes a balance before which it stands another one."""


def _without_spaces(tokens: Sequence[str], used: set[int]) -> list[Hit[Side]]:
    """Names inside words of scripts that put no spaces between words."""
    if all(token.isascii() for token in tokens):
        return []
    text = "".join(tokens)
    owners = [index for index, token in enumerate(tokens) for _ in token]
    hits: list[Hit[Side]] = []
    for side, pattern in _UNSPACED:
        for match in pattern.finditer(text):
            start, end = owners[match.start()], owners[match.end() - 1] + 1
            if used.isdisjoint(range(start, end)) and not _NOT_OURS.search(text[: match.start()]):
                hits.append(Hit(side, start, end))
                used.update(range(start, end))
    return hits
