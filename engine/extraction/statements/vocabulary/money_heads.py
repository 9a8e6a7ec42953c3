"""What the columns of amounts and balances are called."""

from typing import Final

FOREIGN: Final = """
    amount in other+currency|other+currencies, importo in altre+valute|altra+valuta, valuta estera,
    betrag in anderer+wahrung, montant en autre+devise|autres+devises, importe en
    otra+divisa|otras+divisas, valor em outra+moeda|outras+moedas,
    amount in|in+the fcy|foreign+currency|original+currency|local+currency|transaction+currency,
    foreign|original|source|local|fcy amount|amt|currency|spend|spending|ccy, foreign currency
    amount|amt|transaction, transaction|original currency amount|_, us dollar,
    exchange|fx|conversion rate, montant en|_ devise|devises|origine, montant en devise d+origine,
    montant d origine, cours, taux de|_ change, fremdwahrung, fremdwahrungsbetrag, betrag in|_
    fremdwahrung|originalwahrung|wahrung|fw, originalbetrag, original betrag, fremdwahr,
    wechselkurs, umrechnungskurs, kurs, importe en|_
    divisa|moneda+extranjera|moneda+origen|origen|original, moneda extranjera|origen, tipo de|_
    cambio, monto en|_ moneda+origen|moneda+extranjera|divisa|usd|us+, valor us, valor em us, us,
    dolar, dolares, em us, en dolares, cotacao|cotizacion, cotacao, cotizacion, importo in|_
    valuta|divisa|valuta+estera, cambio, valore in valuta, bedrag vreemde valuta, vreemde valuta,
    wisselkoers, koers, kwota w|_
    walucie|oryginalna|waluty+transakcji|walucie+transakcji|w+walucie+transakcji, kwota w walucie,
    kurs waluty, belopp i utlandsk valuta, utlandsk valuta, utl belopp, utlandsk belopp,
    utenlandsk valuta, valutabelop, valutabeløb, valutabelob, beløb i valuta, valutakurs,
    valuuttamaara, kurssi, castka v mene|cizi+mene, castka v puvodni|cizi mene, puvodni castka,
    suma v mene|cudzej+mene, osszeg devizaban, deviza osszeg, arfolyam, suma in valuta, suma
    originala, curs, iznos u stranoj valuti, originalni iznos, iznos u valuti, tecaj, doviz
    tutari, doviz kuru, kur, yabanci para, orijinal tutar, сумма в валюте операции|оригинала,
    сумма операции в валюте, валюта операции, курс, сума у|в валюті операції, сума в валюта,
    оригинална сума, ποσο σε ξενο|αρχικο νομισμα, ποσο ξενου νομισματος, ισοτιμια, مبلغ العملة
    الأجنبية, العملة الأجنبية, المبلغ الأصلي, סכום במט ח, סכום מקורי, סכום העסקה המקורי, jumlah
    mata wang asing, mata wang asing, jumlah valas, valas, so tien nguyen te, nguyen te, ty gia,
    外幣金額, 外币金额, 原幣金額, 消費地金額, 交易地金额, 外幣, 匯率, 汇率, 交易幣別, 現地通貨額,
    現地利用額, 外貨金額, 換算レート, 為替レート, 외화금액, 현지이용금액, 환율, จำนวนเงินต่างประเทศ,
    สกุลเงินต่างประเทศ, อัตราแลกเปลี่ยน
"""

