"""Words beside amounts."""

from typing import Final

SUMS: Final = {
    "total": """
        grand total, total amount, invoice total, total invoice, invoice amount, total incl
        vat, total including vat, total incl tax, total including tax, total inc vat, total
        inc tax, total inc gst, total incl gst, total incl, amount incl vat, gross total,
        gross amount, gross value, total gross, total for this invoice, total invoice
        amount, total charges, total price, total eur, total usd, total gbp, total chf,
        total in eur, total in usd, total in gbp, order total, total sale, total sales,
        total sales incl gst, total sales inclusive gst, total inclusive of gst, total sales
        inclusive of gst, net total rounded, rounded total, total rounded, total rm, total
        at checkout, total cost, bill total, total bill, total value, total credit, credit
        total, total refund, total current charges, total new charges, new charges, total
        with tax, total with vat, total after tax, total inclusive gst, gesamtbetrag,
        gesamtsumme, endbetrag, endsumme, rechnungsbetrag, rechnungssumme, rechnungssumme
        brutto, brutto gesamt, gesamt brutto, gesamtbetrag brutto, bruttobetrag,
        bruttosumme, summe brutto, brutto, total brutto, summe inkl mwst, gesamt inkl mwst,
        gesamtbetrag inkl mwst, gesamt inkl ust, total inkl mwst, inkl mwst, summe gesamt,
        rechnungsendbetrag, rechnungsgesamtbetrag, rechnungstotal, gesamtpreis, brutto eur,
        brutto rechnungsbetrag, betrag inkl mwst, gutschriftsbetrag, rechnungsbetrag brutto,
        gesamtbetrag eur, gesamt eur, endbetrag eur, betrag brutto, gesamtbrutto,
        auszahlungsbetrag, total ttc, montant ttc, montant total ttc, total t t c, total
        general, montant total, montant de la facture, total toutes taxes comprises, ttc,
        prix total ttc, somme totale, total facture, total de la facture, montant ttc eur,
        totaalbedrag, totaal incl btw, totaal inclusief btw, bedrag incl btw, factuurbedrag,
        totaal bedrag incl btw, totaal bedrag, inclusief btw, totaal factuur, factuurtotaal,
        eindbedrag, eindtotaal, totaal eur, totaal inclusief, totaal incl, totale fattura,
        totale documento, importo totale, totale complessivo, totale ivato, totale iva
        inclusa, totale generale, totale eur, totale documento eur, totale lordo, importo
        totale documento, total factura, importe total, total con iva, total iva incluido,
        total iva incluida, importe total factura, total a facturar, total da fatura, valor
        total da nota, valor total, total geral, valor total da fatura, total documento,
        total com iva, valor total dos servicos, valor liquido da nota, valor da nota,
        celkem s dph, cena celkem, cena s dph, castka celkem, celkova cena, celkova castka,
        celkem vcetne dph, cena celkem s dph, celkem kc, fakturovana castka, soucet s dph,
        wartosc brutto, kwota brutto, suma brutto, razem brutto, lacznie brutto, kwota do
        zaplaty, naleznosc ogolem, ogolem, wartosc faktury, suma ogolem, razem z vat, summa
        inkl moms, totalt inkl moms, total inkl moms, totalbelopp, totalsumma, slutsumma,
        belopp inkl moms, totalt belop, fakturatotal, fakturabelop, fakturabelob,
        totalbelob, total belob, i alt, i alt inkl moms, sum inkl mva, totalt inkl mva,
        total inkl mva, total dkk, total sek, total nok, fakturasumma, total moms
        inkluderad, fakturans belopp, totalsum, sum total, samlet belob, yhteensa, laskun
        summa, summa yhteensa, loppusumma, veroineen, verollinen yhteensa, maksettava
        yhteensa, laskun loppusumma, brutto summe
    """,
    "weak_total": """
        total, totals, amount, sum, summe, gesamt, betrag, montant, bedrag, totaal, totale,
        importo, importe, valor, celkem, castka, razem, suma, kwota, summa, totalt, belopp,
        belop, belob, zahlung, charges, valor liquido, soucet, cena, netto brutto
    """,
    "due": """
        amount due, total due, balance due, total amount due, amount payable, total payable,
        net payable, payable amount, net amount due, amount to pay, total to pay, to pay,
        please pay, balance, amount owing, balance owing, outstanding balance, outstanding
        amount, pay this amount, total amount payable, invoice balance, due now, total now
        due, net due, amount outstanding, new balance, current balance, remaining balance,
        balance to pay, total outstanding, total balance due, amount now due, total due now,
        zahlbetrag, zu zahlen, zu zahlender betrag, offener betrag, restbetrag, fälliger
        betrag, falliger betrag, noch zu zahlen, zahlungsbetrag, verbleibender betrag, noch
        offen, zu zahlender gesamtbetrag, uberweisungsbetrag, zahlbarer betrag, betrag
        fallig, abbuchungsbetrag, net a payer, montant a payer, a payer, solde a payer,
        reste a payer, montant du, solde du, total a payer, net a payer ttc, somme due,
        reste du, solde, montant net a payer, te betalen, te betalen bedrag, te voldoen,
        openstaand bedrag, totaal te betalen, nog te betalen, te voldoen bedrag, saldo, da
        pagare, netto a pagare, totale da pagare, importo da pagare, totale a pagare, saldo
        dovuto, netto da pagare, a pagar, total a pagar, importe a pagar, liquido a pagar,
        valor a pagar, total a liquidar, pendiente de pago, montante a pagar, k uhrade,
        celkem k uhrade, castka k uhrade, k zaplaceni, zbyva k uhrade, k uhrade celkem, do
        zaplaty, pozostalo do zaplaty, razem do zaplaty, kwota naleznosci, pozostaje do
        zaplaty, att betala, belopp att betala, summa att betala, a betale, belop a betale,
        til betaling, at betale, belob til betaling, skyldig belop, maksettava, maksettavaa,
        maksettava summa, due payable, payment due amount
    """,
    "subtotal": """
        subtotal, sub total, net amount, total net, net total, total excl vat, total
        excluding vat, total excl tax, total excl, total ex vat, total excluding tax, net
        value, total before tax, taxable base, amount excl vat, taxable amount, taxable value, total
        excl
        gst, net price, total net amount, sub total excl gst, total excluding gst, net,
        total taxable amount, total ex tax, nett, total excluding, items total, item total,
        purchases, nett amount, net sales, goods total, total net value, amount before tax,
        value excl vat, total exclusive of gst, goods value, nettobetrag, netto, summe
        netto, netto gesamt, gesamt netto, gesamtnetto, nettosumme, zwischensumme, netto
        eur, rechnungssumme netto, rechnungssumme ohne ust, positionssumme, nettobetrag
        gesamt, gesamtbetrag netto, warenwert, summe positionen, netto summe, nettowert,
        betrag netto, summe exkl mwst, exkl mwst, zwischensumme netto, nettopreis, gesamt
        netto eur, netto rechnungsbetrag, summe ohne mwst, total exkl mwst, total netto,
        steuerbetrag basis, total ht, montant ht, total h t, sous total, sous total ht,
        montant total ht, net ht, ht, total hors taxe, total hors taxes, base ht, total net
        ht, montant net ht, base tva, subtotaal, totaal excl btw, exclusief btw, totaal
        exclusief btw, bedrag excl btw, totaal bedrag excl btw, netto bedrag, totaal
        exclusief, btw grondslag, totaal excl, nettobedrag, imponibile, totale imponibile,
        totale netto, subtotale, totale merce, totale senza iva, base imponibile, base
        imponible, imponibile iva, base imponible iva, subtotal sin iva, importe neto, total
        sin iva, total neto, importe base,
        valor total dos produtos, total iliquido, incidencia, valor iliquido, total sem iva,
        total dos produtos, subtotal sem iva, celkem bez dph, cena bez dph, cena bez dane,
        celkem bez dane, zaklad dane, zaklad, soucet bez dph, zaklad dph, mezisoucet,
        wartosc netto, kwota netto, suma netto, razem netto, summa exkl moms, totalt exkl
        moms, nettobelopp, delsumma, belopp exkl moms, netto belopp, summa exklusive moms,
        netto belob, nettobelob, subtotal ekskl moms, total ekskl moms, sum eks mva, sum
        ekskl mva, netto belop, nettobelop, grunnlag, delsum, momsgrundlag, veroton, veroton
        yhteensa, veroton hinta, valisumma, yhteensa veroton, alv peruste
    """,
    "tax": """
        tax, vat, sales tax, tax amount, vat amount, total tax, total vat, gst, gst amount,
        total gst, tax value, plus vat, add vat, hst, pst, qst, iva, tax total, gst payable,
        service tax, cgst, sgst, igst, value added tax, vat total, tax payable, amount of
        vat, sst, mwst, ust, umsatzsteuer, mehrwertsteuer, mwst betrag, ust betrag,
        steuerbetrag, zzgl mwst, zzgl ust, zzgl umsatzsteuer, zuzuglich umsatzsteuer, summe
        umsatzsteuer, steuer, mwst eur, summe mwst, ust gesamt, gesamt mwst, zuzuglich mwst,
        mehrwertsteuerbetrag, umsatzsteuerbetrag, mwst satz, enthaltene mwst, enthaltene
        umsatzsteuer, gesamtsteuer, summe ust, versicherungssteuer, tva, montant tva, total
        tva, montant de la tva, dont tva, taxe, taxes, total taxes, t v a, btw, btw bedrag,
        totaal btw, totaal bedrag btw, bedrag btw, omzetbelasting, waarvan btw, imposta,
        totale iva, importo iva, totale imposta, imposte, iva totale, di cui iva, cuota iva,
        importe iva, total iva, cuota, igic, valor iva, valor do iva, imposto, total do iva,
        dph, celkem dph, castka dph, dan, dan celkem, vyse dph, vat kwota, kwota vat,
        podatek vat, suma vat, razem vat, podatek, moms, momsbelopp, moms belopp, momsbelob,
        summa moms, total moms, varav moms, heraf moms, mva, mva belop, sum mva, herav mva,
        merverdiavgift, moms i alt, alv, arvonlisavero, alv yhteensa, veron osuus, vero, alv
        maara
    """,
    "paid": """
        paid, amount paid, already paid, total paid, deposit, deposit paid, less deposit,
        prepaid, prepayment, less payments, payments, payments received, payment received,
        advance, advance payment, less paid, cash, change, cash received, tendered, amount
        tendered, credit card, visa, mastercard, credits, payments applied, refunded, card
        payment, bereits bezahlt, anzahlung, erhaltene anzahlungen, bezahlt, abzuglich
        anzahlung, gezahlt, bereits gezahlt, vorauszahlung, anzahlungen, gegeben, ruckgeld,
        erhalten, abschlagszahlung, acompte, deja paye, acomptes, deja regle, acompte verse,
        montant paye, rendu, especes, reeds betaald, aanbetaling, voorschot, betaald, reeds
        voldaan, acconto, gia pagato, anticipo, pagado, pago a cuenta, ya pagado,
        adiantamento, ja pago, pago, zaloha, uhrazeno, jiz uhrazeno, zaplaceno, odpocet
        zalohy, zaplacono, zaliczka, wplacono, zaplata, betalt, inbetalt, forskott, erlagt,
        forskudd, maksettu, ennakko, forudbetalt
    """,
    "balance_before": """
        previous balance, previous unpaid balance, balance forward, balance brought forward,
        past due, prior balance, previous amount due, opening balance, last bill, previous
        charges, overdue, vorheriger saldo, saldovortrag, ubertrag, offene posten, solde
        anterieur, solde precedent, report, vorig saldo, saldo precedente, saldo anterior,
        predchozi zustatek, poprzednie saldo, tidigare saldo, forrige saldo, carried
        forward, carry forward, brought forward, a reporter
    """,
    "other_amount": """
        round off, rounded off, rounding off, contract sum, contract value, contract price,
        contract total, original contract sum,
        contract sum to date, agreement value, auftragssumme, auftragswert, vertragssumme,
        discount, shipping, freight, delivery, handling, postage, rounding, rounding adj,
        rounding adjustment, commission, agency commission, unit price, price, rate, tip,
        gratuity, service charge, exchange rate, exchanged value, savings, you saved, total
        savings, late fee, total discount, less discount, qty, quantity, total qty, total
        quantity, total items, item count, no of items, total spots, credit limit, minimum
        payment, net weight, gross weight, weight, insurance, surcharge, total units, total
        item, excess, average, rabatt, nachlass, skonto, versand, versandkosten, porto,
        fracht, transportkosten, rundung, einzelpreis, menge, gesamtbetrag der zuschlage,
        gesamtbetrag der abschlage, zuschlage, abschlage, zu abschlag, abschlag,
        stammkapital, sondernachlass, basisbetrag, frachtbetrag, rabattbetrag, provision,
        kurs, wechselkurs, leergutwert, grundpreis, mahngebuhr, gesamtgewicht,
        rechnungsrabatt, artikelrabatt, artikelgesamtrabatt, bruttopreis, basis,
        verzugszinsen, remise, port, frais de port, arrondi, escompte, prix unitaire,
        capital, au capital de, indemnite forfaitaire, frais de livraison, eco
        participation, total remise, quantite, korting, verzendkosten, afronding, prijs,
        aantal, sconto, spese di trasporto, trasporto, spese, bollo, ritenuta, capitale
        sociale, arrotondamento, prezzo, descuento, gastos de envio, portes, retencion,
        irpf, precio, capital social, desconto, frete, valor do frete, valor do seguro,
        seguro, outras despesas acessorias, valor do ipi, base de calculo do icms, valor do
        icms, despesas, base de calculo do icms st, valor do icms st, valor aprox tributos,
        retencao, preco, sleva, doprava, zaokrouhleni, postovne, rabat, koszt dostawy,
        transport, zaokraglenie, frakt, avrundning, oresavrundning, oreavrunding,
        oreafrunding, fragt, gebyr, alennus, toimitus, pyoristys, expeditionsavgift,
        faktureringsavgift, fakturaavgift, pyoristysero, pristilagg
    """,
}
