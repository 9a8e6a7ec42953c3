"""Phrases that name a figure of the account: balances, totals, limits, in many languages.

A line that carries one of them is about the account, not a transaction.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from engine.extraction.phrases import Hit, PhraseBook, plain
from engine.extraction.statements.balance_names import (
    BALANCE_NOUNS,
    goes_before,
    named_balances,
)

Figure = Literal["opening", "closing", "dated", "carried", "total", "credits", "debits", "limit"]

_FIGURES: dict[Figure, str] = {
    "opening": """
        brought fwd, balance from last bill, adeudo del periodo anterior, adeudo anterior,
        amount of previous statement, vorige stand, oude stand, stand vorige, alter stand,
        saldo ultimo estado, nyitoegyenleg, fatura anterior,
        valor da fatura anterior, stan poczatkowy, प्रारंभिक शेष,
        opening balance, beginning balance, starting balance, start balance,
        previous balance, balance brought forward, brought forward, balance b f, balance bf,
        bal b f, b f balance, bal fwd, bal brought forward, balance forward,
        last months balance, last month balance, balance previous statement,
        previous statement balance, balance from previous statement, balance last statement,
        balance from last statement, last statement balance, balance at start,
        balance at beginning, opening bal, your previous statement balance,
        balance at start of period, beginning bal, prior balance, prev balance,
        previous account balance, balance from previous bill, previous amount due,
        opening ledger balance, saldo anterior, saldo inicial, saldo previo,
        saldo de apertura, saldo inicial del periodo, saldo al inicio, saldo inicio,
        solde precedent, ancien solde, solde initial, solde d ouverture, solde de depart,
        solde anterieur, solde debut de periode, solde crediteur precedent,
        solde debiteur precedent, alter kontostand, alter saldo, saldovortrag, anfangssaldo,
        anfangsbestand, kontostand alt, startsaldo, saldo alt, anfangskontostand,
        letzter kontostand, eroffnungssaldo, saldo vortrag, alter saldo per, vorheriger kontostand,
        beginsaldo, vorig saldo, oud saldo, saldo vorig afschrift, openingssaldo, beginstand,
        vorige saldo, saldo iniziale, saldo precedente, saldo di apertura, saldo a inicio,
        saldo poczatkowe, poprzednie saldo, saldo na poczatek okresu, saldo otwarcia,
        saldo pocz, ingaende saldo, ingående balans, ingaende balans, inngaende saldo,
        saldo primo, primosaldo, overfort fra forrige, overfort saldo, alkusaldo,
        saldo edellisesta, edellinen saldo, devreden bakiye, devir bakiye, acilis bakiyesi,
        onceki bakiye, devir, donem basi bakiye, pocatecni zustatek, pociatocny zostatok,
        predchozi zustatek, minuly zustatek, nyito egyenleg, elozo egyenleg, sold initial,
        sold precedent, sold anterior, pocetno stanje, prethodno stanje, pradinis likutis,
        sakuma atlikums, algsaldo, входящий остаток, остаток на начало, начальный остаток,
        баланс на начало, входящий баланс, вхідний залишок, υπολοιπο απο μεταφορα,
        προηγουμενο υπολοιπο, αρχικο υπολοιπο, υπολοιπο εκ μεταφορας, saldo awal,
        baki permulaan, baki awal, baki dibawa, baki mula, saldo bulan lalu, so du dau ky,
        yodoi khang ma, 期初余额, 期初餘額, 上期结余, 上期余额, 上期結餘, 承前余额, 承前結餘,
        承前结余, 前期残高, 繰越残高, 前月繰越, 前回残高, 繰越, 上月余额, 上日余额, 이월잔액,
        전월이월, 이월, 기초잔액, الرصيد الافتتاحي, الرصيد السابق, יתרת פתיחה, יתרה קודמת
    """,
    "closing": """
        nieuwe stand, neuer stand, slotsaldo, zaroegyenleg, stan koncowy, अंतिम शेष,
        closing balance, ending balance, new balance, final balance, end balance,
        balance at end, statement balance, new balance this statement,
        total outstanding balance, current balance, total amount due, total due, amount due,
        current outstanding balance, balance at end of period, closing bal,
        new balance total, outstanding balance, new statement balance, total balance due,
        closing ledger balance, your new balance, balance this statement, total new balance,
        balance due, end bal, statement closing balance, ending bal, total amount payable,
        total balance, you owe, amount you owe, zu zahlender betrag, totaal verschuldigd,
        balance at close, saldo final, saldo actual, saldo atual, nuevo saldo,
        saldo de cierre, saldo al cierre, saldo al corte, saldo final do periodo, saldo fin,
        saldo a su favor, novo saldo, total desta fatura, total da fatura,
        pago para no generar intereses, total a pagar, valor total a pagar,
        nouveau solde, solde final, solde de cloture,
        solde fin de periode, solde crediteur, solde debiteur, solde actuel, solde en fin,
        neuer kontostand, neuer saldo, endsaldo, endbestand, kontostand neu, schlusssaldo,
        endkontostand, aktueller kontostand, saldo neu, aktueller saldo,
        schlussbestand, kontostand in, abschlusssaldo, rechnungsbetrag, eindsaldo,
        nieuw saldo, huidig saldo, saldo nieuw, eindstand, saldo huidig afschrift,
        saldo finale, nuovo saldo, saldo di chiusura, saldo attuale, saldo contabile finale,
        saldo al termine, saldo liquido finale, saldo koncowe, nowe saldo,
        saldo na koniec okresu, saldo zamkniecia, saldo konc, utgaende saldo,
        utgaende balans, utgaande balans, saldo ultimo, ultimosaldo, sluttsaldo, slutsaldo,
        nytt saldo, ny saldo, loppusaldo, uusi saldo, saldo kauden lopussa, kapanis bakiyesi,
        donem sonu bakiye, son bakiye, guncel bakiye, toplam borc, donem borcu,
        konecny zustatek, konecny zostatok, novy zustatek, zaro egyenleg, uj egyenleg,
        sold final, sold nou, sold curent, zavrsno stanje, novo stanje, galutinis likutis,
        beigu atlikums, loppsaldo, исходящий остаток, остаток на конец, конечный остаток,
        баланс на конец, исходящий баланс, вихідний залишок, τελικο υπολοιπο, νεο υπολοιπο,
        saldo akhir, baki akhir, baki penutup, saldo penutup, so du cuoi ky, 期末余额,
        期末餘額, 期末结余, 本期结余, 本期余额, 本期結餘, 期末残高, 今回残高, 当月残高,
        기말잔액, 현재잔액, 최종잔액, الرصيد الختامي, الرصيد الحالي, יתרת סגירה, יתרה נוכחית
    """,
    "dated": """
        saldo contable al, saldo contable a, saldo contabil em, saldo contabile al,
        solde comptable au, saldo do dia, saldo del dia, saldo diario,
        saldo giornaliero, solde du jour, tagessaldo,
        day balance, balance of the day, end of day balance,
        balance on, balance as of, balance as at, balance at, solde au, solde le, saldo al,
        saldo am, saldo em, saldo a fecha, saldo per, saldo op, kontostand am,
        kontostand per, kontostand vom, saldo vom, saldo na dzien, saldo pr, saldo den,
        zustatek ke dni, zostatok k, egyenleg, sold la, saldo dia, остаток на, баланс на,
        υπολοιπο την, bakiye tarihi, saldo per tanggal, baki pada
    """,
    "carried": """
        balance carried forward, carried forward, balance c f, balance cf, bal c f,
        c f balance, carried down, balance carried down, continued, closing balance c f,
        balance to carry forward, page total, zwischensaldo, ubertrag, uebertrag,
        saldo ubertrag, ubertrag auf, ubertrag von, a reporter, solde a reporter, report,
        report a nouveau, total a reporter, total reporte, transport, suma y sigue,
        suma anterior, saldo a reportar, saldo a transportar, saldo transportado,
        a transportar, transporte, riporto, a riportare, saldo da riportare, transporteren,
        over te brengen, over te dragen, overgedragen, overgedragen saldo, overgebracht,
        do przeniesienia, z przeniesienia, prevod, prenos, nakli yekun,
        transfer to next page, baki dibawa ke hadapan, baki bawa ke hadapan, 转下页, 承上页,
        過次頁, 承前頁, 次頁へ, 前頁より, 次ページへ, 前ページより, дневной остаток, перенос
    """,
    "total": """
        rulaj, rulaje, rulaj zi, rulaj total,
        total, totals, grand total, sub total, subtotal, sub totals, totaling, totalling,
        total of, summe, zwischensumme, gesamtsumme, gesamt, umsatzsumme, totaux, total des,
        sous total, totales, suma, sumas, totais, totale, totali, somma, totaal, razem,
        suma obrotow, sammanlagt, totalt, sum, yhteensa, toplam, celkem, spolu, osszesen,
        итого, всего, итог, обороты, оборот, συνολο, συνολα, jumlah besar,
        jumlah keseluruhan, cong, 合计, 合計, 总计, 小计, 小計, 総計, 합계, 소계, المجموع,
        الإجمالي, סהכ, разом, усього, ukupno, skupaj, viso, kokku, kopa, average balance,
        average available balance, average daily balance, minimum balance, available amount,
        available balance, minimum payment, minimum payment due, payment due, minimum amount due,
        minimum due, total minimum due, past due amount, past due, overdue amount, minimum payment
        amount, credits this period, debits this period, credit s this period, debit s this period,
        interest paid this year, additions, statement summary, days in statement period, days in
        billing cycle, number of days, balance available, umsatze gesamt, summe der,
        saldo disponible, solde disponible, saldo disponivel
    """,
    "credits": """
        total credits, total credit, total deposits, total money in, total paid in,
        deposits and additions, deposits and other additions, deposits and other credits,
        total payments in, total credit transactions, total credit amount, credits total,
        total received, total deposits and additions, total deposits and other additions,
        total withdrawals deposits, total abonos, total ingresos, total creditos,
        summe gutschriften, summe haben, summe der eingange, total des credits,
        totale accrediti, totale entrate, total entradas, suma uznan, total bij, totaal bij,
        summa insattningar, поступление, поступления, всего зачислено, оборот по кредиту
    """,
    "debits": """
        total debits, total debit, total withdrawals, total money out, total paid out,
        withdrawals and subtractions, withdrawals and other subtractions,
        withdrawals and other debits, other subtractions, total checks,
        total debit transactions, total debit amount, debits total, total spent,
        total withdrawals and subtractions, total withdrawals and other subtractions,
        total cargos, total gastos, total debitos, total egresos, summe lastschriften,
        summe soll, summe der ausgange, total des debits, totale addebiti, totale uscite,
        total saidas, suma obciazen, totaal af, summa uttag, списание, списания,
        всего списано, оборот по дебету, atm and debit card subtractions
    """,
    "limit": """
        credit limit, credit line, total credit line, credit access line, available credit,
        approved credit limit, available credit limit, cash advance limit, limite de credito,
        kreditrahmen, kreditlimit, credit available, overdraft limit, arranged overdraft,
        verfugungsrahmen, dispokredit, plafond, limite, sinirli limit, toplam limit,
        payment due date, late payment warning, kredit ramen
    """,
}

_CERTAIN: frozenset[Figure] = frozenset({"opening", "closing", "carried"})
"""Figures whose phrases are not read as part of another name."""

_WHOLE_LABELS: dict[Figure, str] = {
    "opening": "opening, beginning, principio, inicio, inicial, anterior, b f, bf, b fwd, vortrag, "
    "anfang, a nouveau, ancien, vorig, iniziale, inizio, primo, alku, bop",
    "closing": "closing, ending, c o, final, nouveau, neu, finale, ultimo, loppu",
    "carried": "c f, cf, c fwd",
}
"""Words that name a figure only where nothing else stands beside them."""

_FIGURE_BOOK: PhraseBook[Figure] = PhraseBook.of_lists(_FIGURES)

_ALONE: dict[str, Figure] = {
    plain(phrase): figure
    for figure, phrases in _WHOLE_LABELS.items()
    for phrase in phrases.split(",")
}
_MOST_ALONE = max(len(phrase.split()) for phrase in _ALONE)
_TELLING = _FIGURE_BOOK.first_words.union(BALANCE_NOUNS, *map(str.split, _ALONE))
"""Words of which one is in every name of a figure that is written in Latin letters."""


def figures_in(text: str) -> list[Hit[Figure]]:
    """Named figures in ``text``; token positions count its plain words."""
    return list(_figures(plain(text)))


@lru_cache(maxsize=65536)
def _figures(words: str) -> tuple[Hit[Figure], ...]:
    tokens = words.split()
    if words.isascii() and _TELLING.isdisjoint(tokens):
        return ()
    letters = [index for index, token in enumerate(tokens) if not token.isdigit()]
    if len(letters) <= _MOST_ALONE:
        whole = _ALONE.get(" ".join([tokens[index] for index in letters]))
        if whole is not None:
            return (Hit(whole, letters[0], letters[-1] + 1),)
    hits = [_turned(tokens, hit) for hit in _FIGURE_BOOK.find(tokens)]
    if words.isascii() and BALANCE_NOUNS.isdisjoint(tokens):
        return tuple(hits)
    sure = [i for hit in hits if hit.label in _CERTAIN for i in range(hit.start, hit.end)]
    composed: list[Hit[Figure]] = [
        Hit(hit.label, hit.start, hit.end) for hit in named_balances(tokens, sure)
    ]
    rest = [hit for hit in hits if not any(_overlap(hit, other) for other in composed)]
    return tuple(sorted([*rest, *composed], key=lambda hit: hit.start))


def _turned(tokens: Sequence[str], hit: Hit[Figure]) -> Hit[Figure]:
    """A closing balance's name as an opening one's where a word for previous follows it."""
    is_before = hit.label in {"closing", "dated"} and goes_before(tokens, hit.end)
    return Hit("opening", hit.start, hit.end + 1) if is_before else hit


def _overlap(hit: Hit[Figure], other: Hit[Figure]) -> bool:
    return hit.start < other.end and other.start < hit.end


def figure_of(text: str) -> Figure | None:
    """The figure that ``text`` names at its beginning; None for a sentence or a transaction.

    Up to two words may come before ("BALANCE: opening balance", "8 credits this period").
    """
    hits = figures_in(text)
    if not hits or hits[0].start > 2 or len(plain(text).split()) > hits[0].end + 9:
        return None
    return hits[0].label
