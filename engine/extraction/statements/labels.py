"""Phrases that name a figure or open a section: balances, totals, deposits, withdrawals.

A line that carries one of them is about the account, not a transaction.
"""

from typing import Literal

from engine.extraction.phrases import Hit, PhraseBook, plain

Figure = Literal["opening", "closing", "carried", "total", "credits", "debits", "limit"]
Section = Literal["credit", "debit", "payments", "skip"]

_FIGURES: dict[Figure, str] = {
    "opening": """
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
        letzter kontostand, eroffnungssaldo, saldo vortrag, alter saldo per,
        vorheriger kontostand, beginsaldo, vorig saldo, oud saldo, saldo vorig afschrift,
        openingssaldo, beginstand, vorige saldo, saldo iniziale, saldo precedente,
        saldo di apertura, saldo a inicio, saldo poczatkowe, poprzednie saldo,
        saldo na poczatek okresu, saldo otwarcia, saldo pocz, ingaende saldo,
        ingående balans, ingaende balans, inngaende saldo, saldo primo, primosaldo,
        overfort fra forrige, overfort saldo, alkusaldo, saldo edellisesta, edellinen saldo,
        devreden bakiye, devir bakiye, acilis bakiyesi, onceki bakiye, devir,
        donem basi bakiye, pocatecni zustatek, pociatocny zostatok, predchozi zustatek,
        minuly zustatek, nyito egyenleg, elozo egyenleg, sold initial, sold precedent,
        sold anterior, pocetno stanje, prethodno stanje, pradinis likutis, sakuma atlikums,
        algsaldo, входящий остаток, остаток на начало, начальный остаток, баланс на начало,
        входящий баланс, вхідний залишок, υπολοιπο απο μεταφορα, προηγουμενο υπολοιπο,
        αρχικο υπολοιπο, υπολοιπο εκ μεταφορας, saldo awal, baki permulaan, baki awal,
        baki dibawa, baki mula, saldo bulan lalu, so du dau ky, yodoi khang ma, 期初余额,
        期初餘額, 上期结余, 上期余额, 上期結餘, 承前余额, 承前結餘, 承前结余, 前期残高,
        繰越残高, 前月繰越, 前回残高, 繰越, 上月余额, 上日余额, 이월잔액, 전월이월, 이월,
        기초잔액, الرصيد الافتتاحي, الرصيد السابق, יתרת פתיחה, יתרה קודמת
    """,
    "closing": """
        closing balance, ending balance, new balance, final balance, end balance,
        balance at end, balance as of, balance as at, statement balance,
        new balance this statement, total outstanding balance, current balance,
        total amount due, total due, amount due, current outstanding balance,
        balance at end of period, closing bal, new balance total, outstanding balance,
        balance on, new statement balance, total balance due, closing ledger balance,
        your new balance, balance this statement, total new balance, balance due, end bal,
        statement closing balance, ending bal, total amount payable, balance at close,
        saldo final, saldo actual, saldo atual, nuevo saldo, saldo de cierre,
        saldo al cierre, saldo al corte, saldo final do periodo, saldo fin, saldo a su favor,
        saldo em, saldo a fecha, saldo al, novo saldo, total desta fatura, total da fatura,
        pago para no generar intereses, nouveau solde, solde final, solde de cloture,
        solde fin de periode, solde crediteur, solde debiteur, solde actuel, solde au,
        solde en fin, neuer kontostand, neuer saldo, endsaldo, endbestand, kontostand neu,
        schlusssaldo, endkontostand, aktueller kontostand, kontostand am, kontostand per,
        saldo per, saldo neu, aktueller saldo, saldo am, schlussbestand, kontostand in,
        abschlusssaldo, rechnungsbetrag, eindsaldo, nieuw saldo, huidig saldo, saldo nieuw,
        eindstand, saldo huidig afschrift, saldo finale, nuovo saldo, saldo di chiusura,
        saldo attuale, saldo contabile finale, saldo al termine, saldo liquido finale,
        saldo koncowe, nowe saldo, saldo na koniec okresu, saldo zamkniecia, saldo konc,
        utgaende saldo, utgaende balans, utgaande balans, saldo ultimo, ultimosaldo,
        sluttsaldo, slutsaldo, nytt saldo, ny saldo, loppusaldo, uusi saldo,
        saldo kauden lopussa, kapanis bakiyesi, donem sonu bakiye, son bakiye, guncel bakiye,
        toplam borc, donem borcu, konecny zustatek, konecny zostatok, novy zustatek,
        zaro egyenleg, uj egyenleg, sold final, sold nou, sold curent, zavrsno stanje,
        novo stanje, galutinis likutis, beigu atlikums, loppsaldo, исходящий остаток,
        остаток на конец, конечный остаток, баланс на конец, исходящий баланс,
        вихідний залишок, τελικο υπολοιπο, νεο υπολοιπο, saldo akhir, baki akhir,
        baki penutup, saldo penutup, so du cuoi ky, 期末余额, 期末餘額, 期末结余, 本期结余,
        本期余额, 本期結餘, 期末残高, 今回残高, 当月残高, 기말잔액, 현재잔액, 최종잔액,
        الرصيد الختامي, الرصيد الحالي, יתרת סגירה, יתרה נוכחית
    """,
    "carried": """
        balance carried forward, carried forward, balance c f, balance cf, bal c f,
        c f balance, carried down, balance carried down, continued, closing balance c f,
        balance to carry forward, page total, zwischensaldo, ubertrag, uebertrag,
        saldo ubertrag, ubertrag auf, ubertrag von, a reporter, solde a reporter, report,
        report a nouveau, total a reporter, total reporte, transport, suma y sigue,
        suma anterior, saldo a reportar, saldo a transportar, saldo transportado,
        a transportar, transporte, riporto, a riportare, saldo da riportare, transporteren,
        over te brengen, do przeniesienia, z przeniesienia, prevod, prenos, nakli yekun,
        transfer to next page, baki dibawa ke hadapan, baki bawa ke hadapan, 转下页, 承上页,
        過次頁, 承前頁, 次頁へ, 前頁より, 次ページへ, 前ページより, дневной остаток, перенос
    """,
    "total": """
        total, totals, grand total, sub total, subtotal, sub totals, totaling, totalling,
        total of, summe, zwischensumme, gesamtsumme, gesamt, umsatzsumme, totaux, total des,
        sous total, totales, suma, sumas, totais, totale, totali, somma, totaal, razem,
        suma obrotow, sammanlagt, totalt, sum, yhteensa, toplam, celkem, spolu, osszesen,
        итого, всего, итог, обороты, оборот, συνολο, συνολα, jumlah besar,
        jumlah keseluruhan, cong, 合计, 合計, 总计, 小计, 小計, 総計, 합계, 소계, المجموع,
        الإجمالي, סהכ, разом, усього, ukupno, skupaj, viso, kokku, kopa, average balance,
        average available balance, average daily balance, minimum balance, available amount,
        available balance, minimum payment, minimum payment due, payment due,
        credits this period, debits this period, credit s this period, debit s this period,
        interest paid this year, additions, statement summary, days in statement period,
        days in billing cycle, number of days, balance available, umsatze gesamt, summe der,
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

_SECTIONS: dict[Section, str] = {
    "credit": """
        deposits, deposits and additions, deposits and other additions,
        deposits and other credits, credits, electronic credits, other credits, additions,
        electronic deposits, electronic deposits and other credits,
        payments and other credits, payments and credits, payments received,
        payment and credits, payments credits and adjustments, payments and adjustments,
        deposits and credits, money in, paid in, interest credited,
        returns and other credits, refunds, customer deposits, direct deposits,
        cash deposits, incoming payments, interest paid, gutschriften, eingange,
        zahlungseingange, einzahlungen, gutgeschriebene betrage, abonos, ingresos, depositos,
        creditos, abonos y depositos, pagos y abonos, entradas, entrees, versements,
        operations au credit, credits et versements, accrediti, entrate, bijschrijvingen,
        ontvangsten, wplywy, uznania, insattningar, innskudd, indbetalinger, panot,
        yatirilan, prijmy, jovairasok, incasari, поступления, зачисления, приход, 存款, 収入,
        入金
    """,
    "debit": """
        withdrawals, withdrawals and subtractions, withdrawals and other subtractions,
        withdrawals and other debits, debits, electronic debits, other debits,
        other subtractions, subtractions, checks, checks paid, checks cleared, check paid,
        cheques paid, cleared checks, checks and substitute checks,
        atm and debit card withdrawals, atm and debit card subtractions,
        atm debit card withdrawals, debit card purchases, card purchases, purchases,
        purchase, purchases and adjustments, new charges, charges, new purchases, fees,
        service fees, service charges, fees charged, fees and charges, interest charged,
        interest charges, interest charged on purchases, cash advances, balance transfers,
        electronic withdrawals, electronic payments, bill payments, money out, paid out,
        other withdrawals, withdrawals and debits, transactions in foreign currency,
        other fees, account fees, standard purchases,
        electronic withdrawals and other debits, electronic payments and withdrawals,
        outgoing payments, card transactions, new transactions, lastschriften, belastungen,
        ausgange, zahlungsausgange, auszahlungen, abbuchungen, kartenzahlungen,
        kartenumsatze, umsatze, cargos, retiros, gastos, compras, compras y cargos, debitos,
        consumos, compras parceladas, compras nacionais, compras internacionais, despesas,
        saidas, saques, sorties, retraits, operations au debit, depenses, achats,
        paiements par carte, addebiti, uscite, acquisti, pagamenti, afschrijvingen, uitgaven,
        wydatki, obciazenia, wyplaty, uttag, kop, uttak, kjop, udbetalinger, otot, ostot,
        harcamalar, cekilen, vydaje, terhelesek, plati, списания, расход, покупки, 取款,
        支出, 出金, ご利用明細
    """,
    "payments": """
        payments, payment, payments made, your payments, zahlungen, pagos, pagos recibidos,
        paiements, pagamentos, betalingen, platnosci, inbetalningar, betalningar, odemeler
    """,
    "skip": """
        daily balance, daily balances, daily ending balance, daily ending balances,
        daily balance summary, daily ledger balance, daily ledger balances, balance summary,
        daily balance information, ending daily balances, ledger balances, account summary,
        summary of accounts, account balance summary, interest charge calculation,
        interest rate information, interest rates, totals year to date, year to date,
        year to date totals, fees and interest totals year to date, rewards summary, rewards,
        points summary, reward points summary, overdraft fee summary,
        summary of account activity, payment information, account activity summary,
        activity summary, statement summary, payment summary, saldos diarios, resumen,
        resumo, tagessalden, upcoming transactions, pending transactions, scheduled payments,
        scheduled transactions, lancamentos futuros, proximas faturas, instalment plans,
        installment plans, payment schedule, resume des comptes, kontoubersicht,
        finanzubersicht, cashflow summary, checks outstanding, outstanding checks,
        outstanding deposits, balance your account, reconciliation
    """,
}

_FIGURE_BOOK: PhraseBook[Figure] = PhraseBook.of_lists(_FIGURES)
_SECTION_BOOK: PhraseBook[Section] = PhraseBook.of_lists(_SECTIONS)
_FILLERS = frozenset(
    {"and", "other", "continued", "cont", "the", "of", "your", "all", "in", "for", "und", "et"}
    | {"y", "e", "de", "detail", "details"}
)


def figures_in(text: str) -> list[Hit[Figure]]:
    """Named figures in ``text``; token positions count its plain words."""
    return _FIGURE_BOOK.find(plain(text).split())


def figure_of(text: str) -> Figure | None:
    """The figure that ``text`` names at its beginning; None for a sentence or a transaction.

    Up to two words may come before ("BALANCE: opening balance", "8 credits this period").
    """
    tokens = plain(text).split()
    hits = _FIGURE_BOOK.find(tokens)
    if not hits or hits[0].start > 2 or len(tokens) > hits[0].end + 9:
        return None
    return hits[0].label


def section_of(text: str) -> Section | None:
    """The section that a heading opens; None when ``text`` is no such heading.

    A heading is short and made mostly of the words that name sections.
    """
    tokens = plain(text).split()
    if not tokens or len(tokens) > 9:
        return None
    hits = _SECTION_BOOK.find(tokens)
    if not hits:
        return None
    known = sum(hit.end - hit.start for hit in hits)
    fillers = sum(token in _FILLERS or token.isdigit() for token in tokens)
    if hits[0].start > 2 or known * 2 < len(tokens) - fillers:
        return None
    labels = [hit.label for hit in hits]
    if "skip" in labels:
        return "skip"
    if labels[0] == "payments" and "credit" in labels:
        return "credit"
    return labels[0]
