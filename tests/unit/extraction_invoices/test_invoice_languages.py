"""Whole invoices in the languages of Europe, each with another layout."""

import datetime as dt
from decimal import Decimal

import pytest
from drawn_pages import drawn

from engine.extraction import Context, extract_invoices

BRITISH = """
                                        Hollowbrook Paper Ltd
                                        4 Quay Street, Leeds LS1 4AP
                                        VAT No: GB999999973

  TAX INVOICE

  Bill to:                                        Invoice No:      HB-20417
  Marsh & Daughters                               Invoice date:    03/10/2025
  12 Mill Lane                                    Payment due:     02/11/2025
  York YO1 7HH                                    Your order no:   4500-77

  Description                     Qty     Unit price     Amount
  Copy paper A4                     10          £4.20     £42.00
  Envelopes C5, box                  3         £11.00     £33.00

                                          Subtotal       £75.00
                                          VAT @ 20%      £15.00
                                          Total          £90.00
"""
AMERICAN = """
  Prairie Tool Supply, Inc.                                   INVOICE
  88 Depot Road, Suite 4
  Topeka, KS 66603

  BILL TO                          INVOICE #        DATE            DUE DATE
  Cedar Creek Farms LLC            PT-3391          04/28/2025      05/28/2025
  901 County Road 12
  Salina, KS 67401

  QTY    ITEM                                RATE          AMOUNT
  2      Fence pliers                        24.50          49.00
  1      Post driver                        151.00         151.00

                                        SUBTOTAL          $200.00
                                        SALES TAX (8%)     $16.00
                                        TOTAL             $216.00
"""
GERMAN = """
  Brunnhof Werkzeuge GmbH · Gartenweg 7 · 70173 Stuttgart

  Kunze & Söhne KG                                Rechnungs-Nr.:     2025-0815
  Lindenstraße 3                                  Rechnungsdatum:    07.05.2025
  50667 Köln                                      Kunden-Nr.:        10442
                                                  Bestellnummer:     B-77120

  R E C H N U N G

  Pos  Bezeichnung                  Menge    Einzelpreis     Gesamtpreis
  1    Bohrfutter 13 mm                 4          12,50           50,00
  2    Schleifband K80                100           0,80           80,00

                                   Nettobetrag                    130,00
                                   zzgl. 19 % MwSt.                24,70
                                   Rechnungsbetrag                154,70 EUR

  Zahlbar bis 21.05.2025 ohne Abzug, bei Zahlung innerhalb 8 Tagen 2 % Skonto.
  IBAN DE89 3704 0044 0532 0130 00        USt-IdNr. DE136695976
"""
FRENCH = """
  Menuiserie Valmont SARL                         FACTURE N° F-2025-118
  14 rue des Lilas
  33000 Bordeaux                                  Date : 12 juin 2025
  N° TVA : FR 40 303 265 045                      Date d'échéance : 12/07/2025

  Facturé à
  Hôtel du Port
  2 quai Sud
  17000 La Rochelle

  Désignation                     Qté       P.U. HT       Total HT
  Porte en chêne                    2        640,00       1 280,00
  Pose                              1        220,00         220,00

                                    Total HT            1 500,00 €
                                    TVA 20 %              300,00 €
                                    Total TTC           1 800,00 €
"""
DUTCH = """
  Factuur

  Bakkerij De Molen B.V.                          Factuurnummer    20250077
  Kerkstraat 9                                    Factuurdatum     3 maart 2025
  3511 AB Utrecht                                 Vervaldatum      17 maart 2025
  BTW NL810433941B01

  Aan: Restaurant Zilt
  Havenkade 2
  1013 BC Amsterdam

  Omschrijving                Aantal      Prijs         Bedrag
  Brood                           40       2,25          90,00
  Taart                            2      30,00          60,00

                              Subtotaal               € 150,00
                              BTW 9%                   € 13,50
                              Totaal te betalen       € 163,50
"""
ITALIAN = """
  Officina Bellavista S.r.l.
  Via Roma 21, 20121 Milano
  P.IVA IT00743110157

  Fattura n. 145/2025                             Data: 15/09/2025

  Cliente:
  Trattoria Da Nina S.n.c.
  Via Dante 5
  50122 Firenze

  Descrizione                 Quantità     Prezzo       Importo
  Revisione forno                    1     380,00        380,00

                              Imponibile                 380,00
                              IVA 22%                     83,60
                              Totale fattura           € 463,60
"""
SPANISH = """
  Talleres Montenegro S.L.                        FACTURA
  Calle Mayor 8
  28013 Madrid                                    Número de factura: A-2025/031
  CIF: B58378431                                  Fecha de emisión: 01/07/2025
                                                  Fecha de vencimiento: 31/07/2025
  Facturar a:
  Clínica del Río S.A.
  Avenida del Puerto 10
  46021 Valencia

  Concepto                    Cantidad      Precio       Importe
  Mantenimiento mensual              1      250,00        250,00

                              Base imponible            250,00 €
                              IVA 21%                    52,50 €
                              Total factura             302,50 €
"""
PORTUGUESE = """
  Serralharia Duarte Lda
  Rua do Carmo 4
  1200-094 Lisboa
  NIF: 501442600

  Fatura n.º FT 2025/88
  Data de emissão: 20-02-2025                     Data de vencimento: 22-03-2025

  Cliente
  Pousada do Monte Lda
  Rua da Igreja 1
  7000-500 Évora

  Descrição                   Quantidade    Preço        Total
  Portão de ferro                      1   900,00       900,00

                              Total ilíquido           900,00 €
                              IVA 23%                  207,00 €
                              Total da fatura        1.107,00 €
"""
CZECH = """
  FAKTURA č. 250100045

  Dodavatel:                                      Odběratel:
  Truhlářství Havel s.r.o.                        Penzion U Lípy
  Lipová 12                                       Školní 3
  602 00 Brno                                     370 01 České Budějovice
  DIČ: CZ25123891                                 IČO: 12345678

  Datum vystavení: 05.08.2025
  Datum splatnosti: 19.08.2025

  Popis                       Množství     Cena/MJ          Celkem
  Stůl dubový                        2    8 500,00       17 000,00

                              Celkem bez DPH             17 000,00
                              DPH 21 %                    3 570,00
                              K úhradě               20 570,00 Kč
"""
POLISH = """
  Faktura VAT nr FV/12/2025
  Data wystawienia: 10.11.2025                    Termin płatności: 24.11.2025

  Sprzedawca                                      Nabywca
  Drukarnia Wisła Sp. z o.o.                      Księgarnia Pod Lipą
  ul. Długa 5                                     ul. Krótka 9
  31-147 Kraków                                   80-001 Gdańsk
  NIP: PL8567346215                               NIP: PL5260001246

  Nazwa                       Ilość      Cena netto     Wartość netto
  Plakaty A2                    200            3,00            600,00

                              Razem netto                      600,00
                              VAT 23%                          138,00
                              Do zapłaty                   738,00 PLN
"""
SWEDISH = """
  Faktura

  Skogens Snickeri AB                             Fakturanummer    88112
  Björkvägen 4                                    Fakturadatum     2025-04-15
  753 20 Uppsala                                  Förfallodatum    2025-05-15
  Momsreg.nr SE556677889901

  Faktureringsadress
  Kafé Norrsken
  Storgatan 1
  903 26 Umeå

  Beskrivning                 Antal      À-pris         Belopp
  Bord i ek                       1    4 000,00       4 000,00

                              Netto                   4 000,00
                              Moms 25 %               1 000,00
                              Att betala          5 000,00 SEK
"""
DANISH = """
  Fjordens Maskiner ApS                           FAKTURA
  Havnevej 22
  6700 Esbjerg                                    Fakturanr.       4471
  CVR-nr. 12345674                                Fakturadato      01.12.2025
                                                  Forfaldsdato     15.12.2025
  Kunde
  Klitgården Hotel A/S
  Strandvejen 3
  9990 Skagen

  Beskrivelse                 Antal      Pris           Beløb
  Serviceeftersyn                 1    2.000,00       2.000,00

                              Subtotal ekskl. moms    2.000,00
                              Moms 25%                  500,00
                              Total inkl. moms    2.500,00 DKK
"""
FINNISH = """
  LASKU

  Koskenrannan Saha Oy                            Laskun numero    70055
  Tehtaankatu 2                                   Päiväys          8.9.2025
  33100 Tampere                                   Eräpäivä         22.9.2025

  Asiakas: Mökkipalvelu Virtanen Oy
  Järvitie 15
  40100 Jyväskylä

  Kuvaus                      Määrä      Hinta          Summa
  Lankku 48x148                  20      10,00         200,00

                              Veroton yhteensä         200,00
                              ALV 25,5 %                51,00
                              Yhteensä                251,00 €
"""

