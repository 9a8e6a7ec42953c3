"""Electronic invoices written from scratch by the standards, and PDFs that carry them.

``Bill`` holds the figures once; ``cii``, ``zugferd_1`` and ``ubl`` write them in each syntax, and
``page_of`` prints them as a vendor would.
"""

import io
import re
from dataclasses import dataclass, replace
from decimal import Decimal
from xml.sax.saxutils import escape

from pypdf import PdfWriter
from pypdf.generic import NameObject
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

EN16931 = "urn:cen.eu:en16931:2017"
FACTURX = "urn:factur-x.eu:1p0:"
XRECHNUNG = f"{EN16931}#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0"
PEPPOL = f"{EN16931}#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0"


@dataclass(frozen=True)
class Line:
    name: str
    quantity: str
    price: str
    amount: str
    rate: str = "19.00"
    unit: str = "H87"
    per: str = ""
    allowance: str = ""


@dataclass(frozen=True)
class Bill:
    number: str = "RE-2026-0815"
    type_code: str = "380"
    issued: str = "20260302"
    due: str = "20260401"
    currency: str = "EUR"
    seller: str = "Nordlicht Leuchten GmbH"
    seller_vat: str = "DE136695976"
    seller_tax_number: str = "13/815/08154"
    buyer: str = "Hafenkontor Reederei AG"
    order: str = "PO-77120"
    iban: str = "DE89370400440532013000"
    reference: str = "RF18539007547034"
    terms: str = ""
    lines: tuple[Line, ...] = (
        Line("Deckenleuchte Kompass", "4", "75.00", "300.00"),
        Line("Montage", "2.5", "40.00", "95.00", allowance="5.00", unit="HUR"),
    )
    charge: str = "5.00"
    net: str = "400.00"
    tax: str = "76.00"
    rate: str = "19.00"
    gross: str = "476.00"
    prepaid: str = "76.00"
    due_amount: str = "400.00"
    profile: str = EN16931

    @property
    def line_total(self) -> Decimal:
        return sum((Decimal(line.amount) for line in self.lines), Decimal(0))


def credit_note(**changes: object) -> Bill:
    return replace(Bill(type_code="381", number="GS-2026-07"), **changes)  # type: ignore[arg-type]


