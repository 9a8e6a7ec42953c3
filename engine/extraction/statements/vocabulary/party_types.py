"""What statements call payments between two parties: by debit, by card, by transfer.

The weak words say it only where nothing else does.
"""

from typing import Final

DIRECT_DEBIT: Final = """
    plata factura|facturi, pag estado|servicos, pagamento de servicos, cms공동, bills payment,
    payment by authority, by authority, плащане на битова сметка, битова сметка, direct debit,
    direct debits, d d, direct debit payment, first direct debit, dd, ddr, preauthorized debit,
    preauthorised debit, pre authorized|authorised debit|payment, preauth debit, ach debit, sepa
    dd|direct+debit|lastschrift|basislastschrift|domiciliering|incasso|prelevement|addebito, bill
    payment direct debit, debit order, debit order (debicheck), registered debit order, debicheck,
    magtape debit, nach dr, ach d, ecs, ecs dr, emi, autopay, auto pay, autopayment, automatic
    payment, recurring payment authorized, bpy, si, standing instruction, enach, upi mandate,
    autodebit, auto debit, giro payment, giro collection, insurance premium, epayment, e payment,
    web pmt, student loan, lastschrift, lastschriften, einzug, lastschrifteinzug,
    folgelastschrift, erstlastschrift, basislastschrift, einmallastschrift, firmenlastschrift,
    einzugsermachtigung, abbuchung, mandat, cid, mandatsref, mandatsreferenz, glaubiger id,
    creditor id, lsv, ebill, e bill, debit direct, prelevement, prelevements, prlv, prlv sepa,
    prelevement sepa|europeen, prelvt, tip, avis de prelevement, echeance pret, echeance de pret,
    domiciliation, recibo, recibos, recibo de, domiciliacion, adeudo, adeudo recibo|por, cargo
    recibo, recibo domiciliado, debito automatico, deb autom, deb automatico, debito directo, pago
    automatico, pat, pac, cargo automatico, debito domiciliado, domiciliacion de, deb aut, deb
    autom de serv, conta de luz, debito em conta, debito direto, dbt direto, cobranca, pagamento
    de conta, pag conta, pagto eletron, pagto conta|cobranca|de+conta, debito aut, dd pt, addebito
    diretto|sdd|sepa|rid|utenza|preautorizzato, sdd, sdd core, addebito diretto, rid, mav, rata
    mutuo, rata finanziamento, incasso, incasso sepa, automatische incasso, europese
    domiciliering, domiciliering, sepa incasso algemeen doorlopend, eenmalige incasso, machtiging,
    machtigingskenmerk, incassant, schuldeiser, autogiro, autog, e faktura, efaktura, e faktura
    privat, betalingsservice, bs betaling, leverandorservice, pbs, avtalegiro, avtale giro,
    efaktura avtale, suoraveloitus, e lasku, suoramaksu, bodgreidsla, beingreidsla, krafa,
    polecenie zaplaty, obciazenie pz, pobranie, inkaso, inkaso sepa, sipo, prikaz k inkasu,
    souhlas s inkasem, inkaso z uctu, csoportos beszedes, csoportos beszedesi megbizas, beszedes,
    direct debit plata, debitare directa, izravno terecenje, trajni nalog racun, direktna
    obremenitev, direktne obremenitve, trajnik, direktni dug, директно задужење, директен дебит,
    tiesioginis debetas, e saskaita, tiesaisais debets, automatiskais maksajums, e rekins,
    otsekorraldus, pusimakse arve, e arve, периодичен дебит, автоплатеж, автоплатёж, безакцептное
    списание, автоплатіж, жкх, коммунальные услуги, комунальні послуги, оплата услуг, коммунальные
    платежи, παγια εντολη, παγια, αμεση χρεωση, otomatik odeme, otomatik fatura, fatura odemesi,
    fatura odeme, duzenli odeme, otomatik talimat, خصم مباشر, سداد, سداد فاتورة, אוטומטי, הוראת
    קבע, הרשאה לחיוב, הרשאה, حق عضویت, स्वतः भुगतान, autodebet, auto debet, bayaran auto, bil
    bayaran, arahan tetap, pembayaran tagihan, thanh toan hoa don, trich no tu dong, thanh toan tu
    dong, ชำระค่าสาธารณูปโภค, หักบัญชีอัตโนมัติ, 自动扣款, 自動扣款, 自動轉帳扣繳, 自動扣繳, 代扣, 代收,
    批扣, 水电费, 代缴, 缴费, 委托收款, 自動轉帳, 口座振替, 口座振替3, 自動支払, 引落, 引落し,
    自動引落, 자동이체, 출금이체, 지로, 지로자동이체, 공과금, 자동납부, cms, cms출금, 보험료,
    펌뱅킹
"""

