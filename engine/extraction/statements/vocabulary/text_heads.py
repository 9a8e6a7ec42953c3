"""What the columns of descriptions, references, kinds and anything else are called."""

from typing import Final

REFERENCE: Final = """
    reference, references, ref, refs, number, ref|reference no|number|num|nbr|nr|id|code|#,
    reference no, chq|cheque|check|instrument|voucher|serial|inst no|number|num|nbr|id,
    chq|cheque|ref ref|cheque|chq no|number|_, chq ref no, ref no cheque no, cheque, check, chq,
    chqno, refno, utr, utr no|number, transaction|txn|trans|tran|trx
    id|ref|reference|no|number|ref+no, tran id, auth|approval|authorization code|no|number, serial
    no, seq|sequence no|number, check serial, trace|stan no|number, receipt|doc|document|voucher
    no|number|_, customer|bank reference|ref, customer bank reference, instrument, instruments,
    value ref, beleg, belegnr, beleg nr, belegnummer, referenz, referenznummer, referenz nr, ref
    nr, ref num, num, numero, buchungsnummer, buchungsnr, schecknummer, scheck nr, auszugsnr,
    umsatz nr, kundenreferenz, primanota, pn, pn nr, nr, n, no, reference operation, no de
    reference, n reference, no operation, numero d operation, n cheque, no cheque, piece, n piece,
    no piece, documento, documentos, docto, doc, docum, no
    doc|docto|documento|cheque|operacion|referencia|de+operacion|de+documento, num
    doc|docto|documento|operacion|cheque|ref, n doc|documento|operacion|cheque|comprobante, nro
    doc|documento|operacion|cheque|comprobante|referencia|de+operacion|de+cheque|de+documento,
    numero de documento|operacion|cheque|referencia|comprobante|transaccion|autorizacion,
    comprobante, folio, referencia, referencias, ref documento, autorizacion, clave, recibo, num
    movimento, n documento, num documento, nr documento, n doc, riferimento, rif, num operazione,
    n operazione, cro, trn, referentie, kenmerk, betalingskenmerk, volgnummer, volgnr, volg nr,
    afschriftnr, referenza, referencja, referencje, nr
    ref|referencyjny|dokumentu|operacji|transakcji, numer referencyjny|operacji|dokumentu, id
    operacji|transakcji, bilagsnr, bilag, bilagsnummer, arkivref, arkivreferanse, arkivnr,
    referanse, kid, referens, referensnummer, ref nummer, verifikation, verifikationsnummer, ver
    nr, vernr, radnummer, rad nr, tilvisun, tilvisunarnumer, ferilnumer, viite, viitenumero,
    viitteet, arkistointitunnus, arkistotunnus, tositenumero, tosite, dekont, dekont no, fis no,
    fis, referans, referans no, referans numarasi, islem no, evrak no, cek no, sened no, sened
    nomresi, symbol, variabilni symbol, variabilny symbol, vs, ss, ks, vs ss ks, var symbol, konst
    symbol, spec symbol, specificky|konstantny|konstantni symbol, cislo
    dokladu|operace|transakce|sekku|transakcie, reference platby, referencia platitela, ref
    platby, bizonylatszam, bizonylat, azonosito, tranzakcio azonosito|szama, tranzakcioazonosito,
    hivatkozas, hivatkozasi szam, referinta, nr referinta|document|doc|tranzactie|crt, numar
    document|referinta, poziv na broj, broj naloga|dokumenta|transakcije|racuna+primatelja,
    referenca, sifra, poziv, sklic, sklicna stevilka, st transakcije, позив на број, број
    налога|рачуна, реф, реф број, број на документ|налог, референца, номер, номер
    документа|операции|карты|платежа, док, документ, код авторизации, код операции, референция,
    номер на документ, документ №, номер операції|документа, код операції, №, № док, № документа,
    құжат нөмірі, reference nummer, kvito nr, αρ συναλλαγης|επιταγης|παραστατικου|αναφορας,
    αριθμος συναλλαγης|επιταγης|αναφορας, αρ συν, αναφορα, nr dokumenti, viitenumber, makse nr,
    dokumendi nr, tehingu nr, viide, maksejuhise nr, nuoroda, mokejimo nr, dok nr, dokumento nr,
    operacijos nr, ref numurs, dokumenta nr, փաստաթուղթ, საბუთი, საბუთის ნომერი, رقم
    المرجع|العملية|الشيك|السند|المستند|الإيصال|الحركة, المرجع, مرجع, رقم, شيك, אסמכתא, אסמכתה, מס
    אסמכתא, מספר אסמכתא, שיק, מספר שיק, شماره سند|پیگیری|چک|تراکنش|مرجع, شماره, شناسه, چیک نمبر,
    حوالہ, चेक|संदर्भ|चैक संख्या|नंबर|सं, संदर्भ, चेक नंबर, চেক নং, চেক নম্বর, রেফারেন্স, no
    rujukan|cek|siri|ruj, rujukan, nombor rujukan|cek, no ref, no
    referensi|transaksi|cek|bukti|jurnal|arsip, referensi, nomor referensi, so
    ct|chung+tu|tham+chieu|but+toan|gd|giao+dich|hieu, ma gd|giao+dich|tham+chieu|but+toan, ref
    code, kumbukumbu, namba ya kumbukumbu, 凭证号, 凭证号码, 憑證號碼, 流水号, 流水號, 交易流水号,
    交易流水號, 交易序號, 参考号, 參考號碼, 参考编号, 參考編號, 支票号码, 支票號碼, 票據號碼,
    备查号, 編號, 编号, 日志号, 整理番号, 伝票番号, 小切手番号, 照会番号, 取引番号, 番号,
    手形小切手番号, 거래번호, 번호, 승인번호, 수표번호, 참조번호, 일련번호, เลขที่อ้างอิง, เลขที่เช็ค,
    หมายเลขอ้างอิง, เช็คเลขที่, หมายเลขเช็ค, dok, লেনদেন আইডি, dokument
"""