BALANCE: Final = """
    balance, bal,
    running|account|ledger|available|current|book|cleared|total|net|new|daily|remaining
    balance|bal, closing balance, end of day, end of day balance, ending daily balance, ending|day
    balance, ending daily, statement balance, balance after, balance after transaction, balance
    forward, balance amount|amt, balance cr dr, balance dr cr, bal amt, saldo, kontostand,
    kontost, neuer saldo, saldo neu, kontosaldo, neuer kontostand, guthaben, saldo nach buchung,
    saldo in eur|chf, solde, solde
    courant|apres|progressif|du+compte|comptable|disponible|net|final, nouveau solde, saldo
    contable|disponible|final|resultante|acumulado|actual|posterior|dia|diario|liquidacion|operacion|en+cuenta|total|contabile|progressivo|dopo|corrente|contabil|atual|do+dia|em+conta|apos|apos+mov|contabilistico,
    saldo po operacji|transakcji|ksieg, saldo po, saldo na, saldo
    ksiegowe|konta|po+operacji|rachunku|koncowe, stan konta, saldo na rekening, saldo rekening,
    saldo na boeking|mutatie, nieuw saldo, saldo totaal, saldo efter, saldo etter, behallning,
    bokfort saldo, bokford saldo, disponibelt, saldo pa konto, stada, stada reiknings,
    eftirstodvar, jafnadarstada, saldo tilin, tilin saldo, saldo tapahtuman jalkeen, zustatek,
    zustatek po operaci|transakci, zostatok, zostatok na ucte, stav uctu, konecny zustatek, sold,
    sold final|curent|contabil|disponibil, sold cont, egyenleg, konyvelt egyenleg, uj|zaro
    egyenleg, aktualis egyenleg, egyenleg huf, bakiye, kalan, kalan bakiye, hesap bakiyesi, bakiye
    tl, son bakiye, qaliq, остаток, остаток средств|на+счете|на+счёте, баланс, исходящий остаток,
    остаток по счету, сальдо, салдо, крайно|разполагаемо салдо, наличност, наличност по сметка,
    залишок, залишок на рахунку, залишок після операції, залишок коштів, вихідний залишок, стање,
    стање на рачуну, стање рачуна, состојба, stanje, stanje na racunu, stanje racuna, novo stanje,
    saldo posle|nakon, salda, stanje po transakciji, likutis, likutis po operacijos, atlikums,
    konta atlikums, jaak, konto jaak, saldo jarel, қалдық, қалдығы, калдык, υπολοιπο, υπολ,
    λογιστικο|διαθεσιμο|νεο|προοδευτικο υπολοιπο, υπολοιπο λογαριασμου, gjendja, balanca, gjendja
    e llogarise, նաշխ, մնացորդ, ნაშთი, ბალანსი, الرصيد, رصيد, رصيد الحساب, الرصيد
    الجاري|المتاح|الحالي|الدفتري|بعد+العملية|المتبقي, יתרה, היתרה, יתרה
    בחשבון|משוערכת|לאחר+פעולה|בש+ח|מצטברת, יתרת חשבון|עו+ש, مانده, مانده حساب, موجودی, بقایا,
    بیلنس, बैलेंस, बैलेन्स, शेष, शेष राशि, बाकी, बकाया, जमा शेष, ব্যালেন্স, স্থিতি, উদ্বৃত্ত, জের, இருப்பு, మిగులు,
    నిల్వ, baki, baki penyata|akaun|terkini|akhir, saldo akhir, so du, so du
    cuoi|sau+giao+dich|tai+khoan|luy+ke|hien+tai, balanse, natitirang balanse, salio, saldoa,
    balanç, saldo despres, eguneko saldoa, 余额, 餘額, 结余, 結餘, 账户余额, 帳戶餘額, 帳面餘額,
    账面余额, 存款餘額, 交易后余额, 交易後餘額, 可用余额, 可用餘額, 结存, 結存, 本次余额,
    联机余额, 残高, 差引残高, 取引後残高, お預り残高, 現在残高, 잔액, 잔고, 거래후잔액, 거래 후
    잔액, 거래후 잔액, 통장잔액, 현재잔액, 계좌잔액, ยอดคงเหลือ, คงเหลือ, เงินคงเหลือ, ยอดเงินคงเหลือ,
    ยอดเงิน คงเหลือ, សមតុល្យ, ຍອດເງິນຄົງເຫຼືອ, үлдэгдэл, 帐户余额, 当前余额, saldo dopo operazione, novi
    saldo, sald, お取引後残高
"""

