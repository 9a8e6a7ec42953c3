"""Headings inside tables: what opens a section, and what says that a table goes on elsewhere."""

from typing import Final

CREDIT: Final = """
    deposits, deposits and additions, deposits and other additions, deposits and other credits,
    credits, electronic credits, other credits, additions, electronic deposits, electronic
    deposits and other credits, payments and other credits, payments and credits, payments
    received, payment and credits, payments credits and adjustments, payments and adjustments,
    deposits and credits, money in, paid in, interest credited, returns and other credits,
    refunds, customer deposits, direct deposits, cash deposits, incoming payments, interest paid,
    gutschriften, eingange, zahlungseingange, einzahlungen, gutgeschriebene betrage, abonos,
    ingresos, depositos, creditos, abonos y depositos, pagos y abonos, entradas, entrees,
    versements, operations au credit, credits et versements, accrediti, entrate, bijschrijvingen,
    ontvangsten, wplywy, uznania, insattningar, innskudd, indbetalinger, panot, yatirilan, prijmy,
    jovairasok, incasari, поступления, зачисления, приход, 存款, 収入, 入金, credits posted,
    credits this period, deposits and interest|transfers+in, deposits checks and other credits,
    deposits and checks, other deposits and credits, electronic payments received, money received,
    transfers in, incoming transfers|payments, payments and other credits to your account,
    payments credits and returns, interest earned|paid this period, interest and dividends, cash
    in, zahlungen und gutschriften, gutschriften und zahlungen, ihre zahlungen und gutschriften,
    geldeingange, haben umsatze, gutschriftseingange, encaissements, virements recus, vos
    encaissements, paiements et credits|remboursements, credits et remboursements, operations
    creditrices, remises et virements recus, pagos y creditos, pagos abonos y devoluciones,
    depositos y otros abonos|creditos, otros abonos|creditos|depositos, abonos y creditos,
    ingresos y abonos, transferencias recibidas, pagos realizados a su tarjeta, creditos y
    depositos, pagamentos e creditos, creditos e pagamentos, depositos e creditos, transferencias
    recebidas, creditos na conta, entradas e creditos, accrediti e versamenti, movimenti in
    accredito|entrata, bonifici ricevuti, incassi, bijschrijvingen en stortingen, ontvangen
    betalingen, gecrediteerde bedragen, wplywy na rachunek|konto, uznania rachunku, uznania i
    wplaty, insattningar och overforingar, insattningar till kontot, innskudd og overforinger, inn
    pa konto, indbetalinger og overforsler, ind pa kontoen, panot tilille, tilille tulleet,
    innborganir, prijmy na ucet, prichozi platby|uhrady, prijate platby, kreditni polozky|obraty,
    prijmy a vklady, dosle platby, pripsane platby, jovairasok osszesen, beerkezo
    utalasok|tetelek, incasari si depuneri, intrari de numerar, sume creditate, uplate na racun,
    uplate i prilivi, prilivi na racun, уплате на рачун, постъпления по сметка, кредитни операции,
    поступления на счет|счёт, зачисления на счет, приходные операции, надходження на рахунок,
    зарахування, надходження, πιστωσεις, καταθεσεις, πιστωσεις λογαριασμου, gelen odemeler, hesaba
    gelenler, yatirilan tutarlar, iplaukos, ieinantys mokejimai, ienakosie maksajumi, laekumised,
    sissetulevad maksed, الإيداعات, الحركات الدائنة, المقبوضات, זיכויים, הפקדות, תנועות זכות, dana
    masuk, uang masuk, wang masuk, kredit masuk, tien vao, 收入明细, 收入明細, 存款及其他收入,
    お預け入れ, ご入金, 입금내역, รายการฝาก, เงินเข้า
"""

