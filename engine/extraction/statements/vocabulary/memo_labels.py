"""Words inside memos that lead up to a name, or to something that is none."""

from typing import Final

PAYER: Final = """
    fr a c, from a c, from account, fr, from, received from, sent by, ordering customer, by order
    of, originator, remitter, payer, b o, bo, sender, von, auftraggeber, absender,
    zahlungspflichtiger, belastet durch, de, du compte de, emetteur, donneur d ordre, donneur, de
    la part de, ordenante, remitente, de parte de, da, mittente, mitt, ord, ordinante, da parte
    di, disposto da, van, opdrachtgever, afzender, fra, betaler, avsender, afsender, fran,
    betalare, avsandare, maksaja, lahettaja, od, nadawca, zleceniodawca, platce, platca, uzatel,
    odesilatel, odosielatel, kuldo, megbizo, fizeto, de la, platitor, ordonator, platitelj,
    nalogodavac, platnik, placnik, од, налогодавац, налогодавач, moketojas, no, maksatajs, maksja,
    от, от кого, наредител, плательщик, отправитель, від, платник, відправник, απο, εντολεας,
    gonderen, gonderici, من, المرسل, מאת, از, से, daripada, dari, pengirim, tu, nguoi gui, nguoi
    chuyen, จาก, 付款人, 付款方, 汇款人, 匯款人, 依頼人, 보낸분, kutoka, nga, kimden, mula kay
"""

PAYEE: Final = """
    to a c, to account, to acct, to, paid to, payment to, in favour of, in favor of, pay to,
    transfer to, beneficiary, benef, benefi, payee, receiver, recipient, an, empfanger,
    begunstigter, zahlungsempfanger, zugunsten, a, au profit de, pour, beneficiaire, destinataire,
    vers, en faveur de, beneficiario, destinatario, a favor de, para, favorecido, a favore di,
    per, naar, aan, begunstigde, ten gunste van, til, mottaker, modtager, till, mottagare, saaja,
    vastaanottaja, do, dla, odbiorca, na rzecz, pro, prijemce, prijemca, pre, kedvezmenyezett,
    cimzett, catre, beneficiar, primatelj, primalac, prejemnik, прималац, примач, gavejas,
    sanemejs, кому, на имя, получатель, получател, для, отримувач, одержувач, προς, δικαιουχος,
    alici, aliciya, الى, إلى, لصالح, المستفيد, עבור, לטובת, אל, به, को, kepada, ke, penerima, toi,
    nguoi nhan, nguoi thu huong, ให้, โอนไป, ไปยัง, 收款人, 收款方, 受取人, 받는분, kwa, per te,
    para kay
"""

PARTY: Final = """
    ben, des, name, naam, nom, nombre, nome, navn, namn, nimi, nazwa, nazev, nazov, nev, nume,
    naziv, назив, имя, фио, наименование, co name, orig co name, company name, merchant, merchant
    name, counterparty, gegenpartei, gegenseite, contrepartie, partner, partnernev, kontrahent,
    protistrana, incassant, schuldeiser, creditor, creditor name, kreditor, glaubiger, creancier,
    crediteur, creditore, acreedor, debtor, debiteur, debitore, emisor, emissor, ordinante, abwa,
    abwe, nazwa kontrahenta, ten, tegenpartij, mededeler, контрагент, торговец, merchant id name,
    commercant, comercio, esercente, handler, tvrtka, firma
"""

NUMBERED: Final = """
    debitk, tgl, qr, acc, till, agent no, no, pas, ref, refs, ref no, reference, ref number,
    reference no|number, transaction|trans|txn|tran ref|id|no|number|reference, conf,
    confirmation, conf no, id, co id, ppd id, web id, ccd id, tel id, ind id, orig id, payment id,
    trace, trace no, trace number, tracer, seq, sequence no, auth, auth code, approval, approval
    code, terminal, term, terminal id, tid, mid, pos id, utr, rrn, stan, cid, mandate, mandat,
    mandatsref, mandatsreferenz, mandate reference, mandate ref, mref, umr, rum, eref, kref, cred,
    ics, iban, bic, swift, blz, bankleitzahl, konto, kontonr, kontonummer, account, account no,
    acct, a c, a c no, ac no, card, card no, card number, card ending, cardnr, karte, kartennr,
    karten nr, karten nummer, kartennummer, carte, carte n, carte no, n carte, kaart, kaartnummer,
    kaartnr, pasnr, kort, kortnr, tarjeta, tarj, no tarjeta, cartao, carta, carta n, cartan,
    karta, karty, nr karty, kartasi, kart no, карта, карте, картка, nr, number, num, numero,
    nummer, n, cod, code, codigo, codice, prot, trn, cro, ri, viite, viitenro, arkistointitunnus,
    kid, ocr, bankgiro, plusgiro, variabilni symbol, vs, ss, ks, vs ks ss, k s, v s, s s, cis
    uctu, ucet, uctu, rachunek, nr rachunku, id transakcji, numer, szamlaszam, kozlemeny azon,
    azonosito, poziv, poziv na broj, model, sklic, номер, счет, счету, счёту, договор, №, о р,
    инн, мфо, едрпоу, αρ, αριθμος, sorgu no, sorgu, dekont no, fis no, referans, رقم, אסמכתא, ma
    gd, ma kh, so gd, fatura no, cpf, cnpj, cuit, cuil, cbu, rut, rfc, agencia, conta, ag, cc,
    dni, nif, cif, clabe, rastreo, clave rastreo, folio, autorizacion, suc, sucursal, operacion,
    comprobante, remesa, recibo no, contrato, poliza, exp, expediente, customer no, kundennr,
    kundennummer, kd nr, kundenr, kundnr, klientnr, vertragsnr, vertrag, vertragskonto, vk,
    rechnungsnr, rg nr, re nr, belegnr, invoice no, inv no, facture n, facture no, faktura nr,
    fakt, transaktions nr, transaktionsnr, zahlungsreferenz, qr referenz, referenz, referenznr,
    kenmerk, betalingskenmerk, machtigingskenmerk, machtiging, mandaatreferte, mandaat, ref
    schuldeiser, referte, klantnr, klantnummer, incassant id, transactie, transactienr, volgnr,
    fis, nsu, doc, dcto, docto, documento, referencia, riferimento, rif, rec, po, vpa, ifsc, mcc,
    crn, mmid, umrn, batch, lote
"""

