"""What the columns of a table of items are called."""

from typing import Final

TABLE_HEADS: Final[dict[str, str]] = {
    "description": """
        description, item, items, product, product name, service, services, details,
        particulars, article, item name, title, charge name, item description, product
        description, goods, designation, charge, item name or type of service,
        description of goods, activity, task, work, program, beschreibung,
        bezeichnung, artikel, artikelbezeichnung, artikelbeschreibung, leistung,
        produkt, text, leistungsbeschreibung, position, libelle, produit, description
        des prestations, prestation, omschrijving, product omschrijving,
        artikelomschrijving, descrizione, prodotto, articolo, descripcion, concepto,
        articulo, producto, descricao, designacao, artigo, produto, descricao dos
        produtos servicos, popis, polozka, nazev, oznaceni dodavky, predmet, nazwa,
        nazwa towaru, nazwa towaru lub uslugi, opis, towar, benamning, beskrivning,
        beskrivelse, vare, tekst, varebeskrivelse, kuvaus, tuote, nimike, benaemning,
        ydelse, product title, what, work and materials, materials, prestations,
        services rendered, charges, our services, expense, posten, leistungen, naam,
        werkzaamheden, dienst, lavori, servicio, trabalho, sluzba, usluga, tjanst,
        arbete, arbejde, arbeid, tyo, nazov, nazov polozky, popis polozky, tovar,
        megnevezes, termek, szolgaltatas, leiras, tetel, denumire, denumire produs,
        denumirea produselor sau a serviciilor, denumirea produselor, denumire
        produse, explicatii, produs, naziv, naziv artikla, naziv usluge, naziv
        proizvoda, vrsta blaga, blago, storitev, nimetus, kirjeldus, teenus, kaup,
        nosaukums, pakalpojums, pavadinimas, prekes pavadinimas, aprasymas, aciklama,
        urun, hizmet, omschr, beschr, bezeichn, libelle prestation, descricao do
        servico, service description, services provided, description of services,
        description of work, product service, item details, item service, description
        of charges, vehicle, ride, trip, fare, transaction, plan, subscription,
        licence, license, resource, usage, usage type, verbrauchsstelle, tatigkeit,
        artikelname, warenbezeichnung, benennung, designation des produits, nature,
        objet, intitule, artikelnaam, dettaglio, descrizione servizio, descrizione dei
        beni, voce, detalle, descripcion del servicio, denominacion, nazwa uslugi,
        nazwa produktu, tjeneste, vara, varor, artikelbenamning, artikkel, varenavn,
        tjanster, palvelu, selite, tuotenimi
    """,
    "quantity": """
        qty, quantity, hours, hrs, units, no of units, qnty, pcs, count, nights, days,
        menge, anzahl, stk, stuck, stunden, qte, quantite, nombre, aantal,
        hoeveelheid, quantita, q ta, qta, qt, cantidad, cant, uds, unidades,
        quantidade, qtd, quant, mnozstvi, pocet, ilosc, antal, antall, maara, kpl,
        kvantitet, ant, how many, no of, number of, hours worked, stueck, tim, timer,
        timmar, ore, horas, heures, uren, hodin, godz, mnozstvo, ks, pocet ks,
        mennyiseg, menny, db, cantitate, kolicina, kol, kogus, daudzums, kiekis,
        miktar, adet, ud, unid, qty ordered, qty shipped, liters, litres, liter,
        volume, kwh, nombre d heures, no hours, anz, maara kpl, aantal uren, ore
        lavoro, ilosc sztuk, szt, usage quantity, seats, users, licenses, consumption,
        verbrauch, consumo, forbruk, forbrug, forbrukning, kulutus, meng, hr, std,
        total hours
    """,
    "unit_price": """
        unit price, price, rate, price per item, unit cost, cost, price each, unit net
        price, each, net price, hourly rate, list price, price per unit, unit rate,
        item price, einzelpreis, preis, stuckpreis, e preis, ep, nettopreis, vk preis,
        preis einheit, einzel, einzelpr, preis pro einheit, stundensatz, prix
        unitaire, p u, pu ht, prix unitaire ht, p u ht, prix, pu, prix unit, prijs,
        prijs per stuk, stukprijs, eenheidsprijs, tarief, prezzo, prezzo unitario, pr
        unitario, precio, precio unitario, p unitario, precio unit, preco, preco
        unitario, v unit, valor unitario, cena, cena za polozku, cena za jednotku,
        cena mj, jednotkova cena, cena za mj, cena jednostkowa, cena netto, cena jedn
        netto, cena jednostkowa netto, a pris, pris, enhetspris, styckpris, stykpris,
        a hinta, yksikkohinta, hinta, enhedspris, entgelt einheit, per unit, charge
        rate, rate eur, hour rate, uurtarief, taux horaire, stundenlohn, timpris,
        timepris, cena za ks, j cena, jedn cena, jc, j c, cena jedn, cena mj bez dph,
        cena za mj bez dph, egysegar, netto egysegar, egyseg ar, brutto egysegar, pret
        unitar, pret, cijena, jed cijena, jedinicna cijena, cena na enoto, cena enote,
        hind, uhiku hind, cena vieneta, vieneto kaina, kaina, birim fiyat, fiyat,
        prijs excl, prijs excl btw, prijs incl btw, prix u, prix unit ht, prix ht,
        prix unitaire ttc, pvp, precio ud, precio unidad, p unit, preco unit, prezzo
        unit, prezzo un, tariffa, tarifa, tarif, satz, ansatz, honorarsatz, price ea,
        price incl tax, price excl vat, price ex vat, price per hour, unit price excl
        vat, usage rate, a priser, a pris exkl moms, pris per enhet, styk pris, stk
        pris, pris pr stk, pris pr enhed, pris eks mva, kpl hinta, a hinta veroton,
        yks hinta, cena j netto, cena jednostk, cena netto za szt, single price, rate
        per hour, rate hour, unit value
    """,
    "net": """
        net amount, net value, net total, line total excl vat, total excl vat, amount
        excl vat, net, amount ex vat, total ex vat, total net, taxable value,
        subtotal, sub total, line net, ext price, nettobetrag, netto, nettowert,
        gesamt netto, netto gesamt, betrag netto, summe netto, netto eur, total ht,
        montant ht, ht, prix total ht, total excl btw, bedrag excl btw, totaal excl
        btw, imponibile, importo netto, importe neto, celkem bez dph, celkem bez dane,
        cena bez dph, bez dph, wartosc netto, kwota netto, nettobelopp, netto belopp,
        netto belob, veroton, entgelt, zeilenbetrag, valor liquido, positionsbetrag,
        summe exkl mwst, netto ertek, netto osszeg, valoare fara tva, valoare neta,
        cena bez dph celkem, cena celkem bez dph, spolu bez dph, suma bez dph, celkom
        bez dph, znesek brez ddv, vrednost brez ddv, iznos bez pdv, osnovica, summa
        kaibemaksuta, summa ilma km, bedrag excl, bedrag exclusief, totaal excl, prix
        total hors taxe, montant net, montant net ht, total net ht, total h t, importo
        imponibile, totale netto, base imponible, importe sin iva, total sin
        iva, total s iva, total liquido, valor sem iva, net price total, net line
        total, belopp exkl moms, summa exkl moms, belop eks mva, sum eks mva, belob
        ekskl moms, total ekskl moms, beloeb excl moms, yhteensa veroton, summa
        veroton, wartosc sprzedazy netto, gesamt exkl mwst, betrag exkl mwst, betrag
        ohne mwst, total exkl mwst, line net amount, charge excl vat, net charge
    """,
    "amount": """
        amount, total, line total, total amount, total price, price total, extended
        price, line amount, extension, value, item total, ext amount, amt, total
        value, line value, extended amount, betrag, gesamt, gesamtpreis, summe,
        gesamtbetrag, g preis, gp, wert, preis gesamt, total eur, montant, prix total,
        somme, totaal, bedrag, totaalbedrag, totaalprijs, importo, totale, prezzo
        totale, importe, total linea, valor, valor total, v total, celkem, cena
        celkem, castka, wartosc, kwota, belopp, summa, totalt, belob, sum, belop,
        yhteensa, radsumma, linjetotal, eur, usd, gbp, chf, sek, nok, dkk, pln, czk,
        line cost, charges eur, kr, netto betrag, spolu, celkom, suma, ertek, osszeg,
        osszesen, valoare, valoarea, total lei, iznos, ukupno, vrednost, znesek,
        skupaj, kokku, verte, suma eur, tutar, toplam, imp, importo totale, tot,
        totaal eur, subtotaal, charge, charges, fee, fees, honorar, honoraires, prix
        total eur, betrag eur, betrag in eur, summe eur, gesamt eur, gesamtpr, g preis
        eur, gesamtpreis eur, positionspreis, zeilensumme, zwischensumme, sous total,
        valor liquido, cost gbp, total gbp, total usd, total chf, betrag chf, belopp
        kr, belop kr, belob kr, belop nok, beloeb, rivisumma, summa eur, sum kr, pris
        i alt, i alt, totalpris, totalsumma, huf, ron, lei, hrk, bgn, billed, amount
        billed, debit, umsatz, leistungsbetrag
    """,
    "gross": """
        gross value, gross amount, gross, total incl vat, amount incl vat, total inc
        vat, gross total, bruttobetrag, brutto, gesamt brutto, total ttc, montant ttc,
        ttc, prijs incl btw, totaal incl btw, bedrag incl btw, totale ivato, celkem s
        dph, cena s dph, s dph, vcetne dph, wartosc brutto, kwota brutto, inkl moms,
        belopp inkl moms, verollinen, brutto eur, brutto ertek, brutto osszeg, valoare
        cu tva, total cu tva, iznos s pdv, ukupno s pdv, znesek z ddv, spolu s dph,
        celkom s dph, suma s dph, summa kaibemaksuga, total tva incluse, prix ttc,
        total t t c, importo ivato, importe con iva, total con iva, total c iva, valor
        com iva, total com iva, cena celkem s dph, cena vc dph, celkem vc dph, totaal
        incl, bedrag incl, bedrag inclusief, betrag inkl mwst, gesamt inkl mwst, total
        inkl mwst, zwischensumme inkl ust, betrag brutto, gesamtpreis brutto, summa
        inkl moms, sum inkl mva, total inkl moms, belob inkl moms, yhteensa
        verollinen, wartosc sprzedazy brutto, line gross, gross price, verollinen
        yhteensa
    """,
    "tax_rate": """
        vat, tax, vat rate, tax rate, tva, taux, taux tva, mwst, ust, ust satz, mwst
        satz, steuersatz, steuer, vat %, gst, btw, btw %, iva, aliquota, al iva, tipo
        iva, dph, sazba, sazba dph, stawka vat, stawka, moms, moms %, mva, alv, gst
        rate, tax code, gst %, afa, afa kulcs, afa %, cota tva, pdv, pdv %, stopa pdv,
        stopa, ddv, ddv %, stopnja ddv, sadzba, sadzba dph, dph %,
        kaibemaks, kdv, kdv orani, pvn, pvm, tva %, iva %, % iva, % dph, % vat, vat
        code, vat rate %, ust %, % ust, mwst %, st satz, st, taxe, tx tva, tx, btw
        tarief, btw perc, cod iva, tipo, taxa iva, taxa, mva sats, mva %, momssats,
        moms sats, alv %, alv kanta, stawka podatku, steuer %, ust satz %
    """,
    "tax": """
        vat amount, tax amount, tax value, tva montant, montant tva, mwst betrag,
        steuerbetrag, btw bedrag, importo iva, cuota, castka dph, kwota vat,
        momsbelopp, sales tax, afa osszege, afa osszeg, afa ertek, valoarea tva,
        valoare tva, iznos pdv, znesek ddv, vyska dph, suma dph, kaibemaksu summa, dph
        celkem, montant de la tva, iva importe, cuota iva, valor iva, btw eur, mwst
        eur, ust betrag, vat eur, vat gbp, moms belob, moms kr, mva belop, alv eur,
        kwota podatku
    """,
    "other": """
        pos, no, nr, line, code, sku, date, unit, um, uom, base unit, discount, disc,
        reference, ref, period, item code, item no, art nr, artikelnummer, rabatt,
        einheit, me, datum, pos nr, position nr, remise, unite, eenheid, korting, u m,
        sconto, unidad, descuento, unidade, ncm sh, csosn, cfop, un, bc icms, v icms,
        v ipi, icms, ipi, mj, sleva, jm, j m, rabat, enhet, enhed, yksikko, interval,
        codice, codigo, kod, lp, weight, length, type, art nr kunde, art nr lieferant,
        gtin, reference article, ref article, account, vke geb, referenzen, steuer
        code, type scheduled time, remarks, stock code, part no, hsn, hsn code, hsn
        sac, nr crt, por, sorsz, c, p c, s n, sr no, sl no, rb, r br, zap st, jrk,
        datums, kenteken, station, meter, serial no, ean, art, artnr, art no, artikel
        nr, artikelnr, art n, ref fournisseur, lot, batch, m e, mertekegyseg, ed, em,
        enota, jed mj, uhik, mervieniba, birim, iskonto, disc %, discount %, remise %,
        rem, rab, rab %, rabatt %, kedvezmeny, zlava, zlava %, popust, popust %,
        sconto %, dto, dto %, desc, desc %, korting %, sleva %, pkwiu, gtu, cn, eh,
        einh, unit of measure, notes, from, to, start, end, service date, date of
        service, leistungsdatum, zeitraum, periode, periodo, obdobi, fecha, data,
        dato, pvm, project, projekt, order, order no, week, employee, name, tid,
        tuotenro, tuotekoodi, yks, varenr, varenummer, art nummer
    """,
}
"""Plain phrases by the role of their column; of two roles of one phrase the first stays."""
