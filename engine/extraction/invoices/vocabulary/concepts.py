"""Words of which labels are made, by what each contributes to the label's meaning.

A label that stands in no list of phrases is often put together from words that everyone knows:
"Rechn.-Nr.", "Datum der Rechnung", "Zahlungsfrist bis", "Numero del documento". Plain words,
separated by commas; languages in the order of the other vocabularies.
"""

from typing import Final

CONCEPTS: Final[dict[str, str]] = {
    "invoice": """
        invoice, bill, inv, voucher, rechnung, rechnungs, rechn, rech, rg, beleg, faktura, faktur,
        fakt, gutschrift, gutschrifts, quittung, honorarnote, facture, fact, factuur, nota,
        creditnota, credit, fattura, fatt, parcella, storno, factura, fac, fra, fatura, recibo,
        faktury, fakturering, fakturerings, fakturans, fakturaens, dokladu, rachunku, rachunek,
        laskun, lasku, kreditnota, kreditnotas, document, documento, dokument, dokumentu, avoir,
        szamla, receipt, folio, laskutus
    """,
    "number": """
        number, no, nr, num, nummer, nbr, numero, n, numer, cislo, c, nro, id, numm, sorszam,
        identifier, nummern, numeri, numeros, ref, reference, code, referenz, referens, referentie,
        referanse, referencia
    """,
    "date": """
        date, dated, datum, dato, data, fecha, pvm, paivays, paivamaara, paiva, dag, tag, kelte
    """,
    "issue": """
        issue, issued, issuing, ausstellung, ausstellungs, ausgestellt, erstellung, erstellt,
        emission, emissione, emision, expedicion, emissao, emitida, emitido, emise, emesso,
        emessa, vystaveni, vystaveno, vydani, wystawienia, wystawiono, udstedelse, udstedelses,
        udstedt, utfardad, utfardande, utstedt, utstedelse, facturation, facturacion,
        fatturazione, facturacao, fakturace, invoicing, billing
    """,
    "collect": """
        abbuchung, abbuchungs, einzug, einzugs, lastschrift, prelevement, incasso, cargo, adeudo,
        domiciliacion, addebito, debito, debit, collection, inkaso
    """,
    "due": """
        due, falig, falligkeit, falligkeits, fallig, zahlbar, zahlungsziel, zahlungsfrist,
        echeance, verval, scadenza, vencimiento, vencimento, splatnost, splatnosti, platnosci,
        forfall, forfalls, forfald, forfalds, forfallo, erapaiva, vade, hatarido, uplyw,
        exigibilite
    """,
    "pay": """
        payment, pay, payable, paid, zahlung, zahlungs, zahlen, bezahlen, uberweisung, paiement,
        reglement, regler, payer, betaling, betalings, betaal, betalen, pagamento, pagar, pago,
        pagare, uhrady, uhrade, uhradit, platby, zaplaty, zaplata, betalning, betalnings, betala,
        betales, maksu, maksettava, remittance, abgebucht, eingezogen, belastet, preleve
    """,
    "until": """
        by, until, before, latest, deadline, limit, bis, spatestens, frist, termin, avant, limite,
        uiterlijk, uiterste, voor, entro, hasta, antes, ate, do, termin, terminu, senast, senest,
        sidste, sista, innen, viimeistaan
    """,
    "order": """
        order, po, purchase, bestell, bestellung, bestellungs, commande, bestel, bestelling,
        inkoop, inkooporder, ordine, pedido, encomenda, objednavky, objednavka, zamowienia,
        zamowienie, bestilling, bestillings, bestallning, bestallnings, inkops, innkjops, indkobs,
        tilauksen, tilaus, ostotilaus
    """,
    "yours": """
        your, yours, customer, customers, buyer, buyers, client, clients, ihre, ihr, ihrer, kunde,
        kunden, votre, vos, uw, klant, vostro, vs, cliente, su, seu, vase, zakaznika, panstwa, er,
        ert, deres, kund, kunde, kundens, asiakkaan, asiakas, purchase, kaufer, besteller
    """,
    "other": """
        delivery, supply, service, shipping, shipment, ship, dispatch, liefer, lieferungs,
        lieferung, lieferschein, leistung, leistungs, versand, livraison, prestation, expedition,
        lever, levering, leverings, verzend, consegna, spedizione, entrega, envio, operacion,
        expedicao, dodani, plneni, zdanitelneho, dodaci, sprzedazy, dostawy, wykonania, leverans,
        leverings, toimitus, toimitus, contract, vertrag, vertrags, contrat, contratto, contrato,
        smlouvy, umowy, avtal, avtals, kontrakt, sopimus, project, projekt, projet, progetto,
        proyecto, projeto, period, zeitraum, periode, periodo, obdobi, okres, print, druck, start,
        end, beginn, begin, ende, debut, fin, inizio, fine, inicio, fim, member, mitglied,
        mitglieds, meter, zahler, compteur, contador, contatore, meters, page, seite, policy,
        police, polizza, vehicle, kennzeichen, ticket, booking, buchung, buchungs, reservierung,
        reservierungs, reservation, prenotazione, reserva, rezervace, quote, angebot, angebots,
        devis, offerte, preventivo, presupuesto, orcamento, nabidky, oferty, offert, tilbud,
        tilbuds, tarjous, auftrag, auftrags, auftr, vorgang, vorgangs, fall, akten, dossier,
        pratica, expediente, item, artikel, article, articolo, articulo, artigo, account, konto,
        compte, rekening, conto, cuenta, conta, uctu, konta, registration, register, company,
        firmen, handelsregister, birth, geburts, arrival, departure, anreise, abreise, check,
        serial, serien, transaction, transaktions, kassen, kasse, bon, filial, mandat, mandats,
        debitoren, kreditoren, lieferanten, vendor, supplier, fournisseur, fornitore, proveedor,
        fornecedor, dodavatele, dostawcy, leverantor, leverandor, partner, phone, telefon, user,
        benutzer, job, estimate, work, kredit, iban, bank, identification, identifikations, gst,
        group, product, produkt, cost, reading, ablese
    """,
    "kind": """
        part, interim, final, single, collective, monthly, annual, abschlag, abschlags, teil,
        schluss, sammel, monats, jahres, einzel, danovy, danoveho, obchodni, korigovane, handels,
        waren, kosten
    """,
    "tax": """
        tax, vat, gst, steuer, mwst, ust, umsatzsteuer, mehrwertsteuer, tva, iva, btw, dph, moms,
        mva, alv
    """,
    "sum": """
        total, totals, totale, totaal, sum, summe, gesamt, gesamtbetrag, amount, betrag, betrags,
        bedrag, montant, importe, importo, importes, valor, celkem, castka, suma, razem, kwota,
        summa, summan, belopp, belob, belop, totalt, yhteensa, endbetrag, somme
    """,
    "base": """
        base, basis, imponibile, imponible, grondslag, maatstaf, grundlag, grunnlag, grundlage,
        zaklad, podstawa, underlag, incidencia, taxable, peruste, bemessungsgrundlage
    """,
    "former": """
        original, originale, originalna, puvodni, ursprung, ursprungs, ursprungliche, related,
        preceding, previous, corrected, korrigierte, stornierte, rectifiee, origine, rettificata,
        rectificada, korygowanej, korygowana, puvodniho, opravovaneho, alkuperainen, vorherige
    """,
}
"""Words by concept. A word under two concepts has the first one's meaning."""

FILLERS: Final[frozenset[str]] = frozenset(
    """
    of the de del della dello dell di da do du des la le les der die das dem van het den en et und
    and y e i a z ze och og ja til for fur pour per su na zu zur zum am on this dieser diese cette
    questa esta
    """.split()  # noqa: SIM905
)
"""Small words that a label may hold without meaning something else."""
