"""A bill as UBL, as Peppol sends it."""

from xml.sax.saxutils import escape

from made_einvoices.bill import PEPPOL, Bill, Line


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
