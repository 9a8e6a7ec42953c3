"""A bill as Cross Industry Invoice: the XML that a ZUGFeRD or Factur-X file carries."""

import datetime as dt
from decimal import Decimal
from xml.sax.saxutils import escape

from tools.samples.bills import Bill, Item
from tools.samples.parties import Party
from tools.samples.tax_categories import EXEMPTIONS, category_of

PROFILE = "urn:cen.eu:en16931:2017"
NAMESPACE = "urn:un:unece:uncefact:data:standard"
UNITS = {"Stk": "H87", "h": "HUR", "month": "MON"}


def cii(bill: Bill) -> bytes:
    """The bill in profile EN 16931."""
    lines = "\n".join(_line(number, item) for number, item in enumerate(bill.items, 1))
    taxes = "\n".join(_tax(*part) for part in bill.taxes)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<rsm:CrossIndustryInvoice xmlns:rsm="{NAMESPACE}:CrossIndustryInvoice:100"
  xmlns:ram="{NAMESPACE}:ReusableAggregateBusinessInformationEntity:100"
  xmlns:udt="{NAMESPACE}:UnqualifiedDataType:100">
<rsm:ExchangedDocumentContext><ram:GuidelineSpecifiedDocumentContextParameter>
  <ram:ID>{PROFILE}</ram:ID>
</ram:GuidelineSpecifiedDocumentContextParameter></rsm:ExchangedDocumentContext>
<rsm:ExchangedDocument>
  <ram:ID>{bill.number}</ram:ID><ram:TypeCode>380</ram:TypeCode>
  <ram:IssueDateTime>{_day(bill.date)}</ram:IssueDateTime>
</rsm:ExchangedDocument>
<rsm:SupplyChainTradeTransaction>
{lines}
<ram:ApplicableHeaderTradeAgreement>
  <ram:SellerTradeParty>{_party(bill.vendor, "DE")}</ram:SellerTradeParty>
  <ram:BuyerTradeParty>{_party(bill.customer, "IE")}</ram:BuyerTradeParty>
  <ram:BuyerOrderReferencedDocument><ram:IssuerAssignedID>{bill.purchase_order}</ram:IssuerAssignedID>
  </ram:BuyerOrderReferencedDocument>
</ram:ApplicableHeaderTradeAgreement>
<ram:ApplicableHeaderTradeDelivery/>
<ram:ApplicableHeaderTradeSettlement>
  <ram:PaymentReference>{bill.payment_reference}</ram:PaymentReference>
  <ram:InvoiceCurrencyCode>{bill.currency}</ram:InvoiceCurrencyCode>
  <ram:SpecifiedTradeSettlementPaymentMeans><ram:TypeCode>58</ram:TypeCode>
    <ram:PayeePartyCreditorFinancialAccount><ram:IBANID>{bill.vendor.iban}</ram:IBANID>
    </ram:PayeePartyCreditorFinancialAccount>
  </ram:SpecifiedTradeSettlementPaymentMeans>
{taxes}
  <ram:SpecifiedTradePaymentTerms>
    <ram:DueDateDateTime>{_day(bill.due or bill.date)}</ram:DueDateDateTime>
  </ram:SpecifiedTradePaymentTerms>
  <ram:SpecifiedTradeSettlementHeaderMonetarySummation>
    <ram:LineTotalAmount>{bill.subtotal}</ram:LineTotalAmount>
    <ram:TaxBasisTotalAmount>{bill.subtotal}</ram:TaxBasisTotalAmount>
    <ram:TaxTotalAmount currencyID="{bill.currency}">{bill.tax}</ram:TaxTotalAmount>
    <ram:GrandTotalAmount>{bill.total}</ram:GrandTotalAmount>
    <ram:DuePayableAmount>{bill.total}</ram:DuePayableAmount>
  </ram:SpecifiedTradeSettlementHeaderMonetarySummation>
</ram:ApplicableHeaderTradeSettlement>
</rsm:SupplyChainTradeTransaction>
</rsm:CrossIndustryInvoice>
""".encode()


def _day(day: dt.date) -> str:
    return f'<udt:DateTimeString format="102">{day:%Y%m%d}</udt:DateTimeString>'


def _party(party: Party, country: str) -> str:
    street, city = party.address[:2]
    return f"""<ram:Name>{escape(party.name)}</ram:Name>
    <ram:PostalTradeAddress><ram:LineOne>{escape(street)}</ram:LineOne>
      <ram:CityName>{escape(city)}</ram:CityName><ram:CountryID>{country}</ram:CountryID>
    </ram:PostalTradeAddress>
    <ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">{party.tax_id}</ram:ID>
    </ram:SpecifiedTaxRegistration>"""


def _line(number: int, item: Item) -> str:
    category = category_of(item.tax_rate)
    return f"""<ram:IncludedSupplyChainTradeLineItem>
  <ram:AssociatedDocumentLineDocument><ram:LineID>{number}</ram:LineID>
  </ram:AssociatedDocumentLineDocument>
  <ram:SpecifiedTradeProduct><ram:SellerAssignedID>{item.code}</ram:SellerAssignedID>
    <ram:Name>{escape(item.description)}</ram:Name></ram:SpecifiedTradeProduct>
  <ram:SpecifiedLineTradeAgreement><ram:NetPriceProductTradePrice>
    <ram:ChargeAmount>{item.unit_price}</ram:ChargeAmount>
  </ram:NetPriceProductTradePrice></ram:SpecifiedLineTradeAgreement>
  <ram:SpecifiedLineTradeDelivery>
    <ram:BilledQuantity unitCode="{UNITS[item.unit]}">{item.quantity}</ram:BilledQuantity>
  </ram:SpecifiedLineTradeDelivery>
  <ram:SpecifiedLineTradeSettlement>
    <ram:ApplicableTradeTax><ram:TypeCode>VAT</ram:TypeCode>
      <ram:CategoryCode>{category}</ram:CategoryCode>
      <ram:RateApplicablePercent>{item.tax_rate}</ram:RateApplicablePercent>
    </ram:ApplicableTradeTax>
    <ram:SpecifiedTradeSettlementLineMonetarySummation>
      <ram:LineTotalAmount>{item.amount}</ram:LineTotalAmount>
    </ram:SpecifiedTradeSettlementLineMonetarySummation>
  </ram:SpecifiedLineTradeSettlement>
</ram:IncludedSupplyChainTradeLineItem>"""


def _tax(rate: Decimal, net: Decimal, tax: Decimal) -> str:
    category = category_of(rate)
    reason = EXEMPTIONS.get(category, "")
    exempt = f"<ram:ExemptionReason>{reason}</ram:ExemptionReason>" if reason else ""
    return f"""  <ram:ApplicableTradeTax><ram:CalculatedAmount>{tax}</ram:CalculatedAmount>
    <ram:TypeCode>VAT</ram:TypeCode>{exempt}<ram:BasisAmount>{net}</ram:BasisAmount>
    <ram:CategoryCode>{category}</ram:CategoryCode>
    <ram:RateApplicablePercent>{rate}</ram:RateApplicablePercent></ram:ApplicableTradeTax>"""
