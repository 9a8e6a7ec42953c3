"""What the columns of dates are called."""

from typing import Final

VALUE_DATE: Final = """
    value|val|effective date|dt|day, value, date of value, interest date, valutadag, valutatag,
    wert, valuta, wertstellung, wertstellungsdatum, wertstellungstag, wertdatum, wert datum,
    valutadatum, datum valuta, valuta datum, valuta dat, valeur, date de|d|_ valeur, date val,
    fecha|f|fec|fcha de|_ valor, data|dta|dt valor|val, data de|da valor, data valuta, valor em,
    data waluty, datum valuty|valute|valuta, valutazas, valuteringsdag, valuterings dag,
    rentedatum, rentedag, rente dato, rentedato, valor dia, valutadato, vaxtadagur, vaxtadags,
    arvopaiva, arvopv, arvopvm, arvo pvm, ertek nap, erteknap, ert nap, data valutei|valuta,
    valutas datums, vaartuspaev, vaartus paev, valiutavimo data, valor tarihi, valor trh, valor
    tar, вальор, дата на|_ вальор, дата валютирования|валютування, датум валуте|валута, αξια,
    ημερομηνια|ημ|ημνια αξιας|valeur, ημ νια αξιας|valeur, τοκισμος απο|_, تاريخ القيمة|الحق,
    تاريخ الاستحقاق, תאריך|יום ערך, ערך, मूल्य दिनांक|तिथि, tanggal|tgl valuta|efektif, tarikh
    nilai|efektif, ngay hieu luc, ngay gia tri, balio data, data valor, deger tarihi, data e
    valutes, date valute, valutni datum, วันที่มีผล, 起息日, 起息, 生效日, 生效日期, 起算日, 기산일,
    валюталау күні, ემ თარიღი, valeur date, date effet, data efectiva, 落帳日, ngay hach toan, val
    datum
"""

POST_DATE: Final = """
    post|posting|posted|process|processed|processing|settlement date|dt, date of|_
    posting|posted|processed, post, posting, posted, processed on, date entered, entry posted,
    fecha de|_ proceso|contable|contabilizacion|asiento, f contable, fec contable, f cont, date
    de|_ comptabilisation|traitement, date compta, buchungsdatum bank, datum der verbuchung, data
    de|_ lancamento|processamento, data contabile, data contab, 記帳日, 入账日期, 入帳日期,
    入账日, 入帳日, 入帳, 過帳日, 记账日期, 记账日, 處理日, 計上日, 매입일, 승인일, processed,
    дата обработки|проводки, дата обробки, processeringsdag, verwerkingsdatum, verwerkt op, tarikh
    pos, tarikh posting, tanggal pembukuan, tgl pembukuan, tgl proses, hesap kesim, 入帳起息日,
    date posted on
"""

