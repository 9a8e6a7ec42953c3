"""What statements call fees, interest, cash and cheques: phrases that say so surely."""

from typing import Final

FEE: Final = """
    mark up, foreign currency mark up, withdrawal charge, transfer of funds charge, pay bill
    charge, fee, fees,
    service|monthly|account|maintenance|overdraft|late|annual|transaction|atm|wire|nsf|transfer|bank|admin|administration|card|handling|processing|membership|conversion|ledger|banking|unpaid|item|stop+payment|foreign+transaction|ccy+conversion|overseas+transaction|cash+advance|non+sterling|fall+below|card+replacement|returned+item
    fee|fees|charge|charges|chg|chgs|chrg, service charge|charges, charges,
    bank|nip|sms|stamp+duty|transfer|card|atm|sms+alert|neft|imps|rtgs|ecs|ach
    charge|charges|chgs|chg|duty, sms alert|alerts, commission, commissions, commission on
    turnover, stamp duty, vat on, gst, gst on, cgst, sgst, igst, sst, levy, electronic money
    transfer levy, withholding tax, wht, tax withheld, debit tax, transaction prices, account
    maintenance, maintenance, amc, min bal chgs, folio chgs, penalty, package fee, finance charge,
    loan processing, gebuhr, gebuhren, entgelt, entgelte, kontofuhrung, kontofuhrungsgebuhr,
    kontofuhrungsentgelt, spesen, entgeltabschluss, abschluss entgelt, entgelte abschluss,
    dienstleistungspreis, dienstleistungspreisabschluss, auslandseinsatzentgelt, buchungsgebuhr,
    kartenpreis, jahresgebuhr, jahresgebuhr karte, kontogebuhr, preis fur, kest, quartalsgebuhr,
    portoersatz, porto, frais, frais de|sur, cotisation, cotisations, frais de tenue de compte,
    tenue de compte, commission d intervention, facturation, offre groupee, esprit libre, timbre
    fiscal, tva sur, abonnement mensuel, comision, comisiones, mantenimiento, tarifa, tarifas,
    cuota de manejo, cobro comision, iva, i v a, impuesto, imp, imp cre ley, imp deb ley, imp deb,
    imp cre, ley 25413, retencion, isr, gmf, 4x1000, 4 x 1000, itf, sello, gastos de, anualidad,
    seguro de desgravamen, portes, percepcion, comis, comision
    por|de|mantenimiento|tarjeta|transferencia, liquidacion de comisiones, impuesto de sellos,
    anuidade, taxa, tar, iof, cesta, cesta de servicos, tarifa pacote, tar pacote, pacote de
    servicos, pacote servicos, imposto, imposto selo, imposto do selo, comissao, comissoes,
    manutencao de conta, cobranca de juros e iof, despesas de manutencao, com manut conta, iva s,
    commissione, commissioni, spese, canone, imposta, imposta di bollo, bollo, imp bollo, recupero
    spese, spese tenuta conto, competenze di liquidazione, oneri, comm, spese bancarie, canone
    mensile, kosten, pakketkosten, kosten betaalpakket, bankkosten, kosten betalingsverkeer,
    beheerskosten, beheerkosten, bijdrage, kosten rekening, jaarlijkse bijdrage, maandelijkse
    bijdrage, avgift, avgifter, arsavgift, manadsavgift, gebyr, gebyrer, omkostninger, arspris,
    manedspris, kortavgift, priser, transaktionsgebyr, kontogebyr, nyckelkund, nyckelkund pris,
    pris, arsgebyr, palvelumaksu, palvelumaksut, kuukausimaksu, tilinhoitomaksu, palkkio,
    toimenpidemaksu, thjonustugjald, argjald, faerslugjald, gjald, utskriftargjald, oplata,
    oplaty, prowizja, prowizje, opl, oplata za, oplata miesieczna, poplatek, poplatky, poplatok,
    poplatok za, poplatek za, vedeni uctu, cena za, poplatky za balik, dij, dija, koltseg,
    jutalek, illetek, tranzakcios illetek, havidij, szamlavezetesi dij, kartyadij, comisioane,
    taxe, spezare, com adm, comision administrare, naknada, naknade, provizija, odrzavanje racuna,
    troskovi, trosak, nadomestilo, nadomestila, lezarina, vodenje racuna, stroski, provizija za,
    накнада, провизија, одржавање рачуна, надомест, mokestis, aptarnavimo mokestis, komisinis,
    komisinis mokestis, menesinis mokestis, komisija, maksa par, apkalposanas maksa, menesa maksa,
    teenustasu, kuutasu, hooldustasu, haldustasu, kaardi kuutasu, paketitasu, такса, такси,
    комисиона, такса обслужване, комисия, комиссия, комиссии, плата за, абонентская плата,
    обслуживание, ежемесячная плата, удержание, ндс, налог, комісія, плата за обслуговування,
    абонплата, обслуговування, податок, προμηθεια, προμηθειες, εξοδα, εξοδα κινησης, χρεωση
    υπηρεσιας, τελη, τελος, συνδρομη, προμηθεια εμβασματος, ucret, ucreti, ucretleri, komisyon,
    komisyonu, masraf, masrafi, bsmv, kkdf, hesap isletim, hesap isletim ucreti, islem ucreti,
    aidat, kart aidati, komissiya, haqqi, xidmet haqqi, komision, komisione, tarife, mirembajtje,
    комиссиясы, комиссия сомасы, საკომისიო, միջնորդավճար, رسوم, رسم, عمولة, عمولات, ضريبة, ضريبة
    القيمة المضافة, مصاريف, دمغة, עמלה, עמלת, עמלות, דמי ניהול, דמי כרטיס, דמי, מס הכנסה, کارمزد,
    فیس, शुल्क, प्रभार, चार्ज, চার্জ, ফি, கட்டணம், biaya, biaya adm, biaya admin, biaya administrasi,
    biaya layanan, biaya transfer, pajak bunga, pajak, bea meterai, caj, caj perkhidmatan, yuran,
    yuran tahunan, duti setem, phi, thu phi, phi quan ly, phi dich vu, phi thuong nien, phi sms,
    phi chuyen tien, qltk, bayad sa serbisyo, ada ya, gharama, ค่าธรรมเนียม, ภาษี, ค่าบริการ,
    ค่าธรรมเนียมรายปี, 手续费, 手續費, 服务费, 服務費, 年费, 年費, 管理费, 管理費, 账户管理费,
    短信费, 短信服务费, 工本费, 國外交易服務費, 国外交易手续费, 郵電費, 利息税, 代扣税, 手数料,
    振込手数料, 年会費, 時間外手数料, 印紙代, 税金, 수수료, 이체수수료, 연회비, 타행이체수수료,
    원천세, 이자세금
"""

