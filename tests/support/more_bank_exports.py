# ruff: noqa: E501 (lines are as long as banks write them)
"""More ways of writing that exports of banks have: movements, accounts and banks are invented."""

from decimal import Decimal

from bank_exports import export

MORE_EXPORTS = [
    export(
        "transfers_with_many_columns",
        """
"Transfer ID",Date,Amount,Currency,Description,"Payment Reference","Running Balance","Exchange From","Exchange To","Exchange Rate","Payer Name","Payee Name","Payee Account Number",Merchant,"Card Last Four Digits","Card Holder Full Name",Attachment,Note,"Total fees","Exchange To Amount"
CARD-1,05-12-2025,-12.30,EUR,"Card transaction of 12.30 EUR issued by Cafe",,87.70,,,,,,,"Cafe",1234,"A B",,,0.00,
TRANSFER-2,04-12-2025,100.00,EUR,"Received money from X",INV1,100.00,,,,"X",,,,,,,,0.50,
""",
        [("2025-12-05", "-12.30", "Cafe"), ("2025-12-04", "100.00", "Received")],
        currency="EUR",
    ),
    export(
        "type_column_with_plain_amounts",
        """
Account Number,Transaction Description,Transaction Date,Transaction Type,Transaction Amount,Balance
1234,Debit Card Purchase - SHOP,12/30/25,Debit,12.5,987.5
1234,Deposit from ACME,12/29/25,Credit,1000,1000
""",
        [("2025-12-30", "-12.5", "SHOP"), ("2025-12-29", "1000", "ACME")],
        account_number="1234",
    ),
    export(
        "card_charges_plain",
        """
Trans. Date,Post Date,Description,Amount,Category
12/28/2025,12/28/2025,"SHOP ONE",45.00,"Merchandise"
12/20/2025,12/20/2025,"INTERNET PAYMENT - THANK YOU",-100.00,"Payments and Credits"
12/15/2025,12/15/2025,"SHOP TWO",15.00,"Merchandise"
""",
        [
            ("2025-12-28", "-45.00", "ONE"),
            ("2025-12-20", "100.00", "THANK"),
            ("2025-12-15", "-15.00", "TWO"),
        ],
    ),
    export(
        "card_charges_plain_with_types",
        """
Transaction Date,Clearing Date,Description,Merchant,Category,Type,Amount (USD),Purchased By
12/30/2025,12/31/2025,"GROCER 123 MAIN ST","Grocer","Grocery","Purchase","22.14","A B"
12/25/2025,12/25/2025,"ACH DEPOSIT INTERNET TRANSFER","Ach Deposit","Payment","Payment","-50.00","A B"
12/24/2025,12/25/2025,"TAXI","Taxi","Transport","Purchase","12.14","A B"
""",
        [
            ("2025-12-30", "-22.14", "GROCER"),
            ("2025-12-25", "50.00", "ACH"),
            ("2025-12-24", "-12.14", "TAXI"),
        ],
        currency="USD",
    ),
    export(
        "credits_negative_in_their_column",
        """
Status,Date,Description,Debit,Credit
Cleared,12/30/2025,"STORE",20.00,
Cleared,12/13/2025,"ONLINE PAYMENT, THANK YOU",,-75.00
""",
        [("2025-12-30", "-20.00", "STORE"), ("2025-12-13", "75.00", "PAYMENT")],
    ),
    export(
        "direction_beside_signed_amounts",
        """
"Date","Transaction","Name","Memo","Amount"
"2025-12-30","DEBIT","WEB AUTHORIZED PMT CO","Download. CO","-20.00"
"2025-12-13","CREDIT","ELECTRONIC DEPOSIT CO","Download. CO2","75.00"
""",
        [("2025-12-30", "-20.00", "PMT"), ("2025-12-13", "75.00", "DEPOSIT")],
    ),
    export(
        "dollar_signs",
        """
Date,Description,Withdrawals,Deposits,Category,Balance
12/30/2025,"POS PURCHASE","$1,020.00",,Shopping,"$500.00"
12/13/2025,"DEPOSIT",,"$75.50",Income,"$1,520.00"
""",
        [("2025-12-30", "-1020.00", "POS"), ("2025-12-13", "75.50", "DEPOSIT")],
        currency="USD",
    ),
    export(
        "spaces_after_commas",
        """
Date, Time, Amount, Type, Description
2025-12-30, 10:11:12, -20.00, Withdrawal, WEB PMT
2025-12-13, 09:11:12, 75.00, Deposit, Interest Paid
""",
        [("2025-12-30", "-20.00", "WEB"), ("2025-12-13", "75.00", "Interest")],
    ),
    export(
        "names_without_spaces",
        """
"Date","Status","Type","CheckNumber","Description","Withdrawal","Deposit","RunningBalance"
"12/30/2025","Posted","ACH","","CARD PMT","$20.00","","$980.00"
"12/13/2025","Posted","TRANSFER","","FUNDS IN","","$1,000.00","$1,000.00"
""",
        [("2025-12-30", "-20.00", "CARD"), ("2025-12-13", "1000.00", "FUNDS")],
        closing_balance=Decimal("980.00"),
    ),
    export(
        "no_header_two_columns",
        """
12/30/2025,GROCERY STORE,50.00,,950.00
12/29/2025,PAYROLL,,500.00,1000.00
12/15/2025,COFFEE,5.00,,500.00
""",
        [
            ("2025-12-30", "-50.00", "GROCERY"),
            ("2025-12-29", "500.00", "PAYROLL"),
            ("2025-12-15", "-5.00", "COFFEE"),
        ],
    ),
    export(
        "currency_as_name",
        """
"Account Type","Account Number","Transaction Date","Cheque Number","Description 1","Description 2","CAD$","USD$"
Chequing,01234-1234567,12/30/2025,,"INTERAC PURCHASE","STORE",-20.00,,
Chequing,01234-1234567,12/13/2025,,"PAYROLL DEPOSIT","ACME",900.00,,
""",
        [("2025-12-30", "-20.00", "STORE"), ("2025-12-13", "900.00", "ACME")],
        account_number="01234-1234567",
        currency="CAD",
    ),
    export(
        "type_says_direction",
        """
Filter,Date,Description,Sub-description,Status,Type of Transaction,Amount
,2025-12-30,"Point of sale purchase","Store",posted,Debit,20.00
,2025-12-13,"Payroll","Acme",posted,Credit,900.00
""",
        [("2025-12-30", "-20.00", "Point"), ("2025-12-13", "900.00", "Payroll")],
    ),
    export(
        "name_missing_short_year",
        """
Date,Amount,Account Number,,Transaction Type,Transaction Details,Balance,Category,Merchant Name
31 Dec 25,-35.50,123456789,,CREDIT CARD PURCHASE,CAFE MELBOURNE,964.50,Eating out,Cafe
30 Dec 25,1000.00,123456789,,TRANSFER CREDIT,SALARY,1000.00,Income,
""",
        [("2025-12-31", "-35.50", "CAFE"), ("2025-12-30", "1000.00", "SALARY")],
        account_number="123456789",
    ),
    export(
        "debit_credit_amounts",
        """
Bank Account,Date,Narrative,Debit Amount,Credit Amount,Balance,Categories,Serial
732000123456,30/12/2025,EFTPOS SHOP,35.50,,964.50,POS,
732000123456,29/12/2025,DEPOSIT,,1000.00,1000.00,DEP,
""",
        [("2025-12-30", "-35.50", "SHOP"), ("2025-12-29", "1000.00", "DEPOSIT")],
        account_number="732000123456",
    ),
    export(
        "no_header_three_columns",
        """
30/12/2025,"-35.50","EFTPOS SHOP"
29/12/2025,"1000.00","PAY FROM ACME"
""",
        [("2025-12-30", "-35.50", "SHOP"), ("2025-12-29", "1000.00", "ACME")],
    ),
    export(
        "date_at_the_end",
        """
Type,Details,Particulars,Code,Reference,Amount,Date,ForeignCurrencyAmount,ConversionCharge
Eft-Pos,Shop,1234********,1234   C,251230,-20.00,30/12/2025,,
Direct Credit,Acme,Salary,,Dec,900.00,29/12/2025,,
""",
        [("2025-12-30", "-20.00", "Shop"), ("2025-12-29", "900.00", "Acme")],
    ),
    export(
        "negative_debits",
        """
Date,Description,Credit,Debit,Balance
30/12/2025,Visa Purchase,,-35.50,964.50
29/12/2025,Deposit,1000.00,,1000.00
""",
        [("2025-12-30", "-35.50", "Visa"), ("2025-12-29", "1000.00", "Deposit")],
    ),
    export(
        "loose_preamble",
        """
Created date / time : 31 December 2025 / 10:00:00
Bank 12; Branch 3000; Account 0123456-00 (Current)
From date 20251201
To date 20251231
Avail Bal : 980.00 as of 20251230
Ledger Balance : 980.00 as of 20251231
Date,Unique Id,Tran Type,Cheque Number,Payee,Memo,Amount

2025/12/30,2025123001,EFTPOS,,"SHOP","CARD 1234",-20.00
2025/12/29,2025122901,D/C,,"ACME","SALARY",900.00
""",
        [("2025-12-30", "-20.00", "SHOP"), ("2025-12-29", "900.00", "SALARY")],
    ),
    export(
        "three_columns_of_amounts",
        """
Account number,Date,Memo/Description,Source Code (payment type),TP ref,TP part,TP code,OP ref,OP part,OP code,OP name,OP Bank Account Number,Amount (credit),Amount (debit),Amount,Balance
38-9000-0123456-00,30-12-2025,POS W/D SHOP,POS,,,,,,,,,,20.00,-20.00,980.00
38-9000-0123456-00,29-12-2025,SALARY,DIRECT CREDIT,,,,,,,ACME,,900.00,,900.00,1000.00
""",
        [("2025-12-30", "-20.00", "SHOP"), ("2025-12-29", "900.00", "SALARY")],
        account_number="38-9000-0123456-00",
    ),
    export(
        "no_header_quoted_thousands",
        """
30/12/2025,SHOP LONDON,"-1,020.00"
29/12/2025,SALARY ACME,"2,000.00"
28/12/2025,CAFE,-3.00
""",
        [
            ("2025-12-30", "-1020.00", "SHOP"),
            ("2025-12-29", "2000.00", "SALARY"),
            ("2025-12-28", "-3.00", "CAFE"),
        ],
    ),
    export(
        "pound_signs",
        """
"Account Name:","Current ****12345"
"Account Balance:","£980.00"
"Available Balance: ","£980.00"

"Date","Transaction type","Description","Paid out","Paid in","Balance"
"30 Dec 2025","Contactless Payment","Shop","£20.00","","£980.00"
"29 Dec 2025","Bank credit","Acme","","£1,000.00","£1,000.00"
""",
        [("2025-12-30", "-20.00", "Shop"), ("2025-12-29", "1000.00", "Acme")],
        "cp1252",
        currency="GBP",
    ),
    export(
        "footer_with_balance",
        """
Umsätze Girokonto;;;Kundennummer: 123 4567890
01.11.2025 - 30.11.2025
Letzter Kontostand;;;;1.234,56;EUR
Vorgemerkte und noch nicht gebuchte Umsätze sind nicht Bestandteil dieser Übersicht.
Buchungstag;Wert;Umsatzart;Begünstigter / Auftraggeber;Verwendungszweck;IBAN;BIC;Kundenreferenz;Mandatsreferenz;Gläubiger ID;Fremde Gebühren;Betrag;Abweichender Empfänger;Anzahl der Aufträge;Anzahl der Schecks;Soll;Haben;Währung
28.11.2025;28.11.2025;SEPA-Lastschrift von;Strom AG;Abschlag;DE02120300000000202051;MUSTDE21;E1;M1;G1;;-50,00;;;;-50,00;;EUR
03.11.2025;03.11.2025;SEPA-Gehalt;Firma;Lohn;DE02120300000000202051;MUSTDE21;;;;;2.000,00;;;;;2.000,00;EUR
Kontostand;30.11.2025;;;3.184,56;EUR
""",
        [("2025-11-28", "-50.00", "Strom"), ("2025-11-03", "2000.00", "Lohn")],
        "cp1252",
        currency="EUR",
    ),
    export(
        "utf16_tabs",
        """
Kontonummer\tBuchungsdatum\tValuta\tEmpfaenger 1\tEmpfaenger 2\tVerwendungszweck\tBetrag\tWaehrung
1234567\t28.11.2025\t28.11.2025\tStrom AG\t\tAbschlag\t-50,00\tEUR
1234567\t03.11.2025\t03.11.2025\tFirma\t\tLohn\t2.000,00\tEUR
""",
        [("2025-11-28", "-50.00", "Strom"), ("2025-11-03", "2000.00", "Lohn")],
        "utf-16",
    ),
    export(
        "several_account_columns",
        """
Bezeichnung Auftragskonto;IBAN Auftragskonto;BIC Auftragskonto;Bankname Auftragskonto;Buchungstag;Valutadatum;Name Zahlungsbeteiligter;IBAN Zahlungsbeteiligter;BIC (SWIFT-Code) Zahlungsbeteiligter;Buchungstext;Verwendungszweck;Betrag;Waehrung;Saldo nach Buchung;Bemerkung;Kategorie;Steuerrelevant;Glaeubiger ID;Mandatsreferenz
Kontokorrent;DE89370400440532013000;MUSTDEFF;Musterbank;28.11.2025;28.11.2025;Strom AG;DE02120300000000202051;BYLA;Basislastschrift;Abschlag;-50,00;EUR;1950,00;;;;G1;M1
Kontokorrent;DE89370400440532013000;MUSTDEFF;Musterbank;03.11.2025;03.11.2025;Firma;DE02120300000000202051;BYLA;Gehalt/Rente;Lohn;2000,00;EUR;2000,00;;;;;
""",
        [("2025-11-28", "-50.00", "Strom"), ("2025-11-03", "2000.00", "Lohn")],
        account_number="DE89370400440532013000",
        currency="EUR",
    ),
    export(
        "old_and_new_balance_around",
        """
;
"Umsätze Girokonto";"Zeitraum: 30 Tage";
"Neuer Kontostand";"1.950,00 EUR";

"Buchungstag";"Wertstellung (Valuta)";"Vorgang";"Buchungstext";"Umsatz in EUR";
"28.11.2025";"28.11.2025";"Lastschrift / Belastung";"Auftraggeber: STROM Buchungstext: Abschlag";"-50,00";
"03.11.2025";"03.11.2025";"Übertrag / Überweisung";"Auftraggeber: FIRMA Buchungstext: Lohn";"2.000,00";

"Alter Kontostand";"0,00 EUR";
""",
        [("2025-11-28", "-50.00", "STROM"), ("2025-11-03", "2000.00", "Lohn")],
        "cp1252",
        currency="EUR",
        opening_balance=Decimal("0.00"),
        closing_balance=Decimal("1950.00"),
    ),
    export(
        "no_header_two_balances",
        """
123456789\tEUR\t20251201\t1000,00\t950,00\t20251201\t-50,00\tBEA   NR:XX 01.12.25 SHOP
123456789\tEUR\t20251202\t950,00\t1150,00\t20251202\t200,00\tSEPA Overboeking ACME
123456789\tEUR\t20251203\t1150,00\t1140,00\t20251203\t-10,00\tGEA AUTOMAAT
""",
        [
            ("2025-12-01", "-50.00", "SHOP"),
            ("2025-12-02", "200.00", "ACME"),
            ("2025-12-03", "-10.00", "GEA"),
        ],
        account_number="123456789",
        currency="EUR",
    ),
    export(
        "last_balance_before",
        """
Boekingsdatum vanaf;01/11/2025
Boekingsdatum tot en met;30/11/2025
Laatste saldo;1.950,00 EUR
Datum/uur van het laatste saldo;01/12/2025 10:00:00

Rekening;Boekingsdatum;Rekeninguittrekselnummer;Transactienummer;Rekening tegenpartij;Naam tegenpartij bevat;Straat en nummer;Postcode en plaats;Transactie;Valutadatum;Bedrag;Devies;BIC;Landcode;Mededelingen
BE68 5390 0754 7034;28/11/2025;00011;21;BE71 0961 2345 6769;STROOM NV;Straat 1;1000 BRUSSEL;DOMICILIERING STROOM;28/11/2025;-50,00;EUR;MUSTBE;BE;+++123/4567/89002+++
BE68 5390 0754 7034;03/11/2025;00011;20;BE71 0961 2345 6769;FIRMA;Straat 1;1000 BRUSSEL;LOON;03/11/2025;2000,00;EUR;MUSTBE;BE;
""",
        [("2025-11-28", "-50.00", "STROOM"), ("2025-11-03", "2000.00", "LOON")],
        currency="EUR",
    ),
    export(
        "columns_and_sides",
        """
Rekeningnummer;Rubrieknaam;Naam;Munt;Afschriftnummer;Datum;Omschrijving;Valuta;Bedrag;Saldo;credit;debet;rekeningnummer tegenpartij;BIC tegenpartij;Naam tegenpartij;Adres tegenpartij;gestructureerde mededeling;Vrije mededeling
BE68539007547034;;JAN;EUR; 02025011;28/11/2025;BETALING AANKOOP;28/11/2025;-50,00;1950,00;;-50,00;;;SHOP;;;
BE68539007547034;;JAN;EUR; 02025011;03/11/2025;EUROPESE OVERSCHRIJVING;03/11/2025;2000,00;2000,00;2000,00;;BE71096123456769;;FIRMA;;;loon
""",
        [("2025-11-28", "-50.00", "SHOP"), ("2025-11-03", "2000.00", "FIRMA")],
        currency="EUR",
        account_number="BE68539007547034",
    ),
    export(
        "year_and_number",
        """
Volgnummer;Uitvoeringsdatum;Valutadatum;Bedrag;Valuta rekening;Rekeningnummer;Type verrichting;Tegenpartij;Naam van de tegenpartij;Mededeling;Details;Status;Reden van weigering
2025-00002;28/11/2025;28/11/2025;-50,00;EUR;BE68539007547034;Kaartbetaling;BE71;SHOP;;BETALING MET DEBETKAART SHOP;Geaccepteerd;
2025-00001;03/11/2025;03/11/2025;2.000,00;EUR;BE68539007547034;Overschrijving in euro;BE71;FIRMA;loon;OVERSCHRIJVING VAN FIRMA;Geaccepteerd;
""",
        [("2025-11-28", "-50.00", "SHOP"), ("2025-11-03", "2000.00", "FIRMA")],
        currency="EUR",
    ),
    export(
        "balance_of_today_in_every_row",
        """
dateOp;dateVal;label;category;categoryParent;supplierFound;amount;comment;accountNum;accountLabel;accountbalance
2025-11-28;2025-11-28;"CARTE 27/11/25 CAFE CB*1234";"Restaurants";"Loisirs";"cafe";-12,50;;00012345678;"Compte";1234,56
2025-11-27;2025-11-27;"VIR SALAIRE";"Salaires";"Revenus";"acme";"1 500,00";;00012345678;"Compte";1234,56
""",
        [("2025-11-28", "-12.50", "CAFE"), ("2025-11-27", "1500.00", "SALAIRE")],
        account_number="00012345678",
    ),
    export(
        "account_as_formula",
        """
="0012300012345678";01/11/2025;30/11/2025;
Date de l'opération;Libellé;Détail de l'écriture;Montant de l'opération;Devise
28/11/2025;CARTE X1234;CARTE X1234 27/11 CAFE;-12,50;EUR
27/11/2025;VIR RECU;VIR RECU DE: ACME MOTIF: SALAIRE;1500,00;EUR
""",
        [("2025-11-28", "-12.50", "CAFE"), ("2025-11-27", "1500.00", "SALAIRE")],
        "cp1252",
        currency="EUR",
    ),
    export(
        "underscored_names",
        """
Data_Operazione;Data_Valuta;Entrate;Uscite;Descrizione;Descrizione_Completa;Stato
28/11/2025;27/11/2025;;-12,50;Pagamento Visa Debit;Pag. del 27/11 CAFFE;Contabilizzato
27/11/2025;27/11/2025;1500,00;;Stipendio;Bonifico ACME;Contabilizzato
""",
        [("2025-11-28", "-12.50", "CAFFE"), ("2025-11-27", "1500.00", "ACME")],
    ),
    export(
        "dots_in_dates",
        """
Data Registrazione;Data valuta;Descrizione;Importo (EUR);
28.11.2025;28.11.2025;PAGAMENTO CAFFE;-12,50;
27.11.2025;27.11.2025;BONIFICO ACME;1.500,00;
""",
        [("2025-11-28", "-12.50", "CAFFE"), ("2025-11-27", "1500.00", "ACME")],
        currency="EUR",
    ),
    export(
        "currency_after_amounts",
        """
Fecha;Fecha valor;Movimiento;Más datos;Importe;Saldo
28/11/2025;28/11/2025;COMPRA TARJETA;CAFE;-12,50EUR;987,50EUR
27/11/2025;27/11/2025;TRANSFERENCIA;ACME;+1.000,00EUR;1.000,00EUR
""",
        [("2025-11-28", "-12.50", "CAFE"), ("2025-11-27", "1000.00", "ACME")],
        currency="EUR",
    ),
    export(
        "card_of_three_columns",
        """
date,title,amount
2025-12-28,Restaurante Sol,45.90
2025-12-20,Pagamento recebido,-500.00
2025-12-18,Posto Azul,100.00
2025-12-01,Padaria,12.00
""",
        [
            ("2025-12-28", "-45.90", "Sol"),
            ("2025-12-20", "500.00", "recebido"),
            ("2025-12-18", "-100.00", "Posto"),
            ("2025-12-01", "-12.00", "Padaria"),
        ],
    ),
    export(
        "account_of_four_columns",
        """
Data,Valor,Identificador,Descrição
28/12/2025,-45.90,6586-aaaa,Compra no débito - Sol
20/12/2025,500.00,6586-bbbb,Transferência recebida pelo Pix - João
""",
        [("2025-12-28", "-45.90", "Sol"), ("2025-12-20", "500.00", "João")],
    ),
    export(
        "no_header_semicolons",
        """
28/12/2025;PIX TRANSF JOAO;-50,00
20/12/2025;SALARIO;3.000,00
02/12/2025;TAR PACOTE;-25,00
""",
        [
            ("2025-12-28", "-50.00", "JOAO"),
            ("2025-12-20", "3000.00", "SALARIO"),
            ("2025-12-02", "-25.00", "TAR"),
        ],
    ),
    export(
        "first_row_is_a_balance",
        """
Extrato de: Ag: 123 | Conta: 12345-6 | Entre 01/11/2025 e 30/11/2025
Data;Histórico;Docto.;Crédito (R$);Débito (R$);Saldo (R$);
31/10/25;SALDO ANTERIOR;;;;1.000,00;
03/11/25;TRANSF PIX;123;500,00;;1.500,00;
28/11/25;CONTA DE LUZ;124;;-50,00;1.450,00;
;;Total;500,00;-50,00;1.450,00;
""",
        [("2025-11-03", "500.00", "PIX"), ("2025-11-28", "-50.00", "LUZ")],
        "cp1252",
        opening_balance=Decimal("1000.00"),
        closing_balance=Decimal("1450.00"),
    ),
    export(
        "quotes_of_two_kinds",
        """
"Lista transakcji";;;
"Nazwa pliku";"Lista.csv"

"Data transakcji";"Data księgowania";"Dane kontrahenta";"Tytuł";"Nr rachunku";"Nazwa banku";"Szczegóły";"Nr transakcji";"Kwota transakcji (waluta rachunku)";"Waluta";"Kwota blokady/zwolnienie blokady";"Waluta";"Kwota płatności w walucie";"Waluta";"Konto";"Saldo po transakcji";"Waluta";;;
2025-11-27;2025-11-28;" SKLEP ";" Płatność kartą ";'';"";"TR.KART";'2025';-45,60;PLN;;;;;"Konto";954,40;PLN;;;
2025-11-27;2025-11-27;" FIRMA ";" FAKTURA 5 ";'12 3456';"";"PRZELEW";'2026';1000,00;PLN;;;;;"Konto";1000,00;PLN;;;
""",
        [("2025-11-28", "-45.60", "SKLEP"), ("2025-11-27", "1000.00", "FAKTURA")],
        "cp1250",
        currency="PLN",
    ),
    export(
        "no_header_first_row_is_a_summary",
        """
30-11-2025,01-11-2025,'11 1090 0000 0000 0001 2345 6789,JAN KOWALSKI,PLN,"900,00","954,40",2,
28-11-2025,27-11-2025,DOP. VISA SKLEP,SKLEP,,"-45,60","954,40",1,
27-11-2025,27-11-2025,FAKTURA 5,FIRMA,12345,"100,00","1000,00",2,
""",
        [("2025-11-28", "-45.60", "SKLEP"), ("2025-11-27", "100.00", "FAKTURA")],
    ),
    export(
        "charges_and_credits",
        """
"Numer rachunku/karty","Data transakcji","Data rozliczenia","Rodzaj transakcji","Na konto/Z konta","Odbiorca/Zleceniodawca","Opis","Obciążenia","Uznania","Saldo","Waluta"
"PL11","2025-11-28","2025-11-28","TRANSAKCJA KARTĄ","","","SKLEP","-45.60","","954.40","PLN"
"PL11","2025-11-27","2025-11-27","PRZELEW PRZYCHODZĄCY","","FIRMA","FAKTURA 5","","1000.00","1000.00","PLN"
""",
        [("2025-11-28", "-45.60", "SKLEP"), ("2025-11-27", "1000.00", "FAKTURA")],
        currency="PLN",
    ),
    export(
        "spaces_in_thousands",
        """
Bokföringsdag;Belopp;Avsändare;Mottagare;Namn;Rubrik;Saldo;Valuta
2025/11/28;-1 234,50;1234;;;Kortköp ICA;8765,50;SEK
2025/11/25;10 000,00;;1234;;Lön;10000,00;SEK
""",
        [("2025-11-28", "-1234.50", "ICA"), ("2025-11-25", "10000.00", "Lön")],
        currency="SEK",
    ),
    export(
        "out_of_and_into_account",
        """
"Dato";"Forklaring";"Rentedato";"Ut fra konto";"Inn på konto"
"28.11.2025";"Varekjøp Kiwi";"28.11.2025";"234,50";""
"25.11.2025";"Lønn";"25.11.2025";"";"10000,00"
""",
        [("2025-11-28", "-234.50", "Kiwi"), ("2025-11-25", "10000.00", "Lønn")],
        "cp1252",
    ),
    export(
        "in_and_out",
        """
Dato;Beskrivelse;Rentedato;Inn;Ut;Til konto;Fra konto;
28.11.2025;Varekjøp Kiwi;28.11.2025;;-234,50;;1234;
25.11.2025;Lønn;25.11.2025;10000,00;;1234;;
""",
        [("2025-11-28", "-234.50", "Kiwi"), ("2025-11-25", "10000.00", "Lønn")],
    ),
    export(
        "names_and_values_above",
        """
accountId;2000000000
bankId;2010
currency;CZK
iban;CZ6508000000192000145399
openingBalance;1000,00
closingBalance;1400,00
dateStart;01.11.2025
dateEnd;30.11.2025

ID pohybu;Datum;Objem;Měna;Protiúčet;Název protiúčtu;Kód banky;Název banky;KS;VS;SS;Uživatelská identifikace;Zpráva pro příjemce;Typ;Provedl;Upřesnění;Komentář;BIC;ID pokynu
1;03.11.2025;500,00;CZK;123;Firma;0800;CS;;123;;;Faktura;Příjem převodem uvnitř banky;;;;;1
2;28.11.2025;-100,00;CZK;124;Obchod;0800;CS;;;;Nákup;;Platba kartou;;;;;2
""",
        [("2025-11-03", "500.00", "Faktura"), ("2025-11-28", "-100.00", "Obchod")],
        currency="CZK",
        opening_balance=Decimal("1000.00"),
        closing_balance=Decimal("1400.00"),
    ),
    export(
        "first_column_empty",
        """
,,DETAILED STATEMENT
,Account Number,123456789012 ( INR ) - JOHN
,Transaction Date from,01/11/2025,to,30/11/2025
,S No.,Value Date,Transaction Date,Cheque Number,Transaction Remarks,Withdrawal Amount(INR),Deposit Amount(INR),Balance(INR)
,1,03/11/2025,03/11/2025,-,UPI/SHOP,100.00,0.00,900.00
,2,28/11/2025,28/11/2025,-,NEFT/ACME,0.00,500.00,1400.00
""",
        [("2025-11-03", "-100.00", "SHOP"), ("2025-11-28", "500.00", "ACME")],
        currency="INR",
    ),
    export(
        "blank_for_nothing",
        """
Name :- JOHN
Statement of Account No - 123456789012 for the period (From : 01-11-2025 To : 30-11-2025)

Tran Date,CHQNO,PARTICULARS,DR,CR,BAL,SOL
03-11-2025,-,UPI/SHOP,100.00, ,900.00,123
28-11-2025,-,NEFT/ACME, ,500.00,1400.00,123
""",
        [("2025-11-03", "-100.00", "SHOP"), ("2025-11-28", "500.00", "ACME")],
    ),
    export(
        "tabs_and_labels",
        """
Account Name       :\tMr. JOHN
Account Number     :\t_00000012345678901
Start Date        :\t1 Nov 2025
End Date           :\t30 Nov 2025
Balance on 1 Nov 2025        :\t1,000.00

Txn Date\tValue Date\tDescription\tRef No./Cheque No.\tDebit\tCredit\tBalance
3 Nov 2025\t3 Nov 2025\tTO TRANSFER-UPI SHOP\t12345\t100.00\t \t900.00
28 Nov 2025\t28 Nov 2025\tBY TRANSFER-NEFT ACME\t\t \t500.00\t1,400.00
""",
        [("2025-11-03", "-100.00", "SHOP"), ("2025-11-28", "500.00", "ACME")],
    ),
    export(
        "chinese_direction",
        """
交易记录明细查询
账号:[a@b.cn]
起始日期:[2025-11-01 00:00:00]    终止日期:[2025-12-01 00:00:00]
---------------------------------交易记录明细列表------------------------------------
交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号
2025-11-28 10:00:00,商户消费,超市,购物,支出,100.00,零钱,支付成功,1000
2025-11-27 10:00:00,转账,张三,转账,收入,500.00,/,已存入,1001
""",
        [("2025-11-28", "-100.00", "超市"), ("2025-11-27", "500.00", "张三")],
        "gb18030",
    ),
    export(
        "failed_movements",
        """
"Дата операции";"Дата платежа";"Номер карты";"Статус";"Сумма операции";"Валюта операции";"Сумма платежа";"Валюта платежа";"Кэшбэк";"Категория";"MCC";"Описание";"Бонусы (включая кэшбэк)"
"28.11.2025 10:11:12";"29.11.2025";"*1234";"OK";"-100,00";"RUB";"-100,00";"RUB";"";"Супермаркеты";"5411";"Магазин";"1,00"
"27.11.2025 10:11:12";"27.11.2025";"";"FAILED";"-70,00";"RUB";"-70,00";"RUB";"";"Переводы";"";"Иван";"0,00"
"26.11.2025 10:11:12";"26.11.2025";"";"OK";"5000,00";"RUB";"5000,00";"RUB";"";"Пополнения";"";"Зарплата";"0,00"
""",
        [("2025-11-28", "-100.00", "Магазин"), ("2025-11-26", "5000.00", "Зарплата")],
        "cp1251",
        currency="RUB",
    ),
    export(
        "signs_apart",
        """
Account Statement - (@john) ,,,,,,,,,,
Account Activity,,,,,,,,,,
,ID,Datetime,Type,Status,Note,From,To,Amount (total),Amount (fee),Funding Source,Destination,Beginning Balance,Ending Balance
,,,,,,,,,,,,$100.00,
,3000001,2025-11-03T10:11:12,Payment,Complete,Pizza,John,Ann,- $20.00,,Balance,,,
,3000002,2025-11-04T10:11:12,Payment,Complete,Rent,Bob,John,"+ $1,500.00",,,Balance,,
,,,,,,,,,,,,,"$1,580.00"
""",
        [("2025-11-03", "-20.00", "Pizza"), ("2025-11-04", "1500.00", "Rent")],
    ),
    export(
        "tabs_quoted",
        """
"Date"\t"Interest Date"\t"Amount"\t"Account"\t"Counterparty"\t"Name"\t"Description"
"2025-12-06"\t"2025-12-06"\t"-1,234.78"\t"NL26BANK2025126409"\t""\t"SHOP"\t"SHOP NL"
"2025-12-07"\t"2025-12-07"\t"8.00"\t"NL26BANK2025126409"\t"NL02"\t"J"\t"Back"
""",
        [("2025-12-06", "-1234.78", "SHOP"), ("2025-12-07", "8.00", "Back")],
    ),
    export(
        "local_amounts",
        """
"Status";"Operation date (local)";"Settlement date (local)";"Counterparty name";"Payment method";"Total amount (incl. VAT)";"Currency";"Total amount (incl. VAT) (local)";"Currency (local)";"Reference";"Note";"Debit";"Credit";"Balance"
"Executed";"28-11-2025 10:11:12";"28-11-2025 10:11:12";"SHOP";"Card";"-12,50";"EUR";"-12,50";"EUR";"ref1";"";"12,50";"";"987,50"
"Executed";"27-11-2025 10:11:12";"27-11-2025 10:11:12";"ACME";"Transfer";"1000,00";"EUR";"1000,00";"EUR";"ref2";"";"";"1000,00";"1000,00"
""",
        [("2025-11-28", "-12.50", "SHOP"), ("2025-11-27", "1000.00", "ACME")],
        currency="EUR",
    ),
    export(
        "zeros_for_nothing",
        """
Date,Description,Debit,Credit,Balance
01/11/2025,Shop,"10.00","0.00","90.00"
02/11/2025,Acme,"0.00","50.00","140.00"
""",
        [("2025-11-01", "-10.00", "Shop"), ("2025-11-02", "50.00", "Acme")],
    ),
    export(
        "dates_once",
        """
Date;Text;Amount
01.11.2025;Shop;-10,00
;Cafe;-3,00
02.11.2025;Acme;50,00
;Tax;-5,00
""",
        [
            ("2025-11-01", "-10.00", "Shop"),
            ("2025-11-01", "-3.00", "Cafe"),
            ("2025-11-02", "50.00", "Acme"),
            ("2025-11-02", "-5.00", "Tax"),
        ],
    ),
    export(
        "basic_timestamps",
        """
Posted;Details;Value;Saldo
20251130T101112;Shop;-10.5;89.5
20251201T101112;Acme;10.5;100
""",
        [("2025-11-30", "-10.5", "Shop"), ("2025-12-01", "10.5", "Acme")],
    ),
    export(
        "whole_amounts",
        """
Date,Description,Amount,Balance
2025-11-01,Shop,-10,90
2025-11-02,Acme,50,140
2025-11-03,Cafe,-3,137
""",
        [("2025-11-01", "-10", "Shop"), ("2025-11-02", "50", "Acme"), ("2025-11-03", "-3", "Cafe")],
    ),
    export(
        "three_figures_after_a_point",
        """
Datum;Text;Betrag
01.11.2025;A;1.000
02.11.2025;B;-2.500
03.11.2025;C;12,5
""",
        [("2025-11-01", "1000", "A"), ("2025-11-02", "-2500", "B"), ("2025-11-03", "12.5", "C")],
    ),
    export(
        "spaces_around_delimiters",
        """
Completed Date ; Reference ; Paid Out (EUR) ; Paid In (EUR) ; Exchange Out; Exchange In; Balance (EUR); Category
28 Nov 2025 ; Cafe ; 12.50 ;  ;  ;  ; 87.50; restaurants
27 Nov 2025 ; Payment from A ;  ; 100.00 ;  ;  ; 100.00; general
""",
        [("2025-11-28", "-12.50", "Cafe"), ("2025-11-27", "100.00", "Payment")],
        currency="EUR",
    ),
    export(
        "direction_words_beside_signs",
        """
Date,Transaction,Name,Memo,Amount
11/28/2025,DEBIT,Internet Withdrawal,To chequing,-100.00
11/3/2025,CREDIT,INTERAC e-Transfer From: A,Transferred,50.00
""",
        [("2025-11-28", "-100.00", "Withdrawal"), ("2025-11-03", "50.00", "INTERAC")],
    ),
    export(
        "last_row_is_a_balance",
        """
"Data","Dependencia Origem","Histórico","Data do Balancete","Número do documento","Valor",
"28/11/2025","","Compra com Cartão - 28/11 10:00 SHOP","","123","-12.50",
"03/11/2025","0000-0","Recebimento de Proventos","","124","1000.00",
"30/11/2025","","S A L D O","","0","987.50",
""",
        [("2025-11-28", "-12.50", "SHOP"), ("2025-11-03", "1000.00", "Proventos")],
        "cp1252",
    ),
    export(
        "spaces_in_quotes",
        """
Posted Account, Posted Transactions Date, Description1, Description2, Description3, Debit Amount, Credit Amount,Balance,Posted Currency,Transaction Type,Local Currency Amount,Local Currency
"931012 - 12345678","28/11/2025","VDP-SHOP","","","12.50",,"87.50",EUR,"Debit"," 12.50",EUR
"931012 - 12345678","27/11/2025","SALARY","ACME","",,"100.00","100.00",EUR,"Credit"," 100.00",EUR
""",
        [("2025-11-28", "-12.50", "SHOP"), ("2025-11-27", "100.00", "SALARY")],
        currency="EUR",
    ),
    export(
        "apostrophes_before_text",
        """
Date, Type, Description, Value, Balance, Account Name, Account Number

28/11/2025,POS,"'3811 27NOV25 , SHOP",-12.50,87.50,"'A B","'985000-12345678",
27/11/2025,D/D,"'SALARY",100.00,100.00,"'A B","'985000-12345678",
""",
        [("2025-11-28", "-12.50", "SHOP"), ("2025-11-27", "100.00", "SALARY")],
        account_number="985000-12345678",
    ),
    export(
        "no_header_direction_words",
        """
"28-11-2025","NL38BANK0123456789","12,50","Debet","WINKEL","NL02","BA","Betaling pas","87,50"
"27-11-2025","NL38BANK0123456789","100,00","Credit","WERK","NL03","ET","Salaris","100,00"
""",
        [("2025-11-28", "-12.50", "WINKEL"), ("2025-11-27", "100.00", "Salaris")],
        account_number="NL38BANK0123456789",
    ),
    export(
        "no_header_direction_letters",
        """
"NL91ABNA0417164300","EUR","20251128","D","12.50","","WINKEL 27","20251128","ba","","Betaalautomaat 10:00","pasnr. 001","","","","","","",""
"NL91ABNA0417164300","EUR","20251127","C","100.00","NL02RABO0123456789","WERK","20251127","cb","","Salaris","","","","","","E2E","",""
""",
        [("2025-11-28", "-12.50", "WINKEL"), ("2025-11-27", "100.00", "Salaris")],
        account_number="NL91ABNA0417164300",
        currency="EUR",
    ),
    export(
        "empty_last_column",
        """
"Bokföringsdatum";"Transaktionsdatum";"Transaktionstext";"Belopp";"";
"2025-11-28";"2025-11-27";"SHOP";"-112,50";"";
"2025-11-25";"2025-11-25";"LÖN";"10 000,00";"";
""",
        [("2025-11-28", "-112.50", "SHOP"), ("2025-11-25", "10000.00", "LÖN")],
        "cp1252",
    ),
    export(
        "lines_of_words_above",
        """
Bank Delaware
Account Number: XXXXXXXXXXXX1234
Account Balance as of November 30 2025:    $62.50

Transaction Date,Description,Category,Amount
11/28/2025,"SHOP",DEBIT,-12.50
11/27/2025,"Payment Received",CREDIT,100.00
""",
        [("2025-11-28", "-12.50", "SHOP"), ("2025-11-27", "100.00", "Payment")],
    ),
    export(
        "payee_and_address",
        """
Posted Date,Reference Number,Payee,Address,Amount
11/28/2025,24692165332100000000001,"SHOP 800-1234567","WA ",-12.50
11/27/2025,1234,"PAYMENT - THANK YOU","",100.00
""",
        [("2025-11-28", "-12.50", "SHOP"), ("2025-11-27", "100.00", "THANK")],
    ),
    export(
        "direction_column_and_second_amount",
        """
Posting Date,Transaction Date,Amount,Credit Debit Indicator,type,Type Group,Reference,Instructed Currency,Currency Exchange Rate,Instructed Amount,Description,Category,Check Serial Number,Card Ending
11/28/2025,11/27/2025,12.5,Debit,POS,POS,,USD,1,12.5,SHOP,Shopping,,1234
11/27/2025,11/27/2025,100,Credit,Deposit,Deposit,,USD,1,100,PAYROLL ACME,Paychecks,,
""",
        [("2025-11-27", "-12.5", "SHOP"), ("2025-11-27", "100", "PAYROLL")],
    ),
    export(
        "four_columns_and_balance",
        """
Dato;Valørdato;Tekst;Beløb;Saldo
28-11-2025;28-11-2025;Dankort SHOP;-112,50;887,50
27-11-2025;27-11-2025;Løn;1.000,00;1.000,00
""",
        [("2025-11-28", "-112.50", "SHOP"), ("2025-11-27", "1000.00", "Løn")],
        "cp1252",
    ),
    export(
        "keywords_and_categories",
        """
Buchung;Valuta;Sender / Empfänger;IBAN;BIC;Buchungstext;Verwendungszweck;Kategorie;Stichwörter;Umsatz geteilt;Betrag in EUR
28.11.2025;28.11.2025;Shop;DE02;MU;Lastschrift;Einkauf;;;;-12,50
27.11.2025;27.11.2025;Firma;DE02;MU;Gutschrift;Gehalt;;;;1.000,00
""",
        [("2025-11-28", "-12.50", "Shop"), ("2025-11-27", "1000.00", "Gehalt")],
        currency="EUR",
    ),
    export(
        "balance_of_today_above",
        """
Umsatzauskunft;gebuchte Umsätze
Name;ERIKA M
BLZ;10010010
Kontonummer;0123456789
IBAN;DE89370400440532013000
Aktueller Kontostand;987,50 €
Summe vorgemerkter Umsätze;0,00 €

Buchungsdatum;Wertstellung;Umsatzart;Buchungsdetails;Auftraggeber;Empfänger;Betrag (€);Saldo (€)
28.11.2025;28.11.2025;SEPA Lastschrift;Strom;ERIKA M;Stadtwerke;-12,50 €;987,50 €
27.11.2025;27.11.2025;Gehalt/Rente;Lohn;Firma;ERIKA M;1.000,00 €;1.000,00 €
""",
        [("2025-11-28", "-12.50", "Strom"), ("2025-11-27", "1000.00", "Lohn")],
        "cp1252",
        currency="EUR",
        account_name="ERIKA M",
    ),
    export(
        "effect_on_balance",
        """
"Datum","Uhrzeit","Zeitzone","Name","Typ","Status","Währung","Brutto","Gebühr","Netto","Absender E-Mail-Adresse","Empfänger E-Mail-Adresse","Transaktionscode","Guthaben","Auswirkung auf Guthaben"
"28.11.2025","10:00:00","CET","Shop","Zahlung","Abgeschlossen","EUR","-12,50","0,00","-12,50","a","b","T1","87,50","Soll"
"29.11.2025","10:00:00","CET","","Bankgutschrift auf Konto","Abgeschlossen","EUR","12,50","0,00","12,50","","a","T2","100,00","Haben"
""",
        [("2025-11-28", "-12.50", "Shop"), ("2025-11-29", "12.50", "Bankgutschrift")],
        "utf-8-sig",
        currency="EUR",
    ),
    export(
        "balance_with_a_point",
        """
"Kreditkarte:";"4998************";

"Von:";"01.11.2025";
"Bis:";"30.11.2025";
"Saldo:";"-112.5 EUR";
"Datum:";"30.11.2025";

"Umsatz abgerechnet und nicht im Saldo enthalten";"Wertstellung";"Belegdatum";"Beschreibung";"Betrag (EUR)";"Ursprünglicher Betrag";
"Nein";"28.11.2025";"27.11.2025";"SHOP";"-12,50";"";
"Ja";"27.11.2025";"27.11.2025";"Einzahlung";"1.000,00";"";
""",
        [("2025-11-28", "-12.50", "SHOP"), ("2025-11-27", "1000.00", "Einzahlung")],
        "cp1252",
        currency="EUR",
    ),
    export(
        "dates_rise_in_one_order",
        """
Date,Description,Amount
01/02/2025,A,-1.00
02/03/2025,B,-2.00
03/04/2025,C,3.00
04/05/2025,D,-2.00
""",
        [
            ("2025-02-01", "-1.00", "A"),
            ("2025-03-02", "-2.00", "B"),
            ("2025-04-03", "3.00", "C"),
            ("2025-05-04", "-2.00", "D"),
        ],
    ),
    export(
        "dates_near_in_one_order",
        """
Date,Description,Amount
11/03/2025,A,-1.00
11/05/2025,B,-2.00
11/06/2025,C,3.00
11/10/2025,D,-2.00
""",
        [
            ("2025-11-03", "-1.00", "A"),
            ("2025-11-05", "-2.00", "B"),
            ("2025-11-06", "3.00", "C"),
            ("2025-11-10", "-2.00", "D"),
        ],
    ),
    export(
        "sign_in_a_column",
        """
Date;Text;+/-;Amount
2025-11-03;A;-;1,00
2025-11-04;B;+;2,00
2025-11-05;C;-;3,00
""",
        [("2025-11-03", "-1.00", "A"), ("2025-11-04", "2.00", "B"), ("2025-11-05", "-3.00", "C")],
    ),
    export(
        "minus_before_dollar",
        """
Date,Description,Amount
2025-11-03,A,-$1.00
2025-11-04,B,"$2,000.00"
2025-11-05,C,($3.00)
""",
        [
            ("2025-11-03", "-1.00", "A"),
            ("2025-11-04", "2000.00", "B"),
            ("2025-11-05", "-3.00", "C"),
        ],
    ),
    export(
        "dr_and_cr_after",
        """
Date,Narration,Amount,Balance
03/11/2025,SHOP,100.00 Dr,900.00 Cr
28/11/2025,ACME,"1,500.00 Cr","2,400.00 Cr"
""",
        [("2025-11-03", "-100.00", "SHOP"), ("2025-11-28", "1500.00", "ACME")],
    ),
    export(
        "dots_after_days",
        """
Könyvelés dátuma;Értéknap;Összeg;Devizanem;Partner neve;Közlemény;Egyenleg
2025.11.03.;2025.11.03.;-1 500;HUF;Bolt;vásárlás;98 500
2025.11.28.;2025.11.28.;250 000;HUF;Cég;fizetés;348 500
""",
        [("2025-11-03", "-1500", "Bolt"), ("2025-11-28", "250000", "Cég")],
        currency="HUF",
    ),
    export(
        "lira",
        """
Tarih;Açıklama;İşlem Tutarı;Bakiye
28/11/2025;Market;-1.250,50 TL;8.749,50 TL
27/11/2025;Maaş;10.000,00 TL;10.000,00 TL
""",
        [("2025-11-28", "-1250.50", "Market"), ("2025-11-27", "10000.00", "Maaş")],
        "cp1254",
    ),
    export(
        "greek_direction_letters",
        """
Α/Α;Ημερομηνία;Αιτιολογία;Ποσό;Πρόσημο ποσού;Υπόλοιπο
1;28/11/2025;ΑΓΟΡΑ;12,50;Χ;987,50
2;27/11/2025;ΜΙΣΘΟΔΟΣΙΑ;1.000,00;Π;1.000,00
""",
        [("2025-11-28", "-12.50", "ΑΓΟΡΑ"), ("2025-11-27", "1000.00", "ΜΙΣΘΟΔΟΣΙΑ")],
    ),
    export(
        "names_of_months",
        """
Data;Detalii tranzactie;Debit;Credit;Balanta
28 noiembrie 2025;Cumparare POS;12,50;;987,50
27 noiembrie 2025;Incasare;;1.000,00;1.000,00
""",
        [("2025-11-28", "-12.50", "Cumparare"), ("2025-11-27", "1000.00", "Incasare")],
    ),
    export(
        "won",
        """
거래일시,적요,보낸분/받는분,출금액(원),입금액(원),잔액(원)
2025.11.28 10:11:12,체크카드,가게,"12,500",0,"987,500"
2025.11.27 10:11:12,급여,회사,0,"1,000,000","1,000,000"
""",
        [("2025-11-28", "-12500", "가게"), ("2025-11-27", "1000000", "급여")],
        "cp949",
    ),
    export(
        "names_on_two_lines",
        """
Date;;Amount;;
of booking;Text;Debit;Credit;Balance
28.11.2025;Shop;12,50;;987,50
27.11.2025;Acme;;1.000,00;1.000,00
""",
        [("2025-11-28", "-12.50", "Shop"), ("2025-11-27", "1000.00", "Acme")],
    ),
    export(
        "totals_between_rows",
        """
Date;Description;Debit;Credit;Balance
01.11.2025;Opening balance;;;100,00
02.11.2025;Shop;10,00;;90,00
;Total November;10,00;0,00;
03.12.2025;Acme;;5,00;95,00
;Total December;0,00;5,00;
31.12.2025;Closing balance;;;95,00
""",
        [("2025-11-02", "-10.00", "Shop"), ("2025-12-03", "5.00", "Acme")],
        opening_balance=Decimal("100.00"),
        closing_balance=Decimal("95.00"),
    ),
    export(
        "wrapped_descriptions",
        """
Date;Description;Amount
02.11.2025;Card payment;-10,00
;Shop Street 5;
;Berlin;
03.11.2025;Transfer;5,00
;Acme Ltd;
""",
        [("2025-11-02", "-10.00", "Berlin"), ("2025-11-03", "5.00", "Acme")],
    ),
    export(
        "ledger_of_a_company",
        """
Posting Date|Document No.|Description|Debit (LCY)|Credit (LCY)|Balance (LCY)
11/02/25|INV1|Shop|10.00|0.00|90.00
11/23/25|PAY1|Acme|0.00|5.00|95.00
""",
        [("2025-11-02", "-10.00", "Shop"), ("2025-11-23", "5.00", "Acme")],
    ),
    export(
        "signs_by_balances",
        """
Date;Text;Amount;Balance
01.11.2025;A;10,00;90,00
02.11.2025;B;25,00;115,00
14.11.2025;C;5,00;110,00
15.11.2025;D;7,00;103,00
""",
        [
            ("2025-11-01", "10.00", "A"),
            ("2025-11-02", "25.00", "B"),
            ("2025-11-14", "-5.00", "C"),
            ("2025-11-15", "-7.00", "D"),
        ],
    ),
    export(
        "card_with_refund",
        """
Kártya;Datum;Merchant;Amount;Ccy
x;2025-11-03;Shop;12.50;EUR
x;2025-11-04;Cafe;3.50;EUR
x;2025-11-05;Refund Shop;-5.00;EUR
""",
        [
            ("2025-11-03", "-12.50", "Shop"),
            ("2025-11-04", "-3.50", "Cafe"),
            ("2025-11-05", "5.00", "Refund"),
        ],
        currency="EUR",
    ),
    export(
        "income_and_expense",
        """
Date,Category,Income,Expense,Note
2025-11-03,Food,,12.50,Shop
2025-11-04,Salary,1000,,Acme
""",
        [("2025-11-03", "-12.50", "Shop"), ("2025-11-04", "1000", "Acme")],
    ),
    export(
        "income_and_expense_german",
        """
Datum;Empfänger;Einnahmen;Ausgaben;Kontostand
03.11.2025;Shop;;12,50;87,50
04.11.2025;Acme;1000;;1087,50
""",
        [("2025-11-03", "-12.50", "Shop"), ("2025-11-04", "1000", "Acme")],
    ),
    export(
        "utf16be",
        """
Date;Text;Amount
03/11/2025;Shop;-12,50
14/11/2025;Acme;1000,00
""",
        [("2025-11-03", "-12.50", "Shop"), ("2025-11-14", "1000.00", "Acme")],
        "utf-16-be",
    ),
    export(
        "bom_latin_semicolon",
        """
Fecha;Concepto;Cargo;Abono;Saldo
03/11/2025;Compra;12,50;;87,50
14/11/2025;Nómina;;1.000,00;1.087,50
""",
        [("2025-11-03", "-12.50", "Compra"), ("2025-11-14", "1000.00", "Nómina")],
        "utf-8-sig",
    ),
    export(
        "dutch_date_time",
        """
Datum,Tijd,Omschrijving,Bij,Af,Saldo
03-11-2025,10:22,Winkel,,"12,50","87,50"
14-11-2025,11:22,Salaris,"1.000,00",,"1.087,50"
""",
        [("2025-11-03", "-12.50", "Winkel"), ("2025-11-14", "1000.00", "Salaris")],
    ),
    export(
        "english_month_long",
        """
Transaction Date,Details,Amount (USD)
"November 3, 2025",Shop,-12.50
"November 14, 2025",Acme,"1,000.00"
""",
        [("2025-11-03", "-12.50", "Shop"), ("2025-11-14", "1000.00", "Acme")],
        currency="USD",
    ),
    export(
        "excel_serial_like_reference",
        """
Date,Ref,Text,Amount
2025-11-03,45964,Shop,-12.50
2025-11-14,45975,Acme,1000.00
""",
        [("2025-11-03", "-12.50", "Shop"), ("2025-11-14", "1000.00", "Acme")],
    ),
    export(
        "amount_first",
        """
Amount,Balance,Date,Description
-12.50,87.50,2025-11-03,Shop
1000.00,1087.50,2025-11-14,Acme
""",
        [("2025-11-03", "-12.50", "Shop"), ("2025-11-14", "1000.00", "Acme")],
    ),
    export(
        "no_header_balance_first",
        """
2025-11-03,87.50,-12.50,Shop
2025-11-14,1087.50,1000.00,Acme
2025-11-15,1080.50,-7.00,Cafe
""",
        [
            ("2025-11-03", "-12.50", "Shop"),
            ("2025-11-14", "1000.00", "Acme"),
            ("2025-11-15", "-7.00", "Cafe"),
        ],
    ),
    export(
        "three_decimals",
        """
Date,Description,Debit,Credit,Balance
03/11/2025,Shop,12.500,,87.500
14/11/2025,Acme,,1000.000,1087.500
""",
        [("2025-11-03", "-12.500", "Shop"), ("2025-11-14", "1000.000", "Acme")],
    ),
    export(
        "apostrophes_in_thousands",
        """
Datum;Buchungstext;Belastung CHF;Gutschrift CHF;Valuta;Saldo CHF
14.11.2025;Lohn;;5’000.00;14.11.2025;5’987.50
03.11.2025;Einkauf;12.50;;03.11.2025;987.50
""",
        [("2025-11-14", "5000.00", "Lohn"), ("2025-11-03", "-12.50", "Einkauf")],
        currency="CHF",
        closing_balance=Decimal("5987.50"),
    ),
    export(
        "sheet_of_labels_above",
        """
Kontonummer:;0235 00012345.0;
IBAN:;CH93 0076 2011 6238 5295 7;
Von:;2025-11-01;
Bis:;2025-11-30;
Anfangssaldo:;1000.00;
Schlusssaldo:;5987.50;
Bewertet in:;CHF;
Anzahl Transaktionen in diesem Zeitraum:;2;

Abschlussdatum;Abschlusszeit;Buchungsdatum;Valutadatum;Währung;Belastung;Gutschrift;Einzelbetrag;Saldo;Transaktions-Nr.;Beschreibung1;Beschreibung2;Beschreibung3;Fussnoten;
2025-11-14;10:00:00;2025-11-14;2025-11-14;CHF;;5000.00;;5987.50;ABC1;"Lohn";"Acme";;;
2025-11-03;10:00:00;2025-11-03;2025-11-03;CHF;-12.50;;;987.50;ABC2;"Shop";"Karte";;;
""",
        [("2025-11-14", "5000.00", "Lohn"), ("2025-11-03", "-12.50", "Shop")],
        currency="CHF",
        opening_balance=Decimal("1000.00"),
        closing_balance=Decimal("5987.50"),
        statement_period_start="2025-11-01",
        iban="CH9300762011623852957",
    ),
    export(
        "labels_as_formulas",
        """
Datum von:;="01.11.2025"
Datum bis:;="30.11.2025"
Buchungsart:;="Alle Buchungen"
Konto:;="CH9300762011623852957"
Währung:;="CHF"

Datum;Bewegungstyp;Avisierungstext;Gutschrift in CHF;Lastschrift in CHF;Label;Kategorie
14.11.2025;Gutschrift;"GUTSCHRIFT ACME";5000;;;
03.11.2025;Kauf;"KAUF SHOP";;-12.5;;

Disclaimer:
Der Dokumentinhalt wurde durch Filtereinstellungen der Kundin/des Kunden generiert.
""",
        [("2025-11-14", "5000", "ACME"), ("2025-11-03", "-12.5", "SHOP")],
        currency="CHF",
        iban="CH9300762011623852957",
    ),
    export(
        "quoted_charges_and_credits",
        """
"Datum";"Buchungstext";"Whg";"Betrag Detail";"Bank-Referenz";"Referenznummer";"Belastung CHF";"Gutschrift CHF";"Valuta";"Saldo CHF";"Zahlungszweck"
"14.11.2025";"Gutschrift Acme";"";"";"Z1";"";"";"5000.00";"14.11.2025";"5987.50";"Lohn"
"03.11.2025";"Einkauf Shop";"";"";"Z2";"";"12.50";"";"03.11.2025";"987.50";""
""",
        [("2025-11-14", "5000.00", "Acme"), ("2025-11-03", "-12.50", "Shop")],
        currency="CHF",
    ),
    export(
        "local_amount_beside",
        """
Transaction ID,Date,Time,Type,Name,Emoji,Category,Amount,Currency,Local amount,Local currency,Notes and #tags,Address,Receipt,Description,Category split
tx1,03/11/2025,10:00:00,Card payment,Boulangerie,,Eating out,-8.50,GBP,-10.00,EUR,,,,BOULANGERIE PARIS,
tx2,14/11/2025,10:00:00,Faster payment,Acme,,Income,1000.00,GBP,1000.00,GBP,,,,SALARY,
""",
        [("2025-11-03", "-8.50", "BOULANGERIE"), ("2025-11-14", "1000.00", "SALARY")],
        currency="GBP",
    ),
    export(
        "statement_with_desc_dates",
        """
Date,Description,Amount
03/11/2025,"Card purchase 02/11/2025 12.50",-12.50
14/11/2025,"Salary 11/2025",1000.00
""",
        [("2025-11-03", "-12.50", "purchase"), ("2025-11-14", "1000.00", "Salary")],
    ),
    export(
        "single_row",
        """
Date,Description,Money out,Money in,Balance
03/11/2025,Shop,12.50,,87.50
""",
        [("2025-11-03", "-12.50", "Shop")],
    ),
    export(
        "credit_union",
        """
"Posting Date","Effective Date","Transaction Type","Amount","Check Number","Reference Number","Description","Transaction Category","Type","Balance","Memo","Extended Description"
"11/14/2025","11/14/2025","Credit","1000.00000","","1","ACME","Pay","ACH","1087.50000","",""
"11/3/2025","11/3/2025","Debit","-12.50000","","2","SHOP","Food","Debit Card","87.50000","",""
""",
        [("2025-11-14", "1000.00", "ACME"), ("2025-11-03", "-12.50", "SHOP")],
    ),
    export(
        "period_in_words",
        """
Example Bank
Account Number:,1234567890
Account Type:,Savings
Statement Period:,01 Nov 2025 To 30 Nov 2025

Transaction Date,Transaction Description,Withdrawal,Deposit,Available Balance
14 Nov 2025,ACME,0,1000,1087.5
03 Nov 2025,SHOP,12.5,0,87.5
""",
        [("2025-11-14", "1000", "ACME"), ("2025-11-03", "-12.5", "SHOP")],
        account_number="1234567890",
        statement_period_start="2025-11-01",
        statement_period_end="2025-11-30",
    ),
    export(
        "three_references",
        """
Account Details For:,Savings 123-4-567890
Statement as at:,30 Nov 2025
Available Balance:,1087.5
Ledger Balance:,1087.5

Transaction Date,Reference,Debit Amount,Credit Amount,Transaction Ref1,Transaction Ref2,Transaction Ref3
14 Nov 2025,ICT, ,1000.00,ACME,OTHER,
03 Nov 2025,POS,12.50, ,SHOP,,
""",
        [("2025-11-14", "1000.00", "ACME"), ("2025-11-03", "-12.50", "SHOP")],
    ),
]
