"""How an electronic invoice names the tax of a line."""

from decimal import Decimal

STANDARD, INTRA_COMMUNITY = "S", "K"
EXEMPTIONS = {INTRA_COMMUNITY: "Intra-community supply"}


def category_of(rate: Decimal) -> str:
    """The category of a tax rate in percent: no tax only where goods cross a border."""
    return STANDARD if rate else INTRA_COMMUNITY