DESCRIPTION: Final = """
    forgalom megnevezese, description, descriptions, details, detail, particulars, particular,
    narration, narrations, narrative, narratives, transaction, transactions,
    transaction|txn|trans|tran|trx
    details|detail|description|particulars|desc|remarks|narration|narrative|information|descriptions|narrations,
    activity, payee, merchant, merchants, merchant name|details|description, merchant name or
    transaction description, memo, remarks, remark, desc, descr, description of|of+the
    transaction|transactions|operations, details of transaction|transactions|payment,
    payment|entry|account|additional|purchase|debit|credit details|description|information, item,
    items, name description, payment type and details, name, counterparty, counterparty name,
    explanation, booking text, text, transaction type and details|description, transaction type
    description, type and description, type description, beneficiary, payer, payee name, sender,
    recipient, from to, paid to, to from, purpose, place of transaction, description and
    reference, merchant city, description particulars, beschreibung, verwendungszweck,
    buchungstext, vorgang, erlauterung, erlauterungen, empfanger, auftraggeber, empfanger
    auftraggeber, auftraggeber empfanger, auftraggeber beguenstigter|begunstigter, auftraggeber
    zahlungsempfanger, zahlungsempfanger, begunstigter, buchungsinformation,
    buchungsinformationen, details zur buchung, buchungsangaben, bezeichnung, buchungsdetails,
    buchungstext verwendungszweck, vorgang verwendungszweck, vorgang buchungsinformation,
    umsatzinformation, umsatzdetails, transaktionstext, transaktionsdetails, transaktion, buchung
    verwendungszweck, name verwendungszweck, zahlungsgrund, mitteilung, handler, handlername,
    umsatztext, verwendung, leistung, avisierungstext, beschreibung der transaktion,
    textschlussel, unternehmen, angaben zum umsatz, details zum umsatz, kaufort, libelle,
    libelles, nature, nature de|des|_ l+operation|operations|operation, operation, operations,
    designation, designations, intitule, intitules, detail des|de|_
    operations|operation|l+operation, libelle de l+operation|operation|complementaire, description
    de l operation, commercant, motif, communication, contrepartie, nom de la contrepartie, nature
    des operations, vos operations, commerce, enseigne, beneficiaire, concepto, conceptos,
    descripcion, descripciones, detalle, detalles, movimiento, movimientos, operacion,
    operaciones, detalle de|de+la|_
    operacion|movimientos|movimiento|operaciones|transaccion|transacciones, descripcion
    de|del|de+la|_ operacion|movimiento|transaccion|operaciones, concepto operacion|movimiento,
    establecimiento, comercio, glosa, mas datos, observaciones, informacion, beneficiario,
    ordenante, transaccion, transacciones, concepto observaciones, comercio establecimiento,
    nombre del comercio, descripcion concepto, historico, descricao, descritivo, lancamento,
    lancamentos, detalhe, detalhes, historico documento, descricao do
    movimento|lancamento|da+operacao, descricao da|de operacao|transacao, estabelecimento,
    movimentacao, movimentacoes, transacao, favorecido, historico complementar, observacao, origem
    destino, descrizione, causale, causali, descrizione
    operazioni|operazione|delle+operazioni|movimento|movimenti|causale|dell+operazione|del+movimento|estesa,
    descrizione delle operazioni, causale descrizione, operazione, operazioni, dettagli,
    dettaglio, esercente, dettaglio operazione, ordinante beneficiario, opis, opis
    operacji|transakcji|operacji+i+rodzaj, tytul, szczegoly, szczegoly operacji|transakcji, tytul
    operacji|przelewu|platnosci, nadawca odbiorca, nadawca, odbiorca, dane
    kontrahenta|operacji|transakcji, kontrahent, tresc operacji, opis i|_ szczegoly, nazwa
    kontrahenta, nazwa nadawcy odbiorcy, szczegoly platnosci, omschrijving, omschrijvingen, naam,
    naam omschrijving, mededelingen, mededeling, naam tegenrekening, tegenpartij, naam
    tegenpartij, naam mededelingen, omschrijving van de verrichting, verrichting, verrichtingen,
    beschrijving, transactieomschrijving, detail van de verrichting|verrichtingen, begunstigde,
    betaalomschrijving, specifikation, specifikationer, beskrivning, tekst, beskrivelse,
    beskrivelser, forklaring, betalare mottagare, meddelande, mottagare, avsandare, transaktioner,
    inkopsstalle, forsaljningsstalle, inkopsstalle ort, handelse, referens text, posteringstekst,
    postering, posteringer, melding, bevegelser, transaksjon, transaksjoner, brukersted, kobssted,
    kjopssted, betalers navn, tekst referanse, modtager, mottaker, skyring, skyringar, texti,
    lysing, vidtakandi, greidandi, faersla, faerslur, selite, selitys, saaja, saaja maksaja,
    saajan nimi, saaja maksaja viesti, maksaja, viesti, tapahtuma, tapahtumat, tapahtuman
    selite|kuvaus|tiedot, kuvaus, ostopaikka, myyja, kauppias, aciklama, aciklamalar, islem,
    islemler, islem aciklamasi|detayi|detay|aciklama|yeri, isyeri, islem turu aciklama, uye
    isyeri, hareket aciklamasi, teyinat, tesvir, emeliyyat, odenisin teyinati, popis, popis
    operace|transakce|transakcie|pohybu|platby|operacie, nazev, nazev protiuctu, zprava, zprava
    pro prijemce, nazov, nazov protiuctu, protistrana, detaily, transakce, transakcia, poznamka,
    informacia pre prijemcu, sprava pre prijemcu, ucel platby, udaje o transakcii|transakci, text
    operace, identifikace, protiucet, nazev protistrany, prijemce platce, obchodnik, megnevezes,
    leiras, kozlemeny, tranzakcio, tranzakcio leirasa|megnevezese|reszletei|tipusa, tranzakciok,
    partner, partner neve, ellenoldal, jogcim, narrativa, kedvezmenyezett, megjegyzes, muvelet,
    esemeny, kereskedo, descriere, explicatii, explicatie, detalii, detalii
    tranzactie|plata|operatiune, tranzactie, tranzactii, operatiune, descrierea tranzactiei,
    descriere tranzactie|operatiune, beneficiar, comerciant, platitor, opis
    transakcije|prometa|promjene|promene|placanja|naloga, naziv, naziv primatelja|platitelja,
    svrha, svrha placanja|doznake|uplate, namen, namen placila|transakcije, prejemnik, placnik,
    naziv platitelja prejemnika, opis placanja, primatelj platitelj, primalac, nalogodavac
    primalac, sifra i svrha placanja, prodajno mesto|mjesto, опис, опис
    трансакције|на+трансакција|плаћања|промене|промета, сврха, сврха плаћања|дознаке, назив, назив
    примаоца, прималац, налогодавац, намена, цел на дознака, опис на плаќање, налогодавач, примач,
    описание, описание на|_ операция|операцията|операции|транзакция|плащане, основание, основание
    за плащане, наредител получател, контрагент, пояснения, допълнителна информация, содержание,
    содержание операции, назначение, назначение платежа, операция, операции, наименование,
    наименование операции|контрагента, плательщик получатель, получатель, отправитель, категория,
    детали операции|платежа, детали, опис операції|транзакції, деталі, деталі
    операції|транзакції|платежу, призначення, призначення платежу, операція, зміст, зміст
    операції, кореспондент, корреспондент, платник, торгова точка, төлем мақсаты, операция
    сипаттамасы, мақсаты, сипаттама, περιγραφη, αιτιολογια, περιγραφη συναλλαγης|κινησης,
    αιτιολογια κινησης|συναλλαγης, συναλλαγη, συναλλαγες, κινησεις, κινηση, λεπτομερειες, στοιχεια
    συναλλαγης, επωνυμια, εμπορος, pershkrimi, pershkrim, pershkrimi i+transaksionit|i+veprimit,
    detaje, paskirtis, mokejimo paskirtis, operacijos paskirtis|turinys|aprasymas, gavejas
    moketojas, gavejas, moketojas, aprasymas, pavadinimas, apraksts, maksajuma merkis|detalas,
    darijuma apraksts, sanemejs, maksatajs, sanemejs maksatajs, informacija sanemejam, saaja
    maksja, saaja maksja nimi, selgitus, makse selgitus, maksja, kirjeldus, tehing, տեսակ,
    նկարագրություն, նպատակ, դանիշնուլություն, დანიშნულება, აღწერა, ოპერაცია, ოპერაციის შინაარსი,
    მიმღები, البيان, البيانات, التفاصيل, تفاصيل, تفاصيل العملية|المعاملة|الحركة, الوصف, وصف, وصف
    العملية|المعاملة, العملية, المعاملة, بيان العملية, بيان, ملاحظات, פרטים, תיאור, תאור, תיאור
    פעולה|התנועה|הפעולה, תאור פעולה, הפעולה, פעולה, פרטי פעולה, שם בית עסק|העסק, בית עסק, שם בית
    העסק, מהות, לטובת, שם המוטב, شرح, شرح تراکنش|عملیات|سند, توضیحات, بابت, تفصیل, تفصیلات, विवरण,
    ब्यौरा, लेनदेन विवरण, लेनदेन का विवरण, विवरणी, ब्योरा, বিবরণ, বিবরণী, লেনদেনের বিবরণ, বিস্তারিত,
    விவரம், விவரங்கள், వివరాలు, keterangan, keterangan transaksi|urusniaga, uraian, uraian transaksi,
    deskripsi, rincian, rincian transaksi, butir, butiran, butir|butiran
    urusniaga|transaksi|urus+niaga, perihal, diskripsi, berita, catatan, penerima, penerangan,
    huraian, dien giai, dien giai chi tiet, noi dung, noi dung
    chi+tiet|giao+dich|gd|chuyen+khoan|thanh+toan, mo ta, chi tiet giao+dich|gd|_, transactions in
    detail, ten don vi thu huong, dien giai giao dich, paglalarawan, detalye, maelezo, maelezo ya
    muamala, beskrywing, besonderhede, transaksie beskrywing, kontzeptua, azalpena, descripcio,
    concepte, moviments, disgrifiad, manylion, cur sios, 摘要, 交易摘要, 说明, 說明, 備註, 备注,
    附言, 用途, 交易說明, 交易说明, 交易内容, 交易內容, 交易类型, 交易描述, 交易詳情, 交易详情,
    進支詳情, 详情, 詳情, 明細, 消費明細, 消費說明, 消费说明, 消費摘要, 消費暨收費摘要表,
    特店名稱, 商户名称, 商戶名稱, 商店名稱, 消費商店, 交易场所, 交易地点附言, 对方户名, 對方戶名,
    對方名稱, 交易对手, 交易对方, 对方名称, 收付款人, 收款人, 对手信息, 对手户名, 注记, 註記,
    存摺摘要, お取引内容, 取引内容, お取り扱い内容, お取扱内容, ご利用内容, 利用内容, 取引種類,
    お取引, 取引, 適用, 内容, ご利用店名, 利用店名, ご利用先, 利用先, ご利用店, 利用店,
    ご利用店名・商品名, 利用店名・商品名, ご利用先など, 利用店名商品名, お支払先, 振込依頼人,
    依頼人名, 取引先, 記事, 備考, メモ, 내용, 적요, 거래내용, 거래 내용, 기재내용, 보낸분/받는분,
    보낸분, 받는분, 의뢰인/수취인, 의뢰인, 수취인, 거래적요, 상대방, 거래상대, 통장메모, 송금메모,
    메모, 비고, 이용가맹점, 가맹점, 가맹점명, 이용하신곳, 이용처, 사용처, 받는분/보낸분,
    의뢰인성명, 거래기록사항, 표시내용, รายการ, รายละเอียด, คำอธิบาย, รายละเอียดรายการ,
    คำอธิบายรายการ, หมายเหตุ, รายการธุรกรรม, บันทึกช่วยจำ, ការពិពណ៌នា, បរិយាយ, ລາຍລະອຽດ, гүйлгээний утга,
    утга, 商品名, 거래처, namena, raksturojums, libelle operation
"""