DEBIT: Final = """
    debit, debits, dr, withdrawal, withdrawals, withdrawn, withdraw, withdrawl, wd, money
    out|spent|paid+out|outgoing, paid out, out, payments, payments out, payment out, out of
    account, amount paid+out|debited|withdrawn|spent, debit|dr|withdrawal|withdrawals|wdl
    amount|amt|amts, debited, spent, outgoing, outgoings, paid, charges, charge,
    debits|withdrawals|payments and|_ fees|charges|withdrawals|checks|cheques|debits, withdrawals
    debits, checks and|_ debits|other+debits|payments, checks other debits, cheques and debits,
    cheques debits, subtractions, expenses, withdrawals and other debits, amount withdrawn, debit
    transactions|transaction, spends, paid from account, soll, belastung, belastungen,
    lastschrift, lastschriften, ausgang, ausgange, abgang, abgange, zu ihren lasten, zu lasten,
    lasten, ausgaben, auszahlung, auszahlungen, umsatz soll, betrag soll, soll betrag, sollbetrag,
    belastung in|_ eur|chf|betrag, ausg, debet, bet, zahlungsausgang, depense, depenses, sorties,
    sortie, retrait, retraits, au debit, montant du|au|_ debit|debite, a votre debit, retraits et
    frais, debit en euros, prelevements, paiements, cargo, cargos, debe, debito, debitos, adeudo,
    adeudos, gastos, gasto, retiro, retiros, pagos, egreso, egresos, salida, salidas, cargos
    debitos|y+debitos|debe|o+debitos|retiros|y+retiros, giros, cheques cargos, cheques o cargos,
    otros cargos, monto|importe|valor cargo|cargos|debito|debitos|debe, cheques y otros cargos,
    montos giros, retiros cargos, retiros y cargos, a su cargo, disminucion, disposiciones,
    uscite, uscita, dare, addebiti, addebito, importo|importi dare|addebito|addebiti, movimenti
    dare, saidas, saida, levantamentos, a debito, valor debito, debito r, debitos r, movimentos a
    debito, wydatki, obciazenia, obciazenie, wyplaty, wyplata, kwota obciazenia|winien, winien,
    wn, ma wn, af, afschrijving, afschrijvingen, uitgaven, bedrag af, af bedrag, debet bedrag,
    bedrag debet, uttag, uttag belopp, ut, ut av konto, utgifter, utgaende, ud, ud af konto,
    havet, haevet, udgift, udbetalt, trukket, belastet, belopp ut, utbetalt, uttak, ut fra konto,
    uttektir, uttekt, otot, otto, veloitus, veloitukset, panot otot, borc, cikan, cekilen,
    cekilis, borc tutari, odenen, hesaptan cikan, gider, mexaric, medaxil mexaric, odchozi,
    odepsano, na vrub, ma dati, vydaje, vydaj, debetni, debetna, odpis, odpisane, odpisano, na
    tarchu, zatizeni, terheles, terhelesek, terhelt osszeg, kiadas, tartozik, terheles osszege,
    plati, iesiri, retrageri, suma debit|debitata, debitare, plata, isplata, isplate, isplaceno,
    terecenje, terecenja, zaduzenje, zaduzenja, duguje, dugovni promet, dugovno, na teret, odliv,
    odlivi, breme, v breme, bremenitev, izdatak, izdaci, исплата, исплате, задужење, задужења,
    дугује, дуговни промет, на терет, долгува, исплати, задолжување, расход, расходы, списание,
    списания, дебет, списано, сума|сумма дебет|списания|расхода|по+дебету, обороты дебет, оборот
    дебет, дт, видатки, витрати, списання, дебет оборот, дебит, по дебету, задължение, теглене,
    тегления, обороти дебит, сума дебит, isl, islaidos, debetas, nurasyta, isejo, iseinantys,
    debets, izmaksats, izejosie, valjamaks, valjaminek, deebet, valja, valjaminekud, шығыс, дебет
    сома, χρεωση, χρεωσεις, χρ, ποσο|ποσα χρεωσης|χρεωσεως, αναληψη, αναληψεις, debi, dalje, dalje
    debi, terheqje, te dala, ելք, դեբետ, გასავალი, დებეტი, გასული, ხარჯი, مدين, المدين, حركات
    مدينة, سحب, سحوبات, المسحوبات, السحب, مسحوبات, المدفوعات, خصم, منه, مبلغ مدين, חובה, בחובה,
    סכום חובה, חיוב, חיובים, משיכות, משיכה, זכות חובה, بدهکار, برداشت, مبلغ برداشت, نکلوائی, ڈیبٹ,
    निकासी, आहरण, नामे, डेबिट, भुगतान, নামে, উত্তোলন, খরচ, ডেবিট, பற்று, டெபிட், డెబిట్, చెల్లింపులు, debet
    rp, mutasi debet|debit, mutasi keluar, penarikan, keluar, pengeluaran, uang keluar, dana
    keluar, duit keluar, wang keluar, pengeluaran debit, ghi no, so tien ghi+no|chi|rut|ra|no,
    phat sinh no, tien ra, rut tien, ps no, withdrawal debit, matumizi, kutoa, fedha zilizotolewa,
    imetolewa, debitu, gastuak, carrecs, carrec, deure, pagaments, tynnu allan, 支出, 借方, 支取,
    提款, 提取, 转出, 轉出, 付出, 借出, 出账, 借記, 借记, 付款, 扣款, 支出金额, 支出金額,
    借方金额, 借方金額, 借方发生额, 借方發生額, 提款金額, 提款金额, 取款金额, 提出金額, 支取金额,
    转出金额, 支付金額, 付款金额, 支出額, 支出额, お支払金額, お支払い金額, お支払額, お支払い,
    支払金額, 支払額, 出金, 出金額, 出金金額, お引出し, お引き出し, お引出額, お引出金額,
    お引出し金額, 引出金額, 引出額, 払戻額, 払戻金額, お払戻金額, お払戻し, 支払い金額,
    찾으신금액, 찾으신 금액, 출금, 출금액, 출금금액, 지급, 지급액, 지급금액, 출금 금액,
    출금하신금액, ถอน, ถอนเงิน, เงินออก, รายการถอน, จำนวนเงินถอน, ถอน/โอนออก, เดบิต, หักบัญชี,
    จำนวนเงินที่ถอน, การถอน, ដក, ឥណពន្ធ, ຖອນ, зарлага, дебит дүн, 提出, 取款, withdrawal dr, debitore,
    zadolzenie, 减少, sumas debet, ziduodu, saidas dr, bezahlt, wydane, terhere, udbetaling,
    udbetalinger, utbetalning, utbetalningar, utbetaling, utbetalinger, afgeschreven, rozchod,
    debetne, vydavky, kifizetes, видаток, плащания, rashod, rashodi, السحوبات, izdevumi, gjold,
    onttrekking, onttrekkings, debiete, abbuchung, abbuchungen
"""

