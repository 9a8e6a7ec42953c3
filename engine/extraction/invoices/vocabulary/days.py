"""Words beside dates."""

from typing import Final

DAYS: Final = {
    "invoice_date": """
        date and tax point, date tax point, invoice and tax point date, invoice date and tax
        point, invoice date, date of invoice, invoice dated, inv date, tax invoice date,
        issue date, date of issue, issued on, date issued, issued, issue, bill date, billing
        date, billed on, document date, doc date, receipt date, statement date, credit note
        date, invoiced on, invoice issued, dated, date of sale, transaction date, date paid,
        payment date, paid on, date and time of issue, rechnungsdatum, rechnungs datum,
        datum der rechnung, belegdatum, beleg datum, ausstellungsdatum, ausgestellt am,
        gutschriftsdatum, rechnung vom, dokumentdatum, date de facture, date facture, date
        de la facture, date d emission, date emission, emise le, facture du, date de
        facturation, facturee le, fait le, date du document, factuurdatum, factuur datum,
        datum factuur, notadatum, documentdatum, data fattura, data della fattura, data
        emissione, data di emissione, data documento, fecha de factura, fecha factura, fecha
        de emision, fecha emision, fecha de expedicion, fecha expedicion, data de emissao,
        data da emissao, data emissao, emissao, data da fatura, data fatura, emitido em,
        data do documento, datum vystaveni, datum vydani, vystaveno, vystaveno dne, dne
        vystaveni, datum dokladu, data wystawienia, data faktury, wystawiono, wystawiono
        dnia, wystawiona w dniu, fakturadatum, fakturadato, faktureringsdatum, faktura dato,
        faktura datum, fakturerings dato, udstedelsesdato, laskun paivays, laskun pvm,
        laskupaiva, laskun paivamaara, paivays, bilagsdato, udstedt, utstedt, utstedt den,
        udstedt den, utfardad, utfardat, utfardandedatum, emitida em, emitido el, emitida
        el, emis le, etablie le, etabli le, facture etablie le, en date du, dagtekening,
        opgemaakt op, data wyst, data wystaw, wyst, laskutuspaiva, laskutuspvm, laskutuksen
        pvm, pvm laskutus, data doc, data docto, datum vyst, fatt del, rg datum, re datum,
        rechnungsdat, belegdat, data emiterii, data facturii, fatura tarihi, duzenleme
        tarihi, datum racuna, datum izdavanja, keltezes, kelt, szamla kelte, kiallitas
        datuma, fecha doc, fecha comprobante, fecha de comprobante, fecha de facturacion,
        fecha facturacion, bill dt, invoice dt, inv dt, tarikh invois, tanggal faktur, date
        of bill, date of document, utstedelsesdato, fecha y hora de emision, fecha y hora,
        data e hora de emissao, data e hora, fecha hora emision
    """,
    "date": """
        date, datum, data, fecha, dato, paivamaara, pvm, dags dato, le, am, den, dne, dnia,
        datum a cas, date time, date and time, tarikh, tanggal
    """,
    "due_date": """
        due date, date due, payment due, payment due date, due by, due on, due, pay by,
        payable by, payment due by, pay before, invoice due date, please pay by, total due
        by, payment date due, due date for payment, amount due on, latest payment date, to
        be paid by, falligkeit, fallig am, fallig, falligkeitsdatum, zahlbar bis,
        zahlungsziel, zahlbar bis zum, zahlung bis, zu zahlen bis, netto bis, fallig bis,
        uberweisen sie bis zum, bis zum, tagen netto bis, ohne abzug bis, spatestens bis,
        bezahlen bis, zahlungstermin, date d echeance, date echeance, echeance, echeance le,
        a payer avant le, a regler avant le, payable le, date limite de paiement, date de
        paiement, paiement avant le, vervaldatum, vervaldag, betalen voor, te betalen voor,
        uiterste betaaldatum, betaaldatum, voldoen voor, uiterlijk, data scadenza, scadenza,
        data di scadenza, da pagare entro, fecha de vencimiento, fecha vencimiento,
        vencimiento, vence, data de vencimento, vencimento, data vencimento, pagar ate,
        datum splatnosti, splatnost, splatne dne, splatno do, termin platnosci, data
        platnosci, platne do, zaplata do, do zaplaty do, forfallodatum, forfallsdatum,
        forfallodato, forfallsdato, forfall, forfalder, betalingsdato, sidste rettidige
        betalingsdato, sista betalningsdag, betalas senast, att betala senast, erapaiva,
        elapaiva, erapvm, remit until, pay until, payable until, remit by, please remit
        until, please pay until, please remit by, settle by, payment required by, payment
        expected by, please pay before, uberweisen bis, uberweisung bis, zu uberweisen bis,
        zahlen bis, zahlen sie bis, paiement le, reglement le, a payer pour le, au plus tard
        le, betaling voor, te voldoen voor, entro il, pagamento entro, pagar antes de, pagar
        hasta, uhradit do, zaplatit do, zaplacic do, betal senast, betales innen, betales
        senest, maksettava viimeistaan, forfaldsdato, forfaldsdag, forfald, betalingsfrist,
        sidste betalingsdag, vade, vencimento em, data limite de pagamento, fecha limite de
        pago, eraantyy, eraantymispaiva, erapv, vervalt op, vervalt, splatno dne, splatne
        do, splatno, uhradte do, uhradte nejpozdeji, zaplatte do, zaplatit nejpozdeji,
        platnosc do, platne dnia, termin zaplaty, zaplacic nalezy do, oss tillhanda, oss
        tillhanda senast, vto, fecha vto, fecha de vto, f vto, fecha de vto para el pago,
        fecha de vencimiento para el pago, vcto, venc, venc em, data venc, dt venc, data
        vcto, scad, data scad, scadenza pagamento, scadenze, payable jusqu au, a regler
        jusqu au, a payer jusqu au, montant a payer avant le, a payer avant, a regler avant,
        a payer le, no later than, not later than, sidste rettidige betaling, sidste
        rettidige indbetaling, rettidig betaling, forfaller, forfaller den, forfallsdag,
        betaldag, senast oss tillhanda, forfallodag, zahlbar zum, zahlung fallig am,
        zahlungseingang bis, zahlbar spatestens, faellig am, due dt, pay on or before, to be
        paid before, payment deadline, expiry date, date of payment due, final payment date,
        latest date of payment, termen de plata, scadenta, data scadentei, fizetesi
        hatarido, son odeme tarihi, rok placanja, rok placila, datum dospijeca, jatuh tempo
    """,
    "other_date": """
        delivery date, date of delivery, order date, date of order, service date, service
        period, billing period, period, date of supply, tax point, tax point date, supply
        date, ship date, shipping date, date shipped, start date, end date, period start,
        period end, flight dates, next billing date, activation date, contract date, po
        date, order placed, print date, printed, date printed, printed on, period ending,
        invoice period, invoice month, sales period, air date, check in, check out, arrival,
        departure, lieferdatum, leistungsdatum, leistungs datum, liefer und leistungsdatum,
        bestelldatum, bestell datum, auftragsdatum, auftrag datum, lieferschein datum,
        leistungszeitraum, lieferzeitpunkt, abrechnungszeitraum, vertragsdatum, druckdatum,
        zeitraum, vom, bestellung vom, skonto innerhalb, auftrag datum lief, datum
        lieferschein, date de livraison, date de commande, date commande, date de debut,
        date de fin, date de debut de prestation, date de fin de prestation, date de facture
        associee, periode, date de la prestation, date de reception, du, au, date de
        prestation, leverdatum, orderdatum, besteldatum, datum levering, periode van,
        leveringsdatum, data consegna, data ordine, data ddt, del, periodo, fecha de
        entrega, fecha de pedido, fecha pedido, fecha de operacion, data de entrega, data da
        entrada, data da entrada saida, data saida, data de saida, data do pedido, data de
        recebimento, datum uskutecneni plneni, datum zdanitelneho plneni, duzp, datum
        objednavky, datum dodani, data sprzedazy, data dostawy, data wykonania uslugi, data
        zamowienia, data dokonania dostawy, leveransdatum, leveringsdato, ordredato,
        bestillingsdato, toimituspaiva, tilauspaiva, bestallningsdatum, despatch date,
        dispatch date, date of despatch, date of dispatch, ordered on, date ordered, order
        dated, lev dato, levert dato, lev datum, leveret, levert, levererad, levererat,
        toimituspvm, toimitus pvm, livre le, livree le, commande le, commandee le, entregado
        el, entregue em, consegnato il, dodano, dostarczono, ordine del, bestellt am,
        geliefert am, fecha de inicio, fecha de inicio de actividades, fecha inicio,
        expiration date, valid until, gultig bis, valable jusqu au, geldig tot, valido fino,
        valido hasta, platnost do, wazne do
    """,
    "terms": """
        terms, payment terms, terms of payment, zahlungsbedingungen, zahlungsbedingung, conditions
        de paiement, conditions de reglement, betalingsvoorwaarden, betalingstermijn, condizioni
        di pagamento, termini di pagamento, condiciones de pago, condicoes de pagamento, platebni
        podminky, warunki platnosci, betalingsvillkor, betalningsvillkor, betalingsbetingelser,
        betalingsvilkar, maksuehto, maksuehdot
    """,
}