KIND: Final = """
    cod, codigo, type, types, transaction|txn|tran|trans|entry|payment|card|tx type|code,
    category, code, codes, dr cr, d c, c d, cr dr, db cr, cr db, debit credit, credit debit, dc,
    drcr, dr cr indicator, indicator, sign, dr or cr, transaction method, method, mode, s h, h s,
    soll haben, soll h, af bij, bij af, a b, art, umsatzart, buchungsart, zahlungsart,
    transaktionsart, buchungsschlussel, tx art, art der transaktion, type d operation, type
    operation, type de transaction, sens, sens d c, tipo, tipo de|_ de+la|_
    operacion|movimiento|transaccion|operacao|transacao|lancamento|mov|comprobante, cargo abono, c
    a, tipo operazione, tipo movimento, segno, segno d a, tipologia, caus, typ, typ
    operacji|transakcji|pohybu|platby|operace|transakce|transakcie|operacie|uctovani, rodzaj
    operacji|transakcji|_, soort, mutatiesoort, soort mutatie|transactie|betaling, code soort,
    tyyppi, laji, tapahtumalaji, tapahtumatyyppi, koodi, tip, tip
    tranzactie|operatiune|transakcije|prometa|operacije, vrsta
    transakcije|prometa|naloga|placanja|_, tur, islem turu|tipi|kodu, islem kanali, b a,
    categoria, categorie, kategoria, kategorie, kategori, kategorija, transaktionstyp, typ av
    transaktion, transaktionskategori, type postering, transaksjonstype, tegund, tegund faerslu,
    tipusa, tipus, t j, forgalom jellege, jelleg, muvelet tipusa, вид операции|операция, вид, тип,
    тип операции|транзакции|операції|операция|документа, вид на операцията, дт кт, д к, шифр, вид
    опер, вид оп, во, приход расход, категорія, категория операции, врста, врста трансакције,
    είδος, ειδος, ειδος συναλλαγης, χ π, χρ π, τυπος, d k, d k tehing, deebet kreedit, veids,
    darijuma veids, tipas, operacijos tipas, lloji, lloji i transaksionit, النوع, نوع, نوع
    العملية|المعاملة|الحركة, סוג, סוג פעולה|עסקה|תנועה|הפעולה, קוד פעולה, نوع تراکنش, प्रकार, लेनदेन
    का प्रकार, ধরন, jenis, jenis transaksi|urusniaga, jenis trx, loai, loai giao dich|gd, no co, db
    kr, aina, 种类, 種類, 区分, 類別, 类别, 交易类别, 交易類別, 交易种类, 交易類型, 交易代码,
    收支, 借贷, 借貸, 借贷标志, 借贷状态, 收/支, 取引区分, お取引区分, 科目, 取引種別, 支払方法,
    支払区分, 支払区分・回数, 구분, 거래구분, 거래종류, 거래유형, 입출금구분, 거래방법, 결제방법,
    ประเภทรายการ, ประเภท, รหัสรายการ, รหัส, ธุรกรรม, bu code, төрөл
"""

