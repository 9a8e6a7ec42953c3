"""The same labels in Slovak, Hungarian, Romanian, Croatian, Slovenian and Estonian."""

from typing import Final

NEIGHBOURS: Final[dict[str, str]] = {
    "title": "szamla, elektronikus szamla, racun, factura fiscala, arve, bolletta",
    "credit_title": "stornirany racun, storno szamla, kreditarve, factura storno",
    "invoice_number": """
        cislo faktury, faktura cislo, szamla sorszama, szamlaszam, szamla szama, sorszam, szamla
        szam, bizonylatszam, numar factura, nr factura, factura nr, seria si numarul, seria si nr,
        serie si numar, seria, broj racuna, racun br, racun broj, stevilka racuna, racun st, arve
        number, arve nr, bolletta n, numero bolletta, bolletta numero
    """,
    "invoice_date": """
        datum vystavenia, datum vyhotovenia, szamla kelte, kiallitas datuma, kelt, kelte, data
        facturii, data emiterii, data emitere, data facturare, datum racuna, datum izdavanja, datum
        izdaje, datum izdaje racuna, arve kuupaev
    """,
    "due_date": """
        datum splatnosti, fizetesi hatarido, esedekesseg, fizetes hatarideje, data scadentei,
        scadenta, data scadenta, termen de plata, termen plata, datum dospijeca, dospijece, rok
        placanja, rok placila, zapadlost, datum zapadlosti, maksetahtaeg
    """,
    "other_date": """
        datum dodania, datum dodania sluzby, datum zdanitelneho plnenia, teljesites, teljesites
        datuma, teljesites kelte, data livrarii, datum isporuke, datum opravljene storitve
    """,
    "seller": """
        dodavatel, elado, szallito, kiallito, szallito elado, szamla kiallitoja, furnizor, vanzator,
        prodavatelj, izdavatelj, prodajalec, izdajatelj, muuja
    """,
    "buyer": """
        odberatel, vevo, megrendelo, cumparator, beneficiar, kupac, narucitelj, kupec, narocnik,
        ostja
    """,
    "total": """
        celkom s dph, spolu s dph, suma s dph, celkova suma, brutto osszesen, osszesen brutto,
        vegosszeg, szamla vegosszege, fizetendo vegosszeg, szamla osszesen, total factura, valoare
        totala, total general, ukupno s pdv, sveukupno, skupaj z ddv, kokku koos kaibemaksuga
    """,
    "weak_total": "osszesen, ukupno, skupaj, iznos, kokku, spolu, celkom, valoare",
    "due": """
        suma na uhradu, na uhradu, celkom na uhradu, fizetendo, fizetendo osszeg,
        fizetendo osszesen,
        total de plata, de plata, suma de plata, za platiti, ukupno za platiti, za uplatu, iznos za
        uplatu, za placilo, skupaj za placilo, tasuda, kuulub tasumisele
    """,
    "subtotal": """
        spolu bez dph, celkom bez dph, zaklad dane, zaklad dph, suma bez dph, netto osszesen,
        osszesen netto, netto ertek, netto osszeg, adoalap, total fara tva, valoare fara tva, baza
        de impozitare, osnovica, porezna osnovica, ukupno bez pdv, osnova, osnova za ddv, skupaj
        brez ddv, kokku kaibemaksuta
    """,
    "tax": """
        afa, afa osszege, afa ertek, afa osszesen, afa osszeg, valoare tva, total tva, pdv, iznos
        pdv, ddv, znesek ddv, kaibemaks, vyska dph
    """,
    "paid": "uhradene zalohou, zaplatene zalohou, eloleg, avans, predujam",
    "tax_id": """
        adoszam, kozossegi adoszam, cif, cui, cod fiscal, cod de inregistrare fiscala, oib, id za
        ddv, davcna stevilka, ic dph, kmkr, kmkr nr
    """,
    "account": "bankszamlaszam, bankszamla, cont, cont iban, ziro racun, transakcijski racun",
    "payment_reference": "poziv na broj, model i poziv na broj, sklic, viitenumber, kozlemeny",
    "other_number": """
        ico, cegjegyzekszam, nr reg com, reg com, mb, maticni broj, maticna stevilka,
        registrikood,
        vevokod, zki, jir
    """,
    "order_number": "cislo objednavky, rendelesszam, megrendeles szama, nr comanda, narudzba br",
}