CARD: Final = """
    merchant payment, buy goods, pay merchant, betaling brandstoffen, visa umsatz, eps, card
    payment, card purchase, card transaction, pos, posc, pos
    purchase|debit|transaction|payment|trn|pur|sale|signature|withdrawal, debit|credit card
    purchase|payment|transaction, debit purchase, debit card, visa
    debit|purchase|debit+purchase|card|prchs, mastercard purchase|debit, recurring
    card|card+purchase, contactless, contactless payment, point of sale, purchase authorized on,
    purchase authorized, recurring payment authorized on, checkcard, check card, check card
    purchase, card refund, purchase return, online purchase, purchase, pur, ecom, eftpos, eftpos
    purchase|debit, vdp, vdc, vda, deb, dbt crd, interac purchase, idp purchase, dda pur,
    signature purchase, pin purchase, refund from, nets, nets purchase|qr, sale debit, apple pay,
    google pay, mydebit, payment via mydebit, edc, card spend, checkcrd, card no, pos point of
    sale, vps, e com, refund, kartenzahlung, kartenzahlungen, kartenverfugung, kartenumsatz,
    girocard, debitkarte, zahlung debitkarte, ec kartenzahlung, debitkartenzahlung, kauf
    dienstleistung, kauf, kauf online, karten nr, kartennr, einkauf, visa kartenzahlung, e
    commerce zahlung, dankt, sagt danke, pos zahlung, karteneinsatz, paiement
    carte|cb|par+carte|sans+contact|psc, achat cb, achat carte, achat, facture carte, paiement cb,
    carte x, facture cb, cb, fact cb, avoir carte, credit carte, paiement par carte, tarjeta,
    compra, compra
    con|en|tarjeta|tarj|debito|internet|tpv|pos|comercio|nacional|internacional|online, pago
    con|en tarjeta|tarj|comercio, pago tarjeta, compra debito, consumo, consumo tarjeta, operacion
    con tarjeta, compra en, compra pos, devolucion compra, compra no|com|c+debito|cartao|debito,
    compra cartao, cartao debito|credito, compra elo|visa|master, compra com cartao, pag tarj, deb
    compra, compra mb, pagamento pos|carta|bancomat|nexi, pagamento tramite pos, acquisto,
    acquisto internet|pos|carta, operazione pos|carta, pagobancomat, pagam pos, transazione carta,
    addebito carta, acquisti, betaalpas, bea, betaalautomaat, pinbetaling, betaling aankopen,
    bancontact, aankoop, kaartbetaling, betaling met kaart|debetkaart, betaling via bancontact,
    debetkaart, betaalverzoek kaart, betaling pas, contactloze betaling, aankoop via, kortkop,
    kortbetaling, kortkob, kortoverforsel, varekjop, visa kjop, visa varekjop, dankort, dankort
    nota, visa dankort, korttransaktion, kob, kop, korttiosto, korttimaksu, kortosto, verkkomaksu
    kortti, osto, kortafaersla, kortakaup, uttekt i verslun, platnosc
    karta|web+karta|mobilna+karta|telefonem, transakcja karta, zakup karta, zakup przy uzyciu
    karty, operacja karta, zwrot platnosci karta, karta debetowa, platba kartou|u+obchodnika,
    platba karta, nakup, nakup kartou, karetni transakce, transakce kartou|platebni+kartou,
    kartova transakcia, transakcia kartou, nakup dne, kartyas vasarlas|fizetes, vasarlas, kartyas,
    bankkartyas vasarlas, kartyatranzakcio, vasarlas kartyaval, pos vasarlas, cumparare,
    cumparaturi, plata pos|card|la+pos|cu+cardul, tranzactie pos|comerciant|card, cumparare pos,
    kupovina, kupovina karticom|pos, placanje karticom|kartica, kartica, pos kupovina, nakup s
    kartico|na+pos, placilo s kartico, placilo kartica, куповина, плаћање картицом, картично
    плаќање, плаќање со картичка, pirkinys, pirkimas, mokejimas kortele, korteles operacija,
    pirkums, pirkums ar karti, maksajums ar karti, kartes darijums, kaardimakse, ost, ost
    kaardiga, kaarditehing, покупка, покупки, покупка на пос, плащане с карта, транзакция пос,
    оплата картой, оплата товаров и услуг, оплата товаров, операция по карте, безналичная оплата,
    оплата по карте, розничная операция, оплата карткою, оплата товарів, купівля, безготівкова
    оплата, αγορα, αγορες, αγορα με καρτα, αγορα pos, alisveris, alis veris, pos alisveris,
    harcama, e ticaret, kart harcamasi, sanal pos, banka karti alisveris, blerje, blerje
    pos|me+karte, mehsul alisi, сатып алу, შეძენა, გადახდა ბარათით, գնում, نقاط البيع, نقطة بيع,
    مدى, شراء, مشتريات, عملية شراء, דלק כרטיס, ויזה, ישראכרט, מקס איט, כאל, לאומי קארד, רכישה,
    חיוב כרטיס, כרטיס אשראי, خرید, خرید کالا, पीओएस, खरीद, ক্রয়, transaksi debit, kartu debit,
    belanja, pembelian, qris, debit edc, pembelian kad, beli, belian, thanh toan the, thanh toan
    pos, mua hang, pagbili, manunuzi, malipo kwa kadi, ชำระสินค้า, ซื้อสินค้า, รูดบัตร, 消费, 消費, 刷卡,
    刷卡消費, 快捷支付, 网上消费, pos消费, 签帐, 簽賬, 信用卡, 無卡, 悠遊卡, デビット,
    デビットカード, カード利用, カード支払, お買上げ, ご利用, 체크카드, 카드결제, 신용카드, 체크,
    일시불, 해외이용, 카드사용
"""