def cii(bill: Bill, *, extra_header: str = "") -> bytes:
    """The bill as a CrossIndustryInvoice D16B."""
    skonto = f"<ram:Description>{escape(bill.terms)}</ram:Description>" if bill.terms else ""
    lines = "".join(_cii_line(index, line) for index, line in enumerate(bill.lines, 1))
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<rsm:CrossIndustryInvoice
  xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"
  xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"
  xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">
 <rsm:ExchangedDocumentContext>
  <ram:GuidelineSpecifiedDocumentContextParameter><ram:ID>{bill.profile}</ram:ID>
  </ram:GuidelineSpecifiedDocumentContextParameter>
 </rsm:ExchangedDocumentContext>
 <rsm:ExchangedDocument>
  <ram:ID>{escape(bill.number)}</ram:ID><ram:TypeCode>{bill.type_code}</ram:TypeCode>
  <ram:IssueDateTime><udt:DateTimeString format="102">{bill.issued}</udt:DateTimeString>
  </ram:IssueDateTime>{extra_header}
 </rsm:ExchangedDocument>
 <rsm:SupplyChainTradeTransaction>{lines}
  <ram:ApplicableHeaderTradeAgreement>
   <ram:SellerTradeParty><ram:Name>{escape(bill.seller)}</ram:Name>
    <ram:PostalTradeAddress><ram:PostcodeCode>20457</ram:PostcodeCode>
     <ram:LineOne>Am Sandtorkai 1</ram:LineOne><ram:CityName>Hamburg</ram:CityName>
     <ram:CountryID>DE</ram:CountryID></ram:PostalTradeAddress>
    {_registration("FC", bill.seller_tax_number)}{_registration("VA", bill.seller_vat)}
   </ram:SellerTradeParty>
   <ram:BuyerTradeParty><ram:Name>{escape(bill.buyer)}</ram:Name></ram:BuyerTradeParty>
   <ram:BuyerOrderReferencedDocument>
    <ram:IssuerAssignedID>{bill.order}</ram:IssuerAssignedID>
   </ram:BuyerOrderReferencedDocument>
  </ram:ApplicableHeaderTradeAgreement>
  <ram:ApplicableHeaderTradeDelivery/>
  <ram:ApplicableHeaderTradeSettlement>
   <ram:PaymentReference>{bill.reference}</ram:PaymentReference>
   <ram:InvoiceCurrencyCode>{bill.currency}</ram:InvoiceCurrencyCode>
   <ram:SpecifiedTradeSettlementPaymentMeans><ram:TypeCode>58</ram:TypeCode>
    <ram:PayeePartyCreditorFinancialAccount><ram:IBANID>{bill.iban}</ram:IBANID>
    </ram:PayeePartyCreditorFinancialAccount>
   </ram:SpecifiedTradeSettlementPaymentMeans>
   <ram:ApplicableTradeTax><ram:CalculatedAmount>{bill.tax}</ram:CalculatedAmount>
    <ram:TypeCode>VAT</ram:TypeCode><ram:BasisAmount>{bill.net}</ram:BasisAmount>
    <ram:CategoryCode>S</ram:CategoryCode>
    <ram:RateApplicablePercent>{bill.rate}</ram:RateApplicablePercent></ram:ApplicableTradeTax>
   {_cii_adjustment(bill.charge, True)}
   <ram:SpecifiedTradePaymentTerms>{skonto}<ram:DueDateDateTime>
    <udt:DateTimeString format="102">{bill.due}</udt:DateTimeString></ram:DueDateDateTime>
   </ram:SpecifiedTradePaymentTerms>
   <ram:SpecifiedTradeSettlementHeaderMonetarySummation>
    <ram:LineTotalAmount>{bill.line_total}</ram:LineTotalAmount>
    <ram:ChargeTotalAmount>{bill.charge}</ram:ChargeTotalAmount>
    <ram:TaxBasisTotalAmount>{bill.net}</ram:TaxBasisTotalAmount>
    <ram:TaxTotalAmount currencyID="{bill.currency}">{bill.tax}</ram:TaxTotalAmount>
    <ram:GrandTotalAmount>{bill.gross}</ram:GrandTotalAmount>
    <ram:TotalPrepaidAmount>{bill.prepaid}</ram:TotalPrepaidAmount>
    <ram:DuePayableAmount>{bill.due_amount}</ram:DuePayableAmount>
   </ram:SpecifiedTradeSettlementHeaderMonetarySummation>
  </ram:ApplicableHeaderTradeSettlement>
 </rsm:SupplyChainTradeTransaction>
