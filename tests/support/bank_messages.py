"""One small file of each format that is no table; accounts, names and movements are invented."""

from engine.reading import bank_sniff

MT940 = b""":20:STARTUMS
:25:70050000/1234567
:28C:1/1
:60F:C251229EUR1000,00
:61:2512301230D10,00NTRFNONREF
:86:166?00GUTSCHRIFT?109249?20EREF+INV-77?21SVWZ+Rechnung 77?30MUSTDE21
?31DE02120300000000202051?32Muster GmbH?34999
:61:2512301230RC30,5NTRFX//Y
:86:/EREF/1//CNTP/DE02120300000000202051/MUSTDE21/SHOP///REMI/USTD//Order 5/
:62F:C251230EUR959,50
-
"""
CAMT = b"""<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt>
<Acct><Id><IBAN>DE89370400440532013000</IBAN></Id><Ccy>EUR</Ccy></Acct>
<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">100.00</Amt>
<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2025-12-29</Dt></Dt></Bal>
<Ntry><Amt Ccy="EUR">10.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
<BookgDt><Dt>2025-12-30</Dt></BookgDt><NtryDtls><TxDtls><RltdPties><Cdtr><Pty><Nm>Shop</Nm></Pty>
</Cdtr></RltdPties><RmtInf><Ustrd>Order 5</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
</Stmt></BkToCstmrStmt></Document>
"""
OFX = b"""OFXHEADER:100
DATA:OFXSGML
ENCODING:USASCII
CHARSET:1252

<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR<BANKACCTFROM><BANKID>1<ACCTID>4711
</BANKACCTFROM><BANKTRANLIST><DTSTART>20251201<DTEND>20251231
<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20251231120000[-5:EST]<TRNAMT>-12,50<FITID>1<NAME>Shop</STMTTRN>
</BANKTRANLIST><LEDGERBAL><BALAMT>86.50<DTASOF>20251231</LEDGERBAL>
</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>
"""
QIF = b"!Type:Bank\nD12/31'25\nT-1,234.56\nPShop\nMGifts\nN102\n^\nD1/ 5'26\nT10.00\nPSalary\n^\n"
BAI2 = b"""01,0004,12345,251231,0200,1,80,1,2/
02,12345,0004,1,251231,2359,USD,2/
03,0012345678,,010,100000,,,015,84950,,/
16,495,5050,S,0,5050,0,B2,C2,WIRE OUT
88,TO ACME LTD
49,100000,4/
98,1,1,1/
99,1,1,1/
"""
MESSAGES = {
    bank_sniff.MT940: MT940,
    bank_sniff.CAMT: CAMT,
    bank_sniff.OFX: OFX,
    bank_sniff.QIF: QIF,
    bank_sniff.BAI2: BAI2,
}