INTEREST: Final = """
    interest, gross|net|credit|debit|loan|savings|overdraft|bonus|deposit|account|od interest,
    interest earned|paid|credit|credited|charge|charged|payment|posting|capitalised|received|run,
    int, int pd, int paid, int cr, int credit, credit int, int earned, monthly interest paid,
    sbint, sb int, int trf, dividend, dividend posting|earned|paid, profit paid, profit, profit
    credit, hibah, cash back interest, apy, zinsen, habenzinsen, sollzinsen, zins, zinsgutschrift,
    zinsabschluss, guthabenzinsen, abschluss zinsen, zinsbelastung, kreditzinsen, zinsertrag,
    dispozinsen, interets, interets crediteurs|debiteurs, interet, agios, int crediteurs, int
    debiteurs, intereses, interes, interes capitalizado, intereses a su favor, liquidacion
    intereses|de+intereses|cuenta, abono intereses, intereses ganados, pago de intereses,
    rendimientos, juros, juros limite|saldo|de+mora, rendimento, rendimentos, rend, rend pago,
    rend pago aplic aut mais, remuneracao de saldo, juros credores|devedores, interessi, interessi
    creditori|attivi|passivi|debitori, competenze, interessi e competenze, rente, creditrente,
    debetrente, rentebetaling, rentevergoeding, ranta, rantor, kreditranta, kapitaliserad ranta,
    renter, kreditrenter, debetrenter, rentetilskrivning, tilskrevne renter, korko, korot,
    talletuskorko, lahdevero, vextir, innvextir, odsetki, kapitalizacja, kapitalizacja odsetek,
    odsetki skapitalizowane, urok, uroky, urok z vkladu, pripis uroku, kreditni urok, kreditny
    urok, kamat, kamatjovairas, kamatfizetes, betet kamat, betetkamat, hitelkamat, dobanda,
    dobanzi, capitalizare dobanda, plata dobanda, kamata, kamate, pripis kamate, obresti, камата,
    камате, лихва, лихви, олихвяване, palukanos, priskaiciuotos palukanos, procenti, procentu
    izmaksa, intress, intressid, intressi valjamakse, проценты, капитализация, капитализация
    процентов, выплата процентов, начисление процентов, проценты по вкладу, відсотки, нарахування
    відсотків, капіталізація, τοκοι, τοκος, τοκοι πιστωτικοι|χρεωστικοι|καταθεσεων,
    πιστωτικοι|χρεωστικοι τοκοι, faiz, faiz tahakkuku, faiz odemesi, mevduat faizi, faiz geliri,
    interesa, interesi, пайыз, сыйақы, პროცენტი, სარგებელი, տոկոս, فائدة, فوائد, ارباح, أرباح,
    ربح, ריבית, ריבית זכות|חובה, سود, سود سپرده, منافع, ब्याज, सूद, সুদ, মুনাফা, வட்டி, వడ్డీ, bunga,
    bunga tabungan|rekening, jasa giro, bagi hasil, faedah, dividen, lai, tra lai, lai tien gui,
    lai nhap von, lai suat, tien lai, interest payment, interes na kinita, riba, interessos,
    interesak, korritu, llog, rente betaal, ดอกเบี้ย, รับดอกเบี้ย, รับดอกเบี้ยเงินฝาก, 利息, 结息, 結息,
    存款利息, 利息存入, 利息入账, 派息, 批量结息, お利息, 利子, 決算利息, 預金利息, 이자,
    예금이자, 결산이자, 이자지급
"""