</rsm:CrossIndustryInvoice>""".encode()


def _registration(scheme: str, number: str) -> str:
    if not number:
        return ""
    return (
        f'<ram:SpecifiedTaxRegistration><ram:ID schemeID="{scheme}">{number}</ram:ID>'
        "</ram:SpecifiedTaxRegistration>"
    )


def _cii_adjustment(amount: str, is_charge: bool) -> str:
    if not amount:
        return ""
    return (
        "<ram:SpecifiedTradeAllowanceCharge><ram:ChargeIndicator>"
        f"<udt:Indicator>{str(is_charge).lower()}</udt:Indicator></ram:ChargeIndicator>"
        f"<ram:ActualAmount>{amount}</ram:ActualAmount><ram:Reason>Agreed</ram:Reason>"
        + (
            "<ram:CategoryTradeTax><ram:TypeCode>VAT</ram:TypeCode>"
            "<ram:CategoryCode>S</ram:CategoryCode>"
            "<ram:RateApplicablePercent>19.00</ram:RateApplicablePercent></ram:CategoryTradeTax>"
            if is_charge
            else ""
        )
        + "</ram:SpecifiedTradeAllowanceCharge>"
    )


def _cii_line(index: int, line: Line) -> str:
    per = f'<ram:BasisQuantity unitCode="{line.unit}">{line.per}</ram:BasisQuantity>'
    return f"""
  <ram:IncludedSupplyChainTradeLineItem>
   <ram:AssociatedDocumentLineDocument><ram:LineID>{index}</ram:LineID>
   </ram:AssociatedDocumentLineDocument>
   <ram:SpecifiedTradeProduct><ram:Name>{escape(line.name)}</ram:Name></ram:SpecifiedTradeProduct>
   <ram:SpecifiedLineTradeAgreement><ram:NetPriceProductTradePrice>
    <ram:ChargeAmount>{line.price}</ram:ChargeAmount>{per if line.per else ""}
   </ram:NetPriceProductTradePrice></ram:SpecifiedLineTradeAgreement>
   <ram:SpecifiedLineTradeDelivery>
    <ram:BilledQuantity unitCode="{line.unit}">{line.quantity}</ram:BilledQuantity>
   </ram:SpecifiedLineTradeDelivery>
   <ram:SpecifiedLineTradeSettlement>
    <ram:ApplicableTradeTax><ram:TypeCode>VAT</ram:TypeCode><ram:CategoryCode>S</ram:CategoryCode>
     <ram:RateApplicablePercent>{line.rate}</ram:RateApplicablePercent></ram:ApplicableTradeTax>
    {_cii_adjustment(line.allowance, False)}
    <ram:SpecifiedTradeSettlementLineMonetarySummation>
     <ram:LineTotalAmount>{line.amount}</ram:LineTotalAmount>
    </ram:SpecifiedTradeSettlementLineMonetarySummation>
   </ram:SpecifiedLineTradeSettlement>
  </ram:IncludedSupplyChainTradeLineItem>"""


_OLD_NAMES = (
    ("CrossIndustryInvoice:100", "@"),
    ("rsm:CrossIndustryInvoice", "rsm:CrossIndustryDocument"),
    ("urn:un:unece:uncefact:data:standard:@", "urn:ferd:CrossIndustryDocument:invoice:1p0"),
    ("InformationEntity:100", "InformationEntity:12"),
    ("UnqualifiedDataType:100", "UnqualifiedDataType:15"),
    ("rsm:ExchangedDocumentContext", "rsm:SpecifiedExchangedDocumentContext"),
    ("rsm:ExchangedDocument>", "rsm:HeaderExchangedDocument>"),
    ("rsm:SupplyChainTradeTransaction", "rsm:SpecifiedSupplyChainTradeTransaction"),
    ("ApplicableHeaderTrade", "ApplicableSupplyChainTrade"),
    ("SpecifiedLineTrade", "SpecifiedSupplyChainTrade"),
    ("HeaderMonetarySummation", "MonetarySummation"),
    ("LineMonetarySummation", "MonetarySummation"),
    ("IssuerAssignedID", "ID"),
    ("RateApplicablePercent", "ApplicablePercent"),
)


def zugferd_1(bill: Bill) -> bytes:
    """The bill in the older names of ZUGFeRD 1.0."""
    text = cii(replace(bill, profile="urn:ferd:CrossIndustryDocument:invoice:1p0:comfort")).decode()
    for new, old in _OLD_NAMES:
        text = text.replace(new, old)
    # The lines stand last there, and in each of them what was sold.
    line = r"\s*<ram:IncludedSupplyChainTradeLineItem>.*?</ram:IncludedSupplyChainTradeLineItem>"
    lines = "".join(re.findall(line, text, flags=re.S))
    product = r"(<ram:SpecifiedTradeProduct>.*?</ram:SpecifiedTradeProduct>)"
    line_end = "</ram:IncludedSupplyChainTradeLineItem>"
    lines = re.sub(rf"{product}(.*?){line_end}", rf"\2\1{line_end}", lines, flags=re.S)
    end = "</rsm:SpecifiedSupplyChainTradeTransaction>"
    return re.sub(line, "", text, flags=re.S).replace(end, lines + end).encode()


def ubl(bill: Bill, *, profile: str = PEPPOL) -> bytes:
    """The bill as a UBL 2.1 Invoice, or a CreditNote when its type is one."""
    is_credit = bill.type_code in ("381", "396", "261")
    root, quantity = (
        ("CreditNote", "CreditedQuantity") if is_credit else ("Invoice", "InvoicedQuantity")
    )
    lines = "".join(
        _ubl_line(index, line, root, quantity, bill.currency)
        for index, line in enumerate(bill.lines, 1)
    )
    due = "" if is_credit else f"<cbc:DueDate>{_iso(bill.due)}</cbc:DueDate>"
    means_due = f"<cbc:PaymentDueDate>{_iso(bill.due)}</cbc:PaymentDueDate>" if is_credit else ""
    terms = (
        f"<cac:PaymentTerms><cbc:Note>{escape(bill.terms)}</cbc:Note></cac:PaymentTerms>"
        if bill.terms
        else ""
    )

    def money(name: str, amount: object) -> str:
        return f'<cbc:{name} currencyID="{bill.currency}">{amount}</cbc:{name}>'

    return f"""<?xml version="1.0" encoding="UTF-8"?>