CREDIT: Final = """
    credit, credits, cr, deposit, deposits, deposited, money in|received, paid in, in,
    deposit|dep|credit|cr|credits|deposits|lodgement amount|amt|amts, amount
    paid+in|credited|deposited|received, credited, received, incoming, deposits and|_
    credits|other+credits|additions|interest, payments in, payment in, receipts, receipt,
    lodgements, lodgement, lodged, additions, credits and deposits, into account, paid into
    account, credit transactions|transaction, income, haben, gutschrift, gutschriften, eingang,
    eingange, zugang, zugange, zu ihren gunsten, zu gunsten, gunsten, einnahmen, einzahlung,
    einzahlungen, umsatz haben, betrag haben, haben betrag, habenbetrag, gutschrift in|_
    eur|chf|betrag, zahlungseingang, recette, recettes, entrees, entree, versement, versements, au
    credit, montant du|au|_ credit|credite, a votre credit, depots, depot, credit en euros,
    remises, virements recus, abono, abonos, haber, credito, creditos, ingreso, ingresos,
    depositos, deposito, entradas, abonos
    creditos|y+creditos|haber|o+creditos|depositos|y+depositos, depositos y|o|_ abonos, otros
    abonos, depositos o abonos, monto|importe|valor
    abono|abonos|credito|creditos|haber|deposito|depositos, montos depositos, aumento, a su favor,
    entrate, avere, accrediti, accredito, entrada, depositi, importo|importi
    avere|accredito|accrediti, movimenti avere, a credito, valor credito, credito r, creditos r,
    movimentos a credito, wplywy, uznania, uznanie, wplaty, wplata, kwota uznania, ma, bij,
    bijschrijving, ontvangsten, bijschrijvingen, bedrag bij, bij bedrag, inkomsten, credit bedrag,
    bedrag credit, bijgeschreven, insattning, insattningar, insatt, insatt belopp, in pa konto,
    inkomster, ingaende, inn, inn pa konto, ind, ind pa konto, indsat, innskudd, indbetalt,
    innbetalt, belopp in, innborgun, innborganir, innlogn, innlagnir, panot, pano, hyvitys,
    hyvitykset, alacak, giren, yatan, yatirilan, alacak tutari, hesaba giren, gelir, medaxil,
    prichozi, pripsano, ve prospech, dal, prijmy, prijem, kreditni, kreditna, pripis, pripisane, v
    prospech, dobropis, jovairas, jovairasok, bevetel, jovairt osszeg, kovetel, jovairas osszege,
    incasari, intrari, depuneri, suma credit|creditata, creditare, incasare, uplata, uplate,
    uplaceno, odobrenje, odobrenja, potrazuje, potrazni promet, potrazno, u korist, priliv,
    prilivi, dobro, v dobro, dobropisi, primitak, primici, priljev, priljevi, odljev, уплата,
    уплате, одобрење, одобрења, потражује, потражни промет, у корист, побарува, уплати,
    одобрување, приход, приходы, поступление, поступления, кредит, зачислено, зачисление,
    сумма|сума кредит|зачисления|прихода|по+кредиту, обороты кредит, оборот кредит, кт,
    надходження, зарахування, кредит оборот, по кредиту, постъпление, постъпления, вноски, обороти
    кредит, сума кредит, ipl, iplaukos, kreditas, iskaityta, gauta, ieinancios, kredits,
    iemaksats, ienakosie, javara, jovairva, laekumine, sissetulek, kreedit, sisse, laekumised,
    кіріс, түсім, кредит сома, πιστωση, πιστωσεις, π, πιστ, ποσο|ποσα πιστωσης|πιστωσεως,
    καταθεση, καταθεσεις, kredi, hyrje, hyrje kredi, depozitim, te hyra, մուտք, կրեդիտ,
    შემოსავალი, კრედიტი, შემოსული, ჩარიცხვა, دائن, الدائن, حركات دائنة, إيداع, إيداعات, الإيداعات,
    الإيداع, ايداع, المقبوضات, له, مبلغ دائن, زكوت, זכות, בזכות, סכום זכות, זיכוי, זיכויים,
    הפקדות, הפקדה, بستانکار, واریز, مبلغ واریز, جمع, کریڈٹ, جمع کرائی, जमा, क्रेडिट, जमा राशि,
    প্রাপ্তি, জমা, ক্রেডিট, வரவு, கிரெடிட், క్రెడిట్, జమ, kredit, kredit rp, mutasi kredit|credit, mutasi
    masuk, setoran, masuk, pemasukan, uang masuk, dana masuk, duit masuk, wang masuk, kemasukan,
    deposit kredit, ghi co, so tien ghi+co|thu|gui|vao|co, phat sinh co, tien vao, nop tien, ps
    co, mapato, kuweka, imewekwa, fedha zilizoingia, kreditu, sarrerak, abonaments, abonament,
    haver, cobraments, talu i mewn, 收入, 貸方, 贷方, 存入, 存款, 存入金額, 存入金额, 转入, 轉入,
    收款, 贷入, 入账, 入賬, 進帳, 貸記, 贷记, 收入金额, 收入金額, 贷方金额, 貸方金額, 贷方发生额,
    貸方發生額, 存款金額, 存款金额, 转入金额, 收款金额, 收入額, 收入额, お預り金額, お預かり金額,
    お預入れ, お預け入れ, お預入金額, お預入額, 預入金額, 預入額, お預り額, 入金, 入金額,
    入金金額, お預かり額, 受入金額, 맡기신금액, 맡기신 금액, 입금, 입금액, 입금금액, 입금 금액,
    입금하신금액, 수입, ฝาก, ฝากเงิน, เงินเข้า, รายการฝาก, จำนวนเงินฝาก, ฝาก/โอนเข้า, เครดิต,
    จำนวนเงินที่ฝาก, การฝาก, ដាក់, ឥណទាន, ຝາກ, орлого, кредит дүн, deposit cr, 增加, indbetaling,
    indbetalinger, inbetalning, inbetalningar, innbetaling, innbetalinger, godskrevet,
    recebimentos, entrata, przychod, kreditne, befizetes, внасяне, prihod, prihodi, เข้าบัญชี,
    pajamos, ienemumi, krediete
"""