EXPECTED = {
    "british": (BRITISH, "HB-20417", "2025-10-03", "2025-11-02", "Hollowbrook Paper Ltd",
                "Marsh & Daughters", "GBP", "75.00", "15.00", "90.00"),
    "american": (AMERICAN, "PT-3391", "2025-04-28", "2025-05-28", "Prairie Tool Supply, Inc.",
                 "Cedar Creek Farms LLC", "USD", "200.00", "16.00", "216.00"),
    "german": (GERMAN, "2025-0815", "2025-05-07", "2025-05-21", "Brunnhof Werkzeuge GmbH",
               "Kunze & Söhne KG", "EUR", "130.00", "24.70", "154.70"),
    "french": (FRENCH, "F-2025-118", "2025-06-12", "2025-07-12", "Menuiserie Valmont SARL",
               "Hôtel du Port", "EUR", "1500.00", "300.00", "1800.00"),
    "dutch": (DUTCH, "20250077", "2025-03-03", "2025-03-17", "Bakkerij De Molen B.V.",
              "Restaurant Zilt", "EUR", "150.00", "13.50", "163.50"),
    "italian": (ITALIAN, "145/2025", "2025-09-15", None, "Officina Bellavista S.r.l.",
                "Trattoria Da Nina S.n.c.", "EUR", "380.00", "83.60", "463.60"),
    "spanish": (SPANISH, "A-2025/031", "2025-07-01", "2025-07-31", "Talleres Montenegro S.L.",
                "Clínica del Río S.A.", "EUR", "250.00", "52.50", "302.50"),
    "portuguese": (PORTUGUESE, "FT 2025/88", "2025-02-20", "2025-03-22", "Serralharia Duarte Lda",
                   "Pousada do Monte Lda", "EUR", "900.00", "207.00", "1107.00"),
    "czech": (CZECH, "250100045", "2025-08-05", "2025-08-19", "Truhlářství Havel s.r.o.",
              "Penzion U Lípy", "CZK", "17000.00", "3570.00", "20570.00"),
    "polish": (POLISH, "FV/12/2025", "2025-11-10", "2025-11-24", "Drukarnia Wisła Sp. z o.o.",
               "Księgarnia Pod Lipą", "PLN", "600.00", "138.00", "738.00"),
    "swedish": (SWEDISH, "88112", "2025-04-15", "2025-05-15", "Skogens Snickeri AB",
                "Kafé Norrsken", "SEK", "4000.00", "1000.00", "5000.00"),
    "danish": (DANISH, "4471", "2025-12-01", "2025-12-15", "Fjordens Maskiner ApS",
               "Klitgården Hotel A/S", "DKK", "2000.00", "500.00", "2500.00"),
    "finnish": (FINNISH, "70055", "2025-09-08", "2025-09-22", "Koskenrannan Saha Oy",
                "Mökkipalvelu Virtanen Oy", "EUR", "200.00", "51.00", "251.00"),
}  # fmt: skip


