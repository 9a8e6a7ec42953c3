"""What the elements of a Cross Industry Invoice are called, in the standard and in ZUGFeRD 1.0."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Names:
    """What elements are called in one version of the standard."""

    context: str
    document: str
    transaction: str
    agreement: str
    settlement: str
    sums: str
    line_agreement: str
    line_delivery: str
    line_settlement: str
    line_sums: str
    reference: str
    rate: str


NEW: Final = Names(
    context="ExchangedDocumentContext",
    document="ExchangedDocument",
    transaction="SupplyChainTradeTransaction",
    agreement="ApplicableHeaderTradeAgreement",
    settlement="ApplicableHeaderTradeSettlement",
    sums="SpecifiedTradeSettlementHeaderMonetarySummation",
    line_agreement="SpecifiedLineTradeAgreement",
    line_delivery="SpecifiedLineTradeDelivery",
    line_settlement="SpecifiedLineTradeSettlement",
    line_sums="SpecifiedTradeSettlementLineMonetarySummation",
    reference="IssuerAssignedID",
    rate="RateApplicablePercent",
)
OLD: Final = Names(
    context="SpecifiedExchangedDocumentContext",
    document="HeaderExchangedDocument",
    transaction="SpecifiedSupplyChainTradeTransaction",
    agreement="ApplicableSupplyChainTradeAgreement",
    settlement="ApplicableSupplyChainTradeSettlement",
    sums="SpecifiedTradeSettlementMonetarySummation",
    line_agreement="SpecifiedSupplyChainTradeAgreement",
    line_delivery="SpecifiedSupplyChainTradeDelivery",
    line_settlement="SpecifiedSupplyChainTradeSettlement",
    line_sums="SpecifiedTradeSettlementMonetarySummation",
    reference="ID",
    rate="ApplicablePercent",
)