TRANSFER: Final = """
    online transaction, e tfr, send e tfr, funds received, customer transfer of funds, receive
    international transfer, interbank deposit, devolucion, transfe pix, paid to, money sent, plata
    op|op+intra|op+inter, incasare op, online tfr, rtc pmt, fp, zelle, zel, venmo, wire, wire
    in|out|transfer|payment, fedwire, ach credit|deposit, direct deposit|credit|dep, paynow, fast
    payment|transfer, faster payment|payments|payment+received, fpi, fpo, bgc, bank
    giro|giro+credit, giro credit, bank giro credit, automated credit, inter bank credit, osko,
    npp, payid, pay id, payroll, salary, salary credit, wages, pension, standing order, s o,
    online transfer, internet transfer, mobile transfer, bank transfer, fund|funds
    transfer|trf|tfr, funds trfr, transfer to|from|in|out|payment|received|via+upi, tfr, trf,
    xfer, trfr, ibft, instapay, pesonet, inward|outward
    remittance|telex+transfer|tt|transfer|payment, telegraphic transfer, remittance, neft, neft
    cr|dr, imps, rtgs, upi, upi in, upi cr|dr, mmt, inft, ib transfer, mb transfer, nip, nip
    transfer, nibss, interac e transfer, e transfer, etransfer, interac etransfer, mobi, mobile
    banking transfer|payment, received from, sent from, money received|sent, payment from, p2p,
    ft, payee payment, m pesa, mpesa, pay bill, send money, customer transfer, person to person,
    wallet, duitnow, duitnow transfer, jompay, interbank giro, ibg, fps, autopay in, uberweisung,
    ueberweisung, uberweisungsauftrag, uberweisungsgutschrift, gutschrift, gutschr, dauerauftrag,
    lohn, gehalt, lohn gehalt, lohn gehalt rente, bezuge, rente, gutschrift uberweisung,
    echtzeituberweisung, online uberweisung, onlineuberweisung, sepa
    uberweisung|gutschrift|credit, ubertrag, kontoubertrag, umbuchung, twint, uberw, vergutung,
    zahlungseingang, eingang, zahlungsauftrag, e banking auftrag, ebanking auftrag, giro aus
    konto, giro post, giro bank, giro international, sammelauftrag, virement, virements, vir, vir
    sepa|inst|recu|emis|instantane|permanent|europeen, virement
    recu|de|emis|instantane|permanent|sepa|en+votre+faveur, vir web, salaire, virmt, vrt, loyer,
    paie, transferencia, transf, transfer, trf a|de, traspaso, traspaso a|de, transferencia
    recibida|enviada|a+terceros|inmediata|interbancaria|de|a+favor, transferencias, credito
    transferencia, spei, spei recibido|enviado, pago cuenta de tercero, pago de sueldos, sueldo,
    haberes, nomina, pago nomina, abono nomina, abono de nomina, bizum, plin, yape, nequi,
    remuneraciones, acreditacion de haberes, pago interbancario, tef, pix, pix
    recebido|enviado|transf|receb|qr|rec|env, ted, doc, tev, transf pix, transferencia
    recebida|enviada|pix, mb way, mbway, trf mb way, remuneracao, remuneracao salario, salario,
    credito de salario, ordenado, vencimento credito, liberacao salario, proventos, bonifico,
    bonifico
    a|da|sepa|istantaneo|estero|ordinario|disposto|ricevuto|in+uscita|in+entrata|a+vostro+favore,
    disposizione di bonifico, giroconto, stipendio, emolumenti, pensione, accredito
    stipendio|bonifico, postagiro, girofondo, delega f24, ordine permanente, overboeking,
    overschrijving, sepa overboeking, ideal, doorlopende opdracht, periodieke overboeking,
    salaris, loon, tikkie, bijschrijving, instantoverschrijving, overschrijving in euro, instant
    overschrijving, spoedoverboeking, overforing, overforsel, overfoersel, kontooverforsel,
    straksoverforsel, insattning, swish, swish fran|till, lon, lon fran, lonn, loen,
    lonsoverforsel, lonoverforsel, vipps, mobilepay, fast oppdrag, fast overforsel, stalande
    overforing, staende overforing, giro, giro fra|til, bankgiro, bg, plusgiro, pg betalning,
    hyra, husleje, husleie, overfort til|fra, nettgiro, betaling innland, tilisiirto, palkka,
    elake, itsepalvelu, maksupalvelu, omasiirto, viitesiirto, sepa siirto, laun, millifaersla,
    millifaerslur, launagreidsla, przelew, przelewy, przelew
    przychodzacy|wychodzacy|wlasny|natychmiastowy|srodkow|zewnetrzny|wewnetrzny|na+telefon|ekspresowy,
    zlecenie stale, wynagrodzenie, blik, przelew na telefon|blik, emerytura, pensja, polecenie
    przelewu, uznanie przelew, prevod, prichozi uhrada|platba|prevod, odchozi uhrada|platba,
    prevod prostredku, trvaly prikaz, trvala platba, mzda, vyplata mzdy, okamzita
    platba|uhrada|odchozi+platba, okamzita prichozi|odchozi uhrada|platba, bezhotovostni
    prijem|platba|prevod, prijata platba, uhrada, domaci platba, platba na ucet, prijem, dochod,
    atutalas, utalas, atutalas bejovo|kimeno|belfoldi|azonnali, azonnali atutalas, allando
    megbizas, allando atutalasi megbizas, munkaber, bejovo atutalas|utalas, kimeno
    atutalas|utalas, fizetes jovairas, berutalas, nyugdij, transfer bancar, plata instant, plata
    intrabancara|interbancara, incasare, incasare ordin, ordin de plata, salariu, virament,
    transfer intern, prijenos, placa, nakazilo, priliv, prejeto nakazilo, plata prijem, zarada,
    uplata, uplata zarade, nalog za prijenos|placanje, instant placanje, trajni nalog, prenos,
    prenos sredstava, uplate primanja, пренос, пренос средстава, зарада, уплата зараде, плата,
    инстант плаћање, трансфер, налог за плаќање, pervedimas, mokejimas, ieinantis|iseinantis
    mokejimas, darbo uzmokestis, atlyginimas, mokejimo nurodymas, parskaitijums,
    ienakosais|izejosais maksajums, maksajums, alga, darba alga, zibmaksajums, ulekanne, makse,
    tootasu, palk, laekumine, valkmakse, siseneb makse, превод, получен превод, изходящ превод,
    входящ превод, кредитен превод, нареден превод, заплата, вътрешнобанков превод, перевод,
    перевод от|на|с|между+своими|частного+лица|клиенту|по+номеру+телефона, входящий|исходящий
    перевод, зачисление, зачисление зарплаты, зарплата, заработная плата, пополнение, переводы,
    прочие зачисления, внутрибанковский|межбанковский перевод, сбп, пенсия, зачисления, аванс,
    перечисление, платёжное поручение, переказ, зарахування переказу, переказ з|на|від
    картки|картку|рахунок, заробітна плата, поповнення, зарахування, виплата зарплати, аударым,
    жалақы, μεταφορα, μεταφορα web|από|προς, εμβασμα, εισερχομενο|εξερχομενο εμβασμα, εμβασμα
    εισερχομενο, iris, μισθοδοσια, μισθος, συνταξη, πιστωση λογαριασμου, μεταφορα σε|απο, havale,
    gelen|giden havale|eft|fast, eft, fast, maas, maas odemesi, para transferi, kolas havale,
    hesaptan hesaba, virman, swift, kocurme, pul kocurmesi, emek haqqi, transferte, transfertë,
    pagese page, rroge, გადარიცხვა, ხელფასი, ჩარიცხვა, փոխանցում, աշխատավարձ, حوالة, حوالة
    واردة|صادرة, تحويل, تحويل من|إلى|داخلي|وارد|صادر, راتب, رواتب, حوالة راتب, העברה, העברת, זיכוי
    העברה, משכורת, העברה מ|אל|בביט|דיגיטל, ביט, פייבוקס, זיכוי מבנק, قسمت انتقال, انتقال, انتقال
    وجه, پایا, ساتنا, کارت به کارت, حقوق, تنخواہ, वेतन, एनईएफटी, आईएमपीएस, यूपीआई, আরটিজিএস,
    বিইএফটিএন, বেতন, transfer dana, trsf, trsf e banking, trsf e banking db|cr, kiriman uang, bi
    fast, bifast, transfer masuk|keluar, gaji, switching, pindahan, pindahan dana, pemindahan,
    pemindahan wang, bayaran gaji, transfer fund a c, chuyen tien, chuyen khoan, chuyen tien
    di|den, luong, tra luong, tt luong, nhan chuyen khoan, nhan tien, sahod, padala, mshahara,
    kutuma pesa, transferentzia, soldata, transferencia rebuda, trosglwyddiad, โอนเงิน, รับโอนเงิน,
    โอนไป, โอนเข้า, โอนออก, รับโอน, เงินเดือน, พร้อมเพย์, 转账, 轉帳, 轉賬, 转帐, 汇款, 匯款, 汇入,
    匯入, 匯出, 汇出, 跨行转账, 跨行轉入, 跨行轉出, 工资, 薪資, 薪资, 代发工资, 薪轉, 網路轉帳,
    网银转账, 电子汇入, 电子汇出, 转存, 轉存, 行内转账, 网转, 转支, 支付宝转账, 超级网银, fps轉賬,
    轉數快, 行動轉帳, 退款, 振込, 振込1, お振込, お振込み, 振替, 給与, 給料, 給与振込, 賞与, 年金,
    送金, 総合振込, 振込入金, 他行振込, 入金, 이체, 급여, 월급, 송금, 타행이체, 인터넷이체,
    계좌이체, 스마트출금, 전자금융, 오픈뱅킹, 타행송금, 모바일이체, 펌뱅킹입금, 상여, 연금,
    카카오송금, 토스이체, 당행이체
"""

