# ruff: noqa: E501 (lines are as long as banks write them)
"""Exports as banks of many countries write them: invented movements in real ways of writing.

Each is a name, the bytes, and the movements that are in it: day, amount, and a word of the text.
"""

from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True)
class Export:
    """One file and what it says; ``facts`` are header fields that it states."""

    name: str
    content: bytes
    rows: tuple[tuple[str, str, str], ...]
    facts: dict[str, object] = field(default_factory=dict)

    @property
    def movements(self) -> list[tuple[str, Decimal, str]]:
        """Day, amount and word of each row."""
        return [(day, Decimal(amount), word) for day, amount, word in self.rows]


def export(name, text, rows, encoding="utf-8", **facts):
    return Export(name, text.lstrip("\n").encode(encoding), tuple(rows), facts)


EXPORTS = [
    export(
        "online_bank_iso_dates",
        """
"Booking Date","Value Date","Partner Name","Partner Iban",Type,"Payment Reference","Account Name","Amount (EUR)","Original Amount","Original Currency","Exchange Rate"
2025-11-28,2025-11-28,"Bäckerei Korn",DE02120300000000202051,"Debit Transfer","Rechnung 4711","Main Account",-19.90,,,
2025-11-29,2025-11-30,"Paul Klee",,"Credit Transfer",,"Main Account",250.00,,,
2025-12-01,2025-12-01,"Roastery Ltd",,Presentment,,"Main Account",-8.41,-7.20,GBP,0.8561
""",
        [
            ("2025-11-28", "-19.90", "Korn"),
            ("2025-11-29", "250.00", "Klee"),
            ("2025-12-01", "-8.41", "Roastery"),
        ],
        currency="EUR",
    ),
    export(
        "app_bank_with_fee_and_states",
        """
Type,Product,Started Date,Completed Date,Description,Amount,Fee,Currency,State,Balance
TOPUP,Current,2025-10-01 08:15:10,2025-10-01 08:15:12,Top-Up by *4242,100.00,0.00,GBP,COMPLETED,100.00
CARD_PAYMENT,Current,2025-10-02 09:00:00,2025-10-03 11:00:00,Green Grocer,-12.34,0.00,GBP,COMPLETED,87.66
ATM,Current,2025-10-04 10:00:00,2025-10-04 10:00:01,Cash at Main Street,-20.00,1.50,GBP,COMPLETED,66.16
CARD_PAYMENT,Current,2025-10-05 10:00:00,,Hotel hold,-80.00,0.00,GBP,REVERTED,
TRANSFER,Current,2025-10-06 10:00:00,2025-10-06 10:00:01,To Jane Roe,-6.16,0.00,GBP,COMPLETED,60.00
""",
        [
            ("2025-10-01", "100.00", "Top-Up"),
            ("2025-10-03", "-12.34", "Grocer"),
            ("2025-10-04", "-21.50", "Cash"),
            ("2025-10-06", "-6.16", "Jane"),
        ],
        currency="GBP",
        closing_balance=Decimal("60.00"),
    ),
    export(
        "german_camt_csv",
        """
"Auftragskonto";"Buchungstag";"Valutadatum";"Buchungstext";"Verwendungszweck";"Glaeubiger ID";"Mandatsreferenz";"Kundenreferenz (End-to-End)";"Sammlerreferenz";"Lastschrift Ursprungsbetrag";"Auslagenersatz Ruecklastschrift";"Beguenstigter/Zahlungspflichtiger";"Kontonummer/IBAN";"BIC (SWIFT-Code)";"Betrag";"Waehrung";"Info"
"DE89370400440532013000";"05.12.25";"05.12.25";"FOLGELASTSCHRIFT";"Strom Dezember ";"DE98ZZZ09999999999";"M-1";"E-1";"";"";"";"Stadtwerke Müsterstadt";"DE02120300000000202051";"BYLADEM1001";"-1.084,50";"EUR";"Umsatz gebucht"
"DE89370400440532013000";"04.12.25";"04.12.25";"GUTSCHR. UEBERWEISUNG";"Rechnung 12";"";"";"";"";"";"";"Größe & Söhne OHG";"DE02120300000000202051";"BYLADEM1001";"2.000,00";"EUR";"Umsatz gebucht"
""",
        [("2025-12-05", "-1084.50", "Müsterstadt"), ("2025-12-04", "2000.00", "Größe")],
        "cp1252",
        currency="EUR",
        account_number="DE89370400440532013000",
    ),
    export(
        "german_preamble_and_balance",
        """
"Kontonummer:";"DE89370400440532013000 / Girokonto";
"Von:";"01.11.2025";
"Bis:";"30.11.2025";
"Kontostand vom 30.11.2025:";"1.234,56 EUR";

"Buchungstag";"Wertstellung";"Buchungstext";"Auftraggeber / Begünstigter";"Verwendungszweck";"Kontonummer";"BLZ";"Betrag (EUR)";"Gläubiger-ID";"Mandatsreferenz";"Kundenreferenz";
"28.11.2025";"28.11.2025";"Überweisung";"Vermieter Huber";"Miete Dezember";"DE02120300000000202051";"BYLADEM1001";"-850,00";"";"";"NOTPROVIDED";
"03.11.2025";"03.11.2025";"Gutschrift";"Arbeitgeber AG";"Gehalt";"DE02120300000000202051";"BYLADEM1001";"2.500,00";"";"";"";
""",
        [("2025-11-28", "-850.00", "Huber"), ("2025-11-03", "2500.00", "Gehalt")],
        "iso-8859-1",
        currency="EUR",
        statement_period_start="2025-11-01",
        statement_period_end="2025-11-30",
        closing_balance=Decimal("1234.56"),
        iban="DE89370400440532013000",
    ),
    export(
        "german_running_balance_newest_first",
        """
Umsatzanzeige;Datei erstellt am: 01.12.2025 10:00

IBAN;DE89 3704 0044 0532 0130 00
Kontoname;Girokonto
Bank;Musterbank
Kunde;Erika Mustermann
Zeitraum;01.11.2025 - 30.11.2025
Saldo;1.045,00;EUR

Sortierung;Datum absteigend

In der CSV-Datei finden Sie alle bereits gebuchten Umsätze.

Buchung;Valuta;Auftraggeber/Empfänger;Buchungstext;Verwendungszweck;Saldo;Währung;Betrag;Währung
10.11.2025;10.11.2025;Blumen Maier;Lastschrift;Strauß 7;1.045,00;EUR;-55,00;EUR
09.11.2025;10.11.2025;Firma Ost;Gutschrift;RE 1;1.100,00;EUR;100,00;EUR
02.11.2025;02.11.2025;Kiosk;Lastschrift;Zeitung;1.000,00;EUR;-2,50;EUR
""",
        [
            ("2025-11-10", "-55.00", "Maier"),
            ("2025-11-09", "100.00", "RE 1"),
            ("2025-11-02", "-2.50", "Zeitung"),
        ],
        "cp1252",
        currency="EUR",
        account_name="Erika Mustermann",
        closing_balance=Decimal("1045.00"),
        statement_period_start="2025-11-01",
    ),
    export(
        "german_card_soll_haben",
        """
Buchungsdatum;Verwendungszweck;Umsatz;S/H
31.12.2025;Abschluss Konto;12,50;S
30.12.2025;Zahlungseingang Meier;1.200,00;H
29.12.2025;Kartenzahlung Markt;45,99;S
""",
        [
            ("2025-12-31", "-12.50", "Abschluss"),
            ("2025-12-30", "1200.00", "Meier"),
            ("2025-12-29", "-45.99", "Markt"),
        ],
    ),
    export(
        "dutch_compact_dates_af_bij",
        """
"Datum";"Naam / Omschrijving";"Rekening";"Tegenrekening";"Code";"Af Bij";"Bedrag (EUR)";"Mutatiesoort";"Mededelingen";"Saldo na mutatie";"Tag"
"20251231";"Bakker Bart";"NL91ABNA0417164300";"";"BA";"Af";"4,50";"Betaalautomaat";"Pasvolgnr: 001";"995,50";""
"20251230";"Werkgever BV";"NL91ABNA0417164300";"NL02RABO0123456789";"GT";"Bij";"900,00";"Overschrijving";"Salaris";"1000,00";""
""",
        [("2025-12-31", "-4.50", "Bakker"), ("2025-12-30", "900.00", "Salaris")],
        currency="EUR",
        account_number="NL91ABNA0417164300",
    ),
    export(
        "dutch_plus_minus_and_balances",
        """
"IBAN/BBAN","Munt","BIC","Volgnr","Datum","Rentedatum","Bedrag","Saldo na trn","Tegenrekening IBAN/BBAN","Naam tegenpartij","Naam uiteindelijke partij","Naam initiërende partij","BIC tegenpartij","Code","Batch ID","Transactiereferentie","Machtigingskenmerk","Incassant ID","Betalingskenmerk","Omschrijving-1","Omschrijving-2","Omschrijving-3","Reden retour","Oorspr bedrag","Oorspr munt","Koers"
"NL91ABNA0417164300","EUR","ABNANL2A","000000000000017001","2025-11-03","2025-11-03","-25,00","+975,00","NL02RABO0123456789","Vereniging Z","","","RABONL2U","ei","","","M1","NL1","","Contributie"," 2025","","","","",""
"NL91ABNA0417164300","EUR","ABNANL2A","000000000000017002","2025-11-04","2025-11-04","+1.100,10","+2.075,10","NL02RABO0123456789","Klant","","","RABONL2U","cb","","","","","","Factuur 9","","","","","",""
""",
        [("2025-11-03", "-25.00", "Contributie"), ("2025-11-04", "1100.10", "Factuur 9")],
        "iso-8859-1",
        currency="EUR",
        account_number="NL91ABNA0417164300",
        closing_balance=Decimal("2075.10"),
    ),
    export(
        "american_checking",
        """
Details,Posting Date,Description,Amount,Type,Balance,Check or Slip #
DEBIT,12/30/2025,"ORIG CO NAME:POWER CO   ORIG ID:1",-120.55,ACH_DEBIT,879.45,,
CREDIT,12/15/2025,"PAYROLL ACME INC",600.00,ACH_CREDIT,1000.00,,
CHECK,12/02/2025,"CHECK 1001",-50.00,CHECK_PAID,400.00,1001,
""",
        [
            ("2025-12-30", "-120.55", "POWER"),
            ("2025-12-15", "600.00", "PAYROLL"),
            ("2025-12-02", "-50.00", "CHECK"),
        ],
        closing_balance=Decimal("879.45"),
    ),
    export(
        "american_card_two_dates",
        """
Transaction Date,Post Date,Description,Category,Type,Amount,Memo
12/28/2025,12/29/2025,COFFEE HOUSE,Food & Drink,Sale,-4.75,
12/20/2025,12/21/2025,Payment Thank You-Mobile,,Payment,300.00,
""",
        [("2025-12-28", "-4.75", "COFFEE"), ("2025-12-20", "300.00", "Thank You")],
    ),
    export(
        "american_preamble_with_summary",
        """
Description,,Summary Amt.
Beginning balance as of 11/01/2025,,"1,000.00"
Total credits,,"500.00"
Total debits,,"-120.55"
Ending balance as of 11/30/2025,,"1,379.45"

Date,Description,Amount,Running Bal.
11/01/2025,Beginning balance as of 11/01/2025,,"1,000.00"
11/03/2025,"ELECTRIC DES:BILL ID:1","-120.55","879.45"
11/15/2025,"PAYROLL DES:DIR DEP","500.00","1,379.45"
""",
        [("2025-11-03", "-120.55", "ELECTRIC"), ("2025-11-15", "500.00", "PAYROLL")],
        opening_balance=Decimal("1000.00"),
        closing_balance=Decimal("1379.45"),
    ),
    export(
        "american_without_header",
        """
"11/14/2025","-35.00","*","","PURCHASE AUTHORIZED ON 11/13 BOOKSHOP"
"11/13/2025","1250.00","*","","DIRECT DEP EMPLOYER"
"11/02/2025","-12.00","*","1204","CHECK # 1204"
""",
        [
            ("2025-11-14", "-35.00", "BOOKSHOP"),
            ("2025-11-13", "1250.00", "EMPLOYER"),
            ("2025-11-02", "-12.00", "CHECK"),
        ],
    ),
    export(
        "australian_without_header_with_balance",
        """
05/12/2025,"-25.90","SUPERMARKET 123 SYDNEY","+1974.10"
04/12/2025,"+2000.00","SALARY EXAMPLE PTY","+2000.00"
03/12/2025,"-1.00","FEE","+0.00"
""",
        [
            ("2025-12-05", "-25.90", "SUPERMARKET"),
            ("2025-12-04", "2000.00", "SALARY"),
            ("2025-12-03", "-1.00", "FEE"),
        ],
        closing_balance=Decimal("1974.10"),
    ),
    export(
        "card_debit_and_credit_columns",
        """
Transaction Date,Posted Date,Card No.,Description,Category,Debit,Credit
2025-12-21,2025-12-22,1234,BOOK STORE,Merchandise,45.10,
2025-12-19,2025-12-19,1234,CAPITAL PAYMENT,Payment/Credit,,200.00
""",
        [("2025-12-21", "-45.10", "BOOK"), ("2025-12-19", "200.00", "PAYMENT")],
    ),
    export(
        "card_with_plain_charges",
        """
Date,Description,Card Member,Account #,Amount
12/29/2025,HOTEL BERLIN,J DOE,-11001,210.40
12/27/2025,AUTOPAY PAYMENT - THANK YOU,J DOE,-11001,-500.00
12/24/2025,BISTRO,J DOE,-11001,38.00
12/23/2025,ONLINE PAYMENT - THANK YOU,J DOE,-11001,-20.00
12/22/2025,TAXI,J DOE,-11001,18.00
""",
        [
            ("2025-12-29", "-210.40", "HOTEL"),
            ("2025-12-27", "500.00", "AUTOPAY"),
            ("2025-12-24", "-38.00", "BISTRO"),
            ("2025-12-23", "20.00", "ONLINE"),
            ("2025-12-22", "-18.00", "TAXI"),
        ],
    ),
    export(
        "british_app_bank",
        """
Transaction ID,Date,Time,Type,Name,Emoji,Category,Amount,Currency,Local amount,Local currency,Notes and #tags,Address,Receipt,Description,Category split,Money Out,Money In
tx_0001,01/12/2025,10:11:12,Card payment,Corner Shop,,Groceries,-3.20,GBP,-3.20,GBP,,1 High St,,CORNER SHOP LONDON,,-3.20,
tx_0002,13/12/2025,11:11:12,Faster payment,A Friend,,Transfers,20.00,GBP,20.00,GBP,dinner,,,dinner,,,20.00
""",
        [("2025-12-01", "-3.20", "CORNER"), ("2025-12-13", "20.00", "dinner")],
        currency="GBP",
    ),
    export(
        "british_app_bank_balance",
        """
Date,Counter Party,Reference,Type,Amount (GBP),Balance (GBP),Spending Category,Notes
05/11/2025,Landlord,RENT,STANDING ORDER,-900.00,100.00,HOME,
04/11/2025,Employer,NOV,FASTER PAYMENT,1000.00,1000.00,INCOME,
""",
        [("2025-11-05", "-900.00", "Landlord"), ("2025-11-04", "1000.00", "Employer")],
        currency="GBP",
    ),
    export(
        "british_bank_amount_subcategory",
        """
Number,Date,Account,Amount,Subcategory,Memo
\t,31/12/2025,20-00-00 12345678,-15.99,Debit,STREAMING       ON 30 DEC
\t,30/12/2025,20-00-00 12345678,45.00,Credit,REFUND SHOP
""",
        [("2025-12-31", "-15.99", "STREAMING"), ("2025-12-30", "45.00", "REFUND")],
        account_number="20-00-00 12345678",
    ),
    export(
        "british_debit_credit_balance",
        """
Transaction Date,Transaction Type,Sort Code,Account Number,Transaction Description,Debit Amount,Credit Amount,Balance
28/11/2025,DD,'11-22-33,12345678,COUNCIL TAX,120.00,,880.00
14/11/2025,BGC,'11-22-33,12345678,PENSION,,500.00,1000.00
""",
        [("2025-11-28", "-120.00", "COUNCIL"), ("2025-11-14", "500.00", "PENSION")],
        account_number="12345678",
        closing_balance=Decimal("880.00"),
    ),
    export(
        "swedish_with_preamble",
        """
* Transaktioner Period 2025-11-01 - 2025-11-30 Skapad 2025-12-01 08:00 CET
Radnummer,Clearingnummer,Kontonummer,Produkt,Valuta,Bokföringsdag,Transaktionsdag,Valutadag,Referens,Beskrivning,Belopp,Bokfört saldo
1,12345,1234567890,Privatkonto,SEK,2025-11-28,2025-11-28,2025-11-28,Hyra,HYRA NOVEMBER,-7500.00,2500.00
2,12345,1234567890,Privatkonto,SEK,2025-11-25,2025-11-25,2025-11-25,Lön,LÖN,10000.00,10000.00
""",
        [("2025-11-28", "-7500.00", "HYRA"), ("2025-11-25", "10000.00", "LÖN")],
        "iso-8859-1",
        currency="SEK",
        closing_balance=Decimal("2500.00"),
    ),
    export(
        "finnish_semicolons",
        """
Kirjauspäivä;Arvopäivä;Määrä EUROA;Laji;Selitys;Saaja/Maksaja;Saajan tilinumero;Viite;Viesti
03.11.2025;03.11.2025;-23,40;106;TILISIIRTO;Sähkö Oy;FI2112345600000785;ref=1;Lasku 1
04.11.2025;04.11.2025;1 200,00;110;PALKKA;Yritys Oy;;;Palkka
""",
        [("2025-11-03", "-23.40", "Sähkö"), ("2025-11-04", "1200.00", "Palkka")],
    ),
    export(
        "danish_spaced_and_dotted",
        """
"Dato";"Tekst";"Beløb";"Saldo";"Status";"Afstemt"
"01.12.2025";"Husleje";"-6.500,00";"3.500,00";"Udført";"Nej"
"28.11.2025";"Lønoverførsel";"10.000,00";"10.000,00";"Udført";"Nej"
""",
        [("2025-12-01", "-6500.00", "Husleje"), ("2025-11-28", "10000.00", "Løn")],
        "cp1252",
    ),
    export(
        "polish_hash_preamble",
        """
Bank Przykładowy S.A.;
Skrytka Pocztowa 1;

#Klient;
JAN KOWALSKI;

#Za okres:;
01.11.2025;30.11.2025;

#zgodnie z wybranymi filtrami;;

#Data operacji;#Opis operacji;#Rachunek;#Kategoria;#Kwota;
2025-11-28;"PRZELEW ZEWNĘTRZNY WYCHODZĄCY CZYNSZ";"eKonto 1111 ... 2222";"Mieszkanie";-1 500,00 PLN;;
2025-11-10;"PRZELEW PRZYCHODZĄCY WYPŁATA";"eKonto 1111 ... 2222";"Wynagrodzenie";6 000,00 PLN;;
""",
        [("2025-11-28", "-1500.00", "CZYNSZ"), ("2025-11-10", "6000.00", "WYPŁATA")],
        "cp1250",
        currency="PLN",
    ),
    export(
        "polish_quoted_commas",
        """
"Data operacji","Data waluty","Typ transakcji","Kwota","Waluta","Saldo po transakcji","Opis transakcji","","","",""
"2025-11-28","2025-11-28","Płatność kartą","-45.60","PLN","+954.40","Tytuł: 0001","Lokalizacja: Kraków","","",""
"2025-11-27","2025-11-27","Przelew na rachunek","+1000.00","PLN","+1000.00","Rachunek nadawcy: 12","Nazwa nadawcy: FIRMA","Tytuł: FAKTURA 5","",""
""",
        [("2025-11-28", "-45.60", "0001"), ("2025-11-27", "1000.00", "12")],
        "cp1250",
        currency="PLN",
        closing_balance=Decimal("954.40"),
    ),
    export(
        "spanish_with_titles",
        """
Movimientos de cuenta
Cuenta;ES91 2100 0418 4502 0005 1332
Titular;MARIA GARCIA

FECHA OPERACIÓN;FECHA VALOR;CONCEPTO;IMPORTE EUR;SALDO
28/11/2025;28/11/2025;RECIBO LUZ;-65,30;934,70
25/11/2025;25/11/2025;NOMINA;1.000,00;1.000,00
""",
        [("2025-11-28", "-65.30", "LUZ"), ("2025-11-25", "1000.00", "NOMINA")],
        "cp1252",
        currency="EUR",
        account_name="MARIA GARCIA",
        iban="ES9121000418450200051332",
    ),
    export(
        "brazilian_card_and_account",
        """
Extrato Conta Corrente
Conta: 12345-6
Período: 01/11/2025 a 30/11/2025

Data Lançamento;Histórico;Descrição;Valor;Saldo
28/11/2025;Pix enviado;João da Silva;-150,00;850,00
05/11/2025;Pix recebido;Empresa Ltda;1.000,00;1.000,00
""",
        [("2025-11-28", "-150.00", "João"), ("2025-11-05", "1000.00", "Empresa")],
        account_number="12345-6",
        statement_period_end="2025-11-30",
    ),
    export(
        "indian_withdrawals_and_deposits",
        """
Account Branch :,MUMBAI
Account No :,50100012345678
Statement From,01/11/2025,To,30/11/2025

Date,Narration,Chq./Ref.No.,Value Dt,Withdrawal Amt.,Deposit Amt.,Closing Balance
********,**********,**********,********,**********,**********,**********
01/11/25,UPI-SHOP-1234@upi,0000531,01/11/25,"1,25,000.00",,"3,75,000.00"
15/11/25,NEFT CR-COMPANY,N123,15/11/25,,"50,000.00","4,25,000.00"
********,**********,**********,********,**********,**********,**********

STATEMENT SUMMARY  :-
Opening Balance,,,,Debits,Credits,Closing Bal
"5,00,000.00",,,,"1,25,000.00","50,000.00","4,25,000.00"
""",
        [("2025-11-01", "-125000.00", "SHOP"), ("2025-11-15", "50000.00", "COMPANY")],
        account_number="50100012345678",
        closing_balance=Decimal("425000.00"),
    ),
    export(
        "french_debit_credit",
        """
Compte courant;n° 00012345678;;;
Solde au 30/11/2025;1 020,50 €;;;

Date;Libellé;Référence;Débit euros;Crédit euros
28/11/2025;"PRELEVEMENT EDF
FACTURE 123";REF1;79,50;
27/11/2025;VIREMENT SALAIRE;REF2;;1 100,00
""",
        [("2025-11-28", "-79.50", "EDF"), ("2025-11-27", "1100.00", "SALAIRE")],
        "cp1252",
    ),
    export(
        "italian_dare_avere",
        """
Data contabile;Data valuta;Descrizione;Dare;Avere
28/11/2025;28/11/2025;PAGAMENTO POS;-35,00;
27/11/2025;27/11/2025;BONIFICO DA ROSSI;;1.250,00
""",
        [("2025-11-28", "-35.00", "POS"), ("2025-11-27", "1250.00", "ROSSI")],
    ),
    export(
        "transfer_service_utf16_tabs",
        "\ufeffDate\tDescription\tPaid out\tPaid in\tBalance\n"
        "31 Dec 2025\tRent\t€ 700,00\t\t€ 300,00\n"
        "30 Dec 2025\tWages\t\t€ 1.000,00\t€ 1.000,00\n",
        [("2025-12-31", "-700.00", "Rent"), ("2025-12-30", "1000.00", "Wages")],
        "utf-16-le",
        currency="EUR",
    ),
    export(
        "wallet_gross_fee_net",
        """
"Date","Time","TimeZone","Name","Type","Status","Currency","Gross","Fee","Net","From Email Address","To Email Address","Transaction ID","Balance"
"12/01/2025","10:00:00","PST","Buyer One","Website Payment","Completed","USD","100.00","-3.20","96.80","a@example.com","b@example.com","T1","96.80"
"12/15/2025","10:00:00","PST","","General Withdrawal","Completed","USD","-50.00","0.00","-50.00","b@example.com","","T2","46.80"
"12/16/2025","10:00:00","PST","Buyer Two","Website Payment","Completed","USD","20.00","-0.90","19.10","c@example.com","b@example.com","T3","65.90"
""",
        [
            ("2025-12-01", "96.80", "Buyer One"),
            ("2025-12-15", "-50.00", "Withdrawal"),
            ("2025-12-16", "19.10", "Buyer Two"),
        ],
        "utf-8-sig",
        currency="USD",
        closing_balance=Decimal("65.90"),
    ),
    export(
        "trailing_minus_and_pipes",
        """
Datum|Text|Betrag CHF|Saldo CHF
31.12.2025|Zahlung|1'234.50-|765.50
30.12.2025|Gutschrift|2'000.00|2'000.00
Total||765.50|
""",
        [("2025-12-31", "-1234.50", "Zahlung"), ("2025-12-30", "2000.00", "Gutschrift")],
        currency="CHF",
    ),
    export(
        "iso_timestamps_and_parentheses",
        """
timestamp,details,amount
2025-12-31T10:00:00Z,Subscription,(12.00)
2025-12-30T23:59:59.123Z,Invoice 7,1200.00
""",
        [("2025-12-31", "-12.00", "Subscription"), ("2025-12-30", "1200.00", "Invoice 7")],
    ),
    export(
        "month_names_and_sep_line",
        """
sep=;
Date;Particulars;Amount;Dr/Cr
Dec 31, 2025;Bank charges;5.00;DR
Dec 3, 2025;Customer receipt;75.25;CR
""",
        [("2025-12-31", "-5.00", "charges"), ("2025-12-03", "75.25", "receipt")],
    ),
    export(
        "several_accounts_and_currencies",
        """
Account;Date;Text;Amount;Currency;Balance
111;2025-12-01;Fee;-1,00;EUR;99,00
222;2025-12-01;Sale;10,00;USD;10,00
111;2025-12-02;Sale;5,00;EUR;104,00
222;2025-12-03;Fee;-2,00;USD;8,00
""",
        [
            ("2025-12-01", "-1.00", "Fee"),
            ("2025-12-02", "5.00", "Sale"),
            ("2025-12-01", "10.00", "Sale"),
            ("2025-12-03", "-2.00", "Fee"),
        ],
    ),
    export(
        "russian_cp1251",
        """
Дата операции;Описание;Приход;Расход;Остаток
31.12.2025;Комиссия банка;;150,00;9850,00
30.12.2025;Поступление от ООО Ромашка;10000,00;;10000,00
""",
        [("2025-12-31", "-150.00", "Комиссия"), ("2025-12-30", "10000.00", "Ромашка")],
        "cp1251",
    ),
    export(
        "japanese_shift_jis",
        """
日付,お取引内容,お支払金額,お預り金額,差引残高
2025/12/30,電気料金,8000,,92000
2025/12/25,給与,,100000,100000
""",
        [("2025-12-30", "-8000", "電気"), ("2025-12-25", "100000", "給与")],
        "shift_jis",
    ),
    export(
        "old_macintosh_line_ends_and_quotes",
        'Date,Payee,Amount\r31/12/2025,"The ""Old"" Inn, Bath",-30.00\r30/12/2025,Client,60.00\r',
        [("2025-12-31", "-30.00", "Old"), ("2025-12-30", "60.00", "Client")],
    ),
]
