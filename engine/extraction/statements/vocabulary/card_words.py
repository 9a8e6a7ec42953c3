"""Words that only statements of cards print, or only those of bank accounts."""

from typing import Final

STRONG: Final = """
    credit card statement, card statement, credit card account, credit card transactions,
    kreditkartenabrechnung, kreditkartenkonto, releve de carte, estado de cuenta de tarjeta,
    tarjeta de credito, fatura do cartao, cartao de credito, carta di credito, karta kredytowa,
    kredi karti ekstresi, luottokortti, kreditkortsfaktura, creditcardoverzicht, credit card
    bill, your credit card, charge card statement, kreditkartenumsatze, umsatzaufstellung
    kreditkarte, kreditkartenrechnung, kartenabrechnung, abrechnung kreditkarte, extrait de
    carte de credit, decompte carte de credit, releve de carte de credit, releve carte bancaire,
    facture carte de credit, extracto de tarjeta, resumen de tarjeta, resumen de cuenta tarjeta,
    extracto tarjeta de credito, liquidacion de tarjeta, extrato do cartao, extrato de cartao,
    fatura de cartao, demonstrativo do cartao, fatura do seu cartao, estratto conto carta,
    estratto conto della carta, wyciag z karty, wyciag z karty kredytowej, zestawienie
    transakcji karty, rachunek karty kredytowej, vypis z kreditni karty, vypis z kreditnej
    karty, kreditni karta, kreditna karta, kreditna kartica, hitelkartya, card de credit, extras
    card de credit, kreditkort, kredittkort, kreditkortskonto, luottokorttilasku, luottokortin
    lasku, kreditkortayfirlit, krediitkaart, kreditine kortele, kreditkarte konts, кредитная
    карта, кредитной карте, кредитна карта, кредитна картка, кредитна картица, πιστωτικη καρτα,
    πιστωτικης καρτας, λογαριασμος καρτας, hesap ozeti kredi karti, kredi karti hesap ozeti,
    kredi karti, بطاقة ائتمان, بطاقة الائتمان, البطاقة الائتمانية, כרטיס אשראי, כרטיסי אשראי,
    kad kredit, penyata kad kredit, kartu kredit, tagihan kartu kredit, the tin dung, sao ke the
    tin dung, क्रेडिट कार्ड
"""
"""What says that a statement is a card's."""

CARD: Final = """
    carta n, carta nr, karte nr, spese carta, carte n, tarjeta n, tarjeta nro, cartao final,
    kartenkonto, mitgliedsnummer, mitgliedskonto, minimum payment, minimum payment due,
    minimum amount due, total minimum payment, total
    minimum due, payment due date, credit limit, total credit limit, credit line, total credit
    line, available credit, credit access line, card number, card no, cardholder, cardmember,
    cash advance, cash advances, late payment warning, purchases, credit card, card services,
    merchant name, new charges, card ending, balance transfers, previous statement balance,
    total amount due, billing period, card type, name on card, kreditkarte, kartennummer,
    kreditlimit, mindestbetrag, carte de credit, numero de carte, pago minimo, fecha limite de
    pago, limite de credito, numero de tarjeta, pagamento minimo, vencimento, limite total,
    total da fatura, data de vencimento, numero carta, numer karty, limit kredytowy, asgari
    odeme, son odeme tarihi, kart numarasi, mindestzahlung, mindestrate, verfugungsrahmen,
    kreditrahmen, kartenlimit, karteninhaber, paiement minimum, date limite de paiement, plafond
    de la carte, titulaire de la carte, pago para no generar intereses, limite de compra, fecha
    de corte, fecha limite, cupo total, cupo disponible, cierre actual, proximo cierre,
    vencimiento actual, melhor data de compra, limite de credito disponivel, limite de saque,
    titular do cartao, limite di spesa, titolare carta, fido, minimale betaling,
    bestedingslimiet, lagsta belopp att betala, minsta belopp att betala, kreditgrans,
    minimumsbelop, kredittgrense, kreditmaksimum, mindste betaling, luottoraja, vahimmaismaksu,
    minimaalne tagasimakse, minimalna splata, kwota minimalna, minimalna kwota do zaplaty,
    minimalni splatka, uverovy ramec, minimalna splatka, uverovy limit, minimalisan fizetendo,
    hitelkeret, minimum fizetendo, suma minima de plata, limita de credit, minimalni iznos za
    uplatu, минимальный платеж, минимальный платёж, кредитный лимит, льготный период,
    мінімальний платіж, кредитний ліміт, минимална вноска, кредитен лимит, ελαχιστη καταβολη,
    πιστωτικο οριο, asgari odeme tutari, kart limiti, kullanilabilir limit, ekstre borcu, donem
    borcu, hesap kesim tarihi, الحد الأدنى للدفع, الحد الائتماني, מסגרת אשראי, bayaran minimum,
    had kredit, pembayaran minimum, batas kredit, so tien thanh toan toi thieu, han muc tin
    dung, ngay den han thanh toan
"""
"""What cards print; several of them together say that it is one."""

BANK: Final = """
    checking, savings, savings account, current account, deposit account, checking account,
    iban, sort code, girokonto, kontokorrent, compte courant, compte cheques, cuenta corriente,
    cuenta de ahorro, conta corrente, conto corrente, rachunek, betaalrekening, overdraft,
    deposits, withdrawals, paid in, money in, statement of account, bic, compte de depot, compte
    de cheques, livret, caja de ahorro, cuenta de cheques, conta poupanca, lonekonto,
    brukskonto, kayttotili, bezny ucet, beznyho uctu, bankszamla, cont curent, tekuci racun,
    текущий счет, расчетный счет, поточний рахунок, разплащателна сметка, vadesiz hesap,
    vadesiz, حساب جاري, עו ש, rekening koran, tabungan, akaun semasa, akaun simpanan, tai khoan
    thanh toan
"""
"""What only accounts at banks print."""

PAYMENTS: Final = """
    payments, payment, total payments, your payments, less payments, payments received, payment
    received, zahlungen, zahlungseingang, zahlungseingange, ihre zahlungen, paiements, vos
    paiements, paiements recus, pagos, sus pagos, tus pagos, pagos recibidos, pagos y abonos,
    pagamentos, pagamento recebido, pagamentos recebidos, pagamenti, pagamenti ricevuti,
    betalingen, ontvangen betalingen, wplaty, splaty, odemeler, odemeleriniz, inbetalningar,
    innbetalinger, indbetalinger
"""
"""How a card's summary calls what was paid back, at the start of a line."""

CHARGES: Final = """
    purchases, new purchases, total purchases, purchases and debits, plus purchases, new charges,
    total new charges, cash advances, new transactions, einkaufe, kaufe, neue umsatze, achats,
    vos achats, nouveaux achats, compras, nuevas compras, compras y cargos, novas compras,
    acquisti, nuovi acquisti, aankopen, zakupy, alisverisler, harcamalar, donem ici harcamalar,
    inkop, kjop, nye kjop, kob, nye kob
"""
"""How a card's summary calls what was bought, at the start of a line."""
