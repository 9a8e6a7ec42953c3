"""Words beside numbers: of the invoice, of orders, of customers, for paying, for taxes."""

from typing import Final

NUMBERS: Final = {
    "invoice_number": """
        invoice number, invoice no, invoice num, invoice nr, invoice id, invoice ref, inv
        no, inv nr, inv number, inv, invoice reference, tax invoice no, tax invoice number,
        bill number, bill no, bill id, document number, document no, doc no, receipt number,
        receipt no, reference number, invoice reference number, credit note number, credit
        note no, credit memo number, credit memo no, our invoice no, number of invoice,
        statement number, voucher no, rechnungsnummer, rechnungsnr, rechnungs nr, rechnungs
        nummer, rechnung nr, rechnung nummer, rechnung no, re nr, rg nr, belegnummer,
        belegnr, beleg nr, beleg nummer, rnr, gutschriftsnummer, gutschriftnummer,
        gutschriftsnr, gutschrift nr, dokumentnummer, dokumentennummer, rechnungs id,
        fakturanummer, faktura nr, numero de facture, no de facture, n de facture, facture
        no, facture n, facture numero, numero facture, no facture, n facture, ref facture,
        facture nr, numero de la facture, numero d avoir, avoir n, avoir no, factuurnummer,
        factuur nummer, factuurnr, factuur nr, factuur no, nummer factuur, nota nummer,
        creditnota nummer, documentnummer, numero fattura, fattura n, fattura no, fattura
        nr, n fattura, nr fattura, fattura numero, numero documento, documento n, n
        documento, numero de factura, no de factura, n de factura, factura no, factura n,
        factura numero, factura nr, num factura, numero factura, n factura, nro factura, nro
        de factura, numero da fatura, fatura no, fatura n, n da fatura, nota fiscal no,
        numero da nota, no da nota, numero nota, cislo faktury, faktura c, faktura cislo,
        faktura danovy doklad c, c faktury, cislo dokladu, danovy doklad c, doklad c,
        evidencni cislo, numer faktury, nr faktury, faktura vat nr, faktura numer, numer
        dokumentu, rachunek nr, faktura numero, faktura nummer, fakturanr, fakturans nummer,
        faktura no, laskun numero, laskunumero, lasku nro, laskun nro, bill ref, electricity
        bill number, invoice nbr, inv num, invoice nummer, folio no, folio number, folio,
        booking invoice no, ticket invoice no, bill nr, bilagsnr, bilagsnummer, bilag nr,
        rgnr, rg nummer, rechn nr, re nummer, tositenumero, tositenro, tosite nro,
        kvittering nr, kvitteringsnr, kvitteringsnummer, kvitto nr, kvittonr, kuittinumero,
        kuitti nro, n doc, no doc, n de piece, no de piece, numero de piece, piece n,
        korekta nr, nr korekty, rectificativa n, factura rectificativa n, note de credit n,
        nota di credito n, nota de credito n, dobropis c, credit note n, adjustment note no,
        adjustment note number, comprobante n, comprobante nro, comp nro, nro de
        comprobante, numero de comprobante, n de comprobante, nro comprobante, boleta n, n
        boleta, fatura n doc, doc n, szamla szama, numar factura, nr factura, fact nr,
        fatura numarasi, broj racuna, racun br, stevilka racuna, invoice sr no, bill ref no,
        invoice serial no, no invoice, no faktur, no invois, invois no, serie folio, serie y
        folio, folio interno, folio fiscal interno
    """,
    "number": """
        number, no, nr, num, numero, nummer, n, c, cislo, numer, nro, document
    """,
    "order_number": """
        po number, po no, p o number, p o no, p o, po, purchase order, purchase order
        number, purchase order no, customer po, customer po number, customer order number,
        your order, your order no, your order number, cust po, po reference, customer
        purchase order, bestellnummer, bestellnr, bestell nr, bestellung nr, bestellung nr
        kunde, ihre bestellung, ihre bestellnummer, kundenbestellnummer, bestellung, ihre
        bestellnr, bestellreferenz, numero de commande, no de commande, n de commande, n bon
        de commande, bon de commande, votre commande, numero bon de commande, reference
        commande, n de bon de commande, commande no, commande n, uw ordernummer,
        inkooporder, inkoopordernummer, bestelnummer, bestelbon, uw bestelnummer, numero
        ordine, ordine n, vs ordine, ordine di acquisto, n ordine, numero de pedido, pedido
        no, n pedido, orden de compra, su pedido, pedido de compra, numero da encomenda,
        encomenda, requisicao, nota de encomenda, cislo objednavky, objednavka c,
        objednavka, vase objednavka, numer zamowienia, nr zamowienia, zamowienie, zamowienie
        nr, inkopsordernummer, er bestallning, ert ordernummer, bestallningsnummer,
        rekvisition, rekvisitionsnr, deres bestilling, innkjopsordre, tilausnumero,
        ostotilaus, bestillingsnummer, indkobsordre, order ref, order reference, your po,
        your po number, order ref no, customer ref po, buyer order no, buyers order no, ihre
        auftragsnummer, vaše objednávka, votre reference commande, bestelreferentie, ordine
        cliente, vostro ordine, ref pedido, su referencia de pedido, lpo, lpo no, lpo
        number, lpo ref, your lpo, l p o, l p o no, no pedido cliente, n pedido cliente,
        pedido cliente, pedido del cliente, pedido do cliente, o c, o c n, oc n, oc no, n o
        c, orden compra, ordem de compra, rekvisisjon, rekvisisjonsnr, rekv nr, rekvnr,
        rekvisition nr, zam klienta, nr zam klienta, zamowienie klienta, nr zamowienia
        klienta, obj c, obj cislo, c obj, cislo obj, v commande, v cde, votre cde, cde
        client, commande client, ref commande client, reference commande client, n commande
        client, bon de commande client, bon de commande n, bc n, uw bestelling, uw order, uw
        opdracht, uw po, ihr auftrag, ihre auftragsnr, ihre order, ihre order nr, ihre
        bestellung vom, er order, ert ordernr, ert order, deres ordre, deres ordrenr, deres
        ordrenummer, deres ordre nr, deres rekvisition, deres bestillingsnr, tilauksenne,
        tilausnumeronne, vs ord, vs ordine n, vostro ordine n, rif ordine, ordine cliente n,
        ord cliente, po ref, po nr, po num, customers order, customers order no, customers
        po, client po, buyers order, buyers ref po, work order po, purchase order ref, nr
        comanda, siparis no, narudzbenica, megrendelesszam, rendelesszam, rif ordine
        cliente, orden de compra n, orden de compra no, ordem de compra n, su orden de
        compra, su o c, pedido n cliente
    """,
    "payment_reference": """
        payment reference, payment ref, remittance reference, reference for payment, quote when
        paying, please quote, remittance advice reference, payment id, payment slip no,
        verwendungszweck, zahlungsreferenz, referenz bitte bei zahlung angeben, zahlungszweck,
        referenznummer, reference avis de paiement, reference de paiement, reference du paiement,
        reference paiement, reference a rappeler, communication, mededeling, gestructureerde
        mededeling, communication structuree, betalingskenmerk, betaalreferentie, kenmerk,
        causale, riferimento pagamento, concepto, referencia de pago, referencia de pagamento,
        referencia mb, variabilni symbol, variabilny symbol, vs, tytul przelewu, tytulem, ocr
        nummer, ocr nr, ocr, kid, kid nummer, viitenumero, viite, betalingsid, betalingsreference,
        referensnummer, referencia multibanco, libelle du virement, libelle virement, please quote
        reference, reference to quote, quote reference, bei zahlung angeben, bitte angeben,
        zahlungsreferenznummer, vermelding, onder vermelding van, motivo, referencia del pago,
        znak platby, specificky symbol platby, meddelande, melding, besked, viitteeksi
    """,
    "other_number": """
        customer number, customer no, customer id, client number, client no, client id,
        account number, account no, account id, account, acct, acct no, a c no, order
        number, order no, order id, order, order nr, sales order, sales order no, alt order,
        delivery note, delivery note no, delivery no, contract, contract no, contract
        number, project, project no, quote, quote number, quote no, reference, ref, your
        ref, our ref, our reference, your reference, job no, job number, job, item no, item
        number, part no, product code, sku, serial number, serial no, batch, registration
        number, reg no, company number, company no, company registration no, ticket no,
        ticket number, subscription id, transaction id, transaction no, transaction number,
        estimate, estimate no, estimate number, sort code, swift, bic, routing number, aba,
        packing slip, shipment no, tracking number, awb, agency code, advertiser code, deal,
        page, membership no, member id, policy number, policy no, meter number, terminal,
        cashier, table, original invoice, original invoice no, related invoice, preceding
        invoice, credit for invoice, til no, station, counter, cheque no, billing id, gst
        id, co reg no, kundennummer, kundennr, kunden nr, kunden nummer, kd nr,
        debitorennummer, debitor, auftragsnummer, auftragsnr, auftrags nr, auftrag nr,
        auftrag nr lief, auftrag, lieferschein, lieferscheinnummer, lieferschein nr,
        lieferscheinnr, vertragsnummer, vertrag, vertragsnr, projektnummer, projekt, projekt
        nr, angebotsnummer, angebot, leasingnummer, artikelnummer, artikel nr, art nr,
        steuernummer, steuer nr, st nr, handelsregister, handelsregisternummer, hrb, hra,
        kontonummer, konto nr, kto nr, kontonr, blz, ursprungsbeleg nr, reklamationsnummer,
        personalnummer, lief nr, lieferantennummer, lieferanten nr, gln, fg nr,
        mandatsreferenz, glaubiger id, ihr zeichen, unser zeichen, vorgangsnummer,
        fallnummer, weee reg nr, seite, globale nummer, weitere referenz, referenz des
        kaufers, buchungsreferenz, siren, siret, siren siret, rcs, naf, ape, code client,
        numero client, n client, n de client, no client, ref client, n contrat, n de
        contrat, n bon de livraison, bon de livraison, n de facture associee, n bon de
        reception, n bon de vente, votre reference, notre reference, devis, devis n, page n,
        klantnummer, klant nr, klantnr, debiteurnummer, relatienummer, ordernummer, onze
        referentie, uw referentie, machtigingsnummer, kvk, kvk nummer, offertenummer,
        contractnummer, projectnummer, pakbon, serienummer, rpr, incassant id, codice
        cliente, cliente n, cod cliente, ddt, rea, codice destinatario, numero de cliente, n
        cliente, albaran, codigo cliente, presupuesto, numero de cuenta, numero do cliente,
        chave de acesso, protocolo de autorizacao, inscricao estadual, serie, cep, cislo
        zakaznika, zakaznik c, ic, ico, cislo uctu, dodaci list, zakazka, konstantni symbol,
        specificky symbol, numer klienta, nr klienta, regon, krs, bdo, numer konta, nr
        konta, nr rachunku, kundnummer, kundnr, kundenummer, kundenr, ordernr, ordrenr,
        ordrenummer, var referens, er referens, vores ref, deres ref, bankgiro, plusgiro,
        bg, pg, asiakasnumero, tilausnro, y tunnus, saksnummer, prosjekt, leverandornummer,
        cvr, cvr nr, org nr, organisationsnummer, our order, our order no, our order number,
        our order nr, vart ordernr, var order, vart ordernummer, var ordernr, vores ordre,
        vores ordrenr, var ordre, var ordrenr, onze order, onze orderref, ons ordernummer,
        onze ordernummer, unser auftrag, unsere auftragsnr, unsere auftragsnummer, notre
        commande, n commande interne, nuestro pedido, nosso pedido, nostro ordine, ns ordine
        n, conferma ordine, conferma ordine n, order confirmation, order confirmation no,
        auftragsbestatigung, auftragsbestatigung nr, nase objednavka, nasze zamowienie, ons
        kenmerk, uw kenmerk, n ref, no ref, vostro riferimento, nostro riferimento, ns rif,
        vs rif, rif cliente, punto de venta, n de conta, no de conta, n conta, n da conta,
        conta n, n entreprise, no entreprise, numero d entreprise, n bl, no bl, bl n, cae n,
        cae no, n cae, agreement no, agreement number, ns ordine, ticket, ticket nr, bon,
        bon nr, bon no, trans, trans no, trans nr, tosite, talao, talao n, note n, v ref, v
        reference, vossa ref, vossa referencia, s ref, su ref, su referencia, deres
        referanse, ihre referenz, ihre ref, unsere referenz, unsere ref, uw ref, onze ref,
        vos ref, nos ref, s riferimento, n riferimento, teidan viite, viitteenne, folio
        fiscal, folio fiscal uuid, uuid, pro number, pro no, freight bill number, freight
        bill no, eticket number, e ticket number, reg nr, regnr
    """,
    "tax_id": """
        ruc, r u c, rfc, r f c, cuit, c u i t, nit, rut, r u t, trn, tax registration number, kra
        pin, pin no, uen, uen no, gst reg, gst registration number, gst reg no, abn no, a b n, tax
        reg, sst no, sst registration no, sst reg no, npwp, gstin no, gstin uin, gst hst no, gst
        hst number, gst hst, hst no, hst number, hst registration no, qst no, vat pin, vat reg no,
        vat registration nr, tax pin, irn no, business number, brn, tpin, company vat no, rif,
        vkn, vergi no, vergi numarasi, ird no, ird number, gst no, gst reg number, moms reg no,
        vat number, vat no, vat reg no, vat registration no, vat registration number, vat id, tax
        id, tax identification number, ein, fein, tax no, tax number, tin, vat reg, vat tin,
        gstin, abn, gst number, vat registration, sales tax no, federal tax id, vat nr, tax id no,
        tax reg no, vat code, gst registration no, ust idnr, ust id nr, ust id, ustid, ustidnr,
        ust identnr, umsatzsteuer id, ust identifikationsnummer, uid, umsatzsteuer
        identifikationsnummer, mwst nr, uid nr, ust id no, umsatzsteuer identnummer, ihre ust
        idnr, ihre ust identnr, uid nummer, unsere ust idnr, vat id no, umsatzsteuer idnr,
        umsatzsteuerid, n tva, no tva, tva intracommunautaire, n tva intracommunautaire, numero de
        tva, numero tva, n de tva, no de tva, tva intra, id tva, tva no, identifiant tva, num tva,
        btw nummer, btw nr, btw id, uw btw nummer, btw identificatienummer, ob nummer,
        ondernemingsnummer, partita iva, p iva, p i, piva, codice fiscale, c f, cod fisc, cf, cod
        fiscale, part iva, nif, cif, nif cif, n i f, c i f, vat nif, nie, nipc, contribuinte, n
        contribuinte, no contribuinte, cnpj, cnpj cpf, cpf, numero de contribuinte, contribuinte
        n, nif nipc, dic, dic dph, ic dph, nip, vat ue, momsreg nr, momsregistreringsnummer, vat
        nummer, moms nr, se nr, org nr mva, mva nr, alv nro, alv tunnus, momsregnr, moms reg nr
    """,
    "account": """
        iban, iban nr, iban no, iban number, bank account, account iban, bankverbindung,
        bankkonto, numero de compte, compte, compte bancaire, rekeningnummer, bankrekening,
        banknummer, conto corrente, coordinate bancarie, cuenta bancaria, numero de cuenta iban,
        conta bancaria, ucet, bankovni ucet, konto bankowe, rachunek bankowy, tilinumero, iban
        code
    """,
}