CASH: Final = """
    withdrawal at, kp felvet, customer withdrawal, customer withdrawal at agent, withdrawal at
    agent, agent deposit, deposit of funds at agent, atm, atm
    withdrawal|wdl|wd|w+d|cash|debit|deposit|transaction|wdr, atw, nwd, eaw, cash, cash
    withdrawal|deposit|advance|machine|wdl|dep|dispensed|out|machine+withdrawal|point, cashpoint,
    cash point, self cash, lnk, withdrawal at atm, counter withdrawal|cheque+cash, teller
    withdrawal, nonnetwork atm, non atm, by cash, cash dep, csh, cdm, cwdr, atm wdl, nfs, cash
    withdrawn, branch withdrawal, ccdm, debit atm, bargeld, bargeldauszahlung, bargeldbezug,
    bargeldeinzahlung, bargeldabhebung, geldautomat, ga nr, gaa, auszahlung gaa, geldausgabe,
    geldausgabeautomat, bareinzahlung, barauszahlung, barabhebung, bancomat bezug, bezug bancomat,
    postomat, bezug postomat, bankomat, bankomat behebung, automat, selbstbedienung, sb
    einzahlung, sb auszahlung, behebung, einzahlung bar, eigene auszahlung, retrait, retrait
    dab|gab|especes|carte|distributeur|guichet|cb, dab, gab, versement especes, depot especes,
    retrait d especes, ret dab, reintegro, reintegro en|cajero|efectivo, cajero, cajero
    automatico, disposicion, disposicion cajero|de+efectivo|en+cajero, extraccion, extraccion
    en|cajero|atm, retiro, retiro cajero|en+cajero|atm|efectivo|sin+tarjeta|de+efectivo, giro
    cajero, giro cajero automatico, giro en|por cajero, efectivo, deposito en|de efectivo,
    deposito efectivo, ingreso en efectivo, ingreso efectivo, avance en efectivo, saque, saque
    24h|terminal|banco24h|atm|no+caixa|c+cartao, levantamento, levantamento|lev atm|multibanco|mb,
    deposito em dinheiro|numerario, deposito dinheiro, prelievo, prelievo
    bancomat|contanti|atm|sportello, prelevamento, prelevamento bancomat, versamento contanti,
    versamento contante, geldopname, geldopname automaat, geldopneming, geldautomaat, gea, opname
    contanten, contante opname, storting contanten, geldopvraging, opvraging, contantopname,
    geldstorting, uttag, bankomatuttag, uttag bankomat, kontantuttag, kontantinsattning, kontant,
    kontant i automat, haevning, haevet i automat, kontanthaevning, automatuttak, minibank,
    minibankuttak, kontantuttak, uttak minibank, kontanthevning, otto, automaattinosto,
    kateisnosto, kateispano, nosto, talletusautomaatti, hradbanki, uttekt i hradbanka,
    reidufjarutttekt, wyplata gotowki|z+bankomatu|w+bankomacie|bankomat|gotowkowa, wyplata karta,
    wplata gotowki|wlasna|gotowkowa|we+wplatomacie, wplatomat, wyplata w kasie, vyber, vyber z|v
    bankomatu|bankomate|atm|hotovosti, vyber hotovosti|atm|kartou, vklad hotovosti, vklad v
    hotovosti, bankomat vyber, hotovost, hotovostny vyber|vklad, keszpenz, keszpenzfelvetel,
    keszpenzfelvet, keszpenz felvetel|felvet|befizetes, keszpenzbefizetes, atm felvet|felvetel,
    automata keszpenzfelvetel, atm keszpenzfelvetel, retragere, retragere numerar|atm|de+numerar,
    numerar, depunere numerar, eliberare numerar, podizanje gotovine, isplata
    gotovine|gotovog+novca, gotovina, gotovinska isplata, gotovinski dvig, uplata gotovine, polog
    gotovine, dvig, dvig gotovine|na+bankomatu, bankomatu isplata, подизање готовине, исплата
    готовине, готовина, уплата пазара, повлечување готовина, grynuju, grynieji, grynuju
    isemimas|pinigu+isemimas|inesimas, pinigu isemimas, skaidras naudas izmaksa|iemaksa, skaidra
    nauda, sularaha, sularahaautomaat, sularaha valjamakse|sissemakse, raha valjavott, теглене,
    теглене на атм|каса|банкомат, теглене от, внасяне на каса, вноска на каса, выдача наличных,
    выдача, снятие наличных, внесение наличных, взнос наличных, наличных, наличные, получение
    наличных, банкомат, видача готівки, зняття готівки, внесення готівки, готівка, готівки, видача
    готівкових, қолма қол, αναληψη, αναληψη atm|μετρητων, αναληψεις, καταθεση μετρητων, μετρητα,
    para cekme, atm para cekme, nakit, nakit cekim|avans|yatirma, para yatirma, nagd, nagd pul,
    terheqje atm|cash, terheqje nga atm, depozitim cash, განაღდება, ნაღდი, կանխիկ, կանխիկացում,
    سحب نقدي, صراف, صراف آلي, سحب صراف, إيداع نقدي, سحب من الصراف, نقدا, משיכת מזומן, משיכה, משיכת
    מזומנים, כספומט, בנקט, הפקדת מזומן, מזומן, خودپرداز, برداشت نقدی, وجه نقد, نقد رقم, नकद,
    एटीएम, नकद निकासी|जमा, নগদ, এটিএম, ரொக்கம், tarik tunai|tun, penarikan tunai, setor tunai,
    setoran tunai, tarikan, pengeluaran tunai, keluar tunai, deposit tunai, tunai, tarikan atm,
    rut tien, rut tien mat|atm, nop tien mat, rut tien tai atm, nop tien vao, tien mat, withdraw
    atm, pagwithdraw, kutoa pesa, kutoa fedha, kuweka pesa, cajero kutxazain, caixer, ถอนเงินสด,
    ฝากเงินสด, เงินสด, ถอนเงิน, atm取款, 取现, 取現, 現金提款, 现金存入, 现金支取, 存现, 現金存入,
    現金, 现金, 自动取款机, 自動櫃員機, 提款機, 櫃員機提款, 自動提款機, atm提款, atm引出,
    atm引き出し, 引出, 引出し, 現金引出, 현금, atm출금, cd출금, 현금인출, 현금입금, 自動機,
    atm入金, 現金支払
"""

