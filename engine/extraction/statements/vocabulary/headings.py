"""Headings inside tables: what opens a section, and what says that a table goes on elsewhere."""

from typing import Final

CREDIT: Final = """
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
"""

DEBIT: Final = """
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
"""

PAYMENTS: Final = """
    payments, payment, payments made, your payments, zahlungen, pagos, pagos recibidos,
    paiements, pagamentos, betalingen, platnosci, inbetalningar, betalningar, odemeler
"""

SKIP: Final = """
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
"""

TURN_OVER: Final = """
    continued, continued overleaf, continued on next page, continued on reverse,
    continued on the next page, continued on page, please turn over, see next page,
    see overleaf, fortsetzung, fortsetzung auf seite, fortsetzung nachste seite,
    siehe ruckseite, bitte wenden, suite page, suite au verso, suite page suivante,
    continua, continua en la siguiente pagina, continua al dorso, segue,
    segue a pagina, continua na proxima pagina, vervolg, zie volgende pagina,
    ciag dalszy, cd na nastepnej stronie, fortsatter, jatkuu, devam,
    devami arka sayfada, pokracovani, pokracovanie, folytatas, continuare, продолжение,
    продолжение на следующей странице, bersambung, 接下页, 转下页, 次頁へ続く
"""
