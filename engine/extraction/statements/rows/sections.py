"""Headings inside tables: what opens a section of deposits or withdrawals, and what ends a page.

A section says which way its amounts go; some sections hold no transactions at all.
"""

from typing import Literal

from engine.extraction.phrases import PhraseBook, plain

Section = Literal["credit", "debit", "payments", "skip"]

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

_SECTION_BOOK: PhraseBook[Section] = PhraseBook.of_lists(_SECTIONS)
_FILLERS = frozenset(
    {"and", "other", "continued", "cont", "the", "of", "your", "all", "in", "for", "und", "et"}
    | {"y", "e", "de", "detail", "details"}
)


_TURN_OVER: PhraseBook[Literal["turn"]] = PhraseBook.of_lists(
    {
        "turn": """
            continued, continued overleaf, continued on next page, continued on reverse,
            continued on the next page, continued on page, please turn over, see next page,
            see overleaf, fortsetzung, fortsetzung auf seite, fortsetzung nachste seite,
            siehe ruckseite, bitte wenden, suite page, suite au verso, suite page suivante,
            continua, continua en la siguiente pagina, continua al dorso, segue,
            segue a pagina, continua na proxima pagina, vervolg, zie volgende pagina,
            ciag dalszy, cd na nastepnej stronie, fortsatter, jatkuu, devam,
            devami arka sayfada, pokracovani, pokracovanie, folytatas, continuare, продолжение,
            продолжение на следующей странице, bersambung, 接下页, 转下页, 次頁へ続く
        """,
    }
)


def turns_page(text: str) -> bool:
    """Whether ``text`` says no more than that the table goes on elsewhere."""
    tokens = plain(text).split()
    hits = _TURN_OVER.find(tokens)
    return bool(hits) and hits[0].start == 0 and 2 * hits[0].end >= len(tokens)


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
