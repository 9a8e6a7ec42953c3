"""Words beside dates."""

from typing import Final

DAYS: Final = {
    "invoice_date": """
        date and tax point, date tax point, invoice and tax point date, invoice date and tax
        point, invoice date, date of invoice, invoice dated, inv date, tax invoice date, issue
        date, date of issue, issued on, date issued, issued, issue, bill date, billing date,
        billed on, document date, doc date, receipt date, statement date, credit note date,
        invoiced on, invoice issued, dated, date of sale, transaction date, date paid, payment
        date, paid on, date and time of issue, rechnungsdatum, rechnungs datum, datum der
        rechnung, belegdatum, beleg datum, ausstellungsdatum, ausgestellt am, gutschriftsdatum,
        rechnung vom, dokumentdatum, date de facture, date facture, date de la facture, date d
        emission, date emission, emise le, facture du, date de facturation, facturee le, fait le,
        date du document, factuurdatum, factuur datum, datum factuur, notadatum, documentdatum,
        data fattura, data della fattura, data emissione, data di emissione, data documento, fecha
        de factura, fecha factura, fecha de emision, fecha emision, fecha de expedicion, fecha
        expedicion, data de emissao, data da emissao, data emissao, emissao, data da fatura, data
        fatura, emitido em, data do documento, datum vystaveni, datum vydani, vystaveno, vystaveno
        dne, dne vystaveni, datum dokladu, data wystawienia, data faktury, wystawiono, wystawiono
        dnia, wystawiona w dniu, fakturadatum, fakturadato, faktureringsdatum, faktura dato,
        faktura datum, fakturerings dato, udstedelsesdato, laskun paivays, laskun pvm, laskupaiva,
        laskun paivamaara, paivays
    """,
    "date": """
        date, datum, data, fecha, dato, paivamaara, pvm, dags dato, le, am, den, dne, dnia, datum
        a cas, date time, date and time
    """,
    "due_date": """
        due date, date due, payment due, payment due date, due by, due on, due, pay by, payable
        by, payment due by, pay before, invoice due date, please pay by, total due by, payment
        date due, due date for payment, amount due on, latest payment date, to be paid by,
        falligkeit, fallig am, fallig, falligkeitsdatum, zahlbar bis, zahlungsziel, zahlbar bis
        zum, zahlung bis, zu zahlen bis, netto bis, fallig bis, uberweisen sie bis zum, bis zum,
        tagen netto bis, ohne abzug bis, spatestens bis, bezahlen bis, zahlungstermin, date d
        echeance, date echeance, echeance, echeance le, a payer avant le, a regler avant le,
        payable le, date limite de paiement, date de paiement, paiement avant le, vervaldatum,
        vervaldag, betalen voor, te betalen voor, uiterste betaaldatum, betaaldatum, voldoen voor,
        uiterlijk, data scadenza, scadenza, data di scadenza, da pagare entro, fecha de
        vencimiento, fecha vencimiento, vencimiento, vence, data de vencimento, vencimento, data
        vencimento, pagar ate, datum splatnosti, splatnost, splatne dne, splatno do, termin
        platnosci, data platnosci, platne do, zaplata do, do zaplaty do, forfallodatum,
        forfallsdatum, forfallodato, forfallsdato, forfall, forfalder, betalingsdato, sidste
        rettidige betalingsdato, sista betalningsdag, betalas senast, att betala senast, erapaiva,
        elapaiva, erapvm, remit until, pay until, payable until, remit by, please remit until,
        please pay until, please remit by, settle by, payment required by, payment expected by,
        please pay before, uberweisen bis, uberweisung bis, zu uberweisen bis, zahlen bis, zahlen
        sie bis, paiement le, reglement le, a payer pour le, au plus tard le, betaling voor, te
        voldoen voor, entro il, pagamento entro, pagar antes de, pagar hasta, uhradit do, zaplatit
        do, zaplacic do, betal senast, betales innen, betales senest, maksettava viimeistaan,
        forfaldsdato, forfaldsdag, forfald, betalingsfrist, sidste betalingsdag, vade, vencimento
        em, data limite de pagamento, fecha limite de pago
    """,
    "other_date": """
        delivery date, date of delivery, order date, date of order, service date, service period,
        billing period, period, date of supply, tax point, tax point date, supply date, ship date,
        shipping date, date shipped, start date, end date, period start, period end, flight dates,
        next billing date, activation date, contract date, po date, order placed, print date,
        printed, date printed, printed on, period ending, invoice period, invoice month, sales
        period, air date, check in, check out, arrival, departure, lieferdatum, leistungsdatum,
        leistungs datum, liefer und leistungsdatum, bestelldatum, bestell datum, auftragsdatum,
        auftrag datum, lieferschein datum, leistungszeitraum, lieferzeitpunkt,
        abrechnungszeitraum, vertragsdatum, druckdatum, zeitraum, vom, bestellung vom, skonto
        innerhalb, auftrag datum lief, datum lieferschein, date de livraison, date de commande,
        date commande, date de debut, date de fin, date de debut de prestation, date de fin de
        prestation, date de facture associee, periode, date de la prestation, date de reception,
        du, au, date de prestation, leverdatum, orderdatum, besteldatum, datum levering, periode
        van, leveringsdatum, data consegna, data ordine, data ddt, del, periodo, fecha de entrega,
        fecha de pedido, fecha pedido, fecha de operacion, data de entrega, data da entrada, data
        da entrada saida, data saida, data de saida, data do pedido, data de recebimento, datum
        uskutecneni plneni, datum zdanitelneho plneni, duzp, datum objednavky, datum dodani, data
        sprzedazy, data dostawy, data wykonania uslugi, data zamowienia, data dokonania dostawy,
        leveransdatum, leveringsdato, ordredato, bestillingsdato, toimituspaiva, tilauspaiva,
        bestallningsdatum
    """,
    "terms": """
        terms, payment terms, terms of payment, zahlungsbedingungen, zahlungsbedingung, conditions
        de paiement, conditions de reglement, betalingsvoorwaarden, betalingstermijn, condizioni
        di pagamento, termini di pagamento, condiciones de pago, condicoes de pagamento, platebni
        podminky, warunki platnosci, betalingsvillkor, betalningsvillkor, betalingsbetingelser,
        betalingsvilkar, maksuehto, maksuehdot
    """,
}
