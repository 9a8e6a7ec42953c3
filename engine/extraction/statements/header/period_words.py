"""Words around the first and the last day of a period, in many languages."""

import re
from collections.abc import Sequence
from typing import Final

from engine.extraction.phrases import PhraseBook, plain


def _words(text: str) -> frozenset[str]:
    return frozenset(plain(word) for word in text.split())


_TO: Final = _words(
    """
    to through thru until till and bis au al a ao ate do до по tot til tom e y hasta s sampai hingga
    den εως ja ile ig pana la iki lidz kuni po closing ending end ke az asta t i k entre الى
    إلى حتى עד ועד jusqu fino até asti saakka einschliesslich hadi hanggang zuwa ukuya
    """
)
_FROM: Final = _words(
    """
    from von vom du desde dal de del od с со z van fra fran uit inizio since start starting
    beginning opening ab vanaf tu من από απο nuo no kezdete dela itibaren dari kuanzia kutoka mula
    daga מתאריך מיום מ
    """
)
_AROUND: Final = _words(
    """
    date dates dated fecha data datum dato dia la le el il les the of period periodo periode period
    ngay datas giorno jour day tag statement zum dem dnia dne dni d incl inclusive including
    periodu first last dan m o range en met och og med inclusief inclus
    """
)
_BOTH_UNSPACED: Final = ("至", "到", "から", "まで", "부터", "까지", "ถึง")
_FROM_UNSPACED: Final = re.compile(r"(?:起始|开始|開始|起|自|시작)(?:日期|日|时间|時間|일|일자)?\Z")
_TO_UNSPACED: Final = re.compile(
    r"(?:终止|終止|截止|结束|結束|終了|至|止|종료)(?:日期|日|时间|時間|일|일자)?\Z"
)
_NEXT: Final = _words(
    """
    next due payment nachste nachsten proxima proximo prochaine prochain vencimento vencimiento pay
    faellig fallig echeance upcoming print printed generated issued
    """
)
_LABELS: PhraseBook[str] = PhraseBook.of_lists(
    {
        "period": """
            period, statement period, statement from, statement dates, statement cycle, from,
            statement, opening closing date, billing period, billing cycle, covering, for, zeitraum,
            vom, auszug vom, kontoauszug, periode, periode du, du, extracto del, extracto, del,
            desde, periodo, periodo de, periodo del, dal, dal periodo, estratto conto, extrato de,
            de, za okres, okres, od, wyciag za okres, perioden, fra, fran, kausi, donem, obdobi,
            idoszak, perioada, период, за период, с, περιοδος, periode laporan, tempoh, van, uit,
            abrechnungszeitraum, auszugszeitraum, releve de compte, kontoudskrift, kontoutskrift,
            kontoutdrag, tiliote, rekeninguittreksel, uittreksel, afschrift, bulan, monat, month,
            mes, mese, mois, maand, miesiac, za miesiac, mesic, mesiac, obdobie, виписка, выписка,
            період, за період, laikotarpis, periods, ajavahemik, razdoblje, obdobje, donemi, ekstre,
            tu ngay, fatura, date range, entre, transactions from, activity from, between,
            hesap ozeti, penyata, תקופה, לתקופה, תקופת הדוח, لفترة, للفترة, الفترة, فترة الكشف
        """
    }
)
_UNSPACED_LABELS: Final = (
    "期間", "期间", "기간", "ระหว่าง", "รอบ", "年月", "対象月", "月份", "帳單月", "조회",
)  # fmt: skip


def says_period(text: str) -> bool:
    """Whether ``text`` speaks of a period or of a statement."""
    if _LABELS.find(plain(text).split()):
        return True
    return not text.isascii() and any(word in text for word in _UNSPACED_LABELS)


def says_next(text: str) -> bool:
    """Whether ``text`` speaks of days to come, or of the paper's own making."""
    return not _NEXT.isdisjoint(plain(text).split())


def leads_to(text: str) -> bool:
    """Whether ``text`` may stand between the two days of a period: a dash, a word for to."""
    tokens = plain(text).split()
    if not tokens:
        return True
    if not text.isascii() and any(word in text for word in _BOTH_UNSPACED):
        return True
    known = [token for token in tokens if token in _TO]
    return bool(known) and len(tokens) <= 6 and all(_fits(token, _TO) for token in tokens)


def begins(text: str) -> bool:
    """Whether ``text`` is no more than the label of a first day."""
    return (
        _is_label(plain(text).split(), _FROM)
        or _FROM_UNSPACED.match(text.strip(":： ")) is not None
    )


def ends(text: str) -> bool:
    """Whether ``text`` is no more than the label of a last day."""
    return _is_label(plain(text).split(), _TO) or _TO_UNSPACED.match(text.strip(":： ")) is not None


def _is_label(tokens: Sequence[str], side: frozenset[str]) -> bool:
    return (
        0 < len(tokens) <= 6
        and any(token in side for token in tokens)
        and all(_fits(token, side) for token in tokens)
    )


def _fits(token: str, side: frozenset[str]) -> bool:
    return token in side or token in _AROUND
