"""A bill as CrossIndustryInvoice, and in the older names of ZUGFeRD 1.0."""

import re
from dataclasses import replace
from xml.sax.saxutils import escape

from made_einvoices.bill import Bill, Line


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