AMOUNT: Final = """
    amount, amounts, amt, amount paid,
    transaction|net|gross|total|billed|billing|posted|settlement|purchase|your|payment|statement|bank|account
    amount|amt, value gbp|eur|usd, amount due, sum, amount
    dr+cr|cr+dr|in+usd|in+rs|in+inr|in+aed|rs|inr|in+account+currency, billing currency amount,
    account currency amount, betrag, umsatz, betrag in|_ eur|euro|chf|lasten+gunsten|kontowahrung,
    umsatze, betrag eur, umsatz in eur, betr, umsatzbetrag, buchungsbetrag, zahlbetrag, betrage,
    montant, montants, montant en|_ eur|euros|euro|chf|mad|dh|francs, montant eur, montant
    net|de+l+operation|operation|total, importe, importes, importe
    eur|en+euros|operacion|de+la+operacion|total|en+pesos|movimiento|cargo+abono|pesos|_, monto,
    montos, monto de|de+la|_ operacion|transaccion|total|movimiento|en+pesos|pesos|movimientos,
    cantidad, valor, valores, valor r|em+r|rs|eur|em+reais|total|do+lancamento|da+compra, valor
    lancamento, quantia, montante, montantes, valor mov, valor movimento, importo, importi,
    importo eur|in+euro|euro|operazione, movimenti, movimento, ammontare, kwota, kwota
    operacji|transakcji|pln|w+pln|ksiegowania|w+walucie+rachunku|obciazenia+uznania|rozliczenia,
    bedrag, bedragen, bedrag eur|in+eur|in+euro|af+bij|bij+af, mutatiebedrag, transactiebedrag,
    belopp, belopp sek|kr|i+kr|i+sek, transaktionsbelopp, belob, belob dkk|i+dkk|kr|i+kr, belop,
    belop nok|i+nok|kr, bevegelse, posteringsbelob, upphaed, upphæð, upphaed isk, fjarhaed, summa,
    summa eur, maara, maara eur|euroa|euroina, rahamaara, euroa, tutar, tutar tl|try, islem
    tutari, islem tutari tl, miktar, meblag, emeliyyat meblegi, mebleg, castka, castka
    transakce|v+czk|czk|v+kc|kc|v+mene+uctu|operace|platby|obratu, obnos, suma, suma v|_
    eur|mene+uctu|transakcie|tranzactiei|ron|lei, valoare, valoarea tranzactiei, valoare
    tranzactie, suma tranzactie, suma lei, osszeg, osszeg huf|ft, tranzakcio osszege, konyvelt
    osszeg, forgalom, iznos, iznos u|_
    rsd|eur|hrk|km|kn|eurima|valuti+racuna|transakcije|dinarima, znesek, znesek eur|v+eur, износ,
    износ на|_ трансакција|трансакцијата, износ трансакције|рсд|у+рсд, сумма, сумма
    операции|в+валюте+счета|в+валюте+счёта|платежа|в+рублях|руб|транзакции, сума, сума
    операції|у+валюті+рахунку|у+валюті+картки|в+гривні|транзакції|грн|платежу, сума на|_
    операцията|операция|bgn|лева|в+лева, сома, операция сомасы, сомасы, ποσο, ποσο
    συναλλαγης|ευρω|κινησης|eur|σε+ευρω|χ+π, ποσα, shuma, shuma all|leke|ne+leke, vlera, kogus,
    summa kokku, tehingu summa, suma eur, operacijos suma, mokejimo suma, darijuma summa, գումար,
    գումարը, თანხა, ბრუნვა, المبلغ, مبلغ, قيمة, القيمة, مبلغ العملية|المعاملة, المبلغ
    بالريال|بالدرهم|بالجنيه|بالدينار, סכום, הסכום, סכום פעולה|העסקה|עסקה|חיוב|החיוב|בש+ח, סכום
    בשח, مبلغ ریال|به+ریال|تراکنش|ریال, رقم, राशि, रकम, धनराशि, टाका, পরিমাণ, টাকা, টাকার পরিমাণ,
    தொகை, మొత్తం, jumlah, jumlah rm|urusniaga|rp|transaksi|amaun, amaun, amaun rm, nominal, mutasi,
    nilai, nilai transaksi, so tien, so tien gd|giao+dich|vnd|phat+sinh, gia tri, halaga, kiasi,
    bedrag r, kopuru, zenbatekoa, import, import eur, imports, swm, contia, 金额, 金額, 交易金额,
    交易金額, 取引金額, お取引金額, 发生额, 發生額, 收支金额, 人民币金额, 入账金额, 入帳金額,
    新臺幣金額, 新台幣金額, 臺幣金額, 台幣金額, 消費金額, 消费金额, 帳單金額, 账单金额, 港幣金額,
    結算金額, 结算金额, 利用金額, ご利用金額, ご利用額, 利用額, 請求金額, ご請求金額, ご請求額,
    거래금액, 이용금액, 금액, 사용금액, 결제금액, 청구금액, 승인금액, 국내이용금액, จำนวนเงิน,
    จำนวน, จำนวนเงิน(บาท), ยอดเงิน, จำนวนเงินบาท, ถอนเงิน/ฝากเงิน, ถอน/ฝาก, ฝาก/ถอน, ចំនួនទឹកប្រាក់,
    ຈຳນວນເງິນ, дүн, гүйлгээний дүн, net, 本期金額, withdrawal dr deposit cr, apgrozijums, belastung
    gutschrift, ciastka
"""