<{root} xmlns="urn:oasis:names:specification:ubl:schema:xsd:{root}-2"
  xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
  xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
 <cbc:CustomizationID>{profile}</cbc:CustomizationID>
 <cbc:ID>{escape(bill.number)}</cbc:ID><cbc:IssueDate>{_iso(bill.issued)}</cbc:IssueDate>{due}
 <cbc:{root}TypeCode>{bill.type_code}</cbc:{root}TypeCode>
 <cbc:DocumentCurrencyCode>{bill.currency}</cbc:DocumentCurrencyCode>
 <cac:OrderReference><cbc:ID>{bill.order}</cbc:ID></cac:OrderReference>
 <cac:AccountingSupplierParty><cac:Party>
  <cac:PartyName><cbc:Name>Trading as someone else</cbc:Name></cac:PartyName>
  <cac:PostalAddress><cbc:StreetName>Am Sandtorkai 1</cbc:StreetName>
   <cbc:CityName>Hamburg</cbc:CityName><cbc:PostalZone>20457</cbc:PostalZone>
   <cac:Country><cbc:IdentificationCode>DE</cbc:IdentificationCode></cac:Country>
  </cac:PostalAddress>
  {_tax_scheme("FC", bill.seller_tax_number)}{_tax_scheme("VAT", bill.seller_vat)}
  <cac:PartyLegalEntity><cbc:RegistrationName>{escape(bill.seller)}</cbc:RegistrationName>
  </cac:PartyLegalEntity></cac:Party></cac:AccountingSupplierParty>
 <cac:AccountingCustomerParty><cac:Party><cac:PartyLegalEntity>
  <cbc:RegistrationName>{escape(bill.buyer)}</cbc:RegistrationName></cac:PartyLegalEntity>
 </cac:Party></cac:AccountingCustomerParty>
 <cac:PaymentMeans><cbc:PaymentMeansCode>30</cbc:PaymentMeansCode>{means_due}
  <cbc:PaymentID>{bill.reference}</cbc:PaymentID>
  <cac:PayeeFinancialAccount><cbc:ID>{bill.iban}</cbc:ID></cac:PayeeFinancialAccount>
 </cac:PaymentMeans>{terms}
 <cac:AllowanceCharge><cbc:ChargeIndicator>true</cbc:ChargeIndicator>
  <cbc:AllowanceChargeReason>Freight</cbc:AllowanceChargeReason>{money("Amount", bill.charge)}
 </cac:AllowanceCharge>
 <cac:TaxTotal>{money("TaxAmount", bill.tax)}<cac:TaxSubtotal>{money("TaxableAmount", bill.net)}
  {money("TaxAmount", bill.tax)}<cac:TaxCategory><cbc:ID>S</cbc:ID>
  <cbc:Percent>{bill.rate}</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>
  </cac:TaxCategory></cac:TaxSubtotal></cac:TaxTotal>
 <cac:LegalMonetaryTotal>{money("LineExtensionAmount", bill.line_total)}
  {money("TaxExclusiveAmount", bill.net)}{money("TaxInclusiveAmount", bill.gross)}
  {money("ChargeTotalAmount", bill.charge)}{money("PrepaidAmount", bill.prepaid)}
  {money("PayableAmount", bill.due_amount)}</cac:LegalMonetaryTotal>{lines}