OTHER: Final = """
    lfd nr, sira no, poradove cislo, por c, p c, sorszam, sorsz, redni broj, r br, rb, rbr, red
    br, zap st, редни број, р бр, n п п, № п п, α α, αα, a a, 序號, 序号, 순번, ลำดับ, ลำดับที่, s no,
    sr no, sl no, sno, srno, slno, seq no, ser no, line no, bil, bil no, stt, tt, no urut, lp, l
    p, serial, total, totals, account|card|a+c number|no|name, branch, branch code|name, br code,
    init br, brch, time, location, city, country, card, points, point, teller, teller id|no, user,
    user id, currency, ccy, curr, rewards, account, cvv, gst, tax, vat, status, channel, category,
    charges tax, method of payment, state, cashback, miles, origin, fee, fees, installment, term,
    online, cardholder, value in, initiated by, uhrzeit, zeit, wahrung, whg, filiale, konto,
    kontonummer, gegenkonto, iban, bic, karte, kartennummer, auszug, blatt, seite, land, gebuhr,
    gebuhren, marge, devise du compte, heure, agence, compte, carte, pays, exo, exonere,
    exoneration, frais, guichet, ville, sucursal, suc, oficina, of, hora, caja, cajero, moneda,
    cuenta, tarjeta, canal, canal o sucursal, plaza, estado, cuota, cuotas, origen, ciudad,
    agencia, ag, ag origem, agencia origem, dep origem, moeda, conta, cartao, parcela, parcelas,
    situacao, lote, balcao, divisa, sportello, valuta conto, conto, carta, commissioni, waluta,
    rachunek, numer rachunku, numer konta|karty, konto przeciwstawne, oddzial, prowizja, karta,
    tegenrekening, rekening, rekeningnummer, kaart, pasnummer, valuta, munt, pas, kantoor,
    clearing, clearingnr, kort, kortnr, valutakod, gebyr, avsender, til konto, fra konto,
    motkonto, kundenummer, mynt, reikningur, utibu, kortanumer, banki, tili, tilinumero, valuutta,
    kortti, pankki, bic koodi, sube, sube kodu, hesap, hesap no, kart, kanal, saat, para birimi,
    doviz cinsi, taksit, puan, bonus, kart no, pobocka, cas, mena, cislo uctu|protiuctu|karty,
    ucet, poplatek, poplatky, kod banky, misto, miesto, banka, bankszamla, szamlaszam,
    ellenszamla, devizanem, penznem, kartya, kartyaszam, fiok, jutalek, dij, ido, cont, cont
    corespondent, cod, sucursala, comision, ora, racun, broj racuna|partije|kartice, kartica,
    poslovnica, provizija, naknada, vreme, vrijeme, mesto, valuta racuna, tecaj, рачун, број
    рачуна, филијала, валута, шифра плаћања, накнада, провизија, сметка, клон, час, карта, картка,
    рахунок, мфо, єдрпоу, комісія, кешбек, валюта, счет, счёт, корр счет, инн, бик, банк, банк
    получателя, мцс, mcc, комиссия, кэшбэк, кэшбек, время, филиал, валюта счета, шот, комиссиясы,
    καταστημα, κατ μα, κατ, νομισμα, καρτα, ωρα, τραπεζα, λογαριασμος, προμηθεια, καναλι, dege,
    monedha, llogaria, valiuta, saskaita, banko kodas, komisinis, konts, valuuta, arvelduskonto,
    pank, teenustasu, արժույթ, ვალუტა, ანგარიში, საკომისიო, الفرع, فرع, العملة, عملة, رقم
    الحساب|البطاقة, الوقت, القناة, الرسوم, סניף, מטבע, חשבון, מספר חשבון, כרטיס, עמלה, שעה, ערוץ,
    שם כרטיס, شعبه, ساعت, کد شعبه, حساب, برانچ, शाखा, शाखा कोड, समय, খাত, শাখা, cawangan, masa,
    cabang, cab, waktu, jam, mata uang, mata wang, chi nhanh, gio, loai tien, phi, thue, phi thue,
    kenh, tai khoan doi ung, tai khoan, tai khoan doi tac, tawi, sangay, oras, tasa, 網點, 网点,
    网点号, 櫃員, 柜员, 分行, 行別, 幣別, 币种, 币别, 货币, 貨幣, 钞汇, 時間, 时间, 交易时间,
    交易地点, 交易地點, 地点, 消費地, 国家, 账号, 帳號, 对方账号, 對方帳號, 對方帳戶, 对方账户,
    对方行名, 渠道, 交易渠道, 状态, 外幣折算日, 折算日, 折算日期, 卡号, 卡號, 末四碼, 店番,
    取扱店, お取扱店, 支店, 通貨, 口座番号, 利用者, ご利用者, 手数料, 手数料/利息, 翌月繰越残高,
    繰越残高, 時刻, 銀行名, 金融機関名, 回数, 支払回数, 今回回数, 거래점, 취급점, 거래점명,
    거래은행, 취급기관, 은행, 통화, 시간, 거래시간, 상대계좌, 상대계좌번호, 상대은행, 카드번호,
    이용카드, 할부, 할부개월, 회차, 수수료, 포인트, 혜택, 메모, 상대계좌예금주명, เวลา, ช่องทาง,
    สาขา, สกุลเงิน, เลขที่บัญชี, สาขา/ช่องทาง, รหัสสาขา, พนักงาน, เครื่อง, салбар, харьцсан данс, gross,
    支払手数料, 支払総額, 当月請求額, 請求額, etiket, merchant category, accrued bank charges
"""
