"""What the document calls itself, and words that open something no field needs."""

from typing import Final

HEADINGS: Final = {
    "title": """
        invoice, tax invoice, vat invoice, commercial invoice, sales invoice, bill, proforma
        invoice, pro forma invoice, receipt, statement of account, rechnung,
        schlussrechnung, abschlagsrechnung, teilrechnung, handelsrechnung, sammelrechnung,
        warenrechnung, kostenrechnung, honorarrechnung, quittung, liquidation, facture,
        facture proforma, note d honoraires, factuur, verkoopfactuur, nota, fattura,
        parcella, factura, factura simplificada, fatura, fatura recibo, nota fiscal,
        faktura, faktura danovy doklad, danovy doklad, faktura vat, faktura vat marza,
        rachunek, faktuurnota, lasku, invoice statement, verkkolasku, salgsfaktura, salgs
        faktura, kvittering, kuitti, kvitto, kassakvitto, fattura differita, fattura
        immediata, fattura accompagnatoria, fattura elettronica, notula, factura de venta,
        factura electronica, factura de compra, fatura de servicos, fatura simplificada,
        faktura sprzedazy, faktura koncowa, customer invoice, gst invoice, einvoice, e
        invoice, invois, comprobante fiscal, facture de vente, facture acquittee, nota de
        venta
    """,
    "credit_title": """
        credit note, credit memo, credit invoice, creditnote, credit memorandum, tax credit
        note, refund note, corrective invoice, gutschrift, rechnungskorrektur, rechnungs
        korrektur, korrekturrechnung, stornorechnung, storno rechnung, avoir, note de
        credit, facture d avoir, facture avoir, creditnota, credit nota, creditfactuur, nota
        di credito, nota credito, factura rectificativa, factura de abono, nota de credito,
        nota de abono, dobropis, opravny danovy doklad, faktura korygujaca, korekta faktury,
        kreditnota, kreditfaktura, kreditfaktur, hyvityslasku, adjustment note
    """,
    "other": """
        payment method, method of payment, payment type, zahlungsart, zahlungsform, bank,
        bank name, bankname, currency, wahrung, devise, valuta, moneda, moeda, mena, waluta,
        salesperson, sales rep, buyer name, shipped via, f o b point, requisitioner,
        address, anschrift, adresse, adres, indirizzo, direccion, morada, endereco, adresa,
        adress, osoite, notes, note, remarks, comments, comment, bemerkungen, hinweis,
        anmerkung, remarques, product, brand, property, mode de paiement, moyen de paiement,
        betaalwijze, modalita di pagamento, forma de pago, forma de pagamento, zpusob
        platby, forma uhrady, sposob platnosci, sposob zaplaty, country, city, land, pays,
        bic swift, bank code, description, delivery terms, lieferbedingungen, subject,
        betreff, objet, betreft, oggetto, asunto, assunto, inhalt, bemerkung, kod, vehicle,
        fahrzeug, natureza da operacao, folha, municipio, bairro distrito, attachment, po
        box, p o box
    """,
    "contact": """
        tel, telephone, phone, ph, fax, mobile, email, e mail, mail, web, website, www, url,
        internet, fon, telefon, telefax, mobil, handy, telefoon, telefono, cellulare, movil,
        telefone, telemovel, fone, tlf, puhelin, contact, contact person, attention, attn,
        ansprechpartner, kontakt, interlocuteur, geschaftsfuhrer, contactpersoon, contatto,
        contacto, kontaktni osoba, telephone no, bei ruckfragen, sachbearbeiter, courriel, t
        a v, z hd, za
    """,
}