</{root}>""".encode()


def _iso(day: str) -> str:
    return f"{day[:4]}-{day[4:6]}-{day[6:]}"


def _tax_scheme(scheme: str, number: str) -> str:
    if not number:
        return ""
    return (
        f"<cac:PartyTaxScheme><cbc:CompanyID>{number}</cbc:CompanyID><cac:TaxScheme>"
        f"<cbc:ID>{scheme}</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>"
    )


def _ubl_line(index: int, line: Line, root: str, quantity: str, currency: str) -> str:
    allowance = (
        "<cac:AllowanceCharge><cbc:ChargeIndicator>false</cbc:ChargeIndicator>"
        f'<cbc:Amount currencyID="{currency}">{line.allowance}</cbc:Amount></cac:AllowanceCharge>'
        if line.allowance
        else ""
    )
    per = (
        f'<cbc:BaseQuantity unitCode="{line.unit}">{line.per}</cbc:BaseQuantity>'
        if line.per
        else ""
    )
    return f"""
 <cac:{root}Line><cbc:ID>{index}</cbc:ID>
  <cbc:{quantity} unitCode="{line.unit}">{line.quantity}</cbc:{quantity}>
  <cbc:LineExtensionAmount currencyID="{currency}">{line.amount}</cbc:LineExtensionAmount>
  {allowance}
  <cac:Item><cbc:Name>{escape(line.name)}</cbc:Name><cac:ClassifiedTaxCategory><cbc:ID>S</cbc:ID>
   <cbc:Percent>{line.rate}</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>
  </cac:ClassifiedTaxCategory></cac:Item>
  <cac:Price><cbc:PriceAmount currencyID="{currency}">{line.price}</cbc:PriceAmount>{per}
  </cac:Price>
 </cac:{root}Line>"""


def page_of(bill: Bill) -> bytes:
    """A PDF page that shows the bill as people see it."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=True)
    title = "Gutschrift" if bill.type_code == "381" else "Rechnung"
    rows = [
        (60, 790, bill.seller), (60, 776, "Am Sandtorkai 1"), (60, 762, "20457 Hamburg"),
        (60, 710, bill.buyer), (60, 696, "Kaistraße 5"), (60, 682, "24103 Kiel"),
        (60, 630, title),
        (60, 600, "Rechnungsnummer:"), (200, 600, bill.number),
        (60, 586, "Rechnungsdatum:"), (200, 586, _german_day(bill.issued)),
        (60, 572, "Fällig am:"), (200, 572, _german_day(bill.due)),
        (60, 558, "Bestellnummer:"), (200, 558, bill.order),
        (60, 520, "Beschreibung"), (290, 520, "Menge"), (370, 520, "Einzelpreis"),
        (480, 520, "Betrag"),
    ]  # fmt: skip
    y = 504
    for line in bill.lines:
        rows += [
            (60, y, line.name), (290, y, line.quantity.replace(".", ",")),
            (370, y, _german(line.price)), (480, y, _german(line.amount)),
        ]  # fmt: skip
        y -= 16
    for label, amount in (
        ("Nettobetrag", bill.net), (f"zzgl. {bill.rate[:2]} % MwSt.", bill.tax),
        (f"Rechnungsbetrag {bill.currency}", bill.gross),
    ):  # fmt: skip
        y -= 16
        rows += [(300, y, label), (480, y, _german(amount))]
    rows += [
        (60, 90, f"USt-IdNr.: {bill.seller_vat}"),
        (60, 76, f"IBAN: {_grouped(bill.iban)}"),
        (60, 62, f"Verwendungszweck: {bill.reference}"),
    ]
    canvas.setFont("Helvetica", 10)
    for x, height, text in rows:
        canvas.drawString(x, height, text)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _german_day(day: str) -> str:
    return f"{day[6:]}.{day[4:6]}.{day[:4]}"


def _german(amount: str) -> str:
    return amount.replace(".", ",")


def _grouped(iban: str) -> str:
    return " ".join(iban[start : start + 4] for start in range(0, len(iban), 4))


def joined(*pages: bytes) -> bytes:
    """One PDF of several."""
    writer = PdfWriter()
    for page in pages:
        writer.append(io.BytesIO(page))
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def hybrid(page: bytes, files: dict[str, bytes], relationship: str = "/Alternative") -> bytes:
    """The PDF ``page`` with ``files`` embedded in it."""
    writer = PdfWriter(clone_from=io.BytesIO(page))
    for name, content in files.items():
        attached = writer.add_attachment(name, content)
        attached.associated_file_relationship = NameObject(relationship)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()