def day(text):
    return dt.date.fromisoformat(text) if text else None


@pytest.mark.parametrize("language", EXPECTED)
def test_an_invoice_is_read_in_any_of_the_languages(language):
    text, number, issued, due, vendor, customer, currency, net, tax, total = EXPECTED[language]
    (invoice,) = extract_invoices([drawn(text)], Context("u"))
    assert invoice.invoice_number == number
    assert (invoice.invoice_date, invoice.due_date) == (day(issued), day(due))
    assert (invoice.vendor_name, invoice.customer_name) == (vendor, customer)
    assert invoice.currency == currency
    assert invoice.subtotal == Decimal(net)
    assert invoice.tax_amount == Decimal(tax)
    assert invoice.total_amount == Decimal(total)
    assert sum(item.amount for item in invoice.line_items) == Decimal(net)
    assert invoice.checks == ()


def test_terms_accounts_and_orders_are_read_too():
    (invoice,) = extract_invoices([drawn(GERMAN)], Context("u"))
    assert invoice.purchase_order == "B-77120"
    assert invoice.iban == "DE89370400440532013000"
    assert invoice.vendor_tax_id == "DE136695976"
    assert invoice.payment_terms.discount_percent == 2
    assert invoice.payment_terms.discount_days == 8


def test_items_keep_their_cells():
    (invoice,) = extract_invoices([drawn(BRITISH)], Context("u"))
    first, second = invoice.line_items
    assert (first.description, first.quantity) == ("Copy paper A4", 10)
    assert (second.unit_price, second.amount) == (Decimal("11.00"), Decimal("33.00"))