DEBIT: Final = """
    withdrawals, withdrawals and subtractions, withdrawals and other subtractions, withdrawals and
    other debits, debits, electronic debits, other debits, other subtractions, subtractions,
    checks, checks paid, checks cleared, check paid, cheques paid, checks|cheques|drafts presented,
    drafts|cheques cleared, share drafts, cleared checks, checks and
    substitute checks, atm and debit card withdrawals, atm and debit card subtractions, atm debit
    card withdrawals, debit card purchases, card purchases, purchases, purchase, purchases and
    adjustments, new charges, charges, new purchases, fees, service fees, service charges, fees
    charged, fees and charges, interest charged, interest charges, interest charged on purchases,
    cash advances, balance transfers, electronic withdrawals, electronic payments, bill payments,
    money out, paid out, other withdrawals, withdrawals and debits, transactions in foreign
    currency, other fees, account fees, standard purchases, electronic withdrawals and other
    debits, electronic payments and withdrawals, outgoing payments, card transactions, new
    transactions, lastschriften, belastungen, ausgange, zahlungsausgange, auszahlungen,
    abbuchungen, kartenzahlungen, kartenumsatze, umsatze, cargos, retiros, gastos, compras,
    compras y cargos, debitos, consumos, compras parceladas, compras nacionais, compras
    internacionais, despesas, saidas, saques, sorties, retraits, operations au debit, depenses,
    achats, paiements par carte, addebiti, uscite, acquisti, afschrijvingen, uitgaven,
    wydatki, obciazenia, wyplaty, uttag, kop, uttak, kjop, udbetalinger, otot, ostot, harcamalar,
    cekilen, vydaje, terhelesek, plati, списания, расход, покупки, 取款, 支出, 出金, ご利用明細,
    debits this period, purchases and debits|charges|other+charges, transactions and charges,
    charges and purchases, purchases and transactions, card activity, your purchases, withdrawals
    and fees|transfers+out|other+charges, checks and withdrawals, checks and other debits, other
    withdrawals debits and service charges, other withdrawals and debits, electronic withdrawals
    and transfers, atm and card withdrawals, atm withdrawals and debits, debit card transactions,
    transfers out, outgoing transfers, payments and withdrawals, money spent, cash out, direct
    debits, standing orders, card payments, new purchases and charges, fees and
    interest|other+charges, foreign transactions, overseas transactions, retail transactions,
    retail purchases, cash transactions, zahlungen und lastschriften, lastschriften und
    auszahlungen, geldausgange, soll umsatze, ihre umsatze, ihre kartenumsatze, umsatze mit karte,
    bargeldabhebungen, uberweisungen und lastschriften, zinsen und gebuhren, gebuhren und zinsen,
    decaissements, vos decaissements, achats et debits|retraits, retraits et paiements, operations
    debitrices, virements emis, cheques emis, paiements carte, vos achats, operations par carte,
    frais et commissions, frais et interets, interets et frais, achats et avances, cargos y
    compras|retiros, compras y otros cargos, compras y disposiciones, cargos compras y abonos
    regulares, cargos regulares, cargos no a meses, cargos compras, otros cargos|retiros, retiros
    y cargos, cheques pagados, disposiciones de efectivo, comisiones e intereses, pagos y cargos,
    debitos y retiros, gastos y comisiones, compras del mes, consumos del mes|periodo, consumos en
    pesos|dolares|cuotas, transferencias enviadas, compras e debitos|saques, debitos e saques,
    lancamentos no cartao, lancamentos nacionais|internacionais, compras e lancamentos, saques e
    debitos, pagamentos e debitos, despesas do mes, movimenti in addebito|uscita, addebiti e
    prelievi, spese e commissioni, pagamenti con carta, operazioni con carta, spese effettuate,
    bonifici disposti, afschrijvingen en opnames, uitgaande betalingen, gedebiteerde bedragen,
    betaalpas transacties, uitgaven met kaart, obciazenia rachunku, wydatki i wyplaty, transakcje
    karta, platnosci karta, oplaty i prowizje, uttag och betalningar, uttag fran kontot, kortkop,
    dina kop, kop och uttag, uttak og betalinger, ut av konto, kop og betalinger, ud fra kontoen,
    haevninger og betalinger, otot tililta, ostot ja nostot, uttektir af reikningi, vydaje z uctu,
    odchozi platby|uhrady, odeslane platby, debetni polozky|obraty, platby kartou, vyplaty a
    platby, odoslane platby, terhelesek osszesen, kimeno utalasok|tetelek, kartyas vasarlasok,
    plati si retrageri, iesiri de numerar, sume debitate, isplate sa racuna, isplate i odlivi,
    odlivi sa racuna, исплате са рачуна, плащания по сметка, дебитни операции, списания со
    счета|счёта, расходные операции, расходы по карте, видатки по рахунку, χρεωσεις, αναληψεις,
    χρεωσεις λογαριασμου, giden odemeler, hesaptan cikanlar, donem ici harcamalar, yurt ici
    harcamalar, iseinantys mokejimai, izejosie maksajumi, valjaminekud, valjuvad maksed, السحوبات,
    الحركات المدينة, المدفوعات, המשיכות, תנועות חובה, עסקאות בארץ, עסקאות בחול, dana keluar, uang
    keluar, wang keluar, debit keluar, tien ra, 支出明细, 支出明細, 提款及其他支出, 消费明细,
    消費明細, 國內消費, 國外消費, 本期消费, お引き出し, ご出金, ショッピング, ショッピング1回払い,
    キャッシング, 출금내역, 국내이용내역, 해외이용내역, รายการถอน, เงินออก, รายการใช้จ่าย
"""

PAYMENTS: Final = """
    payments, payment, payments made, your payments, zahlungen, pagos, pagos recibidos, paiements,
    pagamentos, betalingen, platnosci, inbetalningar, betalningar, odemeler, payments and
    adjustments, payment activity, ihre zahlungen, zahlungen im abrechnungszeitraum, vos
    paiements, paiements recus, sus pagos, pagos efectuados, seus pagamentos, pagamentos
    efetuados|recebidos, pagamenti, pagamenti ricevuti|effettuati, uw betalingen, ontvangen
    betaling, wplaty na karte, inbetalningar pa kortet, dine betalinger, suoritukset, befizetesek,
    погашения, платежі, πληρωμες, odemeleriniz, donem ici odemeler, الدفعات, תשלומים שהתקבלו,
    已繳款, お支払い, 결제내역
"""