OTHER: Final = """
    deposit, deposits, mobile deposit, mobile check|cheque deposit, check|cheque deposit, deposit
    by check|cheque, atm check deposit, remote deposit, e deposit, deposited check|cheque,
    edeposit, edeposit in branch, cheque proceeds, counter deposit, branch deposit, deposit made
    in a branch, airtime purchase, airtime, smart pay, adjustment, reversal
"""

WEAK_CARD: Final = """
    card, visa, mastercard, maestro, karte, carte, tarjeta, cartao, carta, kaart, kort, kortti,
    karta, kartica, kart, карта, карте, картка, כרטיס, بطاقة, sale, carte bancaire, v pay, rupay,
    elo, uzcard, jcb, amex, カード, 카드, 卡
"""

WEAK_TRANSFER: Final = """
    sepa, bill payment, bill pay, payment, transfer, credit, platba, platnosc, maksu, betaling,
    betalning, odeme, paiement, pago, pagamento, payment thank you, payment received, cr, remit,
    оплата, платеж, платёж, платіж, πληρωμη, plati, mokejimas, maksajums, placanje, placilo,
    fizetes, דמי, תשלום, دفع, ชำระเงิน, เพื่อชำระ, 付款, 支付, 支払, 결제, pembayaran, bayaran, thanh
    toan, pago de|a, pagamento de|a
"""