DATE: Final = """
    umsatz vom, umsatz am, einkauf vom, kauf vom,
    date, dt, dates, day, buch, txn|trans|tran|transaction|trn|tx date|dt|dat, date of|_
    transaction|operation|entry|payment|purchase, entry|booking|book|purchase|sale|charge
    date|dt|day, date of, trans, tran, transdate, trandate, date time, date and time, date
    received, date paid, activity date, payment date, completed date, started date, date
    completed, datum, dat, tag, buchung, buchungstag, buchungsdatum, buchungs datum|tag, buch
    datum, buchdatum, bu tag, butag, butg, bu dat, datum buchung, buchung am, umsatzdatum,
    umsatztag, transaktionsdatum, transaktions datum, kaufdatum, belegdatum, ausfuhrungsdatum,
    einkaufsdatum, einkauf, datum zeit, datum und|_ zeit, datum uhrzeit, datum der|des
    transaktion|buchung|kaufs, date de|d|de+l|l|_
    operation|comptable|ecriture|transaction|achat|debit|mouvement, date op, date oper, date
    operat, date ope, jour, jour mois, jr, date compt, date et heure, fecha, fec, fech, fcha,
    fecha de|del|de+la|_
    operacion|movimiento|transaccion|consumo|compra|mov|aplicacion|cargo|registro|pago, f
    operacion|oper|op|mov, fec oper|mov|op, fecha y|_ hora, dia, dia mes, fecha oper|op|trx|trans,
    dia oper|mov, data, dt|data
    mov|movimento|lanc|lancamento|operacao|compra|transacao|balancete|da+operacao|do+movimento|da+compra|da+transacao|do+lancamento,
    data mov, data movim, data hora, data e|_ hora, dia do mes, data movimentacao, data
    operazione|operaz|oper|op|contabile|cont|movimento|mov|registrazione|reg|acquisto|transazione|esecuzione,
    data di|della registrazione|contabilizzazione|operazione, giorno, boekdatum, boek datum,
    boekingsdatum, boeking, transactiedatum, transactie datum, datum
    transactie|boeking|verrichting|aankoop, uitvoeringsdatum, boekingsdag, geboekt op,
    bokforingsdag, bokforingsdatum, bokforings dag|datum, bokfdag, bokf dag, bokford, bokforing,
    transaktionsdag, transaktions dag|datum, transdag, trans dag, kopdatum, inkopsdatum, datum
    inkop, inkopsdag, dato, bokfort, bokfort dato, bokforingsdato, bokforings dato, bokf dato,
    kjopsdato, transaksjonsdato, transaksjon dato, bogforingsdato, bogforings dato, bogfort, bogf
    dato, bogforingsdag, kobsdato, posteringsdato, disp dato, dagsetning, dags, dagur,
    bokunardagur, faersludagur, dagsetn, pvm, paivamaara, paiva, paivays, kirjauspaiva,
    kirjauspvm, kirj pvm, kirjaus pvm, kirjaus, tapahtumapaiva, tapahtuma pvm, maksupaiva, maksu
    pvm, ostopaiva, pv, tarih, islem|hareket|kayit tarihi|tar|trh, tarih saat, islem gunu, islem
    tarih, tarix, emeliyyat tarixi, emeliyyatin tarixi, datum
    transakce|zauctovani|uctovani|splatnosti|provedeni|odepsani|operace|transakcie|zuctovania|spracovania|odpisu|realizacie|pohybu|pohyb,
    datum a cas, dat zaucto, den, datul, keltezes, tranzakcio datuma|napja|ideje, konyveles
    napja|datuma, konyvelesi datum|nap, konyv nap|datum, konyvelve, teljesites napja, terheles
    napja, vasarlas napja, kelte, nap, data
    tranzactiei|operatiunii|inregistrarii|procesarii|contabila|tranzactie|operarii|platii, data
    operacji|ksiegowania|transakcji|ksieg|oper|zaksiegowania|obciazenia|zlecenia|wykonania|rozliczenia,
    data op|ks, dzien, d ks|op, datum
    knjizenja|transakcije|izvrsenja|promjene|promene|naloga|obrade|uplate|prometa|terecenja|transakcija|posla,
    datum knjizbe|transakcije|naplacila|placila, dan, datum izvrsitve, data
    operacijos|operacija|iraso|transakcijos, operacijos|iraso|mokejimo data, iraso diena, datums,
    darijuma|operacijas|gramatojuma datums, kuupaev, tehingu|kande kuupaev|kp, makse kuupaev,
    дата, дата
    операции|транзакции|списания|совершения|проводки|и+время|платежа|документа|обработки+операции,
    дата и|_ время|час, дата время|час, дата операції|транзакції|проведення|здійснення|проводки,
    дата на|_ операция|операцията|транзакция|счетоводство|осчетоводяване|трансакција|книжење, дата
    на плащане, датум, датум на|_
    трансакција|трансакције|књижења|извршења|промене|промета|книжење|валута, күні, операция күні,
    куні, ημερομηνια, ημ νια, ημνια, ημερ, ημ, ημερομηνια|ημ|ημνια|ημερ
    συναλλαγης|κινησης|συναλλ|λογ|καταχωρησης|εγγραφης, ημ νια συναλλαγης|κινησης|συναλλ|λογ, data
    e|_ transaksionit|veprimit|levizjes, data transaksionit, թիվ, ամսաթիվ, գործարքի ամսաթիվ,
    თარიღი, თარ, ოპერაციის|ტრანზაქციის თარიღი, التاريخ, تاريخ, تاريخ
    العملية|المعاملة|القيد|الحركة|التنفيذ|الإدخال, التاريخ و الوقت, اليوم, תאריך, תאריך
    פעולה|עסקה|ביצוע|העסקה|הפעולה|רישום|רכישה, ת פעולה, תאריכ, תאריך תנועה, تاریخ, تاریخ
    تراکنش|عملیات|سند, تاریخ اور وقت, روز, दिनांक, तारीख, तिथि, लेनदेन तिथि|तारीख|दिनांक, লেনদেনের
    তারিখ, তারিখ, திகதி, தேதி, తేదీ, tanggal, tgl, tanggal|tgl transaksi|trx|buku|posting|trans,
    tarikh, tarikh masuk|transaksi|urusniaga|pos|urus+niaga, petsa, petsa ng transaksyon, tarehe,
    tarehe ya muamala, siku, datum transaksie, ngay, ngay giao
    dich|gd|gio|hach+toan|thang|ct|chung+tu|tao, tnx date, ngay gio giao dich, eragiketa data,
    eguna, data operacio|de+l+operacio|moviment, dyddiad, data da operacion, 日期, 日付, 日,
    交易日期, 交易日, 交易时间, 交易時間, 消費日, 消費日期, 消费日期, 記帳日期, 記賬日期,
    帳務日期, 賬務日期, 账务日期, 发生日期, 发生日, 發生日, 过账日期, 取引日, 取引日付, お取引日,
    御取引日, お取引日付, ご利用日, 利用日, 利用年月日, ご利用年月日, 年月日, 取引年月日,
    お取扱日, 取扱日, 勘定日, 거래일, 거래일자, 거래일시, 거래 일시, 거래날짜, 일자, 날짜, 이용일,
    이용일자, 이용일시, 사용일, 거래년월일, วันที่, วันเดือนปี, วัน เดือน ปี, วันที่ทำรายการ, วันที่รายการ,
    วัน/เวลา, วันที่/เวลา, วันทำรายการ, ថ្ងៃ, កាលបរិច្ឆេទ, ວັນທີ, огноо, гүйлгээний огноо, verbuchungsdatum,
    verbuchung, ngay gd, giao dich, knjizenje, datum prometu
"""