CHEQUE: Final = """
    check, check no|number|paid|cashed, cheque, cheque no|number|paid|cleared|withdrawal, chq, chq
    paid|no, clg, inw clg, o w clg, mb clg, ctgs, inward clearing, outward clearing, clearing
    cheque, chqs, draft, share draft, cleared cheque, certified cheque, bankers draft, cashiers
    check, scheck, scheckeinlosung, scheckeinreichung, scheckeinzug, scheckbelastung, cheque
    emis|comp|n|certifie|de+banque, remise cheque|cheques|de+cheque|de+cheques, encaissement
    cheque, talon, cheque cobrado, cheque cobrado por caja, pago de cheque, cheque pagado, cheque
    canje, ingreso cheque, cheque deposito, deposito cheque, deposito de cheque, abono cheque,
    compensado, cheque compensado, ch compensado, chq compensado, dep cheque, desconto de cheque,
    assegno, assegni, versamento assegni|assegno, assegno bancario|circolare, cheque betaling,
    checkbetaling, czek, realizacja czeku, ucet sek, csekk, csekkbefizetes, cec, incasare cec,
    cek, cek no, cek bozdurma, cek tahsili, checkinlosen, check utbetalning, sekki, tekki, чек,
    чек №, оплата чека, επιταγη, εισπραξη επιταγης, πληρωμη επιταγης, cekovi, ček, شيك, شيكات, صرف
    شيك, إيداع شيك, המחאה, שיק, שיק מס, הפקדת שיק, הפקדת שיקים, چک, चेक, चैक, চেক, கேசலை, cek
    kliring, kliring, bilyet giro, setoran kliring, pengeluaran cek, deposit cek, hundi, หักเช็ค,
    เช็ค, ฝากเช็ค, เรียกเก็บเช็ค, 支票, 票據, 票据, 支票存入, 轉帳支票, 小切手, 手形, 手形小切手, 수표,
    당좌수표, 어음
"""