SKIP: Final = """
    daily balance, daily balances, daily ending balance, daily ending balances, daily balance
    summary, daily ledger balance, daily ledger balances, balance summary, daily balance
    information, ending daily balances, ledger balances, account summary, summary of accounts,
    account balance summary, interest charge calculation, interest rate information, interest
    rates, totals year to date, year to date, year to date totals, fees and interest totals year
    to date, rewards summary, rewards, points summary, reward points summary, overdraft fee
    summary, summary of account activity, payment information, account activity summary, activity
    summary, statement summary, payment summary, saldos diarios, resumen, resumo, tagessalden,
    upcoming transactions, pending transactions, scheduled payments, scheduled transactions,
    lancamentos futuros, proximas faturas, instalment plans, installment plans, payment schedule,
    resume des comptes, kontoubersicht, finanzubersicht, cashflow summary, checks outstanding,
    outstanding checks, outstanding deposits, balance your account, reconciliation, daily balance
    detail|history, balances by date, average daily balance, overdraft and returned item fees,
    interest charged this year, how to balance your account, checks outstanding list, fees charged
    this year, cash back summary|rewards, miles summary, pay over time, future payments, upcoming
    bills, future dated transactions, pending authorisations|authorizations, uncleared effects,
    unposted transactions, effects not cleared, tagliche kontostande, vorgemerkte umsatze,
    vorgemerkte buchungen, nicht verbuchte umsatze, kommende zahlungen, terminuberweisungen,
    punktestand, soldes quotidiens, operations a venir, operations en attente, prochaines
    echeances, evolucion de saldos, saldos promedio, proximos pagos|vencimientos, movimientos
    pendientes, movimientos por confirmar, cuotas a vencer, planes de pago, cargos diferidos,
    saldo diario, proximos lancamentos, compras parceladas proximas faturas, parcelas a vencer,
    saldos por dia, saldi giornalieri, movimenti in attesa|non+contabilizzati, prossime scadenze,
    numeri e tassi, elementi per il conteggio delle competenze, geplande betalingen, transakcje
    oczekujace, kommande betalningar, reserverade belopp, preliminara transaktioner, reserverte
    belop, kommende betalinger, katevaraukset, tulevat maksut, blokovane castky, nezauctovane
    transakce, fuggo tetelek, zarolt tetelek, tranzactii in asteptare, rezervisana sredstva,
    резервисана средства, блокирани суми, операции в обработке, неподтвержденные операции,
    операції в обробці, εκκρεμεις συναλλαγες, bekleyen islemler, gelecek donem taksitleri,
    rezervuotos sumos, المعاملات المعلقة, עסקאות עתידיות, 紅利積點, お支払い予定,
    次回以降のご請求, 결제예정
"""

TURN_OVER: Final = """
    continued, continued overleaf, continued on next page, continued on reverse, continued on the
    next page, continued on page, please turn over, see next page, see overleaf, fortsetzung,
    fortsetzung auf seite, fortsetzung nachste seite, siehe ruckseite, bitte wenden, suite page,
    suite au verso, suite page suivante, continua, continua en la siguiente pagina, continua al
    dorso, segue, segue a pagina, continua na proxima pagina, vervolg, zie volgende pagina, ciag
    dalszy, cd na nastepnej stronie, fortsatter, jatkuu, devam, devami arka sayfada, pokracovani,
    pokracovanie, folytatas, continuare, продолжение, продолжение на следующей странице,
    bersambung, 接下页, 转下页, 次頁へ続く, continued over|on+the+reverse|next+page|on+next,
    carried over to next page, turn over, to be continued, continued from previous page|overleaf,
    suite au dos, a suivre, fortsetzung folgt, fortsetzung umseitig|ruckseite, wird fortgesetzt,
    ubertrag auf seite, continua en la pagina siguiente, continua al reverso, pasa a la pagina
    siguiente, continua no verso|na+proxima+folha, segue na pagina seguinte, continua pagina
    seguente|alla+pagina+successiva, segue pagina successiva, zie ommezijde|achterzijde, vervolg
    op volgende pagina|blad, ciag dalszy na nastepnej stronie, fortsattning, fortsatter pa nasta
    sida, fortsaettes, fortsettes pa neste side, jatkuu seuraavalla sivulla, framhald a naestu
    sidu, pokracuje na dalsi|dalsej strane, pokracovani na dalsi strane, pokracovanie na dalsej
    strane, folytatas a kovetkezo oldalon, continuare pe pagina urmatoare, nastavak na
    sledecoj|sljedecoj strani|stranici, nadaljevanje na naslednji strani, наставак на следећој
    страни, продължава на следващата страница, продолжение см на следующей странице, продовження
    на наступній сторінці, συνεχιζεται, συνεχεια στην επομενη σελιδα, arka sayfada devam, المتابعة
    في الصفحة التالية, המשך בעמוד הבא, bersambung ke halaman berikutnya, bersambung di halaman
    sebelah, bersambung ke, tiep theo trang sau, con tiep, 次ページへ続く, 裏面へ続く, 다음
    페이지에 계속, 다음장에 계속, มีต่อหน้าถัดไป
"""