PURPOSE: Final = """
    payment from phone, payment from phonepe, upi, refdo, sent from, du, au, le, den, del, el, am,
    as, message, msg, memo, notes, purpose, details, remark, remarks, narration, desc, descr,
    description, desc date, co entry descr, entry descr, des, indn, ind name, sec, eed, payment
    details, svwz, verwendungszweck, vwz, zweck, zahlungsgrund, mitteilung, mitteilungen, betreff,
    buchungstext, kommentar, bemerkung, motif, libelle, objet, communication, comm, info
    complementaire, ech, concepto, concept, motivo, asunto, glosa, mensaje, descricao, mensagem,
    causale, descrizione, info di riconciliazione, omschrijving, mededeling, mededelingen, omschr,
    betreft, melding, besked, meddelelse, meddelande, viesti, selite, tytul, tytulem, tytul
    przelewu, opis, zprava, zprava pro prijemce, av, poznamka, sprava, ucel, kozlemeny,
    megjegyzes, detalii, explicatii, svrha, opis placanja, namen, сврха, paskirtis, merkis,
    detalas, selgitus, назначение, назначение платежа, основание, призначення, призначення
    платежу, αιτιολογια, aciklama, وصف, الغرض, تفاصيل, מהות, עבור, keterangan, berita, noi dung,
    nd, ghi chu, รายละเอียด, 附言, 备注, 備註, 用途, 摘要, 메모, on, dated, value date, valuta,
    val, valutadatum, date, datum, dato, data, fecha, vom, betalt, ostopvm, timed at, authdate,
    kurs, rate, exchange rate, koers, curs, cours, tasa, tecaj, kursas, fx rate, exch rate,
    foreign spend, umgerechnet, wechselkurs, bei, at, um, om, kl, kello, alle, ore, las, godz,
    saat, lies, hrs, uhr, uur, wertstellung, buchungstag, einreicher, abschlag, through, channel,
    канал, через, через додаток, операция по карте, операция по счету, операція, trans date, sent
    on, ppd, web, ccd, tel, ctx, end to end, endtoend, end to end id, notprovided, otthr, othr,
    purp, remittance, kategorie, category
"""

SUBJECT: Final = """
    dekuje za nakup, za nakup, dekujeme, reszere, nakup, receipt ref, bayar kos, arisan, gaji,
    utang, cicilan, za, rent, miete, mietzins, kaltmiete, warmmiete, loyer, alquiler, arriendo,
    aluguel, affitto, canone locazione, locazione, canone, huur, hyra, husleje, husleie, vuokra,
    czynsz, najem, najemne, najomne, lakber, albérlet, chirie, najamnina, stanarina, најам, nuoma,
    наем, аренда, оренда, ενοικιο, kira, إيجار, שכר דירה, sewa, tien nha, ค่าเช่า, 房租, 家賃, 월세,
    rechnung, invoice, inv, bill, facture, factura, fattura, fatt, fatura, faktura, factuur, fakt,
    lasku, szamla, racun, рачун, saskaita, rekins, arve, фактура, счет на оплату, рахунок,
    τιμολογιο, faktur, hoa don, hd, tagihan, teilbetrag, abschlagszahlung, beitrag,
    mitgliedsbeitrag, cotisation, abonnement, subscription, subscr, membership, prämie, praemie,
    pramie, premium, versicherung nr, policennr, police, strom gas, monatsrate, rate, rata,
    kaution, taschengeld, rückzahlung, rueckzahlung, erstattung, danke, danke fur, thanks, thank
    you, merci, gracias, obrigado, grazie, tak for, kiitos, dzieki, dekuji, koszonom, multumesc,
    hvala, спасибо, дякую, dinner, gift, lunch, groceries, refund, rimborso, reembolso,
    remboursement, terugbetaling, vracht, spende, donation, offerta, collecte, steuer, steuernr,
    tax, kostenerstattung, honorar, honoraires, urlaub, geschenk, geburtstag, ihr einkauf bei,
    einkauf bei, sagt danke, dankt, varios, haberes, prestamo, loan, credit repayment, darlehen,
    savings, sparen, epargne, ahorro, poupanca, risparmio, wynagrodzenie, comm bank app, commbank
    app, paynow, internet banking, online banking, netbank, privat24, zakup, zamowienie,
    bestellung, bestellnr, commande, pedido, encomenda, ordine, objednavka
"""
