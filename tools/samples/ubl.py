"""A bill as UBL 2.1: the XML file that comes over the Peppol network, without any page."""

from decimal import Decimal
from xml.sax.saxutils import escape

from tools.samples.bills import Bill, Item
from tools.samples.cii import UNITS
from tools.samples.parties import Party
from tools.samples.tax_categories import category_of

PROFILE = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0"
PROCESS = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0"
NAMESPACE = "urn:oasis:names:specification:ubl:schema:xsd"


def ubl(bill: Bill) -> bytes:
    """The bill in Peppol BIS Billing 3."""
    taxes = "\n".join(_tax(*part, bill.currency) for part in bill.taxes)
    lines = "\n".join(_line(number, item, bill) for number, item in enumerate(bill.items, 1))
    due = bill.due or bill.date
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<Invoice xmlns="{NAMESPACE}:Invoice-2"
  xmlns:cac="{NAMESPACE}:CommonAggregateComponents-2"
  xmlns:cbc="{NAMESPACE}:CommonBasicComponents-2">
<cbc:CustomizationID>{PROFILE}</cbc:CustomizationID>
<cbc:ProfileID>{PROCESS}</cbc:ProfileID>
<cbc:ID>{bill.number}</cbc:ID>
<cbc:IssueDate>{bill.date:%Y-%m-%d}</cbc:IssueDate>
<cbc:DueDate>{due:%Y-%m-%d}</cbc:DueDate>
<cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>
<cbc:DocumentCurrencyCode>{bill.currency}</cbc:DocumentCurrencyCode>
<cac:OrderReference><cbc:ID>{bill.purchase_order}</cbc:ID></cac:OrderReference>
<cac:AccountingSupplierParty>{_party(bill.vendor)}</cac:AccountingSupplierParty>
<cac:AccountingCustomerParty>{_party(bill.customer)}</cac:AccountingCustomerParty>
<cac:PaymentMeans><cbc:PaymentMeansCode>30</cbc:PaymentMeansCode>
  <cbc:PaymentID>{bill.payment_reference}</cbc:PaymentID>
  <cac:PayeeFinancialAccount><cbc:ID>{bill.vendor.iban}</cbc:ID></cac:PayeeFinancialAccount>
</cac:PaymentMeans>
<cac:TaxTotal>{_money("TaxAmount", bill.tax, bill.currency)}
{taxes}
</cac:TaxTotal>
<cac:LegalMonetaryTotal>
  {_money("LineExtensionAmount", bill.subtotal, bill.currency)}
  {_money("TaxExclusiveAmount", bill.subtotal, bill.currency)}
  {_money("TaxInclusiveAmount", bill.total, bill.currency)}
  {_money("PayableAmount", bill.total, bill.currency)}
</cac:LegalMonetaryTotal>
{lines}
</Invoice>
""".encode()


def _money(name: str, amount: Decimal, currency: str) -> str:
    return f'<cbc:{name} currencyID="{currency}">{amount}</cbc:{name}>'


def _party(party: Party) -> str:
    street, city = party.address[:2]
    return f"""<cac:Party>
  <cac:PostalAddress><cbc:StreetName>{escape(street)}</cbc:StreetName>
    <cbc:CityName>{escape(city)}</cbc:CityName>
    <cac:Country><cbc:IdentificationCode>IE</cbc:IdentificationCode></cac:Country>
  </cac:PostalAddress>
  <cac:PartyTaxScheme><cbc:CompanyID>{party.tax_id}</cbc:CompanyID>
    <cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>
  <cac:PartyLegalEntity><cbc:RegistrationName>{escape(party.name)}</cbc:RegistrationName>
  </cac:PartyLegalEntity>
</cac:Party>"""


def _category(name: str, rate: Decimal) -> str:
    return f"""<cac:{name}><cbc:ID>{category_of(rate)}</cbc:ID><cbc:Percent>{rate}</cbc:Percent>
      <cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:{name}>"""


def _tax(rate: Decimal, net: Decimal, tax: Decimal, currency: str) -> str:
    return f"""  <cac:TaxSubtotal>{_money("TaxableAmount", net, currency)}
    {_money("TaxAmount", tax, currency)}
    {_category("TaxCategory", rate)}
  </cac:TaxSubtotal>"""


def _line(number: int, item: Item, bill: Bill) -> str:
    return f"""<cac:InvoiceLine><cbc:ID>{number}</cbc:ID>
  <cbc:InvoicedQuantity unitCode="{UNITS[item.unit]}">{item.quantity}</cbc:InvoicedQuantity>
  {_money("LineExtensionAmount", item.amount, bill.currency)}
  <cac:Item><cbc:Name>{escape(item.description)}</cbc:Name>
    {_category("ClassifiedTaxCategory", item.tax_rate)}
  </cac:Item>
  <cac:Price>{_money("PriceAmount", item.unit_price, bill.currency)}</cac:Price>
</cac:InvoiceLine>"""
